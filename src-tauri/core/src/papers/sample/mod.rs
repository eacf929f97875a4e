//! Invented papers and facts for tests and measurements: nobody in them exists.

#[cfg(test)]
mod facts;

use std::sync::Arc;

#[cfg(test)]
pub(super) use facts::*;

use super::brief::{Level as Depth, Share};
use super::chart::{Chart, VerdictChart};
use super::model::{Block, Column, Digest, Document, Exhibit, Level, Measure, Part, Photo, Side, Span, Table, page_number};
use crate::texts::{Lang, Texts};

/// A drawn landscape, 960 by 640.
const PHOTO: &[u8] = include_bytes!("photo.jpg");

/// Returns a long paper that holds every block a paper can hold; each section takes about two pages and a half.
#[must_use]
pub fn long(lang: Lang, sections: usize) -> Document {
    let words = Words::of(lang);
    let mut blocks = words.opening();
    for number in 1..=sections {
        blocks.extend(words.section(number));
    }
    blocks.extend(words.close());
    let texts = Texts::new(lang);
    Document {
        lang,
        title: words.title.to_owned(),
        author: words.author.to_owned(),
        subject: words.kind.to_owned(),
        day: "2026-07-14".to_owned(),
        page_number: page_number(&texts),
        running: format!("{} · {}", words.author, words.title),
        blocks,
    }
}

/// Invented words of one language.
struct Words {
    lang: Lang,
    title: &'static str,
    author: &'static str,
    kind: &'static str,
    contents: &'static str,
    chapter: &'static str,
    parts: [&'static str; 3],
    sentences: [&'static str; 8],
    notes: [&'static str; 3],
    quote: &'static str,
    source: &'static str,
    foreign: (&'static str, Lang),
    link: &'static str,
    comment: &'static str,
    notice: &'static str,
    headline: &'static str,
    measures: [&'static str; 4],
    table: &'static str,
    columns: [&'static str; 4],
    regions: [&'static str; 6],
    total: &'static str,
    photo: &'static str,
    exhibits: &'static str,
    exhibit_heads: [&'static str; 4],
    exhibit: &'static str,
    captured: &'static str,
    custody: [&'static str; 2],
    digests: &'static str,
}

impl Words {
    const fn of(lang: Lang) -> Self {
        match lang {
            Lang::Kk => KAZAKH,
            Lang::Ru => RUSSIAN,
            Lang::En => ENGLISH,
        }
    }

    /// Returns so many sentences, beginning with one of them.
    fn sentences(&self, first: usize, count: usize) -> String {
        self.sentences.iter().cycle().skip(first).take(count).copied().collect::<Vec<_>>().join(" ")
    }

    fn note(&self, number: usize) -> &'static str {
        self.notes.iter().cycle().nth(number).copied().unwrap_or_default()
    }

    fn opening(&self) -> Vec<Block> {
        let measure = |(value, label): (&str, &str)| Measure { value: value.to_owned(), label: label.to_owned() };
        vec![
            Block::Paragraph { part: Part::Kicker, spans: vec![Span::strong(self.author)] },
            heading(Level::Title, self.title),
            Block::Paragraph { part: Part::Dateline, spans: vec![Span::plain(format!("{} · 2026-07-14", self.kind))] },
            Block::Callout { text: self.notice.to_owned() },
            Block::Headline { figure: "26 / 41".to_owned(), sentence: self.headline.to_owned() },
            Block::Measures(["51", "36", "57", "41"].into_iter().zip(self.measures).map(measure).collect()),
            Block::Contents { heading: self.contents.to_owned() },
            Block::PageBreak,
        ]
    }

    fn section(&self, number: usize) -> Vec<Block> {
        let [running, compared, evidence] = self.parts;
        let mut blocks = vec![heading(Level::Chapter, &format!("{number}. {} {number}", self.chapter))];
        blocks.extend([heading(Level::Section, running), self.paragraph(number), self.foreign()]);
        blocks.extend([self.figure(), body(vec![Span::plain(self.sentences(number + 3, 4))])]);
        blocks.extend([heading(Level::Subsection, compared), self.table(number), self.list(number)]);
        blocks.extend([self.numbered(number, 1), self.numbered(number, 2), self.quote()]);
        blocks.extend([heading(Level::Section, evidence), self.written(number), self.photo(), self.exhibits(number)]);
        blocks.push(Block::Link { text: self.link.to_owned(), url: "https://example.kz/дереккөз/2026".to_owned() });
        blocks
    }

    fn paragraph(&self, number: usize) -> Block {
        body(vec![
            Span::plain(self.sentences(number, 3)).noted(self.note(number)),
            Span::plain(" "),
            Span::strong(self.sentences(number + 3, 1)),
            Span::plain(" "),
            Span::slanted(self.sentences(number + 4, 1)).noted(self.note(number + 1)),
            Span::plain(format!(" {}", self.sentences(number + 5, 2))),
        ])
    }

    /// A paragraph with words of another language and with an address.
    fn foreign(&self) -> Block {
        let (words, lang) = self.foreign;
        body(vec![
            Span::plain(format!("{} ", self.sentences(1, 2))),
            Span::slanted(words).in_lang(lang),
            Span::plain(" "),
            Span::plain(self.link).leading_to("https://example.kz/a/very/long/address?of=a&source=2026"),
            Span::plain(format!(". {}", self.sentences(4, 1))),
        ])
    }

    fn figure(&self) -> Block {
        let counts = [
            ("real_bullying", 7),
            ("legitimate_criticism", 26),
            ("mixed", 3),
            ("other_unlawful", 1),
            ("other_lawful", 2),
            ("cannot_tell", 2),
        ];
        let verdicts: Vec<(String, u32)> = counts.map(|(verdict, count)| (verdict.to_owned(), count)).into();
        let share = Share {
            count: 26,
            of: 41,
            level: Depth::Headline,
            estimate: Some(26.0 / 41.0),
            low: Some(0.481),
            high: Some(0.764),
            band_low: Some(26.0 / 41.0),
            band_high: Some(28.0 / 41.0),
        };
        let chart = VerdictChart::new(&verdicts, &share, &Texts::new(self.lang));
        Block::Figure { alt: chart.alt.clone(), note: chart.note.clone(), chart: Box::new(Chart::Verdicts(chart)) }
    }

    /// A table of two pages at the most, with a cell of two lines and a sum.
    fn table(&self, number: usize) -> Block {
        let [named, first, second, remark] = self.columns;
        let column = |head: &str, width, side| Column { head: head.to_owned(), width, side };
        let row = |place: usize| {
            let region = self.regions.iter().cycle().nth(place).copied().unwrap_or_default();
            let remark = match place % 5 {
                2 => format!("{}\n{}", self.note(place), self.note(place + 1)),
                _ => self.measures.iter().cycle().nth(place).copied().unwrap_or_default().to_owned(),
            };
            vec![format!("{region}, {}", place + 1), (place * 37 % 100).to_string(), (place * 53 % 1_000).to_string(), remark]
        };
        let count = 12 + number % 3 * 14;
        let mut rows: Vec<Vec<String>> = (0..count).map(row).collect();
        let sum = |factor: usize, below: usize| (0..count).map(|place| place * factor % below).sum::<usize>().to_string();
        rows.push(vec![self.total.to_owned(), sum(37, 100), sum(53, 1_000), String::new()]);
        Block::Table(Table {
            caption: format!("{} {number}", self.table),
            columns: vec![
                column(named, 0.3, Side::Left),
                column(first, 0.13, Side::Right),
                column(second, 0.13, Side::Right),
                column(remark, 0.44, Side::Left),
            ],
            rows,
            sum: true,
        })
    }

    fn list(&self, number: usize) -> Block {
        let point = |place: usize| {
            let words = Span::plain(self.sentences(number + place, 1));
            vec![if place == 1 { words.noted(self.note(place)) } else { words }]
        };
        Block::List((0..3).map(point).collect())
    }

    fn numbered(&self, section: usize, number: usize) -> Block {
        let spans = vec![Span::plain(self.sentences(section + number, 2)).noted(self.note(number))];
        Block::Numbered { number: format!("{section}.{number}"), spans }
    }

    fn quote(&self) -> Block {
        Block::Quote { spans: vec![Span::plain(self.quote).noted(self.note(2))], source: self.source.to_owned() }
    }

    fn written(&self, number: usize) -> Block {
        Block::Written {
            label: self.comment.to_owned(),
            paragraphs: vec![self.sentences(number, 2), self.sentences(number + 2, 3)],
        }
    }

    fn photo(&self) -> Block {
        Block::Photo(Photo { jpeg: Arc::new(PHOTO.to_vec()), alt: self.photo.to_owned(), caption: self.photo.to_owned() })
    }

    fn exhibits(&self, section: usize) -> Block {
        let exhibit = |number: usize| Exhibit {
            number: format!("{section}-{number}"),
            description: self.exhibit.to_owned(),
            captured: self.captured.to_owned(),
            digest: format!("{section:02x}{number:02x}").repeat(16),
            custody: self.custody.iter().take(number % 3).map(|entry| (*entry).to_owned()).collect(),
        };
        Block::Exhibits {
            caption: self.exhibits.to_owned(),
            heads: self.exhibit_heads.map(str::to_owned),
            exhibits: (1..=4).map(exhibit).collect(),
        }
    }

    fn close(&self) -> Vec<Block> {
        let beside = |words: String| vec![Block::Paragraph { part: Part::Column, spans: vec![Span::plain(words)] }];
        vec![
            Block::Columns {
                split: 0.6,
                left: [vec![heading(Level::Subsection, self.contents)], beside(self.sentences(0, 2))].concat(),
                right: beside(self.sentences(2, 1)),
            },
            Block::Paragraph { part: Part::Note, spans: vec![Span::plain(self.notice)] },
            Block::Digests {
                digests: vec![Digest { label: "SHA-256".to_owned(), value: "3d".repeat(32) }],
                note: self.digests.to_owned(),
            },
        ]
    }
}

fn heading(level: Level, text: &str) -> Block {
    Block::Heading { level, text: text.to_owned() }
}

fn body(spans: Vec<Span>) -> Block {
    Block::Paragraph { part: Part::Body, spans }
}

const KAZAKH: Words = Words {
    lang: Lang::Kk,
    title: "Контентті жою туралы талаптардың дәйексіздігі туралы баяндама",
    author: "Сөз бостандығы мониторингі",
    kind: "Баяндама, ойдан шығарылған деректер",
    contents: "Мазмұны",
    chapter: "Белгілі істерге шолу: бөлім",
    parts: ["Не белгілі және қайдан", "Өңірлер бойынша салыстыру", "Дәлелдемелер және олардың сақталуы"],
    sentences: [
        "Мониторинг тобы сот актілерін, әкімшілік хаттамаларды және ашық дереккөздерді өзара салыстырып тексерді.",
        "Әкімшілік құқық бұзушылық туралы кодекстің 174-бабы бойынша қозғалған істердің саны өткен кезеңмен салыстырғанда 45 пайызға өсті.",
        "Министрліктің жауабында нақты материалдардың тізімі көрсетілмеген, сондықтан олардың заңдылығын тәуелсіз бағалау мүмкін болмады.",
        "Белгілі жағдайлардың көпшілігінде лауазымды адамдардың қызметін сынаған жарияланымдар жойылған.",
        "Бағалаушылар әрбір материалды бір-бірінен тәуелсіз оқып, ашық әдістеме бойынша қорытынды жасады.",
        "Комитеттің № 25 нұсқамасы 2026 ж. 14 наурызда сағат 10:30 бен 11:05 аралығында алынды деп есептеледі.",
        "Құжаттардың түпнұсқалары мен көшірмелері шифрланған қоймада сақталады, ал олардың бақылау сомалары осы қағазда келтірілген.",
        "Осы тараудағы сандар тек белгілі істерге қатысты және барлық нұсқамаларға жатқызылмайды.",
    ],
    notes: [
        "Қазақстан Республикасының Ақпараттандыру туралы заңы, 41-1-бап.",
        "Мониторинг тобының 2026 ж. 2 наурыздан 28 маусымға дейінгі тізілімі; белгілі істер ғана есептелген.",
        "Азаматтық және саяси құқықтар туралы халықаралық пакт, 19-бап; Комитеттің № 34 жалпы тәртіптегі ескертпесі.",
    ],
    quote: "Бұл жазбада балаға қатысты ешқандай сөз жоқ, тек әкімдіктің жолды неге жөндемегені сұралған, сондықтан оны қорлау деп тану түсініксіз.",
    source: "Парақша иесінің 2026 ж. 3 сәуірдегі хатынан",
    foreign: ("«предписание об устранении нарушений законодательства»", Lang::Ru),
    link: "министрліктің ресми хабарламасы",
    comment: "Ұйымның түсіндірмесі",
    notice: "Мысал: осы қағаздағы адамдар, ұйымдар мен сандар ойдан шығарылған.",
    headline: "бағаланған 41 материалдың 26-сы заңды сынға жатады; бұл белгілі істер ғана",
    measures: ["белгілі өтініш", "белгілі нұсқама", "нұсқамалардағы материал", "бағаланған материал"],
    table: "Өңірлер бойынша нұсқамалар мен материалдар, кесте",
    columns: ["Өңір", "Нұсқама", "Материал", "Ескертпе"],
    regions: ["Абай облысы", "Ақтөбе облысы", "Қызылорда облысы", "Маңғыстау облысы", "Түркістан облысы", "Шымкент қаласы"],
    total: "Барлығы",
    photo: "Жойылған жазбаның орнындағы бет, 2026 ж. 14 наурыз",
    exhibits: "Айғақтар тізбесі",
    exhibit_heads: ["№", "Сипаттама", "Алынған уақыты мен тәсілі", "Сақталу тарихы"],
    exhibit: "Жойылғанға дейінгі беттің толық көшірмесі, жазба мен пікірлерді қоса",
    captured: "2026 ж. 14 наурыз, 10:42 (UTC+5), браузермен сақталған",
    custody: ["2026-03-14 · алынды · А. Үлгібаева", "2026-04-02 · заңгерге берілді · Б. Мысалов"],
    digests: "Файлдың бақылау сомасы: кез келген бағдарламамен тексеруге болады.",
};

const RUSSIAN: Words = Words {
    lang: Lang::Ru,
    title: "Доклад о произвольности требований об удалении контента",
    author: "Мониторинг свободы слова",
    kind: "Доклад, вымышленные данные",
    contents: "Содержание",
    chapter: "Обзор известных случаев: раздел",
    parts: ["Что известно и откуда", "Сравнение по регионам", "Доказательства и их хранение"],
    sentences: [
        "Группа мониторинга сопоставила судебные акты, административные протоколы и открытые источники.",
        "Число дел, возбуждённых по статье 174-бис Кодекса об административных правонарушениях, выросло на 45 процентов по сравнению с предыдущим периодом.",
        "В ответе министерства не приведён перечень конкретных материалов, поэтому независимо оценить их законность не удалось.",
        "В большинстве известных случаев удалены публикации, критикующие деятельность должностных лиц.",
        "Рецензенты читали каждый материал независимо друг от друга и делали вывод по открытой методике.",
        "Предписание Комитета № 25 считается полученным 14 марта 2026 г. между 10:30 и 11:05.",
        "Подлинники и копии документов хранятся в зашифрованном хранилище, а их контрольные суммы приведены в этой бумаге.",
        "Числа этой главы относятся только к известным случаям и не распространяются на все предписания.",
    ],
    notes: [
        "Закон Республики Казахстан «Об информатизации», ст. 41-1.",
        "Реестр группы мониторинга со 2 марта по 28 июня 2026 г.; учтены только известные случаи.",
        "Международный пакт о гражданских и политических правах, ст. 19; замечание общего порядка № 34 Комитета.",
    ],
    quote: "В этой записи нет ни слова о ребёнке, в ней лишь спрошено, почему акимат не починил дорогу, и считать её травлей непонятно почему.",
    source: "Из письма владельца страницы от 3 апреля 2026 г.",
    foreign: ("«ақпараттандыру туралы заңнаманың талаптарын бұзушылықтарды жою туралы нұсқама»", Lang::Kk),
    link: "официальное сообщение министерства",
    comment: "Пояснение организации",
    notice: "Пример: люди, организации и числа в этой бумаге вымышлены.",
    headline: "из 41 оценённого материала 26 относятся к законной критике; это только известные случаи",
    measures: ["известных обращений", "известных предписаний", "материалов в предписаниях", "оценённых материалов"],
    table: "Предписания и материалы по регионам, таблица",
    columns: ["Регион", "Предписаний", "Материалов", "Примечание"],
    regions: [
        "Область Абай",
        "Актюбинская область",
        "Кызылординская область",
        "Мангистауская область",
        "Туркестанская область",
        "Город Шымкент",
    ],
    total: "Всего",
    photo: "Страница на месте удалённой записи, 14 марта 2026 г.",
    exhibits: "Перечень приложений",
    exhibit_heads: ["№", "Описание", "Когда и как получено", "История хранения"],
    exhibit: "Полная копия страницы до удаления, вместе с записью и комментариями",
    captured: "14 марта 2026 г., 10:42 (UTC+5), сохранено браузером",
    custody: ["2026-03-14 · получено · А. Примерова", "2026-04-02 · передано юристу · Б. Образцов"],
    digests: "Контрольная сумма файла: её можно проверить любой программой.",
};

const ENGLISH: Words = Words {
    lang: Lang::En,
    title: "Report on the arbitrariness of demands to delete content",
    author: "Freedom of Speech Monitoring",
    kind: "Report, invented data",
    contents: "Contents",
    chapter: "A survey of known cases: part",
    parts: ["What is known, and from where", "Comparison by region", "Evidence and how it is kept"],
    sentences: [
        "The monitoring group compared court records, administrative protocols and open sources with one another.",
        "The number of cases opened under article 174-bis of the Code of Administrative Offences grew by 45 per cent against the period before.",
        "The answer of the ministry gives no list of the items concerned, so that their lawfulness could not be judged independently.",
        "In most of the known cases, publications that criticise the work of officials were deleted.",
        "Reviewers read each item independently of one another and reached their conclusions by an open method.",
        "Order No. 25 of the Committee is taken to have been received on 14 March 2026 between 10:30 and 11:05.",
        "Originals and copies are kept in an encrypted vault, and their digests are printed in this paper.",
        "The numbers of this chapter concern known cases alone and do not extend to all orders.",
    ],
    notes: [
        "Law of the Republic of Kazakhstan on Informatisation, art. 41-1.",
        "Register of the monitoring group, 2 March to 28 June 2026; only known cases are counted.",
        "International Covenant on Civil and Political Rights, art. 19; general comment No. 34 of the Committee.",
    ],
    quote: "There is not a word about a child in this post; it merely asks why the district has not mended the road, and why it should be bullying is hard to see.",
    source: "From a letter of the page's owner, 3 April 2026",
    foreign: ("«ақпараттандыру туралы заңнаманың талаптарын бұзушылықтарды жою туралы нұсқама»", Lang::Kk),
    link: "the official statement of the ministry",
    comment: "Comment of the organisation",
    notice: "Example: the people, organisations and numbers in this paper are invented.",
    headline: "of 41 items reviewed, 26 are lawful criticism; these are known cases only",
    measures: ["known complaints", "known orders", "items in orders", "items reviewed"],
    table: "Orders and items by region, table",
    columns: ["Region", "Orders", "Items", "Remark"],
    regions: ["Abai region", "Aktobe region", "Kyzylorda region", "Mangystau region", "Turkistan region", "City of Shymkent"],
    total: "Total",
    photo: "The page in place of the deleted post, 14 March 2026",
    exhibits: "List of exhibits",
    exhibit_heads: ["No.", "Description", "When and how captured", "Custody"],
    exhibit: "Full copy of the page before deletion, with the post and its comments",
    captured: "14 March 2026, 10:42 (UTC+5), saved with a browser",
    custody: ["2026-03-14 · acquired · A. Sample", "2026-04-02 · handed to counsel · B. Example"],
    digests: "Digest of the file: any program can check it.",
};
