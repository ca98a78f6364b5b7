//! The parameters of a method as a form asks for them: what each means, what fits, and what is wrong with what was typed.

use miedza_delimitation::method::{Kind, Method, Parameter};
use miedza_planning::delimitation::Run;
use miedza_texts::{Message, key};

/// How a parameter is asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Asked {
    /// A share from 0 to 1: a slider and a field.
    Share,
    /// A number from here to there; no upper end where there is none.
    Number {
        /// The least.
        least: f64,
        /// The most.
        most: Option<f64>,
    },
    /// One of these words.
    Choice(&'static [&'static str]),
    /// Yes or no.
    Switch,
    /// Codes of units.
    Units,
    /// Criteria, apart by semicolons.
    Criteria,
    /// Any text.
    Text,
}

/// A parameter with what was entered for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entered {
    /// Its name in the program and in files.
    pub name: &'static str,
    /// What it means.
    pub meaning: Message,
    /// How it is asked for.
    pub asked: Asked,
    /// What was entered; else the default.
    pub value: String,
    /// Whether it is the default.
    pub is_default: bool,
    /// Where meaning and default come from.
    pub source: &'static str,
    /// Whether the short form asks for it too.
    pub is_main: bool,
}

/// Parameters that the short form asks for: those that decide how far an area reaches.
const MAIN: [&str; 19] = [
    "preset",
    "min_size",
    "target_size",
    "target_self_containment",
    "cores",
    "commuting",
    "share",
    "denominator",
    "quality",
    "resolution",
    "self_flows",
    "criteria",
    "min_criteria",
    "importance",
    "stop",
    "areas",
    "internal_share",
    "large_size",
    "large_self_containment",
];

/// All methods, in the order in which they are offered.
pub fn methods() -> impl Iterator<Item = &'static str> {
    Method::ALL.into_iter().map(Method::name)
}

/// The parameters of a method, with what a run entered; none for a method that does not exist.
pub fn parameters(run: &Run) -> Vec<Entered> {
    let Ok(method) = Method::parse(&run.method) else { return Vec::new() };
    method.parameters().iter().map(|parameter| entered(parameter, run)).collect()
}

fn entered(parameter: &'static Parameter, run: &Run) -> Entered {
    let given = run.parameters.get(parameter.name).filter(|value| !value.is_empty());
    Entered {
        name: parameter.name,
        meaning: meaning(parameter),
        asked: asked(parameter.kind),
        value: given.cloned().unwrap_or_else(|| parameter.default.to_owned()),
        is_default: given.is_none(),
        source: parameter.source,
        is_main: MAIN.contains(&parameter.name),
    }
}

fn meaning(parameter: &Parameter) -> Message {
    let known = key::find(&format!("report-parameter-{}", parameter.name.replace('_', "-")));
    known.map_or_else(|| Message::new(key::PLAIN_TEXT).with("text", parameter.summary), Message::new)
}

fn asked(kind: Kind) -> Asked {
    match kind {
        Kind::Share => Asked::Share,
        Kind::Number { min, max } => Asked::Number { least: min, most: max.is_finite().then_some(max) },
        Kind::Count => Asked::Number { least: 0.0, most: None },
        Kind::Choice(words) => Asked::Choice(words),
        Kind::Switch => Asked::Switch,
        Kind::UnitList => Asked::Units,
        Kind::CriterionList => Asked::Criteria,
        Kind::Text => Asked::Text,
    }
}

/// What was typed for a parameter, as the program writes it: a decimal comma becomes a point, `15 %` becomes 0.15.
pub fn as_written(asked: Asked, typed: &str) -> String {
    let typed = typed.trim();
    if !matches!(asked, Asked::Share | Asked::Number { .. }) {
        return typed.to_owned();
    }
    let plain: String =
        typed.chars().filter(|sign| !sign.is_whitespace()).map(|sign| if sign == ',' { '.' } else { sign }).collect();
    match plain.strip_suffix('%').and_then(|percent| percent.parse::<f64>().ok()) {
        // Rounded to what people type, so that 15 % is 0.15 and not a digit beside it.
        Some(percent) if matches!(asked, Asked::Share) => ((percent * 1e6).round() / 1e8).to_string(),
        _ => plain,
    }
}

/// What is wrong with a value, in words; `None` if it fits.
pub fn fault(entered: &Entered) -> Option<Message> {
    let value = entered.value.trim();
    if value.is_empty() {
        return None;
    }
    let number = number(value);
    let fits = match entered.asked {
        Asked::Share => number.is_some_and(|share| (0.0..=1.0).contains(&share)),
        Asked::Number { least, most } => number.is_some_and(|number| number >= least && most.is_none_or(|most| number <= most)),
        Asked::Choice(words) => words.contains(&value),
        Asked::Switch => matches!(value, "true" | "false"),
        Asked::Units => miedza_delimitation::method::cores::parse_list(value).is_ok(),
        Asked::Criteria => miedza_delimitation::method::criteria::read(value).is_ok(),
        Asked::Text => true,
    };
    (!fits).then(|| match entered.asked {
        Asked::Share => key::LAB_WANTS_SHARE.into(),
        Asked::Number { least, .. } => Message::new(key::LAB_WANTS_NUMBER).with("least", least),
        Asked::Choice(_) | Asked::Switch => key::LAB_WANTS_CHOICE.into(),
        Asked::Units => key::LAB_WANTS_CODES.into(),
        Asked::Criteria | Asked::Text => key::LAB_WANTS_CRITERIA.into(),
    })
}

/// A number, or a fraction such as `2/3`.
fn number(text: &str) -> Option<f64> {
    let plain = |text: &str| text.trim().parse::<f64>().ok().filter(|number| number.is_finite());
    match text.split_once('/') {
        Some((above, below)) => Some(plain(above)? / plain(below)?).filter(|number| number.is_finite()),
        None => plain(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type_becomes_what_the_program_writes() {
        let number = Asked::Number { least: 0.0, most: None };
        let cases = [
            (Asked::Share, " 0,15 ", "0.15"),
            (Asked::Share, "15 %", "0.15"),
            (Asked::Share, "66,67%", "0.6667"),
            (Asked::Share, "2/3", "2/3"),
            (number, "25 000", "25000"),
            (number, "1\u{a0}000,5", "1000.5"),
            (Asked::Units, " 306101, 301701 ", "306101, 301701"),
        ];
        for (asked, typed, expected) in cases {
            assert_eq!(as_written(asked, typed), expected, "{typed}");
        }
    }

    #[test]
    fn a_value_that_does_not_fit_is_told_in_words() {
        let run = |name: &str, value: &str| Run {
            method: "threshold".into(),
            parameters: [(name.to_owned(), value.to_owned())].into(),
            ..Run::default()
        };
        let told = |name: &str, value: &str| {
            let all = parameters(&run(name, value));
            fault(all.iter().find(|entered| entered.name == name).expect("a parameter")).map(|told| told.key)
        };
        let cases = [
            ("share", "15", Some(key::LAB_WANTS_SHARE)),
            ("share", "0.15", None),
            ("core_min_jobs", "-1", Some(key::LAB_WANTS_NUMBER)),
            ("denominator", "all", Some(key::LAB_WANTS_CHOICE)),
            ("cascading", "true", None),
        ];
        for (name, value, expected) in cases {
            assert_eq!(told(name, value), expected, "{name} {value}");
        }
    }

    #[test]
    fn every_parameter_of_every_method_is_explained() {
        for method in methods() {
            let all = parameters(&Run { method: method.to_owned(), ..Run::default() });
            assert!(!all.is_empty() && all.iter().any(|entered| entered.is_main), "{method}");
            assert!(all.iter().all(|entered| entered.meaning.key != key::PLAIN_TEXT), "{method}");
            assert!(all.iter().all(|entered| fault(entered).is_none()), "{method}");
        }
    }
}
