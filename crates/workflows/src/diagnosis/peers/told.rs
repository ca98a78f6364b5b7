//! How the peers of an area were chosen, in words.

use std::collections::BTreeMap;

use miedza_planning::diagnosis::peers::{Rule, SizeClass, TypeOfSize, WhyLeftOut};
use miedza_texts::{Language, Message, key};

use super::weighed;
use crate::diagnosis::ground::Ground;
use crate::diagnosis::subject::PeerRule;
use crate::diagnosis::words::name;

/// Says how the peers of a ground were chosen.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    /// What the diagnosis stands on.
    pub ground: &'a Ground,
    /// The language.
    pub language: Language,
}

impl Told<'_> {
    /// The rule, what it rests on, and what could not be decided: a sentence each.
    #[must_use]
    pub fn sentences(&self) -> Vec<String> {
        let mut sentences = vec![self.rule()];
        sentences.extend(self.list());
        sentences.extend(self.undecided());
        sentences.extend(self.years());
        sentences.extend(self.left_out());
        sentences.retain(|sentence| !sentence.is_empty());
        sentences
    }

    /// The rule in a sentence.
    #[must_use]
    pub fn rule(&self) -> String {
        let subject = &self.ground.subject;
        if subject.peers == PeerRule::Nearest && !subject.peer_weights.is_empty() {
            let weights = weighed(subject).into_iter().map(|one| {
                let weight = self.language.exact(one.weight);
                format!("{} ({weight})", self.named(&one.indicator))
            });
            let weights: Vec<String> = weights.collect();
            return self.say(&Message::new(key::PEER_RULE_TOLD_WEIGHED).with("weights", weights.join(", ")));
        }
        let found = key::find(&format!("peer-rule-told-{}", subject.peers.word().replace('_', "-")));
        found.map_or_else(String::new, |key| self.say(&key.into()))
    }

    /// The list of types, and the types of the area.
    fn list(&self) -> Vec<String> {
        let Rule::FunctionalTypes { list, types } = &self.ground.peers.rule else { return Vec::new() };
        let types: Vec<String> = types.iter().map(|one| self.of_size(one)).collect();
        let told = Message::new(key::DIAGNOSIS_TYPE_LIST).with("list", list.as_str()).with("types", types.join("; "));
        vec![self.say(&told)]
    }

    fn of_size(&self, one: &TypeOfSize) -> String {
        let Some(SizeClass { from, below }) = one.size else { return one.functional_type.clone() };
        let number = |count: u32| self.language.number(count.into(), 0);
        let size = match below {
            Some(below) => Message::new(key::DIAGNOSIS_SIZE_FROM_BELOW).with("from", number(from)).with("below", number(below)),
            None => Message::new(key::DIAGNOSIS_SIZE_FROM).with("from", number(from)),
        };
        format!("{} ({})", one.functional_type, self.say(&size))
    }

    fn undecided(&self) -> Option<String> {
        let told = &self.ground.peers.told;
        let members = |count: usize| Message::new(key::DIAGNOSIS_PEERS_UNDECIDED).with("count", count);
        (!told.undecided.is_empty()).then(|| self.say(&members(told.undecided.len())))
    }

    /// The years of the figures by which nearness was measured.
    fn years(&self) -> Option<String> {
        let years = &self.ground.peers.told.years;
        let told: Vec<String> = years.iter().map(|(code, year)| format!("{} – {year}", self.named(code))).collect();
        let message = || Message::new(key::DIAGNOSIS_PEERS_YEARS).with("years", told.join(", "));
        (!told.is_empty()).then(|| self.say(&message()))
    }

    /// Indicators that nearness could not be measured by.
    fn left_out(&self) -> Option<String> {
        let left_out: &BTreeMap<String, WhyLeftOut> = &self.ground.peers.told.left_out;
        let names: Vec<String> = left_out.keys().map(|code| self.named(code)).collect();
        let told = || Message::new(key::DIAGNOSIS_PEERS_LEFT_OUT).with("names", names.join(", "));
        (!names.is_empty()).then(|| self.say(&told()))
    }

    fn named(&self, code: &str) -> String {
        self.ground.indicator(code).map_or_else(|| code.to_owned(), |indicator| name(indicator, self.language))
    }

    fn say(&self, message: &Message) -> String {
        self.language.say(message)
    }
}
