//! The way in and out, and the own account.

mod entrance;
mod invitation;
mod reset;
mod sign_in;
mod way_back;

use miedza_planning::rights::{Room, Verb};

use crate::frame::{About, App, Doors, Row};

/// The doors of the word.
pub fn doors(app: &App, doors: Doors) -> Doors {
    let page = |path| Row::page(path, Room::Portal, About::Public);
    let post = |path| Row::post(path, Verb::Read, Room::Portal, About::Public);
    doors
        .open(app, page("/{lang}/sign-in"), sign_in::show)
        .open(app, post("/{lang}/sign-in"), sign_in::sign_in)
        .open(app, page("/{lang}/sign-in/code"), sign_in::show_code)
        .open(app, post("/{lang}/sign-in/code"), sign_in::send_code)
        .open(app, post("/{lang}/sign-out"), sign_in::sign_out)
        .open(app, page("/{lang}/invitation/{token}"), invitation::show)
        .open(app, post("/{lang}/invitation/{token}"), invitation::accept)
        .open(app, page("/{lang}/reset"), reset::ask)
        .open(app, post("/{lang}/reset"), reset::send)
        .open(app, page("/{lang}/reset/{token}"), reset::show)
        .open(app, post("/{lang}/reset/{token}"), reset::set)
}
