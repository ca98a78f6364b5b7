//! Where a unit takes part: partnerships it is or was a member of, and published lists that name it.

use std::collections::BTreeMap;

use miedza_planning::record::{Kind, Record};
use miedza_planning::values::PartialDate;
use miedza_store::Question;
use miedza_territory::UnitCode;
use miedza_texts::{Message, key};
use miedza_workflows::labels;

use super::show::Section;
use crate::frame::parts::{Caption, Entry, Heading};
use crate::frame::{Address, Asker, Told, moments};

/// A partnership of the unit.
pub struct PartRow {
    /// The partnership.
    pub partnership: Entry,
    /// In which role.
    pub role: String,
    /// On which ground; may be empty.
    pub ground: String,
    /// Since and until when, as far as it is stated.
    pub when: String,
}

/// A list that names the unit.
pub struct FlagRow {
    /// What it says.
    pub flag: String,
    /// Its name.
    pub list: String,
    /// Its date; may be empty.
    pub date: String,
}

/// The records of a kind that name the unit, under whichever of its codes: a village that became a town is one unit.
///
/// # Errors
/// [`Told`] if the store cannot be read.
pub async fn naming(asker: &Asker, kind: Kind, code: &UnitCode) -> Result<Vec<Record>, Told> {
    let mut found = Vec::new();
    for code in code.whatever_kind() {
        found.extend(asker.app.store().records(&Question::of(kind).with("unit", code.as_str())).await?);
    }
    Ok(found)
}

/// The partnerships that the asker may see.
///
/// # Errors
/// [`Told`] if the store cannot be read.
pub async fn partnerships(asker: &Asker, code: &UnitCode) -> Result<Section<PartRow>, Told> {
    let store = asker.app.store();
    let memberships = naming(asker, Kind::Memberships, code).await?;
    let ids = memberships.iter().filter_map(|record| record.content.partnership.clone());
    let found = store.records(&Question::of(Kind::Partnerships).with_ids(ids)).await?;
    let found: BTreeMap<&str, &Record> = found.iter().map(|record| (record.id.as_str(), record)).collect();
    let of = |membership: &Record| found.get(membership.content.partnership.as_deref()?).copied();
    let seen = memberships.iter().filter_map(|membership| Some((membership, of(membership)?)));
    let seen =
        seen.filter(|(membership, partnership)| asker.sees_partnership(partnership) && asker.sees(membership, Some(partnership)));
    let mut rows: Vec<PartRow> = seen.map(|(membership, partnership)| row(asker, membership, partnership)).collect();
    rows.sort_by(|one, two| asker.language.compare(&one.partnership.label, &two.partnership.label));
    Ok(Section {
        heading: asker.say(key::UNIT_PARTNERSHIPS),
        caption: caption(asker, "partnerships", key::UNIT_PARTNERSHIPS_CAPTION),
        headings: [key::UNIT_PARTNERSHIP, key::UNIT_ROLE, key::UNIT_GROUND, key::UNIT_WHEN]
            .map(|label| Heading::words(asker.say(label)))
            .to_vec(),
        rows,
        none: asker.say(key::UNIT_PARTNERSHIPS_NONE),
    })
}

fn caption(asker: &Asker, id: &str, what: miedza_texts::Key) -> Caption {
    Caption::new(id, asker.say(what))
}

fn row(asker: &Asker, membership: &Record, partnership: &Record) -> PartRow {
    let slug = partnership.text("slug").unwrap_or_default();
    PartRow {
        partnership: Entry::new(Address::partnership(asker.language, slug), asker.words(partnership, "short_name")),
        role: choice(asker, membership, "role"),
        ground: choice(asker, membership, "ground"),
        when: when(asker, membership),
    }
}

/// The word of a closed list that a field holds.
fn choice(asker: &Asker, record: &Record, field: &str) -> String {
    use miedza_planning::record::Shape;

    let shape = record.kind().field(field).map(|field| field.shape);
    match (shape, record.text(field)) {
        (Some(Shape::Choice(choices)), Some(word)) => asker.tell(&labels::choice(choices, word)),
        _ => String::new(),
    }
}

fn when(asker: &Asker, membership: &Record) -> String {
    let date = |field| membership.text(field).and_then(|text| text.parse::<PartialDate>().ok());
    let said = |key, name, date: PartialDate| asker.tell(&Message::new(key).with(name, asker.date(date)));
    let from = match (date("valid_from"), date("known_on")) {
        (Some(from), _) => said(moments::since(from), "from", from),
        (None, Some(known)) => said(key::UNIT_MEMBER_KNOWN, "date", known),
        (None, None) => asker.say(key::UNIT_MEMBER_UNSTATED),
    };
    match date("valid_to") {
        Some(to) => format!("{from}, {}", said(moments::until(to), "to", to)),
        None => from,
    }
}

/// The lists that name the unit and that the asker may see.
///
/// # Errors
/// [`Told`] if the store cannot be read.
pub async fn flags(asker: &Asker, code: &UnitCode) -> Result<Section<FlagRow>, Told> {
    let found = naming(asker, Kind::UnitFlags, code).await?;
    let mut found: Vec<&Record> = found.iter().filter(|record| asker.sees(record, None)).collect();
    found.sort_by_key(|record| (record.text("list_date"), record.text("list_name")));
    let date = |record: &Record| record.text("list_date").and_then(|text| text.parse().ok()).map(|date| asker.date(date));
    let rows = found.iter().map(|record| FlagRow {
        flag: choice(asker, record, "flag"),
        list: record.text("list_name").unwrap_or_default().to_owned(),
        date: date(record).unwrap_or_default(),
    });
    Ok(Section {
        heading: asker.say(key::UNIT_FLAGS),
        caption: caption(asker, "flags", key::UNIT_FLAGS_CAPTION),
        headings: [key::UNIT_FLAG, key::UNIT_FLAG_LIST, key::UNIT_WHEN].map(|label| Heading::words(asker.say(label))).to_vec(),
        rows: rows.collect(),
        none: asker.say(key::UNIT_FLAGS_NONE),
    })
}
