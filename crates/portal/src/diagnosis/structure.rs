//! Of what an area has more than the places it is compared with, and what a change of it is made of.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::Path;
use miedza_planning::diagnosis::structure::{ChangeRow, CountSet, NamedPart, PartRow};
use miedza_texts::{Key, Message, key};
use miedza_workflows::Failure;
use miedza_workflows::diagnosis::charts::{self, Chart};
use miedza_workflows::diagnosis::structure::{Asked, Available};
use miedza_workflows::diagnosis::{Structure, words};
use miedza_workflows::spreadsheet::{Cell, Spreadsheet};
use serde_json::json;

use super::area::Area;
use super::chosen::{asked, asked_of};
use crate::frame::failure::unknown_address;
use crate::frame::list::{FileForm, table};
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, Choice, Entry, Fact, FormField, Heading, Title};
use crate::frame::{Answer, Asker};

/// Names of municipalities that a sentence bears.
const NAMED: usize = 5;

/// A part with its figures.
struct PartLine {
    name: String,
    cells: Vec<String>,
}

/// All that is shown where there is a structure.
#[derive(Default)]
struct Shown {
    fields: Vec<(FormField, Vec<Choice>)>,
    note: String,
    unfit: String,
    sentences: Vec<String>,
    caption: Caption,
    headings: Vec<Heading>,
    rows: Vec<PartLine>,
    sum: Vec<String>,
    chart: Chart,
    no_change: String,
    change_caption: Caption,
    change_headings: Vec<Heading>,
    changes: Vec<PartLine>,
    change_sum: Vec<String>,
    facts: Vec<Fact>,
    sources: Vec<String>,
    files: Vec<Entry>,
}

#[derive(Template)]
#[template(path = "diagnosis/structure.html")]
struct StructurePage {
    page: Page,
    title: Title,
    empty: String,
    action: String,
    carried: Vec<(String, String)>,
    show: String,
    quotients_note: String,
    change_heading: String,
    change_lead: String,
    all_parts: String,
    facts_heading: String,
    sources_heading: String,
    files_label: String,
    shown: Shown,
}

/// Of what the area has more, and why it changed.
pub async fn show(asker: Asker) -> Answer {
    let area = Area::open(asker).await?;
    let available = area.asker.app.diagnoses().counted(&area.ground).await?;
    let (shown, empty) = match wanted(&area, &available)? {
        Some(wanted) => {
            let found = area.asker.app.diagnoses().structure(&area.ground, wanted).await?;
            (shown(&area, &available, &found), String::new())
        }
        None => (Shown::default(), none(&area)),
    };
    let heading = area.say(key::DIAGNOSIS_STRUCTURE);
    page::answer(&StructurePage {
        page: area.page(&heading, false).wide(),
        title: Title { kind: area.name(), heading, lead: area.say(key::DIAGNOSIS_STRUCTURE_LEAD), ..Title::default() },
        empty,
        action: area.asker.uri.path().to_owned(),
        carried: area.chosen.pairs_without_peers(),
        show: area.say(key::DIAGNOSIS_SHOW),
        quotients_note: area.say(key::DIAGNOSIS_STRUCTURE_QUOTIENTS_NOTE),
        change_heading: area.say(key::DIAGNOSIS_STRUCTURE_CHANGE),
        change_lead: area.say(key::DIAGNOSIS_STRUCTURE_CHANGE_LEAD),
        all_parts: area.say(key::DIAGNOSIS_ALL_PARTS),
        facts_heading: area.say(key::DIAGNOSIS_HOW),
        sources_heading: area.say(key::DIAGNOSIS_SOURCES),
        files_label: area.say(key::LIST_FILES),
        shown,
    })
}

/// The same as a table for programs and people.
pub async fn file(asker: Asker, Path(path): Path<BTreeMap<String, String>>) -> Answer {
    let form = path.get("ending").and_then(|ending| FileForm::parse(ending)).ok_or_else(unknown_address)?;
    let area = Area::open(asker).await?;
    let available = area.asker.app.diagnoses().counted(&area.ground).await?;
    let wanted = wanted(&area, &available)?.ok_or_else(unknown_address)?;
    let found = area.asker.app.diagnoses().structure(&area.ground, wanted).await?;
    let about = json!({
        "set": wanted.set.code, "unit": wanted.set.unit, "year": wanted.year, "base_year": wanted.base,
        "reference": area.ground.subject.peers.word(), "reference_units": found.reference,
        "composition": found.now.as_ref().ok(), "change": found.change.as_ref().and_then(|change| change.as_ref().ok()),
        "sources": words::sources_of(&area.ground, &found.imports, wanted.year, area.language()),
    });
    Ok(table(&area.asker, &sheet(&area, &found), (form, about)).await?)
}

/// What the address asks for.
fn wanted(area: &Area, available: &[Available]) -> Result<Option<Asked>, Failure> {
    let of = |name: &str| asked(&area.asker.uri, name).into_iter().next().unwrap_or_default();
    let sets: Vec<&str> = available.iter().map(|(set, _)| set.code.as_str()).collect();
    let set = asked_of(&area.asker.uri, "set", &sets)?.into_iter().next().unwrap_or_default();
    Ok(Asked::of(available, (&set, of("year").parse().ok(), of("base").parse().ok())))
}

/// Which figures would be needed.
fn none(area: &Area) -> String {
    let variables = |set: &CountSet| set.parts.iter().map(|named| named.part.variable.to_string()).collect::<Vec<_>>().join(", ");
    let told = |set: &CountSet| format!("{} ({})", words::named(&set.names, area.language()), variables(set));
    let sets: Vec<String> = CountSet::held().iter().map(told).collect();
    area.tell(&Message::new(key::DIAGNOSIS_STRUCTURE_NONE).with("sets", sets.join("; ")))
}

fn shown(area: &Area, available: &[Available], found: &Structure) -> Shown {
    let asked = found.asked;
    let name = words::named(&asked.set.names, area.language());
    let years = asked.base.map(|base| format!("{base}–{}", asked.year)).unwrap_or_default();
    let parts: Vec<(String, Option<f64>)> = found.now.as_ref().map_or_else(
        |_| Vec::new(),
        |now| {
            asked.set.parts.iter().zip(&now.parts).map(|(named, row)| (part_name(area, named), row.location_quotient)).collect()
        },
    );
    let title = area.tell(&Message::new(key::DIAGNOSIS_STRUCTURE_CHART).with("year", asked.year.to_string()));
    Shown {
        fields: fields(area, available, asked),
        note: words::named(&asked.set.note, area.language()),
        unfit: if found.now.is_err() { area.say(key::DIAGNOSIS_STRUCTURE_UNFIT) } else { String::new() },
        sentences: sentences(area, found),
        caption: Caption::new("quotients", name.clone()).at(asked.year.to_string()),
        headings: headings(area, asked.set),
        rows: rows(area, found),
        sum: sum(area, found),
        chart: if parts.is_empty() { Chart::default() } else { charts::quotients(&title, &parts, area.language()) },
        no_change: match &found.change {
            None => area.say(key::DIAGNOSIS_STRUCTURE_ONE_YEAR),
            Some(Err(_)) => area.say(key::DIAGNOSIS_STRUCTURE_CHANGE_UNFIT),
            Some(Ok(_)) => String::new(),
        },
        change_caption: Caption::new("change", name).at(years),
        change_headings: change_headings(area, asked),
        changes: change_rows(area, found),
        change_sum: change_sum(area, found),
        facts: facts(area, found),
        sources: words::sources_of(&area.ground, &found.imports, asked.year, area.language()),
        files: files(area, asked),
    }
}

fn fields(area: &Area, available: &[Available], asked: Asked) -> Vec<(FormField, Vec<Choice>)> {
    let field = |name: &str, label: Key| FormField {
        name: name.to_owned(),
        label: area.say(label),
        optional: " ".to_owned(),
        ..FormField::default()
    };
    let choice = |value: String, label: String, is_chosen| Choice { value, label, is_chosen, ..Choice::default() };
    let set =
        |(set, _): &Available| choice(set.code.clone(), words::named(&set.names, area.language()), set.code == asked.set.code);
    let years = || available.iter().filter(|(set, _)| set.code == asked.set.code).flat_map(|(_, years)| years.iter().rev());
    let year = |wanted: Option<u16>| move |year: &u16| choice(year.to_string(), year.to_string(), wanted == Some(*year));
    let before: Vec<Choice> = years().filter(|year| **year < asked.year).map(year(asked.base)).collect();
    let mut fields = vec![
        (field("set", key::DIAGNOSIS_STRUCTURE_SET), available.iter().map(set).collect()),
        (field("year", key::DIAGNOSIS_STRUCTURE_YEAR), years().map(year(Some(asked.year))).collect()),
    ];
    if !before.is_empty() {
        fields.push((field("base", key::DIAGNOSIS_STRUCTURE_BASE), before));
    }
    let (peers, rules) = area.peer_choice();
    fields.push((FormField { label: area.say(key::DIAGNOSIS_STRUCTURE_REFERENCE), ..peers }, rules));
    fields
}

fn part_name(area: &Area, named: &NamedPart) -> String {
    words::named(&named.names, area.language())
}

fn sentences(area: &Area, found: &Structure) -> Vec<String> {
    let Ok(now) = &found.now else { return Vec::new() };
    let language = area.language();
    let mut told = Vec::new();
    if let Some(specialisation) = now.specialisation {
        let message = Message::new(key::DIAGNOSIS_STRUCTURE_TOLD).with("value", language.number(specialisation, 3));
        told.push(area.tell(&message));
    }
    let known = found.asked.set.parts.iter().zip(&now.parts).filter_map(|(named, row)| Some((named, row.location_quotient?)));
    let most = known.filter(|(_, quotient)| *quotient > 1.0).max_by(|one, other| one.1.total_cmp(&other.1));
    if let Some((named, quotient)) = most {
        let message = Message::new(key::DIAGNOSIS_STRUCTURE_MOST)
            .with("part", part_name(area, named))
            .with("quotient", language.number(quotient, 2));
        told.push(area.tell(&message));
    }
    if !now.left_out.is_empty() {
        let names: Vec<String> = now.left_out.iter().take(NAMED).map(|unit| area.ground.name(unit)).collect();
        let message = Message::new(key::DIAGNOSIS_STRUCTURE_LEFT_OUT)
            .with("count", now.left_out.len())
            .with("all", found.reference)
            .with("names", names.join(", "));
        told.push(area.tell(&message));
    }
    told
}

fn headings(area: &Area, set: &CountSet) -> Vec<Heading> {
    let unit = words::unit(&set.unit, area.language());
    vec![
        Heading::words(area.say(key::DIAGNOSIS_COLUMN_PART_OF_WHOLE)),
        Heading::number(area.say(key::DIAGNOSIS_COLUMN_AREA), unit.clone()),
        Heading::number(area.say(key::DIAGNOSIS_COLUMN_SHARE), "%"),
        Heading::number(area.say(key::DIAGNOSIS_COLUMN_REFERENCE), unit),
        Heading::number(area.say(key::DIAGNOSIS_COLUMN_REFERENCE_SHARE), "%"),
        Heading::number(area.say(key::DIAGNOSIS_COLUMN_QUOTIENT), ""),
    ]
}

/// Sums of the parts of the area, unless one is missing, and of the reference.
fn totals(parts: &[PartRow]) -> (Option<f64>, f64) {
    let of_area = parts.iter().map(|part| part.of_area).sum();
    (of_area, parts.iter().map(|part| part.of_reference).sum())
}

/// A share in per cent; `None` of nothing.
fn share(part: f64, whole: f64) -> Option<f64> {
    (whole > 0.0).then(|| 100.0 * part / whole)
}

fn rows(area: &Area, found: &Structure) -> Vec<PartLine> {
    let Ok(now) = &found.now else { return Vec::new() };
    let (language, (whole, of_all)) = (area.language(), totals(&now.parts));
    let row = |(named, row): (&NamedPart, &PartRow)| PartLine {
        name: part_name(area, named),
        cells: vec![
            language.optional(row.of_area, 0),
            language.optional(row.of_area.zip(whole).and_then(|(part, whole)| share(part, whole)), 1),
            language.number(row.of_reference, 0),
            language.optional(share(row.of_reference, of_all), 1),
            language.optional(row.location_quotient, 2),
        ],
    };
    found.asked.set.parts.iter().zip(&now.parts).map(row).collect()
}

fn sum(area: &Area, found: &Structure) -> Vec<String> {
    let Ok(now) = &found.now else { return Vec::new() };
    let (language, (whole, of_all)) = (area.language(), totals(&now.parts));
    let all = |whole: Option<f64>| language.optional(whole.and_then(|whole| share(whole, whole)), 1);
    vec![language.optional(whole, 0), all(whole), language.number(of_all, 0), all(Some(of_all)), String::new()]
}

fn change_headings(area: &Area, asked: Asked) -> Vec<Heading> {
    let unit = words::unit(&asked.set.unit, area.language());
    let number = |label: String| Heading::number(label, unit.clone());
    let mut headings = vec![Heading::words(area.say(key::DIAGNOSIS_COLUMN_PART_OF_WHOLE))];
    headings.extend([asked.base, Some(asked.year)].into_iter().flatten().map(|year| number(year.to_string())));
    let components = [
        key::DIAGNOSIS_COLUMN_CHANGE,
        key::DIAGNOSIS_COLUMN_NATIONAL,
        key::DIAGNOSIS_COLUMN_STRUCTURAL,
        key::DIAGNOSIS_COLUMN_REGIONAL,
        key::DIAGNOSIS_COLUMN_SUM,
    ];
    headings.extend(components.map(|word| number(area.say(word))));
    headings
}

/// Before, after, change, its three components, their sum.
fn change_numbers(found: &Structure, place: usize) -> [Option<f64>; 7] {
    let of = |composition: Option<&miedza_planning::diagnosis::structure::Composition>| composition?.parts.get(place)?.of_area;
    let before = of(found.before.as_ref().and_then(|before| before.as_ref().ok()));
    let after = of(found.now.as_ref().ok());
    let shift = found.change.as_ref().and_then(|change| change.as_ref().ok()?.parts.get(place)?.shift);
    let sum = shift.map(|shift| shift.national + shift.structural + shift.regional);
    let [change, national, structural, regional] = [
        shift.map(|shift| shift.change),
        shift.map(|shift| shift.national),
        shift.map(|shift| shift.structural),
        shift.map(|shift| shift.regional),
    ];
    [before, after, change, national, structural, regional, sum]
}

fn change_cells(area: &Area, set: &CountSet, numbers: [Option<f64>; 7]) -> Vec<String> {
    let language = area.language();
    // Components are parts of persons; with money nobody looks at parts of a złoty.
    let decimals = usize::from(set.unit != "pln");
    let counted = |value: &Option<f64>| language.optional(*value, 0);
    let signed = |value: &Option<f64>| match value {
        Some(value) if *value > 0.0 => format!("+{}", language.number(*value, decimals)),
        Some(value) if *value < 0.0 => format!("−{}", language.number(-value, decimals)),
        other => language.optional(*other, decimals),
    };
    numbers[..2].iter().map(counted).chain(numbers[2..].iter().map(signed)).collect()
}

fn change_rows(area: &Area, found: &Structure) -> Vec<PartLine> {
    let Some(Ok(change)) = &found.change else { return Vec::new() };
    let row = |(place, (named, _)): (usize, (&NamedPart, &ChangeRow))| PartLine {
        name: part_name(area, named),
        cells: change_cells(area, found.asked.set, change_numbers(found, place)),
    };
    found.asked.set.parts.iter().zip(&change.parts).enumerate().map(row).collect()
}

/// The sum of all parts; of a column in which one is missing there is none.
fn change_sum(area: &Area, found: &Structure) -> Vec<String> {
    let places = 0..found.asked.set.parts.len();
    let all: Vec<[Option<f64>; 7]> = places.map(|place| change_numbers(found, place)).collect();
    let column = |column: usize| all.iter().map(|numbers| numbers[column]).sum::<Option<f64>>();
    change_cells(area, found.asked.set, std::array::from_fn(column))
}

fn facts(area: &Area, found: &Structure) -> Vec<Fact> {
    let fact = |label: Key, value: String| Fact { label: area.say(label), value, href: String::new() };
    let reference = Message::new(key::DIAGNOSIS_FACT_REFERENCE_TOLD)
        .with("rule", area.rule(area.ground.subject.peers))
        .with("count", found.reference);
    let variables: Vec<String> = found.asked.set.parts.iter().map(|named| named.part.variable.to_string()).collect();
    vec![
        fact(key::DIAGNOSIS_FACT_REFERENCE, area.tell(&reference)),
        fact(key::DIAGNOSIS_FACT_METHOD, area.say(key::DIAGNOSIS_STRUCTURE_METHOD)),
        fact(key::DIAGNOSIS_FACT_CODE, variables.join(", ")),
    ]
}

fn files(area: &Area, asked: Asked) -> Vec<Entry> {
    let address = |form: FileForm| {
        let address = area.below(&["structure", "export", form.ending()]);
        let address = address.ask("set", &asked.set.code).ask("year", &asked.year.to_string());
        asked.base.into_iter().fold(address, |address, base| address.ask("base", &base.to_string()))
    };
    FileForm::ALL.map(|form| Entry::new(address(form), form.ending().to_uppercase())).to_vec()
}

fn sheet(area: &Area, found: &Structure) -> Spreadsheet {
    const HEADINGS: [&str; 14] = [
        "part",
        "name",
        "area",
        "area_share",
        "reference",
        "reference_share",
        "location_quotient",
        "area_before",
        "change",
        "national",
        "structural",
        "regional",
        "year",
        "base_year",
    ];
    let parts = found.now.as_ref().map_or(&[][..], |now| now.parts.as_slice());
    let (whole, of_all) = totals(parts);
    let row = |(place, (named, row)): (usize, (&NamedPart, &PartRow))| {
        let [before, _, change, national, structural, regional, _] = change_numbers(found, place);
        let of_area = row.of_area.zip(whole).and_then(|(part, whole)| share(part, whole));
        let numbers = [row.of_area, of_area, Some(row.of_reference), share(row.of_reference, of_all), row.location_quotient];
        let mut cells: Vec<Cell> = vec![named.part.code.as_str().into(), part_name(area, named).into()];
        cells.extend(numbers.into_iter().chain([before, change, national, structural, regional]).map(Cell::from));
        cells.extend([Some(found.asked.year), found.asked.base].map(|year| Cell::from(year.map(f64::from))));
        cells
    };
    Spreadsheet {
        name: format!("structure-{}", found.asked.set.code),
        headings: HEADINGS.map(ToOwned::to_owned).to_vec(),
        rows: found.asked.set.parts.iter().zip(parts).enumerate().map(row).collect(),
        fixed: 2,
    }
}
