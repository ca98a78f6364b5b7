//! What is on the map: the register of units through the years, and a page for each unit.

mod figures;
mod list;
mod part;
mod show;
mod words;
mod years;

use miedza_planning::rights::Room;

use crate::frame::{About, App, Doors, Row};

/// The doors of territory.
pub fn doors(app: &App, doors: Doors) -> Doors {
    doors.open(app, Row::page("/{lang}/units", Room::Portal, About::Public), list::list).open(
        app,
        Row::page("/{lang}/units/{code}", Room::Portal, About::Public),
        show::show,
    )
}
