//! The example reports in all formats, maps and charts, from the outside.

mod charts;
mod diagnosis;
mod diagnosis_sample;
mod map;
mod report;
mod sample;
