//! What a partnership keeps and shows: documents, bodies, meetings, resolutions and news as lists.

use miedza_planning::record::{Kind, Record};
use miedza_planning::rights::Room;
use miedza_store::Question;
use miedza_texts::{Key, key};

use super::answer::Found;
use super::column::Column;
use super::endpoint::{Asked, CURSOR, Endpoint, Gives, LIMIT, SORT, WORDS, Written};
use super::record::{self, Around};
use super::table::Table;
use crate::frame::{About, Asker, Told};

/// A list of records of a partnership in its three forms.
const fn list_of(
    (name, summary): (&'static str, Key),
    written: &'static [(Written, &'static str)],
    columns: fn() -> Vec<Column>,
) -> Endpoint {
    Endpoint {
        name,
        summary,
        room: Room::Partnership,
        about: About::Partnership,
        written,
        parameters: &[WORDS, SORT, LIMIT, CURSOR],
        gives: Gives::List,
        columns,
        told: &[],
    }
}

/// The documents of a partnership.
pub const DOCUMENTS: Endpoint = list_of(
    ("documents", key::API_DOCUMENTS),
    &[
        (Written::Json, "/api/v1/partnerships/{partnership}/documents"),
        (Written::Csv, "/api/v1/partnerships/{partnership}/documents.csv"),
        (Written::Xlsx, "/api/v1/partnerships/{partnership}/documents.xlsx"),
    ],
    || record::columns(Kind::Documents),
);

/// The bodies of a partnership.
pub const BODIES: Endpoint = list_of(
    ("bodies", key::API_BODIES),
    &[
        (Written::Json, "/api/v1/partnerships/{partnership}/bodies"),
        (Written::Csv, "/api/v1/partnerships/{partnership}/bodies.csv"),
        (Written::Xlsx, "/api/v1/partnerships/{partnership}/bodies.xlsx"),
    ],
    || record::columns(Kind::Bodies),
);

/// The meetings of a partnership.
pub const MEETINGS: Endpoint = list_of(
    ("meetings", key::API_MEETINGS),
    &[
        (Written::Json, "/api/v1/partnerships/{partnership}/meetings"),
        (Written::Csv, "/api/v1/partnerships/{partnership}/meetings.csv"),
        (Written::Xlsx, "/api/v1/partnerships/{partnership}/meetings.xlsx"),
    ],
    || record::columns(Kind::Meetings),
);

/// The resolutions of a partnership.
pub const RESOLUTIONS: Endpoint = list_of(
    ("resolutions", key::API_RESOLUTIONS),
    &[
        (Written::Json, "/api/v1/partnerships/{partnership}/resolutions"),
        (Written::Csv, "/api/v1/partnerships/{partnership}/resolutions.csv"),
        (Written::Xlsx, "/api/v1/partnerships/{partnership}/resolutions.xlsx"),
    ],
    || record::columns(Kind::Resolutions),
);

/// The news of a partnership.
pub const NEWS: Endpoint = list_of(
    ("news", key::API_NEWS),
    &[
        (Written::Json, "/api/v1/partnerships/{partnership}/news"),
        (Written::Csv, "/api/v1/partnerships/{partnership}/news.csv"),
        (Written::Xlsx, "/api/v1/partnerships/{partnership}/news.xlsx"),
    ],
    || record::columns(Kind::News),
);

/// The records of a kind that the asker may see: the newest first, what has no date by name.
async fn list(asker: Asker, asked: Asked, kind: Kind) -> Result<Found, Told> {
    let question = Question::of(kind).in_partnership(asker.the_partnership().id.as_str());
    let mut found = record::seen(&asker, asker.app.store().records(&question).await?).await?;
    let name = |record: &Record| kind.naming_fields().first().map(|field| asker.words(record, field)).unwrap_or_default();
    found.sort_by(|one, two| {
        let by_date = two.date("date").cmp(&one.date("date"));
        by_date.then_with(|| asker.language.compare(&name(one), &name(two))).then_with(|| one.id.cmp(&two.id))
    });
    let around = Around::of(&asker, &found).await?;
    let rows = found.iter().map(|record| record::cells(&asker, record, &around)).collect();
    Ok(Found::All(Table { columns: record::columns(kind), rows }.asked(&asker, &asked), asked))
}

/// The documents.
///
/// # Errors
/// [`Told`] if the store cannot be read.
pub async fn documents(asker: Asker, asked: Asked) -> Result<Found, Told> {
    list(asker, asked, Kind::Documents).await
}

/// The bodies.
///
/// # Errors
/// [`Told`] if the store cannot be read.
pub async fn bodies(asker: Asker, asked: Asked) -> Result<Found, Told> {
    list(asker, asked, Kind::Bodies).await
}

/// The meetings.
///
/// # Errors
/// [`Told`] if the store cannot be read.
pub async fn meetings(asker: Asker, asked: Asked) -> Result<Found, Told> {
    list(asker, asked, Kind::Meetings).await
}

/// The resolutions.
///
/// # Errors
/// [`Told`] if the store cannot be read.
pub async fn resolutions(asker: Asker, asked: Asked) -> Result<Found, Told> {
    list(asker, asked, Kind::Resolutions).await
}

/// The news.
///
/// # Errors
/// [`Told`] if the store cannot be read.
pub async fn news(asker: Asker, asked: Asked) -> Result<Found, Told> {
    list(asker, asked, Kind::News).await
}
