//! What an address asks for of an index: indicators, a weight for each, a method and a year; and the form that asks for them.

use std::collections::BTreeMap;

use miedza_planning::diagnosis::catalogue::AREAS;
use miedza_planning::diagnosis::index::{Choice as Weighed, Method};
use miedza_texts::{Key, key};
use miedza_workflows::diagnosis::index::{self, Wanted};
use miedza_workflows::diagnosis::{Composed, words};

use super::offered;
use crate::diagnosis::area::Area;
use crate::diagnosis::chosen::asked;
use crate::frame::Address;
use crate::frame::list::FileForm;
use crate::frame::parts::{Choice, Entry, FormField};

/// What stands before the code of an indicator in the name of its weight.
const WEIGHT: &str = "weight-";
/// The greatest weight that is taken.
const GREATEST: f64 = 1000.0;

/// Methods in the order of the list, with their words in addresses.
const METHODS: [(Method, &str, Key); 4] = [
    (Method::WeightedMean, "weighted_mean", key::DIAGNOSIS_INDEX_METHOD_WEIGHTED_MEAN),
    (Method::Hellwig, "hellwig", key::DIAGNOSIS_INDEX_METHOD_HELLWIG),
    (Method::Perkal, "perkal", key::DIAGNOSIS_INDEX_METHOD_PERKAL),
    (Method::Topsis, "topsis", key::DIAGNOSIS_INDEX_METHOD_TOPSIS),
];

/// The name of a method.
pub fn method_word(method: Method) -> Key {
    METHODS.iter().find(|(one, ..)| *one == method).map_or(key::DIAGNOSIS_INDEX_METHOD, |(.., word)| *word)
}

/// Boxes of one area of development.
pub struct IndicatorGroup {
    /// Unique on the page.
    pub id: String,
    /// The area.
    pub label: String,
    /// Its indicators.
    pub choices: Vec<Choice>,
}

/// What the address asks for.
pub struct Asked {
    /// The indicators that are chosen, in the order of the catalogue.
    pub codes: Vec<String>,
    /// Their weights as fields, with what is wrong.
    pub weights: Vec<FormField>,
    /// How they are put together.
    pub method: Method,
    year: Option<u16>,
}

impl Asked {
    /// What the address of a page asks for; what it does not say is as usual.
    pub fn of(area: &Area) -> Self {
        let uri = &area.asker.uri;
        let one = |name: &str| asked(uri, name).into_iter().next().unwrap_or_default();
        let named = asked(uri, "indicator");
        let mut codes: Vec<String> = offered(area).into_iter().filter(|code| named.contains(code)).collect();
        if codes.is_empty() {
            codes = index::usual(&area.ground);
        }
        let written: BTreeMap<&String, String> = codes.iter().map(|code| (code, one(&format!("{WEIGHT}{code}")))).collect();
        let method = one("method");
        let weights = codes.iter().map(|code| weight_field(area, code, &written[code])).collect();
        let mut asked = Self {
            method: METHODS.iter().find(|(_, word, _)| *word == method).map_or(Method::WeightedMean, |(method, ..)| *method),
            year: one("year").parse().ok(),
            weights,
            codes,
        };
        if !asked.weights.is_empty() && asked.weights.iter().all(|field| weight(&field.value).is_some_and(|weight| weight <= 0.0))
        {
            asked.weights[0].error = area.say(key::DIAGNOSIS_INDEX_WEIGHT_NOTHING);
        }
        asked
    }

    /// What is to be made; `None` while a weight is wrong.
    pub fn wanted(&self) -> Option<Wanted> {
        let choice = |(code, field): (&String, &FormField)| {
            let weight = weight(&field.value).filter(|_| field.error.is_empty())?;
            Some(Weighed { indicator: code.clone(), weight })
        };
        let choices = self.codes.iter().zip(&self.weights).map(choice).collect::<Option<Vec<_>>>()?;
        Some(Wanted { choices, method: self.method, year: self.year })
    }

    /// What is wrong, each with a link to its field.
    pub fn errors(&self) -> Vec<Entry> {
        let wrong = self.weights.iter().filter(|field| !field.error.is_empty());
        wrong.map(|field| Entry::new(format!("#{}", field.name), format!("{}: {}", field.label, field.error))).collect()
    }

    /// The address of a file of this index: it holds the whole choice.
    pub fn export(&self, area: &Area, form: FileForm) -> Address {
        let start = area.below(&["index", "export", form.ending()]);
        let weighed = |address: Address, (code, field): (&String, &FormField)| {
            address.ask("indicator", code).ask(&field.name, &field.value)
        };
        let address = self.codes.iter().zip(&self.weights).fold(start, weighed);
        let (_, word, _) = METHODS.iter().find(|(method, ..)| *method == self.method).unwrap_or(&METHODS[0]);
        let address = address.ask("method", word);
        self.year.into_iter().fold(address, |address, year| address.ask("year", &year.to_string()))
    }

    /// Method, year and whom to compare with.
    pub fn selects(&self, area: &Area, found: Option<&Composed>) -> Vec<(FormField, Vec<Choice>)> {
        let method = |(method, word, name): &(Method, &str, Key)| Choice {
            value: (*word).to_owned(),
            label: area.say(*name),
            is_chosen: *method == self.method,
            ..Choice::default()
        };
        let mut selects =
            vec![(select(area, "method", key::DIAGNOSIS_INDEX_METHOD), METHODS.iter().map(method).collect::<Vec<_>>())];
        if let Some(found) = found.filter(|found| !found.years.is_empty()) {
            let year = |year: &u16| Choice {
                value: year.to_string(),
                label: year.to_string(),
                is_chosen: *year == found.year,
                ..Choice::default()
            };
            selects.push((select(area, "year", key::DIAGNOSIS_COLUMN_YEAR), found.years.iter().rev().map(year).collect()));
        }
        selects.push(area.peer_choice());
        selects
    }

    /// All indicators that can be chosen, by area of development.
    pub fn groups(&self, area: &Area) -> Vec<IndicatorGroup> {
        let of = |name: &str| -> Vec<Choice> {
            let of_area = index::offered(&area.ground).filter(|indicator| indicator.area == name);
            let choice = |indicator: &miedza_planning::diagnosis::Indicator| Choice {
                value: indicator.code.clone(),
                label: area.named(indicator),
                is_chosen: self.codes.contains(&indicator.code),
                ..Choice::default()
            };
            of_area.map(choice).collect()
        };
        let group = |name: &str| IndicatorGroup {
            id: format!("indicators-{name}"),
            label: words::area(name, area.language()),
            choices: of(name),
        };
        AREAS.into_iter().map(group).filter(|group| !group.choices.is_empty()).collect()
    }
}

fn select(area: &Area, name: &str, label: Key) -> FormField {
    FormField { name: name.to_owned(), label: area.say(label), optional: " ".to_owned(), ..FormField::default() }
}

fn weight_field(area: &Area, code: &str, written: &str) -> FormField {
    let label = area.ground.indicator(code).map(|indicator| area.named(indicator)).unwrap_or_default();
    let value = if written.trim().is_empty() { "1".to_owned() } else { written.trim().chars().take(20).collect() };
    let error = if weight(&value).is_some() { String::new() } else { area.say(key::DIAGNOSIS_INDEX_WEIGHT_WRONG) };
    FormField { name: format!("{WEIGHT}{code}"), label, value, error, optional: " ".to_owned(), ..FormField::default() }
}

/// A weight as people write it, with a point or a comma; `None` for what is none.
fn weight(text: &str) -> Option<f64> {
    text.trim().replace(',', ".").parse().ok().filter(|weight: &f64| (0.0..=GREATEST).contains(weight))
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
