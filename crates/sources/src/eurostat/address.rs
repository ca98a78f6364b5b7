//! The address of a question to the service.

use super::Error;
use crate::json_stat::TimePeriod;

/// Where the service is.
pub const SERVICE: &str = "https://ec.europa.eu/eurostat/api/dissemination/statistics/1.0/data/";
/// Parameters that are no dimensions.
const RESERVED: [&str; 7] = ["format", "lang", "geolevel", "time", "sincetimeperiod", "untiltimeperiod", "lasttimeperiod"];

/// Language of the labels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// French.
    French,
    /// German.
    German,
}

/// Level of the units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GeoLevel {
    /// Groups of countries.
    Aggregate,
    /// Countries.
    Country,
    /// Major regions.
    Nuts1,
    /// Regions: voivodeships, groups of kraje.
    Nuts2,
    /// Small regions: subregions (podregiony), kraje.
    Nuts3,
    /// Cities.
    City,
}

/// Which times are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Times {
    /// All that there are.
    #[default]
    All,
    /// These.
    Each(Vec<TimePeriod>),
    /// From the first to the second, both included; `None` for open.
    Between(Option<TimePeriod>, Option<TimePeriod>),
    /// The last ones, so many.
    Last(u16),
}

/// A question: dataset, filters, level of the units, times, language.
///
/// ```
/// use miedza_sources::eurostat::{GeoLevel, Query, Times};
///
/// let query = Query {
///     filters: vec![("sex".into(), "T".into()), ("age".into(), "TOTAL".into())],
///     level: Some(GeoLevel::Nuts3),
///     times: Times::Between(Some("2014".parse().unwrap()), None),
///     ..Query::new("demo_r_pjanaggr3")
/// };
///
/// assert_eq!(
///     query.address().unwrap(),
///     "https://ec.europa.eu/eurostat/api/dissemination/statistics/1.0/data/demo_r_pjanaggr3\
///      ?format=JSON&lang=EN&sex=T&age=TOTAL&geoLevel=nuts3&sinceTimePeriod=2014"
/// );
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Code of the dataset.
    pub dataset: String,
    /// Pairs of a dimension and a category; several categories of a dimension are several pairs.
    pub filters: Vec<(String, String)>,
    /// Level of the units; `None` for all.
    pub level: Option<GeoLevel>,
    /// Times.
    pub times: Times,
    /// Language of the labels.
    pub language: Language,
}

impl Query {
    /// The question for a whole dataset.
    #[must_use]
    pub fn new(dataset: &str) -> Self {
        Self { dataset: dataset.to_owned(), ..Self::default() }
    }

    /// The address, its parameters in the order of the question; the same question has the same address.
    ///
    /// # Errors
    /// [`Error::Question`] if the dataset or a dimension is no code, a category is empty, a filter has the name of a
    /// parameter, no time or a time after the last is asked for.
    pub fn address(&self) -> Result<String, Error> {
        self.address_at(SERVICE)
    }

    /// The same at another place, whose address ends where the code of the dataset begins.
    ///
    /// # Errors
    /// [`Error::Question`], see [`Self::address`].
    pub fn address_at(&self, service: &str) -> Result<String, Error> {
        let is_code = |text: &str| {
            !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'$'))
        };
        let refused = |part, value: &str, what| Error::Question { part, value: value.into(), what };
        if !is_code(&self.dataset) {
            return Err(refused("the dataset", &self.dataset, "a code such as demo_r_pjanaggr3"));
        }
        let service = service.trim_end_matches('/');
        let mut address = format!("{service}/{}?format=JSON&lang={}", self.dataset, self.language.code());
        for (dimension, category) in &self.filters {
            if !is_code(dimension) {
                return Err(refused("a dimension", dimension, "a code such as sex"));
            }
            if RESERVED.contains(&dimension.to_ascii_lowercase().as_str()) {
                return Err(refused("a dimension", dimension, "level, times and language have their own place"));
            }
            if category.is_empty() {
                return Err(refused("a category", category, "a code such as T"));
            }
            address += &format!("&{dimension}={}", encoded(category));
        }
        if let Some(level) = self.level {
            address += &format!("&geoLevel={}", level.word());
        }
        Ok(address + &self.times.parameters()?)
    }
}

impl Times {
    fn parameters(&self) -> Result<String, Error> {
        let refused = |value: String, what| Err(Error::Question { part: "the time", value: value.into(), what });
        match self {
            Self::All => Ok(String::new()),
            Self::Each(times) if times.is_empty() => refused("an empty list".into(), "at least one time"),
            Self::Each(times) => Ok(times.iter().map(|time| format!("&time={time}")).collect()),
            Self::Between(Some(since), Some(until)) if since.year() > until.year() => {
                refused(format!("{since} to {until}"), "the earlier time first")
            }
            Self::Between(since, until) => {
                let one = |name: &str, time: &Option<TimePeriod>| time.map(|time| format!("&{name}={time}")).unwrap_or_default();
                Ok(one("sinceTimePeriod", since) + &one("untilTimePeriod", until))
            }
            Self::Last(0) => refused("the last 0".into(), "at least one time"),
            Self::Last(count) => Ok(format!("&lastTimePeriod={count}")),
        }
    }
}

impl Language {
    const fn code(self) -> &'static str {
        match self {
            Self::English => "EN",
            Self::French => "FR",
            Self::German => "DE",
        }
    }
}

impl GeoLevel {
    const fn word(self) -> &'static str {
        match self {
            Self::Aggregate => "aggregate",
            Self::Country => "country",
            Self::Nuts1 => "nuts1",
            Self::Nuts2 => "nuts2",
            Self::Nuts3 => "nuts3",
            Self::City => "city",
        }
    }
}

/// A category with every byte that is not unreserved in RFC 3986 as `%XX`.
fn encoded(text: &str) -> String {
    let byte = |byte: u8| match byte {
        byte if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    text.bytes().map(byte).collect()
}
