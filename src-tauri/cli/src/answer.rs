//! What the command line says: text for people in their language, or one JSON document.

use serde::Serialize;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::io::Write;
use std::process::ExitCode;
use tarazy_core::api::wire::{
    Agreement, Answer as ReviewAnswer, BundleSaved, Code, Complaints, ExhibitSaved, ExhibitVerified, Exhibits, ExportDone,
    Failure, FieldValue, FilterProblem, ImportFigures, ImportSummary, Judgement, Lang, LedgerLine, LedgerLines, NamedCount,
    Notice, Notices, OrderDetail, OrderFindings, OrdersPage, PaperLine, Platforms, Queue, RecordDetail, RecordsPage,
    RegisterImported, ReviewOutcome, ReviewSheet, Reviewers, Saved, SearchPage, Trilingual, VaultState, VerifyReport,
};
use tarazy_core::api::{faults_of, texts_of};
use tarazy_core::{Arg, Error, Texts, utc};

/// Places of one kind of finding that are named.
const PLACES_SHOWN: usize = 12;

/// An answer: the document, and the same for people.
pub struct Answer {
    document: Value,
    text: Box<dyn Fn(&Texts) -> String>,
    exit: u8,
}

/// Where answers go.
pub struct Out {
    texts: Texts,
    json: bool,
}

/// Chooses the language: as asked, else the locale's, else English.
pub fn lang(asked: Option<&str>) -> Lang {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|v| std::env::var(v).ok().filter(|v| !v.is_empty()));
    match asked.or(locale.as_deref()).and_then(|l| l.get(..2)) {
        Some("kk") => Lang::Kk,
        Some("ru") => Lang::Ru,
        _ => Lang::En,
    }
}

/// Name of the invented organisation of the example.
pub fn example_organisation(lang: Lang) -> String {
    texts_of(lang).say("cli-example-organisation", &[])
}

/// Name of the invented person of the example.
pub fn example_actor(lang: Lang) -> String {
    texts_of(lang).say("cli-example-actor", &[])
}

impl Answer {
    /// Says whether something bad was found.
    pub(super) const fn found(&mut self, is_bad: bool) {
        self.exit = is_bad as u8;
    }

    /// Puts words before what is said to people.
    pub(super) fn before(self, words: impl Fn(&Texts) -> String + 'static) -> Self {
        let text = self.text;
        Self { text: Box::new(move |t| format!("{}{}", words(t), text(t))), ..self }
    }
}

impl Out {
    /// Answers in a language, or in JSON.
    pub fn new(lang: Lang, json: bool) -> Self {
        Self { texts: texts_of(lang), json }
    }

    /// Gives an answer; the exit code is 1 when it found something bad, 2 when what was asked cannot be read.
    pub fn give(&self, answer: &Answer) -> ExitCode {
        let text = if self.json { answer.document.to_string() } else { (answer.text)(&self.texts) };
        let written = writeln!(std::io::stdout(), "{}", text.trim_end());
        // A reader that went away is no failure of ours.
        ExitCode::from(if written.is_err() { 1 } else { answer.exit })
    }

    /// Says a line at once.
    pub fn say(&self, line: &str) -> std::io::Result<()> {
        let mut out = std::io::stdout();
        writeln!(out, "{line}")?;
        out.flush()
    }

    /// Says why something was refused.
    pub fn refuse(&self, error: &anyhow::Error) -> ExitCode {
        // What is no failure of the core is a file named on the command line that could not be read.
        let unreadable = || Failure { code: Code::FileUnreadable, params: [("name".to_owned(), String::new())].into() };
        let failure = error.downcast_ref::<Error>().map_or_else(unreadable, Error::failure);
        if self.json {
            let _ = writeln!(std::io::stdout(), "{}", json!({ "failure": failure }));
        }
        let code = serde_json::to_value(failure.code).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default();
        let args: Vec<(&str, Arg<'_>)> = failure.params.iter().map(|(k, v)| (k.as_str(), Arg::from(v.as_str()))).collect();
        // A method is refused for reasons that one sentence cannot hold.
        let faults = error.downcast_ref::<Error>().map(faults_of).unwrap_or_default();
        let text = if faults.is_empty() {
            self.texts.say(&format!("failure-{}", code.replace('_', "-")), &args)
        } else {
            super::method::refused(&faults, &self.texts)
        };
        let _ = writeln!(std::io::stderr(), "{text}");
        ExitCode::from(super::exit_code(error))
    }
}

pub(super) fn document(value: &impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or(Value::Null)
}

// The name of a field: of its kind where it has one there.
fn field_word(t: &Texts, kind: &str, field: &str) -> String {
    let ids = [format!("field-{kind}-{field}"), format!("field-{field}")].map(|id| id.replace('_', "-"));
    ids.iter().map(|id| t.say(id, &[])).find(|words| !words.starts_with('⟦')).unwrap_or_else(|| field.to_owned())
}

pub(super) fn pick(t: &Trilingual, texts: &Texts) -> String {
    let first = match texts.lang().code() {
        "kk" => &t.kk,
        "ru" => &t.ru,
        _ => &t.en,
    };
    [first, &t.ru, &t.en, &t.kk].into_iter().find(|s| !s.is_empty()).cloned().unwrap_or_default()
}

// An entry as a sentence: what happened to what, and by whom.
fn told(line: &LedgerLine, texts: &Texts) -> String {
    let what = item_words(&line.object, &line.items, texts);
    let [of, named, whose] = if what.is_empty() {
        <[String; 3]>::default()
    } else {
        let whose = texts.say("told-for", &[("what", Arg::from(what.as_str()))]);
        [format!(" {what}"), format!(": {what}"), format!(" {whose}")]
    };
    let args = [
        ("of", Arg::from(of)),
        ("named", Arg::from(named)),
        ("for", Arg::from(whose)),
        ("detail", Arg::from(line.detail.as_str())),
    ];
    let sentence = texts.say(&format!("told-{}", line.kind.replace('_', "-")), &args);
    if line.actor.is_empty() {
        return texts.say("told-alone", &[("sentence", sentence.into())]);
    }
    texts.say("told-by", &[("sentence", sentence.into()), ("actor", line.actor.as_str().into())])
}

/// Words an order with the places of its items, where it has several.
pub(super) fn item_words(reference: &str, items: &str, texts: &Texts) -> String {
    if items.is_empty() {
        return reference.to_owned();
    }
    let id = if items.bytes().all(|b| b.is_ascii_digit()) { "told-item" } else { "told-items" };
    texts.say(id, &[("reference", Arg::from(reference)), ("items", Arg::from(items))])
}

/// Writes the place of an item, where there is one to tell.
pub(super) fn place_words(place: u32) -> String {
    if place == 0 { String::new() } else { place.to_string() }
}

fn codes(t: &Texts, list: &str, codes: &[String]) -> String {
    codes.iter().map(|code| t.named(list, code)).collect::<Vec<_>>().join(", ")
}

/// What a check found: the same thing once with its places, and what to do about it.
pub fn damage<'f>(t: &Texts, findings: impl Iterator<Item = (&'f str, &'f str)>) -> String {
    let mut kinds: Vec<(&str, Vec<&str>)> = Vec::new();
    for (code, place) in findings {
        let kind = match kinds.iter().position(|(known, _)| *known == code) {
            Some(kind) => kind,
            None => {
                kinds.push((code, Vec::new()));
                kinds.len() - 1
            }
        };
        if let Some((_, places)) = kinds.get_mut(kind).filter(|_| !place.is_empty()) {
            places.push(place);
        }
    }
    let mut out = String::new();
    for (code, places) in kinds {
        let _ = write!(out, "\n- {}", t.named("health-what", code));
        if !places.is_empty() {
            let shown = places.iter().take(PLACES_SHOWN).copied().collect::<Vec<_>>().join(", ");
            let _ = write!(out, " {}: {shown}", t.say("health-places", &[]));
            if places.len() > PLACES_SHOWN {
                let more = [("count", Arg::from((places.len() - PLACES_SHOWN) as u64))];
                let _ = write!(out, " {}", t.say("health-places-more", &more));
            }
        }
        let _ = write!(out, "\n  {}: {}", t.say("health-do", &[]), t.named("health-do", code));
    }
    out
}

// What a judgement or an outcome finds about the order, in one line; nothing where it finds nothing.
fn findings_line(t: &Texts, findings: &[String], defects: &[String]) -> String {
    if findings.is_empty() {
        return String::new();
    }
    let mut line = format!("\n{} {}", t.say("review-findings", &[]), codes(t, "order-finding", findings));
    if !defects.is_empty() {
        let _ = write!(line, " ({})", t.say("review-defects", &[("codes", Arg::from(defects.join(", ")))]));
    }
    line
}

// What the answers of a sheet come to: the verdict with its rule, and what still decides.
fn judgement_lines(t: &Texts, judged: &Judgement) -> String {
    let rule = if judged.rule.is_empty() {
        t.say("review-rule-none", &[])
    } else {
        let rule = t.say("review-rule-id", &[("rule", Arg::from(judged.rule.as_str()))]);
        format!("{rule} {}", pick(&judged.rule_text, t))
    };
    let verdict = t.named("verdict", &judged.verdict);
    let mut out = format!("\n{}: {verdict}. {}", t.say("review-verdict", &[]), rule.trim_end());
    if !judged.deciding.is_empty() {
        let _ = write!(out, "\n{} {}", t.say("review-still-deciding", &[]), judged.deciding.join(" "));
    }
    out
}

// What became of the two reviews.
fn outcome_lines(t: &Texts, outcome: &ReviewOutcome) -> String {
    let how = if outcome.how.is_empty() { "disputed" } else { &outcome.how };
    let mut out = format!("\n{}: ", t.say("review-outcome", &[]));
    if !outcome.verdict.is_empty() {
        let _ = write!(out, "{}. ", t.named("verdict", &outcome.verdict));
    }
    out.push_str(&t.named("review-outcome", how));
    if !outcome.how.is_empty() && !outcome.standing {
        let _ = write!(out, " {}", t.say("review-outcome-apart", &[]));
    }
    if !outcome.disputes.is_empty() {
        let _ = write!(out, "\n{}", t.say("review-disputes", &[("codes", Arg::from(outcome.disputes.join(", ")))]));
    }
    out + &findings_line(t, &outcome.findings, &outcome.defects)
}

fn lines(out: &mut String, list: &[LedgerLine], texts: &Texts) {
    for line in list {
        let _ = writeln!(out, "{:>5}  {}  {}", line.seq, utc(line.recorded_at), told(line, texts));
    }
}

impl Answer {
    pub(super) fn new(document: Value, text: impl Fn(&Texts) -> String + 'static) -> Self {
        Self { document, text: Box::new(text), exit: 0 }
    }

    /// What it says is bad: the exit code tells so.
    pub(super) fn bad(self) -> Self {
        Self { exit: 1, ..self }
    }

    /// What was asked cannot be understood: the exit code tells so.
    pub(super) fn unusable(self) -> Self {
        Self { exit: 2, ..self }
    }

    /// It is done.
    pub fn done() -> Self {
        Self::new(json!({ "done": true }), |t| t.say("cli-done", &[]))
    }

    /// Where the vault stands.
    pub fn state(state: &VaultState) -> Self {
        let (label, code) = (state.label.clone(), state.state.clone());
        Self::new(document(state), move |t| t.say(&format!("cli-vault-{code}"), &[("label", Arg::from(label.as_str()))]))
    }

    /// The example was made.
    pub fn example(state: &VaultState, words: &str) -> Self {
        let (label, words) = (state.label.clone(), words.to_owned());
        let mut doc = document(state);
        if let Some(map) = doc.as_object_mut() {
            map.insert("passphrase".to_owned(), words.clone().into());
        }
        Self::new(doc, move |t| {
            let made = t.say("cli-example-made", &[("label", Arg::from(label.as_str()))]);
            if words.is_empty() {
                made
            } else {
                format!("{made}\n{}", t.say("cli-example-passphrase", &[("words", Arg::from(words.as_str()))]))
            }
        })
    }

    /// What the authors of works inside the program ask to be said.
    pub fn notices(notices: &Notices) -> Self {
        let rows = notices.rows.clone();
        Self::new(document(notices), move |_| {
            let titled = rows
                .iter()
                .map(|Notice { work, text }| format!("{work}\n{}\n\n{}", "=".repeat(work.chars().count()), text.trim()));
            titled.collect::<Vec<_>>().join("\n\n\n")
        })
    }

    /// Something was saved.
    pub fn saved(saved: &Saved) -> Self {
        let (reference, seq) = (saved.reference.clone(), u64::from(saved.seq));
        Self::new(document(saved), move |t| {
            let seq = ("seq", Arg::from(seq));
            // A record of a kind that has no references has nothing to be called by.
            if reference.is_empty() {
                return t.say("cli-saved-plain", &[seq]);
            }
            t.say("cli-saved", &[("reference", Arg::from(reference.as_str())), seq])
        })
    }

    /// What an import does or did.
    pub fn import(summary: &ImportSummary, columns: &[(String, String)]) -> Self {
        let s = summary.clone();
        let columns = columns.to_vec();
        let mut whole = document(summary);
        if let Some(map) = whole.as_object_mut() {
            let list = columns.iter().map(|(header, field)| json!({ "header": header, "field": field })).collect();
            map.insert("columns".to_owned(), Value::Array(list));
        }
        Self::new(whole, move |t| {
            let n = |n: u32| Arg::from(u64::from(n));
            let id = if s.batch.is_empty() { "cli-import-dry" } else { "cli-import-made" };
            let mut out = t.say(
                id,
                &[
                    ("rows", n(s.rows)),
                    ("orders", n(s.orders)),
                    ("items", n(s.items)),
                    ("duplicates", n(s.duplicates)),
                    ("known", n(s.known)),
                    ("rejected", n(s.rejected_total)),
                    ("batch", Arg::from(s.batch.as_str())),
                ],
            );
            if let Some(seen) = &s.seen_before {
                let when = utc(seen.at);
                let args =
                    [("name", Arg::from(seen.name.as_str())), ("when", Arg::from(when.as_str())), ("orders", n(seen.orders))];
                let _ = write!(out, "\n{}", t.say("cli-import-seen", &args));
            }
            if s.grown > 0 {
                let args = [("orders", n(s.grown)), ("items", n(s.added)), ("outcomes", n(s.outcomes))];
                let _ = write!(out, "\n{}", t.say("cli-import-grown", &args));
            }
            if s.differing > 0 {
                let _ = write!(out, "\n{}", t.say("cli-import-differing", &[("count", n(s.differing))]));
            }
            for dates in s.dates.iter().filter(|dates| dates.asks) {
                let column = columns.get(usize::try_from(dates.column).unwrap_or(0)).map_or("", |(header, _)| header.as_str());
                let args = [("column", Arg::from(column)), ("sample", Arg::from(dates.sample.as_str()))];
                let _ = write!(out, "\n{}", t.say("cli-import-dates", &args));
            }
            for warning in s.warnings.iter().take(10) {
                let args = [
                    ("row", n(warning.row)),
                    ("shown", Arg::from(warning.shown.as_str())),
                    ("code", Arg::from(warning.code.as_str())),
                ];
                let _ = write!(out, "\n{}", t.say("cli-import-warning", &args));
            }
            // What each column was taken for: a column that is ignored is seen here, not missed later.
            for (header, field) in &columns {
                let _ = write!(out, "\n  {header} → {field}");
            }
            for row in &s.rejected {
                let reason = t.named("reject", &row.reason);
                let _ = write!(
                    out,
                    "\n{}",
                    t.say(
                        "cli-import-rejected",
                        &[("row", n(row.row)), ("reason", Arg::from(reason.as_str())), ("cell", Arg::from(row.cell.as_str()))]
                    )
                );
            }
            out
        })
    }

    /// Official figures of a file: read, not written.
    pub fn figures(figures: &ImportFigures) -> Self {
        let f = figures.clone();
        Self::new(document(figures), move |t| {
            let n = |n: u32| Arg::from(u64::from(n));
            let mut out =
                t.say("cli-import-figures", &[("rows", n(f.rows)), ("figures", n(f.figures)), ("rejected", n(f.rejected_total))]);
            for figure in f.first.iter().take(20) {
                let _ = write!(
                    out,
                    "\n{} {} {} {} {} {}",
                    figure.period_from, figure.period_to, figure.country, figure.metric, figure.value, figure.ground
                );
            }
            out
        })
    }

    /// A list of orders.
    pub fn orders(page: &OrdersPage) -> Self {
        let p = page.clone();
        Self::new(document(page), move |t| {
            let mut out = String::new();
            for row in &p.rows {
                let state = t.named("deadline", &row.deadline_state);
                let _ = writeln!(
                    out,
                    "{}  {}  {}  {}  {state}  {}",
                    row.reference,
                    row.number,
                    pick(&row.authority, t),
                    pick(&row.platform, t),
                    row.items
                );
            }
            let _ = write!(
                out,
                "{}",
                t.say("cli-orders-total", &[("count", Arg::from(u64::from(p.total))), ("all", Arg::from(u64::from(p.all)))])
            );
            out
        })
    }

    /// What a search found: reference, title, and where the words stand, in brackets.
    pub fn search(page: &SearchPage) -> Self {
        let p = page.clone();
        Self::new(document(page), move |t| {
            let mut out = String::new();
            for hit in &p.hits {
                let line = hit.snippet.iter().fold(String::new(), |mut line, segment| {
                    let text = segment.text.split_whitespace().collect::<Vec<_>>().join(" ");
                    let (before, after) =
                        (segment.text.starts_with(char::is_whitespace), segment.text.ends_with(char::is_whitespace));
                    let blank = |is: bool| if is { " " } else { "" };
                    let _ = if segment.hit {
                        write!(line, "[{text}]")
                    } else {
                        write!(line, "{}{text}{}", blank(before), blank(after && !text.is_empty()))
                    };
                    line
                });
                let _ = writeln!(out, "{}  {}\n    {line}", hit.reference, pick(&hit.title, t));
            }
            let count = [("count", Arg::from(u64::from(p.total)))];
            out.push_str(&match (p.total, p.more) {
                (0, _) => t.say("search-none", &[]),
                (_, false) => t.say("search-total", &count),
                (_, true) => t.say("search-more", &count),
            });
            out
        })
    }

    /// What is wrong with a filter, with a mark below the place.
    pub fn filter_problem(filter: &str, problem: &FilterProblem) -> Self {
        let (text, p) = (filter.to_owned(), problem.clone());
        let answer = Self::new(json!({ "problem": problem }), move |t| {
            let units: Vec<u16> = text.encode_utf16().collect();
            let at = |unit: u32| usize::try_from(unit).unwrap_or(usize::MAX).min(units.len());
            let (from, to) = (at(p.from), at(p.to));
            let part = String::from_utf16_lossy(units.get(from..to).unwrap_or_default());
            let before = String::from_utf16_lossy(units.get(..from).unwrap_or_default()).chars().count();
            let said = t.say(&p.code.replace('_', "-"), &[("part", Arg::from(part.as_str()))]);
            let mut out = format!("{text}\n{}{}\n{said}", " ".repeat(before), "^".repeat(part.chars().count().max(1)));
            if !p.suggestions.is_empty() {
                let list = p.suggestions.join(", ");
                let _ = write!(out, "\n{}", t.say("filter-suggestions", &[("list", Arg::from(list.as_str()))]));
            }
            out
        });
        Self { exit: 2, ..answer }
    }

    /// One order.
    pub fn order(detail: &OrderDetail, findings: &OrderFindings) -> Self {
        let (d, f) = (detail.clone(), findings.clone());
        let mut whole = document(detail);
        if let Some(map) = whole.as_object_mut() {
            map.insert("findings".to_owned(), document(findings));
        }
        Self::new(whole, move |t| {
            let mut out = format!("{}  {}\n{}  {}\n", d.reference, d.order.number, pick(&d.authority, t), pick(&d.platform, t));
            let _ = writeln!(out, "{}", t.named("deadline", &d.deadline_state));
            for item in &d.items {
                let verdict = item.verdict.as_deref().map(|v| t.named("verdict", v)).unwrap_or_default();
                let mark = if item.place == 0 { "-".to_owned() } else { format!("{}.", item.place) };
                let _ = writeln!(out, "{mark} {}  {}  {verdict}", item.locator, t.named("outcome", &item.outcome));
            }
            let n = |n: u32| Arg::from(u64::from(n));
            let judged = t.say("order-findings-judged", &[("judged", n(f.judged)), ("of", n(f.items))]);
            let _ = writeln!(out, "{}. {judged}", t.say("order-findings", &[]));
            for NamedCount { code, count } in &f.flags {
                let items = t.say("order-findings-flag", &[("count", n(*count))]);
                let _ = writeln!(out, "  {}: {items}", t.named("order-finding", code));
            }
            lines(&mut out, &d.history, t);
            out
        })
    }

    /// What the ledger says of an order.
    pub fn history(detail: &OrderDetail) -> Self {
        let list = detail.history.clone();
        Self::new(document(&detail.history), move |t| {
            let mut out = String::new();
            lines(&mut out, &list, t);
            out
        })
    }

    /// The newest entries.
    pub fn ledger(found: &LedgerLines) -> Self {
        let list = found.lines.clone();
        Self::new(document(found), move |t| {
            let mut out = String::new();
            lines(&mut out, &list, t);
            out
        })
    }

    /// Complaints.
    pub fn complaints(list: &Complaints) -> Self {
        let rows = list.rows.clone();
        Self::new(document(list), move |t| {
            rows.iter().fold(String::new(), |mut out, c| {
                let _ = writeln!(
                    out,
                    "{}  {}  {}  {}",
                    c.reference,
                    t.named("channel", &c.channel),
                    t.named("decision", &c.decision),
                    c.order_reference
                );
                out
            })
        })
    }

    /// Platforms.
    pub fn platforms(list: &Platforms) -> Self {
        let rows = list.rows.clone();
        Self::new(document(list), move |t| {
            rows.iter().fold(String::new(), |mut out, p| {
                let _ = writeln!(
                    out,
                    "{}  {}  {}",
                    pick(&p.name, t),
                    t.say(&format!("cli-threshold-{}", p.meets_threshold), &[]),
                    p.orders
                );
                out
            })
        })
    }

    /// Records of one kind.
    pub fn records(page: &RecordsPage) -> Self {
        let rows = page.rows.clone();
        Self::new(document(page), move |t| {
            rows.iter().fold(String::new(), |mut out, row| {
                let _ =
                    writeln!(out, "{}  {}", if row.reference.is_empty() { &row.id } else { &row.reference }, pick(&row.label, t));
                out
            })
        })
    }

    /// One record: its fields, what is linked to it, and what the ledger says of it.
    pub fn record(detail: &RecordDetail) -> Self {
        let d = detail.clone();
        Self::new(document(detail), move |t| {
            let mut out = format!("{}  {}\n", d.record.reference, pick(&d.record.label, t));
            for (name, value) in &d.record.fields {
                let shown = match (d.record.links.get(name), value) {
                    (Some(link), _) => pick(&link.label, t),
                    (None, FieldValue::Text(text)) => text.clone(),
                    (None, FieldValue::Number(number)) => number.to_string(),
                    (None, FieldValue::Codes(codes)) => codes.join(", "),
                    (None, FieldValue::Mark(set)) => t.named("tri", if *set { "yes" } else { "no" }),
                    (None, FieldValue::Time(time)) => {
                        time.earliest.zip(time.latest).map_or_else(String::new, |(a, b)| format!("{} – {}", utc(a), utc(b)))
                    }
                };
                let _ = writeln!(out, "{}: {shown}", field_word(t, &d.record.kind, name));
            }
            for page in &d.linked {
                let kind = t.say(&format!("record-many-{}", page.kind.replace('_', "-")), &[]);
                let _ = writeln!(out, "{kind}: {}", page.total);
            }
            lines(&mut out, &d.history, t);
            out
        })
    }

    /// The queue.
    pub fn queue(queue: &Queue) -> Self {
        let q = queue.clone();
        Self::new(document(queue), move |t| {
            let n = |n: u32| Arg::from(u64::from(n));
            let counts = [
                ("seat", Arg::from(if q.seat.is_empty() { "—" } else { q.seat.as_str() })),
                ("open", n(q.open)),
                ("mine", n(q.mine)),
                ("waiting", n(q.waiting)),
                ("disputed", n(q.disputed)),
                ("again", n(q.again)),
                ("settled", n(q.settled)),
            ];
            let mut out = t.say("cli-queue", &counts);
            for row in &q.rows {
                let verdict = row.verdict.as_deref().map(|v| t.named("verdict", v)).unwrap_or_default();
                let disputes = row.disputes.join(" ");
                let state = t.say(&format!("review-state-{}", row.state), &[]);
                let _ = write!(out, "\n{}  {}  {state}  {}  {disputes}  {verdict}", row.id, row.reference, row.locator);
            }
            if q.cut {
                let _ = write!(out, "\n{}", t.say("review-queue-cut", &[("count", Arg::from(q.rows.len() as u64))]));
            }
            out
        })
    }

    /// A review.
    pub fn sheet(sheet: &ReviewSheet) -> Self {
        let s = sheet.clone();
        Self::new(document(sheet), move |t| {
            let what = item_words(&s.reference, &place_words(s.item.place), t);
            let mut out = format!("{what}  {}  {}\n{}\n\n", t.named("cli-stage", &s.stage), s.item.locator, s.item.text);
            let given =
                |answers: &[ReviewAnswer], code: &str| answers.iter().find(|a| a.code == code && !a.value.is_empty()).cloned();
            for q in &s.questions {
                let taken = given(&s.proposed, &q.code);
                let shown = given(&s.answers, &q.code).or_else(|| taken.clone());
                // What somebody gave grounds for is theirs, whatever the register says.
                let mark = if shown.is_some() && shown == taken {
                    format!("  ({})", t.say("cli-from-register", &[]))
                } else {
                    String::new()
                };
                let value = shown.map(|a| a.value).unwrap_or_default();
                let _ = writeln!(out, "{:4} [{value:2}] {}{mark}", q.code, pick(&q.text, t));
            }
            out.push_str(&judgement_lines(t, &s.judgement));
            if let Some(locked) = &s.locked {
                let _ = write!(out, "\n{}: {}", t.say("review-final", &[]), t.named("verdict", &locked.verdict));
            }
            // What two people came to says of the order what stands; until then the answers at hand do.
            if s.outcome.as_ref().is_none_or(|outcome| outcome.findings.is_empty()) {
                out.push_str(&findings_line(t, &s.judgement.findings, &s.judgement.defects));
            }
            if let Some(outcome) = &s.outcome {
                out.push_str(&outcome_lines(t, outcome));
            }
            out
        })
    }

    /// Who reviews.
    pub fn reviewers(reviewers: &Reviewers) -> Self {
        let shown = reviewers.clone();
        Self::new(document(reviewers), move |t| {
            let mut out = String::new();
            for row in &shown.rows {
                let mark = if row.id == shown.seat { '*' } else { ' ' };
                let counts = [("locked", Arg::from(u64::from(row.locked))), ("open", Arg::from(u64::from(row.open)))];
                let _ = writeln!(out, "{mark} {}  {}  {}", row.id, row.name, t.say("cli-reviewer", &counts));
            }
            out
        })
    }

    /// How far reviewers agree.
    pub fn agreement(agreement: &Agreement) -> Self {
        let shown = agreement.clone();
        Self::new(document(agreement), move |t| {
            let n = |n: u32| Arg::from(u64::from(n));
            let counts = [
                ("major", n(shown.major)),
                ("pairs", n(shown.pairs)),
                ("disputed", n(shown.disputed)),
                ("adjudicated", n(shown.adjudicated)),
            ];
            let mut out = t.say("cli-agreement", &counts);
            let number = |value: Option<f64>| value.map_or_else(|| "—".to_owned(), |v| t.decimal(v));
            for line in [&shown.verdict, &shown.criticism].into_iter().chain(&shown.questions) {
                let interval = line.low.zip(line.high).map(|(low, high)| format!(" [{}; {}]", t.decimal(low), t.decimal(high)));
                let _ = write!(
                    out,
                    "\n{:10} n {:>5}  {} %  α {}{}  AC1 {}  κ {}  {}",
                    line.code,
                    line.n,
                    line.percent.map_or_else(|| "—".to_owned(), |p| format!("{:.0}", p * 100.0)),
                    number(line.alpha),
                    interval.unwrap_or_default(),
                    number(line.ac1),
                    number(line.kappa),
                    line.status
                );
            }
            out
        })
    }

    /// Sealed papers.
    pub fn papers(papers: &[PaperLine]) -> Self {
        let rows = papers.to_vec();
        Self::new(document(&rows), move |t| {
            let row = |p: &PaperLine| {
                let digest = p.digest.get(..16).unwrap_or_default();
                [p.seq.to_string(), digest.to_owned(), p.kind.clone(), p.audience.clone(), p.name.clone()].join("  ")
            };
            if rows.is_empty() { t.say("papers-none", &[]) } else { rows.iter().map(row).collect::<Vec<_>>().join("\n") }
        })
    }

    /// A bundle.
    pub fn bundle(saved: &BundleSaved) -> Self {
        let b = saved.clone();
        Self::new(document(saved), move |t| {
            let args = [
                ("name", Arg::from(b.name.as_str())),
                ("bytes", Arg::from(b.bytes)),
                ("digest", Arg::from(b.digest.as_str())),
                ("entries", Arg::from(b.entries)),
                ("shown", Arg::from(b.shown)),
                ("withheld", Arg::from(b.withheld)),
            ];
            let figures = t.named("bundle-figures", &b.figures);
            let program = t.say(if b.has_verifier { "bundle-program" } else { "bundle-program-none" }, &[]);
            format!("{}\n{figures}\n{program}", t.say("cli-bundle", &args))
        })
    }

    /// A sealed paper.
    pub fn paper(paper: &PaperLine) -> Self {
        let p = paper.clone();
        Self::new(document(paper), move |t| {
            t.say(
                "cli-paper",
                &[
                    ("name", Arg::from(p.name.as_str())),
                    ("bytes", Arg::from(u64::from(p.bytes))),
                    ("digest", Arg::from(p.digest.as_str())),
                    ("seq", Arg::from(u64::from(p.seq))),
                ],
            )
        })
    }

    /// Exhibits of an order, each with what was done with it.
    pub fn exhibits(exhibits: &Exhibits) -> Self {
        let rows = exhibits.rows.clone();
        Self::new(document(exhibits), move |t| {
            if rows.is_empty() {
                return t.say("cli-exhibits-none", &[]);
            }
            rows.iter().fold(String::new(), |mut out, row| {
                let _ = writeln!(out, "{}  {}  {}", row.reference, t.named("exhibit-kind", &row.kind), row.description);
                let _ = writeln!(out, "    SHA-256 {}  {}  {}", row.sha256, row.size, row.mime);
                for done in &row.custody {
                    let said = [
                        done.at.earliest.map(utc).unwrap_or_default(),
                        t.named("custody", &done.action),
                        done.actor.clone(),
                        done.reason.clone(),
                    ];
                    let said: Vec<String> = said.into_iter().filter(|part| !part.is_empty()).collect();
                    let _ = writeln!(out, "    {}", said.join("  "));
                }
                out
            })
        })
    }

    /// A copy of an exhibit that was saved.
    pub fn exhibit_saved(saved: &ExhibitSaved) -> Self {
        let s = saved.clone();
        Self::new(document(saved), move |t| {
            let text = |text: &str| Arg::from(text.to_owned());
            t.say(
                "cli-exhibit-saved",
                &[
                    ("reference", text(&s.reference)),
                    ("name", text(&s.name)),
                    ("digest", text(&s.sha256)),
                    ("seq", Arg::from(u64::from(s.seq))),
                ],
            )
        })
    }

    /// What verifying an exhibit came to; the exit code says it too.
    pub fn exhibit_verified(verified: &ExhibitVerified) -> Self {
        let v = verified.clone();
        let is_good = v.state == "good";
        let said = Self::new(document(verified), move |t| {
            let named = [("reference", Arg::from(v.reference.as_str())), ("seq", Arg::from(u64::from(v.seq)))];
            t.say(&format!("cli-exhibit-verified-{}", v.state), &named)
        });
        if is_good { said } else { said.bad() }
    }

    /// An export that was written.
    pub fn export(done: &ExportDone, is_open: bool) -> Self {
        let d = done.clone();
        Self::new(document(done), move |t| {
            let n = |n: u32| Arg::from(u64::from(n));
            let mut out = t.say(
                "export-cli-done",
                &[
                    ("name", Arg::from(d.name.as_str())),
                    ("rows", n(d.rows)),
                    ("bytes", Arg::from(d.bytes)),
                    ("digest", Arg::from(d.digest.as_str())),
                ],
            );
            for (id, count) in
                [("left-out", d.left_out), ("withheld", d.withheld), ("shortened", d.shortened), ("held-back", d.held_back)]
            {
                if count > 0 {
                    let _ = write!(out, "\n{}", t.say(&format!("export-cli-{id}"), &[("count", n(count))]));
                }
            }
            if is_open {
                let _ = write!(out, "\n{}", t.say("export-cli-open", &[]));
            }
            out
        })
    }

    /// A register that was read back.
    pub fn read_back(back: &RegisterImported) -> Self {
        let b = back.clone();
        Self::new(document(back), move |t| {
            let n = |n: u32| Arg::from(u64::from(n));
            t.say(
                "export-cli-back",
                &[("name", Arg::from(b.name.as_str())), ("records", n(b.records)), ("orders", n(b.orders)), ("seq", n(b.seq))],
            )
        })
    }

    /// What verification found.
    pub fn verified(report: &VerifyReport) -> Self {
        let r = report.clone();
        let mut answer = Self::new(document(report), move |t| {
            let n = |n: u32| Arg::from(u64::from(n));
            let id = if r.findings.is_empty() { "cli-verified" } else { "cli-verified-bad" };
            let mut out = t.say(
                id,
                &[
                    ("entries", n(r.entries)),
                    ("checkpoints", n(r.checkpoints)),
                    ("rows", n(r.rows)),
                    ("findings", Arg::from(r.findings.len() as u64)),
                    ("root", Arg::from(r.root.as_str())),
                ],
            );
            out.push_str(&damage(t, r.findings.iter().map(|f| (f.code.as_str(), f.place.as_str()))));
            out
        });
        answer.exit = u8::from(!report.findings.is_empty());
        answer
    }
}
