//! What people said, and how the area stands: surveys, scores of the monitor, strips against the group.

use miedza_texts::key;

use super::Teller;
use super::evidence::{Question, Survey};
use super::study::{IndicatorStudy, Source};
use crate::document::Table;
use crate::figure::{Strip, StripChart};

/// Strips of one drawing.
const STRIPS: usize = 4;

impl Teller<'_> {
    pub(super) fn surveys(&mut self) {
        for survey in &self.study.surveys {
            self.named_section(&survey.name);
            self.facts(vec![
                (key::REPORT_TERM_PERIOD, survey.period.clone()),
                (
                    key::DIAGNOSIS_REPORT_TERM_RESPONDENTS,
                    survey.respondents.map_or_else(String::new, |count| self.count(Some(count))),
                ),
                (key::DIAGNOSIS_REPORT_TERM_SURVEY_METHOD, survey.method.clone()),
            ]);
            for question in &survey.questions {
                let table = self.question(question, survey);
                self.table(table);
            }
        }
    }

    fn question(&self, question: &Question, survey: &Survey) -> Table {
        let is_protected = question.answers.iter().any(|answer| answer.persons.is_none());
        let hidden = || self.word(key::DIAGNOSIS_REPORT_PROTECTED_SIGN);
        let row = |answer: &super::Answer| {
            vec![
                answer.text.clone(),
                answer.persons.map_or_else(hidden, |persons| self.count(Some(persons))),
                answer.share.map_or_else(hidden, |share| self.share(Some(share), 1)),
            ]
        };
        let answered = question.answered.map(|count| self.with(key::DIAGNOSIS_REPORT_ANSWERED, "count", count));
        let hidden = is_protected.then(|| self.word(key::DIAGNOSIS_REPORT_PROTECTED));
        let note = self.note(&survey.sources);
        let note = [answered.unwrap_or_default(), hidden.unwrap_or_default(), note];
        Table {
            caption: question.text.clone(),
            columns: vec![
                self.text_column(key::DIAGNOSIS_REPORT_COLUMN_ANSWER, 50),
                self.number_column(key::DIAGNOSIS_REPORT_COLUMN_PERSONS, None, 14),
                self.number_column(key::DIAGNOSIS_REPORT_COLUMN_SHARE, Some(key::REPORT_UNIT_SHARE), 14),
            ],
            rows: question.answers.iter().map(row).collect(),
            totals: None,
            note: note.into_iter().filter(|sentence| !sentence.is_empty()).collect::<Vec<_>>().join(" "),
        }
    }

    pub(super) fn scores(&mut self) {
        if self.study.scores.is_empty() {
            return;
        }
        self.say(key::DIAGNOSIS_REPORT_SCORES_LEAD);
        let row = |score: &super::Score| {
            let place = match (score.rank, score.ranked) {
                (Some(rank), Some(ranked)) => format!("{rank}/{ranked}"),
                _ => self.number(None, 0),
            };
            vec![
                score.dimension.clone(),
                score.area.clone(),
                self.number(score.value, 1),
                self.number(score.median, 1),
                place,
                self.share(score.coverage, 0),
            ]
        };
        let points = Some(key::DIAGNOSIS_REPORT_UNIT_POINTS);
        let table = Table {
            caption: self.word(key::DIAGNOSIS_REPORT_SCORES_CAPTION),
            columns: vec![
                self.text_column(key::DIAGNOSIS_REPORT_COLUMN_DIMENSION, 22),
                self.text_column(key::DIAGNOSIS_REPORT_COLUMN_MONITOR_AREA, 28),
                self.number_column(key::DIAGNOSIS_REPORT_COLUMN_SCORE, points, 14),
                self.number_column(key::DIAGNOSIS_REPORT_ROW_MEDIAN, points, 14),
                self.number_column(key::DIAGNOSIS_REPORT_COLUMN_PLACE, None, 12),
                self.number_column(key::DIAGNOSIS_REPORT_COLUMN_COVERAGE, Some(key::REPORT_UNIT_SHARE), 15),
            ],
            rows: self.study.scores.iter().map(row).collect(),
            totals: None,
            note: self.word(key::DIAGNOSIS_REPORT_SCORES_NOTE),
        };
        self.table(table);
    }

    /// Indicators that have a group, each on its range.
    pub(super) fn strips(&mut self) {
        let study = self.study;
        let all = study.chapters.iter().flat_map(|chapter| &chapter.indicators);
        let compared: Vec<&IndicatorStudy> = all
            .filter(|indicator| {
                indicator.least.is_some()
                    && indicator.greatest.is_some()
                    && indicator.newest().is_some_and(|year| year.median.is_some())
            })
            .collect();
        if compared.is_empty() {
            return;
        }
        self.section(key::DIAGNOSIS_REPORT_STRIPS);
        self.say(key::DIAGNOSIS_REPORT_STRIPS_LEAD);
        for indicators in compared.chunks(STRIPS) {
            let names: Vec<String> = indicators.iter().map(|indicator| indicator.name_with_year()).collect();
            let strips: Vec<Strip<'_>> =
                indicators.iter().zip(&names).map(|(indicator, name)| self.strip(indicator, name)).collect();
            let title = self.word(key::DIAGNOSIS_REPORT_STRIPS_TITLE);
            let chart = StripChart { title: &title, language: self.language, strips: &strips };
            let (svg, description) = (chart.svg(), chart.description());
            let sources: Vec<Source> = indicators.iter().flat_map(|indicator| indicator.newest_sources()).collect();
            let caption = self.word(key::DIAGNOSIS_REPORT_STRIPS_CAPTION);
            self.figure(svg, description, (caption, &sources));
        }
    }

    fn strip<'b>(&'b self, indicator: &'b IndicatorStudy, name: &'b str) -> Strip<'b> {
        let year = indicator.newest();
        let (least, greatest) = (indicator.least.unwrap_or(f64::NAN), indicator.greatest.unwrap_or(f64::NAN));
        // Counts of members lie far below those of areas; on one strip they would only press it together.
        let is_near = |value: f64| value >= least - (greatest - least) && value <= greatest + (greatest - least);
        let is_rate = indicator.member_values.iter().flatten().all(|value| is_near(*value));
        let named = self.study.members.iter().map(|member| member.name.as_str()).zip(indicator.member_values.iter().copied());
        let members = if is_rate { named.collect() } else { Vec::new() };
        Strip {
            name,
            unit: &indicator.unit,
            decimals: indicator.decimals,
            own: year.and_then(|year| year.value),
            least: indicator.least,
            lower: year.and_then(|year| year.lower),
            median: year.and_then(|year| year.median),
            upper: year.and_then(|year| year.upper),
            greatest: indicator.greatest,
            members,
        }
    }
}
