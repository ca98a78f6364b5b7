//! Peer groups: with which municipalities a municipality or an area is compared, and what made them the group.
//!
//! A group is made by a rule from candidates that the caller knows: their kind, county, inhabitants and functional type. The
//! rule stays with the group, with what could not be decided, so that a reader can tell why a municipality is in or out.
//! Members of the area are kept out unless they are asked for, since nobody is a peer of himself.
//!
//! Functional types (such as those of Śleszyński & Komornicki 2016) come from an imported list and are not reckoned here.

mod nearest;
#[cfg(test)]
mod tests;
mod weights;

use std::collections::{BTreeMap, BTreeSet};

use miedza_territory::{Kind, UnitCode, Units};
use serde::Serialize;
use thiserror::Error;

pub use nearest::{Nearest, Subject, Weighed, nearest};
pub use weights::{GREATEST_WEIGHT, MOST_WEIGHED, WeightsError, weights, written};

/// A municipality that may be a peer, with what is known of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// Its code.
    pub unit: UnitCode,
    /// Urban, rural or urban-rural.
    pub kind: Option<Kind>,
    /// Its county.
    pub county: Option<UnitCode>,
    /// Its inhabitants.
    pub inhabitants: Option<f64>,
    /// Its functional type in the list that the caller holds.
    pub functional_type: Option<String>,
}

/// Whether members of the area may be their own peers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Members {
    /// They are kept out.
    #[default]
    KeptOut,
    /// They take part like any other.
    TakePart,
}

/// Who may be chosen from.
#[derive(Clone, Copy, Debug)]
pub struct Field<'a> {
    /// The candidates, in any order, each once.
    pub candidates: &'a [Candidate],
    /// The members of the area, by the same codes.
    pub members: &'a [UnitCode],
    /// What is done with members.
    pub with: Members,
}

/// A class of sizes by inhabitants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct SizeClass {
    /// Fewest inhabitants.
    pub from: u32,
    /// Below so many; `None` for the largest class.
    pub below: Option<u32>,
}

/// The classes, smallest first.
pub const SIZE_CLASSES: [SizeClass; 6] = [
    SizeClass { from: 0, below: Some(5_000) },
    SizeClass { from: 5_000, below: Some(10_000) },
    SizeClass { from: 10_000, below: Some(20_000) },
    SizeClass { from: 20_000, below: Some(50_000) },
    SizeClass { from: 50_000, below: Some(100_000) },
    SizeClass { from: 100_000, below: None },
];

impl SizeClass {
    /// The class of a number of inhabitants.
    ///
    /// ```
    /// use miedza_planning::diagnosis::peers::SizeClass;
    ///
    /// assert_eq!(SizeClass::of(12_664.0), Some(SizeClass { from: 10_000, below: Some(20_000) }));
    /// ```
    #[must_use]
    pub fn of(inhabitants: f64) -> Option<Self> {
        SIZE_CLASSES.into_iter().find(|class| class.holds(inhabitants))
    }

    fn holds(self, inhabitants: f64) -> bool {
        inhabitants >= f64::from(self.from) && self.below.is_none_or(|below| inhabitants < f64::from(below))
    }
}

/// A functional type, of one class of sizes if it is given.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct TypeOfSize {
    /// The type as its list calls it.
    pub functional_type: String,
    /// The class.
    pub size: Option<SizeClass>,
}

/// What makes a group.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case", tag = "by")]
pub enum Rule {
    /// All candidates, such as those of the country or of a voivodeship.
    All {
        /// What the candidates are called.
        named: String,
    },
    /// Those of counties, such as the counties around.
    Counties {
        /// Codes of the counties.
        counties: BTreeSet<UnitCode>,
    },
    /// Those of one kind, and of one class of sizes if it is given.
    SameKind {
        /// The kind.
        kind: Kind,
        /// The class.
        size: Option<SizeClass>,
    },
    /// Those of functional types, each of any size or of a class of sizes.
    FunctionalTypes {
        /// What the list of types is called, with its year.
        list: String,
        /// The types.
        types: BTreeSet<TypeOfSize>,
    },
    /// A list of one's own.
    Own {
        /// What the list is called.
        named: String,
        /// The units.
        units: BTreeSet<UnitCode>,
    },
    /// Those most like a unit or the area in what was measured.
    Nearest(Nearest),
}

/// A unit of a group.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PeerUnit {
    /// The unit.
    pub unit: UnitCode,
    /// Its functional type; `None` unless the rule asks for it.
    pub functional_type: Option<String>,
    /// How far it is in standard deviations; `None` unless the rule measures.
    pub distance: Option<f64>,
    /// Share of the weights of the figures that both have, one half to 1; `None` unless the rule measures.
    pub coverage: Option<f64>,
    /// Codes of the indicators that it lacks; empty unless the rule measures.
    pub lacks: Vec<String>,
}

/// Why an indicator told nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WhyLeftOut {
    /// The one that peers are looked for lacks it.
    SubjectLacksIt,
    /// Fewer than two candidates have it.
    TooFewKnown,
    /// All have the same.
    AllEqual,
}

/// What a group was made by, for a reader.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Told {
    /// How many candidates there were.
    pub candidates: usize,
    /// Members that the rule would have taken and that were kept out, by code.
    pub members_kept_out: Vec<UnitCode>,
    /// Candidates of which is not known what the rule asks, by code; they are not in the group.
    pub undecided: Vec<UnitCode>,
    /// Units of an own list that are no candidates, by code.
    pub unknown: Vec<UnitCode>,
    /// Indicators that were left out of the distance, with the reason, by code.
    pub left_out: BTreeMap<String, WhyLeftOut>,
    /// The year of each indicator that the distance was measured by, by code.
    pub years: BTreeMap<String, u16>,
}

/// A peer group.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PeerGroup {
    /// What made it.
    pub rule: Rule,
    /// Its units: by code, or nearest first if the rule measures.
    pub units: Vec<PeerUnit>,
    /// What could not be decided or was left out.
    pub told: Told,
}

/// Why there is no peer group.
#[derive(Clone, Debug, PartialEq, Error)]
#[non_exhaustive]
pub enum PeersError {
    /// Nobody meets the rule.
    #[error("none of {candidates} candidates meets the rule; widen it, or take more candidates")]
    Nobody {
        /// How many candidates there were.
        candidates: usize,
    },
    /// An indicator is not in the catalogue.
    #[error("the catalogue has no indicator {code}; take one of its codes")]
    UnknownIndicator {
        /// The code.
        code: String,
    },
    /// The subject lacks more than half of what is asked.
    #[error("less than half of the weights is left once {lacking} are left out; choose indicators that are known of it")]
    TooLittleKnown {
        /// The indicators that tell nothing.
        lacking: String,
    },
    /// Members are kept out of the area of which peers are sought, and there is none.
    #[error("the area has no members, so nothing is known of it; name its members")]
    NoMembers,
    /// A figure cannot be used.
    #[error(transparent)]
    Figure(#[from] miedza_statistics::Error),
}

/// The group that a rule makes, by code. A rule that measures needs figures: [`nearest()`].
///
/// # Errors
/// [`PeersError::Nobody`] if no candidate is left; for [`Rule::Nearest`] too, which finds nobody without figures.
pub fn group(rule: Rule, field: Field<'_>) -> Result<PeerGroup, PeersError> {
    let mut told = Told { candidates: field.candidates.len(), ..Told::default() };
    let mut chosen = Vec::new();
    for candidate in field.candidates {
        match rule.takes(candidate) {
            None => told.undecided.push(candidate.unit.clone()),
            Some(true) if field.keeps_out(&candidate.unit) => told.members_kept_out.push(candidate.unit.clone()),
            Some(true) => chosen.push(candidate),
            Some(false) => {}
        }
    }
    if let Rule::Own { units, .. } = &rule {
        let is_known = |unit: &&UnitCode| field.candidates.iter().any(|candidate| candidate.unit == **unit);
        told.unknown = units.iter().filter(|unit| !is_known(unit)).cloned().collect();
    }
    if chosen.is_empty() {
        return Err(PeersError::Nobody { candidates: told.candidates });
    }
    told.undecided = by_code(told.undecided);
    told.members_kept_out = by_code(told.members_kept_out);
    let by_types = matches!(rule, Rule::FunctionalTypes { .. });
    let types: BTreeMap<&UnitCode, Option<&String>> =
        chosen.iter().map(|candidate| (&candidate.unit, candidate.functional_type.as_ref().filter(|_| by_types))).collect();
    let peer = |unit: UnitCode| {
        let functional_type = types.get(&unit).copied().flatten().cloned();
        PeerUnit { unit, functional_type, distance: None, coverage: None, lacks: Vec::new() }
    };
    let codes = by_code(chosen.iter().map(|candidate| candidate.unit.clone()).collect());
    Ok(PeerGroup { units: codes.into_iter().map(peer).collect(), rule, told })
}

impl Field<'_> {
    fn keeps_out(&self, unit: &UnitCode) -> bool {
        self.with == Members::KeptOut && self.members.contains(unit)
    }
}

impl Rule {
    /// Whether a candidate is taken; `None` if what the rule asks is not known of it.
    fn takes(&self, candidate: &Candidate) -> Option<bool> {
        match self {
            Self::All { .. } => Some(true),
            Self::Counties { counties } => candidate.county.as_ref().map(|county| counties.contains(county)),
            Self::SameKind { kind, size } => match (candidate.kind, size) {
                (Some(of_candidate), _) if of_candidate != *kind => Some(false),
                (Some(_), None) => Some(true),
                (Some(_), Some(size)) => candidate.inhabitants.map(|inhabitants| size.holds(inhabitants)),
                (None, _) => None,
            },
            Self::FunctionalTypes { types, .. } => candidate.is_of(types),
            Self::Own { units, .. } => Some(units.contains(&candidate.unit)),
            Self::Nearest(_) => Some(false),
        }
    }
}

impl Candidate {
    /// Whether it is of one of these types; `None` if its type, or the inhabitants on which it hangs, are not known.
    fn is_of(&self, types: &BTreeSet<TypeOfSize>) -> Option<bool> {
        let own = self.functional_type.as_ref()?;
        let mut sizes = types.iter().filter(|one| one.functional_type == *own).map(|one| one.size).peekable();
        if sizes.peek().is_none() {
            return Some(false);
        }
        let fits = |size: Option<SizeClass>| match size {
            None => Some(true),
            Some(size) => self.inhabitants.map(|inhabitants| size.holds(inhabitants)),
        };
        let fitting: Vec<Option<bool>> = sizes.map(fits).collect();
        if fitting.contains(&Some(true)) {
            Some(true)
        } else if fitting.contains(&None) {
            None
        } else {
            Some(false)
        }
    }
}

/// Codes in the order that units have everywhere.
fn by_code(codes: Vec<UnitCode>) -> Vec<UnitCode> {
    Units::new(codes).codes().to_vec()
}
