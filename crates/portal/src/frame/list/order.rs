//! By what rows are put in order: names by the rules of a language, numbers, dates; missing values last.

use std::cmp::Ordering;

use miedza_planning::values::PartialDate;
use miedza_texts::Language;

/// By what a row is sorted.
#[derive(Clone, Debug, PartialEq)]
pub enum SortKey {
    /// By words.
    Words(String),
    /// By a number.
    Number(f64),
    /// By a date, as precise as it is known.
    Date(PartialDate),
    /// There is nothing to sort by.
    Missing,
}

impl SortKey {
    /// What comes first; what is missing comes last in either direction.
    #[must_use]
    pub fn compare(&self, other: &Self, language: Language, is_descending: bool) -> Ordering {
        let order = match (self, other) {
            (Self::Missing, Self::Missing) => return Ordering::Equal,
            (Self::Missing, _) => return Ordering::Greater,
            (_, Self::Missing) => return Ordering::Less,
            (Self::Words(one), Self::Words(two)) => language.compare(one, two),
            (Self::Number(one), Self::Number(two)) => one.total_cmp(two),
            (Self::Date(one), Self::Date(two)) => one.cmp(two),
            (one, two) => one.rank().cmp(&two.rank()),
        };
        if is_descending { order.reverse() } else { order }
    }

    /// Order of the sorts of values, where a column holds several.
    const fn rank(&self) -> u8 {
        match self {
            Self::Number(_) => 0,
            Self::Date(_) => 1,
            Self::Words(_) => 2,
            Self::Missing => 3,
        }
    }
}

impl From<String> for SortKey {
    fn from(words: String) -> Self {
        if words.is_empty() { Self::Missing } else { Self::Words(words) }
    }
}

impl From<&str> for SortKey {
    fn from(words: &str) -> Self {
        Self::from(words.to_owned())
    }
}

impl From<&String> for SortKey {
    fn from(words: &String) -> Self {
        Self::from(words.clone())
    }
}

impl From<f64> for SortKey {
    fn from(number: f64) -> Self {
        if number.is_nan() { Self::Missing } else { Self::Number(number) }
    }
}

impl From<usize> for SortKey {
    fn from(count: usize) -> Self {
        Self::Number(u32::try_from(count).map_or(f64::INFINITY, f64::from))
    }
}

impl From<PartialDate> for SortKey {
    fn from(date: PartialDate) -> Self {
        Self::Date(date)
    }
}

impl<T: Into<Self>> From<Option<T>> for SortKey {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Missing, Into::into)
    }
}
