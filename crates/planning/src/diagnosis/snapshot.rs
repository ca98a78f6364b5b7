//! One year of a block: figures of indicators for units and areas, asked by code.

use miedza_statistics::Error;
use miedza_territory::UnitCode;

use super::block::Block;
use super::indicator::Indicator;

/// One year of a block.
#[derive(Clone, Copy, Debug)]
pub struct Snapshot<'a> {
    /// The values.
    pub block: &'a Block,
    /// The year.
    pub year: u16,
}

impl Snapshot<'_> {
    /// The figure of a unit; `None` if the block does not hold the unit or the year, or a value is missing.
    #[must_use]
    pub fn of_unit(self, indicator: &Indicator, unit: &UnitCode) -> Option<f64> {
        let unit = self.block.units().find(unit)?;
        indicator.of_unit(|variable| self.block.number(variable, unit, self.year))
    }

    /// The figures of units, in their order.
    #[must_use]
    pub fn of_units(self, indicator: &Indicator, units: &[UnitCode]) -> Vec<Option<f64>> {
        units.iter().map(|unit| self.of_unit(indicator, unit)).collect()
    }

    /// The figure of an area; `None` while a member lacks its part, or if the indicator has no figure for areas.
    ///
    /// # Errors
    /// [`Error`] for a value that is no finite number, and for a weight or divisor below 0.
    pub fn of_area(self, indicator: &Indicator, members: &[UnitCode]) -> Result<Option<f64>, Error> {
        let value = |unit: &UnitCode, variable: &_| {
            self.block.units().find(unit).and_then(|unit| self.block.number(variable, unit, self.year))
        };
        Ok(indicator.of_area(members, value)?.value)
    }
}
