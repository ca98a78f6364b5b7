//! The sentence of a finding: its case with its facts, each said as its name wants it.

use miedza_planning::partnership::check::Finding;
use miedza_planning::partnership::identity::LegalForm;
use miedza_planning::partnership::membership::MemberRole;
use miedza_planning::record::Kind;
use miedza_planning::values::PartialDate;
use miedza_texts::{Argument, Message, key};

use super::Teller;
use crate::labels;

/// What breaks a rule.
pub fn finding(finding: &Finding, teller: &Teller) -> Message {
    let found = labels::found(&["finding", &finding.rule.id().to_lowercase(), finding.case]);
    let mut message = found.map_or_else(|| labels::plain(finding.rule.id()), Message::new);
    message = message.with("title", (teller.title)(finding.subject.0, &finding.subject.1));
    if let Some(party) = &finding.party {
        message = message.with("who", (teller.name)(party));
    }
    for (name, parties) in &finding.parties {
        message = message.with(name, teller.names(parties));
    }
    for (name, fact) in &finding.facts {
        message = message.with(name, argument(name, fact, teller));
    }
    // What has not ended goes on today.
    if finding.facts.contains_key("from") && !finding.facts.contains_key("to") {
        message = message.with("to", key::UNTIL_TODAY);
    }
    message
}

fn argument(name: &str, fact: &str, teller: &Teller) -> Argument {
    let each = |told: &dyn Fn(&str) -> String| fact.split(' ').map(told).collect::<Vec<_>>().join(", ");
    match name {
        "date" | "from" | "to" | "before" => {
            fact.parse::<PartialDate>().map_or_else(|_| fact.into(), |date| teller.date(date).into())
        }
        "role" => labels::choice(MemberRole::CHOICES, fact).into(),
        "form" => labels::choice(LegalForm::CHOICES, fact).into(),
        "document" => (teller.title)(Kind::Documents, fact).into(),
        "variants" => each(&|id| (teller.title)(Kind::Variants, id)).into(),
        "fields" => each(&|field| teller.language.say(&labels::field(Kind::Variants, field))).into(),
        // The number of a resolution is a text: III/7/2020.
        "number" | "unit" | "twin" | "other" | "event" => fact.into(),
        _ => fact.parse::<usize>().map_or_else(|_| fact.into(), Argument::from),
    }
}
