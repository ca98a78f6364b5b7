//! Which kind of file it is, told by its content.

use bytes::Bytes;
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use super::Error;
use crate::table::{self, Input, Lack, fold};
use crate::units::columns::CATALOGUE;

/// What kind of file observations lie in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Layout {
    /// Export of the pages of the Local Data Bank, a row per unit.
    BankExport,
    /// Saved answer of the Local Data Bank about one variable.
    BankVariable,
    /// Saved answer of the Local Data Bank about one unit.
    BankUnit,
    /// Cube in JSON-stat.
    Cube,
    /// Open data of the Czech Statistical Office, a row per value.
    CzechLong,
    /// List of Czech municipalities with their inhabitants.
    CzechList,
    /// Local administrative units of Eurostat's GISCO.
    LocalUnits,
    /// Table 21 of Statistics Poland: area and inhabitants.
    PolishAreas,
    /// List of functional types.
    Types,
    /// A table of anybody's own.
    Own,
}

/// What a text in JSON is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Json {
    BankVariable,
    BankUnit,
    Cube,
    Features,
    Table,
}

/// Names by which answers are told apart.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Names {
    variable_id: Option<IgnoredAny>,
    unit_id: Option<IgnoredAny>,
    #[serde(rename = "type")]
    kind: Option<IgnoredAny>,
    features: Option<IgnoredAny>,
    class: Option<IgnoredAny>,
    dimension: Option<IgnoredAny>,
    dataset: Option<IgnoredAny>,
    value: Option<IgnoredAny>,
    error: Option<IgnoredAny>,
    warning: Option<IgnoredAny>,
}

/// What a file is that is JSON, with its text; `None` for any other.
pub(super) fn json(input: &Input) -> Result<Option<(Json, Bytes)>, Error> {
    let Some(text) = table::json(input)? else { return Ok(None) };
    let text = if text.starts_with(b"\xEF\xBB\xBF") { text.slice(3..) } else { text };
    if text.iter().find(|byte| !byte.is_ascii_whitespace()) != Some(&b'{') {
        return Ok(Some((Json::Table, text)));
    }
    let told = |source| Error::Json { file: input.name().into(), source };
    let names: Names = serde_json::from_slice(&text).map_err(told)?;
    let is_cube = names.class.is_some() || names.dataset.is_some() || names.dimension.is_some() && names.value.is_some();
    let kind = match names {
        Names { variable_id: Some(_), .. } => Json::BankVariable,
        Names { unit_id: Some(_), .. } => Json::BankUnit,
        Names { kind: Some(_), features: Some(_), .. } => Json::Features,
        // A refusal of Eurostat is told by the reader of its cubes.
        Names { error, warning, .. } if is_cube || error.is_some() || warning.is_some() => Json::Cube,
        _ => Json::Table,
    };
    Ok(Some((kind, text)))
}

/// What a table is whose header was recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Export,
    CzechLong,
    /// Inhabitants by age and sex.
    CzechAges,
    /// The table by which taxes are shared among municipalities.
    CzechTaxes,
    LocalUnits,
    PolishAreas,
    Types,
}

/// Whether the columns begin with code and name, as those of exports of the Local Data Bank do.
pub(super) fn begins_like_an_export(header: &[String]) -> bool {
    let is = |at: usize, name: &str| header.get(at).is_some_and(|column| fold(column) == name);
    is(0, "kod") && is(1, "nazwa") && header.len() > 2
}

/// What the names of columns say; `has_subject` tells that the file is known to be an export of the Local Data Bank.
pub(super) fn kind(header: &[String], has_subject: bool) -> Result<Kind, Lack> {
    if super::types::is_list(header) {
        return Ok(Kind::Types);
    }
    let folded: Vec<String> = header.iter().map(|name| fold(name)).collect();
    let has = |name: &str| folded.iter().any(|column| column == name);
    let begins = |stem: &str| folded.iter().any(|column| column.split(' ').any(|word| word.starts_with(stem)));
    let is_headed = |name: &String| {
        let said = crate::bdl::export::heading(name);
        said.year.is_some() && said.measure.is_some()
    };
    let is_own = ["rok", "wartosc", "zmienna", "wskaznik"].iter().any(|name| has(name));
    if begins_like_an_export(header) && (has_subject && !is_own || header.iter().any(is_headed)) {
        return Ok(Kind::Export);
    }
    if ["hodnota", "stapro kod", "vuzemi cis", "vuzemi kod"].iter().all(|name| has(name)) {
        return Ok(Kind::CzechLong);
    }
    let is_dated = |name: &String| name.starts_with("pop ") || name == "population";
    if (has("gisco id") || has("lau code")) && (folded.iter().any(is_dated) || has("area km2") || has("total area m2")) {
        return Ok(Kind::LocalUnits);
    }
    if folded.iter().any(|name| name.contains("identyfikator terytorialny")) && begins("ludnosc") && begins("powierzchni") {
        return Ok(Kind::PolishAreas);
    }
    let has_sex = CATALOGUE.find("sex", header) != table::Found::None;
    if (has_sex || has("pupils actual") || begins("zamestnanc")) && crate::czso::is_list(header) {
        return Ok(if has_sex { Kind::CzechAges } else { Kind::CzechTaxes });
    }
    Err(Lack::Missing { role: "observations", option: "a mapping".into(), found: 0 })
}
