//! Which label is expected of which variable: data in `variables.csv`, checked before a variable is imported.
//!
//! Neighbouring identifiers mean other things (72305 is all inhabitants, 72306 those of 0 to 4 years), so an import stops
//! where the service calls a variable by another name. Names are compared without case, accents and punctuation. Where the
//! list holds a description and not yet the label of the service, the first import stops too, names both, and a person
//! confirms the label ([`Labels::confirm`], or a line in a file of the same form).

use std::collections::BTreeMap;

use miedza_territory::Day;

use super::Error;
use super::parse::Variable;
use crate::table::fold;

/// The list that comes with the program: variables of a diagnosis of municipalities.
const VARIABLES: &str = include_str!("variables.csv");

/// A variable that may be imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    /// The label.
    pub label: String,
    /// Unit of measure, an English word or sign.
    pub measure: String,
    /// The deepest level that has values: 6 municipalities, 5 counties.
    pub level: u8,
    /// The day on which the label was compared with that of the service; `None` where it was not yet.
    pub checked: Option<Day>,
}

/// Expected labels by variable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labels(BTreeMap<u32, Expected>);

impl Labels {
    /// The list that comes with the program.
    ///
    /// # Errors
    /// [`Error::NotALabel`] if that list is damaged, which a test rules out.
    pub fn built_in() -> Result<Self, Error> {
        Self::parse(VARIABLES)
    }

    /// Reads a list: lines `id;label;measure;level;checked`, a header of these names, `#` before remarks.
    ///
    /// # Errors
    /// [`Error::NotALabel`] with the line that cannot be read, or that repeats a variable.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let mut labels = Self(BTreeMap::new());
        for (place, line) in text.lines().enumerate().filter(|(_, line)| is_entry(line)) {
            let told = |what: String| Error::NotALabel { line: place + 1, what };
            let (id, expected) = entry(line).map_err(told)?;
            if labels.0.insert(id, expected).is_some() {
                return Err(told(format!("variable {id} stands above already")));
            }
        }
        Ok(labels)
    }

    /// Takes over the entries of another list, which count before those of this one.
    pub fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Confirms the label that the service returned on a day; `false` if the variable is not in the list.
    pub fn confirm(&mut self, variable: u32, label: &str, day: Day) -> bool {
        let Some(expected) = self.0.get_mut(&variable) else { return false };
        (expected.label, expected.checked) = (label.into(), Some(day));
        true
    }

    /// Puts a variable into the list, in place of what the list said of it.
    pub fn expect(&mut self, variable: u32, expected: Expected) {
        self.0.insert(variable, expected);
    }

    /// The list as [`Self::parse`] reads it; semicolons and ends of lines within a label become commas and spaces.
    #[must_use]
    pub fn written(&self) -> String {
        let plain = |text: &str| text.replace(';', ",").replace(['\n', '\r'], " ");
        let line = |(id, one): (&u32, &Expected)| {
            let checked = one.checked.map(|day| day.to_string()).unwrap_or_default();
            format!("{id};{};{};{};{checked}\n", plain(&one.label), plain(&one.measure), one.level)
        };
        std::iter::once("id;label;measure;level;checked\n".to_string()).chain(self.0.iter().map(line)).collect()
    }

    /// What is expected of a variable.
    #[must_use]
    pub fn get(&self, variable: u32) -> Option<&Expected> {
        self.0.get(&variable)
    }

    /// All variables by their number.
    pub fn iter(&self) -> impl Iterator<Item = (u32, &Expected)> {
        self.0.iter().map(|(id, expected)| (*id, expected))
    }

    /// Lets a variable pass whose returned label is the expected one.
    ///
    /// # Errors
    /// [`Error::LabelDiffers`] names both labels; [`Error::NotExpected`] if the variable is not in the list.
    pub fn check(&self, variable: &Variable) -> Result<(), Error> {
        let returned = variable.label();
        match self.get(variable.id) {
            None => Err(Error::NotExpected { variable: variable.id, returned }),
            Some(expected) if fold(&expected.label) == fold(&returned) => Ok(()),
            Some(expected) => {
                let expected = expected.label.clone();
                Err(Error::LabelDiffers { variable: variable.id, expected, returned })
            }
        }
    }
}

fn is_entry(line: &str) -> bool {
    !line.trim().is_empty() && !line.starts_with('#') && !line.starts_with("id;")
}

fn entry(line: &str) -> Result<(u32, Expected), String> {
    let fields: Vec<&str> = line.split(';').map(str::trim).collect();
    let [id, label, measure, level, checked] = fields[..] else {
        return Err(format!("{} fields, not 5", fields.len()));
    };
    let id = id.parse().map_err(|_| format!("{id} is no number of a variable"))?;
    let level = level.parse().ok().filter(|level| *level <= 7).ok_or_else(|| format!("{level} is no level from 0 to 7"))?;
    if fold(label).is_empty() {
        return Err("the label is empty".into());
    }
    let checked = match checked {
        "" => None,
        day => Some(day.parse::<Day>().map_err(|error| error.to_string())?),
    };
    // A label of several dimensions is written with commas, for semicolons part the fields; they compare as equal.
    Ok((id, Expected { label: label.into(), measure: measure.into(), level, checked }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn variable(id: u32, n1: &str, n2: Option<&str>) -> Variable {
        let text = serde_json::json!({ "id": id, "n1": n1, "n2": n2 }).to_string();
        super::super::parse::variable(text.as_bytes()).expect("a variable of the test")
    }

    #[test]
    fn the_built_in_list_holds_the_variables_of_a_diagnosis() {
        let labels = Labels::built_in().expect("a list that can be read");

        assert_eq!(labels.iter().count(), 157);
        assert_eq!(labels.get(60270).map(|expected| expected.level), Some(5));
    }

    #[test]
    fn a_variable_that_the_service_calls_otherwise_is_refused_with_both_names() {
        let labels = Labels::parse("id;label;measure;level;checked\n7;ludność, ogółem;person;6;2026-01-05\n");
        let labels = labels.expect("a list of the test");

        assert!(labels.check(&variable(7, "Ludność", Some("ogółem"))).is_ok());
        assert_eq!(
            labels.check(&variable(7, "ludność", Some("0-4"))).expect_err("another label").to_string(),
            "variable 7 is \"ludność; 0-4\" at the service, not \"ludność, ogółem\" as expected; compare both and confirm the label before it is imported"
        );
        assert!(matches!(labels.check(&variable(8, "x", None)), Err(Error::NotExpected { variable: 8, .. })));
    }

    #[test]
    fn a_label_that_a_person_confirms_passes_from_then_on() {
        let mut labels = Labels::built_in().expect("a list that can be read");
        let returned = variable(72305, "ogółem", Some("ogółem"));
        assert!(matches!(labels.check(&returned), Err(Error::LabelDiffers { .. })), "only described so far");

        assert!(labels.confirm(72305, &returned.label(), Day::new(2026, 1, 5).expect("a day")));

        assert!(labels.check(&returned).is_ok());
        assert!(!labels.confirm(1_000_000, "x", Day::new(2026, 1, 5).expect("a day")));
    }

    #[test]
    fn a_list_comes_back_from_its_text_and_a_label_of_several_dimensions_still_compares() {
        let returned = variable(7, "ogółem", Some("kobiety"));
        let day = Day::new(2026, 1, 5).expect("a day");
        let expected = Expected { label: returned.label(), measure: "osoba".into(), level: 6, checked: Some(day) };
        let mut labels = Labels::parse("id;label;measure;level;checked\n").expect("an empty list");
        labels.expect(7, expected);

        let text = labels.written();

        assert_eq!(text, "id;label;measure;level;checked\n7;ogółem, kobiety;osoba;6;2026-01-05\n");
        assert!(Labels::parse(&text).expect("its own text").check(&returned).is_ok());
    }

    #[test]
    fn a_line_that_cannot_be_read_is_named() {
        let cases = [
            ("7;a;b;6", "line 1 of the expected labels: 4 fields, not 5"),
            ("x;a;b;6;", "line 1 of the expected labels: x is no number of a variable"),
            ("7;a;b;8;", "line 1 of the expected labels: 8 is no level from 0 to 7"),
            ("7;.;b;6;", "line 1 of the expected labels: the label is empty"),
            ("7;a;b;6;\n7;a;b;6;", "line 2 of the expected labels: variable 7 stands above already"),
        ];
        for (text, expected) in cases {
            assert_eq!(Labels::parse(text).expect_err(text).to_string(), expected);
        }
    }
}
