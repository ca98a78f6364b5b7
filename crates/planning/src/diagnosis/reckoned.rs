//! How a figure follows from variables, whatever a variable is known by: its name in the catalogue, or its number in a block
//! once a table looks up a hundred thousand of them.

use miedza_statistics::Error;
use miedza_statistics::aggregate::{AreaFigure, Rule, aggregate};
use miedza_territory::UnitIx;
use serde::Serialize;

use super::indicator::Variable;

/// A variable in a sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part<V = Variable> {
    /// The variable.
    pub variable: V,
    /// Whether it is taken away.
    pub is_taken_away: bool,
}

/// How an indicator follows from variables.
#[derive(Clone, Debug, PartialEq)]
pub enum Reckoned<V = Variable> {
    /// A sum; the figure of an area is the sum of its members.
    Sum(Vec<Part<V>>),
    /// One sum divided by another, times a number; the figure of an area is the ratio of the sums of its members.
    Ratio {
        /// The dividend.
        above: Vec<Part<V>>,
        /// The divisor.
        below: Vec<Part<V>>,
        /// The factor, such as 1,000 for "per 1,000 inhabitants".
        times: f64,
    },
    /// As the source gives it; the figure of an area is the mean of its members by a weight, and there is none without one.
    Published {
        /// The variable.
        variable: V,
        /// What the members are weighted by.
        weight: Option<V>,
    },
}

/// The way in which an indicator is reckoned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// A count that adds up.
    Sum,
    /// A ratio of sums.
    Ratio,
    /// Published as a rate, with a weight for the mean of an area.
    Weighted,
    /// Published as a rate that nothing of an area follows from.
    NotAddable,
}

impl<V> Reckoned<V> {
    /// The same with variables known by something else.
    pub fn known_by<W>(&self, name: impl Fn(&V) -> W) -> Reckoned<W> {
        let parts = |parts: &[Part<V>]| -> Vec<Part<W>> {
            parts.iter().map(|part| Part { variable: name(&part.variable), is_taken_away: part.is_taken_away }).collect()
        };
        match self {
            Self::Sum(all) => Reckoned::Sum(parts(all)),
            Self::Ratio { above, below, times } => Reckoned::Ratio { above: parts(above), below: parts(below), times: *times },
            Self::Published { variable, weight } => {
                Reckoned::Published { variable: name(variable), weight: weight.as_ref().map(name) }
            }
        }
    }

    /// The way in which it is reckoned.
    #[must_use]
    pub const fn form(&self) -> Form {
        match self {
            Self::Sum(_) => Form::Sum,
            Self::Ratio { .. } => Form::Ratio,
            Self::Published { weight: Some(_), .. } => Form::Weighted,
            Self::Published { weight: None, .. } => Form::NotAddable,
        }
    }

    /// Whether something is taken away in it.
    #[must_use]
    pub fn is_balance(&self) -> bool {
        match self {
            Self::Sum(parts) | Self::Ratio { above: parts, .. } => parts.iter().any(|part| part.is_taken_away),
            Self::Published { .. } => false,
        }
    }

    /// The variables of the figure of a unit, in the order of the definition.
    #[must_use]
    pub fn own_variables(&self) -> Vec<&V> {
        match self {
            Self::Sum(parts) => parts.iter().map(|part| &part.variable).collect(),
            Self::Ratio { above, below, .. } => above.iter().chain(below).map(|part| &part.variable).collect(),
            Self::Published { variable, .. } => vec![variable],
        }
    }

    /// The variables of the figure of an area: those of a unit, and the weight.
    #[must_use]
    pub fn variables(&self) -> Vec<&V> {
        let weight = match self {
            Self::Published { weight, .. } => weight.as_ref(),
            Self::Sum(_) | Self::Ratio { .. } => None,
        };
        self.own_variables().into_iter().chain(weight).collect()
    }

    /// The variables that something is divided or weighted by.
    #[must_use]
    pub fn divisors(&self) -> Vec<&V> {
        match self {
            Self::Ratio { below, .. } => below.iter().map(|part| &part.variable).collect(),
            Self::Published { weight, .. } => weight.iter().collect(),
            Self::Sum(_) => Vec::new(),
        }
    }

    /// The figure of one unit, from the values of its variables; `None` if one of them is missing, or for a division by 0.
    pub fn of_unit(&self, value: impl Fn(&V) -> Option<f64>) -> Option<f64> {
        match self {
            Self::Sum(parts) => sum(parts, &value),
            Self::Ratio { above, below, times } => ratio(sum(above, &value)?, sum(below, &value)?, *times),
            Self::Published { variable, .. } => value(variable),
        }
    }

    /// The figure of an area of so many members, from the values of the variables of each, with what is missing in it.
    ///
    /// # Errors
    /// [`Error`] for a value that is no finite number, and for a weight or divisor below 0.
    pub fn of_area(&self, members: usize, value: impl Fn(usize, &V) -> Option<f64>) -> Result<AreaFigure, Error> {
        let of = |variable: &V| -> Vec<Option<f64>> { (0..members).map(|member| value(member, variable)).collect() };
        let sums = |parts: &[Part<V>]| -> Vec<Option<f64>> {
            (0..members).map(|member| sum(parts, &|variable: &V| value(member, variable))).collect()
        };
        let all: Vec<UnitIx> = (0..members).map(UnitIx::new).collect();
        match self {
            Self::Sum(parts) => aggregate(&sums(parts), &all, Rule::Sum),
            Self::Ratio { above, below, times } => {
                let found = aggregate(&sums(above), &all, Rule::RatioOfSums(&sums(below)))?;
                let scaled = |figure: Option<f64>| figure.map(|figure| figure * times);
                Ok(AreaFigure { value: scaled(found.value), of_known: scaled(found.of_known), ..found })
            }
            Self::Published { variable, weight: Some(weight) } => aggregate(&of(variable), &all, Rule::WeightedMean(&of(weight))),
            Self::Published { variable, weight: None } => aggregate(&of(variable), &all, Rule::NotAddable),
        }
    }
}

fn sum<V>(parts: &[Part<V>], value: &impl Fn(&V) -> Option<f64>) -> Option<f64> {
    let signed = |part: &Part<V>| value(&part.variable).map(|value| if part.is_taken_away { -value } else { value });
    parts.iter().map(signed).sum()
}

/// `None` where nothing can be divided by.
fn ratio(above: f64, below: f64, times: f64) -> Option<f64> {
    (below != 0.0).then(|| above / below * times)
}
