//! The parameters of a method as a form asks for them: what each means, what fits, and what is wrong with what was typed.

use miedza_delimitation::method::{Kind, Method, Parameter, Preset, criteria};
use miedza_planning::delimitation::Run;
use miedza_texts::{Message, key};

use crate::cause;

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
    /// What was entered; else what is usual.
    pub value: String,
    /// The value where nothing is entered: that of the preset, else the default; empty where there is none.
    pub usual: &'static str,
    /// Whether nothing was entered.
    pub is_default: bool,
    /// Where meaning and default come from.
    pub source: &'static str,
    /// Whether the short form asks for it too.
    pub is_main: bool,
}

/// The parameter that names a set of values.
pub const PRESET: &str = "preset";

/// Of a method that is not known here so many parameters stand in the short form.
const FIRST: usize = 4;

/// Parameters that the short form asks for: those that decide how far an area reaches. A method that has no line here shows
/// its first ones.
fn main_of(method: Method) -> Vec<&'static str> {
    let named: &[&str] = match method.name() {
        "travel_to_work" => &["min_size", "min_self_containment", "target_size", "target_self_containment"],
        "functional_urban_area" => &["cores", "core_min_population", "commuting"],
        "threshold" => &["cores", "share", "denominator"],
        "leiden" => &["quality", "resolution"],
        "map_equation" => &["self_flows", "directed"],
        "criteria" => &["cores", "criteria", "min_criteria", "min_groups"],
        "dominant_flow" => &["importance", "min_share"],
        "intramax" => &["stop", "areas", "internal_share"],
        "self_contained" => &["large_size", "large_self_containment", "small_self_containment"],
        _ => &[],
    };
    let own = method.parameters().iter().map(|parameter| parameter.name).filter(|name| *name != PRESET);
    if named.is_empty() { own.take(FIRST).collect() } else { own.filter(|name| named.contains(name)).collect() }
}

/// All methods, in the order in which they are offered.
pub fn methods() -> impl Iterator<Item = &'static str> {
    Method::ALL.into_iter().map(Method::name)
}

/// The parameters of a method, with what a run entered; none for a method that does not exist.
pub fn parameters(run: &Run) -> Vec<Entered> {
    let Ok(method) = Method::parse(&run.method) else { return Vec::new() };
    let (main, preset) = (main_of(method), chosen(method, run));
    method
        .parameters()
        .iter()
        .map(|parameter| {
            let of_preset = preset.iter().find(|(name, _)| *name == parameter.name).map(|(_, value)| *value);
            let entered = entered(parameter, run, of_preset.unwrap_or(parameter.default));
            Entered { is_main: main.contains(&parameter.name), ..entered }
        })
        .collect()
}

/// Values of the set that a run names; none where it names none.
fn chosen(method: Method, run: &Run) -> &'static [(&'static str, &'static str)] {
    let named = run.parameters.get(PRESET);
    let found = method.presets().iter().find(|(name, _)| named.is_some_and(|named| named == name));
    found.map_or(&[], |(_, values)| *values)
}

/// Names of the sets of values that a method has, each with its values.
pub fn presets(method: &str) -> &'static [Preset] {
    Method::parse(method).map_or(&[], Method::presets)
}

fn entered(parameter: &'static Parameter, run: &Run, usual: &'static str) -> Entered {
    let given = run.parameters.get(parameter.name).filter(|value| !value.is_empty());
    Entered {
        name: parameter.name,
        meaning: meaning(parameter),
        asked: asked(parameter.kind),
        value: given.cloned().unwrap_or_else(|| usual.to_owned()),
        usual,
        is_default: given.is_none(),
        source: parameter.source,
        is_main: false,
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
        Asked::Criteria => return criteria::read(value).err().map(|error| cause::criterion(&error)),
        Asked::Text => return None,
    };
    (!fits).then(|| match entered.asked {
        Asked::Share => key::LAB_WANTS_SHARE.into(),
        Asked::Number { least, .. } => Message::new(key::LAB_WANTS_NUMBER).with("least", least),
        Asked::Choice(_) | Asked::Switch => key::LAB_WANTS_CHOICE.into(),
        _ => key::LAB_WANTS_CODES.into(),
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
    fn a_set_of_values_stands_in_the_fields_and_a_value_of_its_own_comes_before_it() {
        let given = [("preset", "ons_2011"), ("target_size", "30000")];
        let run = Run {
            method: "travel_to_work".into(),
            parameters: given.map(|(name, value)| (name.to_owned(), value.to_owned())).into(),
            ..Run::default()
        };

        let all = parameters(&run);
        let of = |name: &str| all.iter().find(|entered| entered.name == name).expect("a parameter");

        assert_eq!((of("min_size").value.as_str(), of("min_size").usual, of("min_size").is_default), ("3500", "3500", true));
        assert_eq!((of("target_size").value.as_str(), of("target_size").usual), ("30000", "25000"));
        assert!(!of("target_size").is_default && !of("preset").is_main);
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
