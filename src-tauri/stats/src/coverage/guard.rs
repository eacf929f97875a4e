//! When an estimate of the whole may be shown. Elsewhere only "at least as many as are known" is said.

use super::{CaptureTable, both};

/// Things that each list must hold.
pub const LIST_LENGTH_MIN: u64 = 20;
/// Matches that two lists must have to count as a pair that meets.
pub const MATCHES_MIN: u64 = 7;
/// Pairs of lists that must meet.
pub const MEETING_PAIRS_MIN: usize = 3;
/// How many times the lower limit the upper limit may be.
pub const LIMITS_RATIO_MAX: f64 = 4.0;

/// What forbids showing an estimate of the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CoverageGuard {
    /// Fewer than three lists.
    TooFewLists,
    /// A list, by its place, holds fewer than twenty things: the first such list.
    ShortList(usize),
    /// No thing is on two lists: not even a lower bound says more than the count.
    NoOverlap,
    /// Fewer than three pairs of lists have seven matches.
    TooFewMatches,
    /// The upper limit is more than four times the lower, or one of them is no positive finite number.
    TooWide,
}

impl CoverageGuard {
    /// Returns its code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::TooFewLists => "too_few_lists",
            Self::ShortList(_) => "short_list",
            Self::NoOverlap => "no_overlap",
            Self::TooFewMatches => "too_few_matches",
            Self::TooWide => "too_wide",
        }
    }
}

/// Returns every guard that fails, none where the estimate may be shown. `limits` are the lower and upper limit of the estimate that
/// is to be shown, or nothing where it has none yet: then its width is not judged.
#[must_use]
pub fn failing_guards(table: &CaptureTable, limits: Option<(f64, f64)>) -> Vec<CoverageGuard> {
    let mut failing = Vec::new();
    if table.lists() < 3 {
        failing.push(CoverageGuard::TooFewLists);
    }
    failing.extend((0..table.lists()).find(|list| table.at_least(1 << list) < LIST_LENGTH_MIN).map(CoverageGuard::ShortList));
    if table.on_exactly(1) == table.observed() {
        failing.push(CoverageGuard::NoOverlap);
    }
    let meeting = table.pairs().into_iter().filter(|pair| table.at_least(both(*pair)) >= MATCHES_MIN).count();
    if meeting < MEETING_PAIRS_MIN {
        failing.push(CoverageGuard::TooFewMatches);
    }
    // Written so that a limit which is not a number fails too.
    let narrow = |(low, high): (f64, f64)| low > 0.0 && high.is_finite() && high <= LIMITS_RATIO_MAX * low;
    if limits.is_some_and(|limits| !narrow(limits)) {
        failing.push(CoverageGuard::TooWide);
    }
    failing
}

#[cfg(test)]
mod tests {
    use super::super::tests::{hepatitis, of_ascending};
    use super::*;

    #[test]
    fn each_guard_fails_on_its_own() {
        use CoverageGuard::{NoOverlap, ShortList, TooFewLists, TooFewMatches, TooWide};
        assert_eq!(failing_guards(&hepatitis(), Some((354.0, 630.0))), []);
        assert_eq!(failing_guards(&hepatitis(), None), []);
        assert_eq!(failing_guards(&hepatitis(), Some((272.0, 1_265.0))), [TooWide]);
        // Two lists have one pair: they cannot meet three times.
        assert_eq!(failing_guards(&of_ascending(2, &[30, 30, 10]), None), [TooFewLists, TooFewMatches]);
        assert_eq!(failing_guards(&of_ascending(3, &[20, 20, 7, 4, 7, 7, 1]), None), [ShortList(2)]);
        assert_eq!(failing_guards(&of_ascending(3, &[20, 20, 7, 20, 7, 6, 0]), None), [TooFewMatches]);
        assert_eq!(failing_guards(&of_ascending(3, &[20, 20, 7, 20, 7, 6, 1]), None), []);
        assert_eq!(failing_guards(&of_ascending(3, &[20, 20, 0, 20]), None), [NoOverlap, TooFewMatches]);
        assert_eq!(failing_guards(&of_ascending(3, &[]), None), [ShortList(0), NoOverlap, TooFewMatches]);
    }

    #[test]
    fn the_ratio_may_be_four_and_no_more() {
        let wide = |low, high| failing_guards(&hepatitis(), Some((low, high))) == [CoverageGuard::TooWide];
        assert!(!wide(300.0, 1_200.0));
        assert!(wide(300.0, 1_200.1) && wide(0.0, 0.0) && wide(300.0, f64::INFINITY));
        assert!(wide(f64::NAN, 300.0) && wide(300.0, f64::NAN));
    }
}
