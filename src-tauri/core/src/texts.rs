//! The words of the app in three languages, read from the Fluent files that the window reads too. Numbers, shares and days are worded
//! here and nowhere else, so that a number in a paper and on screen looks the same. It must not know what the words are about.

use std::borrow::Cow;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// One Fluent file: its name and its text in the order of `Lang::ALL`.
type File = (&'static str, [&'static str; 3]);

/// Names the three translations of one file.
macro_rules! file {
    ($name:literal) => {
        (
            $name,
            [
                include_str!(concat!("../../../assets/locales/kk/", $name, ".ftl")),
                include_str!(concat!("../../../assets/locales/ru/", $name, ".ftl")),
                include_str!(concat!("../../../assets/locales/en/", $name, ".ftl")),
            ],
        )
    };
}

/// Every Fluent file that Rust words something from; a new file is one line here.
const FILES: &[File] = &[
    file!("common"),
    file!("papers"),
    file!("bundle"),
    file!("report"),
    file!("case-file"),
    file!("un"),
    file!("method"),
    file!("cli"),
    file!("history"),
    file!("filter"),
    file!("orders"),
    file!("exports"),
    file!("records"),
    file!("purge"),
    file!("health"),
    file!("review"),
    file!("analysis"),
    file!("ui"),
];

/// Returns every text that Rust words something from, as its file holds it, without names and comments.
pub fn every_text() -> impl Iterator<Item = &'static str> {
    let words = |line: &'static str| match line.split_once(" = ") {
        Some((_, words)) => words,
        None => line,
    };
    FILES
        .iter()
        .flat_map(|(_, translations)| translations)
        .flat_map(|file| file.lines())
        .filter(|line| !line.starts_with('#'))
        .map(words)
}

/// The blank that does not break.
pub const NO_BREAK: char = '\u{a0}';

/// One of the three languages of the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// Kazakh, Cyrillic script.
    Kk,
    /// Russian.
    Ru,
    /// English.
    En,
}

impl Lang {
    /// All languages, in the order in which they are always listed.
    pub const ALL: [Self; 3] = [Self::Kk, Self::Ru, Self::En];

    /// Returns the language tag.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Kk => "kk",
            Self::Ru => "ru",
            Self::En => "en",
        }
    }

    /// Returns the language with this tag.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }

    const fn index(self) -> usize {
        match self {
            Self::Kk => 0,
            Self::Ru => 1,
            Self::En => 2,
        }
    }

    fn identifier(self) -> LanguageIdentifier {
        // The three tags are well formed; the default would be the unknown language, with English plurals.
        self.code().parse().unwrap_or_default()
    }

    const fn group(self) -> char {
        match self {
            Self::Kk | Self::Ru => NO_BREAK,
            Self::En => ',',
        }
    }

    const fn decimal(self) -> char {
        match self {
            Self::Kk | Self::Ru => ',',
            Self::En => '.',
        }
    }
}

/// A value to put into a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg<'a> {
    /// A count: written in groups of three, and it chooses the plural form.
    Count(u64),
    /// A text, put in as it is.
    Text(Cow<'a, str>),
}

impl From<u32> for Arg<'_> {
    fn from(count: u32) -> Self {
        Self::Count(count.into())
    }
}

impl From<u64> for Arg<'_> {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

/// The words of one language.
pub struct Texts {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl Texts {
    /// Reads the words of a language.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![lang.identifier()]);
        // The marks around values would be letters in a PDF, and all three languages run from left to right.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match lang {
            Lang::Kk => |value, _| count_of(value, Lang::Kk),
            Lang::Ru => |value, _| count_of(value, Lang::Ru),
            Lang::En => |value, _| count_of(value, Lang::En),
        }));
        for (_, translations) in FILES {
            let Some(source) = translations.get(lang.index()) else { continue };
            // A broken message is left out and shows as its name; a test holds that there is none.
            let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(rest, _)| rest);
            bundle.add_resource_overriding(resource);
        }
        Self { lang, bundle }
    }

    /// Returns the language.
    #[must_use]
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// Words a message. One that is missing, or that lacks a value, comes back as its name in ⟦⟧: never as half a sentence.
    #[must_use]
    pub fn say(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.words(id, args).unwrap_or_else(|| format!("⟦{id}⟧"))
    }

    /// Words a coded value, as `named("verdict", "cannot_tell")` or `named("figure", "C5.any_reason")`; an empty code is worded as `unset`.
    #[must_use]
    pub fn named(&self, list: &str, code: &str) -> String {
        let code = if code.is_empty() { "unset" } else { code };
        self.say(&format!("{list}-{}", code.to_lowercase().replace(['.', '_'], "-")), &[])
    }

    /// Writes a count in groups of three.
    #[must_use]
    pub fn count(&self, count: u64) -> String {
        grouped(count, self.lang)
    }

    /// Writes a share of `of` cases: without decimals below a thousand, and never as 0 % or 100 % when it is not.
    #[must_use]
    pub fn percent(&self, share: f64, of: u64) -> String {
        let percents = share.clamp(0.0, 1.0) * 100.0;
        let whole = percents.round();
        let false_end = (whole <= 0.0 && share > 0.0) || (whole >= 100.0 && share < 1.0);
        let exact = share <= 0.0 || share >= 1.0;
        let decimals = usize::from((of >= 1_000 && !exact) || false_end);
        self.with_sign(&format!("{percents:.decimals$}").replace('.', &self.lang.decimal().to_string()))
    }

    /// Writes a number with two decimals, as 0.83.
    #[must_use]
    pub fn decimal(&self, value: f64) -> String {
        format!("{value:.2}").replace('.', &self.lang.decimal().to_string())
    }

    /// Writes a number that is not negative with so many decimals; whole ones in groups of three.
    #[must_use]
    pub fn fixed(&self, value: f64, decimals: usize) -> String {
        let written = format!("{:.decimals$}", value.max(0.0));
        let (whole, rest) = written.split_once('.').unwrap_or((written.as_str(), ""));
        let whole = whole.parse().map_or_else(|_| whole.to_owned(), |whole| grouped(whole, self.lang));
        if rest.is_empty() { whole } else { format!("{whole}{}{rest}", self.lang.decimal()) }
    }

    /// Writes a chance with the sign before it: three digits where a test may turn on the third, without an idle nought. A chance of 0.002 is not
    /// nought.
    #[must_use]
    pub fn chance(&self, p: f64) -> String {
        const LEAST: f64 = 0.001;
        if p < LEAST {
            return format!("< {}", self.fixed(LEAST, 3));
        }
        let is_short = p >= 0.1 || (p * 1_000.0).round() % 10.0 == 0.0;
        format!("= {}", self.fixed(p, if is_short { 2 } else { 3 }))
    }

    /// Writes an interval of shares, as 48 %–76 %.
    #[must_use]
    pub fn range(&self, low: f64, high: f64, of: u64) -> String {
        format!("{}–{}", self.percent(low, of), self.percent(high, of))
    }

    /// Writes a day given as YYYY-MM-DD in full, as 14 July 2026; anything else comes back as it is.
    #[must_use]
    pub fn day(&self, day: &str) -> String {
        let Some((year, month, date)) = parts_of(day) else { return day.to_owned() };
        let month = self.say(&format!("month-{month}"), &[]);
        self.say("day-full", &[("year", year.into()), ("month", month.into()), ("day", date.to_string().into())])
    }

    fn with_sign(&self, number: &str) -> String {
        match self.lang {
            Lang::Kk | Lang::Ru => format!("{number}{NO_BREAK}%"),
            Lang::En => format!("{number}%"),
        }
    }

    fn words(&self, id: &str, args: &[(&str, Arg)]) -> Option<String> {
        let pattern = self.bundle.get_message(id)?.value()?;
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            values.set(*name, value_of(value));
        }
        let mut errors = Vec::new();
        let words = self.bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned();
        errors.is_empty().then_some(words)
    }
}

impl std::fmt::Debug for Texts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Texts").field("lang", &self.lang).finish_non_exhaustive()
    }
}

#[allow(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
fn value_of<'a>(value: &'a Arg) -> FluentValue<'a> {
    match value {
        Arg::Count(count) => FluentValue::from(*count as f64),
        Arg::Text(text) => FluentValue::from(text.as_ref()),
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "made from a count a moment before")]
fn count_of(value: &FluentValue, lang: Lang) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(grouped(number.value as u64, lang)),
        _ => None,
    }
}

/// Writes a count in groups of three, as the window's own number format does.
fn grouped(count: u64, lang: Lang) -> String {
    let digits = count.to_string();
    let mut written = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            written.push(lang.group());
        }
        written.push(digit);
    }
    written
}

fn parts_of(day: &str) -> Option<(&str, u32, u32)> {
    let mut parts = day.split('-');
    let (year, month, date) = (parts.next()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let plain = parts.next().is_none() && year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
    (plain && (1..=12).contains(&month) && (1..=31).contains(&date)).then_some((year, month, date))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    /// Reads a Fluent file as message name → names of its values.
    fn messages(source: &str) -> BTreeMap<String, BTreeSet<String>> {
        let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut current = String::new();
        for line in source.lines().filter(|l| !l.starts_with('#') && !l.trim().is_empty()) {
            if !line.starts_with([' ', '}']) {
                current = line.split_once('=').expect("a message has a value").0.trim().to_owned();
                assert!(found.insert(current.clone(), BTreeSet::new()).is_none(), "{current} twice");
            }
            for rest in line.split('$').skip(1) {
                let name: String = rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-' || *c == '_').collect();
                found.get_mut(&current).expect("a message is open").insert(name);
            }
        }
        found
    }

    #[test]
    fn every_file_has_the_same_messages_with_the_same_values_in_three_languages() {
        let mut all = BTreeSet::new();
        for (name, [kk, ru, en]) in FILES {
            let english = messages(en);
            for (lang, other) in [("kk", messages(kk)), ("ru", messages(ru))] {
                let ids = |m: &BTreeMap<String, BTreeSet<String>>| m.keys().cloned().collect::<BTreeSet<_>>();
                let odd: Vec<_> = ids(&english).symmetric_difference(&ids(&other)).cloned().collect();
                assert!(odd.is_empty(), "{name}.ftl, {lang} against en: {odd:?}");
                for (id, values) in &english {
                    assert_eq!(Some(values), other.get(id), "values of {id}, {lang} against en");
                }
            }
            for id in english.into_keys() {
                assert!(all.insert(id.clone()), "{id} stands in two files");
            }
        }
    }

    #[test]
    fn every_message_can_be_read_and_worded() {
        for lang in Lang::ALL {
            let texts = Texts::new(lang);
            for (name, translations) in FILES {
                let source = translations[lang.index()];
                assert!(FluentResource::try_new(source.to_owned()).is_ok(), "{name}.ftl in {lang:?}");
                for (id, values) in messages(source) {
                    let args: Vec<_> = values.iter().map(|v| (v.as_str(), Arg::Count(21))).collect();
                    let said = texts.say(&id, &args);
                    assert!(!said.contains('⟦') && !said.is_empty(), "{id} in {lang:?}: {said}");
                }
            }
        }
    }

    #[test]
    fn what_an_entry_tells_is_a_sentence_with_a_reference_and_without() {
        for lang in Lang::ALL {
            let texts = Texts::new(lang);
            let (_, translations) = FILES.iter().find(|(name, _)| *name == "history").unwrap();
            let ids = messages(translations[lang.index()]).into_keys();
            let frames = ["told-by", "told-alone", "told-item", "told-items", "told-for"];
            for id in ids.filter(|id| !frames.contains(&id.as_str())) {
                for detail in ["declared", "second", "new_major", "K01"] {
                    let whose = texts.say("told-for", &[("what", "KZ-2026-0007".into())]);
                    let with = [" KZ-2026-0007".to_owned(), ": KZ-2026-0007".to_owned(), format!(" {whose}")];
                    for [of, named, whose] in [with, <[String; 3]>::default()] {
                        let args =
                            [("of", of.into()), ("named", named.into()), ("for", whose.into()), ("detail", Arg::from(detail))];
                        let said = texts.say(&id, &args);
                        let holes = ["  ", " ,", " :", " ;", ": :", "⟦"];
                        assert!(!holes.iter().any(|hole| said.contains(hole)), "{id} in {lang:?}: {said}");
                        assert!(said.ends_with(char::is_alphanumeric) && said.trim() == said, "{id} in {lang:?}: {said}");
                    }
                }
            }
        }
        let said = |lang, detail: &str| {
            let texts = Texts::new(lang);
            let what = texts.say("told-item", &[("reference", "KZ-2026-0007".into()), ("items", "2".into())]);
            let whose = format!(" {}", texts.say("told-for", &[("what", what.into())]));
            texts.say("told-conflict-declared", &[("for", whose.into()), ("detail", detail.into())])
        };
        assert_eq!(said(Lang::En, "none"), "A reviewer declared no conflict of interest for KZ-2026-0007, item 2");
        assert_eq!(said(Lang::Ru, "none"), "Рецензент заявил, что у него нет конфликта интересов по KZ-2026-0007, материал 2");
        assert_eq!(said(Lang::Kk, "none"), "Бағалаушы KZ-2026-0007, 2-материал бойынша мүдделер қақтығысы жоғын мәлімдеді");
    }

    /// Other words for what has one already, in a text without marks: a blank begins a word, one at the end ends it.
    const TWINS: [(&str, &[&str]); 3] = [
        (
            "kk",
            &[
                " сақтық көшірме",
                " қойма ",
                " қойманың ",
                " қойманы ",
                " қоймада ",
                " қоймаға ",
                " қоймадан ",
                " құлыпта",
                " қосымша файл",
                " салыстырылған жол",
                " нүктесі rows жол",
            ],
        ),
        (
            "ru",
            &[" хранилищ", " заблокируйте", " файлов приложений ", " сверено строк", " строк rows корень", " строк rows файлов"],
        ),
        ("en", &[" vault", " rotate the keys", " rows rows root", " rows rows compared"]),
    ];

    /// A text in small letters, with one blank for whatever is no letter.
    fn bare(text: &str) -> String {
        let letters: String = text.chars().map(|c| if c.is_alphabetic() { c } else { ' ' }).collect();
        let words: Vec<_> = letters.split_whitespace().map(str::to_lowercase).collect();
        format!(" {} ", words.join(" "))
    }

    #[test]
    fn one_thing_has_one_word() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/locales");
        for (lang, twins) in TWINS {
            let mut files = 0;
            for file in std::fs::read_dir(folder.join(lang)).unwrap() {
                let path = file.unwrap().path();
                files += 1;
                for line in std::fs::read_to_string(&path).unwrap().lines().filter(|line| !line.starts_with('#')) {
                    let words = line.split_once(" = ").map_or(line, |(_, words)| words);
                    // The name of a command stays.
                    let said = bare(&words.replace("tarazy vault", ""));
                    let twin = twins.iter().find(|twin| said.contains(*twin));
                    assert!(twin.is_none(), "{}: {twin:?} in {line}", path.display());
                }
            }
            assert!(files > 20, "{lang}: {files} files were read");
        }
    }

    #[test]
    fn what_a_text_sends_to_is_called_as_it_is_called_there() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/locales");
        for lang in Lang::ALL {
            let keys = std::fs::read_to_string(folder.join(lang.code()).join("keys.ftl")).unwrap();
            let title = keys.lines().find_map(|line| line.strip_prefix("rotate-title = ")).unwrap();
            let said = Texts::new(lang).say("purge-remains", &[]);
            assert!(said.contains(title), "{lang:?}: {said}");
        }
    }

    #[test]
    fn a_missing_message_or_value_is_seen() {
        let texts = Texts::new(Lang::En);
        assert_eq!(texts.say("no-such-message", &[]), "⟦no-such-message⟧");
        assert_eq!(texts.say("count-of", &[("count", 1_u32.into())]), "⟦count-of⟧");
    }

    #[test]
    fn numbers_follow_the_language() {
        let [kk, ru, en] = Lang::ALL.map(Texts::new);
        assert_eq!([&kk, &ru, &en].map(|t| t.count(21_199)), ["21\u{a0}199", "21\u{a0}199", "21,199"]);
        assert_eq!([&kk, &ru, &en].map(|t| t.count(2_500)), ["2\u{a0}500", "2\u{a0}500", "2,500"]);
        assert_eq!([&kk, &ru, &en].map(|t| t.percent(26.0 / 41.0, 41)), ["63\u{a0}%", "63\u{a0}%", "63%"]);
        assert_eq!([&kk, &ru, &en].map(|t| t.percent(0.634, 1_000)), ["63,4\u{a0}%", "63,4\u{a0}%", "63.4%"]);
        assert_eq!(en.range(0.4812, 0.7639, 41), "48%–76%");
        assert_eq!(en.say("count-of", &[("count", 1_234_u32.into()), ("of", 56_789_u32.into())]), "1,234 of 56,789");
    }

    #[test]
    fn a_share_is_never_rounded_to_nothing_or_to_all() {
        let en = Texts::new(Lang::En);
        assert_eq!(en.percent(0.003, 900), "0.3%");
        assert_eq!(en.percent(0.997, 900), "99.7%");
        assert_eq!((en.percent(0.0, 900), en.percent(1.0, 900)), ("0%".into(), "100%".into()));
    }

    #[test]
    fn days_are_written_in_full() {
        let [kk, ru, en] = Lang::ALL.map(|lang| Texts::new(lang).day("2026-07-14").replace(NO_BREAK, " "));
        assert_eq!(kk, "2026 жылғы 14 шілде");
        assert_eq!(ru, "14 июля 2026 г.");
        assert_eq!(en, "14 July 2026");
        for odd in ["", "2026", "2026-13-01", "14.07.2026", "2026-07-14-1"] {
            assert_eq!(Texts::new(Lang::En).day(odd), odd);
        }
    }

    #[test]
    fn coded_values_have_names() {
        assert_eq!(Texts::new(Lang::Kk).named("verdict", "legitimate_criticism"), "заңды сын");
        assert_eq!(Texts::new(Lang::Ru).named("deadline", "met"), "в срок");
    }
}
