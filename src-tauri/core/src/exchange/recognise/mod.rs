//! Capture: what a pasted address or letter says, proposed for confirmation, each value with the passage it was read from. Small
//! scanners over words, no guessing beyond them: a field that is not found stays empty.
//!
//! Number, day and authority are those of the letter itself; an act that it merely cites is not the letter.

mod body;
mod head;
mod phrases;
mod provisions;
mod statements;
mod tokens;
mod urls;

#[cfg(test)]
mod truth;

use super::addresses::host_of;
use super::dates::ParsedDate;
use provisions::Provision;
use statements::Term;
use std::ops::Range;

/// How sure a reading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confidence {
    /// The text says it in so many words.
    Certain,
    /// It is the best reading of several, or rests on the neighbourhood alone.
    Likely,
}

impl Confidence {
    /// Returns the code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Certain => "certain",
            Self::Likely => "likely",
        }
    }

    const fn certain_if(sure: bool) -> Self {
        if sure { Self::Certain } else { Self::Likely }
    }
}

/// A value with the bytes of the text it was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found<T> {
    /// The value.
    pub value: T,
    /// Bytes of the pasted text.
    pub span: Range<usize>,
    /// How sure the reading is.
    pub confidence: Confidence,
}

/// What was recognised in a text; empty where nothing was.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RecognisedFields {
    /// Addresses, each once, in their order; those of the state and of law texts are left out.
    pub urls: Vec<Found<String>>,
    /// Number of the order.
    pub number: Option<Found<String>>,
    /// Date of the order.
    pub issued: Option<Found<ParsedDate>>,
    /// When it was received.
    pub received: Option<Found<ParsedDate>>,
    /// Authority: its full name when it is known, else as written.
    pub authority: Option<Found<String>>,
    /// Name of the platform, when it is known.
    pub platform: Option<Found<String>>,
    /// Host of the first address.
    pub platform_host: String,
    /// Cited provisions, each once.
    pub provisions: Vec<Found<Provision>>,
    /// Code of the instrument.
    pub instrument: Option<Found<String>>,
    /// The term it sets and from when it runs.
    pub term: Option<Found<Term>>,
    /// Codes of what it demands, each once.
    pub actions: Vec<Found<String>>,
    /// Code of the ground it states.
    pub ground: Option<Found<String>>,
    /// The sentence that states the ground.
    pub reasons: Option<Found<String>>,
    /// It demands secrecy.
    pub secrecy: Option<Found<String>>,
    /// It says how to appeal.
    pub appeal: Option<Found<String>>,
    /// It says that the author was told.
    pub notified: Option<Found<String>>,
    /// KZ or worldwide.
    pub scope: Option<Found<String>>,
    /// permanent, until.
    pub duration: Option<Found<String>>,
    /// The post of who signed it.
    pub signatory: Option<Found<String>>,
    /// The court act that it cites, as written.
    pub court_act: Option<Found<String>>,
    /// It speaks of child sexual material: nothing of it may be kept.
    pub child_sexual: Option<Found<String>>,
    /// kk, ru, en, mixed, other; empty when there are no words.
    pub language: &'static str,
}

impl RecognisedFields {
    /// Returns the cited provisions as written, separated by `; `.
    #[must_use]
    pub fn provisions_written(&self) -> String {
        self.provisions.iter().map(|found| found.value.written.as_str()).collect::<Vec<_>>().join("; ")
    }

    /// Returns every reading as (field, value, bytes, confidence), in the order of the form. Fields that hold lists come once for
    /// each value.
    #[must_use]
    pub fn all(&self) -> Vec<(&'static str, String, Range<usize>, Confidence)> {
        let one = |field, found: &Option<Found<String>>| found.iter().map(|f| row(field, f, f.value.clone())).collect::<Vec<_>>();
        let mut all = one("number", &self.number);
        all.extend(one("authority", &self.authority));
        all.extend(one("platform", &self.platform));
        for (field, date) in [("issued", &self.issued), ("received", &self.received)] {
            all.extend(date.iter().map(|found| row(field, found, found.value.shown())));
        }
        all.extend(self.urls.iter().map(|found| row("locators", found, found.value.clone())));
        all.extend(one("instrument", &self.instrument));
        all.extend(self.provisions.iter().map(|found| row("provisions", found, found.value.written.clone())));
        all.extend(one("ground", &self.ground));
        all.extend(self.actions.iter().map(|found| row("actions", found, found.value.clone())));
        all.extend(self.term.iter().map(|found| row("deadline_stated", found, found.value.stated())));
        all.extend(self.term.iter().map(|found| row("deadline_basis", found, found.value.basis().to_owned())));
        all.extend(one("stated_reasons", &self.reasons));
        all.extend(one("secrecy_demanded", &self.secrecy));
        all.extend(one("informs_of_appeal", &self.appeal));
        all.extend(one("author_notified", &self.notified));
        all.extend(one("scope", &self.scope));
        all.extend(one("duration", &self.duration));
        all.extend(one("signatory_role", &self.signatory));
        all.extend(one("court_act_cited", &self.court_act));
        all
    }
}

fn row<T>(field: &'static str, found: &Found<T>, value: String) -> (&'static str, String, Range<usize>, Confidence) {
    (field, value, found.span.clone(), found.confidence)
}

/// Recognises what a pasted text says.
#[must_use]
pub fn recognise(text: &str) -> RecognisedFields {
    let tokens = tokens::tokens_of(text);
    let urls = urls::find_urls(text);
    let platform_host = urls.first().and_then(|url| host_of(&url.value)).unwrap_or_default();
    let (issued, received) = head::find_moments(text, &tokens);
    let mut fields = RecognisedFields {
        number: head::find_number(text, &tokens),
        issued,
        received,
        authority: body::find_authority(text, &tokens),
        platform: body::find_platform(&urls, &tokens),
        platform_host,
        provisions: provisions::find_provisions(text, &tokens),
        urls,
        ..RecognisedFields::default()
    };
    statements::read(text, &tokens, &mut fields);
    fields
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn urls(found: &RecognisedFields) -> Vec<&str> {
        found.urls.iter().map(|url| url.value.as_str()).collect()
    }

    fn told(found: &Option<Found<String>>) -> &str {
        found.as_ref().map_or("", |found| found.value.as_str())
    }

    fn day(found: &Option<Found<ParsedDate>>) -> String {
        found.as_ref().map(|found| found.value.shown()).unwrap_or_default()
    }

    #[test]
    fn a_pasted_address_is_an_address() {
        let found = recognise(" hxxps://www.instagram[.]com/p/abc/ ");
        assert_eq!(urls(&found), ["https://www.instagram.com/p/abc/"]);
        assert_eq!((told(&found.platform), found.platform_host.as_str()), ("Instagram", "instagram.com"));
        assert_eq!(found.all().iter().map(|(field, ..)| *field).collect::<Vec<_>>(), ["platform", "locators"]);
        assert_eq!(recognise("https://adilet.zan.kz/rus/docs/Z1").urls.len(), 1, "an address alone is wanted, whatever it is");
    }

    #[test]
    fn a_russian_order_is_read() {
        let found = recognise(
            "Комитет информации Министерства культуры и информации Республики Казахстан\n\nПРЕДПИСАНИЕ\nот 14 марта 2025 года № 05-12/345-И\n\n\
             В соответствии с пунктом 3 статьи 18-4 Закона Республики Казахстан от 23 июля 1999 года № 451-I «О средствах массовой информации» \
             требуем удалить материалы: https://www.tiktok.com/@a/video/1, https://www.tiktok.com/@a/video/2 (см. https://adilet.zan.kz/rus/docs/Z990000451_).\n\
             Срок исполнения: до 15 марта 2025 года. Получено 14.03.2025 18:05.",
        );
        assert_eq!(urls(&found), ["https://www.tiktok.com/@a/video/1", "https://www.tiktok.com/@a/video/2"]);
        assert_eq!(told(&found.number), "05-12/345-И");
        assert_eq!(day(&found.issued), "2025-03-14");
        assert_eq!(found.received.as_ref().unwrap().value.raw, "14.03.2025 18:05");
        assert_eq!(told(&found.authority), "Комитет информации");
        assert_eq!(told(&found.platform), "TikTok");
        assert_eq!(told(&found.instrument), "ministry_order");
        assert!(
            found.provisions_written().starts_with("пунктом 3 статьи 18-4 Закона Республики Казахстан"),
            "{}",
            found.provisions_written()
        );
    }

    #[test]
    fn a_kazakh_order_is_read() {
        let found = recognise(
            "Қазақстан Республикасы Мәдениет және ақпарат министрлігі\n\n2025 жылғы 14 наурыздағы № 5-12/77 НҰСҚАМА\n\n\
             «Масс-медиа туралы» Қазақстан Республикасы Заңының 40-бабының негізінде мына материалды жоюды талап етеміз: https://t.me/arna/15 .",
        );
        assert_eq!(urls(&found), ["https://t.me/arna/15"]);
        assert_eq!(told(&found.number), "5-12/77");
        assert_eq!(day(&found.issued), "2025-03-14");
        assert_eq!(told(&found.authority), "Министерство культуры и информации Республики Казахстан");
        assert_eq!((told(&found.platform), told(&found.instrument)), ("Telegram", "ministry_order"));
        assert!(found.provisions_written().contains("Заңының 40-бабының"), "{}", found.provisions_written());
    }

    #[test]
    fn an_english_letter_is_read() {
        let found = recognise(
            "Ministry of Public Safety\n\nOur ref: MPS-12/2024\nJune 8, 2024\n\nDear Sir or Madam,\nunder article 12 of the Law on Communications \
             we request the removal of the page at example.org/news/1 (and http://example.org/news/2).",
        );
        assert_eq!(urls(&found), ["example.org/news/1", "http://example.org/news/2"]);
        assert_eq!(told(&found.number), "MPS-12/2024");
        assert_eq!(day(&found.issued), "2024-06-08");
        assert_eq!(told(&found.authority), "Ministry of Public Safety");
        assert!(found.provisions_written().starts_with("article 12 of the Law"), "{}", found.provisions_written());
    }

    #[test]
    fn laws_are_no_orders() {
        let found = recognise("According to the Federal Law of July 27, 2006 № 149-FZ the page is forbidden.");
        assert_eq!((told(&found.number), day(&found.issued).as_str()), ("", ""));
        assert_eq!(recognise("закона от 27 июля 2006 года № 149-ФЗ").number, None);
        assert_eq!(recognise("№ 18-VIII Заңы").number, None);
    }

    #[test]
    fn nothing_is_made_of_nothing() {
        assert_eq!(recognise(""), RecognisedFields::default());
        assert!(recognise("Добрый день, как дела? В т.ч. и т.д.").all().is_empty());
    }

    #[test]
    fn every_reading_has_its_passage() {
        let text =
            "Комитет информации\nПредписание № 7 от 14.03.2025\nУдалить https://t.me/a/1 в течение 24 часов с момента получения.";
        let passages: Vec<(&str, &str)> =
            recognise(text).all().into_iter().map(|(field, _, span, _)| (field, text.get(span).unwrap())).collect();
        for pair in [
            ("number", "7"),
            ("authority", "Комитет информации"),
            ("issued", "14.03.2025"),
            ("locators", "https://t.me/a/1"),
            ("instrument", "Предписание"),
            ("actions", "Удалить"),
            ("deadline_stated", "24 часов"),
        ] {
            assert!(passages.contains(&pair), "{pair:?} {passages:?}");
        }
    }

    #[test]
    fn numbers_that_belong_to_others_are_left() {
        for text in [
            "Вх. № 15 от 03.03.2025",
            "На № 15 от 03.03.2025",
            "Приложение № 2",
            "приказ № 562-НҚ",
            "предписание № б/н",
            "дом № 8",
        ] {
            assert!(recognise(text).number.is_none(), "{text}");
        }
        assert_eq!(told(&recognise("Исх. № 05-12/ 345 от 03.03.2025").number), "05-12/345");
    }

    #[test]
    fn a_long_line_is_read() {
        let text = "Предписание № 5 требует удалить https://t.me/a/1 согласно ст. 41-1 Закона «О связи». ".repeat(300);
        // Twenty-five thousand letters on one line: what walks to the ends of the line for every word would take minutes.
        assert_eq!(recognise(&text).provisions.len(), 1);
    }

    proptest! {
        #[test]
        fn no_text_breaks_the_reader(text in any::<String>(), words in "[a-z№#.0-9 \n«»статьязаңың№-]{0,80}") {
            for text in [text, words] {
                for (field, _, span, _) in recognise(&text).all() {
                    prop_assert!(text.get(span).is_some(), "{field}");
                }
            }
        }
    }
}
