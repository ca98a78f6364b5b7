//! The Local Data Bank (BDL) of Statistics Poland: answers of its interface and exports of its pages become series.
//!
//! What is read here is pure: bytes in, records out ([`parse`], [`export`]); [`fetch`] alone speaks with the service, and
//! politely. A variable is imported only if the label that the service gives it is the expected one ([`label`]): identifiers
//! are easily mistaken for their neighbours. Numbers keep their flags as notes; a flag that says "no value" makes the value
//! missing with a reason, never 0.
//!
//! # Source
//! Documentation of the interface at `api.stat.gov.pl/Home/BdlApi`, its answers to `/attributes`, `/units` and `/variables`.

mod error;
pub mod export;
pub mod fetch;
pub mod flag;
pub mod gather;
pub mod label;
pub mod parse;
pub mod subject;
pub mod unit_id;

pub use error::Error;
pub use unit_id::{Level, UnitId, UnitIds};

/// The word of the source, by which indicators name its variables.
pub const SOURCE: &str = "bdl";

/// Who is named as the publisher of each series.
pub const PUBLISHER: &str = "Statistics Poland (GUS), Local Data Bank";

/// The line that tables and maps made of these figures have to print.
///
/// # Source
/// Terms of use of `stat.gov.pl`; act on open data and re-use of public sector information of 11 August 2021.
pub const LICENCE: &str =
    "Główny Urząd Statystyczny, Bank Danych Lokalnych; ponowne wykorzystanie informacji sektora publicznego";
