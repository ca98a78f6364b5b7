//! Breaks in series that a publisher did not flag: the same variable counted by another census or another definition.
//!
//! A sheet names the variables, the first year that is not comparable with the years before, and what a reader has to know.
//! The first value from that year on is marked as if the source had done so; everything that is reckoned from it breaks
//! there too. A series that begins after the break has none.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use miedza_territory::{Country, UnitIx};
use serde::Deserialize;
use thiserror::Error;

use super::block::{Block, VariableIx};
use super::indicator::{Indicator, Variable};
use crate::values::Tongue;

/// The sheet of this program.
const BUILT_IN: &str = include_str!("breaks.toml");

/// One break of several variables.
#[derive(Clone, Debug, PartialEq)]
struct SeriesBreak {
    country: Country,
    year: u16,
    variables: Vec<Variable>,
    note: BTreeMap<Tongue, String>,
}

/// All known breaks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Breaks(Vec<SeriesBreak>);

/// Why a sheet cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum BreaksError {
    /// The text is no such sheet.
    #[error("the sheet of breaks cannot be read: {0}")]
    Unreadable(String),
    /// A variable without a source or an identifier.
    #[error("the sheet of breaks names {text:?}, and a variable is SOURCE:ID such as bdl:72305")]
    Variable {
        /// What stands there.
        text: String,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sheet {
    breaks: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    country: Country,
    year: u16,
    variables: Vec<String>,
    note: BTreeMap<Tongue, String>,
}

impl Breaks {
    /// The sheet of this program, read once and held; an empty one if it could not be read, which the tests rule out.
    #[must_use]
    pub fn held() -> &'static Self {
        static HELD: OnceLock<Breaks> = OnceLock::new();
        HELD.get_or_init(|| Self::read(BUILT_IN).unwrap_or_default())
    }

    /// Reads a sheet in TOML.
    ///
    /// # Errors
    /// [`BreaksError`] with what is at fault.
    pub fn read(text: &str) -> Result<Self, BreaksError> {
        let sheet: Sheet = toml::from_str(text).map_err(|error| BreaksError::Unreadable(error.to_string()))?;
        let variable = |text: &String| Variable::parse(text).ok_or_else(|| BreaksError::Variable { text: text.clone() });
        let one = |entry: Entry| {
            let Entry { country, year, variables, note } = entry;
            Ok(SeriesBreak { country, year, variables: variables.iter().map(variable).collect::<Result<_, _>>()?, note })
        };
        sheet.breaks.into_iter().map(one).collect::<Result<_, _>>().map(Self)
    }

    /// Marks the first value from the year of a break on, where there is one before it.
    pub fn mark(&self, block: &mut Block) {
        for one in &self.0 {
            let is_there = |unit: &UnitIx| Country::of_municipality(block.units().code(*unit)) == one.country;
            let units: Vec<UnitIx> = block.units().indices().filter(is_there).collect();
            let variables: Vec<VariableIx> = one.variables.iter().filter_map(|variable| block.find(variable)).collect();
            for (variable, unit) in variables.iter().flat_map(|variable| units.iter().map(|unit| (*variable, *unit))) {
                block.mark_break(variable, unit, one.year);
            }
        }
    }

    /// What a reader has to know of an indicator whose figures reach over a break, in one language.
    #[must_use]
    pub fn notes(&self, indicator: &Indicator, countries: &[Country], tongue: Tongue) -> Vec<String> {
        let variables = indicator.variables();
        let breaks = |one: &&SeriesBreak| {
            countries.contains(&one.country) && one.variables.iter().any(|variable| variables.contains(&variable))
        };
        self.0.iter().filter(breaks).filter_map(|one| one.note.get(&tongue).cloned()).collect()
    }
}

#[cfg(test)]
mod tests {
    use miedza_territory::{Notes, Units, Value};

    use super::*;
    use crate::diagnosis::toys::{unit, units};
    use crate::diagnosis::{AreaTable, Catalogue, Cell, Years};

    fn name(text: &str) -> Variable {
        Variable::parse(text).expect("a variable")
    }

    fn population(years: &[u16]) -> Block {
        let codes = Units::new(units(&["3217011"]));
        let mut block = Block::new([name("bdl:72305"), name("bdl:59")], codes, Years { first: 2018, last: 2024 });
        for year in years {
            for (of, value) in [("bdl:72305", 1_000.0), ("bdl:59", 10.0)] {
                let cell = Cell { value: Value::Known(value), notes: Notes::NONE, import: 1 };
                block.put(&name(of), &unit("3217011"), *year, cell);
            }
        }
        Breaks::held().mark(&mut block);
        block
    }

    #[test]
    fn the_sheet_of_the_program_is_whole_and_names_what_the_catalogue_or_the_projection_reads() {
        let read = Breaks::read(BUILT_IN).expect("it is whole");

        assert!(!read.0.is_empty());
        for one in &read.0 {
            assert_eq!(one.note.len(), 3, "a note in every language");
        }
    }

    #[test]
    fn figures_break_with_the_population_they_are_reckoned_from() {
        let catalogue = Catalogue::built_in().expect("it is whole");
        let breaks = |years: &[u16], code: &str| {
            let table = AreaTable::new(&catalogue, &population(years), &units(&["3217011"])).expect("sound values");
            table.row(code).expect("an indicator").breaks.clone()
        };

        let cases: [(&str, &[u16], &str, &[u16]); 5] = [
            ("both sides", &[2019, 2020, 2021, 2022], "population", &[2021]),
            ("a gap", &[2019, 2022, 2023], "population", &[2022]),
            ("a rate", &[2020, 2021], "births_per_1000", &[2021]),
            ("births are counted as before", &[2020, 2021], "live_births", &[]),
            ("only after", &[2021, 2022], "population", &[]),
        ];
        for (case, years, code, expected) in cases {
            assert_eq!(breaks(years, code), expected, "{case}");
        }
    }

    #[test]
    fn a_reader_is_told_of_the_break_with_each_indicator_it_touches() {
        let catalogue = Catalogue::built_in().expect("it is whole");
        let notes = |code: &str| {
            Breaks::held().notes(catalogue.indicator(code).expect("an indicator"), &[Country::Poland], Tongue::Pl).len()
        };

        assert_eq!((notes("population"), notes("births_per_1000"), notes("live_births")), (1, 1, 0));
    }
}
