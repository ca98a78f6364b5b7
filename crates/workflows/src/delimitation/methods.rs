//! The methods as a list for people and programs.

use std::fmt;

use miedza_delimitation::method::{Kind, Method, Parameter};
use miedza_texts::{Message, key};
use serde::Serialize;

use crate::failure::Failure;

/// The methods with their parameters.
#[derive(Debug, Serialize)]
pub struct MethodList {
    methods: Vec<Card>,
}

#[derive(Debug, Serialize)]
struct Card {
    name: &'static str,
    summary: &'static str,
    parameters: Vec<ParameterCard>,
}

#[derive(Debug, Serialize)]
struct ParameterCard {
    name: &'static str,
    default: &'static str,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    choices: Option<&'static [&'static str]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    min: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max: Option<f64>,
    summary: &'static str,
    source: &'static str,
}

/// Lists all methods, or the one that is named.
///
/// # Errors
/// [`Failure`] if no method has that name.
pub fn methods(name: Option<&str>) -> Result<MethodList, Failure> {
    let chosen = name.map(parse).transpose()?;
    let methods = Method::ALL.into_iter().filter(|method| chosen.is_none_or(|chosen| chosen == *method)).map(card).collect();
    Ok(MethodList { methods })
}

/// The method of a name.
///
/// # Errors
/// [`Failure`] if there is none, with the nearest name.
pub(super) fn parse(name: &str) -> Result<Method, Failure> {
    Method::parse(name).map_err(|error| {
        let hint = Message::new(key::HINT_METHODS);
        Failure::invalid(Message::new(key::FAILURE_UNKNOWN_METHOD).with("name", name), hint).because(&error)
    })
}

fn card(method: Method) -> Card {
    let parameters = method.parameters().iter().map(parameter_card).collect();
    Card { name: method.name(), summary: method.summary(), parameters }
}

fn parameter_card(parameter: &'static Parameter) -> ParameterCard {
    let Parameter { name, default, summary, source, kind } = *parameter;
    let mut card = ParameterCard { name, default, kind: "number", choices: None, min: None, max: None, summary, source };
    match kind {
        Kind::Number { min, max } => (card.min, card.max) = (Some(min), max.is_finite().then_some(max)),
        Kind::Share => (card.kind, card.min, card.max) = ("share", Some(0.0), Some(1.0)),
        Kind::Count => (card.kind, card.min) = ("count", Some(0.0)),
        Kind::Choice(words) => (card.kind, card.choices) = ("choice", Some(words)),
        Kind::Switch => (card.kind, card.choices) = ("switch", Some(["true", "false"].as_slice())),
        Kind::UnitList => card.kind = "unit_list",
    }
    card
}

impl fmt::Display for MethodList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for method in &self.methods {
            writeln!(f, "{}\n  {}\n", method.name, method.summary)?;
            for parameter in &method.parameters {
                let choices = parameter.choices.map(|words| format!(" ({})", words.join(" | "))).unwrap_or_default();
                let default = if parameter.default.is_empty() { "–" } else { parameter.default };
                writeln!(f, "  --set {}={default}{choices}", parameter.name)?;
                writeln!(f, "      {}. {}", parameter.summary.trim_end_matches('.'), parameter.source)?;
            }
            writeln!(f)?;
        }
        Ok(())
    }
}
