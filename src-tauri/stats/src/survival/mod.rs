//! Times until something happens: to removal, to a decision on an appeal, to being learned of.
//!
//! Times are real numbers in any one unit, counted from the unit's own start, not negative. What is known of a time decides which
//! estimator may be used:
//!
//! - known, or known to be longer than the watch (censored): [`kaplan_meier`];
//! - the same, with several ways to end that rule each other out: [`aalen_johansen`];
//! - seen only if it was short enough (a delay of reporting): [`reporting_delays`];
//! - known to lie between two moments: [`turnbull`], and [`Brackets`] where nothing may be assumed.
//!
//! A unit that came under watch late is at risk from then on only, since one that ended sooner would never have been seen.

mod aalen_johansen;
mod bounds;
mod delay;
mod kaplan_meier;
mod log_rank;
mod maximum;
mod turnbull;
mod watch;

pub use aalen_johansen::{CAUSES_MAX, CauseCurves, CauseShares, Ended, Incidence, aalen_johansen};
pub use bounds::{Bracket, Brackets, ShareBounds, share_bounds};
pub use delay::{Delay, DelayShare, DelayStep, DelayWithin, Delays, reporting_delays};
pub use kaplan_meier::{Curve, Followed, Share, Step, TimeDone, kaplan_meier};
pub use log_rank::{GROUPS_MAX, LogRank, log_rank};
pub use turnbull::{Distribution, Mass, SurvivalBetween, turnbull};

#[allow(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
const fn real(count: u64) -> f64 {
    count as f64
}

fn count(items: usize) -> u64 {
    u64::try_from(items).unwrap_or(u64::MAX)
}
