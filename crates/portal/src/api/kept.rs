//! What a partnership keeps and shows: documents, bodies, meetings, resolutions, news, diagnoses, findings, challenges, surveys
//! and conclusions from planning documents as lists.

use miedza_planning::record::{Kind, Record};
use miedza_planning::rights::Room;
use miedza_store::Question;
use miedza_texts::{Key, key};

use super::answer::Found;
use super::column::Column;
use super::endpoint::{Asked, CURSOR, Endpoint, Gives, LIMIT, SORT, WORDS, Written};
use super::record::{self, Around};
use super::table::Table;
use crate::frame::{About, App, Asker, Doors, Told};

/// The three addresses of a list of a partnership.
macro_rules! forms {
    ($list:literal) => {
        &[
            (Written::Json, concat!("/api/v1/partnerships/{partnership}/", $list)),
            (Written::Csv, concat!("/api/v1/partnerships/{partnership}/", $list, ".csv")),
            (Written::Xlsx, concat!("/api/v1/partnerships/{partnership}/", $list, ".xlsx")),
        ]
    };
}

/// A list of records of a kind.
const fn list_of(
    (name, summary, kind): (&'static str, Key, Kind),
    written: &'static [(Written, &'static str)],
    columns: fn() -> Vec<Column>,
) -> Endpoint {
    Endpoint {
        name,
        summary,
        // News are read by whoever reads the partnership.
        room: if matches!(kind.room(), Room::Diagnosis) { Room::Diagnosis } else { Room::Partnership },
        about: About::Partnership,
        written,
        parameters: &[WORDS, SORT, LIMIT, CURSOR],
        gives: Gives::List,
        columns,
        told: &[],
    }
}

/// The documents of a partnership.
pub const DOCUMENTS: Endpoint =
    list_of(("documents", key::API_DOCUMENTS, Kind::Documents), forms!("documents"), || record::columns(Kind::Documents));
/// The bodies of a partnership.
pub const BODIES: Endpoint =
    list_of(("bodies", key::API_BODIES, Kind::Bodies), forms!("bodies"), || record::columns(Kind::Bodies));
/// The meetings of a partnership.
pub const MEETINGS: Endpoint =
    list_of(("meetings", key::API_MEETINGS, Kind::Meetings), forms!("meetings"), || record::columns(Kind::Meetings));
/// The resolutions of a partnership.
pub const RESOLUTIONS: Endpoint =
    list_of(("resolutions", key::API_RESOLUTIONS, Kind::Resolutions), forms!("resolutions"), || {
        record::columns(Kind::Resolutions)
    });
/// The news of a partnership.
pub const NEWS: Endpoint = list_of(("news", key::API_NEWS, Kind::News), forms!("news"), || record::columns(Kind::News));
/// The diagnoses of a partnership.
pub const DIAGNOSES: Endpoint =
    list_of(("diagnoses", key::API_DIAGNOSES, Kind::Diagnoses), forms!("diagnoses"), || record::columns(Kind::Diagnoses));
/// The findings of the diagnoses of a partnership.
pub const FINDINGS: Endpoint =
    list_of(("findings", key::API_FINDINGS, Kind::Findings), forms!("findings"), || record::columns(Kind::Findings));
/// The challenges that findings lead to of a partnership.
pub const CHALLENGES: Endpoint =
    list_of(("challenges", key::API_CHALLENGES, Kind::Challenges), forms!("challenges"), || record::columns(Kind::Challenges));
/// The surveys of a partnership.
pub const SURVEYS: Endpoint =
    list_of(("surveys", key::API_SURVEYS, Kind::Surveys), forms!("surveys"), || record::columns(Kind::Surveys));
/// The conclusions from planning documents of a partnership.
pub const DOCUMENT_REVIEWS: Endpoint =
    list_of(("document_reviews", key::API_DOCUMENT_REVIEWS, Kind::DocumentReviews), forms!("document-reviews"), || {
        record::columns(Kind::DocumentReviews)
    });

/// Who took part in the steps of a partnership.
pub const PARTICIPATIONS: Endpoint =
    list_of(("participations", key::API_PARTICIPATIONS, Kind::Participations), forms!("participations"), || {
        record::columns(Kind::Participations)
    });

/// The lists with the kinds of their records.
const LISTS: [(&Endpoint, Kind); 11] = [
    (&DOCUMENTS, Kind::Documents),
    (&BODIES, Kind::Bodies),
    (&MEETINGS, Kind::Meetings),
    (&RESOLUTIONS, Kind::Resolutions),
    (&NEWS, Kind::News),
    (&DIAGNOSES, Kind::Diagnoses),
    (&FINDINGS, Kind::Findings),
    (&CHALLENGES, Kind::Challenges),
    (&SURVEYS, Kind::Surveys),
    (&DOCUMENT_REVIEWS, Kind::DocumentReviews),
    (&PARTICIPATIONS, Kind::Participations),
];

/// The doors of the lists.
pub fn doors(app: &App, doors: Doors) -> Doors {
    LISTS
        .into_iter()
        .fold(doors, |doors, (endpoint, kind)| endpoint.open(app, doors, move |asker, asked| list(asker, asked, kind)))
}

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
