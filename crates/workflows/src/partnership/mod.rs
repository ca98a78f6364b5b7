//! Partnerships: reading what pages, exports and the interface for programs show of them, and what rules say of them.
//!
//! Each reading loads in a few questions, lets the rules of `planning` judge, and gives data; words are made where they are
//! shown. Whether somebody may see a record is asked of whoever reads.

mod all;
mod book;
mod land;
mod map;
mod members;
pub mod sentences;

pub use all::{Ahead, All, Listed, Wanted, ahead};
pub use book::Book;
pub use land::{Counted, Land, LandUnit, Sum};
pub use map::{Group, MapSheet, Marked, overview, shapes};
pub use members::{MemberList, MemberRow, Turn};
