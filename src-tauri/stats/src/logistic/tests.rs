use super::*;
use crate::random::Random;
use proptest::prelude::*;

// Outcomes and a yes-or-no term of a table: rows the term, columns the outcome.
fn rows(a: usize, b: usize, c: usize, d: usize) -> (Vec<bool>, Vec<f64>) {
    let outcomes = [(true, a), (false, b), (true, c), (false, d)];
    let outcomes = outcomes.iter().flat_map(|(outcome, count)| std::iter::repeat_n(*outcome, *count)).collect();
    let term = std::iter::repeat_n(1.0, a + b).chain(std::iter::repeat_n(0.0, c + d)).collect();
    (outcomes, term)
}

fn near(got: f64, wanted: f64, off: f64) {
    assert!((got - wanted).abs() <= off * wanted.abs().max(1.0), "{got:e} against {wanted:e}");
}

fn all_near(one: &Firth, other: &Firth, off: f64) {
    for (got, wanted) in
        std::iter::once(&one.intercept).chain(&one.terms).zip(std::iter::once(&other.intercept).chain(&other.terms))
    {
        near(got.estimate, wanted.estimate, off);
        near(got.low, wanted.low, off);
        near(got.high, wanted.high, off);
        near(got.p, wanted.p, off);
    }
}

// The penalised log-likelihood of a table at two coefficients, written out: the determinant is a product.
fn of_table((a, b, c, d): (f64, f64, f64, f64), intercept: f64, slope: f64) -> f64 {
    let part = |events: f64, others: f64, linear: f64| {
        let p = 1.0 / (1.0 + (-linear).exp());
        events * p.ln() + others * (1.0 - p).ln() + 0.5 * ((events + others) * p * (1.0 - p)).ln()
    };
    part(a, b, intercept + slope) + part(c, d, intercept)
}

// The greatest value over one argument, by the golden section.
fn greatest(f: impl Fn(f64) -> f64) -> f64 {
    let (mut low, mut high, share) = (-40.0, 40.0, (5.0_f64.sqrt() - 1.0) / 2.0);
    for _ in 0..200 {
        let (left, right) = (high - share * (high - low), low + share * (high - low));
        if f(left) < f(right) {
            low = left;
        } else {
            high = right;
        }
    }
    f(f64::midpoint(low, high))
}

#[test]
fn separated_outcomes_have_finite_coefficients() {
    let (outcomes, term) = rows(8, 0, 0, 7);
    let found = firth(&outcomes, &[term], 0.95).unwrap();
    near(found.terms[0].estimate, 255.0_f64.ln(), 1e-8);
    near(found.intercept.estimate, (0.5 / 7.5_f64).ln(), 1e-8);
    near(found.penalised_log_likelihood, -1.788_689_820_871_745_4, 1e-10);
    assert!(found.terms[0].low > 2.0 && found.terms[0].high < 12.0);
    // Two terms that separate together.
    let outcomes: Vec<bool> = (0..20).map(|i| i >= 9).collect();
    let (one, two): (Vec<f64>, Vec<f64>) = (0..20).map(|i| (f64::from(i), f64::from(i * i % 7))).unzip();
    let found = firth(&outcomes, &[one, two], 0.95).unwrap();
    assert!(found.terms.iter().all(|term| term.low < term.estimate && term.estimate < term.high && term.high.is_finite()));
    assert!(found.terms[0].low > 0.0 && found.terms[0].p < 0.001);
}

#[test]
fn what_no_regression_can_be_made_of_is_refused() {
    let outcomes = [true, false, true, false, true, true];
    let term = vec![1.0, 2.0, 3.0, 4.0, 5.0, 7.0];
    let refused = |terms: &[Vec<f64>], why: Undefined| {
        assert_eq!(firth(&outcomes, terms, 0.95), Err(why), "{terms:?}");
        assert_eq!(firth_nested(&outcomes, terms, &[0]), Err(why), "{terms:?}");
    };
    refused(&[vec![1.0; 6]], Undefined::CollinearTerms);
    refused(&[vec![0.1; 6]], Undefined::CollinearTerms);
    refused(&[term.clone(), term.iter().map(|x| 3.0 - x / 7.0).collect()], Undefined::CollinearTerms);
    refused(&[vec![1.0, 0.0, 0.0, 1.0, 0.0, 0.0], vec![0.0, 1.0, 1.0, 0.0, 1.0, 1.0]], Undefined::CollinearTerms);
    refused(&[vec![1.0, 2.0]], Undefined::Malformed);
    refused(&[vec![1.0, 2.0, f64::NAN, 4.0, 5.0, 6.0]], Undefined::Malformed);
    refused(&[vec![1.0, 2.0, f64::INFINITY, 4.0, 5.0, 6.0]], Undefined::Malformed);
    refused(&[vec![1e308, -1e308, 1e308, -1e308, 1e308, 0.0]], Undefined::Malformed);
    // More terms than kinds of rows.
    let wide: Vec<Vec<f64>> = (1..8).map(|power| term.iter().map(|x| x.powi(power)).collect()).collect();
    refused(&wide, Undefined::CollinearTerms);
    assert_eq!(firth(&[], &[], 0.95), Err(Undefined::NZero));
    assert_eq!(firth(&[], &[vec![]], 0.95), Err(Undefined::NZero));
    assert_eq!(firth(&[true; 6], std::slice::from_ref(&term), 0.95), Err(Undefined::NoVariation));
    assert_eq!(firth(&[false], &[], 0.95), Err(Undefined::NoVariation));
    for level in [0.0, 1.0, f64::NAN, -1.0] {
        assert_eq!(firth(&outcomes, std::slice::from_ref(&term), level), Err(Undefined::Malformed));
    }
    for tested in [vec![], vec![1], vec![0, 0]] {
        assert_eq!(firth_nested(&outcomes, std::slice::from_ref(&term), &tested), Err(Undefined::Malformed), "{tested:?}");
    }
}

#[test]
fn an_intercept_alone_is_a_share() {
    let found = firth(&[true, true, false, true], &[], 0.95).unwrap();
    near(found.intercept.estimate, (3.5 / 1.5_f64).ln(), 1e-9);
    assert!(found.terms.is_empty() && found.intercept.low < 0.0 && found.intercept.high > 2.0);
}

// The penalised log-likelihood of one term, its determinant that of two rows and columns.
fn of_one_term(outcomes: &[bool], term: &[f64], intercept: f64, slope: f64) -> f64 {
    let (mut value, mut sums) = (0.0, [0.0; 3]);
    for (outcome, x) in outcomes.iter().zip(term) {
        let linear = intercept + slope * x;
        let p = 1.0 / (1.0 + (-linear).exp());
        value -= if *outcome { (-linear).exp().ln_1p() } else { linear.exp().ln_1p() };
        let weight = p * (1.0 / (1.0 + linear.exp()));
        sums = [sums[0] + weight, sums[1] + weight * x, sums[2] + weight * x * x];
    }
    value + 0.5 * (sums[0] * sums[2] - sums[1] * sums[1]).ln()
}

#[test]
fn limits_far_out_on_a_separating_term_are_found() {
    let term: Vec<f64> = (0..63_u32).map(|i| f64::from(2 + i * 137 % 1_000) / 10.0).collect();
    // All but the least value, or the three least, have the outcome.
    for least in [1.0, 3.0] {
        let outcomes: Vec<bool> = term.iter().map(|x| *x > least).collect();
        let found = firth(&outcomes, std::slice::from_ref(&term), 0.95).unwrap();
        let slope = found.terms[0];
        assert!(slope.high > 4.0 * slope.estimate, "{slope:?}");
        let most = of_one_term(&outcomes, &term, found.intercept.estimate, slope.estimate);
        near(found.penalised_log_likelihood, most, 1e-9);
        for limit in [slope.low, slope.high] {
            near(most - greatest(|free| of_one_term(&outcomes, &term, free, limit)), 3.841_458_820_694_124 / 2.0, 1e-6);
        }
    }
}

// A few rows with terms of very different kinds; in every third draw the first separates the outcomes.
fn drawn(seed: u64) -> (Vec<bool>, Vec<Vec<f64>>) {
    let mut random = Random::seeded(seed);
    let (rows, columns) = (4 + random.below(60), 1 + random.below(6));
    let mut value = |column: usize| match (column + usize::try_from(seed).unwrap()) % 4 {
        0 => random.below(2) as f64,
        1 => random.below(1_000) as f64 / 10.0,
        2 if random.below(20) == 0 => 1e6 * random.below(9) as f64,
        2 => random.below(3) as f64,
        _ => random.below(4) as f64,
    };
    let terms: Vec<Vec<f64>> = (0..columns).map(|column| (0..rows).map(|_| value(column)).collect()).collect();
    let kind = random.below(3);
    let outcome = |x: &f64| match kind {
        0 => *x > 1.0,
        1 => random.below(12) == 0,
        _ => random.below(2) == 0,
    };
    (terms[0].iter().map(outcome).collect(), terms)
}

#[test]
fn wild_terms_and_separation_have_limits() {
    // In draw 823 the climb passes a saddle, in others it ends where nearly all chances are 0 or 1.
    let mut fitted = 0;
    for seed in 808..838 {
        let (outcomes, terms) = drawn(seed);
        match firth(&outcomes, &terms, 0.95) {
            Ok(found) => {
                fitted += 1;
                for term in &found.terms {
                    assert!(term.low < term.estimate && term.estimate < term.high && term.high.is_finite(), "{seed}: {term:?}");
                    let outside = term.low > 0.0 || term.high < 0.0;
                    assert!((term.p - 0.05).abs() < 1e-6 || outside == (term.p < 0.05), "{seed}: {term:?}");
                }
            }
            Err(why) => assert!(matches!(why, Undefined::CollinearTerms | Undefined::NoVariation), "{seed}: {why:?}"),
        }
    }
    assert!(fitted >= 15, "{fitted}");
}

#[test]
fn of_two_maxima_the_higher_is_taken() {
    // Both terms separate the outcomes; the climb from 0 ends at -2.212, the profile of the second coefficient shows more.
    let outcomes = [true, true, true, false, true, false, true];
    let one = vec![0.0, 0.0, 0.0, -1.0, 0.0, -1.0, 2.0];
    let two = vec![-2.0, -0.2, -4.0, 1.3, -1.5, -0.7, -0.6];
    let design = Design::of(&outcomes, &[one.clone(), two.clone()]).unwrap();
    let first = climb(&design, DVector::zeros(3), &[]).unwrap().at.value + design.ln_scale();
    let found = firth(&outcomes, &[one.clone(), two.clone()], 0.95).unwrap();
    assert!(found.penalised_log_likelihood > first + 0.003, "{first} {found:?}");
    let mut swapped = firth(&outcomes, &[two, one], 0.95).unwrap();
    swapped.terms.reverse();
    all_near(&swapped, &found, 1e-7);
}

#[test]
fn terms_far_from_zero_lose_nothing() {
    let outcomes: Vec<bool> = (0..30).map(|i| (i * 7) % 11 > 5 || i > 22).collect();
    let years: Vec<f64> = (0..30).map(|i| f64::from(i % 6)).collect();
    let other: Vec<f64> = (0..30).map(|i| f64::from(i * i % 13)).collect();
    let plain = firth(&outcomes, &[years.clone(), other.clone()], 0.95).unwrap();
    let far: Vec<f64> = years.iter().map(|year| year + 1e9).collect();
    let moved = firth(&outcomes, &[far, other.iter().map(|x| x * 1e-7).collect()], 0.95).unwrap();
    near(moved.terms[0].estimate, plain.terms[0].estimate, 1e-7);
    near(moved.terms[0].low, plain.terms[0].low, 1e-7);
    near(moved.terms[1].high * 1e-7, plain.terms[1].high, 1e-7);
    near(moved.terms[1].p, plain.terms[1].p, 1e-7);
    near(moved.intercept.estimate, plain.intercept.estimate - 1e9 * plain.terms[0].estimate, 1e-6);
}

#[test]
fn many_like_rows_are_counted_together() {
    let (outcomes, term) = rows(9_000, 6_000, 8_000, 7_000);
    let found = firth(&outcomes, &[term], 0.95).unwrap();
    near(found.terms[0].estimate, (9_000.5 * 7_000.5 / (6_000.5 * 8_000.5_f64)).ln(), 1e-9);
    let se = (1.0 / 9_000.0 + 1.0 / 6_000.0 + 1.0 / 8_000.0 + 1.0 / 7_000.0_f64).sqrt();
    near(found.terms[0].low, found.terms[0].estimate - 1.959_964 * se, 1e-4);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn one_yes_or_no_term_adds_a_half_to_each_cell(a in 0_u32..12, b in 0_u32..12, c in 0_u32..12, d in 0_u32..12) {
        prop_assume!(a + b > 0 && c + d > 0 && a + c > 0 && b + d > 0);
        let (outcomes, term) = rows(a as usize, b as usize, c as usize, d as usize);
        let found = firth(&outcomes, std::slice::from_ref(&term), 0.95).unwrap();
        let cells = (f64::from(a), f64::from(b), f64::from(c), f64::from(d));
        let (a, b, c, d) = (cells.0 + 0.5, cells.1 + 0.5, cells.2 + 0.5, cells.3 + 0.5);
        let (intercept, slope) = ((c / d).ln(), (a * d / (b * c)).ln());
        near(found.intercept.estimate, intercept, 1e-7);
        near(found.terms[0].estimate, slope, 1e-7);
        let most = of_table(cells, intercept, slope);
        near(found.penalised_log_likelihood, most, 1e-9);
        // Each limit lies where the profile, taken another way, has fallen by half of 3.84.
        let drop = 3.841_458_820_694_124 / 2.0;
        for limit in [found.terms[0].low, found.terms[0].high] {
            near(most - greatest(|free| of_table(cells, free, limit)), drop, 1e-6);
        }
        for limit in [found.intercept.low, found.intercept.high] {
            near(most - greatest(|free| of_table(cells, limit, free)), drop, 1e-6);
        }
        near(found.terms[0].p, chi_squared_sf(2.0 * (most - greatest(|free| of_table(cells, free, 0.0))), 1.0), 1e-6);
        let nested = firth_nested(&outcomes, &[term], &[0]).unwrap();
        near(nested.p, found.terms[0].p, 1e-7);
    }

    #[test]
    fn rows_columns_and_signs_may_be_turned(
        data in proptest::collection::vec((any::<bool>(), -3_i32..4, -50_i32..50), 5..40), turn in 0_usize..40, level in 0.5_f64..0.999,
    ) {
        let column = |of: &dyn Fn(&(bool, i32, i32)) -> f64| data.iter().map(of).collect::<Vec<f64>>();
        let outcomes: Vec<bool> = data.iter().map(|row| row.0).collect();
        let terms = [column(&|row| f64::from(row.1)), column(&|row| f64::from(row.2) / 10.0)];
        let found = match firth(&outcomes, &terms, level) {
            Ok(found) => found,
            Err(why) => {
                prop_assert!(matches!(why, Undefined::CollinearTerms | Undefined::NoVariation), "{why:?}");
                return Ok(());
            }
        };
        for term in std::iter::once(&found.intercept).chain(&found.terms) {
            prop_assert!(term.low < term.estimate && term.estimate < term.high && term.p.is_finite());
            let outside = term.low > 0.0 || term.high < 0.0;
            prop_assert!((term.p - (1.0 - level)).abs() < 1e-6 || outside == (term.p < 1.0 - level), "{term:?}");
        }
        // The order of rows changes nothing, not even the last digit.
        let (mut outcomes_turned, mut terms_turned) = (outcomes.clone(), terms.clone());
        outcomes_turned.rotate_left(turn % data.len());
        terms_turned.iter_mut().for_each(|term| term.rotate_left(turn % data.len()));
        prop_assert_eq!(&firth(&outcomes_turned, &terms_turned, level).unwrap(), &found);
        // Terms the other way round.
        let mut swapped = firth(&outcomes, &[terms[1].clone(), terms[0].clone()], level).unwrap();
        swapped.terms.reverse();
        all_near(&swapped, &found, 1e-6);
        // The other outcome.
        let mut other = firth(&outcomes.iter().map(|outcome| !outcome).collect::<Vec<bool>>(), &terms, level).unwrap();
        for term in std::iter::once(&mut other.intercept).chain(&mut other.terms) {
            (term.estimate, term.low, term.high) = (-term.estimate, -term.high, -term.low);
        }
        all_near(&other, &found, 1e-6);
        // The block test of both terms does not depend on their order or unit.
        let (one, two) = (firth_nested(&outcomes, &terms, &[0, 1]).unwrap(), firth_nested(&outcomes, &terms, &[1, 0]).unwrap());
        let scaled = [terms[0].iter().map(|x| 5.0 + 1_000.0 * x).collect(), terms[1].clone()];
        near(one.chi2, two.chi2, 1e-9);
        near(firth_nested(&outcomes, &scaled, &[0, 1]).unwrap().chi2, one.chi2, 1e-7);
        prop_assert!(one.df == 2 && (0.0..=1.0).contains(&one.p));
        // A larger block explains no less.
        prop_assert!(firth_nested(&outcomes, &terms, &[0]).unwrap().chi2 <= one.chi2 + 1e-7);
    }
}
