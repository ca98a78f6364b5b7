//! The Polish register of territorial units (TERC of TERYT): all levels of one day, and how codes are looked up in it.
//!
//! The official file, CSV or the same as a JSON array, packed or not, in any vintage; flows and figures with codes of six
//! or seven digits are joined to it by the first six. Not here: how units of one vintage become those of another, which
//! `miedza_territory::successions` tells.

mod parse;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use miedza_territory::{Level, Provenance, RegisterEdition, RegisterUnit, UnitCode, Units};

use crate::Error;
use crate::table::Input;

pub use parse::read as parse;

/// The register of one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Register {
    edition: RegisterEdition,
    vintage: String,
    /// Municipalities, never parts, by their first six digits.
    by_six: BTreeMap<UnitCode, UnitCode>,
    provenance: Provenance,
}

impl Register {
    /// Reads the register from disk.
    ///
    /// # Errors
    /// [`Error`], see [`parse()`].
    pub fn open(path: &Path) -> Result<Self, Error> {
        Self::read(Input::open(path)?)
    }

    /// Reads the register.
    ///
    /// # Errors
    /// [`Error`], see [`parse()`].
    pub fn read(input: Input) -> Result<Self, Error> {
        let provenance = input.provenance("register");
        let edition = parse(input)?;
        let municipalities = edition.of_level(Level::Municipality);
        let by_six = municipalities.map(|unit| (unit.lasting_code(), unit.code.clone())).collect();
        Ok(Self { vintage: edition.date.to_string(), by_six, edition, provenance })
    }

    /// All units of all levels, as the office keeps them.
    #[must_use]
    pub const fn edition(&self) -> &RegisterEdition {
        &self.edition
    }

    /// The day whose state the register shows, for instance `2025-01-01`.
    #[must_use]
    pub fn vintage(&self) -> &str {
        &self.vintage
    }

    /// Which file it was.
    #[must_use]
    pub const fn provenance(&self) -> &Provenance {
        &self.provenance
    }

    /// The municipality with these six digits, or `None`.
    #[must_use]
    pub fn by_six(&self, six: &UnitCode) -> Option<&RegisterUnit> {
        self.by_six.get(six).and_then(|code| self.edition.find(code))
    }

    /// The very municipality or part of a seven-digit code.
    #[must_use]
    pub fn get(&self, code: &UnitCode) -> Option<&RegisterUnit> {
        self.edition.find(code).filter(|unit| unit.kind.is_some())
    }

    /// The unit of a code of six digits, or of seven: the very one, else the municipality whose kind has changed.
    #[must_use]
    pub fn find(&self, code: &UnitCode) -> Option<&RegisterUnit> {
        if let Some(unit) = self.get(code).or_else(|| self.by_six(code)) {
            return Some(unit);
        }
        code.without_kind().and_then(|six| self.by_six(&six))
    }

    /// Name of a municipality, a part, a county or a voivodeship.
    #[must_use]
    pub fn name(&self, code: &UnitCode) -> Option<&str> {
        self.find(code).or_else(|| self.edition.find(code)).map(|unit| unit.name.as_str())
    }

    /// All municipalities, never parts, in the order of codes.
    pub fn municipalities(&self) -> impl Iterator<Item = &RegisterUnit> {
        self.edition.of_level(Level::Municipality)
    }

    /// How many municipalities and parts there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.edition.count(Level::Municipality) + self.edition.count(Level::Part)
    }

    /// Whether the register holds no municipality.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.by_six.is_empty()
    }

    /// Counties with their names, in the order of codes.
    pub fn counties(&self) -> impl Iterator<Item = (&UnitCode, &str)> {
        self.edition.of_level(Level::County).map(|unit| (&unit.code, unit.name.as_str()))
    }

    /// Units that this register does not hold, in the order of codes.
    #[must_use]
    pub fn unknown(&self, units: &Units) -> Vec<UnitCode> {
        let known: BTreeSet<&UnitCode> = self.counties().map(|(code, _)| code).collect();
        let is_unknown = |code: &&UnitCode| self.find(code).is_none() && !known.contains(code);
        units.codes().iter().filter(is_unknown).cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use miedza_territory::Kind;

    use super::*;

    const TERC: &str = "\u{feff}WOJ;POW;GMI;RODZ;NAZWA;NAZWA_DOD;STAN_NA\r\n\
        02;;;;DOLNOŚLĄSKIE;województwo;2025-01-01\r\n\
        02;01;;;bolesławiecki;powiat;2025-01-01\r\n\
        02;01;01;1;Bolesławiec;gmina miejska;2025-01-01\r\n\
        02;01;04;3;Nowogrodziec;gmina miejsko-wiejska;2025-01-01\r\n\
        02;01;04;4;Nowogrodziec;miasto;2025-01-01\r\n\
        02;01;04;5;Nowogrodziec;obszar wiejski;2025-01-01\r\n";

    fn code(text: &str) -> UnitCode {
        UnitCode::parse(text).expect("a code of the test")
    }

    #[test]
    fn six_and_seven_digits_find_the_municipality() {
        let register = Register::read(Input::new("terc.csv", TERC)).expect("a register");

        for text in ["020104", "0201043", "0201042"] {
            assert_eq!(register.find(&code(text)).map(|entry| entry.code.as_str()), Some("0201043"), "{text}");
        }
        assert_eq!(register.find(&code("0201044")).and_then(|unit| unit.kind), Some(Kind::TownPart));
        assert_eq!(register.find(&code("020199")), None);
        assert_eq!(register.vintage(), "2025-01-01");
        assert_eq!(register.name(&code("0201")), Some("bolesławiecki"));
        assert_eq!(register.municipalities().count(), 2);
    }

    #[test]
    fn a_register_as_json_with_numbers_is_the_same_register() {
        let json = r#"[{"WOJ":"02","POW":"","GMI":"","RODZ":"","NAZWA":"DOLNOŚLĄSKIE","NAZWA_DOD":"w","STAN_NA":"2024-01-01"},
            {"WOJ":2,"POW":1,"GMI":1,"RODZ":1,"NAZWA":"Bolesławiec","NAZWA_DOD":"gmina miejska","STAN_NA":"2024-01-01"}]"#;

        let register = Register::read(Input::new("terc.json", json)).expect("a register");

        assert_eq!(register.name(&code("0201011")), Some("Bolesławiec"));
    }

    #[test]
    fn units_that_the_register_does_not_hold_are_named() {
        let register = Register::read(Input::new("terc.csv", TERC)).expect("a register");
        let units = Units::new(["020101", "320304", "0201"].map(code).to_vec());

        assert_eq!(register.unknown(&units), [code("320304")]);
    }
}
