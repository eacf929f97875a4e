//! Papers: words, tables and charts set on pages. A paper is a `Document`; it is broken into lines and pages as one display list, and
//! the list is drawn as a PDF (PDF/A-2a and PDF/UA-1 in one file) or as a picture of each page. No clock, no files, no system fonts:
//! the same document gives the same bytes everywhere.

pub mod annual;
pub mod brief;
pub mod case_file;
pub mod chart;
pub mod inside;
pub mod model;
pub mod report;
pub mod rule_book;
pub mod special_procedures;
pub mod upr;

mod breaker;
mod display;
mod docx;
mod flow;
mod hyphen;
mod jpeg;
mod numbered;
mod pdf;
mod raster;
mod shape;
mod svg;

mod sample;

// What takes in outside bytes, for `fuzzed`.
#[cfg(any(test, feature = "fuzzed"))]
pub(crate) use jpeg::{head as photo_head, without_camera};
pub use model::Document;
#[cfg(test)]
pub(crate) use pdf::tests::sound;
pub use sample::long as long_sample;
pub use shape::printable;

/// What keeps a paper from being set.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Letters have no shape in the faces of the papers. Nothing was written.
    #[error("no shape for {:?}", .0.letters)]
    GlyphMissing(Missing),
    /// A photograph is none that a paper can hold: what is wrong with it.
    #[error("a photograph {0}")]
    Photo(&'static str),
    /// A face that comes with the app cannot be read.
    #[error("the face {0} cannot be read")]
    Face(&'static str),
    /// Words could not be shaped.
    #[error("words could not be shaped")]
    Shaping,
    /// A picture has no size that could be drawn.
    #[error("a picture could not be drawn")]
    Picture,
    /// The PDF could not be put together.
    #[error("{0}")]
    Pdf(&'static str),
    /// The DOCX could not be put together.
    #[error("{0}")]
    Docx(&'static str),
}

/// Letters that no face has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// The letters, each once.
    pub letters: String,
    /// The beginning of the text in which the first of them stands.
    pub place: String,
}

/// Says whether a file is a photograph that a paper can hold: a JPEG with one colour or three.
#[must_use]
pub fn is_photo(file: &[u8]) -> bool {
    jpeg::head(file).is_ok()
}

/// Sets a document as a PDF file.
pub fn to_pdf(document: &Document) -> Result<Vec<u8>, Error> {
    let faces = shape::Faces::load()?;
    pdf::write(&flow::pages(document, &faces)?)
}

/// Writes a document as a DOCX file.
pub fn to_docx(document: &Document) -> Result<Vec<u8>, Error> {
    docx::write(document)
}

/// Draws some pages of a document, from a page counted from 0; returns them and how many pages there are.
pub fn to_svg_range(document: &Document, first: usize, count: usize) -> Result<(Vec<String>, usize), Error> {
    let faces = shape::Faces::load()?;
    let paged = flow::pages(document, &faces)?;
    Ok((svg::range(&paged, first, count), paged.pages.len()))
}

/// Sets a document as one picture for each page, drawn from the same display list as the PDF.
#[cfg(test)]
pub fn to_svg_pages(document: &Document) -> Result<Vec<String>, Error> {
    let faces = shape::Faces::load()?;
    Ok(svg::pages(&flow::pages(document, &faces)?))
}

#[cfg(test)]
pub(crate) mod tests {
    use super::brief::{Brief, compose};
    use super::model::{Block, Level, Part, Span};
    use super::*;
    use crate::texts::{Lang, NO_BREAK, Texts};
    use std::io::Write as _;
    use std::process::{Command, Stdio};

    fn set(brief: &Brief, lang: Lang) -> (Document, Vec<u8>) {
        let document = compose(brief, &Texts::new(lang));
        let pdf = to_pdf(&document).unwrap();
        (document, pdf)
    }

    /// Checks that every word of a document is read back from its PDF, and nothing else.
    fn reads_back(document: &Document, pdf: &[u8]) {
        let Some(read) = read_back(pdf) else { return };
        let mut rest = flat(&read);
        let mut words = document.words();
        words.sort_by_key(|words| std::cmp::Reverse(words.len()));
        for words in words {
            let words = flat(&words);
            assert!(rest.contains(&words), "{:?}: {words:?} is not in {rest:?}", document.lang);
            rest = rest.replacen(&words, "\u{1}", 1);
        }
        let left = rest.replace(['\u{1}', '•', ' '], "");
        assert_eq!(left, "", "{:?}: {read}", document.lang);
    }

    /// Checks that a long document and its PDF are made of the same letters: pages and columns may part words, but not lose any.
    pub(crate) fn holds_the_same_letters(document: &Document, pdf: &[u8]) {
        use std::collections::BTreeMap;
        let Some(read) = read_back(pdf) else { return };
        let count = |text: &str| {
            let letters = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{ad}' | '•'));
            letters.fold(BTreeMap::new(), |mut all: BTreeMap<char, usize>, letter| {
                *all.entry(letter).or_default() += 1;
                all
            })
        };
        let pages = to_svg_pages(document).unwrap().len();
        let number =
            |page: usize| document.page_number.replace("{page}", &page.to_string()).replace("{pages}", &pages.to_string());
        let said = document.words().into_iter().chain((1..=pages).map(number)).collect::<String>();
        assert_eq!(count(&read), count(&said), "{:?}", document.lang);
    }

    /// Reads the words of a PDF back with poppler's tool, or nothing where it is not installed.
    fn read_back(pdf: &[u8]) -> Option<String> {
        let tool = Command::new("pdftotext").args(["-raw", "-", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        let Ok(mut tool) = tool else {
            println!("skipped: pdftotext is not installed");
            return None;
        };
        tool.stdin.take().unwrap().write_all(pdf).unwrap();
        Some(String::from_utf8(tool.wait_with_output().unwrap().stdout).unwrap())
    }

    /// Joins lines that ended in a hyphen and makes every blank one blank.
    fn flat(words: &str) -> String {
        let joined = words.replace("\u{ad}\n", "").replace("-\n", "-").replace(NO_BREAK, " ");
        joined.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn every_word_is_read_back_and_nothing_else() {
        for brief in sample::ends() {
            for lang in Lang::ALL {
                let (document, pdf) = set(&brief, lang);
                reads_back(&document, &pdf);
            }
        }
    }

    #[test]
    fn the_brief_is_one_page_and_light() {
        for brief in sample::ends() {
            for lang in Lang::ALL {
                let (document, pdf) = set(&brief, lang);
                assert_eq!(to_svg_pages(&document).unwrap().len(), 1, "{lang:?} {:?}", brief.verdicts);
                assert!(pdf.len() <= 80_000, "{lang:?}: {} bytes", pdf.len());
            }
        }
    }

    #[test]
    fn the_same_facts_give_the_same_bytes() {
        let brief = sample::ordinary();
        for lang in Lang::ALL {
            assert!(set(&brief, lang).1 == set(&brief, lang).1, "{lang:?}");
        }
    }

    #[test]
    fn the_file_says_what_it_is() {
        let (_, pdf) = set(&sample::ordinary(), Lang::Kk);
        let head = pdf.get(..16).unwrap();
        assert!(head.starts_with(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3"), "{head:?}");
        let text = String::from_utf8_lossy(&pdf);
        for claim in [
            "<pdfaid:part>2</pdfaid:part>",
            "<pdfaid:conformance>A</pdfaid:conformance>",
            "<pdfuaid:part>1</pdfuaid:part>",
            "2026-07-14T00:00:00Z",
        ] {
            assert!(text.contains(claim), "{claim}");
        }
    }

    #[test]
    fn a_letter_without_a_shape_stops_the_paper() {
        let brief = Brief { organisation: "Ұйым 語".into(), ..sample::ordinary() };
        let document = compose(&brief, &Texts::new(Lang::Kk));
        let named = |result: Result<(), Error>| matches!(result, Err(Error::GlyphMissing(missing)) if missing.letters == "語");
        assert!(named(to_pdf(&document).map(|_| ())));
        assert!(named(to_svg_pages(&document).map(|_| ())));
    }

    #[test]
    fn a_picture_of_a_page_takes_no_markup_from_words() {
        let brief = Brief { organisation: "<script>&\"'</script>".into(), ..sample::ordinary() };
        let pages = to_svg_pages(&compose(&brief, &Texts::new(Lang::En))).unwrap();
        let page = pages.first().unwrap();
        assert!(page.contains("&lt;script&gt;&amp;&quot;&#39;&lt;/script&gt;"));
        assert!(!page.contains("<script") && !page.contains("style="));
        assert_eq!(page.matches("<text ").count(), page.matches("</text>").count());
    }

    #[test]
    fn the_long_paper_is_written_for_a_look() {
        let Ok(folder) = std::env::var("TARAZY_LOOK") else { return };
        for lang in Lang::ALL {
            let document = sample::long(lang, 6);
            let began = std::time::Instant::now();
            let pages = to_svg_pages(&document).unwrap().len();
            println!("{lang:?}: {pages} pages in {:?}", began.elapsed());
            std::fs::write(format!("{folder}/long-{}.pdf", lang.code()), to_pdf(&document).unwrap()).unwrap();
        }
    }

    /// A long paper with everything a paper can hold.
    fn long(lang: Lang) -> Document {
        let mut document = compose(&sample::ordinary(), &Texts::new(lang));
        let words = "Қылмыстық кодекстің 174-бабы бойынша қозғалған істердің үлесі өткен кезеңмен салыстырғанда 45 % өсті. ";
        for section in 1..=8 {
            document.blocks.push(Block::Heading { level: Level::Section, text: format!("{section}-бөлім") });
            document.blocks.push(Block::Paragraph { part: Part::Body, spans: vec![Span::plain(words.repeat(9))] });
            document
                .blocks
                .push(Block::Link {
                    text: format!("Дереккөз {section}"), url: format!("https://example.kz/іс/{section}")
                });
        }
        document
    }

    #[test]
    fn a_long_paper_goes_over_to_the_next_pages() {
        let document = long(Lang::Kk);
        assert!(to_svg_pages(&document).unwrap().len() >= 3);
        let Some(read) = read_back(&to_pdf(&document).unwrap()) else { return };
        assert!(read.contains("1 / ") && read.contains("Дереккөз 8"));
    }

    #[test]
    fn a_heading_goes_over_with_the_drawing_below_it() {
        let ordinary = compose(&sample::ordinary(), &Texts::new(Lang::En));
        let figure = ordinary.blocks.iter().find_map(|block| match block {
            Block::Figure { chart, alt, .. } => {
                Some(Block::Figure { chart: chart.clone(), alt: alt.clone(), note: "Captioned".into() })
            }
            _ => None,
        });
        let figure = figure.unwrap();
        // Wherever on a page the heading would come to stand.
        let mut went_over = 0;
        for lines in 0..60 {
            let filler = Block::Paragraph { part: Part::Body, spans: vec![Span::plain("Filler")] };
            let mut blocks = vec![filler; lines];
            blocks.push(Block::Heading { level: Level::Section, text: "Headed".into() });
            blocks.push(figure.clone());
            let pages = to_svg_pages(&Document { blocks, ..ordinary.clone() }).unwrap();
            for page in &pages {
                assert_eq!(page.contains("Headed"), page.contains("Captioned"), "after {lines} lines");
            }
            went_over += usize::from(pages.len() > 1 && pages[0].contains("Filler") && !pages[0].contains("Headed"));
        }
        assert!(went_over > 5);
    }
}
