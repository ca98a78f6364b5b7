//! Dominant flow: each unit with the one that most of its commuters go to, if that is more important.
//!
//! Source: Nystuen & Dacey (1961), *A graph theory interpretation of nodal regions*; with ranks as in Śleszyński (2014),
//! *Delimitation and typology of functional urban regions in Poland*. Steps:
//!
//! 1. The importance of each unit: its jobs, or those who come from elsewhere; the smaller code on a tie.
//! 2. The dominant flow of each unit is its largest flow to another unit, the more important one on a tie. Flows below
//!    `min_flow` persons or below `min_share` of those who leave do not count. With `rank` only flows to units of a higher
//!    rank count.
//! 3. A unit whose dominant flow goes to a less important unit, or that has none, is a terminal, the head of an area; any
//!    other is subordinate to its destination. Subordinates point upwards only, so each chain ends at a terminal.
//!
//! Cost: the flows once.

use std::cmp::Reverse;

use miedza_territory::{AreaVec, Flows, Partition, UnitIx, UnitVec};
use serde::Serialize;

use super::parameter::{COUNT, HOUSE, Parameter, parameter};
use super::{Action, Exclusion, Figures, Input, Kind, Method, Outcome, Reason, Settings, Step};
use crate::error::Error;

const NYSTUEN: &str = "Nystuen & Dacey (1961)";

/// What can be set.
pub(super) const PARAMETERS: &[Parameter] = &[
    parameter("importance", "jobs", Kind::Choice(&["jobs", "in_commuters"]))
        .means("what makes a unit important: all jobs in it, or persons who come from elsewhere", NYSTUEN),
    parameter("min_flow", "0", COUNT).means("persons below which a flow does not count", HOUSE),
    parameter("min_share", "0", Kind::Share).means("share of those who leave a unit below which a flow does not count", HOUSE),
    parameter("rank", "", Kind::Text).means(
        "name of the figure that holds the rank of each unit, larger for higher; only flows to a higher rank count then",
        "Śleszyński (2014)",
    ),
];

/// What makes a unit important.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Importance {
    /// All jobs in it.
    #[default]
    Jobs,
    /// Persons who come from elsewhere.
    InCommuters,
}

/// Which flows count.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Parameters {
    /// What makes a unit important.
    pub importance: Importance,
    /// Persons below which a flow does not count.
    pub min_flow: f64,
    /// Share of those who leave a unit below which a flow does not count, 0 to 1.
    pub min_share: f64,
    /// Name of the indicator that holds ranks; empty where none is asked for.
    pub rank: String,
}

impl Parameters {
    /// The parameters that settings hold.
    ///
    /// # Errors
    /// [`Error`] if the settings are for another method.
    pub fn of(settings: &Settings) -> Result<Self, Error> {
        let importance = if settings.get("importance")? == "in_commuters" { Importance::InCommuters } else { Importance::Jobs };
        let (min_flow, min_share) = (settings.number("min_flow")?, settings.number("min_share")?);
        Ok(Self { importance, min_flow, min_share, rank: settings.get("rank")?.to_owned() })
    }
}

/// Puts each unit with the terminal that its chain of dominant flows ends at.
///
/// Terminals are the cores of their areas. Units without any flow belong to no area.
///
/// ```
/// use miedza_delimitation::method::{Input, dominant_flow::{Parameters, run}};
/// use miedza_territory::samples;
///
/// let flows = samples::two_towns();
/// let outcome = run(&Input::new(&flows), &Parameters::default()).unwrap();
///
/// assert_eq!(outcome.partition.len(), 1);
/// ```
///
/// # Errors
/// [`Error::NoIndicator`] if the figure of ranks is not among the indicators.
pub fn run(input: &Input<'_>, parameters: &Parameters) -> Result<Outcome, Error> {
    let ranks = ranks(input, &parameters.rank)?;
    let network = Network { flows: input.flows, parameters, ranks };
    let units = input.flows.units();
    let decisions: UnitVec<Decision> = units.indices().map(|unit| network.decide(unit)).collect();
    let heads = network.heads(&decisions);
    let partition = Partition::from_labels(heads.iter().copied());
    let cores: AreaVec<Vec<UnitIx>> = partition.areas().map(|area| vec![head(&heads, partition.members(area))]).collect();
    let number = |head: UnitIx| u32::try_from(head.get() + 1).ok();
    Ok(Outcome {
        labels: heads.iter().map(|head| head.and_then(number)).collect(),
        excluded: decisions.iter().filter_map(Decision::exclusion).collect(),
        cores,
        partition,
        steps: 1,
        ..Outcome::new(Method::DominantFlow, decisions.iter().map(|decision| decision.step).collect())
    })
}

fn head(heads: &UnitVec<Option<UnitIx>>, members: &[UnitIx]) -> UnitIx {
    heads[members[0]].expect("a unit of an area has a head")
}

fn ranks<'a>(input: &Input<'a>, name: &str) -> Result<Option<&'a UnitVec<Option<f64>>>, Error> {
    if name.is_empty() {
        return Ok(None);
    }
    let found = input.indicators.iter().find(|indicator| indicator.name == name);
    let known = || input.indicators.iter().map(|indicator| indicator.name.to_owned()).collect();
    found.map(|indicator| Some(indicator.values)).ok_or_else(|| Error::NoIndicator { name: name.to_owned(), known: known() })
}

/// What became of a unit: its superior, if it has one, and the entry for the log.
struct Decision {
    superior: Option<UnitIx>,
    step: Step,
}

impl Decision {
    fn exclusion(&self) -> Option<Exclusion> {
        (self.step.action == Action::Excluded).then_some(Exclusion { unit: self.step.unit, reason: self.step.reason })
    }
}

/// A destination with the persons who go there.
type Target = (UnitIx, f64);

struct Network<'a> {
    flows: &'a Flows,
    parameters: &'a Parameters,
    ranks: Option<&'a UnitVec<Option<f64>>>,
}

impl Network<'_> {
    /// Greater for a more important unit; no two units are equal.
    fn importance(&self, unit: UnitIx) -> (Sortable, Reverse<UnitIx>) {
        let inside = match self.parameters.importance {
            Importance::Jobs => 0.0,
            Importance::InCommuters => self.flows.internal(unit),
        };
        (Sortable(self.flows.jobs(unit) - inside), Reverse(unit))
    }

    fn rank(&self, unit: UnitIx) -> f64 {
        self.ranks.map_or(0.0, |ranks| ranks[unit].unwrap_or(f64::NEG_INFINITY))
    }

    fn decide(&self, unit: UnitIx) -> Decision {
        let flows = self.flows;
        if flows.residents(unit) <= 0.0 && flows.jobs(unit) <= 0.0 {
            return Decision { superior: None, step: Step { reason: Reason::NoResidents, ..Step::of(Action::Excluded, unit) } };
        }
        let (first, second) = self.largest(unit);
        let is_higher = |to: UnitIx| self.ranks.is_some() || self.importance(to) > self.importance(unit);
        let leaving = flows.residents(unit) - flows.internal(unit);
        let figures = Figures {
            persons: first.map(|(_, persons)| persons),
            share: first.map(|(_, persons)| persons / leaving),
            runner_up: second.map(|(next, _)| next),
            runner_up_share: second.map(|(_, persons)| persons / leaving),
            ..Figures::default()
        };
        let to = first.map(|(to, _)| to);
        let superior = to.filter(|&to| is_higher(to));
        let (action, reason) =
            if superior.is_some() { (Action::Joined, Reason::DominantFlow) } else { (Action::Core, Reason::Terminal) };
        Decision { superior, step: Step { to, reason, figures, ..Step::of(action, unit) } }
    }

    /// The largest flow of a unit that counts, with the next one.
    fn largest(&self, unit: UnitIx) -> (Option<Target>, Option<Target>) {
        let leaving = self.flows.residents(unit) - self.flows.internal(unit);
        let counts = |&(to, persons): &Target| {
            let large = persons >= self.parameters.min_flow && persons / leaving >= self.parameters.min_share;
            to != unit && persons > 0.0 && large && (self.ranks.is_none() || self.rank(to) > self.rank(unit))
        };
        let mut eligible: Vec<Target> = self.flows.leaving(unit).filter(counts).collect();
        let order = |&(to, persons): &Target| Reverse((Sortable(persons), self.importance(to)));
        eligible.sort_by_key(order);
        (eligible.first().copied(), eligible.get(1).copied())
    }

    /// The terminal at the end of the chain of each unit; `None` for excluded ones.
    fn heads(&self, decisions: &UnitVec<Decision>) -> UnitVec<Option<UnitIx>> {
        let mut order: Vec<UnitIx> = decisions.indices().collect();
        order.sort_by_key(|&unit| Reverse((Sortable(self.rank(unit)), self.importance(unit))));
        let mut heads = UnitVec::filled(order.len(), None);
        for unit in order.into_iter().filter(|&unit| decisions[unit].exclusion().is_none()) {
            heads[unit] = decisions[unit].superior.map_or(Some(unit), |superior| heads[superior]);
        }
        heads
    }
}

/// A number with a total order.
#[derive(Clone, Copy, Debug)]
struct Sortable(f64);

impl Ord for Sortable {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}

impl PartialOrd for Sortable {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Sortable {
    fn eq(&self, other: &Self) -> bool {
        self.0.total_cmp(&other.0).is_eq()
    }
}

impl Eq for Sortable {}
