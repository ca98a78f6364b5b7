//! One file per command: its options, and the workflow that it calls.

pub mod backup;
pub mod certainty;
pub mod check;
pub mod compare;
pub mod contiguity;
pub mod delimit;
pub mod demo;
pub mod diagnose;
pub mod estimate;
pub mod fetch;
pub mod import;
pub mod input;
pub mod manual;
pub mod methods;
pub mod provider;
pub mod serve;
pub mod user;
