//! Functional links: who commutes where, inside the area and across its border.

use miedza_texts::{Message, key};

use super::Teller;
use super::evidence::{Commuting, FlowCount};
use crate::document::{Block, Column, ColumnKind, KeyFigure, KeyFigures, Table};

/// Most places of a matrix that a page can bear; of more the strongest links are listed.
const PLACES: usize = 7;
/// Links that the list shows.
const LINKS: usize = 12;

impl Teller<'_> {
    pub(super) fn commuting(&mut self) {
        let Some(commuting) = &self.study.commuting else { return };
        self.named_section(&commuting.name);
        self.say_of(commuting.claims.join(" "), &commuting.sources);
        let figures = self.commuting_figures(commuting);
        if !figures.is_empty() {
            self.document.push(Block::KeyFigures(KeyFigures { figures }));
        }
        let table = if commuting.places.len() <= PLACES { self.matrix(commuting) } else { self.strongest(commuting) };
        self.table(table);
    }

    fn commuting_figures(&self, commuting: &Commuting) -> Vec<KeyFigure> {
        let persons = |value: Option<f64>| value.map(|value| self.language.integer(value));
        let share = |value: Option<f64>| value.map(|share| self.language.share(share, 1));
        let figures = [
            (persons(commuting.inside), key::DIAGNOSIS_REPORT_INSIDE),
            (persons(commuting.leaving), key::DIAGNOSIS_REPORT_LEAVING),
            (persons(commuting.arriving), key::DIAGNOSIS_REPORT_ARRIVING),
            (share(commuting.self_containment), key::DIAGNOSIS_REPORT_SELF_CONTAINMENT),
            (share(commuting.kept_share), key::DIAGNOSIS_REPORT_KEPT_SHARE),
        ];
        let known = figures.into_iter().filter_map(|(value, label)| value.map(|value| (value, label)));
        known.map(|(value, label)| KeyFigure { value, label: self.word(label) }).collect()
    }

    fn flow(&self, count: FlowCount) -> String {
        match count {
            FlowCount::Counted(persons) => self.language.integer(persons),
            FlowCount::Suppressed => self.word(key::DIAGNOSIS_REPORT_SUPPRESSED_SIGN),
            FlowCount::Missing => self.number(None, 0),
        }
    }

    fn commuting_note(&self, commuting: &Commuting) -> String {
        let is_suppressed = commuting.persons.iter().flatten().any(|count| *count == FlowCount::Suppressed);
        let suppressed = if is_suppressed { self.word(key::DIAGNOSIS_REPORT_SUPPRESSED) } else { String::new() };
        let legend = self.word(key::REPORT_LEGEND_MISSING);
        let sentences = [suppressed, legend, self.note(&commuting.sources)];
        sentences.into_iter().filter(|sentence| !sentence.is_empty()).collect::<Vec<_>>().join(" ")
    }

    fn caption_of(&self, key: miedza_texts::Key, commuting: &Commuting) -> String {
        let message = Message::new(key).with("name", &commuting.name).with("period", &commuting.period);
        self.language.say(&message)
    }

    fn matrix(&self, commuting: &Commuting) -> Table {
        let mut columns = vec![self.text_column(key::DIAGNOSIS_REPORT_COLUMN_FROM, 24)];
        columns.extend(commuting.places.iter().map(|place| Column {
            title: place.clone(),
            unit: String::new(),
            kind: ColumnKind::Number,
            width: 15,
        }));
        let row = |(position, place): (usize, &String)| -> Vec<String> {
            let counts = commuting.persons.get(position);
            let count = |column: usize| counts.and_then(|counts| counts.get(column)).copied().unwrap_or_default();
            std::iter::once(place.clone()).chain((0..commuting.places.len()).map(|column| self.flow(count(column)))).collect()
        };
        Table {
            caption: self.caption_of(key::DIAGNOSIS_REPORT_MATRIX_CAPTION, commuting),
            columns,
            rows: commuting.places.iter().enumerate().map(row).collect(),
            totals: None,
            note: self.commuting_note(commuting),
        }
    }

    /// The strongest links between different places.
    fn strongest(&self, commuting: &Commuting) -> Table {
        let mut links: Vec<(&str, &str, f64)> = Vec::new();
        for (from, counts) in commuting.places.iter().zip(&commuting.persons) {
            for (to, count) in commuting.places.iter().zip(counts) {
                if let (FlowCount::Counted(persons), true) = (count, from != to) {
                    links.push((from, to, *persons));
                }
            }
        }
        links.sort_by(|one, other| other.2.total_cmp(&one.2).then_with(|| (one.0, one.1).cmp(&(other.0, other.1))));
        let row =
            |(from, to, persons): &(&str, &str, f64)| vec![(*from).to_owned(), (*to).to_owned(), self.language.integer(*persons)];
        let note = format!("{} {}", self.word(key::DIAGNOSIS_REPORT_MATRIX_ELSEWHERE), self.commuting_note(commuting));
        Table {
            caption: self.caption_of(key::DIAGNOSIS_REPORT_LINKS_CAPTION, commuting),
            columns: vec![
                self.text_column(key::DIAGNOSIS_REPORT_COLUMN_FROM, 30),
                self.text_column(key::DIAGNOSIS_REPORT_COLUMN_TO, 30),
                self.number_column(key::DIAGNOSIS_REPORT_COLUMN_PERSONS, None, 16),
            ],
            rows: links.iter().take(LINKS).map(row).collect(),
            totals: None,
            note,
        }
    }
}
