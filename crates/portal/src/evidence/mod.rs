//! The evidence of a diagnosis: findings with what they rest on and what rests on them, conclusions from documents, surveys
//! with their forms and results, and answers in the workbench.

mod answers;
mod findings;
mod form;
mod results;
mod reviews;
mod survey;
mod surveys;
mod threads;
mod tree;

use miedza_planning::record::Kind;
use miedza_planning::rights::{Room, Verb};

use crate::frame::{About, App, Doors, Row};

/// The doors of evidence.
pub fn doors(app: &App, doors: Doors) -> Doors {
    const SURVEY: &str = "/{lang}/partnerships/{partnership}/surveys/{id}";
    const RESULTS: &str = "/{lang}/partnerships/{partnership}/surveys/{id}/results";
    const ANSWERS: &str = "/{lang}/work/partnerships/{partnership}/surveys/{id}/answers";
    const REMOVE: &str = "/{lang}/work/partnerships/{partnership}/surveys/{id}/answers/remove";
    let (room, of) = (Room::Diagnosis, About::RecordOf(Kind::Surveys));
    let page = |path| Row::page(path, room, About::Partnership);
    doors
        .open(app, page("/{lang}/partnerships/{partnership}/findings"), findings::show)
        .open(app, page("/{lang}/partnerships/{partnership}/reviews"), reviews::list)
        .open(app, page("/{lang}/partnerships/{partnership}/surveys"), surveys::list)
        .open(app, Row::page(SURVEY, room, of), survey::show)
        // Whoever may read an open survey may answer it.
        .open(app, Row::post(SURVEY, Verb::Read, room, of), survey::send)
        .open(app, Row::page(RESULTS, room, of), results::show)
        .open(app, Row::page(ANSWERS, room, of).needing(Verb::Edit), answers::show)
        .open(app, Row::post(ANSWERS, Verb::Edit, room, of), answers::enter)
        .open(app, Row::post(REMOVE, Verb::Edit, room, of), answers::remove)
}
