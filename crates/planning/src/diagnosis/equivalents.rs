//! What stands for a variable of the catalogue where another country counts it, so that municipalities on both sides of a
//! border have one table.
//!
//! The catalogue names the variables of the Local Data Bank. A sheet says which variables of the Czech offices are the same
//! thing; their values are put in the place of those that a Czech municipality cannot have. A value that is there is never
//! replaced, and what differs in the definition is said wherever such a value is shown.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use miedza_territory::{Country, Notes, UnitIx, Value};
use serde::Deserialize;
use thiserror::Error;

use super::block::{Block, Cell, VariableIx};
use super::indicator::{Indicator, Variable};
use crate::values::Tongue;

/// The sheet of this program.
const BUILT_IN: &str = include_str!("equivalents.toml");

/// What stands for one variable in a country.
#[derive(Clone, Debug, PartialEq)]
pub struct Equivalent {
    /// The variable of the catalogue.
    pub of: Variable,
    /// Where it is counted otherwise.
    pub country: Country,
    /// The variables that add up to it.
    pub sum: Vec<Variable>,
    /// What a reader has to know of it, in every language.
    pub note: BTreeMap<Tongue, String>,
}

/// All of them; of two for one variable the first that has a value counts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Equivalents(Vec<Equivalent>);

/// Why a sheet cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum EquivalentsError {
    /// The text is no such sheet.
    #[error("the sheet of equivalents cannot be read: {0}")]
    Unreadable(String),
    /// A variable without a source or an identifier.
    #[error("the sheet of equivalents names {text:?}, and a variable is SOURCE:ID such as czso:2406")]
    Variable {
        /// What stands there.
        text: String,
    },
    /// Nothing adds up to it.
    #[error("the sheet of equivalents says of {of} nothing that adds up to it")]
    Empty {
        /// The variable.
        of: String,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sheet {
    equivalents: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    of: String,
    country: Country,
    sum: Vec<String>,
    note: BTreeMap<Tongue, String>,
}

impl Equivalents {
    /// The sheet of this program, read once and held; an empty one if it could not be read, which the tests rule out.
    #[must_use]
    pub fn held() -> &'static Self {
        static HELD: OnceLock<Equivalents> = OnceLock::new();
        HELD.get_or_init(|| Self::read(BUILT_IN).unwrap_or_default())
    }

    /// Reads a sheet in TOML.
    ///
    /// # Errors
    /// [`EquivalentsError`] with what is at fault.
    pub fn read(text: &str) -> Result<Self, EquivalentsError> {
        let sheet: Sheet = toml::from_str(text).map_err(|error| EquivalentsError::Unreadable(error.to_string()))?;
        sheet.equivalents.into_iter().map(Entry::read).collect::<Result<_, _>>().map(Self)
    }

    /// The variables that stand for these in some country, each once.
    #[must_use]
    pub fn of(&self, variables: &[Variable]) -> Vec<Variable> {
        let mut found: Vec<Variable> = Vec::new();
        for one in self.0.iter().filter(|one| variables.contains(&one.of)).flat_map(|one| &one.sum) {
            if !found.contains(one) {
                found.push(one.clone());
            }
        }
        found
    }

    /// Whether a variable can be had from others that are known.
    #[must_use]
    pub fn gives(&self, variable: &Variable, is_known: impl Fn(&Variable) -> bool) -> bool {
        self.0.iter().any(|one| one.of == *variable && one.sum.iter().all(&is_known))
    }

    /// What a reader has to know of an indicator in an area that has municipalities of these countries, in one language.
    #[must_use]
    pub fn notes(&self, indicator: &Indicator, countries: &[Country], tongue: Tongue) -> Vec<String> {
        let variables = indicator.variables();
        let stands = |one: &&Equivalent| countries.contains(&one.country) && variables.contains(&&one.of);
        let mut notes: Vec<String> = Vec::new();
        for note in self.0.iter().filter(stands).filter_map(|one| one.note.get(&tongue)) {
            if !notes.contains(note) {
                notes.push(note.clone());
            }
        }
        notes
    }

    /// Puts values of equivalents in the place of those that municipalities of their country lack.
    pub fn fill(&self, block: &mut Block) {
        for one in &self.0 {
            let parts: Option<Vec<VariableIx>> = one.sum.iter().map(|part| block.find(part)).collect();
            let (Some(of), Some(parts)) = (block.find(&one.of), parts) else { continue };
            let is_there = |unit: &UnitIx| Country::of_municipality(block.units().code(*unit)) == one.country;
            let units: Vec<UnitIx> = block.units().indices().filter(is_there).collect();
            let years = block.years();
            for (unit, year) in units.iter().flat_map(|unit| years.iter().map(|year| (*unit, year))) {
                if let (None, Some(cell)) = (block.at(of, unit, year), sum(block, &parts, (unit, year))) {
                    block.put_at(of, (unit, year), cell);
                }
            }
        }
    }
}

/// The sum; missing for the reason of the first part that is missing, and nothing while a part is not published.
fn sum(block: &Block, parts: &[VariableIx], (unit, year): (UnitIx, u16)) -> Option<Cell> {
    let parts = parts.iter().map(|part| block.at(*part, unit, year)).collect::<Option<Vec<Cell>>>()?;
    let first = *parts.first()?;
    if let Some(missing) = parts.iter().find(|part| part.value.number().is_none()) {
        return Some(*missing);
    }
    let sum = parts.iter().filter_map(|part| part.value.number()).fold(0.0, |sum, part| sum + part);
    let notes = parts.iter().fold(0, |notes, part| notes | part.notes.bits());
    Some(Cell { value: Value::Known(sum), notes: Notes::from_bits(notes), ..first })
}

impl Entry {
    fn read(self) -> Result<Equivalent, EquivalentsError> {
        if self.sum.is_empty() {
            return Err(EquivalentsError::Empty { of: self.of });
        }
        let sum = self.sum.iter().map(|text| variable(text)).collect::<Result<_, _>>()?;
        Ok(Equivalent { of: variable(&self.of)?, country: self.country, sum, note: self.note })
    }
}

fn variable(text: &str) -> Result<Variable, EquivalentsError> {
    Variable::parse(text).ok_or_else(|| EquivalentsError::Variable { text: text.to_owned() })
}

#[cfg(test)]
mod tests {
    use miedza_territory::{Missing, Units};

    use super::*;
    use crate::diagnosis::toys::{unit, units};
    use crate::diagnosis::{Catalogue, Years};

    fn name(text: &str) -> Variable {
        Variable::parse(text).expect("a variable")
    }

    fn cell(value: Value) -> Cell {
        Cell { value, notes: Notes::NONE, import: 3 }
    }

    #[test]
    fn the_sheet_of_the_program_is_whole_and_stands_for_what_the_catalogue_names() {
        let read = Equivalents::read(BUILT_IN).expect("it is whole");
        let catalogue = Catalogue::built_in().expect("it is whole");
        let ages = crate::diagnosis::projection::Assumptions::built_in().expect("it is whole").ages;

        for one in &read.0 {
            assert!(catalogue.variables().contains(&&one.of) || ages.contains(&one.of), "{} is needed nowhere", one.of);
            assert_eq!(one.note.len(), 3, "{} has a note in every language", one.of);
        }
        assert!(ages.iter().all(|age| read.gives(age, |_| true)), "the projection finds every age in Czechia");
    }

    #[test]
    fn a_czech_municipality_gets_the_sum_and_a_polish_one_nothing() {
        let equivalents = Equivalents::held();
        let wanted = [name("bdl:454048"), name("bdl:72305")];
        let all = wanted.iter().cloned().chain(equivalents.of(&wanted));
        let codes = Units::new(units(&["3217011", "500496"]));
        let mut block = Block::new(all, codes, Years { first: 2020, last: 2021 });
        for (of, value) in [("czso:2406_age_0_4", 5.0), ("czso:2406_age_5_9", 6.0), ("czso:2406_age_10_14", 7.0)] {
            for code in ["3217011", "500496"] {
                block.put(&name(of), &unit(code), 2020, cell(Value::Known(value)));
            }
        }
        block.put(&name("bdl:72305"), &unit("500496"), 2020, cell(Value::Missing(Missing::Suppressed)));
        block.put(&name("czso:2406"), &unit("500496"), 2020, cell(Value::Known(40.0)));

        equivalents.fill(&mut block);

        let found = |of: &str, code: &str, year| {
            let unit = block.units().find(&unit(code)).expect("a unit");
            block.cell(&name(of), unit, year).map(|cell| (cell.value.number(), cell.import))
        };
        assert_eq!(found("bdl:454048", "500496", 2020), Some((Some(18.0), 3)));
        assert_eq!(found("bdl:454048", "500496", 2021), None, "nobody published one");
        assert_eq!(found("bdl:454048", "3217011", 2020), None, "Czech figures say nothing of a Polish municipality");
        assert_eq!(found("bdl:72305", "500496", 2020), Some((None, 3)), "what is kept secret stays so");
    }

    #[test]
    fn what_differs_is_said_where_such_a_value_can_stand() {
        let catalogue = Catalogue::built_in().expect("it is whole");
        let notes = |code: &str, countries: &[Country]| {
            let indicator = catalogue.indicator(code).expect("an indicator");
            Equivalents::held().notes(indicator, countries, Tongue::En)
        };

        assert_eq!(notes("population", &[Country::Poland]), Vec::<String>::new());
        assert_eq!(notes("population", &[Country::Poland, Country::Czechia]).len(), 2);
        assert_eq!(notes("children_share", &[Country::Czechia]).len(), 3, "of the ages and of all");
        assert_eq!(notes("registered_unemployed", &[Country::Czechia]), Vec::<String>::new());
    }

    #[test]
    fn a_sheet_that_says_nothing_is_refused() {
        let sheet = |sum: &str| format!("[[equivalents]]\nof = \"bdl:1\"\ncountry = \"cz\"\nsum = [{sum}]\nnote = {{}}\n");

        let refused = |sum: &str| Equivalents::read(&sheet(sum)).expect_err("it is refused").to_string();

        assert_eq!(refused(""), "the sheet of equivalents says of bdl:1 nothing that adds up to it");
        assert!(refused("\"2406\"").starts_with("the sheet of equivalents names \"2406\""));
    }
}
