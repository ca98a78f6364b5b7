//! The rules of cooperation: what is kept, who is a member on a date, what a body may decide, who may do what.
//!
//! Pure: no files, no database, no clock (today's date comes in), no waiting. [`record`] says what kinds of things a
//! partnership office keeps and checks what is typed; [`delimitation`] keeps the work on a variant and holds it against its
//! rules; [`diagnosis`] holds the catalogue of indicators and what follows from their figures; [`partnership`] reads records
//! as members, bodies, meetings and calls and holds theirs; [`account`] says what holds for accounts; [`rights`] is the one
//! function that every door asks.

pub mod account;
pub mod delimitation;
pub mod diagnosis;
pub mod partnership;
pub mod portal;
pub mod record;
pub mod rights;
pub mod values;
