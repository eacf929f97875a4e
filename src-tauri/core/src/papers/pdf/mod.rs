//! The display list as a PDF file: PDF/A-2a and PDF/UA-1 at once. This folder alone names printpdf and lopdf. printpdf writes the
//! page operators and full fonts; one pass over the objects then cuts the fonts down and adds what an archive and a screen reader need.

mod conform;
mod fonts;
mod inside;
mod ops;
mod photos;
#[cfg(test)]
pub(crate) mod tests;
mod tree;

use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat};
use printpdf::{PdfDocument, PdfSaveOptions};

pub(super) use inside::read as inside;

use super::Error;
use super::display::Paged;

/// Writes a paper as a PDF file. The same paper gives the same bytes.
pub(super) fn write(paged: &Paged) -> Result<Vec<u8>, Error> {
    let mut source = PdfDocument::new(&paged.title);
    let (mut pages, drawn) = ops::pages(paged);
    pages.push(ops::specimen(&drawn.used));
    fonts::register(&mut source, &drawn.used)?;
    source.with_pages(pages);
    // Strings of glyphs are operators that the writer does not know; it drops them where it is told to be careful.
    let options = PdfSaveOptions { optimize: true, subset_fonts: true, secure: false, image_optimization: None };
    let mut document = printpdf::to_lopdf_doc(&source, &options, &mut Vec::new());
    drop(source);
    without_last_page(&mut document)?;
    fonts::cut(&mut document, &drawn.used)?;
    photos::add(&mut document, &drawn.photos)?;
    let tree = tree::add(&mut document, paged)?;
    conform::seal(&mut document, paged, tree)?;
    document.compress();
    let mut file = Vec::new();
    document.save_modern(&mut file).map_err(|_| Error::Pdf("writing the file"))?;
    Ok(file)
}

/// Takes the specimen of glyphs out of the file again.
fn without_last_page(document: &mut Document) -> Result<(), Error> {
    const DOING: &str = "taking a page out";
    let last = document.page_iter().last().ok_or(Error::Pdf(DOING))?;
    let page = expected(document.objects.remove(&last).ok_or(lopdf::Error::PageNumberNotFound(0)), DOING)?;
    let page = expected(page.as_dict(), DOING)?;
    for part in [&b"Contents"[..], b"Resources"] {
        document.objects.remove(&expected(page.get(part).and_then(Object::as_reference), DOING)?);
    }
    let list = expected(page.get(b"Parent").and_then(Object::as_reference), DOING)?;
    let list = dictionary(document, list, DOING)?;
    let kids = expected(list.get_mut(b"Kids").and_then(Object::as_array_mut), DOING)?;
    kids.pop();
    let count = number(kids.len());
    list.set("Count", count);
    Ok(())
}

/// Says what was being done when the file's own structure was not as expected.
fn expected<T>(found: Result<T, lopdf::Error>, doing: &'static str) -> Result<T, Error> {
    found.map_err(|_| Error::Pdf(doing))
}

fn dictionary<'d>(document: &'d mut Document, id: ObjectId, doing: &'static str) -> Result<&'d mut Dictionary, Error> {
    expected(document.get_object_mut(id).and_then(Object::as_dict_mut), doing)
}

fn name(text: &str) -> Object {
    Object::Name(text.as_bytes().to_vec())
}

/// Text of the file's structure that is plain ASCII.
fn ascii(text: &str) -> Object {
    Object::String(text.as_bytes().to_vec(), StringFormat::Literal)
}

/// Text that people read, in any script.
fn words(text: &str) -> Object {
    let units = text.encode_utf16().flat_map(u16::to_be_bytes);
    Object::String([0xfe, 0xff].into_iter().chain(units).collect(), StringFormat::Hexadecimal)
}

fn references(ids: impl IntoIterator<Item = ObjectId>) -> Vec<Object> {
    ids.into_iter().map(Object::Reference).collect()
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
