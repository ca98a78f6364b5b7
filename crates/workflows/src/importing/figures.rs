//! Figures of units: inhabitants, area; from tables of Statistics Poland and of the Czech Statistical Office.

use std::path::PathBuf;

use miedza_sources::{czso, gus};
use miedza_store::Store;
use miedza_territory::{Period, UnitFigures};
use miedza_texts::{Message, key};

use super::{AUTHOR, Imported};
use crate::failure::{Failure, Table};

/// A file with figures.
#[derive(Clone, Debug)]
pub struct FiguresFile {
    /// The file.
    pub file: PathBuf,
    /// The time that the figures speak of, where the file does not say it.
    pub period: Option<Period>,
}

fn read(file: &FiguresFile) -> Result<Vec<UnitFigures>, Failure> {
    let error = match gus::open(&file.file, file.period) {
        Ok(found) => return Ok(found),
        Err(error) => error,
    };
    let day = match file.period {
        Some(Period::Day(day)) => Some(day),
        _ => None,
    };
    match czso::open(&[&file.file], day) {
        Ok(found) => Ok(found.figures),
        Err(_) => Err(Failure::table(Table::Units, &file.file, &error)),
    }
}

/// Imports figures of units.
///
/// # Errors
/// [`Failure`] if the file holds none or the store cannot keep them.
pub async fn figures(store: &Store, file: &FiguresFile) -> Result<Imported, Failure> {
    let sets = read(file)?;
    let mut imported = Imported { told: Vec::new(), units: 0, changed: 0 };
    for set in &sets {
        store.save_figures(set, &AUTHOR).await?;
        let count = set.values.iter().count();
        imported.units = imported.units.max(count);
        imported.changed += count;
        let told = Message::new(key::IMPORT_FIGURES).with("figure", set.figure.word()).with("period", set.period.to_string());
        imported.told.push(told.with("units", count));
    }
    Ok(imported)
}
