//! The statutory checklist: which provisions were in force on the day of an order, and what the register's own facts say of B1 to B7 and B14.
//!
//! The law is data (assets/law). An answer from the register is never more than "likely", rests on named fields, and is given only where nothing
//! else can follow from them: of an unknown day, an unlisted holiday or a field that nobody filled nothing follows.

use super::rubric::Texts;
use super::time::Moment;
use chrono::{Datelike, Duration, NaiveDate, Weekday};
use serde::Deserialize;
use std::sync::OnceLock;

const LAW: &str = include_str!("../../../../assets/law/provisions.json");

/// Questions of the statutory checklist, in their order.
pub const CHECKLIST: [&str; 8] = ["B1", "B2", "B3", "B4", "B5", "B6", "B7", "B14"];
/// Questions that ask for the cyberbullying statute itself: they apply to orders that rest on it.
const OF_STATUTE: [&str; 4] = ["B2", "B3", "B4", "B5"];
/// The expert group decides within so many working days (Law on Mass Media, article 40).
const TERM_WORKING_DAYS: i64 = 3;
/// A reasoned decision of the chair may extend the term by so many calendar days (rules of the expert group).
const EXTENSION_DAYS: i64 = 15;
/// Days off that no list of fixed holidays has: Kurban Ait, and one day moved by the government.
const DAYS_OFF_MARGIN: i64 = 2;

/// Yes, no, or not to be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InForce {
    /// On every day on which the order can have been issued.
    Yes,
    /// On none of them.
    No,
    /// On some, or the days are not known.
    Unknown,
}

impl InForce {
    /// Returns its code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Unknown => "unknown",
        }
    }
}

/// A provision of law with its versions.
#[derive(Debug, Clone, Deserialize)]
pub struct Provision {
    /// Code of the provision in our data.
    pub code: String,
    /// The act.
    pub act: Texts,
    /// Article; empty where the whole act is meant.
    pub article: String,
    words: Vec<String>,
    numbers: Vec<String>,
    /// Questions that rest on it.
    pub checks: Vec<String>,
    /// Versions, oldest first.
    pub versions: Vec<Version>,
}

/// A provision in the days it was in force.
#[derive(Debug, Clone, Deserialize)]
pub struct Version {
    /// First day, YYYY-MM-DD; with a coarser precision the earliest that it can have been.
    pub in_force_from: Option<String>,
    /// Last day; with a coarser precision the latest that it can have been. Nothing while it is in force.
    pub in_force_to: Option<String>,
    precision: String,
    /// What it says, in our own words.
    pub summary: Texts,
    /// Where it was read.
    pub source: String,
    /// The wording was compared with the source.
    pub checked: bool,
}

#[derive(Deserialize)]
struct LawText {
    provisions: Vec<Provision>,
    holidays: Vec<String>,
}

/// The law as far as the checklist needs it.
pub struct Law {
    provisions: Vec<Provision>,
    holidays: Vec<(u32, u32)>,
}

/// The asset cannot be read: the build is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the law's data cannot be read")]
pub struct Error;

/// What the register knows of an order, as far as the checklist asks. Codes are those of the register; an empty one says nothing.
#[derive(Debug, Clone)]
pub struct Facts {
    /// Kind of instrument.
    pub instrument: String,
    /// Ground.
    pub ground: String,
    /// Whether it names its items.
    pub names_items_by_url: String,
    /// Reasons given.
    pub reasons_level: String,
    /// When it was issued.
    pub issued: Moment,
    /// Cited provisions as written.
    pub provisions: String,
    /// The application behind it.
    pub application: Option<Application>,
    /// The decision of the state's expert group behind it.
    pub experts: Option<ExpertGroup>,
}

/// An application to the ministry.
#[derive(Debug, Clone)]
pub struct Application {
    /// Who filed it.
    pub filer_capacity: String,
    /// How it was signed.
    pub signature: String,
    /// Whether it went to the expert group.
    pub to_expert_group: String,
    /// Whether the term was extended.
    pub extended: String,
    /// Whether the extension was reasoned.
    pub extension_reasoned: String,
    /// When it was filed.
    pub filed: Moment,
}

/// A decision of the state's expert group.
#[derive(Debug, Clone)]
pub struct ExpertGroup {
    /// When it was asked.
    pub requested: Moment,
    /// When it decided.
    pub decided: Moment,
    /// What it concluded.
    pub conclusion: String,
    /// Whether the term was extended.
    pub extended: String,
}

/// The record that a fact stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Record {
    /// The order.
    Order,
    /// The application.
    Complaint,
    /// The decision of the expert group.
    ExpertDecision,
}

/// A line of the checklist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Question.
    pub code: &'static str,
    /// LY, LN, NA, or empty where nothing follows.
    pub value: &'static str,
    /// Why, as a code; empty where nothing follows.
    pub why: &'static str,
    /// Fields that it follows from.
    pub fields: Vec<(Record, &'static str)>,
    /// Places in [`Law::provisions`], the version that fits the day best, and whether it was in force.
    pub provisions: Vec<(usize, usize, InForce)>,
}

type Days = Option<(NaiveDate, NaiveDate)>;

/// Returns the first and the last calendar day, in its own zone, on which a moment can lie.
#[must_use]
pub fn days_of(moment: &Moment) -> Days {
    let (earliest, latest) = moment.bounds()?;
    let local = |second: i64| {
        chrono::DateTime::from_timestamp(second.checked_add(i64::from(moment.offset_minutes) * 60)?, 0).map(|t| t.date_naive())
    };
    Some((local(earliest)?, local(latest)?))
}

impl Law {
    /// Reads the law that comes with the program, once.
    pub fn load() -> Result<&'static Self, Error> {
        static LOADED: OnceLock<Result<Law, Error>> = OnceLock::new();
        LOADED.get_or_init(Self::read).as_ref().map_err(|e| *e)
    }

    fn read() -> Result<Self, Error> {
        let text: LawText = serde_json::from_str(LAW).map_err(|_| Error)?;
        let holiday = |day: &String| {
            let (month, day) = day.split_once('-')?;
            Some((month.parse().ok()?, day.parse().ok()?))
        };
        let holidays: Option<Vec<(u32, u32)>> = text.holidays.iter().map(holiday).collect();
        Ok(Self { provisions: text.provisions, holidays: holidays.ok_or(Error)? })
    }

    /// Returns the provisions in their order.
    #[must_use]
    pub fn provisions(&self) -> &[Provision] {
        &self.provisions
    }

    /// Fills the statutory checklist from the register.
    #[must_use]
    pub fn checklist(&self, facts: &Facts) -> Vec<Line> {
        let issued = days_of(&facts.issued);
        CHECKLIST.into_iter().map(|code| self.line(code, facts, issued)).collect()
    }

    fn line(&self, code: &'static str, facts: &Facts, issued: Days) -> Line {
        let (value, why, fields) = match code {
            "B1" => self.cited(facts, issued),
            _ if OF_STATUTE.contains(&code) => match self.applies(code, facts, issued) {
                Some((why, fields)) => ("NA", why, fields),
                None => match code {
                    "B3" => experts_before(facts, issued),
                    "B4" => entitled(facts),
                    "B5" => self.term(facts),
                    _ => ("", "", Vec::new()),
                },
            },
            "B6" => named(facts),
            "B7" => reasoned(facts),
            _ => instrument(facts),
        };
        Line { code, value, why, fields, provisions: self.rests_on(code, facts, issued) }
    }

    // Why a question of the statute does not apply to the order, if it does not.
    fn applies(&self, code: &str, facts: &Facts, issued: Days) -> Option<(&'static str, Vec<(Record, &'static str)>)> {
        let day = vec![(Record::Order, "issued")];
        if self.first_day("child-rights-1-4-1").is_some_and(|from| issued.is_some_and(|(_, last)| last < from)) {
            return Some(("before_statute", day));
        }
        let other = !matches!(facts.ground.as_str(), "" | "not_stated" | "child_cyberbullying" | "bullying_unspecified");
        if other && !cites_statute(&facts.provisions.to_lowercase()) {
            return Some(("other_ground", vec![(Record::Order, "ground"), (Record::Order, "provisions")]));
        }
        let rules = self.first_day("expert-group-rules-365");
        (code == "B3" && rules.is_some_and(|from| issued.is_some_and(|(_, last)| last < from))).then_some(("before_rules", day))
    }

    fn first_day(&self, code: &str) -> Option<NaiveDate> {
        let provision = self.provisions.iter().find(|p| p.code == code)?;
        provision.versions.first()?.in_force_from.as_deref()?.parse().ok()
    }

    fn recognised(&self, facts: &Facts) -> impl Iterator<Item = (usize, &Provision)> {
        let cited = facts.provisions.to_lowercase().replace(['–', '‑', '—'], "-");
        self.provisions.iter().enumerate().filter(move |(_, p)| p.is_cited(&cited))
    }

    // Only "not in force" is concluded: that what was recognised was in force says nothing of what was not.
    fn cited(&self, facts: &Facts, issued: Days) -> Answered {
        let never = |p: &Provision| !p.versions.is_empty() && p.versions.iter().all(|v| v.in_force(issued) == InForce::No);
        if self.recognised(facts).any(|(_, p)| never(p)) {
            ("LN", "not_in_force", vec![(Record::Order, "provisions"), (Record::Order, "issued")])
        } else {
            ("", "", Vec::new())
        }
    }

    fn rests_on(&self, code: &str, facts: &Facts, issued: Days) -> Vec<(usize, usize, InForce)> {
        let best = |place: usize, p: &Provision| {
            let of = |v: &Version| match v.in_force(issued) {
                InForce::Yes => 0,
                InForce::Unknown => 1,
                InForce::No => 2,
            };
            let (at, version) = p.versions.iter().enumerate().min_by_key(|(_, v)| of(v))?;
            Some((place, at, version.in_force(issued)))
        };
        if code == "B1" {
            return self.recognised(facts).filter_map(|(place, p)| best(place, p)).collect();
        }
        let mut found: Vec<_> = (0..)
            .zip(&self.provisions)
            .filter(|(_, p)| p.checks.iter().any(|c| c == code))
            .filter_map(|(place, p)| best(place, p))
            .collect();
        // Where one of them was certainly in force, those that certainly were not only distract.
        if found.iter().any(|(_, _, force)| *force == InForce::Yes) {
            found.retain(|(_, _, force)| *force != InForce::No);
        }
        found
    }

    // Working days after the first day up to and with the second: all weekdays at the most, at the least without fixed holidays and a margin for
    // those that no list has.
    fn working_days(&self, from: NaiveDate, to: NaiveDate) -> (i64, i64) {
        let mut day = from;
        let (mut most, mut least) = (0, 0);
        // Beyond this the count decides nothing any more.
        for _ in 0..(to - from).num_days().clamp(0, 400) {
            day = day.checked_add_signed(Duration::days(1)).unwrap_or(day);
            if !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
                most += 1;
                least += i64::from(!self.holidays.contains(&(day.month(), day.day())));
            }
        }
        (most, (least - DAYS_OFF_MARGIN).max(0))
    }

    fn term(&self, facts: &Facts) -> Answered {
        let Some(experts) = &facts.experts else { return NOTHING };
        let asked = days_of(&experts.requested);
        let (begun, field) = match (asked, facts.application.as_ref().and_then(|a| days_of(&a.filed))) {
            (_, Some(filed)) => (filed, (Record::Complaint, "filed")),
            (Some(asked), None) => (asked, (Record::ExpertDecision, "requested")),
            (None, None) => return NOTHING,
        };
        let Some(decided) = days_of(&experts.decided) else { return NOTHING };
        let mut fields = vec![field, (Record::ExpertDecision, "decided")];
        let application = facts.application.as_ref();
        let by_experts = experts.extended.as_str();
        let by_application = application.map_or("", |a| a.extended.as_str());
        let reasoned = application.map_or("", |a| a.extension_reasoned.as_str());
        let extended = match by_experts {
            "yes" | "no" => (Record::ExpertDecision, "extended"),
            _ => (Record::Complaint, "extended"),
        };
        let either = |code: &str| by_experts == code || by_application == code;
        let is_extended = if either("yes") { Some(true) } else { either("no").then_some(false) };
        match self.within(begun, decided, (is_extended, reasoned)) {
            Within::Term => ("LY", "in_term", fields),
            Within::Nothing => NOTHING,
            Within::WithoutReasons => {
                fields.extend([extended, (Record::Complaint, "extension_reasoned")]);
                ("LN", "extension_without_reasons", fields)
            }
            Within::AfterExtension => {
                fields.push(extended);
                ("LN", "after_extension", fields)
            }
            Within::AfterTerm => {
                fields.push(extended);
                ("LN", "after_term", fields)
            }
        }
    }

    /// Says whether an application was decided within the term of article 40 of the Law on Mass Media: three working days, which a reasoned decision
    /// extends by fifteen calendar days at the most. Nothing where days, or what is known of an extension, leave both open.
    #[must_use]
    pub fn is_decided_in_term(&self, filed: &Moment, decided: &Moment, extended: &str, reasoned: &str) -> Option<bool> {
        let extended = match extended {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        };
        let (begun, done) = (days_of(filed)?, days_of(decided)?);
        // Fifteen days from the filing itself, the strictest reading, are within the extended term for certain.
        if extended == Some(true) && reasoned == "yes" && done.0 >= begun.1 && (done.1 - begun.0).num_days() <= EXTENSION_DAYS {
            return Some(true);
        }
        match self.within(begun, done, (extended, reasoned)) {
            Within::Term => Some(true),
            Within::Nothing => None,
            Within::WithoutReasons | Within::AfterExtension | Within::AfterTerm => Some(false),
        }
    }

    fn within(
        &self,
        begun: (NaiveDate, NaiveDate),
        decided: (NaiveDate, NaiveDate),
        (extended, reasoned): (Option<bool>, &str),
    ) -> Within {
        let (most, _) = self.working_days(begun.0, decided.1);
        let (_, least) = self.working_days(begun.1, decided.0);
        if most <= TERM_WORKING_DAYS && decided.0 >= begun.1 {
            return Within::Term;
        }
        // The three working days are counted at their longest: weekends and a run of days off.
        let longest = TERM_WORKING_DAYS + 2 + 2 * DAYS_OFF_MARGIN + EXTENSION_DAYS;
        match extended {
            Some(true) if reasoned == "no" => Within::WithoutReasons,
            Some(true) if (decided.0 - begun.1).num_days() > longest => Within::AfterExtension,
            Some(false) if least > TERM_WORKING_DAYS => Within::AfterTerm,
            _ => Within::Nothing,
        }
    }
}

/// What days and an extension say of the term.
enum Within {
    Term,
    AfterTerm,
    AfterExtension,
    WithoutReasons,
    Nothing,
}

impl Provision {
    fn is_cited(&self, provisions: &str) -> bool {
        let numbers: Vec<&str> =
            provisions.split(|c: char| !c.is_alphanumeric() && c != '-').map(|n| n.trim_matches('-')).collect();
        // Numbers with a part of their own, as 41-1, name an article by themselves; plain ones need the act.
        let number = |n: &String| {
            numbers.iter().any(|found| {
                found == n
                    || found
                        .strip_prefix(n.as_str())
                        .is_some_and(|rest| ["-бап", "-баб", "-ст"].iter().any(|end| rest.starts_with(end)))
            })
        };
        let named = self.numbers.iter().any(number);
        let telling = self.numbers.iter().any(|n| n.contains('-') && n.len() > 3);
        let act = self.words.iter().any(|w| provisions.contains(w.as_str()));
        named && (act || (telling && self.numbers.len() == 1))
    }
}

impl Version {
    /// Says whether it was in force on every, none or some of the days.
    #[must_use]
    pub fn in_force(&self, days: Days) -> InForce {
        let Some((first, last)) = days else { return InForce::Unknown };
        let day = |text: &Option<String>| text.as_deref().and_then(|t| t.parse::<NaiveDate>().ok());
        let (from, to) = (day(&self.in_force_from), day(&self.in_force_to));
        // The first day is known in no other way than this: before it nothing, without it nothing.
        let Some(from) = from else { return InForce::Unknown };
        let surely_from = self.end_of(from);
        let surely_to = to.map(|to| self.start_of(to));
        if last < from || to.is_some_and(|to| first > to) {
            InForce::No
        } else if first >= surely_from && surely_to.is_none_or(|to| last <= to) {
            InForce::Yes
        } else {
            InForce::Unknown
        }
    }

    fn end_of(&self, day: NaiveDate) -> NaiveDate {
        let next = match self.precision.as_str() {
            "year" => NaiveDate::from_ymd_opt(day.year() + 1, 1, 1),
            "month" if day.month() == 12 => NaiveDate::from_ymd_opt(day.year() + 1, 1, 1),
            "month" => NaiveDate::from_ymd_opt(day.year(), day.month() + 1, 1),
            _ => return day,
        };
        next.and_then(|d| d.pred_opt()).unwrap_or(day)
    }

    fn start_of(&self, day: NaiveDate) -> NaiveDate {
        match self.precision.as_str() {
            "year" => NaiveDate::from_ymd_opt(day.year(), 1, 1),
            "month" => NaiveDate::from_ymd_opt(day.year(), day.month(), 1),
            _ => None,
        }
        .unwrap_or(day)
    }
}

type Answered = (&'static str, &'static str, Vec<(Record, &'static str)>);

const NOTHING: Answered = ("", "", Vec::new());

fn experts_before(facts: &Facts, issued: Days) -> Answered {
    if facts.application.as_ref().is_some_and(|a| a.to_expert_group == "no") {
        return ("LN", "not_sent_to_experts", vec![(Record::Complaint, "to_expert_group")]);
    }
    let (Some(experts), Some((first, last))) = (&facts.experts, issued) else { return NOTHING };
    let Some(decided) = days_of(&experts.decided) else { return NOTHING };
    let fields = vec![(Record::ExpertDecision, "decided"), (Record::Order, "issued")];
    if decided.0 > last {
        ("LN", "decided_after", fields)
    } else if decided.1 < first && experts.conclusion != "not_bullying" {
        ("LY", "decided_before", fields)
    } else {
        // A group that found no bullying decided against the order: a person has to say what follows.
        NOTHING
    }
}

fn entitled(facts: &Facts) -> Answered {
    let Some(application) = &facts.application else { return NOTHING };
    let who = (Record::Complaint, "filer_capacity");
    let signed = (Record::Complaint, "signature");
    match (application.filer_capacity.as_str(), application.signature.as_str()) {
        ("agency", _) => ("LN", "agency_applied", vec![who]),
        ("anonymous", _) => ("LN", "anonymous_applied", vec![who]),
        (_, "none") => ("LN", "unsigned", vec![signed]),
        ("legal_representative" | "other_citizen", "eds" | "hand") => ("LY", "entitled_and_signed", vec![who, signed]),
        _ => NOTHING,
    }
}

fn named(facts: &Facts) -> Answered {
    let field = vec![(Record::Order, "names_items_by_url")];
    match facts.names_items_by_url.as_str() {
        "yes" => ("LY", "items_named", field),
        "no" | "partly" => ("LN", "items_not_named", field),
        _ => NOTHING,
    }
}

fn reasoned(facts: &Facts) -> Answered {
    let field = vec![(Record::Order, "reasons_level")];
    match facts.reasons_level.as_str() {
        "case_specific" => ("LY", "reasons_specific", field),
        "none" | "formula" => ("LN", "reasons_missing", field),
        _ => NOTHING,
    }
}

fn instrument(facts: &Facts) -> Answered {
    let field = vec![(Record::Order, "instrument")];
    match facts.instrument.as_str() {
        "ministry_order" | "prosecutor_submission" | "court_act" => ("LY", "instrument_of_law", field),
        "letter" | "platform_channel_flag" | "preventive_recommendation" => ("LN", "instrument_not_of_law", field),
        _ => NOTHING,
    }
}

// Whether article 18-4 or 40 is among what is cited, of whatever act and in whatever words: too often rather than too seldom, because
// what is not found here is answered as "does not apply".
fn cites_statute(provisions: &str) -> bool {
    provisions
        .replace(['–', '‑', '—'], "-")
        .split(|c: char| !c.is_ascii_digit() && c != '-')
        .any(|number| matches!(number.trim_matches('-'), "40" | "18-4"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::time::{ASTANA, Basis};

    fn day(text: &str) -> Moment {
        let date: NaiveDate = text.parse().unwrap();
        Moment::day(date.year(), date.month(), date.day(), ASTANA, Basis::Document).unwrap()
    }

    fn facts(issued: &str) -> Facts {
        Facts {
            instrument: "ministry_order".to_owned(),
            ground: "child_cyberbullying".to_owned(),
            names_items_by_url: "unknown".to_owned(),
            reasons_level: "unknown".to_owned(),
            issued: if issued.is_empty() { Moment::unknown() } else { day(issued) },
            provisions: String::new(),
            application: None,
            experts: None,
        }
    }

    #[test]
    fn an_application_is_in_term_or_late_only_where_its_days_leave_nothing_else() {
        let law = Law::load().unwrap();
        let said = |filed: &str, decided: &str, extended: &str, reasoned: &str| {
            law.is_decided_in_term(&day(filed), &day(decided), extended, reasoned)
        };
        // Filed on a Monday: Tuesday, Wednesday and Thursday are three working days.
        assert_eq!(said("2026-02-02", "2026-02-05", "", ""), Some(true));
        // On Friday it is late, unless a day off that no list has lay between, or the term was extended.
        assert_eq!(said("2026-02-02", "2026-02-06", "no", ""), None);
        assert_eq!(said("2026-02-02", "2026-02-16", "", ""), None);
        assert_eq!(said("2026-02-02", "2026-02-16", "no", ""), Some(false));
        // Nauryz: three days off in a row that every list has.
        assert_eq!(said("2026-03-20", "2026-03-26", "no", ""), None);
        assert_eq!(said("2026-02-02", "2026-02-16", "yes", "yes"), Some(true));
        assert_eq!(said("2026-02-02", "2026-02-20", "yes", "yes"), None);
        assert_eq!(said("2026-02-02", "2026-02-16", "yes", ""), None);
        assert_eq!(said("2026-02-02", "2026-02-16", "yes", "no"), Some(false));
        assert_eq!(said("2026-02-02", "2026-03-16", "yes", "yes"), Some(false));
        assert_eq!(law.is_decided_in_term(&day("2026-02-02"), &Moment::unknown(), "no", ""), None);
        // Decided before it can have been filed: nothing follows from such days.
        assert_eq!(said("2026-02-05", "2026-02-02", "no", ""), None);
    }

    fn application(filed: &str) -> Application {
        let unknown = || "unknown".to_owned();
        Application {
            filer_capacity: unknown(),
            signature: unknown(),
            to_expert_group: unknown(),
            extended: unknown(),
            extension_reasoned: unknown(),
            filed: day(filed),
        }
    }

    fn experts(decided: &str) -> ExpertGroup {
        ExpertGroup {
            requested: Moment::unknown(),
            decided: day(decided),
            conclusion: "bullying".to_owned(),
            extended: "unknown".to_owned(),
        }
    }

    fn check(facts: &Facts, code: &str, value: &str, why: &str) {
        let line = Law::load().unwrap().checklist(facts).into_iter().find(|l| l.code == code).unwrap();
        assert_eq!((line.value, line.why), (value, why), "{code}");
        assert_eq!(line.value.is_empty(), line.fields.is_empty(), "an answer names the fields that it follows from");
    }

    #[test]
    fn the_statute_is_asked_for_where_the_order_rests_on_it() {
        check(&facts("2022-07-03"), "B4", "NA", "before_statute");
        check(&facts("2022-09-07"), "B3", "NA", "before_rules");
        check(&facts("2022-09-08"), "B3", "", "");
        check(&facts(""), "B3", "", "");
        let mut other = facts("2025-03-01");
        other.ground = "gambling".to_owned();
        for code in OF_STATUTE {
            check(&other, code, "NA", "other_ground");
        }
        for cited in ["«Масс-медиа туралы» Заңның 40-бабы", "п. 2 ст.40", "18-4-бап; 41-1-бап", "ст. 18–4", "article 40(2)"]
        {
            other.provisions = cited.to_owned();
            check(&other, "B4", "", "");
        }
        for ground in ["", "not_stated", "bullying_unspecified"] {
            other.provisions.clear();
            other.ground = ground.to_owned();
            check(&other, "B4", "", "");
        }
    }

    #[test]
    fn a_provision_that_was_not_yet_in_force_is_told_and_one_that_may_have_been_is_not() {
        let mut cites = facts("2023-07-09");
        cites.provisions = "ст. 9 Закона «Об онлайн-платформах и онлайн-рекламе»".to_owned();
        check(&cites, "B1", "LN", "not_in_force");
        cites.issued = day("2023-07-10");
        check(&cites, "B1", "", "");
        cites.issued = Moment::month(2023, 7, ASTANA, Basis::Press).unwrap();
        check(&cites, "B1", "", "");
        cites.issued = day("2023-12-31");
        cites.provisions = "«Масс-медиа туралы» Заңның 40-бабы".to_owned();
        check(&cites, "B1", "LN", "not_in_force");
        let line = Law::load().unwrap().checklist(&cites).remove(0);
        let named: Vec<&str> =
            line.provisions.iter().map(|(p, ..)| Law::load().unwrap().provisions()[*p].code.as_str()).collect();
        assert_eq!(named, ["mass-media-2024-40"]);
        cites.provisions = "18-4-бап; 41-1-бап".to_owned();
        let line = Law::load().unwrap().checklist(&cites).remove(0);
        let named: Vec<&str> =
            line.provisions.iter().map(|(p, ..)| Law::load().unwrap().provisions()[*p].code.as_str()).collect();
        assert_eq!(named, ["mass-media-1999-18-4", "communications-41-1"]);
    }

    #[test]
    fn the_version_of_the_day_is_shown() {
        let law = Law::load().unwrap();
        let shown = |issued: &str| -> Vec<(String, InForce)> {
            let line = law.checklist(&facts(issued)).into_iter().find(|l| l.code == "B5").unwrap();
            line.provisions.iter().map(|(p, _, f)| (law.provisions()[*p].code.clone(), *f)).collect()
        };
        let is = |code: &str, force| (code.to_owned(), force);
        assert_eq!(shown("2025-03-01"), [is("mass-media-2024-40", InForce::Yes), is("expert-group-rules-562", InForce::Yes)]);
        assert_eq!(shown("2023-03-01"), [is("mass-media-1999-18-4", InForce::Yes), is("expert-group-rules-365", InForce::Yes)]);
        assert!(shown("").iter().all(|(_, force)| *force == InForce::Unknown) && shown("").len() == 4);
    }

    #[test]
    fn the_experts_decided_before_or_after_or_nobody_knows() {
        let mut known = facts("2025-03-10");
        known.experts = Some(experts("2025-03-09"));
        check(&known, "B3", "LY", "decided_before");
        // Which came first on one day nobody can tell from the days.
        known.experts = Some(experts("2025-03-10"));
        check(&known, "B3", "", "");
        known.experts = Some(experts("2025-03-11"));
        check(&known, "B3", "LN", "decided_after");
        known.experts = Some(ExpertGroup { conclusion: "not_bullying".to_owned(), ..experts("2025-03-01") });
        check(&known, "B3", "", "");
        known.experts =
            Some(ExpertGroup { decided: Moment::month(2025, 3, ASTANA, Basis::Press).unwrap(), ..experts("2025-03-01") });
        check(&known, "B3", "", "");
        known.application = Some(Application { to_expert_group: "no".to_owned(), ..application("2025-03-01") });
        check(&known, "B3", "LN", "not_sent_to_experts");
    }

    #[test]
    fn who_may_apply_and_how() {
        let with = |who: &str, signed: &str| {
            let mut known = facts("2025-03-10");
            let base = application("2025-03-01");
            known.application = Some(Application { filer_capacity: who.to_owned(), signature: signed.to_owned(), ..base });
            known
        };
        check(&with("legal_representative", "eds"), "B4", "LY", "entitled_and_signed");
        check(&with("other_citizen", "unknown"), "B4", "", "");
        check(&with("agency", "eds"), "B4", "LN", "agency_applied");
        check(&with("anonymous", "unknown"), "B4", "LN", "anonymous_applied");
        check(&with("unknown", "none"), "B4", "LN", "unsigned");
        check(&with("child", "eds"), "B4", "", "");
    }

    #[test]
    fn the_term_is_counted_in_working_days_and_doubt_accuses_nobody() {
        let with = |filed: &str, decided: &str, extended: &str, reasoned: &str| {
            let mut known = facts("2025-12-10");
            let (extended, extension_reasoned) = (extended.to_owned(), reasoned.to_owned());
            known.application = Some(Application { extended, extension_reasoned, ..application(filed) });
            known.experts = Some(experts(decided));
            known
        };
        // Friday to Wednesday: three working days.
        check(&with("2025-03-14", "2025-03-19", "no", "unknown"), "B5", "LY", "in_term");
        check(&with("2025-03-14", "2025-03-20", "no", "unknown"), "B5", "", "");
        // Two days more than any days off explain.
        check(&with("2025-11-10", "2025-11-18", "no", "unknown"), "B5", "LN", "after_term");
        check(&with("2025-11-10", "2025-11-17", "no", "unknown"), "B5", "", "");
        check(&with("2025-11-10", "2025-11-18", "unknown", "unknown"), "B5", "", "");
        check(&with("2025-11-10", "2025-11-18", "yes", "no"), "B5", "LN", "extension_without_reasons");
        check(&with("2025-11-10", "2025-11-18", "yes", "yes"), "B5", "", "");
        check(&with("2025-11-03", "2025-12-08", "yes", "yes"), "B5", "LN", "after_extension");
        // Nauryz: 21 to 23 March are no working days.
        check(&with("2024-03-19", "2024-03-28", "no", "unknown"), "B5", "", "");
        let mut vague = with("2025-11-10", "2025-11-18", "no", "unknown");
        vague.application =
            Some(Application { filed: Moment::month(2025, 11, ASTANA, Basis::Press).unwrap(), ..vague.application.unwrap() });
        check(&vague, "B5", "", "");
    }

    #[test]
    fn what_the_order_says_of_itself() {
        let mut known = facts("2025-03-10");
        known.names_items_by_url = "partly".to_owned();
        known.reasons_level = "formula".to_owned();
        known.instrument = "letter".to_owned();
        check(&known, "B6", "LN", "items_not_named");
        check(&known, "B7", "LN", "reasons_missing");
        check(&known, "B14", "LN", "instrument_not_of_law");
        known.names_items_by_url = "yes".to_owned();
        known.reasons_level = "case_specific".to_owned();
        known.instrument = "court_act".to_owned();
        check(&known, "B6", "LY", "items_named");
        check(&known, "B7", "LY", "reasons_specific");
        check(&known, "B14", "LY", "instrument_of_law");
    }

    #[test]
    fn the_law_is_worded_in_three_languages_and_dated_in_order() {
        let law = Law::load().unwrap();
        assert!(law.holidays.len() >= 10);
        for provision in law.provisions() {
            for texts in provision.versions.iter().map(|v| &v.summary).chain([&provision.act]) {
                assert!(![&texts.kk, &texts.ru, &texts.en].iter().any(|t| t.trim().is_empty()), "{}", provision.code);
            }
            assert!(
                !provision.versions.is_empty() && provision.versions.iter().all(|v| !v.source.is_empty()),
                "{}",
                provision.code
            );
            for version in &provision.versions {
                let day = |text: &Option<String>| text.as_ref().map(|t| t.parse::<NaiveDate>().unwrap());
                if let (Some(from), Some(to)) = (day(&version.in_force_from), day(&version.in_force_to)) {
                    assert!(from <= to, "{}", provision.code);
                }
                assert!(["day", "month", "year"].contains(&version.precision.as_str()), "{}", provision.code);
            }
            assert!(provision.checks.iter().all(|c| CHECKLIST.contains(&c.as_str())), "{}", provision.code);
        }
    }
}
