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

    /// A month in words: `kwiecień 2012`, `duben 2012`, `April 2012`.
    ///
    /// `month` is 1..=12; another number is shown as a number.
    pub fn month(self, year: i32, month: u8) -> String {
        let name = key::find(&format!("month-alone-{month}"));
        let name = name.map_or_else(|| month.to_string(), |key| self.say(&Message::new(key)));
        format!("{name} {year}")
    }

    /// A quarter: `III kwartał 2013`, `3. čtvrtletí 2013`, `Q3 2013`.
    pub fn quarter(self, year: i32, quarter: u8) -> String {
        let name = key::find(&format!("quarter-{quarter}"));
        let name = name.map_or_else(|| quarter.to_string(), |key| self.say(&Message::new(key)));
        format!("{name} {year}")
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

    #[test]
    fn months_and_quarters_stand_in_the_case_of_a_heading() {
        let cases = [
            (Language::Pl, "kwiecień 2012", "III kwartał 2013"),
            (Language::Cs, "duben 2012", "3. čtvrtletí 2013"),
            (Language::En, "April 2012", "Q3 2013"),
        ];
        for (language, month, quarter) in cases {
            assert_eq!(language.month(2012, 4), month);
            assert_eq!(language.quarter(2013, 3), quarter);
        }
    }
}
