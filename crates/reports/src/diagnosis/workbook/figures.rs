//! Sheets of indicators: what they are, their years, their members.

use miedza_texts::key;

use super::Writer;
use crate::diagnosis::study::{Direction, IndicatorStudy, Mark};
use crate::xlsx::{CellValue, Sheet, Shown};

impl Writer<'_> {
    pub(super) fn all_indicators(&self) -> impl Iterator<Item = &IndicatorStudy> {
        self.study.chapters.iter().flat_map(|chapter| &chapter.indicators)
    }

    pub(super) fn indicators(&self) -> Sheet {
        let direction = |direction| match direction {
            Direction::Stimulant => self.word(key::DIAGNOSIS_REPORT_STIMULANT),
            Direction::Destimulant => self.word(key::DIAGNOSIS_REPORT_DESTIMULANT),
            Direction::Neutral => String::new(),
        };
        let row = |indicator: &IndicatorStudy| {
            vec![
                CellValue::from(&indicator.code),
                CellValue::from(&indicator.name),
                CellValue::from(&indicator.unit),
                CellValue::from(&direction(indicator.direction)),
                CellValue::from(&indicator.formula),
                CellValue::from(indicator.rank),
                CellValue::from(indicator.ranked),
                CellValue::from(indicator.missing),
                CellValue::from(indicator.missing_share),
                self.numbers(&indicator.sources),
            ]
        };
        let heads = [
            (key::DIAGNOSIS_REPORT_COLUMN_CODE, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_INDICATOR, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_UNIT, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_DIRECTION, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_FORMULA, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_PLACE, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_RANKED, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_MEMBERS_MISSING, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_SHARE_MISSING, Shown::PerCent(1)),
            (key::DIAGNOSIS_REPORT_COLUMN_SOURCES, Shown::General),
        ];
        self.sheet(key::DIAGNOSIS_REPORT_SHEET_INDICATORS, &heads, self.all_indicators().map(row).collect())
    }

    pub(super) fn years(&self) -> Sheet {
        let mut rows = Vec::new();
        for indicator in self.all_indicators() {
            for year in &indicator.years {
                let mark = match year.mark {
                    Mark::Final => CellValue::Empty,
                    Mark::Preliminary => CellValue::Text(self.word(key::DIAGNOSIS_REPORT_PRELIMINARY)),
                    Mark::Estimated => CellValue::Text(self.word(key::MARK_ESTIMATED)),
                };
                let begin = [&indicator.code, &indicator.name, &indicator.unit].map(CellValue::from);
                let is_new = indicator.breaks.contains(&year.year);
                let broken = if is_new { self.word(key::DIAGNOSIS_REPORT_NEW_DEFINITION) } else { String::new() };
                let figures =
                    [year.value, year.median, year.lower, year.upper].map(|value| CellValue::decimal(value, indicator.decimals));
                let end = [mark, CellValue::from(&broken), self.numbers(&indicator.sources)];
                rows.push(begin.into_iter().chain([CellValue::Plain(year.year)]).chain(figures).chain(end).collect());
            }
        }
        let heads = [
            (key::DIAGNOSIS_REPORT_COLUMN_CODE, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_INDICATOR, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_UNIT, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_YEAR, Shown::General),
            (key::DIAGNOSIS_REPORT_OWN_AREA, Shown::General),
            (key::DIAGNOSIS_REPORT_ROW_MEDIAN, Shown::General),
            (key::DIAGNOSIS_REPORT_ROW_LOWER, Shown::General),
            (key::DIAGNOSIS_REPORT_ROW_UPPER, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_MARK, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_BREAK, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_SOURCES, Shown::General),
        ];
        self.sheet(key::DIAGNOSIS_REPORT_SHEET_YEARS, &heads, rows)
    }

    pub(super) fn member_values(&self) -> Sheet {
        let mut rows = Vec::new();
        for indicator in self.all_indicators() {
            for (member, value) in self.study.members.iter().zip(&indicator.member_values) {
                let begin = [&indicator.code, &indicator.name, &indicator.unit].map(CellValue::from);
                let year = indicator.newest_year().map_or(CellValue::Empty, CellValue::Plain);
                let place = [CellValue::from(&member.code), CellValue::from(&member.name)];
                let end = [CellValue::decimal(*value, indicator.decimals), self.numbers(&indicator.sources)];
                rows.push(begin.into_iter().chain([year]).chain(place).chain(end).collect());
            }
        }
        let heads = [
            (key::DIAGNOSIS_REPORT_COLUMN_CODE, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_INDICATOR, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_UNIT, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_YEAR, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_MEMBER_CODE, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_MEMBER, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_VALUE, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_SOURCES, Shown::General),
        ];
        self.sheet(key::DIAGNOSIS_REPORT_SHEET_MEMBER_VALUES, &heads, rows)
    }
}
