//! The arbitrariness profile of the register, or of the orders that a filter finds.

use super::desk::Words;
use super::wire::{Agreement as AgreementLines, CrossAsk, CrossLine, CrossTable, Lang, Progress};
use super::wire::{
    Profile, ProfileAsk, ProfileCurve, ProfileCurvePoint, ProfileFigure, ProfileFlow, ProfileSeries, ProfileSeriesPoint,
    ProfileTable, PublicAsk, PublicFigure, PublicFlow, PublicProfile, PublicTable,
};
use super::{App, reviews, small, snapshot};
use crate::analysis::agreeing::{Compared, OnVerdict};
use crate::analysis::cross::{CrossRow, KEYS_MAX, Key, cross as counted_by};
use crate::analysis::frame::Frame;
use crate::analysis::profile::guard::{self, Public};
use crate::analysis::profile::{
    BY_PLATFORM, COUNTED, Curve, Draws, Figure, Flow, Given, PLATFORM, Profile as Measured, Selection, Series, Table, counted,
    drawn_while, plan, profile_while,
};
use crate::analysis::snapshot::numbered;
use crate::error::{Error, Result};
use crate::id::Id;
use crate::model::filter::Filter;
use crate::model::time::minute_of;
use crate::stats::Display;
use crate::store::Vault;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};

/// What is kept in memory of the register until the vault is locked, and brought up to date after every change: codes, numbers and moments, who published
/// a number, what was watched, and the filters that were asked for last. No text of content, no address and no name of a person.
#[derive(Default)]
pub(super) struct Kept {
    frame: Mutex<Option<Arc<Frame>>>,
    agreement: Mutex<Agreement>,
    // What the last filters picked: a profile is asked for in steps.
    picked: Mutex<Last<Asked, Arc<Vec<u32>>>>,
    // And what was measured of them: charts are drawn anew for another width, theme or language.
    measured: Mutex<Last<(Asked, i64, Draws), Arc<Measured>>>,
    // What a long paper needs beside figures: it is made anew for every look at it.
    lines: Mutex<Last<u64, Arc<AgreementLines>>>,
    frozen: Mutex<Last<(u64, String, i64), String>>,
    // Counts the profiles that were asked for: only the last one is still wanted.
    turn: AtomicU64,
    // The register is not to be read any further: it is being locked.
    is_stopped: AtomicBool,
}

impl Kept {
    /// Ends every computation under way, and every reading.
    pub fn stop(&self) {
        self.is_stopped.store(true, Ordering::SeqCst);
        self.turn.fetch_add(1, Ordering::SeqCst);
    }

    /// Lets go of everything. Another vault may be opened then.
    pub fn forget(&self) {
        *emptied(&self.frame) = None;
        *emptied(&self.picked) = Last::default();
        *emptied(&self.measured) = Last::default();
        *emptied(&self.agreement) = Agreement::default();
        *emptied(&self.lines) = Last::default();
        *emptied(&self.frozen) = Last::default();
        self.is_stopped.store(false, Ordering::SeqCst);
    }

    /// Begins what ends every computation that was wanted before: a newer profile, or nobody looking any more.
    pub fn begin(&self) -> u64 {
        self.turn.fetch_add(1, Ordering::SeqCst) + 1
    }

    // What is wanted whatever else is asked for ends when the register is locked.
    fn is_wanted(&self, turn: Option<u64>) -> bool {
        match turn {
            Some(turn) if self.turn.load(Ordering::SeqCst) != turn => false,
            _ => !self.is_stopped.load(Ordering::SeqCst),
        }
    }
}

/// Two filters, each before and after its drawn intervals.
const LAST_MAX: usize = 4;

/// The last few answers.
struct Last<K, V>(Vec<(K, V)>);

impl<K, V> Default for Last<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: PartialEq, V: Clone> Last<K, V> {
    fn get(&self, key: &K) -> Option<V> {
        self.0.iter().find(|(known, _)| known == key).map(|(_, value)| value.clone())
    }

    fn put(&mut self, key: K, value: V) {
        self.0.retain(|(known, _)| *known != key);
        self.0.truncate(LAST_MAX - 1);
        self.0.insert(0, (key, value));
    }
}

#[derive(Clone, PartialEq, Eq)]
struct Asked {
    edition: u64,
    filter: String,
    now: i64,
}

#[derive(Default)]
struct Agreement {
    // Edition of the register, and what was found.
    found: Option<(u64, OnVerdict)>,
    compared: Compared,
}

// What was abandoned goes with the rest.
fn emptied<T>(kept: &Mutex<T>) -> MutexGuard<'_, T> {
    kept.lock().unwrap_or_else(|abandoned| {
        kept.clear_poison();
        abandoned.into_inner()
    })
}

fn abandoned<T>(_: T) -> Error {
    Error::Inside("the figures were abandoned")
}

/// Name under which the first numbers of the whole register are kept.
const FIRST: &str = "profile_first";

/// Measures everything, drawn intervals too.
pub(super) fn profile(app: &App, args: ProfileAsk) -> Result<Profile> {
    Ok(read(app, &args.filter, ALL)?.profile)
}

/// How much of a profile is wanted, and whether a newer one ends it.
#[derive(Clone, Copy)]
pub(super) struct Wanted {
    pub(super) draws: Draws,
    pub(super) turn: Option<u64>,
    /// Language in which platforms go by their names; nothing: that of the window.
    pub(super) lang: Option<Lang>,
}

/// Everything, whatever else is asked for.
pub(super) const ALL: Wanted = Wanted { draws: Draws::Made, turn: None, lang: None };

/// A profile with the orders that it speaks of, by their places among all; without them where the filter cannot be read.
pub(super) struct Read {
    pub(super) profile: Profile,
    pub(super) orders: Arc<Vec<u32>>,
}

/// Measures what a filter finds.
///
/// # Errors
/// [`Error::Cancelled`] where it is not wanted any more.
pub(super) fn read(app: &App, text: &str, wanted: Wanted) -> Result<Read> {
    let (vault, mut ground) = (app.vault()?, None);
    read_on(app, &vault, &mut ground, text, wanted)
}

/// Measures what each of two filters finds, at one second and of one reading of all that they share.
pub(super) fn read_both(app: &App, text: &str, other: &str, wanted: Wanted) -> Result<[Read; 2]> {
    let (vault, mut ground) = (app.vault()?, None);
    Ok([read_on(app, &vault, &mut ground, text, wanted)?, read_on(app, &vault, &mut ground, other, wanted)?])
}

/// Tells what can be told of filters at once: counts of the frame if it is there, or those that were kept when the register was last counted as it is
/// now. Nothing where the register has to be read first.
pub(super) fn first<const N: usize>(app: &App, texts: [&str; N]) -> Result<Option<[Read; N]>> {
    let vault = app.vault()?;
    let ground = match frame_at_once(app, &vault)? {
        Some(frame) => Some(Ground::of(app, &vault, frame, None)?),
        None => None,
    };
    let mut told = Vec::new();
    for text in texts {
        match first_of(app, &vault, ground.as_ref(), text)? {
            Some(read) => told.push(read),
            None => return Ok(None),
        }
    }
    Ok(told.try_into().ok())
}

fn first_of(app: &App, vault: &Vault, ground: Option<&Ground>, text: &str) -> Result<Option<Read>> {
    let rubric = vault.method_in_use()?;
    let filter = match parsed(text, &rubric) {
        Ok(filter) => filter,
        Err(unread) => return Ok(Some(*unread)),
    };
    let told = |flow: ProfileFlow, tables: Vec<ProfileTable>| Profile {
        flow,
        tables,
        ..wired(&Measured::default(), rubric.clone(), Vec::new(), None)
    };
    if let Some(Ground { frame, given, questions_below, words }) = ground {
        let selection = select(app, vault, frame, text, &filter)?;
        let profile = match measured_before(app, given, &asked(vault, frame, text, &filter), Draws::Made)? {
            Some(found) => wired(&found, rubric, questions_below.clone(), Some(words)),
            None => {
                let (flow, tables) = counted(&selection);
                told(wire_flow(&flow), tables.iter().map(|table| wire_table(table, Some(words))).collect())
            }
        };
        return Ok(Some(Read { profile, orders: selection.picked() }));
    }
    let kept = if text.trim().is_empty() { vault.derived(FIRST)? } else { None };
    let edition = vault.edition()?;
    let kept = kept.filter(|(of, _)| *of == edition).and_then(|(_, bytes)| serde_json::from_slice(&bytes).ok());
    Ok(kept.map(|(flow, tables)| Read { profile: told(flow, tables), orders: Arc::default() }))
}

// The frame, where that takes no reading of the whole register: whoever reads it holds the lock.
fn frame_at_once(app: &App, vault: &Vault) -> Result<Option<Arc<Frame>>> {
    let edition = match app.kept.frame.try_lock() {
        Ok(kept) => kept.as_ref().map(|frame| frame.edition),
        Err(_) => None,
    };
    let is_near = match edition {
        Some(edition) => edition == vault.edition()? || vault.written_since(edition)?.is_some(),
        None => false,
    };
    if is_near { frame(app, vault).map(Some) } else { Ok(None) }
}

/// What profiles share, whatever their filters pick.
struct Ground {
    frame: Arc<Frame>,
    given: Given,
    questions_below: Vec<String>,
    words: Words,
}

impl Ground {
    fn of(app: &App, vault: &Vault, frame: Arc<Frame>, lang: Option<Lang>) -> Result<Self> {
        let (given, questions_below) = given(app, vault, &frame)?;
        let words = match lang {
            Some(lang) => Words::in_lang(vault, lang)?,
            None => Words::of(vault)?,
        };
        Ok(Self { frame, given, questions_below, words })
    }
}

// A filter that cannot be read needs no register.
fn parsed(text: &str, rubric: &str) -> std::result::Result<Filter, Box<Read>> {
    Filter::parse(text).map_err(|problem| {
        let problem = Some(super::search::problem(text, problem));
        let profile = Profile { problem, ..wired(&Measured::default(), rubric.to_owned(), Vec::new(), None) };
        Box::new(Read { profile, orders: Arc::default() })
    })
}

fn read_on(app: &App, vault: &Vault, ground: &mut Option<Ground>, text: &str, wanted: Wanted) -> Result<Read> {
    let rubric = vault.method_in_use()?;
    let filter = match parsed(text, &rubric) {
        Ok(filter) => filter,
        Err(unread) => return Ok(*unread),
    };
    let go_on = || if app.kept.is_wanted(wanted.turn) { Ok(()) } else { Err(Error::Cancelled) };
    let ground = match ground {
        Some(ground) => ground,
        None => {
            let frame = frame(app, vault)?;
            go_on()?;
            ground.insert(Ground::of(app, vault, frame, wanted.lang)?)
        }
    };
    go_on()?;
    let Ground { frame, given, questions_below, words } = ground;
    let selection = select(app, vault, frame, text, &filter)?;
    go_on()?;
    let found = measured(app, vault, (&selection, given), asked(vault, frame, text, &filter), wanted)?;
    let profile = wired(&found, rubric, questions_below.clone(), Some(words));
    if text.trim().is_empty() {
        keep_first(vault, frame.edition, &profile)?;
    }
    Ok(Read { profile, orders: selection.picked() })
}

// What was measured within the same minute of the same state of the register is not measured again.
fn measured_before(app: &App, given: &Given, asked: &Asked, draws: Draws) -> Result<Option<Arc<Measured>>> {
    let kept = app.kept.measured.lock().map_err(abandoned)?;
    let of = |draws: Draws| kept.get(&(asked.clone(), given.now, draws));
    Ok(of(Draws::Made).or_else(|| of(draws)))
}

fn measured(
    app: &App,
    vault: &Vault,
    (selection, given): (&Selection<'_>, &Given),
    asked: Asked,
    wanted: Wanted,
) -> Result<Arc<Measured>> {
    if let Some(found) = measured_before(app, given, &asked, wanted.draws)? {
        return Ok(found);
    }
    let given = Given { draws: wanted.draws, ..given.clone() };
    let go_on = |done: usize, of: usize| {
        app.host.progress(&Progress { stage: MEASURING.to_owned(), done: small(done), of: small(of) });
        app.kept.is_wanted(wanted.turn)
    };
    // What is there but for its drawn intervals lacks nothing else.
    let found = match measured_before(app, &given, &asked, Draws::Later)? {
        Some(part) => drawn_while(selection, &given, Measured::clone(&part), &go_on),
        None => profile_while(selection, &given, &go_on),
    };
    let found = Arc::new(found.ok_or(Error::Cancelled)?);
    // What was picked at a later state of the register is not what the frame speaks of.
    if vault.edition()? == asked.edition {
        let key = (asked, given.now, wanted.draws);
        app.kept.measured.lock().map_err(abandoned)?.put(key, Arc::clone(&found));
    }
    Ok(found)
}

// What a profile needs beside the register, and the questions on which reviewers agree too little.
fn given(app: &App, vault: &Vault, frame: &Frame) -> Result<(Given, Vec<String>)> {
    let agreement = agreement(app, vault, frame)?;
    let given = Given {
        calibration: reviews::calibration_counts(vault)?,
        disputed: agreement.disputed(),
        // To the minute, as filters tell states of terms: a count and the list that it leads to are of one moment.
        now: minute_of(vault.env().clock.now_seconds()),
        draws: Draws::Made,
    };
    Ok((given, agreement.questions_below))
}

pub(super) fn profile_public(app: &App, args: PublicAsk) -> Result<PublicProfile> {
    let vault = app.vault()?;
    let frame = frame(app, &vault)?;
    let (given, _) = given(app, &vault, &frame)?;
    let quarter = args.quarter.trim();
    let found = guard::public(&frame, &given, Some(quarter).filter(|quarter| !quarter.is_empty()));
    let Public { quarters, flow, figures, tables } = found.ok_or(Error::Invalid("quarter"))?;
    Ok(PublicProfile {
        rubric: vault.method_in_use()?,
        plan: plan::VERSION,
        plan_digest: plan::digest(),
        quarter: quarter.to_owned(),
        quarters,
        flow: public_flow(&flow),
        figures: figures.iter().map(public_figure).collect(),
        tables: tables.iter().map(public_table).collect(),
    })
}

fn public_figure(figure: &Figure) -> PublicFigure {
    PublicFigure {
        name: figure.name.to_owned(),
        method: figure.method.to_owned(),
        population: figure.population.code().to_owned(),
        state: figure.state.to_owned(),
        figure: (figure.state != guard::SUPPRESSED).then(|| wire_figure(figure)),
    }
}

fn public_table(table: &guard::PublicTable) -> PublicTable {
    PublicTable {
        name: table.name.to_owned(),
        population: table.population.code().to_owned(),
        state: if table.rows.is_empty() { guard::SUPPRESSED } else { "ok" }.to_owned(),
        rows: table.rows.clone(),
        columns: table.columns.clone(),
        counts: table.counts.iter().map(|row| row.iter().map(|cell| cell.map(whole)).collect()).collect(),
        caveats: table.caveats.iter().map(|code| (*code).to_owned()).collect(),
    }
}

fn public_flow(flow: &guard::PublicFlow) -> PublicFlow {
    PublicFlow {
        orders: flow.orders.map(whole),
        items: flow.items.map(whole),
        orders_seen: flow.orders_seen.map(whole),
        orders_apart: flow.orders_apart.map(whole),
        items_apart: flow.items_apart.map(whole),
        reviewed: flow.reviewed.map(whole),
        reviewed_apart: flow.reviewed_apart.map(whole),
        unreviewed: flow.unreviewed.map(whole),
        reviewed_clusters: flow.reviewed_clusters.map(whole),
    }
}

/// Puts a profile into what the window and the command line are told. Without the words of a register platforms go by their numbers.
pub(super) fn wired(found: &Measured, rubric: String, questions_below: Vec<String>, words: Option<&Words>) -> Profile {
    Profile {
        problem: None,
        rubric,
        plan: plan::VERSION,
        plan_digest: plan::digest(),
        questions_below,
        flow: wire_flow(&found.flow),
        figures: found.figures.iter().map(|figure| named(wire_figure(figure), words)).collect(),
        tables: found.tables.iter().map(|table| wire_table(table, words)).collect(),
        curves: found.curves.iter().map(wire_curve).collect(),
        series: found.series.iter().map(wire_series).collect(),
    }
}

/// Counts the items that a filter finds by keys.
pub(super) fn cross(app: &App, args: CrossAsk) -> Result<CrossTable> {
    let vault = app.vault()?;
    let keys: Option<Vec<Key>> = args.keys.iter().map(|code| Key::named(code)).collect();
    let keys = keys.filter(|keys| keys.len() <= KEYS_MAX).ok_or(Error::Invalid("keys"))?;
    let filter = match Filter::parse(&args.filter) {
        Ok(filter) => filter,
        Err(problem) => {
            return Ok(CrossTable { problem: Some(super::search::problem(&args.filter, problem)), rows: Vec::new() });
        }
    };
    let frame = frame(app, &vault)?;
    let found = counted_by(&select(app, &vault, &frame, &args.filter, &filter)?, &keys, args.times, args.most as usize);
    let end = |pair: Option<(f64, f64)>, which: fn((f64, f64)) -> f64| pair.map(which).filter(|hours| hours.is_finite());
    let line = |row: CrossRow| CrossLine {
        keys: row.keys,
        items: whole(row.items),
        timed: whole(row.timed),
        median_low: end(row.median, |pair| pair.0),
        median_high: end(row.median, |pair| pair.1),
        ninth_low: end(row.ninth, |pair| pair.0),
        ninth_high: end(row.ninth, |pair| pair.1),
    };
    Ok(CrossTable { problem: None, rows: found.into_iter().map(line).collect() })
}

fn asked(vault: &Vault, frame: &Frame, filter: &str, parsed: &Filter) -> Asked {
    let now = parsed.told_at(vault.env().clock.now_seconds());
    Asked { edition: frame.edition, filter: filter.trim().to_owned(), now }
}

fn select<'f>(app: &App, vault: &Vault, frame: &'f Frame, filter: &str, parsed: &Filter) -> Result<Selection<'f>> {
    let asked = asked(vault, frame, filter, parsed);
    let mut picked = app.kept.picked.lock().map_err(abandoned)?;
    if let Some(orders) = picked.get(&asked) {
        return Ok(Selection::again(frame, orders));
    }
    let selection = match vault.rows_found(parsed, asked.now)? {
        Some(rows) => Selection::of_rows(frame, &rows),
        None => Selection::whole(frame),
    };
    // What was found at a later state of the register is not what the frame speaks of when it is asked again.
    if vault.edition()? == frame.edition {
        picked.put(asked, selection.picked());
    }
    Ok(selection)
}

// Counts of the whole register, kept for when the vault is opened next.
fn keep_first(vault: &Vault, edition: u64, profile: &Profile) -> Result<()> {
    if vault.derived(FIRST)?.is_some_and(|(of, _)| of == edition) {
        return Ok(());
    }
    let tables: Vec<&ProfileTable> = profile.tables.iter().filter(|table| COUNTED.contains(&table.name.as_str())).collect();
    let bytes = serde_json::to_vec(&(&profile.flow, tables)).map_err(|_| Error::Inside("writing the first numbers"))?;
    vault.keep_derived(FIRST, edition, &bytes)
}

/// Stages of a profile, as progress tells them.
const READING: &str = "profile_reading";
const MEASURING: &str = "profile_measuring";

/// Returns the register as figures see it, up to date. It is read once; a newer question waits for the reading under way and does not begin another.
pub(super) fn frame(app: &App, vault: &Vault) -> Result<Arc<Frame>> {
    let mut kept = app.kept.frame.lock().map_err(abandoned)?;
    let edition = vault.edition()?;
    if let Some(frame) = kept.as_ref().filter(|frame| frame.edition == edition) {
        return Ok(Arc::clone(frame));
    }
    let (rows, of_all) = (AtomicU64::new(0), AtomicU64::new(0));
    let go_on = |more: u64, of: u64| {
        of_all.store(of, Ordering::Relaxed);
        let done = rows.fetch_add(more, Ordering::Relaxed).saturating_add(more);
        app.host.progress(&Progress { stage: READING.to_owned(), done: whole(done), of: whole(of) });
        !app.kept.is_stopped.load(Ordering::SeqCst)
    };
    let frame = match kept.take() {
        // Where no computation holds it any more, it is brought up to date without a copy.
        Some(frame) => {
            let mut frame = Arc::unwrap_or_clone(frame);
            frame.bring_up(vault, &go_on)?;
            frame
        }
        None => Frame::read(vault, &go_on)?,
    };
    // Rows that figures do not speak of were not counted: what was begun is said to have ended.
    let of = of_all.load(Ordering::Relaxed);
    if of > 0 {
        app.host.progress(&Progress { stage: READING.to_owned(), done: whole(of), of: whole(of) });
    }
    vault.forget_written(frame.edition)?;
    let frame = Arc::new(frame);
    *kept = Some(Arc::clone(&frame));
    Ok(frame)
}

/// Returns how far two reviewers agree on verdicts at the edition of the frame.
pub(super) fn agreement(app: &App, vault: &Vault, frame: &Frame) -> Result<OnVerdict> {
    let mut kept = app.kept.agreement.lock().map_err(abandoned)?;
    if let Some((_, found)) = kept.found.as_ref().filter(|(of, _)| *of == frame.edition) {
        return Ok(found.clone());
    }
    let found = OnVerdict::kept(vault, frame, &mut kept.compared)?;
    // Written meanwhile: it is told, and worked out again when it is asked for next.
    if vault.edition()? == frame.edition {
        kept.found = Some((frame.edition, found.clone()));
    }
    Ok(found)
}

/// Returns how far two reviewers agree on everything, with its limits.
pub(super) fn agreement_lines(app: &App, vault: &Vault) -> Result<Arc<AgreementLines>> {
    let edition = vault.edition()?;
    if let Some(found) = app.kept.lines.lock().map_err(abandoned)?.get(&edition) {
        return Ok(found);
    }
    let found = Arc::new(reviews::measured_agreement(vault, None)?);
    if vault.edition()? == edition {
        app.kept.lines.lock().map_err(abandoned)?.put(edition, Arc::clone(&found));
    }
    Ok(found)
}

/// Returns the digest of the snapshot that would be saved of a filter at a second.
pub(super) fn frozen_digest(app: &App, vault: &Vault, filter: &str, now: i64) -> Result<String> {
    let key = (vault.edition()?, filter.trim().to_owned(), now);
    if let Some(found) = app.kept.frozen.lock().map_err(abandoned)?.get(&key) {
        return Ok(found);
    }
    let found = snapshot::digest_at(vault, filter, now)?;
    if vault.edition()? == key.0 {
        app.kept.frozen.lock().map_err(abandoned)?.put(key, found.clone());
    }
    Ok(found)
}

fn whole(n: u64) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Under the guard no rate leaves the core: a screen cannot show what it was not given.
pub(super) fn wire_figure(figure: &Figure) -> ProfileFigure {
    let (variant, variant_list) =
        figure.variant.as_ref().map_or((String::new(), ""), |variant| (variant.code.clone(), variant.list));
    let shown = matches!(figure.display, Display::Interval | Display::Headline);
    let number = |value: Option<f64>| value.filter(|value| shown && value.is_finite());
    let end = |pair: Option<(f64, f64)>, which: fn((f64, f64)) -> f64| number(pair.map(which));
    ProfileFigure {
        name: figure.name.to_owned(),
        variant,
        variant_list: variant_list.to_owned(),
        method: figure.method.to_owned(),
        population: figure.population.code().to_owned(),
        unit: figure.unit.code().to_owned(),
        x: figure.x.map(whole),
        n: whole(figure.n),
        unknown: whole(figure.unknown),
        clusters: whole(figure.clusters),
        estimate: number(figure.estimate),
        low: end(figure.limits, |pair| pair.0),
        high: end(figure.limits, |pair| pair.1),
        bound_low: end(figure.bounds, |pair| pair.0),
        bound_high: end(figure.bounds, |pair| pair.1),
        p: number(figure.p),
        df: figure.df.map(whole),
        family: figure.family.code().to_owned(),
        p_adjusted: number(figure.p_adjusted),
        level: figure.display.code().to_owned(),
        state: figure.state.to_owned(),
        caveats: figure.caveats.iter().map(|code| (*code).to_owned()).collect(),
    }
}

fn named(figure: ProfileFigure, words: Option<&Words>) -> ProfileFigure {
    if figure.variant_list != PLATFORM {
        return figure;
    }
    ProfileFigure { variant: platform_name(&figure.variant, words), variant_list: String::new(), ..figure }
}

// A platform goes by its name in the language of the window. Names need not differ, rows do.
fn platform_name(code: &str, words: Option<&Words>) -> String {
    let Some(words) = words else { return numbered(code) };
    let Ok(id) = code.parse::<Id>() else { return code.to_owned() };
    let name = words.spoken(words.platform(Some(&id)));
    if name.is_empty() { code.to_owned() } else { name }
}

fn wire_table(table: &Table, words: Option<&Words>) -> ProfileTable {
    let mut rows: Vec<String> = Vec::new();
    for code in &table.rows {
        let name = if table.name == BY_PLATFORM { platform_name(code, words) } else { code.clone() };
        rows.push(if rows.contains(&name) { code.clone() } else { name });
    }
    ProfileTable {
        name: table.name.to_owned(),
        population: table.population.code().to_owned(),
        rows,
        columns: table.columns.clone(),
        counts: table.counts.iter().map(|row| row.iter().copied().map(whole).collect()).collect(),
        caveats: table.caveats.iter().map(|code| (*code).to_owned()).collect(),
    }
}

fn wire_curve(curve: &Curve) -> ProfileCurve {
    ProfileCurve {
        name: curve.name.to_owned(),
        method: curve.method.to_owned(),
        population: curve.population.code().to_owned(),
        n: whole(curve.n),
        unknown: whole(curve.unknown),
        points: curve
            .points
            .iter()
            .map(|point| ProfileCurvePoint {
                hours: point.hours,
                share: point.share,
                low: point.low,
                high: point.high,
                at_risk: point.at_risk.map(whole),
            })
            .collect(),
        state: curve.state.to_owned(),
        caveats: curve.caveats.iter().map(|code| (*code).to_owned()).collect(),
    }
}

fn wire_series(series: &Series) -> ProfileSeries {
    let point = |point: &crate::analysis::profile::SeriesPoint| ProfileSeriesPoint {
        period: point.period.clone(),
        value: point.value,
        low: point.low,
        high: point.high,
    };
    ProfileSeries {
        name: series.name.to_owned(),
        method: series.method.to_owned(),
        population: series.population.code().to_owned(),
        points: series.points.iter().map(point).collect(),
        caveats: series.caveats.iter().map(|code| (*code).to_owned()).collect(),
    }
}

fn wire_flow(flow: &Flow) -> ProfileFlow {
    ProfileFlow {
        orders: whole(flow.orders),
        items: whole(flow.items),
        orders_seen: whole(flow.orders_seen),
        orders_apart: whole(flow.orders_apart),
        items_apart: whole(flow.items_apart),
        reviewed: whole(flow.reviewed),
        reviewed_apart: whole(flow.reviewed_apart),
        unreviewed: whole(flow.unreviewed),
        reviewed_clusters: whole(flow.reviewed_clusters),
    }
}
