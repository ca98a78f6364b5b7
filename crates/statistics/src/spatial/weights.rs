//! Spatial weights: who is whose neighbour, and how much it counts.
//!
//! # Source
//! Cliff & Ord (1981) *Spatial processes: models and applications*; Anselin (1988) *Spatial econometrics*, chapter 3.
//!
//! Weights by places look at all pairs: `O(n²)` cheap comparisons, on all cores.

use miedza_territory::{Neighbours, UnitIx, count};
use rayon::prelude::*;

use super::{Error, Places};

/// What is done with the weights of a unit before they are used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standardisation {
    /// Divided by their sum, so that those of each unit with neighbours add up to 1: a lag is a mean of neighbours.
    #[default]
    Row,
    /// Left as they are: 1 for each neighbour (binary), or the inverse of a distance.
    None,
}

/// Which units are neighbours by their places.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reach {
    /// All up to a distance, each with weight 1.
    Band {
        /// The distance in kilometres, above 0; whoever is exactly so far is a neighbour.
        km: f64,
    },
    /// So many nearest ones, each with weight 1; of equally far ones the first in order of codes. Not symmetric.
    Nearest {
        /// How many, at least 1 and fewer than there are units.
        neighbours: usize,
    },
    /// All up to a distance, with weight `d^−power`, `d` in kilometres.
    Inverse {
        /// The distance in kilometres, above 0; infinity takes all.
        km: f64,
        /// The power, above 0: 1 or 2 as a rule.
        power: f64,
    },
}

/// Neighbours of each unit with their weights, neighbours ascending, no unit its own neighbour, every weight above 0.
///
/// Weights are kept as they were made; they are standardised when a figure is made, over the units that have a value.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    rows: Vec<Vec<(UnitIx, f64)>>,
    standardisation: Standardisation,
}

impl Weights {
    /// Of units that touch: weight 1 for each neighbour.
    #[must_use]
    pub fn contiguity(neighbours: &Neighbours, standardisation: Standardisation) -> Self {
        let row = |unit| neighbours.of(UnitIx::new(unit)).iter().map(|contact| (contact.unit, 1.0)).collect();
        Self { rows: (0..neighbours.unit_count()).map(row).collect(), standardisation }
    }

    /// Of units that are near each other.
    ///
    /// # Errors
    /// [`Error::OutOfRange`] for a reach that finds nobody, [`Error::SamePlace`] where the inverse of a distance is no number.
    pub fn near(places: &Places, reach: Reach, standardisation: Standardisation) -> Result<Self, Error> {
        reach.check(places.len())?;
        let rows = (0..places.len()).into_par_iter().map(|unit| reach.row(places, unit)).collect::<Vec<_>>();
        Ok(Self { rows: rows.into_iter().collect::<Result<_, _>>()?, standardisation })
    }

    /// How many units there are.
    #[must_use]
    pub const fn unit_count(&self) -> usize {
        self.rows.len()
    }

    /// How many weights there are; a pair that is neighbours both ways has two.
    #[must_use]
    pub fn weight_count(&self) -> usize {
        self.rows.iter().map(Vec::len).sum()
    }

    /// What is done with them before use.
    #[must_use]
    pub const fn standardisation(&self) -> Standardisation {
        self.standardisation
    }

    /// Neighbours of a unit and their weights, ascending, before they are standardised.
    #[must_use]
    pub fn of(&self, unit: UnitIx) -> &[(UnitIx, f64)] {
        &self.rows[unit.get()]
    }

    /// Units without any neighbour, ascending.
    pub fn islands(&self) -> impl Iterator<Item = UnitIx> + '_ {
        self.rows.iter().enumerate().filter(|(_, row)| row.is_empty()).map(|(unit, _)| UnitIx::new(unit))
    }
}

impl Reach {
    fn check(self, units: usize) -> Result<(), Error> {
        let above_0 = |parameter, value: f64| {
            let refusal = Error::OutOfRange { parameter, value, wanted: "above 0" };
            if value > 0.0 { Ok(()) } else { Err(refusal) }
        };
        match self {
            Self::Band { km } => above_0("the distance in kilometres", km),
            Self::Inverse { km, power } => {
                above_0("the distance in kilometres", km)?;
                above_0("the power of the distance", power)
            }
            Self::Nearest { neighbours } if (1..units).contains(&neighbours) => Ok(()),
            Self::Nearest { neighbours } => Err(Error::OutOfRange {
                parameter: "the number of nearest neighbours",
                value: count(neighbours),
                wanted: "at least 1 and below the number of units",
            }),
        }
    }

    fn row(self, places: &Places, unit: usize) -> Result<Vec<(UnitIx, f64)>, Error> {
        match self {
            Self::Band { km } => Ok(within(places, unit, km).map(|(other, _)| (UnitIx::new(other), 1.0)).collect()),
            Self::Nearest { neighbours } => Ok(nearest(places, unit, neighbours)),
            Self::Inverse { km, power } => within(places, unit, km)
                .map(|(other, distance)| match libm::pow(distance, -power) {
                    weight if weight.is_finite() => Ok((UnitIx::new(other), weight.max(f64::MIN_POSITIVE))),
                    _ => Err(Error::SamePlace { one: UnitIx::new(unit), other: UnitIx::new(other) }),
                })
                .collect(),
        }
    }
}

fn others(places: &Places, unit: usize) -> impl Iterator<Item = (usize, f64)> + '_ {
    let all = (0..places.len()).filter(move |other| *other != unit);
    all.map(move |other| (other, places.squared_chord(unit, other)))
}

/// Units up to a distance, with their distance in kilometres.
fn within(places: &Places, unit: usize, km: f64) -> impl Iterator<Item = (usize, f64)> + '_ {
    // A straight line is never longer than the way along the Earth, so that most pairs need no arc.
    let widest = places.widest_chord(km) * (1.0 + 1e-9);
    let near = others(places, unit).filter(move |(_, squared)| *squared <= widest * widest);
    near.map(|(other, squared)| (other, places.as_kilometres(squared))).filter(move |(_, distance)| *distance <= km)
}

fn nearest(places: &Places, unit: usize, neighbours: usize) -> Vec<(UnitIx, f64)> {
    let mut all: Vec<(usize, f64)> = others(places, unit).collect();
    let nearer = |a: &(usize, f64), b: &(usize, f64)| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0));
    all.select_nth_unstable_by(neighbours - 1, nearer);
    let mut row: Vec<(UnitIx, f64)> = all[..neighbours].iter().map(|(other, _)| (UnitIx::new(*other), 1.0)).collect();
    row.sort_unstable_by_key(|(other, _)| *other);
    row
}
