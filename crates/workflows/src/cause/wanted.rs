//! Which values would do, as the methods say it, in the language of the reader.

use miedza_texts::{Argument, Key, Message, key};

/// The words for a range that a method names; the same text where the range is not one of those known here.
pub fn wanted(range: &str) -> Argument {
    bounds(range).or_else(|| listed(range)).map_or_else(|| range.to_owned().into(), Into::into)
}

fn bounds(range: &str) -> Option<Message> {
    let number = range.trim_start_matches("a number ").trim_start_matches("of ");
    let two = |key: Key, ends: (&str, &str)| Message::new(key).with("least", ends.0).with("most", ends.1);
    if let Some(above) = number.strip_prefix("above ") {
        return Some(above_bounds(above));
    }
    if let Some(least) = number.strip_suffix(" or more") {
        let (key, least) = match least.strip_prefix("a whole number of ") {
            Some(least) => (key::WANTED_COUNT, least),
            None if range.starts_with("a number") => (key::WANTED_NUMBER_AT_LEAST, least),
            None => (key::WANTED_AT_LEAST, least),
        };
        return Some(Message::new(key).with("least", least));
    }
    let key = match range.split_whitespace().next()? {
        "a" if range.starts_with("a number from ") => key::WANTED_NUMBER_FROM_TO,
        "from" => key::WANTED_FROM_TO,
        first if first.parse::<f64>().is_ok() => key::WANTED_TO,
        _ => return None,
    };
    let (least, most) = number.trim_start_matches("from ").split_once(" to ")?;
    most.parse::<f64>().is_ok().then(|| two(key, (least, most)))
}

/// `0`, `0 and at most 1`, `0 and below 1`, `min_size, which is 1000`, or `0 and at most` such a parameter.
fn above_bounds(above: &str) -> Message {
    let of = |key: Key, least: &str| Message::new(key).with("least", least);
    if let Some((least, most)) = above.split_once(" and at most ") {
        return match most.split_once(", which is ") {
            Some((other, number)) => of(key::WANTED_ABOVE_TO_OTHER, least).with("other", other).with("number", number),
            None => of(key::WANTED_ABOVE_TO, least).with("most", most),
        };
    }
    if let Some((least, most)) = above.split_once(" and below ") {
        return of(key::WANTED_BETWEEN, least).with("most", most);
    }
    match above.split_once(", which is ") {
        Some((other, number)) => Message::new(key::WANTED_ABOVE_OTHER).with("other", other).with("number", number),
        None => of(key::WANTED_ABOVE, above),
    }
}

fn listed(range: &str) -> Option<Message> {
    if let Some(words) = range.strip_prefix("one of ") {
        return Some(Message::new(key::WANTED_ONE_OF).with("words", words));
    }
    Some(match range {
        "true or false" => key::WANTED_SWITCH.into(),
        "a number" => key::WANTED_NUMBER.into(),
        "a text" => key::WANTED_TEXT.into(),
        range if range.starts_with("a share from 0 to 1") => key::WANTED_SHARE.into(),
        range if range.starts_with("codes of units") => key::WANTED_UNITS.into(),
        range if range.starts_with("different values") => key::WANTED_VALUES.into(),
        range if range.starts_with("given: radiation") => key::WANTED_SELF_SHARE.into(),
        _ => return None,
    })
}
