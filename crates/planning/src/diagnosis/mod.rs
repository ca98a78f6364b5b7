//! What a diagnosis is made of: the catalogue of indicators, the values that they are reckoned from, how each is reckoned
//! for a municipality and for an area, and what follows from the figures.

pub mod block;
pub mod boundary_changes;
pub mod breaks;
pub mod catalogue;
pub mod change;
pub mod claims;
pub mod equivalents;
pub mod error;
pub mod fingerprint;
pub mod index;
pub mod indicator;
pub mod level;
pub mod marginalisation;
pub mod monitor;
pub mod peers;
pub mod position;
pub mod projection;
pub mod protect;
pub mod reckoned;
#[cfg(test)]
mod samples;
pub mod snapshot;
pub mod space;
pub mod spread;
pub mod structure;
pub mod succession;
pub mod suggestions;
pub mod survey;
pub mod table;
#[cfg(test)]
mod toys;
pub mod typology;

pub use block::{Block, Cell, VariableIx, Years};
pub use boundary_changes::BoundaryChanges;
pub use breaks::Breaks;
pub use catalogue::{Catalogue, CatalogueError};
pub use change::{LineBreak, NoTrend, Trend, trend};
pub use claims::{Claim, Stands, WhyNot, claims};
pub use equivalents::Equivalents;
pub use error::DiagnosisError;
pub use fingerprint::{Changed, Fingerprint, changed};
pub use index::{Choice, Indexed, index};
pub use indicator::{Direction, Indicator, Measure, Variable};
pub use level::{Level, LevelFigure};
pub use monitor::{Monitor, Rating, monitor};
pub use position::{Group, MemberPlace, Place, Position, UnitValue, position};
pub use reckoned::{Form, Part, Reckoned};
pub use snapshot::Snapshot;
pub use spread::{NoSpread, Spread, spread};
pub use suggestions::{Suggestion, suggestions};
pub use table::{AreaTable, AreaYear, Evidence, MemberFigure, Newest, Row, Whose};
