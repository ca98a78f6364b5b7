//! Which variable a column of an export is: the subject of the export and the label in its heading tell it together.
//!
//! The subject is given or stands in the name of the file, `P2137` or `LUDN_2137_CTAB_20240101120000.csv`. A label that the
//! list `exports.csv` does not hold gets an identifier of its own words, so that it is never taken for a variable of the
//! service. Thousands are not ones: a column in thousands is never the variable that counts in ones.

use super::export::Heading;
use crate::observations::key::{MOST, is_thousands, word_within};
use crate::table::fold;

/// Labels of exports with their variables.
const EXPORTS: &str = include_str!("exports.csv");

/// The subject in the name of a file; `None` where it names none.
#[must_use]
pub fn of_file(name: &str) -> Option<String> {
    let words: Vec<&str> = name.split(|letter: char| !letter.is_ascii_alphanumeric()).collect();
    let is_number = |text: &str| (3..=5).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    let told = words.iter().find(|word| word.strip_prefix(['P', 'p']).is_some_and(is_number)).map(|word| word.to_uppercase());
    let before_layout = words.windows(2).find(|pair| is_number(pair[0]) && pair[1].eq_ignore_ascii_case("ctab"));
    told.or_else(|| before_layout.map(|pair| format!("P{}", pair[0])))
}

/// The variable of a heading: its number at the service where the list knows it, else words that begin with the subject.
#[must_use]
pub fn variable(subject: Option<&str>, heading: &Heading) -> String {
    let in_ones = !is_thousands(&heading.label) && !heading.measure.as_deref().is_some_and(is_thousands);
    if let Some(variable) = subject.filter(|_| in_ones).and_then(|subject| listed(subject, &heading.label)) {
        return variable.to_string();
    }
    let is_subject = |subject: &&str| subject.len() < 20 && subject.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let prefix = subject.filter(is_subject).unwrap_or("label");
    let words = word_within(&heading.label, MOST - prefix.len() - 1).unwrap_or_else(|| "column".into());
    format!("{prefix}_{words}")
}

fn listed(subject: &str, label: &str) -> Option<&'static str> {
    let wanted = fold(label);
    EXPORTS.lines().filter(|line| !line.starts_with('#')).find_map(|line| {
        let mut fields = line.split(';');
        let is_it = fields.next()?.eq_ignore_ascii_case(subject) && fold(fields.next()?) == wanted;
        is_it.then(|| fields.next()).flatten()
    })
}

#[cfg(test)]
mod tests {
    use super::super::export::heading;
    use super::super::label::Labels;
    use super::*;

    #[test]
    fn the_name_of_a_file_tells_the_subject() {
        for (name, expected) in [
            ("bdl_P2137_population_by_age_gmina_2020.csv.gz", Some("P2137")),
            ("LUDN_2137_CTAB_20240101120000.csv", Some("P2137")),
            ("p1944.csv", Some("P1944")),
            ("PL_2023.csv", None),
            ("ludnosc.csv", None),
        ] {
            assert_eq!(of_file(name).as_deref(), expected, "{name}");
        }
    }

    #[test]
    fn a_label_of_the_list_is_a_variable_of_the_service_and_thousands_are_none() {
        let told = |subject, text: &str| variable(subject, &heading(text));

        assert_eq!(told(Some("P2137"), "ogółem;2020;[osoba]"), "72305");
        assert_eq!(told(Some("P2137"), "70-74;ogółem;2020;[osoba]"), "76022");
        assert_eq!(told(Some("P2137"), "ogółem;2020;[tys. osób]"), "P2137_ogolem");
        assert_eq!(told(Some("P1944"), "ogółem;2020;[osoba]"), "10514");
        assert_eq!(told(Some("P2425"), "ludność w tysiącach;2023;[tys. osób]"), "P2425_ludnosc_w_tysiacach");
        assert_eq!(told(None, "ogółem;2020;[osoba]"), "label_ogolem");
        let long = told(Some("P2425"), &"gęstość zaludnienia ".repeat(9));
        assert!(long.len() <= 80 && long.starts_with("P2425_gestosc"), "{long}");
    }

    #[test]
    fn every_variable_of_the_list_has_an_expected_label() {
        let labels = Labels::built_in().expect("the list");
        let lines = EXPORTS.lines().filter(|line| !line.starts_with('#') && !line.starts_with("subject;"));
        let ids: Vec<u32> = lines.map(|line| line.split(';').nth(2).and_then(|id| id.parse().ok()).expect("a number")).collect();

        assert_eq!(ids.len(), 46);
        assert!(ids.iter().all(|id| labels.get(*id).is_some()));
    }
}
