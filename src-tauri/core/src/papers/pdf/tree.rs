//! The tree of meaning: what a screen reader walks through. Every mark on a page belongs to one element; the rest is decoration.

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::super::Error;
use super::super::display::{Element, Item, Kid, PAGE_HEIGHT, Paged, Role};
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
    let pages: Vec<ObjectId> = document.get_pages().values().copied().collect();
    let root = document.new_object_id();
    let elements: Vec<ObjectId> = paged.elements.iter().map(|_| document.new_object_id()).collect();
    let mut parents = Parents { entries: Vec::new(), next: number(pages.len()) };
    let mut links = Vec::new();
    for (place, page) in pages.iter().enumerate() {
        links.push(annotations(document, paged, place, *page, &elements, &mut parents)?);
    }
    let ids = Ids { root, pages: &pages, elements: &elements, links: &links };
    for (element, id) in paged.elements.iter().zip(&elements) {
        let entry = ids.element(element, *id);
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
    document.objects.insert(root, entry.into());
    Ok(root)
}

/// Entries of the parent tree for links, after those of the pages.
struct Parents {
    entries: Vec<Object>,
    next: i64,
}

/// Makes the links of a page objects of their own, with the words and marks that a reader needs.
fn annotations(
    document: &mut Document,
    paged: &Paged,
    place: usize,
    page: ObjectId,
    elements: &[ObjectId],
    parents: &mut Parents,
) -> Result<Vec<ObjectId>, Error> {
    const DOING: &str = "tagging a page";
    let written = match dictionary(document, page, DOING)?.get(b"Annots") {
        Ok(Object::Array(written)) => written.clone(),
        _ => Vec::new(),
    };
    let drawn = paged.pages.get(place).into_iter().flat_map(|page| &page.items).filter_map(|item| match item {
        Item::Link { element, label, .. } => Some((*element, label)),
        _ => None,
    });
    let mut ids = Vec::new();
    for (annotation, (element, label)) in written.into_iter().zip(drawn) {
        let (Object::Dictionary(mut annotation), Some(element)) = (annotation, elements.get(element)) else {
            return Err(Error::Pdf(DOING));
        };
        annotation.set("F", 4);
        annotation.set("StructParent", parents.next);
        annotation.set("Contents", words(label));
        annotation.remove(b"C");
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
            if let Some(((x, y), (width, height))) = element.frame {
                let corners = [x, PAGE_HEIGHT - y - height, x + width, PAGE_HEIGHT - y];
                set("Layout", "BBox", corners.into_iter().map(Object::Real).collect::<Vec<_>>().into());
            }
        }
        _ => return None,
    }
    Some(attributes)
}

/// Adds the outline: sections under the title.
pub(super) fn outline(document: &mut Document, paged: &Paged) -> Result<ObjectId, Error> {
    let pages: Vec<ObjectId> = document.get_pages().values().copied().collect();
    let root = document.new_object_id();
    let ids: Vec<ObjectId> = paged.bookmarks.iter().map(|_| document.new_object_id()).collect();
    // The parent of an entry is the nearest one before it with a smaller depth.
    let parent = |place: usize, depth: u8| {
        let before = paged.bookmarks.iter().take(place).enumerate().rev();
        before.filter(|(_, bookmark)| bookmark.depth < depth).map(|(number, _)| number).next()
    };
    let parents: Vec<Option<usize>> =
        paged.bookmarks.iter().enumerate().map(|(place, bookmark)| parent(place, bookmark.depth)).collect();
    let kids_of = |owner: Option<usize>| -> Vec<ObjectId> {
        parents.iter().zip(&ids).filter(|(parent, _)| **parent == owner).map(|(_, id)| *id).collect()
    };
    for (place, ((bookmark, id), parent)) in paged.bookmarks.iter().zip(&ids).zip(&parents).enumerate() {
        let siblings = kids_of(*parent);
        let at = siblings.iter().position(|sibling| sibling == id).unwrap_or(0);
        let page = pages.get(bookmark.page).copied().ok_or(Error::Pdf("making the outline"))?;
        let mut entry = Dictionary::new();
        entry.set("Title", words(&bookmark.title));
        entry.set("Parent", parent.and_then(|parent| ids.get(parent)).copied().unwrap_or(root));
        let top = Object::Real(PAGE_HEIGHT - bookmark.y + 10.0);
        entry.set("Dest", vec![Object::Reference(page), name("XYZ"), Object::Integer(0), top, Object::Null]);
        set_neighbour(&mut entry, "Prev", at.checked_sub(1).and_then(|before| siblings.get(before)));
        set_neighbour(&mut entry, "Next", siblings.get(at + 1));
        set_kids(&mut entry, &kids_of(Some(place)), false);
        document.objects.insert(*id, entry.into());
    }
    let mut entry = Dictionary::new();
    entry.set("Type", name("Outlines"));
    set_kids(&mut entry, &kids_of(None), true);
    document.objects.insert(root, entry.into());
    Ok(root)
}

fn set_neighbour(entry: &mut Dictionary, key: &str, neighbour: Option<&ObjectId>) {
    if let Some(neighbour) = neighbour {
        entry.set(key, *neighbour);
    }
}

/// Names the first and the last kid; an entry that is closed counts its kids below zero.
fn set_kids(entry: &mut Dictionary, kids: &[ObjectId], open: bool) {
    if let (Some(first), Some(last)) = (kids.first(), kids.last()) {
        entry.set("First", *first);
        entry.set("Last", *last);
        entry.set("Count", if open { number(kids.len()) } else { -number(kids.len()) });
    }
}

/// Returns the language of the file as its catalogue states it.
pub(super) fn language(paged: &Paged) -> Object {
    ascii(paged.lang.code())
}
