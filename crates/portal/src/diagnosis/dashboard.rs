//! The first page of a diagnosis: what stands out, each indicator beside the peers, the development monitor, the report.

use askama::Template;
use miedza_planning::diagnosis::Rating;
use miedza_planning::diagnosis::catalogue::AREAS;
use miedza_texts::{Key, Message, key};
use miedza_workflows::Failure;
use miedza_workflows::diagnosis::chapters::{Chapter, Said, chapters};
use miedza_workflows::diagnosis::{PeersTold, ReportForm, charts, monitor_of, words};

use super::area::Area;
use super::figures::{IndicatorRow, headings, key_figures, row};
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, Choice, Entry, FormField, Heading, KeyFigure, Notice, Title};
use crate::frame::{Address, Answer, Asker};

/// Indicators of an area of the monitor on the simple page.
const FEW: usize = 3;

/// An area of the monitor with its indicators.
struct Section {
    id: String,
    heading: String,
    caption: Caption,
    rows: Vec<IndicatorRow>,
    more: String,
}

/// A part of the monitor.
struct ScoreRow {
    name: String,
    is_dimension: bool,
    score: String,
    change: String,
    strongest: String,
    weakest: String,
}

#[derive(Template)]
#[template(path = "diagnosis/dashboard.html")]
struct DashboardPage {
    page: Page,
    title: Title,
    depth_label: String,
    depths: Vec<Entry>,
    action: String,
    carried: Vec<(String, String)>,
    peers: FormField,
    rules: Vec<Choice>,
    compare: String,
    peers_told: String,
    who: Entry,
    figures: Vec<KeyFigure>,
    empty: String,
    strip: charts::Chart,
    strip_note: String,
    headings: Vec<Heading>,
    sections: Vec<Section>,
    monitor_heading: String,
    monitor_lead: String,
    monitor_caption: Caption,
    monitor_headings: Vec<Heading>,
    monitor: Vec<ScoreRow>,
    report_heading: String,
    report_lead: String,
    files: Vec<Entry>,
    ways: Vec<Entry>,
}

/// The first page of a diagnosis.
pub async fn show(asker: Asker) -> Answer {
    let area = Area::open(asker).await?;
    answer(&area)
}

/// The same for an area that is open already.
pub fn answer(area: &Area) -> Answer {
    let all = chapters(&area.ground)?;
    let said: Vec<&Said<'_>> = all.iter().flat_map(|chapter| &chapter.said).collect();
    let heading = area.say(key::DIAGNOSIS);
    let mut page = area.page(&heading, true).wide();
    page.notices.extend(remark(area));
    let (peers, rules) = area.peer_choice();
    let shown = telling(&said);
    let monitor = monitor(area)?;
    page::answer(&DashboardPage {
        title: Title { kind: area.name(), heading, lead: lead(area), ..Title::default() },
        depth_label: area.say(key::DIAGNOSIS_DEPTH),
        depths: [("", key::DIAGNOSIS_SIMPLE), ("full", key::DIAGNOSIS_FULL)]
            .map(|(depth, word)| {
                Entry::new(area.at_depth(depth), area.say(word)).current_if(area.chosen.is_full() == (depth == "full"))
            })
            .to_vec(),
        action: area.asker.uri.path().to_owned(),
        page,
        carried: area.chosen.pairs_without_peers(),
        peers,
        rules,
        compare: area.say(key::DIAGNOSIS_COMPARE),
        peers_told: peers_told(area),
        who: Entry::new(area.below(&["peers"]), area.say(key::DIAGNOSIS_PEERS_WHO)),
        figures: key_figures(area, &said),
        empty: if said.is_empty() { area.say(key::DIAGNOSIS_NO_FIGURES) } else { String::new() },
        strip: charts::strips(&area.ground, &shown, area.language()),
        strip_note: area.say(key::DIAGNOSIS_STRIP_NOTE),
        headings: headings(area),
        sections: sections(area, &all),
        monitor_heading: area.say(key::DIAGNOSIS_MONITOR),
        monitor_lead: area.say(key::DIAGNOSIS_MONITOR_LEAD),
        monitor_caption: Caption::new("monitor", area.say(key::DIAGNOSIS_MONITOR_CAPTION)),
        monitor_headings: vec![
            Heading::words(area.say(key::DIAGNOSIS_COLUMN_PART)),
            Heading::number(area.say(key::DIAGNOSIS_COLUMN_SCORE), ""),
            Heading::number(area.say(key::DIAGNOSIS_COLUMN_SCORE_CHANGE), ""),
            Heading::words(area.say(key::DIAGNOSIS_COLUMN_STRONGEST)),
            Heading::words(area.say(key::DIAGNOSIS_COLUMN_WEAKEST)),
        ],
        monitor,
        report_heading: area.say(key::DIAGNOSIS_REPORT),
        report_lead: area.say(key::DIAGNOSIS_FILES_LEAD),
        files: files(area),
        ways: ways(area),
    })
}

/// What the office says before everything else.
fn remark(area: &Area) -> Option<Notice> {
    let diagnosis = area.diagnosis.as_ref()?;
    let note = area.asker.words(diagnosis, "note");
    (!note.is_empty()).then(|| Notice { kind: "info", title: area.asker.words(diagnosis, "title"), text: note, ways: Vec::new() })
}

fn lead(area: &Area) -> String {
    let years = area.ground.own.years();
    let told = Message::new(key::DIAGNOSIS_LEAD)
        .with("count", area.ground.subject.members.len())
        .with("first", years.first.to_string())
        .with("last", years.last.to_string());
    area.tell(&told)
}

fn peers_told(area: &Area) -> String {
    let rule = PeersTold { ground: &area.ground, language: area.language() }.rule();
    let told = Message::new(key::DIAGNOSIS_PEERS_TOLD).with("count", area.ground.group.members().len());
    format!("{rule} {}", area.tell(&told)).trim().to_owned()
}

/// The indicators that tell places apart, at most a dozen: those with a place among the peers.
fn telling<'a, 'b>(said: &[&'a Said<'b>]) -> Vec<&'a Said<'b>> {
    const MOST: usize = 12;
    let has_place = |said: &&&Said<'_>| said.position.as_ref().is_some_and(|position| position.area.is_some());
    said.iter().filter(has_place).take(MOST).copied().collect()
}

fn sections(area: &Area, all: &[Chapter<'_>]) -> Vec<Section> {
    let of = |name: &str| -> Vec<&Said<'_>> {
        all.iter().flat_map(|chapter| &chapter.said).filter(|said| said.indicator.area == name).collect()
    };
    let section = |name: &&str| {
        let said = of(name);
        let shown = if area.chosen.is_full() { said.len() } else { said.len().min(FEW) };
        let heading = words::area(name, area.language());
        let more = said.len() - shown;
        (!said.is_empty()).then(|| Section {
            id: format!("area-{name}"),
            caption: Caption::new(format!("table-{name}"), heading.clone()),
            heading,
            rows: said.iter().take(shown).map(|said| row(area, said)).collect(),
            more: if more > 0 { area.tell(&Message::new(key::DIAGNOSIS_MORE).with("count", more)) } else { String::new() },
        })
    };
    AREAS.iter().filter_map(section).collect()
}

fn monitor(area: &Area) -> Result<Vec<ScoreRow>, Failure> {
    let Some(found) = monitor_of(&area.ground)? else { return Ok(Vec::new()) };
    let mut rows = Vec::new();
    for dimension in &found.general.parts {
        rows.push(score(area, dimension, (words::dimension(&dimension.name, area.language()), true)));
        let parts = dimension.parts.iter().filter(|part| part.partnership.score.value.is_some() || area.chosen.is_full());
        rows.extend(parts.map(|part| score(area, part, (words::area(&part.name, area.language()), false))));
    }
    Ok(rows)
}

fn score(area: &Area, rating: &Rating, (name, is_dimension): (String, bool)) -> ScoreRow {
    let language = area.language();
    let not_enough = || area.say(key::DIAGNOSIS_NOT_ENOUGH);
    let unit = |value: Option<&miedza_planning::diagnosis::UnitValue>| {
        value.map(|value| format!("{} ({})", area.ground.name(&value.unit), language.number(value.value, 2))).unwrap_or_default()
    };
    let signed = |change: f64| {
        let sign = if change < 0.0 { "−" } else { "+" };
        format!("{sign}{}", language.number(change.abs(), 2))
    };
    ScoreRow {
        name,
        is_dimension,
        score: rating.partnership.score.value.map_or_else(not_enough, |score| language.number(score, 2)),
        change: rating.partnership.change.value.map_or_else(|| language.optional(None, 0), signed),
        strongest: unit(rating.partnership.strongest.as_ref()),
        weakest: unit(rating.partnership.weakest.as_ref()),
    }
}

fn files(area: &Area) -> Vec<Entry> {
    ReportForm::ALL
        .into_iter()
        .map(|form| Entry::new(area.below(&["report", form.ending()]), form.ending().to_uppercase()))
        .collect()
}

fn ways(area: &Area) -> Vec<Entry> {
    let way = |step: &str, key: Key| Entry::new(area.below(&[step]), area.say(key));
    let mut ways = vec![
        way("outlook", key::DIAGNOSIS_OUTLOOK),
        way("compare", key::DIAGNOSIS_BESIDE),
        way("structure", key::DIAGNOSIS_STRUCTURE),
        way("types", key::DIAGNOSIS_TYPES),
        way("index", key::DIAGNOSIS_INDEX),
        way("marginalisation", key::DIAGNOSIS_MARGINAL),
    ];
    match &area.book {
        Some(_) if super::work::may_work(&area.asker) => {
            ways.push(Entry::new(super::work::address(&area.asker), area.say(key::DIAGNOSIS_CHAPTERS)));
        }
        Some(_) => {}
        None => ways.push(Entry::new(Address::page(area.language()).step("diagnosis"), area.say(key::DIAGNOSIS_OTHER_UNITS))),
    }
    ways
}
