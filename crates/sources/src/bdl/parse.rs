//! Answers of the interface, version 1, as JSON: bytes in, records out.
//!
//! `year` is a text and `val` a number, and both may be absent; what they mean together with `attrId` is said in
//! [`flag`](super::flag) and put together in [`gather`](super::gather). Fields that are not used are passed over, so that the
//! service may add some.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::Error;

/// Most bytes of one answer; a page of a hundred units with thirty years has about 200 kB.
pub const MOST_BYTES: usize = 16 << 20;

/// One page of a list.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Page<T> {
    /// How many records all pages have together.
    pub total_records: Option<u64>,
    /// Number of the page, counted from 0.
    pub page: Option<u64>,
    /// How many records a page has at most.
    pub page_size: Option<u64>,
    /// Links to other pages.
    #[serde(default)]
    pub links: Links,
    /// The records of this page.
    #[serde(default = "Vec::new")]
    pub results: Vec<T>,
}

/// Links to other pages; the last one has no next.
#[derive(Clone, Debug, PartialEq, Eq, Default, Deserialize)]
pub struct Links {
    /// Address of the next page.
    pub next: Option<String>,
}

/// What stands around the records, whatever they are: enough to go on to the next page.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(transparent)]
pub struct Frame(pub Page<serde::de::IgnoredAny>);

/// One value of one period, as the service writes it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Entry {
    /// The year, as text.
    pub year: Option<String>,
    /// The number.
    pub val: Option<f64>,
    /// The attribute, see [`Flag`](super::flag::Flag).
    pub attr_id: Option<i64>,
}

/// Values of one variable: a page of `/data/by-variable`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct VariableData {
    /// Identifier of the variable.
    pub variable_id: u32,
    /// Identifier of its unit of measure.
    pub measure_unit_id: Option<i64>,
    /// When the service changed it last, as written.
    pub last_update: Option<String>,
    /// The units of this page with their values.
    #[serde(flatten)]
    pub page: Page<UnitValues>,
}

/// Values of one unit.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct UnitValues {
    /// Identifier of the unit.
    pub id: String,
    /// Its name.
    #[serde(default)]
    pub name: String,
    /// Values by period.
    #[serde(default)]
    pub values: Vec<Entry>,
}

/// Values of one unit: a page of `/data/by-unit`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UnitData {
    /// Identifier of the unit.
    pub unit_id: String,
    /// Its name.
    #[serde(default)]
    pub unit_name: String,
    /// The variables of this page with their values.
    #[serde(flatten)]
    pub page: Page<VariableValues>,
}

/// Values of one variable.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct VariableValues {
    /// Identifier of the variable.
    pub id: u32,
    /// Identifier of its unit of measure.
    pub measure_unit_id: Option<i64>,
    /// Values by period.
    #[serde(default)]
    pub values: Vec<Entry>,
}

/// A unit: a record of `/units`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Unit {
    /// Identifier, see [`UnitId`](super::UnitId); that of a locality is longer.
    pub id: String,
    /// Name.
    pub name: String,
    /// Identifier of the unit above.
    pub parent_id: Option<String>,
    /// Level, 0 to 7.
    pub level: u8,
    /// Kind, a digit; of a county it is no kind of municipality.
    pub kind: Option<String>,
}

/// A variable: a record of `/variables`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Variable {
    /// Identifier.
    pub id: u32,
    /// Identifier of its subject, for instance `P2137`.
    pub subject_id: Option<String>,
    /// First dimension.
    pub n1: Option<String>,
    /// Second dimension.
    pub n2: Option<String>,
    /// Third dimension.
    pub n3: Option<String>,
    /// Fourth dimension.
    pub n4: Option<String>,
    /// Fifth dimension.
    pub n5: Option<String>,
    /// The deepest level that has values.
    pub level: Option<u8>,
    /// Unit of measure, in words.
    pub measure_unit_name: Option<String>,
    /// Years that have values, in the answer about one variable.
    #[serde(default)]
    pub years: Vec<u16>,
}

impl Variable {
    /// What the service calls it: its dimensions, parted by semicolons.
    #[must_use]
    pub fn label(&self) -> String {
        let names = [&self.n1, &self.n2, &self.n3, &self.n4, &self.n5];
        names.into_iter().flatten().map(|name| name.trim()).filter(|name| !name.is_empty()).collect::<Vec<_>>().join("; ")
    }
}

/// An attribute of values: a record of `/attributes`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Attribute {
    /// Identifier.
    pub id: i64,
    /// What stands in tables.
    #[serde(default)]
    pub name: String,
    /// Sign beside the value.
    #[serde(default)]
    pub symbol: String,
    /// What it means.
    #[serde(default)]
    pub description: String,
}

/// Reads a page of `/data/by-variable/{variable}`.
///
/// # Errors
/// [`Error::Shape`] if it is none, [`Error::TooLarge`] above [`MOST_BYTES`].
pub fn by_variable(bytes: &[u8]) -> Result<VariableData, Error> {
    read(bytes, "page of values of one variable")
}

/// Reads a page of `/data/by-unit/{unit}`.
///
/// # Errors
/// [`Error::Shape`] if it is none, [`Error::TooLarge`] above [`MOST_BYTES`].
pub fn by_unit(bytes: &[u8]) -> Result<UnitData, Error> {
    read(bytes, "page of values of one unit")
}

/// Reads a page of `/units`.
///
/// # Errors
/// [`Error::Shape`] if it is none, [`Error::TooLarge`] above [`MOST_BYTES`].
pub fn units(bytes: &[u8]) -> Result<Page<Unit>, Error> {
    read(bytes, "page of units")
}

/// Reads a page of `/variables`.
///
/// # Errors
/// [`Error::Shape`] if it is none, [`Error::TooLarge`] above [`MOST_BYTES`].
pub fn variables(bytes: &[u8]) -> Result<Page<Variable>, Error> {
    read(bytes, "page of variables")
}

/// Reads the answer of `/variables/{variable}`.
///
/// # Errors
/// [`Error::Shape`] if it is none, [`Error::TooLarge`] above [`MOST_BYTES`].
pub fn variable(bytes: &[u8]) -> Result<Variable, Error> {
    read(bytes, "variable")
}

/// Reads a page of `/attributes`.
///
/// # Errors
/// [`Error::Shape`] if it is none, [`Error::TooLarge`] above [`MOST_BYTES`].
pub fn attributes(bytes: &[u8]) -> Result<Page<Attribute>, Error> {
    read(bytes, "page of attributes")
}

/// Reads what stands around the records of any answer; an answer about one thing has no next page.
///
/// # Errors
/// [`Error::Shape`] if it is no object, [`Error::TooLarge`] above [`MOST_BYTES`].
pub fn frame(bytes: &[u8]) -> Result<Frame, Error> {
    read(bytes, "answer")
}

fn read<T: DeserializeOwned>(bytes: &[u8], wanted: &'static str) -> Result<T, Error> {
    if bytes.len() > MOST_BYTES {
        return Err(Error::TooLarge { most: MOST_BYTES });
    }
    serde_json::from_slice(bytes).map_err(|source| Error::Shape { wanted, line: source.line(), column: source.column(), source })
}
