//! What an archive and a screen reader ask of the file as a whole: PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1).

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat};
use sha2::{Digest, Sha256};

use super::super::Error;
use super::super::display::Paged;
use super::{ascii, expected, name, tree, words};

/// The colour space of the file: sRGB in 736 bytes, from saucecontrol's Compact-ICC-Profiles, dedicated to the public domain (CC0).
const SRGB: &[u8] = include_bytes!("../../../../../assets/sRGB-v2-magic.icc");

const CREATOR: &str = "Tarazy";
const PRODUCER: &str = "printpdf 0.12.8";

/// Adds everything but the pages and the tree, and the number that names the file by its content.
pub(super) fn seal(document: &mut Document, paged: &Paged, tree_root: ObjectId) -> Result<(), Error> {
    document.version = "1.7".into();
    document.binary_mark = vec![0xe2, 0xe3, 0xcf, 0xd3];
    let outline = tree::outline(document, paged)?;
    let metadata = metadata(document, paged);
    let intent = intent(document);
    information(document, paged)?;

    let mut marked = Dictionary::new();
    marked.set("Marked", true);
    let mut viewer = Dictionary::new();
    viewer.set("DisplayDocTitle", true);
    let catalog = expected(document.catalog_mut(), "filling the catalogue")?;
    catalog.set("Lang", tree::language(paged));
    catalog.set("MarkInfo", marked);
    catalog.set("StructTreeRoot", tree_root);
    catalog.set("ViewerPreferences", viewer);
    catalog.set("Metadata", metadata);
    catalog.set("OutputIntents", vec![Object::Dictionary(intent)]);
    catalog.set("Outlines", outline);
    catalog.set("PageMode", name(if paged.pages.len() > 1 { "UseOutlines" } else { "UseNone" }));
    catalog.remove(b"PageLayout");
    identify(document);
    Ok(())
}

fn intent(document: &mut Document) -> Dictionary {
    let mut about = Dictionary::new();
    about.set("N", 3);
    let profile = document.add_object(Stream::new(about, SRGB.to_vec()));
    let mut intent = Dictionary::new();
    intent.set("Type", name("OutputIntent"));
    intent.set("S", name("GTS_PDFA1"));
    intent.set("OutputConditionIdentifier", ascii("sRGB"));
    intent.set("Info", ascii("sRGB IEC61966-2.1"));
    intent.set("DestOutputProfile", profile);
    intent
}

/// Replaces the information dictionary: the writer's own claims PDF/X. It must say what the metadata say.
fn information(document: &mut Document, paged: &Paged) -> Result<(), Error> {
    let old = expected(document.trailer.get(b"Info").and_then(Object::as_reference), "filling the information")?;
    document.objects.remove(&old);
    let mut info = Dictionary::new();
    info.set("Title", words(&paged.title));
    if !paged.author.is_empty() {
        info.set("Author", words(&paged.author));
    }
    info.set("Subject", words(&paged.subject));
    info.set("Creator", ascii(CREATOR));
    info.set("Producer", ascii(PRODUCER));
    if let Some(day) = digits_of(&paged.day) {
        let moment = ascii(&format!("D:{day}000000Z"));
        info.set("CreationDate", moment.clone());
        info.set("ModDate", moment);
    }
    let info = document.add_object(info);
    document.trailer.set("Info", info);
    Ok(())
}

/// Returns a day as eight digits, if it is one.
fn digits_of(day: &str) -> Option<String> {
    let digits: String = day.split('-').collect();
    let whole = day.len() == 10 && digits.len() == 8 && digits.bytes().all(|b| b.is_ascii_digit());
    whole.then_some(digits)
}

fn metadata(document: &mut Document, paged: &Paged) -> ObjectId {
    let mut about = Dictionary::new();
    about.set("Type", name("Metadata"));
    about.set("Subtype", name("XML"));
    document.add_object(Stream::new(about, packet(paged).into_bytes()).with_compression(false))
}

/// Words the metadata. PDF/A knows PDF/UA's identifier only where its schema is described beside it.
fn packet(paged: &Paged) -> String {
    let (title, author, subject, lang) =
        (escaped(&paged.title), escaped(&paged.author), escaped(&paged.subject), paged.lang.code());
    let dates = digits_of(&paged.day).map_or(String::new(), |_| {
        let moment = format!("{}T00:00:00Z", paged.day);
        format!("<xmp:CreateDate>{moment}</xmp:CreateDate><xmp:ModifyDate>{moment}</xmp:ModifyDate>")
    });
    let creator = match author.as_str() {
        "" => String::new(),
        author => format!("<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>"),
    };
    let alternative = |text: &str| format!(r#"<rdf:Alt><rdf:li xml:lang="x-default">{text}</rdf:li></rdf:Alt>"#);
    let (title, subject) = (alternative(&title), alternative(&subject));
    format!(
        r#"<?xpacket begin="{mark}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title>{title}</dc:title>{creator}
<dc:description>{subject}</dc:description><dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{CREATOR}</xmp:CreatorTool>{dates}<pdf:Producer>{PRODUCER}</pdf:Producer>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
{UA_SCHEMA}
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"#,
        mark = '\u{feff}',
    )
}

/// The schema of PDF/UA's identifier, as PDF/A wants every schema of others described.
const UA_SCHEMA: &str = r#"<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>PDF/UA part</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"#;

fn escaped(text: &str) -> String {
    let kept: String = text.chars().filter(|c| !c.is_control()).collect();
    kept.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Names the file by its content, where the writer would name it by chance.
fn identify(document: &mut Document) {
    let mut hash = Sha256::new();
    for object in document.objects.values() {
        if let Object::Stream(stream) = object {
            hash.update(&stream.content);
        }
    }
    let id: Vec<u8> = hash.finalize().iter().take(16).copied().collect();
    let id = Object::String(id, StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![id.clone(), id]);
}

#[cfg(test)]
mod tests {
    use super::digits_of;

    #[test]
    fn only_a_day_becomes_a_date() {
        assert_eq!(digits_of("2026-07-14").as_deref(), Some("20260714"));
        for odd in ["", "2026-7-14", "14.07.2026", "2026-07-1x"] {
            assert_eq!(digits_of(odd), None, "{odd}");
        }
    }
}
