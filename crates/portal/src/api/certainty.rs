//! How sure the boundary of a variant is, unit by unit, as it was drawn last.

use miedza_planning::record::Kind;
use miedza_planning::rights::Room;
use miedza_texts::key;
use miedza_workflows::lab::certainty::{SureUnit, kept};
use serde_json::{Map, json};

use super::answer::Found;
use super::column::{Cell, Column, Holds};
use super::endpoint::{Asked, CURSOR, Endpoint, Gives, LIMIT, SORT, WORDS, Written};
use super::record::Around;
use super::table::Table;
use crate::frame::failure::unknown_address;
use crate::frame::{About, Asker, Told};

/// The certainty of a variant.
pub const LIST: Endpoint = Endpoint {
    name: "variant_certainty",
    summary: key::API_CERTAINTY,
    room: Room::Diagnosis,
    about: About::RecordOf(Kind::Variants),
    written: &[
        (Written::Json, "/api/v1/partnerships/{partnership}/variants/{id}/certainty"),
        (Written::Csv, "/api/v1/partnerships/{partnership}/variants/{id}/certainty.csv"),
        (Written::Xlsx, "/api/v1/partnerships/{partnership}/variants/{id}/certainty.xlsx"),
    ],
    parameters: &[WORDS, SORT, LIMIT, CURSOR],
    gives: Gives::List,
    columns,
    told: &[("drawn", key::API_SAYS_DRAWN), ("limit", key::API_SAYS_LIMIT), ("made_from", key::API_SAYS_MADE_FROM)],
};

fn columns() -> Vec<Column> {
    vec![
        Column::needed("unit", Holds::Unit, key::LAB_COLUMN_UNIT),
        Column::needed("certainty", Holds::Decimal, key::LAB_CERTAINTY_COLUMN),
        Column::needed("edge", Holds::Flag, key::LAB_CERTAINTY_EDGE),
        Column::new("seat", Holds::Unit, key::LAB_CERTAINTY_SEAT),
        Column::new("second", Holds::Unit, key::LAB_CERTAINTY_SECOND),
        Column::new("second_share", Holds::Decimal, key::LAB_CERTAINTY_SECOND_SHARE),
        Column::needed("own_area", Holds::Flag, key::API_COLUMN_OWN_AREA),
    ]
}

fn row(unit: &SureUnit, around: &Around) -> Vec<Cell> {
    let named = |code: Option<&String>| code.map_or(Cell::Missing, |code| Cell::Named(around.unit(code)));
    vec![
        named(Some(&unit.unit)),
        Cell::Decimal(unit.certainty),
        Cell::Flag(unit.is_edge),
        named(unit.seat.as_ref()),
        named(unit.second.as_ref()),
        unit.second_share.map_or(Cell::Missing, Cell::Decimal),
        Cell::Flag(unit.is_own),
    ]
}

/// The units of a variant with their certainty.
///
/// # Errors
/// [`Told`] if nobody asked for it yet, or the store cannot be read.
pub async fn list(asker: Asker, asked: Asked) -> Result<Found, Told> {
    let sure = kept(asker.the_record()).ok_or_else(unknown_address)?;
    let mut around = Around::default();
    let mut codes: Vec<&str> = Vec::new();
    for unit in &sure.units {
        codes.push(&unit.unit);
        codes.extend(unit.seat.as_deref().into_iter().chain(unit.second.as_deref()));
    }
    around.add_units(&asker, codes).await?;
    let rows = sure.units.iter().map(|unit| row(unit, &around)).collect();
    let about = Map::from_iter([
        ("drawn".to_owned(), json!(sure.drawn)),
        ("limit".to_owned(), json!(sure.limit)),
        ("made_from".to_owned(), json!(sure.made_from)),
    ]);
    Ok(Found::Told { table: Table { columns: columns(), rows }.asked(&asker, &asked), asked, about })
}
