//! Opening what is kept, in a folder or on a server.

use std::fs;
use std::path::Path;

use miedza_store::{Place, Uploads};
use miedza_texts::key;

use crate::failure::Failure;

pub use miedza_store::Store;

/// File of the embedded database in the data folder.
pub(crate) const DATABASE: &str = "miedza.sqlite";
/// Folder of uploads in the data folder.
pub(crate) const UPLOADS: &str = "uploads";

/// Opens the store in a data folder; the database and the uploads may lie elsewhere.
///
/// # Errors
/// [`Failure`] if the folder cannot be written or the database not be opened.
pub async fn open(data: &Path, database: Option<&str>, uploads: Option<&str>) -> Result<Store, Failure> {
    fs::create_dir_all(data).map_err(|error| Failure::not_written(data, &error))?;
    let file = || format!("sqlite://{}", data.join(DATABASE).display());
    let place = Place {
        database: database.map_or_else(file, ToOwned::to_owned),
        uploads: match uploads {
            Some(address) if address.contains("://") => Uploads::ObjectStore { url: address.to_owned() },
            Some(folder) => Uploads::Folder(folder.into()),
            None => Uploads::Folder(data.join(UPLOADS)),
        },
    };
    Ok(Store::open(&place).await?)
}

/// A fault of the machinery around the work, such as threads that cannot be started.
pub fn machinery(error: &dyn std::error::Error) -> Failure {
    Failure { told: key::FAILURE_FAULT.into(), ..Failure::fault(error) }
}
