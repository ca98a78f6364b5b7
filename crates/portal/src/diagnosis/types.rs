//! Types among the municipalities of an area and its peers: those that are like each other in chosen indicators.

use askama::Template;
use miedza_planning::diagnosis::typology::{Kind, Typology, TypologyError};
use miedza_planning::diagnosis::{Form, Indicator};
use miedza_texts::{Message, key};
use miedza_workflows::Failure;
use miedza_workflows::diagnosis::types::{MOST_TYPES, USUAL};
use miedza_workflows::diagnosis::{Surroundings, words};
use miedza_workflows::territory::{Drawn, drawing};

use super::area::Area;
use super::chosen::asked_of;
use super::weighed::codes;
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, Choice, Entry, FormField, Heading, MapFigure, Sign, Title};
use crate::frame::{Answer, Asker, Told, land};

/// Types on the map, by their number.
const SHADES: [&str; MOST_TYPES] = ["area-0", "area-1", "area-2", "area-3", "area-4", "area-5"];
/// A silhouette below this says that there are no types to speak of.
const WEAK: f64 = 0.25;

/// An indicator with its mean in all and in each type.
struct MeanRow {
    name: Entry,
    of_all: String,
    of_kinds: Vec<(String, String)>,
}

/// A type with its municipalities.
struct KindRow {
    name: String,
    size: String,
    medoid: Entry,
    silhouette: String,
    members: Vec<Entry>,
}

#[derive(Template)]
#[template(path = "diagnosis/types.html")]
struct TypesPage {
    page: Page,
    title: Title,
    action: String,
    carried: Vec<(String, String)>,
    choose: String,
    indicators: FormField,
    indicator_choices: Vec<Choice>,
    count: FormField,
    counts: Vec<Choice>,
    show: String,
    empty: String,
    sentences: Vec<String>,
    kinds_caption: Caption,
    kind_headings: Vec<Heading>,
    kinds: Vec<KindRow>,
    means_caption: Caption,
    mean_headings: Vec<Heading>,
    means: Vec<MeanRow>,
    means_note: String,
    map: MapFigure,
}

/// Types of municipalities.
pub async fn show(asker: Asker) -> Answer {
    let area = Area::open(asker).await?;
    let codes = chosen(&area)?;
    let wanted = types_wanted(&area)?;
    let diagnoses = area.asker.app.diagnoses();
    let found = diagnoses.types(&area.ground, codes.clone(), wanted).await?;
    let (found, empty) = match found.as_ref() {
        Ok(found) => (Some(found), String::new()),
        Err(TypologyError::NoIndicator { .. }) => (None, area.say(key::DIAGNOSIS_TYPES_NO_INDICATOR)),
        Err(_) => (None, area.say(key::DIAGNOSIS_TYPES_UNFIT)),
    };
    let map = match found {
        Some(found) => map(&area, found, diagnoses.surroundings(&area.ground).await?.as_ref()).await?,
        None => MapFigure::default(),
    };
    let heading = area.say(key::DIAGNOSIS_TYPES);
    let year = found.map(|found| found.year.to_string()).unwrap_or_default();
    page::answer(&TypesPage {
        page: area.page(&heading, false).wide(),
        title: Title { kind: area.name(), heading, lead: area.say(key::DIAGNOSIS_TYPES_LEAD), ..Title::default() },
        action: area.asker.uri.path().to_owned(),
        carried: area.chosen.pairs(),
        choose: area.say(key::DIAGNOSIS_TYPES_CHOOSE),
        indicators: field(&area, "indicator", area.say(key::DIAGNOSIS_TYPES_INDICATORS)),
        indicator_choices: usable(&area).map(|indicator| choice(&area, indicator, &codes)).collect(),
        count: field(&area, "types", area.say(key::DIAGNOSIS_TYPES_COUNT)),
        counts: counts(&area, wanted),
        show: area.say(key::DIAGNOSIS_SHOW),
        empty,
        sentences: found.map(|found| sentences(&area, found)).unwrap_or_default(),
        kinds_caption: Caption::new("kinds", area.say(key::DIAGNOSIS_TYPES_KINDS)).at(year.clone()),
        kind_headings: kind_headings(&area),
        kinds: found.map(|found| found.kinds.iter().map(|kind| kind_row(&area, found, kind)).collect()).unwrap_or_default(),
        means_caption: Caption::new("means", area.say(key::DIAGNOSIS_TYPES_MEANS)).at(year),
        mean_headings: found.map(|found| mean_headings(&area, found)).unwrap_or_default(),
        means: found.map(|found| mean_rows(&area, found)).unwrap_or_default(),
        means_note: area.say(key::DIAGNOSIS_TYPES_MEANS_NOTE),
        map,
    })
}

fn field(area: &Area, name: &str, label: String) -> FormField {
    FormField { name: name.to_owned(), label, optional: area.say(key::WORK_OPTIONAL), ..FormField::default() }
}

/// Indicators that municipalities can be compared by: no counts, which only tell size.
fn usable(area: &Area) -> impl Iterator<Item = &Indicator> {
    let has_figure = |indicator: &&Indicator| area.ground.own.row(&indicator.code).is_ok_and(|row| row.newest.is_some());
    area.ground.catalogue.indicators().iter().filter(|indicator| indicator.measure().form != Form::Sum).filter(has_figure)
}

/// How many types the address asks for; `None` for as many as the figures suggest.
fn types_wanted(area: &Area) -> Result<Option<usize>, Failure> {
    let numbers: Vec<String> = (2..=MOST_TYPES).map(|types| types.to_string()).collect();
    let known: Vec<&str> = numbers.iter().map(String::as_str).collect();
    Ok(asked_of(&area.asker.uri, "types", &known)?.first().and_then(|types| types.parse().ok()))
}

/// Codes that the address names, else the usual ones.
fn chosen(area: &Area) -> Result<Vec<String>, Failure> {
    let named = asked_of(&area.asker.uri, "indicator", &codes(&usable(area).collect::<Vec<_>>()))?;
    let of = |is_wanted: &dyn Fn(&str) -> bool| -> Vec<String> {
        usable(area).map(|indicator| indicator.code.clone()).filter(|code| is_wanted(code)).collect()
    };
    let found = of(&|code| named.iter().any(|named| named == code));
    Ok(if found.is_empty() { of(&|code| USUAL.contains(&code)) } else { found })
}

fn choice(area: &Area, indicator: &Indicator, chosen: &[String]) -> Choice {
    Choice {
        value: indicator.code.clone(),
        label: area.named(indicator),
        is_chosen: chosen.contains(&indicator.code),
        ..Choice::default()
    }
}

fn counts(area: &Area, wanted: Option<usize>) -> Vec<Choice> {
    let suggested = Choice { label: area.say(key::DIAGNOSIS_TYPES_SUGGESTED), is_chosen: wanted.is_none(), ..Choice::default() };
    let count = |types: usize| Choice {
        value: types.to_string(),
        label: types.to_string(),
        is_chosen: wanted == Some(types),
        ..Choice::default()
    };
    std::iter::once(suggested).chain((2..=MOST_TYPES).map(count)).collect()
}

fn sentences(area: &Area, found: &Typology) -> Vec<String> {
    let language = area.language();
    let silhouette = |value: Option<f64>| language.optional(value, 2);
    let told = Message::new(key::DIAGNOSIS_TYPES_FOUND)
        .with("types", found.kinds.len())
        .with("silhouette", silhouette(found.silhouette))
        .with("suggested", found.suggested.to_string());
    let mut sentences = vec![area.tell(&told)];
    if found.silhouette.is_some_and(|silhouette| silhouette < WEAK) {
        sentences.push(area.say(key::DIAGNOSIS_TYPES_WEAK));
    }
    let without = found.units.iter().filter(|unit| unit.kind.is_none()).count();
    if without > 0 {
        sentences.push(area.tell(&Message::new(key::DIAGNOSIS_TYPES_WITHOUT).with("count", without)));
    }
    let left_out = found.left_out.iter().filter_map(|left| area.ground.indicator(&left.indicator));
    let left_out: Vec<String> = left_out.map(|indicator| area.named(indicator)).collect();
    if !left_out.is_empty() {
        sentences.push(area.tell(&Message::new(key::DIAGNOSIS_TYPES_LEFT_OUT).with("names", left_out.join(", "))));
    }
    sentences
}

fn type_name(area: &Area, number: usize) -> String {
    area.tell(&Message::new(key::DIAGNOSIS_TYPE).with("number", number.to_string()))
}

fn kind_headings(area: &Area) -> Vec<Heading> {
    vec![
        Heading::words(area.say(key::DIAGNOSIS_COLUMN_TYPE)),
        Heading::number(area.say(key::DIAGNOSIS_COLUMN_UNITS), ""),
        Heading::words(area.say(key::DIAGNOSIS_COLUMN_TYPICAL)),
        Heading::number(area.say(key::DIAGNOSIS_COLUMN_SILHOUETTE), ""),
        Heading::words(area.say(key::DIAGNOSIS_MEMBERS)),
    ]
}

fn kind_row(area: &Area, found: &Typology, kind: &Kind) -> KindRow {
    let of_kind = found.units.iter().filter(|unit| unit.kind == Some(kind.number));
    let members = of_kind.filter(|unit| area.ground.subject.members.contains(&unit.unit));
    KindRow {
        name: type_name(area, kind.number),
        size: kind.size.to_string(),
        medoid: area.unit(&kind.medoid),
        silhouette: area.language().optional(kind.silhouette, 2),
        members: members.map(|unit| area.unit(&unit.unit)).collect(),
    }
}

fn mean_headings(area: &Area, found: &Typology) -> Vec<Heading> {
    let mut headings =
        vec![Heading::words(area.say(key::DIAGNOSIS_COLUMN_INDICATOR)), Heading::number(area.say(key::DIAGNOSIS_COLUMN_ALL), "")];
    headings.extend(found.kinds.iter().map(|kind| Heading::number(type_name(area, kind.number), "")));
    headings
}

fn mean_rows(area: &Area, found: &Typology) -> Vec<MeanRow> {
    let language = area.language();
    let row = |code: &String| {
        let indicator = area.ground.indicator(code)?;
        let measure = indicator.measure();
        let means = || found.kinds.iter().filter_map(|kind| kind.means.iter().find(|mean| mean.indicator == *code));
        let of_kind = |mean: &miedza_planning::diagnosis::typology::Mean| {
            let sign = if mean.apart < 0.0 { "−" } else { "+" };
            (words::number(&measure, mean.of_kind, language), format!("{sign}{}", language.number(mean.apart.abs(), 1)))
        };
        Some(MeanRow {
            name: Entry::new(area.indicator(code), area.named(indicator)),
            of_all: words::measured(&measure, means().next()?.of_all, language),
            of_kinds: means().map(of_kind).collect(),
        })
    };
    found.indicators.iter().filter_map(row).collect()
}

async fn map(area: &Area, found: &Typology, around: &Surroundings) -> Result<MapFigure, Told> {
    let Some(ground) = &around.land else { return Ok(MapFigure::default()) };
    let drawn = |unit: &miedza_planning::diagnosis::typology::TypedUnit| {
        let shade = unit.kind.and_then(|kind| SHADES.get(kind.checked_sub(1)?)).copied().unwrap_or("missing");
        let own = if area.ground.subject.members.contains(&unit.unit) { " own" } else { "" };
        let told = unit.kind.map_or_else(|| area.say(key::DIAGNOSIS_NO_VALUE), |kind| type_name(area, kind));
        Drawn {
            code: unit.unit.to_string(),
            class: format!("{shade}{own}"),
            href: String::new(),
            told: format!("{}: {told}", area.ground.name(&unit.unit)),
            name: unit.kind.map(|kind| kind.to_string()).unwrap_or_default(),
            is_foremost: false,
            is_framed: true,
        }
    };
    // Members come first among the units; their thick outline is drawn last, on top.
    let drawn: Vec<Drawn> = found.units.iter().rev().map(drawn).collect();
    let what = area.say(key::DIAGNOSIS_TYPES_MAP);
    let shades = found.kinds.iter().zip(SHADES);
    let mut legend: Vec<Sign> = shades.map(|(kind, class)| Sign { class, label: type_name(area, kind.number) }).collect();
    if found.units.iter().any(|unit| unit.kind.is_none()) {
        legend.push(Sign { class: "missing", label: area.say(key::DIAGNOSIS_NO_VALUE) });
    }
    legend.push(Sign { class: "own", label: area.say(key::DIAGNOSIS_OUTLINED) });
    Ok(MapFigure {
        id: "types-map".to_owned(),
        svg: drawing(&drawn, ground, ("types-drawing", &what, &what)),
        what,
        when: found.year.to_string(),
        source: land::source(&area.asker, Some(ground), None).await?,
        schematic: if ground.schematic { area.say(key::MAP_SCHEMATIC) } else { String::new() },
        legend,
        ..MapFigure::default()
    })
}
