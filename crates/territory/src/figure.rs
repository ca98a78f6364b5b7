//! Figures of units over time: which figure, of which day or year, for which units, and from which file.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::observation::{Observations, Value};
use crate::provenance::Provenance;
use crate::register::Country;

/// A figure of units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Figure {
    /// Employed residents, persons.
    Employed,
    /// Jobs in the unit, persons who work there.
    Jobs,
    /// Inhabitants, persons.
    Population,
    /// Share of employed residents in the population, 0 to 1.
    EmployedShare,
    /// Area in square kilometres.
    AreaKm2,
}

impl Figure {
    /// All figures.
    pub const ALL: [Self; 5] = [Self::Employed, Self::Jobs, Self::Population, Self::EmployedShare, Self::AreaKm2];

    /// The word under which the figure is kept, which names its unit of measure unless that is persons.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Employed => "employed",
            Self::Jobs => "jobs",
            Self::Population => "population",
            Self::EmployedShare => "employed_share",
            Self::AreaKm2 => "area_km2",
        }
    }

    /// The figure of a word; `None` for any other.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|figure| figure.word() == word)
    }
}

/// The time that a figure speaks of, as exactly as its source says.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Period {
    /// A year, without a day.
    Year(u16),
    /// The state of a day.
    Day(Day),
}

/// A text that names neither a year nor a day.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} is no year such as 2023 and no day such as 2023-12-31")]
pub struct NotAPeriod(String);

impl Period {
    /// The year.
    #[must_use]
    pub const fn year(self) -> u16 {
        match self {
            Self::Year(year) => year,
            Self::Day(day) => day.year(),
        }
    }

    /// The day; `None` if only the year is known.
    #[must_use]
    pub const fn day(self) -> Option<Day> {
        match self {
            Self::Year(_) => None,
            Self::Day(day) => Some(day),
        }
    }
}

impl FromStr for Period {
    type Err = NotAPeriod;

    fn from_str(text: &str) -> Result<Self, NotAPeriod> {
        let text = text.trim();
        let year = || text.parse().ok().filter(|year| text.len() == 4 && *year > 0).map(Self::Year);
        let period = text.parse().ok().map(Self::Day).or_else(year);
        period.ok_or_else(|| NotAPeriod(text.chars().take(32).collect()))
    }
}

impl TryFrom<String> for Period {
    type Error = NotAPeriod;

    fn try_from(text: String) -> Result<Self, NotAPeriod> {
        text.parse()
    }
}

impl From<Period> for String {
    fn from(period: Period) -> Self {
        period.to_string()
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Day(day) => fmt::Display::fmt(day, f),
        }
    }
}

impl fmt::Debug for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// One figure of the units of one country at one time.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitFigures {
    /// The country.
    pub country: Country,
    /// Which figure.
    pub figure: Figure,
    /// Of which time.
    pub period: Period,
    /// By code, as the register of the country writes it, all levels that the file has.
    pub values: Observations,
    /// What the file itself says of the whole country; `None` where it does not.
    pub total: Option<Value>,
    /// The columns that were read, for the note of the source.
    pub column: String,
    /// Which file it was.
    pub provenance: Provenance,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_a_year_or_a_day() {
        let cases = [
            ("2023", Some(2023), true),
            (" 2023-12-31 ", Some(2023), false),
            ("0000", None, false),
            ("23", None, false),
            ("2023-13", None, false),
            ("", None, false),
        ];
        for (text, year, is_year) in cases {
            let period = text.parse::<Period>().ok();

            assert_eq!(period.map(Period::year), year, "{text}");
            assert_eq!(period.is_some_and(|period| period.day().is_none()), is_year, "{text}");
            if let Some(period) = period {
                assert_eq!(period.to_string(), text.trim());
            }
        }
    }

    #[test]
    fn each_figure_has_its_own_word() {
        for figure in Figure::ALL {
            assert_eq!(Figure::from_word(figure.word()), Some(figure));
        }
    }
}
