//! The form of a survey: its questions as fields, what was typed, what is wrong with it.

use miedza_planning::diagnosis::survey::{AnswerFault, AnswerFaultKind, Asked};
use miedza_planning::partnership::evidence::QuestionKind;
use miedza_texts::{Key, key};
use miedza_workflows::evidence::{Questionnaire, TypedAnswer};

use crate::frame::desk::Desk;
use crate::frame::marks::Said;
use crate::frame::parts::{Choice, Entry, FormField};

/// The beginning of the name of a field that answers a question.
const PREFIX: &str = "q-";

/// A question in the form.
pub enum Part {
    /// One option, or a rating.
    One {
        /// The field.
        field: FormField,
        /// The options.
        choices: Vec<Choice>,
    },
    /// Any of the options.
    Several {
        /// The field.
        field: FormField,
        /// The options.
        choices: Vec<Choice>,
    },
    /// Own words.
    Words {
        /// The field.
        field: FormField,
    },
}

/// A form with what was typed so far.
#[derive(Default)]
pub struct Filled {
    /// What was typed.
    pub typed: TypedAnswer,
    /// What is wrong with it.
    pub faults: Vec<AnswerFault>,
}

/// What a form sent.
pub fn typed(pairs: Vec<(String, String)>) -> TypedAnswer {
    let mut typed = TypedAnswer::default();
    for (name, text) in pairs {
        match name.as_str() {
            "form-key" => typed.form_key = text,
            "unit" => typed.unit = text,
            other => typed.entries.extend(other.strip_prefix(PREFIX).map(|id| (id.to_owned(), text))),
        }
    }
    typed
}

/// The questions as fields.
pub fn parts(desk: &Desk, asked: &Questionnaire, filled: &Filled) -> Vec<Part> {
    asked.asked.iter().enumerate().map(|(at, question)| part(desk, question, (at + 1, filled))).collect()
}

fn part(desk: &Desk, question: &Asked, (number, filled): (usize, &Filled)) -> Part {
    let given: Vec<&str> =
        filled.typed.entries.iter().filter(|(id, _)| *id == question.id).map(|(_, text)| text.as_str()).collect();
    let fault = filled.faults.iter().find(|fault| fault.question == question.id);
    let field = FormField {
        name: format!("{PREFIX}{}", question.id),
        label: format!("{number}. {}", Said::text(&desk.asker, Some(&question.text)).text),
        hint: if question.kind == QuestionKind::Scale { desk.say(key::SURVEY_SCALE) } else { String::new() },
        error: fault.map(|fault| desk.say(told(fault.kind))).unwrap_or_default(),
        value: if question.kind == QuestionKind::Open { given.concat() } else { String::new() },
        optional: if question.is_required { String::new() } else { desk.say(key::WORK_OPTIONAL) },
    };
    let tongue = desk.asker.tongue();
    let choices = question.counted().into_iter().map(|option| Choice {
        label: question.option(&option, tongue),
        is_chosen: given.contains(&option.as_str()),
        value: option,
        ..Choice::default()
    });
    match question.kind {
        QuestionKind::Single | QuestionKind::Scale => Part::One { choices: choices.collect(), field },
        QuestionKind::Multiple => Part::Several { choices: choices.collect(), field },
        QuestionKind::Open => Part::Words { field },
    }
}

/// The field of the municipality with its choices.
pub fn unit(desk: &Desk, asked: &Questionnaire, filled: &Filled) -> (FormField, Vec<Choice>) {
    let fault = filled.faults.iter().find(|fault| fault.question == "unit");
    let field = FormField {
        name: "unit".to_owned(),
        label: desk.say(key::SURVEY_UNIT),
        hint: desk.say(key::SURVEY_UNIT_HINT),
        error: fault.map(|fault| desk.say(told(fault.kind))).unwrap_or_default(),
        optional: desk.say(key::WORK_OPTIONAL),
        ..FormField::default()
    };
    let nothing = Choice { label: desk.say(key::SURVEY_UNIT_NONE), is_chosen: filled.typed.unit.is_empty(), ..Choice::default() };
    let mut units: Vec<Choice> = asked
        .units
        .iter()
        .map(|code| Choice {
            value: code.to_string(),
            label: desk.unit(code).label,
            is_chosen: filled.typed.unit == code.as_str(),
            ..Choice::default()
        })
        .collect();
    units.sort_by(|one, other| desk.asker.language.compare(&one.label, &other.label));
    (field, std::iter::once(nothing).chain(units).collect())
}

/// Every fault as a link to its field.
pub fn errors(desk: &Desk, asked: &Questionnaire, faults: &[AnswerFault]) -> Vec<Entry> {
    let number = |id: &str| asked.asked.iter().position(|question| question.id == id).map(|at| at + 1);
    let error = |fault: &AnswerFault| match (fault.question.as_str(), number(&fault.question)) {
        (_, Some(number)) => {
            Entry::new(format!("#{PREFIX}{}", fault.question), format!("{number}. {}", desk.say(told(fault.kind))))
        }
        ("unit", None) => Entry::new("#unit", format!("{}: {}", desk.say(key::SURVEY_UNIT), desk.say(told(fault.kind)))),
        // With nothing answered, the first question is a good place to begin.
        _ => {
            let first = asked.asked.first().map(|question| format!("#{PREFIX}{}", question.id)).unwrap_or_default();
            Entry::new(first, desk.say(told(fault.kind)))
        }
    };
    faults.iter().map(error).collect()
}

const fn told(fault: AnswerFaultKind) -> Key {
    match fault {
        AnswerFaultKind::Missing => key::SURVEY_FAULT_MISSING,
        AnswerFaultKind::NoSuchOption => key::SURVEY_FAULT_NO_OPTION,
        AnswerFaultKind::OnlyOne => key::SURVEY_FAULT_ONLY_ONE,
        AnswerFaultKind::TooLong => key::SURVEY_FAULT_TOO_LONG,
        AnswerFaultKind::Empty => key::SURVEY_FAULT_EMPTY,
    }
}
