//! A day of the calendar, as registers and statistics name the state that they show.
//!
//! Only what a register edition needs: read, compared, written. No clock, no arithmetic, no day of the week.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A day of the Gregorian calendar, written `2025-01-01`.
///
/// ```
/// use miedza_territory::Day;
///
/// let day: Day = "2025-01-01".parse().unwrap();
///
/// assert_eq!(day.year(), 2025);
/// assert!("2025-02-29".parse::<Day>().is_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Day {
    year: u16,
    month: u8,
    of_month: u8,
}

/// A text that names no day.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} is no day such as 2025-01-01")]
pub struct NotADay(String);

impl Day {
    /// The day of these numbers; `None` if the calendar has no such day.
    #[must_use]
    pub const fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let last = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if is_leap => 29,
            2 => 28,
            _ => 0,
        };
        if year == 0 || day == 0 || day > last { None } else { Some(Self { year, month, of_month: day }) }
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    #[must_use]
    pub const fn of_month(self) -> u8 {
        self.of_month
    }
}

impl FromStr for Day {
    type Err = NotADay;

    /// Reads `YYYY-MM-DD`; white space around it is dropped.
    fn from_str(text: &str) -> Result<Self, NotADay> {
        let refused = || NotADay(text.chars().take(32).collect());
        let text = text.trim();
        let is_written_so = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        let mut parts = text.split('-').map(str::parse::<u16>);
        let (Some(Ok(year)), Some(Ok(month)), Some(Ok(day)), None, true) =
            (parts.next(), parts.next(), parts.next(), parts.next(), is_written_so)
        else {
            return Err(refused());
        };
        let (Ok(month), Ok(day)) = (u8::try_from(month), u8::try_from(day)) else { return Err(refused()) };
        Self::new(year, month, day).ok_or_else(refused)
    }
}

impl TryFrom<String> for Day {
    type Error = NotADay;

    fn try_from(text: String) -> Result<Self, NotADay> {
        text.parse()
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.of_month)
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_that_the_calendar_lacks_is_refused() {
        let cases = [
            ("2024-02-29", true),
            ("2023-02-29", false),
            ("1900-02-29", false),
            ("2000-02-29", true),
            ("2025-13-01", false),
            ("2025-04-31", false),
            ("0000-01-01", false),
            ("2025-1-01", false),
            ("01.01.2025", false),
            ("2025-01-01T00", false),
            ("", false),
        ];
        for (text, expected) in cases {
            assert_eq!(text.parse::<Day>().is_ok(), expected, "{text}");
        }
    }

    #[test]
    fn days_are_in_the_order_of_the_calendar() {
        let day = |text: &str| text.parse::<Day>().expect("a day of the test");

        assert!(day("2024-12-31") < day("2025-01-01"));
        assert_eq!(day(" 2024-01-05 ").to_string(), "2024-01-05");
    }
}
