//! The diagonal that a matrix of commuters lacks: who lives and works in the same unit.
//!
//! Many offices publish only commuters who leave their unit. Where employed residents or jobs by unit are known, those who
//! stay are what is left of them; where only population is known, they are an estimate and marked so. What is left of
//! suppressed flows lands in the diagonal too, so self-containment is then an upper bound: the report says it.

use miedza_territory::{Beyond, Flow, Flows, Observations, UnitIx, UnitVec, Value};

/// What is known of the units beside the flows.
#[derive(Clone, Copy, Debug)]
pub enum Basis<'a> {
    /// Employed residents, and jobs for units where employed residents are missing.
    Counted {
        /// Employed residents by unit.
        employed: Option<&'a Observations>,
        /// Jobs by unit.
        jobs: Option<&'a Observations>,
    },
    /// Population and the share of it that is employed.
    Estimated {
        /// Population by unit.
        population: &'a Observations,
        /// Share in 0..=1 by unit.
        share: Share<'a>,
    },
}

/// Share of the population that is employed.
#[derive(Clone, Copy, Debug)]
pub enum Share<'a> {
    /// The same for all units, in 0..=1.
    Same(f64),
    /// By unit, in 0..=1.
    ByUnit(&'a Observations),
}

/// Where the internal flow of a unit comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Employed residents less those who leave.
    Employed,
    /// Jobs less those who arrive.
    Jobs,
    /// Population times share, less those who leave: an estimate.
    Population,
}

/// A unit from which more persons leave than it is said to have.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cut {
    /// The unit.
    pub unit: UnitIx,
    /// Employed residents (or jobs) as given or estimated.
    pub given: f64,
    /// Persons who leave (or arrive) by the flows.
    pub moving: f64,
}

/// A diagonal that was worked out.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagonal {
    /// Persons who live and work in the unit with their origin, per unit; `None` where nothing is known.
    pub persons: UnitVec<Option<(f64, Origin)>>,
    /// Units whose diagonal would be negative and was cut to 0, ascending.
    pub cut: Vec<Cut>,
}

impl Diagonal {
    /// Works the diagonal out, per unit, from what is known; whole persons, never below 0.
    #[must_use]
    pub fn work_out(flows: &Flows, basis: Basis) -> Self {
        let mut cut = Vec::new();
        let persons = flows
            .units()
            .indices()
            .map(|unit| {
                let (given, origin) = basis.of(flows, unit)?;
                let moving = if origin == Origin::Jobs { flows.jobs(unit) } else { flows.residents(unit) } - flows.internal(unit);
                if given < moving {
                    cut.push(Cut { unit, given, moving });
                }
                Some(((given - moving).max(0.0), origin))
            })
            .collect();
        Self { persons, cut }
    }

    /// Units of which nothing is known, ascending.
    pub fn missing(&self) -> impl Iterator<Item = UnitIx> + '_ {
        self.persons.enumerate().filter(|(_, persons)| persons.is_none()).map(|(unit, _)| unit)
    }

    /// Whether any unit's diagonal is an estimate.
    #[must_use]
    pub fn is_estimated(&self) -> bool {
        self.persons.iter().flatten().any(|(_, origin)| *origin == Origin::Population)
    }

    /// All persons of the diagonal.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.persons.iter().flatten().map(|(persons, _)| persons).sum()
    }

    /// The flows with this diagonal in place of theirs. Flows from and to units of which nothing is known are left out,
    /// since neither their residents nor their self-containment could be told; they stay in the list of units.
    #[must_use]
    pub fn fill(&self, flows: &Flows) -> Flows {
        let known = |unit: UnitIx| self.persons[unit].is_some();
        let moving = flows.iter().filter(|flow| flow.from != flow.to && known(flow.from) && known(flow.to));
        let staying = self
            .persons
            .enumerate()
            .filter_map(|(unit, persons)| persons.map(|(persons, _)| Flow { from: unit, to: unit, persons }));
        let filled = moving.chain(staying).collect();
        let beyond = |unit: UnitIx| if known(unit) { flows.beyond(unit) } else { Beyond::default() };
        let filled = Flows::new(flows.units().clone(), filled).expect("each pair stands once, and no count is negative");
        filled.with_beyond(flows.units().indices().map(beyond).collect()).expect("counts as before")
    }
}

impl Basis<'_> {
    fn of(self, flows: &Flows, unit: UnitIx) -> Option<(f64, Origin)> {
        let code = flows.units().code(unit);
        let number = |table: &Observations| table.get(code).and_then(Value::number);
        match self {
            Self::Counted { employed, jobs } => employed
                .and_then(number)
                .map(|given| (given, Origin::Employed))
                .or_else(|| jobs.and_then(number).map(|given| (given, Origin::Jobs))),
            Self::Estimated { population, share } => {
                let share = match share {
                    Share::Same(share) => share,
                    Share::ByUnit(table) => number(table)?,
                };
                Some(((number(population)? * share).round(), Origin::Population))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use miedza_territory::samples::{code, flows};

    use super::*;

    fn table(rows: &[(&str, f64)]) -> Observations {
        let mut table = Observations::new();
        for (unit, number) in rows {
            table.insert(code(unit), Value::Known(*number));
        }
        table
    }

    fn commuters() -> Flows {
        flows(&[("1", "2", 30.0), ("2", "1", 50.0), ("3", "1", 20.0)])
    }

    #[test]
    fn those_who_stay_are_the_employed_less_those_who_leave() {
        let employed = table(&[("1", 100.0), ("2", 80.0), ("3", 25.0)]);

        let diagonal = Diagonal::work_out(&commuters(), Basis::Counted { employed: Some(&employed), jobs: None });

        let persons: Vec<_> = diagonal.persons.iter().map(|persons| persons.map(|(persons, _)| persons)).collect();
        assert_eq!(persons, [Some(70.0), Some(30.0), Some(5.0)]);
        assert!(diagonal.cut.is_empty() && !diagonal.is_estimated());
        let filled = diagonal.fill(&commuters());
        let residents: Vec<_> = filled.units().indices().map(|unit| filled.residents(unit)).collect();
        assert_eq!(residents, [100.0, 80.0, 25.0]);
    }

    #[test]
    fn a_unit_that_more_leave_than_live_in_is_cut_to_nobody_and_told() {
        let employed = table(&[("1", 100.0), ("2", 40.0), ("3", 25.0)]);

        let diagonal = Diagonal::work_out(&commuters(), Basis::Counted { employed: Some(&employed), jobs: None });

        assert_eq!(diagonal.cut, [Cut { unit: UnitIx::new(1), given: 40.0, moving: 50.0 }]);
        assert_eq!(diagonal.persons[UnitIx::new(1)], Some((0.0, Origin::Employed)));
    }

    #[test]
    fn jobs_stand_in_where_employed_residents_are_missing() {
        let employed = table(&[("1", 100.0), ("3", 25.0)]);
        let jobs = table(&[("1", 500.0), ("2", 90.0)]);

        let diagonal = Diagonal::work_out(&commuters(), Basis::Counted { employed: Some(&employed), jobs: Some(&jobs) });

        assert_eq!(diagonal.persons[UnitIx::new(0)], Some((70.0, Origin::Employed)));
        assert_eq!(diagonal.persons[UnitIx::new(1)], Some((60.0, Origin::Jobs)));
    }

    #[test]
    fn a_population_gives_an_estimate_and_says_so() {
        let population = table(&[("1", 250.0), ("2", 200.0), ("3", 101.0)]);

        let diagonal = Diagonal::work_out(&commuters(), Basis::Estimated { population: &population, share: Share::Same(0.4) });

        assert!(diagonal.is_estimated());
        assert_eq!(diagonal.persons[UnitIx::new(2)], Some((20.0, Origin::Population)));
    }

    #[test]
    fn a_unit_of_which_nothing_is_known_is_missing_not_empty() {
        let employed = table(&[("1", 100.0), ("2", 80.0)]);

        let diagonal = Diagonal::work_out(&commuters(), Basis::Counted { employed: Some(&employed), jobs: None });
        let filled = diagonal.fill(&commuters());

        assert_eq!(diagonal.missing().collect::<Vec<_>>(), [UnitIx::new(2)]);
        assert_eq!(filled.units().len(), 3);
        assert!(filled.residents(UnitIx::new(2)).abs() < f64::EPSILON);
    }
}
