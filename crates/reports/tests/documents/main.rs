//! The example report in all formats and the map, from the outside.

mod map;
mod report;
mod sample;
