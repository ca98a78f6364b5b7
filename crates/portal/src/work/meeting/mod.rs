//! A meeting on one page: what an office fills in while it goes on.

mod act;
mod page;
mod rows;

use axum::extract::DefaultBodyLimit;
use miedza_planning::record::Kind;
use miedza_planning::rights::{Room, Verb};

use super::LARGEST_FILE;
use crate::frame::{About, Address, App, Asker, Doors, Row};

/// The word under which drafts of this form are kept.
pub const FORM: &str = "sitting";

/// The doors of meetings in the workbench.
pub fn doors(app: &App, doors: Doors) -> Doors {
    const PAGE: &str = "/{lang}/work/partnerships/{partnership}/meetings/{id}/sitting";
    const DRAFT: &str = "/{lang}/work/partnerships/{partnership}/meetings/{id}/sitting/draft";
    const MINUTES: &str = "/{lang}/work/partnerships/{partnership}/meetings/{id}/sitting/minutes";
    let (room, about) = (Room::Partnership, About::RecordOf(Kind::Meetings));
    doors
        .open(app, Row::page(PAGE, room, about).needing(Verb::Edit), page::show)
        .open(app, Row::post(PAGE, Verb::Edit, room, about), act::save)
        .open(app, Row::post(DRAFT, Verb::Edit, room, about), act::keep_draft)
        .open_large(app, Row::post(MINUTES, Verb::Edit, room, about), act::minutes, DefaultBodyLimit::max(LARGEST_FILE))
}

/// The address of the page of a meeting, from the desk of its partnership.
pub fn address_in(desk: &Address, meeting: &str) -> Address {
    desk.clone().step(Kind::Meetings.name()).step(meeting).step(FORM)
}

/// The address of the page of a meeting.
pub fn address(asker: &Asker, meeting: &str) -> Address {
    address_in(&Address::partnership_work(asker.language, asker.slug()), meeting)
}
