//! Whether like is decided alike: pairs of like cases, and how far criteria explain decisions.

mod like_cases;
mod predictability;

pub use like_cases::{
    AtRatio, Decided, LikeCases, LikeStatistic, bootstrap_known_discordance, bootstrap_like_cases,
    bootstrap_like_cases_of_clusters, knowledge_table, like_cases,
};
pub use predictability::{Predictability, predictability};
