//! Why a method or a model of flows was refused, in the language of the reader.

use miedza_delimitation::Error as MethodError;
use miedza_delimitation::estimate::Error as EstimateError;
use miedza_delimitation::method::SettingError;
use miedza_delimitation::method::criteria::{Fault, ListError};
use miedza_texts::{Argument, Key, Message, key};

use super::wanted::wanted;

/// What a method refuses.
pub fn method(error: &MethodError) -> Option<Message> {
    Some(match error {
        MethodError::OutOfRange { parameter, value, wanted: range } => out_of_range(parameter, &value.to_string(), range),
        MethodError::UnknownUnit { parameter, code } => of_unit(key::CAUSE_UNKNOWN_UNIT, parameter, &code.to_string()),
        MethodError::UnitTwice { parameter, code } => of_unit(key::CAUSE_UNIT_TWICE, parameter, &code.to_string()),
        MethodError::NotACode { parameter, text } => of_unit(key::CAUSE_NO_UNIT_CODE, parameter, text),
        MethodError::NoCore { min_jobs, min_job_ratio } => {
            Message::new(key::CAUSE_NO_CORE).with("jobs", min_jobs.to_string()).with("ratio", min_job_ratio.to_string())
        }
        MethodError::NeedsFigures { parameter, figures } => {
            Message::new(key::CAUSE_NEEDS_FIGURES).with("parameter", *parameter).with("figures", needed(figures))
        }
        MethodError::TooManyUnits { parameter, units, most } => {
            Message::new(key::CAUSE_TOO_MANY_PAIRS).with("parameter", *parameter).with("units", *units).with("most", *most)
        }
        MethodError::NoIndicator { name, known } if known.is_empty() => {
            Message::new(key::CAUSE_NO_FIGURE_AT_ALL).with("name", &**name)
        }
        MethodError::NoIndicator { name, known } => {
            Message::new(key::CAUSE_NO_FIGURE).with("name", &**name).with("known", known.join(", "))
        }
        MethodError::NoCriteria => key::CAUSE_NO_CRITERIA.into(),
        MethodError::OutOfReach { parameter, asked, there } => {
            Message::new(key::CAUSE_OUT_OF_REACH).with("parameter", *parameter).with("asked", *asked).with("there", *there)
        }
        MethodError::Criteria(error) => criterion(error),
        MethodError::Setting(error) => setting(error),
        _ => return None,
    })
}

/// What a list of settings refuses.
pub fn setting(error: &SettingError) -> Message {
    match error {
        SettingError::UnknownMethod { name, nearest } => unknown(key::CAUSE_NO_METHOD, name, *nearest),
        SettingError::UnknownName { method, name, nearest } => {
            unknown(key::CAUSE_NO_PARAMETER, name, *nearest).with("method", *method)
        }
        SettingError::WrongValue { name, value, wanted } => out_of_range(name, &format!("{value:?}"), wanted),
        SettingError::Criteria(error) => criterion(error),
        _ => Message::new(key::PLAIN_TEXT).with("text", error.to_string()),
    }
}

/// What a model of flows refuses.
pub fn estimate(error: &EstimateError) -> Option<Message> {
    let persons = |persons: f64| Argument::Number(persons, 0);
    let unit = |key, unit: &miedza_territory::UnitCode| Message::new(key).with("unit", unit.to_string());
    Some(match error {
        EstimateError::TooMany { units, most } => {
            Message::new(key::CAUSE_TOO_MANY_MODELLED).with("units", *units).with("most", *most)
        }
        EstimateError::NotACount { what, unit: code, value } => {
            unit(key::CAUSE_NOT_A_COUNT, code).with("what", counted(what)).with("value", value.to_string())
        }
        EstimateError::OutOfRange { parameter, value, wanted } => out_of_range(parameter, &value.to_string(), wanted),
        EstimateError::Nobody { what } => Message::new(key::CAUSE_NOBODY).with("what", counted(what)),
        EstimateError::NoWay { unit: code, what, persons: many } => {
            unit(key::CAUSE_NO_WAY, code).with("what", counted(what)).with("persons", persons(*many))
        }
        EstimateError::Apart { unit: code, residents, jobs } => {
            unit(key::CAUSE_APART, code).with("residents", persons(*residents)).with("jobs", persons(*jobs))
        }
        EstimateError::NotMet { rounds, persons: missed, unit: code } => {
            unit(key::CAUSE_NOT_MET, code).with("rounds", rounds.to_string()).with("persons", persons(*missed))
        }
        EstimateError::NothingToLearn => key::CAUSE_NOTHING_TO_LEARN.into(),
        EstimateError::NotCalibrated { deterrence, wanted_km, found_km } => {
            let told = Message::new(key::CAUSE_NOT_CALIBRATED).with("deterrence", *deterrence);
            told.with("wanted", Argument::Number(*wanted_km, 1)).with("found", Argument::Number(*found_km, 1))
        }
        _ => return None,
    })
}

fn out_of_range(parameter: &str, value: &str, range: &str) -> Message {
    Message::new(key::CAUSE_OUT_OF_RANGE).with("parameter", parameter).with("value", value).with("wanted", wanted(range))
}

fn of_unit(told: Key, parameter: &str, unit: &str) -> Message {
    Message::new(told).with("parameter", parameter).with("unit", unit)
}

fn unknown(told: Key, name: &str, nearest: Option<&'static str>) -> Message {
    match nearest {
        Some(nearest) => {
            let near = Message::new(key::CAUSE_NEAREST).with("nearest", nearest);
            Message::new(told).with("name", name).with("near", near)
        }
        None => Message::new(told).with("name", name).with("near", ""),
    }
}

/// Figures of units by the words of the method.
fn needed(figures: &'static str) -> Argument {
    let told = match figures {
        "the population" => key::FIGURES_POPULATION,
        "the population of working age" => key::FIGURES_WORKING_AGE,
        "the population and area" => key::FIGURES_POPULATION_AND_AREA,
        "the seats" => key::FIGURES_SEATS,
        "the neighbours" => key::FIGURES_NEIGHBOURS,
        _ => return figures.to_owned().into(),
    };
    Message::new(told).into()
}

/// What a unit sends or takes, by the words of the model.
fn counted(what: &'static str) -> Argument {
    match what {
        "employed residents" => Message::new(key::COUNTED_RESIDENTS).into(),
        "jobs" => Message::new(key::COUNTED_JOBS).into(),
        _ => what.to_owned().into(),
    }
}

/// What is wrong in a list of criteria: which one, and how.
pub fn criterion(error: &ListError) -> Message {
    let of = |key, text: &str| Message::new(key).with("text", text);
    let fault = match &error.fault {
        Fault::NoComparison => key::CRITERION_NO_COMPARISON.into(),
        Fault::NoIndicator(text) => of(key::CRITERION_NO_INDICATOR, text),
        Fault::NoNumber(text) => of(key::CRITERION_NO_NUMBER, text),
        Fault::NoMean(text) => of(key::CRITERION_NO_MEAN, text),
        Fault::Unfinished(text) => of(key::CRITERION_UNFINISHED, text),
        Fault::NegativeWeight(text) => of(key::CRITERION_NEGATIVE_WEIGHT, text),
        Fault::UnknownWord(text) => of(key::CRITERION_UNKNOWN_WORD, text),
        fault => of(key::PLAIN_TEXT, &fault.to_string()),
    };
    let told = Message::new(key::CAUSE_CRITERION).with("number", error.number.to_string());
    told.with("text", &*error.text).with("fault", fault)
}

#[cfg(test)]
mod tests {
    use miedza_delimitation::method::{Method, Settings, intramax, leiden, travel_to_work};
    use miedza_territory::UnitCode;
    use miedza_texts::Language;

    use super::*;

    fn polish(message: &Message) -> String {
        Language::Pl.say(message)
    }

    #[test]
    fn what_a_method_refuses_is_told_in_the_language_of_the_reader() {
        let code = UnitCode::parse("306101").expect("a code");
        let wide = leiden::Parameters { trials: 0, ..leiden::Parameters::default() };
        let sizes = travel_to_work::Parameters { target_size: 5.0, ..travel_to_work::Parameters::default() };
        let cases = [
            (wide.check().expect_err("no trial"), "trials ma wartość 0, a ma być: od 1 do 10000"),
            (sizes.check().expect_err("too small"), "target_size ma wartość 5, a ma być: powyżej min_size, czyli 1000"),
            (
                MethodError::UnknownUnit { parameter: "cores", code },
                "cores wskazuje jednostkę 306101, której nie ma w przepływach",
            ),
            (
                MethodError::NeedsFigures { parameter: "contiguous", figures: "the neighbours" },
                "parametr contiguous wymaga danych o jednostkach, których nie podano: sąsiedztwo",
            ),
            (
                MethodError::NoIndicator { name: "foo".into(), known: Vec::new() },
                "nie ma wskaźnika foo; nie podano żadnych wskaźników",
            ),
        ];
        for (error, told) in cases {
            assert_eq!(polish(&method(&error).expect("told")), told, "{error}");
        }
    }

    #[test]
    fn each_value_that_does_not_fit_says_what_would_in_the_language_of_the_reader() {
        for method in Method::ALL {
            for parameter in method.parameters() {
                let Err(error) = Settings::new(method).set(parameter.name, "?!") else { continue };
                let english = Language::En.say(&setting(&error));
                let told = polish(&setting(&error)).replace(parameter.name, "");
                let is_list = matches!(error, SettingError::Criteria(_));
                assert!(
                    !["must be", "a number", "a share", "one of", "codes of"].iter().any(|word| told.contains(word)),
                    "{told}"
                );
                assert!(is_list || english == error.to_string(), "{}: {english}", parameter.name);
            }
        }
        let jump = intramax::Parameters { stop: intramax::StopRule::Jump(0.0), ..intramax::Parameters::default() };
        let error = jump.check().expect_err("no rise");
        assert_eq!(Language::En.say(&method(&error).expect("told")), error.to_string());
    }

    #[test]
    fn what_a_model_refuses_is_told_in_the_language_of_the_reader() {
        let unit = UnitCode::parse("2").expect("a code");
        let error = EstimateError::NotMet { rounds: 1000, persons: 32_996.208_686_9, unit };

        let told = polish(&estimate(&error).expect("told")).replace(char::is_whitespace, " ");

        assert!(told.starts_with("po 1000 rundach sumy brzegowe różnią się do 32 996 osób"), "{told}");
    }
}
