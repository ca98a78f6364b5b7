//! How good is a partition? Figures per area, per partition and per unit.
//!
//! Any partition can be judged, whatever made it; nothing is moved here. Figures of section 2.7 of the method
//! `travel_to_work`, as its reference program reports them, and those of section 10.

mod areas;
mod edges;
mod exchange;
mod partition;

pub(crate) use areas::sum;
pub use areas::{AreaFigures, areas, seat};
pub use edges::{EdgeUnit, UnitReason, edge_units, reason};
pub use exchange::{Bond, Exchange, bond, exchange};
pub use partition::{PartitionFigures, partition};
