//! What the readers of a case file may see of a record. Every field that reaches the paper goes through one question.

use crate::id::Id;
use crate::model::audience::Audience;
use crate::model::kinds::{Held, Kind, Shape};
use crate::model::redaction::{self, How};
use crate::model::time::Moment;
use crate::papers::case_file::{When, month_of};
use crate::store::Record;

/// How much of a field may be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// All of it.
    Whole,
    /// A moment to its month.
    Month,
    /// Nothing.
    Nothing,
}

/// Says how much of a field an audience may see. Beside the kinds of the register there are two of the paper: `reviews`, what reviewers
/// wrote, and `ledger`, what an entry says.
pub(super) fn may(audience: Audience, kind: &str, field: &str) -> Shown {
    let wanted = wanted(audience, kind, field);
    // The list of what each audience sees has the last word on fields of the register.
    let is_listed = crate::model::kept::named(kind).is_some_and(|kind| kind.field(field).is_some());
    match redaction::shows(audience, kind, field) {
        redaction::Shown::Whole => wanted,
        _ if !is_listed => wanted,
        redaction::Shown::Generalised(How::Month | How::Quarter) if wanted != Shown::Nothing => Shown::Month,
        _ => Shown::Nothing,
    }
}

/// Says how much of a field a case file would show.
fn wanted(audience: Audience, kind: &str, field: &str) -> Shown {
    use Audience::{Court, Lawyer, Partner};
    let only = |those: &[Audience]| if those.contains(&audience) { Shown::Whole } else { Shown::Nothing };
    let shape = Kind::named(kind).and_then(|kind| kind.field(field));
    match (kind, field) {
        // How to reach somebody proves nothing.
        ("actors", "contact") | ("reviewers", "name") => Shown::Nothing,
        ("complaints", "note") => only(&[Court, Lawyer]),
        (_, "note") if kind != "reviews" => only(&[Lawyer]),
        // Words of others that were removed, and where they stood: to print them again may be punished, and exposes a child once more.
        ("items", "locator" | "text") | ("item_translations", "text") | ("reviews", "quote") => only(&[Court, Lawyer, Partner]),
        ("items", "referral_note") | ("reviews", "note") => only(&[Court, Lawyer]),
        ("reviews", "override_reason") | ("actors", "consent_exhibit") => only(&[Court, Lawyer]),
        ("occupancies", _) => only(&[Court, Lawyer, Partner]),
        ("order_items", "chilling_effect") | ("proceedings", "claim") | ("comparator_pairs", "rationale") => {
            only(&[Court, Lawyer, Partner])
        }
        ("facts" | "reviews", "exhibits" | "exhibit") | ("expert_opinions", "exhibit") => only(&[Court, Lawyer, Partner]),
        ("ledger", "recorded_at" | "actor") | ("representatives", "name") => only(&[Court, Lawyer]),
        _ if shape.is_some_and(|field| field.sealed) => only(&[Court, Lawyer]),
        _ if shape.is_some_and(|field| field.shape == Shape::Moment) => match audience {
            Court | Lawyer => Shown::Whole,
            _ => Shown::Month,
        },
        _ => Shown::Whole,
    }
}

/// A record as its reader may see it.
#[derive(Clone, Copy)]
pub(super) struct Seen<'r> {
    pub(super) audience: Audience,
    pub(super) kind: &'static Kind,
    pub(super) record: &'r Record,
}

impl<'r> Seen<'r> {
    fn held(&self, field: &str) -> Option<&'r Held> {
        if may(self.audience, self.kind.name, field) == Shown::Nothing { None } else { self.record.fields.get(field) }
    }

    /// Returns a text or a code; empty where there is none that may be seen.
    pub(super) fn text(&self, field: &str) -> String {
        match self.held(field) {
            Some(Held::Text(text)) => text.clone(),
            Some(Held::Number(number)) => number.to_string(),
            _ => String::new(),
        }
    }

    /// Returns a code; the one that says that nobody filled it where there is none.
    pub(super) fn code(&self, field: &str) -> String {
        let unset = match self.kind.field(field).map(|field| field.shape) {
            Some(Shape::Code(_, unset)) => unset,
            _ => "",
        };
        Some(self.text(field)).filter(|code| !code.is_empty()).unwrap_or_else(|| unset.to_owned())
    }

    /// Returns codes.
    pub(super) fn codes(&self, field: &str) -> Vec<String> {
        match self.held(field) {
            Some(Held::Codes(codes)) => codes.clone(),
            _ => Vec::new(),
        }
    }

    /// Returns a moment, as finely as it may be seen.
    pub(super) fn when(&self, field: &str) -> Option<When> {
        let Some(Held::Moment(moment)) = self.held(field) else { return None };
        Some(told(moment, may(self.audience, self.kind.name, field)))
    }

    /// Says whether a field holds something that this reader may not see.
    pub(super) fn hides(&self, field: &str) -> bool {
        self.record.fields.contains_key(field) && may(self.audience, self.kind.name, field) == Shown::Nothing
    }

    /// Returns the record that a field leads to.
    pub(super) fn link(&self, field: &str) -> Option<Id> {
        self.record.link(field)
    }

    /// Returns a moment as it is on record: to compute with, never to show.
    pub(super) fn moment(&self, field: &str) -> Moment {
        self.record.moment(field).unwrap_or_else(Moment::unknown)
    }
}

/// Holds a moment to what may be seen of it.
pub(super) fn told(moment: &Moment, shown: Shown) -> When {
    match shown {
        Shown::Whole => When { moment: *moment, only_month: false },
        Shown::Month => When { moment: month_of(moment), only_month: true },
        Shown::Nothing => When { moment: Moment::unknown(), only_month: true },
    }
}
