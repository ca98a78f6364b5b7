//! Identifiers of units in the Local Data Bank: twelve digits `MM WW R PP CC GG K`, and the TERYT code within them.
//!
//! Macroregion, voivodeship, region, subregion, county, municipality, kind. Statistical units between voivodeship and county
//! have no TERYT code, so the way from a code to an identifier needs the list of units ([`UnitIds`]). A municipality may
//! stand under an old and a new identifier, for the subregions are redrawn now and then.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use miedza_territory::{CodeSystem, Kind, UnitCode};

use super::Error;

/// Level of a unit in the Local Data Bank, 0 to 6.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// 0, Poland.
    Country,
    /// 1, macroregion (NUTS 1).
    Macroregion,
    /// 2, voivodeship.
    Voivodeship,
    /// 3, region (NUTS 2).
    Region,
    /// 4, subregion (NUTS 3).
    Subregion,
    /// 5, county.
    County,
    /// 6, municipality or a part of one.
    Municipality,
}

impl Level {
    /// The number by which the service asks for it, `unit-level`.
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::Country => 0,
            Self::Macroregion => 1,
            Self::Voivodeship => 2,
            Self::Region => 3,
            Self::Subregion => 4,
            Self::County => 5,
            Self::Municipality => 6,
        }
    }
}

/// Identifier of a unit, twelve digits.
///
/// ```
/// use miedza_sources::bdl::{Level, UnitId};
///
/// let unit = UnitId::parse("042815403062").unwrap();
///
/// assert_eq!(unit.level(), Level::Municipality);
/// assert_eq!(unit.code().as_str(), "2803062");
/// assert!(unit.is_municipality());
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct UnitId {
    id: Box<str>,
    level: Level,
    code: UnitCode,
}

impl UnitId {
    /// Reads an identifier; white space around it, and the `10` that a KTS symbol of fourteen digits begins with, are dropped.
    ///
    /// # Errors
    /// [`Error::NotAUnitId`] if it is not twelve digits, skips a level that a unit cannot do without, or names no kind.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let refused = || Error::NotAUnitId { id: text.chars().take(32).collect() };
        let trimmed = text.trim();
        let id = if trimmed.len() == 14 { trimmed.strip_prefix("10").unwrap_or(trimmed) } else { trimmed };
        if id.len() != 12 || !id.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(refused());
        }
        let level = level(id).ok_or_else(refused)?;
        let code = UnitCode::parse(&code(id, level)).map_err(|_| refused())?;
        if level == Level::Municipality && CodeSystem::of([&code]) != Some(CodeSystem::TerytSeven) {
            return Err(refused());
        }
        Ok(Self { id: id.into(), level, code })
    }

    /// The twelve digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.id
    }

    /// Which level it is.
    #[must_use]
    pub const fn level(&self) -> Level {
        self.level
    }

    /// The code under which values of the unit are kept: TERYT of two, four or seven digits, `00` for Poland, and the twelve
    /// digits for macroregions, regions and subregions, which TERYT does not know.
    #[must_use]
    pub const fn code(&self) -> &UnitCode {
        &self.code
    }

    /// The kind of a municipality or of its part; `None` above.
    #[must_use]
    pub fn kind(&self) -> Option<Kind> {
        if self.level == Level::Municipality { self.code.kind() } else { None }
    }

    /// Whether this is a whole municipality: kinds 1, 2 and 3. Parts would be counted twice beside their whole.
    #[must_use]
    pub fn is_municipality(&self) -> bool {
        self.kind().is_some_and(|kind| !kind.is_part())
    }
}

impl fmt::Display for UnitId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.id)
    }
}

impl fmt::Debug for UnitId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.id)
    }
}

/// The level that the last part that is not zero names.
fn level(id: &str) -> Option<Level> {
    let has = |from: usize, to: usize| id.get(from..to).is_some_and(|part| part.bytes().any(|byte| byte != b'0'));
    let (voivodeship, county, municipality, kind) = (has(2, 4), has(7, 9), has(9, 11), has(11, 12));
    let is_below = county || municipality || kind;
    Some(match () {
        () if municipality && kind && county && voivodeship => Level::Municipality,
        () if municipality || kind || (is_below && !voivodeship) => return None,
        () if county => Level::County,
        () if has(5, 7) => Level::Subregion,
        () if has(4, 5) => Level::Region,
        () if voivodeship => Level::Voivodeship,
        () if has(0, 2) => Level::Macroregion,
        () => Level::Country,
    })
}

fn code(id: &str, level: Level) -> String {
    let part = |from: usize, to: usize| id.get(from..to).unwrap_or_default();
    match level {
        Level::Country => "00".into(),
        Level::Voivodeship => part(2, 4).into(),
        Level::County => [part(2, 4), part(7, 9)].concat(),
        Level::Municipality => [part(2, 4), part(7, 12)].concat(),
        Level::Macroregion | Level::Region | Level::Subregion => id.into(),
    }
}

/// Identifiers by code: the way from TERYT to the Local Data Bank.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct UnitIds(BTreeMap<UnitCode, BTreeSet<UnitId>>);

impl UnitIds {
    /// The identifiers of a list of units.
    #[must_use]
    pub fn new(ids: impl IntoIterator<Item = UnitId>) -> Self {
        let mut by_code: BTreeMap<UnitCode, BTreeSet<UnitId>> = BTreeMap::new();
        for id in ids {
            by_code.entry(id.code().clone()).or_default().insert(id);
        }
        Self(by_code)
    }

    /// All identifiers of a code, in their order; several where its subregion was redrawn, none where it is not listed.
    pub fn of(&self, code: &UnitCode) -> impl Iterator<Item = &UnitId> {
        self.0.get(code).into_iter().flatten()
    }

    /// How many municipalities are listed: codes of kinds 1, 2 and 3.
    #[must_use]
    pub fn municipalities(&self) -> usize {
        self.0.values().filter(|ids| ids.iter().any(UnitId::is_municipality)).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_tells_level_kind_and_code() {
        let cases = [
            ("000000000000", Level::Country, "00", None),
            ("010000000000", Level::Macroregion, "010000000000", None),
            ("011200000000", Level::Voivodeship, "12", None),
            ("011210000000", Level::Region, "011210000000", None),
            ("011212000000", Level::Subregion, "011212000000", None),
            ("042815403000", Level::County, "2803", None),
            ("042815403062", Level::Municipality, "2803062", Some(Kind::Rural)),
            ("011212001011", Level::Municipality, "1201011", Some(Kind::Urban)),
            ("10011212001011", Level::Municipality, "1201011", Some(Kind::Urban)),
            (" 030210199034 ", Level::Municipality, "0299034", Some(Kind::TownPart)),
        ];
        for (text, level, code, kind) in cases {
            let id = UnitId::parse(text).expect(text);

            assert_eq!((id.level(), id.code().as_str(), id.kind()), (level, code, kind), "{text}");
        }
    }

    #[test]
    fn what_is_no_identifier_is_refused() {
        let wrong = [
            "",
            "2803062",
            "04281540306x",
            "0428154030620",
            "023015706012-0199020",
            "042815403060",
            "042815400062",
            "040015403062",
        ];
        for text in wrong {
            assert!(matches!(UnitId::parse(text), Err(Error::NotAUnitId { .. })), "{text}");
        }
        assert!(UnitId::parse("042815403066").is_err(), "6 is no kind");
    }

    #[test]
    fn the_way_back_needs_the_list_and_may_have_two_answers() {
        let parsed = |text: &str| UnitId::parse(text).expect(text);
        let ids = UnitIds::new(["030210199013", "030210199014", "030210199015", "030220199013"].map(parsed));
        let code = |text: &str| UnitCode::parse(text).expect(text);

        let both: Vec<&str> = ids.of(&code("0299013")).map(UnitId::as_str).collect();

        assert_eq!(both, ["030210199013", "030220199013"]);
        assert_eq!(ids.of(&code("0299023")).count(), 0);
        assert_eq!(ids.municipalities(), 1, "an urban-rural municipality is one, not three");
    }
}
