//! What the long papers say of figures: those of the analysis, in its words, as far as the audience of a paper may see them.

use super::super::analysis::{Charts, Drawn, figure_name, row_name, said, stands_alone};
use super::super::desk::local_day;
use super::super::profile::{ALL, Wanted, agreement_lines, frozen_digest, profile_public, read};
use super::super::small;
use super::super::wire::{AgreementLine, Profile, ProfileFigure, ProfileTable, PublicAsk, PublicProfile};
use super::{Asked, NEEDS_REVIEW, code_of};
use crate::error::{Error, Result};
use crate::model::audience::Audience;
use crate::model::filter::{Field, Filter, Test};
use crate::model::kinds::{COVERAGE_PERIODS, Fields, Held};
use crate::model::time::{ASTANA, Moment, Precision, minute_of};
use crate::papers::brief::{Level, Share};
use crate::papers::chart::{Chart, PERCENT_FROM};
use crate::papers::report::{Agreement, Counts, Facts, Figure, Part, Picture, Question, Steps, Watched};
use crate::store::{Wanted as Page, hex};
use crate::texts::Texts;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// State of a figure that the public form does not tell.
const SUPPRESSED: &str = "suppressed";
/// Periods that were watched, at the most.
const WATCHED_MAX: usize = 200;
/// What a public form of a part would be: there is none.
pub(super) const NO_PUBLIC_PART: &str = "paper-public-part";

/// A table, and its counts as far as they are told.
type Tabled = (ProfileTable, Vec<Vec<Option<u32>>>);

/// Says who sees small counts. Everybody else is told the public form.
pub(super) const fn sees_small_counts(audience: Audience) -> bool {
    matches!(audience, Audience::Court | Audience::Lawyer | Audience::Partner)
}

/// Figures as far as an audience may see them.
pub(super) struct Seen {
    pub(super) profile: Profile,
    tables: Vec<Tabled>,
    steps: Steps,
    withheld: [u32; 2],
    is_public: bool,
    has_review: bool,
}

/// Reads the figures of a filter for the audience of a paper. A public form knows no filter.
pub(super) fn seen(asked: &Asked, filter: &str) -> Result<Seen> {
    if sees_small_counts(asked.audience) { whole(asked, filter) } else { public(asked) }
}

fn whole(asked: &Asked, filter: &str) -> Result<Seen> {
    let read = read(asked.app, filter, Wanted { lang: Some(code_of(&asked.texts)), ..ALL })?;
    if read.profile.problem.is_some() {
        return Err(Error::Invalid("filter"));
    }
    let flow = read.profile.flow;
    let steps = Steps {
        complaints: Some(asked.vault.counts()?.complaints),
        orders: Some(flow.orders),
        orders_seen: Some(flow.orders_seen),
        orders_apart: Some(flow.orders_apart),
        items: Some(flow.items),
        reviewed: Some(flow.reviewed),
        reviewed_apart: Some(flow.reviewed_apart),
        unreviewed: Some(flow.unreviewed),
        clusters: Some(flow.reviewed_clusters),
    };
    let told = |table: &ProfileTable| table.counts.iter().map(|row| row.iter().copied().map(Some).collect()).collect();
    let tables = read.profile.tables.iter().map(|table| (table.clone(), told(table))).collect();
    let (has_review, profile) = (flow.reviewed > 0, with_enough(read.profile));
    Ok(Seen { profile, tables, steps, withheld: [0; 2], is_public: false, has_review })
}

fn public(asked: &Asked) -> Result<Seen> {
    let found = profile_public(asked.app, PublicAsk { quarter: String::new() })?;
    let is_told = |name: &str| found.figures.iter().any(|figure| figure.name == name && figure.figure.is_some());
    // How many applications there are follows from those decided and those unknown, and is told where both are.
    let complaints = if is_told("C9.acted_on") { Some(asked.vault.counts()?.complaints) } else { None };
    let flow = &found.flow;
    let steps = Steps {
        complaints,
        orders: flow.orders,
        orders_seen: flow.orders_seen,
        orders_apart: flow.orders_apart,
        items: flow.items,
        reviewed: flow.reviewed,
        reviewed_apart: flow.reviewed_apart,
        unreviewed: flow.unreviewed,
        clusters: flow.reviewed_clusters,
    };
    let figures: BTreeSet<&str> = found.figures.iter().filter(|f| f.state == SUPPRESSED).map(|f| f.name.as_str()).collect();
    let withheld = [figures.len(), found.tables.iter().filter(|table| table.rows.is_empty()).count()].map(small);
    let (profile, tables) = told_to_all(found);
    // Whether there is any says nothing of how many.
    let has_review = read(asked.app, "", ALL)?.profile.flow.reviewed > 0;
    Ok(Seen { profile: with_enough(profile), tables, steps, withheld, is_public: true, has_review })
}

// A profile of what is told: charts are drawn of tables without a blank.
fn told_to_all(found: PublicProfile) -> (Profile, Vec<Tabled>) {
    let tables = found.tables.into_iter().map(|table| {
        let counts = table.counts.iter().map(|row| row.iter().map(|count| count.unwrap_or(0)).collect()).collect();
        let whole = ProfileTable {
            name: table.name,
            population: table.population,
            rows: table.rows,
            columns: table.columns,
            counts,
            caveats: table.caveats,
        };
        (whole, table.counts)
    });
    let tables: Vec<Tabled> = tables.collect();
    let without_blank = tables.iter().filter(|(_, counts)| counts.iter().flatten().all(Option::is_some));
    let profile = Profile {
        rubric: found.rubric,
        plan: found.plan,
        plan_digest: found.plan_digest,
        figures: found.figures.into_iter().filter_map(|figure| figure.figure).collect(),
        tables: without_blank.map(|(table, _)| table.clone()).collect(),
        ..Profile::default()
    };
    (profile, tables)
}

// On paper no share of fewer than twenty is written in percent, nor drawn.
fn with_enough(profile: Profile) -> Profile {
    let figures = profile.figures.into_iter().map(|figure| {
        let is_share = matches!(figure.unit.as_str(), "share" | "difference");
        if !is_share || figure.n >= PERCENT_FROM || !said::is_shown(&figure) {
            return figure;
        }
        ProfileFigure {
            level: "counts".to_owned(),
            estimate: None,
            low: None,
            high: None,
            bound_low: None,
            bound_high: None,
            ..figure
        }
    });
    let curves = profile.curves.into_iter().filter(|curve| curve.n >= PERCENT_FROM).collect();
    Profile { figures: figures.collect(), curves, ..profile }
}

/// Puts together what the long papers say of figures. The digest is that of what is told, without day, language and ledger.
pub(super) fn facts(asked: &Asked, seen: &Seen, filter: &str) -> Result<Facts> {
    let texts = &asked.texts;
    let vault = asked.vault;
    let counts = vault.counts()?;
    let day = |end: Option<(i64, i32)>| end.and_then(|(at, zone)| local_day(at, zone));
    let whole = filter.is_empty();
    let rubric = vault.rubric(&seen.profile.rubric)?;
    let (ledger_size, root, _) = vault.ledger_state()?;
    let now = minute_of(vault.env().clock.now_seconds());
    let digest = digest_of(seen, filter, &hex(&rubric.digest()))?;
    let agreement = if seen.steps.reviewed.is_some() { agreed(asked)? } else { Vec::new() };
    let questions = crate::analysis::agreeing::deciding(&rubric);
    Ok(Facts {
        organisation: vault.setting("organisation")?,
        period: day(counts.first).zip(day(counts.last)).filter(|_| whole),
        day: asked.day.clone(),
        as_of: crate::utc(now),
        is_example: vault.setting("example")? == "yes",
        audience: asked.audience.code().to_owned(),
        is_public: seen.is_public,
        part: part_of(filter, texts),
        steps: seen.steps,
        shares: ["C1.criticism", "C1.bullying"].map(|name| share_of(&seen.profile, name)),
        figures: seen.profile.figures.iter().map(|figure| worded(figure, texts)).collect(),
        withheld: seen.withheld,
        tables: seen.tables.iter().map(|table| counted(table, texts, &|code| asked_by(&rubric, code, texts))).collect(),
        pictures: pictures(&seen.profile, texts),
        watched: watched(asked)?,
        agreement,
        questions: questions
            .map(|question| Question { code: question.code.clone(), text: question.text.spoken(texts.lang()).to_owned() })
            .collect(),
        questions_below: if seen.is_public { Vec::new() } else { seen.profile.questions_below.clone() },
        rubric: seen.profile.rubric.clone(),
        rubric_digest: hex(&rubric.digest()),
        plan: seen.profile.plan.to_string(),
        plan_digest: seen.profile.plan_digest.clone(),
        digest,
        // Whoever is told the public form is not handed the rows.
        frozen: if seen.is_public { String::new() } else { frozen_digest(asked.app, vault, filter, now)? },
        ledger_size,
        ledger_root: hex(&root),
        written: asked.written.clone(),
    })
}

/// Returns the digest of what is told of figures: counts and levels, since every ratio follows from them.
fn digest_of(seen: &Seen, filter: &str, rubric_digest: &str) -> Result<String> {
    let figure = |f: &ProfileFigure| {
        // A platform goes by its name, which each language has its own of.
        let variant = if f.variant_list.is_empty() { String::new() } else { f.variant.clone() };
        (f.name.clone(), variant, (f.x, f.n, f.unknown, f.clusters), f.level.clone(), f.state.clone())
    };
    let figures: Vec<_> = seen.profile.figures.iter().map(figure).collect();
    let tables: Vec<_> = seen.tables.iter().map(|(table, counts)| (&table.name, counts)).collect();
    let steps = seen.steps;
    let steps = [
        steps.complaints,
        steps.orders,
        steps.orders_seen,
        steps.orders_apart,
        steps.items,
        steps.reviewed,
        steps.reviewed_apart,
        steps.unreviewed,
        steps.clusters,
    ];
    let canonical = serde_json::to_vec(&(filter, steps, figures, tables, &seen.profile.plan_digest, rubric_digest))
        .map_err(|_| Error::Inside("writing a snapshot"))?;
    Ok(hex(&Sha256::digest(canonical)))
}

fn asked_by(rubric: &crate::model::rubric::Rubric, code: &str, texts: &Texts) -> String {
    rubric.question(code).map_or_else(|| code.to_owned(), |question| format!("{code}. {}", question.text.spoken(texts.lang())))
}

fn share_of(profile: &Profile, name: &str) -> Option<Share> {
    let figure = profile.figures.iter().find(|figure| figure.name == name)?;
    Some(Share {
        count: figure.x.unwrap_or(0),
        of: figure.n,
        level: Level::of(&figure.level),
        estimate: figure.estimate,
        low: figure.low,
        high: figure.high,
        band_low: figure.bound_low,
        band_high: figure.bound_high,
    })
}

fn worded(figure: &ProfileFigure, texts: &Texts) -> Figure {
    let number = said::number_of(figure, texts);
    let of = u64::from(figure.n);
    let is_share = figure.unit == "share" && number.is_some();
    let percent = |value: Option<f64>| value.filter(|_| is_share).map(|value| texts.percent(value, of)).unwrap_or_default();
    let between = |low: Option<f64>, high: Option<f64>| {
        low.zip(high).filter(|_| is_share).map(|(low, high)| texts.range(low, high, of)).unwrap_or_default()
    };
    let told = number.clone().unwrap_or_else(|| said::reason(figure, texts));
    let test = said::test(figure, texts).unwrap_or_default();
    Figure {
        name: figure.name.clone(),
        label: figure_name(figure, texts),
        count: said::count(figure, texts),
        number: if test.is_empty() { told } else { format!("{told}; {test}") },
        is_told: number.is_some(),
        is_empty: figure.n == 0,
        is_counted: figure.x.is_some(),
        share: [percent(figure.estimate), between(figure.low, figure.high), between(figure.bound_low, figure.bound_high)],
        method: figure.method.clone(),
        caveats: figure.caveats.clone(),
    }
}

fn counted((table, counts): &Tabled, texts: &Texts, question: &dyn Fn(&str) -> String) -> Counts {
    let column = |code: &String| match table.name.as_str() {
        "verdicts_by_protected" | "platform_rules" => texts.named("verdict", code),
        "lists" if !matches!(code.as_str(), "orders" | "alone") => texts.named("source-list", code),
        _ => texts.named("counted", code),
    };
    let row = |code: &String| match table.name.as_str() {
        "defects" if code != "total" => question(code),
        name => row_name(name, code, texts),
    };
    Counts {
        name: table.name.clone(),
        title: texts.named("profile", &table.name),
        columns: table.columns.iter().map(column).collect(),
        rows: table.rows.iter().map(row).zip(counts.iter().cloned()).collect(),
        has_total: table.rows.last().is_some_and(|row| row == "total"),
        caveats: table.caveats.clone(),
    }
}

/// Makes the charts of a profile that show something.
pub(super) fn pictures(profile: &Profile, texts: &Texts) -> Vec<Picture> {
    let charts = Charts { texts, here: profile, other: None, filters: None };
    let shows = |drawn: &Drawn| match &drawn.chart {
        Chart::Intervals(chart) => {
            chart.groups.iter().flat_map(|group| &group.rows).flat_map(|row| &row.marks).any(crate::papers::chart::Mark::is_drawn)
        }
        Chart::Steps(chart) => !chart.curves.is_empty(),
        _ => !stands_alone(&drawn.name),
    };
    let all = charts.all().into_iter().filter(shows);
    all.map(|drawn| {
        // What is said beside the figures stands under their table.
        let note = charts.notes(&Drawn { caveats: Vec::new(), ..drawn.clone() }).join(" ");
        Picture { name: drawn.name, title: drawn.title, chart: drawn.chart, note }
    })
    .collect()
}

/// Words a filter, term by term.
fn part_of(filter: &str, texts: &Texts) -> Option<Part> {
    let parsed = Filter::parse(filter).ok().filter(|parsed| !parsed.terms.is_empty())?;
    let field = |field: Field| texts.named("filter-field", field.code());
    let joined = |own: Field, values: Vec<String>| {
        let args = [("field", field(own).into()), ("values", values.join(", ").into())];
        texts.say("report-part-term", &args)
    };
    let list = |own: Field| match own {
        Field::Draft | Field::Duplicate | Field::Reviewed | Field::Appeal | Field::Notified => "tri",
        Field::Has => "filter-has",
        Field::How => "learned",
        own => own.code(),
    };
    let term = |test: &Test| match test {
        Test::Word(word) | Test::Phrase(word) => texts.say("report-part-word", &[("word", word.into())]),
        Test::Named(own, names) => joined(*own, names.clone()),
        Test::Coded(own, codes) => joined(*own, codes.iter().map(|code| texts.named(list(*own), code)).collect()),
        Test::Timed(own, spans) => joined(*own, spans.iter().map(ToString::to_string).collect()),
        Test::Counted(own, ranges) => joined(*own, ranges.iter().map(ToString::to_string).collect()),
    };
    let terms = parsed.terms.iter().map(|one| {
        let said = term(&one.test);
        if one.negated { texts.say("report-part-not", &[("term", said.into())]) } else { said }
    });
    Some(Part { typed: parsed.to_string(), terms: terms.collect() })
}

fn watched(asked: &Asked) -> Result<Vec<Watched>> {
    let (_, records) = asked.vault.records(&COVERAGE_PERIODS, &Page { limit: WATCHED_MAX, ..Page::default() })?;
    let texts = &asked.texts;
    let text = |fields: &Fields, name: &str| match fields.get(name) {
        Some(Held::Text(text)) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        _ => String::new(),
    };
    let end = |fields: &Fields, name: &str| match fields.get(name) {
        Some(Held::Moment(moment)) => moment_said(moment, texts),
        _ => None,
    };
    let mut periods: Vec<(Option<i64>, Watched)> = Vec::new();
    for record in &records {
        let fields = &record.fields;
        let first = match fields.get("watched_from") {
            Some(Held::Moment(moment)) => moment.earliest,
            _ => None,
        };
        let from = end(fields, "watched_from").unwrap_or_else(|| texts.named("protected", "unknown"));
        let period = match end(fields, "watched_to") {
            Some(to) => texts.say("brief-period", &[("first", from.into()), ("last", to.into())]),
            None => texts.say("report-since", &[("day", from.into())]),
        };
        periods.push((first, Watched { period, sources: text(fields, "sources_watched"), gaps: text(fields, "known_gaps") }));
    }
    periods.sort_by_key(|(first, _)| *first);
    Ok(periods.into_iter().map(|(_, watched)| watched).collect())
}

/// Says a moment as far as it is known, on the calendar of the place where it was stated.
fn moment_said(moment: &Moment, texts: &Texts) -> Option<String> {
    let day = local_day(moment.earliest?, moment.offset_minutes)?;
    let (year, month) = (day.get(..4)?.to_owned(), day.get(5..7)?.trim_start_matches('0').to_owned());
    Some(match moment.precision {
        Precision::Year => year,
        Precision::Month => {
            let month = texts.say(&format!("month-alone-{month}"), &[]);
            texts.say("time-month", &[("month", month.into()), ("year", year.into())])
        }
        _ => texts.day(&day),
    })
}

fn agreed(asked: &Asked) -> Result<Vec<Agreement>> {
    let texts = &asked.texts;
    let found = agreement_lines(asked.app, asked.vault)?;
    let rubric = asked.vault.rubric(&asked.vault.method_in_use()?)?;
    let line = |line: &AgreementLine, label: String| {
        let of = u64::from(line.n);
        let percent = line.percent.filter(|_| line.n >= PERCENT_FROM);
        let alpha = match (line.alpha, line.low.zip(line.high)) {
            (None, _) => texts.say("report-alpha-none", &[]),
            (Some(alpha), None) => texts.decimal(alpha),
            (Some(alpha), Some((low, high))) => {
                format!("{} ({}–{})", texts.decimal(alpha), signed(low, texts), signed(high, texts))
            }
        };
        Agreement {
            label,
            items: line.n,
            same: percent.map_or_else(|| "–".to_owned(), |share| texts.percent(share, of)),
            alpha,
            reading: if line.reading.is_empty() { String::new() } else { texts.named("report-reading", &line.reading) },
        }
    };
    if found.pairs == 0 {
        return Ok(Vec::new());
    }
    let two = [(&found.verdict, "report-agreement-verdict"), (&found.criticism, "report-agreement-criticism")];
    let two = two.into_iter().map(|(own, id)| line(own, texts.say(id, &[])));
    let deciding: Vec<String> = crate::analysis::agreeing::deciding(&rubric).map(|question| question.code.clone()).collect();
    let questions = found.questions.iter().filter(|own| own.n > 0 && deciding.contains(&own.code));
    Ok(two.chain(questions.map(|own| line(own, asked_by(&rubric, &own.code, texts)))).collect())
}

fn signed(value: f64, texts: &Texts) -> String {
    texts.decimal(value).replace('-', "−")
}

impl Seen {
    /// Says why no paper may be sealed of it; empty: one may.
    pub(super) const fn refused(&self, is_public_part: bool) -> &'static str {
        match (is_public_part, self.has_review) {
            (true, _) => NO_PUBLIC_PART,
            (false, false) => NEEDS_REVIEW,
            (false, true) => "",
        }
    }

    /// Returns the tables with their words.
    pub(super) fn counted(&self, texts: &Texts) -> Vec<Counts> {
        self.tables.iter().map(|table| counted(table, texts, &str::to_owned)).collect()
    }

    /// Returns the digest of what is told of figures under a filter.
    pub(super) fn digest(&self, filter: &str) -> Result<String> {
        digest_of(self, filter, "")
    }

    /// Returns the steps.
    pub(super) const fn steps(&self) -> Steps {
        self.steps
    }
}

/// Says whether a part is asked for by somebody who may be told the whole alone.
pub(super) fn is_public_part(asked: &Asked) -> bool {
    !sees_small_counts(asked.audience) && !asked.filter.is_empty()
}

/// Says of a moment which year it lies in, on the calendar of the country.
pub(super) fn year_of(at: i64) -> Option<i32> {
    local_day(at, ASTANA)?.get(..4)?.parse().ok()
}
