//! A second `intramax` and a second `self_contained`, slow and direct, as judges of the first.
//!
//! Written from the published rules alone, on a full matrix: every pair is looked at in every step, rows and columns are
//! added. What heap, short rows and remembered partners gain they may not lose in the order of fusions, in ties or where
//! nothing is left between areas.

use miedza_delimitation::method::intramax::{self, Diagonal, StopRule};
use miedza_delimitation::method::{Input, self_contained};
use miedza_territory::{Flow, Flows, Neighbours, Partition, UnitCode, UnitIx, Units};
use proptest::prelude::*;

/// Persons from the group of the row to the group of the column; groups that are gone have no rows.
struct Full {
    persons: Vec<Vec<f64>>,
    touches: Vec<Vec<bool>>,
    live: Vec<bool>,
}

impl Full {
    fn of(flows: &Flows, neighbours: Option<&Neighbours>) -> Self {
        let units = flows.units().len();
        let at = UnitIx::new;
        let row = |from: usize| (0..units).map(|to| flows.between(at(from), at(to))).collect();
        let touching = |one: usize, other: usize| neighbours.is_none_or(|known| known.touch(at(one), at(other)));
        Self {
            persons: (0..units).map(row).collect(),
            touches: (0..units).map(|one| (0..units).map(|other| touching(one, other)).collect()).collect(),
            live: vec![true; units],
        }
    }

    fn without_diagonal(mut self) -> Self {
        for unit in 0..self.persons.len() {
            self.persons[unit][unit] = 0.0;
        }
        self
    }

    fn residents(&self, group: usize) -> f64 {
        self.persons[group].iter().sum()
    }

    fn jobs(&self, group: usize) -> f64 {
        self.persons.iter().map(|row| row[group]).sum()
    }

    fn inside_share(&self) -> f64 {
        let inside: f64 = (0..self.persons.len()).map(|group| self.persons[group][group]).sum();
        let all: f64 = self.persons.iter().flatten().sum();
        if all > 0.0 { inside / all } else { 0.0 }
    }

    /// `f_ij / (R_i W_j) + f_ji / (R_j W_i)`.
    fn interaction(&self, one: usize, other: usize) -> f64 {
        let term = |from: usize, to: usize| match self.persons[from][to] {
            0.0 => 0.0,
            persons => persons / (self.residents(from) * self.jobs(to)),
        };
        term(one, other) + term(other, one)
    }

    /// `f_ab² / (R_a W_b) + f_ba² / (R_b W_a)`.
    fn linkage(&self, one: usize, other: usize) -> f64 {
        let term = |from: usize, to: usize| match self.persons[from][to] {
            0.0 => 0.0,
            persons => persons * persons / (self.residents(from) * self.jobs(to)),
        };
        term(one, other) + term(other, one)
    }

    /// Adds rows and columns of the second group to the first.
    fn fuse(&mut self, first: usize, second: usize) {
        let groups = self.persons.len();
        for to in 0..groups {
            self.persons[first][to] += std::mem::take(&mut self.persons[second][to]);
            self.touches[first][to] |= self.touches[second][to];
        }
        for from in 0..groups {
            self.persons[from][first] += std::mem::take(&mut self.persons[from][second]);
            let touches = self.touches[from][second];
            self.touches[from][first] |= touches;
        }
        self.live[second] = false;
    }

    fn pairs(&self) -> Vec<(usize, usize)> {
        let groups = self.persons.len();
        let all = (0..groups).flat_map(|one| (one + 1..groups).map(move |other| (one, other)));
        all.filter(|&(one, other)| self.live[one] && self.live[other]).collect()
    }
}

/// All fusions by looking at every pair in every step; the first of the largest values wins.
fn slow_intramax(mut full: Full) -> Vec<(usize, usize, f64)> {
    let mut fusions = Vec::new();
    loop {
        let allowed = full.pairs().into_iter().filter(|&(one, other)| full.touches[one][other]);
        let values = allowed.map(|(one, other)| (one, other, full.interaction(one, other)));
        let Some((one, other, _)) = values.reduce(|best, next| if next.2 > best.2 { next } else { best }) else {
            return fusions;
        };
        full.fuse(one, other);
        fusions.push((one, other, full.inside_share()));
    }
}

/// The areas of `self_contained`, each as its units, with the number it has in the list.
fn slow_self_contained(flows: &Flows, parameters: self_contained::Parameters) -> Vec<(usize, Vec<usize>)> {
    let mut full = Full::of(flows, None);
    for persons in full.persons.iter_mut().flatten().filter(|persons| **persons < parameters.min_flow) {
        *persons = 0.0;
    }
    let mut list: Vec<(usize, usize, Vec<usize>)> = (0..flows.units().len()).map(|unit| (unit + 1, unit, vec![unit])).collect();
    let mut last = list.len();
    let mut skipped: Vec<usize> = Vec::new();
    loop {
        let mut worst: Option<(usize, f64)> = None;
        for (place, (number, group, _)) in list.iter().enumerate().filter(|(_, (number, ..))| !skipped.contains(number)) {
            let lacks = deficiency(&full, *group, &parameters).filter(|&lacks| lacks > worst.map_or(0.0, |(_, most)| most));
            worst = lacks.map_or(worst, |lacks| Some((place, lacks)));
            assert!(*number > 0);
        }
        let Some((place, _)) = worst else { break };
        let (number, group, units) = list[place].clone();
        let mut partner: Option<(usize, f64)> = None;
        for (other, (_, candidate, _)) in list.iter().enumerate().filter(|(other, _)| *other != place) {
            let linkage = full.linkage(group, *candidate);
            if linkage > partner.map_or(0.0, |(_, most)| most) {
                partner = Some((other, linkage));
            }
        }
        let Some((partner, _)) = partner else {
            skipped.push(number);
            continue;
        };
        let (_, other, others) = list[partner].clone();
        full.fuse(group, other);
        list.retain(|(_, one, _)| *one != group && *one != other);
        last += 1;
        list.push((last, group, [units, others].concat()));
    }
    let known = |group: usize| full.residents(group) > 0.0 || full.jobs(group) > 0.0;
    list.into_iter().filter(|(_, group, _)| known(*group)).map(|(number, _, units)| (number, units)).collect()
}

/// What a failing area lacks; `None` for one that passes.
fn deficiency(full: &Full, group: usize, parameters: &self_contained::Parameters) -> Option<f64> {
    let (residents, jobs, inside) = (full.residents(group), full.jobs(group), full.persons[group][group]);
    let share = |whole: f64| if whole > 0.0 { inside / whole } else { 0.0 };
    let (supply, demand) = (share(residents), share(jobs));
    let (low, high) = (parameters.small_size, parameters.large_size);
    let (steep, flat) = (parameters.small_self_containment, parameters.large_self_containment);
    let required = |size: f64| match size {
        size if size >= high => flat,
        size if size <= low => steep,
        size => steep + (size - low) * (flat - steep) / (high - low),
    };
    if supply >= required(residents) && demand >= required(residents) {
        return None;
    }
    if residents >= high {
        Some((flat - supply).max(0.0) + (flat - demand).max(0.0))
    } else if residents <= low {
        let side = |share: f64| ((low - residents) * (low - residents) + (steep - share) * (steep - share)).sqrt();
        Some(side(supply) + side(demand))
    } else {
        Some((required(residents) - supply).max(0.0) + (required(jobs) - demand).max(0.0))
    }
}

fn matrix(len: usize, cells: &[(usize, usize, u32)]) -> Flows {
    let units = Units::new((0..len).map(|number| UnitCode::parse(&format!("{number:03}")).expect("a code")).collect());
    let flow = |&(from, to, persons): &(usize, usize, u32)| Flow {
        from: UnitIx::new(from),
        to: UnitIx::new(to),
        persons: f64::from(persons),
    };
    Flows::new(units, cells.iter().map(flow).collect()).expect("each pair once")
}

/// Matrices with few different counts, hence many ties, and with units that nothing ties.
fn cells() -> impl Strategy<Value = (usize, Vec<(usize, usize, u32)>)> {
    (1_usize..22).prop_flat_map(|len| {
        let pairs = proptest::collection::btree_map((0..len, 0..len), 0_u32..4, 0..len * 4);
        pairs.prop_map(move |map| (len, map.into_iter().map(|((from, to), persons)| (from, to, persons)).collect()))
    })
}

fn fusions(input: &Input<'_>, parameters: intramax::Parameters) -> Vec<(usize, usize, f64)> {
    let outcome = intramax::run(input, &parameters).expect("fitting parameters");
    outcome.fusions.iter().map(|fusion| (fusion.first.get(), fusion.second.get(), fusion.internal_share)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn intramax_fuses_in_the_order_of_the_slow_one((len, cells) in cells()) {
        let flows = matrix(len, &cells);
        let input = Input::new(&flows);
        let parameters = intramax::Parameters::default();

        prop_assert_eq!(fusions(&input, parameters), slow_intramax(Full::of(&flows, None)));
        let removed = intramax::Parameters { diagonal: Diagonal::Remove, ..parameters };
        prop_assert_eq!(fusions(&input, removed), slow_intramax(Full::of(&flows, None).without_diagonal()));
    }

    #[test]
    fn contiguous_intramax_fuses_in_the_order_of_the_slow_one(
        (len, cells) in cells(),
        pairs in proptest::collection::vec((0_usize..22, 0_usize..22), 0..60),
    ) {
        let flows = matrix(len, &cells);
        let pairs = pairs.into_iter().filter(|&(one, other)| one < len && other < len && one != other);
        let neighbours = Neighbours::from_pairs(len, pairs.map(|(a, b)| (UnitIx::new(a), UnitIx::new(b), None)));
        let input = Input { neighbours: Some(&neighbours), ..Input::new(&flows) };
        let parameters = intramax::Parameters { contiguous: true, ..intramax::Parameters::default() };

        prop_assert_eq!(fusions(&input, parameters), slow_intramax(Full::of(&flows, Some(&neighbours))));
    }

    #[test]
    fn a_cut_of_the_tree_gives_the_areas_asked_for((len, cells) in cells(), wanted in 1_usize..22) {
        let flows = matrix(len, &cells);
        let parameters = intramax::Parameters { stop: StopRule::Areas(wanted), ..intramax::Parameters::default() };

        let outcome = intramax::run(&Input::new(&flows), &parameters).expect("fitting parameters");

        prop_assert_eq!(outcome.partition.len(), wanted.min(len));
        prop_assert_eq!(outcome.fusions.len(), len - 1);
        let shares: Vec<f64> = outcome.fusions.iter().map(|fusion| fusion.internal_share).collect();
        prop_assert!(shares.is_sorted(), "{:?}", shares);
    }

    #[test]
    fn self_contained_finds_the_areas_and_numbers_of_the_slow_one((len, cells) in cells(), low in 0_u32..8, min_flow in 0_u32..3) {
        let flows = matrix(len, &cells);
        let parameters = self_contained::Parameters {
            min_flow: f64::from(min_flow),
            small_size: f64::from(low),
            large_size: f64::from(low) + 20.0,
            ..self_contained::Parameters::default()
        };

        let found = self_contained::run(&flows, &parameters).expect("fitting parameters");

        let mut labels = vec![None; len];
        for (number, units) in slow_self_contained(&flows, parameters) {
            for unit in units {
                labels[unit] = Some(u32::try_from(number).expect("few"));
            }
        }
        prop_assert_eq!(found.labels.as_slice(), labels.as_slice());
        prop_assert_eq!(found.partition, Partition::from_labels(labels));
    }
}
