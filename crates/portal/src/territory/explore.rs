//! The map to explore: a figure or the flows of a unit, as a map, a legend and a table; the same for the island that draws it.

use askama::Template;
use axum::Json;
use axum::extract::Query;
use axum::response::IntoResponse;
use miedza_territory::UnitCode;
use miedza_texts::{Message, key};
use miedza_workflows::territory::{Drawn, drawing, features, shapes};
use serde::Serialize;
use serde_json::json;

use super::explored::{Asked, CLASSES, Explored, Map, Show, partnerships, regions};
use super::flows as tables;
use super::words;
use crate::frame::list::{List, Listing};
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, Choice, Entry, FormField, Heading, MapFigure, Sign, Title};
use crate::frame::{Address, Answer, Asker, Told, land};

/// Units on one page: all of the largest voivodeship.
const UNITS: usize = 400;
/// Names that stand on small maps too.
const FOREMOST: usize = 6;
/// Flows of each direction that the island draws.
const ARCS: usize = 250;

/// A unit of the table.
struct Row {
    name: Entry,
    code: String,
    value: Option<f64>,
    told: String,
    is_selected: bool,
    flows: Entry,
}

/// A choice of the form.
struct Select {
    field: FormField,
    choices: Vec<Choice>,
}

/// What the island needs: addresses and sentences.
struct Island {
    units: String,
    flows: String,
    selected: String,
    words: String,
}

#[derive(Template)]
#[template(path = "territory/explore.html")]
struct ExplorePage {
    page: Page,
    title: Title,
    action: String,
    selects: Vec<Select>,
    show: String,
    map: MapFigure,
    island: Island,
    select_label: String,
    flow_signs: [Sign; 2],
    keys: Vec<String>,
    keys_label: String,
    caption: Caption,
    list: List<Row>,
    empty: String,
}

/// The page.
pub async fn show(asker: Asker, Query(asked): Query<Asked>) -> Answer {
    let map = Map::of(&asker, &asked).await?;
    let heading = asker.say(key::UNIT_EXPLORE_MENU);
    let figure = figure(&asker, &map).await?;
    let value = Heading::number(asker.say(map.show.name()), "");
    let listing = Listing::of(&asker, "name")
        .column("name", Heading::words(asker.say(key::UNIT_NAME)), |row: &Row| row.name.label.as_str().into())
        .column("value", value, |row: &Row| row.value.into())
        .plain(Heading::words(asker.say(key::UNIT_FLOWS)))
        .per_page(UNITS);
    let rows = map.units.iter().map(|unit| row(&asker, &map, unit, &asked)).collect();
    page::answer(&ExplorePage {
        page: Page::of(&asker, &heading).under(Vec::new(), &heading).wide().with_island("area-map"),
        title: Title { heading, lead: asker.say(key::UNIT_EXPLORE_LEAD), ..Title::default() },
        action: Address::page(asker.language).step("explore").into(),
        selects: selects(&asker, &map).await?,
        show: asker.say(key::UNIT_EXPLORE_SHOW),
        island: island(&asker, &map, &asked),
        select_label: asker.say(key::UNIT_EXPLORE_SELECT),
        flow_signs: [("flow-out", key::UNIT_FLOWS_OUT), ("flow-in", key::UNIT_FLOWS_IN)]
            .map(|(class, key)| Sign { class, label: asker.say(key) }),
        keys: [key::UNIT_KEYS_TABLE, key::UNIT_KEYS_MAP, key::UNIT_KEYS_ESCAPE].map(|key| asker.say(key)).to_vec(),
        keys_label: asker.say(key::UNIT_KEYS),
        caption: Caption {
            id: "explored".to_owned(),
            what: figure.what.clone(),
            when: figure.when.clone(),
            source: String::new(),
        },
        empty: asker.say(key::UNIT_EXPLORE_NONE),
        map: figure,
        list: listing.show(rows, |row| row.name.label.clone()),
    })
}

fn row(asker: &Asker, map: &Map, unit: &Explored, asked: &Asked) -> Row {
    let code = unit.kept.unit.code.as_str();
    let is_selected = map.selected.as_ref().is_some_and(|selected| selected.unit.code.as_str() == code);
    let mut flows = Address::page(asker.language).step("explore");
    if !asked.place.is_empty() {
        flows = flows.ask("place", &asked.place);
    }
    let show = if map.show == Show::FlowsIn { Show::FlowsIn } else { Show::FlowsOut };
    Row {
        name: Entry::new(Address::unit(asker.language, code), unit.kept.unit.name.clone()),
        code: code.to_owned(),
        value: unit.value,
        told: told(asker, map, unit),
        is_selected,
        flows: Entry::new(flows.ask("show", show.word()).ask("unit", code), asker.say(key::UNIT_EXPLORE_FLOWS)),
    }
}

/// The value in words, or that there is none.
fn told(asker: &Asker, map: &Map, unit: &Explored) -> String {
    unit.value.map_or_else(|| asker.say(key::UNIT_NO_VALUE), |value| map.show.told(asker, value))
}

async fn figure(asker: &Asker, map: &Map) -> Result<MapFigure, Told> {
    let codes: Vec<UnitCode> = map.units.iter().map(|unit| unit.kept.unit.code.clone()).collect();
    let periods: Vec<String> = map.periods.iter().map(|period| asker.period(period)).collect();
    let (what, when) = (what(asker, map), periods.join(", "));
    let legend = legend(asker, map);
    let mut figure = MapFigure { id: "map".to_owned(), what, when, legend, ..MapFigure::default() };
    let Some(found) = shapes(asker.app.store(), &codes, None).await? else { return Ok(figure) };
    let mut ranked: Vec<&Explored> = map.units.iter().collect();
    ranked.sort_by(|one, two| two.value.unwrap_or(0.0).total_cmp(&one.value.unwrap_or(0.0)));
    let drawn: Vec<Drawn> = ranked.iter().enumerate().map(|(place, unit)| drawn(asker, map, unit, place)).collect();
    let told = asker.tell(&Message::new(key::UNIT_EXPLORE_TOLD).with("units", drawn.len()).with("classes", map.classes.len()));
    figure.svg = drawing(&drawn, &found, ("explore-map", &figure.what, &told));
    figure.source = land::source(asker, Some(&found), None).await?;
    figure.schematic = if found.schematic { asker.say(key::MAP_SCHEMATIC) } else { String::new() };
    Ok(figure)
}

fn drawn(asker: &Asker, map: &Map, unit: &Explored, place: usize) -> Drawn {
    let code = unit.kept.unit.code.as_str();
    let is_selected = map.show.is_flows() && map.selected.as_ref().is_some_and(|selected| selected.unit.code.as_str() == code);
    Drawn {
        code: code.to_owned(),
        class: if is_selected { "member leader".to_owned() } else { CLASSES[unit.class.min(CLASSES.len() - 1)].to_owned() },
        href: Address::unit(asker.language, code).into(),
        told: format!("{}: {}", unit.kept.unit.name, told(asker, map, unit)),
        // On the map the place tells units of one name apart.
        name: unit.kept.unit.name.split(" (").next().unwrap_or_default().to_owned(),
        is_foremost: is_selected || place < FOREMOST,
        is_framed: true,
    }
}

fn what(asker: &Asker, map: &Map) -> String {
    let place = match (&map.partnership, &map.above) {
        (Some(partnership), _) => asker.words(partnership, "short_name"),
        (None, Some(above)) => words::named(asker, above),
        (None, None) => String::new(),
    };
    let show = asker.say(map.show.name());
    match map.selected.as_ref().filter(|_| map.show.is_flows()) {
        Some(selected) => format!("{}: {show} – {place}", selected.unit.name),
        None => format!("{place}: {show}"),
    }
}

fn legend(asker: &Asker, map: &Map) -> Vec<Sign> {
    let classes = map.classes.iter().zip(&CLASSES[1..]).map(|(class, sign)| {
        let [least, greatest] = [class.least, class.greatest].map(|value| map.show.told(asker, value));
        let range = if least == greatest { least } else { format!("{least} – {greatest}") };
        let label = Message::new(key::UNIT_CLASS).with("range", range).with("units", class.units);
        Sign { class: sign, label: asker.tell(&label) }
    });
    let is_selected = |unit: &&Explored| map.selected.as_ref().is_some_and(|selected| selected.unit.code == unit.kept.unit.code);
    let missing = map.units.iter().filter(|unit| unit.value.is_none());
    let missing = missing.filter(|unit| !(map.show.is_flows() && is_selected(unit))).count();
    let mut legend: Vec<Sign> = classes.collect();
    if missing > 0 {
        let key = if map.show.is_flows() { key::UNIT_CLASS_NO_FLOW } else { key::UNIT_CLASS_MISSING };
        legend.push(Sign { class: CLASSES[0], label: asker.tell(&Message::new(key).with("units", missing)) });
    }
    legend
}

async fn selects(asker: &Asker, map: &Map) -> Result<Vec<Select>, Told> {
    let place = map.above.as_ref().map(|above| above.unit.code.to_string());
    let place = place.or_else(|| map.partnership.as_ref().and_then(|record| record.text("slug").map(ToOwned::to_owned)));
    let choice =
        |value: &str, label: String, is_chosen: bool| Choice { value: value.to_owned(), label, is_chosen, ..Choice::default() };
    let mut places: Vec<Choice> = Vec::new();
    for partnership in partnerships(asker).await? {
        let slug = partnership.text("slug").unwrap_or_default();
        places.push(choice(slug, asker.words(&partnership, "short_name"), place.as_deref() == Some(slug)));
    }
    for region in regions(asker).await? {
        let code = region.unit.code.as_str();
        places.push(choice(code, words::named(asker, &region), place.as_deref() == Some(code)));
    }
    if let Some(above) = map.above.as_ref().filter(|above| !places.iter().any(|choice| choice.value == above.unit.code.as_str()))
    {
        places.push(choice(above.unit.code.as_str(), words::named(asker, above), true));
    }
    let shows = Show::ALL.map(|show| choice(show.word(), asker.say(show.name()), show == map.show));
    let selected = map.selected.as_ref().map(|kept| kept.unit.code.clone());
    let mut units = vec![choice("", asker.say(key::UNIT_EXPLORE_NO_UNIT), selected.is_none())];
    if let Some(kept) = map.selected.as_ref().filter(|kept| !map.units.iter().any(|unit| unit.kept.unit.code == kept.unit.code)) {
        units.push(choice(kept.unit.code.as_str(), kept.unit.name.clone(), true));
    }
    units.extend(map.units.iter().map(|unit| {
        let code = &unit.kept.unit.code;
        choice(code.as_str(), unit.kept.unit.name.clone(), selected.as_ref() == Some(code))
    }));
    let mut selects = vec![
        select(asker, "place", key::UNIT_EXPLORE_PLACE, places),
        select(asker, "show", key::UNIT_EXPLORE_FIGURE, shows.to_vec()),
        select(asker, "unit", key::UNIT_EXPLORE_UNIT, units),
    ];
    let tables = tables::tables(asker).await?;
    if tables.len() > 1 {
        let is_chosen = |id: &str| map.table.as_ref().is_some_and(|table| table.id == id);
        let tables = tables.iter().map(|table| choice(&table.id, tables::name(asker, table), is_chosen(&table.id)));
        let any = choice("", asker.say(key::UNIT_EXPLORE_ANY_TABLE), map.table.is_none());
        selects.push(select(asker, "table", key::UNIT_EXPLORE_TABLE, [any].into_iter().chain(tables).collect()));
    }
    Ok(selects)
}

fn select(asker: &Asker, name: &str, label: miedza_texts::Key, choices: Vec<Choice>) -> Select {
    Select { field: FormField { name: name.to_owned(), label: asker.say(label), ..FormField::default() }, choices }
}

/// The sentences that the island says; it has none of its own.
#[derive(Serialize)]
pub struct IslandWords {
    /// What the map is.
    pub map: String,
    /// Nearer.
    pub zoom_in: String,
    /// Farther.
    pub zoom_out: String,
    /// What is said when a unit is chosen, with `[name]` and `[value]`.
    pub selected: String,
    /// What is said of its flows, with `[out]` and `[in]`.
    pub flows: String,
    /// What is said when none is chosen any more.
    pub none: String,
}

fn island(asker: &Asker, map: &Map, asked: &Asked) -> Island {
    let address = |last: &str| {
        let pairs = [("place", &asked.place), ("show", &asked.show), ("unit", &asked.unit), ("table", &asked.table)];
        let start = Address::page(asker.language).step("explore").step(last);
        pairs
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .fold(start, |address, (name, value)| address.ask(name, value))
            .into()
    };
    let words = IslandWords {
        map: asker.say(key::UNIT_EXPLORE_MENU),
        zoom_in: asker.say(key::UNIT_ZOOM_IN),
        zoom_out: asker.say(key::UNIT_ZOOM_OUT),
        selected: asker.say(key::UNIT_SAID_SELECTED),
        flows: asker.say(key::UNIT_SAID_FLOWS),
        none: asker.say(key::UNIT_SAID_NONE),
    };
    Island {
        units: address("units.geojson"),
        flows: address("flows.json"),
        selected: map.selected.as_ref().map(|kept| kept.unit.code.to_string()).unwrap_or_default(),
        words: serde_json::to_string(&words).unwrap_or_default(),
    }
}

/// What a feature says of its unit.
#[derive(Serialize)]
pub struct UnitProperties {
    /// Code of the unit.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The value in words, or that there is none.
    pub told: String,
    /// The class, 0 for a missing value.
    pub class: usize,
}

/// The units of the map with their land.
pub async fn units(asker: Asker, Query(asked): Query<Asked>) -> Answer {
    let map = Map::of(&asker, &asked).await?;
    let codes: Vec<UnitCode> = map.units.iter().map(|unit| unit.kept.unit.code.clone()).collect();
    let Some(land) = shapes(asker.app.store(), &codes, None).await? else {
        return Ok(Json(json!({"type": "FeatureCollection", "features": []})).into_response());
    };
    let feature = |unit: &Explored| {
        let code = unit.kept.unit.code.to_string();
        let told = told(&asker, &map, unit);
        let properties = UnitProperties { code: code.clone(), name: unit.kept.unit.name.clone(), told, class: unit.class };
        (code, json!(properties))
    };
    Ok(Json(features(map.units.iter().map(feature).collect(), &land)).into_response())
}

/// One flow of a unit.
#[derive(Serialize)]
pub struct FlowArc {
    /// The other unit.
    pub code: String,
    /// Its name.
    pub name: String,
    /// How many persons.
    pub persons: f64,
    /// Where the flow begins, in degrees.
    pub from: [f64; 2],
    /// Where it ends.
    pub to: [f64; 2],
}

/// The flows of the unit that is asked for.
#[derive(Serialize, Default)]
pub struct FlowsAnswer {
    /// The unit.
    pub unit: String,
    /// All who go out, in words.
    pub total_out: String,
    /// All who come in, in words.
    pub total_in: String,
    /// The strongest flows out whose ends are known.
    pub out: Vec<FlowArc>,
    /// The strongest flows in.
    pub into: Vec<FlowArc>,
}

/// The flows of one unit as lines.
pub async fn flows(asker: Asker, Query(asked): Query<Asked>) -> Answer {
    let Some(code) = words::code(&asked.unit) else { return Ok(Json(FlowsAnswer::default()).into_response()) };
    let frames = asker.app.atlas().frames().await?;
    let own = frames.middle(&code);
    let middle = |code: &UnitCode| frames.middle(code).map(|middle| [middle.x, middle.y]);
    let tables = tables::tables(&asker).await?;
    let chosen = tables.iter().filter(|table| asked.table.is_empty() || table.id == asked.table);
    if let Some((_, found)) = tables::first_of(&asker, chosen, &code).await? {
        let own = own.map(|own| [own.x, own.y]);
        let arcs = |ends: &[miedza_workflows::territory::FlowWith], is_out: bool| {
            let arc = |end: &miedza_workflows::territory::FlowWith| {
                let (here, there) = (own?, middle(&end.code)?);
                let (from, to) = if is_out { (here, there) } else { (there, here) };
                Some(FlowArc { code: end.code.to_string(), name: end.name.clone(), persons: end.persons, from, to })
            };
            ends.iter().take(ARCS).filter_map(arc).collect()
        };
        let total = |persons: f64| asker.language.optional((!found.is_partial).then_some(persons), 0);
        let answer = FlowsAnswer {
            unit: code.to_string(),
            total_out: total(found.total_out),
            total_in: total(found.total_in),
            out: arcs(&found.out, true),
            into: arcs(&found.into, false),
        };
        return Ok(Json(answer).into_response());
    }
    Ok(Json(FlowsAnswer { unit: code.to_string(), ..FlowsAnswer::default() }).into_response())
}
