//! Calls and invitations: the list of all, and each with its conditions, answers, and whether members meet the conditions.

mod eligible;
mod list;
mod show;

use miedza_planning::rights::Room;

use crate::frame::{About, App, Doors, Row};

/// The doors of calls.
pub fn doors(app: &App, doors: Doors) -> Doors {
    let page = |path| Row::page(path, Room::Partnership, About::Public);
    doors.open(app, page("/{lang}/calls"), list::show).open(app, page("/{lang}/calls/{call}"), show::show)
}
