//! From where somebody comes: the place in the network that attempts are counted by, and the browser in few words.

use std::convert::Infallible;
use std::net::{IpAddr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use miedza_store::Moment;
use miedza_workflows::account::{Visit, secret};

use super::app::App;
use super::cookies;

/// From where a request comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coming {
    network: String,
    browser: String,
    session: Option<String>,
}

impl Coming {
    /// The same for a workflow.
    #[must_use]
    pub fn visit<'a>(&self, app: &'a App) -> Visit<'a> {
        Visit {
            store: app.store(),
            now: Moment::from(app.now()),
            network: self.network.clone(),
            browser: self.browser.clone(),
            session: self.session.clone(),
        }
    }
}

impl FromRequestParts<App> for Coming {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
        let told = if app.portal().is_behind_proxy { forwarded(&parts.headers) } else { None };
        let agent = parts.headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let session = cookies::value(&parts.headers, cookies::SESSION).map(|token| secret::hash_of(&token));
        Ok(Self { network: told.or(peer).map(network).unwrap_or_default(), browser: browser(agent), session })
    }
}

/// The last address of the list: the one that the trusted proxy added itself.
fn forwarded(headers: &HeaderMap) -> Option<IpAddr> {
    let last = headers.get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?;
    last.rsplit(',').next()?.trim().parse().ok()
}

/// One place: an address, or the 64 bits of IPv6 that one connection is given.
fn network(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let parts: Vec<String> = address.segments().iter().take(4).map(|part| format!("{part:x}")).collect();
            format!("{}::/64", parts.join(":"))
        }
    }
}

/// Browser and system by their own names; empty if neither is known.
fn browser(agent: &str) -> String {
    let browsers = [
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("Chrom", "Chrome"),
        ("Safari/", "Safari"),
        ("curl/", "curl"),
    ];
    let systems = [
        ("Android", "Android"),
        ("iPhone", "iOS"),
        ("iPad", "iOS"),
        ("Windows", "Windows"),
        ("Mac OS", "macOS"),
        ("Linux", "Linux"),
    ];
    let named = |list: &[(&str, &'static str)]| list.iter().find(|(sign, _)| agent.contains(sign)).map(|(_, name)| *name);
    let parts: Vec<&str> = [named(&browsers), named(&systems)].into_iter().flatten().collect();
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_connection_of_ipv6_is_one_place() {
        let cases = [
            ("192.0.2.7", "192.0.2.7"),
            ("::ffff:192.0.2.7", "192.0.2.7"),
            ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
            ("2001:db8:1:2::1", "2001:db8:1:2::/64"),
        ];
        for (address, expected) in cases {
            assert_eq!(network(address.parse().expect("an address")), expected, "{address}");
        }
    }

    #[test]
    fn of_a_browser_only_its_name_and_system_are_kept() {
        let cases = [
            ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox, Linux"),
            (
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0",
                "Edge, Windows",
            ),
            ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Safari/604", "Safari, iOS"),
            ("curl/8.5.0", "curl"),
            ("<script>", ""),
        ];
        for (agent, expected) in cases {
            assert_eq!(browser(agent), expected, "{agent}");
        }
    }

    #[test]
    fn only_the_last_address_of_a_proxy_counts() {
        let mut headers = HeaderMap::new();
        headers.insert("x-forwarded-for", "198.51.100.9, 192.0.2.7".parse().expect("a header"));

        assert_eq!(forwarded(&headers), "192.0.2.7".parse().ok());
    }
}
