//! Municipalities that were joined, divided, moved or enlarged: whose figures of before count for an area of today.
//!
//! A change tells which municipalities held the same land before and after it. One that became one other is the same
//! municipality under another code. Where all that hold the land today are members of an area, all that held it before count
//! for the area, and a member that was cut out of another one was not in force. Where only some are, the figures before and
//! after are not of the same land: the first one after it is marked as a break. Which change touches an area is said beside
//! its figures.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use miedza_territory::{Missing, Note, Notes, UnitCode, UnitIx, Value};
use serde::Deserialize;
use thiserror::Error;

use super::block::{Block, Cell, Years};
use crate::values::Tongue;

/// The sheet of this program.
const BUILT_IN: &str = include_str!("boundary_changes.toml");

/// A change of boundaries between municipalities.
#[derive(Clone, Debug, PartialEq)]
struct BoundaryChange {
    /// The first year of the new form.
    year: u16,
    /// Who held the land before, by lasting code.
    before: Vec<UnitCode>,
    /// Who holds it since.
    after: Vec<UnitCode>,
    note: BTreeMap<Tongue, String>,
}

/// All changes that are known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BoundaryChanges(Vec<BoundaryChange>);

/// Why a sheet cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum BoundaryChangesError {
    /// The text is no such sheet.
    #[error("the sheet of boundary changes cannot be read: {0}")]
    Unreadable(String),
    /// A code that is none, or nobody before or after.
    #[error("the change of {year} names {text:?}, and needs codes of six digits of municipalities before and after it")]
    Code {
        /// The year of the change.
        year: u16,
        /// What stands there.
        text: String,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sheet {
    changes: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    year: u16,
    before: Vec<String>,
    after: Vec<String>,
    note: BTreeMap<Tongue, String>,
}

impl BoundaryChanges {
    /// The sheet of this program, read once and held; an empty one if it could not be read, which the tests rule out.
    #[must_use]
    pub fn held() -> &'static Self {
        static HELD: OnceLock<BoundaryChanges> = OnceLock::new();
        HELD.get_or_init(|| Self::read(BUILT_IN).unwrap_or_default())
    }

    /// Reads a sheet in TOML.
    ///
    /// # Errors
    /// [`BoundaryChangesError`] with what is at fault.
    pub fn read(text: &str) -> Result<Self, BoundaryChangesError> {
        let sheet: Sheet = toml::from_str(text).map_err(|error| BoundaryChangesError::Unreadable(error.to_string()))?;
        sheet.changes.into_iter().map(BoundaryChange::of).collect::<Result<_, _>>().map(Self)
    }

    /// Members that bore another code before, each with that code.
    #[must_use]
    pub fn moved(&self, members: &[UnitCode]) -> Vec<(UnitCode, UnitCode)> {
        let pair = |change: &BoundaryChange| {
            let (old, new) = change.moved()?;
            Some((members.iter().find(|member| member.lasting() == *new)?.clone(), old.clone()))
        };
        self.0.iter().filter_map(pair).collect()
    }

    /// Codes of municipalities that are no more and whose land the members hold among them.
    #[must_use]
    pub fn former(&self, members: &[UnitCode]) -> Vec<UnitCode> {
        let whole = self.0.iter().filter(|change| change.moved().is_none() && change.is_whole(members));
        whole.flat_map(|change| change.only_before().cloned()).collect()
    }

    /// Whether a change tells who holds the land of this code today.
    #[must_use]
    pub fn knows(&self, code: &UnitCode) -> bool {
        self.0.iter().any(|change| change.only_before().any(|before| before == code))
    }

    /// Settles the values of members in a block that holds them and [`Self::former`].
    pub fn settle(&self, block: &mut Block, members: &[UnitCode]) {
        for change in self.0.iter().filter(|change| change.moved().is_none() && change.touches(members)) {
            if change.is_whole(members) {
                change.join(block, members);
            } else {
                change.mark(block, members);
            }
        }
    }

    /// What a reader has to know of the changes that touch members within these years.
    #[must_use]
    pub fn notes(&self, members: &[UnitCode], years: Years, tongue: Tongue) -> Vec<String> {
        let is_within = |change: &BoundaryChange| years.first < change.year && change.year <= years.last;
        let told = |change: &&BoundaryChange| is_within(change) && change.touches(members);
        self.0.iter().filter(told).filter_map(|change| change.note.get(&tongue).cloned()).collect()
    }
}

impl BoundaryChange {
    fn of(Entry { year, before, after, note }: Entry) -> Result<Self, BoundaryChangesError> {
        let codes = |texts: Vec<String>| {
            let code = |text: &String| {
                let is_lasting = text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_digit());
                let found = UnitCode::parse(text).ok().filter(|_| is_lasting);
                found.ok_or_else(|| BoundaryChangesError::Code { year, text: text.clone() })
            };
            if texts.is_empty() {
                return Err(BoundaryChangesError::Code { year, text: String::new() });
            }
            texts.iter().map(code).collect::<Result<Vec<UnitCode>, _>>()
        };
        Ok(Self { year, before: codes(before)?, after: codes(after)?, note })
    }

    /// The codes of a municipality that only got another one.
    fn moved(&self) -> Option<(&UnitCode, &UnitCode)> {
        match (self.before.as_slice(), self.after.as_slice()) {
            ([old], [new]) if old != new => Some((old, new)),
            _ => None,
        }
    }

    fn only_before(&self) -> impl Iterator<Item = &UnitCode> {
        self.before.iter().filter(|code| !self.after.contains(code))
    }

    fn touches(&self, members: &[UnitCode]) -> bool {
        members.iter().any(|member| self.after.contains(&member.lasting()))
    }

    fn is_whole(&self, members: &[UnitCode]) -> bool {
        self.after.iter().all(|code| members.iter().any(|member| member.lasting() == *code))
    }

    /// Members in the block that hold the land since, with their lasting codes.
    fn holders(&self, block: &Block, members: &[UnitCode]) -> Vec<(UnitIx, UnitCode)> {
        let lasting = members.iter().map(|member| (member, member.lasting())).filter(|(_, code)| self.after.contains(code));
        lasting.filter_map(|(member, code)| Some((block.units().find(member)?, code))).collect()
    }

    /// Those that are no more count before, and only before; those that were not there yet are no gap.
    fn join(&self, block: &mut Block, members: &[UnitCode]) {
        let holders = self.holders(block, members);
        let founded: Vec<UnitIx> =
            holders.iter().filter(|(_, code)| !self.before.contains(code)).map(|(unit, _)| *unit).collect();
        let former: Vec<UnitIx> = self.only_before().filter_map(|code| block.units().find(code)).collect();
        let missing = |why, notes| move |import| Cell { value: Value::Missing(why), notes, import };
        let (not_there, not_known) =
            (missing(Missing::NotApplicable, Notes::of(&[Note::NotInForce])), missing(Missing::NotGiven, Notes::NONE));
        let years = block.years();
        for (variable, year) in block.variable_numbers().flat_map(|variable| years.iter().map(move |year| (variable, year))) {
            if year >= self.year {
                former.iter().for_each(|unit| block.forget(variable, (*unit, year)));
                continue;
            }
            // A year of which nobody has a value lacks nothing.
            let Some(known) = holders.iter().find_map(|(unit, _)| block.at(variable, *unit, year)) else { continue };
            let empty = |unit: &&UnitIx, block: &Block| block.at(variable, **unit, year).is_none();
            for unit in founded.iter().filter(|unit| empty(unit, block)).copied().collect::<Vec<_>>() {
                block.put_at(variable, (unit, year), not_there(known.import));
            }
            for unit in former.iter().filter(|unit| empty(unit, block)).copied().collect::<Vec<_>>() {
                block.put_at(variable, (unit, year), not_known(known.import));
            }
        }
    }

    /// Before and after are not the same land.
    fn mark(&self, block: &mut Block, members: &[UnitCode]) {
        let units = self.holders(block, members);
        for (variable, (unit, _)) in block.variable_numbers().flat_map(|variable| units.iter().map(move |unit| (variable, unit)))
        {
            block.mark_break(variable, *unit, self.year);
        }
    }
}

#[cfg(test)]
mod tests;
