//! Provisions that a letter cites: article, paragraph and act, each once, in the forms of three languages.
//!
//! "п. 1-3 ст. 41-1 Закона «О связи»", "«Байланыс туралы» Заңның 41-1-бабының 1-тармағы", "paragraph 3 of Article 9 of the Law …",
//! and acts that are named without an article: "Федеральный закон № 149-ФЗ".

use super::head::is_law_number;
use super::tokens::{Token, before};
use super::{Confidence, Found};
use crate::model::fold::fold;

/// Provisions that are kept.
const PROVISIONS_MAX: usize = 20;

/// A cited provision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provision {
    /// Article as written, as 41-1 or 15.1; empty when only the act is cited.
    pub article: String,
    /// Paragraph, with its part behind a dot, as 1-3 or 1.2; empty when none is cited.
    pub paragraph: String,
    /// Number of the act, as 149-ФЗ; empty when none is written.
    pub act_number: String,
    /// Title or name of the act, folded, without quotation marks; empty when none is written.
    pub act: String,
    /// The citation as written.
    pub written: String,
}

impl Provision {
    fn key(&self) -> (String, String, String) {
        let number = self.act_number.split(['-', '–']).next().unwrap_or_default();
        let act = if number.is_empty() { self.act.clone() } else { number.to_owned() };
        (self.article.clone(), self.paragraph.clone(), act)
    }
}

/// An act that the text names, by its first and last token.
#[derive(Debug, Clone)]
struct Act {
    from: usize,
    to: usize,
    number: String,
    name: String,
}

/// An article that the text names, by its first and last token.
#[derive(Debug)]
struct Article {
    from: usize,
    to: usize,
    number: String,
    paragraph: String,
    kazakh: bool,
}

/// Finds the provisions in their order.
pub(super) fn find_provisions(text: &str, tokens: &[Token<'_>]) -> Vec<Found<Provision>> {
    let acts = find_acts(text, tokens);
    let articles = find_articles(tokens);
    let mut used = vec![false; acts.len()];
    let mut found: Vec<(usize, Found<Provision>)> = Vec::new();
    for article in &articles {
        let act = act_of(tokens, article, &acts);
        let (from, to) = act.and_then(|at| acts.get(at)).map_or((article.from, article.to), |act| {
            // An act named long before is not part of the citation.
            if act.to + 5 >= article.from || act.from > article.to {
                (article.from.min(act.from), article.to.max(act.to))
            } else {
                (article.from, article.to)
            }
        });
        if let Some(used) = act.and_then(|at| used.get_mut(at)) {
            *used = true;
        }
        let act = act.and_then(|at| acts.get(at));
        push(text, tokens, from, to, article, act, &mut found);
    }
    for (act, used) in acts.iter().zip(used) {
        let known = act.number.is_empty() && act.name.is_empty();
        if !used && !known && (!act.number.is_empty() || text_of(text, tokens, act).contains(['«', '"', '“'])) {
            let bare = Article { from: act.from, to: act.to, number: String::new(), paragraph: String::new(), kazakh: false };
            push(text, tokens, act.from, act.to, &bare, Some(act), &mut found);
        }
    }
    found.sort_by_key(|(from, _)| *from);
    let mut kept: Vec<Found<Provision>> = Vec::new();
    for (_, next) in found {
        let (article, _, act) = next.value.key();
        let repeats = kept.iter().any(|known| {
            let (other_article, _, other_act) = known.value.key();
            // An act alone says nothing beside one of its articles.
            known.value.key() == next.value.key() || (article.is_empty() && !other_article.is_empty() && act == other_act)
        });
        if !repeats && kept.len() < PROVISIONS_MAX {
            kept.push(next);
        }
    }
    let cited: Vec<String> = kept.iter().filter(|p| !p.value.article.is_empty()).map(|p| p.value.key().2).collect();
    kept.retain(|p| !p.value.article.is_empty() || !cited.contains(&p.value.key().2));
    kept
}

fn push(
    text: &str,
    tokens: &[Token<'_>],
    from: usize,
    to: usize,
    article: &Article,
    act: Option<&Act>,
    found: &mut Vec<(usize, Found<Provision>)>,
) {
    let (Some(first), Some(last)) = (tokens.get(from), tokens.get(to)) else { return };
    let raw = text.get(first.start..last.end).unwrap_or_default();
    let left = raw.trim_start_matches(['(', ',', ';', '-']);
    let mut core = left.trim_end_matches([',', '.', ';', ':']);
    if !core.contains('(') {
        core = core.trim_end_matches(')');
    }
    let start = last.end - left.len();
    let value = Provision {
        article: article.number.clone(),
        paragraph: article.paragraph.clone(),
        act_number: act.map(|act| act.number.clone()).unwrap_or_default(),
        act: act.map(|act| act.name.clone()).unwrap_or_default(),
        written: core.split_whitespace().collect::<Vec<_>>().join(" "),
    };
    let confidence = Confidence::certain_if(act.is_some() && !article.number.is_empty());
    found.push((from, Found { value, span: start..start + core.len(), confidence }));
}

fn text_of<'t>(text: &'t str, tokens: &[Token<'_>], act: &Act) -> &'t str {
    tokens.get(act.from).zip(tokens.get(act.to)).and_then(|(first, last)| text.get(first.start..last.end)).unwrap_or_default()
}

// ---- acts

fn is_act_word(token: &Token<'_>) -> bool {
    const WHOLE: [&str; 15] = [
        "law",
        "code",
        "act",
        "measures",
        "закон",
        "конституция",
        "зан",
        "заны",
        "занын",
        "занына",
        "занынын",
        "заннын",
        "занга",
        "занда",
        "занымен",
    ];
    WHOLE.contains(&token.folded.as_str())
        || token.begins(&[
            "закона",
            "закону",
            "законом",
            "законе",
            "кодекс",
            "постановлени",
            "приказ",
            "буйры",
            "resolution",
            "кодекси",
        ])
}

/// "указанного закона", "the said law": the act is the one named before.
fn is_back_reference(tokens: &[Token<'_>], place: usize) -> bool {
    const STEMS: [&str; 9] = ["указанн", "данн", "этого", "названн", "аталган", "осы", "said", "this", "упомянут"];
    before(tokens, place, 3).any(|token| token.begins(&STEMS))
}

/// "Zip code: 100010"
fn is_post_code(tokens: &[Token<'_>], place: usize) -> bool {
    before(tokens, place, 1).any(|token| matches!(token.folded.as_str(), "zip" | "postal" | "post"))
}

fn find_acts(text: &str, tokens: &[Token<'_>]) -> Vec<Act> {
    let mut acts: Vec<Act> = Vec::new();
    let mut place = 0;
    while let Some(token) = tokens.get(place) {
        let is_number = is_law_number(trim(token.text)) && token.text.contains(|letter: char| letter.is_ascii_digit());
        if is_number && acts.last().is_none_or(|act| act.to < place) {
            acts.push(Act { from: place, to: place, number: number_of(token.text), name: String::new() });
        } else if is_act_word(token) && !is_post_code(tokens, place) && acts.last().is_none_or(|act| act.to < place) {
            let act = act_at(text, tokens, place, acts.last());
            place = act.to;
            // "Заң" swallows its number that stands before it.
            while acts.last().is_some_and(|other| other.from >= act.from) {
                acts.pop();
            }
            acts.push(act);
        }
        place += 1;
    }
    acts
}

fn act_at(text: &str, tokens: &[Token<'_>], place: usize, earlier: Option<&Act>) -> Act {
    if is_back_reference(tokens, place)
        && let Some(earlier) = earlier
    {
        return Act { from: place, to: place, ..earlier.clone() };
    }
    let from = back_of(tokens, place);
    let (to, number) = forward_of(tokens, place);
    let number = if number.is_empty() { number_between(tokens, from, place) } else { number };
    let part = |first: usize, last: usize| {
        tokens.get(first).zip(tokens.get(last)).and_then(|(first, last)| text.get(first.start..last.end)).unwrap_or_default()
    };
    let whole = part(from, to);
    let name = match quoted(whole) {
        Some(title) => fold(title),
        None => fold(trim(part(from, to))),
    };
    Act { from, to, number, name }
}

/// Takes adjectives and institutions before the word, and in Kazakh the quoted title with what stands between.
fn back_of(tokens: &[Token<'_>], place: usize) -> usize {
    let kazakh = tokens.get(place).is_some_and(|token| token.begins(&["зан", "кодекси", "буйры"]));
    if kazakh {
        let mut at = place;
        for back in 1..=16 {
            let Some(token) = place.checked_sub(back).and_then(|at| tokens.get(at)) else { break };
            if token.closes && !token.is_numeric() {
                break;
            }
            let closing = token.text.contains(['»', '”']) || token.text.trim_end_matches([',', '.']).ends_with('"');
            let linked = token.is_capital()
                || token.is_numeric()
                || token.text.contains('№')
                || token.begins(&["жыл", "к.р", "кр"])
                || super::super::words::words().month(&token.folded).is_some();
            if closing {
                // Back to the mark that opens the title.
                let open = (0..=12).find(|more| {
                    (place - back)
                        .checked_sub(*more)
                        .and_then(|at| tokens.get(at))
                        .is_some_and(|token| token.text.contains(['«', '“']) || token.text.starts_with('"'))
                });
                return open.map_or(at, |more| place - back - more);
            }
            if !linked {
                break;
            }
            at = place - back;
        }
        return if at == place { place } else { at };
    }
    let adjectives = before(tokens, place, 3)
        .take_while(|token| token.is_capital() && !token.is_numeric() && !token.text.contains([',', ':', '.', '№']))
        .filter(|token| !token.begins(&["стат", "article", "art"]))
        .count();
    let named = before(tokens, place, 3)
        .take(1)
        .any(|token| token.begins(&["уголовн", "гражданск", "административн", "criminal", "civil", "федеральн"]));
    place - if adjectives > 0 { adjectives } else { usize::from(named) }
}

/// Takes what follows the word: institution, date, number, title in quotation marks.
fn forward_of(tokens: &[Token<'_>], place: usize) -> (usize, String) {
    const SMALL: [&str; 20] = [
        "of",
        "the",
        "on",
        "for",
        "от",
        "года",
        "г",
        "ж",
        "республики",
        "dated",
        "туралы",
        "о",
        "об",
        "and",
        "рк",
        "кр",
        "жылгы",
        "in",
        "по",
        "российской",
    ];
    let mut to = place;
    let mut number = String::new();
    let mut in_title = false;
    if tokens
        .get(place)
        .is_some_and(|token| token.text.ends_with([',', ';', ')', ':']) || (token.closes && token.text.ends_with('.')))
    {
        return (to, number);
    }
    for (index, token) in tokens.iter().enumerate().skip(place + 1).take(32) {
        let opens = token.text.contains(['«', '“']) || token.text.starts_with('"') || token.text.starts_with("(\"");
        let bare = token.text.trim_end_matches([',', '.', ')', ';', ':']);
        let closes_title = token.text.contains(['»', '”']) || (bare.ends_with('"') && (in_title || bare.len() > 1));
        in_title |= opens;
        let is_no = token.text.contains('№') || matches!(token.folded.as_str(), "no" | "n");
        let month = super::super::words::words().month(&token.folded).is_some();
        if token.breaks || (!in_title && (token.folded.contains("-ба") || token.folded.contains("-тарм"))) {
            break;
        }
        let belongs =
            in_title || is_no || month || token.is_numeric() || token.is_capital() || SMALL.contains(&token.folded.as_str());
        let number_like = token.is_numeric() && !is_date_part(token.text);
        if !belongs {
            break;
        }
        if !in_title && (is_no || number_like) && number.is_empty() {
            number = number_of(token.text);
        }
        if in_title || is_no || month || token.is_numeric() || token.is_capital() {
            to = index;
        }
        let comma_in_date = token.text.ends_with(',') && is_date_part(token.text);
        let stops = token.closes || (token.text.ends_with([',', ')', ';', ':']) && !comma_in_date);
        if closes_title || (!in_title && stops) {
            break;
        }
    }
    (to, number)
}

fn is_date_part(text: &str) -> bool {
    let core = trim(text).trim_end_matches(|letter: char| letter.is_alphabetic());
    let core = trim(core);
    let numbers: Vec<&str> = core.split(['.', '/']).collect();
    let date = numbers.len() == 3 && numbers.iter().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
    let year = core.len() == 4 && (core.starts_with("19") || core.starts_with("20")) && core.bytes().all(|b| b.is_ascii_digit());
    let day = core.len() <= 2 && core.bytes().all(|b| b.is_ascii_digit());
    date || year || day
}

fn number_between(tokens: &[Token<'_>], from: usize, place: usize) -> String {
    let mut after_sign = false;
    for token in tokens.get(from..place).unwrap_or_default() {
        let number = number_of(token.text);
        if !number.is_empty() && (after_sign || token.text.contains('№') || is_law_number(trim(token.text))) {
            return number;
        }
        after_sign = token.text == "№";
    }
    String::new()
}

fn number_of(text: &str) -> String {
    let core = trim(text);
    if core.starts_with(|letter: char| letter.is_ascii_digit()) { core.replace("FZ", "ФЗ") } else { String::new() }
}

fn trim(text: &str) -> &str {
    text.trim_matches(|letter: char| !letter.is_alphanumeric())
}

fn quoted(text: &str) -> Option<&str> {
    let open = text.find(['«', '"', '“'])?;
    let rest = text.get(open..)?;
    let mut letters = rest.char_indices();
    letters.next();
    let start = letters.next()?.0;
    let inside = rest.get(start..)?;
    Some(inside.trim_end_matches(|letter: char| !letter.is_alphanumeric()).split(['»', '”', '"']).next().unwrap_or(inside))
}

// ---- articles

fn find_articles(tokens: &[Token<'_>]) -> Vec<Article> {
    let mut articles: Vec<Article> = Vec::new();
    for (place, token) in tokens.iter().enumerate() {
        if articles.last().is_some_and(|article| article.to >= place) && token.is_numeric() {
            continue;
        }
        if let Some(article) = kazakh_article(tokens, place, token) {
            articles.push(article);
        } else if is_article_word(token) {
            articles.extend(articles_after(tokens, place));
        }
    }
    articles
}

fn is_article_word(token: &Token<'_>) -> bool {
    matches!(token.folded.as_str(), "ст" | "ст.ст" | "article" | "articles" | "art" | "arts" | "section")
        || (token.folded.starts_with("стать") && token.folded.chars().count() <= 8)
        || token.folded == "статей"
}

fn paragraph_level(token: &Token<'_>) -> Option<u8> {
    let word = token.folded.as_str();
    match word {
        "п" | "ч" | "paragraph" | "para" | "clause" | "part" | "no" | "п.п" => Some(1),
        "пп" | "подп" | "subparagraph" => Some(2),
        _ if word.starts_with("подпункт") => Some(2),
        _ if word.starts_with("пункт") || word.starts_with("част") => Some(1),
        _ => None,
    }
}

/// Reads the articles behind the word, with the paragraphs before and behind.
fn articles_after(tokens: &[Token<'_>], place: usize) -> Vec<Article> {
    let Some(first) = tokens.get(place + 1).filter(|token| token.is_numeric()) else { return Vec::new() };
    let (from, mut paragraph) = paragraphs_before(tokens, place);
    let (number, inline) = article_number(first.text);
    let mut to = place + 1;
    let mut articles = vec![(number, inline)];
    // "ст. 18-4, 41-1", "статьями 18-4 и 41-1"
    loop {
        let joined = tokens.get(to).is_some_and(|token| token.text.ends_with(',') && !token.closes);
        let and = tokens.get(to + 1).is_some_and(|token| matches!(token.folded.as_str(), "и" | "and" | "жане"));
        let next = if and { to + 2 } else { to + 1 };
        let fits = tokens
            .get(next)
            .is_some_and(|token| token.is_numeric() && token.text.chars().count() <= 7 && !is_law_number(trim(token.text)));
        let is_year = tokens.get(next).is_some_and(|token| trim(token.text).len() == 4);
        if !(joined || and) || !fits || is_year || articles.len() >= PROVISIONS_MAX {
            break;
        }
        let (number, inline) = article_number(tokens.get(next).map_or("", |token| token.text));
        articles.push((number, inline));
        to = next;
    }
    // "Article 300, paragraph 1", "статья 40 пункт 3"
    if paragraph.is_empty()
        && let Some(word) = tokens.get(to + 1)
        && paragraph_level(word).is_some()
        && word.folded != "no"
        && let Some(value) = tokens.get(to + 2).filter(|token| token.is_numeric())
        // "статьи 5, пункт 3 статьи 6": that paragraph belongs to the next article.
        && !tokens.get(to + 3).is_some_and(is_article_word)
    {
        paragraph = trim(value.text).to_owned();
        to += 2;
    }
    articles
        .into_iter()
        .filter(|(number, _)| !number.is_empty())
        .map(|(number, inline)| {
            let paragraph = if inline.is_empty() { paragraph.clone() } else { inline };
            Article { from, to, number, paragraph, kazakh: false }
        })
        .collect()
}

/// "подпунктом 2) пункта 1 статьи", "частями 1-3 статьи", "paragraph 3 of Article".
fn paragraphs_before(tokens: &[Token<'_>], place: usize) -> (usize, String) {
    let mut from = place;
    let mut parts: Vec<(u8, String)> = Vec::new();
    while parts.len() < 3 {
        let of = usize::from(from.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(|token| token.folded == "of"));
        let Some([word, number]) = from.checked_sub(2 + of).and_then(|two| tokens.get(two..from - of)) else { break };
        let Some(level) = paragraph_level(word) else { break };
        if !number.is_numeric() || number.closes {
            break;
        }
        parts.push((level, trim(number.text).to_owned()));
        from -= 2 + of;
    }
    parts.sort();
    (from, parts.into_iter().map(|(_, value)| value).collect::<Vec<_>>().join("."))
}

/// Splits "9(3)" into article and paragraph.
fn article_number(text: &str) -> (String, String) {
    let (head, rest) = text.split_once('(').unwrap_or((text, ""));
    (trim(head).to_owned(), trim(rest).to_owned())
}

/// "41-1-бабының 1-тармағының 2) тармақшасы".
fn kazakh_article(tokens: &[Token<'_>], place: usize, token: &Token<'_>) -> Option<Article> {
    let cut = |token: &Token<'_>, stems: &[&str]| {
        stems
            .iter()
            .find_map(|stem| token.folded.find(stem))
            .and_then(|at| token.folded.get(..at))
            .map(|head| trim(head).to_owned())
    };
    let mut to = place;
    let number = if token.is_numeric() && (token.folded.contains("-баб") || token.folded.contains("-бап")) {
        cut(token, &["-баб", "-бап"])?
    } else if token.is_numeric() && tokens.get(place + 1).is_some_and(|next| next.begins(&["бабы", "баптын", "бабына"]))
    {
        to = place + 1;
        trim(token.text).to_owned()
    } else {
        return None;
    };
    let mut paragraph: Vec<String> = Vec::new();
    while paragraph.len() < 2 {
        let Some(next) = tokens.get(to + 1).filter(|next| next.is_numeric()) else { break };
        if next.folded.contains("-тарма") {
            paragraph.extend(cut(next, &["-тарма"]));
            to += 1;
        } else if tokens.get(to + 2).is_some_and(|word| word.begins(&["тарма"])) {
            paragraph.push(trim(next.text).to_owned());
            to += 2;
        } else {
            break;
        }
    }
    Some(Article { from: place, to, number, paragraph: paragraph.join("."), kazakh: true })
}

/// Finds the act of an article: behind it, in Kazakh before it, else the one of the same sentence named before.
fn act_of(tokens: &[Token<'_>], article: &Article, acts: &[Act]) -> Option<usize> {
    let same_sentence = |from: usize, to: usize| !tokens.get(from..to).unwrap_or_default().iter().any(|token| token.closes);
    if article.kazakh {
        return acts.iter().rposition(|act| act.to < article.from && article.from - act.to <= 12);
    }
    let behind = acts.iter().position(|act| act.from > article.to && act.from - article.to <= 4);
    behind.filter(|at| {
        acts.get(*at).is_some_and(|act| {
            let dot = tokens.get(article.to).is_some_and(|token| token.closes && token.text.ends_with('.') && token.is_numeric());
            same_sentence(article.to, act.from) || (dot && same_sentence(article.to + 1, act.from))
        })
    })
}
