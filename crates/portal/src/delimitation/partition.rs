//! All areas that the method of a variant made, with their figures; one of them is the variant, another may become it.

use askama::Template;
use axum::extract::Path;
use axum::http::header;
use axum::response::IntoResponse;
use miedza_planning::delimitation::Run;
use miedza_texts::{Message, key};
use miedza_workflows::lab::{Area, Opened, tell};

use super::form::{self, above, address, area, may_edit, name, opened, source};
use super::sent::VERSION;
use crate::frame::failure::unknown_address;
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, Entry, Heading, Notice, Title};
use crate::frame::{Answer, Asker};

struct AreaRow {
    seat: Entry,
    units: String,
    population: String,
    residents: String,
    jobs: String,
    supply: String,
    demand: String,
    pieces: String,
    is_own: bool,
    /// Code that asks for this area.
    code: String,
}

#[derive(Template)]
#[template(path = "delimitation/partition.html")]
struct PartitionPage {
    page: Page,
    title: Title,
    ways: Vec<Entry>,
    caption: Caption,
    headings: Vec<Heading>,
    rows: Vec<AreaRow>,
    may_edit: bool,
    action: String,
    carried: Vec<(String, String)>,
    /// Where a new variant is begun with an area; empty for those who may not.
    begin_action: String,
    begin: String,
    take: String,
    own: String,
}

/// The areas of the method.
pub async fn show(asker: Asker) -> Answer {
    let opened = opened(&asker).await?;
    let run = opened.desk.base().run().cloned().ok_or_else(unknown_address)?;
    let heading = asker.say(key::LAB_PARTITION);
    let lab = address(&asker, &opened.variant.id);
    let mut way = above(&asker);
    way.push(Entry::new(lab.clone(), name(&asker, &opened.variant)));
    let areas = opened.desk.partition_areas();
    let told = Message::new(key::LAB_PARTITION_LEAD).with("method", tell::method(&run.method)).with("count", areas.len());
    let may_edit = may_edit(&asker);
    let file = lab.clone().step("partition").step("csv");
    page::answer(&PartitionPage {
        page: marked(Page::of(&asker, &heading).unlisted().wide().under(way, &heading), form::modelled(&asker, &opened.desk)),
        title: Title { kind: name(&asker, &opened.variant), heading, lead: asker.tell(&told), ..Title::default() },
        ways: vec![Entry::new(file, asker.say(key::LAB_PARTITION_FILE))],
        caption: caption(&asker, &opened),
        headings: headings(&asker, may_edit),
        rows: areas.iter().map(|found| row(&asker, found)).collect(),
        may_edit,
        action: lab.step("run").into(),
        carried: carried(&opened, &run),
        begin_action: area(&asker).into(),
        begin: asker.say(key::LAB_BEGIN_AREA),
        take: asker.say(key::LAB_TAKE_AREA),
        own: asker.say(key::LAB_OWN_AREA),
    })
}

fn marked(mut page: Page, modelled: Option<Notice>) -> Page {
    page.notices.extend(modelled);
    page
}

fn caption(asker: &Asker, opened: &Opened) -> Caption {
    Caption {
        id: "areas".into(),
        what: asker.say(key::LAB_PARTITION),
        when: opened.table.as_ref().and_then(|table| table.number("year")).map(|year| year.to_string()).unwrap_or_default(),
        source: source(asker, opened.table.as_ref()),
    }
}

fn headings(asker: &Asker, may_edit: bool) -> Vec<Heading> {
    let mut headings = vec![
        Heading::words(asker.say(key::DONE_SEAT)),
        Heading::number(asker.say(key::LAB_FIGURE_UNITS), ""),
        Heading::number(asker.say(key::LAB_FIGURE_POPULATION), ""),
        Heading::number(asker.say(key::LAB_FIGURE_EMPLOYED), ""),
        Heading::number(asker.say(key::LAB_FIGURE_JOBS), ""),
        Heading::number(asker.say(key::LAB_FIGURE_SUPPLY), "%"),
        Heading::number(asker.say(key::LAB_FIGURE_DEMAND), "%"),
        Heading::number(asker.say(key::LAB_COLUMN_PIECES), ""),
    ];
    if may_edit {
        headings.push(Heading::words(asker.say(key::LAB_COLUMN_ACT)));
    }
    headings
}

fn row(asker: &Asker, area: &Area) -> AreaRow {
    let language = asker.language;
    let per_cent = |share: Option<f64>| language.optional(share.map(|share| share * 100.0), 1);
    AreaRow {
        seat: Entry::new(crate::frame::Address::unit(language, &area.seat), area.seat_name.clone()),
        units: language.integer(miedza_territory::count(area.units)),
        population: language.optional(area.population, 0),
        residents: language.optional(area.employed_residents, 0),
        jobs: language.optional(area.jobs, 0),
        supply: per_cent(area.supply_side_self_containment),
        demand: per_cent(area.demand_side_self_containment),
        pieces: language.optional(area.pieces.map(miedza_territory::count), 0),
        is_own: area.is_own,
        code: area.seat.clone(),
    }
}

/// What a form must send so that only the area changes: the run as it is.
fn carried(opened: &Opened, run: &Run) -> Vec<(String, String)> {
    let mut carried = vec![
        (VERSION.to_owned(), opened.variant.version.to_string()),
        ("from".to_owned(), opened.variant.id.clone()),
        ("method".to_owned(), run.method.clone()),
        ("employed-share".to_owned(), run.employed_share.clone().unwrap_or_default()),
    ];
    carried.extend(run.parameters.iter().map(|(name, value)| (name.clone(), value.clone())));
    carried
}

/// The areas as a table: each unit with its area.
pub async fn export(asker: Asker, Path((.., ending)): Path<(String, String, String, String)>) -> Answer {
    let opened = opened(&asker).await?;
    let table = opened.desk.partition_table().filter(|_| ending == "csv").ok_or_else(unknown_address)?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"areas.csv\"".to_owned()),
    ];
    Ok((headers, table).into_response())
}
