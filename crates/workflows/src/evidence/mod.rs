//! Surveys of a diagnosis: what is asked, answers from the web and from paper, and taking wrong ones away.

mod answer;
mod questionnaire;

pub use answer::{Answered, TypedAnswer, answer, enter, remove};
pub use questionnaire::{Questionnaire, questionnaire};
