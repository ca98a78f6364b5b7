//! What the portal says about itself: how accessible it is, what becomes of personal data.

mod accessibility;
mod barrier;
mod privacy;

use miedza_planning::rights::{Object, Room, Verb};

use crate::frame::{About, Address, App, Asker, Doors, Row};

/// The doors of the pages about the portal.
pub fn doors(app: &App, doors: Doors) -> Doors {
    let report = "/{lang}/accessibility/report";
    doors
        .open(app, Row::page("/{lang}/accessibility", Room::Portal, About::Public), accessibility::show)
        .open(app, Row::page(report, Room::Portal, About::Public), barrier::ask)
        .open(app, Row::post(report, Verb::Read, Room::Portal, About::Public), barrier::send)
        .open(app, Row::page("/{lang}/privacy", Room::Portal, About::Public), privacy::show)
}

/// The form of a topic, for those who may fill it in.
fn form(asker: &Asker, topic: miedza_planning::portal::Topic) -> Option<Address> {
    let may = asker.may(Verb::Administer, Room::Portal, &Object::private()).is_ok();
    may.then(|| Address::work(asker.language).step("settings").step(topic.name()))
}
