//! What is asked of the register of borders: a layer, the beginnings of codes, page by page.
//!
//! The service does not say how it sorts, so that each page is held against those before it: a feature that comes twice, or
//! fewer of them than the service says there are, ends the retrieval.

use std::collections::BTreeSet;

use reqwest::Url;

use super::{Error, Page, parse};
use crate::service::{self, Answer, Client};

/// Where the service is.
pub const SERVICE: &str = "https://mapy.geoportal.gov.pl/wss/service/PZGIK/PRG/WFS/AdministrativeBoundaries";

/// Who is named as the publisher.
pub const PUBLISHER: &str = "GUGiK, Państwowy Rejestr Granic";

/// The line that maps made of these boundaries have to print.
pub const LICENCE: &str = "Główny Urząd Geodezji i Kartografii, Państwowy Rejestr Granic; dane publiczne, dostęp bezpłatny";

/// Most bytes of a page.
pub const MOST_BYTES: u64 = 256 << 20;

/// Features of a page.
const PAGE: u64 = 100;

/// Most pages of one question; there are some 2 500 municipalities.
const MOST_PAGES: usize = 1000;

/// A layer of units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// Voivodeships.
    Voivodeships,
    /// Counties.
    Counties,
    /// Municipalities.
    Municipalities,
}

impl Layer {
    /// Its name at the service.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Voivodeships => "A01_Granice_wojewodztw",
            Self::Counties => "A02_Granice_powiatow",
            Self::Municipalities => "A03_Granice_gmin",
        }
    }

    /// How many digits its codes have.
    const fn digits(self) -> usize {
        match self {
            Self::Voivodeships => 2,
            Self::Counties => 4,
            Self::Municipalities => 7,
        }
    }
}

/// A question: the units of a layer whose codes begin so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The layer.
    pub layer: Layer,
    /// The beginnings of codes, `3217` or `30`; none for all units.
    pub beginnings: Vec<String>,
}

impl Question {
    /// The address of a page that begins with a feature, counted from 0.
    ///
    /// # Errors
    /// [`Error::NotACode`] if a beginning is none; [`Error::Service`] if the service is no address.
    pub fn address(&self, service: &str, first: u64) -> Result<Url, Error> {
        let (layer, digits) = (self.layer.name(), self.layer.digits());
        let is_code = |code: &str| (1..=digits).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_digit());
        if let Some(code) = self.beginnings.iter().find(|code| !is_code(code)) {
            return Err(Error::NotACode { code: code.as_str().into(), layer, digits });
        }
        let mut address = service::address(service)?;
        let mut pairs = address.query_pairs_mut();
        pairs.append_pair("SERVICE", "WFS").append_pair("VERSION", "2.0.0").append_pair("REQUEST", "GetFeature");
        pairs.append_pair("TYPENAMES", &format!("ms:{layer}"));
        if !self.beginnings.is_empty() {
            pairs.append_pair("FILTER", &self.filter());
        }
        pairs.append_pair("COUNT", &PAGE.to_string()).append_pair("STARTINDEX", &first.to_string());
        drop(pairs);
        Ok(address)
    }

    /// The filter, in the language of the service.
    fn filter(&self) -> String {
        let one = |beginning: &String| {
            format!(
                "<fes:PropertyIsLike wildCard=\"*\" singleChar=\".\" escapeChar=\"!\"><fes:ValueReference>JPT_KOD_JE\
                 </fes:ValueReference><fes:Literal>{beginning}*</fes:Literal></fes:PropertyIsLike>"
            )
        };
        let all = self.beginnings.iter().map(one).collect::<String>();
        let all = if self.beginnings.len() > 1 { format!("<fes:Or>{all}</fes:Or>") } else { all };
        format!("<fes:Filter xmlns:fes=\"http://www.opengis.net/fes/2.0\">{all}</fes:Filter>")
    }
}

/// Asks a question at the service, all pages one after the other; `tell` is told how many features came and how many fit.
///
/// # Errors
/// [`Error::Report`] with what the service says, [`Error::NotAPage`], [`Error::Repeated`] and [`Error::Incomplete`] if it does
/// not keep to its pages, [`Error::Nothing`] if no unit fits, [`Error::Service`] if there is no answer.
pub async fn fetch(
    client: &Client,
    (service, question): (&str, &Question),
    tell: &(impl Fn(u64, Option<u64>) + Sync),
) -> Result<Vec<Answer>, Error> {
    let (mut pages, mut seen, mut found) = (Vec::new(), BTreeSet::new(), 0);
    loop {
        let (answer, page) = one(client, &question.address(service, found)?).await?;
        let members = u64::try_from(page.members.len()).unwrap_or(u64::MAX);
        if let Some(feature) = page.ids.iter().find(|id| !seen.insert((*id).clone())) {
            client.forget(&answer.address).await?;
            return Err(Error::Repeated { page: pages.len() + 1, feature: feature.as_str().into() });
        }
        found += members;
        tell(found, page.matched);
        if members > 0 {
            pages.push(answer);
        }
        let is_all = page.matched.is_some_and(|matched| found >= matched);
        if !is_all && members > 0 && pages.len() < MOST_PAGES {
            continue;
        }
        return match page.matched {
            Some(matched) if found < matched => Err(Error::Incomplete { matched, found }),
            _ if found == 0 => Err(Error::Nothing),
            _ => Ok(pages),
        };
    }
}

/// One page; what is none is not kept.
async fn one(client: &Client, address: &Url) -> Result<(Answer, Page), Error> {
    let answer = client.get(address).await.map_err(refusal)?;
    match parse(&answer.read().await?) {
        Ok(page) => Ok((answer, page)),
        Err(error) => {
            client.forget(&answer.address).await?;
            Err(error)
        }
    }
}

/// A refusal in the words of the service, where it has some.
fn refusal(error: service::Error) -> Error {
    let service::Error::Refused { body, .. } = &error else { return error.into() };
    match parse(body) {
        Err(report @ Error::Report { .. }) => report,
        _ => error.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_has_one_address_and_several_beginnings_are_put_together() {
        let question = |beginnings: &[&str]| Question {
            layer: Layer::Municipalities,
            beginnings: beginnings.iter().map(|code| (*code).to_owned()).collect(),
        };

        let all = question(&[]).address(SERVICE, 100).expect("an address");
        let some = question(&["3217", "30"]).address(SERVICE, 0).expect("an address");

        assert_eq!(
            all.query().unwrap_or_default(),
            "SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature&TYPENAMES=ms%3AA03_Granice_gmin&COUNT=100&STARTINDEX=100"
        );
        let filter = some.query_pairs().find(|(name, _)| name == "FILTER").map(|(_, value)| value.into_owned());
        let filter = filter.expect("a filter");
        assert!(filter.contains("<fes:Or>") && filter.contains("<fes:Literal>3217*</fes:Literal>"), "{filter}");
        for wrong in ["", "x", "32170111", "3217*", "<a>"] {
            assert!(matches!(question(&[wrong]).address(SERVICE, 0), Err(Error::NotACode { .. })), "{wrong}");
        }
    }
}
