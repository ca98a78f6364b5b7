//! Findings, SWOT, challenges and conclusions of planning documents, as records keep them, in the words of a report.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use miedza_planning::partnership::evidence::Dimension;
use miedza_planning::record::{Kind, Record};
use miedza_planning::values::Wording;
use miedza_reports::diagnosis::{Challenge, Finding, FindingKind, PlanningDocument, Problem, Survey, Swot, SwotPoint};
use miedza_texts::{Language, Message, key};

use super::ground::Ground;
use super::words::name;
use crate::labels;
use crate::partnership::Book;

/// What people made of the figures.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    /// What was found.
    pub findings: Vec<Finding>,
    /// Strengths, weaknesses, opportunities and threats.
    pub swot: Option<Swot>,
    /// The tree of problems, each behind the one that it belongs to.
    pub problems: Vec<Problem>,
    /// What follows.
    pub challenges: Vec<Challenge>,
    /// Surveys, protected.
    pub surveys: Vec<Survey>,
    /// What planning documents say.
    pub planning_documents: Vec<PlanningDocument>,
    /// What the strategy is to take from it.
    pub conclusions: Vec<String>,
}

/// Reads the evidence of a partnership in a language.
pub struct Reader<'a> {
    /// The records that the reader may see.
    pub book: &'a Book,
    /// Names of indicators.
    pub ground: &'a Ground,
    /// The language.
    pub language: Language,
}

impl Reader<'_> {
    /// All of it; surveys are added by whoever may count answers.
    #[must_use]
    pub fn read(&self) -> Evidence {
        let codes = self.codes(Kind::Findings, "Z");
        let challenges = self.challenges(&codes);
        let findings = self.findings(&codes);
        Evidence {
            conclusions: self.conclusions(&findings, &challenges),
            findings,
            swot: self.swot(&codes),
            problems: self.problems(&codes),
            challenges,
            surveys: Vec::new(),
            planning_documents: self.planning_documents(),
        }
    }

    /// Short codes of the records of a kind, in the order in which they are told.
    fn codes(&self, kind: Kind, letter: &str) -> BTreeMap<&str, String> {
        self.ordered(kind)
            .into_iter()
            .enumerate()
            .map(|(at, record)| (record.id.as_str(), format!("{letter}{}", at + 1)))
            .collect()
    }

    fn ordered(&self, kind: Kind) -> Vec<&Record> {
        if kind == Kind::Findings {
            return findings_in_order(self.book);
        }
        let mut records: Vec<&Record> = self.book.of(kind).iter().collect();
        records.sort_by_key(|record| (record.number("position").unwrap_or(i64::MAX), record.id.clone()));
        records
    }

    fn words(&self, record: &Record, field: &str) -> String {
        let words = record.words(field);
        words
            .as_ref()
            .and_then(|words| words.wording(labels::tongue(self.language)))
            .map(Wording::text)
            .unwrap_or_default()
            .to_owned()
    }

    fn choice(&self, record: &Record, field: &str) -> String {
        let choices = record.kind().field(field).and_then(|field| field.shape.choices());
        choices
            .zip(record.text(field))
            .map(|(choices, word)| self.language.say(&labels::choice(choices, word)))
            .unwrap_or_default()
    }

    fn findings(&self, codes: &BTreeMap<&str, String>) -> Vec<Finding> {
        let finding = |record: &Record| Finding {
            code: codes.get(record.id.as_str()).cloned().unwrap_or_default(),
            dimension: self.choice(record, "dimension"),
            kind: match record.text("finding_kind") {
                Some("potential") => FindingKind::Potential,
                Some("problem" | "barrier") => FindingKind::Barrier,
                _ => FindingKind::Observation,
            },
            text: self.words(record, "statement"),
            evidence: self.evidence(record),
            sources: Vec::new(),
        };
        self.ordered(Kind::Findings).into_iter().map(finding).collect()
    }

    /// What a finding rests on, one sentence each.
    fn evidence(&self, finding: &Record) -> Vec<String> {
        let mut found = Vec::new();
        for code in finding.list("indicators") {
            if let Some(indicator) = self.ground.indicator(code) {
                let told = Message::new(key::DIAGNOSIS_EVIDENCE_INDICATOR).with("name", name(indicator, self.language));
                found.push(self.language.say(&told));
            }
        }
        let linked = [
            (Kind::Surveys, "surveys", "title", key::DIAGNOSIS_EVIDENCE_SURVEY),
            (Kind::DocumentReviews, "reviews", "document_title", key::DIAGNOSIS_EVIDENCE_DOCUMENT),
        ];
        for (kind, field, title, key) in linked {
            for record in finding.list(field).into_iter().filter_map(|id| self.book.find(kind, id)) {
                found.push(self.language.say(&Message::new(key).with("name", self.words(record, title))));
            }
        }
        if let Some(variant) = finding.text("variant").and_then(|id| self.book.find(Kind::Variants, id)) {
            found.push(
                self.language.say(&Message::new(key::DIAGNOSIS_EVIDENCE_VARIANT).with("name", self.words(variant, "name"))),
            );
        }
        found.extend(Some(self.words(finding, "evidence_note")).filter(|note| !note.is_empty()));
        found
    }

    fn swot(&self, codes: &BTreeMap<&str, String>) -> Option<Swot> {
        let items = self.ordered(Kind::SwotItems);
        if items.is_empty() {
            return None;
        }
        let of = |quadrant: &str| {
            let points = items.iter().filter(|item| item.text("quadrant") == Some(quadrant));
            points.map(|item| SwotPoint { text: self.words(item, "statement"), findings: named(item, codes) }).collect()
        };
        Some(Swot {
            strengths: of("strength"),
            weaknesses: of("weakness"),
            opportunities: of("opportunity"),
            threats: of("threat"),
        })
    }

    fn challenges(&self, codes: &BTreeMap<&str, String>) -> Vec<Challenge> {
        let own = self.codes(Kind::Challenges, "W");
        let challenge = |record: &Record| Challenge {
            code: own.get(record.id.as_str()).cloned().unwrap_or_default(),
            text: self.words(record, "statement"),
            findings: named(record, codes),
        };
        self.ordered(Kind::Challenges).into_iter().map(challenge).collect()
    }

    /// Problems with their causes and effects, from each root down; those whose parents go in a circle are under no root.
    fn problems(&self, codes: &BTreeMap<&str, String>) -> Vec<Problem> {
        let all = self.ordered(Kind::Problems);
        let known: BTreeSet<&str> = all.iter().map(|record| record.id.as_str()).collect();
        let mut found = Vec::new();
        for root in all.iter().filter(|record| record.text("parent_problem").is_none_or(|parent| !known.contains(parent))) {
            self.place((root, 0), (&all, codes), &mut found);
        }
        found
    }

    fn place(&self, (record, depth): (&Record, usize), tree: (&[&Record], &BTreeMap<&str, String>), found: &mut Vec<Problem>) {
        found.push(Problem {
            depth,
            role: self.choice(record, "problem_role"),
            text: self.words(record, "statement"),
            findings: named(record, tree.1),
        });
        for child in tree.0.iter().filter(|child| child.text("parent_problem") == Some(&record.id)) {
            self.place((child, depth + 1), tree, found);
        }
    }

    /// What the strategy is to take from each challenge, by the findings that it rests on; then what no challenge takes up.
    fn conclusions(&self, findings: &[Finding], challenges: &[Challenge]) -> Vec<String> {
        let mut told: Vec<String> = challenges.iter().map(|challenge| self.conclusion(challenge, findings)).collect();
        let is_taken_up = |code: &String| challenges.iter().any(|challenge| challenge.findings.contains(code));
        let rest: Vec<&str> =
            findings.iter().map(|finding| &finding.code).filter(|code| !is_taken_up(code)).map(String::as_str).collect();
        if !challenges.is_empty() && !rest.is_empty() {
            told.push(self.language.say(&Message::new(key::DIAGNOSIS_CONCLUSION_REST).with("findings", rest.join(", "))));
        }
        told
    }

    fn conclusion(&self, challenge: &Challenge, findings: &[Finding]) -> String {
        let of = |kind: FindingKind| {
            let ours = findings.iter().filter(|finding| finding.kind == kind && challenge.findings.contains(&finding.code));
            ours.map(|finding| finding.code.as_str()).collect::<Vec<_>>().join(", ")
        };
        let parts = [
            (FindingKind::Barrier, key::DIAGNOSIS_CONCLUSION_BARRIERS),
            (FindingKind::Potential, key::DIAGNOSIS_CONCLUSION_POTENTIALS),
            (FindingKind::Observation, key::DIAGNOSIS_CONCLUSION_OBSERVATIONS),
        ];
        let part = |(kind, key): (FindingKind, miedza_texts::Key)| {
            let codes = of(kind);
            (!codes.is_empty()).then(|| self.language.say(&Message::new(key).with("findings", codes)))
        };
        let parts: Vec<String> = parts.into_iter().filter_map(part).collect();
        let text = challenge.text.trim_end_matches('.');
        let named = format!("{} {text}", challenge.code);
        let key = if parts.is_empty() { key::DIAGNOSIS_CONCLUSION_WITHOUT } else { key::DIAGNOSIS_CONCLUSION };
        self.language.say(&Message::new(key).with("challenge", named.trim()).with("tasks", parts.join("; ")))
    }

    fn planning_documents(&self) -> Vec<PlanningDocument> {
        let document = |record: &Record| {
            let unit = record.text("unit").and_then(|code| miedza_territory::UnitCode::parse(code).ok());
            PlanningDocument {
                owner: unit.map(|code| self.book.land.name(&code).to_owned()).unwrap_or_default(),
                name: self.words(record, "document_title"),
                adopted: record.date("date").map(|date| labels::date(self.language, date)).unwrap_or_default(),
                conclusion: self.words(record, "conclusion"),
            }
        };
        self.ordered(Kind::DocumentReviews).into_iter().map(document).collect()
    }
}

fn named(record: &Record, codes: &BTreeMap<&str, String>) -> Vec<String> {
    record.list("findings").into_iter().filter_map(|id| codes.get(id).cloned()).collect()
}

/// The findings of a partnership as boards and reports number them: by dimension, the strongest first.
#[must_use]
pub fn findings_in_order(book: &Book) -> Vec<&Record> {
    let place = |record: &Record| Dimension::ALL.iter().position(|one| record.text("dimension") == Some(one.name()));
    let mut all: Vec<&Record> = book.of(Kind::Findings).iter().collect();
    all.sort_by_key(|record| (place(record), Reverse(record.number("strength")), record.id.clone()));
    all
}
