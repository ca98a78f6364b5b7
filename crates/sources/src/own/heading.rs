//! What the heading of a column of values says: `bezrobotni 2023`, `2023`, `ludność;2023;[osoba]`, `obyvatel k 1. 1. 2025`.

use miedza_territory::Period;

use crate::bdl::export;
use crate::table::fold;
use crate::units::period::in_name;

/// What a heading says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    /// The variable; empty where the heading is a period alone.
    pub(super) label: String,
    /// The period; `None` where the heading does not tell.
    pub(super) period: Option<Period>,
    /// Unit of measure; `None` where the heading does not tell.
    pub(super) measure: Option<String>,
}

/// Words that lead from a variable to its time.
const BEFORE: [&str; 16] =
    ["w", "v", "na", "k", "ke", "in", "of", "as", "rok", "roku", "year", "stan", "dzien", "dni", "dnia", "dniu"];
/// Words behind a year.
const BEHIND: [&str; 4] = ["r", "rok", "roku", "year"];

/// Reads a heading.
pub(super) fn heading(text: &str) -> Heading {
    let read = export::heading(text);
    let whole = if read.year.is_some() && read.label.is_empty() { "" } else { read.label.as_str() };
    if let Some(year) = read.year {
        return Heading { label: whole.into(), period: Some(Period::Year(year)), measure: read.measure };
    }
    let Some(period) = in_name(&read.label) else {
        return Heading { label: read.label, period: None, measure: read.measure };
    };
    Heading { label: without(&read.label, period), period: Some(period), measure: read.measure }
}

/// The label without the words of its period.
fn without(label: &str, period: Period) -> String {
    let words = words(label);
    let year = format!("{:04}", period.year());
    let Some(at) = words.iter().position(|(word, _)| *word == year) else { return label.to_string() };
    let is_short = |(word, _): &(String, _)| word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    let (mut first, mut last) = (at, at);
    if period.day().is_some() {
        let after = words.get(at + 1..at + 3).is_some_and(|pair| pair.iter().all(is_short));
        (first, last) = if after { (at, at + 2) } else { (at.saturating_sub(2), at) };
    }
    while words.get(last + 1).is_some_and(|(word, _)| BEHIND.contains(&word.as_str())) {
        last += 1;
    }
    while first > 0 && words.get(first - 1).is_some_and(|(word, _)| BEFORE.contains(&word.as_str())) {
        first -= 1;
    }
    let (start, end) = (words[first].1.start, words[last].1.end);
    let trimmed =
        |part: &str| part.trim_matches(|letter: char| !letter.is_alphanumeric() && !"()%[]".contains(letter)).to_string();
    let (before, after) = (trimmed(&label[..start]), trimmed(&label[end..]));
    let parts: Vec<&str> = [before.as_str(), after.as_str()].into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" ").trim_matches(['(', ')', ' ']).to_string()
}

/// Folded words of a text with their places in it.
fn words(text: &str) -> Vec<(String, std::ops::Range<usize>)> {
    let (mut words, mut start) = (Vec::new(), None);
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        match (letter.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.push((fold(&text[from..at]), from..at));
                start = None;
            }
            _ => {}
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_tells_its_variable_and_its_period() {
        let cases = [
            ("bezrobotni 2023", "bezrobotni", Some("2023"), None),
            ("bezrobotni_2023", "bezrobotni", Some("2023"), None),
            ("2023", "", Some("2023"), None),
            ("rok 2023", "", Some("2023"), None),
            ("2023 bezrobotni", "bezrobotni", Some("2023"), None),
            ("ludność;2023;[osoba]", "ludność", Some("2023"), Some("osoba")),
            ("obyvatel k 1. 1. 2025", "obyvatel", Some("2025-01-01"), None),
            ("Ludność (stan w dniu 31.12.2023)", "Ludność", Some("2023-12-31"), None),
            ("population_2025_01_01", "population", Some("2025-01-01"), None),
            ("Schools in 2022", "Schools", Some("2022"), None),
            ("liczba szkół [szt.]", "liczba szkół", None, Some("szt.")),
            ("na 1000 mieszkańców", "na 1000 mieszkańców", None, None),
        ];
        for (text, label, period, measure) in cases {
            let read = heading(text);
            let told = (read.label.as_str(), read.period.map(|period| period.to_string()), read.measure.as_deref());

            assert_eq!(told, (label, period.map(str::to_string), measure), "{text}");
        }
    }
}
