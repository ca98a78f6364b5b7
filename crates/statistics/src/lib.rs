//! Figures from observations of units: pure functions, each named as the literature names it, with the source of its method.
//!
//! A value that is missing stays missing: it is never 0, and every figure says how many values it rests on. Sums run in the
//! order of the units, so that the same input gives the same bytes with any number of threads.

pub mod spatial;
