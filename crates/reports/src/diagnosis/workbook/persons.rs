//! Sheets of persons: commuting, population, ages, surveys.

use miedza_texts::key;

use super::Writer;
use crate::diagnosis::evidence::FlowCount;
use crate::xlsx::{CellValue, Sheet, Shown};

impl Writer<'_> {
    pub(super) fn commuting(&self) -> Sheet {
        let mut rows = Vec::new();
        if let Some(commuting) = &self.study.commuting {
            for (from, counts) in commuting.places.iter().zip(&commuting.persons) {
                for (to, count) in commuting.places.iter().zip(counts) {
                    let (persons, remark) = match count {
                        FlowCount::Counted(persons) => (CellValue::Number(*persons), CellValue::Empty),
                        FlowCount::Suppressed => {
                            (CellValue::Empty, CellValue::Text(self.word(key::DIAGNOSIS_REPORT_SUPPRESSED_WORD)))
                        }
                        FlowCount::Missing => continue,
                    };
                    let end = [persons, remark, CellValue::from(&commuting.period), self.numbers(&commuting.sources)];
                    rows.push([CellValue::from(from), CellValue::from(to)].into_iter().chain(end).collect());
                }
            }
        }
        let heads = [
            (key::DIAGNOSIS_REPORT_COLUMN_FROM, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_TO, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_PERSONS, Shown::Decimals(0)),
            (key::DIAGNOSIS_REPORT_COLUMN_MARK, Shown::General),
            (key::REPORT_TERM_PERIOD, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_SOURCES, Shown::General),
        ];
        self.sheet(key::DIAGNOSIS_REPORT_SHEET_COMMUTING, &heads, rows)
    }

    pub(super) fn population(&self) -> Sheet {
        let mut rows = Vec::new();
        if let Some(population) = &self.study.population {
            let sources = || self.numbers(&population.sources);
            for (year, value) in &population.counted {
                let empty = || CellValue::Empty;
                rows.push(vec![CellValue::Plain(*year), CellValue::from(*value), empty(), empty(), empty(), sources()]);
            }
            for year in &population.projected {
                let figures = [None, year.low, year.middle, year.high].map(CellValue::from);
                rows.push([CellValue::Plain(year.year)].into_iter().chain(figures).chain([sources()]).collect());
            }
        }
        let persons = Shown::Decimals(0);
        let heads = [
            (key::DIAGNOSIS_REPORT_COLUMN_YEAR, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_COUNTED, persons),
            (key::CHART_FUTURE_LOW, persons),
            (key::CHART_FUTURE_MIDDLE, persons),
            (key::CHART_FUTURE_HIGH, persons),
            (key::DIAGNOSIS_REPORT_COLUMN_SOURCES, Shown::General),
        ];
        self.sheet(key::DIAGNOSIS_REPORT_PROJECTION, &heads, rows)
    }

    pub(super) fn ages(&self) -> Sheet {
        let mut rows = Vec::new();
        if let Some(population) = &self.study.population {
            for ages in &population.ages {
                for (position, group) in population.age_groups.iter().enumerate() {
                    let value = |values: &[Option<f64>]| CellValue::from(values.get(position).copied().flatten());
                    let figures = [value(&ages.today), value(&ages.later)];
                    let begin = [CellValue::from(&ages.name), CellValue::from(group)];
                    rows.push(begin.into_iter().chain(figures).chain([self.numbers(&population.sources)]).collect());
                }
            }
        }
        let persons = Shown::Decimals(0);
        let heads = [
            (key::DIAGNOSIS_REPORT_COLUMN_SEX, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_AGE, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_COUNTED, persons),
            (key::CHART_FUTURE_MIDDLE, persons),
            (key::DIAGNOSIS_REPORT_COLUMN_SOURCES, Shown::General),
        ];
        let mut sheet = self.sheet(key::DIAGNOSIS_REPORT_AGES, &heads, rows);
        if let Some(population) = &self.study.population {
            for (column, year) in [(2, &population.ages_today), (3, &population.ages_later)] {
                sheet.columns[column].title = format!("{} {year}", sheet.columns[column].title).trim().to_owned();
            }
        }
        sheet
    }

    pub(super) fn surveys(&self) -> Sheet {
        let mut rows = Vec::new();
        for survey in &self.study.surveys {
            for question in &survey.questions {
                for answer in &question.answers {
                    let texts = [&survey.name, &question.text, &answer.text].map(CellValue::from);
                    let figures = [CellValue::from(answer.persons), CellValue::from(answer.share)];
                    let answered = CellValue::from(question.answered);
                    rows.push(texts.into_iter().chain(figures).chain([answered, self.numbers(&survey.sources)]).collect());
                }
            }
        }
        let heads = [
            (key::DIAGNOSIS_REPORT_COLUMN_SURVEY, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_QUESTION, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_ANSWER, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_PERSONS, Shown::Decimals(0)),
            (key::DIAGNOSIS_REPORT_COLUMN_SHARE, Shown::PerCent(1)),
            (key::DIAGNOSIS_REPORT_COLUMN_ANSWERED, Shown::Decimals(0)),
            (key::DIAGNOSIS_REPORT_COLUMN_SOURCES, Shown::General),
        ];
        self.sheet(key::DIAGNOSIS_REPORT_SHEET_SURVEYS, &heads, rows)
    }
}
