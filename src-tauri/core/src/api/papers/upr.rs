//! The submission to the universal periodic review.

use super::{Asked, Kind, Made};
use crate::error::Result;
use crate::model::audience::Audience;

pub(super) const KIND: Kind = Kind {
    code: "upr",
    formats: &["docx", "pdf"],
    audiences: &Audience::ALL,
    subject_kind: "",
    filtered: true,
    limit: 0,
    texts: &[],
    make,
};

fn make(asked: &Asked) -> Result<Made> {
    (super::brief::KIND.make)(asked)
}
