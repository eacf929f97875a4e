//! Pages as lists of things to draw, with the tree of what they mean. Neutral of any engine: the PDF and the preview are drawn from it.
//! Lengths are points, from the top left corner of the page.

use std::sync::Arc;

use super::shape::{Face, Glyph};
use crate::texts::Lang;

/// A colour: red, green, blue.
pub type Color = [u8; 3];

/// A place on the page.
pub type Point = (f32, f32);

/// How a picture is turned before it is seen: 1 to 8, as cameras number it (Exif 2.32, tag Orientation). The usual one is not at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn(u8);

impl Default for Turn {
    fn default() -> Self {
        Self(1)
    }
}

impl Turn {
    /// Returns the turn with this number; nothing where there is none.
    #[must_use]
    pub fn of(code: u16) -> Option<Self> {
        u8::try_from(code).ok().filter(|code| matches!(code, 1..=8)).map(Self)
    }

    /// Returns its number.
    #[must_use]
    pub const fn code(self) -> u8 {
        self.0
    }

    /// Says whether rows are seen as columns.
    #[must_use]
    pub const fn lies(self) -> bool {
        self.0 >= 5
    }
}

/// Something drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// Glyphs on one line.
    Text {
        /// Face.
        face: Face,
        /// Size.
        size: f32,
        /// Colour.
        color: Color,
        /// Where the pen starts, on the base line.
        at: Point,
        /// The glyphs.
        glyphs: Vec<Glyph>,
    },
    /// A filled rectangle.
    Rect {
        /// Top left corner.
        at: Point,
        /// Width and height.
        size: (f32, f32),
        /// Colour.
        fill: Color,
    },
    /// A line through points.
    Line {
        /// Points.
        points: Vec<Point>,
        /// Colour.
        color: Color,
        /// Thickness.
        width: f32,
    },
    /// A filled polygon.
    Polygon {
        /// Corners.
        points: Vec<Point>,
        /// Colour.
        fill: Color,
    },
    /// A filled circle.
    Dot {
        /// Centre.
        at: Point,
        /// Radius.
        radius: f32,
        /// Colour.
        fill: Color,
    },
    /// What follows belongs to an element of the tree.
    Open {
        /// Number of the element.
        element: usize,
        /// Number of the mark on this page.
        mark: usize,
    },
    /// What follows is decoration.
    Decoration,
    /// What follows stands at the edge of every page: its number, the running head.
    Furniture {
        /// At the foot of the page, otherwise at its head.
        foot: bool,
    },
    /// Ends what `Open`, `Decoration` or `Furniture` began.
    Close,
    /// A photograph, byte for byte.
    Jpeg {
        /// Top left corner.
        at: Point,
        /// Width and height.
        size: (f32, f32),
        /// The file.
        jpeg: Arc<Vec<u8>>,
        /// How it is turned.
        turn: Turn,
    },
    /// A place that leads somewhere.
    Link {
        /// Top left corner.
        at: Point,
        /// Width and height.
        size: (f32, f32),
        /// Where it leads.
        target: Target,
        /// Number of the element.
        element: usize,
        /// Words for those who do not see it.
        label: String,
    },
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq)]
pub enum Target {
    /// To an address outside.
    Address(String),
    /// To a place in the paper.
    Place {
        /// Page from 0.
        page: usize,
        /// Distance from the top.
        y: f32,
    },
}

/// What an element of the tree is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The whole paper.
    Document,
    /// The title.
    Title,
    /// A section's heading.
    Section,
    /// Heading inside a section.
    Subsection,
    /// A paragraph.
    Paragraph,
    /// A list.
    List,
    /// An entry of a list.
    ListItem,
    /// The bullet of an entry.
    Label,
    /// The words of an entry.
    ListBody,
    /// A picture.
    Figure,
    /// The words under a picture or over a table.
    Caption,
    /// A table.
    Table,
    /// The heading rows of a table.
    TableHead,
    /// The other rows of a table.
    TableBody,
    /// A row.
    Row,
    /// A cell that names its column.
    ColumnHead,
    /// A cell that names its row.
    RowHead,
    /// Any other cell.
    Cell,
    /// A link.
    Link,
    /// Some words inside a paragraph: of another language, or the mark of a footnote.
    Span,
    /// The mark of a footnote, which leads to it.
    Reference,
    /// A footnote.
    Note,
    /// Words of somebody else.
    Quote,
    /// The contents.
    Contents,
    /// An entry of the contents.
    ContentsEntry,
}

/// A part of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kid {
    /// Another element.
    Element(usize),
    /// A mark on a page.
    Mark {
        /// Page from 0.
        page: usize,
        /// Number of the mark.
        mark: usize,
    },
    /// A link on a page.
    Link {
        /// Page from 0.
        page: usize,
        /// Place among the links of the page.
        link: usize,
    },
}

/// An element of the tree.
#[derive(Debug, Clone, PartialEq)]
pub struct Element {
    /// What it is.
    pub role: Role,
    /// The element it belongs to; the first one belongs to itself.
    pub parent: usize,
    /// Its parts in reading order.
    pub kids: Vec<Kid>,
    /// Words for those who do not see it.
    pub alt: Option<String>,
    /// Corner and size of a picture.
    pub frame: Option<(Point, (f32, f32))>,
    /// Language, where it is not that of the paper.
    pub lang: Option<Lang>,
}

/// A page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Page {
    /// What is drawn, from back to front.
    pub items: Vec<Item>,
    /// How many marks it carries.
    pub marks: usize,
    /// How many links it carries.
    pub links: usize,
}

/// An entry of the outline.
#[derive(Debug, Clone, PartialEq)]
pub struct Bookmark {
    /// 1 for the title, 2 for a section or chapter, 3 for a subsection.
    pub depth: u8,
    /// Words.
    pub title: String,
    /// Page from 0.
    pub page: usize,
    /// Distance from the top.
    pub y: f32,
}

/// A paper with every mark in its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Paged {
    /// Pages.
    pub pages: Vec<Page>,
    /// The tree; the first element is the paper.
    pub elements: Vec<Element>,
    /// The outline.
    pub bookmarks: Vec<Bookmark>,
    /// Language.
    pub lang: Lang,
    /// Title.
    pub title: String,
    /// Organisation.
    pub author: String,
    /// Kind of paper.
    pub subject: String,
    /// Day it was made.
    pub day: String,
}

/// Width of a page: A4.
pub const PAGE_WIDTH: f32 = 595.276;
/// Height of a page: A4.
pub const PAGE_HEIGHT: f32 = 841.89;
