//! Where an area and each of its members stand in a group of peers, by one indicator in one year.
//!
//! The scale is that of the group: a unit that does not belong to it is set beside it as one more. Values that are missing
//! have no place and take none from others; how many there are stands beside.
//!
//! # Source
//! Kukuła (2000) for the value between 0 and 1; quartiles and deciles by type 7 of Hyndman & Fan (1996).

use miedza_statistics::Error;
use miedza_statistics::rank::deciles;
use miedza_statistics::summary::{Extreme, summary};
use miedza_territory::UnitCode;
use serde::{Deserialize, Serialize};

use super::error::DiagnosisError;
use super::indicator::Direction;
use super::reckoned::Form;
use super::table::{AreaTable, Row};

/// A unit with its value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UnitValue {
    /// The unit.
    pub unit: UnitCode,
    /// Its value.
    pub value: f64,
}

/// What is told of a group of peers; figures in the unit of measure of the indicator, `None` without known values.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Group {
    /// Peers with a value.
    pub known: usize,
    /// Peers without one.
    pub missing: usize,
    /// The smallest value.
    pub smallest: Option<f64>,
    /// Quantile at 0.25.
    pub lower_quartile: Option<f64>,
    /// Quantile at 0.5.
    pub median: Option<f64>,
    /// Quantile at 0.75.
    pub upper_quartile: Option<f64>,
    /// The largest value.
    pub largest: Option<f64>,
    /// The best peer, the first of equal ones; for neutral figures the one with the largest value.
    pub leader: Option<UnitValue>,
    /// The peer at the other end.
    pub weakest: Option<UnitValue>,
}

impl Group {
    /// Whether at least half of the peers have a value: a few of many say nothing of the group.
    #[must_use]
    pub const fn is_told(&self) -> bool {
        self.known > 0 && self.known >= self.missing
    }
}

/// The place of one unit, or of the area, among the peers.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Place {
    /// Its value.
    pub value: f64,
    /// 1 for the best; equal values share the lowest of their places. For neutral figures 1 for the largest.
    pub rank: usize,
    /// How many have a place: the peers with a value, and the unit itself where it is none of them.
    pub of: usize,
    /// How many others have the same value.
    pub equal: usize,
    /// From 1 for the least to 10 for the most favourable tenth; for neutral figures by size.
    pub decile: u8,
    /// `(x − min) / (max − min)` within the group, turned where less is better: 0 for its weakest, 1 for its leader, also for
    /// what lies beyond them. `None` where all peers are equal or fewer than two are known.
    pub z: Option<f64>,
    /// Value of the leader less the own one.
    pub to_leader: Option<f64>,
    /// Value of the weakest less the own one.
    pub to_weakest: Option<f64>,
}

/// Where an area and its members stand by one indicator in one year.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Position {
    /// Code of the indicator.
    pub indicator: String,
    /// The year.
    pub year: u16,
    /// Whether more is better.
    pub direction: Direction,
    /// The group.
    pub group: Group,
    /// The area; `None` without a value, and for counts, since a sum over many members is not of the size of a single peer.
    pub area: Option<Place>,
    /// The members with their places, in the order of the table.
    pub members: Vec<MemberPlace>,
}

/// A member with its place.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MemberPlace {
    /// The member.
    pub unit: UnitCode,
    /// Its place; `None` without a value.
    pub place: Option<Place>,
}

/// Where an area and its members stand in a group of peers; `peers` is the table of the group, which may hold members.
///
/// # Errors
/// [`DiagnosisError::NoIndicator`], [`DiagnosisError::NoYear`], [`DiagnosisError::Figure`] for values that are not finite.
pub fn position(own: &AreaTable, peers: &AreaTable, code: &str, year: u16) -> Result<Position, DiagnosisError> {
    let (row, of_peers) = (own.row(code)?, peers.row(code)?);
    let years = own.years();
    if years.place(year).is_none() {
        return Err(DiagnosisError::NoYear { year, first: years.first, last: years.last });
    }
    let values = of_peers.member_values(year);
    let refused = |source| DiagnosisError::Figure { indicator: code.to_owned(), year, source };
    let group = group(peers, of_peers, &values).map_err(refused)?;
    let judge = Judge { direction: row.measure.direction, values: &values, group: &group };
    let area = row.area_value(year).filter(|_| row.measure.form != Form::Sum);
    let area = area.map(|value| judge.place(value, None)).transpose().map_err(refused)?;
    let mut members = Vec::with_capacity(own.members().len());
    for (member, value) in own.members().iter().zip(row.member_values(year)) {
        let place = value.map(|value| judge.place(value, peers.place_of(member))).transpose().map_err(refused)?;
        members.push(MemberPlace { unit: member.clone(), place });
    }
    Ok(Position { indicator: code.to_owned(), year, direction: row.measure.direction, group, area, members })
}

fn group(peers: &AreaTable, row: &Row, values: &[Option<f64>]) -> Result<Group, Error> {
    let found = summary(values)?;
    let (leader, weakest) = ends(peers, row, values)?.unzip();
    Ok(Group {
        known: found.count,
        missing: found.missing,
        smallest: found.smallest.map(|end| end.value),
        lower_quartile: found.lower_quartile,
        median: found.median,
        upper_quartile: found.upper_quartile,
        largest: found.largest.map(|end| end.value),
        leader,
        weakest,
    })
}

/// The best unit and the one at the other end, by what is better of the indicator; the first of equal ones.
pub(super) fn ends(table: &AreaTable, row: &Row, values: &[Option<f64>]) -> Result<Option<(UnitValue, UnitValue)>, Error> {
    let found = summary(values)?;
    let named = |end: Extreme| Some(UnitValue { unit: table.members().get(end.unit.get())?.clone(), value: end.value });
    let ends = found.largest.and_then(named).zip(found.smallest.and_then(named));
    Ok(ends.map(|(largest, smallest)| match row.measure.direction {
        Direction::Destimulant => (smallest, largest),
        Direction::Stimulant | Direction::Neutral => (largest, smallest),
    }))
}

/// A group that units are placed in.
struct Judge<'a> {
    direction: Direction,
    values: &'a [Option<f64>],
    group: &'a Group,
}

impl Judge<'_> {
    /// The place of a value: that of a peer, or of one more.
    fn place(&self, value: f64, peer: Option<usize>) -> Result<Place, Error> {
        let order = self.direction.order();
        let known = || self.values.iter().flatten();
        let better = known().filter(|other| order.turned(**other) > order.turned(value)).count();
        let as_good = known().filter(|other| other.total_cmp(&value).is_eq()).count();
        let among: Vec<Option<f64>> = self.values.iter().copied().chain(peer.is_none().then_some(Some(value))).collect();
        let decile = deciles(&among, order)?.get(peer.unwrap_or(self.values.len())).copied().flatten();
        let to = |end: &Option<UnitValue>| end.as_ref().map(|end| end.value - value);
        Ok(Place {
            value,
            rank: better + 1,
            of: self.group.known + usize::from(peer.is_none()),
            equal: as_good - usize::from(peer.is_some() && as_good > 0),
            // A value that is there has a decile.
            decile: decile.unwrap_or(1),
            z: self.unitarised(value),
            to_leader: to(&self.group.leader),
            to_weakest: to(&self.group.weakest),
        })
    }

    fn unitarised(&self, value: f64) -> Option<f64> {
        let (leader, weakest) = (self.group.leader.as_ref()?.value, self.group.weakest.as_ref()?.value);
        let span = leader - weakest;
        (span.abs() > 1e-12 * leader.abs().max(weakest.abs())).then(|| ((value - weakest) / span).clamp(0.0, 1.0))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::diagnosis::Block;
    use crate::diagnosis::samples::{block, catalogue, code};

    fn table(block: &Block, units: &[&str]) -> AreaTable {
        let units: Vec<UnitCode> = units.iter().map(|text| code(text)).collect();
        AreaTable::new(&catalogue(), block, &units).expect("sound values")
    }

    /// Unemployed per 100 persons: less is better.
    fn land() -> Block {
        let rate = [("1", 4.0), ("2", 8.0), ("3", 4.0), ("4", 12.0), ("6", 14.0)];
        let cells: Vec<_> = rate.iter().map(|(unit, rate)| ("60270", *unit, 2022, *rate)).collect();
        block(&[cells, vec![("72305", "5", 2022, 100.0)]].concat())
    }

    #[test]
    fn places_are_as_worked_out_by_hand() {
        let block = land();

        let found = position(
            &table(&block, &["2", "3", "5", "6"]),
            &table(&block, &["1", "2", "3", "4", "5"]),
            "unemployment_rate",
            2022,
        );

        let found = found.expect("an indicator");
        let group = &found.group;
        assert_eq!((group.known, group.missing, group.median), (4, 1, Some(6.0)));
        assert_eq!((group.lower_quartile, group.upper_quartile), (Some(4.0), Some(9.0)));
        assert_eq!(group.leader, Some(UnitValue { unit: code("1"), value: 4.0 }));
        assert_eq!(group.weakest, Some(UnitValue { unit: code("4"), value: 12.0 }));
        let told = |at: usize| found.members[at].place.map(|place| (place.rank, place.of, place.equal, place.z, place.to_leader));
        assert_eq!(told(0), Some((3, 4, 0, Some(0.5), Some(-4.0))));
        assert_eq!(told(1), Some((1, 4, 1, Some(1.0), Some(0.0))), "two share the first place");
        assert_eq!(told(2), None, "no value, no place");
        assert_eq!(told(3), Some((5, 5, 0, Some(0.0), Some(-10.0))), "beyond the weakest, set beside the group");
        assert_eq!(found.members[3].place.map(|place| place.decile), Some(1));
        assert_eq!(found.area, None, "a rate without a weight has no figure of the area");
    }

    #[test]
    fn a_group_is_told_of_while_half_of_it_is_known() {
        let block = land();
        let known = |peers: &[&str]| {
            let found = position(&table(&block, &["1"]), &table(&block, peers), "unemployment_rate", 2022);
            found.expect("an indicator").group.is_told()
        };

        assert!(known(&["1", "2"]) && known(&["1", "5"]));
        assert!(!known(&["5"]) && !known(&["1", "5", "7"]) && !known(&[]));
    }

    #[test]
    fn neutral_figures_are_placed_by_size_and_sums_of_areas_are_not_placed() {
        let block = block(&[("72305", "1", 2022, 500.0), ("72305", "2", 2022, 900.0), ("72305", "3", 2022, 100.0)]);

        let found = position(&table(&block, &["1", "3"]), &table(&block, &["1", "2", "3"]), "population", 2022).expect("known");

        assert_eq!(found.area, None);
        let ranks: Vec<_> = found.members.iter().map(|member| member.place.map(|place| (place.rank, place.z))).collect();
        assert_eq!(ranks, [Some((2, Some(0.5))), Some((3, Some(0.0)))]);
        let outside = position(&table(&block, &["1"]), &table(&block, &["2"]), "population", 1999);
        assert_eq!(outside, Err(DiagnosisError::NoYear { year: 1999, first: 2022, last: 2022 }));
    }

    proptest! {
        #[test]
        fn ranks_are_those_of_a_sorted_list_and_peers_may_come_in_any_order(
            values in proptest::collection::vec((0..6_i32).prop_map(f64::from), 2..9),
            turn in 0..9_usize,
        ) {
            let names: Vec<String> = (1..=values.len()).map(|name| name.to_string()).collect();
            let cells: Vec<_> = names.iter().zip(&values).map(|(name, value)| ("60270", name.as_str(), 2022, *value)).collect();
            let block = block(&cells);
            let mut units: Vec<&str> = names.iter().map(String::as_str).collect();
            let group = table(&block, &units);

            let found = position(&group, &group, "unemployment_rate", 2022)?;
            let middle = turn % units.len();
            units.rotate_left(middle);
            let turned = table(&block, &units);

            prop_assert_eq!(&found, &position(&turned, &turned, "unemployment_rate", 2022)?);
            let mut sorted = values.clone();
            sorted.sort_by(f64::total_cmp);
            for member in &found.members {
                let place = member.place.expect("all are known");
                prop_assert_eq!(sorted.iter().position(|value| *value >= place.value), Some(place.rank - 1));
                prop_assert!((1..=10).contains(&place.decile) && place.of == values.len());
                prop_assert!(place.z.is_none_or(|z| (0.0..=1.0).contains(&z)));
            }
        }
    }
}
