//! Flows among several units as a matrix: who goes from each to each, who stays, who leaves for elsewhere and comes from there.

use std::collections::BTreeSet;

use miedza_sources::commuting::Reading;
use miedza_territory::{UnitCode, UnitIx};

use super::flows::place;

/// The matrix of some units in one table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FlowMatrix {
    /// The units that the table speaks of, as they were asked for, in the order of codes.
    pub units: Vec<UnitCode>,
    /// The units that were asked for and of which the table does not hold the flows, or not all of them.
    pub silent: Vec<UnitCode>,
    /// Persons from the unit of a row to that of a column; `None` where the table states no such flow. The diagonal holds
    /// those who stay, if the table says it at all.
    pub persons: Vec<Vec<Option<f64>>>,
    /// Pairs of row and column whose number the table keeps secret.
    pub hidden: BTreeSet<(usize, usize)>,
    /// Persons from each unit to units outside.
    pub leaving: Vec<f64>,
    /// Persons from outside to each unit.
    pub arriving: Vec<f64>,
    /// Whether the table says who stays within a unit.
    pub has_internal: bool,
    /// Persons who commute between the town and the rural part of one of the units, where the table says no more than that of
    /// who stays.
    pub between_parts: f64,
}

/// A flow from one of the units to another, by their places in the matrix.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Among {
    /// Place of the unit that it leaves.
    pub from: usize,
    /// Place of the unit that it reaches.
    pub to: usize,
    /// How many persons.
    pub persons: f64,
}

impl FlowMatrix {
    /// The matrix of these units.
    #[must_use]
    pub fn of(reading: &Reading, codes: &BTreeSet<UnitCode>) -> Self {
        let (flows, mut matrix) = (&reading.flows, Self { has_internal: reading.flows.has_diagonal(), ..Self::default() });
        let mut places: Vec<UnitIx> = Vec::new();
        for code in codes {
            match place(reading, code).filter(|&unit| reading.is_whole(unit)) {
                // Two codes of one unit that changed its kind stand in one row.
                Some(unit) if places.contains(&unit) => {}
                Some(unit) => {
                    places.push(unit);
                    matrix.units.push(code.clone());
                }
                None => matrix.silent.push(code.clone()),
            }
        }
        let at = |unit: UnitIx| places.iter().position(|other| *other == unit);
        for (row, &unit) in places.iter().enumerate() {
            let mut persons = vec![None; places.len()];
            let mut leaving = 0.0;
            for (to, count) in flows.leaving(unit) {
                match at(to) {
                    Some(column) if column != row || matrix.has_internal => persons[column] = Some(count),
                    Some(_) => {}
                    None => leaving += count,
                }
            }
            let outside = flows.arriving(unit).filter(|(from, _)| at(*from).is_none());
            matrix.arriving.push(outside.map(|(_, count)| count).sum());
            matrix.persons.push(persons);
            matrix.leaving.push(leaving);
        }
        let parts = &reading.report.between_parts;
        matrix.between_parts = places.iter().filter_map(|&unit| parts.get(flows.units().code(unit))).sum();
        let named = |text: &str| places.iter().position(|&unit| flows.units().code(unit).as_str() == text);
        matrix.hidden = (reading.report.suppressed.iter())
            .filter_map(|flow| Some((named(&flow.from)?, named(&flow.to)?)))
            .filter(|(from, to)| from != to)
            .collect();
        matrix
    }

    /// The flows between different units, the strongest first.
    #[must_use]
    pub fn strongest(&self) -> Vec<Among> {
        let mut flows: Vec<Among> = Vec::new();
        for (from, row) in self.persons.iter().enumerate() {
            let others = row.iter().enumerate().filter(|(to, _)| *to != from);
            flows.extend(others.filter_map(|(to, persons)| persons.map(|persons| Among { from, to, persons })));
        }
        flows.sort_by(|one, two| two.persons.total_cmp(&one.persons).then((one.from, one.to).cmp(&(two.from, two.to))));
        flows
    }

    /// Persons from this unit to the others.
    #[must_use]
    pub fn out_among(&self, unit: usize) -> f64 {
        self.persons[unit].iter().enumerate().filter(|(to, _)| *to != unit).filter_map(|(_, persons)| *persons).sum()
    }

    /// Persons from the others to this unit.
    #[must_use]
    pub fn in_among(&self, unit: usize) -> f64 {
        self.persons.iter().enumerate().filter(|(from, _)| *from != unit).filter_map(|(_, row)| row[unit]).sum()
    }

    /// Persons who go from one of the units to another one.
    #[must_use]
    pub fn among(&self) -> f64 {
        (0..self.units.len()).map(|unit| self.out_among(unit)).sum()
    }

    /// Persons who stay within their unit; `None` where the table does not say it.
    #[must_use]
    pub fn internal(&self) -> Option<f64> {
        self.has_internal.then(|| (0..self.units.len()).filter_map(|unit| self.persons[unit][unit]).sum())
    }

    /// Share of all employed residents who work in the units; `None` where the table does not say who stays in his own.
    #[must_use]
    pub fn self_containment(&self) -> Option<f64> {
        let inside = self.internal()? + self.among();
        let all = inside + self.leaving.iter().sum::<f64>();
        (all > 0.0).then(|| inside / all)
    }

    /// Share of those who stay among the units, of all who leave one of them.
    #[must_use]
    pub fn kept_share(&self) -> Option<f64> {
        let (among, leaving): (f64, f64) = (self.among(), self.leaving.iter().sum());
        let all = among + leaving;
        (all > 0.0).then(|| among / all)
    }
}

#[cfg(test)]
mod tests {
    use miedza_sources::commuting::{Options, read};
    use miedza_sources::table::Input;

    use super::*;

    /// Three units of the partnership, one outside; who stays in the first is given, one flow is secret.
    fn matrix(table: &str, codes: &[&str]) -> FlowMatrix {
        let input = Input::new("flows.csv", table);
        let reading = read(input, &Options::default()).expect("flows");
        let codes = codes.iter().map(|code| UnitCode::parse(code).expect("a code")).collect();
        FlowMatrix::of(&reading, &codes)
    }

    const TABLE: &str = "origin,destination,value\n\
                         100001,100001,70\n100001,100002,30\n100001,100009,5\n\
                         100002,100001,20\n100002,100002,40\n100002,100003,<10\n\
                         100003,100001,10\n100003,100003,11\n100009,100002,8\n";

    #[test]
    fn a_matrix_adds_up_to_who_stays_and_who_leaves() {
        let matrix = matrix(TABLE, &["100001", "100002", "100003", "100077"]);

        assert_eq!(matrix.silent.iter().map(UnitCode::as_str).collect::<Vec<_>>(), ["100077"]);
        assert_eq!(matrix.persons[0], [Some(70.0), Some(30.0), None]);
        assert_eq!(matrix.hidden.iter().copied().collect::<Vec<_>>(), [(1, 2)]);
        assert_eq!((matrix.leaving.clone(), matrix.arriving.clone()), (vec![5.0, 0.0, 0.0], vec![0.0, 8.0, 0.0]));
        assert_eq!((matrix.out_among(0), matrix.in_among(0), matrix.among()), (30.0, 30.0, 60.0));
        assert_eq!((matrix.internal(), matrix.kept_share()), (Some(121.0), Some(60.0 / 65.0)));
        assert_eq!(matrix.self_containment(), Some(181.0 / 186.0), "those who stay in their own unit count too");
        assert_eq!(matrix.strongest()[0], Among { from: 0, to: 1, persons: 30.0 });
    }

    #[test]
    fn codes_with_a_kind_find_the_table_that_has_none() {
        let matrix = matrix(TABLE, &["1000011", "1000013", "1000022"]);

        // The first two are one unit before and after its kind changed.
        assert_eq!(matrix.units.iter().map(UnitCode::as_str).collect::<Vec<_>>(), ["1000011", "1000022"]);
        assert_eq!(matrix.persons[1], [Some(20.0), Some(40.0)]);
    }
}
