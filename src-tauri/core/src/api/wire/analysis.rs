//! The screen of the analysis: profiles of one or two filters with every chart drawn, in one reply.

use super::{Lang, Profile};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for the analysis of a part of the register, or of two parts beside each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AnalysisAsk {
    /// Filter, as in the table of orders; empty: everything.
    pub filter: String,
    /// Another filter to be shown beside it.
    pub against: Option<String>,
    /// Language of the charts.
    pub lang: Lang,
    /// light, dark.
    pub theme: String,
    /// Width of the charts in points.
    pub width: u32,
    /// How much of it is wanted.
    pub until: AnalysisStage,
}

/// How far an analysis is made. Each stage tells all that the one before it told.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AnalysisStage {
    /// Nothing is known before the register is read.
    #[default]
    Nothing,
    /// Counts that need no measuring.
    Counts,
    /// All figures but those whose intervals are drawn thousands of times over: they are pending.
    Figures,
    /// Everything.
    All,
}

/// The analysis.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Analysis {
    /// How far it is made.
    pub stage: AnalysisStage,
    /// What the filter finds.
    pub profile: Profile,
    /// What the other filter finds.
    pub against: Option<Profile>,
    /// How many orders both find.
    pub shared: Option<u32>,
    /// The charts; none where there is nothing to draw.
    pub charts: Vec<AnalysisChart>,
}

/// A chart: of a component, or of a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct AnalysisChart {
    /// Code of the component, or name of the table.
    pub name: String,
    /// SVG: every text escaped, no script, no style, no address.
    pub svg: String,
    /// Every value in words.
    pub alt: String,
    /// Height by width.
    pub height: f32,
    /// Places that values take.
    pub spots: Vec<AnalysisSpot>,
}

/// A place that a value takes. Lengths are parts of the chart's width and height, from the top left corner.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct AnalysisSpot {
    /// Code of the row.
    pub code: String,
    /// 0 for the filter, 1 for the other.
    pub series: u32,
    /// Distance from the left.
    pub left: f32,
    /// Distance from the top.
    pub top: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

/// What to do with a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PictureTo {
    /// Put it on the clipboard.
    Clipboard,
    /// Save it as dots.
    Png,
    /// Save it as a drawing.
    Svg,
}

/// Asks for a chart as a picture that says everything that is to be said beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PictureAsk {
    /// Filter.
    pub filter: String,
    /// The other filter, where two are compared.
    pub against: Option<String>,
    /// Language.
    pub lang: Lang,
    /// Which chart.
    pub chart: String,
    /// What to do with it.
    pub to: PictureTo,
}

/// What was done with a picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PictureTaken {
    /// Name of the file; empty where it is on the clipboard.
    pub name: String,
}
