//! Labels of the Local Data Bank that people confirmed here: a file beside the data, of the form of the list in the program.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use miedza_sources::bdl::Error;
use miedza_sources::bdl::fetch::{Client, Request};
use miedza_sources::bdl::label::{Expected, Labels};
use miedza_sources::bdl::parse::{self, Variable};
use miedza_territory::Day;
use miedza_texts::key;

use super::fetch::BankQuestion;
use super::fetch::bank::{failed, unconfirmed};
use crate::failure::{Failure, Kind};

/// The list of the program with the labels that were confirmed here, those of this question among them.
///
/// # Errors
/// [`Failure`] with both names of each variable whose label is not confirmed; if the service does not answer; if the file of
/// labels cannot be read or written.
pub(super) async fn confirmed(client: &Client, question: &BankQuestion, today: Day) -> Result<Labels, Failure> {
    let mut labels = Labels::built_in().map_err(|error| failed(&error))?;
    let mut own = read(&question.labels)?;
    labels.extend(own.clone());
    let (mut differing, mut is_changed) = (Vec::new(), false);
    for &variable in &question.variables {
        let told = told(client, variable).await?;
        let Err(error) = labels.check(&told) else { continue };
        if question.confirms_labels && !told.label().is_empty() {
            own.expect(variable, taken_over(&told, labels.get(variable), today));
            is_changed = true;
        } else {
            differing.push(error);
        }
    }
    if !differing.is_empty() {
        return Err(unconfirmed(&differing));
    }
    if is_changed {
        write(&question.labels, &own)?;
        // As it will be read from now on.
        labels.extend(read(&question.labels)?);
    }
    Ok(labels)
}

/// What the service says of a variable.
async fn told(client: &Client, variable: u32) -> Result<Variable, Failure> {
    let answer = client.one(&Request::variable(variable)).await.map_err(|error| failed(&error))?;
    let told = parse::variable(&answer.bytes).map_err(|error| failed(&error))?;
    if told.id == variable {
        return Ok(told);
    }
    Err(failed(&Error::OtherVariable { asked: variable, found: told.id }))
}

/// What is expected from now on: the label of the service; unit of measure and level as the list has them.
fn taken_over(told: &Variable, listed: Option<&Expected>, today: Day) -> Expected {
    let measure = listed.map(|listed| listed.measure.clone()).or_else(|| told.measure_unit_name.clone());
    let level = listed.map(|listed| listed.level).or(told.level).unwrap_or(6).min(7);
    Expected { label: told.label(), measure: measure.unwrap_or_default(), level, checked: Some(today) }
}

fn read(file: &Path) -> Result<Labels, Failure> {
    let text = match fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
        Err(error) => return Err(Failure::not_read(file, &error)),
    };
    Labels::parse(&text).map_err(|error| Failure::invalid(key::FETCH_LABELS_FILE, key::FETCH_LABELS_FILE_HINT).because(&error))
}

/// Writes the file; it is there as a whole or as it was.
fn write(file: &Path, labels: &Labels) -> Result<(), Failure> {
    let half = file.with_extension("half");
    let written = || {
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&half, labels.written())?;
        fs::rename(&half, file)
    };
    let not_written = |error: std::io::Error| {
        let told = Failure::invalid(key::FETCH_LABELS_NOT_WRITTEN, key::FETCH_FOLDER_HINT).because(&error);
        Failure { kind: Kind::Unavailable, ..told }
    };
    written().map_err(not_written)
}
