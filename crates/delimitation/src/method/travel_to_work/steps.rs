//! The main loop: take the worst cluster, take a unit out of it, give the unit to the cluster it is linked with most.
//!
//! Sections 2.3 and 2.5. One unit moves per step; the rest of an opened cluster is scattered for one step under the
//! Istat rule. What a unit with nowhere to go does to its cluster is at the foot.

use miedza_territory::UnitIx;

use super::Rule;
use super::clusters::Clusters;
use super::history::History;
use super::linkage::{Choice, Links};
use super::scattered::{Range, Scratch};
use super::tournament::Tournament;
use super::validity::Standard;
use crate::method::{Action, Figures, Note, Reason, Step, Stop};

/// The delimitation under way.
pub(super) struct Run<'a> {
    /// Which unit is where.
    pub clusters: Clusters<'a>,
    /// Flows of the unit in hand.
    pub links: Links,
    /// What was done.
    pub log: Vec<Step>,
    /// What a reader should know of the run.
    pub notes: Vec<Note>,
    /// Units in the reserve, in the order in which they came.
    pub reserve: Vec<UnitIx>,
    standard: Standard,
    rule: Rule,
    worst: Tournament,
    scratch: Scratch,
    scattered: Option<(UnitIx, Range)>,
    history: History,
}

impl<'a> Run<'a> {
    /// Before the first step.
    pub fn new(clusters: Clusters<'a>, standard: Standard, rule: Rule) -> Self {
        let units = clusters.flows().units();
        let validities = units.indices().map(|unit| match clusters.size(unit) {
            0 => f64::INFINITY,
            _ => standard.of(clusters.own(unit)),
        });
        Self {
            worst: Tournament::new(validities.collect()),
            links: Links::new(units.len()),
            log: Vec::with_capacity(units.len() + units.len() / 2),
            notes: Vec::new(),
            reserve: Vec::new(),
            clusters,
            standard,
            rule,
            scratch: Scratch::default(),
            scattered: None,
            history: History::default(),
        }
    }

    /// Steps until every cluster is valid, none is left, a state comes back or the limit is reached.
    pub fn settle(&mut self, limit: usize) -> (usize, Stop) {
        for done in 0.. {
            match self.worst.smallest() {
                None => return (done, Stop::NoClusterLeft),
                Some((_, validity)) if validity >= 1.0 => return (done, Stop::Settled),
                Some(_) if done == limit => return (done, Stop::StepLimit),
                Some((founder, _)) => self.open(founder),
            }
            if self.history.is_repeated(self.scattered.map(|(founder, _)| founder)) {
                return (done + 1, Stop::StateRepeated);
            }
        }
        unreachable!("the loop above ends by returning")
    }

    /// One step: takes a unit out of the worst cluster.
    fn open(&mut self, founder: UnitIx) {
        let unit = self.clusters.most_open_unit(founder);
        self.links.gather(&self.clusters, unit);
        let choice = self.links.strongest(&self.clusters, unit);
        if choice.is_none() && self.clusters.size(founder) >= 2 {
            self.gather_scattered();
            self.dissolve(founder, unit);
            return;
        }
        let threshold = choice.map(|choice| self.threshold(choice.best.founder));
        self.gather_scattered();
        self.place(unit, founder, choice.zip(threshold));
        if self.rule == Rule::IstatCompatible && self.clusters.size(founder) >= 2 {
            let range = self.scratch.range(&self.clusters, founder, &self.standard);
            self.worst.set(founder, range.smallest);
            self.scattered = Some((founder, range));
        }
    }

    /// What the validity of a cluster may not fall below when a unit joins it.
    fn threshold(&self, founder: UnitIx) -> f64 {
        match self.scattered {
            Some((scattered, range)) if scattered == founder => range.largest,
            _ => self.worst.validity(founder),
        }
    }

    /// Ends the scattered state: the cluster counts as a whole again.
    fn gather_scattered(&mut self) {
        if let Some((founder, _)) = self.scattered.take() {
            self.refresh(founder);
        }
    }

    /// Lets a unit that came out of a cluster join the best candidate if that does not weaken it, else sends it to the
    /// reserve.
    fn place(&mut self, unit: UnitIx, source: UnitIx, choice: Option<(Choice, f64)>) {
        let Some((choice, before)) = choice else {
            self.set_aside(Step { reason: Reason::NoLink, from: Some(source), ..Step::of(Action::SentToReserve, unit) });
            return;
        };
        let target = choice.best.founder;
        let after = self.standard.of(self.clusters.with(target, unit, &self.links));
        let figures = Figures { validity_before: Some(before), validity_after: Some(after), ..figures(&choice) };
        let step = Step { from: Some(source), to: Some(target), figures, ..Step::of(Action::Merged, unit) };
        if after >= before {
            self.move_unit(unit, target);
            self.log.push(Step { reason: Reason::StrongestLink, ..step });
        } else {
            self.set_aside(Step { action: Action::SentToReserve, reason: Reason::WouldWeakenTarget, ..step });
        }
    }

    fn set_aside(&mut self, step: Step) {
        self.move_unit(step.unit, self.clusters.nowhere());
        self.history.forget();
        self.reserve.push(step.unit);
        self.log.push(step);
    }

    /// Moves the unit whose links are at hand and brings both validities up to date.
    fn move_unit(&mut self, unit: UnitIx, target: UnitIx) {
        let source = self.clusters.home(unit);
        self.clusters.move_unit(unit, target, &self.links);
        self.history.note_move(unit, source, target);
        self.refresh(source);
        self.refresh(target);
        if self.clusters.size(source) == 0 {
            self.history.forget();
        }
    }

    fn refresh(&mut self, founder: UnitIx) {
        if founder == self.clusters.nowhere() {
            return;
        }
        match self.clusters.size(founder) {
            0 => self.worst.remove(founder),
            _ => self.worst.set(founder, self.standard.of(self.clusters.cluster(founder).totals)),
        }
    }

    /// Section 2.5: the unit chosen from a cluster of several has no candidate. The unit goes to the reserve, the others
    /// stand alone for a moment and are placed one by one, the weakest first.
    fn dissolve(&mut self, founder: UnitIx, chosen: UnitIx) {
        let mut freed = self.free(founder, chosen);
        self.notes.push(Note::ClusterDissolved { founder, unit: chosen });
        while let Some(next) = freed.iter().copied().reduce(|a, b| if b.comes_before(&a) { b } else { a }) {
            if self.worst.smallest().is_some_and(|(_, validity)| validity < next.validity) {
                self.notes.push(Note::OrdinaryClusterWasWeaker { founder });
                break;
            }
            freed.retain(|unit| unit.number != next.number);
            self.place_freed(next.unit, founder);
        }
        for left in freed.iter().rev() {
            self.place_freed(left.unit, founder);
        }
    }

    /// Sends the chosen unit to the reserve and sets the others of its cluster free, ascending.
    fn free(&mut self, founder: UnitIx, chosen: UnitIx) -> Vec<Freed> {
        let mut members: Vec<UnitIx> = self.clusters.members(founder).collect();
        members.sort_unstable();
        let alone = Step { reason: Reason::NoLink, from: Some(founder), ..Step::of(Action::SentToReserve, chosen) };
        self.set_aside(alone);
        let mut freed = Vec::with_capacity(members.len());
        for (number, unit) in members.into_iter().enumerate().filter(|&(_, unit)| unit != chosen) {
            self.links.gather(&self.clusters, unit);
            self.move_unit(unit, self.clusters.nowhere());
            freed.push(Freed { number, unit, validity: self.standard.of(self.clusters.own(unit)) });
        }
        freed
    }

    fn place_freed(&mut self, unit: UnitIx, source: UnitIx) {
        self.links.gather(&self.clusters, unit);
        let choice = self.links.strongest(&self.clusters, unit);
        let threshold = choice.map(|choice| self.worst.validity(choice.best.founder));
        self.place(unit, source, choice.zip(threshold));
    }
}

/// A unit set free, with its number within the dissolved cluster; its temporary label is minus that number.
#[derive(Clone, Copy)]
struct Freed {
    number: usize,
    unit: UnitIx,
    validity: f64,
}

impl Freed {
    /// Smaller validity first; on a tie the smallest label, so the largest number.
    fn comes_before(&self, other: &Self) -> bool {
        self.validity < other.validity || (self.validity <= other.validity && self.number > other.number)
    }
}

/// What the log says of a choice.
pub(super) fn figures(choice: &Choice) -> Figures {
    Figures {
        linkage: Some(choice.best.linkage),
        runner_up: choice.runner_up.map(|second| second.founder),
        runner_up_linkage: choice.runner_up.map(|second| second.linkage),
        ..Figures::default()
    }
}
