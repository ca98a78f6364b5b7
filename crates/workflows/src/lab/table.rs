//! How a flow table that is kept shall be read; written beside its file when it is kept.

use std::path::{Path, PathBuf};

use miedza_sources::commuting::{self, Reading};
use miedza_sources::table::Input;
use miedza_territory::UnitCode;
use serde::{Deserialize, Serialize};

use crate::delimitation::{self, FlowRequest};
use crate::failure::{Failure, Table};

/// How a flow table is read. What is not said is found by the table itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct How {
    /// Column of origins, by name or number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin: Option<String>,
    /// Column of destinations.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub destination: Option<String>,
    /// Column of persons.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub persons: Option<String>,
    /// Sheet of a workbook.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// Decimal sign, `comma` or `point`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decimal: Option<String>,
    /// Whether rows of the same origin and destination are added up.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub sum_duplicates: bool,
    /// Rows whose origin is their destination: `auto`, `keep` or `apart`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub diagonal: Option<String>,
    /// Destinations that are no place, `CODE=at_home` or `CODE=outside`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub no_places: Vec<String>,
    /// Codes of the units all of whose flows the table holds; where none are named, it holds those of each unit. Others stand
    /// in it only as ends of flows: what they send and take as a whole is not in it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub whole_units: Vec<String>,
    /// Share of inhabitants who are employed, offered to methods that need to know who works at home.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub employed_share: Option<String>,
}

/// A flow table with how it is read.
#[derive(Clone, Debug, Default)]
pub struct TableFile {
    /// Name of its file.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// How it is read.
    pub how: How,
}

impl TableFile {
    /// Reads the table.
    ///
    /// # Errors
    /// [`Failure`] with the row and column that cannot be read.
    pub fn read(&self) -> Result<Reading, Failure> {
        let request = self.request();
        let options = delimitation::options(&request, None)?;
        let input = Input::new(&self.name, self.bytes.clone());
        let failed = |error| Failure::table(Table::LabFlows, Path::new(&self.name), &error);
        let reading = commuting::read(input, &options).map_err(failed)?;
        delimitation::refuse_empty(&reading, Path::new(&self.name))?;
        if self.how.whole_units.is_empty() {
            return Ok(reading);
        }
        Ok(reading.holding_whole(self.how.whole_units.iter().filter_map(|code| UnitCode::parse(code).ok())))
    }

    fn request(&self) -> FlowRequest {
        let how = self.how.clone();
        FlowRequest {
            file: PathBuf::from(&self.name),
            origin: how.origin,
            destination: how.destination,
            persons: how.persons,
            sheet: how.sheet,
            decimal: how.decimal,
            sum_duplicates: how.sum_duplicates,
            diagonal: how.diagonal.unwrap_or_else(|| "auto".to_owned()),
            no_places: how.no_places,
            ..FlowRequest::default()
        }
    }
}
