//! What only some methods have: a tree of fusions, criteria judged unit by unit, the value of what was searched.

use miedza_delimitation::method::Outcome;
use miedza_delimitation::method::criteria::{Judged, Verdict};
use miedza_territory::{UnitIx, Units, count};

use crate::said::{Codes, Said};
use crate::table::Table;

/// Each fusion, in order; no row for methods that fuse nothing.
pub fn fusions(outcome: &Outcome, codes: Codes<'_>) -> Table {
    let row = |fusion: &miedza_delimitation::method::Fusion| {
        let code = |unit| Said::Text(codes.units.code(unit).as_str().to_owned());
        let number = i64::try_from(fusion.number).map_or(Said::Nothing, Said::Count);
        let (strength, share) = (Said::Number(fusion.strength), Said::Number(fusion.internal_share));
        [number, code(fusion.first), code(fusion.second), strength, share]
    };
    Table::of_rows(["number", "first", "second", "strength", "internal_share"], outcome.fusions.iter().map(row))
}

const JUDGED: [&str; 11] =
    ["unit", "core", "qualifies", "criterion", "indicator", "group", "weight", "value", "threshold", "passed", "margin"];

/// Each criterion on each unit; no row for other methods.
pub fn judgements(outcome: &Outcome, codes: Codes<'_>) -> Table {
    let mut rows = Vec::new();
    if let Some(judgements) = &outcome.judgements {
        for (unit, verdict) in judgements.units.enumerate() {
            let results = verdict.iter().flat_map(|verdict| verdict.results.iter().map(move |judged| (verdict, judged)));
            for (criterion, (verdict, judged)) in judgements.criteria.iter().zip(results) {
                let told = [criterion.to_string(), criterion.indicator.clone(), criterion.group.clone()].map(Said::Text);
                rows.push(row((codes.units, unit), verdict, told, (criterion.weight, judged)));
            }
        }
    }
    Table::of_rows(JUDGED, rows)
}

fn row(
    (units, unit): (&Units, UnitIx),
    verdict: &Verdict,
    [criterion, indicator, group]: [Said; 3],
    (weight, judged): (f64, &Judged),
) -> [Said; 11] {
    let code = |unit| Said::Text(units.code(unit).as_str().to_owned());
    let number = |number: Option<f64>| number.map_or(Said::Nothing, Said::Number);
    [
        code(unit),
        verdict.core.map_or(Said::Nothing, code),
        Said::Switch(verdict.qualifies),
        criterion,
        indicator,
        group,
        Said::Number(weight),
        number(judged.value),
        number(judged.threshold),
        judged.passed.map_or(Said::Nothing, Said::Switch),
        number(judged.margin),
    ]
}

/// Name, value and spread over the trials of what a method searched for.
pub fn quality(outcome: &Outcome) -> Option<Vec<(String, Said)>> {
    let quality = outcome.quality?;
    let trials = i64::try_from(quality.trials).map_or(Said::Number(count(quality.trials)), Said::Count);
    let fields = [
        ("name", Said::Text(quality.name.to_owned())),
        ("value", Said::Number(quality.value)),
        ("worst", Said::Number(quality.worst)),
        ("spread", Said::Number((quality.value - quality.worst).abs())),
        ("trials", trials),
    ];
    Some(fields.map(|(name, value)| (name.to_owned(), value)).to_vec())
}
