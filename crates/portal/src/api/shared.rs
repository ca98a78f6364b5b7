//! Lists that belong to no single partnership: calls and themes.

use miedza_planning::record::Kind;
use miedza_planning::rights::Room;
use miedza_planning::values::PartialDate;
use miedza_store::Question;
use miedza_texts::key;

use super::answer::Found;
use super::column::Column;
use super::endpoint::{Asked, CURSOR, Endpoint, Expects, Gives, LIMIT, Parameter, SORT, WORDS, Written};
use super::record::{self, Around};
use super::table::Table;
use crate::frame::{About, Asker, Told};

/// Calls and invitations.
pub const CALLS: Endpoint = Endpoint {
    name: "calls",
    summary: key::API_CALLS,
    room: Room::Partnership,
    about: About::Public,
    written: &[(Written::Json, "/api/v1/calls"), (Written::Csv, "/api/v1/calls.csv"), (Written::Xlsx, "/api/v1/calls.xlsx")],
    parameters: &[
        Parameter { name: "open_on", expects: Expects::Day, about: key::API_PARAMETER_OPEN_ON },
        WORDS,
        SORT,
        LIMIT,
        CURSOR,
    ],
    gives: Gives::List,
    columns: calls,
    told: &[],
};

/// The list of themes.
pub const THEMES: Endpoint = Endpoint {
    name: "themes",
    summary: key::API_THEMES,
    room: Room::Partnership,
    about: About::Public,
    written: &[(Written::Json, "/api/v1/themes"), (Written::Csv, "/api/v1/themes.csv"), (Written::Xlsx, "/api/v1/themes.xlsx")],
    parameters: &[WORDS, SORT, LIMIT, CURSOR],
    gives: Gives::List,
    columns: themes,
    told: &[],
};

fn calls() -> Vec<Column> {
    record::columns(Kind::Calls)
}

fn themes() -> Vec<Column> {
    record::columns(Kind::Themes)
}

/// The calls that the asker may see, the newest first.
///
/// # Errors
/// [`Told`] if the store cannot be read.
pub async fn list_calls(asker: Asker, asked: Asked) -> Result<Found, Told> {
    let found = asker.app.store().records(&Question::of(Kind::Calls)).await?;
    let mut found = record::seen(&asker, found).await?;
    if let Some(day) = asked.day("open_on") {
        let has_begun = |from: Option<PartialDate>| from.is_some_and(|from| from.first_day() <= day);
        let goes_on = |to: Option<PartialDate>| to.is_none_or(|to| day <= to.last_day());
        found.retain(|call| has_begun(call.date("opens").or_else(|| call.date("announced"))) && goes_on(call.date("closes")));
    }
    found.sort_by_key(|call| std::cmp::Reverse(call.date("announced").or_else(|| call.date("opens"))));
    let around = Around::of(&asker, &found).await?;
    let rows = found.iter().map(|call| record::cells(&asker, call, &around)).collect();
    Ok(Found::All(Table { columns: calls(), rows }.asked(&asker, &asked), asked))
}

/// The themes in their order.
///
/// # Errors
/// [`Told`] if the store cannot be read.
pub async fn list_themes(asker: Asker, asked: Asked) -> Result<Found, Told> {
    let found = asker.app.store().records(&Question::of(Kind::Themes)).await?;
    let mut found = record::seen(&asker, found).await?;
    found.sort_by_key(|theme| (theme.number("position").unwrap_or(i64::MAX), theme.id.clone()));
    let around = Around::of(&asker, &found).await?;
    let rows = found.iter().map(|theme| record::cells(&asker, theme, &around)).collect();
    Ok(Found::All(Table { columns: themes(), rows }.asked(&asker, &asked), asked))
}
