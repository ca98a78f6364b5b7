//! A register of units of one day: the Polish TERC, lists of Czech municipalities, attributes of Czech boundaries.

use std::path::PathBuf;

use miedza_sources::{czso, ruian, teryt};
use miedza_store::Store;
use miedza_territory::{Country, Day, RegisterEdition, UnitFigures};
use miedza_texts::{Message, key};

use super::{AUTHOR, Imported};
use crate::failure::{Failure, Table};

/// A file with a register.
#[derive(Clone, Debug)]
pub struct RegisterFile {
    /// The file.
    pub file: PathBuf,
    /// The country; `None` to find it out.
    pub country: Option<Country>,
    /// The day whose state it shows, where the file does not say it.
    pub day: Option<Day>,
    /// Who published it; the name of the file where it is not said.
    pub source: Option<String>,
}

impl RegisterFile {
    /// The register in the file, and figures that stand in it.
    fn read(&self) -> Result<(RegisterEdition, Vec<UnitFigures>), Failure> {
        let failed = |error: &miedza_sources::Error| Failure::table(Table::Register, &self.file, error);
        let polish = || teryt::Register::open(&self.file).map(|register| (register.edition().clone(), Vec::new()));
        match self.country {
            Some(Country::Poland) => polish().map_err(|error| failed(&error)),
            Some(Country::Czechia) => self.czech(),
            None => match polish() {
                Ok(read) => Ok(read),
                Err(error) => self.czech().map_err(|_| failed(&error)),
            },
        }
    }

    fn czech(&self) -> Result<(RegisterEdition, Vec<UnitFigures>), Failure> {
        let table = czso::open(&[&self.file], self.day);
        let error = match table {
            Ok(found) => return Ok((found.edition, found.figures)),
            Err(error) => error,
        };
        if let Some(day) = self.day
            && let Ok(found) = ruian::open(&self.file, day)
        {
            return Ok((found.edition, found.figures));
        }
        Err(Failure::table(Table::Register, &self.file, &error))
    }
}

/// Imports a register.
///
/// # Errors
/// [`Failure`] if the file is no register or the store cannot keep it.
pub async fn register(store: &Store, file: &RegisterFile) -> Result<Imported, Failure> {
    let (edition, figures) = file.read()?;
    let usual = || file.file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let source = file.source.clone().unwrap_or_else(usual);
    let saved = store.save_edition(&edition, &source, &AUTHOR).await?;
    for set in &figures {
        store.save_figures(set, &AUTHOR).await?;
    }
    let told = Message::new(key::IMPORT_REGISTER)
        .with("units", edition.len())
        .with("day", edition.date.to_string())
        .with("changed", saved.changed);
    Ok(Imported { told: vec![told], units: edition.len(), changed: saved.changed })
}
