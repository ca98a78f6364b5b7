//! Units on the edge between two areas, and why a unit is where it is.

use std::collections::BTreeMap;

use miedza_territory::{AreaIx, AreaVec, Flows, Partition, UnitIx};
use serde::Serialize;

use super::areas::{ratio, seat};
use crate::method::travel_to_work::linkage::{Exchange, linkage};
use crate::method::travel_to_work::validity::Totals;
use crate::quality::sum;

/// A unit that another area pulls at nearly as much as its own, or more.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct EdgeUnit {
    /// The unit.
    pub unit: UnitIx,
    /// Its area.
    pub own: AreaIx,
    /// Strength of its link with the rest of its area.
    pub own_linkage: f64,
    /// The other area it is linked with most, the smaller on a tie.
    pub other: AreaIx,
    /// Strength of its link with that area.
    pub other_linkage: f64,
    /// `other / own`; `None` where it has no link with its own area.
    pub ratio: Option<f64>,
}

/// Why a unit is where it is, in figures a council understands.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct UnitReason {
    /// Its area; `None` if it has none.
    pub area: Option<AreaIx>,
    /// Employed residents who leave the unit for work, persons.
    pub out_commuters: f64,
    /// Share of them who work in the rest of its area, 0 to 1.
    pub share_to_area: Option<f64>,
    /// The unit of its area with most jobs.
    pub seat: Option<UnitIx>,
    /// Share of them who work there, 0 to 1; `None` for the seat itself.
    pub share_to_seat: Option<f64>,
    /// The unit that most of them work in, the smaller code on a tie.
    pub strongest: Option<UnitIx>,
    /// Share of them who work there, 0 to 1.
    pub share_to_strongest: Option<f64>,
}

/// Units whose link with another area is at least `share` of that with the rest of their own, ascending.
///
/// Units that are alone in their area are left out: they have no rest to be linked with.
#[must_use]
pub fn edge_units(flows: &Flows, partition: &Partition, share: f64) -> Vec<EdgeUnit> {
    let totals: AreaVec<Totals> = partition.areas().map(|area| margins(flows, partition.members(area))).collect();
    let in_company = |unit: &UnitIx| partition.area_of(*unit).is_some_and(|area| partition.members(area).len() > 1);
    let units = flows.units().indices().filter(in_company);
    units.filter_map(|unit| edge(flows, partition, &totals, unit)).filter(|edge| is_near(edge, share)).collect()
}

fn is_near(edge: &EdgeUnit, share: f64) -> bool {
    edge.other_linkage >= share * edge.own_linkage
}

fn edge(flows: &Flows, partition: &Partition, totals: &AreaVec<Totals>, unit: UnitIx) -> Option<EdgeUnit> {
    let own = partition.area_of(unit)?;
    let alone = margins(flows, &[unit]);
    let mut exchanges = exchanges(flows, partition, unit);
    let with_own = exchanges.remove(&own).unwrap_or(Exchange { to: 0.0, from: 0.0 });
    let rest = Totals { residents: totals[own].residents - alone.residents, jobs: totals[own].jobs - alone.jobs, ..totals[own] };
    let links = exchanges.into_iter().map(|(area, exchange)| (area, linkage(alone, totals[area], exchange)));
    let (other, other_linkage) = links.reduce(|best, other| if other.1 > best.1 { other } else { best })?;
    let own_linkage = linkage(alone, rest, with_own);
    Some(EdgeUnit { unit, own, own_linkage, other, other_linkage, ratio: ratio(other_linkage, own_linkage) })
}

/// Residents and jobs of some units; the inner flow plays no part here.
fn margins(flows: &Flows, members: &[UnitIx]) -> Totals {
    Totals {
        residents: members.iter().map(|&unit| flows.residents(unit)).sum(),
        jobs: members.iter().map(|&unit| flows.jobs(unit)).sum(),
        internal: 0.0,
    }
}

/// Persons between a unit and each area, the unit itself left out.
fn exchanges(flows: &Flows, partition: &Partition, unit: UnitIx) -> BTreeMap<AreaIx, Exchange> {
    let mut exchanges = BTreeMap::new();
    for (other, persons) in flows.leaving(unit).filter(|&(other, _)| other != unit) {
        if let Some(area) = partition.area_of(other) {
            exchanges.entry(area).or_insert(Exchange { to: 0.0, from: 0.0 }).to += persons;
        }
    }
    for (other, persons) in flows.arriving(unit).filter(|&(other, _)| other != unit) {
        if let Some(area) = partition.area_of(other) {
            exchanges.entry(area).or_insert(Exchange { to: 0.0, from: 0.0 }).from += persons;
        }
    }
    exchanges
}

/// Where the out-commuters of a unit go.
#[must_use]
pub fn reason(flows: &Flows, partition: &Partition, unit: UnitIx) -> UnitReason {
    let area = partition.area_of(unit);
    let leaving = || flows.leaving(unit).filter(|&(other, _)| other != unit);
    let out_commuters = sum(leaving().map(|(_, persons)| persons)) + flows.beyond(unit).leaving;
    let stays = |other: UnitIx| area.is_some() && partition.area_of(other) == area;
    let to_area = sum(leaving().filter(|&(other, _)| stays(other)).map(|(_, persons)| persons));
    let seat = area.map(|area| seat(flows, partition, area));
    let to_seat = seat.filter(|&seat| seat != unit).map(|seat| flows.between(unit, seat));
    let strongest = leaving().reduce(|best, other| if other.1 > best.1 { other } else { best });
    UnitReason {
        area,
        out_commuters,
        share_to_area: area.and_then(|_| ratio(to_area, out_commuters)),
        seat,
        share_to_seat: to_seat.and_then(|persons| ratio(persons, out_commuters)),
        strongest: strongest.map(|(other, _)| other),
        share_to_strongest: strongest.and_then(|(_, persons)| ratio(persons, out_commuters)),
    }
}
