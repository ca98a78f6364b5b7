//! The catalogue of indicators, read from data: the one of this program, or one of an office.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use serde::Deserialize;
use thiserror::Error;

use super::indicator::{Direction, Indicator, Variable};
use super::reckoned::{Part, Reckoned};
use crate::values::Tongue;

/// The catalogue of this program.
const BUILT_IN: &str = include_str!("indicators.toml");

/// The twelve areas of the development monitor (MRL), in its order.
pub const AREAS: [&str; 12] = [
    "economy",
    "labour_market",
    "public_finance",
    "infrastructure",
    "transport",
    "demography",
    "education",
    "health_and_care",
    "housing",
    "culture_and_participation",
    "environment",
    "spatial_order",
];

/// Units of measure that figures are written in.
pub const UNITS: [&str; 11] =
    ["person", "person_per_km2", "per_cent", "per_mille", "pln", "entity", "place", "item", "km", "m2", "kg"];

/// Why a catalogue cannot be used.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum CatalogueError {
    /// The text is no such table.
    #[error("the catalogue cannot be read: {0}")]
    Unreadable(String),
    /// Two indicators have one code.
    #[error("the indicator {code} stands twice")]
    Twice {
        /// The code.
        code: String,
    },
    /// A word that is not known.
    #[error("the indicator {code} says {what} {word:?}; known are: {known}")]
    Unknown {
        /// The indicator.
        code: String,
        /// Which entry.
        what: &'static str,
        /// The word.
        word: String,
        /// What would do.
        known: String,
    },
    /// A variable without a source or an identifier.
    #[error("the indicator {code} names {text:?}, and a variable is SOURCE:ID such as bdl:72305")]
    Variable {
        /// The indicator.
        code: String,
        /// What stands there.
        text: String,
    },
    /// It is not told once how the figure is reckoned.
    #[error("the indicator {code} needs one of sum, ratio and published, with at least one variable")]
    Reckoning {
        /// The indicator.
        code: String,
    },
    /// A name is missing.
    #[error("the indicator {code} has no name in {language}")]
    Nameless {
        /// The indicator.
        code: String,
        /// The language.
        language: &'static str,
    },
}

/// Indicators in their order, each with a code of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Catalogue {
    indicators: Vec<Indicator>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sheet {
    indicators: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    code: String,
    area: String,
    sub_area: String,
    unit: String,
    direction: String,
    name: BTreeMap<Tongue, String>,
    sum: Option<Vec<String>>,
    ratio: Option<RatioEntry>,
    published: Option<PublishedEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RatioEntry {
    above: Vec<String>,
    below: Vec<String>,
    times: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PublishedEntry {
    variable: String,
    weight: Option<String>,
}

impl Catalogue {
    /// The catalogue of this program.
    ///
    /// # Errors
    /// [`CatalogueError`] never, as the tests see to.
    pub fn built_in() -> Result<Self, CatalogueError> {
        Self::read(BUILT_IN)
    }

    /// The catalogue of this program, read once and held; an empty one if it could not be read, which the tests rule out.
    #[must_use]
    pub fn held() -> &'static Self {
        static HELD: OnceLock<Catalogue> = OnceLock::new();
        HELD.get_or_init(|| Self::built_in().unwrap_or(Self { indicators: Vec::new() }))
    }

    /// Reads a catalogue in TOML.
    ///
    /// ```
    /// use miedza_planning::diagnosis::Catalogue;
    ///
    /// let catalogue = Catalogue::built_in()?;
    /// let births = catalogue.indicator("births_per_1000").unwrap();
    /// let variables: Vec<String> = births.variables().iter().map(ToString::to_string).collect();
    /// assert_eq!(variables, ["bdl:59", "bdl:72305"]);
    /// # Ok::<(), miedza_planning::diagnosis::CatalogueError>(())
    /// ```
    ///
    /// # Errors
    /// [`CatalogueError`] with the indicator at fault and what would do.
    pub fn read(text: &str) -> Result<Self, CatalogueError> {
        let sheet: Sheet = toml::from_str(text).map_err(|error| CatalogueError::Unreadable(error.to_string()))?;
        let mut codes = BTreeSet::new();
        let mut indicators = Vec::with_capacity(sheet.indicators.len());
        for entry in sheet.indicators {
            if !codes.insert(entry.code.clone()) {
                return Err(CatalogueError::Twice { code: entry.code });
            }
            indicators.push(entry.indicator()?);
        }
        Ok(Self { indicators })
    }

    /// All, in their order.
    #[must_use]
    pub fn indicators(&self) -> &[Indicator] {
        &self.indicators
    }

    /// Those of its indicators that a reader keeps, in the same order.
    #[must_use]
    pub fn only(&self, keeps: impl Fn(&Indicator) -> bool) -> Self {
        Self { indicators: self.indicators.iter().filter(|indicator| keeps(indicator)).cloned().collect() }
    }

    /// The indicator of a code.
    #[must_use]
    pub fn indicator(&self, code: &str) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.code == code)
    }

    /// Every variable that some indicator needs, each once, in order.
    #[must_use]
    pub fn variables(&self) -> BTreeSet<&Variable> {
        self.indicators.iter().flat_map(Indicator::variables).collect()
    }
}

impl Entry {
    fn indicator(self) -> Result<Indicator, CatalogueError> {
        self.check("area", &self.area, &AREAS)?;
        self.check("unit", &self.unit, &UNITS)?;
        for tongue in Tongue::ALL {
            if self.name.get(&tongue).is_none_or(|name| name.trim().is_empty()) {
                return Err(CatalogueError::Nameless { code: self.code, language: tongue.code() });
            }
        }
        let direction = self.direction()?;
        let reckoned = self.reckoned()?;
        let Self { code, area, sub_area, unit, name, .. } = self;
        Ok(Indicator { code, names: name, area, sub_area, unit, direction, reckoned })
    }

    fn check(&self, what: &'static str, word: &str, known: &[&str]) -> Result<(), CatalogueError> {
        if known.contains(&word) {
            return Ok(());
        }
        Err(CatalogueError::Unknown { code: self.code.clone(), what, word: word.to_owned(), known: known.join(", ") })
    }

    fn direction(&self) -> Result<Direction, CatalogueError> {
        self.check("direction", &self.direction, &["stimulant", "destimulant", "neutral"])?;
        Ok(match self.direction.as_str() {
            "stimulant" => Direction::Stimulant,
            "destimulant" => Direction::Destimulant,
            _ => Direction::Neutral,
        })
    }

    fn reckoned(&self) -> Result<Reckoned, CatalogueError> {
        let refused = || CatalogueError::Reckoning { code: self.code.clone() };
        let parts = |named: &[String]| -> Result<Vec<Part>, CatalogueError> {
            let parts: Vec<Part> = named.iter().map(|text| self.part(text)).collect::<Result<_, _>>()?;
            if parts.is_empty() { Err(refused()) } else { Ok(parts) }
        };
        match (&self.sum, &self.ratio, &self.published) {
            (Some(named), None, None) => Ok(Reckoned::Sum(parts(named)?)),
            (None, Some(ratio), None) => {
                Ok(Reckoned::Ratio { above: parts(&ratio.above)?, below: parts(&ratio.below)?, times: ratio.times })
            }
            (None, None, Some(published)) => Ok(Reckoned::Published {
                variable: self.variable(&published.variable)?,
                weight: published.weight.as_ref().map(|text| self.variable(text)).transpose()?,
            }),
            _ => Err(refused()),
        }
    }

    fn part(&self, text: &str) -> Result<Part, CatalogueError> {
        let (is_taken_away, named) = text.strip_prefix('-').map_or((false, text), |named| (true, named));
        Ok(Part { variable: self.variable(named)?, is_taken_away })
    }

    fn variable(&self, text: &str) -> Result<Variable, CatalogueError> {
        let is_word = |word: &str| !word.is_empty() && word.chars().all(|sign| sign.is_ascii_alphanumeric() || sign == '_');
        let found = Variable::parse(text).filter(|found| is_word(&found.source) && is_word(&found.id));
        found.ok_or_else(|| CatalogueError::Variable { code: self.code.clone(), text: text.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: &str = "[[indicators]]\ncode = \"births\"\narea = \"demography\"\nsub_area = \"natural_change\"\n\
                       unit = \"person\"\ndirection = \"neutral\"\nsum = [\"bdl:59\"]\n\
                       name = { pl = \"Urodzenia\", cs = \"Narození\", en = \"Births\" }\n";

    fn refused(from: &str, to: &str) -> CatalogueError {
        let text = ONE.replace(from, to);
        assert_ne!(text, ONE, "something is changed");
        Catalogue::read(&text).expect_err("it is refused")
    }

    #[test]
    fn the_catalogue_of_the_program_is_well_formed_and_touches_every_area() {
        let catalogue = Catalogue::built_in().expect("it is well formed");
        for area in AREAS {
            assert!(catalogue.indicators().iter().any(|indicator| indicator.area == area), "nothing on {area}");
        }
        for unit in UNITS {
            assert!(catalogue.indicators().iter().any(|indicator| indicator.unit == unit), "nothing in {unit}");
        }
        let names: BTreeSet<&str> =
            catalogue.indicators().iter().map(|indicator| indicator.names[&Tongue::En].as_str()).collect();
        assert_eq!(names.len(), catalogue.indicators().len(), "no two have one name");
    }

    #[test]
    fn what_is_wrong_is_named_with_the_indicator() {
        let twice = Catalogue::read(&format!("{ONE}{ONE}")).expect_err("it is refused");
        assert_eq!(twice, CatalogueError::Twice { code: "births".into() });
        assert!(matches!(refused("\"demography\"", "\"people\""), CatalogueError::Unknown { what: "area", .. }));
        assert!(matches!(refused("\"neutral\"", "\"up\""), CatalogueError::Unknown { what: "direction", .. }));
        assert!(matches!(refused("bdl:59", "59"), CatalogueError::Variable { .. }));
        assert!(matches!(refused("[\"bdl:59\"]", "[]"), CatalogueError::Reckoning { .. }));
        assert!(matches!(refused("sum = [\"bdl:59\"]\n", ""), CatalogueError::Reckoning { .. }));
        assert!(matches!(refused(", cs = \"Narození\"", ""), CatalogueError::Nameless { language: "cs", .. }));
        assert!(matches!(refused("unit =", "unlt ="), CatalogueError::Unreadable(_)));
    }
}
