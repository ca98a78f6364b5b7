//! What is on the map: the register of units through the years, a page for each unit, a map to explore.

mod around;
mod eligible;
mod explore;
mod explored;
mod figures;
mod flows;
mod list;
mod part;
mod show;
mod words;
mod years;

use miedza_planning::rights::Room;

use crate::frame::{About, App, Doors, Row};

/// The doors of territory.
pub fn doors(app: &App, doors: Doors) -> Doors {
    let page = |path| Row::page(path, Room::Portal, About::Public);
    let program = |path| Row::program(path, Room::Portal, About::Public);
    doors
        .open(app, page("/{lang}/units"), list::list)
        .open(app, page("/{lang}/units/{code}"), show::show)
        .open(app, page("/{lang}/explore"), explore::show)
        .open(app, program("/{lang}/explore/units.geojson"), explore::units)
        .open(app, program("/{lang}/explore/flows.json"), explore::flows)
}
