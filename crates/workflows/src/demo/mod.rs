//! The demonstration: five real partnerships in the portal.
//!
//! All of it is part of the program, so it needs no file of the repository and no network. [`content`] reads the texts under
//! `demo/`, [`load()`] keeps them in a store, [`show()`] adds who can sign in. What the texts are made from, and how they are
//! written, says `demo/README.md`.

mod accounts;
mod content;
mod embedded;
mod error;
mod load;
mod observed;
mod own;
mod show;
mod territory;
mod value;

#[cfg(test)]
mod tests;

pub use accounts::ACCOUNTS;
pub use error::ContentError;
pub use load::{Loaded, load};
pub use show::{Demonstration, ShownAccount, refuse_folder, reset, show};
