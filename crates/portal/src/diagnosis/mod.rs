//! The diagnosis stage: what public statistics say of an area, beside places like it, and the report that follows.
//!
//! The same pages are for a partnership and for any municipalities that somebody names; in the workbench an office keeps
//! diagnoses with comments of its own. Figures, places and sentences come from `miedza_workflows::diagnosis`.

mod area;
mod chosen;
mod class_map;
mod compare;
mod dashboard;
mod figures;
mod file;
mod index;
mod indicator;
mod marginalisation;
mod outlook;
mod own;
mod peers;
mod space;
mod structure;
mod suggested;
mod types;
mod weighed;
mod work;

use miedza_planning::record::Kind;
use miedza_planning::rights::{Room, Verb};

use crate::frame::{About, App, Doors, Row};

/// The doors of the diagnosis.
pub fn doors(app: &App, doors: Doors) -> Doors {
    const PUBLIC: &str = "/{lang}/partnerships/{partnership}/diagnosis";
    let room = Room::Diagnosis;
    let page = |path| Row::page(path, room, About::Partnership);
    let file = |path| Row::file(path, room, About::Partnership);
    let own = |path| Row::page(path, Room::Portal, About::Public);
    let doors = doors
        .open(app, page(PUBLIC), dashboard::show)
        .open(app, page("/{lang}/partnerships/{partnership}/diagnosis/{code}"), indicator::show)
        .open(app, file("/{lang}/partnerships/{partnership}/diagnosis/{code}/export/{ending}"), file::indicator)
        .open(app, file("/{lang}/partnerships/{partnership}/diagnosis/report/{ending}"), file::report)
        .open(app, own("/{lang}/diagnosis"), own::show)
        .open(app, own("/{lang}/diagnosis/indicators/{code}"), indicator::show)
        .open(app, Row::file("/{lang}/diagnosis/indicators/{code}/export/{ending}", Room::Portal, About::Public), file::indicator)
        .open(app, Row::file("/{lang}/diagnosis/report/{ending}", Room::Portal, About::Public), file::report);
    bench(app, further(app, doors))
}

/// Pages beside the first one, for a partnership and for an area of one's own.
fn further(app: &App, doors: Doors) -> Doors {
    let room = Room::Diagnosis;
    let page = |path| Row::page(path, room, About::Partnership);
    let file = |path| Row::file(path, room, About::Partnership);
    let own = |path| Row::page(path, Room::Portal, About::Public);
    let own_file = |path| Row::file(path, Room::Portal, About::Public);
    doors
        .open(app, page("/{lang}/partnerships/{partnership}/diagnosis/outlook"), outlook::show)
        .open(app, file("/{lang}/partnerships/{partnership}/diagnosis/outlook/export/{ending}"), outlook::file)
        .open(app, page("/{lang}/partnerships/{partnership}/diagnosis/compare"), compare::show)
        .open(app, file("/{lang}/partnerships/{partnership}/diagnosis/compare/export/{ending}"), compare::file)
        .open(app, page("/{lang}/partnerships/{partnership}/diagnosis/types"), types::show)
        .open(app, page("/{lang}/partnerships/{partnership}/diagnosis/structure"), structure::show)
        .open(app, file("/{lang}/partnerships/{partnership}/diagnosis/structure/export/{ending}"), structure::file)
        .open(app, page("/{lang}/partnerships/{partnership}/diagnosis/index"), index::show)
        .open(app, file("/{lang}/partnerships/{partnership}/diagnosis/index/export/{ending}"), index::file)
        .open(app, page("/{lang}/partnerships/{partnership}/diagnosis/marginalisation"), marginalisation::show)
        .open(app, file("/{lang}/partnerships/{partnership}/diagnosis/marginalisation/export/{ending}"), marginalisation::file)
        .open(app, page("/{lang}/partnerships/{partnership}/diagnosis/peers"), peers::show)
        .open(app, file("/{lang}/partnerships/{partnership}/diagnosis/peers/export/{ending}"), peers::file)
        .open(app, page("/{lang}/partnerships/{partnership}/diagnosis/{code}/space"), space::show)
        .open(app, file("/{lang}/partnerships/{partnership}/diagnosis/{code}/space/{ending}"), space::file)
        .open(app, own("/{lang}/diagnosis/outlook"), outlook::show)
        .open(app, own_file("/{lang}/diagnosis/outlook/export/{ending}"), outlook::file)
        .open(app, own("/{lang}/diagnosis/compare"), compare::show)
        .open(app, own_file("/{lang}/diagnosis/compare/export/{ending}"), compare::file)
        .open(app, own("/{lang}/diagnosis/types"), types::show)
        .open(app, own("/{lang}/diagnosis/structure"), structure::show)
        .open(app, own_file("/{lang}/diagnosis/structure/export/{ending}"), structure::file)
        .open(app, own("/{lang}/diagnosis/index"), index::show)
        .open(app, own_file("/{lang}/diagnosis/index/export/{ending}"), index::file)
        .open(app, own("/{lang}/diagnosis/marginalisation"), marginalisation::show)
        .open(app, own_file("/{lang}/diagnosis/marginalisation/export/{ending}"), marginalisation::file)
        .open(app, own("/{lang}/diagnosis/peers"), peers::show)
        .open(app, own_file("/{lang}/diagnosis/peers/export/{ending}"), peers::file)
        .open(app, own("/{lang}/diagnosis/indicators/{code}/space"), space::show)
        .open(app, own_file("/{lang}/diagnosis/indicators/{code}/space/{ending}"), space::file)
}

fn bench(app: &App, doors: Doors) -> Doors {
    const ALL: &str = "/{lang}/work/partnerships/{partnership}/diagnosis";
    const ONE: &str = "/{lang}/work/partnerships/{partnership}/diagnosis/{id}";
    let (room, one) = (Room::Diagnosis, About::WorkOn(Kind::Diagnoses));
    doors
        .open(app, Row::page(ALL, room, About::Workbench), work::list)
        .open(app, Row::page(ONE, room, one), work::show)
        .open(
            app,
            Row::post("/{lang}/work/partnerships/{partnership}/diagnosis/{id}/comment", Verb::Edit, room, one),
            work::comment,
        )
        .open(
            app,
            Row::post("/{lang}/work/partnerships/{partnership}/diagnosis/{id}/recompute", Verb::Edit, room, one),
            work::recompute,
        )
        .open(
            app,
            Row::file("/{lang}/work/partnerships/{partnership}/diagnosis/{id}/report/{ending}", room, one),
            file::kept_report,
        )
}
