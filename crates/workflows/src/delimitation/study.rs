//! From a delimitation to its report.

use miedza_delimitation::quality::{EdgeUnit as Edge, reason};
use miedza_reports::delimitation::{
    AreaRow, CutDiagonal, Data, DiagonalOrigin, Doubts, EdgeUnit, FileUsed, MapPicture, MethodUsed, ParameterUsed, Sources,
    Study, Treatment, UnassignedUnit, UnitRow, document,
};
use miedza_reports::document::Day;
use miedza_reports::{Document, docx, html, pdf};
use miedza_sources::commuting::Treatment as NoPlaceTreatment;
use miedza_territory::{AreaIx, UnitIx};
use miedza_texts::{Message, key};

use super::figures::ShareFigures;
use super::matrix::DiagonalSource;
use super::outputs::source_line;
use super::request::Format;
use super::summarise::{PROGRAM, persons_between_parts};
use super::summary::{AreaSummary, Summary};
use super::why::{own_share, why, why_short};
use super::work::Work;
use crate::failure::Failure;
use crate::output_folder::OutputFolder;

/// Writes the report in every format that was asked for.
///
/// # Errors
/// [`Failure`] if a report cannot be made or written.
pub fn write(work: &Work, summary: &Summary, map: Option<MapPicture>, output: &OutputFolder) -> Result<(), Failure> {
    let document = document(&study(work, summary, map)?, work.request.language);
    for format in &work.request.reports {
        output.write(format.file_name(), &bytes(*format, &document)?)?;
    }
    Ok(())
}

fn bytes(format: Format, document: &Document) -> Result<Vec<u8>, Failure> {
    let written = match format {
        Format::Pdf => pdf::write(document),
        Format::Html => return Ok(html::write(document).into_bytes()),
        Format::Docx => docx::write(document),
    };
    written.map_err(|error| Failure::report(&error))
}

fn study(work: &Work, summary: &Summary, map: Option<MapPicture>) -> Result<Study, Failure> {
    Ok(Study {
        title: work.title(),
        day: work.request.date.as_deref().map(day).transpose()?,
        data: Data {
            name: source_line(work),
            period: None,
            publisher: None,
            flows: between_units(work),
            persons: work.matrix.flows.iter().filter(|flow| flow.from != flow.to).map(|flow| flow.persons).sum(),
        },
        treatment: treatment(work),
        method: method(work),
        map,
        areas: work.area_names.iter().cloned().zip(&summary.areas).map(|(label, figures)| area_row(label, figures)).collect(),
        units: work.units().indices().map(|unit| unit_row(work, unit)).collect(),
        doubts: doubts(work),
        provenance: provenance(work),
        ..Study::default()
    })
}

/// Reads `2026-11-22`.
fn day(text: &str) -> Result<Day, Failure> {
    let refused = || Failure::invalid(Message::new(key::FAILURE_DATE).with("text", text), key::HINT_DATE);
    let mut parts = text.split('-');
    let mut next = |low: i32, high: i32| parts.next()?.parse::<i32>().ok().filter(|number| (low..=high).contains(number));
    let (year, month, day) = (next(1, 9999), next(1, 12), next(1, 31));
    match (year, month.and_then(|month| u8::try_from(month).ok()), day.and_then(|day| u8::try_from(day).ok()), parts.next()) {
        (Some(year), Some(month), Some(day), None) if day <= days(year, month) => Ok(Day { year, month, day }),
        _ => Err(refused()),
    }
}

const fn days(year: i32, month: u8) -> u8 {
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn between_units(work: &Work) -> usize {
    work.matrix.flows.iter().filter(|flow| flow.from != flow.to).count()
}

fn treatment(work: &Work) -> Treatment {
    let report = &work.reading.report;
    let outside = || report.no_places.iter().filter(|place| place.treatment == NoPlaceTreatment::Outside);
    let codes: Vec<String> = outside().map(|place| place.code.clone()).collect();
    let between = (report.between_parts.len(), persons_between_parts(report));
    Treatment {
        is_modelled: work.is_modelled(),
        diagonal: diagonal(work),
        parts_folded: report.folded.parts,
        between_parts: (between.0 > 0).then_some(between),
        no_places: (!codes.is_empty()).then(|| (codes, outside().map(|place| place.as_destination.persons).sum())),
        summed_duplicates: report.summed_pairs,
        is_contiguity_mended: work.moved_units() > 0,
        remarks: super::notes::at_home(report).collect(),
    }
}

fn diagonal(work: &Work) -> DiagonalOrigin {
    match work.matrix.source {
        DiagonalSource::Counted => DiagonalOrigin::Counted,
        DiagonalSource::Absent => DiagonalOrigin::Absent,
        DiagonalSource::Employed | DiagonalSource::Jobs => DiagonalOrigin::WorkedOut,
        DiagonalSource::Population => DiagonalOrigin::Estimated(match &work.tables.share {
            Some(ShareFigures::Same(share)) => Some(*share),
            _ => None,
        }),
    }
}

fn method(work: &Work) -> MethodUsed {
    let settings = &work.run.settings;
    let used = |name: &str, value: &str| ParameterUsed { name: name.to_owned(), value: value.to_owned(), explanation: None };
    MethodUsed {
        name: settings.method().name().to_owned(),
        parameters: settings.all().map(|(parameter, value, _)| used(parameter.name, value)).collect(),
    }
}

/// The row of an area, with the figures that the summary has.
fn area_row(label: String, figures: &AreaSummary) -> AreaRow {
    AreaRow {
        label,
        units: figures.units,
        population: figures.population,
        employed: figures.employed_residents,
        jobs: figures.jobs,
        internal: figures.internal_flow,
        supply_side: figures.supply_side_self_containment,
        demand_side: figures.demand_side_self_containment,
        job_ratio: figures.job_ratio,
        validity: figures.validity,
        pieces: figures.pieces,
        meets_target: figures.validity.map(|validity| validity >= 1.0),
    }
}

fn unit_row(work: &Work, unit: UnitIx) -> UnitRow {
    let flows = &work.matrix.flows;
    let reason = reason(flows, &work.run.partition, unit);
    let strongest = reason.strongest.zip(reason.share_to_strongest);
    UnitRow {
        code: work.units().code(unit).to_string(),
        name: work.tables.names[unit.get()].clone().unwrap_or_default(),
        area: work.run.partition.area_of(unit).map(AreaIx::get),
        employed: work.resting(flows.residents(unit)),
        jobs: work.resting(flows.jobs(unit)),
        own_share: own_share(work, unit),
        strongest: strongest.map(|(other, share)| (work.names().short(other), (share * reason.out_commuters).round())),
        reason: why_short(work, unit).map(|said| Message::new(key::PLAIN_TEXT).with("text", said)),
    }
}

fn doubts(work: &Work) -> Doubts {
    let name = |unit: UnitIx| work.tables.names[unit.get()].clone().unwrap_or_default();
    let code = |unit: UnitIx| work.units().code(unit).to_string();
    let mut missing: Vec<UnitIx> = work.matrix.missing.clone();
    missing.extend(work.land.without_shape(work.units()));
    missing.sort_unstable();
    missing.dedup();
    Doubts {
        suppressed_flows: work.reading.report.suppressed.len(),
        suppressed_persons_at_most: None,
        threshold: None,
        missing_units: missing.into_iter().map(|unit| (code(unit), name(unit))).collect(),
        cut_diagonals: work
            .matrix
            .cut
            .iter()
            .map(|cut| CutDiagonal { code: code(cut.unit), name: name(cut.unit), given: cut.given, moving: cut.moving })
            .collect(),
        edge_units: work.run.edges.iter().map(|edge| edge_unit(work, edge)).collect(),
        unassigned: work.run.partition.unassigned().map(|unit| unassigned(work, unit)).collect(),
        others: work.run.notes(&work.names()),
    }
}

fn unassigned(work: &Work, unit: UnitIx) -> UnassignedUnit {
    UnassignedUnit {
        code: work.units().code(unit).to_string(),
        name: work.tables.names[unit.get()].clone().unwrap_or_default(),
        reason: why(work, unit).map(|said| Message::new(key::PLAIN_TEXT).with("text", said)),
    }
}

fn edge_unit(work: &Work, edge: &Edge) -> EdgeUnit {
    let flows = &work.matrix.flows;
    let residents = flows.residents(edge.unit);
    let share_to = |area: AreaIx| {
        let leaving = flows.leaving(edge.unit).filter(|&(other, _)| other != edge.unit);
        let there: f64 =
            leaving.filter(|&(other, _)| work.run.partition.area_of(other) == Some(area)).map(|(_, persons)| persons).sum();
        work.resting(there / residents).filter(|_| residents > 0.0)
    };
    EdgeUnit {
        code: work.units().code(edge.unit).to_string(),
        name: work.tables.names[edge.unit.get()].clone().unwrap_or_default(),
        area: edge.own.get(),
        other: edge.other.get(),
        own_share: share_to(edge.own),
        other_share: share_to(edge.other),
    }
}

fn provenance(work: &Work) -> Sources {
    let file = |file: &miedza_territory::Provenance| FileUsed {
        role: file.role.clone(),
        file: file.file.clone(),
        sha256: file.sha256.clone(),
        bytes: file.bytes,
    };
    Sources {
        files: work.files.iter().map(file).collect(),
        program: format!("{} {}", PROGRAM.name, PROGRAM.version),
        command: None,
        licences: work.request.sources.clone(),
    }
}
