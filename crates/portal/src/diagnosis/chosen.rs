//! What the address of a page of a diagnosis asks for: which municipalities, which peers, how deep.

use axum::extract::Query;
use axum::http::Uri;
use miedza_texts::{Message, key};
use miedza_workflows::Failure;
use miedza_workflows::diagnosis::PeerRule;
use serde::Deserialize;

use crate::frame::Address;

/// What the address asks for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Chosen {
    /// Codes of municipalities or counties, for an area of one's own.
    pub units: String,
    /// What that area is called.
    pub name: String,
    /// With whom it is compared; empty for the usual.
    pub peers: String,
    /// Weights by which the nearest are sought, `population:2;seniors_share:1`; empty for the usual.
    pub weights: String,
    /// `full` for all indicators.
    pub depth: String,
    /// Which of several diagnoses; empty for the newest that is published.
    pub diagnosis: String,
}

impl Chosen {
    /// Of an address; what cannot be read is left out.
    pub fn of(uri: &Uri) -> Self {
        Query::<Self>::try_from_uri(uri).map(|query| query.0).unwrap_or_default()
    }

    /// Whether all indicators are shown.
    pub fn is_full(&self) -> bool {
        self.depth == "full"
    }

    /// The rule for peers; `None` for the usual.
    ///
    /// # Errors
    /// [`Failure`] for a word that is no rule.
    pub fn rule(&self) -> Result<Option<PeerRule>, Failure> {
        let word = self.peers.trim();
        if word.is_empty() { Ok(None) } else { PeerRule::named(word).map(Some) }
    }

    /// All that was asked for and is not empty, by its name in addresses.
    pub fn pairs(&self) -> Vec<(String, String)> {
        let all = [
            ("units", &self.units),
            ("name", &self.name),
            ("peers", &self.peers),
            ("weights", &self.weights),
            ("depth", &self.depth),
            ("diagnosis", &self.diagnosis),
        ];
        let asked = all.into_iter().filter(|(_, value)| !value.trim().is_empty());
        asked.map(|(name, value)| (name.to_owned(), value.trim().to_owned())).collect()
    }

    /// The same without whom to compare with, for a form that asks for it.
    pub fn pairs_without_peers(&self) -> Vec<(String, String)> {
        self.pairs().into_iter().filter(|(name, _)| name != "peers").collect()
    }

    /// An address with all that was asked for, so that nothing is lost on the way.
    pub fn carried(&self, address: Address) -> Address {
        self.pairs().iter().fold(address, |address, (name, value)| address.ask(name, value))
    }
}

/// Everything that an address asks for under a name; a list of boxes asks several times.
pub fn asked(uri: &Uri, wanted: &str) -> Vec<String> {
    let pairs = Query::<Vec<(String, String)>>::try_from_uri(uri).map(|query| query.0).unwrap_or_default();
    pairs.into_iter().filter(|(name, value)| name == wanted && !value.is_empty()).map(|(_, value)| value).collect()
}

/// The same where only some words have a meaning.
///
/// # Errors
/// [`Failure`] that names the first word without one, and those that have one.
pub fn asked_of(uri: &Uri, wanted: &str, known: &[&str]) -> Result<Vec<String>, Failure> {
    let words = asked(uri, wanted);
    match words.iter().find(|word| !known.contains(&word.as_str())) {
        None => Ok(words),
        Some(word) => Err(Failure::invalid(
            Message::new(key::DIAGNOSIS_NO_WORD)
                .with("word", word.chars().take(40).collect::<String>())
                .with("name", wanted.to_owned()),
            Message::new(key::DIAGNOSIS_NO_WORD_HINT).with("known", known.join(", ")),
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_of_boxes_is_read_whole_and_others_are_left() {
        let uri: Uri = "/pl/diagnosis/types?units=3217&indicator=a&indicator=b&types=&indicator=".parse().expect("an address");

        assert_eq!(asked(&uri, "indicator"), ["a", "b"]);
        assert!(asked(&uri, "types").is_empty());
        assert_eq!(Chosen::of(&uri).units, "3217");
    }

    #[test]
    fn a_word_without_meaning_is_told_and_not_passed_over() {
        let uri: Uri = "/pl/diagnosis/types?indicator=a&indicator=zzz".parse().expect("an address");

        assert_eq!(asked_of(&uri, "indicator", &["a", "zzz"]).ok(), Some(vec!["a".to_owned(), "zzz".to_owned()]));
        assert!(asked_of(&uri, "indicator", &["a", "b"]).is_err());
        assert_eq!(asked_of(&uri, "part", &[]).ok(), Some(vec![]), "nothing was asked for");
    }

    #[test]
    fn what_was_asked_for_is_carried_along_and_what_is_empty_is_not() {
        let chosen = Chosen { units: " 3217 ".to_owned(), peers: "country".to_owned(), ..Chosen::default() };

        let address = chosen.carried(Address::page(miedza_texts::Language::Pl).step("diagnosis")).to_string();

        assert_eq!(address, "/pl/diagnosis?units=3217&peers=country");
    }
}
