//! Every sentence people read, in Polish, Czech and English; numbers and dates as people write them.
//!
//! The only room that knows a human language. Others hand it a [`Message`]: a key of the catalogues in `locales/` with its
//! arguments. A key that one language lacks, or that takes other arguments there, fails the build, so no page can show a
//! gap. Nothing of ours is imported here.

mod catalogue;
mod collate;
mod date;
mod language;
mod message;
mod number;

pub use language::Language;
pub use message::{Argument, Key, Message, key};
