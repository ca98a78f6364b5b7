//! What is shown beside the work and has no rule of its own: news, files, lines on funders, tables of flows.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::identity::Country;
use super::reading::Reading;
use super::words::words;
use crate::record::Kind;
use crate::values::{Day, PartialDate, Translated};

words! {
    /// Language of a file.
    FileLanguage of LANGUAGE {
        /// Polish.
        Polish = "pl",
        /// Czech.
        Czech = "cs",
        /// English.
        English = "en",
        /// Another.
        Other = "other",
    }
}

words! {
    /// What flows between units.
    FlowKind of FLOW_KIND {
        /// People to their work.
        Commuting = "commuting",
        /// Pupils to their school.
        School = "school",
        /// People who move house.
        Migration = "migration",
        /// People to a service.
        Service = "service",
    }
}

/// News of a partnership.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct News {
    /// Its title.
    pub title: Translated,
    /// Its day.
    pub date: Day,
    /// Its text.
    pub body: Option<Translated>,
    /// Id of the picture.
    pub picture: Option<String>,
    /// A page about it.
    pub website: Option<String>,
    /// Ids of its themes.
    #[serde(default)]
    pub themes: Vec<String>,
}

impl Reading for News {
    const KIND: Kind = Kind::News;
}

/// A file with its description and licence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// Its name.
    pub file_name: String,
    /// Its checksum, under which it is kept.
    pub sha256: String,
    /// What it is.
    pub media_type: String,
    /// How large it is.
    pub bytes: u64,
    /// Its title.
    pub title: Option<Translated>,
    /// What a picture shows.
    pub alt: Option<Translated>,
    /// Under which licence.
    pub licence: Option<String>,
    /// In which language.
    pub language: Option<FileLanguage>,
    /// Its date.
    pub date: Option<PartialDate>,
}

impl Reading for Attachment {
    const KIND: Kind = Kind::Attachments;
}

/// A line on who pays or supports.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FunderLine {
    /// What it says.
    pub text: Translated,
    /// Id of the logo.
    pub logo: Option<String>,
    /// Place in the order.
    pub position: Option<u32>,
    /// A page about it.
    pub website: Option<String>,
}

impl Reading for FunderLine {
    const KIND: Kind = Kind::FunderLines;
}

/// A table of flows between units.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FlowTable {
    /// Its name.
    pub name: Translated,
    /// What flows.
    pub flow_kind: FlowKind,
    /// The year.
    pub year: i16,
    /// Who published it.
    pub publisher: Option<String>,
    /// Under which licence.
    pub licence: Option<String>,
    /// Counts below this are withheld.
    pub suppressed_below: Option<f64>,
    /// Whose units.
    pub country: Option<Country>,
    /// Id of the file.
    pub file: String,
    /// How it is read.
    pub reading: Option<Value>,
}

impl Reading for FlowTable {
    const KIND: Kind = Kind::FlowTables;
}
