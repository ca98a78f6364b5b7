//! A variant of a functional area while people work on it: what it began with, what was changed by hand, how to go back,
//! and the rules that its list of units is held against.
//!
//! Codes of units are texts of their register. Methods, flows and shapes are `miedza_delimitation`'s; whoever works out the
//! facts that [`check`] judges stands above. When a variant may be adopted is a rule of [`crate::partnership`].

mod history;
mod rules;

pub use history::{Base, Change, History, Place, Run, Step};
pub use rules::{Facts, Finding, Limits, Rule, Verdict, check};
