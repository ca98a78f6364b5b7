//! What an address asks for of an index: indicators, a weight for each, a method and a year; and the form that asks for them.

use miedza_planning::diagnosis::Indicator;
use miedza_planning::diagnosis::index::{Choice as Weighed, Method};
use miedza_texts::{Key, key};
use miedza_workflows::Failure;
use miedza_workflows::diagnosis::Composed;
use miedza_workflows::diagnosis::index::{self, Wanted};

use crate::diagnosis::area::Area;
use crate::diagnosis::chosen::{asked, asked_of};
use crate::diagnosis::weighed::{IndicatorGroup, Weighing};
use crate::frame::Address;
use crate::frame::list::FileForm;
use crate::frame::parts::{Choice, FormField};

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

/// What the address asks for.
pub struct Asked {
    /// The indicators that are chosen, with their weights.
    pub weighing: Weighing,
    /// How they are put together.
    pub method: Method,
    year: Option<u16>,
}

impl Asked {
    /// What the address of a page asks for; what it does not say is as usual.
    ///
    /// # Errors
    /// [`Failure`] for an indicator or a method that nobody knows.
    pub fn of(area: &Area) -> Result<Self, Failure> {
        let one = |name: &str| asked(&area.asker.uri, name).into_iter().next().unwrap_or_default();
        let usual: Vec<(String, f64)> = index::usual(&area.ground).into_iter().map(|code| (code, 1.0)).collect();
        let method =
            asked_of(&area.asker.uri, "method", &METHODS.map(|(_, word, _)| word))?.into_iter().next().unwrap_or_default();
        Ok(Self {
            weighing: Weighing::of(area, &offered(area), &usual)?,
            method: METHODS.iter().find(|(_, word, _)| *word == method).map_or(Method::WeightedMean, |(method, ..)| *method),
            year: one("year").parse().ok(),
        })
    }

    /// What is to be made; `None` while a weight is wrong.
    pub fn wanted(&self) -> Option<Wanted> {
        let choices = self.weighing.chosen()?.into_iter().map(|(indicator, weight)| Weighed { indicator, weight }).collect();
        Some(Wanted { choices, method: self.method, year: self.year })
    }

    /// The address of a file of this index: it holds the whole choice.
    pub fn export(&self, area: &Area, form: FileForm) -> Address {
        let address = self.weighing.carried(area.below(&["index", "export", form.ending()]));
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
        self.weighing.groups(area, &offered(area))
    }
}

/// Indicators that an index can be made of.
fn offered(area: &Area) -> Vec<&Indicator> {
    index::offered(&area.ground).collect()
}

fn select(area: &Area, name: &str, label: Key) -> FormField {
    FormField { name: name.to_owned(), label: area.say(label), optional: " ".to_owned(), ..FormField::default() }
}
