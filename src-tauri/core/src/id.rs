//! Identifiers: UUID version 7, so that things made later sort later.

use crate::env::{Env, NoEntropy};
use std::fmt;
use std::str::FromStr;

/// Names one thing for ever (RFC 9562, version 7).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id([u8; 16]);

/// The text is not an identifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an identifier")]
pub struct NotAnId;

impl Id {
    /// Draws a new identifier.
    pub fn draw(env: &Env) -> Result<Self, NoEntropy> {
        let mut ids = Ids::new(env)?;
        Ok(ids.take())
    }

    /// Takes the sixteen bytes as they are.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// Returns the sixteen bytes.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; 16] {
        &self.0
    }

    /// Reads sixteen bytes as stored.
    pub fn from_slice(bytes: &[u8]) -> Result<Self, NotAnId> {
        bytes.try_into().map(Self).map_err(|_| NotAnId)
    }
}

/// A run of identifiers drawn at once: an import needs tens of thousands in one moment, in order.
pub struct Ids {
    millis: u64,
    counter: u64,
    tail: u64,
}

impl Ids {
    /// Prepares a run of at most 2^41 identifiers for this moment.
    pub fn new(env: &Env) -> Result<Self, NoEntropy> {
        let mut seed = [0u8; 16];
        env.entropy.fill(&mut seed)?;
        let [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p] = seed;
        let millis = u64::try_from(env.clock.now_micros().div_euclid(1000)).unwrap_or(0);
        // 12 + 30 bits of counter start at random with the top bit clear, so that they never overflow into the time.
        let counter = u64::from_be_bytes([a, b, c, d, e, f, g, h]) & 0x1FF_FFFF_FFFF;
        Ok(Self { millis, counter, tail: u64::from_be_bytes([i, j, k, l, m, n, o, p]) })
    }

    /// Returns the next identifier; each is larger than the one before.
    pub fn take(&mut self) -> Id {
        let counter = self.counter;
        self.counter = self.counter.wrapping_add(1);
        // A cheap mixer: the tail need only differ between devices, its randomness comes from the seed.
        self.tail = self.tail.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let high = (self.millis << 16) | 0x7000 | ((counter >> 30) & 0x0FFF);
        let low = (0b10 << 62) | ((counter & 0x3FFF_FFFF) << 32) | (self.tail >> 32);
        Id(((u128::from(high) << 64) | u128::from(low)).to_be_bytes())
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        uuid::Uuid::from_bytes(self.0).as_hyphenated().fmt(f)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Id {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        uuid::Uuid::try_parse(text).map(|u| Self(*u.as_bytes())).map_err(|_| NotAnId)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::env::Fixed;

    #[test]
    fn a_run_of_ids_is_sorted_unique_and_version_seven() {
        let env = Fixed::env(1_700_000_000_000_000);
        let mut ids = Ids::new(&env).unwrap();
        let run: Vec<Id> = (0..1000).map(|_| ids.take()).collect();
        assert!(run.windows(2).all(|w| w[0] < w[1]));
        let parsed = uuid::Uuid::from_bytes(*run[0].bytes());
        assert_eq!(parsed.get_version_num(), 7);
        assert_eq!(parsed.get_variant(), uuid::Variant::RFC4122);
        assert_eq!(run[3].to_string().parse::<Id>().unwrap(), run[3]);
    }
}
