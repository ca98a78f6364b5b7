//! Which addresses may be asked: `https`, and `http` on this machine alone.

use reqwest::Url;

use super::Error;

/// Reads an address of a service or of a file.
///
/// ```
/// use miedza_sources::service::address;
///
/// assert!(address("https://ec.europa.eu/eurostat").is_ok());
/// assert!(address("http://127.0.0.1:8080/").is_ok());
/// assert!(address("http://ec.europa.eu/eurostat").is_err());
/// ```
///
/// # Errors
/// [`Error::NotAnAddress`] if it is none, names a user or a password, or would travel over a network in the open.
pub fn address(text: &str) -> Result<Url, Error> {
    let refused = || Error::NotAnAddress { address: text.chars().take(256).collect() };
    let address = Url::parse(text.trim()).map_err(|_| refused())?;
    let is_open = address.username().is_empty() && address.password().is_none();
    let is_safe = address.scheme() == "https" || address.scheme() == "http" && is_this_machine(&address);
    if is_open && is_safe && address.host_str().is_some() { Ok(address) } else { Err(refused()) }
}

fn is_this_machine(address: &Url) -> bool {
    let host = address.host_str().unwrap_or_default().trim_matches(['[', ']']);
    host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|host| host.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_sealed_addresses_and_those_of_this_machine_are_taken() {
        let cases = [
            ("https://stat.gov.pl/a.xlsx", true),
            ("https://stat.gov.pl:8443/a.xlsx?x=1", true),
            ("http://localhost:80/a", true),
            ("http://127.0.0.1:1/a", true),
            ("http://[::1]:1/a", true),
            ("http://stat.gov.pl/a.xlsx", false),
            ("http://127.0.0.1.example.org/a", false),
            ("https://name:secret@stat.gov.pl/", false),
            ("ftp://stat.gov.pl/a", false),
            ("file:///etc/passwd", false),
            ("stat.gov.pl/a", false),
            ("", false),
        ];
        for (text, expected) in cases {
            assert_eq!(address(text).is_ok(), expected, "{text}");
        }
    }
}
