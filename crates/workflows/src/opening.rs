//! Opening what is kept, in a folder or on a server.

use std::fs;
use std::path::Path;

use miedza_store::Uploads;
use miedza_texts::{Message, key};
use openidconnect::url::Url;

use crate::failure::{Failure, Kind};

pub use miedza_store::{Place, Store};

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
    Ok(Store::open(&place(data, database, uploads)).await?)
}

/// The address that people type, without what the pages add to it: scheme, host and port, and a path without its end.
///
/// # Errors
/// [`Failure`] if it is none.
pub fn public_address(text: &str) -> Result<String, Failure> {
    let refused = || Failure::invalid(Message::new(key::SERVE_NO_ADDRESS).with("address", text), key::SERVE_NO_ADDRESS_HINT);
    let url = Url::parse(text.trim()).map_err(|_| refused())?;
    let is_site = matches!(url.scheme(), "http" | "https") && url.has_host() && url.query().is_none() && url.fragment().is_none();
    let is_plain = is_site && url.username().is_empty() && url.password().is_none();
    if is_plain { Ok(text.trim().trim_end_matches('/').to_owned()) } else { Err(refused()) }
}

/// The place that a data folder is; the database and the uploads may lie elsewhere.
pub fn place(data: &Path, database: Option<&str>, uploads: Option<&str>) -> Place {
    let file = || format!("sqlite://{}", data.join(DATABASE).display());
    Place {
        database: database.map_or_else(file, ToOwned::to_owned),
        uploads: match uploads {
            Some(address) if address.contains("://") => Uploads::ObjectStore { url: address.to_owned() },
            Some(folder) => Uploads::Folder(folder.into()),
            None => Uploads::Folder(data.join(UPLOADS)),
        },
    }
}

/// Names of what lies in a folder beside a store, in order.
///
/// # Errors
/// [`Failure`] if the folder cannot be read.
pub(crate) fn others_in(data: &Path) -> Result<Vec<String>, Failure> {
    let mut names = names_in(data)?;
    names.retain(|name| name != UPLOADS && !name.starts_with(DATABASE));
    Ok(names)
}

/// Names of all that lies in a folder, in order.
///
/// # Errors
/// [`Failure`] if the folder cannot be read.
pub(crate) fn names_in(folder: &Path) -> Result<Vec<String>, Failure> {
    let entries: Result<Vec<_>, _> = fs::read_dir(folder).and_then(Iterator::collect);
    let entries: Vec<fs::DirEntry> = entries.map_err(|error| Failure::not_written(folder, &error))?;
    let mut names: Vec<String> = entries.iter().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort_unstable();
    Ok(names)
}

/// Whether a name in the folder of uploads is that of the program: the first two digits of hashes.
pub(crate) fn is_of_uploads(name: &str) -> bool {
    name.len() == 2 && name.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Opens what is kept in a place, and refuses where nothing was ever kept: a mistyped path must not become an empty backup.
///
/// # Errors
/// [`Failure`] if there is no database, or it cannot be opened.
pub async fn open_kept(place: &Place) -> Result<Store, Failure> {
    if let Some(file) = place.database.strip_prefix("sqlite://")
        && !fs::metadata(file).is_ok_and(|about| about.len() > 0)
    {
        let told = Message::new(key::BACKUP_NOTHING).with("place", file);
        return Err(Failure { kind: Kind::NotFound, ..Failure::invalid(told, key::BACKUP_NOTHING_HINT) });
    }
    Ok(Store::open(place).await?)
}

/// A fault of the machinery around the work, such as threads that cannot be started.
pub fn machinery(error: &dyn std::error::Error) -> Failure {
    Failure { told: key::FAILURE_FAULT.into(), ..Failure::fault(error) }
}
