//! One indicator: its names, what it is reckoned from, and the figure of a municipality or of an area.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt;

use miedza_statistics::Error;
use miedza_statistics::aggregate::AreaFigure;
use miedza_statistics::rank::Direction as Order;
use miedza_territory::UnitCode;
use serde::Serialize;

use super::reckoned::{Form, Reckoned};
use crate::values::Tongue;

/// A figure that a source counts, such as `bdl:72305`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Variable {
    /// Short name of the source.
    pub source: String,
    /// Identifier of the figure in that source.
    pub id: String,
}

impl Variable {
    /// Reads `SOURCE:ID`; `None` for a text that is no such pair.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (source, id) = text.split_once(':')?;
        (!source.is_empty() && !id.is_empty()).then(|| Self { source: source.to_owned(), id: id.to_owned() })
    }
}

impl fmt::Display for Variable {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{}:{}", self.source, self.id)
    }
}

/// Whether more is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// More is better.
    Stimulant,
    /// Less is better.
    Destimulant,
    /// Neither.
    Neutral,
}

impl Direction {
    /// How units are ordered: neutral figures by size, the largest first.
    #[must_use]
    pub const fn order(self) -> Order {
        match self {
            Self::Stimulant | Self::Neutral => Order::Stimulant,
            Self::Destimulant => Order::Destimulant,
        }
    }

    /// Whether the first value is better than the second; `None` for neutral figures and equal values.
    #[must_use]
    pub fn is_better(self, one: f64, other: f64) -> Option<bool> {
        let is_more = match one.total_cmp(&other) {
            Ordering::Less => false,
            Ordering::Equal => return None,
            Ordering::Greater => true,
        };
        match self {
            Self::Neutral => None,
            Self::Stimulant => Some(is_more),
            Self::Destimulant => Some(!is_more),
        }
    }
}

/// One indicator of the catalogue.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    /// Its name in the program, the same for ever.
    pub code: String,
    /// Its names for people, in every language.
    pub names: BTreeMap<Tongue, String>,
    /// One of the twelve areas of the development monitor, such as `demography`.
    pub area: String,
    /// A part of that area.
    pub sub_area: String,
    /// Unit of measure, such as `person` or `per_cent`.
    pub unit: String,
    /// Whether more is better.
    pub direction: Direction,
    /// What it is reckoned from.
    pub reckoned: Reckoned,
}

/// What a table has to know of an indicator, without its names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Measure {
    /// Code of the indicator.
    pub code: String,
    /// One of the twelve areas of the development monitor.
    pub area: String,
    /// A part of that area.
    pub sub_area: String,
    /// Unit of measure.
    pub unit: String,
    /// Whether more is better.
    pub direction: Direction,
    /// How it is reckoned.
    pub form: Form,
    /// Whether something is taken away in it, so that it may be below 0 or near it.
    pub is_balance: bool,
}

impl Measure {
    /// Digits after the point with which the figure is shown: none for counts and money, else one.
    #[must_use]
    pub fn decimals(&self) -> u8 {
        u8::from(self.form != Form::Sum && self.unit != "pln")
    }

    /// The value as it is shown.
    #[must_use]
    pub fn rounded(&self, value: f64) -> f64 {
        let factor = if self.decimals() == 0 { 1.0 } else { 10.0 };
        // Minus zero is shown as 0.
        (value * factor).round() / factor + 0.0
    }
}

impl Indicator {
    /// Every variable that it needs, each once, in the order of its definition.
    #[must_use]
    pub fn variables(&self) -> Vec<&Variable> {
        let mut found: Vec<&Variable> = Vec::new();
        for variable in self.reckoned.variables() {
            if !found.contains(&variable) {
                found.push(variable);
            }
        }
        found
    }

    /// What a table has to know of it.
    #[must_use]
    pub fn measure(&self) -> Measure {
        let Self { code, area, sub_area, unit, direction, reckoned, .. } = self;
        Measure {
            code: code.clone(),
            area: area.clone(),
            sub_area: sub_area.clone(),
            unit: unit.clone(),
            direction: *direction,
            form: reckoned.form(),
            is_balance: reckoned.is_balance(),
        }
    }

    /// The figure of one unit, from the values of its variables; `None` if one of them is missing, or for a division by 0.
    pub fn of_unit(&self, value: impl Fn(&Variable) -> Option<f64>) -> Option<f64> {
        self.reckoned.of_unit(value)
    }

    /// The figure of an area, from the values of the variables of its members, with what is missing in it.
    ///
    /// # Errors
    /// [`Error`] for a value that is no finite number, and for a weight or divisor below 0.
    pub fn of_area(
        &self,
        members: &[UnitCode],
        value: impl Fn(&UnitCode, &Variable) -> Option<f64>,
    ) -> Result<AreaFigure, Error> {
        self.reckoned.of_area(members.len(), |member, variable| members.get(member).and_then(|unit| value(unit, variable)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnosis::Catalogue;

    fn unit(code: &str) -> UnitCode {
        UnitCode::parse(code).expect("a code")
    }

    /// Three members; the third keeps its births to itself.
    fn value(unit: &UnitCode, variable: &Variable) -> Option<f64> {
        let row: [(&str, [Option<f64>; 3]); 5] = [
            ("72305", [Some(1_000.0), Some(3_000.0), Some(500.0)]),
            ("59", [Some(10.0), Some(20.0), None]),
            ("65", [Some(12.0), Some(27.0), Some(6.0)]),
            ("79130", [Some(90.0), Some(50.0), Some(0.0)]),
            ("60270", [Some(7.0), Some(7.0), Some(9.0)]),
        ];
        let place = ["1", "2", "3"].iter().position(|code| *code == unit.to_string())?;
        row.iter().find(|(id, _)| *id == variable.id).and_then(|(_, values)| values[place])
    }

    fn figure(code: &str, members: &[&str]) -> AreaFigure {
        let catalogue = Catalogue::built_in().expect("it is well formed");
        let members: Vec<UnitCode> = members.iter().map(|code| unit(code)).collect();
        catalogue.indicator(code).expect("an indicator").of_area(&members, value).expect("sound values")
    }

    #[test]
    fn a_sum_adds_up_and_has_no_figure_while_a_member_lacks_it() {
        assert_eq!(figure("population", &["1", "2", "3"]).value, Some(4_500.0));
        let births = figure("live_births", &["1", "2", "3"]);
        assert_eq!((births.value, births.of_known, births.missing), (None, Some(30.0), 1));
        assert_eq!(figure("population", &[]).value, None, "nobody is not 0");
    }

    #[test]
    fn a_ratio_is_that_of_sums_and_what_the_known_members_give_stands_beside_it() {
        let change = figure("natural_change_per_1000", &["1", "2", "3"]);
        // (10 + 20 - 12 - 27) / (1000 + 3000) * 1000, without the third, which has 500 of 4,500 inhabitants.
        assert_eq!((change.value, change.of_known), (None, Some(-2.25)));
        assert!((change.missing_share - 500.0 / 4_500.0).abs() < 1e-15, "{}", change.missing_share);
        assert_eq!(figure("natural_change_per_1000", &["1", "2"]).value, Some(-2.25));
    }

    #[test]
    fn a_published_figure_is_weighted_or_has_none_for_an_area() {
        // (90 * 1000 + 50 * 3000 + 0 * 500) / 4500
        let sewerage = figure("sewerage_share", &["1", "2", "3"]).value.expect("a figure");
        assert!((sewerage - 240_000.0 / 4_500.0).abs() < 1e-12, "{sewerage}");
        assert_eq!(figure("unemployment_rate", &["1", "2"]).value, None, "a rate without a weight cannot be averaged");
    }

    #[test]
    fn an_area_of_one_is_its_member() {
        let catalogue = Catalogue::built_in().expect("it is well formed");
        let mut compared = 0;
        for indicator in catalogue.indicators() {
            let own = indicator.of_unit(|variable| value(&unit("1"), variable));
            let needed = indicator.variables();
            let is_known = needed.iter().all(|variable| value(&unit("1"), variable).is_some());
            if is_known && !matches!(indicator.reckoned, Reckoned::Published { weight: None, .. }) {
                let alone = indicator.of_area(&[unit("1")], value).expect("sound values").value;
                assert_eq!(alone, own, "{}", indicator.code);
                compared += 1;
            }
        }
        assert!(compared > 5, "{compared}");
    }
}
