//! Times as statistical offices code them: `2023`, `2023-S1`, `2023-Q4`, `2023-05`, `2023-W07`, `2023-12-31`.
//!
//! # Source
//! SDMX 2.1, section 6, 4.2.6 (Gregorian and reporting time periods), in the spelling of Eurostat.

use std::fmt;
use std::str::FromStr;

use miedza_territory::{Day, Period};

/// The time that a figure speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TimePeriod {
    /// A year.
    Year(u16),
    /// A half of a year, 1 or 2.
    HalfYear(u16, u8),
    /// A quarter of a year, 1 to 4.
    Quarter(u16, u8),
    /// A month, 1 to 12.
    Month(u16, u8),
    /// A week of ISO 8601, 1 to 53.
    Week(u16, u8),
    /// A day.
    Day(Day),
}

/// A text that names no time.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} is no time such as 2023, 2023-Q4, 2023-05 or 2023-12-31")]
pub struct NotATime(String);

impl TimePeriod {
    /// The year.
    #[must_use]
    pub const fn year(self) -> u16 {
        match self {
            Self::Year(year) | Self::HalfYear(year, _) | Self::Quarter(year, _) | Self::Month(year, _) | Self::Week(year, _) => {
                year
            }
            Self::Day(day) => day.year(),
        }
    }

    /// The time as figures of units have it; `None` for parts of a year, which they do not.
    #[must_use]
    pub const fn period(self) -> Option<Period> {
        match self {
            Self::Year(year) => Some(Period::Year(year)),
            Self::Day(day) => Some(Period::Day(day)),
            _ => None,
        }
    }

    fn part(year: u16, part: &str) -> Option<Self> {
        let number = |digits: &str, width: usize, last: u8| {
            let is_written_so = digits.len() == width && digits.bytes().all(|byte| byte.is_ascii_digit());
            digits.parse::<u8>().ok().filter(|number| is_written_so && (1..=last).contains(number))
        };
        match part.as_bytes().first()? {
            b'S' => number(&part[1..], 1, 2).map(|half| Self::HalfYear(year, half)),
            b'Q' => number(&part[1..], 1, 4).map(|quarter| Self::Quarter(year, quarter)),
            b'W' => number(&part[1..], 2, 53).map(|week| Self::Week(year, week)),
            b'M' => number(&part[1..], 2, 12).map(|month| Self::Month(year, month)),
            _ => number(part, 2, 12).map(|month| Self::Month(year, month)),
        }
    }
}

impl FromStr for TimePeriod {
    type Err = NotATime;

    fn from_str(text: &str) -> Result<Self, NotATime> {
        let year = |text: &str| {
            let is_written_so = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
            text.parse::<u16>().ok().filter(|year| is_written_so && *year > 0)
        };
        let found = match text.split_once('-') {
            None => year(text).map(Self::Year),
            Some(_) if text.len() == 10 => text.parse().ok().map(Self::Day),
            Some((start, part)) => year(start).and_then(|year| Self::part(year, part)),
        };
        found.ok_or_else(|| NotATime(text.chars().take(32).collect()))
    }
}

impl fmt::Display for TimePeriod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::HalfYear(year, half) => write!(f, "{year:04}-S{half}"),
            Self::Quarter(year, quarter) => write!(f, "{year:04}-Q{quarter}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Week(year, week) => write!(f, "{year:04}-W{week:02}"),
            Self::Day(day) => day.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_as_it_is_coded_and_nothing_else_is() {
        let cases = [
            ("2023", Some("2023")),
            ("2023-S2", Some("2023-S2")),
            ("2023-Q4", Some("2023-Q4")),
            ("2023-05", Some("2023-05")),
            ("2023-M05", Some("2023-05")),
            ("2023-W07", Some("2023-W07")),
            ("2023-12-31", Some("2023-12-31")),
            ("2023-02-29", None),
            ("2023-Q5", None),
            ("2023-S0", None),
            ("2023-13", None),
            ("2023-1", None),
            ("2023-W54", None),
            ("+023", None),
            ("0000", None),
            ("2023-", None),
            ("2023-ł", None),
            ("23", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(text.parse::<TimePeriod>().ok().map(|time| time.to_string()).as_deref(), expected, "{text}");
        }
    }
}
