//! Partnerships inside one another: the one above, those inside, and those that share the organisation above; each with how
//! far its members are the same.

use std::collections::BTreeSet;

use miedza_planning::partnership::places::lasting;
use miedza_planning::partnership::{MembersOn, Membership, members_on, read_all};
use miedza_planning::record::{Kind, Record};
use miedza_store::Question;
use miedza_territory::UnitCode;
use miedza_texts::{Key, Message, key};
use miedza_workflows::Failure;

use super::desk::Desk;
use crate::frame::parts::Entry;
use crate::frame::{Told, cards};

/// Another partnership.
pub struct Near {
    /// The partnership.
    pub link: Entry,
    /// How far its members are the same.
    pub shared: String,
}

/// Other partnerships that stand in one relation to this one.
pub struct Nest {
    /// The relation.
    pub heading: String,
    /// The partnerships, by name.
    pub list: Vec<Near>,
}

/// All relations that hold for at least one other partnership.
///
/// # Errors
/// [`Told`] if the store cannot be read.
pub async fn nests(desk: &Desk) -> Result<Vec<Nest>, Told> {
    let own = &desk.book.partnership;
    let store = desk.asker.app.store();
    let with = |field, id: &str| Question::of(Kind::Partnerships).with(field, id);
    let mut nests = Vec::new();
    if let Some(id) = own.text("parent_partnership") {
        let above = store.record(Kind::Partnerships, id).await?.into_iter().collect();
        nests.push(nest(desk, key::PAGE_NEST_ABOVE, above).await?);
    }
    let inside = store.records(&with("parent_partnership", &own.id)).await?;
    nests.push(nest(desk, key::PAGE_NEST_INSIDE, inside).await?);
    if let Some(id) = own.text("parent_organisation") {
        let mut beside = store.records(&with("parent_organisation", id)).await?;
        beside.retain(|other| other.id != own.id);
        let mut found = nest(desk, key::PAGE_NEST_BESIDE, beside).await?;
        found.heading = desk.tell(&Message::new(key::PAGE_NEST_BESIDE).with("name", desk.organisation(id)));
        nests.push(found);
    }
    nests.retain(|nest| !nest.list.is_empty());
    Ok(nests)
}

async fn nest(desk: &Desk, heading: Key, mut others: Vec<Record>) -> Result<Nest, Told> {
    let asker = &desk.asker;
    others.retain(|other| other.deleted_at.is_none() && asker.sees_partnership(other));
    others.sort_by(|one, two| asker.language.compare(&asker.words(one, "short_name"), &asker.words(two, "short_name")));
    let mine = desk.book.dossier.members_on(asker.today());
    let mut list = Vec::new();
    for other in &others {
        let mut records = asker.app.store().records(&Question::of(Kind::Memberships).in_partnership(&*other.id)).await?;
        records.retain(|record| asker.sees(record, Some(other)));
        let memberships = read_all::<Membership>(&records).map_err(|error| Failure::fault(&error))?;
        let theirs = members_on(&memberships, asker.today());
        let link = Entry::new(cards::address(asker, other), asker.words(other, "short_name"));
        list.push(Near { link, shared: shared(desk, &mine, &theirs) });
    }
    Ok(Nest { heading: desk.say(heading), list })
}

/// How many of the members of both are the same.
fn shared(desk: &Desk, mine: &MembersOn, theirs: &MembersOn) -> String {
    let (mine, theirs) = (units(mine), units(theirs));
    let told = Message::new(key::PAGE_NEST_SHARED).with("both", mine.intersection(&theirs).count());
    desk.tell(&told.with("mine", mine.len()).with("theirs", theirs.len()))
}

fn units(members: &MembersOn) -> BTreeSet<UnitCode> {
    members.all().filter_map(|member| member.party.unit()).map(lasting).collect()
}
