//! What a word sounds like, coarsely and in whatever alphabet it stands: Cyrillic as Kazakh and Russian write it, the Kazakh Latin alphabets of
//! 2017, 2018 and 2021, and the Russian transliterations (ISO 9, both systems of GOST 7.79, passports, BGN/PCGN, and how people do it). Two
//! spellings of one name share a sound; so do some names that differ, as Тимур and Темур, which a check that may not miss accepts.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Readings of one Latin word that are told apart at most.
const READINGS_MAX: usize = 24;
/// Letters of a sound that an ending can take.
const ENDING_MAX: usize = 9;

/// Returns the sounds that a folded word can have: one of a Cyrillic word, some of a Latin one.
#[must_use]
pub fn sounds(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let mut open = vec![String::new()];
    let mut rest = letters.as_slice();
    while let Some(first) = rest.first().copied() {
        let (long, readings) = reading(first, rest);
        if let [one] = readings {
            open.iter_mut().for_each(|sound| append(sound, one));
        } else {
            let room = READINGS_MAX / readings.len().max(1);
            open.truncate(room.max(1));
            open = readings
                .iter()
                .flat_map(|reading| {
                    open.iter().map(|sound| {
                        let mut sound = sound.clone();
                        append(&mut sound, reading);
                        sound
                    })
                })
                .collect();
        }
        rest = rest.get(long..).unwrap_or_default();
    }
    open.sort();
    open.dedup();
    open.retain(|sound| !sound.is_empty());
    open
}

// A letter said twice is said once, and дж is ж.
fn append(sound: &mut String, reading: &str) {
    for letter in reading.chars() {
        if letter == 'J' && sound.ends_with('D') {
            sound.pop();
        }
        if !sound.ends_with(letter) || letter.is_ascii_digit() {
            sound.push(letter);
        }
    }
}

/// Groups of Latin letters that stand for one sound, longest first.
const GROUPS: [(&str, &[&str]); 30] = [
    ("shch", &["W"]),
    ("shh", &["W"]),
    ("sch", &["W", "SC"]),
    ("tch", &["TC", "C"]),
    ("tsh", &["C"]),
    ("dzh", &["J"]),
    ("šč", &["W"]),
    ("tş", &["C", "TW"]),
    ("tš", &["C", "TW"]),
    ("sh", &["W", "SH"]),
    ("ch", &["C"]),
    ("zh", &["J"]),
    ("kh", &["H"]),
    ("gh", &["G"]),
    ("ph", &["F", "PH"]),
    ("cz", &["TS"]),
    ("tz", &["TS"]),
    ("ck", &["K"]),
    ("ng", &["N", "NG"]),
    ("yo", &["IO", "I"]),
    ("io", &["IO", "I"]),
    ("jo", &["IO", "I", "JO"]),
    ("oo", &["O", "U"]),
    ("ou", &["OU", "U"]),
    ("ae", &["A", "AI"]),
    ("oe", &["O", "OI"]),
    ("ue", &["U", "UI"]),
    ("s'", &["W", "S"]),
    ("c'", &["C"]),
    ("y'", &["U", "I"]),
];

// How many letters are read as one, and what they can sound like.
fn reading(first: char, rest: &[char]) -> (usize, &'static [&'static str]) {
    if let Some(sound) = cyrillic(first) {
        return (1, sound);
    }
    let begins =
        |group: &str| group.chars().zip(0..).all(|(letter, at)| rest.get(at).is_some_and(|own| plain_mark(*own) == letter));
    if let Some((group, readings)) = GROUPS.iter().find(|(group, _)| begins(group)) {
        return (group.chars().count(), readings);
    }
    (1, latin(first))
}

const fn plain_mark(letter: char) -> char {
    if is_mark(letter) { '\'' } else { letter }
}

/// Says whether a letter is one of the marks that stand for a soft sign or make another letter of the one before.
#[must_use]
pub const fn is_mark(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '‘' | 'ʼ' | 'ʹ' | 'ʺ' | '′' | '″' | '`' | '´')
}

const fn cyrillic(letter: char) -> Option<&'static [&'static str]> {
    Some(match letter {
        'а' => &["A"],
        'б' => &["B"],
        'в' => &["V"],
        'г' => &["G"],
        'д' => &["D"],
        'е' | 'э' | 'ы' | 'и' | 'й' => &["I"],
        'ж' => &["J"],
        'з' => &["Z"],
        'к' => &["K"],
        'л' => &["L"],
        'м' => &["M"],
        'н' => &["N"],
        'о' => &["O"],
        'п' => &["P"],
        'р' => &["R"],
        'с' => &["S"],
        'т' => &["T"],
        'у' => &["U"],
        'ф' => &["F"],
        'х' => &["H"],
        'ц' => &["TS"],
        'ч' => &["C"],
        'ш' | 'щ' => &["W"],
        'ъ' | 'ь' => &[""],
        'ю' => &["IU"],
        'я' => &["IA"],
        _ => return None,
    })
}

const fn latin(letter: char) -> &'static [&'static str] {
    match letter {
        'a' | 'ä' | 'á' | 'à' | 'ā' | 'ă' | 'ə' | 'æ' => &["A"],
        'â' => &["IA", "A"],
        'b' => &["B"],
        'c' => &["K", "TS"],
        'ç' | 'č' | 'ć' => &["C"],
        'd' => &["D"],
        'f' => &["F"],
        'g' | 'ğ' | 'ǵ' | 'ġ' => &["G"],
        'h' => &["H"],
        'e' | 'é' | 'è' | 'ê' | 'ë' | 'ė' | 'ē' | 'i' | 'í' | 'ì' | 'ı' | 'î' | 'ï' | 'ī' | 'y' | 'ÿ' => &["I"],
        'ý' => &["U", "I"],
        'j' => &["J", "I"],
        'ž' => &["J"],
        'k' | 'q' => &["K"],
        'l' | 'ł' => &["L"],
        'm' => &["M"],
        'n' | 'ñ' | 'ń' | 'ŋ' => &["N"],
        'o' | 'ó' | 'ò' | 'ô' | 'ö' | 'ō' | 'ø' => &["O"],
        'p' => &["P"],
        'r' => &["R"],
        's' => &["S"],
        'š' | 'ş' | 'ș' | 'ŝ' | 'ś' => &["W"],
        't' | 'ţ' | 'ț' => &["T"],
        'u' | 'ú' | 'ù' | 'ü' | 'ū' | 'ŭ' | 'ů' => &["U"],
        'û' => &["IU", "U"],
        'v' => &["V"],
        'w' => &["U", "V"],
        'x' => &["H", "KS"],
        'z' | 'ź' | 'ż' => &["Z"],
        '0' => &["0"],
        '1' => &["1"],
        '2' => &["2"],
        '3' => &["3"],
        '4' => &["4"],
        '5' => &["5"],
        '6' => &["6"],
        '7' => &["7"],
        '8' => &["8"],
        '9' => &["9"],
        _ => &[""],
    }
}

/// Endings that a Kazakh, Russian or English sentence puts on a name, as sounds.
static ENDINGS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    const PLURAL: [&str; 7] = ["", "LAR", "LIR", "DAR", "DIR", "TAR", "TIR"];
    const OWNER: [&str; 9] = ["", "I", "SI", "IM", "M", "IMIZ", "MIZ", "INIZ", "IN"];
    const CASE: [&str; 34] = [
        "", "NIN", "DIN", "TIN", "GA", "GI", "KA", "KI", "NA", "NI", "A", "I", "DI", "TI", "N", "DA", "TA", "NDA", "NDI", "DAN",
        "TAN", "NAN", "NDAN", "NDIN", "MIN", "BIN", "PIN", "NIKI", "DIKI", "TIKI", "WA", "WI", "DAI", "TAI",
    ];
    let russian = RUSSIAN.into_iter().chain(["OV", "IV"]).map(str::to_owned);
    let mut all: HashSet<String> = russian.collect();
    for plural in PLURAL {
        for owner in OWNER {
            for case in CASE {
                let mut ending = String::new();
                [plural, owner, case].iter().for_each(|part| append(&mut ending, part));
                if !ending.is_empty() && ending.len() <= ENDING_MAX {
                    all.insert(ending);
                }
            }
        }
    }
    all
});

const RUSSIAN: [&str; 30] = [
    "A", "U", "OM", "I", "AMI", "AM", "AH", "OI", "OIU", "IA", "IU", "IM", "IMI", "IAM", "IAH", "IAMI", "OGO", "IGO", "OMU",
    "IMU", "IH", "AIA", "UIU", "O", "IIU", "S", "IS", "AI", "UI", "IAIA",
];

/// Returns the beginnings of a sound that it is an inflected form of, with the sound itself: longest first.
pub fn stems(sound: &str) -> impl Iterator<Item = &str> {
    let shortest = sound.len().saturating_sub(ENDING_MAX).max(STEM_MIN);
    (shortest..=sound.len()).rev().filter_map(|long| {
        let (stem, ending) = sound.split_at_checked(long)?;
        (ending.is_empty() || ENDINGS.contains(ending)).then_some(stem)
    })
}

/// Letters that a stem has at least.
pub const STEM_MIN: usize = 3;

/// Returns a sound and what is left of it without the vowels at its end: endings replace those.
pub fn bases(sound: &str) -> impl Iterator<Item = &str> {
    let vowels = sound.chars().rev().take_while(|letter| matches!(letter, 'A' | 'I' | 'O' | 'U')).count().min(3);
    (0..=vowels)
        .filter_map(move |cut| sound.get(..sound.len() - cut))
        .filter(move |base| base.len() >= STEM_MIN || base.len() == sound.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fold::fold;
    use proptest::prelude::*;

    fn meet(one: &str, other: &str) -> bool {
        let other = sounds(&fold(other));
        sounds(&fold(one)).iter().any(|sound| other.contains(sound))
    }

    #[test]
    fn one_name_in_many_spellings_has_one_sound() {
        for (name, spellings) in [
            ("Хабибуллин", &["Khabibullin", "Habibullin", "Xabibullin", "Chabibullin", "Habïbwllïn"][..]),
            ("Серікбаев", &["Serikbayev", "Serikbaev", "Serıkbaev", "Serikbaiev", "Serikbajev"]),
            ("Ғалымжан", &["Ğalymjan", "Galymzhan", "Ghalymjan", "G'alymjan", "Ǵalymjan", "Galimzhan"]),
            ("Шыңғыс", &["Şyñğys", "Shyngys", "Shynǵys", "S'yn'g'ys", "Chingis"]),
            ("Жұмабай", &["Jūmabai", "Zhumabay", "Dzhumabai", "Jumabaı", "Žumabaj"]),
            ("Соловьёв", &["Solovyov", "Soloviev", "Solovʹëv", "Solov'ev", "Solovyev", "Solovyov"]),
            ("Щербакова", &["Shcherbakova", "Ŝerbakova", "Shherbakova", "Scherbakova"]),
            ("Цой", &["Tsoi", "Coj", "Czoj", "Tsoy"]),
            ("Юлия", &["Yulia", "Iuliia", "Ûliâ", "Juliya", "Yuliya"]),
            ("Қуаныш", &["Quanyş", "Kuanysh", "Qýanysh", "Kwanysh"]),
            ("Әсел", &["Äsel", "Assel", "Asel", "A'sel"]),
            ("Асхат", &["Askhat", "Ashat", "Asxat"]),
            ("Эльмира", &["Èlʹmira", "Elmira", "E`l`mira"]),
        ] {
            for spelling in spellings {
                let expected = !matches!((name, *spelling), ("Хабибуллин", "Chabibullin") | ("Шыңғыс", "Chingis"));
                assert_eq!(meet(name, spelling), expected, "{name} {spelling}: {:?} {:?}", sounds(&fold(name)), sounds(spelling));
            }
        }
    }

    #[test]
    fn other_names_sound_otherwise() {
        for (one, other) in [("Ахметов", "Мухтаров"), ("Айгерим", "Айгуль"), ("Нурлан", "Ерлан"), ("Болат", "Балта")]
        {
            assert!(!meet(one, other), "{one} {other}");
        }
    }

    #[test]
    fn an_inflected_name_has_the_stem_of_the_name() {
        for (name, forms) in [
            (
                "Серікбаев",
                &["Серікбаевтың", "Серікбаевқа", "Серікбаевтармен", "Серикбаева", "Серикбаеву", "Серикбаевым", "Серикбаевых"][..],
            ),
            ("Ковальская", &["Ковальской", "Ковальскую", "Ковальские", "Ковальских"]),
            ("Дария", &["Дарии", "Дарию", "Дарией", "Дарияның", "Дарияға"]),
            ("Айгерім", &["Айгерімнің", "Айгерімге", "Айгеримы", "Айгеримом"]),
            ("Serikbayev", &["Serikbayevs"]),
        ] {
            let names = sounds(&fold(name));
            for form in forms {
                let forms = sounds(&fold(form));
                let meets =
                    names.iter().flat_map(|n| bases(n)).any(|base| forms.iter().flat_map(|f| stems(f)).any(|stem| stem == base));
                assert!(meets, "{name} {form}: {names:?} {forms:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn no_word_breaks_it(word in any::<String>()) {
            let all = sounds(&fold(&word));
            prop_assert!(all.len() <= READINGS_MAX);
            for sound in &all {
                prop_assert!(stems(sound).count() + bases(sound).count() < 64);
            }
        }
    }
}
