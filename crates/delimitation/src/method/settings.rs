//! Settings of one method, kept exactly as they were entered.
//!
//! 0.6667, 0.667 and 2/3 are three different runs, so the text stays beside the number. A preset is applied first, single
//! settings after it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Kind, Method, Parameter};

/// Why a setting was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SettingError {
    /// No method has this name.
    #[error("there is no method {name}{}", meant(.nearest.as_ref()))]
    UnknownMethod {
        /// What was given.
        name: String,
        /// A name that looks like it.
        nearest: Option<&'static str>,
    },
    /// The method has no parameter of this name.
    #[error("{method} has no parameter {name}{}", meant(.nearest.as_ref()))]
    UnknownName {
        /// The method.
        method: &'static str,
        /// What was given.
        name: String,
        /// A name that looks like it.
        nearest: Option<&'static str>,
    },
    /// The value is not of the parameter's kind.
    #[error("{name} is {value:?}, and it must be {wanted}")]
    WrongValue {
        /// The parameter.
        name: &'static str,
        /// What was given.
        value: String,
        /// What would do.
        wanted: String,
    },
    /// The list of criteria cannot be read.
    #[error("criteria: {0}")]
    Criteria(super::criteria::ListError),
}

fn meant(nearest: Option<&&'static str>) -> String {
    nearest.map(|name| format!("; {name} looks like it")).unwrap_or_default()
}

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Nothing was set.
    Default,
    /// The preset says so.
    Preset,
    /// It was set by itself.
    Entered,
}

/// Values for the parameters of one method.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    method: Method,
    entered: BTreeMap<&'static str, String>,
}

impl Settings {
    /// Nothing set yet.
    #[must_use]
    pub const fn new(method: Method) -> Self {
        Self { method, entered: BTreeMap::new() }
    }

    /// The method that the settings are for.
    #[must_use]
    pub const fn method(&self) -> Method {
        self.method
    }

    /// Sets a parameter; a second value takes the place of the first. Hyphens in the name count as underscores.
    ///
    /// # Errors
    /// [`SettingError`] if the method has no such parameter or the value is not of its kind.
    pub fn set(&mut self, name: &str, value: &str) -> Result<(), SettingError> {
        let parameter = self.find(name)?;
        let value = value.trim();
        check(parameter, value)?;
        self.entered.insert(parameter.name, value.to_owned());
        Ok(())
    }

    /// The value of a parameter, as entered: set, else of the preset, else the default.
    ///
    /// # Errors
    /// [`SettingError::UnknownName`] if the method has no such parameter.
    pub fn get(&self, name: &str) -> Result<&str, SettingError> {
        Ok(self.resolve(self.find(name)?).0)
    }

    /// Every parameter of the method with its value as entered and where it comes from, in the order of the list.
    pub fn all(&self) -> impl Iterator<Item = (&'static Parameter, &str, Origin)> {
        self.method.parameters().iter().map(|parameter| {
            let (value, origin) = self.resolve(parameter);
            (parameter, value, origin)
        })
    }

    /// Names of the parameters that were set by themselves and change nothing, given the others; in the order of
    /// the rules.
    ///
    /// ```
    /// use miedza_delimitation::method::{Method, Settings};
    ///
    /// let mut settings = Settings::new(Method::Intramax);
    /// settings.set("areas", "5").unwrap();
    /// assert_eq!(settings.without_effect(), ["areas"]);
    /// settings.set("stop", "areas").unwrap();
    /// assert!(settings.without_effect().is_empty());
    /// ```
    #[must_use]
    pub fn without_effect(&self) -> Vec<&'static str> {
        super::effect::idle(self).filter(|name| self.entered.contains_key(name)).collect()
    }

    fn find(&self, name: &str) -> Result<&'static Parameter, SettingError> {
        let wanted = name.trim().to_ascii_lowercase().replace('-', "_");
        let parameters = self.method.parameters();
        parameters.iter().find(|parameter| parameter.name == wanted).ok_or_else(|| SettingError::UnknownName {
            method: self.method.name(),
            name: name.to_owned(),
            nearest: nearest(&wanted, parameters.iter().map(|parameter| parameter.name)),
        })
    }

    fn resolve(&self, parameter: &'static Parameter) -> (&str, Origin) {
        if let Some(value) = self.entered.get(parameter.name) {
            return (value, Origin::Entered);
        }
        let preset = self.entered.get("preset").and_then(|chosen| self.method.presets().iter().find(|(name, _)| name == chosen));
        match preset.and_then(|(_, values)| values.iter().find(|(name, _)| *name == parameter.name)) {
            Some((_, value)) => (value, Origin::Preset),
            None => (parameter.default, Origin::Default),
        }
    }

    /// A number as entered.
    pub(super) fn number(&self, name: &str) -> Result<f64, SettingError> {
        let parameter = self.find(name)?;
        let value = self.resolve(parameter).0;
        let number = if parameter.kind == Kind::Share { parse_share(value) } else { parse_number(value) };
        number.ok_or_else(|| wrong(parameter, value))
    }

    /// Whether something is to be.
    pub(super) fn switch(&self, name: &str) -> Result<bool, SettingError> {
        Ok(self.get(name)? == "true")
    }

    /// A whole number as entered.
    pub(super) fn count(&self, name: &str) -> Result<u32, SettingError> {
        let parameter = self.find(name)?;
        let value = self.resolve(parameter).0;
        value.parse().map_err(|_| wrong(parameter, value))
    }
}

fn check(parameter: &'static Parameter, value: &str) -> Result<(), SettingError> {
    let fits = match parameter.kind {
        Kind::Number { min, max } => parse_number(value).is_some_and(|number| (min..=max).contains(&number)),
        Kind::Share => parse_share(value).is_some_and(|number| (0.0..=1.0).contains(&number)),
        Kind::Count => value.parse::<u32>().is_ok(),
        Kind::Choice(words) => words.contains(&value),
        Kind::Switch => ["true", "false"].contains(&value),
        Kind::UnitList => super::cores::parse_list(value).is_ok(),
        Kind::CriterionList => return super::criteria::read(value).map(|_| ()).map_err(SettingError::Criteria),
        Kind::Text => true,
    };
    if fits { Ok(()) } else { Err(wrong(parameter, value)) }
}

fn wrong(parameter: &'static Parameter, value: &str) -> SettingError {
    let wanted = match parameter.kind {
        Kind::Number { min, max } if max.is_infinite() => format!("a number of {min} or more"),
        Kind::Number { min, max } => format!("a number from {min} to {max}"),
        Kind::Share => "a share from 0 to 1, such as 0.15 or 2/3".to_owned(),
        Kind::Count => "a whole number of 0 or more".to_owned(),
        Kind::Choice(words) => format!("one of {}", words.join(", ")),
        Kind::Switch => "true or false".to_owned(),
        Kind::CriterionList | Kind::Text => "a text".to_owned(),
        Kind::UnitList => "codes of units, cores apart by commas, units of one core joined by +".to_owned(),
    };
    SettingError::WrongValue { name: parameter.name, value: value.to_owned(), wanted }
}

/// Reads a share: a number, or one per cent of it where `%` follows, as lists of criteria have it.
fn parse_share(text: &str) -> Option<f64> {
    match text.strip_suffix('%') {
        Some(percent) => parse_number(percent).map(|percent| percent / 100.0),
        None => parse_number(text),
    }
}

/// Reads a decimal number or a fraction `a/b`.
fn parse_number(text: &str) -> Option<f64> {
    let plain = |text: &str| text.trim().parse::<f64>().ok();
    let number = match text.split_once('/') {
        Some((above, below)) => plain(above)? / plain(below)?,
        None => plain(text)?,
    };
    number.is_finite().then_some(number)
}

/// The name nearest to what was written, if it is near at all.
pub(super) fn nearest(written: &str, names: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    let near = names.map(|name| (distance(written, name), name)).min()?;
    (near.0 <= 2.max(written.len() / 2)).then_some(near.1)
}

/// How many letters to add, drop or change.
fn distance(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.chars().count()).collect();
    for (above, letter) in one.chars().enumerate() {
        let mut corner = row[0];
        row[0] = above + 1;
        for (column, against) in other.chars().enumerate() {
            let change = corner + usize::from(letter != against);
            corner = row[column + 1];
            row[column + 1] = change.min(corner + 1).min(row[column] + 1);
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::method::travel_to_work;

    #[test]
    fn a_single_setting_comes_before_the_preset_whatever_the_order() {
        let mut settings = Settings::new(Method::TravelToWork);
        settings.set("min_size", "2000").expect("a size");
        settings.set("preset", "ons_2011").expect("a preset");

        let parameters = travel_to_work::Parameters::of(&settings).expect("no contradiction");

        assert!((parameters.min_size - 2000.0).abs() < f64::EPSILON);
        assert!((parameters.target_size - 25_000.0).abs() < f64::EPSILON);
        assert_eq!(settings.get("min_self_containment"), Ok("0.667"));
    }

    #[test]
    fn a_wrong_name_suggests_the_near_one() {
        let refusal = Settings::new(Method::TravelToWork).set("min_sise", "1").expect_err("no such name");

        assert_eq!(refusal.to_string(), "travel_to_work has no parameter min_sise; min_size looks like it");
        assert_eq!(
            Method::parse("travel-to-wrok").expect_err("no such method").to_string(),
            "there is no method travel-to-wrok; travel_to_work looks like it"
        );
    }

    #[test]
    fn values_that_do_not_fit_are_refused_with_what_would_do() {
        let cases = [
            ("share", "15", "share is \"15\", and it must be a share from 0 to 1, such as 0.15 or 2/3"),
            ("cascading", "yes", "cascading is \"yes\", and it must be true or false"),
            ("core_min_jobs", "-1", "core_min_jobs is \"-1\", and it must be a number of 0 or more"),
            ("core_min_jobs", "NaN", "core_min_jobs is \"NaN\", and it must be a number of 0 or more"),
        ];
        for (name, value, told) in cases {
            let refusal = Settings::new(Method::Threshold).set(name, value).expect_err(name);
            assert_eq!(refusal.to_string(), told, "{name}");
        }
    }

    #[test]
    fn a_contradiction_names_its_parameter() {
        let mut settings = Settings::new(Method::TravelToWork);
        settings.set("min_size", "10000").expect("a size");

        let refusal = travel_to_work::Parameters::of(&settings).expect_err("equal sizes");

        assert_eq!(refusal.to_string(), "target_size is 10000, and it must be above min_size, which is 10000");
    }

    #[test]
    fn a_fraction_is_not_its_rounding() {
        let mut settings = Settings::new(Method::TravelToWork);
        settings.set("min_self_containment", "2/3").expect("a share");

        assert!((travel_to_work::Parameters::of(&settings).expect("fits").min_self_containment - 2.0 / 3.0).abs() < 1e-15);
        assert_eq!(settings.get("min_self_containment"), Ok("2/3"));
    }

    #[test]
    fn a_share_may_be_written_in_per_cent_and_nothing_else_may() {
        let mut settings = Settings::new(Method::TravelToWork);
        for (text, number) in [("66.67%", 0.6667), ("66.67 %", 0.6667), ("100%", 1.0)] {
            settings.set("min_self_containment", text).expect(text);
            assert!((settings.number("min_self_containment").expect(text) - number).abs() < 1e-12, "{text}");
        }

        assert!(settings.set("min_self_containment", "101%").is_err());
        assert!(settings.set("min_size", "50%").is_err());
    }

    #[test]
    fn every_default_can_be_set() {
        for method in Method::ALL {
            for parameter in method.parameters().iter().filter(|parameter| !parameter.default.is_empty()) {
                assert_eq!(Settings::new(method).set(parameter.name, parameter.default), Ok(()), "{}", parameter.name);
            }
        }
    }
}
