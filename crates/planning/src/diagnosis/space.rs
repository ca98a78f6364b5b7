//! Where an indicator is high among high ones and low among low ones: spatial association, ready for a map and a table.
//!
//! The figures are those of [`miedza_statistics::spatial`]; this room takes the values from a block, and gives each unit a row.
//! A unit whose value is missing takes no part and is counted; it is never 0.

use miedza_statistics::spatial::local::{self, LocalMoran, Quadrant};
use miedza_statistics::spatial::moran::{self, Moran};
use miedza_statistics::spatial::significance::{Correction, adjusted};
use miedza_statistics::spatial::{Error, Permutations, Places, Reach, Standardisation, Tail, Weights};
use miedza_territory::{Neighbours, Seat, UnitCode, UnitVec, Units};
use serde::Serialize;

use super::{Indicator, Snapshot};

/// Who is whose neighbour, for the units in their order.
#[derive(Clone, Copy, Debug)]
pub enum Neighbourhood<'a> {
    /// Those that touch.
    Contacts(&'a Neighbours),
    /// Those near each other, by seats in degrees east and north.
    Near {
        /// Seats of the units.
        seats: &'a UnitVec<Seat>,
        /// How far one looks.
        reach: Reach,
    },
}

/// How association is sought.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Parameters {
    /// Permutations of each figure, local and global, at least 1.
    pub permutations: u32,
    /// Where chance begins; the same seed gives the same figures.
    pub seed: u64,
    /// Share of false ones among units called significant, above 0 and below 1 (Benjamini & Hochberg).
    pub level: f64,
}

impl Default for Parameters {
    /// 9,999 permutations, seed 1, level 0.05.
    fn default() -> Self {
        Self { permutations: 9_999, seed: 1, level: 0.05 }
    }
}

/// The figure of the whole.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Global {
    /// Moran's I: above the expectation neighbours are alike.
    pub i: f64,
    /// What it is expected to be where values lie by chance.
    pub expectation: f64,
    /// Standard deviations from the expectation, under randomisation; `None` where I cannot vary.
    pub z: Option<f64>,
    /// Pseudo p of the permutations, above 0 and at most 1.
    pub p: f64,
    /// How many units take part.
    pub units: usize,
}

/// What the map shows of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    /// High among high ones.
    HighHigh,
    /// Low among low ones.
    LowLow,
    /// High among low ones.
    HighLow,
    /// Low among high ones.
    LowHigh,
    /// Chance would do as well.
    NotSignificant,
    /// It has a value and no neighbour with a value.
    Island,
    /// It has no value.
    Missing,
}

/// One unit.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LocalRow {
    /// The unit.
    pub unit: UnitCode,
    /// Its value; `None` if it is missing.
    pub value: Option<f64>,
    /// Standard deviations that its value is above the mean; `None` for islands and missing ones.
    pub deviate: Option<f64>,
    /// Mean of the deviates of its neighbours; `None` likewise.
    pub lag: Option<f64>,
    /// Local Moran; `None` likewise.
    pub i: Option<f64>,
    /// Pseudo p; `None` likewise.
    pub p: Option<f64>,
    /// Level of false discovery at which it just becomes significant; `None` likewise.
    pub adjusted_p: Option<f64>,
    /// Its class.
    pub class: Class,
}

/// Spatial association of an indicator in a year.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Association {
    /// Code of the indicator.
    pub indicator: String,
    /// The year.
    pub year: u16,
    /// The whole.
    pub global: Global,
    /// All units, in the order of their codes.
    pub units: Vec<LocalRow>,
    /// How it was sought.
    pub parameters: Parameters,
    /// How many units have no value and take no part.
    pub missing: usize,
    /// Units with a value and without a neighbour that has one, by code.
    pub islands: Vec<UnitCode>,
}

impl Association {
    /// How many units are of a class.
    #[must_use]
    pub fn count(&self, class: Class) -> usize {
        self.units.iter().filter(|row| row.class == class).count()
    }
}

/// Global and local Moran of an indicator over units: weights standardised by row, conditional permutation, false
/// discovery held at the level.
///
/// # Errors
/// [`Error`] for too few units with a value, equal values, no neighbours, or a parameter out of its range; neighbours and seats
/// must be of these units.
///
/// # Source
/// Moran (1950); Anselin (1995); Benjamini & Hochberg (1995).
pub fn association(
    (indicator, now): (&Indicator, Snapshot<'_>),
    units: &Units,
    neighbourhood: Neighbourhood<'_>,
    parameters: Parameters,
) -> Result<Association, Error> {
    let values = UnitVec::new(now.of_units(indicator, units.codes()));
    let weights = neighbourhood.weights()?;
    let permutations = |count: u32| Permutations { count, seed: parameters.seed, tail: Tail::default() };
    let whole = moran::global(&values, &weights, Some(permutations(parameters.permutations)))?;
    let asked = local::Parameters {
        permutations: permutations(parameters.permutations),
        level: parameters.level,
        correction: Correction::FalseDiscoveryRate,
    };
    let local = local::local(&values, &weights, asked)?;
    Ok(Association {
        indicator: indicator.code.clone(),
        year: now.year,
        global: Global::of(&whole),
        units: rows(units, &values, &local),
        parameters,
        missing: local.missing,
        islands: local.islands.iter().map(|unit| units.code(*unit).clone()).collect(),
    })
}

impl Neighbourhood<'_> {
    fn weights(self) -> Result<Weights, Error> {
        match self {
            Self::Contacts(neighbours) => Ok(Weights::contiguity(neighbours, Standardisation::Row)),
            Self::Near { seats, reach } => Weights::near(&Places::great_circle(seats)?, reach, Standardisation::Row),
        }
    }
}

impl Global {
    fn of(whole: &Moran) -> Self {
        // Without permutations there is only the assumption; they are always asked for here.
        let p = whole.simulated.map_or(1.0, |simulated| simulated.p);
        Self { i: whole.i, expectation: whole.expectation, z: whole.randomisation.z, p, units: whole.units }
    }
}

fn rows(units: &Units, values: &UnitVec<Option<f64>>, local: &LocalMoran) -> Vec<LocalRow> {
    let p: Vec<f64> = local.figures.iter().flatten().map(|figures| figures.p).collect();
    let mut adjusted = adjusted(&p).into_iter();
    let row = |unit| {
        let figures = local.figures[unit];
        LocalRow {
            unit: units.code(unit).clone(),
            value: values[unit],
            deviate: figures.map(|figures| figures.deviate),
            lag: figures.map(|figures| figures.lag),
            i: figures.map(|figures| figures.i),
            p: figures.map(|figures| figures.p),
            adjusted_p: figures.and_then(|_| adjusted.next()),
            class: Class::of(local.classes[unit]),
        }
    };
    units.indices().map(row).collect()
}

impl Class {
    const fn of(class: local::Class) -> Self {
        match class {
            local::Class::Significant(Quadrant::HighHigh) => Self::HighHigh,
            local::Class::Significant(Quadrant::LowLow) => Self::LowLow,
            local::Class::Significant(Quadrant::HighLow) => Self::HighLow,
            local::Class::Significant(Quadrant::LowHigh) => Self::LowHigh,
            local::Class::NotSignificant => Self::NotSignificant,
            local::Class::NoNeighbours => Self::Island,
            local::Class::Missing => Self::Missing,
        }
    }
}

#[cfg(test)]
mod tests;
