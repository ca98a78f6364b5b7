//! The files of a folder of results.

use miedza_delimitation::method::Step;
use miedza_sources::boundary::write::{self, Cell, Column, ColumnKind, Layer, Row};
use miedza_territory::{AreaIx, Partition, UnitIx};
use miedza_texts::{Argument, Message, key};
use serde::Serialize;

use super::summary::{AreaSummary, Summary};
use super::work::Work;
use super::{map, study};
use crate::Tell;
use crate::failure::Failure;
use crate::output_folder::OutputFolder;

/// Names of all files that this command may write.
pub const FILES: [&str; 12] = [
    "areas.csv",
    "areas.geojson",
    "areas.gpkg",
    "before_contiguity.csv",
    "before_reserve.csv",
    "log.csv",
    "map.svg",
    "report.docx",
    "report.html",
    "report.pdf",
    "summary.json",
    "units.geojson",
];

/// The date inside a GeoPackage: fixed, since the same input gives the same bytes.
const LAST_CHANGE: &str = "2000-01-01T00:00:00.000Z";

/// Writes everything that was asked for.
///
/// # Errors
/// [`Failure`] if a file cannot be written or a report cannot be made.
pub fn write(work: &Work, summary: &Summary, output: &OutputFolder, tell: Tell) -> Result<(), Failure> {
    tell(&key::STAGE_WRITING.into());
    output.write("areas.csv", &partition_csv(work, &work.run.partition))?;
    if let Some(before) = &work.run.before_contiguity {
        output.write("before_contiguity.csv", &partition_csv(work, before))?;
    }
    if let Some(table) = before_reserve_csv(work) {
        output.write("before_reserve.csv", &table)?;
    }
    output.write("summary.json", &json(summary))?;
    output.write("log.csv", &log_csv(work))?;
    if work.land.is_known() {
        write_geodata(work, summary, output)?;
    }
    let map = map::picture(work);
    if let Some(map) = &map {
        output.write("map.svg", map.svg.as_bytes())?;
    }
    if !work.request.reports.is_empty() {
        tell(&key::STAGE_REPORT.into());
        study::write(work, summary, map, output)?;
    }
    Ok(())
}

fn write_geodata(work: &Work, summary: &Summary, output: &OutputFolder) -> Result<(), Failure> {
    let (areas, units) = (area_layer(work, summary), unit_layer(work));
    output.write("areas.geojson", &write::geojson(&areas))?;
    output.write("units.geojson", &write::geojson(&units))?;
    let path = output.path("areas.gpkg");
    write::write_geopackage(&path, &[areas, units], LAST_CHANGE).map_err(|error| Failure::not_written(&path, &error))
}

/// Bytes of an answer.
pub fn json(value: &impl Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(value).expect("our answers have text keys only");
    bytes.push(b'\n');
    bytes
}

/// A table with its header.
pub fn csv<const N: usize>(header: [&str; N], rows: impl IntoIterator<Item = [String; N]>) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let written = "memory takes all";
    writer.write_record(header).expect(written);
    for row in rows {
        writer.write_record(row).expect(written);
    }
    writer.into_inner().expect(written)
}

/// The table of units and areas.
pub fn partition_csv(work: &Work, partition: &Partition) -> Vec<u8> {
    let label = |area: AreaIx| partition.label(area, work.units()).to_string();
    let row = |unit: UnitIx| [work.units().code(unit).to_string(), partition.area_of(unit).map_or_else(String::new, label)];
    csv(["unit", "area"], work.units().indices().map(row))
}

/// The state before the reserve stage: the raw label of each unit, 0 for the reserve, empty for excluded units.
fn before_reserve_csv(work: &Work) -> Option<Vec<u8>> {
    let outcome = &work.run.outcome;
    let (partition, labels) = (outcome.before_reserve.as_ref()?, outcome.labels_before_reserve.as_ref()?);
    let row = |unit: UnitIx| {
        let area = partition.area_of(unit).map_or_else(String::new, |area| partition.label(area, work.units()).to_string());
        [work.units().code(unit).to_string(), area, labels[unit].map_or_else(String::new, |label| label.to_string())]
    };
    Some(csv(["unit", "area", "cluster"], work.units().indices().map(row)))
}

const LOG: [&str; 15] = [
    "step",
    "action",
    "unit",
    "from",
    "to",
    "reason",
    "linkage",
    "share",
    "persons",
    "validity_before",
    "validity_after",
    "runner_up",
    "runner_up_figure",
    "sentence",
    "marks",
];

fn log_csv(work: &Work) -> Vec<u8> {
    let steps = work.run.outcome.log.iter().chain(&work.run.moves).enumerate();
    csv(LOG, steps.map(|(before, step)| log_row(work, before + 1, step)))
}

fn log_row(work: &Work, number: usize, step: &Step) -> [String; 15] {
    let code = |unit: Option<UnitIx>| unit.map_or_else(String::new, |unit| work.units().code(unit).to_string());
    let figure = |figure: Option<f64>| figure.map_or_else(String::new, |figure| figure.to_string());
    let figures = &step.figures;
    [
        number.to_string(),
        step.action.key().to_owned(),
        code(Some(step.unit)),
        code(step.from),
        code(step.to),
        step.reason.key().to_owned(),
        figure(figures.linkage),
        figure(figures.share),
        figure(figures.persons),
        figure(figures.validity_before),
        figure(figures.validity_after),
        code(figures.runner_up),
        figure(figures.runner_up_share.or(figures.runner_up_linkage)),
        work.log().sentence(step, work.request.language),
        work.marks().join(", "),
    ]
}

fn area_layer<'a>(work: &'a Work, summary: &Summary) -> Layer<'a> {
    let column = Column::new;
    Layer {
        name: "areas",
        columns: vec![
            column("area", ColumnKind::Text),
            column("seat", ColumnKind::Text),
            column("name", ColumnKind::Text),
            column("units", ColumnKind::Whole),
            column("population", ColumnKind::Real),
            column("employed_residents", ColumnKind::Real),
            column("jobs", ColumnKind::Real),
            column("internal_flow", ColumnKind::Real),
            column("supply_side_self_containment", ColumnKind::Real),
            column("demand_side_self_containment", ColumnKind::Real),
            column("job_ratio", ColumnKind::Real),
            column("validity", ColumnKind::Real),
            column("contiguous", ColumnKind::Flag),
            column("area_km2", ColumnKind::Real),
            column("marks", ColumnKind::Text),
        ],
        rows: work.run.partition.areas().zip(&summary.areas).map(|(area, figures)| area_row(work, area, figures)).collect(),
    }
}

fn area_row<'a>(work: &'a Work, area: AreaIx, figures: &AreaSummary) -> Row<'a> {
    let real = |figure: Option<f64>| figure.map_or(Cell::Missing, Cell::Real);
    let values = vec![
        Cell::Text(figures.area.to_string()),
        Cell::Text(figures.seat.to_string()),
        Cell::Text(work.area_name(area)),
        Cell::Whole(i64::try_from(figures.units).unwrap_or(i64::MAX)),
        real(figures.population),
        real(figures.employed_residents),
        real(figures.jobs),
        real(figures.internal_flow),
        real(figures.supply_side_self_containment),
        real(figures.demand_side_self_containment),
        real(figures.job_ratio),
        real(figures.validity),
        figures.contiguous.map_or(Cell::Missing, Cell::Flag),
        real(figures.area_km2),
        marks(work),
    ];
    Row { geometry: work.land.area_shape(area), values }
}

fn unit_layer<'a>(work: &'a Work) -> Layer<'a> {
    let column = Column::new;
    Layer {
        name: "units",
        columns: vec![
            column("unit", ColumnKind::Text),
            column("name", ColumnKind::Text),
            column("area", ColumnKind::Text),
            column("area_name", ColumnKind::Text),
            column("population", ColumnKind::Real),
            column("employed_residents", ColumnKind::Real),
            column("jobs", ColumnKind::Real),
            column("internal_flow", ColumnKind::Real),
            column("reason", ColumnKind::Text),
            column("marks", ColumnKind::Text),
        ],
        rows: work.units().indices().map(|unit| unit_row(work, unit)).collect(),
    }
}

fn unit_row<'a>(work: &'a Work, unit: UnitIx) -> Row<'a> {
    let flows = &work.matrix.flows;
    let area = work.run.partition.area_of(unit);
    let text = |text: Option<String>| text.map_or(Cell::Missing, Cell::Text);
    let real = |figure: Option<f64>| figure.map_or(Cell::Missing, Cell::Real);
    let values = vec![
        Cell::Text(work.units().code(unit).to_string()),
        text(work.tables.names[unit.get()].clone()),
        text(area.map(|area| work.label(area).to_string())),
        text(area.map(|area| work.area_name(area))),
        real(super::summarise::population(work, &[unit])),
        real(work.resting(flows.residents(unit))),
        real(work.resting(flows.jobs(unit))),
        real(work.resting(flows.internal(unit))),
        text(super::why::why(work, unit)),
        marks(work),
    ];
    Row { geometry: work.land.unit_shape(unit), values }
}

/// The marks of the result in one cell.
pub fn marks(work: &Work) -> Cell {
    let marks = work.marks();
    if marks.is_empty() { Cell::Missing } else { Cell::Text(marks.join(", ")) }
}

/// The line that names where the figures come from.
pub fn source_line(work: &Work) -> String {
    if work.request.sources.is_empty() {
        return work.reading.provenance.file.clone();
    }
    work.request.sources.join("; ")
}

/// Marks in brackets behind a title.
pub fn marked_title(work: &Work) -> String {
    let marks = work.marks();
    if marks.is_empty() { work.title() } else { format!("{} ({})", work.title(), marks.join(", ")) }
}

/// What is told on stdout when the work is done.
pub fn told(summary: &Summary, language: miedza_texts::Language, folder: &str) -> String {
    let number = |figure: Option<f64>| language.optional(figure, 0);
    let share = |figure: Option<f64>| language.optional_share(figure, 1);
    let word = |key: miedza_texts::Key| language.say(&key.into());
    let mut table = vec![[
        word(key::DONE_SEAT),
        word(key::DONE_UNITS),
        word(key::DONE_RESIDENTS),
        word(key::DONE_JOBS),
        word(key::DONE_SUPPLY),
        word(key::DONE_DEMAND),
    ]];
    let mut areas: Vec<&AreaSummary> = summary.areas.iter().collect();
    areas.sort_by(|a, b| {
        b.employed_residents.unwrap_or(0.0).total_cmp(&a.employed_residents.unwrap_or(0.0)).then(b.units.cmp(&a.units))
    });
    for area in areas.iter().take(SHOWN) {
        let name = area.seat_name.clone().unwrap_or_else(|| area.seat.to_string());
        table.push([
            name,
            area.units.to_string(),
            number(area.employed_residents),
            number(area.jobs),
            share(area.supply_side_self_containment),
            share(area.demand_side_self_containment),
        ]);
    }
    let mut lines = vec![head(summary, language)];
    lines.extend(aligned(&table));
    if areas.len() > SHOWN {
        lines.push(language.say(&Message::new(key::DONE_MORE).with("count", areas.len() - SHOWN)));
    }
    lines.push(language.say(&Message::new(key::DONE_FOLDER).with("folder", folder)));
    lines.join("\n")
}

/// How many areas the terminal shows.
const SHOWN: usize = 12;

fn head(summary: &Summary, language: miedza_texts::Language) -> String {
    let counted = Message::new(key::DONE_AREAS).with("areas", summary.counts.areas).with("units", summary.counts.units);
    let persons =
        Message::new(key::DONE_LINE_PERSONS).with("persons", summary.totals.persons).with("pairs", summary.counts.pairs);
    let mut flows = language.say(&persons);
    if let Some(share) = summary.totals.inside_share {
        flows.push_str(&language.say(&Message::new(key::DONE_LINE_INSIDE).with("share", Argument::Share(share, 1))));
    }
    let marks = [
        (summary.marks.modelled, key::MARK_MODELLED),
        (summary.marks.estimated, key::MARK_ESTIMATED),
        (summary.marks.schematic, key::MARK_SCHEMATIC),
    ];
    let mut method = vec![summary.method.to_owned(), language.say(&counted)];
    method.extend(marks.into_iter().filter(|(holds, _)| *holds).map(|(_, mark)| language.say(&mark.into())));
    format!("{}\n{flows}\n", method.join(" · "))
}

/// Lines of a table with aligned columns, the first to the left, the others to the right.
pub fn aligned<const N: usize>(rows: &[[String; N]]) -> Vec<String> {
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..N).map(width).collect();
    rows.iter()
        .map(|row| {
            let cells =
                row.iter().zip(&widths).enumerate().map(|(column, (cell, &width))| {
                    if column == 0 { format!("{cell:<width$}") } else { format!("{cell:>width$}") }
                });
            cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
        })
        .collect()
}
