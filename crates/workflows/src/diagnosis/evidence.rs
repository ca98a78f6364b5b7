//! Findings, SWOT, challenges and conclusions of planning documents, as records keep them, in the words of a report.

use std::collections::BTreeMap;

use miedza_planning::record::{Kind, Record};
use miedza_planning::values::Wording;
use miedza_reports::diagnosis::{Challenge, Finding, FindingKind, PlanningDocument, Survey, Swot, SwotPoint};
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
        Evidence {
            findings: self.findings(&codes),
            swot: self.swot(&codes),
            conclusions: challenges.iter().map(|challenge| self.conclusion(challenge)).collect(),
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
        let mut records: Vec<&Record> = self.book.of(kind).iter().collect();
        records
            .sort_by_key(|record| (record.number("position"), record.text("dimension").map(dimension_place), record.id.clone()));
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

    fn conclusion(&self, challenge: &Challenge) -> String {
        let told = Message::new(key::DIAGNOSIS_CONCLUSION).with("challenge", challenge.text.as_str());
        self.language.say(&told.with("findings", challenge.findings.join(", ")))
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

/// Dimensions in the order in which a diagnosis tells them.
fn dimension_place(dimension: &str) -> usize {
    const ORDER: [&str; 6] = ["social", "economic", "environmental", "infrastructural", "spatial", "institutional"];
    ORDER.iter().position(|known| *known == dimension).unwrap_or(ORDER.len())
}
