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
pub use provisions::Provision;
use std::ops::Range;
pub use statements::Term;

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

