//! What follows: findings with evidence, challenges, SWOT, and what the planning documents say.

use miedza_texts::{Key, key};

use super::evidence::{Finding, FindingKind, SwotPoint};
use super::{Teller, codes};
use crate::document::{Block, List, Paragraph, Run, Style, Table};

impl Teller<'_> {
    pub(super) fn swot(&mut self) {
        let Some(swot) = &self.study.swot else { return };
        let lists: [(Key, &[SwotPoint]); 4] = [
            (key::DIAGNOSIS_REPORT_STRENGTHS, &swot.strengths),
            (key::DIAGNOSIS_REPORT_WEAKNESSES, &swot.weaknesses),
            (key::DIAGNOSIS_REPORT_OPPORTUNITIES, &swot.opportunities),
            (key::DIAGNOSIS_REPORT_THREATS, &swot.threats),
        ];
        if lists.iter().all(|(_, points)| points.is_empty()) {
            return;
        }
        for (title, points) in lists {
            self.section(title);
            if points.is_empty() {
                self.say(key::DIAGNOSIS_REPORT_SWOT_NONE);
                continue;
            }
            let point = |point: &SwotPoint| std::iter::once(Run::plain(&point.text)).chain(codes(&point.findings)).collect();
            self.document.push(Block::List(List { is_numbered: false, items: points.iter().map(point).collect() }));
        }
    }

    /// Findings by dimension, in the order in which dimensions are first named, then challenges.
    pub(super) fn findings(&mut self) {
        let study = self.study;
        let mut dimensions: Vec<&str> = Vec::new();
        for finding in &study.findings {
            if !dimensions.contains(&finding.dimension.as_str()) {
                dimensions.push(&finding.dimension);
            }
        }
        for dimension in dimensions {
            if dimension.is_empty() {
                self.section(key::DIAGNOSIS_REPORT_FINDINGS);
            } else {
                self.named_section(dimension);
            }
            for finding in study.findings.iter().filter(|finding| finding.dimension == dimension) {
                self.finding(finding);
            }
        }
        self.problems();
        if study.challenges.is_empty() {
            return;
        }
        self.section(key::DIAGNOSIS_REPORT_CHALLENGES);
        let row =
            |challenge: &super::Challenge| vec![challenge.code.clone(), challenge.text.clone(), challenge.findings.join(", ")];
        let table = Table {
            caption: self.word(key::DIAGNOSIS_REPORT_CHALLENGES_CAPTION),
            columns: vec![
                self.text_column(key::DIAGNOSIS_REPORT_COLUMN_NUMBER, 9),
                self.text_column(key::DIAGNOSIS_REPORT_COLUMN_CHALLENGE, 60),
                self.text_column(key::DIAGNOSIS_REPORT_COLUMN_FINDINGS, 20),
            ],
            rows: study.challenges.iter().map(row).collect(),
            totals: None,
            note: String::new(),
        };
        self.table(table);
    }

    /// The tree of problems as a table whose rows are indented.
    fn problems(&mut self) {
        if self.study.problems.is_empty() {
            return;
        }
        self.section(key::DIAGNOSIS_REPORT_PROBLEMS);
        let row = |problem: &super::Problem| {
            let indent = "–\u{a0}".repeat(problem.depth);
            vec![problem.role.clone(), format!("{indent}{}", problem.text), problem.findings.join(", ")]
        };
        let table = Table {
            caption: self.word(key::DIAGNOSIS_REPORT_PROBLEMS_CAPTION),
            columns: vec![
                self.text_column(key::DIAGNOSIS_REPORT_COLUMN_KIND, 14),
                self.text_column(key::DIAGNOSIS_REPORT_COLUMN_PROBLEM, 60),
                self.text_column(key::DIAGNOSIS_REPORT_COLUMN_FINDINGS, 18),
            ],
            rows: self.study.problems.iter().map(row).collect(),
            totals: None,
            note: String::new(),
        };
        self.table(table);
    }

    fn finding(&mut self, finding: &Finding) {
        let kind = self.word(kind_key(finding.kind));
        let mut runs = vec![
            Run::new(Style::Strong, format!("{} ", finding.code).trim_start()),
            Run::new(Style::Emphasis, format!("{kind}. ")),
            Run::plain(&finding.text),
        ];
        runs.extend(self.register.references(&finding.sources));
        self.document.push(Block::Paragraph(Paragraph { runs }));
        self.document.points(finding.evidence.iter().cloned());
    }

    pub(super) fn planning_documents(&mut self) {
        if self.study.planning_documents.is_empty() {
            return;
        }
        self.section(key::DIAGNOSIS_REPORT_PLANNING);
        let row = |document: &super::PlanningDocument| {
            vec![document.owner.clone(), document.name.clone(), document.adopted.clone(), document.conclusion.clone()]
        };
        let table = Table {
            caption: self.word(key::DIAGNOSIS_REPORT_PLANNING_CAPTION),
            columns: vec![
                self.text_column(key::DIAGNOSIS_REPORT_COLUMN_OWNER, 18),
                self.text_column(key::DIAGNOSIS_REPORT_COLUMN_DOCUMENT, 26),
                self.text_column(key::DIAGNOSIS_REPORT_COLUMN_ADOPTED, 16),
                self.text_column(key::DIAGNOSIS_REPORT_COLUMN_CONCLUSION, 44),
            ],
            rows: self.study.planning_documents.iter().map(row).collect(),
            totals: None,
            note: String::new(),
        };
        self.table(table);
    }
}

/// What a kind of finding is called.
pub(super) const fn kind_key(kind: FindingKind) -> Key {
    match kind {
        FindingKind::Potential => key::DIAGNOSIS_REPORT_POTENTIAL,
        FindingKind::Barrier => key::DIAGNOSIS_REPORT_BARRIER,
        FindingKind::Observation => key::DIAGNOSIS_REPORT_OBSERVATION,
    }
}
