//! Partnerships: reading what pages, exports and the interface for programs show of them, and what rules say of them.
//!
//! Each reading loads in a few questions, lets the rules of `planning` judge, and gives data; words are made where they are
//! shown. Whether somebody may see a record is asked of whoever reads.

mod all;
mod book;
pub mod consistency;
mod land;
mod map;
mod members;
pub mod naming;
pub mod resolution;
pub mod sentences;
pub mod sitting;
mod waiting;

pub use all::{Ahead, All, Listed, Wanted, ahead};
pub use book::Book;
pub use consistency::{Consistency, Tally};
pub use land::{Counted, Land, LandUnit, Sum};
pub use map::{Group, MapSheet, Marked, overview, shapes};
pub use members::{MemberList, MemberRow, Turn};
pub use naming::Naming;
pub use waiting::InTray;
