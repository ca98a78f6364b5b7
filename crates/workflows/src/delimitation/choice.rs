//! Which method runs, with which settings: the one that was asked for, or what makes sense of the matrix at hand.

use miedza_delimitation::method::{Method, Settings, needs_diagonal};
use miedza_texts::{Message, key};

use super::matrix::Matrix;
use super::methods::parse;
use super::request::Request;
use crate::failure::Failure;

/// The settings of the run, and what is to be told of the choice.
///
/// # Errors
/// [`Failure`] if a method or parameter does not exist, or the method that was asked for needs a diagonal that is not there.
pub fn choose(request: &Request, matrix: &Matrix) -> Result<(Settings, Vec<Message>), Failure> {
    let asked = request.method.as_deref().map(parse).transpose()?;
    let wanted = settings(asked.unwrap_or(Method::TravelToWork), &request.settings);
    if matrix.has_diagonal() || wanted.as_ref().is_ok_and(|wanted| !needs_diagonal(wanted)) {
        return Ok((wanted?, Vec::new()));
    }
    match asked {
        Some(method) => {
            // A parameter that does not exist is told first: it is the nearer mistake.
            wanted?;
            Err(Failure::invalid(Message::new(key::FAILURE_NO_DIAGONAL).with("method", method.name()), key::HINT_NO_DIAGONAL))
        }
        None => Ok((
            without_diagonal(&request.settings)?,
            vec![
                key::NOTE_DIAGONAL_ABSENT.into(),
                Message::new(key::NOTE_METHOD_CHOSEN).with("method", Method::Threshold.name()),
            ],
        )),
    }
}

/// `threshold` with out-commuters, and those of the settings that it knows.
fn without_diagonal(entered: &[String]) -> Result<Settings, Failure> {
    let mut chosen = Settings::new(Method::Threshold);
    chosen.set("denominator", "out_commuters").map_err(|error| Failure::method(Method::Threshold, &error.into()))?;
    for setting in entered {
        let (name, value) = pair(Method::TravelToWork, setting)?;
        // Settings of the method that was not run have no meaning here; wrong names are still told.
        if chosen.set(name, value).is_err() {
            set(&mut Settings::new(Method::TravelToWork), name, value)?;
        }
    }
    Ok(chosen)
}

fn settings(method: Method, entered: &[String]) -> Result<Settings, Failure> {
    let mut settings = Settings::new(method);
    for setting in entered {
        let (name, value) = pair(method, setting)?;
        set(&mut settings, name, value)?;
    }
    Ok(settings)
}

fn set(settings: &mut Settings, name: &str, value: &str) -> Result<(), Failure> {
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
