//! DataStat, the newer service of the Czech Statistical Office: cubes in JSON-stat, and their addresses.
//!
//! A cube has one dimension of territory, one of time, often one of indicators, and others of which one category is
//! chosen. Codes of territories are taken as they stand; which list they are from, the name of the dimension tells.
//! A missing value has its reason from its status, where there is one, by the marks of the office's tables. Not here: which
//! dataset holds which figure. [`fetch`] alone asks the service.
//!
//! # Source
//! ČSÚ, DataStat, <https://data.csu.gov.cz>: datasets under `sady`, ready selections of them under `vybery`.
//!
//! ```
//! use miedza_sources::czso::data_stat::{Question, address};
//!
//! assert_eq!(
//!     address(Question::Dataset("OBY01A")).unwrap(),
//!     "https://data.csu.gov.cz/api/dotaz/v1/data/sady/OBY01A?format=JSON_STAT"
//! );
//! ```

use miedza_territory::{Missing, UnitCode, Value};

use crate::json_stat::{self, Cell, Dataset, Role, TimePeriod};
use crate::service::{self, Answer, Client};
use crate::table::{Field, Numbers};

/// Where the service is.
pub const SERVICE: &str = "https://data.csu.gov.cz";

/// Most bytes of a dataset.
pub const MOST_BYTES: u64 = 256 << 20;

/// Why there are no observations.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The answer is no cube, or the cube has another shape than was asked for.
    #[error("the answer is not the cube that was asked for")]
    Cube(#[from] json_stat::Error),
    /// A name that is no code of a dataset.
    #[error("{name} is no code of a dataset or selection such as OBY01A")]
    NotADataset {
        /// What was given.
        name: Box<str>,
    },
    /// There is no answer.
    #[error(transparent)]
    Service(#[from] service::Error),
}

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question<'a> {
    /// A whole dataset (sada).
    Dataset(&'a str),
    /// A selection that the office has made ready (výběr).
    Selection(&'a str),
    /// The open data of a dataset, a file with a row per value.
    OpenData(&'a str),
}

/// What was observed in one territory at one time.
#[derive(Clone, Debug, PartialEq)]
pub struct Observation {
    /// Code of what was measured; `None` if the cube has no dimension of indicators.
    pub indicator: Option<Box<str>>,
    /// Unit of measure, where the cube tells it.
    pub unit: Option<Box<str>>,
    /// Code of the territory.
    pub territory: UnitCode,
    /// The time.
    pub period: TimePeriod,
    /// The value, or why there is none.
    pub value: Value,
}

/// The address of a dataset or selection as JSON-stat, or of its open data as CSV.
///
/// # Errors
/// [`Error::NotADataset`] if the code is empty or holds anything but letters, digits, `-` and `_`.
pub fn address(question: Question<'_>) -> Result<String, Error> {
    address_at(SERVICE, question)
}

/// The same at another place.
///
/// # Errors
/// [`Error::NotADataset`], see [`address`].
pub fn address_at(service: &str, question: Question<'_>) -> Result<String, Error> {
    let service = service.trim_end_matches('/');
    let (before, code, behind) = match question {
        Question::Dataset(code) => ("api/dotaz/v1/data/sady", code, "?format=JSON_STAT"),
        Question::Selection(code) => ("api/dotaz/v1/data/vybery", code, "?format=JSON_STAT"),
        Question::OpenData(code) => ("opendata/sady", code, "/distribuce/csv"),
    };
    let is_code = !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    if !is_code {
        return Err(Error::NotADataset { name: code.into() });
    }
    Ok(format!("{service}/{before}/{code}{behind}"))
}

/// Asks for a dataset at the service and gives what it answers, a cube or the file of its open data.
///
/// # Errors
/// [`Error::NotADataset`], [`Error::Service`] if there is no answer, [`Error::Cube`] if it is no cube where one was asked for;
/// such an answer is not kept.
pub async fn fetch(client: &Client, service: &str, question: Question<'_>) -> Result<Answer, Error> {
    let answer = client.get(&service::address(&address_at(service, question)?)?).await?;
    if !matches!(question, Question::OpenData(_))
        && let Err(error) = parse(&answer.address, &answer.read().await?)
    {
        client.forget(&answer.address).await?;
        return Err(error);
    }
    Ok(answer)
}

/// Reads the cube of an answer; `file` is the name that errors give it.
///
/// # Errors
/// [`Error::Cube`] if the bytes are no cube.
pub fn parse(file: &str, bytes: &[u8]) -> Result<Dataset, Error> {
    Ok(json_stat::parse(file, bytes)?)
}

/// The observations of a cube, in its order: one for each indicator, territory and time.
///
/// `chosen` are pairs of a dimension and a category; a dimension of one category need not be chosen. What the answer lists
/// nothing for is an observation without a value.
///
/// # Errors
/// [`Error::Cube`] if there is no dimension of territory or time, one of their categories is no code or no time, or a choice
/// names what is not there or is wanting.
pub fn observations(dataset: &Dataset, chosen: &[(&str, &str)]) -> Result<Vec<Observation>, Error> {
    let (geo, time) = (dataset.one_for(Role::Geo)?, dataset.one_for(Role::Time)?);
    let metric = dataset.one_for(Role::Metric).ok();
    let stay: Vec<usize> = [geo, time].into_iter().chain(metric).collect();
    let (units, times) = (dataset.units(geo)?, dataset.times(time)?);
    let observation = |cell: Cell<'_>| {
        let territory = units.get(cell.coordinate(geo)?)?.clone();
        let period = *times.get(cell.coordinate(time)?)?;
        let measured = metric.and_then(|metric| cell.category(metric));
        let indicator = measured.map(|category| category.code.as_str().into());
        let unit = measured.and_then(|category| category.unit.as_ref()?.label.as_deref()).map(Into::into);
        Some(Observation { indicator, unit, territory, period, value: value(cell) })
    };
    Ok(dataset.select(&stay, chosen)?.into_iter().filter_map(observation).collect())
}

/// The value of a cell; its mark tells why there is none, and a number beside the mark of a secret is none.
pub(crate) fn value(cell: Cell<'_>) -> Value {
    let marked = cell.status().map(|mark| Numbers::default().read(mark, 0, 0));
    match (cell.value(), marked) {
        (_, Some(Field::Missing(Missing::Suppressed))) => Value::Missing(Missing::Suppressed),
        (Some(number), _) => Value::Known(number),
        (None, Some(Field::Missing(why))) => Value::Missing(why),
        (None, _) => Value::Missing(Missing::NotGiven),
    }
}
