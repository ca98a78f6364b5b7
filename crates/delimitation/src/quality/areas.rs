//! Figures of one area.

use miedza_territory::{AreaIx, AreaVec, Flows, Neighbours, Partition, UnitIx, count};
use serde::Serialize;

use crate::error::Error;
use crate::method::travel_to_work::validity::{Standard, Totals};
use crate::pieces::pieces;

/// Figures of one area; a share is `None` where it would be 0 over 0.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AreaFigures {
    /// Residents, jobs and inner flow, persons.
    pub totals: Totals,
    /// `SCs`: share of employed residents who work inside, 0 to 1.
    pub supply_self_containment: Option<f64>,
    /// `SCd`: share of jobs held from inside, 0 to 1.
    pub demand_self_containment: Option<f64>,
    /// Validity by the standard given; valid from 1 on.
    pub validity: Option<f64>,
    /// How many units.
    pub units: usize,
    /// Share of possible directed links between different units that have a flow, 0 to 1; `None` for a single unit.
    pub cohesion_of_links: Option<f64>,
    /// Persons between different units of the area, as a percentage of the inner flow.
    pub cohesion_of_flows: Option<f64>,
    /// `((r − s) + (w − s)) / 2s`: commuters across the border for each person inside.
    pub commuter_ratio: Option<f64>,
    /// `((r − s) − (w − s)) / s`: above 0 where more leave than come.
    pub home_work_ratio: Option<f64>,
    /// Units that draw more commuters than they send, and hold more than 100 jobs.
    pub central_units: usize,
    /// Directed links from units outside to units inside.
    pub links_in: usize,
    /// Directed links from units inside to units outside.
    pub links_out: usize,
    /// Other areas that send persons here.
    pub areas_in: usize,
    /// Other areas that persons go to from here.
    pub areas_out: usize,
    /// The unit with most jobs, the smaller code on a tie.
    pub seat: UnitIx,
    /// Jobs for each employed resident.
    pub job_ratio: Option<f64>,
    /// Contiguous pieces; `None` where neighbours are not known.
    pub pieces: Option<usize>,
}

/// Figures of every area, in the order of the partition.
///
/// # Errors
/// [`Error::WrongLength`] if partition or neighbours are of other units than the flows.
///
/// # Source
/// Franconi, D'Alò & Ichim (2016), statistics of labour market areas.
pub fn areas(
    flows: &Flows,
    partition: &Partition,
    neighbours: Option<&Neighbours>,
    standard: Option<&Standard>,
) -> Result<AreaVec<AreaFigures>, Error> {
    let units = flows.units().len();
    for (what, given) in [("partition", Some(partition.unit_count())), ("neighbours", neighbours.map(Neighbours::unit_count))] {
        if let Some(given) = given.filter(|&given| given != units) {
            return Err(Error::WrongLength { what, given, units });
        }
    }
    let figures = partition.areas().map(|area| {
        let counted = Counted::of(flows, partition, area);
        let pieces = neighbours.map(|neighbours| pieces(partition, area, neighbours).len());
        AreaFigures { pieces, ..counted.figures(partition.members(area), standard, seat(flows, partition, area)) }
    });
    Ok(figures.collect())
}

/// The unit of an area with most jobs, the smaller code on a tie.
#[must_use]
pub fn seat(flows: &Flows, partition: &Partition, area: AreaIx) -> UnitIx {
    let members = partition.members(area);
    members.iter().copied().fold(members[0], |best, unit| if flows.jobs(unit) > flows.jobs(best) { unit } else { best })
}

/// What is counted in one pass over the flows of an area.
#[derive(Default)]
struct Counted {
    totals: Totals,
    between_units: f64,
    links_inside: usize,
    links_in: usize,
    links_out: usize,
    areas_in: usize,
    areas_out: usize,
    central_units: usize,
}

impl Counted {
    fn of(flows: &Flows, partition: &Partition, area: AreaIx) -> Self {
        let mut counted = Self::default();
        let (mut sources, mut destinations) = (Vec::new(), Vec::new());
        for &unit in partition.members(area) {
            counted.add_margins(flows, unit);
            for (other, persons) in flows.leaving(unit) {
                if partition.area_of(other) == Some(area) {
                    counted.totals.internal += persons;
                    if other != unit {
                        counted.between_units += persons;
                        counted.links_inside += 1;
                    }
                } else {
                    counted.links_out += 1;
                    destinations.extend(partition.area_of(other));
                }
            }
            let arriving = flows.arriving(unit).filter(|&(other, _)| partition.area_of(other) != Some(area));
            for (other, _) in arriving {
                counted.links_in += 1;
                sources.extend(partition.area_of(other));
            }
        }
        Self { areas_in: distinct(sources), areas_out: distinct(destinations), ..counted }
    }

    fn add_margins(&mut self, flows: &Flows, unit: UnitIx) {
        let (residents, jobs, internal) = (flows.residents(unit), flows.jobs(unit), flows.internal(unit));
        self.totals.residents += residents;
        self.totals.jobs += jobs;
        self.central_units += usize::from(jobs - internal > residents - internal && jobs > 100.0);
    }

    fn figures(&self, members: &[UnitIx], standard: Option<&Standard>, seat: UnitIx) -> AreaFigures {
        let Totals { residents, jobs, internal } = self.totals;
        let units = members.len();
        let possible = count(units) * (count(units) - 1.0);
        let lived_in = residents > 0.0 && jobs > 0.0;
        AreaFigures {
            totals: self.totals,
            supply_self_containment: ratio(internal, residents),
            demand_self_containment: ratio(internal, jobs),
            validity: standard.filter(|_| lived_in).map(|standard| standard.of(self.totals)),
            units,
            cohesion_of_links: ratio(count(self.links_inside), possible),
            cohesion_of_flows: ratio(100.0 * self.between_units, internal),
            commuter_ratio: ratio((residents - internal) + (jobs - internal), 2.0 * internal),
            home_work_ratio: ratio((residents - internal) - (jobs - internal), internal),
            central_units: self.central_units,
            links_in: self.links_in,
            links_out: self.links_out,
            areas_in: self.areas_in,
            areas_out: self.areas_out,
            seat,
            job_ratio: ratio(jobs, residents),
            pieces: None,
        }
    }
}

fn distinct(mut areas: Vec<AreaIx>) -> usize {
    areas.sort_unstable();
    areas.dedup();
    areas.len()
}

/// A sum that is 0, not minus 0, for no values.
pub(crate) fn sum(values: impl Iterator<Item = f64>) -> f64 {
    values.fold(0.0, |sum, value| sum + value)
}

/// A quotient; `None` where the denominator is not above 0.
pub(super) fn ratio(part: f64, whole: f64) -> Option<f64> {
    (whole > 0.0).then(|| part / whole)
}
