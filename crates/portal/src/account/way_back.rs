//! Where somebody goes after signing in: an own address, never another host.

use crate::frame::{Address, Asker};

/// Most characters of an address to go back to.
const LONGEST: usize = 2000;

/// The own address that was asked for; `None` if it leads elsewhere or is none.
///
/// A browser takes `//host`, `/\host` and addresses with hidden white space for other hosts, so only plain signs pass.
#[must_use]
pub fn own(to: &str) -> Option<&str> {
    let is_plain = to.len() <= LONGEST && to.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    let mut parts = to.strip_prefix('/')?.split(['/', '?', '#']);
    let language = parts.next().unwrap_or_default();
    let leads_in = miedza_texts::Language::ALL.iter().any(|known| known.code() == language);
    // The pages of the way in would lead round in a circle.
    let is_entrance = matches!(parts.next(), Some("sign-in" | "sign-out" | "invitation" | "reset"));
    (is_plain && leads_in && !is_entrance).then_some(to)
}

/// The address to go to: the one that was asked for, or the own work.
#[must_use]
pub fn after(asker: &Asker, to: &str) -> String {
    own(to).map_or_else(|| Address::work(asker.language).to_string(), ToOwned::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_own_addresses_are_gone_back_to() {
        let own_ones = [
            "/pl",
            "/pl/partnerships/aglomeracja-walbrzyska?on=2015-12-22",
            "/cs/work/partnerships/opole-olomouc/records/documents",
            "/en?x=//evil.example",
            "/pl/units/0265011#map",
            "/pl/partnerships/%2F%2Fevil.example",
        ];
        for to in own_ones {
            assert_eq!(own(to), Some(to));
        }
        let foreign = [
            "",
            "/",
            "//evil.example",
            "///evil.example",
            "////evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "https://evil.example",
            "http:evil.example",
            "HTTPS://evil.example/pl",
            "javascript:alert(1)",
            "data:text/html,x",
            "evil.example",
            "evil.example/pl",
            "pl/partnerships",
            "./pl",
            "../pl",
            "/.//evil.example",
            "/..//evil.example",
            "/%09/evil.example",
            "/\t/evil.example",
            "/\n/evil.example",
            "/\r\nLocation: //evil.example",
            " /pl",
            "/pl ",
            "/ pl",
            "/pl\u{a0}",
            "/pl\\..\\x",
            "/pl/\u{2028}",
            "/plx/evil",
            "/PL",
            "/de/partnerships",
            "/api/v1/units",
            "/assets/x",
            "/pl@evil.example",
            "@evil.example",
            "?to=//evil.example",
            "#//evil.example",
            "/%2F%2Fevil.example",
            "/%5Cevil.example",
            "/pl/sign-in",
            "/pl/sign-in?to=/pl/sign-in",
            "/cs/sign-out",
            "/en/reset",
            "/en/invitation/x",
            "/pl\0",
            "/żółw",
        ];
        for to in foreign {
            assert_eq!(own(to), None, "{to:?}");
        }
        assert_eq!(own(&format!("/pl/{}", "a".repeat(3000))), None);
    }
}
