//! How a provider is reached, as the operator says it.

use std::collections::BTreeMap;
use std::fmt;

use miedza_texts::{Language, Message, key};
use openidconnect::IssuerUrl;

use crate::failure::Failure;

/// What the button of the provider says, by language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels(BTreeMap<&'static str, String>);

impl Labels {
    /// Labels written `pl=Konto urzędu`, or without a language for all three.
    ///
    /// # Errors
    /// [`Failure`] if a language is none of ours.
    pub fn parse(written: &[String]) -> Result<Self, Failure> {
        let mut labels = BTreeMap::new();
        for one in written {
            match one.split_once('=') {
                None => Language::ALL.into_iter().for_each(|language| {
                    labels.entry(language.code()).or_insert_with(|| one.trim().to_owned());
                }),
                Some((code, label)) => {
                    let unknown = |_| {
                        let told = Message::new(key::PROVIDER_NO_LANGUAGE).with("code", code);
                        Failure::invalid(told, key::PROVIDER_NO_LANGUAGE_HINT)
                    };
                    let language: Language = code.trim().parse().map_err(unknown)?;
                    labels.insert(language.code(), label.trim().to_owned());
                }
            }
        }
        labels.retain(|_, label| !label.is_empty());
        Ok(Self(labels))
    }

    /// The label in a language.
    #[must_use]
    pub fn get(&self, language: Language) -> Option<&str> {
        self.0.get(language.code()).map(String::as_str)
    }
}

/// How a provider is reached.
#[derive(Clone)]
pub struct Settings {
    /// Its address, as it names itself: `https://login.example/realms/office`.
    pub issuer: String,
    /// The name of this portal there.
    pub client: String,
    /// The password of this portal there; without one only PKCE proves who asks.
    pub secret: Option<String>,
    /// What the button says.
    pub labels: Labels,
    /// Address of the portal.
    pub public_address: String,
}

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let secret = self.secret.as_ref().map(|_| "…");
        let mut text = f.debug_struct("Settings");
        text.field("issuer", &self.issuer).field("client", &self.client).field("secret", &secret).finish_non_exhaustive()
    }
}

impl Settings {
    /// The address of the provider: `https`, or this machine.
    pub(super) fn issuer(&self) -> Result<IssuerUrl, Failure> {
        let told = || Message::new(key::PROVIDER_NO_ISSUER).with("issuer", self.issuer.clone());
        let issuer = IssuerUrl::new(self.issuer.clone())
            .map_err(|error| Failure::invalid(told(), key::PROVIDER_NO_ISSUER_HINT).because(&error))?;
        let url = issuer.url();
        if (url.scheme() == "https" || super::client::is_this_machine(url)) && url.host_str().is_some() {
            Ok(issuer)
        } else {
            Err(Failure::invalid(told(), key::PROVIDER_NO_ISSUER_HINT))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(issuer: &str) -> Settings {
        let text = |text: &str| text.to_owned();
        let (client, secret) = (text("miedza"), Some(text("tajne")));
        Settings { issuer: text(issuer), client, secret, labels: Labels::default(), public_address: text("https://a.example") }
    }

    #[test]
    fn a_provider_is_asked_without_encryption_on_this_machine_only() {
        let fine = ["https://login.example", "https://login.example/realms/office", "http://127.0.0.1:4000", "http://[::1]:4000"];
        for issuer in fine {
            assert!(settings(issuer).issuer().is_ok(), "{issuer}");
        }
        for issuer in ["http://login.example", "login.example", "", "ftp://login.example", "http://127.0.0.1.evil.example"] {
            assert!(settings(issuer).issuer().is_err(), "{issuer}");
        }
        assert!(!format!("{:?}", settings("https://login.example")).contains("tajne"));
    }

    #[test]
    fn a_label_is_said_for_one_language_or_for_all() {
        let labels = |written: &[&str]| Labels::parse(&written.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>());

        let two = labels(&["Office account", "pl=Konto urzędu"]).expect("labels");
        assert_eq!((two.get(Language::Pl), two.get(Language::Cs)), (Some("Konto urzędu"), Some("Office account")));
        assert_eq!(labels(&["pl="]).expect("nothing").get(Language::Pl), None);
        assert!(labels(&["de=Amtskonto"]).is_err());
    }
}
