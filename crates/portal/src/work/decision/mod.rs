//! The page of a resolution in the workbench: the vote, what follows from it, carrying that out, taking it back.

mod act;
mod effects;
mod page;

use miedza_planning::record::Kind;
use miedza_planning::rights::{Room, Verb};

use crate::frame::{About, Address, App, Asker, Doors, Row};

/// The doors of resolutions in the workbench.
pub fn doors(app: &App, doors: Doors) -> Doors {
    const PAGE: &str = "/{lang}/work/partnerships/{partnership}/resolutions/{id}/decision";
    const VOTE: &str = "/{lang}/work/partnerships/{partnership}/resolutions/{id}/vote";
    const ADD: &str = "/{lang}/work/partnerships/{partnership}/resolutions/{id}/effects";
    const CARRY: &str = "/{lang}/work/partnerships/{partnership}/resolutions/{id}/carry-out";
    const BACK: &str = "/{lang}/work/partnerships/{partnership}/resolutions/{id}/take-effect-back";
    let (room, about) = (Room::Partnership, About::RecordOf(Kind::Resolutions));
    doors
        .open(app, Row::page(PAGE, room, about).needing(Verb::Edit), page::show)
        .open(app, Row::post(VOTE, Verb::Edit, room, about), act::vote)
        .open(app, Row::post(ADD, Verb::Edit, room, about), act::add)
        // What follows becomes true for everyone who sees the resolution.
        .open(app, Row::post(CARRY, Verb::Publish, room, about), act::carry_out)
        .open(app, Row::post(BACK, Verb::Publish, room, about), act::take_back)
}

/// The address of the page of a resolution.
pub fn address(asker: &Asker, resolution: &str) -> Address {
    super::register::address(asker, Kind::Resolutions).step(resolution).step("decision")
}
