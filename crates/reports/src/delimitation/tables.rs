//! The chapters that are tables: areas, units, parameters.

use miedza_texts::{Key, Message, key};

use super::study::{AreaRow, DiagonalOrigin, ParameterUsed, UnitRow};
use super::{Teller, find};
use crate::document::{Block, Column, ColumnKind, Table};

impl Teller<'_> {
    pub(super) fn areas(&mut self) {
        self.document.push(Block::PageBreak);
        self.document.chapter(self.word(key::REPORT_CHAPTER_AREAS));
        self.document.say(self.word(key::REPORT_AREAS_LEAD));
        let table = self.area_table();
        self.document.push(Block::Table(table));
    }

    fn area_table(&self) -> Table {
        let columns = vec![
            self.column(key::REPORT_COLUMN_AREA, None, 18),
            self.column(key::REPORT_COLUMN_UNITS, Some(key::REPORT_UNIT_NUMBER), 11),
            self.column(key::REPORT_COLUMN_POPULATION, Some(key::REPORT_UNIT_PERSONS), 11),
            self.column(key::REPORT_COLUMN_EMPLOYED, Some(key::REPORT_UNIT_PERSONS), 15),
            self.column(key::REPORT_COLUMN_JOBS, Some(key::REPORT_UNIT_PERSONS), 11),
            self.column(key::REPORT_COLUMN_INTERNAL, Some(key::REPORT_UNIT_PERSONS), 14),
            self.column(key::REPORT_COLUMN_SUPPLY, Some(key::REPORT_UNIT_SHARE), 15),
            self.column(key::REPORT_COLUMN_DEMAND, Some(key::REPORT_UNIT_SHARE), 15),
            self.column(key::REPORT_COLUMN_JOB_RATIO, Some(key::REPORT_UNIT_QUOTIENT), 15),
            self.column(key::REPORT_COLUMN_VALIDITY, Some(key::REPORT_UNIT_QUOTIENT), 10),
            self.column(key::REPORT_COLUMN_PIECES, Some(key::REPORT_UNIT_NUMBER), 9),
        ];
        let rows = self.areas_by_size().into_iter().map(|area| self.area_row(&self.study.areas[area])).collect();
        let totals = (self.study.areas.len() > 1).then(|| self.area_totals());
        let note = [key::REPORT_LEGEND_MISSING, key::REPORT_LEGEND_VALIDITY, key::REPORT_LEGEND_PIECES];
        self.without_empty_columns(Table {
            caption: self.caption(key::REPORT_AREAS_CAPTION),
            columns,
            rows,
            totals,
            note: self.legend(&note),
        })
    }

    fn area_row(&self, area: &AreaRow) -> Vec<String> {
        vec![
            area.label.clone(),
            self.with(key::REPORT_COUNT, "count", area.units),
            self.number(area.population, 0),
            self.number(area.employed, 0),
            self.number(area.jobs, 0),
            self.number(area.internal, 0),
            self.share(area.supply_side),
            self.share(area.demand_side),
            self.number(area.job_ratio, 2),
            self.number(area.validity, 3),
            area.pieces.map_or_else(|| self.number(None, 0), |pieces| self.with(key::REPORT_COUNT, "count", pieces)),
        ]
    }

    fn area_totals(&self) -> Vec<String> {
        let (employed, jobs) = (self.sum(|area| area.employed), self.sum(|area| area.jobs));
        let internal = self.sum(|area| area.internal);
        vec![
            self.word(key::REPORT_TOTALS),
            self.with(key::REPORT_COUNT, "count", self.study.areas.iter().map(|area| area.units).sum::<usize>()),
            self.number(self.sum(|area| area.population), 0),
            self.number(employed, 0),
            self.number(jobs, 0),
            self.number(internal, 0),
            self.share(quotient(internal, employed)),
            self.share(quotient(internal, jobs)),
            self.number(quotient(jobs, employed), 2),
            String::new(),
            String::new(),
        ]
    }

    pub(super) fn units(&mut self) {
        self.document.chapter(self.word(key::REPORT_CHAPTER_UNITS));
        self.document.say(self.word(key::REPORT_UNITS_LEAD));
        let table = self.unit_table();
        self.document.push(Block::Table(table));
    }

    fn unit_table(&self) -> Table {
        let columns = vec![
            self.column(key::REPORT_COLUMN_AREA, None, 15),
            self.column(key::REPORT_COLUMN_CODE, None, 13),
            self.column(key::REPORT_COLUMN_UNIT, None, 17),
            self.column(key::REPORT_COLUMN_EMPLOYED, Some(key::REPORT_UNIT_PERSONS), 16),
            self.column(key::REPORT_COLUMN_JOBS, Some(key::REPORT_UNIT_PERSONS), 11),
            self.column(key::REPORT_COLUMN_OWN_SHARE, Some(key::REPORT_UNIT_SHARE), 14),
            self.column(key::REPORT_COLUMN_STRONGEST, Some(key::REPORT_UNIT_PERSONS), 17).of(ColumnKind::Text),
            self.column(key::REPORT_COLUMN_REASON, None, 34),
        ];
        let mut place = vec![usize::MAX; self.study.areas.len()];
        for (position, area) in self.areas_by_size().into_iter().enumerate() {
            place[area] = position;
        }
        let mut units: Vec<&UnitRow> = self.study.units.iter().collect();
        let position = |unit: &UnitRow| unit.area.and_then(|area| place.get(area).copied()).unwrap_or(usize::MAX);
        units.sort_by(|one, other| position(one).cmp(&position(other)).then_with(|| one.code.cmp(&other.code)));
        let rows = units.into_iter().map(|unit| self.unit_row(unit)).collect();
        let note = self.legend(&[key::REPORT_LEGEND_MISSING]);
        self.without_empty_columns(Table { caption: self.caption(key::REPORT_UNITS_CAPTION), columns, rows, totals: None, note })
    }

    fn unit_row(&self, unit: &UnitRow) -> Vec<String> {
        let strongest = unit.strongest.as_ref().map(|(name, persons)| {
            self.language.say(&Message::new(key::REPORT_STRONGEST).with("unit", name).with("persons", *persons))
        });
        vec![
            unit.area.map_or_else(|| self.word(key::REPORT_NO_AREA), |area| self.area(area)),
            unit.code.clone(),
            unit.name.clone(),
            self.number(unit.employed, 0),
            self.number(unit.jobs, 0),
            self.share(unit.own_share),
            strongest.unwrap_or_else(|| self.number(None, 0)),
            unit.reason.as_ref().map_or_else(|| self.number(None, 0), |reason| self.language.say(reason)),
        ]
    }

    pub(super) fn parameter_table(&self) -> Table {
        let columns = vec![
            self.column(key::REPORT_COLUMN_PARAMETER, None, 32),
            self.column(key::REPORT_COLUMN_VALUE, None, 22),
            self.column(key::REPORT_COLUMN_MEANING, None, 60),
        ];
        let rows = self.study.method.parameters.iter().map(|parameter| self.parameter_row(parameter)).collect();
        Table { caption: self.caption(key::REPORT_PARAMETERS_CAPTION), columns, rows, ..Table::default() }
    }

    fn parameter_row(&self, parameter: &ParameterUsed) -> Vec<String> {
        let own = || find("report-parameter-", &parameter.name).map(Message::new);
        let meaning = parameter.explanation.clone().or_else(own);
        let value = if parameter.value.is_empty() { self.number(None, 0) } else { parameter.value.clone() };
        vec![parameter.name.clone(), value, meaning.map_or_else(String::new, |meaning| self.language.say(&meaning))]
    }

    /// A column with its unit; columns with a unit hold numbers.
    pub(super) fn column(&self, title: Key, unit: Option<Key>, width: u16) -> Column {
        let kind = if unit.is_some() { ColumnKind::Number } else { ColumnKind::Text };
        Column { title: self.word(title), unit: unit.map_or_else(String::new, |unit| self.word(unit)), kind, width }
    }

    /// A caption with the period of the figures, where there is one.
    /// A caption with the period of the data, and with "modelled" or "estimated" where its figures rest on such.
    pub(super) fn caption(&self, key: Key) -> String {
        let mut caption = self.word(key);
        if let Some(period) = &self.study.data.period {
            caption.push_str(", ");
            caption.push_str(period);
        }
        let treatment = &self.study.treatment;
        let is_estimated = matches!(treatment.diagonal, DiagonalOrigin::Estimated(_));
        let marks = [(treatment.is_modelled, key::MARK_MODELLED), (is_estimated, key::MARK_ESTIMATED)];
        let marks: Vec<String> = marks.into_iter().filter(|(holds, _)| *holds).map(|(_, mark)| self.word(mark)).collect();
        if !marks.is_empty() && key != key::REPORT_PARAMETERS_CAPTION {
            caption.push_str(&format!(" ({})", marks.join(", ")));
        }
        caption
    }

    pub(super) fn legend(&self, keys: &[Key]) -> String {
        keys.iter().map(|key| self.word(*key)).collect::<Vec<_>>().join(" ")
    }

    /// Leaves out number columns in which nothing is known: a whole column of dashes says nothing.
    fn without_empty_columns(&self, table: Table) -> Table {
        let missing = self.number(None, 0);
        let keep: Vec<bool> = (0..table.columns.len())
            .map(|column| {
                let is_text = table.columns[column].kind == ColumnKind::Text;
                is_text || table.rows.is_empty() || table.rows.iter().any(|row| row[column] != missing)
            })
            .collect();
        let kept = |row: Vec<String>| row.into_iter().zip(&keep).filter(|(_, keep)| **keep).map(|(cell, _)| cell).collect();
        Table {
            columns: table.columns.into_iter().zip(&keep).filter(|(_, keep)| **keep).map(|(column, _)| column).collect(),
            rows: table.rows.into_iter().map(kept).collect(),
            totals: table.totals.map(kept),
            ..table
        }
    }

    /// Positions of the areas, the one with most employed residents first; without figures the one with most units.
    pub(super) fn areas_by_size(&self) -> Vec<usize> {
        let areas = &self.study.areas;
        let mut order: Vec<usize> = (0..areas.len()).collect();
        order.sort_by(|one, other| {
            let (one, other) = (&areas[*one], &areas[*other]);
            let employed = |area: &AreaRow| area.employed.unwrap_or(-1.0);
            employed(other)
                .total_cmp(&employed(one))
                .then_with(|| other.units.cmp(&one.units))
                .then_with(|| one.label.cmp(&other.label))
        });
        order
    }

    /// A sum over all areas; `None` if one of them lacks the figure.
    pub(super) fn sum(&self, of: impl Fn(&AreaRow) -> Option<f64>) -> Option<f64> {
        (!self.study.areas.is_empty()).then(|| self.study.areas.iter().map(of).sum::<Option<f64>>()).flatten()
    }

    /// Share of all employed residents who work in the area they live in.
    pub(super) fn inside_share(&self) -> Option<f64> {
        quotient(self.sum(|area| area.internal), self.sum(|area| area.employed))
    }
}

impl Column {
    fn of(self, kind: ColumnKind) -> Self {
        Self { kind, ..self }
    }
}

fn quotient(part: Option<f64>, whole: Option<f64>) -> Option<f64> {
    let (part, whole) = (part?, whole?);
    (whole > 0.0).then(|| part / whole)
}
