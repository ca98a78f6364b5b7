//! Which code of a file means which unit of the flows.
//!
//! The very code first; then, for Polish municipalities, the same six digits, the whole (kinds 1, 2, 3) before the sum of
//! its parts; at last the same number where leading zeros were lost. No unit takes a part for its whole.

use std::collections::{BTreeMap, BTreeSet};

use miedza_territory::{CodeSystem, UnitCode, UnitIx, UnitVec, Units};

use crate::Error;
use crate::commuting::resolve::whole;

/// What a file has for a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Match {
    /// Nothing.
    None,
    /// Its very code.
    Same(UnitCode),
    /// The code with another kind, without one, or with other leading zeros.
    Alike(UnitCode),
    /// All parts that the file lists, and no whole.
    Parts(Vec<UnitCode>),
}

/// What a file has for each unit.
#[derive(Clone, Debug)]
pub struct Join {
    of: UnitVec<Match>,
    units_system: Option<CodeSystem>,
    file_system: Option<CodeSystem>,
    units_example: String,
    file_example: String,
}

/// Codes of a file, ready to be asked.
#[derive(Default)]
struct Codes<'a> {
    all: BTreeSet<&'a UnitCode>,
    known: BTreeSet<&'a UnitCode>,
    wholes: BTreeMap<UnitCode, &'a UnitCode>,
    parts: BTreeMap<UnitCode, Vec<UnitCode>>,
    /// Codes by their digits without leading zeros; `None` where two codes are alike.
    numbers: BTreeMap<&'a str, Option<&'a UnitCode>>,
}

impl<'a> Codes<'a> {
    /// `is_known` says whether the file has a value for the code: a register of several years lists a municipality under
    /// its old kind and its new one, and only one of them has the figure of the year.
    fn add(&mut self, code: &'a UnitCode, is_known: bool) {
        self.all.insert(code);
        if is_known {
            self.known.insert(code);
        }
        if !code.is_numeric() {
            return;
        }
        let number = code.as_str().trim_start_matches('0');
        self.numbers.entry(number).and_modify(|other| *other = None).or_insert(Some(code));
        let (Some(kind), Some(six)) = (code.kind(), code.without_kind()) else { return };
        if !kind.is_part() {
            let known = &self.known;
            self.wholes
                .entry(six)
                .and_modify(|other| *other = if known.contains(*other) { *other } else { code })
                .or_insert(code);
        } else if let Some(six) = whole(code, Some(CodeSystem::TerytSeven)).and_then(|whole| whole.without_kind()) {
            self.parts.entry(six).or_default().push(code.clone());
        }
    }

    fn of(&self, code: &UnitCode, is_polish: bool) -> Match {
        let six = is_polish.then(|| code.without_kind().unwrap_or_else(|| code.clone()));
        let alike = six.as_ref().and_then(|six| self.wholes.get(six).or_else(|| self.all.get(six)).copied());
        let is_better = alike.is_some_and(|alike| self.known.contains(alike)) && !self.known.contains(code);
        if self.all.contains(code) && !is_better {
            return Match::Same(code.clone());
        }
        if let Some(alike) = alike {
            return Match::Alike(alike.clone());
        }
        if let Some(parts) = six.and_then(|six| self.parts.get(&six)) {
            return Match::Parts(parts.clone());
        }
        let number = code.is_numeric().then(|| code.as_str().trim_start_matches('0'));
        number.and_then(|number| *self.numbers.get(number)?).map_or(Match::None, |alike| Match::Alike(alike.clone()))
    }
}

impl Join {
    /// Joins the codes of a file to units; each code comes with whether the file has a value for it.
    #[must_use]
    pub fn new<'a>(units: &Units, file: impl Iterator<Item = (&'a UnitCode, bool)>) -> Self {
        let mut codes = Codes::default();
        file.for_each(|(code, is_known)| codes.add(code, is_known));
        let units_system = units.code_system();
        let is_polish = matches!(units_system, Some(CodeSystem::TerytSix | CodeSystem::TerytSeven));
        let example = |code: Option<&UnitCode>| code.map_or_else(String::new, UnitCode::to_string);
        Self {
            of: units.codes().iter().map(|code| codes.of(code, is_polish)).collect(),
            units_system,
            file_system: CodeSystem::of(codes.all.iter().copied()),
            units_example: example(units.codes().first()),
            file_example: example(codes.all.last().copied()),
        }
    }

    /// What the file has for a unit.
    #[must_use]
    pub fn of(&self, unit: UnitIx) -> &Match {
        &self.of[unit]
    }

    /// All units with what the file has for them, in order.
    pub fn iter(&self) -> impl Iterator<Item = (UnitIx, &Match)> {
        self.of.enumerate()
    }

    /// How many units the file has anything for.
    #[must_use]
    pub fn matched(&self) -> usize {
        self.of.iter().filter(|found| **found != Match::None).count()
    }

    /// Refuses two files whose codes do not belong together: nothing matches, or next to nothing between two systems.
    ///
    /// # Errors
    /// [`Error::CodeSystems`].
    pub fn refuse_strangers(&self, file: &str, other: &str) -> Result<(), Error> {
        let (matched, units) = (self.matched(), self.of.len());
        let is_chance = self.units_system != self.file_system && matched * 20 < units;
        if units == 0 || (matched > 0 && !is_chance) {
            return Ok(());
        }
        Err(Error::CodeSystems {
            file: file.into(),
            example: self.file_example.as_str().into(),
            other: other.into(),
            other_example: self.units_example.as_str().into(),
            matched,
            units,
        })
    }
}
