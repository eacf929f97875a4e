//! A paper made by hand that has one of everything a display list can hold, so that the file is tried on all of it whatever is composed.

use std::sync::Arc;

use crate::papers::display::{Bookmark, Element, Item, Kid, Page, Paged, Point, Role, Target, Turn};
use crate::papers::shape::{Face, Faces};
use crate::texts::Lang;

/// Photographs of three kinds: many colours, shades of grey, one that comes in several passes.
pub const PHOTOS: [&[u8]; 3] =
    [include_bytes!("../../sample/photo.jpg"), include_bytes!("grey.jpg"), include_bytes!("progressive.jpg")];

/// Returns the paper.
pub fn everything() -> Paged {
    let mut sheets = Sheets::new();
    sheets.opening();
    sheets.page();
    sheets.body();
    sheets.page();
    sheets.table_goes_on();
    sheets.photos();
    sheets.paged
}

struct Sheets {
    faces: Faces,
    paged: Paged,
    y: f32,
    table: usize,
}

impl Sheets {
    fn new() -> Self {
        let root = Element { role: Role::Document, parent: 0, kids: Vec::new(), alt: None, frame: None, lang: None };
        let paged = Paged {
            pages: vec![Page::default()],
            elements: vec![root],
            bookmarks: Vec::new(),
            lang: Lang::Kk,
            title: "Бәрі бар қағаз".to_owned(),
            author: "Ұйым <&> \"ұйым\"".to_owned(),
            subject: "Сынақ".to_owned(),
            day: "2026-07-14".to_owned(),
        };
        Self { faces: Faces::load().unwrap(), paged, y: 60.0, table: 0 }
    }

    fn opening(&mut self) {
        self.heading(Role::Title, 1, "Бәрі бар қағаз");
        let contents = self.element(Role::Contents, 0);
        for (title, page, y) in [("Бөлім Б", 1, 60.0), ("Бөлім А", 2, 300.0)] {
            let entry = self.element(Role::ContentsEntry, contents);
            let reference = self.element(Role::Reference, entry);
            let link = self.element(Role::Link, reference);
            self.words(link, title);
            self.link(link, Target::Place { page, y }, title);
            self.around(Item::Decoration, "· · ·");
            self.words(link, &(page + 1).to_string());
        }
        self.around(Item::Furniture { foot: true }, "1 / 3");
    }

    fn body(&mut self) {
        self.around(Item::Furniture { foot: false }, "Ұйым · Бәрі бар қағаз");
        self.heading(Role::Section, 2, "Бөлім Б");
        let paragraph = self.element(Role::Paragraph, 0);
        self.words(paragraph, "Құжатта");
        let foreign = self.element(Role::Span, paragraph);
        self.paged.elements[foreign].lang = Some(Lang::Ru);
        self.words(foreign, "«предписание»");
        for number in 0..2 {
            let mark = self.element(Role::Reference, paragraph);
            let link = self.element(Role::Link, mark);
            self.words(link, &(number + 1).to_string());
            self.link(link, Target::Place { page: 1, y: 700.0 }, "Ескерту");
        }
        for words in ["Бірінші ескерту", "Екінші ескерту"] {
            let note = self.element(Role::Note, 0);
            let label = self.element(Role::Label, note);
            self.words(label, "1");
            let text = self.element(Role::Paragraph, note);
            self.words(text, words);
        }
        let quote = self.element(Role::Quote, 0);
        let said = self.element(Role::Paragraph, quote);
        self.words(said, "Дәйексөз");
        let paragraph = self.element(Role::Paragraph, 0);
        let link = self.element(Role::Link, paragraph);
        self.words(link, "Дереккөз");
        self.link(link, Target::Address("https://example.kz/сын бет?a=(1)&b=%20".to_owned()), "Дереккөз");
        let list = self.element(Role::List, 0);
        let item = self.element(Role::ListItem, list);
        let label = self.element(Role::Label, item);
        self.words(label, "•");
        let body = self.element(Role::ListBody, item);
        self.words(body, "Тармақ");
        self.heading(Role::Subsection, 3, "Бөлім Б, тармақ");
        self.table = self.element(Role::Table, 0);
        let caption = self.element(Role::Caption, self.table);
        self.words(caption, "Кесте");
        let head = self.element(Role::TableHead, self.table);
        self.row(head, &[(Role::ColumnHead, "Өңір"), (Role::ColumnHead, "Саны")]);
        let body = self.element(Role::TableBody, self.table);
        self.row(body, &[(Role::RowHead, "Абай"), (Role::Cell, "12")]);
    }

    /// The heads of a table are shown again on its next page, and are read once.
    fn table_goes_on(&mut self) {
        self.around(Item::Decoration, "Өңір Саны");
        let body = self.paged.elements.iter().rposition(|element| element.role == Role::TableBody).unwrap();
        self.row(body, &[(Role::RowHead, "Шымкент"), (Role::Cell, "7")]);
        self.heading(Role::Section, 2, "Бөлім А");
    }

    fn photos(&mut self) {
        // One of them twice, and turned.
        for (jpeg, turn) in PHOTOS.into_iter().chain(PHOTOS.first().copied()).zip([1, 3, 1, 6]) {
            let figure = self.element(Role::Figure, 0);
            let (at, size) = (self.at(), (90.0, 60.0));
            self.paged.elements[figure].alt = Some("Сурет".to_owned());
            self.paged.elements[figure].frame = Some((at, size));
            let photo = Item::Jpeg { at, size, jpeg: Arc::new(jpeg.to_vec()), turn: Turn::of(turn).unwrap() };
            self.content(figure, vec![photo, Item::Dot { at, radius: 3.0, fill: [200, 20, 20] }]);
            self.y += 70.0;
            let caption = self.element(Role::Caption, figure);
            self.words(caption, "Суреттің астындағы сөз");
        }
    }

    fn row(&mut self, parent: usize, cells: &[(Role, &str)]) {
        let row = self.element(Role::Row, parent);
        for (role, words) in cells {
            let cell = self.element(*role, row);
            self.words(cell, words);
        }
    }

    fn heading(&mut self, role: Role, depth: u8, title: &str) {
        let (page, y) = (self.paged.pages.len() - 1, self.y);
        self.paged.bookmarks.push(Bookmark { depth, title: title.to_owned(), page, y });
        let element = self.element(role, 0);
        self.words(element, title);
    }

    fn page(&mut self) {
        self.paged.pages.push(Page::default());
        self.y = 60.0;
    }

    fn at(&self) -> Point {
        (60.0, self.y)
    }

    fn element(&mut self, role: Role, parent: usize) -> usize {
        let number = self.paged.elements.len();
        self.paged.elements.push(Element { role, parent, kids: Vec::new(), alt: None, frame: None, lang: None });
        self.paged.elements[parent].kids.push(Kid::Element(number));
        number
    }

    fn text(&mut self, words: &str) -> Item {
        let glyphs = self.faces.shape(Face::Serif, words, Lang::Kk).unwrap();
        self.y += 16.0;
        Item::Text { face: Face::Serif, size: 10.0, color: [20, 20, 20], at: self.at(), glyphs }
    }

    fn words(&mut self, element: usize, words: &str) {
        let text = self.text(words);
        self.content(element, vec![text]);
    }

    fn content(&mut self, element: usize, items: Vec<Item>) {
        let number = self.paged.pages.len() - 1;
        let page = self.paged.pages.last_mut().unwrap();
        let mark = page.marks;
        page.marks += 1;
        page.items.push(Item::Open { element, mark });
        page.items.extend(items);
        page.items.push(Item::Close);
        self.paged.elements[element].kids.push(Kid::Mark { page: number, mark });
    }

    fn around(&mut self, opening: Item, words: &str) {
        let text = self.text(words);
        self.paged.pages.last_mut().unwrap().items.extend([opening, text, Item::Close]);
    }

    fn link(&mut self, element: usize, target: Target, label: &str) {
        let (at, size, number) = ((60.0, self.y - 12.0), (120.0, 14.0), self.paged.pages.len() - 1);
        let page = self.paged.pages.last_mut().unwrap();
        let link = page.links;
        page.links += 1;
        page.items.push(Item::Link { at, size, target, element, label: label.to_owned() });
        self.paged.elements[element].kids.push(Kid::Link { page: number, link });
    }
}
