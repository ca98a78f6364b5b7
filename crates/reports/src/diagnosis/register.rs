//! The register of sources: each source once, with its number, in the order in which a reader meets them.

use std::collections::BTreeSet;

use miedza_texts::{Language, Message, key};

use super::study::{Source, Study};
use crate::document::{Day, Run, SourceEntry, Style};

/// All sources of a study, numbered from 1.
pub struct Register {
    sources: Vec<Source>,
}

impl Register {
    /// Collects the sources of a study: those listed first, then those named with figures.
    pub fn of(study: &Study) -> Self {
        let mut register = Self { sources: Vec::new() };
        register.add(&study.sources);
        study.telling.iter().for_each(|claim| register.add(&claim.sources));
        study.map.iter().for_each(|map| register.add(&map.sources));
        study.commuting.iter().for_each(|commuting| register.add(&commuting.sources));
        study.population.iter().for_each(|population| register.add(&population.sources));
        for chapter in &study.chapters {
            chapter.indicators.iter().for_each(|indicator| register.add(&indicator.sources));
            chapter.figures.iter().for_each(|figure| register.add(&figure.sources));
            chapter.tables.iter().for_each(|table| register.add(&table.sources));
            for section in &chapter.sections {
                section.figures.iter().for_each(|figure| register.add(&figure.sources));
                section.tables.iter().for_each(|table| register.add(&table.sources));
            }
        }
        study.surveys.iter().for_each(|survey| register.add(&survey.sources));
        study.findings.iter().for_each(|finding| register.add(&finding.sources));
        study.annex_figures.iter().for_each(|figure| register.add(&figure.sources));
        register
    }

    fn add(&mut self, sources: &[Source]) {
        for source in sources {
            match self.sources.iter_mut().find(|known| is_same(known, source)) {
                Some(known) => {
                    known.years.extend(&source.years);
                    known.sha256 = known.sha256.take().or_else(|| source.sha256.clone());
                    if known.licence.is_empty() {
                        known.licence.clone_from(&source.licence);
                    }
                }
                None => self.sources.push(source.clone()),
            }
        }
    }

    /// The sources with their numbers.
    pub fn all(&self) -> impl Iterator<Item = (usize, &Source)> {
        (1..).zip(&self.sources)
    }

    fn number(&self, source: &Source) -> Option<usize> {
        self.sources.iter().position(|known| is_same(known, source)).map(|position| position + 1)
    }

    /// Numbers of sources, each once, the smallest first.
    pub fn numbers(&self, sources: &[Source]) -> Vec<usize> {
        let mut numbers: Vec<usize> = sources.iter().filter_map(|source| self.number(source)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    /// References behind a sentence, each leading to its source.
    pub fn references(&self, sources: &[Source]) -> Vec<Run> {
        let numbers = self.numbers(sources);
        numbers.into_iter().flat_map(|number| [Run::plain("\u{a0}"), Run::new(Style::Source, number.to_string())]).collect()
    }

    /// The day on which the newest source was retrieved; `None` if no source has one.
    pub fn newest(&self) -> Option<Day> {
        self.sources.iter().filter_map(|source| source.retrieved).max_by_key(|day| (day.year, day.month, day.day))
    }

    /// The note below a table or drawing: each source with its number, in full unless its number is `told` already; empty
    /// without sources. What it tells is `told` from then on.
    pub fn note(&self, sources: &[Source], told: &mut BTreeSet<usize>, language: Language) -> String {
        let said = |number: usize| {
            let mut of_number = sources.iter().filter(|source| self.number(source) == Some(number));
            let mut source = of_number.next()?.clone();
            of_number.for_each(|other| source.years.extend(&other.years));
            let is_new = told.insert(number);
            Some(if is_new { format!("{} [{number}]", brief(&source, language)) } else { format!("[{number}]") })
        };
        let all: Vec<String> = self.numbers(sources).into_iter().filter_map(said).collect();
        if all.is_empty() {
            return String::new();
        }
        language.say(&Message::new(key::DIAGNOSIS_REPORT_SOURCE).with("sources", all.join("; ")))
    }

    /// The list of the sources.
    pub fn entries(&self, language: Language) -> Vec<SourceEntry> {
        self.all().map(|(number, source)| entry(number, source, language)).collect()
    }
}

/// The years of a source, those in a row as one span; its period where it has none.
pub fn period(source: &Source) -> String {
    if source.years.is_empty() {
        return source.period.clone();
    }
    let mut spans: Vec<(i32, i32)> = Vec::new();
    for year in &source.years {
        match spans.last_mut() {
            Some((_, last)) if *last + 1 == *year => *last = *year,
            _ => spans.push((*year, *year)),
        }
    }
    let told = |(first, last): &(i32, i32)| if first == last { first.to_string() } else { format!("{first}–{last}") };
    spans.iter().map(told).collect::<Vec<_>>().join(", ")
}

/// Publisher, data, period and day of retrieval, as far as known.
fn brief(source: &Source, language: Language) -> String {
    let retrieved = source.retrieved.map(|day| {
        let day = language.date(day.year, day.month, day.day);
        language.say(&Message::new(key::DIAGNOSIS_REPORT_RETRIEVED).with("day", day))
    });
    let parts = [source.publisher.clone(), source.dataset.clone(), period(source), retrieved.unwrap_or_default()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn entry(number: usize, source: &Source, language: Language) -> SourceEntry {
    let mut text = brief(source, language);
    if !source.licence.is_empty() {
        let licence = Message::new(key::DIAGNOSIS_REPORT_LICENCE).with("licence", &source.licence);
        text = format!("{text}. {}", language.say(&licence));
    }
    let mut runs = vec![Run::plain(text)];
    if let Some(sha256) = source.sha256.as_ref().filter(|sha256| !sha256.is_empty()) {
        runs.extend([Run::plain(" SHA-256: "), Run::new(Style::Code, sha256)]);
    }
    SourceEntry { number, runs }
}

fn is_same(one: &Source, other: &Source) -> bool {
    let of = |source: &Source| (source.publisher.clone(), source.dataset.clone(), source.period.clone(), source.retrieved);
    let are_other_bytes = one.sha256.as_ref().zip(other.sha256.as_ref()).is_some_and(|(one, other)| one != other);
    of(one) == of(other) && !are_other_bytes
}
