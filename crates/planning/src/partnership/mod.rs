//! A partnership read from its records: members on a date, signatures, bodies, meetings, calls, and their rules.
//!
//! Each file holds one word: the types that its records are read as, the closed lists of words in them, and the rules that
//! need nothing else. [`dossier`] puts the readings of one partnership together, [`check`] holds them against all rules.
//! Everything is pure: days come in, data goes out, sentences are made elsewhere.

pub mod body;
pub mod call;
pub mod check;
pub mod count;
pub mod counties;
pub mod document;
pub mod dossier;
pub mod effect;
pub mod evidence;
pub mod flag;
pub mod identity;
pub mod material;
pub mod meeting;
pub mod membership;
pub mod namesakes;
pub mod participation;
pub mod places;
pub mod reading;
pub mod resolution;
#[cfg(test)]
mod samples;
pub mod signature;
pub mod stage;
pub mod tenure;
pub mod themes;
pub mod timeline;
pub mod variant;
pub mod waiting;
pub(crate) mod words;

pub use dossier::Dossier;
pub use membership::{Member, MemberRole, MembersOn, Membership, Party, members_in, members_on};
pub use places::{Place, Places};
pub use reading::{Kept, Reading, Unreadable, read, read_all};

#[cfg(test)]
mod tests;
