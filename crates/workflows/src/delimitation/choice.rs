//! Which method runs, with which settings: the one that was asked for, or what makes sense of the matrix at hand.

use std::collections::BTreeMap;

use miedza_delimitation::method::{Method, Settings, criteria, needs_diagonal};
use miedza_territory::Flows;
use miedza_texts::{Message, key};

use super::matrix::Matrix;
use super::methods::parse;
use super::request::Request;
use crate::failure::Failure;
use crate::listing;

/// The settings of the run, and what is to be told of the choice.
///
/// # Errors
/// [`Failure`] if a method or parameter does not exist, or the method that was asked for needs a diagonal that is not there.
pub fn choose(request: &Request, matrix: &Matrix) -> Result<(Settings, Vec<Message>), Failure> {
    let named = request.method.as_deref().map(parse).transpose()?;
    // Only one method looks at a population grid.
    let asked = named.or(request.grid.is_some().then_some(Method::FunctionalUrbanArea));
    refuse_twice(&request.settings)?;
    let wanted = settings(asked.unwrap_or(Method::TravelToWork), &request.settings);
    if matrix.has_diagonal() || wanted.as_ref().is_ok_and(|wanted| !needs_diagonal(wanted)) {
        let wanted = wanted?;
        let notes = without_effect(&wanted, &request.settings);
        return Ok((wanted, notes));
    }
    if asked.is_some() {
        // A parameter that does not exist is told first: it is the nearer mistake.
        let wanted = wanted?;
        return Err(no_diagonal(&wanted));
    }
    let (settings, dropped) = without_diagonal(&request.settings, &matrix.flows)?;
    let least = settings.get("core_min_jobs").unwrap_or_default().to_owned();
    let chosen = Message::new(key::NOTE_METHOD_CHOSEN).with("method", settings.method().name()).with("persons", least);
    let mut notes = vec![key::NOTE_DIAGONAL_ABSENT.into(), chosen];
    notes.extend(listing::note(key::NOTE_SETTINGS_DROPPED, &dropped));
    notes.extend(without_effect(&settings, &request.settings));
    Ok((settings, notes))
}

/// What was entered and changes nothing, given the rest.
fn without_effect(settings: &Settings, entered: &[String]) -> Vec<Message> {
    let entered: Vec<String> = entered.iter().map(|setting| parts(setting).0).collect();
    let idle = settings.without_effect().into_iter().map(ToOwned::to_owned);
    listing::note(key::NOTE_NO_EFFECT, &idle.filter(|name| entered.contains(name)).collect::<Vec<_>>()).into_iter().collect()
}

/// Name and value of a setting; the name as the method has it.
fn parts(setting: &str) -> (String, &str) {
    let (name, value) = setting.split_once('=').unwrap_or((setting, ""));
    (name.trim().to_ascii_lowercase().replace('-', "_"), value.trim())
}

/// A parameter with two values is a slip: nobody can say which of them is meant.
fn refuse_twice(entered: &[String]) -> Result<(), Failure> {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    let whole = entered.iter().filter(|setting| setting.contains('='));
    for (name, value) in whole.map(|setting| parts(setting)) {
        match seen.insert(name.clone(), value) {
            Some(first) if first != value => {
                let told = Message::new(key::FAILURE_SETTING_TWICE).with("name", name).with("first", first);
                return Err(Failure::invalid(told.with("second", value), key::HINT_SETTING_TWICE));
            }
            _ => {}
        }
    }
    Ok(())
}

/// The method that was asked for makes no sense on this matrix; what does is told by method.
fn no_diagonal(wanted: &Settings) -> Failure {
    let method = wanted.method();
    let plain = || Message::new(key::FAILURE_NO_DIAGONAL).with("method", method.name());
    match method {
        Method::Intramax => Failure::invalid(plain(), key::HINT_NO_DIAGONAL_INTRAMAX),
        Method::Criteria => {
            let parameters = criteria::Parameters::of(wanted).unwrap_or_default();
            let names = parameters.resting_on_diagonal().collect::<Vec<_>>().join(", ");
            let told = Message::new(key::FAILURE_NO_DIAGONAL_CRITERIA).with("criteria", names);
            Failure::invalid(told, key::HINT_NO_DIAGONAL_CRITERIA)
        }
        _ => Failure::invalid(plain(), key::HINT_NO_DIAGONAL),
    }
}

/// A unit that nobody named a core is one in the place of a method that could not run, if more commuters come than leave
/// and at least one in so many of all commuters comes there.
const CORE_PART: f64 = 1000.0;

/// `threshold` with out-commuters, with a core rule that suits the size of the matrix, and those of the settings that it
/// knows; the others, which have no meaning here, come with it.
fn without_diagonal(entered: &[String], flows: &Flows) -> Result<(Settings, Vec<String>), Failure> {
    let mut dropped = Vec::new();
    let mut chosen = Settings::new(Method::Threshold);
    set(&mut chosen, "denominator", "out_commuters")?;
    set(&mut chosen, "core_min_jobs", &(flows.total() / CORE_PART).ceil().to_string())?;
    for setting in entered {
        let (name, value) = pair(Method::TravelToWork, setting)?;
        if chosen.set(name, value).is_err() {
            // Wrong names and values are still told.
            set(&mut Settings::new(Method::TravelToWork), name, value)?;
            dropped.push(setting.clone());
        }
    }
    Ok((chosen, dropped))
}

fn settings(method: Method, entered: &[String]) -> Result<Settings, Failure> {
    let mut settings = Settings::new(method);
    for setting in entered {
        let (name, value) = pair(method, setting)?;
        set(&mut settings, name, value)?;
    }
    Ok(settings)
}

pub fn set(settings: &mut Settings, name: &str, value: &str) -> Result<(), Failure> {
    let method = settings.method();
    settings.set(name, value).map_err(|error| refused(method, name).for_setting(&error))
}

fn pair(method: Method, setting: &str) -> Result<(&str, &str), Failure> {
    setting.split_once('=').ok_or_else(|| refused(method, setting))
}

fn refused(method: Method, setting: &str) -> Failure {
    let told = Message::new(key::FAILURE_SETTING).with("setting", setting);
    Failure::invalid(told, Message::new(key::HINT_SETTING).with("method", method.name()))
}

#[cfg(test)]
mod tests {
    use miedza_texts::Language;

    use super::*;

    fn entered(settings: &[&str]) -> Vec<String> {
        settings.iter().map(|&setting| setting.to_owned()).collect()
    }

    #[test]
    fn a_parameter_set_twice_is_refused_unless_the_values_are_the_same() {
        let cases: [(&[&str], bool); 3] = [
            (&["min_size=1", "min-size=2"], false),
            (&["min_size=1", "min-size=1"], true),
            (&["min_size=1", "target_size=2"], true),
        ];
        for (settings, fits) in cases {
            assert_eq!(refuse_twice(&entered(settings)).is_ok(), fits, "{settings:?}");
        }
    }

    #[test]
    fn what_was_entered_without_effect_is_told_and_what_the_program_chose_is_not() {
        let asked = entered(&["areas=5", "stop=jump"]);
        let told = |settings: &Settings, asked: &[String]| -> Vec<String> {
            without_effect(settings, asked).iter().map(|note| Language::En.say(note)).collect()
        };
        let intramax = settings(Method::Intramax, &asked).expect("settings");

        assert_eq!(told(&intramax, &asked), ["parameters without any effect, given the others: areas"]);
        assert!(told(&intramax, &entered(&["stop=jump"])).is_empty());
    }

    #[test]
    fn a_matrix_without_a_diagonal_is_refused_with_a_way_out_of_the_method() {
        let said = |method, asked: &[&str]| {
            let failure = no_diagonal(&settings(method, &entered(asked)).expect("settings"));
            failure.lines(Language::En).into_iter().map(|(_, line)| line).collect::<Vec<_>>().join("; ")
        };

        assert!(said(Method::Intramax, &[]).contains("--set diagonal=remove"));
        let criteria = said(Method::Criteria, &["criteria=jobs >= 5; commuters_to_core >= 10; employed_residents > 1"]);
        assert!(criteria.starts_with("the criteria jobs, employed_residents need those who"), "{criteria}");
    }
}
