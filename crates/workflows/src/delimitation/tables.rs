//! Tables of methods that have more to tell than areas and a log: the tree of fusions, and each criterion on each unit.

use miedza_delimitation::method::Fusion;
use miedza_delimitation::method::criteria::{Criterion, Judged, Verdict};
use miedza_territory::UnitIx;

use super::outputs::csv;
use super::work::Work;

/// All fusions of areas, in order; `None` for methods without them.
pub fn fusions_csv(work: &Work) -> Option<Vec<u8>> {
    let outcome = &work.run.outcome;
    let row = |fusion: &Fusion| {
        [
            fusion.number.to_string(),
            work.code(fusion.first).to_string(),
            work.code(fusion.second).to_string(),
            fusion.strength.to_string(),
            fusion.internal_share.to_string(),
            if fusion.number <= outcome.steps { "true" } else { "false" }.to_owned(),
        ]
    };
    let header = ["step", "first", "second", "strength", "internal_share", "before_cut"];
    (!outcome.fusions.is_empty()).then(|| csv(header, outcome.fusions.iter().map(row)))
}

const CRITERIA: [&str; 18] = [
    "unit",
    "name",
    "area",
    "core",
    "qualifies",
    "passed_criteria",
    "passed_groups",
    "passed_weight",
    "criterion",
    "indicator",
    "comparison",
    "threshold",
    "relative_to",
    "value",
    "value_needed",
    "passed",
    "margin",
    "mandatory",
];

/// Each criterion on each unit that is not in a core; `None` for other methods.
pub fn criteria_csv(work: &Work) -> Option<Vec<u8>> {
    let judgements = work.run.outcome.judgements.as_ref()?;
    let judged = judgements.units.enumerate().filter_map(|(unit, verdict)| verdict.as_ref().map(|verdict| (unit, verdict)));
    let rows = judged.flat_map(|(unit, verdict)| {
        let results = judgements.criteria.iter().zip(&verdict.results).enumerate();
        results.map(move |(before, (criterion, judged))| criterion_row(work, (unit, verdict), (before + 1, criterion), judged))
    });
    Some(csv(CRITERIA, rows))
}

fn criterion_row(
    work: &Work,
    (unit, verdict): (UnitIx, &Verdict),
    (number, criterion): (usize, &Criterion),
    judged: &Judged,
) -> [String; 18] {
    let code = |unit: Option<UnitIx>| unit.map_or_else(String::new, |unit| work.code(unit).to_string());
    let figure = |figure: Option<f64>| figure.map_or_else(String::new, |figure| figure.to_string());
    let area = work.run.partition.area_of(unit).map_or_else(String::new, |area| work.label(area).to_string());
    [
        code(Some(unit)),
        work.tables.names[unit.get()].clone().unwrap_or_default(),
        area,
        code(verdict.core),
        verdict.qualifies.to_string(),
        verdict.passed.to_string(),
        verdict.groups.to_string(),
        verdict.weight.to_string(),
        number.to_string(),
        criterion.indicator.clone(),
        criterion.comparison.sign().to_owned(),
        criterion.threshold.to_string(),
        criterion.relative_to.key().to_owned(),
        figure(judged.value),
        figure(judged.threshold),
        judged.passed.map_or("unknown", |passed| if passed { "true" } else { "false" }).to_owned(),
        figure(judged.margin),
        criterion.mandatory.to_string(),
    ]
}
