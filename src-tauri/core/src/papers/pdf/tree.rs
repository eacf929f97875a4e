//! The tree of meaning: what a screen reader walks through. Every mark on a page belongs to one element; the rest is decoration.

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::super::Error;
use super::super::display::{Element, Item, Kid, PAGE_HEIGHT, Paged, Point, Role, Target};
use super::{ascii, dictionary, name, number, references, words};

/// Returns the standard name of a role.
pub(super) const fn role_name(role: Role) -> &'static str {
    match role {
        Role::Document => "Document",
        Role::Title => "H1",
        Role::Section => "H2",
        Role::Subsection => "H3",
        Role::Paragraph => "P",
        Role::List => "L",
        Role::ListItem => "LI",
        Role::Label => "Lbl",
        Role::ListBody => "LBody",
        Role::Figure => "Figure",
        Role::Caption => "Caption",
        Role::Table => "Table",
        Role::TableHead => "THead",
        Role::TableBody => "TBody",
        Role::Row => "TR",
        Role::ColumnHead | Role::RowHead => "TH",
        Role::Cell => "TD",
        Role::Link => "Link",
        Role::Span => "Span",
        Role::Reference => "Reference",
        Role::Note => "Note",
        Role::Quote => "BlockQuote",
        Role::Contents => "TOC",
        Role::ContentsEntry => "TOCI",
    }
}

/// Adds the tree to the file; returns its root.
pub(super) fn add(document: &mut Document, paged: &Paged) -> Result<ObjectId, Error> {
    let pages: Vec<ObjectId> = document.page_iter().collect();
    let root = document.new_object_id();
    let elements: Vec<ObjectId> = paged.elements.iter().map(|_| document.new_object_id()).collect();
    let mut parents = Parents { entries: Vec::new(), next: number(pages.len()) };
    let mut links = Vec::new();
    for place in 0..pages.len() {
        links.push(annotations(document, paged, place, &pages, &elements, &mut parents)?);
    }
    let ids = Ids { root, pages: &pages, elements: &elements, links: &links };
    let mut named = Vec::new();
    for (place, (element, id)) in paged.elements.iter().zip(&elements).enumerate() {
        let mut entry = ids.element(element, *id);
        if element.role == Role::Note {
            // A footnote is found by a name of its own; the names stand in the order of their letters.
            let note = ascii(&format!("note-{place:08}"));
            entry.set("ID", note.clone());
            named.extend([note, Object::Reference(*id)]);
        }
        document.objects.insert(*id, entry.into());
    }
    let marks = marks_of(document, paged, &elements);
    let mut tree = Dictionary::new();
    tree.set("Nums", marks.into_iter().chain(parents.entries).collect::<Vec<Object>>());
    let tree = document.add_object(tree);
    let mut entry = Dictionary::new();
    entry.set("Type", name("StructTreeRoot"));
    entry.set("K", references(elements.first().copied()));
    entry.set("ParentTree", tree);
    entry.set("ParentTreeNextKey", parents.next);
    if !named.is_empty() {
        let mut names = Dictionary::new();
        names.set("Names", named);
        entry.set("IDTree", document.add_object(names));
    }
    document.objects.insert(root, entry.into());
    Ok(root)
}

/// Entries of the parent tree for links, after those of the pages.
struct Parents {
    entries: Vec<Object>,
    next: i64,
}

/// Lays the links over a page, with the words and marks that a reader needs.
fn annotations(
    document: &mut Document,
    paged: &Paged,
    place: usize,
    pages: &[ObjectId],
    elements: &[ObjectId],
    parents: &mut Parents,
) -> Result<Vec<ObjectId>, Error> {
    const DOING: &str = "tagging a page";
    let page = *pages.get(place).ok_or(Error::Pdf(DOING))?;
    let mut ids = Vec::new();
    for item in paged.pages.get(place).into_iter().flat_map(|page| &page.items) {
        let Item::Link { at, size, target, element, label } = item else { continue };
        let element = elements.get(*element).ok_or(Error::Pdf(DOING))?;
        let mut annotation = Dictionary::new();
        annotation.set("Type", name("Annot"));
        annotation.set("Subtype", name("Link"));
        annotation.set("Rect", corners(*at, *size));
        annotation.set("Border", vec![Object::Integer(0); 3]);
        annotation.set("F", 4);
        annotation.set("StructParent", parents.next);
        annotation.set("Contents", words(label));
        match target {
            Target::Address(url) => annotation.set("A", leading_to(url)),
            Target::Place { page, y } => {
                let page = pages.get(*page).ok_or(Error::Pdf(DOING))?;
                annotation.set("Dest", destination(*page, *y));
            }
        }
        parents.entries.extend([parents.next.into(), Object::Reference(*element)]);
        parents.next += 1;
        ids.push(document.add_object(annotation));
    }
    let entry = dictionary(document, page, DOING)?;
    entry.remove(b"Annots");
    if !ids.is_empty() {
        entry.set("Annots", references(ids.iter().copied()));
    }
    entry.set("StructParents", number(place));
    entry.set("Tabs", name("S"));
    Ok(ids)
}

fn leading_to(url: &str) -> Dictionary {
    let mut action = Dictionary::new();
    action.set("S", name("URI"));
    action.set("URI", ascii(&encoded(url)));
    action
}

/// Writes an address in ASCII: other bytes become percent signs with two digits.
fn encoded(url: &str) -> String {
    let mut ascii = String::with_capacity(url.len());
    for byte in url.bytes() {
        if byte.is_ascii_graphic() { ascii.push(char::from(byte)) } else { ascii.push_str(&format!("%{byte:02X}")) }
    }
    ascii
}

/// Returns a place of the paper, with a little of what is above it.
fn destination(page: ObjectId, y: f32) -> Vec<Object> {
    let top = Object::Real(PAGE_HEIGHT - y + 10.0);
    vec![Object::Reference(page), name("XYZ"), Object::Integer(0), top, Object::Null]
}

/// Returns the lower left and the upper right corner, as the file counts: from below.
fn corners((x, y): Point, (width, height): (f32, f32)) -> Vec<Object> {
    let length = |length: f32| Object::Real((length * 100.0).round() / 100.0);
    [x, PAGE_HEIGHT - y - height, x + width, PAGE_HEIGHT - y].into_iter().map(length).collect()
}

/// Lists, page by page, the element of every mark.
fn marks_of(document: &mut Document, paged: &Paged, elements: &[ObjectId]) -> Vec<Object> {
    let mut entries = Vec::new();
    for (place, page) in paged.pages.iter().enumerate() {
        let opened = page.items.iter().filter_map(|item| match item {
            Item::Open { element, .. } => elements.get(*element).copied(),
            _ => None,
        });
        let list = document.add_object(references(opened));
        entries.extend([number(place).into(), Object::Reference(list)]);
    }
    entries
}

struct Ids<'a> {
    root: ObjectId,
    pages: &'a [ObjectId],
    elements: &'a [ObjectId],
    links: &'a [Vec<ObjectId>],
}

impl Ids<'_> {
    fn element(&self, element: &Element, own: ObjectId) -> Dictionary {
        let parent = self.elements.get(element.parent).copied().filter(|parent| *parent != own).unwrap_or(self.root);
        let home = element.kids.iter().find_map(|kid| match kid {
            Kid::Mark { page, .. } => Some(*page),
            _ => None,
        });
        let mut entry = Dictionary::new();
        entry.set("Type", name("StructElem"));
        entry.set("S", name(role_name(element.role)));
        entry.set("P", parent);
        if let Some(page) = home.and_then(|page| self.pages.get(page)) {
            entry.set("Pg", *page);
        }
        let kids: Vec<Object> = element.kids.iter().filter_map(|kid| self.kid(kid, home)).collect();
        if !kids.is_empty() {
            entry.set("K", kids);
        }
        if let Some(alt) = &element.alt {
            entry.set("Alt", words(alt));
        }
        if let Some(lang) = element.lang {
            entry.set("Lang", ascii(lang.code()));
        }
        if let Some(attributes) = attributes_of(element) {
            entry.set("A", attributes);
        }
        entry
    }

    fn kid(&self, kid: &Kid, home: Option<usize>) -> Option<Object> {
        match kid {
            Kid::Element(number) => self.elements.get(*number).map(|id| Object::Reference(*id)),
            Kid::Mark { page, mark } if Some(*page) == home => Some(number(*mark).into()),
            Kid::Mark { page, mark } => {
                let mut entry = Dictionary::new();
                entry.set("Type", name("MCR"));
                entry.set("Pg", *self.pages.get(*page)?);
                entry.set("MCID", number(*mark));
                Some(entry.into())
            }
            Kid::Link { page, link } => {
                let mut entry = Dictionary::new();
                entry.set("Type", name("OBJR"));
                entry.set("Pg", *self.pages.get(*page)?);
                entry.set("Obj", *self.links.get(*page)?.get(*link)?);
                Some(entry.into())
            }
        }
    }
}

fn attributes_of(element: &Element) -> Option<Dictionary> {
    let mut attributes = Dictionary::new();
    let mut set = |owner: &str, key: &str, value: Object| {
        attributes.set("O", name(owner));
        attributes.set(key, value);
    };
    match element.role {
        Role::ColumnHead => set("Table", "Scope", name("Column")),
        Role::RowHead => set("Table", "Scope", name("Row")),
        Role::List => set("List", "ListNumbering", name("Disc")),
        Role::Figure => {
            set("Layout", "Placement", name("Block"));
            if let Some((at, size)) = element.frame {
                set("Layout", "BBox", corners(at, size).into());
            }
        }
        _ => return None,
    }
    Some(attributes)
}

/// Adds the outline: an entry stands under the nearest one before it that is less deep.
pub(super) fn outline(document: &mut Document, paged: &Paged) -> Result<ObjectId, Error> {
    let pages: Vec<ObjectId> = document.page_iter().collect();
    let root = document.new_object_id();
    let ids: Vec<ObjectId> = paged.bookmarks.iter().map(|_| document.new_object_id()).collect();
    let branches = branches(paged);
    for ((bookmark, id), branch) in paged.bookmarks.iter().zip(&ids).zip(&branches.of_entries) {
        let page = pages.get(bookmark.page).copied().ok_or(Error::Pdf("making the outline"))?;
        let id_of = |place: Option<usize>| place.and_then(|place| ids.get(place)).copied();
        let mut entry = Dictionary::new();
        entry.set("Title", words(&bookmark.title));
        entry.set("Parent", id_of(branch.parent).unwrap_or(root));
        entry.set("Dest", destination(page, bookmark.y));
        for (key, neighbour) in [("Prev", branch.before), ("Next", branch.after)] {
            if let Some(neighbour) = id_of(neighbour) {
                entry.set(key, neighbour);
            }
        }
        set_kids(&mut entry, &branch.kids, &ids, false);
        document.objects.insert(*id, entry.into());
    }
    let mut entry = Dictionary::new();
    entry.set("Type", name("Outlines"));
    set_kids(&mut entry, &branches.top, &ids, true);
    document.objects.insert(root, entry.into());
    Ok(root)
}

/// How the entries of the outline hang together.
struct Branches {
    top: Vec<usize>,
    of_entries: Vec<Branch>,
}

#[derive(Default)]
struct Branch {
    parent: Option<usize>,
    before: Option<usize>,
    after: Option<usize>,
    kids: Vec<usize>,
}

fn branches(paged: &Paged) -> Branches {
    let mut top: Vec<usize> = Vec::new();
    let mut of_entries: Vec<Branch> = Vec::new();
    // The entries that are still open, with their depths.
    let mut open: Vec<(usize, u8)> = Vec::new();
    for (place, bookmark) in paged.bookmarks.iter().enumerate() {
        while open.pop_if(|(_, depth)| *depth >= bookmark.depth).is_some() {}
        let parent = open.last().map(|(parent, _)| *parent);
        let siblings = match parent.and_then(|parent| of_entries.get_mut(parent)) {
            Some(parent) => &mut parent.kids,
            None => &mut top,
        };
        let before = siblings.last().copied();
        siblings.push(place);
        if let Some(before) = before.and_then(|before| of_entries.get_mut(before)) {
            before.after = Some(place);
        }
        of_entries.push(Branch { parent, before, ..Branch::default() });
        open.push((place, bookmark.depth));
    }
    Branches { top, of_entries }
}

/// Names the first and the last kid; an entry that is closed counts its kids below zero.
fn set_kids(entry: &mut Dictionary, kids: &[usize], ids: &[ObjectId], open: bool) {
    let id_of = |place: Option<&usize>| place.and_then(|place| ids.get(*place)).copied();
    if let (Some(first), Some(last)) = (id_of(kids.first()), id_of(kids.last())) {
        entry.set("First", first);
        entry.set("Last", last);
        entry.set("Count", if open { number(kids.len()) } else { -number(kids.len()) });
    }
}

/// Returns the language of the file as its catalogue states it.
pub(super) fn language(paged: &Paged) -> Object {
    ascii(paged.lang.code())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_written_in_ascii() {
        assert_eq!(encoded("https://example.kz/сын?a=1 b"), "https://example.kz/%D1%81%D1%8B%D0%BD?a=1%20b");
    }
}
