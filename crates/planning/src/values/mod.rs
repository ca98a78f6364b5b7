//! Values that several kinds of records share: dates as precise as they are known, texts in several languages.

mod date;
mod translated;

pub use date::{DateError, Day, PartialDate, Precision};
pub use translated::{Tongue, Translated, Translation, Wording};
