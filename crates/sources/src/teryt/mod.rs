//! The Polish register of territorial units (TERC of TERYT): municipalities with their kinds, names and counties.
//!
//! The official file, CSV or the same as a JSON array, in any vintage; flows and figures with codes of six or seven
//! digits are joined to it by the first six. Not here: how units of one vintage become those of another.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use miedza_territory::{Kind, Provenance, UnitCode, Units};

use crate::Error;
use crate::table::{Found, Input, Lack, Row, Table, fold};

/// A municipality or a part of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Seven digits.
    pub code: UnitCode,
    /// Name, without its kind.
    pub name: String,
    /// Kind, the seventh digit.
    pub kind: Kind,
    /// Four digits of the county.
    pub county: UnitCode,
}

/// The register of one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Register {
    vintage: String,
    entries: BTreeMap<UnitCode, Entry>,
    /// Municipalities, never parts, by their first six digits.
    by_six: BTreeMap<UnitCode, UnitCode>,
    counties: BTreeMap<UnitCode, String>,
    voivodeships: BTreeMap<UnitCode, String>,
    provenance: Provenance,
}

/// Columns of the register, in the order of the official file, counted from 0.
struct Places {
    voivodeship: usize,
    county: usize,
    municipality: usize,
    kind: usize,
    name: usize,
    date: usize,
}

impl Places {
    fn find(header: &[String]) -> Result<Self, Lack> {
        let mut found = 0;
        let mut column = |role: &'static str, name: &str| {
            let columns: Vec<usize> = (0..header.len()).filter(|&column| fold(&header[column]) == name).collect();
            match columns.into() {
                Found::One(column) => {
                    found += 1;
                    Ok(column)
                }
                Found::None => Err(Lack::Missing { role, option: "the official TERC file".into(), found }),
                Found::Several(columns) => Err(Lack::Ambiguous { role, option: "the official TERC file".into(), columns, found }),
            }
        };
        Ok(Self {
            voivodeship: column("the voivodeship (WOJ)", "woj")?,
            county: column("the county (POW)", "pow")?,
            municipality: column("the municipality (GMI)", "gmi")?,
            kind: column("the kind (RODZ)", "rodz")?,
            name: column("the name (NAZWA)", "nazwa")?,
            date: column("the date (STAN_NA)", "stan na")?,
        })
    }
}

impl Register {
    /// Reads the register from disk.
    ///
    /// # Errors
    /// [`Error`], see [`Self::read`].
    pub fn open(path: &Path) -> Result<Self, Error> {
        Self::read(Input::open(path)?)
    }

    /// Reads the register.
    ///
    /// # Errors
    /// [`Error`] if the file is no table, lacks a column of the official file, or a row has no code.
    pub fn read(input: Input) -> Result<Self, Error> {
        let provenance = input.provenance("register");
        let (mut table, places) = Table::find(input, None, Places::find)?;
        let empty = BTreeMap::new;
        let vintage = String::new();
        let (counties, voivodeships) = (BTreeMap::new(), BTreeMap::new());
        let mut register = Self { vintage, entries: BTreeMap::new(), by_six: empty(), counties, voivodeships, provenance };
        while table.advance()? {
            table.refuse_short(places.name)?;
            register.add(table.row(), &places).map_err(|source| Error::NotACode {
                file: table.file().into(),
                row: table.row().number(),
                column: "WOJ, POW, GMI, RODZ".into(),
                source,
            })?;
        }
        Ok(register)
    }

    fn add(&mut self, row: &Row, places: &Places) -> Result<(), miedza_territory::CodeError> {
        // Copies in JSON and spreadsheets turn `02` into 2.
        let two = |column: usize| format!("{:0>2}", row.field(column));
        let name = row.field(places.name).to_string();
        if self.vintage.is_empty() {
            self.vintage = row.field(places.date).to_string();
        }
        let voivodeship = two(places.voivodeship);
        if row.field(places.county).is_empty() {
            self.voivodeships.insert(UnitCode::parse(&voivodeship)?, name);
            return Ok(());
        }
        let county = UnitCode::parse(&format!("{voivodeship}{}", two(places.county)))?;
        if row.field(places.municipality).is_empty() {
            self.counties.insert(county, name);
            return Ok(());
        }
        let six = UnitCode::parse(&format!("{county}{}", two(places.municipality)))?;
        let code = UnitCode::parse(&format!("{six}{}", row.field(places.kind)))?;
        // Digits that name no kind do not occur in the register; a row with one is no unit that flows could name.
        if let Some(kind) = code.kind() {
            if !kind.is_part() {
                self.by_six.insert(six, code.clone());
            }
            self.entries.insert(code.clone(), Entry { code, name, kind, county });
        }
        Ok(())
    }

    /// The day whose state the register shows, as the file writes it, for instance `2025-01-01`.
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
    pub fn by_six(&self, six: &UnitCode) -> Option<&Entry> {
        self.by_six.get(six).and_then(|code| self.entries.get(code))
    }

    /// The very entry of a seven-digit code, parts included.
    #[must_use]
    pub fn get(&self, code: &UnitCode) -> Option<&Entry> {
        self.entries.get(code)
    }

    /// The entry of a code of six digits, or of seven: the very one, else the municipality whose kind has changed.
    #[must_use]
    pub fn find(&self, code: &UnitCode) -> Option<&Entry> {
        if let Some(entry) = self.get(code).or_else(|| self.by_six(code)) {
            return Some(entry);
        }
        code.without_kind().and_then(|six| self.by_six(&six))
    }

    /// Name of a municipality, a part, a county or a voivodeship.
    #[must_use]
    pub fn name(&self, code: &UnitCode) -> Option<&str> {
        let named = || self.counties.get(code).or_else(|| self.voivodeships.get(code)).map(String::as_str);
        self.find(code).map(|entry| entry.name.as_str()).or_else(named)
    }

    /// All municipalities, never parts, in the order of codes.
    pub fn municipalities(&self) -> impl Iterator<Item = &Entry> {
        self.by_six.values().filter_map(|code| self.entries.get(code))
    }

    /// How many entries there are, parts included.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether the register holds no municipality.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Counties with their names, in the order of codes.
    pub fn counties(&self) -> impl Iterator<Item = (&UnitCode, &str)> {
        self.counties.iter().map(|(code, name)| (code, name.as_str()))
    }

    /// Units that this register does not hold, in the order of codes.
    #[must_use]
    pub fn unknown(&self, units: &Units) -> Vec<UnitCode> {
        let known: BTreeSet<&UnitCode> = self.counties.keys().collect();
        let is_unknown = |code: &&UnitCode| self.find(code).is_none() && !known.contains(code);
        units.codes().iter().filter(is_unknown).cloned().collect()
    }
}

#[cfg(test)]
mod tests {
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
        assert_eq!(register.find(&code("0201044")).map(|entry| entry.kind), Some(Kind::TownPart));
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
