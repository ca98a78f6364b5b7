//! The table that a diagnosis reads from: each indicator of an area and of its members, year by year, with what stands behind
//! each figure.
//!
//! Variables are looked up once for each indicator, not for each figure: a table of 300 indicators, 22 members and 25 years
//! takes some tens of milliseconds.

use std::borrow::Cow;

use miedza_statistics::aggregate::AreaFigure;
use miedza_territory::{Kind, Missing, Note, Notes, UnitCode, UnitIx, Units, Value};
use rayon::prelude::*;
use serde::{Serialize, Serializer};

use super::block::{Block, Cell, VariableIx, Years};
use super::catalogue::Catalogue;
use super::error::DiagnosisError;
use super::indicator::{Indicator, Measure};
use super::reckoned::Reckoned;

/// The indicators of an area and of its members.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AreaTable {
    members: Vec<UnitCode>,
    years: Years,
    rows: Vec<Row>,
}

/// One indicator of an area.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// What the indicator is.
    pub measure: Measure,
    /// From which to which year.
    pub years: Years,
    /// The area, one entry for each year.
    pub area: Vec<AreaYear>,
    /// The members in the order of the table, each with one entry for each year.
    pub members: Vec<Vec<MemberFigure>>,
    /// The newest year with a figure; `None` without any.
    pub newest: Option<Newest>,
    /// Years whose figures cannot be compared with the years before, the first one first.
    pub breaks: Vec<u16>,
}

/// The area in one year.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AreaYear {
    /// The figure, with what is missing in it.
    pub figure: AreaFigure,
    /// What stands behind it.
    pub evidence: Evidence,
}

/// What stands behind the figures of an area in a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// Numbers of the imports, each once, rising: they tell source and day of retrieval.
    pub imports: Vec<u32>,
    /// Remarks of the source on any of the values.
    #[serde(serialize_with = "as_list")]
    pub notes: Notes,
    /// Whether one of the values is worked out, not counted.
    pub is_estimated: bool,
}

/// A member in one year.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct MemberFigure {
    /// The figure; `None` if it is missing.
    pub value: Option<f64>,
    /// Why it is missing; `None` also where nobody published a value, or there is nothing to divide by.
    pub why_missing: Option<Missing>,
    /// Remarks of the source.
    #[serde(serialize_with = "as_list")]
    pub notes: Notes,
    /// Whether it is worked out, not counted.
    pub is_estimated: bool,
}

/// The newest year of an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Newest {
    /// The year.
    pub year: u16,
    /// Who has a figure in it.
    pub of: Whose,
}

/// Who has a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Whose {
    /// The area.
    Area,
    /// Members only: the area has none in any year.
    Members,
}

impl AreaTable {
    /// The table of the members of an area; in which order they are handed over does not matter, and one that is given twice
    /// counts once. A member that the block does not hold lacks every value.
    ///
    /// # Errors
    /// [`DiagnosisError::CountedTwice`] for a part of a municipality beside the whole of it; [`DiagnosisError::Figure`] for
    /// values that are no finite numbers and for weights or divisors below 0.
    pub fn new(catalogue: &Catalogue, block: &Block, members: &[UnitCode]) -> Result<Self, DiagnosisError> {
        Self::with_former(catalogue, block, (members, &[]))
    }

    /// The same with municipalities that are no more: they count for the area in years in which they have a value.
    ///
    /// # Errors
    /// As [`Self::new`].
    pub fn with_former(
        catalogue: &Catalogue,
        block: &Block,
        (members, former): (&[UnitCode], &[UnitCode]),
    ) -> Result<Self, DiagnosisError> {
        let members = Units::new(members.to_vec()).codes().to_vec();
        refuse_parts_beside_wholes(&members)?;
        let found: Vec<Option<UnitIx>> = members.iter().map(|member| block.units().find(member)).collect();
        let former: Vec<UnitIx> = former.iter().filter_map(|unit| block.units().find(unit)).collect();
        let row = |indicator: &Indicator| {
            let reckoned = indicator.reckoned.known_by(|variable| block.find(variable));
            Reader { block, reckoned: &reckoned, members: &found, former: &former }.row(indicator)
        };
        let rows = catalogue.indicators().par_iter().map(row).collect::<Result<_, _>>()?;
        Ok(Self { members, years: block.years(), rows })
    }

    /// The members, in the order of their codes.
    #[must_use]
    pub fn members(&self) -> &[UnitCode] {
        &self.members
    }

    /// Where a member stands.
    #[must_use]
    pub fn place_of(&self, member: &UnitCode) -> Option<usize> {
        self.members.iter().position(|one| one == member)
    }

    /// From which to which year.
    #[must_use]
    pub const fn years(&self) -> Years {
        self.years
    }

    /// All indicators, in the order of the catalogue.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The row of an indicator.
    ///
    /// # Errors
    /// [`DiagnosisError::NoIndicator`].
    pub fn row(&self, code: &str) -> Result<&Row, DiagnosisError> {
        let found = self.rows.iter().find(|row| row.measure.code == code);
        found.ok_or_else(|| DiagnosisError::NoIndicator { code: code.to_owned() })
    }
}

impl Row {
    /// The area in a year; `None` for a year outside the table.
    #[must_use]
    pub fn area_in(&self, year: u16) -> Option<&AreaYear> {
        self.years.place(year).and_then(|place| self.area.get(place))
    }

    /// The value of the area in a year.
    #[must_use]
    pub fn area_value(&self, year: u16) -> Option<f64> {
        self.area_in(year).and_then(|area| area.figure.value)
    }

    /// A member in a year.
    #[must_use]
    pub fn member_in(&self, member: usize, year: u16) -> Option<&MemberFigure> {
        self.years.place(year).and_then(|place| self.members.get(member)?.get(place))
    }

    /// The values of all members in a year, in their order; all missing for a year outside the table.
    #[must_use]
    pub fn member_values(&self, year: u16) -> Vec<Option<f64>> {
        (0..self.members.len()).map(|member| self.member_in(member, year).and_then(|figure| figure.value)).collect()
    }

    /// The values of the area, one for each year.
    #[must_use]
    pub fn area_values(&self) -> Vec<Option<f64>> {
        self.area.iter().map(|area| area.figure.value).collect()
    }

    /// The first year whose break stands between an earlier and a later year; `None` if the two can be compared.
    #[must_use]
    pub fn break_between(&self, earlier: u16, later: u16) -> Option<u16> {
        self.breaks.iter().copied().find(|year| earlier < *year && *year <= later)
    }

    /// The first year that can be compared with the one given.
    #[must_use]
    pub fn comparable_since(&self, year: u16) -> u16 {
        self.breaks.iter().copied().rfind(|broken| *broken <= year).unwrap_or(self.years.first)
    }
}

/// The value of the area by indicator and year, without the figures of its members: a country has thousands of them.
pub(super) fn area_values(
    catalogue: &Catalogue,
    block: &Block,
    members: &[UnitCode],
) -> Result<Vec<Vec<Option<f64>>>, DiagnosisError> {
    let members = Units::new(members.to_vec());
    refuse_parts_beside_wholes(members.codes())?;
    let found: Vec<Option<UnitIx>> = members.codes().iter().map(|member| block.units().find(member)).collect();
    let values = |indicator: &Indicator| {
        let reckoned = indicator.reckoned.known_by(|variable| block.find(variable));
        let reader = Reader { block, reckoned: &reckoned, members: &found, former: &[] };
        block.years().iter().map(|year| Ok(reader.area(indicator, year, &reader.there(year))?.value)).collect()
    };
    catalogue.indicators().par_iter().map(values).collect()
}

/// Town and village of an urban-rural municipality are no municipalities: beside the whole they would count twice.
fn refuse_parts_beside_wholes(members: &[UnitCode]) -> Result<(), DiagnosisError> {
    let is_part = |code: &&UnitCode| code.kind().is_some_and(Kind::is_part);
    for part in members.iter().filter(is_part) {
        let is_whole = |code: &&UnitCode| code.kind() == Some(Kind::UrbanRural) && code.without_kind() == part.without_kind();
        if let Some(whole) = members.iter().find(is_whole) {
            return Err(DiagnosisError::CountedTwice { part: part.to_string(), whole: whole.to_string() });
        }
    }
    Ok(())
}

/// An indicator whose variables are known by number, and the members in the block.
struct Reader<'a> {
    block: &'a Block,
    reckoned: &'a Reckoned<Option<VariableIx>>,
    members: &'a [Option<UnitIx>],
    /// Municipalities that are no more.
    former: &'a [UnitIx],
}

impl Reader<'_> {
    fn row(&self, indicator: &Indicator) -> Result<Row, DiagnosisError> {
        let years = self.block.years();
        let own = self.reckoned.own_variables();
        let member = |at: usize| years.iter().map(|year| self.member(at, year, &own)).collect::<Vec<_>>();
        let members: Vec<Vec<MemberFigure>> = (0..self.members.len()).map(member).collect();
        let is_whole = self.former.is_empty() && !members.iter().flatten().any(|figure| figure.notes.has(Note::NotInForce));
        let mut area = Vec::with_capacity(years.len());
        for year in years.iter() {
            let there = if is_whole { Cow::Borrowed(self.members) } else { Cow::Owned(self.there(year)) };
            area.push(AreaYear { figure: self.area(indicator, year, &there)?, evidence: self.evidence(year) });
        }
        let is_break = |(_, area): &(u16, &AreaYear)| area.evidence.notes.has(Note::BreakInSeries);
        let breaks = years.iter().zip(&area).filter(is_break).map(|(year, _)| year).collect();
        let newest = newest(years, &area, &members);
        Ok(Row { measure: indicator.measure(), years, area, members, newest, breaks })
    }

    /// The area of those who count for it in a year.
    fn area(&self, indicator: &Indicator, year: u16, there: &[Option<UnitIx>]) -> Result<AreaFigure, DiagnosisError> {
        let refused = |source| DiagnosisError::Figure { indicator: indicator.code.clone(), year, source };
        let number =
            |at: usize, variable: &Option<VariableIx>| self.block.at((*variable)?, (*there.get(at)?)?, year)?.value.number();
        self.reckoned.of_area(there.len(), number).map_err(refused)
    }

    /// Who counts for the area in a year: the members but for those that were not in force, and former municipalities that
    /// have a value.
    fn there(&self, year: u16) -> Vec<Option<UnitIx>> {
        let own = self.reckoned.own_variables();
        let cells = |unit: UnitIx| own.iter().filter_map(move |variable| self.block.at((**variable)?, unit, year));
        let was_there = |unit: &Option<UnitIx>| {
            unit.is_none_or(|unit| !cells(unit).any(|cell| cell.notes.has(Note::NotInForce) && cell.value.number().is_none()))
        };
        let former = self.former.iter().copied().filter(|unit| cells(*unit).next().is_some());
        self.members.iter().copied().filter(was_there).chain(former.map(Some)).collect()
    }

    fn cell(&self, member: usize, variable: Option<VariableIx>, year: u16) -> Option<Cell> {
        let unit = self.members.get(member).copied().flatten()?;
        self.block.at(variable?, unit, year)
    }

    fn evidence(&self, year: u16) -> Evidence {
        let mut evidence = Evidence { imports: Vec::new(), notes: Notes::NONE, is_estimated: false };
        for variable in self.reckoned.variables() {
            for cell in (0..self.members.len()).filter_map(|member| self.cell(member, *variable, year)) {
                if !evidence.imports.contains(&cell.import) {
                    evidence.imports.push(cell.import);
                }
                evidence.notes = both(evidence.notes, cell.notes);
                evidence.is_estimated |= matches!(cell.value, Value::Estimated(_));
            }
        }
        evidence.imports.sort_unstable();
        evidence
    }

    fn member(&self, member: usize, year: u16, own: &[&Option<VariableIx>]) -> MemberFigure {
        let value = self.reckoned.of_unit(|variable| self.cell(member, *variable, year)?.value.number());
        let mut figure = MemberFigure { value, why_missing: None, notes: Notes::NONE, is_estimated: false };
        for cell in own.iter().filter_map(|variable| self.cell(member, **variable, year)) {
            figure.notes = both(figure.notes, cell.notes);
            match cell.value {
                Value::Known(_) => {}
                Value::Estimated(_) => figure.is_estimated = true,
                // What is kept secret stays so, whatever else is missing.
                Value::Missing(why) => figure.why_missing = Some(figure.why_missing.map_or(why, |known| known.min(why))),
            }
        }
        figure
    }
}

fn newest(years: Years, area: &[AreaYear], members: &[Vec<MemberFigure>]) -> Option<Newest> {
    let of_area = |place: usize| area.get(place).is_some_and(|area| area.figure.value.is_some());
    let of_member = |place: usize| members.iter().any(|figures| figures.get(place).is_some_and(|figure| figure.value.is_some()));
    let last = |has_figure: &dyn Fn(usize) -> bool, of: Whose| {
        let found = years.iter().zip(0..).filter(|(_, place)| has_figure(*place)).last();
        found.map(|(year, _)| Newest { year, of })
    };
    last(&of_area, Whose::Area).or_else(|| last(&of_member, Whose::Members))
}

/// All notes of either.
fn both(one: Notes, other: Notes) -> Notes {
    if other.is_empty() || one == other {
        return one;
    }
    Notes::of(&one.iter().chain(other.iter()).collect::<Vec<_>>())
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde asks for")]
fn as_list<S: Serializer>(notes: &Notes, out: S) -> Result<S::Ok, S::Error> {
    out.collect_seq(notes.iter())
}

#[cfg(test)]
mod tests;
