//! Sheets of indicators: what they are, their years, their members.

use miedza_texts::{Key, key};

use super::Writer;
use crate::diagnosis::study::{Direction, Flag, IndicatorStudy, Mark, MemberYear};
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

    /// One row for each indicator, municipality and year.
    pub(super) fn member_values(&self) -> Sheet {
        let mut rows = Vec::new();
        for indicator in self.all_indicators() {
            for figure in figures(indicator) {
                let Some(member) = self.study.members.get(figure.member) else { continue };
                let begin = [&indicator.code, &indicator.name, &indicator.unit, &member.code, &member.name].map(CellValue::from);
                let sources = indicator.sources_of(|year| year == figure.year);
                let flag = flag_key(figure.flag).map_or(CellValue::Empty, |key| CellValue::Text(self.word(key)));
                let value = CellValue::decimal(figure.value, indicator.decimals);
                let end = [CellValue::Plain(figure.year), value, flag, self.numbers(&sources)];
                rows.push(begin.into_iter().chain(end).collect());
            }
        }
        let heads = [
            (key::DIAGNOSIS_REPORT_COLUMN_CODE, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_INDICATOR, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_UNIT, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_MEMBER_CODE, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_MEMBER, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_YEAR, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_VALUE, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_MARK, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_SOURCES, Shown::General),
        ];
        self.sheet(key::DIAGNOSIS_REPORT_SHEET_MEMBER_VALUES, &heads, rows)
    }
}

/// The figures of the members in all years, or those of the newest where no others are known.
fn figures(indicator: &IndicatorStudy) -> Vec<MemberYear> {
    if !indicator.member_years.is_empty() {
        return indicator.member_years.clone();
    }
    let Some(year) = indicator.newest_year() else { return Vec::new() };
    let newest = |(member, value): (usize, &Option<f64>)| MemberYear { member, year, value: *value, flag: Flag::Final };
    indicator.member_values.iter().enumerate().map(newest).collect()
}

/// What stands beside a figure that is not final, or in place of one that is missing.
const fn flag_key(flag: Flag) -> Option<Key> {
    match flag {
        Flag::Final => None,
        Flag::Preliminary => Some(key::DIAGNOSIS_REPORT_PRELIMINARY),
        Flag::Estimated => Some(key::MARK_ESTIMATED),
        Flag::Suppressed => Some(key::DIAGNOSIS_REPORT_SUPPRESSED_WORD),
        Flag::NotApplicable => Some(key::DIAGNOSIS_REPORT_NOT_APPLICABLE),
        Flag::NotGiven => Some(key::DIAGNOSIS_REPORT_NOT_GIVEN),
    }
}
