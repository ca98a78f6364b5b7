//! What a finding rests on and what rests on it, as links, in both directions.

use std::collections::BTreeMap;

use miedza_planning::diagnosis::Catalogue;
use miedza_planning::record::{Kind, Record};
use miedza_texts::{Message, key};

use crate::frame::desk::Desk;
use crate::frame::parts::Entry;
use crate::frame::rail::Place;

/// Findings by id, each with its number on the board.
pub struct Threads<'a> {
    desk: &'a Desk,
    numbers: BTreeMap<&'a str, usize>,
}

impl<'a> Threads<'a> {
    /// The threads of the findings of a board, in its order.
    pub fn of(desk: &'a Desk, findings: &[&'a Record]) -> Self {
        Self { desk, numbers: findings.iter().enumerate().map(|(at, finding)| (finding.id.as_str(), at + 1)).collect() }
    }

    /// The name of a finding on the board: "Finding 3".
    pub fn name(&self, finding: &str) -> String {
        let number = self.numbers.get(finding).copied().unwrap_or_default();
        self.desk.tell(&Message::new(key::FINDING_NUMBER).with("number", number))
    }

    /// The findings that a record rests on, as links on the board.
    pub fn below(&self, record: &Record) -> Vec<Entry> {
        let seen = record.list("findings").into_iter().filter(|id| self.numbers.contains_key(id));
        seen.map(|id| Entry::new(format!("#finding-{id}"), self.name(id))).collect()
    }

    /// The challenges that rest on a finding, as links on the board.
    pub fn above(&self, finding: &Record) -> Vec<Entry> {
        let challenges = self.desk.book.of(Kind::Challenges).iter();
        let ours = challenges.filter(|challenge| challenge.list("findings").contains(&finding.id.as_str()));
        ours.map(|challenge| self.desk.entry(format!("#challenge-{}", challenge.id), challenge, "statement")).collect()
    }

    /// What a finding rests on, each with its page.
    pub fn evidence(&self, finding: &Record) -> Vec<Entry> {
        let (desk, tongue) = (self.desk, self.desk.asker.tongue());
        let home = desk.address(Place::Overview);
        let indicator = |code: &str| {
            let names = Catalogue::held().indicator(code).map(|one| &one.names);
            let name = names.and_then(|names| names.get(&tongue)).map_or(code, String::as_str);
            Entry::new(home.clone().step("diagnosis").step(code), name)
        };
        let surveys = finding.list("surveys").into_iter().filter_map(|id| desk.book.find(Kind::Surveys, id));
        let surveys = surveys.map(|survey| desk.entry(desk.address(Place::Surveys).step(&survey.id), survey, "title"));
        let reviews = finding.list("reviews").into_iter().filter_map(|id| desk.book.find(Kind::DocumentReviews, id));
        let reviews = reviews.map(|review| {
            let address = format!("{}#review-{}", desk.address(Place::Reviews), review.id);
            desk.entry(address, review, "document_title")
        });
        let variant = finding.text("variant").and_then(|id| desk.book.find(Kind::Variants, id));
        let variant = variant.map(|variant| desk.entry(desk.address(Place::Area), variant, "name"));
        finding.list("indicators").into_iter().map(indicator).chain(surveys).chain(reviews).chain(variant).collect()
    }
}
