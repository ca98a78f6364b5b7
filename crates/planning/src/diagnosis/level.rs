//! What an area is held against: a county, a voivodeship, the country, or any other set of units.

use std::collections::BTreeMap;

use miedza_territory::UnitCode;
use serde::Serialize;

use super::block::{Block, Years};
use super::catalogue::Catalogue;
use super::error::DiagnosisError;
use super::table::{AreaTable, Row, area_values};

/// One figure of a level of comparison.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct LevelFigure {
    /// The figure.
    pub value: f64,
    /// Where it comes from.
    pub origin: Origin,
}

/// Where the figure of a level comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// From the row that the source publishes for the higher unit.
    Published,
    /// Reckoned from its municipalities, none of which lacks a value.
    Reckoned,
}

/// All figures of a level of comparison, by code of the indicator and by year.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Level {
    years: Years,
    figures: BTreeMap<String, Vec<Option<LevelFigure>>>,
}

impl Level {
    /// The figures of a higher unit, such as `30` for a voivodeship: as the source publishes them where the block holds its
    /// row, else as they follow from its members.
    ///
    /// # Errors
    /// As [`AreaTable::new`].
    pub fn new(
        catalogue: &Catalogue,
        block: &Block,
        higher: Option<&UnitCode>,
        members: &[UnitCode],
    ) -> Result<Self, DiagnosisError> {
        let published = AreaTable::new(catalogue, block, higher.map(std::slice::from_ref).unwrap_or_default())?;
        let reckoned = area_values(catalogue, block, members)?;
        let of_rows = |(own, parts): (&Row, Vec<Option<f64>>)| (own.measure.code.clone(), together(own, parts));
        Ok(Self { years: block.years(), figures: published.rows().iter().zip(reckoned).map(of_rows).collect() })
    }

    /// The figure of an indicator in a year.
    #[must_use]
    pub fn figure(&self, code: &str, year: u16) -> Option<LevelFigure> {
        self.years.place(year).and_then(|place| self.figures.get(code)?.get(place).copied().flatten())
    }
}

fn together(own: &Row, reckoned: Vec<Option<f64>>) -> Vec<Option<LevelFigure>> {
    let figure = |origin: Origin| move |value: f64| LevelFigure { value, origin };
    let in_year = |(year, reckoned): (u16, Option<f64>)| {
        let published = own.member_in(0, year).and_then(|member| member.value);
        published.map(figure(Origin::Published)).or_else(|| reckoned.map(figure(Origin::Reckoned)))
    };
    own.years.iter().zip(reckoned).map(in_year).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnosis::samples::{block, catalogue, code};

    #[test]
    fn what_a_source_publishes_for_the_higher_unit_comes_before_the_sum_of_its_members() {
        let block = block(&[("59", "30", 2022, 37.0), ("59", "1", 2022, 10.0), ("59", "1", 2021, 9.0), ("59", "2", 2021, 8.0)]);

        let level = Level::new(&catalogue(), &block, Some(&code("30")), &[code("1"), code("2")]).expect("sound values");

        let found = |year| level.figure("live_births", year).map(|figure| (figure.value, figure.origin));
        assert_eq!(found(2022), Some((37.0, Origin::Published)));
        assert_eq!(found(2021), Some((17.0, Origin::Reckoned)));
        assert_eq!(found(2020), None);
    }
}
