//! The peers of an area: who they are, by which rule, and a form to choose another rule or own weights of nearness.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse as _, Redirect};
use miedza_planning::diagnosis::Indicator;
use miedza_planning::diagnosis::peers::{PeerUnit, Weighed, written};
use miedza_territory::Kind;
use miedza_texts::{Message, key};
use miedza_workflows::Failure;
use miedza_workflows::diagnosis::{PeerRule, PeersTold, weighed};
use miedza_workflows::labels;
use miedza_workflows::spreadsheet::{Cell, Spreadsheet};
use serde_json::json;

use super::area::Area;
use super::chosen::{Chosen, asked};
use super::weighed::{IndicatorGroup, Weighing};
use crate::frame::failure::unknown_address;
use crate::frame::list::{FileForm, table};
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, Choice, Entry, FormField, Heading, Title};
use crate::frame::{Address, Answer, Asker};

/// So many peers are shown; the files hold all.
const MOST_SHOWN: usize = 200;

/// A peer.
struct PeerRow {
    unit: Entry,
    county: String,
    kind: String,
    functional_type: String,
    inhabitants: String,
    distance: String,
    coverage: String,
    lacks: String,
}

#[derive(Template)]
#[template(path = "diagnosis/peers.html")]
struct PeersPage {
    page: Page,
    title: Title,
    errors_title: String,
    errors: Vec<Entry>,
    sentences: Vec<String>,
    caption: Caption,
    headings: Vec<Heading>,
    has_types: bool,
    has_distances: bool,
    rows: Vec<PeerRow>,
    more: String,
    files_label: String,
    files: Vec<Entry>,
    action: String,
    carried: Vec<(String, String)>,
    peers: FormField,
    rules: Vec<Choice>,
    show: String,
    nearest_heading: String,
    nearest_lead: String,
    weights_heading: String,
    weights_hint: String,
    weights: Vec<FormField>,
    groups: Vec<IndicatorGroup>,
    nearest_show: String,
}

/// The peers. Weights that a form sends become one word of the address, so that every page of the diagnosis carries them.
pub async fn show(asker: Asker) -> Answer {
    let area = Area::open(asker).await?;
    let weighing = weighing(&area)?;
    let is_sent = !asked(&area.asker.uri, "indicator").is_empty();
    if let Some(chosen) = weighing.chosen().filter(|chosen| is_sent && !chosen.is_empty()) {
        return Ok(Redirect::to(&by_weights(&area, chosen).to_string()).into_response());
    }
    let (peers, rules) = area.peer_choice();
    let heading = area.say(key::DIAGNOSIS_PEER_GROUP);
    let all = &area.ground.peers.units;
    let more = Message::new(key::DIAGNOSIS_PEERS_MORE).with("shown", MOST_SHOWN).with("count", all.len());
    page::answer(&PeersPage {
        page: area.page(&heading, false).wide(),
        title: Title { kind: area.name(), heading, lead: area.say(key::DIAGNOSIS_PEER_GROUP_LEAD), ..Title::default() },
        errors_title: area.say(key::DIAGNOSIS_PEERS_WRONG),
        errors: weighing.errors(),
        sentences: sentences(&area),
        caption: Caption::new("peers-table", area.rule(area.ground.subject.peers)),
        headings: headings(&area),
        has_types: has_types(&area),
        has_distances: has_distances(&area),
        rows: all.iter().take(MOST_SHOWN).map(|peer| row(&area, peer)).collect(),
        more: if all.len() > MOST_SHOWN { area.tell(&more) } else { String::new() },
        files_label: area.say(key::LIST_FILES),
        files: FileForm::ALL
            .map(|form| Entry::new(area.below(&["peers", "export", form.ending()]), form.ending().to_uppercase()))
            .to_vec(),
        action: area.asker.uri.path().to_owned(),
        carried: area.chosen.pairs_without_peers(),
        peers,
        rules,
        show: area.say(key::DIAGNOSIS_COMPARE),
        nearest_heading: area.say(key::DIAGNOSIS_PEERS_NEAREST),
        nearest_lead: area.say(key::DIAGNOSIS_PEERS_NEAREST_LEAD),
        weights_heading: area.say(key::DIAGNOSIS_INDEX_WEIGHTS),
        weights_hint: area.say(key::DIAGNOSIS_INDEX_WEIGHTS_HINT),
        groups: weighing.groups(&area, &offered(&area)),
        weights: weighing.weights,
        nearest_show: area.say(key::DIAGNOSIS_PEERS_FIND),
    })
}

/// All peers as a table for programs and people.
pub async fn file(asker: Asker, Path(path): Path<BTreeMap<String, String>>) -> Answer {
    let form = path.get("ending").and_then(|ending| FileForm::parse(ending)).ok_or_else(unknown_address)?;
    let area = Area::open(asker).await?;
    let group = &area.ground.peers;
    let about = json!({"rule": group.rule, "decided": group.told, "sentences": sentences(&area)});
    Ok(table(&area.asker, &sheet(&area), (form, about)).await?)
}

/// Indicators of which the area has a figure.
fn offered(area: &Area) -> Vec<&Indicator> {
    let has_figure = |indicator: &&Indicator| area.ground.own.row(&indicator.code).is_ok_and(|row| row.newest.is_some());
    area.ground.catalogue.indicators().iter().filter(has_figure).collect()
}

fn weighing(area: &Area) -> Result<Weighing, Failure> {
    let usual: Vec<(String, f64)> = weighed(&area.ground.subject).into_iter().map(|one| (one.indicator, one.weight)).collect();
    Weighing::of(area, &offered(area), &usual)
}

/// The page of the nearest by these weights.
fn by_weights(area: &Area, chosen: Vec<(String, f64)>) -> Address {
    let weighed: Vec<Weighed> = chosen.into_iter().map(|(indicator, weight)| Weighed { indicator, weight }).collect();
    let peers = PeerRule::Nearest.word().to_owned();
    let chosen = Chosen { peers, weights: written(&weighed), ..area.chosen.clone() };
    chosen.carried(area.bare(&["peers"]))
}

fn sentences(area: &Area) -> Vec<String> {
    let mut sentences = PeersTold { ground: &area.ground, language: area.language() }.sentences();
    let count = Message::new(key::DIAGNOSIS_PEERS_TOLD).with("count", area.ground.peers.units.len());
    sentences.push(area.tell(&count));
    sentences
}

fn has_types(area: &Area) -> bool {
    area.ground.peers.units.iter().any(|peer| peer.functional_type.is_some())
}

fn has_distances(area: &Area) -> bool {
    area.ground.peers.units.iter().any(|peer| peer.distance.is_some())
}

fn headings(area: &Area) -> Vec<Heading> {
    let mut headings = vec![
        Heading::words(area.say(key::DIAGNOSIS_COLUMN_MUNICIPALITY)),
        Heading::words(area.say(key::PAGE_COUNTY)),
        Heading::words(area.say(key::DIAGNOSIS_COLUMN_KIND)),
        Heading::number(area.say(key::DIAGNOSIS_COLUMN_INHABITANTS), ""),
    ];
    if has_types(area) {
        headings.push(Heading::words(area.say(key::DIAGNOSIS_COLUMN_FUNCTIONAL_TYPE)));
    }
    if has_distances(area) {
        headings.push(Heading::number(area.say(key::DIAGNOSIS_COLUMN_DISTANCE), ""));
        headings.push(Heading::number(area.say(key::DIAGNOSIS_COLUMN_COVERAGE), ""));
        headings.push(Heading::words(area.say(key::DIAGNOSIS_COLUMN_LACKS)));
    }
    headings
}

/// Inhabitants of a peer in the newest year in which they are told.
fn inhabitants(area: &Area, peer: &PeerUnit) -> Option<f64> {
    let table = &area.ground.group;
    let (row, place) = (table.row("population").ok()?, table.place_of(&peer.unit)?);
    table.years().iter().rev().find_map(|year| row.member_in(place, year).and_then(|figure| figure.value))
}

fn county(area: &Area, peer: &PeerUnit) -> String {
    let parent = area.ground.units.get(&peer.unit).and_then(|kept| kept.unit.parent.as_ref());
    parent.map(|code| area.ground.county(code)).unwrap_or_default()
}

fn kind(area: &Area, peer: &PeerUnit) -> Option<Kind> {
    area.ground.units.get(&peer.unit)?.unit.kind
}

fn lacks(area: &Area, peer: &PeerUnit) -> String {
    let name = |code: &String| area.ground.indicator(code).map_or_else(|| code.clone(), |indicator| area.named(indicator));
    peer.lacks.iter().map(name).collect::<Vec<_>>().join(", ")
}

fn row(area: &Area, peer: &PeerUnit) -> PeerRow {
    let language = area.language();
    PeerRow {
        unit: area.unit(&peer.unit),
        county: county(area, peer),
        kind: kind(area, peer).map(|kind| area.tell(&labels::unit_kind(kind))).unwrap_or_default(),
        functional_type: peer.functional_type.clone().unwrap_or_default(),
        inhabitants: language.optional(inhabitants(area, peer), 0),
        distance: language.optional(peer.distance, 2),
        coverage: language.optional_share(peer.coverage, 0),
        lacks: lacks(area, peer),
    }
}

fn sheet(area: &Area) -> Spreadsheet {
    const HEADINGS: [&str; 9] =
        ["unit", "name", "county", "kind", "functional_type", "inhabitants", "distance", "coverage", "lacks"];
    let row = |peer: &PeerUnit| {
        vec![
            peer.unit.as_str().into(),
            area.ground.name(&peer.unit).into(),
            county(area, peer).into(),
            kind(area, peer).map(labels::unit_kind_word).unwrap_or_default().into(),
            peer.functional_type.clone().unwrap_or_default().into(),
            Cell::from(inhabitants(area, peer)),
            Cell::from(peer.distance),
            Cell::from(peer.coverage),
            peer.lacks.join(" ").into(),
        ]
    };
    Spreadsheet {
        name: "peers".to_owned(),
        headings: HEADINGS.map(ToOwned::to_owned).to_vec(),
        rows: area.ground.peers.units.iter().map(row).collect(),
        fixed: 2,
    }
}
