//! A paper in the words of typst, with the same content, faces, sizes and edges: the peer that our setting of pages is measured beside.

use std::fmt::Write as _;
use std::path::Path;
use tarazy_core::paper::{Block, Chart, Document, Exhibit, Level, Part, Span, Table, Theme, Weight, verdicts_svg};

/// Writes a paper and its pictures into a folder; returns the paper's name there.
///
/// # Errors
/// When the folder cannot be written to, or a chart not drawn.
pub fn write_typst(document: &Document, folder: &Path) -> anyhow::Result<&'static str> {
    const NAME: &str = "paper.typ";
    let mut writer = Writer { folder, text: String::new(), pictures: 0 };
    writer.head(document)?;
    writer.blocks(&document.blocks)?;
    std::fs::write(folder.join(NAME), &writer.text)?;
    Ok(NAME)
}

struct Writer<'a> {
    folder: &'a Path,
    text: String,
    pictures: usize,
}

impl Writer<'_> {
    fn head(&mut self, document: &Document) -> std::fmt::Result {
        let (title, author, running) = (quoted(&document.title), quoted(&document.author), quoted(&document.running));
        let lang = document.lang.code();
        let number = quoted(&document.page_number);
        writeln!(
            self.text,
            r##"#set document(title: {title}, author: {author}, date: datetime(year: 2026, month: 7, day: 14))
#set page(
  paper: "a4", margin: (x: 70pt, top: 66pt, bottom: 62pt),
  header: context if counter(page).get().first() > 1 {{ text(font: "Source Sans 3", size: 8.8pt, {running}) }},
  footer: context text(
    font: "Source Sans 3", size: 8.8pt,
    {number}.replace("{{page}}", str(counter(page).get().first())).replace("{{pages}}", str(counter(page).final().first())),
  ),
)
#set text(font: "Source Serif 4", size: 10.4pt, lang: "{lang}", hyphenate: true)
#set par(justify: true, leading: 0.62em, spacing: 0.95em)
#set heading(numbering: none)
#show heading: set text(font: "Source Sans 3", weight: 600)
#show table: set text(font: "Source Sans 3", size: 9pt)
#show table: set par(justify: false)
#show raw: set text(font: "IBM Plex Mono", size: 7.6pt)
#show figure: set block(breakable: true)
"##
        )
    }

    fn blocks(&mut self, blocks: &[Block]) -> anyhow::Result<()> {
        blocks.iter().try_for_each(|block| self.block(block))
    }

    fn block(&mut self, block: &Block) -> anyhow::Result<()> {
        match block {
            Block::Heading { level, text } => {
                let depth = match level {
                    Level::Title => 1,
                    Level::Section | Level::Chapter => 2,
                    Level::Subsection => 3,
                };
                writeln!(self.text, "#heading(level: {depth}, {})", quoted(text))?;
            }
            Block::Paragraph { part, spans } => {
                let words = spans_of(spans);
                match part {
                    Part::Body => writeln!(self.text, "#par({words})")?,
                    _ => writeln!(self.text, "#text(font: \"Source Sans 3\", size: 9pt, par(justify: false, {words}))")?,
                }
            }
            Block::Headline { figure, sentence } => {
                writeln!(self.text, "#par([#text(size: 36pt, {}) #{}])", quoted(figure), quoted(sentence))?;
            }
            Block::Callout { text } => {
                writeln!(self.text, "#block(fill: rgb(\"fbf4e9\"), inset: 6pt, {})", quoted(text))?;
            }
            Block::Measures(measures) => {
                let cells = measures.iter().map(|m| format!("[#strong({}) #{}]", quoted(&m.value), quoted(&m.label)));
                writeln!(self.text, "#grid(columns: {}, {})", measures.len(), cells.collect::<Vec<_>>().join(", "))?;
            }
            Block::Figure { chart, alt, note } => {
                let Chart::Verdicts(chart) = &**chart else { anyhow::bail!("a chart that the peer is not given") };
                let name = self.picture(verdicts_svg(chart, 455.0, Theme::Light)?.0.as_bytes(), "svg")?;
                let (alt, note) = (quoted(alt), quoted(note));
                writeln!(self.text, "#figure(image(\"{name}\", width: 100%, alt: {alt}), caption: {note}, kind: image)")?;
            }
            Block::Table(table) => self.table(table)?,
            Block::List(points) => {
                let points = points.iter().map(|point| spans_of(point)).collect::<Vec<_>>();
                writeln!(self.text, "#list({})", points.join(", "))?;
            }
            Block::Link { text, url } => writeln!(self.text, "#par(link({}, {}))", quoted(url), quoted(text))?,
            Block::Digests { digests, note } => {
                for digest in digests {
                    writeln!(self.text, "#par([#{} #raw({})])", quoted(&digest.label), quoted(&digest.value))?;
                }
                writeln!(self.text, "#par({})", quoted(note))?;
            }
            Block::Numbered { number, spans } => {
                writeln!(self.text, "#par([#{} #h(6pt) #{}])", quoted(number), spans_of(spans))?;
            }
            Block::Quote { spans, source } => {
                writeln!(self.text, "#quote(block: true, attribution: {}, {})", quoted(source), spans_of(spans))?;
            }
            Block::Written { label, paragraphs } => {
                let words = paragraphs.iter().map(|words| format!("par({})", quoted(words))).collect::<Vec<_>>();
                writeln!(
                    self.text,
                    "#block(stroke: (left: 1pt), inset: 6pt, {{ strong({}); {} }})",
                    quoted(label),
                    words.join("; ")
                )?;
            }
            Block::Photo(photo) => {
                let name = self.picture(&photo.jpeg, "jpg")?;
                let (alt, caption) = (quoted(&photo.alt), quoted(&photo.caption));
                writeln!(self.text, "#figure(image(\"{name}\", width: 100%, alt: {alt}), caption: {caption}, kind: image)")?;
            }
            Block::Exhibits { caption, heads, exhibits } => self.exhibits(caption, heads, exhibits)?,
            Block::Contents { heading } => writeln!(self.text, "#outline(title: {}, depth: 3)", quoted(heading))?,
            Block::PageBreak => writeln!(self.text, "#pagebreak()")?,
            Block::Columns { left, right, .. } => {
                self.blocks(left)?;
                self.blocks(right)?;
            }
        }
        Ok(())
    }

    fn table(&mut self, table: &Table) -> std::fmt::Result {
        let heads = table.columns.iter().map(|column| quoted(&column.head)).collect::<Vec<_>>().join(", ");
        let widths = table.columns.iter().map(|column| format!("{}fr", column.width)).collect::<Vec<_>>().join(", ");
        let sides = table.columns.iter().map(|column| match column.side {
            tarazy_core::paper::Side::Left => "left",
            tarazy_core::paper::Side::Right => "right",
        });
        let sides = sides.collect::<Vec<_>>().join(", ");
        writeln!(self.text, "#figure(kind: table, caption: figure.caption(position: top, {}),", quoted(&table.caption))?;
        writeln!(self.text, "table(columns: ({widths}), align: ({sides}), stroke: none, table.header({heads}),")?;
        for row in &table.rows {
            writeln!(self.text, "{},", row.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(", "))?;
        }
        writeln!(self.text, "))")
    }

    fn exhibits(&mut self, caption: &str, heads: &[String; 4], exhibits: &[Exhibit]) -> std::fmt::Result {
        let heads = heads.iter().map(|head| quoted(head)).collect::<Vec<_>>().join(", ");
        writeln!(self.text, "#figure(kind: table, caption: figure.caption(position: top, {}),", quoted(caption))?;
        writeln!(self.text, "table(columns: (1fr, 4fr, 3fr, 4fr), align: left, stroke: none, table.header({heads}),")?;
        for exhibit in exhibits {
            let custody = quoted(&exhibit.custody.join("\n"));
            let (number, words, captured) = (quoted(&exhibit.number), quoted(&exhibit.description), quoted(&exhibit.captured));
            writeln!(self.text, "{number}, {words}, {captured}, {custody},")?;
            writeln!(self.text, "table.cell(colspan: 4, raw({})),", quoted(&exhibit.digest))?;
        }
        writeln!(self.text, "))")
    }

    fn picture(&mut self, bytes: &[u8], ending: &str) -> std::io::Result<String> {
        self.pictures += 1;
        let name = format!("{}.{ending}", self.pictures);
        std::fs::write(self.folder.join(&name), bytes)?;
        Ok(name)
    }
}

fn spans_of(spans: &[Span]) -> String {
    let mut code = String::from("{ ");
    for span in spans {
        let mut words = quoted(&span.text);
        words = match span.weight {
            Weight::Plain => words,
            Weight::Strong => format!("strong({words})"),
            Weight::Slanted => format!("emph({words})"),
        };
        if let Some(lang) = span.lang {
            words = format!("text(lang: \"{}\", {words})", lang.code());
        }
        if let Some(url) = &span.url {
            words = format!("link({}, {words})", quoted(url));
        }
        let _ = write!(code, "{words}; ");
        if let Some(note) = &span.note {
            let _ = write!(code, "footnote({}); ", quoted(note));
        }
    }
    code + "}"
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
}
