//! What is on the map and what was counted there.
//!
//! Units and their codes, registers of units by day, boundaries, neighbours, flows between units, observations of units,
//! partitions of units into areas, and where each of them came from. Types and look-ups only: no clock, no files, no
//! method. A missing value is missing with its reason, never 0; what depends on order is sorted here once, by code, so
//! that nothing above depends on the order of rows.
//!
#![doc = include_str!("../README.md")]

pub mod boundary;
pub mod code;
pub mod day;
pub mod draft;
pub mod figure;
pub mod flow;
pub mod index;
pub mod neighbours;
pub mod note;
pub mod observation;
pub mod partition;
pub mod provenance;
pub mod register;
pub mod ring;
#[cfg(any(test, feature = "samples"))]
pub mod samples;
pub mod series;
pub mod succession;
pub mod unit;

pub use boundary::{Boundaries, Seat};
pub use code::{CodeError, CodeSystem, Kind, UnitCode};
pub use day::{Day, NotADay};
pub use draft::{Conflict, SeriesDraft};
pub use figure::{Figure, NotAPeriod, Period, UnitFigures};
pub use flow::{Beyond, Flow, FlowError, Flows};
pub use index::{AreaIx, AreaVec, UnitIx, UnitVec, count};
pub use neighbours::{Contact, Neighbours, Rule};
pub use note::{Note, Notes};
pub use observation::{Missing, Observations, Value};
pub use partition::Partition;
pub use provenance::Provenance;
pub use register::{Country, Level, RegisterEdition, RegisterUnit};
pub use series::{Observation, Series, SeriesError, SeriesSource};
pub use succession::{Reason, UnitSuccession, successions};
pub use unit::Units;
