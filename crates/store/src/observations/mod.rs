//! Observations: what publishers counted in units through the years, one variable at a time, each value with its import.
//!
//! The values of one variable and unit lie in one row ([`packed`]), under the code that lasts when a municipality changes its
//! kind. So a country's thirty years of some hundred variables are a million rows and not forty, one variable of all units is
//! one run of the key, and a table of 300 indicators for twenty units reads some thousand rows.
//!
//! A value that an import brings otherwise than it was is replaced, and what it was is kept as a revision, so that an import can
//! be withdrawn. A field that a later file of an office leaves empty takes no known value away; one that it keeps secret does,
//! and so does an empty field of an own table ([`Empty`]).

mod ask;
mod merged;
mod packed;
mod save;
mod shelf;
mod withdraw;

pub(crate) use shelf::Ahead;
pub use withdraw::ObservationsWithdrawn;

use miedza_planning::diagnosis::{Cell, Variable, Years};
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
    /// When it was withdrawn; `None` for one that holds.
    pub withdrawn_at: Option<String>,
}

/// What an empty field says of a value that is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Empty {
    /// Nothing: an office publishes a part of what it knows, and the value stays.
    SaysNothing,
    /// It is taken back: the table is of somebody who says that there is no value.
    TakesBack,
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
    /// The first and the last year with a value; `None` where all are missing.
    pub years: Option<Years>,
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
