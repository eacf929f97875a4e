//! Greatest flows in whole numbers, by shortest augmenting paths.
//! Source: Edmonds, J. and Karp, R. M. (1972), J. ACM 19, 248-264.

use crate::undefined::Undefined;
use std::collections::VecDeque;

/// Room without end.
pub(super) const UNLIMITED: u64 = u64::MAX;

#[derive(Debug, Clone, Copy)]
struct Arc {
    to: usize,
    room: u64,
}

/// Nodes and arcs. The arcs with numbers 2i and 2i + 1 are the two directions of one.
#[derive(Debug, Clone)]
pub(super) struct Network {
    arcs: Vec<Arc>,
    leaving: Vec<Vec<usize>>,
}

impl Network {
    /// Returns a network without arcs.
    pub(super) fn new(nodes: usize) -> Self {
        Self { arcs: Vec::new(), leaving: vec![Vec::new(); nodes] }
    }

    /// Adds an arc with room for `onward` from its first node to its second and `back` the other way; returns the number of its
    /// pair.
    pub(super) fn join(&mut self, (from, to): (usize, usize), onward: u64, back: u64) -> usize {
        let first = self.arcs.len();
        self.arcs.push(Arc { to, room: onward });
        self.arcs.push(Arc { to: from, room: back });
        for (node, arc) in [(from, first), (to, first + 1)] {
            if let Some(list) = self.leaving.get_mut(node) {
                list.push(arc);
            }
        }
        first / 2
    }

    /// Returns the greatest flow from one node to another that does not use the arc `closed`, at most `limit`; `UNLIMITED` where
    /// the limit is that and nothing else bounds the flow.
    ///
    /// # Errors
    /// `NotConverged` after more rounds than the method can need.
    pub(super) fn greatest(&self, (from, to): (usize, usize), closed: usize, limit: u64) -> Result<u64, Undefined> {
        let mut rest = self.clone();
        let mut flow = 0_u64;
        // The theorem: every path fills an arc, and an arc is filled at most half as often as there are nodes.
        for _ in 0..=self.arcs.len().saturating_mul(self.leaving.len()) {
            if flow >= limit {
                return Ok(limit);
            }
            let Some(path) = rest.shortest_path((from, to), closed) else {
                return Ok(flow);
            };
            let narrowest = path.iter().filter_map(|&arc| rest.arcs.get(arc)).map(|arc| arc.room).min().unwrap_or(UNLIMITED);
            if narrowest == UNLIMITED {
                return Ok(limit);
            }
            let amount = narrowest.min(limit - flow);
            path.iter().for_each(|&arc| rest.send(arc, amount));
            flow = flow.saturating_add(amount);
        }
        Err(Undefined::NotConverged)
    }

    fn send(&mut self, arc: usize, amount: u64) {
        if let Some(onward) = self.arcs.get_mut(arc).filter(|onward| onward.room != UNLIMITED) {
            onward.room = onward.room.saturating_sub(amount);
        }
        if let Some(back) = self.arcs.get_mut(arc ^ 1) {
            back.room = back.room.saturating_add(amount);
        }
    }

    // Returns the arcs of a path with the fewest of them, the last one first.
    fn shortest_path(&self, (from, to): (usize, usize), closed: usize) -> Option<Vec<usize>> {
        let mut reached_by: Vec<Option<usize>> = vec![None; self.leaving.len()];
        let mut queue = VecDeque::from([from]);
        while let Some(node) = queue.pop_front() {
            for &number in self.leaving.get(node)? {
                let Some(arc) = self.arcs.get(number).filter(|arc| arc.room > 0 && number / 2 != closed) else { continue };
                match reached_by.get_mut(arc.to) {
                    Some(entry) if entry.is_none() && arc.to != from => *entry = Some(number),
                    _ => continue,
                }
                if arc.to == to {
                    return Some(self.path_back((from, to), &reached_by));
                }
                queue.push_back(arc.to);
            }
        }
        None
    }

    fn path_back(&self, (from, to): (usize, usize), reached_by: &[Option<usize>]) -> Vec<usize> {
        let mut path = Vec::new();
        let mut node = to;
        while node != from {
            let Some(&Some(arc)) = reached_by.get(node) else { break };
            path.push(arc);
            // The arc's other direction leads to where it came from.
            node = self.arcs.get(arc ^ 1).map_or(from, |back| back.to);
        }
        path
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flow_fills_its_narrowest_cut() {
        let mut network = Network::new(4);
        network.join((0, 1), 3, 0);
        network.join((0, 2), 2, 0);
        network.join((1, 2), 5, 0);
        network.join((1, 3), 2, 0);
        let last = network.join((2, 3), UNLIMITED, 0);
        let none = last + 1;
        assert_eq!(network.greatest((0, 3), none, UNLIMITED), Ok(5));
        assert_eq!(network.greatest((0, 3), none, 4), Ok(4), "no more than asked for");
        assert_eq!(network.greatest((0, 3), last, UNLIMITED), Ok(2), "a closed arc is not used");
        assert_eq!(network.greatest((3, 0), none, UNLIMITED), Ok(0), "arcs have a direction");
    }

    #[test]
    fn a_flow_takes_back_what_stood_in_its_way() {
        // The shortest path 0-1-2-3 must be undone in part: the two long ways carry one each.
        let mut network = Network::new(6);
        for ends in [(0, 1), (1, 2), (2, 3), (0, 4), (4, 2), (1, 5), (5, 3)] {
            network.join(ends, 1, 0);
        }
        assert_eq!(network.greatest((0, 3), 99, UNLIMITED), Ok(2));
    }

    #[test]
    fn a_way_without_a_limit_is_found_behind_limited_ones() {
        let mut network = Network::new(4);
        network.join((0, 3), 7, 0);
        network.join((0, 1), UNLIMITED, 0);
        network.join((1, 2), UNLIMITED, 0);
        let last = network.join((2, 3), UNLIMITED, 0);
        assert_eq!(network.greatest((0, 3), 99, UNLIMITED), Ok(UNLIMITED));
        assert_eq!(network.greatest((0, 3), 99, 1_000), Ok(1_000));
        assert_eq!(network.greatest((0, 3), last, UNLIMITED), Ok(7));
    }
}
