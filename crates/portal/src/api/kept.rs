//! What a partnership keeps and shows as lists: documents, bodies, meetings, resolutions, news, diagnoses, findings,
//! challenges, surveys, conclusions from planning documents, and who took part.

use miedza_planning::record::{Kind, Record};
use miedza_planning::rights::Room;
use miedza_store::Question;
use miedza_texts::key;

use super::answer::Found;
use super::endpoint::{Asked, CURSOR, Endpoint, Gives, LIMIT, SORT, WORDS, Written};
use super::record::{self, Around};
use super::table::Table;
use crate::frame::{About, App, Asker, Doors, Told};

/// A list of records of a partnership: what the description calls it, what it is in a sentence, its kind, the end of its address.
macro_rules! list_of {
    ($name:literal, $summary:expr, $kind:expr, $address:literal) => {
        Endpoint {
            name: $name,
            summary: $summary,
            room: room($kind),
            about: About::Partnership,
            written: &[
                (Written::Json, concat!("/api/v1/partnerships/{partnership}/", $address)),
                (Written::Csv, concat!("/api/v1/partnerships/{partnership}/", $address, ".csv")),
                (Written::Xlsx, concat!("/api/v1/partnerships/{partnership}/", $address, ".xlsx")),
            ],
            parameters: &[WORDS, SORT, LIMIT, CURSOR],
            gives: Gives::List,
            columns: || record::columns($kind),
            told: &[],
        }
    };
}

/// The room whose readers get a list; news are read by whoever reads the partnership.
const fn room(kind: Kind) -> Room {
    match kind.room() {
        Room::Diagnosis => Room::Diagnosis,
        _ => Room::Partnership,
    }
}

/// The documents of a partnership.
pub const DOCUMENTS: Endpoint = list_of!("documents", key::API_DOCUMENTS, Kind::Documents, "documents");

/// The bodies of a partnership.
pub const BODIES: Endpoint = list_of!("bodies", key::API_BODIES, Kind::Bodies, "bodies");

/// The meetings of a partnership.
pub const MEETINGS: Endpoint = list_of!("meetings", key::API_MEETINGS, Kind::Meetings, "meetings");

/// The resolutions of a partnership.
pub const RESOLUTIONS: Endpoint = list_of!("resolutions", key::API_RESOLUTIONS, Kind::Resolutions, "resolutions");

/// The news of a partnership.
pub const NEWS: Endpoint = list_of!("news", key::API_NEWS, Kind::News, "news");

/// The diagnoses of a partnership.
pub const DIAGNOSES: Endpoint = list_of!("diagnoses", key::API_DIAGNOSES, Kind::Diagnoses, "diagnoses");

/// The findings of its diagnoses.
pub const FINDINGS: Endpoint = list_of!("findings", key::API_FINDINGS, Kind::Findings, "findings");

/// The challenges that rest on findings.
pub const CHALLENGES: Endpoint = list_of!("challenges", key::API_CHALLENGES, Kind::Challenges, "challenges");

/// Its surveys.
pub const SURVEYS: Endpoint = list_of!("surveys", key::API_SURVEYS, Kind::Surveys, "surveys");

/// Conclusions from planning documents of its members.
pub const DOCUMENT_REVIEWS: Endpoint =
    list_of!("document_reviews", key::API_DOCUMENT_REVIEWS, Kind::DocumentReviews, "document-reviews");

/// Which groups took part in its steps, and how many people.
pub const PARTICIPATIONS: Endpoint = list_of!("participations", key::API_PARTICIPATIONS, Kind::Participations, "participations");

/// What documents state about it in numbers.
pub const STATED_FIGURES: Endpoint = list_of!("stated_figures", key::API_STATED_FIGURES, Kind::StatedFigures, "stated-figures");

/// The lists with the kinds of their records.
const LISTS: [(&Endpoint, Kind); 12] = [
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
    (&STATED_FIGURES, Kind::StatedFigures),
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
