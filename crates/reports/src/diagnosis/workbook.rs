//! The annex to reckon on: all figures of a diagnosis as sheets, the sources first.
//!
//! Figures stand with all their decimals; a missing or protected one is an empty cell and never zero.

use miedza_texts::{Key, Language, Message, key};

use super::evidence::FlowCount;
use super::register::Register;
use super::study::{Direction, IndicatorStudy, Mark, Source, Study};
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
        day: study.day.unwrap_or_default(),
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
                CellValue::from(&source.period),
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

    fn all_indicators(&self) -> impl Iterator<Item = &IndicatorStudy> {
        self.study.chapters.iter().flat_map(|chapter| &chapter.indicators)
    }

    fn indicators(&self) -> Sheet {
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

    fn years(&self) -> Sheet {
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
                let figures = [year.value, year.median, year.lower, year.upper].map(CellValue::from);
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

    fn member_values(&self) -> Sheet {
        let mut rows = Vec::new();
        for indicator in self.all_indicators() {
            for (member, value) in self.study.members.iter().zip(&indicator.member_values) {
                let begin = [&indicator.code, &indicator.name, &indicator.unit].map(CellValue::from);
                let year = indicator.newest_year().map_or(CellValue::Empty, CellValue::Plain);
                let place = [CellValue::from(&member.code), CellValue::from(&member.name)];
                let end = [CellValue::from(*value), self.numbers(&indicator.sources)];
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

    fn commuting(&self) -> Sheet {
        let mut rows = Vec::new();
        for commuting in self.study.commuting.iter() {
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

    fn population(&self) -> Sheet {
        let mut rows = Vec::new();
        for population in self.study.population.iter() {
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

    fn ages(&self) -> Sheet {
        let mut rows = Vec::new();
        for population in self.study.population.iter() {
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

    fn surveys(&self) -> Sheet {
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

    fn scores(&self) -> Sheet {
        let row = |score: &super::Score| {
            vec![
                CellValue::from(&score.dimension),
                CellValue::from(&score.area),
                CellValue::from(score.value),
                CellValue::from(score.median),
                CellValue::from(score.rank),
                CellValue::from(score.ranked),
                CellValue::from(score.coverage),
            ]
        };
        let heads = [
            (key::DIAGNOSIS_REPORT_COLUMN_DIMENSION, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_MONITOR_AREA, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_SCORE, Shown::Decimals(2)),
            (key::DIAGNOSIS_REPORT_ROW_MEDIAN, Shown::Decimals(2)),
            (key::DIAGNOSIS_REPORT_COLUMN_PLACE, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_RANKED, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_COVERAGE, Shown::PerCent(0)),
        ];
        self.sheet(key::DIAGNOSIS_REPORT_SHEET_SCORES, &heads, self.study.scores.iter().map(row).collect())
    }

    fn findings(&self) -> Sheet {
        let row = |finding: &super::Finding| {
            let kind = self.word(super::conclusions::kind_key(finding.kind));
            let evidence = finding.evidence.join(" ");
            let texts = [&finding.code, &finding.dimension, &kind, &finding.text, &evidence];
            texts.into_iter().map(CellValue::from).chain([self.numbers(&finding.sources)]).collect()
        };
        let heads = [
            (key::DIAGNOSIS_REPORT_COLUMN_NUMBER, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_DIMENSION, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_KIND, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_FINDING, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_EVIDENCE, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_SOURCES, Shown::General),
        ];
        self.sheet(key::DIAGNOSIS_REPORT_FINDINGS, &heads, self.study.findings.iter().map(row).collect())
    }

    fn challenges(&self) -> Sheet {
        let row = |challenge: &super::Challenge| {
            let findings = challenge.findings.join(", ");
            [&challenge.code, &challenge.text, &findings].map(CellValue::from).to_vec()
        };
        let heads = [
            (key::DIAGNOSIS_REPORT_COLUMN_NUMBER, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_CHALLENGE, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_FINDINGS, Shown::General),
        ];
        self.sheet(key::DIAGNOSIS_REPORT_CHALLENGES, &heads, self.study.challenges.iter().map(row).collect())
    }

    fn planning(&self) -> Sheet {
        let row = |document: &super::PlanningDocument| {
            [&document.owner, &document.name, &document.adopted, &document.conclusion].map(CellValue::from).to_vec()
        };
        let heads = [
            (key::DIAGNOSIS_REPORT_COLUMN_OWNER, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_DOCUMENT, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_ADOPTED, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_CONCLUSION, Shown::General),
        ];
        let rows = self.study.planning_documents.iter().map(row).collect();
        self.sheet(key::DIAGNOSIS_REPORT_PLANNING, &heads, rows)
    }
}
