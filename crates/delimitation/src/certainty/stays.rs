//! With whose seat does a unit go? Counted over all replicates.
//!
//! The areas of a replicate have no names. They are told by the seats of the base areas that they hold: a unit stays when
//! it is in one area with its seat. Else it goes with the seat with most jobs among those that its area holds; an area that
//! holds none is a new one.

use miedza_territory::{AreaIx, AreaVec, Flows, Partition, UnitIx, UnitVec};
use serde::Serialize;

use super::labels::Labels;
use crate::quality::seat;

/// Where a unit was in the replicates; all counts together are the number of replicates.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Whereabouts {
    /// With its own seat; for a unit of no area: in no area.
    pub stays: u32,
    /// With the seat of another area, and how often, ascending by area.
    pub others: Vec<(AreaIx, u32)>,
    /// In an area without any seat of the base areas.
    pub new_area: u32,
    /// In no area, for a unit that has one.
    pub nowhere: u32,
}

impl Whereabouts {
    /// The other area that it went with most often, the smaller on a tie.
    #[must_use]
    pub fn second(&self) -> Option<(AreaIx, u32)> {
        self.others.iter().copied().reduce(|best, next| if next.1 > best.1 { next } else { best })
    }

    fn went_with(&mut self, area: AreaIx) {
        match self.others.binary_search_by_key(&area, |other| other.0) {
            Ok(place) => self.others[place].1 += 1,
            Err(place) => self.others.insert(place, (area, 1)),
        }
    }
}

/// The base areas with what names them.
pub(super) struct Base<'a> {
    /// The areas.
    pub partition: &'a Partition,
    /// The unit with most jobs of each area, the smaller code on a tie.
    pub seats: AreaVec<UnitIx>,
    jobs: AreaVec<f64>,
}

impl<'a> Base<'a> {
    pub fn of(flows: &Flows, partition: &'a Partition) -> Self {
        let seats: AreaVec<UnitIx> = partition.areas().map(|area| seat(flows, partition, area)).collect();
        Self { partition, jobs: seats.iter().map(|&seat| flows.jobs(seat)).collect(), seats }
    }

    /// Where each unit was in the replicates.
    pub fn follow(&self, replicates: &[Labels]) -> UnitVec<Whereabouts> {
        let mut found = UnitVec::filled(self.partition.unit_count(), Whereabouts::default());
        let mut leaders = Vec::new();
        for replicate in replicates {
            self.find_leaders(replicate, &mut leaders);
            for unit in self.partition.units() {
                self.note(unit, replicate, &leaders, &mut found[unit]);
            }
        }
        found
    }

    /// For each area of a replicate the base area whose seat rules it: the one with most jobs, the smaller on a tie.
    fn find_leaders(&self, replicate: &Labels, leaders: &mut Vec<Option<AreaIx>>) {
        leaders.clear();
        leaders.resize(replicate.areas(), None);
        for (area, &seat) in self.seats.enumerate() {
            if let Some(place) = replicate.area(seat) {
                let leader = leaders[place].get_or_insert(area);
                if self.jobs[area] > self.jobs[*leader] {
                    *leader = area;
                }
            }
        }
    }

    fn note(&self, unit: UnitIx, replicate: &Labels, leaders: &[Option<AreaIx>], found: &mut Whereabouts) {
        let own = self.partition.area_of(unit);
        let stays = own.map_or_else(|| replicate.area(unit).is_none(), |own| replicate.are_together(unit, self.seats[own]));
        match replicate.area(unit).map(|place| leaders[place]) {
            _ if stays => found.stays += 1,
            Some(Some(leader)) => found.went_with(leader),
            Some(None) => found.new_area += 1,
            None => found.nowhere += 1,
        }
    }

    /// In how many replicates each area is found again: some area there shares at least half of all units of both.
    pub fn found_again(&self, replicates: &[Labels]) -> AreaVec<u32> {
        let mut found = AreaVec::filled(self.partition.len(), 0);
        let (mut sizes, mut shared) = (Vec::new(), Vec::new());
        for replicate in replicates {
            count_sizes(replicate, &mut sizes);
            shared.clear();
            shared.resize(replicate.areas(), 0_u32);
            for area in self.partition.areas() {
                let members = self.partition.members(area);
                found[area] += u32::from(is_found(members, replicate, &sizes, &mut shared));
            }
        }
        found
    }
}

fn count_sizes(replicate: &Labels, sizes: &mut Vec<u32>) {
    sizes.clear();
    sizes.resize(replicate.areas(), 0);
    for place in (0..replicate.units()).filter_map(|unit| replicate.area(UnitIx::new(unit))) {
        sizes[place] += 1;
    }
}

/// Whether the Jaccard index of some units with any area reaches one half. `shared` holds zeros, before and after.
fn is_found(members: &[UnitIx], replicate: &Labels, sizes: &[u32], shared: &mut [u32]) -> bool {
    let places = || members.iter().filter_map(|&unit| replicate.area(unit));
    places().for_each(|place| shared[place] += 1);
    let own = u32::try_from(members.len()).expect("an area has fewer than 4 billion units");
    let is_found = places().any(|place| 2 * shared[place] >= own + sizes[place] - shared[place]);
    places().for_each(|place| shared[place] = 0);
    is_found
}
