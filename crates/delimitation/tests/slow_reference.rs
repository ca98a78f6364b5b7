//! A second `travel_to_work`, slow and direct, as a judge of the first.
//!
//! Written from the description of the method alone, on a full matrix, with every number summed anew each time it is
//! asked for: no adjacency, no running sums, no heap. What the fast one gains by those it may not lose in the labels, in
//! ties, or in the rare turns that no real matrix takes; hence small random matrices full of ties, and a few by hand. The
//! answers of other programs are judges elsewhere. The numbers of steps in comments are those of the method page.
#![expect(clippy::float_cmp, reason = "ties are equal numbers, and whole persons are summed exactly")]

use std::collections::{BTreeMap, BTreeSet};

use miedza_delimitation::method::travel_to_work::{Parameters, Rule, run};
use miedza_delimitation::method::{Note, Outcome, Stop};
use miedza_territory::{Flow, Flows, UnitCode, UnitIx, Units};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

/// Persons from the unit of the row to the unit of the column.
type Matrix = Vec<Vec<f64>>;

/// A turn that few runs take; noted so that the random matrices can be shown to reach each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Turn {
    RemovedInSeveralRounds,
    NegativeSizeFactor,
    TiedLinkage,
    TiedLinkageAcrossLists,
    Refused,
    ScatteredChosen,
    ScatteredTarget,
    ScatteredTargetDecides,
    ScatteredGoesOn,
    ScatteredStops,
    Dissolved,
    DissolvedWhileScattered,
    DissolvedWithRefusal,
    DissolvedWithoutCandidate,
    OrdinaryWasWeaker,
    NoClusterLeft,
    SeveralReservePasses,
    Unassigned,
}

impl Turn {
    const ALL: [Self; 18] = [
        Self::RemovedInSeveralRounds,
        Self::NegativeSizeFactor,
        Self::TiedLinkage,
        Self::TiedLinkageAcrossLists,
        Self::Refused,
        Self::ScatteredChosen,
        Self::ScatteredTarget,
        Self::ScatteredTargetDecides,
        Self::ScatteredGoesOn,
        Self::ScatteredStops,
        Self::Dissolved,
        Self::DissolvedWhileScattered,
        Self::DissolvedWithRefusal,
        Self::DissolvedWithoutCandidate,
        Self::OrdinaryWasWeaker,
        Self::NoClusterLeft,
        Self::SeveralReservePasses,
        Self::Unassigned,
    ];
}

/// Labels in the order of the matrix: `None` for excluded units, 0 for the reserve.
#[derive(Debug)]
struct Answer {
    before_reserve: Vec<Option<u32>>,
    last: Vec<Option<u32>>,
    is_endless: bool,
    turns: BTreeSet<Turn>,
}

/// Both states of a run; one that comes back to a state it had ends there.
fn reference(matrix: &[Vec<f64>], parameters: Parameters) -> Answer {
    let (kept, rounds) = prepared(matrix);
    let flows: Matrix = kept.iter().map(|&from| kept.iter().map(|&to| matrix[from][to]).collect()).collect();
    let labels = (1..).take(kept.len()).collect();
    let mut slow = Slow { flows, parameters, labels, scattered: None, turns: BTreeSet::new() };
    slow.note(Turn::RemovedInSeveralRounds, rounds > 1);

    let mut is_endless = false;
    let mut states = BTreeSet::from([(slow.labels.clone(), None)]);
    while !is_endless && slow.step() {
        is_endless = !states.insert((slow.labels.clone(), slow.scattered));
    }
    let spread = |labels: &[i64]| {
        let mut all = vec![None; matrix.len()];
        kept.iter().zip(labels).for_each(|(&unit, &label)| all[unit] = u32::try_from(label).ok());
        all
    };
    let before_reserve = spread(&slow.labels);
    slow.empty_reserve();
    Answer { before_reserve, last: spread(&slow.labels), is_endless, turns: slow.turns }
}

/// Section 2.2: the positions of the units that stay, ascending, and in how many rounds the others went.
fn prepared(matrix: &[Vec<f64>]) -> (Vec<usize>, usize) {
    let mut kept: Vec<usize> = (0..matrix.len()).collect();
    for round in 0.. {
        let stays = |unit: usize| {
            let residents: f64 = kept.iter().map(|&other| matrix[unit][other]).sum();
            let jobs: f64 = kept.iter().map(|&other| matrix[other][unit]).sum();
            let own = matrix[unit][unit];
            residents != 0.0 && jobs != 0.0 && !(own == residents && own == jobs)
        };
        let next: Vec<usize> = kept.iter().copied().filter(|&unit| stays(unit)).collect();
        if next.len() == kept.len() {
            return (kept, round);
        }
        kept = next;
    }
    unreachable!("each round but the last removes a unit")
}

/// Section 2.1: `Z`.
fn size_factor(parameters: &Parameters, residents: f64) -> f64 {
    let Parameters { min_size, min_self_containment, target_size, target_self_containment, .. } = parameters;
    let shortage = ((target_size - residents) / (target_size - min_size)).max(0.0);
    1.0 - (1.0 - min_self_containment / target_self_containment) * shortage
}

/// Section 2.1.
fn validity(parameters: &Parameters, internal: f64, residents: f64, jobs: f64) -> f64 {
    let worse = (internal / residents).min(internal / jobs);
    if worse == 1.0 {
        return 1.0;
    }
    let reached = (worse / parameters.target_self_containment).min(1.0);
    let excess = parameters.target_self_containment / parameters.min_self_containment;
    (reached * size_factor(parameters, residents)) * excess
}

/// A run on the prepared matrix. Labels below 0 are the temporary clusters of section 2.5.
struct Slow {
    flows: Matrix,
    parameters: Parameters,
    labels: Vec<i64>,
    scattered: Option<i64>,
    turns: BTreeSet<Turn>,
}

impl Slow {
    fn note(&mut self, turn: Turn, is_taken: bool) {
        if is_taken {
            self.turns.insert(turn);
        }
    }

    fn members(&self, label: i64) -> Vec<usize> {
        (0..self.labels.len()).filter(|&unit| self.labels[unit] == label).collect()
    }

    fn used_labels(&self) -> BTreeSet<i64> {
        self.labels.iter().copied().filter(|&label| label != 0).collect()
    }

    fn between(&self, from: &[usize], to: &[usize]) -> f64 {
        from.iter().map(|&origin| to.iter().map(|&destination| self.flows[origin][destination]).sum::<f64>()).sum()
    }

    fn residents(&self, units: &[usize]) -> f64 {
        units.iter().map(|&unit| self.flows[unit].iter().sum::<f64>()).sum()
    }

    fn jobs(&self, units: &[usize]) -> f64 {
        self.flows.iter().map(|row| units.iter().map(|&unit| row[unit]).sum::<f64>()).sum()
    }

    fn aggregated(&self, units: &[usize]) -> f64 {
        validity(&self.parameters, self.between(units, units), self.residents(units), self.jobs(units))
    }

    fn is_scattered(&self, label: i64) -> bool {
        self.scattered == Some(label) && self.members(label).len() > 1
    }

    /// Section 2.4: all values of a cluster whose units stand one by one; the one value of any other cluster.
    fn values(&self, label: i64) -> Vec<f64> {
        let units = self.members(label);
        if !self.is_scattered(label) {
            return vec![self.aggregated(&units)];
        }
        let pairs = units.iter().flat_map(|&from| units.iter().map(move |&to| (from, to)));
        let mut own: Vec<f64> = pairs.map(|(from, to)| self.flows[from][to]).filter(|&flow| flow > 0.0).collect();
        if own.is_empty() {
            own.push(0.0);
        }
        let mut values = Vec::new();
        for unit in units {
            let (residents, jobs) = (self.residents(&[unit]), self.jobs(&[unit]));
            values.extend(own.iter().map(|&flow| validity(&self.parameters, flow, residents, jobs)));
        }
        values
    }

    /// Section 2.3, step 1, without the question whether it is time to stop.
    fn worst(&self) -> Option<(i64, f64)> {
        let mut worst: Option<(i64, f64)> = None;
        for label in self.used_labels() {
            let value = self.values(label).into_iter().fold(f64::INFINITY, f64::min);
            if worst.is_none_or(|(_, least)| value < least) {
                worst = Some((label, value));
            }
        }
        worst
    }

    /// Section 2.3, step 2.
    fn unit_to_move(&self, label: i64) -> usize {
        let units = self.members(label);
        let outside: Vec<usize> = (0..self.labels.len()).filter(|unit| !units.contains(unit)).collect();
        let (mut chosen, mut most) = (units[0], f64::NEG_INFINITY);
        for unit in units {
            let exchange = self.between(&outside, &[unit]) + self.residents(&[unit]) - self.flows[unit][unit];
            if exchange > most {
                (chosen, most) = (unit, exchange);
            }
        }
        chosen
    }

    fn linkage(&self, unit: usize, label: i64) -> f64 {
        let units = self.members(label);
        let (there, back) = (self.between(&[unit], &units), self.between(&units, &[unit]));
        ((there / self.residents(&[unit])) * there) / self.jobs(&units)
            + ((back / self.residents(&units)) * back) / self.jobs(&[unit])
    }

    /// Section 2.3, steps 3 and 4.
    fn target(&mut self, unit: usize) -> Option<i64> {
        let mut listed = Vec::new();
        let mut later = Vec::new();
        for label in self.used_labels().into_iter().filter(|&label| label > 0 && label != self.labels[unit]) {
            let units = self.members(label);
            if self.between(&units, &[unit]) > 0.0 {
                listed.push(label);
            } else if self.between(&[unit], &units) > 0.0 {
                later.push(label);
            }
        }
        listed.append(&mut later);

        let links: Vec<f64> = listed.iter().map(|&label| self.linkage(unit, label)).collect();
        let most = links.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let tied: Vec<i64> = listed.iter().zip(&links).filter(|&(_, &link)| link == most).map(|(&label, _)| label).collect();
        self.note(Turn::TiedLinkage, tied.len() > 1);
        self.note(Turn::TiedLinkageAcrossLists, !tied.is_sorted());
        tied.last().copied()
    }

    /// Section 2.3, step 5: whether the unit joined its target; `None` without one. If it did not join it is in the reserve.
    fn place(&mut self, unit: usize) -> Option<bool> {
        let Some(target) = self.target(unit) else {
            self.labels[unit] = 0;
            return None;
        };
        let mut joined = self.members(target);
        let before = self.values(target).into_iter().fold(f64::NEG_INFINITY, f64::max);
        let aggregated_before = self.aggregated(&joined);
        joined.push(unit);
        let after = self.aggregated(&joined);
        let is_accepted = after >= before;
        self.note(Turn::ScatteredTarget, self.is_scattered(target));
        self.note(Turn::ScatteredTargetDecides, is_accepted != (after >= aggregated_before));
        self.note(Turn::Refused, !is_accepted);
        self.labels[unit] = if is_accepted { target } else { 0 };
        Some(is_accepted)
    }

    /// Section 2.3, one step: whether there was anything to do.
    fn step(&mut self) -> bool {
        let Some((label, value)) = self.worst() else {
            self.note(Turn::NoClusterLeft, true);
            return false;
        };
        self.note_choice(label, value);
        if value >= 1.0 {
            return false;
        }
        let opened = self.members(label);
        let was_scattered = self.is_scattered(label);
        let unit = self.unit_to_move(label);
        let placed = self.place(unit);
        self.scattered = None;
        if opened.len() > 1 && placed.is_none() {
            self.note(Turn::Dissolved, true);
            self.note(Turn::DissolvedWhileScattered, was_scattered);
            self.dissolve(&opened, unit);
        } else if opened.len() > 1 && self.parameters.rule == Rule::IstatCompatible {
            self.scattered = Some(label);
        }
        true
    }

    /// Which rare values played a part in the choice of a cluster.
    fn note_choice(&mut self, chosen: i64, value: f64) {
        let live: Vec<Vec<usize>> = self.used_labels().into_iter().map(|label| self.members(label)).collect();
        let is_negative = live.iter().any(|units| size_factor(&self.parameters, self.residents(units)) < 0.0);
        let least = live.iter().map(|units| self.aggregated(units)).fold(f64::INFINITY, f64::min);
        self.note(Turn::NegativeSizeFactor, is_negative);
        self.note(Turn::ScatteredGoesOn, value < 1.0 && least >= 1.0);
        self.note(Turn::ScatteredStops, value >= 1.0 && least < 1.0);
        self.note(Turn::ScatteredChosen, value < 1.0 && self.is_scattered(chosen));
    }

    /// Section 2.5: what happens to the rest of a cluster when the unit taken out has no candidate.
    fn dissolve(&mut self, opened: &[usize], gone: usize) {
        for (temporary, &unit) in (1..).zip(opened) {
            if unit != gone {
                self.labels[unit] = -temporary;
            }
        }
        for _ in 1..opened.len() {
            let (label, _) = self.worst().expect("a temporary cluster is left");
            if label > 0 {
                self.note(Turn::OrdinaryWasWeaker, true);
                break;
            }
            self.place_temporary(label);
        }
        // Only after an ordinary cluster was the weakest: the others from the most negative label upwards.
        for label in self.used_labels().into_iter().filter(|&label| label < 0) {
            self.place_temporary(label);
        }
    }

    fn place_temporary(&mut self, label: i64) {
        let unit = self.members(label)[0];
        let placed = self.place(unit);
        self.note(Turn::DissolvedWithRefusal, placed == Some(false));
        self.note(Turn::DissolvedWithoutCandidate, placed.is_none());
    }

    /// Section 2.6.
    fn empty_reserve(&mut self) {
        for pass in 1.. {
            let waiting = self.members(0);
            for &unit in waiting.iter().rev() {
                if let Some(target) = self.target(unit) {
                    self.labels[unit] = target;
                }
            }
            if self.members(0) == waiting {
                break;
            }
            self.note(Turn::SeveralReservePasses, pass > 1);
        }
        self.note(Turn::Unassigned, self.labels.contains(&0));
    }
}

fn parameters((min_size, min_self_containment, target_size, target_self_containment): (f64, f64, f64, f64)) -> Parameters {
    Parameters { min_size, min_self_containment, target_size, target_self_containment, ..Parameters::default() }
}

/// Sets that meet each regime: sizes close together, no least size, one share for both sizes, a share of 1.
fn parameter_sets() -> impl Strategy<Value = Parameters> {
    select(&[
        (20.0, 0.6, 80.0, 0.75),
        (38.0, 0.6, 40.0, 0.75),
        (10.0, 0.5, 11.0, 0.9),
        (5.0, 0.5, 20.0, 0.5),
        (5.0, 0.9, 20.0, 0.9),
        (0.0, 0.6667, 30.0, 0.75),
        (0.0, 0.4, 25.0, 0.4),
        (3.0, 0.6, 12.0, 0.75),
        (2.0, 0.3, 9.0, 1.0),
        (15.0, 0.2, 60.0, 0.7),
    ])
    .prop_map(parameters)
}

/// Small matrices full of ties: whole flows of 0 to 4, larger diagonals or none, empty rows and columns, blocks apart.
fn matrices() -> impl Strategy<Value = Matrix> {
    let most = prop_oneof![2 => Just(0_u8), 3 => 0_u8..=4, 2 => 0_u8..=12, 3 => 0_u8..=40];
    let blocks = prop_oneof![4 => Just(1_u8), 1 => 2_u8..=3];
    (2_usize..=14, 0_u8..16, most, blocks).prop_flat_map(|(units, emptiness, most, blocks)| {
        let cell = (0_u8..16, 1_u8..=4).prop_map(move |(draw, flow)| if draw < emptiness { 0 } else { flow });
        let unit = (0..=most, 0..blocks, 0_u8..40);
        (vec(vec(cell, units), units), vec(unit, units)).prop_map(|(cells, units)| assembled(&cells, &units))
    })
}

/// Lays the diagonal, the blocks and the empty rows (draw 0) and columns (draw 1) over the cells.
fn assembled(cells: &[Vec<u8>], units: &[(u8, u8, u8)]) -> Matrix {
    let flow = |from: usize, to: usize| {
        let ((own, from_block, from_draw), (_, to_block, to_draw)) = (units[from], units[to]);
        let is_empty = from_draw == 0 || to_draw == 1 || from_block != to_block;
        let persons = if from == to { own } else { cells[from][to] };
        if is_empty { 0.0 } else { f64::from(persons) }
    };
    (0..units.len()).map(|from| (0..units.len()).map(|to| flow(from, to)).collect()).collect()
}

/// The smallest known matrices that take a turn which random ones hardly meet.
fn rare_cases() -> Vec<(Turn, Parameters, Matrix)> {
    let matrix = |rows: &[&[u8]]| rows.iter().map(|row| row.iter().map(|&flow| f64::from(flow)).collect()).collect();
    let usual = parameters((3.0, 0.6, 12.0, 0.75));
    let target: Matrix = matrix(&[&[0, 1, 0, 2, 2], &[0, 0, 3, 0, 0], &[0, 0, 0, 2, 0], &[4, 0, 0, 0, 0], &[0, 3, 0, 0, 0]]);
    let stops = matrix(&[&[3, 1, 0, 0], &[0, 0, 0, 1], &[0, 1, 0, 0], &[0, 0, 1, 0]]);
    let goes_on = matrix(&[&[0, 0, 1, 0], &[2, 6, 0, 1], &[0, 0, 1, 3], &[0, 0, 0, 1]]);
    let refusal = matrix(&[&[0, 2, 0, 2], &[0, 0, 0, 1], &[1, 0, 6, 1], &[0, 0, 0, 1]]);
    let weaker = matrix(&[
        &[1, 1, 0, 0, 0, 2, 0],
        &[0, 0, 0, 0, 1, 0, 0],
        &[0, 0, 2, 0, 0, 0, 3],
        &[0, 0, 2, 0, 0, 0, 0],
        &[0, 0, 0, 0, 2, 0, 0],
        &[0, 0, 0, 2, 0, 0, 0],
        &[0, 0, 0, 0, 0, 0, 1],
    ]);
    // Here three temporary clusters are left, and the order in which they are placed decides their labels.
    let weaker_than_three = matrix(&[
        &[2, 0, 0, 2, 0, 0, 0, 1, 0],
        &[0, 2, 0, 1, 0, 0, 0, 0, 2],
        &[1, 0, 1, 0, 0, 0, 0, 2, 0],
        &[0, 0, 0, 0, 0, 0, 0, 2, 0],
        &[0, 0, 0, 0, 0, 0, 1, 0, 0],
        &[0, 0, 0, 0, 2, 0, 0, 0, 0],
        &[0, 0, 0, 0, 0, 0, 1, 0, 0],
        &[0, 0, 0, 0, 0, 0, 0, 1, 0],
        &[0, 0, 0, 0, 0, 3, 0, 0, 0],
    ]);
    vec![
        (Turn::ScatteredTargetDecides, parameters((0.0, 0.6667, 30.0, 0.75)), target),
        (Turn::ScatteredStops, usual, stops),
        (Turn::ScatteredGoesOn, usual, goes_on),
        (Turn::DissolvedWithRefusal, parameters((5.0, 0.9, 20.0, 0.9)), refusal),
        (Turn::OrdinaryWasWeaker, parameters((13.0, 0.6, 33.0, 0.75)), weaker),
        (Turn::OrdinaryWasWeaker, parameters((10.0, 0.6, 12.0, 1.0)), weaker_than_three),
    ]
}

/// The rare cases with up to three cells changed.
fn near_rare_cases() -> impl Strategy<Value = (Parameters, Matrix)> {
    let change = (0_usize..9, 0_usize..9, prop_oneof![0_u8..=4, 0_u8..=20]);
    (select(rare_cases()), vec(change, 0..=3)).prop_map(|((_, parameters, mut matrix), changes)| {
        let units = matrix.len();
        for (from, to, flow) in changes {
            matrix[from % units][to % units] = f64::from(flow);
        }
        (parameters, matrix)
    })
}

fn cases() -> impl Strategy<Value = (Parameters, Matrix)> {
    prop_oneof![3 => (parameter_sets(), matrices()), 1 => near_rare_cases()]
}

fn flows(matrix: &[Vec<f64>]) -> Flows {
    let code = |unit: usize| UnitCode::parse(&format!("{}", 10 + unit)).expect("a code");
    let units = Units::new((0..matrix.len()).map(code).collect());
    let cells = (0..matrix.len()).flat_map(|from| (0..matrix.len()).map(move |to| (from, to)));
    let flow = |(from, to): (usize, usize)| Flow { from: UnitIx::new(from), to: UnitIx::new(to), persons: matrix[from][to] };
    Flows::new(units, cells.map(flow).collect()).expect("each cell is given once")
}

/// Runs both under both rules; says where they differ.
fn agree(parameters: Parameters, matrix: &[Vec<f64>]) -> Result<(), TestCaseError> {
    for rule in [Rule::IstatCompatible, Rule::Aggregated] {
        let parameters = Parameters { rule, ..parameters };
        let slow = reference(matrix, parameters);
        let fast = run(&flows(matrix), &parameters).expect("the parameters are in range");

        prop_assert_eq!(fast.stop == Stop::StateRepeated, slow.is_endless, "{:?}", rule);
        if !slow.is_endless {
            agree_on_result(&fast, &slow)?;
        }
    }
    Ok(())
}

fn agree_on_result(fast: &Outcome, slow: &Answer) -> Result<(), TestCaseError> {
    let before_reserve: Vec<Option<u32>> = fast.labels_before_reserve.iter().flat_map(|labels| labels.iter().copied()).collect();
    let last: Vec<Option<u32>> = fast.labels.iter().copied().collect();
    let is_noted = |wanted: fn(&Note) -> bool| fast.notes.iter().any(wanted);
    let excluded: BTreeSet<usize> = fast.excluded.iter().map(|exclusion| exclusion.unit.get()).collect();
    let places = |wanted: Option<u32>| (0..slow.last.len()).filter(move |&unit| slow.last[unit] == wanted);

    prop_assert_eq!(&before_reserve, &slow.before_reserve, "before the reserve stage");
    prop_assert_eq!(&last, &slow.last, "after the reserve stage");
    prop_assert!(excluded.into_iter().eq(places(None)), "{:?}", fast.excluded);
    prop_assert!(fast.unassigned.iter().map(|unit| unit.get()).eq(places(Some(0))), "{:?}", fast.unassigned);
    prop_assert_eq!(fast.stop == Stop::NoClusterLeft, slow.turns.contains(&Turn::NoClusterLeft));
    prop_assert_eq!(is_noted(|note| matches!(note, Note::ClusterDissolved { .. })), slow.turns.contains(&Turn::Dissolved));
    prop_assert_eq!(
        is_noted(|note| matches!(note, Note::OrdinaryClusterWasWeaker { .. })),
        slow.turns.contains(&Turn::OrdinaryWasWeaker)
    );
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: ProptestConfig::default().cases.max(512),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn the_fast_and_the_slow_one_give_the_same_labels((parameters, matrix) in cases()) {
        agree(parameters, &matrix)?;
    }
}

#[test]
fn they_agree_on_the_rare_turns_too() {
    for (turn, parameters, matrix) in rare_cases() {
        assert!(reference(&matrix, parameters).turns.contains(&turn), "{turn:?}");

        agree(parameters, &matrix).unwrap_or_else(|difference| panic!("{turn:?}: {difference}"));
    }
}

#[test]
fn the_random_matrices_reach_every_rare_turn() {
    let mut runner = TestRunner::deterministic();
    let mut reached: BTreeMap<Turn, usize> = BTreeMap::new();

    for _ in 0..2_000 {
        let (parameters, matrix) = cases().new_tree(&mut runner).expect("nothing is filtered").current();
        reference(&matrix, parameters).turns.into_iter().for_each(|turn| *reached.entry(turn).or_default() += 1);
    }

    for turn in Turn::ALL {
        assert!(reached.contains_key(&turn), "{turn:?} is not among {reached:?}");
    }
}
