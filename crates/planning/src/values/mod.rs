//! Values that several kinds of records share: dates as precise as they are known, texts in several languages, amounts
//! of money.

mod date;
mod money;
mod translated;

pub use date::{DateError, Day, PartialDate, Precision};
pub use money::{Currency, Money, Rate};
pub use translated::{Tongue, Translated, Translation, Wording};
