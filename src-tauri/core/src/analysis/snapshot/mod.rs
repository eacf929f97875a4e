//! A frozen state of the register: the rows that figures are made of, without names, texts, addresses or identifiers of the vault, with the plan and
//! the figures themselves. Whoever has the files computes every figure anew and gets the same bytes.
//!
//! Here are files and their bytes; the archive around them is made in `exchange`.

mod cut;
mod read;
mod results;
mod rows;
mod vary;

pub use cut::{Cut, numbered};
pub use read::{Refused, read};
pub use results::results;
pub use rows::{Calibration, PairRow, Place, ReviewRow};
pub use vary::{Why, differences, judged_by, read_calibration, read_verdicts, with_verdicts, without_reviewer, without_source};

use super::agreeing::OnVerdict;
use super::canonical::canonical;
use super::frame::Frame;
use super::profile::{Calibrated, Calibration as Counts, Draws, Given, Profile, Selection, plan, profile};
use crate::error::{Error, Result};
use rows::Rows;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Form of the files.
pub const FORMAT: &str = "tarazy-snapshot/2";
/// Name of the list of digests whose own digest is the digest of the snapshot.
pub const MANIFEST: &str = "manifest.json";
/// Name of the plan.
pub const PLAN: &str = "plan.json";
/// Name of the figures.
pub const RESULTS: &str = "results.json";
/// Name of what a person reads first.
pub const README: &str = "README.txt";

/// What a snapshot says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct About {
    /// Version of the program that wrote it.
    pub app: String,
    /// Version of the method.
    pub rubric: String,
    /// SHA-256 of its files, hexadecimal.
    pub rubric_digest: String,
    /// Version of what was fixed in advance.
    pub plan_version: u32,
    /// SHA-256 of what was fixed in advance, hexadecimal.
    pub plan_digest: String,
    /// Filter that picked the orders, as it was typed; empty: all.
    pub filter: String,
    /// The filter left some order out.
    pub narrowed: bool,
    /// UTC second at which terms are told.
    pub now: i64,
    /// Questions that decide verdicts and on which two reviewers agree too little, over the whole register.
    pub questions_below: Vec<String>,
}

/// A frozen state.
#[derive(Debug)]
pub struct Snapshot {
    /// What it says of itself.
    pub about: About,
    /// The picked orders with their items, and all applications.
    pub frame: Frame,
    /// Locked reviews behind the verdicts that stand, by item and place.
    pub reviews: Vec<ReviewRow>,
    /// Answers to the calibration set.
    pub calibration: Vec<Calibration>,
    /// Verdicts of both places over the whole register.
    pub pairs: Vec<PairRow>,
}

/// The plan as it stands in its file: what was fixed in advance, and what this snapshot is of.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PlanFile {
    fixed: serde_json::Value,
    #[serde(rename = "now_utc")]
    now: String,
    snapshot: About,
}

/// The list of digests.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Manifest {
    format: String,
    app: String,
    methodology: String,
    methodology_digest: String,
    plan_version: u32,
    plan_digest: String,
    files: BTreeMap<String, String>,
}

/// Returns SHA-256 of bytes, hexadecimal.
#[must_use]
pub fn digest_of(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

impl About {
    /// Describes what this program makes of a method, a filter and a second.
    #[must_use]
    pub fn of(rubric: (String, String), (filter, narrowed): (&str, bool), now: i64, questions_below: Vec<String>) -> Self {
        let (rubric, rubric_digest) = rubric;
        Self {
            app: env!("CARGO_PKG_VERSION").to_owned(),
            rubric,
            rubric_digest,
            plan_version: plan::VERSION,
            plan_digest: plan::digest(),
            filter: filter.trim().to_owned(),
            narrowed,
            now,
            questions_below,
        }
    }
}

impl Snapshot {
    /// Measures it.
    #[must_use]
    pub fn measured(&self) -> Profile {
        let pairs: Vec<(String, String, u64)> = self.pairs.iter().map(PairRow::counted).collect();
        let answers: Vec<Calibrated> = self.calibration.iter().map(|answer| answer.said.clone()).collect();
        let given = Given {
            calibration: Counts::of(answers.iter()),
            disputed: OnVerdict::of_pairs(&pairs).disputed(),
            now: self.about.now,
            draws: Draws::Made,
        };
        profile(&Selection::of_cut(&self.frame, self.about.narrowed), &given)
    }

    /// Returns its figures as one document.
    #[must_use]
    pub fn document(&self) -> serde_json::Value {
        results(&self.measured(), &self.about)
    }

    /// Returns the bytes of its figures: the document on one line.
    #[must_use]
    pub fn results(&self) -> Vec<u8> {
        format!("{}\n", self.document()).into_bytes()
    }

    /// Writes its files, the manifest last. `readme` is what a person reads first.
    ///
    /// # Errors
    /// Should a table not be writable, which cannot happen.
    pub fn files(&self, readme: &str) -> Result<Vec<(String, Vec<u8>)>> {
        let plan = PlanFile { fixed: plan::document(), now: crate::utc(self.about.now), snapshot: self.about.clone() };
        let mut files = vec![(README.to_owned(), readme.as_bytes().to_vec())];
        files.extend(self.tables()?.into_iter().map(|(name, bytes)| (name.to_owned(), bytes)));
        files.push((PLAN.to_owned(), line(&plan)?));
        files.push((RESULTS.to_owned(), self.results()));
        let manifest = Manifest {
            format: FORMAT.to_owned(),
            app: self.about.app.clone(),
            methodology: self.about.rubric.clone(),
            methodology_digest: self.about.rubric_digest.clone(),
            plan_version: self.about.plan_version,
            plan_digest: self.about.plan_digest.clone(),
            files: files.iter().map(|(name, bytes)| (name.clone(), digest_of(bytes))).collect(),
        };
        files.push((MANIFEST.to_owned(), line(&manifest)?));
        Ok(files)
    }

    // A field more in the frame has its table here, or this does not compile.
    fn tables(&self) -> Result<Vec<(&'static str, Vec<u8>)>> {
        let Self { about: _, frame, reviews, calibration, pairs } = self;
        let Frame {
            edition: _,
            orders,
            items,
            judged,
            appeals,
            complaints,
            reviewers,
            // Follow from the rows, which number platforms, authorities and actors.
            platforms: _,
            authorities: _,
            actors: _,
            official,
            watched,
            // Follows from the orders.
            clusters: _,
            kept: _,
        } = frame;
        let answers: Vec<rows::AnswerRow> = reviews.iter().flat_map(ReviewRow::said).collect();
        let reviewers: Vec<rows::ReviewerRow> =
            reviewers.iter().map(|is_outside| rows::ReviewerRow { is_outside: *is_outside }).collect();
        Ok(vec![
            Rows::write(orders)?,
            Rows::write(items)?,
            Rows::write(judged)?,
            Rows::write(reviews)?,
            Rows::write(&answers)?,
            Rows::write(appeals)?,
            Rows::write(complaints)?,
            Rows::write(&reviewers)?,
            Rows::write(official)?,
            Rows::write(watched)?,
            Rows::write(calibration)?,
            Rows::write(pairs)?,
        ])
    }
}

// One line of JSON in its one form.
fn line(value: &impl Serialize) -> Result<Vec<u8>> {
    let value = serde_json::to_value(value).map_err(|_| Error::Inside("writing a snapshot"))?;
    Ok(format!("{}\n", canonical(value)).into_bytes())
}

#[cfg(test)]
mod tests;
