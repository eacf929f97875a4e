//! What registers of the scenes are drawn with.

use super::super::tests::register;
use super::super::*;
use crate::stats::Random;
use crate::store::Protected;

/// Draws of a scene.
pub(super) struct Draw(Random);

impl Draw {
    // Scenes of one seed have nothing in common.
    pub(super) const fn of(seed: u64, scene: u64) -> Self {
        Self(Random::seeded(seed.wrapping_mul(1_000).wrapping_add(scene)))
    }

    #[allow(clippy::cast_precision_loss, reason = "53 bits")]
    pub(super) fn unit(&mut self) -> f64 {
        (self.0.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    pub(super) const fn below(&mut self, m: usize) -> usize {
        self.0.below(m)
    }

    pub(super) fn chance(&mut self, share: f64) -> bool {
        self.unit() < share
    }

    // A place, each with its share; the last takes what is left.
    pub(super) fn place(&mut self, shares: &[f64]) -> usize {
        let mut left = self.unit();
        let at = shares.iter().position(|share| {
            left -= share;
            left < 0.0
        });
        at.unwrap_or(shares.len() - 1)
    }

    // As its letter has it, or drawn anew: things of one letter are alike, and each has the same shares as if it were alone.
    pub(super) fn like(&mut self, own: usize, alike: f64, shares: &[f64]) -> usize {
        if self.chance(alike) { own } else { self.place(shares) }
    }

    // By the product of uniforms (Knuth): means here stay small.
    pub(super) fn poisson(&mut self, mean: f64) -> u64 {
        let (end, mut product, mut count) = (libm::exp(-mean), self.unit(), 0);
        while product > end {
            product *= self.unit();
            count += 1;
        }
        count
    }
}

// Orders with one item each, in clusters.
pub(super) fn made(orders: &[(OrderRow, Option<&'static str>)]) -> Frame {
    let verdicts: Vec<[Option<&str>; 1]> = orders.iter().map(|(_, verdict)| [*verdict]).collect();
    let rows: Vec<_> =
        (0..).zip(orders).zip(&verdicts).map(|((row, (order, _)), is)| (OrderRow { row, ..*order }, &is[..])).collect();
    let mut frame = register(&rows);
    for (row, (order, _)) in frame.orders.iter_mut().zip(orders) {
        row.cluster = order.cluster;
    }
    frame.clusters = orders.iter().map(|(order, _)| order.cluster + 1).max().unwrap_or(0);
    frame
}

pub(super) fn measured_at(frame: &Frame, now: i64) -> Profile {
    profile(&Selection::whole(frame), &Given { now, ..Given::default() })
}

pub(super) const fn of_power(power: bool) -> Protected {
    if power { Protected::Official } else { Protected::Child }
}
