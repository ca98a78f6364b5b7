//! Results of closed surveys in the words of a report: each question with its answers over all municipalities, small counts hidden.

use miedza_planning::diagnosis::survey::{AnswerSheet, Asked, counted, protected, returned};
use miedza_planning::partnership::evidence::QuestionKind;
use miedza_planning::record::Kind;
use miedza_planning::values::{Day, Wording};
use miedza_reports::diagnosis::{Answer, Question, Survey};
use miedza_store::Store;
use miedza_texts::Language;

use crate::evidence::{Questionnaire, questionnaire};
use crate::failure::Failure;
use crate::labels;
use crate::partnership::Book;

/// The surveys of a partnership that are closed and were answered.
///
/// # Errors
/// [`Failure`] if the store does not answer.
pub async fn surveys(store: &Store, book: &Book, (today, language): (Day, Language)) -> Result<Vec<Survey>, Failure> {
    let mut told = Vec::new();
    for record in book.of(Kind::Surveys) {
        let asked = questionnaire(book, record, today)?;
        if asked.is_closed() {
            let sheets = store.answers_to(&record.id).await?;
            told.extend((!sheets.is_empty()).then(|| survey(&asked, &sheets, language)));
        }
    }
    Ok(told)
}

fn survey(asked: &Questionnaire, sheets: &[AnswerSheet], language: Language) -> Survey {
    let words = |field: &str| {
        let words = asked.record.words(field);
        words.as_ref().and_then(|words| words.wording(labels::tongue(language))).map(Wording::text).unwrap_or_default().to_owned()
    };
    let days: Vec<String> = ["valid_from", "valid_to"]
        .iter()
        .filter_map(|field| asked.record.date(field))
        .map(|date| labels::date(language, date))
        .collect();
    let all = protected(&returned(sheets)).column_totals.first().copied().flatten();
    let closed = asked.asked.iter().filter(|question| question.kind != QuestionKind::Open);
    Survey {
        name: words("title"),
        period: days.join(" – "),
        respondents: all.and_then(|count| usize::try_from(count).ok()),
        method: words("sampling"),
        questions: closed.map(|question| told(question, sheets, language)).collect(),
        sources: Vec::new(),
    }
}

fn told(question: &Asked, sheets: &[AnswerSheet], language: Language) -> Question {
    let tongue = labels::tongue(language);
    let table = counted(question, sheets);
    let shown = protected(&table);
    let answer = |(option, count): (&String, &Option<u32>)| Answer {
        text: question.option(option, tongue),
        persons: count.and_then(|count| usize::try_from(count).ok()),
        share: count.zip(shown.total).filter(|(_, all)| *all > 0).map(|(count, all)| f64::from(count) / f64::from(all)),
    };
    Question {
        text: question.text.wording(tongue).map(Wording::text).unwrap_or_default().to_owned(),
        answered: shown.total.and_then(|count| usize::try_from(count).ok()),
        answers: table.columns.iter().zip(&shown.column_totals).map(answer).collect(),
    }
}
