//! Which method runs, with which settings: the one that was asked for, or what makes sense of the matrix at hand.

use miedza_delimitation::method::{Method, Settings, needs_diagonal};
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
    let wanted = settings(asked.unwrap_or(Method::TravelToWork), &request.settings);
    if matrix.has_diagonal() || wanted.as_ref().is_ok_and(|wanted| !needs_diagonal(wanted)) {
        return Ok((wanted?, Vec::new()));
    }
    if let Some(method) = asked {
        // A parameter that does not exist is told first: it is the nearer mistake.
        wanted?;
        let told = Message::new(key::FAILURE_NO_DIAGONAL).with("method", method.name());
        return Err(Failure::invalid(told, key::HINT_NO_DIAGONAL));
    }
    let (settings, dropped) = without_diagonal(&request.settings, &matrix.flows)?;
    let least = settings.get("core_min_jobs").unwrap_or_default().to_owned();
    let chosen = Message::new(key::NOTE_METHOD_CHOSEN).with("method", settings.method().name()).with("persons", least);
    let mut notes = vec![key::NOTE_DIAGONAL_ABSENT.into(), chosen];
    notes.extend(listing::note(key::NOTE_SETTINGS_DROPPED, &dropped));
    Ok((settings, notes))
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
    settings.set(name, value).map_err(|error| refused(method, name).because(&error))
}

fn pair(method: Method, setting: &str) -> Result<(&str, &str), Failure> {
    setting.split_once('=').ok_or_else(|| refused(method, setting))
}

fn refused(method: Method, setting: &str) -> Failure {
    let told = Message::new(key::FAILURE_SETTING).with("setting", setting);
    Failure::invalid(told, Message::new(key::HINT_SETTING).with("method", method.name()))
}
