//! A survey with its questions and the municipalities that an answer may name.

use miedza_planning::diagnosis::survey::Asked;
use miedza_planning::partnership::evidence::{Survey, SurveyQuestion, SurveyState};
use miedza_planning::partnership::{Kept, read, read_all};
use miedza_planning::record::{Kind, Record};
use miedza_planning::values::Day;
use miedza_territory::UnitCode;

use crate::failure::Failure;
use crate::partnership::Book;

/// A survey as it is asked.
#[derive(Clone, Debug)]
pub struct Questionnaire {
    /// The record.
    pub record: Record,
    /// The same, read as a survey.
    pub survey: Kept<Survey>,
    /// Its questions, in order.
    pub asked: Vec<Asked>,
    /// Municipalities that an answer may name: the members of the day.
    pub units: Vec<UnitCode>,
}

impl Questionnaire {
    /// Whether answers come in.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.survey.survey_state == SurveyState::Open
    }

    /// Whether results are public.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.survey.survey_state == SurveyState::Closed
    }
}

/// A survey of the book with those of its questions that the book holds.
///
/// # Errors
/// [`Failure`] if a record does not fit its kind.
pub fn questionnaire(book: &Book, survey: &Record, today: Day) -> Result<Questionnaire, Failure> {
    let fault = |error: miedza_planning::partnership::Unreadable| Failure::fault(&error);
    let questions: Vec<Kept<SurveyQuestion>> = read_all(book.of(Kind::SurveyQuestions)).map_err(fault)?;
    let kept: Kept<Survey> = read(survey).map_err(fault)?;
    let members = book.dossier.members_on(today);
    let mut units: Vec<UnitCode> = members.all().filter_map(|member| member.party.unit().cloned()).collect();
    units.sort_unstable();
    units.dedup();
    Ok(Questionnaire { asked: Asked::of(&survey.id, &questions), record: survey.clone(), survey: kept, units })
}
