//! Observations: the variables that are kept, and the values of one of them with who published them and what they are worth.
//!
//! A variable of all municipalities over all years is millions of values, so one answer holds no more than [`MOST`]: whoever
//! wants more names units or years. A value that is missing says why, and is never 0.

use std::collections::{BTreeMap, BTreeSet};

use miedza_planning::diagnosis::{self, Variable, Years};
use miedza_planning::rights::Room;
use miedza_store::{KeptVariable, ObservationImport};
use miedza_territory::{UnitCode, UnitIx, Units, Value};
use miedza_texts::{Message, key};
use miedza_workflows::Failure;
use serde::Serialize;

use super::answer::Found;
use super::column::{Cell, Column, Holds};
use super::endpoint::{Asked, CURSOR, Endpoint, Expects, Gives, LIMIT, Parameter, SORT, WORDS, Written};
use super::record::Around;
use super::table::Table;
use crate::frame::failure::unknown_address;
use crate::frame::{About, Asker, Told};

/// Most units times years of one answer: all Polish municipalities over ten years.
const MOST: usize = 25_000;

/// The variables that are kept.
pub const VARIABLES: Endpoint = Endpoint {
    name: "observation_variables",
    summary: key::API_OBSERVATION_VARIABLES,
    room: Room::Portal,
    about: About::Public,
    written: &[
        (Written::Json, "/api/v1/observations/variables"),
        (Written::Csv, "/api/v1/observations/variables.csv"),
        (Written::Xlsx, "/api/v1/observations/variables.xlsx"),
    ],
    parameters: &[WORDS, SORT, LIMIT, CURSOR],
    gives: Gives::List,
    columns: of_variables,
    told: &[],
};

/// The values of one variable.
pub const VALUES: Endpoint = Endpoint {
    name: "observations",
    summary: key::API_OBSERVATIONS,
    room: Room::Portal,
    about: About::Public,
    written: &[
        (Written::Json, "/api/v1/observations/{source}/{variable}"),
        (Written::Csv, "/api/v1/observations/{source}/{variable}.csv"),
        (Written::Xlsx, "/api/v1/observations/{source}/{variable}.xlsx"),
    ],
    parameters: &[
        Parameter { name: "units", expects: Expects::Words, about: key::API_PARAMETER_UNITS },
        Parameter { name: "from", expects: Expects::Number(1900, 2200), about: key::API_PARAMETER_FROM_YEAR },
        Parameter { name: "to", expects: Expects::Number(1900, 2200), about: key::API_PARAMETER_TO_YEAR },
        LIMIT,
        CURSOR,
    ],
    gives: Gives::List,
    columns: of_values,
    told: &[("variable", key::API_SAYS_VARIABLE), ("label", key::API_SAYS_LABEL), ("measure", key::API_SAYS_MEASURE)],
};

fn of_variables() -> Vec<Column> {
    vec![
        Column::needed("variable", Holds::Text, key::OBSERVATIONS_VARIABLE),
        Column::needed("label", Holds::Text, key::OBSERVATIONS_LABEL),
        Column::new("measure", Holds::Text, key::OBSERVATIONS_MEASURE),
        Column::new("first_year", Holds::Whole, key::API_COLUMN_FIRST_YEAR),
        Column::new("last_year", Holds::Whole, key::API_COLUMN_LAST_YEAR),
        Column::needed("units", Holds::Whole, key::OBSERVATIONS_UNITS),
        Column::needed("values", Holds::Whole, key::OBSERVATIONS_VALUES),
        Column::new("publisher", Holds::Text, key::OBSERVATIONS_PUBLISHER),
        Column::new("licence", Holds::Text, key::OBSERVATIONS_LICENCE),
    ]
}

fn of_values() -> Vec<Column> {
    vec![
        Column::needed("unit", Holds::Unit, key::OBSERVATIONS_UNIT),
        Column::needed("year", Holds::Whole, key::API_COLUMN_YEAR),
        Column::new("value", Holds::Decimal, key::OBSERVATIONS_VALUE),
        Column::needed("is_estimated", Holds::Flag, key::API_COLUMN_IS_ESTIMATED),
        Column::new("missing_because", Holds::Text, key::API_COLUMN_MISSING_BECAUSE),
        Column::new("notes", Holds::Text, key::API_COLUMN_NOTES),
        Column::new("publisher", Holds::Text, key::OBSERVATIONS_PUBLISHER),
        Column::new("licence", Holds::Text, key::OBSERVATIONS_LICENCE),
        Column::new("retrieved", Holds::Date, key::OBSERVATIONS_RETRIEVED),
    ]
}

/// Who published the figures of a source, and under which licences, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    publishers: BTreeSet<String>,
    licences: BTreeSet<String>,
}

impl Terms {
    /// The terms of each source by its word.
    pub fn of(imports: &[ObservationImport]) -> BTreeMap<String, Self> {
        let mut terms: BTreeMap<String, Self> = BTreeMap::new();
        // Nothing that is kept rests on an import that was withdrawn.
        for import in imports.iter().filter(|import| import.withdrawn_at.is_none()) {
            let of_source = terms.entry(import.source.clone()).or_default();
            of_source.publishers.extend(Some(import.publisher.clone()).filter(|text| !text.is_empty()));
            of_source.licences.extend(Some(import.licence.clone()).filter(|text| !text.is_empty()));
        }
        terms
    }

    /// The publishers in one line.
    pub fn publishers(&self) -> String {
        self.publishers.iter().map(String::as_str).collect::<Vec<_>>().join("; ")
    }

    /// The licences in one line.
    pub fn licences(&self) -> String {
        self.licences.iter().map(String::as_str).collect::<Vec<_>>().join("; ")
    }
}

/// The variables, by source and identifier.
///
/// # Errors
/// [`Told`] if the store cannot be read.
pub async fn variables(asker: Asker, asked: Asked) -> Result<Found, Told> {
    let store = asker.app.store();
    let terms = Terms::of(&store.observation_imports().await?);
    let rows = store.observation_variables().await?.iter().map(|kept| variable_row(kept, &terms)).collect();
    Ok(Found::All(Table { columns: of_variables(), rows }.asked(&asker, &asked), asked))
}

fn variable_row(kept: &KeptVariable, terms: &BTreeMap<String, Terms>) -> Vec<Cell> {
    let terms = terms.get(&kept.variable.source);
    let count = |count: u64| i64::try_from(count).map_or(Cell::Missing, Cell::Whole);
    vec![
        Cell::Text(kept.variable.to_string()),
        Cell::Text(kept.label.clone()),
        Cell::maybe(kept.measure.as_deref()),
        kept.years.map_or(Cell::Missing, |years| Cell::Whole(years.first.into())),
        kept.years.map_or(Cell::Missing, |years| Cell::Whole(years.last.into())),
        count(kept.units),
        count(kept.values),
        Cell::maybe(terms.map(Terms::publishers)),
        Cell::maybe(terms.map(Terms::licences)),
    ]
}

/// The values of the variable that the address names, unit by unit, each year in its order.
///
/// # Errors
/// [`Told`] if nothing is kept of it, a code is none, more is asked for than one answer holds, or the store cannot be read.
pub async fn values(asker: Asker, asked: Asked) -> Result<Found, Told> {
    let store = asker.app.store();
    let variable = named(asker.uri.path()).ok_or_else(unknown_address)?;
    let kept = store.observation_variables().await?.into_iter().find(|kept| kept.variable == variable);
    let kept = kept.ok_or_else(unknown_address)?;
    let years = years(&asked, &kept)?;
    let observed = store.units_observed(&variable).await?;
    let units = match asked.text("units") {
        Some(list) => known(&asker, codes(list)?, &observed).await?,
        None => observed,
    };
    let years = years.filter(|_| !units.is_empty());
    let rows = match years {
        Some(years) if units.len().saturating_mul(years.len()) > MOST => {
            let told = Message::new(key::API_TOO_MANY_VALUES).with("most", MOST);
            return Err(Failure::invalid(told, key::API_TOO_MANY_VALUES_HINT).into());
        }
        Some(years) => rows(&asker, &variable, (Units::new(units), years)).await?,
        None => Vec::new(),
    };
    let about = [
        ("variable".to_owned(), variable.to_string().into()),
        ("label".to_owned(), kept.label.into()),
        ("measure".to_owned(), kept.measure.into()),
    ];
    Ok(Found::Told { table: Table { columns: of_values(), rows }, asked, about: about.into_iter().collect() })
}

/// The variable that the last two parts of a path name, whatever ending stands behind.
fn named(path: &str) -> Option<Variable> {
    let mut parts = path.rsplit('/');
    let id = parts.next()?.split('.').next()?.to_owned();
    Some(Variable { source: parts.next()?.to_owned(), id })
}

/// The years that are asked for and have values; `None` where there are none.
fn years(asked: &Asked, kept: &KeptVariable) -> Result<Option<Years>, Failure> {
    let year = |name: &str| asked.number(name).and_then(|year| u16::try_from(year).ok());
    let (from, to) = (year("from"), year("to"));
    if let (Some(from), Some(to)) = (from, to)
        && from > to
    {
        let told = Message::new(key::API_YEARS_TURNED).with("from", from.to_string()).with("to", to.to_string());
        return Err(Failure::invalid(told, key::API_YEARS_TURNED_HINT));
    }
    Ok(kept.years.and_then(|kept| {
        let first = from.map_or(kept.first, |from| from.max(kept.first));
        let last = to.map_or(kept.last, |to| to.min(kept.last));
        (first <= last).then_some(Years { first, last })
    }))
}

/// Units that are in a register or have a value; a municipality is known whatever its kind was.
async fn known(asker: &Asker, units: Vec<UnitCode>, observed: &[UnitCode]) -> Result<Vec<UnitCode>, Failure> {
    let registered = asker.app.store().units_by_code(&units).await?;
    let is_known = |code: &UnitCode| registered.contains_key(code) || observed.binary_search(&code.lasting()).is_ok();
    match units.iter().find(|code| !is_known(code)) {
        None => Ok(units),
        Some(code) => {
            let told = Message::new(key::API_UNKNOWN_UNIT).with("code", code.to_string());
            Err(Failure::invalid(told, key::API_NOT_A_UNIT_HINT))
        }
    }
}

/// Codes with commas or spaces between them.
fn codes(list: &str) -> Result<Vec<UnitCode>, Failure> {
    let words = list.split([',', ' ', ';']).filter(|word| !word.is_empty());
    let code = |word: &str| {
        let told = || Message::new(key::API_NOT_A_UNIT).with("code", word.chars().take(40).collect::<String>());
        let code = UnitCode::parse(word).ok().filter(|_| word.bytes().all(|byte| byte.is_ascii_alphanumeric()));
        code.ok_or_else(|| Failure::invalid(told(), key::API_NOT_A_UNIT_HINT))
    };
    words.map(code).collect()
}

async fn rows(asker: &Asker, variable: &Variable, (units, years): (Units, Years)) -> Result<Vec<Vec<Cell>>, Failure> {
    let store = asker.app.store();
    let imports = store.observation_imports().await?;
    let imports: BTreeMap<u32, &ObservationImport> = imports.iter().map(|import| (import.id, import)).collect();
    let mut around = Around::default();
    around.add_units(asker, units.codes().iter().map(UnitCode::as_str)).await?;
    let block = store.block(std::slice::from_ref(variable), units.clone(), years).await?;
    let mut rows = Vec::new();
    for (code, number) in units.codes().iter().zip(0..) {
        for year in years.iter() {
            let Some(cell) = block.cell(variable, UnitIx::new(number), year) else { continue };
            let import = imports.get(&cell.import).copied();
            rows.push(value_row(Cell::Named(around.unit(code.as_str())), year, (cell, import)));
        }
    }
    Ok(rows)
}

fn value_row(unit: Cell, year: u16, (cell, import): (diagnosis::Cell, Option<&ObservationImport>)) -> Vec<Cell> {
    let because = if let Value::Missing(reason) = cell.value { word(&reason) } else { None };
    let notes: Vec<String> = cell.notes.iter().filter_map(|note| word(&note)).collect();
    vec![
        unit,
        Cell::Whole(year.into()),
        cell.value.number().map_or(Cell::Missing, Cell::Decimal),
        Cell::Flag(matches!(cell.value, Value::Estimated(_))),
        Cell::maybe(because),
        Cell::text(notes.join(" ")),
        Cell::maybe(import.map(|import| import.publisher.as_str())),
        Cell::maybe(import.map(|import| import.licence.as_str())),
        Cell::maybe(import.map(|import| import.retrieved.to_string())),
    ]
}

/// The word of a reason or a note for programs.
fn word(of: &impl Serialize) -> Option<String> {
    serde_json::to_value(of).ok()?.as_str().map(ToOwned::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_names_its_variable_whatever_stands_behind() {
        let expected = Some(Variable { source: "bdl".into(), id: "72305".into() });
        for path in ["/api/v1/observations/bdl/72305", "/api/v1/observations/bdl/72305.csv"] {
            assert_eq!(named(path), expected, "{path}");
        }
    }

    #[test]
    fn reasons_and_notes_have_words_for_programs() {
        assert_eq!(word(&miedza_territory::Missing::NotGiven).as_deref(), Some("not_given"));
        assert_eq!(word(&miedza_territory::Note::BreakInSeries).as_deref(), Some("break_in_series"));
    }

    #[test]
    fn codes_that_are_none_are_refused() {
        assert_eq!(codes("3020052, 3020062").map(|codes| codes.len()).ok(), Some(2));
        assert!(codes("3020052,?").is_err());
    }
}
