//! Codes of units: strings with their leading zeros, and what a code says of itself.
//!
//! A code is an identifier, never a number and never a name. What its shape tells (a Polish TERYT code of six or seven
//! digits, a Czech municipality, a British statistical code) is a guess about a whole list of codes, made here and
//! confirmed by a register elsewhere.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Code of a unit, as its register writes it, leading zeros kept.
///
/// Ordered by bytes. Lists of codes that are all digits are ordered by number, see [`Units::new`](crate::Units::new).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct UnitCode(Box<str>);

/// Why a text is no code of a unit.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CodeError {
    /// Nothing but white space.
    #[error("the code is empty")]
    Empty,
    /// Longer than any register's codes.
    #[error("the code {start}… has {length} characters, more than {}", UnitCode::MAX_LENGTH)]
    TooLong {
        /// The first characters.
        start: String,
        /// How many characters there are.
        length: usize,
    },
    /// A control character inside.
    #[error("the code {code} holds a control character")]
    Control {
        /// The code, escaped.
        code: String,
    },
}

impl UnitCode {
    /// Most characters that a code may have.
    pub const MAX_LENGTH: usize = 64;

    /// Reads a code; white space around it is dropped.
    ///
    /// # Errors
    /// [`CodeError`] if nothing is left, it is longer than [`Self::MAX_LENGTH`] or holds a control character.
    pub fn parse(text: &str) -> Result<Self, CodeError> {
        let code = text.trim();
        if code.is_empty() {
            return Err(CodeError::Empty);
        }
        if code.len() > Self::MAX_LENGTH {
            return Err(CodeError::TooLong { start: code.chars().take(16).collect(), length: code.chars().count() });
        }
        if code.chars().any(char::is_control) {
            return Err(CodeError::Control { code: code.escape_debug().collect() });
        }
        Ok(Self(code.into()))
    }

    /// The code as its register writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the code consists of ASCII digits only.
    #[must_use]
    pub fn is_numeric(&self) -> bool {
        self.0.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// Orders two numeric codes by their number, then by their text (`007` before `07` before `7`).
    #[must_use]
    pub fn cmp_by_number(&self, other: &Self) -> std::cmp::Ordering {
        let (left, right) = (self.0.trim_start_matches('0'), other.0.trim_start_matches('0'));
        left.len().cmp(&right.len()).then_with(|| left.cmp(right)).then_with(|| self.0.cmp(&other.0))
    }

    /// The first six digits of a seven-digit TERYT code: the municipality without its kind.
    #[must_use]
    pub fn without_kind(&self) -> Option<Self> {
        (self.0.len() == 7 && self.is_numeric()).then(|| Self(self.0[..6].into()))
    }

    /// What stays the same when a Polish municipality changes its kind: six digits of seven; else the whole code, also of a
    /// part of a municipality, which shares its six digits with the whole.
    #[must_use]
    pub fn lasting(&self) -> Self {
        let is_whole = self.kind().is_some_and(|kind| !kind.is_part());
        self.without_kind().filter(|_| is_whole).unwrap_or_else(|| self.clone())
    }

    /// The codes under which the same Polish municipality may stand, this one first: with another kind, as when a village
    /// becomes a town, and without any. For a county, a part of a municipality or a unit of another country this is its only
    /// one.
    #[must_use]
    pub fn whatever_kind(&self) -> Vec<Self> {
        let bare = match CodeSystem::of([self]) {
            Some(CodeSystem::TerytSix) => &*self.0,
            Some(CodeSystem::TerytSeven) if !self.kind().is_none_or(Kind::is_part) => &self.0[..6],
            _ => return vec![self.clone()],
        };
        let others = ["1", "2", "3", ""].map(|kind| Self(format!("{bare}{kind}").into()));
        std::iter::once(self.clone()).chain(others.into_iter().filter(|other| other != self)).collect()
    }

    /// The kind that the last digit of a seven-digit TERYT code names.
    #[must_use]
    pub fn kind(&self) -> Option<Kind> {
        if self.0.len() != 7 || !self.is_numeric() {
            return None;
        }
        Kind::from_digit(self.0.chars().last()?)
    }
}

impl TryFrom<String> for UnitCode {
    type Error = CodeError;

    fn try_from(text: String) -> Result<Self, CodeError> {
        Self::parse(&text)
    }
}

impl From<UnitCode> for String {
    fn from(code: UnitCode) -> Self {
        code.0.into()
    }
}

impl fmt::Display for UnitCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for UnitCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Kind of a Polish municipality or of its part, the seventh digit of its TERYT code.
///
/// # Source
/// TERC register of Statistics Poland, column `RODZ`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// 1, urban municipality.
    Urban,
    /// 2, rural municipality.
    Rural,
    /// 3, urban-rural municipality, the whole of it.
    UrbanRural,
    /// 4, town inside an urban-rural municipality.
    TownPart,
    /// 5, rural area inside an urban-rural municipality.
    RuralPart,
    /// 8, district of Warsaw.
    WarsawDistrict,
    /// 9, delegation of another large city.
    Delegation,
}

impl Kind {
    /// The kind of a TERYT digit; `None` for 0, 6 and 7, which name no kind.
    #[must_use]
    pub const fn from_digit(digit: char) -> Option<Self> {
        Some(match digit {
            '1' => Self::Urban,
            '2' => Self::Rural,
            '3' => Self::UrbanRural,
            '4' => Self::TownPart,
            '5' => Self::RuralPart,
            '8' => Self::WarsawDistrict,
            '9' => Self::Delegation,
            _ => return None,
        })
    }

    /// Whether this is a part of a municipality, which must never be counted beside its whole.
    #[must_use]
    pub const fn is_part(self) -> bool {
        matches!(self, Self::TownPart | Self::RuralPart | Self::WarsawDistrict | Self::Delegation)
    }
}

/// What the shape of a list of codes says of the register that they come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CodeSystem {
    /// Six digits that begin with an even voivodeship number 02…32: Polish municipalities without their kind.
    TerytSix,
    /// Seven digits whose last one names a kind: Polish municipalities.
    TerytSeven,
    /// Four digits that begin with a voivodeship number: Polish counties.
    TerytCounty,
    /// Any other digits of one length, for instance Czech municipalities, Italian comuni, German districts.
    Digits(u8),
    /// Digits of several lengths: numbers whose leading zeros may be lost.
    Numbers,
    /// Anything else, for instance British, French or grid codes.
    Text,
}

impl CodeSystem {
    /// The code system that a list of codes looks like; `None` for an empty list.
    #[must_use]
    pub fn of<'a>(codes: impl IntoIterator<Item = &'a UnitCode>) -> Option<Self> {
        let mut systems = codes.into_iter().map(Self::of_one);
        let first = systems.next()?;
        Some(systems.fold(first, Self::both))
    }

    fn of_one(code: &UnitCode) -> Self {
        if !code.is_numeric() {
            return Self::Text;
        }
        let polish =
            code.as_str().get(..2).and_then(|two| two.parse::<u8>().ok()).is_some_and(|v| v % 2 == 0 && (2..=32).contains(&v));
        match code.as_str().len() {
            4 if polish => Self::TerytCounty,
            6 if polish => Self::TerytSix,
            7 if polish && code.kind().is_some() => Self::TerytSeven,
            length => Self::Digits(u8::try_from(length).unwrap_or(u8::MAX)),
        }
    }

    fn both(self, other: Self) -> Self {
        match (self, other) {
            (one, two) if one == two => one,
            (Self::Text, _) | (_, Self::Text) => Self::Text,
            (one, two) if one.length() == two.length() && one.length().is_some() => Self::Digits(one.length().unwrap_or(0)),
            _ => Self::Numbers,
        }
    }

    /// How many digits each code has; `None` where that differs.
    #[must_use]
    pub const fn length(self) -> Option<u8> {
        match self {
            Self::TerytCounty => Some(4),
            Self::TerytSix => Some(6),
            Self::TerytSeven => Some(7),
            Self::Digits(length) => Some(length),
            Self::Numbers | Self::Text => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> UnitCode {
        UnitCode::parse(text).expect("a code of the test")
    }

    #[test]
    fn a_code_keeps_its_leading_zeros_and_loses_the_space_around_it() {
        assert_eq!(code(" 020101 ").as_str(), "020101");
    }

    #[test]
    fn what_is_no_code_is_refused() {
        assert_eq!(UnitCode::parse("  "), Err(CodeError::Empty));
        assert!(matches!(UnitCode::parse(&"9".repeat(65)), Err(CodeError::TooLong { length: 65, .. })));
        assert!(matches!(UnitCode::parse("02\u{0}01"), Err(CodeError::Control { .. })));
    }

    #[test]
    fn a_polish_municipality_may_stand_under_other_kinds() {
        let names = |text: &str| code(text).whatever_kind().iter().map(ToString::to_string).collect::<Vec<_>>();

        assert_eq!(names("3007053"), ["3007053", "3007051", "3007052", "300705"]);
        assert_eq!(names("300705"), ["300705", "3007051", "3007052", "3007053"]);
        for alone in ["3007054", "3007", "30", "500496", "E02000001"] {
            assert_eq!(names(alone), [alone], "a part, a county, a region, a Czech and a British unit");
        }
    }

    #[test]
    fn the_shape_of_codes_names_their_system() {
        let cases: [(&[&str], Option<CodeSystem>); 8] = [
            (&[], None),
            (&["020101", "306101"], Some(CodeSystem::TerytSix)),
            (&["0201011", "3061011"], Some(CodeSystem::TerytSeven)),
            (&["0201", "3061"], Some(CodeSystem::TerytCounty)),
            (&["01001", "16077"], Some(CodeSystem::Digits(5))),
            (&["500496", "554782"], Some(CodeSystem::Digits(6))),
            (&["1001", "90064"], Some(CodeSystem::Numbers)),
            (&["E02000001", "020101"], Some(CodeSystem::Text)),
        ];
        for (codes, expected) in cases {
            let codes: Vec<_> = codes.iter().map(|text| code(text)).collect();

            assert_eq!(CodeSystem::of(&codes), expected, "{codes:?}");
        }
    }

    #[test]
    fn a_municipality_keeps_its_land_when_its_kind_changes() {
        let cases: [(&str, &[&str]); 4] = [
            ("3007053", &["3007053", "3007051", "3007052", "300705"]),
            ("3007054", &["3007054"]),
            ("3007", &["3007"]),
            ("CZ0712", &["CZ0712"]),
        ];
        for (own, expected) in cases {
            let names: Vec<String> = code(own).whatever_kind().into_iter().map(String::from).collect();

            assert_eq!(names, expected, "{own}");
        }
    }

    #[test]
    fn the_seventh_digit_names_the_kind() {
        assert_eq!(code("0221053").kind(), Some(Kind::UrbanRural));
        assert_eq!(code("0221056").kind(), None);
        assert_eq!(code("022105").kind(), None);
        assert_eq!(code("0221053").without_kind(), Some(code("022105")));
        assert!(Kind::TownPart.is_part() && !Kind::UrbanRural.is_part());
    }
}
