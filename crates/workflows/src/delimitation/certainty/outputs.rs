//! The files of a study of certainty, and what is said when it is done.

use std::collections::BTreeMap;

use miedza_delimitation::certainty::sweep::{Cell, Sweep};
use miedza_sources::boundary::write::{self, Cell as Value, Column, ColumnKind, Layer, Row};
use miedza_territory::{UnitCode, UnitIx};
use miedza_texts::{Argument, Key, Language, Message, key};

use super::map;
use super::study::Studied;
use super::summary::CertaintySummary;
use super::table::{CertaintyTable, UnitRow};
use crate::Tell;
use crate::delimitation::outputs::{aligned, csv, json, marks, partition_csv};
use crate::delimitation::work::Work;
use crate::failure::Failure;
use crate::output_folder::OutputFolder;

/// Names of all files that this command may write.
pub const FILES: [&str; 8] = [
    "areas.csv",
    "certainty.csv",
    "certainty.geojson",
    "certainty.svg",
    "consensus.csv",
    "summary.json",
    "sweep.csv",
    "sweep_units.csv",
];

/// Writes everything.
///
/// # Errors
/// [`Failure`] if a file cannot be written.
pub fn write(
    work: &Work,
    (studied, sweep): (&Studied, Option<&Sweep>),
    summary: &CertaintySummary,
    output: &OutputFolder,
    tell: Tell,
) -> Result<(), Failure> {
    tell(&key::STAGE_WRITING.into());
    output.write("areas.csv", &partition_csv(work, &studied.certainty.base))?;
    output.write("consensus.csv", &partition_csv(work, &studied.certainty.consensus))?;
    output.write("certainty.csv", &certainty_csv(work, &studied.table))?;
    if let Some(sweep) = sweep {
        output.write("sweep.csv", &sweep_csv(sweep))?;
        output.write("sweep_units.csv", &sweep_units_csv(sweep, &studied.table))?;
    }
    if work.land.is_known() {
        output.write("certainty.geojson", &write::geojson(&layer(work, &studied.table)))?;
        output.write("certainty.svg", map::picture(work, studied).as_bytes())?;
    }
    output.write("summary.json", &json(summary))?;
    Ok(())
}

fn code(code: Option<&UnitCode>) -> String {
    code.map_or_else(String::new, ToString::to_string)
}

fn figure(figure: Option<f64>) -> String {
    figure.map_or_else(String::new, |figure| figure.to_string())
}

fn certainty_csv(work: &Work, table: &CertaintyTable) -> Vec<u8> {
    let marks = work.marks().join(", ");
    let header =
        ["unit", "area", "certainty", "second_area", "second_share", "is_edge", "new_area_share", "no_area_share", "marks"];
    let row = |row: &UnitRow| {
        [
            row.unit.to_string(),
            code(row.area.as_ref()),
            row.certainty.to_string(),
            code(row.second.as_ref()),
            figure(row.second_share),
            row.is_edge.to_string(),
            row.new_area_share.to_string(),
            row.no_area_share.to_string(),
            marks.clone(),
        ]
    };
    csv(header, table.units.iter().map(row))
}

/// One row per combination: its values, what came of it, and the variation of information to the next value of each
/// parameter.
fn sweep_csv(sweep: &Sweep) -> Vec<u8> {
    let names = sweep.axes.iter().map(|axis| axis.name.to_owned());
    let figures = ["areas", "inside_share", "plateau", "refused"].map(ToOwned::to_owned);
    let steps = sweep.axes.iter().map(|axis| format!("variation_to_next_{}", axis.name));
    let header: Vec<String> = names.chain(figures).chain(steps).collect();
    let mut writer = csv::Writer::from_writer(Vec::new());
    let written = "memory takes all";
    writer.write_record(header).expect(written);
    for (place, cell) in sweep.cells.iter().enumerate() {
        writer.write_record(sweep_row(sweep, place, cell)).expect(written);
    }
    writer.into_inner().expect(written)
}

fn sweep_row(sweep: &Sweep, place: usize, cell: &Cell) -> Vec<String> {
    let made = cell.made.as_ref().ok();
    let figures = [
        made.map_or_else(String::new, |made| made.labels.areas().to_string()),
        figure(made.and_then(|made| made.inside_share)),
        cell.plateau.map_or_else(String::new, |plateau| plateau.to_string()),
        cell.made.as_ref().err().map_or_else(String::new, ToString::to_string),
    ];
    let step = |axis: usize| {
        let found = sweep.steps.binary_search_by_key(&(place, axis), |step| (step.from, step.axis)).ok();
        figure(found.map(|found| sweep.steps[found].variation))
    };
    cell.values.iter().cloned().chain(figures).chain((0..sweep.axes.len()).map(step)).collect()
}

fn sweep_units_csv(sweep: &Sweep, table: &CertaintyTable) -> Vec<u8> {
    let made = sweep.made().to_string();
    let row = |(row, times): (&UnitRow, &u32)| [row.unit.to_string(), code(row.area.as_ref()), times.to_string(), made.clone()];
    csv(["unit", "area", "same_seat", "combinations"], table.units.iter().zip(&sweep.same_seat).map(row))
}

fn layer<'a>(work: &'a Work, table: &CertaintyTable) -> Layer<'a> {
    let column = Column::new;
    Layer {
        name: "certainty",
        columns: vec![
            column("unit", ColumnKind::Text),
            column("name", ColumnKind::Text),
            column("area", ColumnKind::Text),
            column("certainty", ColumnKind::Real),
            column("second_area", ColumnKind::Text),
            column("second_share", ColumnKind::Real),
            column("is_edge", ColumnKind::Flag),
            column("consensus", ColumnKind::Text),
            column("marks", ColumnKind::Text),
        ],
        rows: work.units().indices().zip(&table.units).map(|(unit, row)| layer_row(work, unit, row)).collect(),
    }
}

fn layer_row<'a>(work: &'a Work, unit: UnitIx, row: &UnitRow) -> Row<'a> {
    let text = |text: Option<String>| text.map_or(Value::Missing, Value::Text);
    let values = vec![
        Value::Text(row.unit.to_string()),
        text(work.tables.names[unit.get()].clone()),
        text(row.area.as_ref().map(ToString::to_string)),
        Value::Real(row.certainty),
        text(row.second.as_ref().map(ToString::to_string)),
        row.second_share.map_or(Value::Missing, Value::Real),
        Value::Flag(row.is_edge),
        text(row.consensus.as_ref().map(ToString::to_string)),
        marks(work),
    ];
    Row { geometry: work.land.unit_shape(unit), values }
}

/// What people call units and areas, by code and by label.
#[derive(Debug, Default)]
pub(super) struct Called {
    units: BTreeMap<UnitCode, String>,
    areas: BTreeMap<UnitCode, String>,
}

impl Called {
    pub fn of(work: &Work) -> Self {
        let names = work.names();
        Self {
            units: work.units().indices().map(|unit| (work.code(unit), names.full(unit))).collect(),
            areas: work.run.partition.areas().map(|area| (work.label(area), work.area_name(area))).collect(),
        }
    }

    fn unit(&self, code: &UnitCode) -> String {
        self.units.get(code).cloned().unwrap_or_else(|| code.to_string())
    }

    fn area(&self, label: Option<&UnitCode>) -> String {
        let name = |label: &UnitCode| self.areas.get(label).cloned().unwrap_or_else(|| label.to_string());
        label.map_or_else(|| "–".to_owned(), name)
    }

    /// Where a unit is most often when it does not stay: another area, a new one, or none; and in which share.
    fn otherwise(&self, row: &UnitRow, language: Language) -> (String, Option<f64>) {
        let second = row.second_share.unwrap_or(0.0);
        let (word, share) = if row.no_area_share >= row.new_area_share {
            (key::DONE_IN_NONE, row.no_area_share)
        } else {
            (key::DONE_NEW_AREA, row.new_area_share)
        };
        if share > second {
            return (language.say(&word.into()), Some(share));
        }
        (self.area(row.second.as_ref()), row.second_share)
    }
}

/// How many units on the edge the terminal shows.
const SHOWN: usize = 12;

/// What is told on stdout when the work is done: the least certain units first.
pub(super) fn told((summary, called): (&CertaintySummary, &Called), language: Language, folder: &str) -> String {
    let share = |share: f64| language.share(share, 0);
    let word = |key: Key| language.say(&key.into());
    let mut edges: Vec<&UnitRow> = summary.edge_units.iter().collect();
    // Equals stay in the order of their codes.
    edges.sort_by(|one, other| one.certainty.total_cmp(&other.certainty));
    let mut lines = vec![head(summary, language)];
    if !edges.is_empty() {
        let header = [key::DONE_UNIT, key::DONE_AREA, key::DONE_CERTAINTY, key::DONE_SECOND, key::DONE_SECOND_SHARE].map(word);
        let row = |row: &&UnitRow| {
            let (second, second_share) = called.otherwise(row, language);
            [
                called.unit(&row.unit),
                called.area(row.area.as_ref()),
                share(row.certainty),
                second,
                second_share.map_or_else(|| "–".to_owned(), share),
            ]
        };
        lines.extend(aligned(&std::iter::once(header).chain(edges.iter().take(SHOWN).map(row)).collect::<Vec<_>>()));
    }
    if edges.len() > SHOWN {
        lines.push(language.say(&Message::new(key::DONE_MORE_EDGES).with("count", edges.len() - SHOWN)));
    }
    lines.push(language.say(&Message::new(key::DONE_FOLDER).with("folder", folder)));
    lines.join("\n")
}

fn head(summary: &CertaintySummary, language: Language) -> String {
    let [fewest, middle, most] = summary.area_counts;
    let told = Message::new(key::DONE_REPLICATES)
        .with("method", summary.method)
        .with("replicates", summary.drawn.replicates)
        .with("areas", summary.areas.len())
        .with("fewest", fewest)
        .with("middle", middle)
        .with("most", most);
    let edges = Message::new(key::DONE_EDGES)
        .with("edges", summary.edge_units.len())
        .with("units", summary.units)
        .with("limit", Argument::Share(summary.limit, 0));
    let mut lines = vec![language.say(&told), language.say(&edges)];
    if let Some(sweep) = &summary.sweep {
        let told = Message::new(key::DONE_SWEEP)
            .with("combinations", sweep.combinations)
            .with("refused", sweep.refused)
            .with("plateaus", sweep.plateaus.len());
        lines.push(language.say(&told));
    }
    format!("{}\n", lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(second: Option<f64>, new_area_share: f64, no_area_share: f64) -> UnitRow {
        let code = |text| UnitCode::parse(text).expect("a code");
        UnitRow {
            unit: code("6"),
            area: Some(code("4")),
            certainty: 0.1,
            second: second.map(|_| code("1")),
            second_share: second,
            new_area_share,
            no_area_share,
            is_edge: true,
            consensus: None,
        }
    }

    #[test]
    fn a_unit_that_is_mostly_in_none_or_in_a_new_area_says_so() {
        let cases = [
            (row(None, 0.2, 0.7), "in no area", Some(0.7)),
            (row(Some(0.1), 0.5, 0.3), "a new area", Some(0.5)),
            (row(Some(0.6), 0.1, 0.2), "Jeden", Some(0.6)),
            (row(None, 0.0, 0.0), "–", None),
        ];
        let areas = BTreeMap::from([(UnitCode::parse("1").expect("a code"), "Jeden".to_owned())]);
        let called = Called { areas, ..Called::default() };
        for (row, place, share) in cases {
            assert_eq!(called.otherwise(&row, Language::En), (place.to_owned(), share));
        }
    }
}
