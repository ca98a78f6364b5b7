//! The values that a diagnosis is reckoned from: some variables of some units in some years, side by side.
//!
//! A store fills it once; everything of a diagnosis reads from it, so that a table of 300 indicators asks the database only
//! once and finds a value by three positions.

use std::collections::BTreeMap;

use miedza_territory::{Missing, Note, Notes, UnitCode, UnitIx, Units, Value};
use serde::Serialize;

use super::indicator::Variable;

/// One value with what its source says of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell {
    /// The value, or why there is none.
    pub value: Value,
    /// Remarks of the source.
    pub notes: Notes,
    /// Number of the import that it came with.
    pub import: u32,
}

/// Number of a variable in its [`Block`], counted from 0 in the order of variables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct VariableIx(usize);

/// Years from the first to the last, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Years {
    /// The first year.
    pub first: u16,
    /// The last year, not before the first.
    pub last: u16,
}

impl Years {
    /// Each year, the first one first.
    pub fn iter(self) -> impl DoubleEndedIterator<Item = u16> {
        self.first..=self.last
    }

    /// How many years there are.
    #[must_use]
    pub fn len(self) -> usize {
        usize::from(self.last.saturating_sub(self.first)) + 1
    }

    /// Never: there is at least one year.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        false
    }

    /// Where a year stands among them, counted from 0; `None` for a year outside.
    #[must_use]
    pub fn place(self, year: u16) -> Option<usize> {
        (self.first..=self.last).contains(&year).then(|| usize::from(year - self.first))
    }
}

/// Values by variable, unit and year.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    units: Units,
    years: Years,
    variables: BTreeMap<Variable, VariableIx>,
    cells: Vec<Option<Cell>>,
}

impl Block {
    /// No value yet for these variables, units and years.
    #[must_use]
    pub fn new(variables: impl IntoIterator<Item = Variable>, units: Units, years: Years) -> Self {
        let sorted: std::collections::BTreeSet<Variable> = variables.into_iter().collect();
        let variables: BTreeMap<Variable, VariableIx> = sorted.into_iter().zip((0..).map(VariableIx)).collect();
        let cells = vec![None; variables.len() * units.len() * years.len()];
        Self { units, years, variables, cells }
    }

    #[inline]
    fn place(&self, variable: VariableIx, unit: UnitIx, year: u16) -> Option<usize> {
        Some((variable.0 * self.units.len() + unit.get()) * self.years.len() + self.years.place(year)?)
    }

    /// The number of a variable here; `None` for one that nobody asked for.
    #[must_use]
    pub fn find(&self, variable: &Variable) -> Option<VariableIx> {
        self.variables.get(variable).copied()
    }

    /// Puts a value in its place; one that has no place here is left out.
    pub fn put(&mut self, variable: &Variable, unit: &UnitCode, year: u16, cell: Cell) {
        if let Some((variable, unit)) = self.find(variable).zip(self.units.find(unit)) {
            self.put_at(variable, (unit, year), cell);
        }
    }

    /// Puts a value where variable and unit are known by their numbers; a year that has no place here is left out.
    #[inline]
    pub fn put_at(&mut self, variable: VariableIx, (unit, year): (UnitIx, u16), cell: Cell) {
        if let Some(known) = self.place(variable, unit, year).and_then(|place| self.cells.get_mut(place)) {
            *known = Some(cell);
        }
    }

    /// Takes a value away.
    pub fn forget(&mut self, variable: VariableIx, (unit, year): (UnitIx, u16)) {
        if let Some(known) = self.place(variable, unit, year).and_then(|place| self.cells.get_mut(place)) {
            *known = None;
        }
    }

    /// Marks the first value from a year on, where there is one before it: the two cannot be compared.
    pub fn mark_break(&mut self, variable: VariableIx, unit: UnitIx, year: u16) {
        let number = |year: u16| self.at(variable, unit, year).filter(|cell| cell.value.number().is_some());
        let is_known_before = self.years.iter().take_while(|before| *before < year).any(|before| number(before).is_some());
        let first = self.years.iter().skip_while(|before| *before < year).find_map(|after| Some((after, number(after)?)));
        if let (true, Some((year, cell))) = (is_known_before, first) {
            let notes = Notes::from_bits(cell.notes.bits() | Notes::of(&[Note::BreakInSeries]).bits());
            self.put_at(variable, (unit, year), Cell { notes, ..cell });
        }
    }

    /// Takes values below 0 of these variables as not given: nothing can be divided or weighted by them.
    pub fn without_negative<'a>(&mut self, variables: impl IntoIterator<Item = &'a Variable>) {
        let range = self.units.len() * self.years.len();
        for variable in variables.into_iter().filter_map(|variable| self.variables.get(variable)) {
            let cells = self.cells.iter_mut().skip(variable.0 * range).take(range);
            for cell in cells.flatten().filter(|cell| cell.value.number().is_some_and(|number| number < 0.0)) {
                cell.value = Value::Missing(Missing::NotGiven);
            }
        }
    }

    /// The value; `None` if nobody published one.
    #[must_use]
    pub fn cell(&self, variable: &Variable, unit: UnitIx, year: u16) -> Option<Cell> {
        self.find(variable).and_then(|variable| self.at(variable, unit, year))
    }

    /// The value of a variable whose number is known; `None` if nobody published one.
    #[must_use]
    #[inline]
    pub fn at(&self, variable: VariableIx, unit: UnitIx, year: u16) -> Option<Cell> {
        self.place(variable, unit, year).and_then(|place| self.cells.get(place).copied().flatten())
    }

    /// The number; `None` if it is missing for whatever reason.
    #[must_use]
    pub fn number(&self, variable: &Variable, unit: UnitIx, year: u16) -> Option<f64> {
        self.cell(variable, unit, year).and_then(|cell| cell.value.number())
    }

    /// The units, in the order of their codes.
    #[must_use]
    pub const fn units(&self) -> &Units {
        &self.units
    }

    /// From which to which year.
    #[must_use]
    pub const fn years(&self) -> Years {
        self.years
    }

    /// The numbers of all variables, in their order.
    pub fn variable_numbers(&self) -> impl Iterator<Item = VariableIx> + use<> {
        (0..self.variables.len()).map(VariableIx)
    }

    /// The variables, in their order.
    pub fn variables(&self) -> impl Iterator<Item = &Variable> {
        self.variables.keys()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_divisor_below_0_counts_as_not_given_and_a_balance_stays() {
        let variable = |id: &str| Variable { source: "bdl".into(), id: id.into() };
        let code = UnitCode::parse("500496").expect("a code");
        let mut block =
            Block::new([variable("72305"), variable("68")], Units::new(vec![code.clone()]), Years { first: 2020, last: 2021 });
        for (id, year, value) in [("72305", 2020, -5.0), ("72305", 2021, 5.0), ("68", 2020, -7.0)] {
            block.put(&variable(id), &code, year, Cell { value: Value::Known(value), notes: Notes::NONE, import: 1 });
        }

        block.without_negative([&variable("72305"), &variable("9")]);

        let value = |id: &str, year| block.cell(&variable(id), UnitIx::new(0), year).map(|cell| cell.value);
        assert_eq!(value("72305", 2020), Some(Value::Missing(Missing::NotGiven)));
        assert_eq!((value("72305", 2021), value("68", 2020)), (Some(Value::Known(5.0)), Some(Value::Known(-7.0))));
    }

    #[test]
    fn a_value_is_found_where_it_was_put_and_nowhere_else() {
        let variable = |id: &str| Variable { source: "bdl".into(), id: id.into() };
        let code = |text: &str| UnitCode::parse(text).expect("a code");
        let units = Units::new(vec![code("300701"), code("306101")]);
        let mut block = Block::new([variable("59"), variable("72305"), variable("59")], units, Years { first: 2020, last: 2022 });
        let cell = |value| Cell { value, notes: Notes::NONE, import: 7 };

        block.put(&variable("59"), &code("306101"), 2022, cell(Value::Known(4.0)));
        block.put(&variable("72305"), &code("300701"), 2020, cell(Value::Missing(Missing::Suppressed)));
        block.put(&variable("72305"), &code("999999"), 2020, cell(Value::Known(1.0)));
        block.put(&variable("72305"), &code("300701"), 2030, cell(Value::Known(1.0)));

        let mut found = Vec::new();
        for name in block.variables().cloned().collect::<Vec<_>>() {
            for unit in [UnitIx::new(0), UnitIx::new(1)] {
                found
                    .extend(block.years().iter().filter_map(|year| block.cell(&name, unit, year).map(|cell| (unit, year, cell))));
            }
        }
        let expected =
            [(UnitIx::new(1), 2022, cell(Value::Known(4.0))), (UnitIx::new(0), 2020, cell(Value::Missing(Missing::Suppressed)))];
        assert_eq!(found, expected);
        assert_eq!(block.number(&variable("72305"), UnitIx::new(0), 2020), None, "what is kept secret is no number");
    }
}
