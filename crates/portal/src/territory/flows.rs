//! Who goes out of a unit and who comes in, by the public tables of flows.

use std::collections::BTreeMap;

use miedza_planning::record::{Kind, Record};
use miedza_store::Question;
use miedza_territory::UnitCode;
use miedza_texts::{Key, Message, key};
use miedza_workflows::territory::{FlowWith, UnitFlows, flows_of};

use super::words;
use crate::frame::parts::{Caption, Entry, Heading, KeyFigure};
use crate::frame::{Address, Asker, Told};

/// Flows of each direction that the page of a unit lists.
const STRONGEST: usize = 15;

/// One end of a flow.
pub struct FlowRow {
    /// The other unit.
    pub unit: Entry,
    /// How many persons.
    pub persons: String,
    /// Their share among all of this direction.
    pub share: String,
    /// Their share among the strongest, for the bar beside it.
    pub bar: f64,
}

/// Flows in one direction.
pub struct Direction {
    /// Of the table.
    pub caption: Caption,
    /// Of the columns.
    pub headings: Vec<Heading>,
    /// The strongest.
    pub rows: Vec<FlowRow>,
    /// What is said where there are none.
    pub none: String,
}

/// What one table says of a unit.
pub struct TableFlows {
    /// Name and year of the table.
    pub heading: String,
    /// Totals.
    pub figures: Vec<KeyFigure>,
    /// Out, then in.
    pub directions: Vec<Direction>,
    /// What the table keeps secret; may be empty.
    pub note: String,
}

/// The tables that the asker may see, the newest first.
///
/// # Errors
/// [`Told`] if the store cannot be read.
pub async fn tables(asker: &Asker) -> Result<Vec<Record>, Told> {
    let store = asker.app.store();
    let mut tables = store.records(&Question::of(Kind::FlowTables)).await?;
    let ids = tables.iter().filter_map(|table| table.content.partnership.clone());
    let owners = store.records(&Question::of(Kind::Partnerships).with_ids(ids)).await?;
    let owner = |table: &Record| owners.iter().find(|owner| Some(&owner.id) == table.content.partnership.as_ref());
    tables.retain(|table| asker.sees(table, owner(table)));
    tables.sort_by_key(|table| (std::cmp::Reverse(table.number("year")), table.id.clone()));
    Ok(tables)
}

/// The flows of a unit by the first of these tables that holds all of them, else by the first that holds any.
///
/// # Errors
/// [`Told`] if the store cannot be read.
pub async fn first_of<'a>(
    asker: &Asker,
    tables: impl Iterator<Item = &'a Record>,
    code: &UnitCode,
) -> Result<Option<(&'a Record, UnitFlows)>, Told> {
    let mut partial = None;
    for table in tables {
        let Ok(reading) = asker.app.atlas().reading(table).await else { continue };
        match flows_of(asker.app.store(), &reading, code).await? {
            Some(found) if !found.is_partial => return Ok(Some((table, found))),
            Some(found) if partial.is_none() => partial = Some((table, found)),
            _ => {}
        }
    }
    Ok(partial)
}

/// What each table says of a unit; tables that do not speak of it, or whose file cannot be read, are left out, and so are
/// those that hold a part of its flows where another holds all.
///
/// # Errors
/// [`Told`] if the store cannot be read.
pub async fn of(asker: &Asker, code: &UnitCode) -> Result<Vec<TableFlows>, Told> {
    let mut found = Vec::new();
    for table in tables(asker).await? {
        let Ok(reading) = asker.app.atlas().reading(&table).await else { continue };
        if let Some(flows) = flows_of(asker.app.store(), &reading, code).await? {
            found.push((table, flows));
        }
    }
    if found.iter().any(|(_, flows)| !flows.is_partial) {
        found.retain(|(_, flows)| !flows.is_partial);
    }
    Ok(found.iter().enumerate().map(|(number, (table, flows))| in_words(asker, table, flows, number)).collect())
}

/// Name of a table with its year.
pub fn name(asker: &Asker, table: &Record) -> String {
    let year = table.number("year").map(|year| year.to_string()).unwrap_or_default();
    asker.tell(&Message::new(key::UNIT_FLOWS_TABLE).with("name", asker.words(table, "name")).with("year", year))
}

fn in_words(asker: &Asker, table: &Record, flows: &UnitFlows, number: usize) -> TableFlows {
    let source = table.text("publisher").unwrap_or_default();
    let named = flows.out.iter().chain(&flows.into).map(|flow| (flow.code.clone(), flow.name.clone())).collect();
    let names = words::apart_by_code(asker, &named);
    let direction = |id: &str, what: Key, none: Key, (rows, total): (&[FlowWith], f64)| Direction {
        caption: Caption {
            id: format!("{id}-{number}"),
            what: asker.say(what),
            when: table.number("year").map(|year| year.to_string()).unwrap_or_default(),
            source: source.to_owned(),
        },
        headings: vec![
            Heading::words(asker.say(key::UNIT_NAME)),
            Heading::number(asker.say(key::UNIT_FLOWS_PERSONS), ""),
            Heading::number(asker.say(key::UNIT_FLOWS_SHARE), ""),
        ],
        rows: strongest(asker, rows, (!flows.is_partial).then_some(total), &names),
        none: asker.say(none),
    };
    TableFlows {
        heading: name(asker, table),
        figures: figures(asker, flows),
        directions: vec![
            direction("out", key::UNIT_FLOWS_OUT, key::UNIT_FLOWS_OUT_NONE, (&flows.out, flows.total_out)),
            direction("in", key::UNIT_FLOWS_IN, key::UNIT_FLOWS_IN_NONE, (&flows.into, flows.total_in)),
        ],
        note: note(asker, table, flows),
    }
}

/// The page of the other unit; none where no register names it.
fn page_of(asker: &Asker, flow: &FlowWith) -> String {
    if flow.name == flow.code.as_str() { String::new() } else { Address::unit(asker.language, flow.code.as_str()).into() }
}

fn strongest(asker: &Asker, flows: &[FlowWith], total: Option<f64>, names: &BTreeMap<UnitCode, String>) -> Vec<FlowRow> {
    let most = flows.first().map_or(1.0, |first| first.persons);
    let row = |flow: &FlowWith| FlowRow {
        unit: Entry { href: page_of(asker, flow), ..Entry::new("", names.get(&flow.code).unwrap_or(&flow.name).as_str()) },
        persons: asker.language.integer(flow.persons),
        share: asker.language.optional_share(total.map(|total| flow.persons / total), 1),
        bar: (flow.persons / most * 100.0).round(),
    };
    flows.iter().take(STRONGEST).map(row).collect()
}

fn figures(asker: &Asker, flows: &UnitFlows) -> Vec<KeyFigure> {
    if flows.is_partial {
        return Vec::new();
    }
    let figure = |label, value: String| KeyFigure { label: asker.say(label), value, ..KeyFigure::default() };
    let mut figures = vec![
        figure(key::UNIT_FLOWS_TOTAL_OUT, asker.language.integer(flows.total_out)),
        figure(key::UNIT_FLOWS_TOTAL_IN, asker.language.integer(flows.total_in)),
    ];
    if let (Some(internal), Some(share)) = (flows.internal, flows.own_share()) {
        figures.push(figure(key::UNIT_FLOWS_INTERNAL, asker.language.integer(internal)));
        figures.push(figure(key::UNIT_FLOWS_OWN_SHARE, asker.language.share(share, 1)));
    }
    figures
}

fn note(asker: &Asker, table: &Record, flows: &UnitFlows) -> String {
    let mut told = Vec::new();
    if flows.is_partial {
        told.push(asker.say(key::UNIT_FLOWS_PARTIAL));
    }
    if let Some(least) = table.value("suppressed_below").and_then(serde_json::Value::as_f64) {
        told.push(asker.tell(&Message::new(key::UNIT_FLOWS_THRESHOLD).with("least", asker.language.integer(least))));
    }
    if flows.hidden_out + flows.hidden_in > 0 {
        let hidden = Message::new(key::UNIT_FLOWS_HIDDEN).with("out", flows.hidden_out).with("in", flows.hidden_in);
        told.push(asker.tell(&hidden));
    }
    if flows.internal.is_none() {
        told.push(asker.say(key::UNIT_FLOWS_NO_INTERNAL));
    }
    told.join(" ")
}
