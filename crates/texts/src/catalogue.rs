//! The catalogues, read once, and the one way to say a message.

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use intl_memoizer::concurrent::IntlLangMemoizer;

use crate::language::Language;
use crate::message::{Argument, Message};

type Bundle = FluentBundle<FluentResource>;

const SOURCES: [&[&str]; 3] = include!(concat!(env!("OUT_DIR"), "/catalogues.rs"));

static BUNDLES: [OnceLock<Bundle>; 3] = [OnceLock::new(), OnceLock::new(), OnceLock::new()];

impl Language {
    /// The message as a sentence of this language.
    ///
    /// An argument that the caller forgot is shown as `{$name}`, a fault that the tests of the caller see.
    pub fn say(self, message: &Message) -> String {
        let bundle = self.bundle();
        let pattern = bundle
            .get_message(message.key.name())
            .and_then(|found| found.value())
            .expect("the build checks that every key stands in every language");
        let mut arguments = FluentArgs::new();
        for (name, argument) in &message.arguments {
            arguments.set(*name, self.value(argument));
        }
        let mut errors = Vec::new();
        bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned()
    }

    fn value(self, argument: &Argument) -> FluentValue<'static> {
        match argument {
            Argument::Text(text) => FluentValue::String(Cow::Owned(text.clone())),
            Argument::Number(number, 0) => FluentValue::Number(FluentNumber::new(number.round_ties_even(), whole())),
            Argument::Number(number, decimals) => FluentValue::Number(FluentNumber::new(*number, digits(*decimals))),
            Argument::Share(share, decimals) => FluentValue::String(Cow::Owned(self.share(*share, *decimals))),
            Argument::Message(message) => FluentValue::String(Cow::Owned(self.say(message))),
        }
    }

    fn bundle(self) -> &'static Bundle {
        BUNDLES[self.position()].get_or_init(|| {
            let locale = self.code().parse().expect("our codes are language tags");
            let mut bundle = Bundle::new_concurrent(vec![locale]);
            bundle.set_use_isolating(false);
            bundle.set_formatter(Some(self.formatter()));
            for source in SOURCES[self.position()] {
                let resource = FluentResource::try_new((*source).to_owned()).expect("the build parsed every catalogue");
                bundle.add_resource(resource).expect("the build refuses a key that is written twice");
            }
            bundle
        })
    }

    fn formatter(self) -> fn(&FluentValue, &IntlLangMemoizer) -> Option<String> {
        match self {
            Self::Pl => |value, _| number(Self::Pl, value),
            Self::Cs => |value, _| number(Self::Cs, value),
            Self::En => |value, _| number(Self::En, value),
        }
    }
}

/// Without options a number is equal to one in a catalogue, so that `[0]` chooses its variant.
fn whole() -> FluentNumberOptions {
    FluentNumberOptions::default()
}

fn digits(decimals: usize) -> FluentNumberOptions {
    FluentNumberOptions {
        minimum_fraction_digits: Some(decimals),
        maximum_fraction_digits: Some(decimals),
        ..FluentNumberOptions::default()
    }
}

fn number(language: Language, value: &FluentValue) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    Some(language.number(number.value, number.options.maximum_fraction_digits.unwrap_or(0)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::key;

    #[test]
    fn plural_forms_follow_the_rules_of_each_language() {
        let cases = [
            (Language::Pl, 1, "1 gmina"),
            (Language::Pl, 3, "3 gminy"),
            (Language::Pl, 5, "5 gmin"),
            (Language::Pl, 2477, "2\u{202f}477 gmin"),
            (Language::Cs, 1, "1 obec"),
            (Language::Cs, 4, "4 obce"),
            (Language::Cs, 5, "5 obcí"),
            (Language::En, 1, "1 municipality"),
            (Language::En, 2477, "2,477 municipalities"),
        ];
        for (language, count, expected) in cases {
            let said = language.say(&Message::new(key::COUNT_MUNICIPALITIES).with("count", count));

            assert_eq!(said, expected, "{language} {count}");
        }
    }

    #[test]
    fn a_claim_says_how_many_municipalities_lack_a_value() {
        let cases: [(Language, usize, &str); 6] = [
            (Language::Pl, 1, "brak danych dla 1 gminy z 22 (9%)"),
            (Language::Pl, 3, "brak danych dla 3 gmin z 22 (9%)"),
            (Language::Cs, 1, "údaj chybí za 1 obec z 22 (9%)"),
            (Language::Cs, 4, "údaj chybí za 4 obce z 22 (9%)"),
            (Language::Cs, 5, "údaj chybí za 5 obcí z 22 (9%)"),
            (Language::En, 1, "data is missing for 1 municipality of 22 (9%)"),
        ];
        for (language, missing, expected) in cases {
            let message = Message::new(key::CLAIM_MISSING_SMALL).with("share", "9%");

            let said = language.say(&message.with("missing", missing).with("all", 22_usize));

            assert_eq!(said, expected, "{language} {missing}");
        }
    }

    #[test]
    fn an_exact_number_chooses_its_variant() {
        let said = |others: usize, lacking: usize| {
            let message = Message::new(key::LAB_UNLIKE_MEMBERS).with("others", others).with("lacking", lacking);
            Language::En.say(&message)
        };

        assert_eq!(said(0, 2), "without 2 of the members");
        assert_eq!(said(3, 0), "units that are no members: 3");
        assert_eq!(said(3, 2), "units that are no members: 3, without 2 of the members");
    }

    #[test]
    fn every_sentence_of_every_language_can_be_said() {
        for language in Language::ALL {
            for key in key::ALL {
                assert!(!language.say(&Message::new(*key)).is_empty(), "{language} {}", key.name());
            }
        }
    }

    #[test]
    fn no_invisible_marks_stand_around_arguments() {
        let said = Language::Pl.say(&Message::new(key::COUNT_AREAS).with("count", 2_usize));

        assert!(!said.contains(['\u{2068}', '\u{2069}']), "{said:?}");
    }
}
