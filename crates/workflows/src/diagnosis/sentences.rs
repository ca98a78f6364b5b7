//! Claims as sentences; each names its figures. The name of the indicator is never inflected, and a paragraph says it once.

use miedza_planning::diagnosis::claims::{Claim, Stands};
use miedza_planning::diagnosis::{Indicator, Measure};
use miedza_texts::{Argument, Language, Message, key};

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

    /// One claim that stands alone, with the name of the indicator before it.
    #[must_use]
    pub fn tell(&self, claim: &Claim) -> String {
        let told = self.language.say(&self.message(claim));
        stopped(self.language.say(&Message::new(key::CLAIM_NAMED).with("name", self.name.as_str()).with("told", told)))
    }

    /// One claim below the name of the indicator, which it does not repeat.
    #[must_use]
    pub fn told(&self, claim: &Claim) -> String {
        stopped(capital(&self.language.say(&self.message(claim))))
    }

    /// Claims as a paragraph that names the indicator once.
    #[must_use]
    pub fn paragraph(&self, claims: &[Claim]) -> String {
        let mut claims = claims.iter();
        let first = claims.next().map(|claim| self.tell(claim));
        first.into_iter().chain(claims.map(|claim| self.told(claim))).collect::<Vec<_>>().join(" ")
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
                let told = Message::new(key).with("value", self.value(*value)).with("median", self.value(*median));
                told.with("rank", rank.to_string()).with("of", of.to_string())
            }
            Claim::Change { from_year, from, to_year, to, relative, stands, .. } => {
                let told = match (stands, relative) {
                    (Stands::As, _) => Message::new(key::CLAIM_CHANGE_SAME),
                    (Stands::Above, Some(by)) => Message::new(key::CLAIM_CHANGE_UP).with("percent", Argument::Share(by.abs(), 1)),
                    (Stands::Below, Some(by)) => {
                        Message::new(key::CLAIM_CHANGE_DOWN).with("percent", Argument::Share(by.abs(), 1))
                    }
                    (Stands::Above, None) => Message::new(key::CLAIM_CHANGE_UP).with("percent", self.points(to - from)),
                    (Stands::Below, None) => Message::new(key::CLAIM_CHANGE_DOWN).with("percent", self.points(from - to)),
                };
                let told = told.with("from", self.value(*from)).with("to", self.value(*to));
                told.with("first", from_year.to_string()).with("last", to_year.to_string())
            }
            Claim::Spread { strongest, weakest, .. } => {
                let is_neutral = self.measure.direction == miedza_planning::diagnosis::Direction::Neutral;
                let key = if is_neutral { key::CLAIM_SPREAD_NEUTRAL } else { key::CLAIM_SPREAD };
                let told = Message::new(key).with("strongest", self.ground.name(&strongest.unit));
                let told = told.with("weakest", self.ground.name(&weakest.unit));
                told.with("strongest-value", self.value(strongest.value)).with("weakest-value", self.value(weakest.value))
            }
            Claim::Alike { year, value, known, of } => {
                let told = Message::new(key::CLAIM_ALIKE).with("value", self.value(*value)).with("year", year.to_string());
                told.with("known", known.to_string()).with("of", of.to_string())
            }
            Claim::Trend { from_year, to_year, per_year, .. } => {
                let key = if *per_year < 0.0 { key::CLAIM_TREND_DOWN } else { key::CLAIM_TREND_UP };
                let told = Message::new(key).with("change", self.points(per_year.abs()));
                told.with("first", from_year.to_string()).with("last", to_year.to_string())
            }
            Claim::Break { year } => Message::new(key::CLAIM_TURN).with("year", year.to_string()),
            Claim::NotComparable { year, .. } => Message::new(key::CLAIM_BREAK).with("year", year.to_string()),
            Claim::Missing { missing, of, share, .. } => Message::new(key::CLAIM_MISSING)
                .with("missing", *missing)
                .with("all", *of)
                .with("share", Argument::Share(*share, 1)),
            Claim::NoData => Message::new(key::CLAIM_NO_DATA),
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
        Message::new(key).with("value", self.value(value)).with("year", year.to_string())
    }

    fn points(&self, value: f64) -> String {
        difference(&self.measure, value, self.language)
    }
}

/// A sentence with its capital.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A sentence with one full stop: an abbreviation at its end has one already.
fn stopped(text: String) -> String {
    if text.ends_with('.') { text } else { text + "." }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_has_one_capital_and_one_full_stop() {
        let cases = [
            ("spadek wynosił 417 os.", "Spadek wynosił 417 os."),
            ("údaje chybí", "Údaje chybí."),
            ("šest obcí", "Šest obcí."),
            ("49 osób", "49 osób."),
        ];
        for (phrase, sentence) in cases {
            assert_eq!(stopped(capital(phrase)), sentence, "{phrase}");
        }
    }
}
