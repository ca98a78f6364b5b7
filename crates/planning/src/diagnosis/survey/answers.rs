//! Questions as they are asked, and what somebody ticked, rated or wrote.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::partnership::Kept;
use crate::partnership::evidence::{QuestionKind, SurveyQuestion};
use crate::values::{Day, Tongue, Translated};

/// Most characters of an answer in own words.
pub const LONGEST_WORDS: usize = 2000;

/// The highest rating; the lowest is 1.
const TOP: u8 = 5;

/// How an answer came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// Through the form of the portal.
    Web,
    /// On paper, entered by the office.
    Paper,
}

impl Channel {
    /// The word in the store.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Web => "web",
            Self::Paper => "paper",
        }
    }

    /// The channel of a word.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Web, Self::Paper].into_iter().find(|channel| channel.name() == name)
    }
}

/// A question as it is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Id of the record.
    pub id: String,
    /// The question.
    pub text: Translated,
    /// How it is answered.
    pub kind: QuestionKind,
    /// The options, as the original words them, each once: answers keep these words, in whichever language they were ticked,
    /// so that a new order of the lines changes no answer.
    pub options: Vec<String>,
    /// The same options by language, line by line; a line that is not translated stands in the original.
    worded: BTreeMap<Tongue, Vec<String>>,
    /// Whether it must be answered.
    pub is_required: bool,
}

impl Asked {
    /// The questions of a survey in their order.
    #[must_use]
    pub fn of(survey: &str, questions: &[Kept<SurveyQuestion>]) -> Vec<Self> {
        let mut ours: Vec<&Kept<SurveyQuestion>> = questions.iter().filter(|question| question.survey == survey).collect();
        ours.sort_by_key(|question| (question.position.unwrap_or(u32::MAX), question.id.clone()));
        ours.into_iter().map(Self::from).collect()
    }

    /// The words of an option in a language; those of the original where there are no others.
    #[must_use]
    pub fn option(&self, option: &str, tongue: Tongue) -> String {
        let place = self.options.iter().position(|known| known == option);
        let worded = self.worded.get(&tongue).zip(place).and_then(|(lines, place)| lines.get(place));
        worded.cloned().unwrap_or_else(|| option.to_owned())
    }

    /// What can be counted: the options, or the ratings; nothing for a question in own words.
    #[must_use]
    pub fn counted(&self) -> Vec<String> {
        match self.kind {
            QuestionKind::Single | QuestionKind::Multiple => self.options.clone(),
            QuestionKind::Scale => (1..=TOP).map(|rating| rating.to_string()).collect(),
            QuestionKind::Open => Vec::new(),
        }
    }

    /// What was typed, or why it cannot be taken; `None` if nothing was.
    fn given(&self, typed: &[String]) -> Result<Option<Given>, AnswerFaultKind> {
        let typed: Vec<&str> = typed.iter().map(|text| text.trim()).filter(|text| !text.is_empty()).collect();
        let Some(first) = typed.first() else {
            return if self.is_required { Err(AnswerFaultKind::Missing) } else { Ok(None) };
        };
        let given = match self.kind {
            QuestionKind::Open if first.chars().count() > LONGEST_WORDS => return Err(AnswerFaultKind::TooLong),
            QuestionKind::Open => Given::Words((*first).to_owned()),
            QuestionKind::Scale => {
                let rating = first.parse::<u8>().ok().filter(|rating| (1..=TOP).contains(rating) && typed.len() == 1);
                Given::Rating(rating.ok_or(AnswerFaultKind::NoSuchOption)?)
            }
            QuestionKind::Single if typed.len() > 1 => return Err(AnswerFaultKind::OnlyOne),
            QuestionKind::Single | QuestionKind::Multiple => {
                if typed.iter().any(|option| !self.options.iter().any(|known| known == option)) {
                    return Err(AnswerFaultKind::NoSuchOption);
                }
                let ticked = self.options.iter().filter(|option| typed.contains(&option.as_str()));
                Given::Options(ticked.cloned().collect())
            }
        };
        Ok(Some(given))
    }
}

impl From<&Kept<SurveyQuestion>> for Asked {
    fn from(question: &Kept<SurveyQuestion>) -> Self {
        let lines = |tongue: Tongue| -> Vec<String> {
            let text = question.options.as_ref().and_then(|options| options.text(tongue)).unwrap_or_default();
            text.lines().map(str::trim).filter(|line| !line.is_empty()).map(ToOwned::to_owned).collect()
        };
        let all = question.options.as_ref().map(|options| lines(options.original)).unwrap_or_default();
        // Where the lines of two languages do not go together, nobody knows which is which.
        let fitting = |tongue: &Tongue| lines(*tongue).len() == all.len();
        let by_language: BTreeMap<Tongue, Vec<String>> =
            Tongue::ALL.into_iter().filter(fitting).map(|tongue| (tongue, lines(tongue))).collect();
        let first = |(place, option): &(usize, &String)| all.iter().position(|other| other == *option) == Some(*place);
        let kept: Vec<usize> = all.iter().enumerate().filter(first).map(|(place, _)| place).collect();
        let pick = |lines: &Vec<String>| kept.iter().filter_map(|place| lines.get(*place).cloned()).collect::<Vec<_>>();
        Self {
            id: question.id.clone(),
            text: question.text.clone(),
            kind: question.question_kind,
            options: pick(&all),
            worded: by_language.iter().map(|(tongue, lines)| (*tongue, pick(lines))).collect(),
            is_required: question.is_required == Some(true),
        }
    }
}

/// What somebody answered to one question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Given {
    /// A rating from 1 to 5.
    Rating(u8),
    /// The options, in the words of the original.
    Options(Vec<String>),
    /// Own words.
    Words(String),
}

/// What somebody answered, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerSheet {
    /// Its id.
    pub id: String,
    /// Code of the municipality, if it was said.
    pub unit: Option<String>,
    /// How it came in.
    pub channel: Channel,
    /// On which day.
    pub day: Day,
    /// By id of the question.
    pub answers: BTreeMap<String, Given>,
}

/// What is wrong with an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerFaultKind {
    /// The question must be answered.
    Missing,
    /// There is no such option, or rating.
    NoSuchOption,
    /// One option only.
    OnlyOne,
    /// More than [`LONGEST_WORDS`] characters.
    TooLong,
    /// Nothing was answered at all.
    Empty,
}

/// A fault of one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerFault {
    /// Id of the question; empty for the whole form.
    pub question: String,
    /// What is wrong.
    pub kind: AnswerFaultKind,
}

/// The answers that were typed, by id of their question; `typed` gives what was sent for a question.
///
/// # Errors
/// Every fault, in the order of the questions; a form with no answer at all is one.
pub fn answered(asked: &[Asked], typed: impl Fn(&str) -> Vec<String>) -> Result<BTreeMap<String, Given>, Vec<AnswerFault>> {
    let (mut answers, mut faults) = (BTreeMap::new(), Vec::new());
    for question in asked {
        match question.given(&typed(&question.id)) {
            Ok(Some(given)) => {
                answers.insert(question.id.clone(), given);
            }
            Ok(None) => {}
            Err(kind) => faults.push(AnswerFault { question: question.id.clone(), kind }),
        }
    }
    if faults.is_empty() && answers.is_empty() {
        faults.push(AnswerFault { question: String::new(), kind: AnswerFaultKind::Empty });
    }
    if faults.is_empty() { Ok(answers) } else { Err(faults) }
}

#[cfg(test)]
mod tests;
