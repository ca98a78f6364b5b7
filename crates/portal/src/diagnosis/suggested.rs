//! Findings that the figures of a diagnosis suggest, each with its rule and what it rests on; whether one is a finding is for
//! people to decide.

use miedza_planning::diagnosis::suggestions;
use miedza_planning::diagnosis::suggestions::{Kind as Sort, Rule};
use miedza_texts::{Key, key};
use miedza_workflows::Failure;
use miedza_workflows::diagnosis::Sentences;
use miedza_workflows::diagnosis::chapters::{Chapter, Said};

use super::area::Area;
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
}

/// What the figures of all chapters suggest, in the order of the chapters.
pub fn suggested(area: &Area, all: &[Chapter<'_>]) -> Result<Vec<Suggested>, Failure> {
    let mut found = Vec::new();
    for said in all.iter().flat_map(|chapter| &chapter.said) {
        found.extend(of_indicator(area, said)?);
    }
    Ok(found)
}

fn of_indicator(area: &Area, said: &Said<'_>) -> Result<Vec<Suggested>, Failure> {
    let Some(position) = &said.position else { return Ok(Vec::new()) };
    let found = suggestions(&area.ground.own, &area.ground.group, position, &said.claims);
    let found = found.map_err(|error| Failure::fault(&error))?;
    let sentences = Sentences::of(&area.ground, said.indicator, area.language());
    let one = |suggestion: miedza_planning::diagnosis::Suggestion| Suggested {
        link: Entry::new(area.indicator(&suggestion.indicator), area.named(said.indicator)),
        sort: area.say(sort(suggestion.kind)),
        rule: area.say(rule(suggestion.rule)),
        sentences: suggestion.claims.iter().map(|claim| sentences.tell(claim)).collect(),
    };
    Ok(found.into_iter().map(one).collect())
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
