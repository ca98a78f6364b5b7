//! What is asked of RÚIAN: a layer of its service of maps, page by page, and how the pages become one file.
//!
//! # Source
//! ČÚZK, `ags.cuzk.cz/arcgis/rest/services/RUIAN/MapServer`; Esri, ArcGIS REST API, "Query (Map Service/Layer)".

use std::collections::BTreeSet;
use std::path::Path;

use reqwest::Url;

use super::Error;
use crate::boundary::collection::{Beside, Collection, each_feature};
use crate::service::{self, Answer, Client};

/// Where the service is.
pub const SERVICE: &str = "https://ags.cuzk.cz/arcgis/rest/services/RUIAN/MapServer";

/// Who is named as the publisher.
pub const PUBLISHER: &str = "ČÚZK, RÚIAN";

/// The line that maps made of these boundaries have to print.
pub const LICENCE: &str = "© ČÚZK, RÚIAN, CC BY 4.0";

/// Most bytes of a page.
pub const MOST_BYTES: u64 = 256 << 20;

/// Features of a page; the service gives at most a thousand.
const PAGE: usize = 500;

/// Most pages of a layer; there are some 6 300 municipalities.
const MOST_PAGES: usize = 1000;

/// A layer of units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// Regions (kraje).
    Regions,
    /// Districts (okresy).
    Districts,
    /// Municipalities.
    Municipalities,
}

impl Layer {
    const fn number(self) -> u8 {
        match self {
            Self::Municipalities => 12,
            Self::Districts => 15,
            Self::Regions => 17,
        }
    }

    /// The attributes that are asked for: of regions and districts all, among which is the code of CZ-NUTS that registers
    /// have (`nutslau`); their `kod` is one of RÚIAN alone.
    const fn fields(self) -> &'static str {
        match self {
            Self::Municipalities => "kod,nazev",
            Self::Districts | Self::Regions => "*",
        }
    }

    /// The attribute that holds the code under which the registers have the unit.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Municipalities => "kod",
            Self::Districts | Self::Regions => "nutslau",
        }
    }

    /// The address of a page that begins with a feature, counted from 0.
    ///
    /// # Errors
    /// [`service::Error::NotAnAddress`] if the service is none.
    pub fn address(self, service: &str, first: usize) -> Result<Url, service::Error> {
        let service = service.trim_end_matches('/');
        let mut address = service::address(&format!("{service}/{}/query", self.number()))?;
        let mut pairs = address.query_pairs_mut();
        pairs.append_pair("where", "1=1").append_pair("outFields", self.fields()).append_pair("outSR", "4326");
        // A tenth of a metre, which makes the answer half as long.
        pairs.append_pair("geometryPrecision", "6").append_pair("orderByFields", "kod").append_pair("f", "geojson");
        pairs.append_pair("resultOffset", &first.to_string()).append_pair("resultRecordCount", &PAGE.to_string());
        drop(pairs);
        Ok(address)
    }
}

/// Asks for a layer at the service, all pages one after the other; `tell` is told how many features came.
///
/// # Errors
/// [`Error::Report`] with what the service says, [`Error::NotAPage`] and [`Error::Repeated`] if it does not keep to its pages,
/// [`Error::Nothing`] if the layer is empty, [`Error::Service`] if there is no answer. Such an answer is not kept.
pub async fn fetch(
    client: &Client,
    (service, layer): (&str, Layer),
    tell: &(impl Fn(usize) + Sync),
) -> Result<Vec<Answer>, Error> {
    let (mut pages, mut seen, mut found) = (Vec::new(), BTreeSet::new(), 0);
    loop {
        let answer = client.get(&layer.address(service, found)?).await?;
        let page = match page(&answer.file) {
            Ok(_) if !seen.insert(answer.sha256.clone()) => Err(Error::Repeated { page: pages.len() + 1 }),
            other => other,
        };
        let page = match page {
            Ok(page) => page,
            Err(error) => {
                client.forget(&answer.address).await?;
                return Err(error);
            }
        };
        found += page.features;
        tell(found);
        if page.features > 0 {
            pages.push(answer);
        }
        if !page.has_more {
            return if found == 0 { Err(Error::Nothing) } else { Ok(pages) };
        }
        if page.features == 0 || pages.len() >= MOST_PAGES {
            return Err(Error::Repeated { page: pages.len() + 1 });
        }
    }
}

/// What a page holds, without keeping its features.
fn page(file: &Path) -> Result<Beside, Error> {
    let beside = each_feature(file, |_| Ok(())).map_err(Error::NotAPage)?;
    match beside.error {
        Some(said) => Err(Error::Report { said: said.to_string().chars().take(300).collect::<String>().into() }),
        None => Ok(beside),
    }
}

/// Writes the features of all pages into one file; how many there are.
///
/// # Errors
/// [`Error::NotAPage`] if a page is damaged, [`Error::NotWritten`] if the file cannot be written.
pub fn join<'a>(pages: impl IntoIterator<Item = &'a Path>, to: &Path) -> Result<usize, Error> {
    let not_written = |source| Error::NotWritten { path: to.to_owned(), source };
    let mut all = Collection::create(to).map_err(not_written)?;
    for page in pages {
        let mut failed = None;
        let read = each_feature(page, |feature| all.push(&feature).inspect_err(|error| failed = Some(error.kind())));
        if let Some(kind) = failed {
            return Err(not_written(kind.into()));
        }
        read.map_err(Error::NotAPage)?;
    }
    all.finish().map_err(not_written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_of_a_layer_has_one_address() {
        let municipalities = Layer::Municipalities.address(SERVICE, 1000).expect("an address");
        let districts = Layer::Districts.address("http://127.0.0.1:1/x/", 0).expect("an address");

        assert_eq!(
            municipalities.as_str(),
            "https://ags.cuzk.cz/arcgis/rest/services/RUIAN/MapServer/12/query?where=1%3D1&outFields=kod%2Cnazev&outSR=4326\
             &geometryPrecision=6&orderByFields=kod&f=geojson&resultOffset=1000&resultRecordCount=500"
        );
        assert!(districts.as_str().starts_with("http://127.0.0.1:1/x/15/query?"), "{districts}");
    }
}
