//! Dates as people write them.

use crate::language::Language;
use crate::message::{Message, key};

impl Language {
    /// A day in words: `22 listopada 2026`, `22. listopadu 2026`, `22 November 2026`.
    ///
    /// `month` is 1..=12; another number is shown as a number.
    pub fn date(self, year: i32, month: u8, day: u8) -> String {
        let name = key::find(&format!("month-{month}")).map_or_else(|| month.to_string(), |key| self.say(&Message::new(key)));
        let dot = if self == Self::Cs { "." } else { "" };
        format!("{day}{dot}\u{a0}{name} {year}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_in_words() {
        assert_eq!(Language::Pl.date(2026, 11, 22), "22\u{a0}listopada 2026");
        assert_eq!(Language::Cs.date(2026, 11, 22), "22.\u{a0}listopadu 2026");
        assert_eq!(Language::En.date(2026, 1, 2), "2\u{a0}January 2026");
    }
}
