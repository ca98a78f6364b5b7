//! Self-contained labour areas, after Statistics Canada.
//!
//! Source: Munro, Alasia & Bollman (2011), *Self-contained labour areas: a proposed delineation and classification by degree
//! of rurality*, and the program published with it. Steps:
//!
//! 1. Flows below `min_flow` persons are dropped. Each unit is an area; the areas stand in a list, by code.
//! 2. An area of `R` employed residents and `W` jobs passes if both its self-containments reach `req(R)`: 90 % at 0
//!    residents, 75 % from 25,000 on, a straight line between ([`Standard`]).
//! 3. Of those that fail, the one with the largest deficiency is taken, the first of the list on a tie. For the deficiency
//!    jobs are compared with `req(W)`, so that a failing area may have none; such an area is never taken.
//! 4. It is fused with the area of the largest `f_ab² / (R_a W_b) + f_ba² / (R_b W_a)`, the first of the list on a tie. The
//!    union is put at the end of the list and the two parts leave it. An area that exchanges nobody with another stays.
//!
//! Areas are never opened again, so early fusions are final and areas few and large. Changed against the program: nothing in
//! the result; a share of nothing counts as 0. Cost about (n + m) log n.

use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeSet, BinaryHeap};

use miedza_territory::{Flow, Flows, Partition, UnitIx, UnitVec};
use serde::Serialize;

use super::exact::exact;
use super::fusion::{Fusion, names_after};
use super::groups::{Diagonal, Exchange, Groups};
use super::parameter::{COUNT, Parameter, parameter};
use super::travel_to_work::validity::Totals;
use super::{Action, Exclusion, Figures, Kind, Method, Outcome, Reason, Settings, Step};
use crate::error::Error;

const MUNRO: &str = "Munro, Alasia & Bollman (2011), Statistics Canada";

/// What can be set.
pub(super) const PARAMETERS: &[Parameter] = &[
    parameter("min_flow", "20", COUNT).means("persons below which a flow does not count", MUNRO),
    parameter("small_size", "0", COUNT).means("employed residents up to which the higher self-containment is asked for", MUNRO),
    parameter("large_size", "25000", COUNT).means("employed residents from which the lower self-containment is enough", MUNRO),
    parameter("small_self_containment", "0.9", Kind::Share).means("self-containment that the smallest areas need", MUNRO),
    parameter("large_self_containment", "0.75", Kind::Share).means("self-containment that large areas need", MUNRO),
];

/// What an area must be.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Parameters {
    /// Persons below which a flow does not count.
    pub min_flow: f64,
    /// Employed residents up to which the higher self-containment is asked for.
    pub small_size: f64,
    /// Employed residents from which the lower self-containment is enough.
    pub large_size: f64,
    /// Self-containment that the smallest areas need, above 0, at most 1.
    pub small_self_containment: f64,
    /// Self-containment that large areas need, above 0, at most that of small ones.
    pub large_self_containment: f64,
}

impl Default for Parameters {
    fn default() -> Self {
        Self { min_flow: 20.0, small_size: 0.0, large_size: 25_000.0, small_self_containment: 0.9, large_self_containment: 0.75 }
    }
}

impl Parameters {
    /// The parameters that settings hold.
    ///
    /// # Errors
    /// [`Error`] if the settings are for another method or contradict each other.
    pub fn of(settings: &Settings) -> Result<Self, Error> {
        let parameters = Self {
            min_flow: settings.number("min_flow")?,
            small_size: settings.number("small_size")?,
            large_size: settings.number("large_size")?,
            small_self_containment: settings.number("small_self_containment")?,
            large_self_containment: settings.number("large_self_containment")?,
        };
        parameters.check()?;
        Ok(parameters)
    }

    /// Checks `0 <= small_size < large_size` and `0 < large_self_containment <= small_self_containment <= 1`.
    ///
    /// # Errors
    /// [`Error::OutOfRange`], naming the parameter at fault.
    pub fn check(&self) -> Result<(), Error> {
        let refuse = |parameter, value, wanted: String| Err(Error::OutOfRange { parameter, value, wanted });
        let (small, large) = (self.small_self_containment, self.large_self_containment);
        if !(self.min_flow >= 0.0 && self.min_flow.is_finite()) {
            return refuse("min_flow", self.min_flow, "0 or more".into());
        }
        if !(self.small_size >= 0.0 && self.large_size > self.small_size && self.large_size.is_finite()) {
            return refuse("large_size", self.large_size, format!("above small_size, which is {}", self.small_size));
        }
        if !(small > 0.0 && small <= 1.0) {
            return refuse("small_self_containment", small, "above 0 and at most 1".into());
        }
        if !(large > 0.0 && large <= small) {
            return refuse(
                "large_self_containment",
                large,
                format!("above 0 and at most small_self_containment, which is {small}"),
            );
        }
        Ok(())
    }
}

/// What is asked of an area of any size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standard(Parameters);

impl Standard {
    /// Takes the parameters; they must have passed [`Parameters::check`].
    #[must_use]
    pub const fn new(parameters: Parameters) -> Self {
        Self(parameters)
    }

    /// Self-containment asked for at a size, 0 to 1.
    #[must_use]
    pub fn required(&self, size: f64) -> f64 {
        let Parameters { small_size, large_size, small_self_containment: small, large_self_containment: large, .. } = self.0;
        if size >= large_size {
            return large;
        }
        small + (size - small_size).max(0.0) * (large - small) / (large_size - small_size)
    }

    /// Whether both self-containments reach what is asked for at the number of employed residents.
    #[must_use]
    pub fn passes(&self, area: Totals) -> bool {
        let required = self.required(area.residents);
        let (supply, demand) = shares(area);
        supply >= required && demand >= required
    }

    /// How much an area lacks, 0 or more: on both sides together. Up to the small size it is the distance to the corner of
    /// size and self-containment, so that the smallest areas lack most.
    #[must_use]
    pub fn deficiency(&self, area: Totals) -> f64 {
        let (supply, demand) = shares(area);
        let lack = |required: f64, share: f64| (required - share).max(0.0);
        if area.residents >= self.0.large_size {
            let required = self.0.large_self_containment;
            return lack(required, supply) + lack(required, demand);
        }
        if area.residents <= self.0.small_size {
            let corner = |share: f64| {
                let (size, contained) = (self.0.small_size - area.residents, self.0.small_self_containment - share);
                libm::sqrt(size * size + contained * contained)
            };
            return corner(supply) + corner(demand);
        }
        lack(self.required(area.residents), supply) + lack(self.required(area.jobs), demand)
    }
}

/// Self-containment of residents and of jobs; 0 where there are none.
fn shares(area: Totals) -> (f64, f64) {
    let share = |whole: f64| if whole > 0.0 { area.internal / whole } else { 0.0 };
    (share(area.residents), share(area.jobs))
}

/// Fuses areas until all are self-contained enough.
///
/// Units without any flow that counts belong to no area. Raw labels are numbers of the list of areas, from 1: units first,
/// then unions in the order in which they were made.
///
/// ```
/// use miedza_delimitation::method::self_contained::{Parameters, run};
/// use miedza_territory::samples;
///
/// let parameters = Parameters { large_size: 500.0, ..Parameters::default() };
/// let outcome = run(&samples::two_towns(), &parameters).unwrap();
///
/// assert_eq!(outcome.partition.len(), 2);
/// ```
///
/// # Errors
/// [`Error::OutOfRange`] if the parameters contradict each other.
pub fn run(flows: &Flows, parameters: &Parameters) -> Result<Outcome, Error> {
    parameters.check()?;
    let flows = exact(flows);
    let counted = counted(&flows, parameters.min_flow);
    let mut list = List::of(&counted, Standard::new(*parameters));
    while let Some(area) = list.most_deficient() {
        list.fuse(area);
    }
    Ok(list.outcome(&counted))
}

/// The flows that count.
fn counted(flows: &Flows, min_flow: f64) -> Flows {
    let kept: Vec<Flow> = flows.iter().filter(|flow| flow.persons >= min_flow).collect();
    let counted = Flows::new(flows.units().clone(), kept).and_then(|kept| kept.with_beyond(flows.all_beyond().clone()));
    counted.expect("a part of a matrix is a matrix")
}

/// A failing area in the queue.
#[derive(Clone, Copy, Debug)]
struct Failing {
    deficiency: f64,
    number: usize,
    place: UnitIx,
}

struct List {
    standard: Standard,
    groups: Groups,
    numbers: UnitVec<Option<usize>>,
    queue: BinaryHeap<Failing>,
    last: usize,
    fusions: Vec<Fusion>,
    log: Vec<Step>,
    internal: f64,
    total: f64,
}

impl List {
    fn of(flows: &Flows, standard: Standard) -> Self {
        let units = flows.units();
        let mut list = Self {
            standard,
            groups: Groups::alone(flows, None, Diagonal::Keep),
            numbers: units.indices().map(|unit| Some(unit.get() + 1)).collect(),
            queue: BinaryHeap::new(),
            last: units.len(),
            fusions: Vec::new(),
            log: Vec::new(),
            internal: units.indices().map(|unit| flows.internal(unit)).sum(),
            total: flows.total(),
        };
        for unit in units.indices() {
            list.judge(unit);
        }
        list
    }

    /// Puts an area into the queue if it fails and lacks something.
    fn judge(&mut self, place: UnitIx) {
        let totals = self.groups.totals(place);
        let deficiency = self.standard.deficiency(totals);
        if let Some(number) = self.numbers[place].filter(|_| deficiency > 0.0 && !self.standard.passes(totals)) {
            self.queue.push(Failing { deficiency, number, place });
        }
    }

    /// The area to be fused next; those that have left the list since are passed over.
    fn most_deficient(&mut self) -> Option<Failing> {
        while let Some(failing) = self.queue.pop() {
            if self.numbers[failing.place] == Some(failing.number) {
                return Some(failing);
            }
        }
        None
    }

    fn fuse(&mut self, failing: Failing) {
        let Some((partner, linkage)) = self.partner(failing.place) else {
            let figures = Figures { share: Some(failing.deficiency), ..Figures::default() };
            let unit = self.groups.name(failing.place);
            self.log.push(Step { reason: Reason::NoLink, figures, from: Some(unit), ..Step::of(Action::Stayed, unit) });
            return;
        };
        let (own, other) = (self.groups.name(failing.place), self.groups.name(partner));
        let apart = self.groups.totals(failing.place).internal + self.groups.totals(partner).internal;
        let (kept, gone) = self.groups.fuse(failing.place, partner);
        self.internal += self.groups.totals(kept).internal - apart;
        self.last += 1;
        self.numbers[kept] = Some(self.last);
        self.numbers[gone] = None;
        self.tell((own, other), linkage, failing.deficiency);
        self.judge(kept);
    }

    fn tell(&mut self, (own, other): (UnitIx, UnitIx), strength: f64, deficiency: f64) {
        let figures = Figures { linkage: Some(strength), share: Some(deficiency), ..Figures::default() };
        self.log.push(Step { to: Some(other), reason: Reason::NotSelfContained, figures, ..Step::of(Action::Fused, own) });
        let internal_share = if self.total > 0.0 { self.internal / self.total } else { 0.0 };
        let (first, second) = (own.min(other), own.max(other));
        self.fusions.push(Fusion { number: self.fusions.len() + 1, first, second, strength, internal_share });
    }

    /// The area with the strongest link, the first of the list on a tie.
    fn partner(&self, place: UnitIx) -> Option<(UnitIx, f64)> {
        let own = self.groups.totals(place);
        let ties = self.groups.row(place).iter().map(|exchange| {
            let linkage = linkage(own, self.groups.totals(exchange.with), exchange);
            (exchange.with, linkage, Reverse(self.numbers[exchange.with]))
        });
        let best =
            ties.reduce(|best, next| if next.1.total_cmp(&best.1).then(next.2.cmp(&best.2)).is_gt() { next } else { best });
        best.map(|(partner, linkage, _)| (partner, linkage))
    }

    fn outcome(self, flows: &Flows) -> Outcome {
        let units = flows.units();
        let names = names_after(units.len(), &self.fusions);
        let is_empty = |unit: UnitIx| flows.residents(unit) <= 0.0 && flows.jobs(unit) <= 0.0;
        let mut numbers = UnitVec::filled(units.len(), None);
        for place in self.numbers.indices().filter(|&place| self.numbers[place].is_some()) {
            numbers[self.groups.name(place)] = self.numbers[place];
        }
        let name = |unit: UnitIx| (!is_empty(unit)).then_some(names[unit]);
        let label = |unit: UnitIx| name(unit).and_then(|name| numbers[name]).and_then(|number| u32::try_from(number).ok());
        let empty: BTreeSet<UnitIx> = units.indices().filter(|&unit| is_empty(unit)).collect();
        let excluded: Vec<Exclusion> = empty.iter().map(|&unit| Exclusion { unit, reason: Reason::NoResidents }).collect();
        let told =
            excluded.iter().map(|exclusion| Step { reason: exclusion.reason, ..Step::of(Action::Excluded, exclusion.unit) });
        let log = told.chain(self.log.iter().copied().filter(|step| !empty.contains(&step.unit))).collect();
        Outcome {
            partition: Partition::from_labels(units.indices().map(name)),
            labels: units.indices().map(label).collect(),
            excluded,
            steps: self.fusions.len(),
            fusions: self.fusions,
            ..Outcome::new(Method::SelfContained, log)
        }
    }
}

/// `f_ab² / (R_a W_b) + f_ba² / (R_b W_a)`, 0 or more.
fn linkage(one: Totals, other: Totals, exchange: &Exchange) -> f64 {
    let term = |persons: f64, origin: f64, destination: f64| {
        if persons > 0.0 { persons * persons / (origin * destination) } else { 0.0 }
    };
    term(exchange.to, one.residents, other.jobs) + term(exchange.from, other.residents, one.jobs)
}

impl Ord for Failing {
    fn cmp(&self, other: &Self) -> Ordering {
        self.deficiency.total_cmp(&other.deficiency).then(other.number.cmp(&self.number))
    }
}

impl PartialOrd for Failing {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Failing {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Failing {}
