//! The area lab: variants of a functional area, put together from flows, changed by hand, compared, adopted.
//!
//! A variant is a list of units with everything that led to it: the run of a method or another beginning, and each change
//! made by hand, so that nothing is lost and every step can be undone. [`Ground`] holds in memory what variants stand on,
//! [`Desk`] is a variant laid out on it; both only compute. The verbs (open, change, undo, adopt and the rest) read and
//! write what is kept.

mod adopt;
mod begin;
pub mod certainty;
mod certainty_job;
pub mod certainty_map;
mod change;
mod compare;
mod desk;
pub mod explained;
mod export;
mod figures;
mod ground;
mod job;
mod kept;
mod known;
mod land;
mod made;
mod map;
mod open;
pub mod parameters;
mod partition;
mod paste;
mod report;
mod rules;
mod state;
mod table;
pub mod tell;
mod two_maps;
mod whole;
mod why;

pub use begin::Beginning;
pub use certainty_job::CERTAINTY;
pub use change::{Pasting, Wish, frozen};
pub use compare::{Compared, Measures, Moved, Shared, compare, side_by_side};
pub use desk::{Desk, Setting};
pub use export::{Export, export, file_name};
pub use figures::{Figures, UnitRow};
pub use ground::Ground;
pub use job::RUN;
pub(crate) use kept::Kept;
pub use known::{Known, KnownUnit};
pub(crate) use land::stamp;
pub use made::Made;
pub use map::{Picture, class};
pub(crate) use open::aside;
pub use open::{Lab, Opened};
pub use partition::Area;
pub use paste::{Pasted, read as read_pasted};
pub use report::Cover;
pub use state::{history, kept_figures};
pub use table::{How, TableFile};
pub use two_maps::{Side, two_maps};
pub use whole::{Changed, Matched, Pair, Whole};

#[cfg(test)]
mod tests;
