//! What is asked of the service: a path and its parameters, in one order, so that the same question has one address.

use reqwest::Url;

use crate::bdl::{Error, Level, UnitId};
use crate::service;

/// Records of one page, the most that the service gives.
const PAGE_SIZE: &str = "100";

/// A question to the service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    path: Vec<String>,
    parameters: Vec<(&'static str, String)>,
}

impl Request {
    fn new(path: &[&str]) -> Self {
        let parameters = vec![("format", "json".into()), ("lang", "pl".into())];
        Self { path: path.iter().map(|part| (*part).to_string()).collect(), parameters }
    }

    fn list(path: &[&str]) -> Self {
        Self::new(path).with("page-size", PAGE_SIZE)
    }

    /// Values of one variable for many units.
    #[must_use]
    pub fn by_variable(variable: u32) -> Self {
        Self::list(&["data", "by-variable", &variable.to_string()])
    }

    /// Values of one unit for many variables.
    #[must_use]
    pub fn by_unit(unit: &UnitId, variables: &[u32]) -> Self {
        let list = Self::list(&["data", "by-unit", unit.as_str()]);
        variables.iter().fold(list, |request, variable| request.with("var-id", variable.to_string()))
    }

    /// What the service says of one variable.
    #[must_use]
    pub fn variable(variable: u32) -> Self {
        Self::new(&["variables", &variable.to_string()])
    }

    /// The variables of a subject such as `P2137`.
    #[must_use]
    pub fn variables(subject: &str) -> Self {
        Self::list(&["variables"]).with("subject-id", subject)
    }

    /// The units of a level.
    #[must_use]
    pub fn units(level: Level) -> Self {
        Self::list(&["units"]).with("level", level.number().to_string())
    }

    /// The dictionary of flags.
    #[must_use]
    pub fn attributes() -> Self {
        Self::list(&["attributes"])
    }

    /// Only values of these years.
    #[must_use]
    pub fn in_years(self, years: &[u16]) -> Self {
        years.iter().fold(self, |request, year| request.with("year", year.to_string()))
    }

    /// Only units of this level.
    #[must_use]
    pub fn at_level(self, level: Level) -> Self {
        self.with("unit-level", level.number().to_string())
    }

    /// Only units below this one.
    #[must_use]
    pub fn within(self, unit: &UnitId) -> Self {
        self.with("unit-parent-id", unit.as_str())
    }

    fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.parameters.push((name, value.into()));
        self
    }

    /// The address at a service.
    ///
    /// # Errors
    /// [`Error::Service`] if paths cannot be put behind the address of the service.
    pub(super) fn address(&self, at: &Url) -> Result<Url, Error> {
        let mut address = at.clone();
        let refused = || Error::Service(service::Error::NotAnAddress { address: at.to_string() });
        address.path_segments_mut().map_err(|()| refused())?.pop_if_empty().extend(&self.path);
        address.query_pairs_mut().extend_pairs(&self.parameters);
        Ok(address)
    }
}

/// The address of the next page, if it lies at the same service: same host and port, below the same path. The scheme is that
/// of the service, whatever the link says.
pub(super) fn next(service: &Url, link: &str) -> Result<Url, Error> {
    let shown: String = link.chars().take(256).collect();
    let foreign = || Error::ForeignLink { link: shown.clone(), service: service.to_string() };
    let found = service.join(link).map_err(|_| foreign())?;
    let is_same_port = found.port() == service.port();
    let below = service.path().trim_end_matches('/');
    let is_below = found.path().strip_prefix(below).is_some_and(|rest| rest.starts_with('/'));
    if found.host_str() != service.host_str() || !is_same_port || !is_below {
        return Err(foreign());
    }
    let mut address = service.clone();
    address.set_path(found.path());
    address.set_query(found.query());
    Ok(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn service() -> Url {
        Url::parse("https://bdl.stat.gov.pl/api/v1").expect("an address of the test")
    }

    #[test]
    fn a_question_has_one_address() {
        let unit = UnitId::parse("030210199000").expect("a unit of the test");

        let request = Request::by_variable(72305).in_years(&[2023, 2024]).at_level(Level::Municipality).within(&unit);

        assert_eq!(
            request.address(&service()).expect("an address").as_str(),
            "https://bdl.stat.gov.pl/api/v1/data/by-variable/72305?format=json&lang=pl&page-size=100&year=2023&year=2024\
             &unit-level=6&unit-parent-id=030210199000"
        );
    }

    #[test]
    fn a_link_is_followed_only_at_the_same_service() {
        let good = [
            "https://bdl.stat.gov.pl/api/v1/data/by-variable/7?page=1",
            "http://bdl.stat.gov.pl/api/v1/data/by-variable/7?page=1",
            "/api/v1/data/by-variable/7?page=1",
        ];
        for link in good {
            let next = next(&service(), link).expect(link);

            assert_eq!(next.as_str(), "https://bdl.stat.gov.pl/api/v1/data/by-variable/7?page=1");
        }
        let bad = [
            "https://example.org/api/v1/data",
            "https://bdl.stat.gov.pl.example.org/api/v1/data",
            "https://bdl.stat.gov.pl:8443/api/v1/data",
            "https://bdl.stat.gov.pl/api/v2/data",
            "https://bdl.stat.gov.pl/api/v1/../../admin",
            "https://bdl.stat.gov.pl/api/v11/data",
            "file:///etc/passwd",
            "//example.org/api/v1/data",
            "https://[",
        ];
        for link in bad {
            assert!(matches!(next(&service(), link), Err(Error::ForeignLink { .. })), "{link}");
        }
    }
}
