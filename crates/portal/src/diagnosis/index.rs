//! A composite index of indicators that the address names: members ranked among their peers, and how far ranks hang on weights.

mod asked;

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::extract::Path;
use miedza_planning::diagnosis::Direction;
use miedza_planning::diagnosis::index::{Indexed, RankRange, Unfit};
use miedza_texts::{Key, Message, key};
use miedza_workflows::diagnosis::{Composed, words};
use miedza_workflows::spreadsheet::{Cell, Spreadsheet};
use serde_json::json;

use self::asked::Asked;
use super::area::Area;
use super::class_map::Classed;
use super::weighed::{IndicatorGroup, plain};
use crate::frame::failure::unknown_address;
use crate::frame::list::{FileForm, table};
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, Choice, Entry, Fact, FormField, Heading, MapFigure, Title};
use crate::frame::{Answer, Asker, Told};

/// So many of the best are shown beside the members.
const FIRST: f64 = 10.0;

/// A municipality.
struct UnitRow {
    unit: Entry,
    is_member: bool,
    cells: Vec<String>,
}

/// All that is shown where there is an index.
#[derive(Default)]
struct Shown {
    sentences: Vec<String>,
    caption: Caption,
    headings: Vec<Heading>,
    rows: Vec<UnitRow>,
    map: MapFigure,
    facts: Vec<Fact>,
    sources: Vec<String>,
    files: Vec<Entry>,
}

#[derive(Template)]
#[template(path = "diagnosis/index.html")]
struct IndexPage {
    page: Page,
    title: Title,
    errors_title: String,
    errors: Vec<Entry>,
    empty: String,
    member_word: String,
    rows_note: String,
    facts_heading: String,
    sources_heading: String,
    files_label: String,
    shown: Shown,
    choose: String,
    action: String,
    carried: Vec<(String, String)>,
    selects: Vec<(FormField, Vec<Choice>)>,
    weights_heading: String,
    weights_hint: String,
    weights: Vec<FormField>,
    groups: Vec<IndicatorGroup>,
    show: String,
}

/// The index that the address asks for.
pub async fn show(asker: Asker) -> Answer {
    let area = Area::open(asker).await?;
    let asked = Asked::of(&area)?;
    let found = match asked.wanted() {
        Some(wanted) => Some(area.asker.app.diagnoses().index(&area.ground, wanted).await?),
        None => None,
    };
    let found = found.as_deref();
    let shown = match found.filter(|found| found.ranked() > 0) {
        Some(found) => shown(&area, &asked, found).await?,
        None => Shown::default(),
    };
    let is_empty = found.is_some_and(|found| found.ranked() == 0);
    let heading = area.say(key::DIAGNOSIS_INDEX);
    page::answer(&IndexPage {
        page: area.page(&heading, false).wide(),
        title: Title { kind: area.name(), heading, lead: area.say(key::DIAGNOSIS_INDEX_LEAD), ..Title::default() },
        errors_title: area.say(key::DIAGNOSIS_INDEX_WRONG),
        errors: asked.weighing.errors(),
        empty: if is_empty { area.say(key::DIAGNOSIS_INDEX_NONE) } else { String::new() },
        member_word: area.say(key::DIAGNOSIS_SPACE_MEMBER),
        rows_note: area.say(key::DIAGNOSIS_INDEX_ROWS),
        facts_heading: area.say(key::DIAGNOSIS_HOW),
        sources_heading: area.say(key::DIAGNOSIS_SOURCES),
        files_label: area.say(key::LIST_FILES),
        shown,
        choose: area.say(key::DIAGNOSIS_INDEX_CHOOSE),
        action: area.asker.uri.path().to_owned(),
        carried: area.chosen.pairs_without_peers(),
        selects: asked.selects(&area, found),
        weights_heading: area.say(key::DIAGNOSIS_INDEX_WEIGHTS),
        weights_hint: area.say(key::DIAGNOSIS_INDEX_WEIGHTS_HINT),
        weights: asked.weighing.weights.clone(),
        groups: asked.groups(&area),
        show: area.say(key::DIAGNOSIS_SHOW),
    })
}

/// The index of everybody as a table for programs and people.
pub async fn file(asker: Asker, Path(path): Path<BTreeMap<String, String>>) -> Answer {
    let form = path.get("ending").and_then(|ending| FileForm::parse(ending)).ok_or_else(unknown_address)?;
    let area = Area::open(asker).await?;
    let asked = Asked::of(&area)?;
    let wanted = asked.wanted().ok_or_else(unknown_address)?;
    let found = area.asker.app.diagnoses().index(&area.ground, wanted).await?;
    if found.ranked() == 0 {
        return Err(unknown_address().into());
    }
    let about = json!({
        "method": asked.method, "year": found.year, "indicators": found.used, "left_out": found.left_out,
        "peers": area.ground.subject.peers.word(), "ranked": found.ranked(), "sources": sources(&area, &found),
        "weights_changed": {"one_by": found.changes.change, "draws": found.changes.draws, "seed": found.changes.seed},
    });
    Ok(table(&area.asker, &sheet(&area, &found), (form, about)).await?)
}

async fn shown(area: &Area, asked: &Asked, found: &Composed) -> Result<Shown, Told> {
    let around = area.asker.app.diagnoses().surroundings(&area.ground).await?;
    let classed = Classed {
        id: "index-map",
        what: area.say(key::DIAGNOSIS_INDEX_MAP),
        year: found.year,
        values: found.units.iter().map(|unit| (unit.unit.clone(), unit.value)).collect(),
        told: &|value| area.language().number(value, 3),
    };
    Ok(Shown {
        sentences: sentences(area, found),
        caption: Caption::new("ranks", area.say(key::DIAGNOSIS_INDEX_CAPTION)).at(found.year.to_string()),
        headings: headings(area, found),
        rows: rows(area, found),
        map: classed.map(area, around.land.as_ref()).await?,
        facts: facts(area, asked, found),
        sources: sources(area, found),
        files: FileForm::ALL.map(|form| Entry::new(asked.export(area, form), form.ending().to_uppercase())).to_vec(),
    })
}

fn named(area: &Area, code: &str) -> String {
    area.ground.indicator(code).map_or_else(|| code.to_owned(), |indicator| area.named(indicator))
}

fn sentences(area: &Area, found: &Composed) -> Vec<String> {
    let told = Message::new(key::DIAGNOSIS_INDEX_TOLD)
        .with("ranked", found.ranked())
        .with("all", found.units.len())
        .with("year", found.year.to_string());
    let mut sentences = vec![area.tell(&told)];
    let is_turned =
        |code: &&str| area.ground.indicator(code).is_some_and(|indicator| indicator.direction == Direction::Destimulant);
    let turned = found.used.iter().map(|choice| choice.indicator.as_str()).filter(is_turned);
    let turned: Vec<String> = turned.map(|code| named(area, code)).collect();
    if !turned.is_empty() {
        sentences.push(area.tell(&Message::new(key::DIAGNOSIS_INDEX_TURNED).with("names", turned.join(", "))));
    }
    let left_out = found.left_out.iter().map(|(code, unfit)| {
        let why = match unfit {
            Unfit::Neutral => key::DIAGNOSIS_INDEX_NEUTRAL,
            Unfit::TooFew => key::DIAGNOSIS_INDEX_TOO_FEW,
            Unfit::AllEqual => key::DIAGNOSIS_INDEX_ALL_EQUAL,
        };
        let told = Message::new(key::DIAGNOSIS_INDEX_LEFT_OUT).with("name", named(area, code));
        area.tell(&told.with("why", area.say(why)))
    });
    sentences.extend(left_out);
    sentences.push(area.say(key::DIAGNOSIS_INDEX_DECIDED));
    sentences
}

fn headings(area: &Area, found: &Composed) -> Vec<Heading> {
    let change = area.language().share(found.changes.change, 0);
    vec![
        Heading::words(area.say(key::DIAGNOSIS_COLUMN_MUNICIPALITY)),
        Heading::number(area.say(key::DIAGNOSIS_COLUMN_RANK), ""),
        Heading::number(area.say(key::DIAGNOSIS_COLUMN_INDEX), ""),
        Heading::number(area.say(key::DIAGNOSIS_COLUMN_DECILE), ""),
        Heading::number(area.say(key::DIAGNOSIS_COLUMN_COVERAGE), ""),
        Heading::number(area.tell(&Message::new(key::DIAGNOSIS_COLUMN_ONE_WEIGHT).with("change", change)), ""),
        Heading::number(area.say(key::DIAGNOSIS_COLUMN_ALL_WEIGHTS), ""),
    ]
}

/// Members and the first of all, the best first, those without an index last.
fn rows(area: &Area, found: &Composed) -> Vec<UnitRow> {
    let is_member = |unit: &Indexed| area.ground.subject.members.contains(&unit.unit);
    let is_first = |unit: &Indexed| unit.rank.is_some_and(|rank| rank <= FIRST);
    let mut shown: Vec<&Indexed> = found.units.iter().filter(|unit| is_member(unit) || is_first(unit)).collect();
    let rank = |unit: &Indexed| unit.rank.unwrap_or(f64::INFINITY);
    shown.sort_by(|one, other| rank(one).total_cmp(&rank(other)).then_with(|| one.unit.cmp(&other.unit)));
    let row = |unit: &&Indexed| UnitRow {
        unit: area.unit(&unit.unit),
        is_member: is_member(unit),
        cells: cells(area, unit, found.ranked()),
    };
    shown.iter().map(row).collect()
}

fn cells(area: &Area, unit: &Indexed, ranked: usize) -> Vec<String> {
    let language = area.language();
    let missing = || language.optional(None, 0);
    let place = |rank: f64| {
        let told = Message::new(key::DIAGNOSIS_PLACE).with("rank", language.number(rank, 0)).with("of", ranked.to_string());
        area.tell(&told)
    };
    let range = |range: Option<RankRange>| match range {
        Some(range) if range.best.total_cmp(&range.worst).is_eq() => language.number(range.best, 0),
        Some(range) => format!("{}–{}", language.number(range.best, 0), language.number(range.worst, 0)),
        None => missing(),
    };
    vec![
        unit.rank.map_or_else(missing, place),
        language.optional(unit.value, 3),
        unit.decile.map_or_else(missing, |decile| decile.to_string()),
        language.share(unit.coverage, 0),
        range(unit.one_at_a_time),
        range(unit.random),
    ]
}

fn facts(area: &Area, asked: &Asked, found: &Composed) -> Vec<Fact> {
    let fact = |label: Key, value: String| Fact { label: area.say(label), value, href: String::new() };
    let language = area.language();
    let reference = Message::new(key::DIAGNOSIS_FACT_REFERENCE_TOLD)
        .with("rule", area.rule(area.ground.subject.peers))
        .with("count", found.units.len());
    let changes = Message::new(key::DIAGNOSIS_INDEX_CHANGES)
        .with("change", language.share(found.changes.change, 0))
        .with("draws", language.number(found.changes.draws.into(), 0))
        .with("seed", found.changes.seed.to_string());
    let weighed = found.used.iter().map(|choice| format!("{}: {}", named(area, &choice.indicator), plain(choice.weight)));
    vec![
        fact(key::DIAGNOSIS_FACT_REFERENCE, area.tell(&reference)),
        fact(key::DIAGNOSIS_INDEX_METHOD, area.say(asked::method_word(asked.method))),
        fact(key::DIAGNOSIS_INDEX_WEIGHTS, weighed.collect::<Vec<_>>().join("; ")),
        fact(key::DIAGNOSIS_INDEX_FACT_CHANGES, area.tell(&changes)),
        fact(key::DIAGNOSIS_INDEX_FACT_SOURCES, area.say(key::DIAGNOSIS_INDEX_SOURCES)),
    ]
}

fn sources(area: &Area, found: &Composed) -> Vec<String> {
    let of = |code: &str| words::sources(&area.ground, code, found.year, area.language());
    let told: BTreeSet<String> = found.used.iter().flat_map(|choice| of(&choice.indicator)).collect();
    told.into_iter().collect()
}

fn sheet(area: &Area, found: &Composed) -> Spreadsheet {
    const HEADINGS: [&str; 12] = [
        "unit",
        "name",
        "member",
        "year",
        "rank",
        "index",
        "decile",
        "coverage",
        "one_weight_best",
        "one_weight_worst",
        "all_weights_best",
        "all_weights_worst",
    ];
    let row = |unit: &Indexed| {
        let ends = |range: Option<RankRange>| [range.map(|range| range.best), range.map(|range| range.worst)];
        let is_member = area.ground.subject.members.contains(&unit.unit);
        let mut cells: Vec<Cell> = vec![
            unit.unit.as_str().into(),
            area.ground.name(&unit.unit).into(),
            if is_member { "yes" } else { "no" }.into(),
            f64::from(found.year).into(),
        ];
        let numbers = [unit.rank, unit.value, unit.decile.map(f64::from), Some(unit.coverage)];
        cells.extend(numbers.into_iter().chain(ends(unit.one_at_a_time)).chain(ends(unit.random)).map(Cell::from));
        cells
    };
    Spreadsheet {
        name: "index".to_owned(),
        headings: HEADINGS.map(ToOwned::to_owned).to_vec(),
        rows: found.units.iter().map(row).collect(),
        fixed: 2,
    }
}
