//! A list before it is written: its rows are filtered by words, put in order and cut.

use std::cmp::Ordering;

use miedza_planning::values::{PartialDate, Tongue};
use miedza_store::fold;

use super::column::{Cell, Column, Holds};
use super::endpoint::Asked;
use crate::frame::Asker;
use crate::frame::list::SortKey;

/// Rows of cells, each as long as the list of columns.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// Only the rows that hold all words of `q`, in the order of `sort`; without it in the order in which they came.
    #[must_use]
    pub fn asked(mut self, asker: &Asker, asked: &Asked) -> Self {
        let wanted: Vec<String> =
            asked.text("q").unwrap_or_default().split_whitespace().map(fold).filter(|word| !word.is_empty()).collect();
        if !wanted.is_empty() {
            self.rows.retain(|row| has_all(row, &wanted));
        }
        if let Some(sort) = asked.text("sort") {
            self.sort(sort.trim_start_matches('-'), sort.starts_with('-'), asker);
        }
        self
    }

    fn sort(&mut self, name: &str, is_descending: bool, asker: &Asker) {
        let Some(place) = self.columns.iter().position(|column| column.name == name) else { return };
        let holds = self.columns[place].holds;
        let key = |row: &Vec<Cell>| sort_key(holds, &row[place], asker.tongue());
        let mut keyed: Vec<(SortKey, Vec<Cell>)> = self.rows.drain(..).map(|row| (key(&row), row)).collect();
        let compare =
            |one: &(SortKey, _), two: &(SortKey, _)| -> Ordering { one.0.compare(&two.0, asker.language, is_descending) };
        keyed.sort_by(compare);
        self.rows.extend(keyed.into_iter().map(|(_, row)| row));
    }
}

fn has_all(row: &[Cell], wanted: &[String]) -> bool {
    let text: Vec<String> = row.iter().flat_map(texts).collect();
    let words: Vec<String> = text.iter().flat_map(|text| text.split_whitespace()).map(fold).collect();
    wanted.iter().all(|wanted| words.iter().any(|word| word.contains(wanted.as_str())))
}

fn texts(cell: &Cell) -> Vec<String> {
    match cell {
        Cell::Text(text) => vec![text.clone()],
        Cell::Words(words) => words.texts.values().map(|translation| translation.text.clone()).collect(),
        Cell::Named(named) => named.name.iter().chain([&named.id]).cloned().collect(),
        Cell::Several(list) => list.iter().flat_map(|named| named.name.iter().chain([&named.id])).cloned().collect(),
        _ => Vec::new(),
    }
}

fn sort_key(holds: Holds, cell: &Cell, tongue: Tongue) -> SortKey {
    match cell {
        Cell::Text(text) if holds == Holds::Date => text.parse::<PartialDate>().ok().into(),
        Cell::Text(text) => text.into(),
        Cell::Words(words) => words.wording(tongue).map(|wording| wording.text().to_owned()).into(),
        Cell::Whole(number) => i32::try_from(*number).map_or(f64::INFINITY, f64::from).into(),
        Cell::Decimal(number) => (*number).into(),
        Cell::Flag(flag) => f64::from(u8::from(*flag)).into(),
        Cell::Named(named) => named.name.as_ref().unwrap_or(&named.id).into(),
        Cell::Several(list) => list.first().map(|named| named.name.as_ref().unwrap_or(&named.id)).into(),
        Cell::Missing | Cell::Data(_) => SortKey::Missing,
    }
}
