//! Labels of what is kept: kinds, fields and words of closed lists, found in the catalogues by name.
//!
//! Forms, lists and sheets are drawn from the fields of a kind, so their labels cannot stand in the code one by one; a test
//! here makes sure that each has its key. A field may have a label of its own for one kind: `field-news-body` is found
//! before `field-body`.

use miedza_planning::account;
use miedza_planning::portal::Topic;
use miedza_planning::portal::personal_data::{DataClass, Ground};
use miedza_planning::record::{Choices, Fault, FaultKind, Kind, Origin, Visibility};
use miedza_planning::rights::{Refusal, Role, Room, Verb};
use miedza_planning::values::{Day, PartialDate, Tongue};
use miedza_store::AccountState;
use miedza_territory::{Country, Level};
use miedza_texts::{Key, Language, Message, key};

use crate::account::provider::Refused;

/// The name of several records of a kind: "Documents".
pub fn kind(kind: Kind) -> Message {
    named("kind", kind.name())
}

/// The name of one record of a kind: "Document".
pub fn kind_one(kind: Kind) -> Message {
    named("kind-one", kind.name())
}

/// The words of what makes one: "Add a document".
pub fn create(kind: Kind) -> Message {
    named("create", kind.name())
}

/// The label of a field, also of those that every record has.
pub fn field(kind: Kind, name: &str) -> Message {
    found(&["field", kind.name(), name]).map_or_else(|| named("field", name), Message::new)
}

/// What the office says something about.
pub fn topic(topic: Topic) -> Message {
    named("topic", topic.name())
}

/// The label of a field of a topic.
pub fn topic_field(topic: Topic, name: &str) -> Message {
    found(&["said", topic.name(), name]).map_or_else(|| plain(name), Message::new)
}

/// What, why or for how long personal data of a class are kept: `of` is `what`, `why` or `how-long`.
pub fn data_class(class: &DataClass, of: &str) -> Message {
    let days = |span: std::time::Duration| (span.as_secs() / 86_400).to_string();
    named("personal", &format!("{}-{of}", class.name))
        .with("session", days(account::SESSION_HOLDS))
        .with("rest", days(account::SESSION_RESTS))
        .with("token", account::TOKEN_DAYS.to_string())
        .with("place", days(account::PLACE_KNOWN))
        .with("invitation", days(account::INVITATION_HOLDS))
        .with("wait", days(account::LETTER_WAITS))
        .with("letter", days(account::LETTER_KNOWN))
        .with("draft", days(account::DRAFT_HOLDS))
}

/// On what ground personal data are kept, in words.
pub fn data_ground(ground: Ground) -> Message {
    named("personal-ground", ground.name())
}

/// The label of a word of a closed list; a word that the list does not have is shown as it is.
pub fn choice(choices: Choices, word: &str) -> Message {
    found(&["choice", choices.name, word]).map_or_else(|| plain(word), Message::new)
}

/// Who may see a record, in words.
pub fn visibility(visibility: Visibility) -> Message {
    named("visibility", visibility.name())
}

/// Where a fact comes from, in words.
pub fn origin(origin: Origin) -> Message {
    named("origin", origin.name())
}

/// A country with registers of units, in words.
pub fn country(country: Country) -> Message {
    named("choice-country", country.word())
}

/// The level of a territorial unit, in the words of its country.
pub fn level(country: Country, level: Level) -> Message {
    found(&["level", country.word(), level.word()]).map_or_else(|| plain(level.word()), Message::new)
}

/// The kind of a Polish municipality or part, in words.
pub fn unit_kind(kind: miedza_territory::Kind) -> Message {
    named("unit-kind", unit_kind_word(kind))
}

/// The word under which the kind of a Polish municipality or part goes in answers for programs.
pub const fn unit_kind_word(kind: miedza_territory::Kind) -> &'static str {
    match kind {
        miedza_territory::Kind::Urban => "urban",
        miedza_territory::Kind::Rural => "rural",
        miedza_territory::Kind::UrbanRural => "urban_rural",
        miedza_territory::Kind::TownPart => "town_part",
        miedza_territory::Kind::RuralPart => "rural_part",
        miedza_territory::Kind::WarsawDistrict => "warsaw_district",
        miedza_territory::Kind::Delegation => "delegation",
    }
}

/// A role, in words.
pub fn role(role: Role) -> Message {
    named("role", role.name())
}

/// How far an account is, in words.
pub const fn account_state(state: AccountState) -> Key {
    match state {
        AccountState::Invited => key::ACCOUNT_STATE_INVITED,
        AccountState::Active => key::ACCOUNT_STATE_ACTIVE,
        AccountState::Disabled => key::ACCOUNT_STATE_DISABLED,
        AccountState::Erased => key::ACCOUNT_STATE_ERASED,
    }
}

/// Why somebody does not come in through the provider, and the way out.
pub const fn provider_refused(refused: Refused) -> (Key, Key) {
    match refused {
        Refused::Stale => (key::ACCOUNT_PROVIDER_STALE, key::ACCOUNT_PROVIDER_STALE_HINT),
        Refused::BrokenOff => (key::ACCOUNT_PROVIDER_BROKEN_OFF, key::ACCOUNT_PROVIDER_BROKEN_OFF_HINT),
        Refused::Down => (key::ACCOUNT_PROVIDER_DOWN, key::ACCOUNT_PROVIDER_DOWN_HINT),
        Refused::NotBelieved => (key::ACCOUNT_PROVIDER_NOT_BELIEVED, key::ACCOUNT_PROVIDER_NOT_BELIEVED_HINT),
        Refused::NoEmail => (key::ACCOUNT_PROVIDER_NO_EMAIL, key::ACCOUNT_PROVIDER_NO_EMAIL_HINT),
        Refused::Unknown => (key::ACCOUNT_PROVIDER_UNKNOWN, key::ACCOUNT_PROVIDER_UNKNOWN_HINT),
        Refused::Off => (key::ACCOUNT_PROVIDER_OFF, key::ACCOUNT_PROVIDER_OFF_HINT),
        Refused::Tied => (key::ACCOUNT_PROVIDER_TIED, key::ACCOUNT_PROVIDER_TIED_HINT),
        Refused::NotInvited => (key::ACCOUNT_PROVIDER_NOT_INVITED, key::ACCOUNT_PROVIDER_NOT_INVITED_HINT),
    }
}

/// A room of the table of rights, in words.
pub fn room(room: Room) -> Message {
    named("room", room.name())
}

/// What is done, in words.
pub fn verb(verb: Verb) -> Message {
    named("verb", verb.name())
}

/// What is wrong with a value, as a sentence beside its field.
pub fn fault(kind: Kind, fault: &Fault) -> Message {
    match &fault.kind {
        FaultKind::OneOf { other } => Message::new(key::FAULT_ONE_OF).with("other", field(kind, other)),
        FaultKind::MoreThan { other } => Message::new(key::FAULT_MORE_THAN).with("other", field(kind, other)),
        FaultKind::InItself if kind == Kind::Problems => key::FAULT_PROBLEM_IN_ITSELF.into(),
        alone => fault_alone(alone),
    }
}

/// What is wrong with a value that has nothing to do with another one.
pub fn fault_alone(kind: &FaultKind) -> Message {
    match kind {
        FaultKind::Missing => key::FAULT_MISSING.into(),
        FaultKind::TooLong { most } => Message::new(key::FAULT_TOO_LONG).with("most", *most),
        FaultKind::NoDate => key::FAULT_NO_DATE.into(),
        FaultKind::NoDay => key::FAULT_NO_DAY.into(),
        FaultKind::NoNumber => key::FAULT_NO_NUMBER.into(),
        FaultKind::NoCoins => key::FAULT_NO_COINS.into(),
        FaultKind::NotAboveZero => key::FAULT_NOT_ABOVE_ZERO.into(),
        FaultKind::NotOfCurrency => key::FAULT_NOT_OF_CURRENCY.into(),
        FaultKind::SameCurrency => key::FAULT_SAME_CURRENCY.into(),
        FaultKind::NoWeight => key::FAULT_NO_WEIGHT.into(),
        // As text: a year has no thousands to part.
        FaultKind::OutOfBounds { least, most } => {
            Message::new(key::FAULT_OUT_OF_BOUNDS).with("least", least.to_string()).with("most", most.to_string())
        }
        FaultKind::NoChoice => key::FAULT_NO_CHOICE.into(),
        FaultKind::NoUnit => key::FAULT_NO_UNIT.into(),
        FaultKind::NoIndicator { typed, near } if near.is_empty() => {
            Message::new(key::FAULT_NO_INDICATOR).with("typed", typed.as_str())
        }
        FaultKind::NoIndicator { typed, near } => {
            Message::new(key::FAULT_NO_INDICATOR_NEAR).with("typed", typed.as_str()).with("near", near.as_str())
        }
        FaultKind::NoAddress => key::FAULT_NO_ADDRESS.into(),
        FaultKind::NoEmail => key::FAULT_NO_EMAIL.into(),
        FaultKind::NoSlug => key::FAULT_NO_SLUG.into(),
        FaultKind::UnknownField => key::FAULT_UNKNOWN_FIELD.into(),
        FaultKind::EndsBeforeItBegins => key::FAULT_ENDS_BEFORE_IT_BEGINS.into(),
        FaultKind::ChangesElsewhere => key::FAULT_CHANGES_ELSEWHERE.into(),
        FaultKind::SaidByTheFile => key::FAULT_SAID_BY_THE_FILE.into(),
        FaultKind::UnknownUnit { typed, near } => unknown_unit(typed, near),
        FaultKind::PartOfUnit { typed, whole, name } => {
            let message = Message::new(key::FAULT_PART_OF_UNIT).with("typed", typed.as_str());
            message.with("whole", format!("{whole} {name}").trim())
        }
        FaultKind::LinkedToItself => key::FAULT_LINKED_TO_ITSELF.into(),
        FaultKind::InItself => key::FAULT_IN_ITSELF.into(),
        FaultKind::MoreVotesThanPresent { votes, present } => {
            let message = Message::new(key::FAULT_MORE_VOTES_THAN_PRESENT).with("votes", f64::from(*votes));
            message.with("present", f64::from(*present))
        }
        FaultKind::ThereAlready { row: None } => key::FAULT_THERE_ALREADY.into(),
        FaultKind::ThereAlready { row: Some(row) } => Message::new(key::FAULT_TWICE_IN_SHEET).with("row", row.to_string()),
        _ => key::FAULT_NO_SUCH_FORM.into(),
    }
}

/// What was typed where a unit belongs, with the units that may be meant.
fn unknown_unit(typed: &str, near: &[(String, String)]) -> Message {
    let is_name = !typed.bytes().any(|byte| byte.is_ascii_digit());
    let key = match (is_name, near.is_empty()) {
        (true, true) => key::FAULT_NAME_OF_NO_UNIT,
        (true, false) => key::FAULT_NAME_OF_UNIT,
        (false, true) => key::FAULT_UNKNOWN_UNIT_ALONE,
        (false, false) => key::FAULT_UNKNOWN_UNIT,
    };
    let near: Vec<String> = near.iter().map(|(code, name)| format!("{code} {name}")).collect();
    let typed: String = typed.chars().take(60).collect();
    Message::new(key).with("typed", typed).with("near", near.join(", "))
}

/// The language of content that goes with a language of the interface.
pub const fn tongue(language: Language) -> Tongue {
    match language {
        Language::Pl => Tongue::Pl,
        Language::Cs => Tongue::Cs,
        Language::En => Tongue::En,
    }
}

/// A date in words, no more precise than it is known: `2011`, `III kwartał 2013`, `kwiecień 2012`, `22 grudnia 2015`.
pub fn date(language: Language, date: PartialDate) -> String {
    match date {
        PartialDate::Year(year) => year.to_string(),
        PartialDate::Quarter(year, quarter) => language.quarter(year.into(), quarter),
        PartialDate::Month(year, month) => language.month(year.into(), month),
        PartialDate::Day(day) => self::day(language, day),
    }
}

/// A day in words.
pub fn day(language: Language, day: Day) -> String {
    language.date(day.year().into(), day.month(), day.day())
}

/// Why somebody may not, and the way on.
pub const fn refusal(refusal: Refusal) -> (Key, Key) {
    match refusal {
        Refusal::SignIn => (key::REFUSAL_SIGN_IN, key::REFUSAL_SIGN_IN_HINT),
        Refusal::NotOwn => (key::REFUSAL_NOT_OWN, key::REFUSAL_NOT_OWN_HINT),
        Refusal::NoScope => (key::REFUSAL_NO_SCOPE, key::REFUSAL_NO_SCOPE_HINT),
        Refusal::Frozen => (key::REFUSAL_FROZEN, key::REFUSAL_FROZEN_HINT),
        _ => (key::REFUSAL_NO_ROLE, key::REFUSAL_NO_ROLE_HINT),
    }
}

/// The key whose name is these parts with hyphens between them.
pub(crate) fn found(parts: &[&str]) -> Option<Key> {
    key::find(&parts.join("-").replace('_', "-"))
}

/// The label of a name; the name itself if no catalogue has it, which the test below does not let happen.
fn named(of: &str, name: &str) -> Message {
    found(&[of, name]).map_or_else(|| plain(name), Message::new)
}

/// A text that is the same in every language.
pub(crate) fn plain(text: &str) -> Message {
    Message::new(key::PLAIN_TEXT).with("text", text)
}

#[cfg(test)]
mod tests {
    use miedza_planning::portal::personal_data::CLASSES;
    use miedza_planning::record::COMMON_FIELDS;
    use miedza_texts::Language;

    use super::*;

    fn lacks_a_key(message: &Message) -> bool {
        message.key == key::PLAIN_TEXT
    }

    #[test]
    fn every_kind_and_every_field_has_its_label() {
        for of in Kind::ALL {
            assert!(!lacks_a_key(&kind(of)) && !lacks_a_key(&kind_one(of)), "{of}");
            for name in COMMON_FIELDS.into_iter().chain(of.fields().iter().map(|field| field.name)) {
                assert!(!lacks_a_key(&field(of, name)), "{of}.{name}");
            }
        }
    }

    #[test]
    fn every_class_of_personal_data_is_told() {
        for class in CLASSES {
            for of in ["what", "why", "how-long"] {
                assert!(!lacks_a_key(&data_class(&class, of)), "{} {of}", class.name);
            }
            assert!(!lacks_a_key(&data_ground(class.ground)));
        }
    }

    #[test]
    fn every_topic_and_every_field_of_it_has_its_label() {
        for of in Topic::ALL {
            assert!(!lacks_a_key(&topic(of)), "{}", of.name());
            for field in of.fields() {
                assert!(!lacks_a_key(&topic_field(of, field.name)), "{} {}", of.name(), field.name);
            }
        }
    }

    #[test]
    fn every_word_of_every_list_has_its_label() {
        let fields = Kind::ALL.into_iter().flat_map(Kind::fields).chain(Topic::ALL.into_iter().flat_map(Topic::fields));
        for field in fields {
            let Some(choices) = field.shape.choices() else { continue };
            for word in choices.words {
                assert!(!lacks_a_key(&choice(choices, word)), "{} {word}", choices.name);
            }
        }
    }

    #[test]
    fn roles_rooms_verbs_origins_and_visibilities_have_their_labels() {
        let labels = (Role::ALL.into_iter().map(role))
            .chain(Room::ALL.into_iter().map(room))
            .chain(Verb::ALL.into_iter().map(verb))
            .chain(Origin::ALL.into_iter().map(origin))
            .chain(Visibility::ALL.into_iter().map(visibility));
        for label in labels {
            assert!(!lacks_a_key(&label), "{label:?}");
        }
    }

    #[test]
    fn a_label_of_one_kind_goes_before_the_common_one() {
        assert_eq!(Language::Pl.say(&field(Kind::Meetings, "body")), "Organ");
        assert_eq!(Language::Pl.say(&field(Kind::News, "body")), "Treść");
        assert_eq!(Language::Cs.say(&field(Kind::Attendances, "seat")), "Místo v orgánu");
    }

    #[test]
    fn bounds_of_years_are_not_parted_by_thousands() {
        let beyond = Fault { field: "year".to_owned(), kind: FaultKind::OutOfBounds { least: 1900, most: 2200 } };

        assert_eq!(Language::En.say(&fault(Kind::FlowTables, &beyond)), "The number must lie between 1900 and 2200.");
    }
}
