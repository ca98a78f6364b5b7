//! Population so far and projected, and its ages.

use miedza_texts::key;

use super::Teller;
use super::evidence::Population;
use crate::document::{Column, ColumnKind, Table};
use crate::figure::{FutureChart, FutureYear, Pyramid, PyramidSide};

/// Projected years that the table shows beside the last: those that this number divides.
const EVERY: i32 = 5;

impl Teller<'_> {
    pub(super) fn population(&mut self) {
        let Some(population) = &self.study.population else { return };
        if !population.projected.is_empty() {
            self.section(key::DIAGNOSIS_REPORT_PROJECTION);
            self.projection(population);
        }
        if population.ages.iter().any(|ages| ages.today.iter().any(Option::is_some)) {
            self.section(key::DIAGNOSIS_REPORT_AGES);
            self.ages(population);
        }
    }

    fn projection(&mut self, population: &Population) {
        let projected: Vec<FutureYear> = population
            .projected
            .iter()
            .map(|year| FutureYear { year: year.year, middle: year.middle, low: year.low, high: year.high })
            .collect();
        let (title, unit) = (self.word(key::DIAGNOSIS_REPORT_POPULATION), self.word(key::REPORT_UNIT_PERSONS));
        let chart = FutureChart {
            title: &title,
            unit: &unit,
            language: self.language,
            decimals: 0,
            counted: &population.counted,
            projected: &projected,
        };
        let (svg, description) = (chart.svg(), chart.description());
        let caption = self.word(key::DIAGNOSIS_REPORT_PROJECTION_CAPTION);
        self.figure(svg, description, (caption, &population.sources));
        if !population.assumptions.is_empty() {
            self.say(key::DIAGNOSIS_REPORT_ASSUMPTIONS);
            self.document.points(population.assumptions.iter().cloned());
        }
        let table = self.projection_table(population);
        self.table(table);
    }

    fn projection_table(&self, population: &Population) -> Table {
        let last = population.projected.iter().map(|year| year.year).max();
        let is_shown = |year: i32| year % EVERY == 0 || Some(year) == last;
        let shown = population.projected.iter().filter(|year| is_shown(year.year));
        let row = |year: &super::ProjectedYear| {
            let number = |value| self.number(value, 0);
            vec![year.year.to_string(), number(year.low), number(year.middle), number(year.high)]
        };
        let persons = Some(key::REPORT_UNIT_PERSONS);
        Table {
            caption: self.word(key::DIAGNOSIS_REPORT_PROJECTION_CAPTION),
            columns: vec![
                self.text_column(key::DIAGNOSIS_REPORT_COLUMN_YEAR, 14),
                self.number_column(key::CHART_FUTURE_LOW, persons, 20),
                self.number_column(key::CHART_FUTURE_MIDDLE, persons, 20),
                self.number_column(key::CHART_FUTURE_HIGH, persons, 20),
            ],
            rows: shown.map(row).collect(),
            totals: None,
            note: self.note(&population.sources),
        }
    }

    fn ages(&mut self, population: &Population) {
        let groups: Vec<&str> = population.age_groups.iter().map(String::as_str).collect();
        let sides: Vec<PyramidSide<'_>> =
            population.ages.iter().map(|ages| PyramidSide { name: &ages.name, today: &ages.today, later: &ages.later }).collect();
        let (title, unit) = (self.word(key::DIAGNOSIS_REPORT_AGES), self.word(key::REPORT_UNIT_PERSONS));
        let pyramid = Pyramid {
            title: &title,
            unit: &unit,
            language: self.language,
            today: &population.ages_today,
            later: &population.ages_later,
            ages: &groups,
            sides: &sides,
        };
        let (svg, description) = (pyramid.svg(), pyramid.description());
        let caption = self.word(key::DIAGNOSIS_REPORT_AGES_CAPTION);
        self.figure(svg, description, (caption, &population.sources));
        let table = self.age_table(population);
        self.table(table);
    }

    fn age_table(&self, population: &Population) -> Table {
        let has_later = !population.ages_later.is_empty();
        let mut columns = vec![self.text_column(key::DIAGNOSIS_REPORT_COLUMN_AGE, 16)];
        let column = |name: &str, year: &str| Column {
            title: if name.is_empty() { year.to_owned() } else { format!("{name}, {year}") },
            unit: self.word(key::REPORT_UNIT_PERSONS),
            kind: ColumnKind::Number,
            width: 18,
        };
        for ages in &population.ages {
            columns.push(column(&ages.name, &population.ages_today));
            columns.extend(has_later.then(|| column(&ages.name, &population.ages_later)));
        }
        let row = |(position, group): (usize, &String)| -> Vec<String> {
            let mut cells = vec![group.clone()];
            let number = |values: &[Option<f64>]| self.number(values.get(position).copied().flatten(), 0);
            for ages in &population.ages {
                cells.push(number(&ages.today));
                cells.extend(has_later.then(|| number(&ages.later)));
            }
            cells
        };
        Table {
            caption: self.word(key::DIAGNOSIS_REPORT_AGES_CAPTION),
            columns,
            rows: population.age_groups.iter().enumerate().map(row).collect(),
            totals: None,
            note: self.note(&population.sources),
        }
    }
}
