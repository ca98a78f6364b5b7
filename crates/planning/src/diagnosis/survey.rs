//! Surveys of a diagnosis: what is asked and answered, and counts that give nobody away.
//!
//! An answer has no name, no account and no address; it says its municipality if the person wants so. What is published are
//! counts, and small ones are hidden together with enough others that nobody reckons them back.

mod answers;
mod counts;
mod protection;

pub use answers::{AnswerFault, AnswerFaultKind, AnswerSheet, Asked, Channel, Given, LONGEST_WORDS, answered};
pub use counts::{CountTable, counted, returned};
pub use protection::{Protected, protected};
