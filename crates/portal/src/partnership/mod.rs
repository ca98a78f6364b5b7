//! The public pages of partnerships: the list of all, and of each the first screen, members, flows between them, history,
//! documents, bodies with meetings and resolutions, the life cycle, and news.

mod bodies;
mod counts;
mod documents;
mod figures;
mod flow_map;
mod flows;
mod history;
mod inside;
mod list;
mod meetings;
mod members;
mod nested;
mod news;
mod resolutions;
mod show;
mod sources;
mod stages;
mod stated;

use miedza_planning::record::Kind;
use miedza_planning::rights::Room;

use crate::frame::{About, App, Doors, Row, desk};

/// The doors of partnerships.
pub fn doors(app: &App, doors: Doors) -> Doors {
    let room = Room::Partnership;
    let page = |path| Row::page(path, room, About::Partnership);
    let record = |path, kind| Row::page(path, room, About::RecordOf(kind));
    let doors = doors
        .open(app, Row::page("/{lang}/partnerships", room, About::Public), list::show)
        .open(app, page("/{lang}/partnerships/{partnership}"), show::show)
        .open(app, page("/{lang}/partnerships/{partnership}/members"), members::show)
        .open(app, page("/{lang}/partnerships/{partnership}/flows"), flows::show)
        .open(app, page("/{lang}/partnerships/{partnership}/history"), history::show)
        .open(app, page("/{lang}/partnerships/{partnership}/documents"), documents::list)
        .open(app, page("/{lang}/partnerships/{partnership}/bodies"), bodies::list)
        .open(app, page("/{lang}/partnerships/{partnership}/stages"), stages::show)
        .open(app, page("/{lang}/partnerships/{partnership}/news"), news::list);
    doors
        .open(app, record("/{lang}/partnerships/{partnership}/documents/{id}", Kind::Documents), documents::show)
        .open(app, record("/{lang}/partnerships/{partnership}/bodies/{id}", Kind::Bodies), bodies::show)
        .open(app, record("/{lang}/partnerships/{partnership}/meetings/{id}", Kind::Meetings), meetings::show)
        .open(app, record("/{lang}/partnerships/{partnership}/resolutions/{id}", Kind::Resolutions), resolutions::show)
        .open(app, record("/{lang}/partnerships/{partnership}/news/{id}", Kind::News), news::show)
}
