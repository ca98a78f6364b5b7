//! What areas are worth, from the flows themselves and not from the sums that the search kept.

use miedza_territory::Flows;

use super::expected::Expected;
use super::graph::{at, compact};
use super::{Objective, Parameters};

/// Persons who stay in each group, those of the diagonal apart.
struct Inside {
    between_units: Vec<f64>,
    internal: Vec<f64>,
}

impl Inside {
    fn of(flows: &Flows, groups: &[u32], count: usize) -> Self {
        let mut inside = Self { between_units: vec![0.0; count], internal: vec![0.0; count] };
        for unit in flows.units().indices() {
            let own = groups[unit.get()];
            inside.internal[at(own)] += flows.internal(unit);
            for (_, persons) in flows.leaving(unit).filter(|&(other, _)| other != unit && groups[other.get()] == own) {
                inside.between_units[at(own)] += persons;
            }
        }
        inside
    }
}

/// The quality of groups; one number for each unit.
pub fn of<E: Expected>(flows: &Flows, parameters: &Parameters, expected: &E, groups: &[u32]) -> f64 {
    let mut groups = groups.to_vec();
    let count = compact(&mut groups);
    let inside = Inside::of(flows, &groups, count);
    let expected = expected.inside(&groups, count);
    let (between, internal): (f64, f64) = (inside.between_units.iter().sum(), inside.internal.iter().sum());
    let whole = match parameters.quality {
        Objective::Modularity => flows.total(),
        Objective::Cpm => return between + internal - expected,
        Objective::Gravity | Objective::Radiation => {
            flows.total() - flows.units().indices().fold(0.0, |sum, unit| sum + flows.internal(unit))
        }
    };
    let with_diagonal = parameters.quality == Objective::Modularity;
    let persons = if with_diagonal { between + internal } else { between };
    if whole > 0.0 { (persons - expected) / whole } else { 0.0 }
}
