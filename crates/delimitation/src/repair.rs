//! Contiguity repair: pieces that do not touch the main part of their area go to an area they touch.
//!
//! Section 13 of the design; works on any partition, whatever method made it. Steps, repeated until nothing changes, at
//! most as many rounds as there are units:
//!
//! 1. Each area's pieces; the one with most employed residents stays (smallest unit on a tie).
//! 2. Pieces, or their units one by one, in order of decreasing employed residents (smallest unit on a tie), move to the
//!    touching area they are linked with most, by full totals (smaller area on a tie). Without a touching area they stay.
//! 3. Enclaves are listed, and swallowed if asked.
//!
//! Cost: the neighbours once per round, and the flows of what moves.

use std::collections::BTreeSet;

use miedza_territory::{AreaIx, Flows, Neighbours, Partition, UnitIx};
use serde::Serialize;

use crate::error::Error;
use crate::method::travel_to_work::linkage::{Exchange, linkage};
use crate::method::travel_to_work::validity::{Standard, Totals};
use crate::method::{Action, Figures, Reason, Step};
use crate::pieces::{Draft, enclaves, main_piece, pieces};
use crate::quality::sum;

/// What moves together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Moves {
    /// A piece as a whole.
    #[default]
    WholePieces,
    /// Each unit for itself.
    UnitByUnit,
}

/// How to repair.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Parameters {
    /// What moves together.
    pub moves: Moves,
    /// Whether enclaves go to the area around them.
    pub swallow_enclaves: bool,
    /// The standard for validities in the log; without it they are left out.
    pub standard: Option<Standard>,
}

/// A repaired partition.
#[derive(Clone, Debug, PartialEq)]
pub struct Repaired {
    /// The areas after all moves.
    pub partition: Partition,
    /// Every move and every unit that stayed for want of a touching area; areas named by their smallest unit before the
    /// repair.
    pub log: Vec<Step>,
    /// Enclaves that are left: the unit and the area around it, in the repaired partition.
    pub enclaves: Vec<(UnitIx, AreaIx)>,
    /// Rounds taken.
    pub rounds: usize,
    /// Whether a round changed nothing; false if the limit was reached.
    pub settled: bool,
}

/// Repairs a partition.
///
/// # Errors
/// [`Error::WrongLength`] if partition or neighbours are of other units than the flows.
pub fn repair(flows: &Flows, partition: &Partition, neighbours: &Neighbours, parameters: &Parameters) -> Result<Repaired, Error> {
    let units = flows.units().len();
    for (what, given) in [("partition", partition.unit_count()), ("neighbours", neighbours.unit_count())] {
        if given != units {
            return Err(Error::WrongLength { what, given, units });
        }
    }
    let mut repair = Repair::of(flows, partition, neighbours, *parameters);
    let (mut rounds, mut settled) = (0, false);
    while !settled && rounds < units.max(1) {
        rounds += 1;
        settled = !repair.round();
    }
    let partition = repair.draft.partition();
    let enclaves = enclaves(&partition, neighbours);
    let Repair { mut log, stayed, .. } = repair;
    log.extend(stayed.into_iter().map(|unit| Step { reason: Reason::NoNeighbour, ..Step::of(Action::Stayed, unit) }));
    for (before, step) in log.iter_mut().enumerate() {
        step.number = before + 1;
    }
    Ok(Repaired { partition, log, enclaves, rounds, settled })
}

struct Repair<'a> {
    flows: &'a Flows,
    neighbours: &'a Neighbours,
    parameters: Parameters,
    draft: Draft,
    names: Vec<UnitIx>,
    totals: Vec<Totals>,
    log: Vec<Step>,
    stayed: BTreeSet<UnitIx>,
}

/// An area to go to, with the link to it.
struct Target {
    area: AreaIx,
    linkage: f64,
    exchange: Exchange,
}

impl<'a> Repair<'a> {
    fn of(flows: &'a Flows, partition: &Partition, neighbours: &'a Neighbours, parameters: Parameters) -> Self {
        Self {
            flows,
            neighbours,
            parameters,
            draft: Draft::of(partition),
            names: partition.areas().map(|area| partition.members(area)[0]).collect(),
            totals: partition.areas().map(|area| totals(flows, partition.members(area))).collect(),
            log: Vec::new(),
            stayed: BTreeSet::new(),
        }
    }

    /// One round; tells whether anything moved.
    fn round(&mut self) -> bool {
        let before = self.log.len();
        self.stayed.clear();
        for group in self.loose_groups() {
            match self.target(&group) {
                Some(target) => self.move_group(&group, &target, Reason::NotContiguous),
                None => self.stayed.extend(&group),
            }
        }
        if self.parameters.swallow_enclaves && self.log.len() == before {
            self.swallow();
        }
        self.log.len() > before
    }

    /// Pieces other than the main ones, or their units, largest first.
    fn loose_groups(&self) -> Vec<Vec<UnitIx>> {
        let now = self.draft.partition();
        let mut groups: Vec<Vec<UnitIx>> = Vec::new();
        for area in now.areas() {
            let mut all = pieces(&now, area, self.neighbours);
            if let Some(main) = main_piece(&all, self.flows) {
                all.remove(main);
            }
            match self.parameters.moves {
                Moves::WholePieces => groups.extend(all),
                Moves::UnitByUnit => groups.extend(all.into_iter().flatten().map(|unit| vec![unit])),
            }
        }
        let residents = |group: &[UnitIx]| group.iter().map(|&unit| self.flows.residents(unit)).sum::<f64>();
        groups.sort_by(|a, b| residents(b).total_cmp(&residents(a)).then(a[0].cmp(&b[0])));
        groups
    }

    /// The touching area that a group is linked with most.
    fn target(&self, group: &[UnitIx]) -> Option<Target> {
        let home = self.draft.area_of(group[0]);
        let contacts = group.iter().flat_map(|&unit| self.neighbours.of(unit));
        let touching: BTreeSet<AreaIx> =
            contacts.filter_map(|contact| self.draft.area_of(contact.unit)).filter(|&area| Some(area) != home).collect();
        let own = totals(self.flows, group);
        let targets = touching.into_iter().map(|area| {
            let exchange = self.exchange(group, area);
            Target { area, linkage: linkage(own, self.totals[area.get()], exchange), exchange }
        });
        targets.reduce(|best, other| if other.linkage > best.linkage { other } else { best })
    }

    fn exchange(&self, group: &[UnitIx], area: AreaIx) -> Exchange {
        let inside = |other: UnitIx| self.draft.area_of(other) == Some(area);
        let out = group.iter().flat_map(|&unit| self.flows.leaving(unit)).filter(|&(other, _)| inside(other));
        let back = group.iter().flat_map(|&unit| self.flows.arriving(unit)).filter(|&(other, _)| inside(other));
        Exchange { to: sum(out.map(|(_, persons)| persons)), from: sum(back.map(|(_, persons)| persons)) }
    }

    fn move_group(&mut self, group: &[UnitIx], target: &Target, reason: Reason) {
        let own = totals(self.flows, group);
        let home = self.draft.area_of(group[0]);
        let before = self.totals[target.area.get()];
        let after = Totals {
            residents: before.residents + own.residents,
            jobs: before.jobs + own.jobs,
            internal: before.internal + own.internal + target.exchange.to + target.exchange.from,
        };
        for &unit in group {
            self.draft.put(unit, target.area);
        }
        self.totals[target.area.get()] = after;
        if let Some(home) = home {
            let left = self.exchange(group, home);
            let rest = &mut self.totals[home.get()];
            rest.residents -= own.residents;
            rest.jobs -= own.jobs;
            rest.internal -= own.internal + left.to + left.from;
        }
        let validity = |totals| self.parameters.standard.filter(|_| is_inhabited(totals)).map(|standard| standard.of(totals));
        let figures = Figures {
            linkage: Some(target.linkage),
            validity_before: validity(before),
            validity_after: validity(after),
            ..Figures::default()
        };
        let action = if reason == Reason::Surrounded { Action::AddedEnclave } else { Action::MovedForContiguity };
        let (from, to) = (home.map(|home| self.names[home.get()]), Some(self.names[target.area.get()]));
        self.log.extend(group.iter().map(|&unit| Step { from, to, reason, figures, ..Step::of(action, unit) }));
    }

    fn swallow(&mut self) {
        let now = self.draft.partition();
        for (unit, around) in enclaves(&now, self.neighbours) {
            let Some(area) = self.draft.area_of(now.members(around)[0]) else { continue };
            let exchange = self.exchange(&[unit], area);
            let linkage = linkage(totals(self.flows, &[unit]), self.totals[area.get()], exchange);
            self.move_group(&[unit], &Target { area, linkage, exchange }, Reason::Surrounded);
        }
    }
}

const fn is_inhabited(totals: Totals) -> bool {
    totals.residents > 0.0 && totals.jobs > 0.0
}

/// Residents, jobs and inner flow of some units, ascending, by full totals of the matrix.
pub(crate) fn totals(flows: &Flows, members: &[UnitIx]) -> Totals {
    let inside = |other: UnitIx| members.binary_search(&other).is_ok();
    let inner = members.iter().flat_map(|&unit| flows.leaving(unit)).filter(|&(other, _)| inside(other));
    Totals {
        residents: sum(members.iter().map(|&unit| flows.residents(unit))),
        jobs: sum(members.iter().map(|&unit| flows.jobs(unit))),
        internal: sum(inner.map(|(_, persons)| persons)),
    }
}
