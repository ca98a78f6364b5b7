//! Observations: what publishers counted in units through the years, one variable at a time, each value with its import.
//!
//! The values of one variable and unit lie in one row ([`packed`]), under the code that lasts when a municipality changes its
//! kind. So a country's thirty years of some hundred variables are a million rows and not forty, one variable of all units is
//! one run of the key, and a table of 300 indicators for twenty units reads some thousand rows.
//!
//! A value that an import brings otherwise than it was is replaced, and what it was is kept as a revision. A field that a later
//! file leaves empty takes no known value away; one that it keeps secret does.

mod ask;
mod merged;
mod packed;
mod save;

use miedza_planning::diagnosis::{Cell, Variable};
use miedza_territory::{Day, Period, UnitCode};

/// A file or answer from which observations were taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObservationImport {
    /// Its number, the same for ever.
    pub id: u32,
    /// Short word of the source, such as `bdl`.
    pub source: String,
    /// Who published it.
    pub publisher: String,
    /// Name of the file.
    pub file: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// The day on which it was fetched.
    pub retrieved: Day,
    /// Licence or line of attribution.
    pub licence: String,
    /// How many values it holds, missing ones too.
    pub values: u64,
    /// How many of them are new or other than before.
    pub changed: u64,
    /// How many replaced another value.
    pub revised: u64,
    /// When it was imported.
    pub imported_at: String,
}

/// A variable of which there are values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptVariable {
    /// Source and identifier.
    pub variable: Variable,
    /// What the source calls it.
    pub label: String,
    /// Unit of measure as the source writes it.
    pub measure: Option<String>,
    /// The first year with a value.
    pub first_year: u16,
    /// The last year with a value.
    pub last_year: u16,
    /// How many units have one.
    pub units: u64,
    /// How many values there are, missing ones too.
    pub values: u64,
}

/// What saving observations changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ObservationsSaved {
    /// How many variables the file speaks of.
    pub variables: usize,
    /// How many values it holds.
    pub values: u64,
    /// How many of them are new.
    pub new: u64,
    /// How many replaced another value.
    pub revised: u64,
}

/// A value that an import replaced.
#[derive(Clone, Debug, PartialEq)]
pub struct Revision {
    /// The import that replaced it.
    pub import: u32,
    /// The variable.
    pub variable: Variable,
    /// The unit, under its lasting code.
    pub code: UnitCode,
    /// Of which time.
    pub period: Period,
    /// What it was, with the import that it had come with.
    pub before: Cell,
}

/// The values of a variable and unit as they are sealed in the trail.
pub fn sealed(code: &str, packed: &[u8]) -> Vec<u8> {
    [code.as_bytes(), b"\0", packed].concat()
}
