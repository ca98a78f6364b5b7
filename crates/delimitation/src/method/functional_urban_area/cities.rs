//! Cities that are tied closely are one city.
//!
//! The polycentric rule: if enough of the employed residents of one city work in another, both are treated as one
//! destination. Pairs are joined by union-find; the zone around them is not looked at here.

use miedza_territory::{Flows, UnitIx, UnitVec};

use super::Parameters;
use crate::method::cores::{CoreFlows, Cores};
use crate::method::{Action, Figures, Reason, Step};

/// Joins tied cities, once or until nothing changes.
pub(super) fn merge(mut cores: Cores, flows: &Flows, parameters: &Parameters, log: &mut Vec<Step>) -> Cores {
    loop {
        let before = cores.groups.len();
        cores.groups = join_tied(&cores, flows, parameters.merge, log);
        if !parameters.merge_iterated || cores.groups.len() == before {
            return cores;
        }
    }
}

fn join_tied(cores: &Cores, flows: &Flows, threshold: f64, log: &mut Vec<Step>) -> Vec<Vec<UnitIx>> {
    let core_of = cores.by_unit(flows.units().len());
    let mut roots: Vec<usize> = (0..cores.groups.len()).collect();
    for (city, group) in cores.groups.iter().enumerate() {
        for (other, figures) in ties(city, group, flows, &core_of).into_iter().filter(|(_, tie)| tie.share >= Some(threshold)) {
            let (one, another) = (root(&roots, city), root(&roots, other));
            roots[one.max(another)] = one.min(another);
            let to = Some(cores.groups[other][0]);
            log.push(Step { to, figures, reason: Reason::CoresTied, ..Step::of(Action::MergedCore, group[0]) });
        }
    }
    let mut joined: Vec<Vec<UnitIx>> = vec![Vec::new(); roots.len()];
    for (city, group) in cores.groups.iter().enumerate() {
        joined[root(&roots, city)].extend(group);
    }
    joined.retain(|group| !group.is_empty());
    for group in &mut joined {
        group.sort_unstable();
    }
    joined
}

/// Shares of a city's employed residents who work in each other city.
fn ties(city: usize, group: &[UnitIx], flows: &Flows, core_of: &UnitVec<Option<usize>>) -> Vec<(usize, Figures)> {
    let cities = core_of.iter().flatten().max().map_or(0, |last| last + 1);
    let residents: f64 = group.iter().map(|&unit| flows.residents(unit)).sum();
    let row = group.iter().flat_map(|&unit| flows.leaving(unit));
    let tied = CoreFlows::new(cities).gather(core_of, row).into_iter().filter(|&(other, _)| other != city);
    let figures = |persons: f64| Figures { share: Some(persons / residents), persons: Some(persons), ..Figures::default() };
    tied.map(|(other, persons)| (other, figures(persons))).collect()
}

fn root(roots: &[usize], mut city: usize) -> usize {
    while roots[city] != city {
        city = roots[city];
    }
    city
}
