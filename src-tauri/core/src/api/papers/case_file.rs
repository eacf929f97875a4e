//! The case file of an order.

use super::{Asked, Kind, Made};
use crate::error::Result;
use crate::model::audience::Audience;

pub(super) const KIND: Kind = Kind {
    code: "case_file",
    formats: &["pdf", "docx"],
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
