//! The questionnaire of the special procedures.

use super::{Asked, Kind, Made};
use crate::error::Result;
use crate::model::audience::Audience;

pub(super) const KIND: Kind = Kind {
    code: "special_procedures",
    formats: &["docx", "pdf"],
    audiences: &Audience::ALL,
    subject_kind: "orders",
    filtered: false,
    limit: 0,
    texts: &[],
    make,
};

fn make(asked: &Asked) -> Result<Made> {
    (super::brief::KIND.make)(asked)
}
