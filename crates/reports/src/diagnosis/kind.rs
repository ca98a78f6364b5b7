//! The nineteen chapters of a diagnostic report and their order.

use serde::{Deserialize, Serialize};

/// The chapters of a diagnostic report, in their order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChapterKind {
    /// Introduction, legal and process basis.
    #[default]
    Introduction,
    /// Area and members, delimitation.
    Area,
    /// Method, data years, limits.
    Method,
    /// Functional links: commuting, services, schools, transport.
    Links,
    /// Demography.
    Demography,
    /// Economy and labour market.
    Economy,
    /// Local finance and investment.
    Finance,
    /// Social services.
    Services,
    /// Housing and technical infrastructure.
    Housing,
    /// Transport and accessibility.
    Transport,
    /// Environment, climate, biodiversity.
    Environment,
    /// Space and planning documents.
    Space,
    /// Tourism and heritage.
    Tourism,
    /// Civil society and cooperation so far.
    Cooperation,
    /// Survey results.
    Survey,
    /// Position against the peer group.
    Position,
    /// SWOT.
    Swot,
    /// Potentials, barriers, challenges.
    Challenges,
    /// Conclusions for the strategy.
    Conclusions,
}

impl ChapterKind {
    /// All chapters, in their order.
    pub const ALL: [Self; 19] = [
        Self::Introduction,
        Self::Area,
        Self::Method,
        Self::Links,
        Self::Demography,
        Self::Economy,
        Self::Finance,
        Self::Services,
        Self::Housing,
        Self::Transport,
        Self::Environment,
        Self::Space,
        Self::Tourism,
        Self::Cooperation,
        Self::Survey,
        Self::Position,
        Self::Swot,
        Self::Challenges,
        Self::Conclusions,
    ];

    /// Its name in keys and files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Introduction => "introduction",
            Self::Area => "area",
            Self::Method => "method",
            Self::Links => "links",
            Self::Demography => "demography",
            Self::Economy => "economy",
            Self::Finance => "finance",
            Self::Services => "services",
            Self::Housing => "housing",
            Self::Transport => "transport",
            Self::Environment => "environment",
            Self::Space => "space",
            Self::Tourism => "tourism",
            Self::Cooperation => "cooperation",
            Self::Survey => "survey",
            Self::Position => "position",
            Self::Swot => "swot",
            Self::Challenges => "challenges",
            Self::Conclusions => "conclusions",
        }
    }
}
