//! Territorial units of the registers, through the years.

use std::collections::BTreeMap;

use miedza_planning::partnership::{Membership, members_on, read_all};
use miedza_planning::record::Kind;
use miedza_planning::rights::Room;
use miedza_store::{KeptFigure, KeptUnit, Question, UnitQuestion};
use miedza_territory::{Country, Day, Figure, Level, UnitCode};
use miedza_texts::key;
use miedza_workflows::{Failure, labels};
use serde_json::{Value, json};

use super::answer::{self, Found};
use super::column::{Cell, Column, Holds, Named};
use super::endpoint::{Asked, CURSOR, Endpoint, Expects, Gives, LIMIT, Parameter, Written};
use super::record::{self, Around};
use super::table::Table;
use crate::frame::failure::unknown_address;
use crate::frame::{About, Address, Asker, Told};

const COUNTRIES: &[&str] = &["pl", "cz"];
const LEVELS: &[&str] = &["region", "county", "municipality", "part"];
const KINDS: &[&str] = &["urban", "rural", "urban_rural", "town_part", "rural_part", "warsaw_district", "delegation"];

/// The units of the registers.
pub const LIST: Endpoint = Endpoint {
    name: "units",
    summary: key::API_UNITS,
    room: Room::Portal,
    about: About::Public,
    written: &[(Written::Json, "/api/v1/units"), (Written::Csv, "/api/v1/units.csv"), (Written::Xlsx, "/api/v1/units.xlsx")],
    parameters: &[
        Parameter { name: "country", expects: Expects::Choice(COUNTRIES), about: key::API_PARAMETER_COUNTRY },
        Parameter { name: "level", expects: Expects::Choice(LEVELS), about: key::API_PARAMETER_LEVEL },
        Parameter { name: "name", expects: Expects::Words, about: key::API_PARAMETER_NAME },
        Parameter { name: "parent", expects: Expects::Words, about: key::API_PARAMETER_PARENT },
        Parameter { name: "year", expects: Expects::Number(1900, 2200), about: key::API_PARAMETER_YEAR },
        LIMIT,
        CURSOR,
    ],
    gives: Gives::List,
    columns,
    told: &[],
};

/// One unit, with all that is known of it.
pub const ONE: Endpoint = Endpoint {
    name: "unit",
    summary: key::API_UNIT,
    room: Room::Portal,
    about: About::Public,
    written: &[(Written::Json, "/api/v1/units/{code}")],
    parameters: &[],
    gives: Gives::One,
    columns: columns_of_one,
    told: &[],
};

fn columns() -> Vec<Column> {
    vec![
        Column::needed("code", Holds::Text, key::API_COLUMN_CODE),
        Column::needed("name", Holds::Text, key::API_COLUMN_NAME),
        Column::needed("country", Holds::Choice(COUNTRIES), key::API_COLUMN_COUNTRY),
        Column::needed("level", Holds::Choice(LEVELS), key::API_COLUMN_LEVEL),
        Column::new("kind", Holds::Choice(KINDS), key::API_COLUMN_UNIT_KIND),
        Column::new("parent", Holds::Unit, key::API_COLUMN_PARENT),
        Column::new("is_county_seat", Holds::Flag, key::API_COLUMN_COUNTY_SEAT),
        Column::needed("known_from", Holds::Date, key::API_COLUMN_KNOWN_FROM),
        Column::new("gone_by", Holds::Date, key::API_COLUMN_GONE_BY),
        Column::new("population", Holds::Whole, key::API_COLUMN_POPULATION),
        Column::new("population_date", Holds::Date, key::API_COLUMN_POPULATION_DATE),
        Column::new("population_source", Holds::Text, key::API_COLUMN_POPULATION_SOURCE),
        Column::new("area_km2", Holds::Decimal, key::API_COLUMN_AREA),
        Column::new("area_source", Holds::Text, key::API_COLUMN_AREA_SOURCE),
        Column::needed("page", Holds::Address, key::API_COLUMN_PAGE),
    ]
}

fn columns_of_one() -> Vec<Column> {
    let mut columns = columns();
    columns.extend([
        Column::needed("partnerships", Holds::Links(Kind::Partnerships), key::API_COLUMN_PARTNERSHIPS),
        Column::needed("states", Holds::Data, key::API_COLUMN_STATES),
        Column::needed("successions", Holds::Data, key::API_COLUMN_SUCCESSIONS),
        Column::needed("figures", Holds::Data, key::API_COLUMN_FIGURES),
    ]);
    columns
}

/// The units that are asked for, by name.
///
/// # Errors
/// [`Told`] if the store cannot be read.
pub async fn list(asker: Asker, asked: Asked) -> Result<Found, Told> {
    let parent = asked.text("parent").map(UnitCode::parse).transpose();
    let Ok(parent) = parent else {
        return Ok(Found::Page { table: Table { columns: columns(), rows: Vec::new() }, total: 0, asked });
    };
    let is_page = LIST.is_page(&asker.uri);
    let (offset, limit) = if is_page { answer::page(&asker, &asked).await? } else { (0, 0) };
    let year = asked.number("year").and_then(|year| u16::try_from(year).ok());
    let question = UnitQuestion {
        country: asked.text("country").and_then(Country::from_word),
        level: asked.text("level").and_then(Level::from_word),
        parent,
        name: asked.text("name").map(ToOwned::to_owned),
        // The last edition of that year.
        on: year.and_then(|year| Day::new(year, 12, 31)),
        limit,
        offset,
    };
    let units = asker.app.store().units(&question).await?;
    let total = asker.app.store().count_units(&question).await?;
    let rows = rows(&asker, &units, year).await?;
    Ok(Found::Page { table: Table { columns: columns(), rows }, total, asked })
}

async fn rows(asker: &Asker, units: &[KeptUnit], year: Option<u16>) -> Result<Vec<Vec<Cell>>, Failure> {
    let codes: Vec<UnitCode> = units.iter().map(|kept| kept.unit.code.clone()).collect();
    let population = newest(asker.app.store().figures(&codes, Figure::Population).await?, year);
    let area = newest(asker.app.store().figures(&codes, Figure::AreaKm2).await?, year);
    let mut around = Around::default();
    let parents = units.iter().filter_map(|kept| kept.unit.parent.as_ref().map(UnitCode::as_str));
    around.add_units(asker, parents).await?;
    let row = |kept: &KeptUnit| {
        let code = &kept.unit.code;
        row(asker, kept, &around, [population.get(code), area.get(code)])
    };
    Ok(units.iter().map(row).collect())
}

/// The newest figure of each unit, not newer than the year that is asked for.
fn newest(figures: Vec<KeptFigure>, year: Option<u16>) -> BTreeMap<UnitCode, KeptFigure> {
    let fitting = figures.into_iter().filter(|kept| year.is_none_or(|year| kept.period.year() <= year));
    let mut newest: BTreeMap<UnitCode, KeptFigure> = BTreeMap::new();
    for kept in fitting {
        let is_newer = newest.get(&kept.code).is_none_or(|known| known.period.to_string() <= kept.period.to_string());
        if is_newer {
            newest.insert(kept.code.clone(), kept);
        }
    }
    newest
}

fn row(asker: &Asker, kept: &KeptUnit, around: &Around, [population, area]: [Option<&KeptFigure>; 2]) -> Vec<Cell> {
    let unit = &kept.unit;
    let word = |id: &str, name: String| Cell::Named(Named { id: id.to_owned(), name: Some(name) });
    let country = asker.tell(&labels::country(unit.country));
    let page = Address::unit(asker.language, unit.code.as_str());
    vec![
        Cell::Text(unit.code.to_string()),
        Cell::text(unit.name.as_str()),
        word(unit.country.word(), country),
        word(unit.level.word(), asker.tell(&labels::level(unit.country, unit.level))),
        unit.kind.map_or(Cell::Missing, |kind| word(labels::unit_kind_word(kind), asker.tell(&labels::unit_kind(kind)))),
        unit.parent.as_ref().map_or(Cell::Missing, |code| Cell::Named(around.unit(code.as_str()))),
        unit.is_county_seat.map_or(Cell::Missing, Cell::Flag),
        Cell::Text(kept.valid_from.to_string()),
        Cell::maybe(kept.valid_to.map(|day| day.to_string())),
        population.and_then(|kept| kept.value.number()).map_or(Cell::Missing, whole),
        Cell::maybe(population.map(|kept| kept.period.to_string())),
        Cell::maybe(population.map(|kept| kept.file.as_str())),
        area.and_then(|kept| kept.value.number()).map_or(Cell::Missing, Cell::Decimal),
        Cell::maybe(area.map(|kept| kept.file.as_str())),
        Cell::Text(format!("{}{page}", asker.app.portal().public_address)),
    ]
}

/// A number of persons, which has no fraction.
fn whole(number: f64) -> Cell {
    format!("{number:.0}").parse().map_or(Cell::Missing, Cell::Whole)
}

/// The unit that the address names, as it was last known.
///
/// # Errors
/// [`Told`] if no register holds the code, or the store cannot be read.
pub async fn one(asker: Asker, _asked: Asked) -> Result<Found, Told> {
    let text = asker.uri.path().rsplit('/').next().unwrap_or_default();
    let code = UnitCode::parse(text).map_err(|_| unknown_address())?;
    let store = asker.app.store();
    let states = store.unit_states(&code).await?;
    let last = states.last().cloned().ok_or_else(unknown_address)?;
    let mut cells = rows(&asker, std::slice::from_ref(&last), None).await?.pop().unwrap_or_default();
    cells.push(partnerships(&asker, &code).await?);
    let state = |kept: &KeptUnit| {
        json!({
            "name": kept.unit.name,
            "kind": kept.unit.kind.map(labels::unit_kind_word),
            "parent": kept.unit.parent.as_ref().map(UnitCode::as_str),
            "known_from": kept.valid_from,
            "gone_by": kept.valid_to,
        })
    };
    cells.push(Cell::Data(states.iter().map(state).collect()));
    let successions = store.successions(&code).await?;
    cells.push(Cell::Data(
        successions
            .iter()
            .map(|succession| {
                json!({
                    "old_code": succession.old_code, "new_code": succession.new_code,
                    "old_name": succession.old_name, "new_name": succession.new_name,
                    "after": succession.after, "by": succession.by, "reason": succession.reason,
                })
            })
            .collect(),
    ));
    cells.push(Cell::Data(store.figures_of_unit(&code).await?.iter().map(figure).collect()));
    Ok(Found::One(cells))
}

fn figure(kept: &KeptFigure) -> Value {
    json!({
        "figure": kept.figure.word(),
        "date": kept.period.to_string(),
        "value": kept.value.number(),
        "is_estimated": matches!(kept.value, miedza_territory::Value::Estimated(_)),
        "missing_because": match kept.value { miedza_territory::Value::Missing(reason) => json!(reason), _ => Value::Null },
        "source": kept.file,
    })
}

/// The partnerships that the unit is a certain member of today, as far as the asker may know.
async fn partnerships(asker: &Asker, code: &UnitCode) -> Result<Cell, Failure> {
    let mut found = Vec::new();
    // Under whichever of its codes: a village that became a town is one unit.
    for code in code.whatever_kind() {
        found.extend(asker.app.store().records(&Question::of(Kind::Memberships).with("unit", code.as_str())).await?);
    }
    let seen = record::seen(asker, found).await?;
    let memberships = read_all::<Membership>(&seen).map_err(|error| Failure::fault(&error))?;
    let mut ids: Vec<&str> = Vec::new();
    for membership in &memberships {
        let is_member = !members_on(std::slice::from_ref(membership), asker.today()).certain.is_empty();
        if let Some(id) = membership.partnership.as_deref().filter(|id| is_member && !ids.contains(id)) {
            ids.push(id);
        }
    }
    let mut around = Around::default();
    around.add(asker, Kind::Partnerships, ids.iter().copied()).await?;
    Ok(Cell::Several(ids.into_iter().map(|id| around.record(id)).collect()))
}
