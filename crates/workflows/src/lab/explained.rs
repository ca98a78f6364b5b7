//! What a method is, in words: what it answers, its steps, its parameters with their usual values, where they come from.

use miedza_delimitation::method::{Method, Preset};
use miedza_planning::delimitation::Run;
use miedza_texts::{Key, Message, key};

use super::parameters::{Entered, PRESET, parameters};
use super::tell;

/// A method in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Explained {
    /// Its name in the program and in files.
    pub name: &'static str,
    /// What people call it.
    pub title: Message,
    /// The question that it answers; `None` where the catalogues do not say.
    pub answers: Option<Key>,
    /// What it does, step by step.
    pub steps: Vec<Key>,
    /// Its parameters with their usual values, those of the short form first.
    pub parameters: Vec<Entered>,
    /// Named sets of values.
    pub presets: &'static [Preset],
    /// Where meanings and values come from, each once, in the order of the parameters.
    pub sources: Vec<&'static str>,
}

/// All methods in words, in the order in which they are offered.
pub fn all() -> Vec<Explained> {
    Method::ALL.into_iter().map(explained).collect()
}

/// A method by its name; `None` if there is none.
pub fn of(name: &str) -> Option<Explained> {
    Method::ALL.into_iter().find(|method| method.name() == name).map(explained)
}

fn explained(method: Method) -> Explained {
    let name = method.name();
    let word = name.replace('_', "-");
    let all = parameters(&Run { method: name.to_owned(), ..Run::default() });
    let mut sources: Vec<&'static str> = Vec::new();
    for source in all.iter().map(|parameter| parameter.source) {
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    let (main, further): (Vec<Entered>, Vec<Entered>) =
        all.into_iter().filter(|parameter| parameter.name != PRESET).partition(|parameter| parameter.is_main);
    Explained {
        name,
        title: tell::method(name),
        answers: key::find(&format!("lab-answers-{word}")),
        steps: (1..).map_while(|step| key::find(&format!("report-method-{word}-{step}"))).collect(),
        parameters: main.into_iter().chain(further).collect(),
        presets: method.presets(),
        sources,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_method_says_what_it_answers_and_how() {
        for method in all() {
            assert!(method.answers.is_some(), "{} says no question", method.name);
            assert!(!method.steps.is_empty(), "{} has no steps", method.name);
            assert!(!method.sources.is_empty() && !method.parameters.is_empty(), "{}", method.name);
            assert!(method.parameters.iter().all(|parameter| parameter.name != PRESET), "{}", method.name);
        }
    }

    #[test]
    fn a_method_is_found_by_its_name_alone() {
        assert_eq!(of("threshold").map(|method| method.name), Some("threshold"));
        assert_eq!(of("Threshold"), None);
    }
}
