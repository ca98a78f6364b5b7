//! Intramax: areas fused pairwise so that as much as possible happens inside them, measured against their sizes.
//!
//! Source: Masser & Brown (1975), *Hierarchical aggregation procedures for interaction data*, Environment and Planning A 7;
//! Masser & Scheurwater (1980), *Functional regionalisation of spatial interaction data*. Steps:
//!
//! 1. Each unit is an area. With `diagonal` = `remove`, persons who live and work in the same unit are taken off first.
//! 2. The pair with the largest `f_ij / (R_i W_j) + f_ji / (R_j W_i)` is fused ([`pairs`]); the smallest pair of names on a
//!    tie, an area being named by its smallest unit. With `contiguous` only pairs that touch.
//! 3. Rows and columns of the two are added, what is between them becomes internal, and the values of the union are worked
//!    out anew. Pairs without flow have the value 0 and come last.
//! 4. Fusions go on until one area is left; the list of them is the dendrogram, with the share of internal flow after
//!    each. The areas are those of the moment that `stop` names.
//!
//! Changed against the source: nothing in the order; values are worked out for pairs with a flow or a border only. Cost
//! about m log n while rows are short, and never more than n² comparisons of partners. Small areas fuse first, since their
//! margins are small: a known bias.

mod pairs;

use std::collections::BTreeSet;

use miedza_territory::{Flows, Partition, UnitIx};
use serde::Serialize;

use self::pairs::Pairs;
use super::exact::exact;
use super::fusion::{Fusion, names_after};
pub use super::groups::Diagonal;
use super::groups::{Exchange, Groups};
use super::parameter::{HOUSE, Parameter, parameter};
use super::travel_to_work::validity::Totals;
use super::{Action, Figures, Input, Kind, Method, Note, Outcome, Reason, Settings, Step};
use crate::error::Error;

const MASSER: &str = "Masser & Brown (1975)";

/// What can be set.
pub(super) const PARAMETERS: &[Parameter] = &[
    parameter("stop", "internal_share", Kind::Choice(&["areas", "internal_share", "jump"])).means(
        "when the areas are taken: at a number of areas, at a share of internal flow, or before a fusion that raises it much",
        MASSER,
    ),
    parameter("areas", "10", Kind::Count).means("stop at areas only: how many areas there are to be", HOUSE),
    parameter("internal_share", "0.8", Kind::Share)
        .means("stop at internal_share only: share of persons who live and work in the same area that is enough", HOUSE),
    parameter("jump", "0.02", Kind::Share)
        .means("stop at jump only: rise of the share of internal flow by one fusion that is too much", HOUSE),
    parameter("contiguous", "false", Kind::Switch).means("whether only areas that touch are fused", MASSER),
    parameter("diagonal", "keep", Kind::Choice(&["keep", "remove"]))
        .means("whether persons who live and work in the same unit count in the margins", MASSER),
];

/// When the areas are taken.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StopRule {
    /// At this number of areas, 1 or more.
    Areas(usize),
    /// As soon as this share of all persons live and work in the same area, 0 to 1.
    InternalShare(f64),
    /// Before the first fusion that raises the share of internal flow by this much or more, above 0.
    Jump(f64),
}

/// How areas are fused and when that ends.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Parameters {
    /// When the areas are taken.
    pub stop: StopRule,
    /// Whether only areas that touch are fused.
    pub contiguous: bool,
    /// Whether persons who live and work in the same unit count.
    pub diagonal: Diagonal,
}

impl Default for Parameters {
    fn default() -> Self {
        Self { stop: StopRule::InternalShare(0.8), contiguous: false, diagonal: Diagonal::Keep }
    }
}

impl Parameters {
    /// The parameters that settings hold.
    ///
    /// # Errors
    /// [`Error`] if the settings are for another method.
    pub fn of(settings: &Settings) -> Result<Self, Error> {
        let stop = match settings.get("stop")? {
            "areas" => StopRule::Areas(usize::try_from(settings.count("areas")?).unwrap_or(usize::MAX)),
            "jump" => StopRule::Jump(settings.number("jump")?),
            _ => StopRule::InternalShare(settings.number("internal_share")?),
        };
        let diagonal = if settings.get("diagonal")? == "remove" { Diagonal::Remove } else { Diagonal::Keep };
        Ok(Self { stop, contiguous: settings.switch("contiguous")?, diagonal })
    }

    /// Checks that the stop rule can be met.
    ///
    /// # Errors
    /// [`Error::OutOfRange`], naming the parameter at fault.
    pub fn check(&self) -> Result<(), Error> {
        let refuse = |parameter, value, wanted: &str| Err(Error::OutOfRange { parameter, value, wanted: wanted.to_owned() });
        match self.stop {
            StopRule::Areas(0) => refuse("areas", 0.0, "1 or more"),
            StopRule::InternalShare(share) if !(0.0..=1.0).contains(&share) => refuse("internal_share", share, "from 0 to 1"),
            StopRule::Jump(rise) if !(rise > 0.0 && rise <= 1.0) => refuse("jump", rise, "above 0 and at most 1"),
            _ => Ok(()),
        }
    }
}

/// Fuses areas pairwise and cuts the tree of fusions by the stop rule.
///
/// Every unit belongs to an area. The outcome holds all fusions, those after the cut too; the log those before it. Where
/// neighbours are asked for and do not connect all units, the tree ends with several areas.
///
/// ```
/// use miedza_delimitation::method::{Input, intramax::{Parameters, StopRule, run}};
/// use miedza_territory::samples;
///
/// let flows = samples::two_towns();
/// let parameters = Parameters { stop: StopRule::Areas(2), ..Parameters::default() };
/// let outcome = run(&Input::new(&flows), &parameters).unwrap();
///
/// assert_eq!(outcome.partition.len(), 2);
/// assert_eq!(outcome.fusions.len(), 5);
/// ```
///
/// # Errors
/// [`Error`] if the stop rule cannot be met or neighbours are asked for and not given.
pub fn run(input: &Input<'_>, parameters: &Parameters) -> Result<Outcome, Error> {
    parameters.check()?;
    if parameters.contiguous && input.neighbours.is_none() {
        return Err(Error::NeedsFigures { parameter: "contiguous", figures: "the neighbours" });
    }
    let flows = exact(input.flows);
    let tree = Tree::of(&flows, input, parameters);
    let units = flows.units().len();
    let cut = tree.cut(parameters.stop, units);
    let names = names_after(units, &tree.fusions[..cut]);
    let partition = Partition::from_labels(names.iter().map(|&name| Some(name)));
    let out_of_reach = match parameters.stop {
        StopRule::Areas(wanted) => partition.len() > wanted,
        StopRule::InternalShare(share) => tree.share_after(cut) < share,
        StopRule::Jump(_) => false,
    };
    let nothing_fused = cut == 0 && !tree.fusions.is_empty();
    let notes = [(out_of_reach, Note::StopOutOfReach), (nothing_fused, Note::NothingFused)];
    let log = log(&tree.fusions[..cut]);
    Ok(Outcome {
        labels: names.iter().map(|name| u32::try_from(name.get() + 1).ok()).collect(),
        partition,
        notes: notes.into_iter().filter(|(holds, _)| *holds).map(|(_, note)| note).collect(),
        steps: cut,
        fusions: tree.fusions,
        ..Outcome::new(Method::Intramax, log)
    })
}

/// `f_ij / (R_i W_j) + f_ji / (R_j W_i)`, 0 or more: persons between two groups against the products of their margins.
///
/// # Source
/// Masser & Brown (1975); the matrix is not scaled to 1, which changes no order.
fn interaction(one: Totals, other: Totals, exchange: &Exchange) -> f64 {
    let term = |persons: f64, origin: f64, destination: f64| if persons > 0.0 { persons / (origin * destination) } else { 0.0 };
    term(exchange.to, one.residents, other.jobs) + term(exchange.from, other.residents, one.jobs)
}

/// All fusions, with the share of internal flow before the first.
struct Tree {
    fusions: Vec<Fusion>,
    first_share: f64,
}

impl Tree {
    fn of(flows: &Flows, input: &Input<'_>, parameters: &Parameters) -> Self {
        let neighbours = input.neighbours.filter(|_| parameters.contiguous);
        let mut growth = Growth::new(Groups::alone(flows, neighbours, parameters.diagonal), flows, parameters.diagonal);
        let first_share = growth.share();
        let mut pairs = Pairs::of(&growth.groups, flows.units().len(), parameters.contiguous);
        while let Some((one, other, value)) = pairs.next(&growth.groups) {
            let places = growth.fuse(one, other, value);
            pairs.fused(&growth.groups, places);
        }
        if !parameters.contiguous {
            growth.fuse_unconnected();
        }
        Self { fusions: growth.fusions, first_share }
    }

    fn share_after(&self, fusions: usize) -> f64 {
        fusions.checked_sub(1).map_or(self.first_share, |last| self.fusions[last].internal_share)
    }

    /// How many fusions come before the cut.
    fn cut(&self, stop: StopRule, units: usize) -> usize {
        let all = self.fusions.len();
        match stop {
            StopRule::Areas(wanted) => units.saturating_sub(wanted).min(all),
            StopRule::InternalShare(share) => (0..all).find(|&done| self.share_after(done) >= share).unwrap_or(all),
            StopRule::Jump(rise) => {
                (0..all).find(|&done| self.share_after(done + 1) - self.share_after(done) >= rise).unwrap_or(all)
            }
        }
    }
}

/// The groups while they are fused.
struct Growth {
    groups: Groups,
    live: BTreeSet<UnitIx>,
    fusions: Vec<Fusion>,
    internal: f64,
    total: f64,
}

impl Growth {
    fn new(groups: Groups, flows: &Flows, diagonal: Diagonal) -> Self {
        let inside: f64 = flows.units().indices().map(|unit| flows.internal(unit)).sum();
        let (internal, total) = match diagonal {
            Diagonal::Keep => (inside, flows.total()),
            Diagonal::Remove => (0.0, flows.total() - inside),
        };
        Self { groups, live: flows.units().indices().collect(), fusions: Vec::new(), internal, total }
    }

    fn share(&self) -> f64 {
        if self.total > 0.0 { self.internal / self.total } else { 0.0 }
    }

    fn fuse(&mut self, one: UnitIx, other: UnitIx, value: f64) -> (UnitIx, UnitIx) {
        let names = (self.groups.name(one), self.groups.name(other));
        let apart = self.groups.totals(one).internal + self.groups.totals(other).internal;
        let (kept, gone) = self.groups.fuse(one, other);
        self.live.remove(&gone);
        self.internal += self.groups.totals(kept).internal - apart;
        self.fusions.push(Fusion {
            number: self.fusions.len() + 1,
            first: names.0.min(names.1),
            second: names.0.max(names.1),
            strength: value * self.total,
            internal_share: self.share(),
        });
        (kept, gone)
    }

    /// The rest has nothing between it: the smallest pair of names again and again.
    fn fuse_unconnected(&mut self) {
        let mut rest: Vec<UnitIx> = self.live.iter().copied().collect();
        rest.sort_by_key(|&place| self.groups.name(place));
        let mut rest = rest.into_iter();
        let Some(mut union) = rest.next() else { return };
        for place in rest {
            union = self.fuse(union, place, 0.0).0;
        }
    }
}

fn log(fusions: &[Fusion]) -> Vec<Step> {
    let step = |fusion: &Fusion| {
        let figures = Figures { linkage: Some(fusion.strength), share: Some(fusion.internal_share), ..Figures::default() };
        Step { to: Some(fusion.first), reason: Reason::LargestInteraction, figures, ..Step::of(Action::Fused, fusion.second) }
    };
    fusions.iter().map(step).collect()
}
