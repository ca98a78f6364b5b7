//! Indicators with a weight each, as an address asks for them and a form shows them.

use miedza_planning::diagnosis::Indicator;
use miedza_planning::diagnosis::catalogue::AREAS;
use miedza_planning::diagnosis::peers::GREATEST_WEIGHT;
use miedza_texts::key;
use miedza_workflows::Failure;
use miedza_workflows::diagnosis::words;

use super::area::Area;
use super::chosen::{asked, asked_of};
use crate::frame::Address;
use crate::frame::parts::{Choice, Entry, FormField};

/// What stands before the code of an indicator in the name of its weight.
const WEIGHT: &str = "weight-";

/// Boxes of one area of development.
pub struct IndicatorGroup {
    /// Unique on the page.
    pub id: String,
    /// The area.
    pub label: String,
    /// Its indicators.
    pub choices: Vec<Choice>,
}

/// Indicators that are chosen, with their weights.
pub struct Weighing {
    /// The indicators, in the order of those that are offered.
    pub codes: Vec<String>,
    /// Their weights as fields, with what is wrong.
    pub weights: Vec<FormField>,
}

impl Weighing {
    /// What the address of a page asks for among the indicators that are offered; where it names none, the usual ones.
    ///
    /// # Errors
    /// [`Failure`] for an indicator that is not offered.
    pub fn of(area: &Area, offered: &[&Indicator], usual: &[(String, f64)]) -> Result<Self, Failure> {
        let uri = &area.asker.uri;
        let named = asked_of(uri, "indicator", &codes(offered))?;
        let of = |is_wanted: &dyn Fn(&String) -> bool| -> Vec<String> {
            offered.iter().map(|indicator| indicator.code.clone()).filter(is_wanted).collect()
        };
        let chosen = of(&|code| named.contains(code));
        let is_asked = !chosen.is_empty();
        let codes = if is_asked { chosen } else { of(&|code| usual.iter().any(|(one, _)| one == code)) };
        let usual_weight = |code: &str| usual.iter().find(|(one, _)| !is_asked && one == code).map(|(_, weight)| plain(*weight));
        let written = |code: &String| {
            let typed = asked(uri, &format!("{WEIGHT}{code}")).into_iter().next();
            typed.or_else(|| usual_weight(code)).unwrap_or_default()
        };
        let mut weights: Vec<FormField> = codes.iter().map(|code| field(area, code, &written(code))).collect();
        let is_nothing = |field: &FormField| weight(&field.value).is_some_and(|weight| weight <= 0.0);
        if !weights.is_empty() && weights.iter().all(is_nothing) {
            weights[0].error = area.say(key::DIAGNOSIS_INDEX_WEIGHT_NOTHING);
        }
        Ok(Self { codes, weights })
    }

    /// The indicators with their weights; `None` while a weight is wrong.
    pub fn chosen(&self) -> Option<Vec<(String, f64)>> {
        let one =
            |(code, field): (&String, &FormField)| Some((code.clone(), weight(&field.value).filter(|_| field.error.is_empty())?));
        self.codes.iter().zip(&self.weights).map(one).collect()
    }

    /// What is wrong, each with a link to its field.
    pub fn errors(&self) -> Vec<Entry> {
        let wrong = self.weights.iter().filter(|field| !field.error.is_empty());
        wrong.map(|field| Entry::new(format!("#{}", field.name), format!("{}: {}", field.label, field.error))).collect()
    }

    /// An address that asks for the same.
    pub fn carried(&self, address: Address) -> Address {
        let weighed = |address: Address, (code, field): (&String, &FormField)| {
            address.ask("indicator", code).ask(&field.name, &field.value)
        };
        self.codes.iter().zip(&self.weights).fold(address, weighed)
    }

    /// All indicators that can be chosen, by area of development.
    pub fn groups(&self, area: &Area, offered: &[&Indicator]) -> Vec<IndicatorGroup> {
        let choice = |indicator: &&Indicator| Choice {
            value: indicator.code.clone(),
            label: area.named(indicator),
            is_chosen: self.codes.contains(&indicator.code),
            ..Choice::default()
        };
        let group = |name: &str| IndicatorGroup {
            id: format!("indicators-{name}"),
            label: words::area(name, area.language()),
            choices: offered.iter().filter(|indicator| indicator.area == name).map(choice).collect(),
        };
        AREAS.into_iter().map(group).filter(|group| !group.choices.is_empty()).collect()
    }
}

/// The codes of indicators.
pub fn codes<'a>(indicators: &[&'a Indicator]) -> Vec<&'a str> {
    indicators.iter().map(|indicator| indicator.code.as_str()).collect()
}

fn field(area: &Area, code: &str, written: &str) -> FormField {
    let label = area.ground.indicator(code).map(|indicator| area.named(indicator)).unwrap_or_default();
    let value = if written.trim().is_empty() { "1".to_owned() } else { written.trim().chars().take(20).collect() };
    let error = if weight(&value).is_some() { String::new() } else { area.say(key::DIAGNOSIS_INDEX_WEIGHT_WRONG) };
    FormField { name: format!("{WEIGHT}{code}"), label, value, error, optional: " ".to_owned(), ..FormField::default() }
}

/// A weight as people write it, with a point or a comma; `None` for what is none.
fn weight(text: &str) -> Option<f64> {
    text.trim().replace(',', ".").parse().ok().filter(|weight: &f64| (0.0..=GREATEST_WEIGHT).contains(weight))
}

/// A weight without needless digits.
pub fn plain(weight: f64) -> String {
    weight.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weight_is_a_number_that_is_not_too_large() {
        let cases = [
            ("2", Some(2.0)),
            (" 0,5 ", Some(0.5)),
            ("0", Some(0.0)),
            ("1000", Some(1000.0)),
            ("1000.1", None),
            ("-1", None),
            ("NaN", None),
            ("inf", None),
            ("two", None),
        ];
        for (text, expected) in cases {
            assert_eq!(weight(text), expected, "{text}");
        }
    }
}
