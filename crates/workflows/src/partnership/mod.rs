//! Partnerships: what rules say of them, as sentences that people read.

pub mod sentences;
