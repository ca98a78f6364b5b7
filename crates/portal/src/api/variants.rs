//! Variants of the area of a partnership: the list, and one of them.

use miedza_planning::partnership::variant::VariantState;
use miedza_planning::record::{Kind, Record};
use miedza_planning::rights::Room;
use miedza_store::Question;
use miedza_texts::key;

use super::answer::Found;
use super::column::{Cell, Column, Holds};
use super::endpoint::{Asked, CURSOR, Endpoint, Expects, Gives, LIMIT, Parameter, SORT, WORDS, Written};
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
    written: &[(Written::Json, "/api/v1/partnerships/{partnership}/variants/{id}")],
    parameters: &[],
    gives: Gives::One,
    columns,
    told: &[],
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
pub async fn one(asker: Asker, _asked: Asked) -> Result<Found, Told> {
    let variant = asker.the_record().clone();
    let around = Around::of(&asker, std::slice::from_ref(&variant)).await?;
    Ok(Found::One(row(&asker, &variant, &around)))
}
