//! Dates as precise as a source states them: a year, a quarter, a month or a day.
//!
//! "April 2012" is kept as `2012-04`, never made into a day. A date sorts by its first day, the less precise before the
//! more precise one, so that "2012" stands before "April 2012" and that before 1 April 2012.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// How precise a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// Only the year is known.
    Year,
    /// The quarter is known.
    Quarter,
    /// The month is known.
    Month,
    /// The day is known.
    Day,
}

/// A day of the Gregorian calendar.
///
/// ```
/// use miedza_planning::values::Day;
///
/// let day: Day = "2024-02-29".parse().unwrap();
/// assert_eq!(day.next().to_string(), "2024-03-01");
/// assert!("2023-02-29".parse::<Day>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day {
    year: i16,
    month: u8,
    day: u8,
}

/// Why a text is no date.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text} is no date; write 2012, 2012-Q3, 2012-04 or 2012-04-17")]
pub struct DateError {
    /// What was given.
    pub text: String,
}

const FIRST_YEAR: i16 = 1000;

impl Day {
    /// The day of this year, month and day of the month; `None` if the calendar has no such day or the year is before 1000.
    #[must_use]
    pub const fn new(year: i16, month: u8, day: u8) -> Option<Self> {
        if year < FIRST_YEAR || year > 9999 || month < 1 || month > 12 || day < 1 || day > days_in(year, month) {
            return None;
        }
        Some(Self { year, month, day })
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> i16 {
        self.year
    }

    /// The month, 1..=12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1..=31.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }

    /// The day after; the last day of the calendar stays.
    #[must_use]
    pub fn next(self) -> Self {
        Self::new(self.year, self.month, self.day + 1)
            .or_else(|| Self::new(self.year, self.month + 1, 1))
            .or_else(|| Self::new(self.year + 1, 1, 1))
            .unwrap_or(self)
    }

    /// The day before; the first day of the calendar stays.
    #[must_use]
    pub fn previous(self) -> Self {
        let last_of = |year, month| Self::new(year, month, days_in(year, month));
        Self::new(self.year, self.month, self.day - 1)
            .or_else(|| last_of(self.year, self.month - 1))
            .or_else(|| last_of(self.year - 1, 12))
            .unwrap_or(self)
    }

    /// So many days later.
    #[must_use]
    pub fn plus(self, days: u16) -> Self {
        (0..days).fold(self, |day, _| day.next())
    }
}

const fn is_leap(year: i16) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

const fn days_in(year: i16, month: u8) -> u8 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl FromStr for Day {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        match text.parse::<PartialDate>()? {
            PartialDate::Day(day) => Ok(day),
            _ => Err(DateError { text: text.to_owned() }),
        }
    }
}

impl TryFrom<String> for Day {
    type Error = DateError;

    fn try_from(text: String) -> Result<Self, DateError> {
        text.parse()
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

/// A date as precise as it is known.
///
/// ```
/// use miedza_planning::values::PartialDate;
///
/// let mut dates: Vec<PartialDate> = ["2012-04-17", "2012", "2011-Q4", "2012-04"].map(|text| text.parse().unwrap()).to_vec();
/// dates.sort();
/// assert_eq!(dates.iter().map(ToString::to_string).collect::<Vec<_>>(), ["2011-Q4", "2012", "2012-04", "2012-04-17"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum PartialDate {
    /// A year.
    Year(i16),
    /// A year and its quarter, 1..=4.
    Quarter(i16, u8),
    /// A year and its month, 1..=12.
    Month(i16, u8),
    /// A day.
    Day(Day),
}

impl PartialDate {
    /// How precise it is.
    #[must_use]
    pub const fn precision(self) -> Precision {
        match self {
            Self::Year(_) => Precision::Year,
            Self::Quarter(..) => Precision::Quarter,
            Self::Month(..) => Precision::Month,
            Self::Day(_) => Precision::Day,
        }
    }

    /// The first day that it may mean.
    #[must_use]
    pub const fn first_day(self) -> Day {
        match self {
            Self::Year(year) => Day { year, month: 1, day: 1 },
            Self::Quarter(year, quarter) => Day { year, month: quarter * 3 - 2, day: 1 },
            Self::Month(year, month) => Day { year, month, day: 1 },
            Self::Day(day) => day,
        }
    }

    /// The last day that it may mean.
    #[must_use]
    pub const fn last_day(self) -> Day {
        match self {
            Self::Year(year) => Day { year, month: 12, day: 31 },
            Self::Quarter(year, quarter) => Day { year, month: quarter * 3, day: days_in(year, quarter * 3) },
            Self::Month(year, month) => Day { year, month, day: days_in(year, month) },
            Self::Day(day) => day,
        }
    }
}

impl Ord for PartialDate {
    fn cmp(&self, other: &Self) -> Ordering {
        self.first_day().cmp(&other.first_day()).then_with(|| self.precision().cmp(&other.precision()))
    }
}

impl PartialOrd for PartialDate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl From<Day> for PartialDate {
    fn from(day: Day) -> Self {
        Self::Day(day)
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Quarter(year, quarter) => write!(f, "{year:04}-Q{quarter}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Day(day) => day.fmt(f),
        }
    }
}

fn digits<T: FromStr>(text: &str, length: usize) -> Option<T> {
    (text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

fn parse(text: &str) -> Option<PartialDate> {
    let mut parts = text.splitn(3, '-');
    let year: i16 = digits(parts.next()?, 4).filter(|year| *year >= FIRST_YEAR)?;
    let Some(second) = parts.next() else { return Some(PartialDate::Year(year)) };
    if let Some(quarter) = second.strip_prefix('Q') {
        let quarter: u8 = digits(quarter, 1).filter(|quarter| (1..=4).contains(quarter))?;
        return parts.next().is_none().then_some(PartialDate::Quarter(year, quarter));
    }
    let month: u8 = digits(second, 2).filter(|month| (1..=12).contains(month))?;
    match parts.next() {
        None => Some(PartialDate::Month(year, month)),
        Some(day) => Day::new(year, month, digits(day, 2)?).map(PartialDate::Day),
    }
}

impl FromStr for PartialDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        parse(text.trim()).ok_or_else(|| DateError { text: text.chars().take(40).collect() })
    }
}

impl TryFrom<String> for PartialDate {
    type Error = DateError;

    fn try_from(text: String) -> Result<Self, DateError> {
        text.parse()
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> Self {
        date.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_date_is_refused() {
        for text in
            ["", "12", "2012-13", "2012-00", "2012-Q5", "2012-Q1-01", "2012-02-30", "2012-4", "0999", "April 2012", "٢٠١٢"]
        {
            assert!(text.parse::<PartialDate>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_date_is_written_as_it_was_read() {
        for text in ["2012", "2012-Q3", "2012-04", "2012-04-30", "2024-02-29"] {
            assert_eq!(text.parse::<PartialDate>().map(|date| date.to_string()), Ok(text.to_owned()));
        }
    }

    #[test]
    fn a_date_covers_the_days_that_it_may_mean() {
        let cases = [
            ("2012", "2012-01-01", "2012-12-31"),
            ("2012-Q3", "2012-07-01", "2012-09-30"),
            ("2012-02", "2012-02-01", "2012-02-29"),
        ];
        for (text, first, last) in cases {
            let date: PartialDate = text.parse().expect("a date");

            assert_eq!(
                (date.first_day().to_string(), date.last_day().to_string()),
                (first.to_owned(), last.to_owned()),
                "{text}"
            );
        }
    }

    #[test]
    fn days_follow_each_other_over_months_and_years() {
        let day: Day = "2023-12-31".parse().expect("a day");

        assert_eq!(day.next().to_string(), "2024-01-01");
        assert_eq!(day.plus(60).to_string(), "2024-02-29");
        for text in ["2023-12-31", "2024-03-01", "2024-02-29", "1000-01-02"] {
            let day: Day = text.parse().expect("a day");

            assert_eq!(day.previous().next(), day, "{text}");
        }
    }
}
