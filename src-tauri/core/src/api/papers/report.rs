//! The arbitrariness report.

use super::figures::{facts, is_public_part, seen};
use super::{Asked, Kind, Made, TextForm, TextOf};
use crate::error::Result;
use crate::model::audience::Audience;
use crate::papers::report::compose;

pub(super) const KIND: Kind = Kind {
    code: "report",
    formats: &["pdf", "docx"],
    audiences: &Audience::LEAST_FIRST,
    subject_kind: "",
    filtered: true,
    limit: 0,
    texts: &[
        TextOf { name: "foreword", form: TextForm::Long },
        TextOf { name: "comment-known", form: TextForm::Long },
        TextOf { name: "comment-verdicts", form: TextForm::Long },
        TextOf { name: "comment-procedure", form: TextForm::Long },
        TextOf { name: "comment-platforms", form: TextForm::Long },
        TextOf { name: "comment-limits", form: TextForm::Long },
        TextOf { name: "recommendations", form: TextForm::Long },
        TextOf { name: "reply-asked-on", form: TextForm::Day },
        TextOf { name: "reply-answered-on", form: TextForm::Day },
        TextOf { name: "reply", form: TextForm::Long },
        TextOf { name: "independence", form: TextForm::Long },
        TextOf { name: "contact", form: TextForm::Line },
    ],
    make,
};

fn make(asked: &Asked) -> Result<Made> {
    // There is one public form, and it is of the whole register: small counts of a part could be had from two of them.
    let filter = if is_public_part(asked) { "" } else { asked.filter };
    let seen = seen(asked, filter)?;
    let facts = facts(asked, &seen, filter)?;
    Ok(Made { document: compose(&facts, &asked.texts), snapshot: facts.digest, refused: seen.refused(is_public_part(asked)) })
}
