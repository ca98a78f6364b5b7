//! Sets of counts of which a structure is made, read from data: persons by age, firms by size, spending by section.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use serde::Deserialize;
use thiserror::Error;

use super::PartOfWhole;
use crate::diagnosis::catalogue::UNITS;
use crate::diagnosis::indicator::Variable;
use crate::values::Tongue;

/// The sets of this program.
const BUILT_IN: &str = include_str!("../counts.toml");

/// Why sets of counts cannot be used.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum CountsError {
    /// The text is no such table.
    #[error("the sets of counts cannot be read: {0}")]
    Unreadable(String),
    /// Something of a set is wrong.
    #[error("the set {set} says {what} {text:?}")]
    Set {
        /// The set.
        set: String,
        /// Which entry.
        what: &'static str,
        /// What stands there.
        text: String,
    },
}

/// A part of a whole with its names for people.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedPart {
    /// Its code and what counts it.
    pub part: PartOfWhole,
    /// Its names, in every language.
    pub names: BTreeMap<Tongue, String>,
}

/// Counts that are parts of one whole.
#[derive(Clone, Debug, PartialEq)]
pub struct CountSet {
    /// Its name in the program and in addresses, the same for ever.
    pub code: String,
    /// Unit of measure.
    pub unit: String,
    /// Its names, in every language.
    pub names: BTreeMap<Tongue, String>,
    /// What is left out of the whole, in every language; empty if nothing is.
    pub note: BTreeMap<Tongue, String>,
    /// The parts, two or more, none of which holds another.
    pub parts: Vec<NamedPart>,
}

impl CountSet {
    /// The sets of this program, in the order of lists; none if they could not be read, which the tests rule out.
    #[must_use]
    pub fn held() -> &'static [Self] {
        static HELD: OnceLock<Vec<CountSet>> = OnceLock::new();
        HELD.get_or_init(|| Self::read(BUILT_IN).unwrap_or_default())
    }

    /// Reads sets in TOML.
    ///
    /// # Errors
    /// [`CountsError`] with the set at fault.
    pub fn read(text: &str) -> Result<Vec<Self>, CountsError> {
        let sheet: Sheet = toml::from_str(text).map_err(|error| CountsError::Unreadable(error.to_string()))?;
        let mut codes = BTreeSet::new();
        for entry in &sheet.sets {
            let is_new = codes.insert(entry.code.clone());
            entry.expect(is_new, "a code that is taken", &entry.code)?;
        }
        sheet.sets.into_iter().map(Entry::set).collect()
    }

    /// Its parts without names.
    #[must_use]
    pub fn parts(&self) -> Vec<PartOfWhole> {
        self.parts.iter().map(|named| named.part.clone()).collect()
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sheet {
    sets: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    code: String,
    unit: String,
    name: BTreeMap<Tongue, String>,
    #[serde(default)]
    note: BTreeMap<Tongue, String>,
    parts: Vec<PartEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PartEntry {
    code: String,
    variable: String,
    name: BTreeMap<Tongue, String>,
}

impl Entry {
    fn expect(&self, holds: bool, what: &'static str, text: &str) -> Result<(), CountsError> {
        if holds { Ok(()) } else { Err(CountsError::Set { set: self.code.clone(), what, text: text.to_owned() }) }
    }

    fn set(self) -> Result<CountSet, CountsError> {
        self.expect(UNITS.contains(&self.unit.as_str()), "an unknown unit of measure", &self.unit)?;
        self.expect(self.parts.len() >= 2, "too few parts:", &self.parts.len().to_string())?;
        self.expect(is_whole(&self.name), "no name in some language of", &self.code)?;
        self.expect(self.note.is_empty() || is_whole(&self.note), "no note in some language of", &self.code)?;
        let mut taken = BTreeSet::new();
        let mut parts = Vec::with_capacity(self.parts.len());
        for part in &self.parts {
            let is_new = taken.insert(part.code.as_str()) && taken.insert(part.variable.as_str());
            self.expect(is_new, "twice", &part.code)?;
            self.expect(is_whole(&part.name), "no name in some language of the part", &part.code)?;
            let (source, id) = part.variable.split_once(':').unwrap_or_default();
            self.expect(!source.is_empty() && !id.is_empty(), "a variable that is not SOURCE:ID:", &part.variable)?;
            let variable = Variable { source: source.to_owned(), id: id.to_owned() };
            parts.push(NamedPart { part: PartOfWhole { code: part.code.clone(), variable }, names: part.name.clone() });
        }
        let Self { code, unit, name, note, .. } = self;
        Ok(CountSet { code, unit, names: name, note, parts })
    }
}

/// Whether there is a text in every language.
fn is_whole(words: &BTreeMap<Tongue, String>) -> bool {
    Tongue::ALL.iter().all(|tongue| words.get(tongue).is_some_and(|words| !words.trim().is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: &str = "[[sets]]\ncode = \"sex\"\nunit = \"person\"\nname = { pl = \"Płeć\", cs = \"Pohlaví\", en = \"Sex\" }\nparts = [\n\
        { code = \"women\", variable = \"bdl:1\", name = { pl = \"kobiety\", cs = \"ženy\", en = \"women\" } },\n\
        { code = \"men\", variable = \"bdl:2\", name = { pl = \"mężczyźni\", cs = \"muži\", en = \"men\" } },\n]\n";

    #[test]
    fn the_sets_of_the_program_are_well_formed() {
        let sets = CountSet::read(BUILT_IN).expect("they are well formed");

        let codes: Vec<&str> = sets.iter().map(|set| set.code.as_str()).collect();
        assert_eq!(codes, ["age", "working_age", "unemployed", "firms", "spending", "own_revenue"]);
        assert_eq!(CountSet::held().len(), sets.len());
    }

    #[test]
    fn what_is_wrong_is_named_with_the_set() {
        let cases = [
            ("bdl:2", "2", "a variable that is not SOURCE:ID:"),
            ("bdl:2", "bdl:1", "twice"),
            ("person", "soul", "an unknown unit of measure"),
            (", cs = \"Pohlaví\"", "", "no name in some language of"),
            (", cs = \"muži\"", "", "no name in some language of the part"),
        ];
        for (from, to, expected) in cases {
            let refused = CountSet::read(&ONE.replace(from, to)).expect_err("it is refused");

            assert!(matches!(&refused, CountsError::Set { set, what, .. } if set == "sex" && *what == expected), "{refused}");
        }
        assert_eq!(CountSet::read(ONE).expect("it is whole")[0].parts().len(), 2);
        assert!(CountSet::read(&format!("{ONE}{ONE}")).is_err());
    }
}
