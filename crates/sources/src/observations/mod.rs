//! One way in for observations, whatever file they lie in: what it is shows in its content, and it becomes series.
//!
//! Read are exports and saved answers of the Local Data Bank, cubes in JSON-stat (Eurostat, DataStat), open data and lists of
//! the Czech Statistical Office, local units of GISCO, table 21 of Statistics Poland, lists of functional types, and tables of anybody's own, by a
//! mapping or where the names of columns leave nothing open. Each series names its source and variable in words that
//! indicators use, `bdl:72305`. Rows that cannot be read are refused with their line; the others stay. Not here: the units
//! themselves, whose codes are kept as the file writes them.

mod bank;
pub(crate) mod bounds;
mod cube;
mod czso;
mod error;
pub(crate) mod gather;
pub(crate) mod interned;
pub(crate) mod key;
mod layout;
mod listed;
mod local;
mod refused;
mod table;
mod types;

use miedza_territory::{Day, Provenance, Series, SeriesSource};

pub use bounds::Outside;
pub use error::Error;
pub use layout::Layout;
pub use refused::{MOST_KEPT, Reason, Refused};
pub use types::FUNCTIONAL_TYPE;

use self::gather::{Gathered, Origin};
use self::layout::Json;
use self::refused::Refusals;
use crate::own::Mapping;
use crate::table::Input;

/// The word of a source that is nobody's but one's own.
const OWN: &str = "own";

/// What is known of a file beside its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct How {
    /// The day on which it was received.
    pub retrieved: Day,
    /// Subject of an export of the Local Data Bank, `P2137`; `None` where the name of the file tells it, or nobody.
    pub subject: Option<String>,
    /// Year of values whose period the file does not tell.
    pub year: Option<u16>,
    /// What the columns of an own table hold; `None` where their names shall tell, or the file is of another kind.
    pub mapping: Option<Mapping>,
    /// Word of the source of variables that a table names by words; `own` by default.
    pub source: Option<String>,
    /// Who published it, in place of what is known of the kind of file.
    pub publisher: Option<String>,
    /// Licence or line of attribution, in place of what is known of the kind of file.
    pub licence: Option<String>,
}

impl How {
    /// A file of which only the day is known.
    #[must_use]
    pub const fn new(retrieved: Day) -> Self {
        Self { retrieved, subject: None, year: None, mapping: None, source: None, publisher: None, licence: None }
    }
}

/// Something that a person has to know of the series of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Remark {
    /// A page of values names no label: nobody has compared the label of the variable with the one that is expected.
    LabelNotChecked {
        /// The variable.
        variable: String,
    },
    /// A column of an export that is no variable that is known; it has an identifier of its words.
    NotListed {
        /// The label.
        label: String,
        /// The identifier that it got.
        variable: String,
    },
    /// The file is one page of several.
    OnePage {
        /// How many records it has.
        records: u64,
        /// How many all pages have.
        total: u64,
    },
    /// Values that are missing because their flag is unknown, absent, or promises a number that is not there.
    OddFlags {
        /// How many.
        values: u64,
    },
    /// Rows about something that is not taken, such as one sex; of a list of municipalities only both sexes are.
    LeftOut {
        /// How many.
        rows: u64,
    },
}

/// What a file holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// One series for each variable. An export keeps the order of its columns, all others that of their keys.
    pub series: Vec<Series>,
    /// How many rows, or records of an answer, were read, those that are refused among them.
    pub read_rows: u64,
    /// Rows and values that were not taken, by line, at most [`MOST_KEPT`].
    pub refused: Vec<Refused>,
    /// How many were not taken.
    pub refused_total: u64,
    /// What a person has to know.
    pub remarks: Vec<Remark>,
    /// What kind of file it is.
    pub layout: Layout,
    /// Which file it was.
    pub provenance: Provenance,
}

/// Series and what was odd, before it is known which file they are from.
struct Taken {
    series: Vec<Series>,
    rows: u64,
    refusals: Refusals,
    remarks: Vec<Remark>,
}

impl Taken {
    fn new(series: Vec<Series>, rows: u64) -> Self {
        Self { series, rows, refusals: Refusals::default(), remarks: Vec::new() }
    }
}

impl From<Gathered> for Taken {
    fn from(gathered: Gathered) -> Self {
        Self { series: gathered.series, rows: gathered.rows, refusals: gathered.refusals, remarks: Vec::new() }
    }
}

/// Reads the observations of a file.
///
/// ```
/// use miedza_sources::observations::{How, read};
/// use miedza_sources::table::Input;
/// use miedza_territory::Day;
///
/// let table = "kod;rok;zmienna;wartość\n0299011;2023;bdl:72305;10500\n0299011;2024;bdl:72305;10410\n";
/// let how = How::new(Day::new(2026, 1, 5).unwrap());
///
/// let found = read(Input::new("own.csv", table), &how).unwrap();
///
/// assert_eq!(found.series[0].about().key(), "bdl:72305");
/// assert_eq!((found.series[0].len(), found.refused_total), (2, 0));
/// ```
///
/// # Errors
/// [`Error`] if the file cannot be read, is of no kind that is known and its columns do not tell what they hold, tells no
/// period and none is given, or not a single value can be taken.
pub fn read(input: Input, how: &How) -> Result<Found, Error> {
    if let Some(word) = how.source.as_ref().filter(|word| !SeriesSource::is_word(word)) {
        return Err(Error::NotAWord { word: word.chars().take(64).collect::<String>().into() });
    }
    let provenance = input.provenance("observations");
    let (layout, taken) = match (&how.mapping, layout::json(&input)?) {
        (None, Some((kind, text))) => json(&input, (kind, &text), how, &provenance)?,
        _ => table::read(input, how, &provenance)?,
    };
    let refusals = taken.refusals.sorted();
    if let (true, Some(first)) = (taken.series.is_empty(), refusals.kept.first()) {
        let (file, refused, line) = (provenance.file.as_str().into(), refusals.total, first.line);
        return Err(Error::AllRefused { file, refused, line, what: first.what.as_str().into(), reason: first.reason.clone() });
    }
    if taken.series.is_empty() {
        return Err(crate::Error::NoRows { file: provenance.file.as_str().into() }.into());
    }
    let (series, read_rows, remarks) = (taken.series, taken.rows, taken.remarks);
    Ok(Found { series, read_rows, refused: refusals.kept, refused_total: refusals.total, remarks, layout, provenance })
}

fn json(input: &Input, (kind, text): (Json, &[u8]), how: &How, provenance: &Provenance) -> Result<(Layout, Taken), Error> {
    Ok(match kind {
        Json::BankVariable => (Layout::BankVariable, bank::by_variable(text, how, provenance)?),
        Json::BankUnit => (Layout::BankUnit, bank::by_unit(text, how, provenance)?),
        Json::Cube => (Layout::Cube, cube::read(input.name(), text, how, provenance)?),
        Json::Features => (Layout::LocalUnits, local::of_features(input.name(), text, how, provenance)?),
        Json::Table => return table::read(input.clone(), how, provenance),
    })
}

impl How {
    /// What all series of a file have in common, with what is known of its kind.
    fn origin(&self, publisher: &str, licence: &str, provenance: &Provenance) -> Origin {
        Origin {
            publisher: self.publisher.clone().unwrap_or_else(|| publisher.into()),
            retrieved: self.retrieved,
            licence: self.licence.clone().unwrap_or_else(|| licence.into()),
            sha256: provenance.sha256.clone(),
        }
    }

    /// Word of the source of variables that a table names by words.
    fn word(&self) -> &str {
        self.source.as_deref().unwrap_or(OWN)
    }
}
