//! What the office says about its portal: who runs it, how accessible it is, what becomes of personal data, under which
//! licence data go out.
//!
//! Each [`Topic`] has fields like a kind of record, so that a form can be drawn from them and their values be checked; but
//! there is one of each, not many, and it is no fact about a partnership. Which personal data the program keeps at all is
//! not said by the office but by [`personal_data`].

mod accessibility;
mod fields;
pub mod personal_data;

use serde::{Deserialize, Serialize};
use serde_json::Value;

pub use accessibility::{Accessibility, Assessor, Conformance, Law};

use crate::account::normal_email;
use crate::record::{Fault, FaultKind, Field, Values, check_fields};
use crate::values::Translated;

/// Fields that hold an address of mail: letters go there.
const EMAILS: [&str; 2] = ["email", "officer_email"];

/// What something is said about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// Who runs the portal.
    Office,
    /// The accessibility declaration.
    Accessibility,
    /// Personal data.
    Privacy,
    /// Data for others to use.
    Data,
}

impl Topic {
    /// All, in the order of the page.
    pub const ALL: [Self; 4] = [Self::Office, Self::Accessibility, Self::Privacy, Self::Data];

    /// Its key among the settings, and its part of the address.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Office => "office",
            Self::Accessibility => "accessibility",
            Self::Privacy => "privacy",
            Self::Data => "data",
        }
    }

    /// The topic of a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.name() == name)
    }

    /// Its fields, in the order of the form.
    #[must_use]
    pub const fn fields(self) -> &'static [Field] {
        match self {
            Self::Office => fields::OFFICE,
            Self::Accessibility => fields::ACCESSIBILITY,
            Self::Privacy => fields::PRIVACY,
            Self::Data => fields::DATA,
        }
    }

    /// What is wrong with values, in the order of the fields.
    #[must_use]
    pub fn check(self, values: &Values) -> Vec<Fault> {
        let mut faults = check_fields(self.fields(), values);
        let is_wrong = |name: &&str| values.get(*name).and_then(Value::as_str).is_some_and(|text| normal_email(text).is_none());
        let wrong = EMAILS.into_iter().filter(is_wrong);
        faults.extend(wrong.map(|name| Fault { field: name.to_owned(), kind: FaultKind::NoEmail }));
        faults
    }
}

/// Who runs the portal.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Office {
    /// Name of the body.
    pub name: Option<Translated>,
    /// Where it sits.
    pub address: Option<String>,
    /// Who answers, as a role.
    pub contact: Option<Translated>,
    /// Address for mail.
    pub email: Option<String>,
    /// Number of the office.
    pub phone: Option<String>,
}

/// What the office says about personal data.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Privacy {
    /// Address of the data protection officer for mail.
    pub officer_email: Option<String>,
    /// Number of the data protection officer.
    pub officer_phone: Option<String>,
    /// The authority that hears complaints.
    pub authority: Option<Authority>,
    /// What else people should know.
    pub more: Option<Translated>,
}

/// The authority that hears complaints about personal data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Authority {
    /// The Polish one, Prezes Urzędu Ochrony Danych Osobowych.
    Uodo,
    /// The Czech one, Úřad pro ochranu osobních údajů.
    Uoou,
}

/// What the office says about data that others may use.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OpenData {
    /// The licence; `None` as long as the office has not chosen one.
    pub licence: Option<Licence>,
    /// How the office wants to be named.
    pub attribution: Option<Translated>,
}

/// A licence for data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Licence {
    /// Creative Commons Attribution 4.0.
    #[serde(rename = "cc_by_4_0")]
    Attribution,
    /// Creative Commons Zero 1.0.
    #[serde(rename = "cc0_1_0")]
    Zero,
}

impl Licence {
    /// Its short name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Attribution => "CC BY 4.0",
            Self::Zero => "CC0 1.0",
        }
    }

    /// Where its text stands.
    #[must_use]
    pub const fn address(self) -> &'static str {
        match self {
            Self::Attribution => "https://creativecommons.org/licenses/by/4.0/",
            Self::Zero => "https://creativecommons.org/publicdomain/zero/1.0/",
        }
    }
}

/// What is said about a topic, read as its type; what cannot be read counts as not said.
#[must_use]
pub fn read<T: serde::de::DeserializeOwned + Default>(values: Option<&Value>) -> T {
    values.and_then(|values| serde_json::from_value(values.clone()).ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::record::Shape;

    #[test]
    fn every_word_that_a_form_offers_can_be_read() {
        for field in Topic::ALL.iter().flat_map(|topic| topic.fields()) {
            let Shape::Choice(choices) = field.shape else { continue };
            for word in choices.words {
                let values = json!({ field.name: word });
                let is_read = match field.name {
                    "law" => serde_json::from_value::<Law>(json!(word)).is_ok(),
                    "status" => read::<Accessibility>(Some(&values)).status.is_some(),
                    "assessed_by" => read::<Accessibility>(Some(&values)).assessed_by.is_some(),
                    "authority" => read::<Privacy>(Some(&values)).authority.is_some(),
                    "licence" => read::<OpenData>(Some(&values)).licence.is_some(),
                    _ => false,
                };
                assert!(is_read, "{} {word}", field.name);
            }
        }
    }

    #[test]
    fn what_is_not_said_is_missing() {
        assert_eq!(read::<OpenData>(None).licence, None);
        assert_eq!(read::<OpenData>(Some(&json!({"licence": "mine"}))), OpenData::default());
        let values = json!({"name": {"original": "pl", "pl": {"text": "Biuro"}}}).as_object().cloned().unwrap_or_default();
        let faults: Vec<String> = Topic::Office.check(&values).into_iter().map(|fault| fault.field).collect();
        assert_eq!(faults, ["email"]);
    }

    #[test]
    fn letters_need_an_address_that_a_server_takes() {
        let faults = |topic: Topic, values: Value| {
            let values = values.as_object().cloned().unwrap_or_default();
            topic.check(&values).into_iter().map(|fault| (fault.field, fault.kind)).collect::<Vec<_>>()
        };
        let name = json!({"original": "pl", "pl": {"text": "Biuro"}});

        let wrong = faults(Topic::Office, json!({"name": name, "email": "biuro at example.org"}));
        assert_eq!(wrong, [("email".to_owned(), FaultKind::NoEmail)]);
        assert_eq!(faults(Topic::Office, json!({"name": name, "email": "biuro@example.org"})), []);
        let officer = faults(Topic::Privacy, json!({"officer_email": "iod"}));
        assert_eq!(officer, [("officer_email".to_owned(), FaultKind::NoEmail)]);
    }
}
