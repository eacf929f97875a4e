use super::*;
use crate::model::redaction::Searched;
use proptest::prelude::*;

fn ordinary() -> Ordinary {
    let mut ordinary = Ordinary::default();
    ordinary.take_words(["арман", "мектеп", "аноним", "серік", "школа", "город", "министерство", "образования"].into_iter());
    ordinary.take_text("Министерство культуры и информации приняло предписание по закону об онлайн-платформах и онлайн-рекламе");
    ordinary
}

fn paper(text: &str) -> Paper {
    Paper::new([(Source::Words, text)].into_iter(), ordinary())
}

fn finds(text: &str, value: &str, searched: Searched) -> Option<How> {
    paper(text).find(value, searched).map(|found| found.how)
}

fn check(searched: Searched, value: &str, texts: &[(&str, Option<How>)]) {
    for (text, how) in texts {
        assert_eq!(finds(text, value, searched), *how, "{value} in {text}");
    }
}

#[test]
fn a_name_is_found_in_every_spelling() {
    check(
        Searched::Name,
        "Хабибуллин Тагир",
        &[
            ("сказал Хабибуллин вчера", Some(How::Plain)),
            ("ХАБИБУЛЛИНА Тагира", Some(How::Stem)),
            ("said Khabibullin yesterday", Some(How::Transliterated)),
            ("said T. Habibullin", Some(How::Transliterated)),
            ("Хаби\u{ad}буллин", Some(How::Plain)),
            ("Хаби-\nбуллин", Some(How::Plain)),
            ("Х а б и б у л л и н", Some(How::Plain)),
            ("Xaбибуллин", Some(How::Stem)),
            ("сказал Сулейменов вчера", None),
        ],
    );
    check(
        Searched::Name,
        "Серікбаев Ғалымжан",
        &[
            ("Серікбаевтың", Some(How::Stem)),
            ("Серикбаева", Some(How::Stem)),
            ("Serıkbaev Ğalymjan", Some(How::KazakhLatin)),
            ("Galymzhan", Some(How::Transliterated)),
            ("Серік келді", None),
        ],
    );
    check(
        Searched::Name,
        "Khabibullina Aigerim",
        &[("Хабибуллиной", Some(How::Transliterated)), ("Айгерімнің", Some(How::Transliterated))],
    );
    check(
        Searched::Name,
        "Щелкунова Эльмира",
        &[
            ("Shchelkunova", Some(How::Transliterated)),
            ("Ŝelkunova", Some(How::Transliterated)),
            ("Èlʹmira", Some(How::Transliterated)),
        ],
    );
}

#[test]
fn ordinary_words_are_names_only_beside_another_part() {
    check(Searched::Name, "Аноним", &[("аноним написал", None)]);
    check(Searched::Name, "Мектеп", &[("мектептің", None), ("@mektep", None)]);
    check(
        Searched::Name,
        "Арман Серік",
        &[
            ("арман мен үміт", None),
            ("Серік Арман келді", Some(How::Plain)),
            ("С. Арман келді", Some(How::Initials)),
            ("Арман С. келді", Some(How::Initials)),
            ("Арман К. келді", None),
        ],
    );
    check(
        Searched::Name,
        "Аида Ким",
        &[("Аида пришла", None), ("Ким и Аида", None), ("Ким Аида", Some(How::Plain)), ("Аиду Ким", Some(How::Stem))],
    );
    check(
        Searched::Name,
        "Министерство образования города",
        &[("министерство образования", None), ("Министерство образования города", Some(How::Plain))],
    );
    check(Searched::Name, "Ли", &[("ли это", None)]);
}

#[test]
fn numbers_are_found_however_they_are_spaced() {
    check(
        Searched::Contact,
        "+7 (701) 555-12-34",
        &[
            ("тел. 87015551234", Some(How::Digits)),
            ("7 701 555 12 34", Some(How::Digits)),
            ("(701) 555.12.34", Some(How::Digits)),
            ("+7-701-555\n12-34", Some(How::Digits)),
            ("8701555123", None),
            ("187015551234", None),
        ],
    );
    check(Searched::Contact, "ИИН 120314501234", &[("120314501234", Some(How::Digits)), ("1203 14501235", None)]);
    check(Searched::Text, "звонить маме 8 701 555 12 34", &[("77015551234", Some(How::Digits))]);
    check(Searched::Text, "12.03.2025 10:15, № 2-1687/2013", &[("12.03.2025 10:15, № 2-1687/2013", Some(How::Words))]);
    check(Searched::Text, "от 12.03.2025 по делу", &[("12.03.2025 10", None)]);
}

#[test]
fn addresses_accounts_and_paths_are_found() {
    check(
        Searched::Contact,
        "aigerim.s_2009@mail.example, @tentek_qyz",
        &[
            ("Aigerim.S_2009@mail.example", Some(How::Path)),
            ("пишет aigerim.s_2009", Some(How::Path)),
            ("https://t.me/tentek_qyz/", Some(How::Path)),
            ("@Tentek_Qyz.", Some(How::Path)),
            ("@tentek_qyz2", None),
            ("mail.example", None),
        ],
    );
    check(
        Searched::Address,
        "https://www.t.me/kanal_sela/4567?utm_source=x",
        &[
            ("t.me/kanal_sela/4567", Some(How::Path)),
            ("http://m.t.me/kanal_sela/4567/", Some(How::Path)),
            ("https://t.me/kanal\n_sela/45", Some(How::Path)),
            ("https://t.me/s/kanal_sela", Some(How::Path)),
            ("@kanal_sela", Some(How::Path)),
            ("t.me", None),
            ("t.me/kanal_selam", None),
        ],
    );
    check(
        Searched::Address,
        "https://site.example/%D0%B4%D0%B5%D0%BB%D0%BE-%D1%88%D0%BA%D0%BE%D0%BB%D1%8B",
        &[
            ("site.example/дело-школы", Some(How::Path)),
            ("https://site.example/%d0%b4%d0%b5%d0%bb%d0%be-%d1%88%d0%ba%d0%be%d0%bb%d1%8b", Some(How::Path)),
        ],
    );
    check(
        Searched::Address,
        "https://youtube.com/watch?v=AbCdE-1",
        &[("youtu.be/AbCdE-1", Some(How::Path)), ("youtube.com/watch", None)],
    );
    check(Searched::Address, "https://t.me/abc/15", &[("t.me/abc/15", Some(How::Path)), ("abc/15", None), ("за 12/2025", None)]);
    check(Searched::Address, "https://site.example/12/2025", &[("за 12/2025", None)]);
}

#[test]
fn the_machine_is_found() {
    let machine = Machine {
        user: "aigerim".into(),
        host: "root".into(),
        folders: vec!["/home/aigerim/Мои документы/vault".into(), "C:\\Users\\Aigerim".into()],
    };
    let found = |text: &str| paper(text).find_machine(&machine).iter().map(|(what, _)| *what).collect::<Vec<_>>();
    assert_eq!(found("root and home"), Vec::<&str>::new());
    assert_eq!(found("by Aigerim"), ["user"]);
    assert_eq!(
        found("file:///home/aigerim/%D0%9C%D0%BE%D0%B8%20%D0%B4%D0%BE%D0%BA%D1%83%D0%BC%D0%B5%D0%BD%D1%82%D1%8B/vault/x"),
        ["user", "folder"]
    );
    assert_eq!(found("c:\\users\\AIGERIM\\x"), ["user", "folder"]);
}

#[test]
fn words_in_a_row_are_a_text() {
    let value = "Дорогу к осени обещали три раза, а денег в бюджете села как не было, так и нет.";
    check(
        Searched::Text,
        value,
        &[
            ("цитата: «ОБЕЩАЛИ три раза,\nа денег в бюджете села как» и всё", Some(How::Words)),
            ("обещали три раза, а денег в бюджете", None),
        ],
    );
    check(Searched::Text, "мать девочки", &[("пришла мать девочки", Some(How::Words)), ("мать и девочка", None)]);
    check(
        Searched::Text,
        "министерство культуры и информации приняло предписание по закону об онлайн-платформах",
        &[("Министерство культуры и информации приняло предписание по закону об онлайн-платформах", None)],
    );
    check(Searched::Text, "", &[("", None), ("x", None)]);
}

#[test]
fn what_was_found_is_marked_among_the_words_around_it() {
    let found = paper("Письмо Хабибуллиной в газету").find("Хабибуллина", Searched::Name).unwrap();
    assert_eq!(found.shown, "Письмо ⟦Хабибуллиной⟧ в газету");
}

#[test]
fn what_stands_in_the_file_alone_is_told_so() {
    let texts = [(Source::Words, "ничего"), (Source::File, "Хабибуллиной"), (Source::Bytes, "xkhabibullinx Сулейменова junk")];
    let paper = Paper::new(texts.into_iter(), ordinary());
    assert_eq!(paper.find("Хабибуллина", Searched::Name).map(|f| f.how), Some(How::Bytes));
    assert_eq!(paper.find("Сулейменова", Searched::Name).map(|f| f.how), Some(How::Bytes));
    assert_eq!(paper.find("Ахметова", Searched::Name), None);
}

proptest! {
    #[test]
    fn no_text_breaks_it(text in any::<String>(), value in any::<String>()) {
        let paper = paper(&text);
        for searched in [Searched::Name, Searched::Contact, Searched::Address, Searched::Text] {
            let _ = paper.find(&value, searched);
        }
    }

    /// A name that is no ordinary word is found wherever it stands.
    #[test]
    fn a_whole_name_is_found(before in "[а-я ]{0,20}", name in "[бвгдзклмнпрст][аоу][бвгдзклмнпрст][аоу][бвгдзклмнпрст][аоу][бвгд]", behind in "[ .,][а-я ]{0,20}") {
        let text = format!("{before} {name}{behind}");
        prop_assume!(!ordinary().is_word(&name));
        prop_assert!(paper(&text).find(&name, Searched::Name).is_some());
    }

    #[test]
    fn eight_words_are_found_in_any_text(words in proptest::collection::vec("[а-я]{1,9}", 8..20), from in 0_usize..12) {
        let from = from.min(words.len() - 8);
        let quote = words[from..from + 8].join("  ").to_uppercase();
        let row = words[from..from + 8].join(" ");
        prop_assume!(!ordinary().says(&crate::model::fold::fold(&row)));
        let text = format!("x {quote} y");
        prop_assert!(paper(&text).find(&words.join(" "), Searched::Text).is_some());
    }
}
