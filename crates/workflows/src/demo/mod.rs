//! The demonstration: two real areas delimited on the terminal, and five real partnerships in the portal.
//!
//! All of it is part of the program, so it needs no file of the repository and no network. [`figures`] runs the main job on
//! the flows of two areas; [`content`] reads the texts under `demo/`, [`load`] keeps them in a store. What the texts are
//! made from, and how they are written, says `demo/README.md`.

mod accounts;
mod content;
mod embedded;
mod error;
mod figures;
mod load;
mod value;

#[cfg(test)]
mod tests;

pub use accounts::{ACCOUNTS, Account};
pub use error::ContentError;
pub use figures::{Shown, ShownArea, demo};
pub use load::{Loaded, load};
