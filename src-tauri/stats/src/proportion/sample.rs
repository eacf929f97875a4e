//! A share with the number of items it rests on, and the tails that a level leaves.

use super::super::normal::quantile;
use super::super::undefined::Undefined;

// Beyond this the exact limits would take minutes: their sums and fractions have about as many terms as the root of the size.
const SIZE_MAX: f64 = 1e12;
// Less than this is no size that clusters leave, and its square would no longer be a number.
const SIZE_MIN: f64 = 1e-100;

/// A share seen in a sample: counts, or a share with an effective size, as clusters leave of the counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sample {
    share: f64,
    x: f64,
    rest: f64,
    size: f64,
}

impl Sample {
    /// Returns the sample of `x` of `n`.
    ///
    /// # Errors
    /// `NZero` for n = 0, `Malformed` for x above n.
    #[allow(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
    pub const fn counted(x: u64, n: u64) -> Result<Self, Undefined> {
        if n == 0 {
            return Err(Undefined::NZero);
        }
        match n.checked_sub(x) {
            Some(rest) => Ok(Self { share: x as f64 / n as f64, x: x as f64, rest: rest as f64, size: n as f64 }),
            None => Err(Undefined::Malformed),
        }
    }

    /// Returns the sample of a share in \[0, 1\] that is as exactly known as that of `size` independent items; `size` need not be
    /// whole.
    ///
    /// # Errors
    /// `NZero` for a size of 0, `Malformed` for a share outside \[0, 1\] and a size that is negative, below 1e-100 or not finite.
    pub fn effective(share: f64, size: f64) -> Result<Self, Undefined> {
        if size.abs() <= 0.0 {
            return Err(Undefined::NZero);
        }
        if !((0.0..=1.0).contains(&share) && size >= SIZE_MIN && size.is_finite()) {
            return Err(Undefined::Malformed);
        }
        Ok(Self { share, x: share * size, rest: (1.0 - share) * size, size })
    }

    /// Returns the same share on a size divided by a design effect of at least 1.
    ///
    /// # Errors
    /// `Malformed` for a design effect below 1 or not finite.
    pub fn reduced(self, deff: f64) -> Result<Self, Undefined> {
        if !(deff >= 1.0 && deff.is_finite()) {
            return Err(Undefined::Malformed);
        }
        // Counts stay what they are where nothing is taken from them.
        if deff <= 1.0 { Ok(self) } else { Self::effective(self.share, self.size / deff) }
    }

    /// Returns the share, in \[0, 1\].
    #[must_use]
    pub const fn share(self) -> f64 {
        self.share
    }

    /// Returns 1 less the share, of counts without a rounding of the share.
    #[must_use]
    pub const fn complement(self) -> f64 {
        self.rest / self.size
    }

    /// Returns the size, above 0.
    #[must_use]
    pub const fn size(self) -> f64 {
        self.size
    }

    // Returns the size times the share and the size times its complement, where the exact limits can bear the size.
    pub(super) fn parts(self) -> Result<(f64, f64), Undefined> {
        if self.size > SIZE_MAX { Err(Undefined::NotConverged) } else { Ok((self.x, self.rest)) }
    }

    pub(super) const fn is_none(self) -> bool {
        self.x <= 0.0
    }

    pub(super) const fn is_all(self) -> bool {
        self.rest <= 0.0
    }
}

/// Returns what a two-sided level such as 0.95 leaves on each side.
///
/// # Errors
/// `Malformed` for a level outside (0, 1).
pub(crate) fn tail_of(level: f64) -> Result<f64, Undefined> {
    let tail = f64::midpoint(1.0, -level);
    // A level so near 1 that its complement is lost leaves no quantile.
    if level > 0.0 && 1.0 - tail < 1.0 { Ok(tail) } else { Err(Undefined::Malformed) }
}

/// Returns the normal quantile of a two-sided level.
///
/// # Errors
/// `Malformed` for a level outside (0, 1).
pub(crate) fn z_of(level: f64) -> Result<f64, Undefined> {
    quantile(0.5 + level / 2.0).filter(|_| level > 0.0).ok_or(Undefined::Malformed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_that_cannot_be_are_refused() {
        assert_eq!(Sample::counted(0, 0), Err(Undefined::NZero));
        assert_eq!(Sample::counted(3, 2), Err(Undefined::Malformed));
        assert_eq!(Sample::effective(0.5, 0.0), Err(Undefined::NZero));
        for (share, size) in
            [(-0.1, 5.0), (1.1, 5.0), (f64::NAN, 5.0), (0.5, -1.0), (0.5, f64::NAN), (0.5, f64::INFINITY), (0.5, 1e-101)]
        {
            assert_eq!(Sample::effective(share, size), Err(Undefined::Malformed), "{share} {size}");
        }
        let sample = Sample::counted(7, 40).unwrap();
        for deff in [0.99, 0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(sample.reduced(deff), Err(Undefined::Malformed), "{deff}");
        }
    }

    #[test]
    fn a_design_effect_divides_the_size_and_keeps_the_share() {
        let sample = Sample::counted(7, 40).unwrap();
        assert_eq!(sample.reduced(1.0), Ok(sample));
        let half = sample.reduced(2.0).unwrap();
        assert_eq!((half.share().to_bits(), half.size()), (sample.share().to_bits(), 20.0));
        assert_eq!(half.parts(), Ok((3.5, 16.5)));
        assert_eq!(Sample::counted(0, u64::MAX).unwrap().parts(), Err(Undefined::NotConverged));
    }

    #[test]
    fn levels_lie_between_none_and_all() {
        assert!((tail_of(0.95).unwrap() - 0.025).abs() < 1e-16 && (z_of(0.95).unwrap() - 1.959_963_984_540_054).abs() < 1e-15);
        for level in [0.0, 1.0, 1.0 - f64::EPSILON / 2.0, -0.5, 1.5, f64::NAN, f64::INFINITY] {
            assert_eq!((tail_of(level), z_of(level)), (Err(Undefined::Malformed), Err(Undefined::Malformed)), "{level}");
        }
    }
}
