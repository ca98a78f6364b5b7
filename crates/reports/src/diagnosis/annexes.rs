//! The annexes: how each indicator is reckoned, further drawings, the list of sources.

use miedza_texts::{Message, key};

use super::Teller;
use super::study::IndicatorStudy;
use crate::document::{Block, Sources, Table};

impl Teller<'_> {
    pub(super) fn annexes(&mut self) {
        self.document.push(Block::PageBreak);
        let title = self.word(key::DIAGNOSIS_REPORT_ANNEX_TABLES);
        self.heading("A", title);
        let table = self.indicator_table();
        if table.rows.is_empty() {
            self.say(key::DIAGNOSIS_REPORT_ANNEX_TABLES_NONE);
        }
        self.table(table);
        let title = self.word(key::DIAGNOSIS_REPORT_ANNEX_MAPS);
        self.heading("B", title);
        if self.study.annex_figures.is_empty() {
            self.say(key::DIAGNOSIS_REPORT_ANNEX_MAPS_NONE);
        }
        for figure in &self.study.annex_figures {
            self.picture(figure);
        }
        let title = self.word(key::DIAGNOSIS_REPORT_ANNEX_SOURCES);
        self.heading("C", title);
        let entries = self.register.entries(self.language);
        if entries.is_empty() {
            self.say(key::DIAGNOSIS_REPORT_ANNEX_SOURCES_NONE);
        } else {
            self.say(key::DIAGNOSIS_REPORT_ANNEX_SOURCES_LEAD);
            self.document.push(Block::Sources(Sources { entries }));
        }
    }

    fn indicator_table(&self) -> Table {
        let indicators = self.study.chapters.iter().flat_map(|chapter| &chapter.indicators);
        Table {
            caption: self.word(key::DIAGNOSIS_REPORT_INDICATORS_CAPTION),
            columns: vec![
                self.text_column(key::DIAGNOSIS_REPORT_COLUMN_INDICATOR, 30),
                self.text_column(key::DIAGNOSIS_REPORT_COLUMN_FORMULA, 36),
                self.text_column(key::DIAGNOSIS_REPORT_COLUMN_YEARS, 13),
                self.text_column(key::DIAGNOSIS_REPORT_COLUMN_MISSING, 11),
                self.text_column(key::DIAGNOSIS_REPORT_COLUMN_SOURCES, 10),
            ],
            rows: indicators.map(|indicator| self.indicator_row(indicator)).collect(),
            totals: None,
            note: [key::DIAGNOSIS_REPORT_INDICATORS_NOTE, key::DIAGNOSIS_REPORT_LABELS].map(|key| self.word(key)).join(" "),
        }
    }

    fn indicator_row(&self, indicator: &IndicatorStudy) -> Vec<String> {
        let name = if indicator.unit.is_empty() {
            indicator.name.clone()
        } else {
            let message =
                Message::new(key::DIAGNOSIS_REPORT_WITH_UNIT).with("name", &indicator.name).with("unit", &indicator.unit);
            self.language.say(&message)
        };
        let years = indicator.years.iter().filter(|year| year.value.is_some()).map(|year| year.year);
        let years = match (years.clone().min(), years.max()) {
            (Some(first), Some(last)) if first < last => format!("{first}–{last}"),
            (Some(year), _) => year.to_string(),
            _ => self.number(None, 0),
        };
        let all = self.study.members.len().max(indicator.member_values.len());
        let sources: Vec<String> =
            self.register.numbers(&indicator.sources).into_iter().map(|number| format!("[{number}]")).collect();
        vec![name, indicator.formula.clone(), years, format!("{}/{all}", indicator.missing), sources.join(" ")]
    }
}
