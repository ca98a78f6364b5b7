//! Claims as sentences; each names its figures, and the name of the indicator is never inflected.

use miedza_planning::diagnosis::claims::{Claim, Stands};
use miedza_planning::diagnosis::{Indicator, Measure};
use miedza_texts::{Argument, Key, Language, Message, key};

use super::ground::Ground;
use super::words::{difference, measured, name};

/// Tells claims of one indicator in a language.
pub struct Sentences<'a> {
    ground: &'a Ground,
    measure: Measure,
    name: String,
    language: Language,
}

impl<'a> Sentences<'a> {
    /// Of an indicator.
    #[must_use]
    pub fn of(ground: &'a Ground, indicator: &Indicator, language: Language) -> Self {
        Self { ground, measure: indicator.measure(), name: name(indicator, language), language }
    }

    /// One claim.
    #[must_use]
    pub fn tell(&self, claim: &Claim) -> String {
        self.language.say(&self.message(claim))
    }

    fn named(&self, key: Key) -> Message {
        Message::new(key).with("name", self.name.as_str())
    }

    fn value(&self, value: f64) -> String {
        measured(&self.measure, value, self.language)
    }

    fn message(&self, claim: &Claim) -> Message {
        match claim {
            Claim::Level { year, value } => self.level(*year, *value),
            Claim::AgainstGroup { value, median, stands, rank, of, better, .. } => {
                let key = match (better, stands) {
                    (_, Stands::As) => key::CLAIM_GROUP_AS,
                    (Some(true), _) => key::CLAIM_GROUP_BETTER,
                    (Some(false), _) => key::CLAIM_GROUP_WORSE,
                    (None, Stands::Above) => key::CLAIM_GROUP_ABOVE,
                    (None, Stands::Below) => key::CLAIM_GROUP_BELOW,
                };
                let told = self.named(key).with("value", self.value(*value)).with("median", self.value(*median));
                told.with("rank", rank.to_string()).with("of", of.to_string())
            }
            Claim::Change { from_year, from, to_year, to, relative, stands, .. } => {
                let told = match (stands, relative) {
                    (Stands::As, _) => self.named(key::CLAIM_CHANGE_SAME),
                    (Stands::Above, Some(by)) => self.named(key::CLAIM_CHANGE_UP).with("percent", Argument::Share(by.abs(), 1)),
                    (Stands::Below, Some(by)) => self.named(key::CLAIM_CHANGE_DOWN).with("percent", Argument::Share(by.abs(), 1)),
                    (Stands::Above, None) => self.named(key::CLAIM_CHANGE_UP).with("percent", self.points(to - from)),
                    (Stands::Below, None) => self.named(key::CLAIM_CHANGE_DOWN).with("percent", self.points(from - to)),
                };
                let told = told.with("from", self.value(*from)).with("to", self.value(*to));
                told.with("first", from_year.to_string()).with("last", to_year.to_string())
            }
            Claim::Spread { strongest, weakest, .. } => {
                let is_neutral = self.measure.direction == miedza_planning::diagnosis::Direction::Neutral;
                let key = if is_neutral { key::CLAIM_SPREAD_NEUTRAL } else { key::CLAIM_SPREAD };
                let told = self.named(key).with("strongest", self.ground.name(&strongest.unit));
                let told = told.with("weakest", self.ground.name(&weakest.unit));
                told.with("strongest-value", self.value(strongest.value)).with("weakest-value", self.value(weakest.value))
            }
            Claim::Alike { year, value, known, of } => {
                let told = self.named(key::CLAIM_ALIKE).with("value", self.value(*value)).with("year", year.to_string());
                told.with("known", known.to_string()).with("of", of.to_string())
            }
            Claim::Trend { from_year, to_year, per_year, .. } => {
                let key = if *per_year < 0.0 { key::CLAIM_TREND_DOWN } else { key::CLAIM_TREND_UP };
                let told = self.named(key).with("change", self.points(per_year.abs()));
                told.with("first", from_year.to_string()).with("last", to_year.to_string())
            }
            Claim::Break { year } => self.named(key::CLAIM_TURN).with("year", year.to_string()),
            Claim::NotComparable { year, .. } => self.named(key::CLAIM_BREAK).with("year", year.to_string()),
            Claim::Missing { missing, of, share, .. } => self
                .named(key::CLAIM_MISSING)
                .with("missing", *missing)
                .with("all", *of)
                .with("share", Argument::Share(*share, 1)),
            Claim::NoData => self.named(key::CLAIM_NO_DATA),
        }
    }

    fn level(&self, year: u16, value: f64) -> Message {
        let area = self.ground.own.row(&self.measure.code).ok().and_then(|row| row.area_in(year));
        let is_preliminary = area.is_some_and(|area| area.evidence.notes.has(miedza_territory::Note::Preliminary));
        let key = match area {
            Some(area) if area.evidence.is_estimated => key::CLAIM_LEVEL_ESTIMATED,
            _ if is_preliminary => key::CLAIM_LEVEL_PRELIMINARY,
            _ => key::CLAIM_LEVEL,
        };
        self.named(key).with("value", self.value(value)).with("year", year.to_string())
    }

    fn points(&self, value: f64) -> String {
        difference(&self.measure, value, self.language)
    }
}
