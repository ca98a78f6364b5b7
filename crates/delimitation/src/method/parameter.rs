//! What can be set in a method: name, default, range, meaning and where the value comes from.
//!
//! Each method holds its own list; it is behind the command line, its help, the form of the lab and the record of a run.

use serde::Serialize;

/// What kind of value a parameter takes.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A number between two bounds, both allowed.
    Number {
        /// Smallest value.
        min: f64,
        /// Largest value; infinity if there is none.
        #[serde(skip_serializing_if = "is_infinite")]
        max: f64,
    },
    /// A share from 0 to 1, as a decimal number, as a fraction such as `2/3` or in per cent such as `15%`.
    Share,
    /// A whole number, 0 or more.
    Count,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// `true` or `false`.
    Switch,
    /// Codes of units: cores apart by commas, units of one core joined by `+`.
    UnitList,
    /// Criteria, apart by semicolons.
    CriterionList,
    /// Any text.
    Text,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
const fn is_infinite(number: &f64) -> bool {
    number.is_infinite()
}

/// One thing that can be set.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Parameter {
    /// Its name.
    pub name: &'static str,
    /// Its value where nothing is set; empty where there is none.
    pub default: &'static str,
    /// What kind of value it takes.
    pub kind: Kind,
    /// What it means.
    pub summary: &'static str,
    /// Where meaning and default come from.
    pub source: &'static str,
}

/// A number of 0 or more.
pub(super) const COUNT: Kind = Kind::Number { min: 0.0, max: f64::INFINITY };
/// Trials, or rounds of one, at most: more would take hours and find no better areas.
pub(super) const MOST_TRIALS: u32 = 10_000;
/// Where no paper says what is usual.
pub(super) const HOUSE: &str = "convention of this program";

/// A parameter of which only name, default and kind are said yet.
pub(super) const fn parameter(name: &'static str, default: &'static str, kind: Kind) -> Parameter {
    Parameter { name, default, kind, summary: "", source: HOUSE }
}

impl Parameter {
    /// The same with its meaning, and where meaning and default come from.
    pub(super) const fn means(self, summary: &'static str, source: &'static str) -> Self {
        Self { summary, source, ..self }
    }
}

/// A name and the values it stands for.
pub type Preset = (&'static str, &'static [(&'static str, &'static str)]);
