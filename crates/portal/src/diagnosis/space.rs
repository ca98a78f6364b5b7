//! An indicator in space: whether neighbours are alike, and where high ones lie among high ones or low ones among low ones.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::Path;
use miedza_planning::diagnosis::Indicator;
use miedza_planning::diagnosis::space::{Association, Class, LocalRow};
use miedza_texts::{Key, Message, key};
use miedza_workflows::diagnosis::{NoAssociation, Surroundings, space, words};
use miedza_workflows::territory::{Drawn, drawing};

use super::area::Area;
use crate::frame::attachment::attachment;
use crate::frame::failure::unknown_address;
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, Entry, Fact, Heading, MapFigure, Sign, Title};
use crate::frame::{Answer, Asker, Told, land};

/// Classes in the order of the legend: as the sheet names them, the sign on the map, the words.
const CLASSES: [(Class, &str, &str, Key); 7] = [
    (Class::HighHigh, "high-high", "++", key::CHART_ASSOCIATION_HIGH_HIGH),
    (Class::LowLow, "low-low", "−−", key::CHART_ASSOCIATION_LOW_LOW),
    (Class::HighLow, "high-low", "+−", key::CHART_ASSOCIATION_HIGH_LOW),
    (Class::LowHigh, "low-high", "−+", key::CHART_ASSOCIATION_LOW_HIGH),
    (Class::NotSignificant, "outside", "", key::CHART_ASSOCIATION_NONE),
    (Class::Island, "beside", "", key::DIAGNOSIS_SPACE_ISLAND),
    (Class::Missing, "missing", "", key::DIAGNOSIS_NO_VALUE),
];

/// A municipality.
struct UnitRow {
    unit: Entry,
    is_member: bool,
    value: String,
    lag: String,
    p: String,
    class: String,
}

#[derive(Template)]
#[template(path = "diagnosis/space.html")]
struct SpacePage {
    page: Page,
    title: Title,
    empty: String,
    sentences: Vec<String>,
    map: MapFigure,
    counts_caption: Caption,
    count_headings: Vec<Heading>,
    counts: Vec<(String, String)>,
    caption: Caption,
    headings: Vec<Heading>,
    rows: Vec<UnitRow>,
    member_word: String,
    rows_note: String,
    facts_heading: String,
    facts: Vec<Fact>,
    files_label: String,
    files: Vec<Entry>,
}

type Steps = BTreeMap<String, String>;

fn indicator_of<'a>(area: &'a Area, path: &Steps) -> Result<&'a Indicator, Told> {
    let code = path.get("code").map(String::as_str).unwrap_or_default();
    Ok(area.ground.indicator(code).ok_or_else(unknown_address)?)
}

/// One indicator in space.
pub async fn show(asker: Asker, Path(path): Path<Steps>) -> Answer {
    let area = Area::open(asker).await?;
    let indicator = indicator_of(&area, &path)?;
    let diagnoses = area.asker.app.diagnoses();
    let found = diagnoses.association(&area.ground, &indicator.code).await?;
    let around = diagnoses.surroundings(&area.ground).await?;
    let name = area.named(indicator);
    let heading = area.tell(&Message::new(key::DIAGNOSIS_SPACE_TITLE).with("name", name.as_str()));
    let found = found.as_ref().as_ref();
    let map = match found {
        Ok(found) => map(&area, indicator, (found, &around)).await?,
        Err(_) => MapFigure::default(),
    };
    let year = found.map(|found| found.year.to_string()).unwrap_or_default();
    page::answer(&SpacePage {
        page: area.page(&heading, false).wide(),
        title: Title { kind: area.name(), heading, lead: area.say(key::DIAGNOSIS_SPACE_LEAD), ..Title::default() },
        empty: found.err().map(|why| area.say(why_not(*why))).unwrap_or_default(),
        sentences: found.map(|found| sentences(&area, found, &around)).unwrap_or_default(),
        map,
        counts_caption: Caption::new("classes", area.say(key::DIAGNOSIS_SPACE_CLASSES)).at(year.clone()),
        count_headings: vec![
            Heading::words(area.say(key::DIAGNOSIS_COLUMN_CLASS)),
            Heading::number(area.say(key::DIAGNOSIS_COLUMN_UNITS), ""),
        ],
        counts: found.map(|found| counts(&area, found)).unwrap_or_default(),
        caption: Caption::new("units", name).at(year),
        headings: headings(&area, indicator),
        rows: found.map(|found| rows(&area, indicator, found)).unwrap_or_default(),
        member_word: area.say(key::DIAGNOSIS_SPACE_MEMBER),
        rows_note: area.say(key::DIAGNOSIS_SPACE_ROWS),
        facts_heading: area.say(key::DIAGNOSIS_HOW),
        facts: facts(&area, found.ok(), &around),
        files_label: area.say(key::LIST_FILES),
        files: found.map(|_| vec![Entry::new(area.space(&indicator.code, Some("csv")), "CSV")]).unwrap_or_default(),
    })
}

/// The same as a table for programs.
pub async fn file(asker: Asker, Path(path): Path<Steps>) -> Answer {
    if path.get("ending").is_none_or(|ending| ending != "csv") {
        return Err(unknown_address().into());
    }
    let area = Area::open(asker).await?;
    let code = &indicator_of(&area, &path)?.code;
    let found = area.asker.app.diagnoses().association(&area.ground, code).await?;
    let found = found.as_ref().as_ref().map_err(|_| unknown_address())?;
    Ok(attachment("text/csv; charset=utf-8", &format!("{code}-space.csv"), space::csv(&area.ground, found)))
}

const fn why_not(why: NoAssociation) -> Key {
    match why {
        NoAssociation::NoFigure => key::DIAGNOSIS_NO_FIGURE,
        NoAssociation::NoLand => key::DIAGNOSIS_SPACE_NO_LAND,
        NoAssociation::Unfit => key::DIAGNOSIS_SPACE_UNFIT,
    }
}

fn sentences(area: &Area, found: &Association, around: &Surroundings) -> Vec<String> {
    let language = area.language();
    let whole = &found.global;
    let is_chance = whole.p > found.parameters.level;
    let verdict = match (is_chance, whole.i > whole.expectation) {
        (true, _) => key::DIAGNOSIS_SPACE_CHANCE,
        (false, true) => key::DIAGNOSIS_SPACE_ALIKE,
        (false, false) => key::DIAGNOSIS_SPACE_UNLIKE,
    };
    let told = Message::new(key::DIAGNOSIS_SPACE_MORAN)
        .with("moran", language.number(whole.i, 3))
        .with("expected", language.number(whole.expectation, 3))
        .with("p", language.number(whole.p, 4))
        .with("units", whole.units);
    let mut sentences = vec![area.say(verdict), area.tell(&told)];
    if found.missing > 0 {
        sentences.push(area.tell(&Message::new(key::DIAGNOSIS_SPACE_MISSING).with("count", found.missing)));
    }
    if around.without_land > 0 {
        sentences.push(area.tell(&Message::new(key::DIAGNOSIS_SPACE_WITHOUT_LAND).with("count", around.without_land)));
    }
    sentences
}

fn word(area: &Area, class: Class) -> String {
    CLASSES.iter().find(|(one, ..)| *one == class).map(|(.., words)| area.say(*words)).unwrap_or_default()
}

fn counts(area: &Area, found: &Association) -> Vec<(String, String)> {
    let count = |class: Class| found.count(class);
    let shown = CLASSES.iter().filter(|(class, ..)| count(*class) > 0);
    shown.map(|(class, .., words)| (area.say(*words), count(*class).to_string())).collect()
}

fn headings(area: &Area, indicator: &Indicator) -> Vec<Heading> {
    vec![
        Heading::words(area.say(key::DIAGNOSIS_COLUMN_MUNICIPALITY)),
        Heading::number(area.say(key::DIAGNOSIS_COLUMN_VALUE), words::unit(&indicator.unit, area.language())),
        Heading::number(area.say(key::DIAGNOSIS_COLUMN_LAG), ""),
        Heading::number(area.say(key::DIAGNOSIS_COLUMN_P), ""),
        Heading::words(area.say(key::DIAGNOSIS_COLUMN_CLASS)),
    ]
}

/// Members, then peers that stand out.
fn rows(area: &Area, indicator: &Indicator, found: &Association) -> Vec<UnitRow> {
    let is_member = |row: &LocalRow| area.ground.subject.members.contains(&row.unit);
    let is_telling = |row: &LocalRow| matches!(row.class, Class::HighHigh | Class::LowLow | Class::HighLow | Class::LowHigh);
    let members = found.units.iter().filter(|row| is_member(row));
    let others = found.units.iter().filter(|row| !is_member(row) && is_telling(row));
    let shown = |row: &LocalRow| UnitRow {
        unit: area.unit(&row.unit),
        is_member: is_member(row),
        value: area.number(indicator, row.value),
        lag: area.language().optional(row.lag, 2),
        p: area.language().optional(row.adjusted_p, 4),
        class: word(area, row.class),
    };
    members.chain(others).map(shown).collect()
}

fn facts(area: &Area, found: Option<&Association>, around: &Surroundings) -> Vec<Fact> {
    let fact = |label: Key, value: String| Fact { label: area.say(label), value, href: String::new() };
    let Some(found) = found else { return Vec::new() };
    let weights = if around.is_schematic() { key::DIAGNOSIS_SPACE_BY_CELLS } else { key::DIAGNOSIS_SPACE_BY_BORDERS };
    let permutations = area.language().number(found.parameters.permutations.into(), 0);
    vec![
        fact(key::DIAGNOSIS_SPACE_WEIGHTS, area.say(weights)),
        fact(key::DIAGNOSIS_SPACE_PERMUTATIONS, permutations),
        fact(key::DIAGNOSIS_SPACE_LEVEL, area.language().share(found.parameters.level, 0)),
        fact(key::DIAGNOSIS_SPACE_LAG, area.say(key::DIAGNOSIS_SPACE_LAG_TOLD)),
        fact(key::DIAGNOSIS_SPACE_METHOD, "Moran (1950), Anselin (1995), Benjamini & Hochberg (1995)".to_owned()),
    ]
}

async fn map(area: &Area, indicator: &Indicator, (found, around): (&Association, &Surroundings)) -> Result<MapFigure, Told> {
    let Some(ground) = &around.land else { return Ok(MapFigure::default()) };
    let drawn = |row: &LocalRow| {
        let (_, class, sign, words) = CLASSES.iter().find(|(one, ..)| *one == row.class)?;
        let own = if area.ground.subject.members.contains(&row.unit) { " own" } else { "" };
        Some(Drawn {
            code: row.unit.to_string(),
            class: format!("{class}{own}"),
            href: String::new(),
            told: format!("{}: {}, {}", area.ground.name(&row.unit), area.number(indicator, row.value), area.say(*words)),
            name: (*sign).to_owned(),
            is_foremost: true,
            is_framed: true,
        })
    };
    // Whoever is drawn last lies on top: members, whose outline is thick.
    let mut rows: Vec<&LocalRow> = found.units.iter().collect();
    rows.sort_by_key(|row| (area.ground.subject.members.contains(&row.unit), row.unit.clone()));
    let drawn: Vec<Drawn> = rows.into_iter().filter_map(drawn).collect();
    let what = area.tell(&Message::new(key::DIAGNOSIS_SPACE_TITLE).with("name", area.named(indicator)));
    let shown = CLASSES.iter().filter(|(class, ..)| found.count(*class) > 0);
    let mut legend: Vec<Sign> = shown.map(|(_, class, _, words)| Sign { class, label: area.say(*words) }).collect();
    legend.push(Sign { class: "own", label: area.say(key::DIAGNOSIS_OUTLINED) });
    Ok(MapFigure {
        id: "space-map".to_owned(),
        svg: drawing(&drawn, ground, ("space", &what, &what)),
        what,
        when: found.year.to_string(),
        source: land::source(&area.asker, Some(ground), None).await?,
        schematic: if ground.schematic { area.say(key::MAP_SCHEMATIC) } else { String::new() },
        legend,
        ..MapFigure::default()
    })
}
