//! Spatial association: what esda says, what can be counted out, and laws.

mod golden;
mod laws;
mod poland;
mod small;
