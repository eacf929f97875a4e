//! The measures of the register: counts become estimates here and nowhere else.

pub mod agreeing;
pub mod frame;
pub mod profile;

use crate::error::Result;
use crate::model::terms::VERDICTS;
use crate::model::time::DeadlineState;
pub use crate::model::time::{compliance, deadline_of};
use crate::stats::{Display, Proportion, proportion};
use crate::store::{Counts, DEADLINES, Vault};

/// The measures that exist so far, under the major version of the method in use. Orders and items are never added together.
#[derive(Debug, Clone, PartialEq)]
pub struct Measured {
    /// The counts they were made from.
    pub counts: Counts,
    /// Reviewed order items by verdict, all six, in the fixed order.
    pub verdicts: Vec<(&'static str, u32)>,
    /// Order items with a verdict that stands: two blind reviewers agree, or a third decided.
    pub reviewed: u32,
    /// C1/1: share of legitimate criticism among reviewed order items (strict; mixed and cannot-tell stay in the denominator).
    pub criticism: Proportion,
    /// The same share with every cannot-tell on the other side, and on this side.
    pub criticism_band: Option<(f64, f64)>,
    /// Share of real bullying among reviewed order items.
    pub bullying: Proportion,
    /// See `criticism_band`.
    pub bullying_band: Option<(f64, f64)>,
    /// Orders by state of the 24-hour term.
    pub deadlines: Vec<(&'static str, u32)>,
    /// How far two blind reviewers agree on the verdict. Where it is too little, no share heads a page.
    pub agreement: agreeing::OnVerdict,
    /// Version of the method in use.
    pub rubric: String,
    /// Items of one order are judged together somewhere: the interval takes them as independent and says so.
    pub clustered: bool,
}

/// Measures the register.
pub fn measure(vault: &Vault) -> Result<Measured> {
    let counts = vault.counts()?;
    let of = |verdict: &str| counts.verdicts.iter().find(|(v, _)| v == verdict).map_or(0, |(_, n)| *n);
    let verdicts: Vec<(&'static str, u32)> = VERDICTS.iter().map(|v| (*v, of(v))).collect();
    let reviewed: u32 = verdicts.iter().map(|(_, n)| n).sum();
    let cannot_tell = of("cannot_tell");
    let clusters = u64::from(counts.reviewed_orders);
    let agreement = agreeing::OnVerdict::read(vault)?;
    let share = |x: u32, verdict: &str| {
        let mut share = proportion(u64::from(x), u64::from(reviewed), clusters);
        if agreement.is_low_for(verdict) {
            share.display = share.display.min(Display::Interval);
        }
        share
    };
    let band = |x: u32| {
        (reviewed > 0).then(|| {
            let n = f64::from(reviewed);
            (f64::from(x) / n, f64::from(x + cannot_tell) / n)
        })
    };
    let (criticism, bullying) = (of("legitimate_criticism"), of("real_bullying"));
    Ok(Measured {
        verdicts,
        reviewed,
        criticism: share(criticism, "legitimate_criticism"),
        criticism_band: band(criticism),
        bullying: share(bullying, "real_bullying"),
        bullying_band: band(bullying),
        deadlines: deadlines(vault, counts.orders)?,
        agreement,
        rubric: vault.method_in_use()?,
        clustered: counts.reviewed_orders < reviewed,
        counts,
    })
}

fn deadlines(vault: &Vault, orders: u32) -> Result<Vec<(&'static str, u32)>> {
    let counts = vault.deadlines(vault.env().clock.now_seconds())?;
    let known: u32 = counts.iter().sum();
    let told = DEADLINES.iter().zip(counts).map(|(state, n)| (state.code(), n));
    Ok(told.chain([(DeadlineState::Unknown.code(), orders.saturating_sub(known))]).collect())
}
