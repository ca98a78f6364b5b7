//! Projections against figures worked by hand, against Leslie matrices and a published log, and what must always hold.

mod golden;
mod lands;
mod properties;
mod refusals;
mod shared;
mod worked;
