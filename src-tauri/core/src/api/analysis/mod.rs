//! The screen of the analysis: one or two filters, all figures, every chart drawn. One question, one answer.

mod charts;
pub(super) mod said;
#[cfg(test)]
mod tests;

use super::desk::local_day;
use super::papers::{refuse_inside, texts_of};
use super::profile::{ALL, Read, Wanted, first, read, read_both};
use super::vault::code;
use super::wire::{
    Analysis, AnalysisAsk, AnalysisChart, AnalysisSpot, AnalysisStage, Nothing, PictureAsk, PictureTaken, PictureTo, Profile,
    ProfileFigure,
};
use super::{App, file_name, of_one_state, small, write_whole};
use crate::analysis::profile::{Draws, PENDING};
use crate::error::{Error, Result};
use crate::model::time::ASTANA;
use crate::papers::chart::{Faces, Frame, Made, Spot, Theme, to_png, to_svg};
use crate::store::Vault;
use crate::texts::Texts;
pub(super) use charts::{Charts, Drawn, row_name, stands_alone};

/// Points across: what a window and a page can hold.
const WIDTHS: std::ops::RangeInclusive<u32> = 240..=1_400;
const PICTURE_WIDTH: f32 = 620.0;
/// Dots for each point: sharp on paper at 200 dots an inch and more.
const PICTURE_SCALE: f32 = 3.0;
/// Two small charts stand beside each other from this width on.
const PAIR_FROM: f32 = 640.0;
const PAIR_GAP: f32 = 28.0;

/// Names a figure, with the variant where several share the name.
#[must_use]
pub fn figure_name(figure: &ProfileFigure, texts: &Texts) -> String {
    let name = texts.named("figure", &figure.name);
    let variant = match figure.variant_list.as_str() {
        _ if figure.variant.is_empty() => return name,
        "" => figure.variant.clone(),
        list => texts.named(list, &figure.variant),
    };
    texts.say("figure-of", &[("name", name.into()), ("variant", variant.into())])
}

/// Answers up to the stage that is asked for, or further where that costs nothing. A newer question ends an older one.
pub(super) fn analysis(app: &App, args: AnalysisAsk) -> Result<Analysis> {
    let turn = Some(app.kept.begin());
    let against = args.against.as_deref();
    let asked = match args.until {
        AnalysisStage::Nothing | AnalysisStage::Counts => match Asked::first(app, &args.filter, against)? {
            Some(asked) => asked,
            None => return Ok(Analysis::default()),
        },
        AnalysisStage::Figures => Asked::read(app, &args.filter, against, Wanted { draws: Draws::Later, turn, lang: None })?,
        AnalysisStage::All => Asked::read(app, &args.filter, against, Wanted { draws: Draws::Made, turn, lang: None })?,
    };
    let texts = texts_of(args.lang);
    let theme = if args.theme == "dark" { Theme::Dark } else { Theme::Light };
    let width = points(args.width.clamp(*WIDTHS.start(), *WIDTHS.end()));
    let charts = if asked.is_readable() { drawn(&asked.charts(&texts).all(), &texts, width, theme)? } else { Vec::new() };
    let (stage, shared) = (asked.stage(), asked.shared());
    Ok(Analysis { stage, profile: asked.here.profile, against: asked.other.map(|other| other.profile), shared, charts })
}

/// Ends the computation under way: nobody looks at it any more.
pub(super) fn analysis_cancel(app: &App, _: Nothing) -> Result<Nothing> {
    app.kept.begin();
    Ok(Nothing {})
}

pub(super) fn picture_take(app: &App, args: PictureAsk) -> Result<PictureTaken> {
    let vault = app.vault()?;
    let asked = of_one_state(&vault, || Asked::read(app, &args.filter, args.against.as_deref(), ALL))?;
    if !asked.is_readable() {
        return Err(Error::Invalid("filter"));
    }
    let texts = texts_of(args.lang);
    let chart = asked.charts(&texts).all().into_iter().find(|chart| chart.name == args.chart).ok_or(Error::NotFound)?;
    let frame = asked.frame(&chart, &vault, &texts)?;
    let faces = Faces::load()?;
    let day = local_day(vault.env().clock.now_seconds(), ASTANA).unwrap_or_default();
    let proposed = |ending: &str| format!("tarazy-{}-{day}-{}.{ending}", chart.name.replace('_', "-"), code(args.lang));
    let (name, bytes) = match args.to {
        PictureTo::Svg => {
            let made = to_svg(&chart.chart, Some(&frame), texts.lang(), PICTURE_WIDTH, Theme::Light, &faces)?;
            (proposed("svg"), made.svg.into_bytes())
        }
        PictureTo::Png | PictureTo::Clipboard => {
            let image = to_png(&chart.chart, &frame, texts.lang(), PICTURE_WIDTH, PICTURE_SCALE, &faces)?;
            if args.to == PictureTo::Clipboard {
                return if app.host.copy_picture(&image) {
                    Ok(PictureTaken { name: String::new() })
                } else {
                    Err(Error::ClipboardRefused)
                };
            }
            (proposed("png"), image.png)
        }
    };
    let path = app.host.pick_save(&name).ok_or(Error::Cancelled)?;
    refuse_inside(vault.folder(), &path)?;
    write_whole(&path, &bytes)?;
    Ok(PictureTaken { name: file_name(&path) })
}

/// What the filters found.
struct Asked {
    filter: String,
    here: Read,
    against: Option<String>,
    other: Option<Read>,
}

impl Asked {
    fn read(app: &App, filter: &str, against: Option<&str>, wanted: Wanted) -> Result<Self> {
        let (here, other) = match against {
            Some(against) => {
                let [here, other] = read_both(app, filter, against, wanted)?;
                (here, Some(other))
            }
            None => (read(app, filter, wanted)?, None),
        };
        Ok(Self::of(filter, here, against, other))
    }

    /// The counts, where they can be told at once.
    fn first(app: &App, filter: &str, against: Option<&str>) -> Result<Option<Self>> {
        let told = match against {
            Some(against) => first(app, [filter, against])?.map(|[here, other]| (here, Some(other))),
            None => first(app, [filter])?.map(|[here]| (here, None)),
        };
        Ok(told.map(|(here, other)| Self::of(filter, here, against, other)))
    }

    fn of(filter: &str, here: Read, against: Option<&str>, other: Option<Read>) -> Self {
        Self { filter: filter.trim().to_owned(), here, against: against.map(|against| against.trim().to_owned()), other }
    }

    // A filter that cannot be read has all that it will ever have.
    fn stage(&self) -> AnalysisStage {
        let of = |profile: &Profile| match profile.figures.as_slice() {
            _ if profile.problem.is_some() => AnalysisStage::All,
            [] => AnalysisStage::Counts,
            figures if figures.iter().any(|figure| figure.state == PENDING) => AnalysisStage::Figures,
            _ => AnalysisStage::All,
        };
        let here = of(&self.here.profile);
        self.other.as_ref().map_or(here, |other| here.min(of(&other.profile)))
    }

    fn is_readable(&self) -> bool {
        let can_be = |read: &Read| read.profile.problem.is_none();
        can_be(&self.here) && self.other.as_ref().is_none_or(can_be)
    }

    /// Counts the orders that both filters find: both lists ascend.
    fn shared(&self) -> Option<u32> {
        let other = self.other.as_ref().filter(|_| self.is_readable())?;
        // Counts that were kept do not tell which orders they are of.
        let is_listed = |read: &Read| read.orders.len() == read.profile.flow.orders as usize;
        if !is_listed(&self.here) || !is_listed(other) {
            return None;
        }
        let mut rest = other.orders.iter().copied().peekable();
        let both = self.here.orders.iter().filter(|place| {
            while rest.next_if(|other| other < *place).is_some() {}
            rest.next_if_eq(*place).is_some()
        });
        Some(small(both.count()))
    }

    fn charts<'a>(&'a self, texts: &'a Texts) -> Charts<'a> {
        let filters = self.against.as_deref().map(|against| (self.filter.as_str(), against));
        Charts { texts, here: &self.here.profile, other: self.other.as_ref().map(|other| &other.profile), filters }
    }

    /// Says all that is to be said beside a chart: it will travel without the screen around it.
    fn frame(&self, drawn: &Drawn, vault: &Vault, texts: &Texts) -> Result<Frame> {
        let charts = self.charts(texts);
        let mut about = charts.filters_said(&self.filter, drawn);
        if let Some(shared) = self.shared().filter(|_| drawn.follows_filter) {
            about.push(texts.say("analysis-shared", &[("n", shared.into())]));
        }
        let mut notes = charts.notes(drawn);
        let day = local_day(vault.env().clock.now_seconds(), ASTANA).unwrap_or_default();
        let args = [
            ("methods", drawn.methods.join(", ").into()),
            ("version", self.here.profile.rubric.as_str().into()),
            ("day", texts.day(&day).into()),
        ];
        notes.push(if drawn.methods.is_empty() {
            texts.say("picture-made", &args[1..])
        } else {
            texts.say("picture-made-by", &args)
        });
        if vault.setting("example")? == "yes" {
            about.insert(0, texts.say("picture-example", &[]));
        }
        Ok(Frame { title: drawn.title.clone(), about, notes })
    }
}

fn drawn(charts: &[Drawn], texts: &Texts, width: f32, theme: Theme) -> Result<Vec<AnalysisChart>> {
    let faces = Faces::load()?;
    let half = if width >= PAIR_FROM { (width - PAIR_GAP) / 2.0 } else { width };
    let one = |drawn: &Drawn| {
        let width = if drawn.is_small { half } else { width };
        let made = to_svg(&drawn.chart, None, texts.lang(), width, theme, &faces)?;
        let (across, down) = made.size;
        let spots = made.spots.iter().map(|spot| wire_spot(spot, across, down)).collect();
        let Made { svg, alt, .. } = made;
        Ok(AnalysisChart { name: drawn.name.clone(), svg, alt, height: down / across, spots })
    };
    charts.iter().map(one).collect()
}

fn wire_spot(spot: &Spot, across: f32, down: f32) -> AnalysisSpot {
    let (at, size) = (spot.at, spot.size);
    AnalysisSpot {
        code: spot.code.clone(),
        series: small(spot.series),
        left: at.0 / across,
        top: at.1 / down,
        width: size.0 / across,
        height: size.1 / down,
    }
}

#[allow(clippy::cast_precision_loss, reason = "a few hundred points")]
const fn points(width: u32) -> f32 {
    width as f32
}
