//! Which parameters change nothing, given the others: a stop rule that is not asked for, a rule for cores beside a list.
//!
//! Each line says of a parameter under which value of another it counts. A value out of place is no mistake, but whoever
//! entered it should know.

use super::{Method, Settings};

/// When a parameter counts.
enum Counts {
    /// If the other parameter is one of these.
    If(&'static str, &'static [&'static str]),
    /// If the other parameter is anything but this.
    Unless(&'static str, &'static str),
}

use Counts::{If, Unless};

/// A parameter and when it counts.
type Rule = (&'static str, Counts);

const BY_RULE: Counts = If("cores", &[""]);

/// The parameters of a method that do not always count.
const fn rules(method: Method) -> &'static [Rule] {
    match method {
        Method::TravelToWork | Method::DominantFlow | Method::SelfContained => &[],
        Method::FunctionalUrbanArea => &[
            ("core_min_jobs", BY_RULE),
            ("core_min_job_ratio", BY_RULE),
            ("core_min_population", BY_RULE),
            ("core_min_density", BY_RULE),
            ("enclave_border_share", If("enclaves", &["true"])),
        ],
        Method::Threshold => {
            &[("core_min_jobs", BY_RULE), ("core_min_job_ratio", BY_RULE), ("reverse_share", If("denominator", &["two_sided"]))]
        }
        Method::Criteria => &[
            ("core_min_jobs", BY_RULE),
            ("core_min_job_ratio", BY_RULE),
            ("group_criteria", Unless("min_groups", "0")),
            ("enclave_border_share", If("enclaves", &["true"])),
        ],
        Method::Intramax => &[
            ("areas", If("stop", &["areas"])),
            ("internal_share", If("stop", &["internal_share"])),
            ("jump", If("stop", &["jump"])),
        ],
        Method::Leiden => &[("node_size", If("quality", &["cpm"])), ("class_km", If("quality", &["gravity"]))],
        Method::MapEquation => &[("teleportation", If("directed", &["true"])), ("teleport", If("directed", &["true"]))],
    }
}

impl Counts {
    fn hold(&self, settings: &Settings) -> bool {
        match self {
            If(other, values) => settings.get(other).is_ok_and(|value| values.contains(&value)),
            Unless(other, value) => settings.get(other) != Ok(value),
        }
    }
}

/// The parameters that change nothing with these settings, in the order of the list; whatever they are set to.
pub(super) fn idle(settings: &Settings) -> impl Iterator<Item = &'static str> {
    rules(settings.method()).iter().filter(|(_, counts)| !counts.hold(settings)).map(|(name, _)| *name)
}

#[cfg(test)]
mod tests {
    use miedza_territory::samples;

    use super::*;
    use crate::method::{Input, Note, leiden, map_equation, run};

    #[test]
    fn parameters_without_effect_are_those_entered_that_the_others_make_idle() {
        type Entered<'a> = &'a [(&'a str, &'a str)];
        let cases: [(Method, Entered, &[&str]); 10] = [
            (Method::Intramax, &[("areas", "5")], &["areas"]),
            (Method::Intramax, &[("stop", "areas"), ("areas", "5"), ("jump", "0.1")], &["jump"]),
            (Method::Leiden, &[("class_km", "10")], &["class_km"]),
            (Method::Leiden, &[("class_km", "10"), ("quality", "gravity")], &[]),
            (Method::MapEquation, &[("teleportation", "recorded"), ("teleport", "0.2")], &["teleportation", "teleport"]),
            (Method::MapEquation, &[("teleport", "0.2"), ("directed", "true")], &[]),
            (Method::Threshold, &[("reverse_share", "0.3")], &["reverse_share"]),
            (Method::Threshold, &[("cores", "1"), ("core_min_jobs", "5")], &["core_min_jobs"]),
            (Method::Criteria, &[("group_criteria", "2"), ("min_groups", "1")], &[]),
            (Method::TravelToWork, &[("min_size", "5")], &[]),
        ];
        for (method, entered, idle) in cases {
            let mut settings = Settings::new(method);
            for (name, value) in entered {
                settings.set(name, value).expect(name);
            }
            assert_eq!(settings.without_effect(), idle, "{} {entered:?}", method.name());
        }
    }

    #[test]
    fn a_stop_rule_that_is_met_before_the_first_fusion_is_told() {
        let flows = samples::flows(&[("1", "1", 90.0), ("2", "2", 90.0), ("1", "2", 5.0), ("2", "1", 5.0)]);
        let told = |share: &str| {
            let mut settings = Settings::new(Method::Intramax);
            settings.set("internal_share", share).expect("a share");
            run(&Input::new(&flows), &settings).expect("areas").notes
        };

        assert_eq!(told("0.8"), [Note::NothingFused]);
        assert_eq!(told("0.99"), []);
    }

    #[test]
    fn searches_that_would_never_end_are_refused() {
        for (method, name) in [(Method::Leiden, "trials"), (Method::Leiden, "iterations"), (Method::MapEquation, "trials")] {
            for (effort, fits) in [("0", false), ("1", true), ("10000", true), ("10001", false)] {
                let mut settings = Settings::new(method);
                settings.set(name, effort).expect("a count");
                let checked = match method {
                    Method::Leiden => leiden::Parameters::of(&settings).map(|_| ()),
                    _ => map_equation::Parameters::of(&settings).map(|_| ()),
                };
                assert_eq!(checked.is_ok(), fits, "{} {name} {effort}", method.name());
            }
        }
    }

    #[test]
    fn every_rule_names_parameters_of_its_method() {
        for method in Method::ALL {
            for (name, counts) in rules(method) {
                let (If(other, _) | Unless(other, _)) = counts;
                assert!(Settings::new(method).get(name).is_ok(), "{} {name}", method.name());
                assert!(Settings::new(method).get(other).is_ok(), "{} {other}", method.name());
            }
        }
    }
}
