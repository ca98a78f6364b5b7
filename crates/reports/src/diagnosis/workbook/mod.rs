//! The annex to reckon on: all figures of a diagnosis as sheets, the sources first.
//!
//! Figures stand with all their decimals; a missing or protected one is an empty cell and never zero.

mod conclusions;
mod figures;
mod persons;

use miedza_texts::{Key, Language, Message, key};

use super::register::{Register, period};
use super::study::{Source, Study};
use crate::xlsx::{CellValue, Column, Sheet, Shown, Workbook};

/// The workbook of a study in a language; sheets without rows are left out, but that of the sources.
pub fn workbook(study: &Study, language: Language) -> Workbook {
    let writer = Writer { study, language, register: Register::of(study) };
    let further = [
        writer.members(),
        writer.indicators(),
        writer.years(),
        writer.member_values(),
        writer.commuting(),
        writer.population(),
        writer.ages(),
        writer.surveys(),
        writer.scores(),
        writer.findings(),
        writer.challenges(),
        writer.planning(),
    ];
    let further = further.into_iter().filter(|sheet| !sheet.rows.is_empty());
    Workbook {
        title: study.title.clone(),
        author: study.author.clone().unwrap_or_default(),
        day: super::day(study).unwrap_or_default(),
        sheets: std::iter::once(writer.sources()).chain(further).collect(),
    }
}

struct Writer<'a> {
    study: &'a Study,
    language: Language,
    register: Register,
}

/// Heading of a column with the way its numbers are shown.
type Head = (Key, Shown);

impl Writer<'_> {
    fn word(&self, key: Key) -> String {
        self.language.say(&Message::new(key))
    }

    fn sheet(&self, title: Key, heads: &[Head], rows: Vec<Vec<CellValue>>) -> Sheet {
        let title = self.word(title);
        let columns = heads.iter().map(|(head, shown)| Column::new(self.word(*head), *shown)).collect();
        let notes = vec![self.study.title.clone(), self.word(key::DIAGNOSIS_REPORT_WORKBOOK_NOTE)];
        Sheet { name: title.clone(), title, notes, columns, rows, fixed: 1 }
    }

    /// Numbers of sources, as the list of sources has them.
    fn numbers(&self, sources: &[Source]) -> CellValue {
        let numbers: Vec<String> = self.register.numbers(sources).iter().map(ToString::to_string).collect();
        CellValue::from(&numbers.join(", "))
    }

    fn sources(&self) -> Sheet {
        let row = |(number, source): (usize, &Source)| {
            vec![
                CellValue::from(number),
                CellValue::from(&source.publisher),
                CellValue::from(&source.dataset),
                CellValue::from(&period(source)),
                source.retrieved.map_or(CellValue::Empty, CellValue::Day),
                CellValue::from(&source.licence),
                CellValue::from(source.sha256.as_deref().unwrap_or_default()),
            ]
        };
        let heads = [
            (key::DIAGNOSIS_REPORT_COLUMN_NUMBER, Shown::General),
            (key::REPORT_TERM_PUBLISHER, Shown::General),
            (key::REPORT_TERM_DATA, Shown::General),
            (key::REPORT_TERM_PERIOD, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_RETRIEVED, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_LICENCE, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_SHA, Shown::General),
        ];
        self.sheet(key::DIAGNOSIS_REPORT_SHEET_SOURCES, &heads, self.register.all().map(row).collect())
    }

    fn members(&self) -> Sheet {
        let row = |member: &super::Member| {
            let texts = [&member.code, &member.name, &member.county, &member.role, &member.ground];
            let figures = [member.population.into(), member.area_km2.into()];
            texts.into_iter().map(CellValue::from).chain(figures).collect()
        };
        let heads = [
            (key::DIAGNOSIS_REPORT_COLUMN_CODE, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_MEMBER, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_COUNTY, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_ROLE, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_GROUND, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_POPULATION, Shown::Decimals(0)),
            (key::DIAGNOSIS_REPORT_COLUMN_AREA_KM2, Shown::Decimals(2)),
        ];
        self.sheet(key::DIAGNOSIS_REPORT_SHEET_MEMBERS, &heads, self.study.members.iter().map(row).collect())
    }
}
