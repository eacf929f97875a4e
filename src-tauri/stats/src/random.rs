//! Random numbers that any language can repeat: xoshiro256++ seeded by four outputs of `SplitMix64`, and quantiles of type 7.
//!
//! Sources: Blackman, D. and Vigna, S. (2021), ACM Trans. Math. Softw. 47(4), 36; Steele, G. L., Lea, D. and Flood, C. H. (2014),
//! OOPSLA '14; Hyndman, R. J. and Fan, Y. (1996), Am. Stat. 50, 361-365, definition 7.

/// A generator with a state of 256 bits.
#[derive(Debug, Clone)]
pub struct Random([u64; 4]);

impl Random {
    /// Starts from a seed.
    #[must_use]
    pub const fn seeded(seed: u64) -> Self {
        let mut state = seed;
        Self([split_mix(&mut state), split_mix(&mut state), split_mix(&mut state), split_mix(&mut state)])
    }

    /// Returns the generator of one replicate of a bootstrap: each has its own, so that replicates can be made in any order.
    #[must_use]
    pub const fn of_replicate(seed: u64, replicate: u32) -> Self {
        Self::seeded(seed.wrapping_add(replicate as u64))
    }

    /// Draws the next 64 bits.
    pub const fn next(&mut self) -> u64 {
        let [a, b, c, d] = self.0;
        let drawn = a.wrapping_add(d).rotate_left(23).wrapping_add(a);
        let (c2, d2) = (c ^ a, d ^ b);
        let (b2, a2) = (b ^ c2, a ^ d2);
        self.0 = [a2, b2, c2 ^ (b << 17), d2.rotate_left(45)];
        drawn
    }

    /// Draws an index below `m`: the high 64 bits of the product. 0 when m is 0.
    #[allow(clippy::cast_possible_truncation, reason = "the high half of a product with m is below m")]
    pub const fn below(&mut self, m: usize) -> usize {
        ((self.next() as u128 * m as u128) >> 64) as usize
    }
}

const fn split_mix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let z = (*state ^ (*state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// Returns the quantile of type 7 (linear) at `p` in [0, 1] of values in ascending order; nothing without values.
#[must_use]
#[allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "numbers of replicates are small"
)]
pub fn quantile_of(sorted: &[f64], p: f64) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    let at = p.clamp(0.0, 1.0) * last as f64;
    let (low, part) = (at.floor() as usize, at - at.floor());
    let (one, next) = (sorted.get(low)?, sorted.get(low + 1).or_else(|| sorted.get(low))?);
    Some(one + part * (next - one))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_numbers_are_those_of_the_published_generators() {
        // SplitMix64 from 1234567: published with the reference code.
        let mut state = 1_234_567;
        assert_eq!(split_mix(&mut state), 6_457_827_717_110_365_317);
        assert_eq!(split_mix(&mut state), 3_203_168_211_198_807_973);
        // xoshiro256++ from the state 1, 2, 3, 4: test vector of the rand_xoshiro crate.
        let mut random = Random([1, 2, 3, 4]);
        let drawn: Vec<u64> = (0..4).map(|_| random.next()).collect();
        assert_eq!(drawn, [41_943_041, 58_720_359, 3_588_806_011_781_223, 3_591_011_842_654_386]);
    }

    #[test]
    fn indexes_stay_below_and_reach_both_ends() {
        let mut random = Random::seeded(7);
        let mut seen = [0_u32; 5];
        (0..1_000).for_each(|_| seen[random.below(5)] += 1);
        assert!(seen.iter().all(|n| *n > 150), "{seen:?}");
        assert_eq!(random.below(0), 0);
    }

    #[test]
    fn quantiles_are_of_type_seven() {
        let values = [1.0, 2.0, 3.0, 4.0];
        assert_eq!(quantile_of(&values, 0.25), Some(1.75));
        assert_eq!((quantile_of(&values, 0.0), quantile_of(&values, 1.0)), (Some(1.0), Some(4.0)));
        assert_eq!((quantile_of(&[], 0.5), quantile_of(&[3.0], 0.9)), (None, Some(3.0)));
    }
}
