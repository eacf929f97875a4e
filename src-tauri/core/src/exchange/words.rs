//! The words by which columns, states and bodies are recognised, in three languages. They are data: assets/imports/synonyms.json.

use crate::model::fold::{fold, fold_header};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::OnceLock;

const SOURCE: &str = include_str!("../../../../assets/imports/synonyms.json");

/// The file as it is.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Source {
    fields: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    weak: BTreeMap<String, Vec<String>>,
    private: Vec<String>,
    empty: Vec<String>,
    without_number: Vec<String>,
    instruments: BTreeMap<String, Vec<String>>,
    courts: Vec<String>,
    outcomes: BTreeMap<String, Vec<String>>,
    languages: BTreeMap<String, Vec<String>>,
    questions: Vec<String>,
    yes: Vec<String>,
    no: Vec<String>,
    authorities: Vec<Named>,
    authority_words: Vec<String>,
    platforms: Vec<Named>,
    official_hosts: Vec<String>,
    months: Vec<Vec<String>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Named {
    name: String,
    aliases: Vec<String>,
    hosts: Vec<String>,
}

/// The words, folded and ready to be compared.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// Folded header, field code, and whether it counts only where nothing better exists.
    pub headers: Vec<Header>,
    /// Folded words of headers that name people or lead to a child.
    pub private: Vec<String>,
    /// Values that say nothing.
    pub empty: Phrases,
    /// Values that say that an order has no number.
    pub without_number: Phrases,
    /// Folded phrase to instrument code, longest first.
    pub instruments: Vec<(String, String)>,
    /// Words that name a court.
    pub courts: HashSet<String>,
    /// Folded value to outcome code.
    pub outcomes: HashMap<String, String>,
    /// Folded headers that ask whether something was removed, and what says yes and no under them.
    pub questions: HashSet<String>,
    /// Yes under a question.
    pub yes: HashSet<String>,
    /// No under a question.
    pub no: HashSet<String>,
    /// Beginning of the folded name of a language to its code, longest first.
    pub languages: Vec<(String, String)>,
    /// Folded alias and name of a body, longest first.
    pub authorities: Vec<(String, String)>,
    /// Folded words that stand in the name of a body.
    pub authority_words: HashSet<String>,
    /// Host and name of a platform.
    pub platforms: Vec<(String, String)>,
    /// Hosts of the state and of law texts: cited in letters, never their target.
    pub official_hosts: Vec<String>,
    /// Beginnings of the names of the twelve months, folded.
    pub months: Vec<Vec<String>>,
}

/// A few short phrases among which millions of cells are looked for: most are told apart without folding them.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    folded: HashSet<String>,
    /// First letters, small and capital.
    starts: String,
    letters_max: usize,
}

impl Phrases {
    fn new(list: &[String]) -> Self {
        let folded: HashSet<String> = list.iter().map(|phrase| fold(phrase)).collect();
        let starts = list
            .iter()
            .filter_map(|phrase| phrase.chars().next())
            .flat_map(|letter| letter.to_lowercase().chain(letter.to_uppercase()));
        let letters_max = list.iter().map(|phrase| phrase.chars().count()).max().unwrap_or(0);
        Self { starts: starts.collect(), letters_max, folded }
    }

    /// Says whether a trimmed cell is one of the phrases.
    fn holds(&self, cell: &str) -> bool {
        cell.len() <= self.letters_max * 2
            && cell.chars().next().is_some_and(|first| self.starts.contains(first))
            && self.folded.contains(fold(cell).as_str())
    }
}

/// A name that a column may bear.
#[derive(Debug)]
pub(super) struct Header {
    /// Folded as headers are.
    pub name: String,
    /// Code of the field.
    pub field: String,
    /// Counts only where nothing better exists.
    pub weak: bool,
}

/// Returns the words, read once.
pub(super) fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    // A test holds that the file can be read, so the empty default never shows.
    WORDS.get_or_init(|| Words::from(serde_json::from_str::<Source>(SOURCE).unwrap_or_default()))
}

impl From<Source> for Words {
    fn from(source: Source) -> Self {
        let folded = |list: &[String]| list.iter().map(|word| fold(word)).collect::<HashSet<_>>();
        let codes = |map: &BTreeMap<String, Vec<String>>| {
            let pairs = map.iter().flat_map(|(code, list)| list.iter().map(|word| (fold(word), code.clone())));
            longest_first(pairs.collect())
        };
        let headers =
            source.fields.iter().flat_map(|(field, tongues)| tongues.values().flatten().map(move |name| (field, name, false)));
        let weak = source.weak.iter().flat_map(|(field, names)| names.iter().map(move |name| (field, name, true)));
        let header =
            |(field, name, weak): (&String, &String, bool)| Header { name: fold_header(name), field: field.clone(), weak };
        Self {
            headers: headers.chain(weak).map(header).collect(),
            private: source.private.iter().map(|name| fold_header(name)).collect(),
            empty: Phrases::new(&source.empty),
            without_number: Phrases::new(&source.without_number),
            instruments: codes(&source.instruments),
            courts: folded(&source.courts),
            outcomes: codes(&source.outcomes).into_iter().collect(),
            questions: source.questions.iter().map(|name| fold_header(name)).collect(),
            yes: folded(&source.yes),
            no: folded(&source.no),
            languages: codes(&source.languages),
            authorities: longest_first(
                source
                    .authorities
                    .iter()
                    .flat_map(|body| body.aliases.iter().map(|alias| (fold(alias), body.name.clone())))
                    .collect(),
            ),
            authority_words: folded(&source.authority_words),
            platforms: source
                .platforms
                .iter()
                .flat_map(|platform| platform.hosts.iter().map(|host| (host.clone(), platform.name.clone())))
                .collect(),
            official_hosts: source.official_hosts,
            months: source.months,
        }
    }
}

impl Words {
    /// Says whether a cell says nothing.
    pub fn is_empty_like(&self, cell: &str) -> bool {
        let cell = cell.trim();
        cell.is_empty() || self.empty.holds(cell)
    }

    /// Says whether a number cell says "without number".
    pub fn is_without_number(&self, cell: &str) -> bool {
        self.without_number.holds(cell.trim())
    }

    /// Returns the code of the instrument that a phrase names, or unknown.
    pub fn instrument(&self, phrase: &str) -> &str {
        if phrase.is_empty() {
            return "unknown";
        }
        let phrase = fold(phrase);
        let found = self.instruments.iter().find(|(words, _)| holds_words(&phrase, words));
        found.map_or("unknown", |(_, code)| code.as_str())
    }

    /// Says whether the name of a body is that of a court.
    pub fn is_court(&self, authority: &str) -> bool {
        fold(authority).split(|letter: char| !letter.is_alphanumeric()).any(|word| self.courts.contains(word))
    }

    /// Returns the code of an outcome, or unknown.
    pub fn outcome(&self, cell: &str) -> &str {
        if cell.is_empty() {
            return "unknown";
        }
        self.outcomes.get(fold(cell).trim_end_matches('.')).map_or("unknown", String::as_str)
    }

    /// Returns the code of an outcome under a header: signs such as `+` or `1` say yes only where the header asks.
    pub fn outcome_under(&self, header: &str, cell: &str) -> &str {
        let code = self.outcome(cell);
        if code != "unknown" || cell.is_empty() || cell.len() > 20 || !self.questions.contains(&fold_header(header)) {
            return code;
        }
        let cell = fold(cell);
        if self.yes.contains(&cell) {
            "removed"
        } else if self.no.contains(&cell) {
            "no_action"
        } else {
            "unknown"
        }
    }

    /// Returns the code of a language, other for one that is not among them, nothing for nothing.
    pub fn language(&self, cell: &str) -> &str {
        let cell = fold(cell);
        let named = self.languages.iter().find(|(start, _)| cell.starts_with(start.as_str()));
        if cell.is_empty() { "" } else { named.map_or("other", |(_, code)| code.as_str()) }
    }

    /// Returns the name of the platform to which a host belongs.
    pub fn platform(&self, host: &str) -> Option<&str> {
        self.platforms.iter().find(|(own, _)| is_host_under(host, own)).map(|(_, name)| name.as_str())
    }

    /// Says whether a host belongs to the state or to a collection of laws.
    pub fn is_official(&self, host: &str) -> bool {
        self.official_hosts.iter().any(|own| is_host_under(host, own))
    }

    /// Returns the month, from 1, whose name begins a folded word.
    pub fn month(&self, folded: &str) -> Option<u32> {
        let number = self.months.iter().position(|stems| stems.iter().any(|stem| is_month(folded, stem)))?;
        u32::try_from(number + 1).ok()
    }
}

/// A month may have an ending of case, never the rest of another word: "мар" is March, "марка" is not.
fn is_month(word: &str, stem: &str) -> bool {
    word.strip_prefix(stem).is_some_and(|ending| match stem.chars().count() {
        0..=3 => ending.is_empty(),
        4 => ending.chars().count() <= 1,
        _ => ending.chars().count() <= 5,
    })
}

/// Says whether a folded text holds the words of a phrase next to each other, whole.
pub(super) fn holds_words(text: &str, phrase: &str) -> bool {
    find_words(text, phrase).is_some()
}

/// Returns where a phrase stands in a text as whole words.
pub(super) fn find_words(text: &str, phrase: &str) -> Option<usize> {
    text.match_indices(phrase).map(|(at, _)| at).find(|at| {
        let before = text.get(..*at).and_then(|left| left.chars().next_back());
        let after = text.get(at + phrase.len()..).and_then(|right| right.chars().next());
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

fn is_host_under(host: &str, own: &str) -> bool {
    host.strip_suffix(own).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

fn longest_first(mut pairs: Vec<(String, String)>) -> Vec<(String, String)> {
    pairs.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b)));
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_of_words_can_be_read() {
        let source: Source = serde_json::from_str(SOURCE).unwrap();
        assert_eq!(source.months.len(), 12);
        for (field, tongues) in &source.fields {
            assert_eq!(tongues.keys().collect::<Vec<_>>(), ["en", "kk", "ru"], "{field}");
            assert!(tongues.values().all(|names| !names.is_empty()), "{field}");
        }
    }

    #[test]
    fn no_header_names_two_fields() {
        let mut seen = HashMap::new();
        for header in &words().headers {
            if let Some(other) = seen.insert(&header.name, &header.field) {
                assert_eq!(other, &header.field, "{} names two fields", header.name);
            }
        }
    }

    #[test]
    fn months_are_known_in_three_languages() {
        for (word, month) in [
            ("января", 1),
            ("кантардагы", 1),
            ("мая", 5),
            ("мамыр", 5),
            ("маусымда", 6),
            ("september", 9),
            ("желтоксан", 12),
            ("караша", 11),
        ] {
            assert_eq!(words().month(word), Some(month), "{word}");
        }
        for word in ["марка", "сентенция", "год", "декан"] {
            assert_eq!(words().month(word), None, "{word}");
        }
    }

    #[test]
    fn states_and_kinds_become_codes() {
        let words = words();
        assert_eq!(words.outcome("Удалено"), "removed");
        assert_eq!(words.outcome("жойылмады"), "no_action");
        assert_eq!(words.outcome("скоро"), "unknown");
        assert_eq!((words.outcome_under("Удалено", "+"), words.outcome_under("Удалено", "0")), ("removed", "no_action"));
        assert_eq!((words.outcome_under("Статус", "1"), words.outcome_under("Удалено", "")), ("unknown", "unknown"));
        assert_eq!(words.instrument("Решение суда"), "court_act");
        assert_eq!(words.instrument("Нұсқама"), "ministry_order");
        assert_eq!(words.instrument("уведомление"), "letter");
        assert_eq!(words.instrument("что-то"), "unknown");
        assert!(words.is_court("Таганский районный суд г. Москвы"));
        assert!(words.is_court("Алматы қалалық соты"));
        assert!(!words.is_court("Министерство судостроения"));
        assert!(words.is_empty_like(" Н/Д ") && words.is_empty_like("Белгісіз") && !words.is_empty_like("0"));
        assert_eq!(words.platform("m.youtube.com"), Some("YouTube"));
        assert_eq!(words.platform("notx.com"), None);
    }
}
