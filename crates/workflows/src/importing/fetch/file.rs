//! A file that a publisher offers at an address: fetched once, then imported as any other.

use std::path::Path;

use miedza_sources::service::{Answer, Redirects, address};
use miedza_store::Store;
use miedza_texts::Message;

use super::{Fetched, Way, asking, failed, retrieval};
use crate::failure::Failure;
use crate::importing::{Request, import};

/// Most bytes of a file, unless more are allowed.
const MOST_BYTES: u64 = 512 << 20;

/// Longest name of a file.
const LONGEST_NAME: usize = 100;

/// A file at an address, and what it is imported as.
#[derive(Clone, Debug)]
pub struct FileQuestion {
    /// The address.
    pub address: String,
    /// What is imported, with any path: that of the file takes its place.
    pub request: Request,
}

/// Fetches a file and imports it.
///
/// # Errors
/// [`Failure`] if the address is none that may be asked, there is no file, it is a web page, or it cannot be imported.
pub async fn fetch_file(
    store: &Store,
    question: FileQuestion,
    way: &Way,
    tell: &(impl Fn(&Message) + Sync),
) -> Result<Fetched, Failure> {
    let address = address(&question.address).map_err(|error| failed::file(&error))?;
    let host = address.host_str().unwrap_or_default().to_owned();
    let client = way.client(MOST_BYTES, Redirects::WithinHost).await?;
    tell(&asking(&host));
    let answer = client.get(&address).await.map_err(|error| failed::file(&error))?;
    let imported = match named(&answer, way).await {
        Ok(file) => {
            let imported = import(store, &question.request.of(&file, &host)).await;
            // A copy under its own name, which nobody needs any more; what the folder keeps is the answer.
            let _ = tokio::fs::remove_file(&file).await;
            imported
        }
        Err(failure) => Err(failure),
    };
    if imported.is_err() {
        client.forget(&answer.address).await.map_err(|error| failed::file(&error))?;
    }
    let imported = imported?;
    way.finish(client).await?;
    Fetched::noted(store, imported, vec![retrieval(&answer)]).await
}

/// The answer under the name that the publisher gave the file, by which people know it.
async fn named(answer: &Answer, way: &Way) -> Result<std::path::PathBuf, Failure> {
    let folder = way.beside("named");
    let file = folder.join(name_of(&answer.address));
    let copied = async {
        tokio::fs::create_dir_all(&folder).await?;
        tokio::fs::copy(&answer.file, &file).await
    };
    copied.await.map_err(|error| Failure::not_written(&file, &error))?;
    Ok(file)
}

/// The last part of the path of an address, as far as it can be the name of a file.
fn name_of(address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let last = path.rsplit('/').next().unwrap_or_default();
    let is_plain = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '_' | '-');
    let name: String = last.chars().map(|sign| if is_plain(sign) { sign } else { '_' }).take(LONGEST_NAME).collect();
    if name.trim_matches('.').is_empty() { "file".to_owned() } else { name }
}

impl Request {
    /// The same request for a file; who published it is the host, where nobody says it and the file does not tell.
    fn of(mut self, path: &Path, host: &str) -> Self {
        let (file, source) = match &mut self {
            Self::Register(register) => (&mut register.file, Some(&mut register.source)),
            Self::Boundaries(boundaries) => (&mut boundaries.file, Some(&mut boundaries.source)),
            Self::Flows(flows) => (&mut flows.file, Some(&mut flows.publisher)),
            // The kind of a file of observations tells its publisher.
            Self::Observations(observations) => (&mut observations.file, None),
        };
        path.clone_into(file);
        if let Some(source) = source {
            source.get_or_insert_with(|| host.to_owned());
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_the_name_that_its_address_ends_with() {
        let cases = [
            ("https://stat.gov.pl/files/macierz_2021.xlsx", "macierz_2021.xlsx"),
            ("https://stat.gov.pl/files/a%20b.xlsx?x=/y.csv", "a_20b.xlsx"),
            ("https://stat.gov.pl/download/", "file"),
            ("https://stat.gov.pl/..", "file"),
        ];
        for (address, expected) in cases {
            assert_eq!(name_of(address), expected, "{address}");
        }
    }
}
