//! A list of units in the order that every number and every tie rule refers to.

use std::sync::Arc;

use crate::code::{CodeSystem, UnitCode};
use crate::index::UnitIx;

/// Units in the order of their codes, each once.
///
/// If all codes are digits they are ordered by number, else by bytes: the order in which the reference programs of the
/// methods number units, so that ties fall the same way.
///
/// ```
/// use miedza_territory::{UnitCode, Units};
///
/// let codes = ["100", "20", "3"].map(|text| UnitCode::parse(text).unwrap());
/// let units = Units::new(codes.to_vec());
///
/// assert_eq!(units.codes().iter().map(UnitCode::as_str).collect::<Vec<_>>(), ["3", "20", "100"]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Units {
    /// Shared, since matrices of the same units are made by the thousand.
    codes: Arc<[UnitCode]>,
    numeric: bool,
}

impl Units {
    /// Sorts the codes; a code that is given twice stays once.
    #[must_use]
    pub fn new(mut codes: Vec<UnitCode>) -> Self {
        let numeric = codes.iter().all(UnitCode::is_numeric);
        if numeric {
            codes.sort_unstable_by(UnitCode::cmp_by_number);
        } else {
            codes.sort_unstable();
        }
        codes.dedup();
        Self { codes: codes.into(), numeric }
    }

    /// How many units there are.
    #[must_use]
    #[inline]
    pub fn len(&self) -> usize {
        self.codes.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.codes.is_empty()
    }

    /// The number of a code; `None` if it is not in the list.
    #[must_use]
    pub fn find(&self, code: &UnitCode) -> Option<UnitIx> {
        let found = if self.numeric {
            if !code.is_numeric() {
                return None;
            }
            self.codes.binary_search_by(|candidate| candidate.cmp_by_number(code))
        } else {
            self.codes.binary_search(code)
        };
        found.ok().map(UnitIx::new)
    }

    /// The code of a unit.
    #[must_use]
    pub fn code(&self, unit: UnitIx) -> &UnitCode {
        &self.codes[unit.get()]
    }

    /// All codes, in order.
    #[must_use]
    pub fn codes(&self) -> &[UnitCode] {
        &self.codes
    }

    /// All unit numbers, in order.
    #[must_use]
    pub fn indices(&self) -> impl DoubleEndedIterator<Item = UnitIx> + ExactSizeIterator + use<> {
        (0..self.codes.len()).map(UnitIx::new)
    }

    /// What the shape of the codes says of their register.
    #[must_use]
    pub fn code_system(&self) -> Option<CodeSystem> {
        CodeSystem::of(self.codes.iter())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_found_under_its_own_number() {
        for texts in [&["10", "9", "010", "100"][..], &["b", "a", "10", "9"][..]] {
            let units = Units::new(texts.iter().map(|text| UnitCode::parse(text).expect("a code")).collect());

            for unit in units.indices() {
                assert_eq!(units.find(units.code(unit)), Some(unit), "{texts:?}");
            }
            assert_eq!(units.find(&UnitCode::parse("zz").expect("a code")), None);
        }
    }
}
