//! Values planted in papers in every disguise, and papers that hold none.

use super::*;
use crate::api::wire::{FieldValue, Lang, Nothing, PaperAsk, PaperExport, PaperTextSet, Progress, RecordSave, VaultCreate};
use crate::api::{App, Host};
use crate::env::Fixed;
use crate::papers::model::{Block, Part, Span};
use crate::papers::to_pdf;
use crate::store::KdfCost;
use std::io::Write as _;
use std::path::PathBuf;
use std::sync::Arc;
use tempfile::TempDir;

struct Hand(PathBuf);

impl Host for Hand {
    fn pick_open(&self) -> Option<PathBuf> {
        None
    }
    fn pick_folder(&self) -> Option<PathBuf> {
        None
    }
    fn pick_save(&self, _: &str) -> Option<PathBuf> {
        Some(self.0.clone())
    }
    fn changed(&self, _: &[&str]) {}
    fn progress(&self, _: &Progress) {}
}

struct Desk {
    app: App,
    out: PathBuf,
    _folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("out.pdf");
        let place = folder.path().join("vault");
        let app = App::new(Fixed::env(1_760_000_000_000_000), Arc::new(Hand(out.clone())), place, KdfCost::TESTS);
        let passphrase = "түлкі сегіз арқан теңіз боран жалау".to_owned();
        let (organisation, actor) = ("Сөз бостандығы қоры".to_owned(), "Әлия".to_owned());
        app.vault_create(VaultCreate { passphrase, lang: Lang::Kk, with_example: true, organisation, actor }).unwrap();
        Self { app, out, _folder: folder }
    }

    fn actor(&self, name: &str, is_child: &str) {
        let field = |name: &str, text: &str| (name.to_owned(), Some(FieldValue::Text(text.to_owned())));
        let fields =
            [field("kind", "person"), field("name", name), field("public_label", "оқушы А"), field("is_child", is_child)];
        self.app.record_save(RecordSave { kind: "actors".into(), id: String::new(), fields: fields.into() }).unwrap();
    }

    fn write(&self, reply: &str) {
        let (kind, subject, name) = ("brief".into(), String::new(), "reply".into());
        self.app.paper_text_set(PaperTextSet { kind, subject, lang: Lang::Ru, name, text: reply.into() }).unwrap();
    }

    fn export(&self, audience: &str, reason: &str) -> Result<crate::api::wire::PaperLine> {
        let (kind, filter, subject, format) = ("brief".into(), String::new(), String::new(), "pdf".into());
        let paper = PaperAsk { kind, lang: Lang::Ru, audience: audience.into(), filter, subject, format };
        self.app.paper_export(PaperExport { paper, leaks_reason: reason.into() })
    }

    fn nothing_left(&self) {
        assert!(!self.out.exists(), "a file was written");
        assert!(self.app.papers_list(Nothing {}).unwrap().rows.is_empty(), "a paper was sealed");
    }
}

#[test]
fn a_hit_blocks_and_a_reason_that_lets_it_stand_is_sealed_with_the_paper() {
    let desk = Desk::new();
    desk.actor("Шарабаев Тлеген", "no");
    desk.write("Ответ подписал Т. Шарабаев.");
    let code = |result: Result<crate::api::wire::PaperLine>| result.map(drop).map_err(|error| error.code());
    assert!(matches!(desk.export("press", ""), Err(Error::PaperLeaks { count: 1 })));
    desk.nothing_left();
    assert!(matches!(desk.export("press", "ок да"), Err(Error::Invalid("leaks_reason"))));
    desk.nothing_left();
    let reason = "Он подписал ответ ведомства публично.";
    let sealed = desk.export("press", reason).unwrap();
    assert_eq!((sealed.leaks, sealed.leaks_reason.as_str()), (1, reason));
    let listed = desk.app.papers_list(Nothing {}).unwrap();
    assert_eq!(listed.rows.first().map(|row| (row.leaks, row.leaks_reason.as_str())), Some((1, reason)));
    assert!(desk.app.ledger_verify(Nothing {}).is_ok());
    assert_eq!(code(desk.export("court", "")), Ok(()), "the court may see the name");
}

#[test]
fn no_reason_lets_the_press_know_who_a_child_is() {
    let desk = Desk::new();
    desk.actor("Шарабаева Дильназ", "yes");
    desk.write("Девочку зовут Дильназ.");
    for audience in ["press", "public"] {
        let refused = desk.export(audience, "Родители давно всё рассказали сами.");
        assert!(matches!(refused, Err(Error::PaperTellsChild { count: 1 })), "{audience}");
        desk.nothing_left();
    }
    assert!(desk.export("partner", "Передаётся службе защиты детей.").is_ok());
}

/// Papers about the invented register say nothing that the press may not see; nor do all our own texts together.
#[test]
fn papers_without_sealed_values_are_not_blocked() {
    let desk = Desk::new();
    let vault = desk.app.vault().unwrap();
    for lang in [Lang::Kk, Lang::Ru, Lang::En] {
        let (kind, filter, subject, format) = ("brief".into(), String::new(), String::new(), "pdf".into());
        let ask = PaperAsk { kind, lang, audience: "public".into(), filter, subject, format };
        let (kind, asked) = super::super::asked(&desk.app, &vault, &ask).unwrap();
        let made = (kind.make)(&asked).unwrap();
        let bytes = to_pdf(&made.document).unwrap();
        for audience in Audience::ALL {
            let leaks = search(&vault, audience, &made.document, &[(&bytes, "pdf")]).unwrap();
            assert!(leaks.told.is_empty(), "{lang:?} {}: {:?}", audience.code(), leaks.told);
        }
    }
    let ours = paper(texts::every_text().map(str::to_owned).collect());
    let leaks = search(&vault, Audience::Public, &ours, &[]).unwrap();
    assert!(leaks.told.is_empty(), "{:?}", leaks.told);
}

fn paper(lines: Vec<String>) -> Document {
    let line = |text: String| Block::Paragraph { part: Part::Body, spans: vec![Span::plain(text)] };
    Document {
        lang: texts::Lang::Ru,
        title: "Документ".into(),
        author: String::new(),
        subject: String::new(),
        day: "2026-02-03".into(),
        page_number: "{page}/{pages}".into(),
        running: String::new(),
        blocks: std::iter::once(Block::Heading { level: crate::papers::model::Level::Title, text: "Документ".into() })
            .chain(lines.into_iter().map(line))
            .collect(),
    }
}

/// Draws the same disguises on every machine.
struct Draw(u64);

impl Draw {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    fn of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }

    fn digits(&mut self, count: usize) -> String {
        (0..count).map(|_| char::from(b'0' + u8::try_from(self.below(10)).unwrap())).collect()
    }

    fn stem(&mut self) -> String {
        let begin = ["Шар", "Хаб", "Ғаб", "Қыз", "Жұм", "Щук", "Юст", "Цур", "Эль", "Өмір", "Үкі", "Чол"];
        let middle = ["ими", "ары", "ұлд", "ете", "ога", "үре", "аби", "ыло"];
        let last = ["нбек", "лжан", "тбай", "рхан", "дмұр", "згүл"];
        format!("{}{}{}", self.of(&begin), self.of(&middle), self.of(&last))
    }

    fn latin(&mut self, name: &str) -> String {
        let systems: [[&str; 42]; 4] = [PASSPORT, GEOGRAPHIC, KAZAKH_2021, ISO_9];
        let system = systems[self.below(4)];
        name.chars()
            .map(|letter| {
                let small: String = letter.to_lowercase().collect();
                let told = CYRILLIC
                    .chars()
                    .position(|own| small.starts_with(own))
                    .map_or(small.clone(), |place| system[place].to_owned());
                if letter.is_uppercase() { told[..1.min(told.len())].to_uppercase() + told.get(1..).unwrap_or("") } else { told }
            })
            .collect()
    }
}

const CYRILLIC: &str = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі";
const PASSPORT: [&str; 42] = [
    "a", "b", "v", "g", "d", "e", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh", "ts",
    "ch", "sh", "shch", "ie", "y", "", "e", "iu", "ia", "a", "g", "k", "n", "o", "u", "u", "h", "i",
];
const GEOGRAPHIC: [&str; 42] = [
    "a", "b", "v", "g", "d", "e", "yo", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh", "ts",
    "ch", "sh", "shch", "", "y", "", "e", "yu", "ya", "a", "gh", "q", "ng", "o", "u", "u", "h", "i",
];
const KAZAKH_2021: [&str; 42] = [
    "a", "b", "v", "g", "d", "e", "io", "j", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "h", "ts",
    "ch", "sh", "sh", "", "y", "", "e", "iu", "ia", "ae", "gh", "q", "n", "oe", "u", "ue", "h", "i",
];
const ISO_9: [&str; 42] = [
    "a", "b", "v", "g", "d", "e", "e", "zh", "z", "i", "j", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "x", "cz",
    "ch", "sh", "shh", "", "y", "", "e", "yu", "ya", "a", "g", "k", "n", "o", "u", "u", "h", "i",
];

/// A planted value, how it is looked for, and the words of a paper that hold it in disguise.
fn canary(draw: &mut Draw, number: usize) -> (String, Searched, String) {
    match number % 6 {
        0 | 1 => {
            let (family, own) = (format!("{}{}", draw.stem(), draw.of(&["ов", "ев", "ұлы", "ова"])), draw.stem());
            let value = format!("{family} {own}");
            let family = match draw.below(3) {
                0 => family + draw.of(&["тың", "қа", "дан", "пен"]),
                1 => family.trim_end_matches('а').to_owned() + draw.of(&["а", "у", "ым"]),
                _ => family,
            };
            let initial: String = own.chars().take(1).collect();
            let shown = match draw.below(7) {
                0 => family.to_uppercase(),
                1 => format!("{initial}. {family}"),
                2 => format!("{family} {initial}."),
                3 => format!("{own}\n{family}"),
                4 => family.chars().flat_map(|letter| [letter, '\u{ad}']).collect(),
                _ => draw.latin(&family),
            };
            (value, Searched::Name, shown)
        }
        2 => {
            let (code, rest) = (format!("70{}", draw.digits(1)), draw.digits(7));
            let (a, b, c) = (&rest[..3], &rest[3..5], &rest[5..]);
            let shown = match draw.below(5) {
                0 => format!("8{code}{rest}"),
                1 => format!("+7 ({code}) {a}-{b}-{c}"),
                2 => format!("7 {code} {a} {b} {c}"),
                3 => format!("{code}.{a}.{b}{c}"),
                _ => format!("+7{code}\n{a}{b}{c}"),
            };
            (format!("+7 {code} {rest}"), Searched::Contact, shown)
        }
        3 => {
            let name = format!("{}_{}", draw.latin("шарым").to_lowercase(), draw.digits(4));
            let shown = match draw.below(4) {
                0 => format!("@{name}"),
                1 => format!("https://t.me/{}/", name.to_uppercase()),
                2 => format!("instagram.com/{name}"),
                _ => format!("{name}@mail.example"),
            };
            (format!("@{name}"), Searched::Contact, shown)
        }
        4 => {
            let (path, post) = (format!("құқық-арна-{}", draw.digits(3)), draw.digits(4));
            let escaped: String =
                path.bytes().map(|b| if b < 128 { char::from(b).to_string() } else { format!("%{b:02X}") }).collect();
            let shown = match draw.below(4) {
                0 => format!("vk.example/{path}/{post}"),
                1 => format!("http://www.vk.example/{path}/{post}/"),
                2 => format!("https://m.vk.example/{escaped}/{post}"),
                _ => format!("VK.example/{path}\n/{post}"),
            };
            (format!("https://vk.example/{path}/{post}?utm_source=x"), Searched::Address, shown)
        }
        _ => {
            let words: Vec<String> = (0..14).map(|_| draw.stem()).collect();
            let from = draw.below(6);
            let row = words[from..from + 8].join(draw.of(&[" ", ", ", "\n", " — "]));
            (words.join(" "), Searched::Text, if draw.below(2) == 0 { row.to_uppercase() } else { row })
        }
    }
}

fn docx(lines: &[String], draw: &mut Draw) -> Vec<u8> {
    let paragraph = |line: &String, at: usize| {
        let cut = line.char_indices().map(|(at, _)| at).nth(at).unwrap_or(0);
        let (one, other) = line.split_at(cut);
        format!("<w:p><w:r><w:t>{one}</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>{other}</w:t></w:r></w:p>")
    };
    let body: String = lines.iter().map(|line| paragraph(line, draw.below(6))).collect();
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    archive.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
    archive.write_all(format!("<?xml version=\"1.0\"?><w:document><w:body>{body}</w:body></w:document>").as_bytes()).unwrap();
    archive.finish().unwrap().into_inner()
}

#[test]
fn a_thousand_planted_values_are_found_in_every_disguise() {
    let mut draw = Draw(20_260_203);
    let mut missed = Vec::new();
    for round in 0..20 {
        let planted: Vec<_> = (0..50).map(|number| canary(&mut draw, round * 50 + number)).collect();
        let lines: Vec<String> = planted.iter().map(|(.., shown)| format!("до {shown} после")).collect();
        // What stands in a file alone is found there alone: the paper of a DOCX file says nothing here.
        let (document, bytes, format) = if round % 2 == 0 {
            let document = paper(lines);
            let bytes = to_pdf(&document).unwrap();
            (document, bytes, "pdf")
        } else {
            (paper(Vec::new()), docx(&lines, &mut draw), "docx")
        };
        let inside = inside(&bytes, format).unwrap();
        let words = document.everything();
        let said = words.iter().map(|words| (Source::Words, words.as_str()));
        let file = inside.said.iter().map(|words| (Source::File, words.as_str()));
        let letters = inside.letters.iter().map(|words| (Source::Bytes, words.as_str()));
        let paper = Paper::new(said.chain(file).chain(letters), Ordinary::above(&OWN));
        for (value, searched, shown) in planted {
            match paper.find(&value, searched) {
                None => missed.push((value, shown, format)),
                Some(found) if format == "docx" => assert_eq!(found.how.code(), "bytes", "{shown}"),
                Some(_) => {}
            }
        }
    }
    assert!(missed.is_empty(), "{} of 1,000 were not found: {missed:#?}", missed.len());
}

#[test]
fn what_a_pdf_says_beside_its_pages_is_searched() {
    let document = Document { title: "Шарабаев".into(), ..paper(vec!["слова".into()]) };
    let bytes = to_pdf(&document).unwrap();
    let inside = inside(&bytes, "pdf").unwrap();
    let said = inside.said.iter().map(|words| (Source::File, words.as_str()));
    let found =
        Paper::new(said, Ordinary::above(&OWN)).find("Шарабаева Дильназ", Searched::Name).expect("the title is in the file");
    assert_eq!(found.how.code(), "bytes");
}

#[test]
fn a_folder_is_no_name_for_a_paper_and_nothing_is_sealed() {
    let desk = Desk::new();
    std::fs::create_dir(&desk.out).unwrap();
    assert!(matches!(desk.export("press", ""), Err(Error::PlaceRefused)));
    std::fs::remove_dir(&desk.out).unwrap();
    desk.nothing_left();
}
