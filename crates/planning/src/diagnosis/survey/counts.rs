//! Answers counted by option and municipality. These counts are for those who may see single answers; what is published goes
//! through [`super::protected`].

use std::collections::BTreeSet;

use super::answers::{AnswerSheet, Asked, Given};
use crate::partnership::evidence::QuestionKind;

/// Counts: a row for each municipality, a column for each option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountTable {
    /// Codes of municipalities in their order; `None` for answers that name none.
    pub rows: Vec<Option<String>>,
    /// Options, in the words of the original.
    pub columns: Vec<String>,
    /// Persons, by row and column.
    pub counts: Vec<Vec<u32>>,
    /// Whether each person stands in one column at most, so that rows add up to persons.
    pub adds_up: bool,
}

/// The municipalities that answers name, in the order of their codes, those without one last.
fn rows(sheets: &[AnswerSheet]) -> Vec<Option<String>> {
    let named: BTreeSet<&String> = sheets.iter().filter_map(|sheet| sheet.unit.as_ref()).collect();
    let has_unnamed = sheets.iter().any(|sheet| sheet.unit.is_none());
    named.into_iter().cloned().map(Some).chain(has_unnamed.then_some(None)).collect()
}

/// How often each option was chosen in each municipality; an option that was taken off the list since stands at the end.
#[must_use]
pub fn counted(question: &Asked, sheets: &[AnswerSheet]) -> CountTable {
    let chosen = |sheet: &AnswerSheet| -> Vec<String> {
        match sheet.answers.get(&question.id) {
            Some(Given::Options(options)) => options.clone(),
            Some(Given::Rating(rating)) => vec![rating.to_string()],
            Some(Given::Words(_)) | None => Vec::new(),
        }
    };
    let mut columns = question.counted();
    let former: BTreeSet<String> = sheets.iter().flat_map(chosen).filter(|option| !columns.contains(option)).collect();
    columns.extend(former);
    let rows = rows(sheets);
    let count = |unit: &Option<String>, option: &String| {
        let with = sheets.iter().filter(|sheet| sheet.unit == *unit && chosen(sheet).contains(option));
        u32::try_from(with.count()).unwrap_or(u32::MAX)
    };
    let counts = rows.iter().map(|unit| columns.iter().map(|option| count(unit, option)).collect()).collect();
    CountTable { rows, columns, counts, adds_up: question.kind != QuestionKind::Multiple }
}

/// How many answers came from each municipality; one column.
#[must_use]
pub fn returned(sheets: &[AnswerSheet]) -> CountTable {
    let rows = rows(sheets);
    let count = |unit: &Option<String>| {
        let count = sheets.iter().filter(|sheet| sheet.unit == *unit).count();
        vec![u32::try_from(count).unwrap_or(u32::MAX)]
    };
    let counts = rows.iter().map(count).collect();
    CountTable { rows, columns: vec![String::new()], counts, adds_up: false }
}
