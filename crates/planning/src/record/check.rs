//! Whether values fit the fields of their kind; every fault names its field, so that a form can show it there.

use miedza_territory::UnitCode;
use serde_json::Value;

use super::{Field, Kind, Shape, Values};
use crate::diagnosis::Catalogue;
use crate::diagnosis::peers::{WeightsError, weights};
use crate::partnership::count::Figure;
use crate::partnership::places::is_same_unit;
use crate::values::{Currency, Day, Money, PartialDate, Rate, Translated};

/// Most characters of a translated line.
const WORDS_LENGTH: usize = 400;
/// Most characters of a translated text of paragraphs.
const PROSE_LENGTH: usize = 60_000;
/// Most characters of an address.
const ADDRESS_LENGTH: usize = 500;
/// Most characters of the part of an address that names a record.
const SLUG_LENGTH: usize = 80;
/// What an amount in another currency is not known without.
const CONVERSION: [&str; 3] = ["rate", "rate_currency", "rate_date"];
/// Most entries of a list.
const LIST_LENGTH: usize = 10_000;

/// What is wrong with a value.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FaultKind {
    /// It must not be missing.
    Missing,
    /// It is longer than this many characters, or has more entries.
    TooLong {
        /// The most that is allowed.
        most: usize,
    },
    /// It is no date of the forms that are understood.
    NoDate,
    /// It is no day.
    NoDay,
    /// It is no number, or no whole one.
    NoNumber,
    /// An amount of money has more than two digits after the point, or more of them than are kept exactly.
    NoCoins,
    /// It is not above 0.
    NotAboveZero,
    /// What is counted is not money, or is money of another currency.
    NotOfCurrency,
    /// It is the currency that the amount has already.
    SameCurrency,
    /// It is no weight from 0 to 1000, or no indicator has one above 0.
    NoWeight,
    /// It lies outside these bounds.
    OutOfBounds {
        /// The least.
        least: i64,
        /// The most.
        most: i64,
    },
    /// It is no word of the list.
    NoChoice,
    /// It is no code of a unit.
    NoUnit,
    /// The catalogue has no such indicator.
    NoIndicator {
        /// What was typed.
        typed: String,
        /// The code that is spelled most like it; empty if none is.
        near: String,
    },
    /// It is no `http` or `https` address.
    NoAddress,
    /// It is no address of mail.
    NoEmail,
    /// It is no part of an address: `a-z`, `0-9`, hyphens.
    NoSlug,
    /// It has another form than the field.
    NoSuchForm,
    /// The kind has no such field.
    UnknownField,
    /// Exactly one of the two must be given.
    OneOf {
        /// The other field.
        other: &'static str,
    },
    /// The end lies before the beginning.
    EndsBeforeItBegins,
    /// No register that is imported knows this unit.
    UnknownUnit {
        /// What was typed.
        typed: String,
        /// Units that may be meant: code and name.
        near: Vec<(String, String)>,
    },
    /// It is a part of a municipality, which must not be counted beside its whole.
    PartOfUnit {
        /// The code of the part.
        typed: String,
        /// The code of the whole; empty if it is not known.
        whole: String,
        /// The name of the whole; empty if it is not known.
        name: String,
    },
    /// A unit is linked to itself.
    LinkedToItself,
    /// A partnership would lie in itself, directly or through others.
    InItself,
    /// It is more than the number of another field, of which it is a part.
    MoreThan {
        /// The other field.
        other: &'static str,
    },
    /// More votes than seats with a vote that were present.
    MoreVotesThanPresent {
        /// Votes.
        votes: u32,
        /// Present.
        present: u32,
    },
    /// A membership that is there already.
    ThereAlready {
        /// The row of the sheet that has it; `None` if the register does.
        row: Option<u64>,
    },
    /// It changes on the page that records votes and what follows from them, never by typing.
    ChangesElsewhere,
    /// The file says it of itself.
    SaidByTheFile,
}

/// A fault of one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The field.
    pub field: String,
    /// What is wrong.
    pub kind: FaultKind,
}

/// All faults of values, in the order of the fields; none if they may be kept.
#[must_use]
pub fn check(kind: Kind, values: &Values) -> Vec<Fault> {
    let fault = |field: &str, kind| Fault { field: field.to_owned(), kind };
    let unknown = values.keys().filter(|name| kind.field(name).is_none());
    let mut faults: Vec<Fault> = unknown.map(|name| fault(name, FaultKind::UnknownField)).collect();
    faults.extend(check_fields(kind.fields(), values));
    if faults.is_empty() {
        faults.extend(together(kind, values));
    }
    faults
}

/// Faults of values one by one, in the order of the fields that they are held against.
#[must_use]
pub fn check_fields(fields: &[Field], values: &Values) -> Vec<Fault> {
    let fault = |field: &Field, kind| Fault { field: field.name.to_owned(), kind };
    let found = |field: &Field| match values.get(field.name).filter(|value| !is_empty(field, value)) {
        None => field.is_needed.then(|| fault(field, FaultKind::Missing)),
        Some(value) => form(field.shape, value).err().map(|found| fault(field, found)),
    };
    fields.iter().filter_map(found).collect()
}

/// Faults that only two fields together show.
fn together(kind: Kind, values: &Values) -> Option<Fault> {
    if matches!(kind, Kind::Memberships | Kind::Signatures | Kind::Seats)
        && values.contains_key("unit") == values.contains_key("organisation")
    {
        return Some(Fault { field: "unit".to_owned(), kind: FaultKind::OneOf { other: "organisation" } });
    }
    let is_picture = values.get("media_type").and_then(Value::as_str).is_some_and(|found| found.starts_with("image/"));
    if kind == Kind::Attachments && is_picture && !values.contains_key("alt") {
        return Some(Fault { field: "alt".to_owned(), kind: FaultKind::Missing });
    }
    if kind == Kind::StatedFigures {
        return money(values);
    }
    evidence(kind, values).or_else(|| bounds(values))
}

/// Faults of an amount of money: a currency where none belongs or none where one does, parts of coins, and a conversion that
/// lacks its rate, its currency or its day.
fn money(values: &Values) -> Option<Fault> {
    let word = |field: &str| values.get(field).and_then(Value::as_str);
    let number = |field: &str| values.get(field).and_then(Value::as_f64);
    let has = |field: &str| values.contains_key(field);
    let figure = word("figure").and_then(Figure::from_name)?;
    let is_converted = CONVERSION.into_iter().chain(["rate_source"]).any(has);
    let currency = word("currency").and_then(Currency::from_name).or_else(|| figure.implied_currency());
    let (field, kind) = match currency {
        None if figure == Figure::Amount || is_converted => ("currency", FaultKind::Missing),
        None => return None,
        Some(own) if !figure.may_be_in(own) => ("currency", FaultKind::NotOfCurrency),
        Some(own) if number("value").is_some_and(|value| Money::of(value, own).is_none()) => ("value", FaultKind::NoCoins),
        Some(_) if number("rate").is_some_and(|rate| Rate::of(rate).is_none()) => ("rate", FaultKind::NotAboveZero),
        Some(own) if word("rate_currency") == Some(own.name()) => ("rate_currency", FaultKind::SameCurrency),
        Some(_) => (CONVERSION.into_iter().find(|field| is_converted && !has(field))?, FaultKind::Missing),
    };
    Some(Fault { field: field.to_owned(), kind })
}

/// Faults of surveys and diagnoses: a choice without options, peers by a list that is not there.
fn evidence(kind: Kind, values: &Values) -> Option<Fault> {
    let says = |field: &str, word: &str| values.get(field).and_then(Value::as_str) == Some(word);
    let missing = match kind {
        Kind::SurveyQuestions if says("question_kind", "single") || says("question_kind", "multiple") => "options",
        Kind::Diagnoses if says("peer_rule", "own_list") => "peer_units",
        _ => return None,
    };
    (!values.contains_key(missing)).then(|| Fault { field: missing.to_owned(), kind: FaultKind::Missing })
}

/// Faults of what ends before it begins, or is more than its whole.
fn bounds(values: &Values) -> Option<Fault> {
    let number = |name: &str| values.get(name).and_then(Value::as_i64);
    if let (Some(all), Some(part)) = (number("submitted_count"), number("recommended_count"))
        && part > all
    {
        return Some(Fault { field: "recommended_count".to_owned(), kind: FaultKind::MoreThan { other: "submitted_count" } });
    }
    if let (Some(from), Some(to)) = (number("year_from"), number("year_to"))
        && to < from
    {
        return Some(Fault { field: "year_to".to_owned(), kind: FaultKind::EndsBeforeItBegins });
    }
    if links_to_itself(values) {
        return Some(Fault { field: "linked_to".to_owned(), kind: FaultKind::LinkedToItself });
    }
    let date = |name: &str| values.get(name).and_then(Value::as_str).and_then(|text| text.parse::<PartialDate>().ok());
    for (from, to) in [("valid_from", "valid_to"), ("date", "date_to"), ("opens", "closes"), ("founded", "dissolved")] {
        if let (Some(from), Some(end)) = (date(from), date(to))
            && end.last_day() < from.first_day()
        {
            return Some(Fault { field: to.to_owned(), kind: FaultKind::EndsBeforeItBegins });
        }
    }
    None
}

/// Whether a unit is among those that it is linked to, also under another kind.
fn links_to_itself(values: &Values) -> bool {
    let code = |value: &Value| value.as_str().and_then(|text| UnitCode::parse(text).ok());
    let Some(own) = values.get("unit").and_then(code) else { return false };
    let linked = values.get("linked_to").and_then(Value::as_array).into_iter().flatten().filter_map(code);
    linked.into_iter().any(|other| is_same_unit(&own, &other))
}

fn is_empty(field: &Field, value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Object(_) if field.shape.is_translated() => translated(value).is_ok_and(|text| text.is_empty()),
        _ => false,
    }
}

fn translated(value: &Value) -> Result<Translated, FaultKind> {
    serde_json::from_value(value.clone()).map_err(|_| FaultKind::NoSuchForm)
}

fn text(value: &Value) -> Result<&str, FaultKind> {
    value.as_str().ok_or(FaultKind::NoSuchForm)
}

fn short(text: &str, most: usize) -> Result<(), FaultKind> {
    if text.chars().count() > most { Err(FaultKind::TooLong { most }) } else { Ok(()) }
}

fn words(value: &Value, most: usize) -> Result<(), FaultKind> {
    translated(value)?.texts.values().try_for_each(|translation| short(&translation.text, most))
}

fn each(value: &Value, check: impl Fn(&str) -> Result<(), FaultKind>) -> Result<(), FaultKind> {
    let list = value.as_array().ok_or(FaultKind::NoSuchForm)?;
    if list.len() > LIST_LENGTH {
        return Err(FaultKind::TooLong { most: LIST_LENGTH });
    }
    list.iter().try_for_each(|entry| check(text(entry)?))
}

fn claim(is_so: bool, fault: FaultKind) -> Result<(), FaultKind> {
    if is_so { Ok(()) } else { Err(fault) }
}

fn form(shape: Shape, value: &Value) -> Result<(), FaultKind> {
    match shape {
        Shape::Line(most) => one_line(text(value)?, most),
        Shape::Slug => slug(text(value)?),
        Shape::Words => words(value, WORDS_LENGTH),
        Shape::Prose => words(value, PROSE_LENGTH),
        Shape::Date => claim(text(value)?.parse::<PartialDate>().is_ok(), FaultKind::NoDate),
        Shape::Day => claim(text(value)?.parse::<Day>().is_ok(), FaultKind::NoDay),
        Shape::Number(least, most) => whole_number(value, least, most),
        Shape::Decimal => claim(value.as_f64().is_some_and(f64::is_finite), FaultKind::NoNumber),
        Shape::Flag => claim(value.is_boolean(), FaultKind::NoSuchForm),
        Shape::Choice(choices) => claim(choices.words.contains(&text(value)?), FaultKind::NoChoice),
        Shape::Several(choices) => each(value, |word| claim(choices.words.contains(&word), FaultKind::NoChoice)),
        Shape::Unit => unit(text(value)?),
        Shape::Units => each(value, unit),
        Shape::Link(_) => short(text(value)?, SLUG_LENGTH),
        Shape::Links(_) => each(value, |id| short(id, SLUG_LENGTH)),
        Shape::Indicators => each(value, indicator),
        Shape::Weights => weighed(text(value)?),
        Shape::Address => address(text(value)?),
        Shape::Data => claim(value.is_object() || value.is_array(), FaultKind::NoSuchForm),
    }
}

fn one_line(text: &str, most: usize) -> Result<(), FaultKind> {
    claim(!text.chars().any(char::is_control), FaultKind::NoSuchForm)?;
    short(text, most)
}

fn whole_number(value: &Value, least: i64, most: i64) -> Result<(), FaultKind> {
    let number = value.as_i64().ok_or(FaultKind::NoNumber)?;
    claim((least..=most).contains(&number), FaultKind::OutOfBounds { least, most })
}

fn slug(text: &str) -> Result<(), FaultKind> {
    short(text, SLUG_LENGTH)?;
    let is_plain = text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    claim(is_plain && !text.starts_with('-') && !text.ends_with('-'), FaultKind::NoSlug)
}

/// A code of a unit: two to twelve letters or digits of its register.
fn unit(code: &str) -> Result<(), FaultKind> {
    let is_plain = (2..=12).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_alphanumeric());
    claim(is_plain, FaultKind::NoUnit)
}

/// Weights of indicators of the catalogue.
fn weighed(text: &str) -> Result<(), FaultKind> {
    match weights(text) {
        Ok(_) => Ok(()),
        Err(WeightsError::UnknownIndicator { code }) => indicator(&code),
        Err(WeightsError::NoWeight { .. } | WeightsError::AllZero) => Err(FaultKind::NoWeight),
        Err(_) => Err(FaultKind::NoSuchForm),
    }
}

/// A code of the catalogue of indicators.
fn indicator(code: &str) -> Result<(), FaultKind> {
    let catalogue = Catalogue::held();
    if catalogue.indicator(code).is_some() {
        return Ok(());
    }
    let known = catalogue.indicators().iter().map(|one| one.code.as_str());
    let near = known.min_by_key(|one| steps(code, one)).filter(|one| steps(code, one) <= one.len() / 2);
    Err(FaultKind::NoIndicator { typed: code.to_owned(), near: near.unwrap_or_default().to_owned() })
}

/// How many letters are put in, left out or changed between two words (Levenshtein 1966).
fn steps(one: &str, other: &str) -> usize {
    let mut above: Vec<usize> = (0..=other.chars().count()).collect();
    for (row, sign) in one.chars().enumerate() {
        let mut line = vec![row + 1];
        for (column, across) in other.chars().enumerate() {
            let changed = above[column] + usize::from(sign != across);
            line.push(changed.min(above[column + 1] + 1).min(line[column] + 1));
        }
        above = line;
    }
    above.last().copied().unwrap_or_default()
}

fn address(text: &str) -> Result<(), FaultKind> {
    short(text, ADDRESS_LENGTH)?;
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let is_plain = rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'));
    let is_clean = !text.chars().any(|sign| sign.is_whitespace() || sign.is_control() || matches!(sign, '"' | '<' | '>' | '\\'));
    claim(is_plain && is_clean, FaultKind::NoAddress)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn values(value: Value) -> Values {
        value.as_object().cloned().expect("an object")
    }

    fn faults(kind: Kind, given: Value) -> Vec<(String, FaultKind)> {
        check(kind, &values(given)).into_iter().map(|fault| (fault.field, fault.kind)).collect()
    }

    #[test]
    fn what_fits_is_kept() {
        let membership = json!({"unit": "0265011", "role": "leader", "valid_from": "2012-04", "link_evidence": ["commuting"]});

        assert_eq!(faults(Kind::Memberships, membership), []);
    }

    #[test]
    fn every_fault_names_its_field() {
        let cases = [
            (json!({"unit": "0265011"}), "role", FaultKind::Missing),
            (json!({"unit": "0265011", "role": "boss"}), "role", FaultKind::NoChoice),
            (json!({"unit": "02 65", "role": "leader"}), "unit", FaultKind::NoUnit),
            (json!({"unit": "0265011", "role": "leader", "valid_from": "April"}), "valid_from", FaultKind::NoDate),
            (json!({"unit": "0265011", "role": "leader", "vote_weight": 1.5}), "vote_weight", FaultKind::NoNumber),
            (
                json!({"unit": "0265011", "role": "leader", "vote_weight": -1}),
                "vote_weight",
                FaultKind::OutOfBounds { least: 0, most: 1000 },
            ),
            (json!({"unit": "0265011", "role": "leader", "colour": "red"}), "colour", FaultKind::UnknownField),
            (json!({"role": "leader"}), "unit", FaultKind::OneOf { other: "organisation" }),
            (
                json!({"unit": "0265011", "role": "leader", "valid_from": "2020", "valid_to": "2019-12"}),
                "valid_to",
                FaultKind::EndsBeforeItBegins,
            ),
        ];
        for (given, field, kind) in cases {
            assert_eq!(faults(Kind::Memberships, given.clone()), [(field.to_owned(), kind)], "{given}");
        }
    }

    #[test]
    fn no_unit_is_linked_to_itself_and_no_more_are_recommended_than_were_submitted() {
        let linked = |to: &str| json!({"unit": "1607053", "role": "member", "linked_to": ["1607022", to]});
        let call = |recommended: u32| {
            let subject = json!({"original": "pl", "pl": {"text": "Nabór"}});
            json!({"slug": "call", "subject": subject, "submitted_count": 38, "recommended_count": recommended})
        };

        assert_eq!(faults(Kind::Memberships, linked("1607063")), []);
        for itself in ["1607053", "160705", "1607052"] {
            assert_eq!(faults(Kind::Memberships, linked(itself)), [("linked_to".to_owned(), FaultKind::LinkedToItself)]);
        }
        assert_eq!(faults(Kind::Calls, call(38)), []);
        let more = FaultKind::MoreThan { other: "submitted_count" };
        assert_eq!(faults(Kind::Calls, call(39)), [("recommended_count".to_owned(), more)]);
    }

    #[test]
    fn addresses_that_could_run_a_script_are_refused() {
        for address in
            ["javascript:alert(1)", "https://", "//host", "https://a b", "http:///x", "https://a\"onclick=", "data:text/html,x"]
        {
            assert!(super::address(address).is_err(), "{address}");
        }
        assert!(super::address("https://example.org/a?b=c#d").is_ok());
    }

    #[test]
    fn a_picture_needs_words_for_those_who_do_not_see_it() {
        let file = |media_type: &str| json!({"file_name": "a", "sha256": "b", "media_type": media_type, "bytes": 1});
        let mut told = file("image/png");
        told["alt"] = json!({"original": "pl", "pl": {"text": "Most nad Prosną"}});

        assert_eq!(faults(Kind::Attachments, file("image/png")), [("alt".to_owned(), FaultKind::Missing)]);
        assert_eq!(faults(Kind::Attachments, told), []);
        assert_eq!(faults(Kind::Attachments, file("application/pdf")), []);
    }

    #[test]
    fn an_indicator_that_the_catalogue_lacks_is_told_with_the_one_spelled_most_like_it() {
        let statement = json!({"original": "pl", "pl": {"text": "Ubywa mieszkańców"}});
        let finding = |code: &str| json!({"dimension": "social", "finding_kind": "trend", "statement": statement, "indicators": ["births_per_1000", code]});
        let fault = |typed: &str, near: &str| {
            let kind = FaultKind::NoIndicator { typed: typed.to_owned(), near: near.to_owned() };
            vec![("indicators".to_owned(), kind)]
        };

        assert_eq!(faults(Kind::Findings, finding("births_per_1000")), []);
        assert_eq!(faults(Kind::Findings, finding("birth_per_100")), fault("birth_per_100", "births_per_1000"));
        assert_eq!(faults(Kind::Findings, finding("zzzzzzzz")), fault("zzzzzzzz", ""));
        // kitten, sitting: two letters changed, one put in.
        assert_eq!(steps("kitten", "sitting"), 3);
    }

    #[test]
    fn choices_have_options_own_lists_have_units_and_years_go_forward() {
        let words = json!({"original": "pl", "pl": {"text": "Tekst"}});
        let question = |kind: &str| json!({"survey": "s", "text": words, "question_kind": kind});
        let diagnosis = |rule: &str, to: i64| json!({"title": words, "diagnosis_state": "draft", "peer_rule": rule, "year_from": 2015, "year_to": to});
        let missing = |field: &str| vec![(field.to_owned(), FaultKind::Missing)];

        assert_eq!(faults(Kind::SurveyQuestions, question("single")), missing("options"));
        assert_eq!(faults(Kind::SurveyQuestions, question("multiple")), missing("options"));
        assert_eq!(faults(Kind::SurveyQuestions, question("scale")), []);
        assert_eq!(faults(Kind::SurveyQuestions, question("open")), []);
        assert_eq!(faults(Kind::Diagnoses, diagnosis("own_list", 2020)), missing("peer_units"));
        assert_eq!(faults(Kind::Diagnoses, diagnosis("nearest", 2015)), []);
        let backwards = vec![("year_to".to_owned(), FaultKind::EndsBeforeItBegins)];
        assert_eq!(faults(Kind::Diagnoses, diagnosis("nearest", 2014)), backwards);
        let challenge = json!({"statement": words, "findings": []});
        assert_eq!(faults(Kind::Challenges, challenge), missing("findings"));
    }

    #[test]
    fn weights_of_nearness_name_indicators_and_numbers() {
        let words = json!({"original": "pl", "pl": {"text": "Tekst"}});
        let diagnosis = |weights: &str| json!({"title": words, "diagnosis_state": "draft", "peer_weights": weights});
        let fault = |kind: FaultKind| vec![("peer_weights".to_owned(), kind)];
        let unknown = FaultKind::NoIndicator { typed: "populaton".to_owned(), near: "population".to_owned() };

        assert_eq!(faults(Kind::Diagnoses, diagnosis("population:2;seniors_share:0,5")), []);
        assert_eq!(faults(Kind::Diagnoses, diagnosis("populaton:2")), fault(unknown));
        assert_eq!(faults(Kind::Diagnoses, diagnosis("population:much")), fault(FaultKind::NoWeight));
        assert_eq!(faults(Kind::Diagnoses, diagnosis("population:0")), fault(FaultKind::NoWeight));
        assert_eq!(faults(Kind::Diagnoses, diagnosis("population;population")), fault(FaultKind::NoSuchForm));
    }

    #[test]
    fn an_amount_has_its_currency_and_a_conversion_its_rate_and_day() {
        let figure = |more: Value| {
            let mut all = values(json!({"figure": "amount", "value": 193_600_000, "currency": "eur"}));
            all.extend(values(more));
            faults(Kind::StatedFigures, Value::Object(all.into_iter().filter(|(_, value)| !value.is_null()).collect()))
        };
        let fault = |field: &str, kind: FaultKind| vec![(field.to_owned(), kind)];
        let rate = |number: f64, currency: &str| json!({"rate": number, "rate_currency": currency, "rate_date": "2015-06-12"});

        assert_eq!(figure(json!({})), []);
        assert_eq!(figure(json!({"currency": null})), fault("currency", FaultKind::Missing));
        assert_eq!(figure(json!({"figure": "members", "value": 22})), fault("currency", FaultKind::NotOfCurrency));
        assert_eq!(figure(json!({"figure": "members", "value": 22, "currency": null})), []);
        assert_eq!(figure(json!({"figure": "allocation_eur", "currency": null})), [], "its word names the currency");
        assert_eq!(figure(json!({"figure": "allocation_eur", "currency": "pln"})), fault("currency", FaultKind::NotOfCurrency));
        assert_eq!(figure(json!({"value": 0.005})), fault("value", FaultKind::NoCoins));
        assert_eq!(figure(rate(4.1944, "pln")), []);
        assert_eq!(figure(rate(-4.0, "pln")), fault("rate", FaultKind::NotAboveZero));
        assert_eq!(figure(rate(1.0, "eur")), fault("rate_currency", FaultKind::SameCurrency));
        assert_eq!(figure(json!({"rate": 4.2, "rate_currency": "pln"})), fault("rate_date", FaultKind::Missing));
        assert_eq!(figure(json!({"rate_source": "NBP"})), fault("rate", FaultKind::Missing));
        assert_eq!(figure(json!({"figure": "other", "currency": null, "rate": 4.2})), fault("currency", FaultKind::Missing));
    }

    #[test]
    fn an_empty_translation_counts_as_missing() {
        let theme = json!({"slug": "tourism", "name": {"original": "pl", "pl": {"text": " "}}});

        assert_eq!(faults(Kind::Themes, theme), [("name".to_owned(), FaultKind::Missing)]);
    }
}
