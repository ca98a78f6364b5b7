//! The profile of marginalisation of an area with all that it assumes, and beside it what published lists say: two things.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::Path;
use miedza_planning::diagnosis::marginalisation::{OwnWork, Profile, Row, Scale, Worse};
use miedza_planning::partnership::flag::{Flag, UnitFlag};
use miedza_planning::partnership::{Kept, read_all};
use miedza_planning::record::Kind;
use miedza_store::Question;
use miedza_territory::Country;
use miedza_texts::{Message, key};
use miedza_workflows::diagnosis::marginalisation::{LISTED, OnLists, on_lists};
use miedza_workflows::diagnosis::{PeerRule, words};
use miedza_workflows::spreadsheet::{Cell, Spreadsheet};
use miedza_workflows::{Failure, labels};
use serde_json::json;

use super::area::Area;
use super::class_map::Classed;
use crate::frame::failure::unknown_address;
use crate::frame::judged::{self, Judgement};
use crate::frame::list::{FileForm, table};
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, Choice, Entry, Fact, FormField, Heading, MapFigure, Notice, Title};
use crate::frame::{Answer, Asker, Told};

/// A municipality in the profile: place, index and coverage, then each score above its figure.
struct UnitRow {
    unit: Entry,
    cells: Vec<String>,
    scores: Vec<(String, String)>,
}

/// An indicator of the profile.
struct ScaleRow {
    name: Entry,
    worse: String,
    cells: Vec<String>,
}

/// A municipality and the lists.
struct ListRow {
    unit: Entry,
    entries: Vec<String>,
    small_town: Judgement,
}

/// All that is shown where there is a profile.
#[derive(Default)]
struct Shown {
    sentences: Vec<String>,
    caption: Caption,
    headings: Vec<Heading>,
    rows: Vec<UnitRow>,
    map: MapFigure,
    scales_caption: Caption,
    scale_headings: Vec<Heading>,
    scales: Vec<ScaleRow>,
    steps: Vec<String>,
    facts: Vec<Fact>,
    files: Vec<Entry>,
}

#[derive(Template)]
#[template(path = "diagnosis/marginalisation.html")]
struct MarginalisationPage {
    page: Page,
    title: Title,
    action: String,
    carried: Vec<(String, String)>,
    peers: FormField,
    rules: Vec<Choice>,
    compare: String,
    empty: String,
    note: String,
    assumed_heading: String,
    files_label: String,
    shown: Shown,
    lists_heading: String,
    lists_missing: String,
    lists_caption: Caption,
    list_headings: Vec<Heading>,
    lists: Vec<ListRow>,
}

/// The profile and the lists.
pub async fn show(asker: Asker) -> Answer {
    let area = Area::open(asker).await?.among(PeerRule::Country).await?;
    let found = area.asker.app.diagnoses().profile(&area.ground).await?;
    let (shown, empty) = match found.as_ref() {
        Ok(OwnWork { content, .. }) => (shown(&area, content).await?, String::new()),
        Err(_) => (Shown::default(), area.say(key::DIAGNOSIS_MARGINAL_NONE)),
    };
    let flags = flags(&area).await?;
    let lists = on_lists(area.asker.app.store(), &area.ground, &flags, area.asker.today()).await?;
    let heading = area.say(key::DIAGNOSIS_MARGINAL);
    let mut page = area.page(&heading, false).wide();
    page.notices.push(Notice { kind: "info", title: area.say(key::DIAGNOSIS_MARGINAL_OWN), ..Notice::default() });
    let (peers, rules) = area.peer_choice();
    page::answer(&MarginalisationPage {
        page,
        title: Title { kind: area.name(), heading, lead: area.say(key::DIAGNOSIS_MARGINAL_LEAD), ..Title::default() },
        action: area.asker.uri.path().to_owned(),
        carried: area.chosen.pairs_without_peers(),
        peers,
        rules,
        compare: area.say(key::DIAGNOSIS_COMPARE),
        empty,
        note: area.say(key::DIAGNOSIS_MARGINAL_PROFILE_NOTE),
        assumed_heading: area.say(key::DIAGNOSIS_MARGINAL_ASSUMED),
        files_label: area.say(key::LIST_FILES),
        shown,
        lists_heading: area.say(key::DIAGNOSIS_MARGINAL_LISTS),
        lists_missing: lists_missing(&area, &flags),
        lists_caption: Caption::new("lists", area.say(key::DIAGNOSIS_MARGINAL_LISTS_CAPTION)),
        list_headings: list_headings(&area),
        lists: lists.iter().filter(|one| is_polish(&area, one)).map(|one| list_row(&area, one, &flags)).collect(),
    })
}

/// The profile of everybody as a table for programs and people.
pub async fn file(asker: Asker, Path(path): Path<BTreeMap<String, String>>) -> Answer {
    let form = path.get("ending").and_then(|ending| FileForm::parse(ending)).ok_or_else(unknown_address)?;
    let area = Area::open(asker).await?.among(PeerRule::Country).await?;
    let found = area.asker.app.diagnoses().profile(&area.ground).await?;
    let OwnWork { origin, content } = found.as_ref().as_ref().map_err(|_| unknown_address())?;
    let about = json!({
        "origin": origin, "year": content.year, "least_coverage": content.least_coverage, "reference": content.reference,
        "peers": area.ground.subject.peers.word(), "ranked": content.ranked, "scales": content.scales,
        "left_out": content.left_out,
    });
    Ok(table(&area.asker, &sheet(&area, content), (form, about)).await?)
}

/// The entries of lists that the asker may see.
async fn flags(area: &Area) -> Result<Vec<Kept<UnitFlag>>, Told> {
    let mut records = area.asker.app.store().records(&Question::of(Kind::UnitFlags)).await?;
    records.retain(|record| area.asker.sees(record, None));
    Ok(read_all(&records).map_err(|error| Failure::fault(&error))?)
}

async fn shown(area: &Area, found: &Profile) -> Result<Shown, Told> {
    let around = area.asker.app.diagnoses().surroundings(&area.ground).await?;
    let classed = Classed {
        id: "profile-map",
        what: area.say(key::DIAGNOSIS_MARGINAL_MAP),
        year: found.year,
        values: found.units.iter().map(|row| (row.unit.clone(), row.index)).collect(),
        told: &|value| area.language().number(value, 2),
    };
    let has_index = found.ranked > 0;
    let year = found.year.to_string();
    Ok(Shown {
        sentences: sentences(area, found),
        caption: Caption::new("profile", area.say(key::DIAGNOSIS_MARGINAL_PROFILE)).at(year.clone()),
        headings: headings(area, found),
        rows: rows(area, found),
        map: if has_index { classed.map(area, around.land.as_ref()).await? } else { MapFigure::default() },
        scales_caption: Caption::new("scales", area.say(key::DIAGNOSIS_MARGINAL_SCALES)).at(year),
        scale_headings: scale_headings(area),
        scales: found.scales.iter().map(|scale| scale_row(area, scale)).collect(),
        steps: steps(area, found),
        facts: facts(area, found),
        files: files(area),
    })
}

fn named(area: &Area, code: &str) -> String {
    area.ground.indicator(code).map_or_else(|| code.to_owned(), |indicator| area.named(indicator))
}

fn is_member(area: &Area, row: &Row) -> bool {
    area.ground.subject.members.contains(&row.unit)
}

fn sentences(area: &Area, found: &Profile) -> Vec<String> {
    let told = Message::new(key::DIAGNOSIS_MARGINAL_TOLD)
        .with("year", found.year.to_string())
        .with("ranked", found.ranked)
        .with("all", found.units.len());
    let mut sentences = vec![area.tell(&told)];
    if !found.units.iter().any(|row| is_member(area, row) && row.index.is_some()) {
        let least = area.language().share(found.least_coverage, 0);
        sentences.push(area.tell(&Message::new(key::DIAGNOSIS_MARGINAL_COVERAGE).with("least", least)));
    }
    if !found.left_out.is_empty() {
        let names: Vec<String> = found.left_out.iter().map(|code| named(area, code)).collect();
        sentences.push(area.tell(&Message::new(key::DIAGNOSIS_MARGINAL_LEFT_OUT).with("names", names.join("; "))));
    }
    sentences
}

fn headings(area: &Area, found: &Profile) -> Vec<Heading> {
    let mut headings = vec![
        Heading::words(area.say(key::DIAGNOSIS_COLUMN_MUNICIPALITY)),
        Heading::number(area.say(key::DIAGNOSIS_COLUMN_RANK), ""),
        Heading::number(area.say(key::DIAGNOSIS_COLUMN_INDEX), ""),
        Heading::number(area.say(key::DIAGNOSIS_COLUMN_COVERAGE), ""),
    ];
    headings.extend(found.scales.iter().map(|scale| Heading::number(named(area, &scale.indicator), "")));
    headings
}

/// A number with its sign.
fn signed(area: &Area, value: f64, decimals: usize) -> String {
    let sign = if value < 0.0 { "−" } else { "+" };
    format!("{sign}{}", area.language().number(value.abs(), decimals))
}

/// The members, the worst first, those without an index last.
fn rows(area: &Area, found: &Profile) -> Vec<UnitRow> {
    let mut members: Vec<&Row> = found.units.iter().filter(|row| is_member(area, row)).collect();
    let rank = |row: &Row| row.rank.unwrap_or(f64::INFINITY);
    members.sort_by(|one, other| rank(one).total_cmp(&rank(other)).then_with(|| one.unit.cmp(&other.unit)));
    members.into_iter().map(|row| unit_row(area, row, found)).collect()
}

fn unit_row(area: &Area, row: &Row, found: &Profile) -> UnitRow {
    let language = area.language();
    let missing = || language.optional(None, 0);
    let place = |rank: f64| {
        let told = Message::new(key::DIAGNOSIS_PLACE).with("rank", language.number(rank, 0));
        area.tell(&told.with("of", found.ranked.to_string()))
    };
    let score = |score: &miedza_planning::diagnosis::marginalisation::Score| {
        let indicator = area.ground.indicator(&score.indicator);
        let figure = indicator.filter(|_| score.value.is_some()).map(|indicator| area.number(indicator, score.value));
        (score.worse_by.map_or_else(missing, |by| signed(area, by, 2)), figure.unwrap_or_default())
    };
    UnitRow {
        unit: area.unit(&row.unit),
        cells: vec![
            row.rank.map_or_else(missing, place),
            row.index.map_or_else(missing, |index| signed(area, index, 2)),
            language.share(row.coverage, 0),
        ],
        scores: row.scores.iter().map(score).collect(),
    }
}

fn scale_headings(area: &Area) -> Vec<Heading> {
    vec![
        Heading::words(area.say(key::DIAGNOSIS_COLUMN_INDICATOR)),
        Heading::words(area.say(key::DIAGNOSIS_COLUMN_WORSE)),
        Heading::number(area.say(key::DIAGNOSIS_COLUMN_WEIGHT), ""),
        Heading::number(area.say(key::DIAGNOSIS_COLUMN_MEAN), ""),
        Heading::number(area.say(key::DIAGNOSIS_COLUMN_DEVIATION), ""),
        Heading::number(area.say(key::DIAGNOSIS_COLUMN_KNOWN), ""),
    ]
}

fn scale_row(area: &Area, scale: &Scale) -> ScaleRow {
    let language = area.language();
    let worse = match scale.worse {
        Worse::High => key::DIAGNOSIS_MARGINAL_WORSE_HIGH,
        Worse::Low => key::DIAGNOSIS_MARGINAL_WORSE_LOW,
    };
    ScaleRow {
        name: Entry::new(area.indicator(&scale.indicator), named(area, &scale.indicator)),
        worse: area.say(worse),
        cells: vec![
            language.number(scale.weight, 0),
            language.number(scale.mean, 2),
            language.number(scale.deviation, 2),
            scale.known.to_string(),
        ],
    }
}

fn steps(area: &Area, found: &Profile) -> Vec<String> {
    let least = area.language().share(found.least_coverage, 0);
    vec![
        area.say(key::DIAGNOSIS_MARGINAL_STEP_SCORE),
        area.say(key::DIAGNOSIS_MARGINAL_STEP_INDEX),
        area.tell(&Message::new(key::DIAGNOSIS_MARGINAL_STEP_COVERAGE).with("least", least)),
        area.say(key::DIAGNOSIS_MARGINAL_STEP_SOURCE),
    ]
}

fn facts(area: &Area, found: &Profile) -> Vec<Fact> {
    let reference = Message::new(key::DIAGNOSIS_FACT_REFERENCE_TOLD)
        .with("rule", area.rule(area.ground.subject.peers))
        .with("count", found.reference);
    let mut facts =
        vec![Fact { label: area.say(key::DIAGNOSIS_FACT_REFERENCE), value: area.tell(&reference), href: String::new() }];
    let sources =
        found.scales.iter().flat_map(|scale| words::sources(&area.ground, &scale.indicator, found.year, area.language()));
    let mut sources: Vec<String> = sources.collect();
    sources.sort();
    sources.dedup();
    facts.extend(sources.into_iter().map(|source| Fact {
        label: area.say(key::DIAGNOSIS_SOURCES),
        value: source,
        href: String::new(),
    }));
    facts
}

fn files(area: &Area) -> Vec<Entry> {
    let address = |form: FileForm| area.below(&["marginalisation", "export", form.ending()]);
    FileForm::ALL.map(|form| Entry::new(address(form), form.ending().to_uppercase())).to_vec()
}

/// A flag in words.
fn flag(area: &Area, flag: Flag) -> String {
    area.tell(&labels::choice(Flag::CHOICES, flag.name()))
}

/// Of which flags no list was imported, and how to import one; empty if there are lists of all.
fn lists_missing(area: &Area, flags: &[Kept<UnitFlag>]) -> String {
    let is_without = |wanted: &&Flag| !flags.iter().any(|entry| entry.flag == **wanted);
    let without: Vec<String> = LISTED.iter().filter(is_without).map(|one| flag(area, *one)).collect();
    if without.is_empty() {
        return String::new();
    }
    area.tell(&Message::new(key::DIAGNOSIS_MARGINAL_NO_LISTS).with("flags", without.join(", ")))
}

fn list_headings(area: &Area) -> Vec<Heading> {
    let mut headings = vec![Heading::words(area.say(key::DIAGNOSIS_COLUMN_MUNICIPALITY))];
    headings.extend(LISTED.map(|one| Heading::words(flag(area, one))));
    headings.push(Heading::words(area.say(key::DIAGNOSIS_MARGINAL_SMALL_TOWN)));
    headings
}

fn is_polish(area: &Area, one: &OnLists) -> bool {
    area.ground.units.get(&one.unit).is_some_and(|kept| kept.unit.country == Country::Poland)
}

fn list_row(area: &Area, one: &OnLists, flags: &[Kept<UnitFlag>]) -> ListRow {
    let told = |(wanted, entry): (&Flag, &Option<UnitFlag>)| match entry {
        Some(entry) => {
            let date = entry.list_date.map(|date| format!(" ({})", area.asker.date(date))).unwrap_or_default();
            area.tell(&Message::new(key::DIAGNOSIS_MARGINAL_LISTED).with("list", format!("{}{date}", entry.list_name)))
        }
        None if flags.iter().any(|flag| flag.flag == *wanted) => area.say(key::DIAGNOSIS_MARGINAL_NOT_LISTED),
        None => area.say(key::DIAGNOSIS_MARGINAL_NO_LIST),
    };
    ListRow {
        unit: area.unit(&one.unit),
        entries: LISTED.iter().zip(&one.entries).map(told).collect(),
        small_town: judged::told(&area.asker, &one.small_county_town, &|party| party.id().to_owned()),
    }
}

fn sheet(area: &Area, found: &Profile) -> Spreadsheet {
    let mut headings: Vec<String> =
        ["unit", "name", "member", "year", "rank", "index", "coverage"].map(ToOwned::to_owned).to_vec();
    headings.extend(found.scales.iter().flat_map(|scale| [scale.indicator.clone(), format!("{}_worse_by", scale.indicator)]));
    let row = |row: &Row| {
        let mut cells: Vec<Cell> = vec![
            row.unit.as_str().into(),
            area.ground.name(&row.unit).into(),
            if is_member(area, row) { "yes" } else { "no" }.into(),
            f64::from(found.year).into(),
            row.rank.into(),
            row.index.into(),
            row.coverage.into(),
        ];
        cells.extend(row.scores.iter().flat_map(|score| [score.value, score.worse_by]).map(Cell::from));
        cells
    };
    Spreadsheet { name: "marginalisation-profile".to_owned(), headings, rows: found.units.iter().map(row).collect(), fixed: 2 }
}
