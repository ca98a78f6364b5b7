//! How a condition came out, and the values that decided it: what is known, and what would have to be known.

use std::collections::BTreeSet;

use miedza_territory::UnitCode;
use serde::Serialize;

use crate::partnership::flag::{Flag, UnitFlag};
use crate::partnership::places::Population;
use crate::values::PartialDate;

/// Most inhabitants of a small county town, unless the condition says otherwise.
pub const SMALL_COUNTY_TOWN: u64 = 20_000;

/// How a condition came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It is missed.
    Missed,
    /// What is known does not decide it.
    Unknown,
    /// It is met.
    Met,
}

impl Verdict {
    /// Its stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Missed => "missed",
            Self::Unknown => "unknown",
            Self::Met => "met",
        }
    }

    pub(super) const fn of(is_met: Option<bool>) -> Self {
        match is_met {
            Some(true) => Self::Met,
            Some(false) => Self::Missed,
            None => Self::Unknown,
        }
    }
}

/// A published list: what it says of its units, its name and its date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// What it says.
    pub flag: Flag,
    /// Its name.
    pub list: String,
    /// Its date.
    pub date: Option<PartialDate>,
}

impl Listed {
    pub(super) fn of(entry: &UnitFlag) -> Self {
        Self { flag: entry.flag, list: entry.list_name.clone(), date: entry.list_date }
    }
}

/// What is not there and would decide, or decides by not being there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lack {
    /// The member is no territorial unit.
    Unit,
    /// No list of this flag is known.
    List,
    /// The number of inhabitants, in the year that is asked for.
    Population,
    /// Whether a county is governed from there.
    CountySeat,
    /// It takes part on another ground than a functional link.
    Linked,
    /// The unit that it is linked to.
    LinkedUnit,
}

/// The values that decided a verdict; what is not known is not there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grounds {
    /// The list that names it.
    pub listed: Option<Listed>,
    /// The newest list that does not name it.
    pub not_on: Option<Listed>,
    /// Inhabitants, with the year.
    pub population: Option<Population>,
    /// What the population or number of members was held against.
    pub limit: Option<u64>,
    /// Whether it is the seat of a county.
    pub is_county_seat: Option<bool>,
    /// Number of members.
    pub members: Option<usize>,
    /// The units it is linked to that meet the conditions.
    pub linked_to: Vec<UnitCode>,
    /// What is not there.
    pub lacking: BTreeSet<Lack>,
}

impl Grounds {
    pub(super) fn lacking(lacks: impl IntoIterator<Item = Lack>) -> Self {
        Self { lacking: lacks.into_iter().collect(), ..Self::default() }
    }
}

/// A verdict with its grounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// How it came out.
    pub verdict: Verdict,
    /// What decided it.
    pub grounds: Grounds,
}

impl Judged {
    pub(super) const fn by(verdict: Verdict, grounds: Grounds) -> Self {
        Self { verdict, grounds }
    }

    /// A list or the values of `other`: whichever comes out better, with the grounds of both.
    pub(super) fn or(self, other: Self) -> Self {
        let Grounds { listed, not_on, lacking, .. } = self.grounds;
        // Where a list decides, nothing else has to be known.
        let lacking = if listed.is_some() { BTreeSet::new() } else { other.grounds.lacking.union(&lacking).copied().collect() };
        let verdict = self.verdict.max(other.verdict);
        Self { verdict, grounds: Grounds { listed, not_on, lacking, ..other.grounds } }
    }
}

/// Whether a unit is a small county town: a seat of a county with at most `limit` inhabitants.
///
/// Too many inhabitants, or not being a seat, decides it even where the other is not known.
#[must_use]
pub fn small_county_town(population: Option<Population>, is_county_seat: Option<bool>, limit: u64) -> Judged {
    let is_small = population.map(|population| population.inhabitants <= limit);
    let is_met = match (is_small, is_county_seat) {
        (Some(false), _) | (_, Some(false)) => Some(false),
        (Some(true), Some(true)) => Some(true),
        _ => None,
    };
    let is_open = is_met.is_none();
    let lacks = [(population.is_none(), Lack::Population), (is_county_seat.is_none(), Lack::CountySeat)];
    let lacking = lacks.into_iter().filter(|(is_lacking, _)| *is_lacking && is_open).map(|(_, lack)| lack).collect();
    let grounds = Grounds { population, is_county_seat, limit: Some(limit), lacking, ..Grounds::default() };
    Judged { verdict: Verdict::of(is_met), grounds }
}
