//! Decomposable graphs of a few lists: which lists depend on each other, so that the probability of a cell is a product over cliques
//! divided by one over separators.

use super::pairs_of;

/// A decomposable graph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Graph {
    /// Its edges: pairs of places of lists, the lower first, in ascending order.
    pub edges: Vec<(usize, usize)>,
    /// Cliques with 1 and separators with -1 or less, each a pattern of lists; the empty separator is left out.
    pub parts: Vec<(usize, i32)>,
}

/// Returns all decomposable graphs of some lists, by the number that their edges make: 8, 61 and 822 for three, four and five lists.
/// The complete graph is the last.
pub fn decomposable_graphs(lists: usize) -> Vec<Graph> {
    let pairs = pairs_of(lists);
    let graph = |set: usize| {
        let edges: Vec<(usize, usize)> =
            (0..).zip(&pairs).filter(|(bit, _)| set >> bit & 1 == 1).map(|(_, pair)| *pair).collect();
        parts_of(lists, &edges).map(|parts| Graph { edges, parts })
    };
    (0..1 << pairs.len()).filter_map(graph).collect()
}

// Takes away one list after another whose neighbours are all joined to each other. Each with its neighbours counts as a clique, the
// neighbours alone as a separator: where one of these is no clique of the graph it cancels. A graph in which no list can be taken away
// is not decomposable. Source: Lauritzen, S. L. (1996), Graphical Models, section 2.1.
fn parts_of(lists: usize, edges: &[(usize, usize)]) -> Option<Vec<(usize, i32)>> {
    let neighbours: Vec<usize> = (0..lists).map(|list| neighbours_of(list, edges)).collect();
    let mut times = vec![0_i32; 1 << lists];
    let mut left = (1_usize << lists) - 1;
    let mut add = |pattern: usize, change: i32| {
        if let Some(count) = times.get_mut(pattern).filter(|_| pattern > 0) {
            *count += change;
        }
    };
    while left > 0 {
        let joined = |around: usize| {
            neighbours
                .iter()
                .enumerate()
                .filter(|(list, _)| around >> list & 1 == 1)
                .all(|(list, near)| (near | 1 << list) & around == around)
        };
        let mut simplicial = neighbours.iter().enumerate().filter(|(list, near)| left >> list & 1 == 1 && joined(*near & left));
        let (list, near) = simplicial.next()?;
        add(near & left | 1 << list, 1);
        add(near & left, -1);
        left &= !(1 << list);
    }
    Some(times.into_iter().enumerate().filter(|(_, count)| *count != 0).collect())
}

fn neighbours_of(list: usize, edges: &[(usize, usize)]) -> usize {
    let other = |(one, two): &(usize, usize)| if *one == list { Some(*two) } else { (*two == list).then_some(*one) };
    edges.iter().filter_map(other).map(|place| 1 << place).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_as_many_as_published() {
        // Labelled chordal graphs, OEIS A058862.
        let counts: Vec<usize> = (1..=5).map(|lists| decomposable_graphs(lists).len()).collect();
        assert_eq!(counts, [1, 2, 8, 61, 822]);
    }

    #[test]
    fn a_square_is_not_decomposable_and_a_square_with_a_diagonal_is() {
        let square = [(0, 1), (0, 3), (1, 2), (2, 3)];
        assert_eq!(parts_of(4, &square), None);
        let with = [(0, 1), (0, 2), (0, 3), (1, 2), (2, 3)];
        assert_eq!(parts_of(4, &with), Some(vec![(0b0101, -1), (0b0111, 1), (0b1101, 1)]));
    }

    #[test]
    fn a_star_has_its_middle_as_a_separator_twice() {
        assert_eq!(parts_of(4, &[(0, 1), (0, 2), (0, 3)]), Some(vec![(1, -2), (3, 1), (5, 1), (9, 1)]));
        assert_eq!(parts_of(3, &[]), Some(vec![(1, 1), (2, 1), (4, 1)]));
    }

    #[test]
    fn each_list_counts_once_in_every_graph() {
        for graph in decomposable_graphs(5) {
            for list in 0..5 {
                let times: i32 = graph.parts.iter().filter(|(part, _)| part >> list & 1 == 1).map(|(_, times)| times).sum();
                assert_eq!(times, 1, "{graph:?}");
            }
        }
        assert_eq!(decomposable_graphs(5).pop().unwrap().parts, [(31, 1)]);
    }
}
