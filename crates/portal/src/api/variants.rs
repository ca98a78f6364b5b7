//! Variants of the area of a partnership: the list, and one of them.

use miedza_planning::partnership::variant::VariantState;
use miedza_planning::record::{Kind, Record};
use miedza_planning::rights::Room;
use miedza_store::Question;
use miedza_territory::UnitCode;
use miedza_texts::key;
use serde_json::{Map, json};

use super::answer::Found;
use super::column::{Cell, Column, Holds};
use super::endpoint::{Asked, CURSOR, Endpoint, Expects, Gives, LIMIT, Parameter, SORT, WORDS, Written};
use super::geojson::{Land, names, year_of};
use super::record::{self, Around};
use super::table::Table;
use crate::frame::{About, Asker, Told};

/// The variants of a partnership.
pub const LIST: Endpoint = Endpoint {
    name: "variants",
    summary: key::API_VARIANTS,
    room: Room::Partnership,
    about: About::Partnership,
    written: &[
        (Written::Json, "/api/v1/partnerships/{partnership}/variants"),
        (Written::Csv, "/api/v1/partnerships/{partnership}/variants.csv"),
        (Written::Xlsx, "/api/v1/partnerships/{partnership}/variants.xlsx"),
    ],
    parameters: &[
        Parameter {
            name: "state",
            expects: Expects::Choice(VariantState::CHOICES.words),
            about: key::API_PARAMETER_VARIANT_STATE,
        },
        WORDS,
        SORT,
        LIMIT,
        CURSOR,
    ],
    gives: Gives::List,
    columns,
    told: &[],
};

/// One variant.
pub const ONE: Endpoint = Endpoint {
    name: "variant",
    summary: key::API_VARIANT,
    room: Room::Diagnosis,
    about: About::RecordOf(Kind::Variants),
    written: &[
        (Written::Json, "/api/v1/partnerships/{partnership}/variants/{id}"),
        (Written::GeoJson, "/api/v1/partnerships/{partnership}/variants/{id}.geojson"),
    ],
    parameters: &[],
    gives: Gives::One,
    columns,
    told: &[("variant", key::API_PATH_ID), ("schematic", key::API_SAYS_SCHEMATIC)],
};

fn columns() -> Vec<Column> {
    let mut columns = record::columns(Kind::Variants);
    columns.push(Column::needed("unit_count", Holds::Whole, key::API_COLUMN_UNIT_COUNT));
    columns
}

fn row(asker: &Asker, variant: &Record, around: &Around) -> Vec<Cell> {
    let mut cells = record::cells(asker, variant, around);
    cells.push(Cell::count(variant.list("units").len()));
    cells
}

/// The variants that the asker may see.
///
/// # Errors
/// [`Told`] if the store cannot be read.
pub async fn list(asker: Asker, asked: Asked) -> Result<Found, Told> {
    let mut question = Question::of(Kind::Variants).in_partnership(asker.the_partnership().id.as_str());
    if let Some(state) = asked.text("state") {
        question = question.with("state", state);
    }
    let mut found = record::seen(&asker, asker.app.store().records(&question).await?).await?;
    found.sort_by(|one, two| asker.language.compare(&asker.words(one, "name"), &asker.words(two, "name")));
    let around = Around::of(&asker, &found).await?;
    let rows = found.iter().map(|variant| row(&asker, variant, &around)).collect();
    Ok(Found::All(Table { columns: columns(), rows }.asked(&asker, &asked), asked))
}

/// The variant that the address names.
///
/// # Errors
/// [`Told`] if the store cannot be read.
pub async fn one(asker: Asker, asked: Asked) -> Result<Found, Told> {
    let variant = asker.the_record().clone();
    if asked.written == Written::GeoJson {
        return features(&asker, &variant).await;
    }
    let around = Around::of(&asker, std::slice::from_ref(&variant)).await?;
    Ok(Found::One(row(&asker, &variant, &around)))
}

/// The units of a variant with their shapes in the year of its data.
async fn features(asker: &Asker, variant: &Record) -> Result<Found, Told> {
    let codes: Vec<UnitCode> = variant.list("units").into_iter().filter_map(|code| UnitCode::parse(code).ok()).collect();
    let year = variant.number("data_year").and_then(|year| u16::try_from(year).ok()).unwrap_or(year_of(asker.today()));
    let (land, around) = (Land::of(asker, &codes, year).await?, names(asker, &codes).await?);
    let core = variant.list("core_units");
    let feature = |code: &UnitCode| {
        let said = Map::from_iter([("core".to_owned(), json!(core.contains(&code.as_str())))]);
        land.feature(&around.unit(code.as_str()), said)
    };
    let about = json!({
        "id": variant.id,
        "name": asker.words(variant, "name"),
        "state": variant.text("state"),
        "data_year": variant.number("data_year"),
    });
    let about = Map::from_iter([("variant".to_owned(), about)]);
    Ok(Found::Said(land.collection(codes.iter().map(feature).collect(), about)))
}
