//! A survey and its questions.

use serde::{Deserialize, Serialize};

use crate::partnership::reading::Reading;
use crate::partnership::words::words;
use crate::record::Kind;
use crate::values::{PartialDate, Translated};

words! {
    /// Who is asked.
    TargetGroup of TARGET_GROUP {
        /// Residents.
        Residents = "residents",
        /// Young people.
        Youth = "youth",
        /// Leaders.
        Leaders = "leaders",
        /// Entrepreneurs.
        Entrepreneurs = "entrepreneurs",
        /// Non-governmental organisations.
        Ngos = "ngos",
    }
}

words! {
    /// How far a survey is.
    SurveyState of SURVEY_STATE {
        /// Being prepared.
        Planned = "planned",
        /// Answers come in.
        Open = "open",
        /// Results are counted.
        Closed = "closed",
    }
}

words! {
    /// How a question is answered.
    QuestionKind of QUESTION_KIND {
        /// One of the options.
        Single = "single",
        /// Any of the options.
        Multiple = "multiple",
        /// A number from 1 to 5.
        Scale = "scale",
        /// In own words.
        Open = "open",
    }
}

/// A survey.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Survey {
    /// Its title.
    pub title: Translated,
    /// Who is asked.
    pub target_group: TargetGroup,
    /// How far it is.
    pub survey_state: SurveyState,
    /// What it is about.
    pub description: Option<Translated>,
    /// From when.
    pub valid_from: Option<PartialDate>,
    /// Until when.
    pub valid_to: Option<PartialDate>,
    /// How those who are asked were chosen.
    pub sampling: Option<Translated>,
    /// What is told about privacy.
    pub privacy_note: Option<Translated>,
    /// Id of a file with the questionnaire.
    pub attachment: Option<String>,
}

impl Reading for Survey {
    const KIND: Kind = Kind::Surveys;
}

/// A question of a survey.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SurveyQuestion {
    /// Id of the survey.
    pub survey: String,
    /// Its place in the order.
    pub position: Option<u32>,
    /// The question.
    pub text: Translated,
    /// How it is answered.
    pub question_kind: QuestionKind,
    /// Its options, one per line, the same lines in each language.
    pub options: Option<Translated>,
    /// Whether it must be answered.
    pub is_required: Option<bool>,
}

impl Reading for SurveyQuestion {
    const KIND: Kind = Kind::SurveyQuestions;
}
