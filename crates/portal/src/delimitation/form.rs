//! What the pages of the area have in common: addresses, names, sources, and the variant that an address names.

use miedza_planning::record::Record;
use miedza_planning::rights::{Room, Verb};
use miedza_store::Author;
use miedza_texts::{Key, Message, key};
use miedza_workflows::Failure;
use miedza_workflows::lab::{Desk, Opened, Pasting};

use super::sent::{Asked, Sent};
use crate::frame::failure::{capital, sentence};
use crate::frame::parts::{Entry, Notice};
use crate::frame::{Address, Asker};

/// Address of the list of variants in the workbench.
pub fn area(asker: &Asker) -> Address {
    Address::partnership_work(asker.language, asker.slug()).step("area")
}

/// Address of the lab of a variant.
pub fn address(asker: &Asker, id: &str) -> Address {
    area(asker).step(id)
}

/// The way back: the workbench, the desk, the variants.
pub fn above(asker: &Asker) -> Vec<Entry> {
    let desk = Address::partnership_work(asker.language, asker.slug());
    vec![
        Entry::new(Address::work(asker.language), asker.say(key::PORTAL_MY_WORK)),
        Entry::new(desk, asker.words(asker.the_partnership(), "short_name")),
        Entry::new(area(asker), asker.say(key::LAB_VARIANTS)),
    ]
}

/// Name of a variant.
pub fn name(asker: &Asker, variant: &Record) -> String {
    asker.words(variant, "name")
}

/// Where the figures of a flow table come from.
pub fn source(asker: &Asker, table: Option<&Record>) -> String {
    let Some(table) = table else { return String::new() };
    let publisher = table.text("publisher").map_or_else(|| asker.words(table, "name"), ToOwned::to_owned);
    asker.tell(&Message::new(key::MAP_SOURCE).with("source", publisher.trim_end_matches('.')))
}

/// The variant that the address names, on its ground.
///
/// # Errors
/// [`Failure`] if it cannot be opened.
pub async fn opened(asker: &Asker) -> Result<Opened, Failure> {
    let variant = asker.the_record().clone();
    asker.app.lab().open(asker.the_partnership(), variant, asker.today()).await
}

/// An opened variant without the table and the resolution that the asker may not see; its figures stay.
pub fn for_asker(asker: &Asker, opened: Opened) -> Opened {
    let sees = |record: &Record| {
        let partnership = asker.partnership.as_deref().filter(|_| record.content.partnership.is_some());
        asker.sees(record, partnership)
    };
    Opened { table: opened.table.filter(sees), resolution: opened.resolution.filter(sees), ..opened }
}

/// Whether the asker may change the variant that the address names.
pub fn may_edit(asker: &Asker) -> bool {
    may(asker, Verb::Edit, asker.the_record())
}

/// Whether the lab of a variant is open to the asker, who may see the variant itself.
pub fn may_see_lab(asker: &Asker, variant: &Record) -> bool {
    let object = asker.object_of(variant, asker.partnership.as_deref()).inside();
    asker.may(Verb::Read, Room::Diagnosis, &object).is_ok()
}

/// Whether the asker may do this with a variant.
pub fn may(asker: &Asker, verb: Verb, variant: &Record) -> bool {
    asker.may(verb, Room::Diagnosis, &asker.object_of(variant, asker.partnership.as_deref())).is_ok()
}

/// Who changes something.
pub fn author(asker: &Asker) -> Author {
    asker.visitor.account.clone().map_or(Author::Program("portal"), Author::Account)
}

/// The variant that the address names, if it is still the one that was on screen.
///
/// # Errors
/// [`Failure`] of the store's kind "somebody was faster", or if it cannot be opened.
pub async fn unchanged(asker: &Asker, sent: &Sent) -> Result<Opened, Failure> {
    let opened = opened(asker).await?;
    if sent.version().is_some_and(|seen| seen != opened.variant.version) {
        let current = Box::new(opened.variant);
        return Err(miedza_store::Error::Stale { current }.into());
    }
    Ok(opened)
}

/// A failure as a notice above the page, which stays as it was.
pub fn refusal(asker: &Asker, failure: &Failure) -> Notice {
    let said = failure.causes.iter().chain(&failure.hint);
    let text: Vec<String> = said.map(|message| sentence(&asker.tell(message))).collect();
    Notice { kind: "refusal", title: capital(&asker.tell(&failure.told)), text: text.join(" "), ways: Vec::new() }
}

/// That the flows of a variant are modelled and were never counted; `None` where they were.
pub fn modelled(asker: &Asker, desk: &Desk) -> Option<Notice> {
    desk.is_modelled().then(|| Notice {
        kind: "attention",
        title: asker.say(key::REPORT_NOTE_MODELLED),
        text: asker.say(key::REPORT_NOTE_MODELLED_TEXT),
        ways: Vec::new(),
    })
}

/// What was just done, for the word that stands in the address.
pub fn done(asker: &Asker, asked: &Asked, opened: &Opened) -> Option<String> {
    let unit = || match opened.desk.ground.find(&asked.what) {
        Some(unit) => opened.desk.ground.names().apart(unit),
        None => asked.what.clone(),
    };
    let with_unit = |told: Key| Message::new(told).with("unit", unit());
    let told = match asked.done.as_str() {
        "added" => with_unit(key::LAB_DONE_ADDED),
        "removed" => with_unit(key::LAB_DONE_REMOVED),
        "undone" => key::LAB_DONE_UNDONE.into(),
        "redone" => key::LAB_DONE_REDONE.into(),
        "ran" => Message::new(key::LAB_DONE_RAN).with("method", tell_method(opened)),
        "pasted" => pasted(&asked.what),
        "table" => key::LAB_DONE_TABLE.into(),
        "limits" => key::LAB_DONE_LIMITS.into(),
        "begun" => key::LAB_DONE_BEGUN.into(),
        "adopted" => key::LAB_DONE_ADOPTED.into(),
        _ => return None,
    };
    Some(format!("{} {}", asker.tell(&told), summary(asker, opened)))
}

/// What a list is for, by the word of the form.
pub fn pasting(word: &str) -> Pasting {
    match word {
        "in" => Pasting::PutIn,
        "out" => Pasting::TakeOut,
        _ => Pasting::Instead,
    }
}

/// What a pasted list did: what it was for, how many units were new, and how many it named.
fn pasted(what: &str) -> Message {
    let mut words = what.split(' ');
    let pasting = pasting(words.next().unwrap_or_default());
    let mut number = || words.next().and_then(|word| word.parse::<usize>().ok());
    match (number(), number()) {
        (Some(new), Some(all)) => super::lab::counted(pasting, new, all),
        _ => key::LAB_DONE_PASTED.into(),
    }
}

fn tell_method(opened: &Opened) -> Message {
    miedza_workflows::lab::tell::method(opened.desk.base().run().map_or("", |run| run.method.as_str()))
}

/// The figures that people listen for after a step.
pub fn summary(asker: &Asker, opened: &Opened) -> String {
    let figures = opened.desk.figures();
    let counted = asker.tell(&Message::new(key::COUNT_UNITS).with("count", figures.units));
    let kept = figures.kept_share.map(|share| asker.language.share(share, 1));
    let pieces = figures.pieces.map(|pieces| pieces.len());
    let mut said = vec![counted];
    said.extend(kept.map(|share| asker.tell(&Message::new(key::LAB_SAID_KEPT).with("share", share))));
    said.extend(pieces.filter(|pieces| *pieces > 1).map(|pieces| {
        let told = Message::new(key::LAB_CONTIGUITY_PIECES).with("count", pieces);
        asker.tell(&told)
    }));
    format!("{}.", said.join("; "))
}
