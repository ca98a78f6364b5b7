//! The chapters that are told in sentences: in brief, question and data, method, map, provenance.

use miedza_texts::{Key, Message, key};

use super::study::DiagonalOrigin;
use super::{DOUBTS, Teller, find};
use crate::document::{Block, Fact, Facts, Figure, KeyFigure, KeyFigures, Note, Run, Style, Tone};

impl Teller<'_> {
    pub(super) fn summary(&mut self) {
        self.document.chapter(self.word(key::REPORT_CHAPTER_SUMMARY));
        self.remark();
        let study = self.study;
        let lead = Message::new(key::REPORT_SUMMARY_LEAD)
            .with("units", study.units.len())
            .with("areas", study.areas.len())
            .with("method", self.method_name());
        self.document.say(self.language.say(&lead));
        let figures = self.key_figures();
        self.document.push(Block::KeyFigures(KeyFigures { figures }));
        if let Some(share) = self.inside_share() {
            let share = self.language.share(share, 1);
            self.document.say(self.with(key::REPORT_SUMMARY_INSIDE, "share", share));
        }
        self.largest_area();
        self.estimated_note();
        if study.map.as_ref().is_some_and(|map| map.is_schematic) {
            self.note(Tone::Schematic, key::REPORT_NOTE_SCHEMATIC, key::REPORT_NOTE_SCHEMATIC_TEXT);
        }
        self.doubts_in_brief();
    }

    fn remark(&mut self) {
        if let Some(remark) = &self.study.remark {
            let title = self.word(key::REPORT_NOTE_EXAMPLE);
            self.document.push(Block::Note(Note { tone: Tone::Remark, title, runs: vec![Run::plain(remark)] }));
        }
    }

    fn key_figures(&self) -> Vec<KeyFigure> {
        let study = self.study;
        let counted = |key, count: usize| KeyFigure {
            value: self.with(key::REPORT_COUNT, "count", count),
            label: self.with(key, "count", count),
        };
        let measured = |value: String, key| KeyFigure { value, label: self.word(key) };
        let unassigned = study.units.iter().filter(|unit| unit.area.is_none()).count();
        let mut figures =
            vec![counted(key::REPORT_FIGURE_AREAS, study.areas.len()), counted(key::REPORT_FIGURE_UNITS, study.units.len())];
        let employed = self.sum(|area| area.employed).map(|sum| self.language.integer(sum));
        figures.extend(employed.map(|employed| measured(employed, key::REPORT_FIGURE_EMPLOYED)));
        let inside = self.inside_share().map(|share| self.language.share(share, 1));
        figures.extend(inside.map(|inside| measured(inside, key::REPORT_FIGURE_INSIDE)));
        figures.push(counted(key::REPORT_FIGURE_EDGE, study.doubts.edge_units.len()));
        figures.push(counted(key::REPORT_FIGURE_UNASSIGNED, unassigned));
        figures
    }

    fn largest_area(&mut self) {
        let Some(area) = self.areas_by_size().first().map(|area| &self.study.areas[*area]) else { return };
        if let Some(employed) = area.employed {
            let message = Message::new(key::REPORT_SUMMARY_LARGEST)
                .with("area", &area.label)
                .with("units", area.units)
                .with("employed", employed);
            self.document.say(self.language.say(&message));
        }
    }

    fn doubts_in_brief(&mut self) {
        let count = self.doubt_kinds();
        let message = match count {
            0 => Message::new(key::REPORT_SUMMARY_NO_DOUBTS),
            _ => Message::new(key::REPORT_SUMMARY_DOUBTS).with("count", count).with("chapter", DOUBTS),
        };
        self.document.say(self.language.say(&message));
    }

    /// A note if the flows were never counted, and one if the diagonal is no count, as every share rests on it.
    fn estimated_note(&mut self) {
        if self.study.treatment.is_modelled {
            self.note(Tone::Estimated, key::REPORT_NOTE_MODELLED, key::REPORT_NOTE_MODELLED_TEXT);
        }
        match self.study.treatment.diagonal {
            DiagonalOrigin::Estimated(_) => {
                self.note(Tone::Estimated, key::REPORT_NOTE_ESTIMATED, key::REPORT_NOTE_ESTIMATED_TEXT);
            }
            DiagonalOrigin::WorkedOut => {
                self.note(Tone::Remark, key::REPORT_NOTE_UPPER_BOUND, key::REPORT_NOTE_UPPER_BOUND_TEXT);
            }
            DiagonalOrigin::Counted | DiagonalOrigin::Absent => {}
        }
    }

    fn note(&mut self, tone: Tone, title: Key, text: Key) {
        let (title, text) = (self.word(title), self.word(text));
        self.document.push(Block::Note(Note { tone, title, runs: vec![Run::plain(text)] }));
    }

    pub(super) fn data(&mut self) {
        self.document.chapter(self.word(key::REPORT_CHAPTER_DATA));
        self.document.section(self.word(key::REPORT_SECTION_QUESTION));
        let question = self.study.question.clone().unwrap_or_else(|| self.word(key::REPORT_QUESTION_DEFAULT));
        self.document.say(question);
        self.document.section(self.word(key::REPORT_SECTION_DATA));
        let facts = self.data_facts();
        self.facts(facts);
        self.document.section(self.word(key::REPORT_SECTION_TREATMENT));
        let points = self.treatment();
        self.document.points(points);
    }

    fn data_facts(&self) -> Vec<(Key, String)> {
        let data = &self.study.data;
        let mut facts = vec![(key::REPORT_TERM_DATA, data.name.clone())];
        facts.extend(data.period.clone().map(|period| (key::REPORT_TERM_PERIOD, period)));
        facts.extend(data.publisher.clone().map(|publisher| (key::REPORT_TERM_PUBLISHER, publisher)));
        facts.push((key::REPORT_TERM_UNITS, self.with(key::REPORT_COUNT, "count", self.study.units.len())));
        facts.push((key::REPORT_TERM_FLOWS, self.with(key::REPORT_COUNT, "count", data.flows)));
        facts.push((key::REPORT_TERM_PERSONS, self.language.integer(data.persons)));
        facts
    }

    fn facts(&mut self, facts: Vec<(Key, String)>) {
        let facts = facts
            .into_iter()
            .filter(|(_, text)| !text.is_empty())
            .map(|(term, text)| Fact { term: self.word(term), runs: vec![Run::plain(text)] })
            .collect();
        self.document.push(Block::Facts(Facts { facts }));
    }

    fn treatment(&self) -> Vec<String> {
        let treatment = &self.study.treatment;
        let mut points = vec![self.diagonal()];
        let counted = [
            (key::REPORT_PARTS_FOLDED, treatment.parts_folded),
            (key::REPORT_DUPLICATES_SUMMED, treatment.summed_duplicates),
            (key::REPORT_SUPPRESSED_TOLD, self.study.doubts.suppressed_flows),
        ];
        points.extend(counted.into_iter().filter(|(_, count)| *count > 0).map(|(key, count)| self.with(key, "count", count)));
        if let Some((rows, persons)) = treatment.between_parts {
            let message = Message::new(key::REPORT_BETWEEN_PARTS).with("count", rows).with("persons", persons);
            points.push(self.language.say(&message));
        }
        if let Some((codes, persons)) = &treatment.no_places {
            let message = Message::new(key::REPORT_NO_PLACES).with("codes", codes.join(", ")).with("persons", *persons);
            points.push(self.language.say(&message));
        }
        if let Some(threshold) = self.study.doubts.threshold {
            points.push(self.with(key::REPORT_THRESHOLD_TOLD, "threshold", threshold));
        }
        points.extend(treatment.remarks.iter().map(|remark| self.language.say(remark)));
        points
    }

    fn diagonal(&self) -> String {
        match self.study.treatment.diagonal {
            DiagonalOrigin::Counted => self.word(key::REPORT_DIAGONAL_COUNTED),
            DiagonalOrigin::Absent => self.word(key::REPORT_DIAGONAL_ABSENT),
            DiagonalOrigin::WorkedOut => self.word(key::REPORT_DIAGONAL_WORKED_OUT),
            DiagonalOrigin::Estimated(None) => self.word(key::REPORT_DIAGONAL_ESTIMATED),
            DiagonalOrigin::Estimated(Some(share)) => {
                self.with(key::REPORT_DIAGONAL_ESTIMATED_SHARE, "share", self.language.share(share, 1))
            }
        }
    }

    pub(super) fn method(&mut self) {
        self.document.chapter(self.word(key::REPORT_CHAPTER_METHOD));
        let name = self.study.method.name.clone();
        let (title, paragraphs) = (self.method_name(), self.method_in_words(&name));
        self.document.section(title);
        for paragraph in paragraphs {
            self.document.say(paragraph);
        }
        if self.study.treatment.is_contiguity_mended {
            self.document.say(self.word(key::REPORT_CONTIGUITY_TOLD));
        }
        if !self.study.method.parameters.is_empty() {
            let table = self.parameter_table();
            self.document.push(Block::Table(table));
        }
    }

    fn method_in_words(&self, name: &str) -> Vec<String> {
        let paragraphs: Vec<String> = (1..=3)
            .filter_map(|number| find("report-method-", &format!("{name}-{number}")))
            .map(|key| self.with(key, "chapter", DOUBTS))
            .collect();
        if paragraphs.is_empty() { vec![self.with(key::REPORT_METHOD_OTHER, "method", name)] } else { paragraphs }
    }

    pub(super) fn map(&mut self) {
        let Some(map) = &self.study.map else {
            self.document.chapter(self.word(key::REPORT_CHAPTER_MAP));
            self.document.say(self.word(key::REPORT_MAP_ABSENT));
            return;
        };
        self.document.chapter(self.word(key::REPORT_CHAPTER_MAP));
        if map.is_schematic {
            self.note(Tone::Schematic, key::REPORT_NOTE_SCHEMATIC, key::REPORT_NOTE_SCHEMATIC_TEXT);
        }
        let caption = if map.is_schematic { key::REPORT_MAP_CAPTION_SCHEMATIC } else { key::REPORT_MAP_CAPTION };
        self.document.push(Block::Figure(Figure {
            svg: map.svg.clone(),
            description: map.description.clone(),
            caption: self.with(caption, "title", &self.study.title),
        }));
    }

    pub(super) fn provenance(&mut self) {
        let sources = &self.study.provenance;
        self.document.chapter(self.word(key::REPORT_CHAPTER_PROVENANCE));
        self.document.say(self.word(key::REPORT_PROVENANCE_LEAD));
        let mut facts: Vec<Fact> = sources.files.iter().map(|file| self.file(file)).collect();
        let plain = |term: Key, text: &String| Fact { term: self.word(term), runs: vec![Run::plain(text)] };
        facts.push(plain(key::REPORT_TERM_PROGRAM, &sources.program));
        if let Some(command) = &sources.command {
            facts.push(Fact { term: self.word(key::REPORT_TERM_COMMAND), runs: vec![Run::new(Style::Code, command)] });
        }
        facts.extend(sources.licences.iter().map(|licence| plain(key::REPORT_TERM_LICENCE, licence)));
        facts.retain(|fact| fact.runs.iter().any(|run| !run.text.is_empty()));
        self.document.push(Block::Facts(Facts { facts }));
    }

    fn file(&self, file: &super::FileUsed) -> Fact {
        let role = find("report-role-", &file.role).map_or_else(|| file.role.clone(), |key| self.word(key));
        let bytes = file.bytes.to_string().parse().map_or_else(|_| String::new(), |bytes| self.language.integer(bytes));
        let size = self.with(key::REPORT_SIZE, "bytes", bytes);
        let runs = vec![
            Run::new(Style::Strong, &file.file),
            Run::plain(format!(" · {size} · SHA-256: ")),
            Run::new(Style::Code, &file.sha256),
        ];
        Fact { term: capitalised(&role), runs }
    }
}

/// A word with a capital at its beginning, as it stands at the head of a line.
fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + letters.as_str())
}
