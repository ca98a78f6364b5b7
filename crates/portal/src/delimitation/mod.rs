//! The area stage: on the public side the adopted variant beside the others, in the workbench the area lab.
//!
//! Everything is done by plain forms; the island `area-editor` sends the same forms and asks for the part of the page that
//! changes. What is computed and kept is `miedza_workflows::lab`'s.

mod adopt;
mod all;
mod certainty;
mod file;
mod form;
mod job;
mod lab;
mod list;
mod live;
mod methods;
mod parameters;
mod partition;
mod public;
mod sent;
mod sides;
mod steps;
mod two;
mod view;

use miedza_planning::record::Kind;
use miedza_planning::rights::{Room, Verb};

use crate::frame::{About, App, Doors, Row};

const AREA: &str = "/{lang}/work/partnerships/{partnership}/area";
const ONE: &str = "/{lang}/work/partnerships/{partnership}/area/{id}";

/// The doors of the area.
pub fn doors(app: &App, doors: Doors) -> Doors {
    let doors = public_doors(app, doors);
    let (room, bench) = (Room::Diagnosis, About::Workbench);
    let doors = doors
        .open(app, Row::page(AREA, room, bench), list::show)
        .open(app, Row::post(AREA, Verb::Create, room, bench), list::begin)
        .open(app, Row::page("/{lang}/work/partnerships/{partnership}/area/compare", room, bench), all::show);
    one_variant(app, doors)
}

fn public_doors(app: &App, doors: Doors) -> Doors {
    const PUBLIC: &str = "/{lang}/partnerships/{partnership}/area";
    const COMPARE: &str = "/{lang}/partnerships/{partnership}/area/compare";
    const EXPORT: &str = "/{lang}/partnerships/{partnership}/area/{id}/export/{ending}";
    let method = |path| Row::page(path, Room::Portal, About::Public);
    doors
        .open(app, method("/{lang}/methods"), methods::list)
        .open(app, method("/{lang}/methods/{name}"), methods::show)
        .open(app, Row::page(PUBLIC, Room::Diagnosis, About::Partnership), public::show)
        .open(app, Row::page(COMPARE, Room::Diagnosis, About::Partnership), all::show_public)
        .open(app, of_variant(Row::page, "/{lang}/partnerships/{partnership}/area/{id}/certainty"), certainty::show_public)
        .open(app, of_variant(Row::file, "/{lang}/partnerships/{partnership}/area/{id}/certainty/{ending}"), certainty::file)
        .open(app, Row::file(EXPORT, Room::Diagnosis, About::RecordOf(Kind::Variants)), file::export)
}

fn of_variant(row: fn(&'static str, Room, About) -> Row, path: &'static str) -> Row {
    row(path, Room::Diagnosis, About::RecordOf(Kind::Variants))
}

fn one_variant(app: &App, doors: Doors) -> Doors {
    let (room, one) = (Room::Diagnosis, About::WorkOn(Kind::Variants));
    let edit = |path| Row::post(path, Verb::Edit, room, one);
    let certainty_of = "/{lang}/work/partnerships/{partnership}/area/{id}/certainty";
    let adopt = "/{lang}/work/partnerships/{partnership}/area/{id}/adopt";
    doors
        .open(app, Row::page(ONE, room, one), lab::show)
        .open(app, edit("/{lang}/work/partnerships/{partnership}/area/{id}/change"), steps::change)
        .open(app, edit("/{lang}/work/partnerships/{partnership}/area/{id}/step"), steps::step)
        .open(app, edit("/{lang}/work/partnerships/{partnership}/area/{id}/run"), steps::run)
        .open(app, edit("/{lang}/work/partnerships/{partnership}/area/{id}/paste"), steps::paste)
        .open(app, edit("/{lang}/work/partnerships/{partnership}/area/{id}/table"), steps::table)
        .open(app, edit("/{lang}/work/partnerships/{partnership}/area/{id}/limits"), steps::limits)
        .open(app, Row::page(certainty_of, room, one), certainty::show)
        .open(app, edit(certainty_of), certainty::ask)
        .open(app, Row::post(adopt, Verb::Publish, room, one), adopt::adopt)
        .open(app, Row::page("/{lang}/work/partnerships/{partnership}/area/{id}/partition", room, one), partition::show)
        .open(
            app,
            Row::file("/{lang}/work/partnerships/{partnership}/area/{id}/partition/{ending}", room, one),
            partition::export,
        )
        .open(app, Row::page("/{lang}/work/partnerships/{partnership}/area/{id}/jobs/{job}", room, one), job::show)
}
