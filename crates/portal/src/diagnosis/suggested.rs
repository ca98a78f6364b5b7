//! Findings that the figures of a diagnosis suggest, each with its rule and what it rests on; whether one is a finding is for
//! people to decide.

use miedza_planning::diagnosis::suggestions::{Kind as Sort, Rule};
use miedza_planning::diagnosis::{Suggestion, suggestions};
use miedza_texts::{Key, Message, key};
use miedza_workflows::Failure;
use miedza_workflows::diagnosis::Sentences;
use miedza_workflows::diagnosis::chapters::{Chapter, Said};

use super::area::Area;
use crate::frame::Address;
use crate::frame::parts::Entry;

/// A finding that is suggested.
pub struct Suggested {
    /// The indicator.
    pub link: Entry,
    /// Potential, problem or trend.
    pub sort: String,
    /// By which rule.
    pub rule: String,
    /// What it rests on.
    pub sentences: Vec<String>,
    /// The form of a finding with all of it filled in; `None` for those who may write none.
    pub make: Option<Entry>,
}

/// What the figures of all chapters suggest, in the order of the chapters; `form` is the address of the form of a finding.
pub fn suggested(area: &Area, all: &[Chapter<'_>], form: Option<&Address>) -> Result<Vec<Suggested>, Failure> {
    let mut found = Vec::new();
    for said in all.iter().flat_map(|chapter| &chapter.said) {
        found.extend(of_indicator(area, said, form)?);
    }
    Ok(found)
}

fn of_indicator(area: &Area, said: &Said<'_>, form: Option<&Address>) -> Result<Vec<Suggested>, Failure> {
    let Some(position) = &said.position else { return Ok(Vec::new()) };
    let found = suggestions(&area.ground.own, &area.ground.group, position, &said.claims);
    let found = found.map_err(|error| Failure::fault(&error))?;
    let teller = Sentences::of(&area.ground, said.indicator, area.language());
    let one = |suggestion: Suggestion| {
        let sentences: Vec<String> = suggestion.claims.iter().map(|claim| teller.tell(claim)).collect();
        Suggested {
            link: Entry::new(area.indicator(&suggestion.indicator), area.named(said.indicator)),
            sort: area.say(sort(suggestion.kind)),
            rule: area.say(rule(suggestion.rule)),
            make: form.map(|form| made(area, (said, &suggestion), teller.paragraph(&suggestion.claims), form)),
            sentences,
        }
    };
    Ok(found.into_iter().map(one).collect())
}

/// The way to the form of a finding that is filled in with a suggestion.
fn made(area: &Area, (said, suggestion): (&Said<'_>, &Suggestion), statement: String, form: &Address) -> Entry {
    let diagnosis = area.diagnosis.as_ref().map(|diagnosis| diagnosis.id.as_str());
    let form = diagnosis.into_iter().fold(form.clone(), |form, id| form.ask("diagnosis", id));
    let form = form
        .ask("dimension", suggestion.dimension.word())
        .ask("finding_kind", suggestion.kind.word())
        .ask(&format!("statement.{}", area.language().code()), &statement)
        .ask("indicators", &suggestion.indicator);
    Entry::new(form, area.tell(&Message::new(key::DIAGNOSIS_SUGGESTED_MAKE).with("name", area.named(said.indicator))))
}

const fn sort(sort: Sort) -> Key {
    match sort {
        Sort::Potential => key::DIAGNOSIS_SUGGESTED_POTENTIAL,
        Sort::Problem => key::DIAGNOSIS_SUGGESTED_PROBLEM,
        Sort::Trend => key::DIAGNOSIS_SUGGESTED_TREND,
    }
}

const fn rule(rule: Rule) -> Key {
    match rule {
        Rule::AreaInBestFifth => key::DIAGNOSIS_RULE_AREA_IN_BEST_FIFTH,
        Rule::AreaInWorstFifth => key::DIAGNOSIS_RULE_AREA_IN_WORST_FIFTH,
        Rule::MembersInBestFifth => key::DIAGNOSIS_RULE_MEMBERS_IN_BEST_FIFTH,
        Rule::MembersInWorstFifth => key::DIAGNOSIS_RULE_MEMBERS_IN_WORST_FIFTH,
        Rule::GainsOnGroup => key::DIAGNOSIS_RULE_GAINS_ON_GROUP,
        Rule::FallsBehindGroup => key::DIAGNOSIS_RULE_FALLS_BEHIND_GROUP,
    }
}
