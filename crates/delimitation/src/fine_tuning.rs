//! Fine tuning by hand, as the reference program does it.
//!
//! Section 2.9: a list of units, each with the areas it may go to. For each in turn the unit goes to the area that it is
//! linked with most. As the reference program has it, the matrix is cut down to the unit and the allowed areas and totals
//! are worked out inside it, for reproducing official work; for new work take the totals of the full matrix, as the repair
//! does ([`Reckoning`]).

use std::collections::BTreeSet;

use miedza_territory::{AreaIx, Flows, Partition, UnitIx};

use crate::error::Error;
use crate::method::travel_to_work::linkage::{Exchange, linkage};
use crate::method::travel_to_work::validity::Totals;
use crate::method::{Action, Figures, Reason, Step};
use crate::pieces::Draft;

/// A unit and the areas it may go to, each named by any unit of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// The unit to move.
    pub unit: UnitIx,
    /// One unit of each allowed area, at the moment of the move.
    pub allowed: Vec<UnitIx>,
}

/// Which matrix the totals of a link come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reckoning {
    /// The unit and the areas that it may go to, as the reference program has it.
    #[default]
    Restricted,
    /// All flows.
    Full,
}

/// Moves each unit of the list in turn; gives the new partition and a log.
///
/// A unit without a flow to or from an allowed area stays, and the log says so. On equal links the last of the allowed
/// areas in the order of 2.3 wins: those that only receive from the unit after those that send to it, then the larger
/// area.
///
/// # Errors
/// [`Error::WrongLength`] if the partition is of other units than the flows.
pub fn fine_tune(
    flows: &Flows,
    partition: &Partition,
    wishes: &[Wish],
    reckoning: Reckoning,
) -> Result<(Partition, Vec<Step>), Error> {
    if partition.unit_count() != flows.units().len() {
        let (given, units) = (partition.unit_count(), flows.units().len());
        return Err(Error::WrongLength { what: "partition", given, units });
    }
    let names: Vec<UnitIx> = partition.areas().map(|area| partition.members(area)[0]).collect();
    let mut draft = Draft::of(partition);
    let mut log = Vec::with_capacity(wishes.len());
    for wish in wishes {
        let from = draft.area_of(wish.unit).map(|area| names[area.get()]);
        let step = match strongest(flows, &draft, wish, reckoning) {
            Some((area, linkage)) => {
                draft.put(wish.unit, area);
                let figures = Figures { linkage: Some(linkage), ..Figures::default() };
                Step { to: Some(names[area.get()]), figures, ..Step::of(Action::FineTuned, wish.unit) }
            }
            None => Step { reason: Reason::NoLink, ..Step::of(Action::Stayed, wish.unit) },
        };
        log.push(Step { number: log.len() + 1, from, ..step });
    }
    Ok((draft.partition(), log))
}

fn strongest(flows: &Flows, draft: &Draft, wish: &Wish, reckoning: Reckoning) -> Option<(AreaIx, f64)> {
    let allowed: BTreeSet<AreaIx> = wish.allowed.iter().filter_map(|&unit| draft.area_of(unit)).collect();
    let area_of = |unit: UnitIx| draft.area_of(unit).filter(|area| unit != wish.unit && allowed.contains(area));
    let kept = |unit: UnitIx| unit == wish.unit || area_of(unit).is_some();
    let sum =
        |row: &mut dyn Iterator<Item = (UnitIx, f64)>| row.filter(|&(other, _)| kept(other)).map(|(_, persons)| persons).sum();
    let margins = |unit: UnitIx| match reckoning {
        Reckoning::Restricted => (sum(&mut flows.leaving(unit)), sum(&mut flows.arriving(unit))),
        Reckoning::Full => (flows.residents(unit), flows.jobs(unit)),
    };
    let (residents, jobs) = margins(wish.unit);
    let own = Totals { residents, jobs, internal: flows.internal(wish.unit) };

    let links = allowed.iter().filter_map(|&area| {
        let within = |other: UnitIx| area_of(other) == Some(area);
        let persons = |row: &mut dyn Iterator<Item = (UnitIx, f64)>| -> f64 {
            row.filter(|&(other, _)| within(other)).map(|(_, persons)| persons).sum()
        };
        let exchange = Exchange { to: persons(&mut flows.leaving(wish.unit)), from: persons(&mut flows.arriving(wish.unit)) };
        let members = flows.units().indices().filter(|&unit| within(unit));
        let cluster = members.fold(Totals::default(), |totals, unit| {
            let (residents, jobs) = margins(unit);
            Totals { residents: totals.residents + residents, jobs: totals.jobs + jobs, ..totals }
        });
        (exchange.to + exchange.from > 0.0).then(|| (area, linkage(own, cluster, exchange), exchange.from <= 0.0))
    });
    let best = links.reduce(|best, other| if (other.1, other.2) >= (best.1, best.2) { other } else { best });
    best.map(|(area, linkage, _)| (area, linkage))
}
