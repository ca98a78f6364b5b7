//! Observations in the workbench: which variables are kept, which files they came from, and files that are read in.
//!
//! Whoever may edit diagnoses of the whole portal reads files in. A table whose columns do not tell what they hold is kept
//! meanwhile, a page asks, and shows what would be read before anything is kept. It all works without scripts.

mod about;
mod columns;
mod kept;
mod lacking;
mod mapping;
mod report;
mod sending;
mod withdraw;

use axum::extract::DefaultBodyLimit;
use miedza_planning::rights::{Object, Room, Verb};
use miedza_texts::key;

use super::LARGEST_FILE;
use crate::frame::parts::Entry;
use crate::frame::{About, Address, App, Asker, Doors, Row};

/// Most bytes of the form about columns.
const LARGEST_FORM: usize = 1 << 20;

/// The doors of observations.
pub fn doors(app: &App, doors: Doors) -> Doors {
    const ALL: &str = "/{lang}/work/observations";
    const COLUMNS: &str = "/{lang}/work/observations/columns";
    const LACKING: &str = "/{lang}/work/observations/lacking";
    const WITHDRAW: &str = "/{lang}/work/observations/imports/{number}/withdraw";
    const REFUSED: &str = "/{lang}/work/observations/refused";
    let row = |path| Row::post(path, Verb::Edit, Room::Diagnosis, About::Portal);
    // All of them hold a file as a whole in memory, also where only its hash is sent.
    doors
        .open(app, Row::page(ALL, Room::Diagnosis, About::Portal).needing(Verb::Edit), kept::show)
        .open_large(app, row(ALL), sending::upload, DefaultBodyLimit::max(LARGEST_FILE))
        .open(app, Row::page(WITHDRAW, Room::Diagnosis, About::Portal).needing(Verb::Edit), withdraw::ask)
        .open(app, row(WITHDRAW), withdraw::withdraw)
        .open_large(app, row(LACKING), sending::completed, DefaultBodyLimit::max(LARGEST_FORM))
        .open_large(app, row(COLUMNS), sending::described, DefaultBodyLimit::max(LARGEST_FORM))
        .open_large(app, row(REFUSED), report::refused, DefaultBodyLimit::max(LARGEST_FORM))
}

/// Where they stand.
pub fn address(asker: &Asker) -> Address {
    Address::work(asker.language).step("observations")
}

/// The way there, for those who may read files in.
pub fn way_in(asker: &Asker) -> Option<Entry> {
    let may = asker.may(Verb::Edit, Room::Diagnosis, &Object::private()).is_ok();
    may.then(|| Entry::new(address(asker), asker.say(key::OBSERVATIONS)))
}

/// The pages above one that belongs to observations.
fn above(asker: &Asker) -> Vec<Entry> {
    let work = Entry::new(Address::work(asker.language), asker.say(key::PORTAL_MY_WORK));
    vec![work, Entry::new(address(asker), asker.say(key::OBSERVATIONS))]
}

/// A count in the numbers of a language.
fn count(asker: &Asker, count: u64) -> String {
    u32::try_from(count).map_or_else(|_| count.to_string(), |count| asker.language.integer(count.into()))
}
