//! What it means when a table has persons who go from a unit to the same unit.
//!
//! Mostly these live and work there. In Polish tables of municipalities they may be something else: the office publishes
//! the town and the rural part of an urban-rural municipality separately, and folded together the commuters between the
//! two look as if they stayed. The rule, where none is given:
//!
//! 1. flows between different parts of one municipality are such commuters, unless rows from a unit to itself say that the
//!    table counts those who stay, too;
//! 2. rows from a unit to itself are such commuters if the codes are those of Polish municipalities, less than half of the
//!    units that send anybody have them, and, where a register is given, at least nineteen in twenty of those that have
//!    them are urban-rural (kind 3) in it or not in it at all;
//! 3. all else is a diagonal. Tables of counties keep theirs.

use std::collections::BTreeMap;

use miedza_territory::{CodeSystem, Kind, UnitCode, UnitVec};

use super::report::DiagonalState;
use super::resolve::Resolved;
use super::{DiagonalRule, Options};

/// Persons who stay within their unit, per unit.
pub(super) struct Within {
    /// From a code to the same code.
    pub(super) same: UnitVec<f64>,
    /// From a part to another part of the same unit.
    pub(super) between_parts: UnitVec<f64>,
}

impl Within {
    pub(super) fn new(units: usize) -> Self {
        Self { same: UnitVec::filled(units, 0.0), between_parts: UnitVec::filled(units, 0.0) }
    }
}

/// What becomes of persons who stay within their unit.
pub(super) struct Verdict {
    /// The diagonal of the matrix.
    pub(super) kept: UnitVec<f64>,
    /// Persons kept apart, by unit.
    pub(super) apart: BTreeMap<UnitCode, f64>,
    pub(super) state: DiagonalState,
}

/// Judges them; `sends` says which units send anybody at all.
pub(super) fn judge(within: &Within, sends: &UnitVec<bool>, resolved: &Resolved, options: &Options<'_>) -> Verdict {
    let units = &resolved.units;
    let is_diagonal = match options.diagonal {
        DiagonalRule::Keep => true,
        DiagonalRule::Apart => false,
        DiagonalRule::Auto => {
            within.same.iter().any(|&persons| persons > 0.0) && !is_between_parts(within, sends, resolved, options)
        }
    };
    let all = |unit| within.same[unit] + within.between_parts[unit];
    if is_diagonal {
        let kept: UnitVec<f64> = units.indices().map(all).collect();
        let state = state(&kept, sends);
        return Verdict { kept, apart: BTreeMap::new(), state };
    }
    let apart: BTreeMap<UnitCode, f64> =
        units.indices().filter(|unit| all(*unit) > 0.0).map(|unit| (units.code(unit).clone(), all(unit))).collect();
    let state = if apart.is_empty() {
        DiagonalState::Absent
    } else {
        DiagonalState::Apart { units: apart.len(), persons: apart.values().sum() }
    };
    Verdict { kept: UnitVec::filled(units.len(), 0.0), apart, state }
}

/// The second rule of the header.
fn is_between_parts(within: &Within, sends: &UnitVec<bool>, resolved: &Resolved, options: &Options<'_>) -> bool {
    if !matches!(resolved.system, Some(CodeSystem::TerytSix | CodeSystem::TerytSeven)) {
        return false;
    }
    let with: Vec<&UnitCode> =
        resolved.units.indices().filter(|unit| within.same[*unit] > 0.0).map(|unit| resolved.units.code(unit)).collect();
    let senders = sends.iter().filter(|sends| **sends).count();
    let fits = options.register.is_none_or(|register| {
        let other =
            with.iter().filter(|code| register.find(code).is_some_and(|unit| unit.kind != Some(Kind::UrbanRural))).count();
        other * 20 <= with.len()
    });
    with.len() * 2 < senders && fits
}

fn state(kept: &UnitVec<f64>, sends: &UnitVec<bool>) -> DiagonalState {
    let with = kept.iter().filter(|persons| **persons > 0.0).count();
    let without = sends.enumerate().filter(|(unit, sends)| **sends && kept[*unit] <= 0.0).count();
    match (with, without) {
        (0, _) => DiagonalState::Absent,
        (_, 0) => DiagonalState::Full,
        (with, without) => DiagonalState::Partial { with, without },
    }
}
