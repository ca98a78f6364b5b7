//! From a delimitation to its summary.

use miedza_delimitation::method::criteria::{Criterion, Judged, Verdict};
use miedza_delimitation::quality::AreaFigures;
use miedza_sources::commuting::ReadingReport;
use miedza_territory::{AreaIx, UnitCode, UnitIx, Value};

use super::summary::{
    AreaSummary, BetweenParts, Contiguity, Counts, CriterionResult, CutUnit, DataSummary, DiagonalSummary, Edge, Marks, Program,
    Reasoned, Summary, Totals, UnitCriteria,
};
use super::work::Work;

/// The summary of a delimitation.
pub fn summary(work: &Work) -> Summary {
    let run = work.run;
    Summary {
        program: PROGRAM,
        method: run.settings.method().name(),
        parameters: run.settings.all().map(|(parameter, value, _)| (parameter.name, value.to_owned())).collect(),
        entered: entered(work),
        inputs: work.files.clone(),
        sources: work.request.sources.clone(),
        marks: Marks { modelled: work.is_modelled(), estimated: work.is_estimated(), schematic: work.land.is_schematic() },
        counts: counts(work),
        totals: totals(work),
        quality: run.outcome.quality,
        quality_after: run.quality_after,
        data: data(work),
        contiguity: contiguity(work),
        excluded: excluded(work),
        unassigned: run.outcome.unassigned.iter().map(|&unit| work.code(unit)).collect(),
        edge_units: edges(work),
        criteria: criteria(work),
        stop: run.outcome.stop.key(),
        steps: run.outcome.steps,
        notes: work.notes.iter().map(|note| work.request.language.say(note)).collect(),
        areas: run.areas.enumerate().map(|(area, figures)| area_summary(work, area, figures)).collect(),
    }
}

/// What makes results.
pub const PROGRAM: Program = Program { name: "miedza", version: env!("CARGO_PKG_VERSION") };

/// Parameters that the request names; what the program chose by itself is not among them.
fn entered(work: &Work) -> Vec<&'static str> {
    let asked: Vec<String> =
        work.request.settings.iter().filter_map(|setting| setting.split_once('=')).map(|(name, _)| plain(name)).collect();
    work.run.settings.all().map(|(parameter, ..)| parameter.name).filter(|name| asked.iter().any(|asked| asked == name)).collect()
}

fn plain(name: &str) -> String {
    name.trim().to_ascii_lowercase().replace('-', "_")
}

fn counts(work: &Work) -> Counts {
    let run = work.run;
    Counts {
        units: work.units().len(),
        pairs: work.matrix.flows.len(),
        areas: run.partition.len(),
        assigned: run.partition.unit_count() - run.partition.unassigned().count(),
        unassigned: run.outcome.unassigned.len(),
        excluded: run.outcome.excluded.len(),
    }
}

fn totals(work: &Work) -> Totals {
    let (flows, whole) = (&work.matrix.flows, &work.run.whole);
    let known: Vec<f64> =
        work.tables.population.iter().flat_map(|table| table.iter().filter_map(|(_, value)| value.number())).collect();
    Totals {
        persons: flows.total(),
        internal: flows.units().indices().map(|unit| flows.internal(unit)).sum(),
        inside_share: work.resting(whole.inside_share).flatten(),
        modularity: work.resting(whole.modularity).flatten(),
        mean_self_containment: work.resting(whole.mean_self_containment).flatten(),
        min_self_containment: work.resting(whole.min_self_containment).flatten(),
        population: (!known.is_empty()).then(|| known.iter().sum()),
    }
}

fn data(work: &Work) -> DataSummary {
    let report = &work.reading.report;
    DataSummary {
        table: report.table.clone(),
        rows: report.rows,
        persons: report.persons,
        zero_rows: report.zero_rows,
        code_system: report.code_system,
        suppressed: report.suppressed.len(),
        no_places: report.no_places.clone(),
        folded_parts: report.folded.parts,
        left_out_part_rows: report.left_out_parts.rows,
        summed_pairs: report.summed_pairs,
        between_parts: BetweenParts { units: report.between_parts.len(), persons: persons_between_parts(report) },
        diagonal: diagonal(work),
        unknown_units: report.unknown_units.clone(),
    }
}

/// Persons who commute between parts of one unit; 0 and not −0 where there are none.
pub fn persons_between_parts(report: &ReadingReport) -> f64 {
    report.between_parts.values().fold(0.0, |sum, persons| sum + persons)
}

fn diagonal(work: &Work) -> DiagonalSummary {
    let (flows, matrix) = (&work.matrix.flows, work.matrix);
    DiagonalSummary {
        source: matrix.source,
        persons: flows.units().indices().map(|unit| flows.internal(unit)).sum(),
        cut: matrix.cut.iter().map(|cut| CutUnit { unit: work.code(cut.unit), given: cut.given, moving: cut.moving }).collect(),
        missing: matrix.missing.iter().map(|&unit| work.code(unit)).collect(),
    }
}

fn contiguity(work: &Work) -> Option<Contiguity> {
    let neighbours = work.land.neighbours()?;
    Some(Contiguity {
        rule: if work.request.boundaries.rule == "rook" { "rook" } else { "queen" },
        pairs: neighbours.pair_count(),
        islands: neighbours.islands().map(|unit| work.code(unit)).collect(),
        moved: work.moved_units(),
        areas_in_pieces: work.run.areas.iter().filter(|figures| figures.pieces.is_some_and(|pieces| pieces > 1)).count(),
    })
}

fn excluded(work: &Work) -> Vec<Reasoned> {
    let exclusions = work.run.outcome.excluded.iter();
    exclusions.map(|exclusion| Reasoned { unit: work.code(exclusion.unit), reason: exclusion.reason.key() }).collect()
}

fn edges(work: &Work) -> Vec<Edge> {
    let edge = |edge: &miedza_delimitation::quality::EdgeUnit| Edge {
        unit: work.code(edge.unit),
        area: work.label(edge.own),
        linkage: edge.own_linkage,
        other: work.label(edge.other),
        other_linkage: edge.other_linkage,
    };
    work.run.edges.iter().map(edge).collect()
}

fn criteria(work: &Work) -> Vec<UnitCriteria> {
    let Some(judgements) = &work.run.outcome.judgements else { return Vec::new() };
    let result = |(criterion, judged): (&Criterion, &Judged)| CriterionResult {
        indicator: criterion.indicator.clone(),
        value: judged.value,
        threshold: judged.threshold,
        passed: judged.passed,
        margin: judged.margin,
    };
    let unit = |(unit, verdict): (UnitIx, &Verdict)| UnitCriteria {
        unit: work.code(unit),
        core: verdict.core.map(|core| work.code(core)),
        qualifies: verdict.qualifies,
        passed: verdict.passed,
        groups: verdict.groups,
        weight: verdict.weight,
        results: judgements.criteria.iter().zip(&verdict.results).map(result).collect(),
    };
    judgements.units.enumerate().filter_map(|(unit, verdict)| Some((unit, verdict.as_ref()?))).map(unit).collect()
}

fn area_summary(work: &Work, area: AreaIx, figures: &AreaFigures) -> AreaSummary {
    let members = work.run.partition.members(area);
    let codes = |units: &[UnitIx]| -> Vec<UnitCode> { units.iter().map(|&unit| work.code(unit)).collect() };
    AreaSummary {
        area: work.label(area),
        cluster: work.run.outcome.labels[members[0]],
        seat: work.code(figures.seat),
        seat_name: work.tables.names[figures.seat.get()].clone(),
        cores: codes(&cores(work, area)),
        units: figures.units,
        population: population(work, members),
        employed_residents: work.resting(figures.totals.residents),
        jobs: work.resting(figures.totals.jobs),
        internal_flow: work.resting(figures.totals.internal),
        supply_side_self_containment: work.resting(figures.supply_self_containment).flatten(),
        demand_side_self_containment: work.resting(figures.demand_self_containment).flatten(),
        job_ratio: work.resting(figures.job_ratio).flatten(),
        validity: work.resting(figures.validity).flatten(),
        contiguous: figures.pieces.map(|pieces| pieces <= 1),
        pieces: figures.pieces,
        area_km2: work.land.area_km2(members),
        cohesion_of_links: figures.cohesion_of_links,
        cohesion_of_flows: work.resting(figures.cohesion_of_flows).flatten(),
        commuter_ratio: work.resting(figures.commuter_ratio).flatten(),
        home_work_ratio: work.resting(figures.home_work_ratio).flatten(),
        central_units: figures.central_units,
        members: codes(members),
    }
}

/// The core units of an area of the final partition, whatever number the area had before pieces moved.
pub fn cores(work: &Work, area: AreaIx) -> Vec<UnitIx> {
    let all = work.run.outcome.cores.iter().flatten().copied();
    let mut own: Vec<UnitIx> = all.filter(|&unit| work.run.partition.area_of(unit) == Some(area)).collect();
    own.sort_unstable();
    own
}

/// Inhabitants of units; `None` where any of them has no figure.
pub fn population(work: &Work, members: &[UnitIx]) -> Option<f64> {
    let table = work.tables.population.as_ref()?;
    members.iter().map(|&unit| table.get(work.units().code(unit)).and_then(Value::number)).sum()
}
