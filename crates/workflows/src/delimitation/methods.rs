//! The methods as a list for people and programs.

use miedza_delimitation::method::{Kind, Method, Parameter, SettingError};
use miedza_texts::{Language, Message, key};
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
pub(crate) fn parse(name: &str) -> Result<Method, Failure> {
    Method::parse(name).map_err(|error| {
        let hint = Message::new(key::HINT_METHODS);
        let failure = Failure::invalid(Message::new(key::FAILURE_UNKNOWN_METHOD).with("name", name), hint);
        // Without a name that looks like it the cause would say the failure once more.
        if matches!(error, SettingError::UnknownMethod { nearest: None, .. }) { failure } else { failure.for_setting(&error) }
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
        Kind::CriterionList => card.kind = "criterion_list",
        Kind::Text => card.kind = "text",
    }
    card
}

impl MethodList {
    /// The list in words.
    pub fn told(&self, language: Language) -> String {
        let mut lines = Vec::new();
        for method in &self.methods {
            let summary = explained("report-method-", method.name, language).unwrap_or_else(|| method.summary.to_owned());
            lines.extend([method.name.to_owned(), format!("  {summary}"), String::new()]);
            for parameter in &method.parameters {
                lines.extend(parameter.told(language));
            }
            lines.push(String::new());
        }
        lines.join("\n")
    }
}

impl ParameterCard {
    fn told(&self, language: Language) -> [String; 2] {
        let choices = self.choices.map(|words| format!(" ({})", words.join(" | "))).unwrap_or_default();
        let default = if self.default.is_empty() { "–" } else { self.default };
        let meaning = explained("report-parameter-", self.name, language).unwrap_or_else(|| self.summary.to_owned());
        [format!("  --set {}={default}{choices}", self.name), format!("      {}. {}", meaning.trim_end_matches('.'), self.source)]
    }
}

/// What the catalogues say of a method or parameter; English stands beside the code already.
fn explained(beginning: &str, name: &str, language: Language) -> Option<String> {
    if language == Language::En {
        return None;
    }
    let key = key::find(&format!("{beginning}{}", name.replace('_', "-")))?;
    Some(language.say(&key.into()))
}
