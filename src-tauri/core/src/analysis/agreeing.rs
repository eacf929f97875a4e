//! Agreement of two blind reviewers, per question and verdict: percent agreement, Cohen's kappa, Krippendorff's alpha with a bootstrap over
//! orders, Gwet's AC1, and how often each place of a pair chose each category. The adjudicator is never among them.

mod compared;

use super::frame::Frame;
use crate::error::{Error, Result};
use crate::model::rubric::{Question, Rubric};
use crate::model::settle::written;
use crate::model::terms::VERDICTS;
use crate::model::time::ASTANA;
use crate::stats::{
    Metric, Reading, Weights, alpha_of_two, base_rates, bootstrap_alpha_clusters, cohen_kappa, gwet_ac1, krippendorff_alpha,
    percent_agreement, reading,
};
use crate::store::{Pair, Vault};
use chrono::Datelike;
pub use compared::Compared;
use std::collections::BTreeMap;

/// Replicates of the bootstrap, where there are not so many pairs that fewer must do.
pub const REPLICATES: u32 = 10_000;
/// Draws of a pair that one interval may cost.
const DRAWS_MAX: usize = 20_000_000;
const REPLICATES_MIN: u32 = 200;
const LEVEL: f64 = 0.95;
/// Fewer items give alpha no interval (statistics, section 5).
pub(super) const INTERVAL_FROM: usize = 10;
/// Fewer items give an alpha that is told and not relied on.
pub(super) const RELIED_FROM: usize = 30;
/// The seed is part of the method: the same pairs give the same interval everywhere.
pub(super) const SEED: u64 = 20_220_704;

/// Categories of an answer on the usual scale: how sure somebody was is no disagreement.
const STATES: [&str; 4] = ["met", "not_met", "CT", "NA"];

/// How far two places agree on one thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Measured {
    /// Categories that can occur.
    pub categories: Vec<String>,
    /// Items that both answered.
    pub n: usize,
    /// Share of them on which both say the same.
    pub percent: Option<f64>,
    /// Cohen's kappa.
    pub kappa: Option<f64>,
    /// Krippendorff's alpha, nominal.
    pub alpha: Option<f64>,
    /// Its 95 % interval.
    pub interval: Option<(f64, f64)>,
    /// Gwet's AC1.
    pub ac1: Option<f64>,
    /// Share of each category among the first places.
    pub first: Vec<f64>,
    /// The same among the second places.
    pub second: Vec<f64>,
    /// ok, few, or why there is no alpha.
    pub status: &'static str,
    /// firm, tentative, below, or empty.
    pub reading: &'static str,
}

/// How far two blind reviewers agree on the verdict, as far as every figure needs to know.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct OnVerdict {
    /// Items with two locked blind reviews.
    pub pairs: u64,
    /// Those on which both reached the same verdict.
    pub same: u64,
    /// Krippendorff's alpha of the six verdicts, where it is defined.
    pub alpha: Option<f64>,
    /// Alpha of each verdict against all others, in the order of the verdicts: what a share of that verdict rests on.
    pub of_each: Vec<Option<f64>>,
    /// Questions that decide verdicts and on which alpha is below 0.667.
    pub questions_below: Vec<String>,
}

impl OnVerdict {
    /// Counts the pairs under the major version in use.
    pub fn read(vault: &Vault) -> Result<Self> {
        let mut found = Self::of_pairs(&vault.verdict_pairs()?);
        // Fewer pairs tell nothing of any question.
        if found.pairs >= RELIED_FROM as u64 {
            let rubric = vault.rubric(&vault.method_in_use()?)?;
            found.questions_below = Rated::read(vault, &rubric, vault.major()?)?.deciding_below();
        }
        Ok(found)
    }

    /// Measures counted pairs: verdict of the first place, of the second, how many.
    #[must_use]
    pub fn of_pairs(pairs: &[(String, String, u64)]) -> Self {
        Self::of(pairs.iter().map(|(first, second, n)| (first.as_str(), second.as_str(), *n)))
    }

    /// The same from what is kept: which items count is told by the frame, and answers that were compared once are not read again.
    pub fn kept(vault: &Vault, frame: &Frame, compared: &mut Compared) -> Result<Self> {
        let mut pairs = vault.pairs_of(vault.major()?)?;
        let items: Vec<_> = pairs.iter().map(|pair| pair.order_item).collect();
        let mut counts = frame.in_shares(&items).into_iter();
        pairs.retain(|_| counts.next().unwrap_or(false));
        let mut found = Self::of(pairs.iter().map(|pair| (pair.first.as_str(), pair.second.as_str(), 1)));
        if found.pairs >= RELIED_FROM as u64 {
            let rubric = vault.rubric(&vault.method_in_use()?)?;
            let keys: Vec<_> = pairs.iter().map(|pair| (pair.order_item, pair.cycle)).collect();
            found.questions_below = compared.below(vault, &rubric, &keys)?;
        }
        Ok(found)
    }

    fn of<'p>(pairs: impl Iterator<Item = (&'p str, &'p str, u64)>) -> Self {
        let place = |verdict: &str| VERDICTS.iter().position(|v| *v == verdict);
        let mut table = vec![vec![0_u64; VERDICTS.len()]; VERDICTS.len()];
        let mut found = Self::default();
        for (first, second, n) in pairs {
            found.pairs += n;
            found.same += if first == second { n } else { 0 };
            let (Some(row), Some(column)) = (place(first), place(second)) else { continue };
            if let Some(cell) = table.get_mut(row).and_then(|r| r.get_mut(column)) {
                *cell += n;
            }
        }
        found.alpha = alpha_of_two(&table).ok().map(|a| a.alpha);
        found.of_each = alpha_of_each(&table);
        found
    }

    /// Says whether alpha keeps the share of a verdict out of the headline: at least thirty items, and below 0.667 over the six verdicts or
    /// between this one and all others. Reviewers may agree on most verdicts and not on the one that the share is of.
    #[must_use]
    pub fn is_low_for(&self, verdict: &str) -> bool {
        let is_below = |alpha: Option<f64>| alpha.is_some_and(|a| reading(a) == Reading::Below);
        self.pairs >= RELIED_FROM as u64 && (is_below(self.alpha) || is_below(self.alpha_for(verdict)))
    }

    /// Lists the verdicts whose shares it keeps out of the headline.
    #[must_use]
    pub fn disputed(&self) -> Vec<&'static str> {
        VERDICTS.into_iter().filter(|verdict| self.is_low_for(verdict)).collect()
    }

    /// Returns alpha of a verdict against all others, where it is defined.
    #[must_use]
    pub fn alpha_for(&self, verdict: &str) -> Option<f64> {
        self.of_each.get(VERDICTS.iter().position(|v| *v == verdict)?).copied().flatten()
    }
}

fn alpha_of_each(table: &[Vec<u64>]) -> Vec<Option<f64>> {
    (0..table.len()).map(|verdict| alpha_of_two(&against_others(table, verdict)).ok().map(|a| a.alpha)).collect()
}

// The table of two raters with one category kept and all others laid together.
fn against_others(table: &[Vec<u64>], kept: usize) -> Vec<Vec<u64>> {
    let mut laid = vec![vec![0; 2]; 2];
    for (row, counts) in table.iter().enumerate() {
        for (column, n) in counts.iter().enumerate() {
            if let Some(cell) = laid.get_mut(usize::from(row != kept)).and_then(|r| r.get_mut(usize::from(column != kept))) {
                *cell += n;
            }
        }
    }
    laid
}

/// Says whether alpha lets a figure that rests on it stand in a headline. With fewer than thirty items nothing is known of it, and the figure
/// keeps what its own guard allows.
#[must_use]
pub fn heads(measured: &Measured) -> bool {
    measured.n < RELIED_FROM || measured.reading != "below"
}

struct Rating {
    order: usize,
    language: String,
    quarter: String,
    how: String,
    verdicts: [Option<usize>; 2],
    answers: [BTreeMap<String, Given>; 2],
}

struct Given {
    value: String,
    // The reviewer kept what the register answered.
    is_registers: bool,
}

/// Pairs of blind reviews, ready to be measured.
pub struct Rated<'r> {
    rubric: &'r Rubric,
    ratings: Vec<Rating>,
}

impl<'r> Rated<'r> {
    /// Reads the pairs under a major version of the method.
    pub fn read(vault: &Vault, rubric: &'r Rubric, major: u32) -> Result<Self> {
        let mut orders = BTreeMap::new();
        let mut ratings = Vec::new();
        vault.each_pair(major, &mut |pair| {
            let next = orders.len();
            let order = *orders.entry(pair.order).or_insert(next);
            ratings.push(rating(pair, order)?);
            Ok(())
        })?;
        Ok(Self { rubric, ratings })
    }

    /// Returns the number of pairs.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ratings.len()
    }

    /// Returns how many of them a third person decided.
    #[must_use]
    pub fn adjudicated(&self) -> usize {
        self.ratings.iter().filter(|r| r.how == "adjudicated").count()
    }

    /// Returns how many of them are disputed.
    #[must_use]
    pub fn disputed(&self) -> usize {
        self.ratings.iter().filter(|r| r.how.is_empty()).count()
    }

    /// Measures the six verdicts.
    #[must_use]
    pub fn verdict(&self) -> Measured {
        let all: Vec<&Rating> = self.ratings.iter().collect();
        verdicts_of(&all)
    }

    /// Measures legitimate criticism against all else.
    #[must_use]
    pub fn criticism(&self) -> Measured {
        let wanted = VERDICTS.iter().position(|v| *v == "legitimate_criticism");
        let units: Vec<Vec<Option<usize>>> =
            self.ratings.iter().map(|r| r.verdicts.iter().map(|v| v.map(|v| usize::from(Some(v) != wanted))).collect()).collect();
        measure(&units, &self.orders(), ["legitimate_criticism", "other"].map(str::to_owned).to_vec())
    }

    /// Measures every question, in the order of the rubric.
    #[must_use]
    pub fn questions(&self) -> Vec<(String, Measured)> {
        self.rubric.questions().iter().map(|q| (q.code.clone(), self.question(q))).collect()
    }

    fn orders(&self) -> Vec<usize> {
        self.ratings.iter().map(|r| r.order).collect()
    }

    // Questions whose answers decide verdicts, with enough answers of both and too little agreement.
    fn deciding_below(&self) -> Vec<String> {
        let is_below = |q: &&Question| {
            let (units, categories) = self.units(q);
            let both = units.iter().filter(|unit| unit.iter().all(Option::is_some)).count();
            let alpha = krippendorff_alpha(&units, categories.len(), Metric::Nominal);
            both >= RELIED_FROM && alpha.is_ok_and(|a| reading(a.alpha) == Reading::Below)
        };
        deciding(self.rubric).filter(is_below).map(|q| q.code.clone()).collect()
    }

    fn units(&self, question: &Question) -> (Vec<Vec<Option<usize>>>, Vec<String>) {
        let mut scale = Scale::of(self.rubric, question);
        let mut of_both = |rating: &Rating| {
            let [first, second] = &rating.answers;
            scale.places([first.get(&question.code), second.get(&question.code)]).to_vec()
        };
        let units = self.ratings.iter().map(&mut of_both).collect();
        (units, scale.categories)
    }

    fn question(&self, question: &Question) -> Measured {
        let (units, categories) = self.units(question);
        let mut measured = measure(&units, &self.orders(), categories);
        if question.several {
            // Its categories are the combinations that happen to occur; AC1 asks for those that could.
            measured.ac1 = None;
        }
        measured
    }

    /// Measures the verdict by quarter of locking and by language of the item.
    #[must_use]
    pub fn slices(&self) -> Vec<(&'static str, String, Measured)> {
        let mut found = Vec::new();
        for (of, name) in
            [("quarter", (|r: &Rating| r.quarter.clone()) as fn(&Rating) -> String), ("language", |r| r.language.clone())]
        {
            let mut groups: BTreeMap<String, Vec<&Rating>> = BTreeMap::new();
            for rating in &self.ratings {
                groups.entry(name(rating)).or_default().push(rating);
            }
            found.extend(groups.into_iter().map(|(name, ratings)| (of, name, verdicts_of(&ratings))));
        }
        found
    }
}

/// Returns the questions whose answers decide verdicts.
pub fn deciding(rubric: &Rubric) -> impl Iterator<Item = &Question> {
    let decides = |q: &&Question| rubric.inputs().iter().any(|input| rubric.asked_by(input).contains(&q.code));
    rubric.questions().iter().filter(decides)
}

// Answers to one question as places among its categories.
struct Scale<'r> {
    rubric: &'r Rubric,
    question: &'r Question,
    is_usual: bool,
    categories: Vec<String>,
}

impl<'r> Scale<'r> {
    fn of(rubric: &'r Rubric, question: &'r Question) -> Self {
        let is_usual = question.scale.iter().any(|v| v == "LY");
        let categories = if is_usual { STATES.map(str::to_owned).to_vec() } else { question.scale.clone() };
        Self { rubric, question, is_usual, categories }
    }

    // What both places answered. What the register answered for both is nobody's judgement; where one kept it and the other judged, both have an
    // answer, or what was overturned would not be seen.
    fn places(&mut self, given: [Option<&Given>; 2]) -> [Option<usize>; 2] {
        if given.iter().all(|answer| answer.is_none_or(|a| a.is_registers)) {
            return [None, None];
        }
        given.map(|answer| self.place(answer.map_or("", |a| a.value.as_str())))
    }

    fn place(&mut self, value: &str) -> Option<usize> {
        if value.is_empty() {
            return None;
        }
        let name = match self.rubric.met(&self.question.code, value).filter(|_| self.is_usual) {
            Some(true) => "met",
            Some(false) => "not_met",
            None => value,
        };
        // Several values together are a category of their own.
        let known = self.categories.iter().position(|c| c == name);
        Some(known.unwrap_or_else(|| {
            self.categories.push(name.to_owned());
            self.categories.len() - 1
        }))
    }
}

fn given_of(json: &str) -> Result<BTreeMap<String, Given>> {
    let answers = written(json).ok_or(Error::Inside("answers are unreadable"))?;
    let given = answers.into_iter().map(|a| {
        let is_registers = a.is_registers();
        (a.code.into_owned(), Given { value: a.value.into_owned(), is_registers })
    });
    Ok(given.collect())
}

fn rating(pair: Pair, order: usize) -> Result<Rating> {
    let place = |verdict: &str| VERDICTS.iter().position(|v| *v == verdict);
    // The quarter by the clock of Kazakhstan, where the reviewers sit.
    let day = chrono::DateTime::from_timestamp(pair.at + i64::from(ASTANA) * 60, 0);
    Ok(Rating {
        order,
        language: pair.language,
        quarter: day.map(|d| format!("{}-Q{}", d.year(), (d.month() - 1) / 3 + 1)).unwrap_or_default(),
        how: pair.how,
        verdicts: [place(&pair.first.0), place(&pair.second.0)],
        answers: [given_of(&pair.first.1)?, given_of(&pair.second.1)?],
    })
}

fn verdicts_of(ratings: &[&Rating]) -> Measured {
    let units: Vec<Vec<Option<usize>>> = ratings.iter().map(|r| r.verdicts.to_vec()).collect();
    let orders: Vec<usize> = ratings.iter().map(|r| r.order).collect();
    measure(&units, &orders, VERDICTS.map(str::to_owned).to_vec())
}

fn measure(units: &[Vec<Option<usize>>], orders: &[usize], categories: Vec<String>) -> Measured {
    let q = categories.len();
    let both: Vec<(usize, usize)> = units
        .iter()
        .filter_map(|unit| match unit.as_slice() {
            [Some(one), Some(other)] => Some((*one, *other)),
            _ => None,
        })
        .collect();
    let n = both.len();
    let mut matrix = vec![vec![0_u64; q]; q];
    for (one, other) in &both {
        if let Some(cell) = matrix.get_mut(*one).and_then(|row| row.get_mut(*other)) {
            *cell += 1;
        }
    }
    let alpha = krippendorff_alpha(units, q, Metric::Nominal);
    let replicates = u32::try_from(DRAWS_MAX / n.max(1)).unwrap_or(u32::MAX).clamp(REPLICATES_MIN, REPLICATES);
    let interval = (n >= INTERVAL_FROM && alpha.is_ok())
        .then(|| bootstrap_alpha_clusters(units, orders, q, Metric::Nominal, (replicates, SEED), LEVEL).ok())
        .flatten();
    let rates = base_rates(units, q);
    let of = |place: usize| rates.get(place).cloned().unwrap_or_else(|| vec![0.0; q]);
    Measured {
        n,
        percent: percent_agreement(units, q).ok(),
        kappa: cohen_kappa(&matrix, Weights::None, LEVEL).ok().map(|k| k.kappa),
        interval: interval.map(|b| (b.low, b.high)),
        ac1: gwet_ac1(units, q).ok().map(|a| a.ac1),
        first: of(0),
        second: of(1),
        status: match &alpha {
            Ok(_) if n < RELIED_FROM => "few",
            Ok(_) => "ok",
            Err(why) => why.code(),
        },
        reading: match alpha.as_ref().map(|a| reading(a.alpha)) {
            Ok(Reading::Firm) => "firm",
            Ok(Reading::Tentative) => "tentative",
            Ok(Reading::Below) => "below",
            Err(_) => "",
        },
        alpha: alpha.ok().map(|a| a.alpha),
        categories,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CRITICISM: usize = 1;
    const MIXED: usize = 2;

    fn on(pairs: &[(usize, usize, u64)]) -> OnVerdict {
        let mut table = vec![vec![0; VERDICTS.len()]; VERDICTS.len()];
        pairs.iter().for_each(|(first, second, n)| table[*first][*second] += n);
        OnVerdict {
            pairs: pairs.iter().map(|(.., n)| n).sum(),
            alpha: alpha_of_two(&table).ok().map(|a| a.alpha),
            of_each: alpha_of_each(&table),
            ..OnVerdict::default()
        }
    }

    #[test]
    fn a_share_leaves_the_headline_where_its_own_verdict_is_disputed() {
        // Five verdicts without a dispute, and half of the criticism taken for mixed.
        let found = on(&[(0, 0, 20), (3, 3, 20), (4, 4, 20), (5, 5, 20), (CRITICISM, CRITICISM, 10), (CRITICISM, MIXED, 10)]);
        assert!(found.alpha.unwrap() > 0.8, "{found:?}");
        assert!(found.alpha_for("legitimate_criticism").unwrap() < 0.667, "{found:?}");
        assert!(found.is_low_for("legitimate_criticism") && found.is_low_for("mixed"));
        assert!(!found.is_low_for("real_bullying"));
    }

    #[test]
    fn fewer_than_thirty_pairs_keep_nothing_from_a_headline() {
        let few = |n| on(&[(0, 0, n), (CRITICISM, MIXED, n), (MIXED, CRITICISM, n)]);
        assert!(!few(9).is_low_for("legitimate_criticism"));
        assert!(few(10).is_low_for("legitimate_criticism"));
    }

    fn rated(answers: &[(&str, bool, &str, bool)], code: &str) -> Vec<Rating> {
        let given =
            |value: &str, is_registers| BTreeMap::from([(code.to_owned(), Given { value: value.to_owned(), is_registers })]);
        let one = |(order, (first, kept, second, also)): (usize, &(&str, bool, &str, bool))| Rating {
            order,
            language: String::new(),
            quarter: String::new(),
            how: String::new(),
            verdicts: [Some(CRITICISM), Some(CRITICISM)],
            answers: [given(first, *kept), given(second, *also)],
        };
        answers.iter().enumerate().map(one).collect()
    }

    #[test]
    fn a_deciding_question_on_which_reviewers_differ_is_named_and_others_are_not() {
        let rubric = Rubric::load().unwrap();
        let below = |code: &str, same: usize, apart: usize| {
            let answers: Vec<_> = (0..same)
                .map(|n| if n % 2 == 0 { ("Y", false, "Y", false) } else { ("N", false, "N", false) })
                .chain((0..apart).map(|_| ("Y", false, "N", false)))
                .collect();
            Rated { rubric, ratings: rated(&answers, code) }.deciding_below()
        };
        assert_eq!(below("A10", 20, 15), ["A10"]);
        assert_eq!(below("A10", 34, 1), Vec::<String>::new());
        assert_eq!(below("A10", 10, 15), Vec::<String>::new(), "twenty-five answers tell too little");
        assert_eq!(below("B7", 20, 15), Vec::<String>::new(), "no verdict depends on it");
    }

    #[test]
    fn what_one_kept_of_the_register_and_the_other_overturned_is_a_disagreement() {
        let rubric = Rubric::load().unwrap();
        let question = rubric.questions().iter().find(|q| q.code == "B14").unwrap();
        let measured = |answers: &[(&str, bool, &str, bool)]| {
            let found = Rated { rubric, ratings: rated(answers, "B14") }.question(question);
            (found.n, found.percent)
        };
        assert_eq!(measured(&[("LN", true, "LN", true)]), (0, None), "nobody judged");
        assert_eq!(measured(&[("LN", true, "LY", false), ("LY", false, "LY", true)]), (2, Some(0.5)));
    }
}
