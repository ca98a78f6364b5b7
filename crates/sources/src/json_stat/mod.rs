//! JSON-stat, the format in which Eurostat, the Czech Statistical Office and others hand out cubes of figures.
//!
//! A cube has dimensions in an order, each with its categories; its values lie in one row, the last dimension running
//! fastest. Read are datasets of version 2.0 and those of 1.x that stand alone under `dataset`; values and statuses may be
//! lists or objects by position. Not here: what a status means, how a unit or a time is coded by an office, and bundles of
//! several datasets.
//!
//! # Source
//! X. Badosa, The JSON-stat Format, version 2.0, <https://json-stat.org/full/>.
//!
//! ```
//! let answer = br#"{"version": "2.0", "class": "dataset", "id": ["sex", "year"], "size": [1, 2],
//!     "dimension": {"sex": {"category": {"index": ["T"]}}, "year": {"category": {"index": ["2022", "2023"]}}},
//!     "value": {"1": 630}, "status": {"0": ":"}}"#;
//!
//! let dataset = miedza_sources::json_stat::parse("answer.json", answer).unwrap();
//!
//! let cells: Vec<_> = dataset.cells().map(|cell| (cell.codes().collect::<Vec<_>>(), cell.value(), cell.status())).collect();
//! assert_eq!(cells, [(vec!["T", "2022"], None, Some(":")), (vec!["T", "2023"], Some(630.0), None)]);
//! ```

mod cell;
mod dataset;
mod dimension;
mod error;
mod listed;
mod parse;
mod raw;
mod select;
mod time;

pub use cell::Cell;
pub use dataset::{Dataset, MOST_CELLS, MOST_DIMENSIONS};
pub use dimension::{Category, Dimension, Role, Unit};
pub use error::Error;
pub use parse::{MOST_BYTES, parse};
pub use time::{NotATime, TimePeriod};
