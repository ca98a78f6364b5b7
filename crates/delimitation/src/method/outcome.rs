//! What a method gives back: areas, and everything needed to answer for them.
//!
//! One shape for all methods. Sentences about it are made elsewhere.

use miedza_territory::{AreaVec, Partition, UnitIx, UnitVec};
use serde::Serialize;

use super::Method;
use super::criteria::Judgements;
use super::fusion::Fusion;
use super::step::{Reason, Step};

/// A delimitation with its log.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The method that made it.
    pub method: Method,
    /// The areas; units without an area are excluded, left over or below the threshold, as the log says.
    pub partition: Partition,
    /// The areas before units of the reserve were given away; only `travel_to_work` has a reserve.
    pub before_reserve: Option<Partition>,
    /// Raw label of each unit: for `travel_to_work` the number, from 1, of the founding unit among those that take part, 0
    /// for the reserve; for methods with cores the number of the core, from 1, 0 for units of no area. `None` for excluded
    /// units.
    pub labels: UnitVec<Option<u32>>,
    /// Raw labels before the reserve stage, where there is one.
    pub labels_before_reserve: Option<UnitVec<Option<u32>>>,
    /// Units that could not take part, with the reason.
    pub excluded: Vec<Exclusion>,
    /// Units that took part and belong to no area, ascending.
    pub unassigned: Vec<UnitIx>,
    /// Core units of each area; empty lists for methods without cores.
    pub cores: AreaVec<Vec<UnitIx>>,
    /// For methods with cores: the core each unit is tied to most, whether or not it passes the threshold.
    pub profile: Option<UnitVec<Option<Tie>>>,
    /// What the areas are worth by the measure that the method searched with; `None` for methods that follow rules.
    pub quality: Option<Quality>,
    /// Each decision, in order.
    pub log: Vec<Step>,
    /// What a reader should know of the run besides its log.
    pub notes: Vec<Note>,
    /// For methods that fuse areas pairwise: all fusions, in order; for `intramax` those after the cut too.
    pub fusions: Vec<Fusion>,
    /// For `criteria`: each criterion on each unit.
    pub judgements: Option<Judgements>,
    /// Steps of the main loop.
    pub steps: usize,
    /// Why the method stopped.
    pub stop: Stop,
}

impl Outcome {
    /// An outcome with nothing in it but a log, whose steps are numbered here.
    pub(crate) fn new(method: Method, mut log: Vec<Step>) -> Self {
        for (before, step) in log.iter_mut().enumerate() {
            step.number = before + 1;
        }
        Self {
            method,
            partition: Partition::from_labels::<u32>([]),
            before_reserve: None,
            labels: UnitVec::new(Vec::new()),
            labels_before_reserve: None,
            excluded: Vec::new(),
            unassigned: Vec::new(),
            cores: AreaVec::new(Vec::new()),
            profile: None,
            quality: None,
            log,
            notes: Vec::new(),
            fusions: Vec::new(),
            judgements: None,
            steps: 0,
            stop: Stop::Settled,
        }
    }

    /// What was decided on one unit, in order.
    pub fn steps_of(&self, unit: UnitIx) -> impl Iterator<Item = &Step> {
        self.log.iter().filter(move |step| step.unit == unit)
    }
}

/// A unit that could not take part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Exclusion {
    /// The unit.
    pub unit: UnitIx,
    /// No residents, no jobs, or no exchange with any other unit.
    pub reason: Reason,
}

/// What areas are worth by the measure that a method searched with, over several trials.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Quality {
    /// Stable name of the measure; `code_length` is better the smaller it is, all others the larger.
    pub name: &'static str,
    /// Of the areas that are given: the best trial.
    pub value: f64,
    /// Of the worst trial.
    pub worst: f64,
    /// How many trials there were.
    pub trials: usize,
}

/// How much a unit is tied to a core.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Tie {
    /// The smallest unit of the core.
    pub core: UnitIx,
    /// The share that the method compares with its threshold, 0 or more.
    pub share: f64,
    /// The persons that make the share.
    pub persons: f64,
}

/// Why a method stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Stop {
    /// Nothing was left to do.
    Settled,
    /// Every unit is in the reserve.
    NoClusterLeft,
    /// A state came back, so the steps would go round for ever; the areas are those of that moment.
    StateRepeated,
    /// The limit of steps was reached; the areas are those of that moment.
    StepLimit,
}

impl Stop {
    /// Its stable name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Settled => "settled",
            Self::NoClusterLeft => "no_cluster_left",
            Self::StateRepeated => "state_repeated",
            Self::StepLimit => "step_limit",
        }
    }
}

/// Something a reader should know of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Note {
    /// A unit of a cluster of several had no link outside, and the cluster was dissolved.
    ClusterDissolved {
        /// Founder of the cluster.
        founder: UnitIx,
        /// The unit without a link.
        unit: UnitIx,
    },
    /// While a cluster was being dissolved another was weaker; the reference program does not say what then.
    OrdinaryClusterWasWeaker {
        /// Founder of the dissolved cluster.
        founder: UnitIx,
    },
    /// Exclaves and enclaves were not looked for, since neighbours are not known.
    NeighboursUnknown,
    /// Exclaves and enclaves did not settle within as many rounds as there are units.
    EnclavesUnsettled,
    /// The areas are tied more than distance explains; they are no labour market areas.
    BeyondDistance,
    /// The areas follow a random walker; they are another view, no labour market areas.
    WalkNotLabour,
    /// Nothing was left to fuse before the stop rule was met.
    StopOutOfReach,
    /// In this many urban centres of the population grid no unit has enough of its inhabitants.
    CentresWithoutCity {
        /// How many centres.
        centres: usize,
    },
    /// The stop rule was met before the first fusion, so every unit is an area of its own.
    NothingFused,
    /// Criteria of this many units could not be judged, since a figure is missing.
    CriteriaUnknown {
        /// How many units.
        units: usize,
    },
}

impl Note {
    /// Its stable name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::ClusterDissolved { .. } => "cluster_dissolved",
            Self::OrdinaryClusterWasWeaker { .. } => "ordinary_cluster_was_weaker",
            Self::NeighboursUnknown => "neighbours_unknown",
            Self::EnclavesUnsettled => "enclaves_unsettled",
            Self::BeyondDistance => "beyond_distance",
            Self::WalkNotLabour => "walk_not_labour",
            Self::StopOutOfReach => "stop_out_of_reach",
            Self::CentresWithoutCity { .. } => "centres_without_city",
            Self::NothingFused => "nothing_fused",
            Self::CriteriaUnknown { .. } => "criteria_unknown",
        }
    }
}
