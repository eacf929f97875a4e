//! Why a figure does not exist. A figure that cannot be made is an answer with a reason, never 0, 1 or a not-a-number.

/// Why there is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undefined {
    /// The denominator is empty.
    NZero,
    /// Only one category occurs: even if all agree, chance would have them agree too.
    NoVariation,
    /// No unit has two ratings.
    NoPairableValues,
    /// Units have different numbers of ratings, and the method needs the same number for each.
    UnequalRatings,
    /// All observations hang together: what differs between clusters cannot be seen from one.
    SingleCluster,
    /// A stratum holds one item: how items of it differ cannot be seen.
    StratumWithSingleItem,
    /// No replicate was asked for, or more than one in twenty has no number of its own.
    TooFewReplicates,
    /// A row or column of the table is empty.
    ZeroMargin,
    /// Every stratum has an empty row or column.
    NoInformativeStratum,
    /// No group holds two decided items.
    NoPairs,
    /// Nothing happened.
    NoEvents,
    /// Nothing was watched for any length of time.
    ZeroExposure,
    /// A time after the last observation: curves are not drawn on beyond it.
    BeyondFollowUp,
    /// The curve does not come down to the asked share.
    NotReached,
    /// For a while nobody was under watch, or the event struck everyone who was, though others came under watch later: the curve
    /// cannot be known from there on.
    WatchInterrupted,
    /// A combination of terms stands where nothing happened and nowhere else: its coefficient would be infinite.
    Separated,
    /// One column of a model is a combination of others.
    CollinearTerms,
    /// As many terms as observations, or more.
    NoResidualDegreesOfFreedom,
    /// The iterations did not settle.
    NotConverged,
    /// A list holds nothing.
    EmptyList,
    /// The method compares three lists or more.
    FewerThanThreeLists,
    /// Models of more than five lists are not made: there are too many to read.
    MoreThanFiveLists,
    /// No two lists share a case: any number of unseen ones fits.
    NoPairwiseOverlap,
    /// Right guesses are not more frequent than wrong ones: the data fit any share.
    YoudenNotPositive,
    /// Two ratings of an item never tell error from truth.
    FewerThanThreeRatingsPerItem,
    /// The two groups have the same share: their tables tell nothing apart.
    ProportionalStrata,
    /// A category outside the list, a table that is not square, lengths that differ, a level outside (0, 1), a number that is not finite.
    Malformed,
}

impl Undefined {
    /// Returns its code, that of the reference cases where they have one.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NZero => "n_zero",
            Self::NoVariation => "no_variation",
            Self::NoPairableValues => "no_pairable_values",
            Self::UnequalRatings => "unequal_ratings",
            Self::SingleCluster => "single_cluster",
            Self::StratumWithSingleItem => "stratum_with_single_item",
            Self::TooFewReplicates => "too_few_replicates",
            Self::ZeroMargin => "zero_margin",
            Self::NoInformativeStratum => "no_informative_stratum",
            Self::NoPairs => "no_pairs",
            Self::NoEvents => "no_events",
            Self::ZeroExposure => "zero_exposure",
            Self::BeyondFollowUp => "beyond_follow_up",
            Self::NotReached => "not_reached",
            Self::WatchInterrupted => "watch_interrupted",
            Self::Separated => "separated",
            Self::CollinearTerms => "collinear_terms",
            Self::NoResidualDegreesOfFreedom => "no_residual_degrees_of_freedom",
            Self::NotConverged => "not_converged",
            Self::EmptyList => "empty_list",
            Self::FewerThanThreeLists => "fewer_than_three_lists",
            Self::MoreThanFiveLists => "more_than_five_lists",
            Self::NoPairwiseOverlap => "no_pairwise_overlap",
            Self::YoudenNotPositive => "youden_not_positive",
            Self::FewerThanThreeRatingsPerItem => "fewer_than_three_ratings_per_item",
            Self::ProportionalStrata => "proportional_strata",
            Self::Malformed => "malformed",
        }
    }

    /// Returns `not_identified` where no amount of data of this kind would tell, and `undefined` otherwise.
    #[must_use]
    pub const fn status(self) -> &'static str {
        match self {
            Self::NoPairwiseOverlap | Self::YoudenNotPositive | Self::FewerThanThreeRatingsPerItem | Self::ProportionalStrata => {
                "not_identified"
            }
            _ => "undefined",
        }
    }
}
