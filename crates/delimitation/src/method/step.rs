//! The log: one record per decision, so that "why is this unit here?" has an answer.
//!
//! Typed, with stable names; the sentences are made from it by the room that knows languages.

use miedza_territory::UnitIx;
use serde::Serialize;

/// One decision on one unit.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Step {
    /// Number of the step in its log, from 1.
    pub number: usize,
    /// What was done.
    pub action: Action,
    /// With which unit.
    pub unit: UnitIx,
    /// The area it left, named by its founding or core unit (which may be elsewhere by now).
    pub from: Option<UnitIx>,
    /// The area it joined, or that was tried, named likewise.
    pub to: Option<UnitIx>,
    /// Why.
    pub reason: Reason,
    /// The figures that decided.
    pub figures: Figures,
}

impl Step {
    /// A step of which only action and unit are known yet.
    pub(crate) fn of(action: Action, unit: UnitIx) -> Self {
        let (from, to, figures) = (None, None, Figures::default());
        Self { number: 0, action, unit, from, to, reason: Reason::StrongestLink, figures }
    }
}

/// Figures behind a decision; `None` where one plays no part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Figures {
    /// Strength of the link with the target, 0 or more.
    pub linkage: Option<f64>,
    /// Share compared with a threshold, 0 or more; for an enclave the share of its border.
    pub share: Option<f64>,
    /// Persons behind the share.
    pub persons: Option<f64>,
    /// Validity of the target before; while a cluster is scattered, the largest of its values.
    pub validity_before: Option<f64>,
    /// Validity that the target has, or would have had, with the unit.
    pub validity_after: Option<f64>,
    /// The second-best target.
    pub runner_up: Option<UnitIx>,
    /// Strength of the link with it.
    pub runner_up_linkage: Option<f64>,
    /// Share of the second-best core.
    pub runner_up_share: Option<f64>,
}

macro_rules! keyed {
    ($(#[$outer:meta])* $name:ident { $($(#[$inner:meta])* $variant:ident = $key:literal,)+ }) => {
        $(#[$outer])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$inner])* $variant,)+ }

        impl $name {
            /// All of them, in the order of their definition.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Its stable name.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => $key,)+ }
            }
        }
    };
}

keyed! {
    /// What was done with a unit.
    Action {
        /// Set aside before the first step.
        Excluded = "excluded",
        /// Joined a cluster.
        Merged = "merged",
        /// An area became one with another.
        Fused = "fused",
        /// Put into the reserve.
        SentToReserve = "sent_to_reserve",
        /// Given to an area out of the reserve.
        AssignedFromReserve = "assigned_from_reserve",
        /// Made a core, or part of one.
        Core = "core",
        /// A core joined with another core into one.
        MergedCore = "merged_core",
        /// Joined the zone of a core.
        Joined = "joined",
        /// Put into an area by a search of the whole matrix.
        Grouped = "grouped",
        /// Taken out of a zone that it does not touch.
        DroppedExclave = "dropped_exclave",
        /// Added to the area that surrounds it.
        AddedEnclave = "added_enclave",
        /// Moved to an area that it touches.
        MovedForContiguity = "moved_for_contiguity",
        /// Moved by a list made by hand.
        FineTuned = "fine_tuned",
        /// Left where it was though a move was looked for.
        Stayed = "stayed",
        /// Left without an area.
        Unassigned = "unassigned",
    }
}

keyed! {
    /// Why it was done.
    Reason {
        /// No employed resident is left in the matrix.
        NoResidents = "no_residents",
        /// No job is left in the matrix.
        NoJobs = "no_jobs",
        /// No exchange with any other unit.
        Closed = "closed",
        /// The target is the one it is linked with most.
        StrongestLink = "strongest_link",
        /// Of all pairs of areas the two exchange most, measured against their sizes.
        LargestInteraction = "largest_interaction",
        /// Of all areas it lacks most self-containment, and the target is the one it is linked with most.
        NotSelfContained = "not_self_contained",
        /// Most of those who leave it go to the target, which is more important.
        DominantFlow = "dominant_flow",
        /// Its largest flow goes to a less important unit, or no flow of it counts.
        Terminal = "terminal",
        /// Enough criteria are met.
        CriteriaMet = "criteria_met",
        /// Too few criteria are met.
        CriteriaNotMet = "criteria_not_met",
        /// The target would have become less valid.
        WouldWeakenTarget = "would_weaken_target",
        /// No flow to or from any area.
        NoLink = "no_link",
        /// What the share would be a share of is 0 or not known.
        NoDenominator = "no_denominator",
        /// Named in the list of cores.
        Listed = "listed",
        /// Meets the rule for cores.
        MeetsCoreRule = "meets_core_rule",
        /// Enough of its inhabitants live in an urban centre of the population grid.
        InUrbanCentre = "in_urban_centre",
        /// Enough of its residents work in the other core.
        CoresTied = "cores_tied",
        /// The share reaches the threshold.
        ShareReached = "share_reached",
        /// The share of jobs held by residents of the core reaches the threshold.
        ReverseShareReached = "reverse_share_reached",
        /// The share stays below the threshold for every core.
        BelowThreshold = "below_threshold",
        /// So much of its exchange with other units stays in the area.
        ExchangeInside = "exchange_inside",
        /// No other area would gain by it.
        BetterAlone = "better_alone",
        /// Nobody lives or works in it.
        NoFlow = "no_flow",
        /// The area holds enough of its border.
        Surrounded = "surrounded",
        /// No way inside the area leads to its core or main part.
        NotContiguous = "not_contiguous",
        /// No neighbour belongs to another area.
        NoNeighbour = "no_neighbour",
    }
}
