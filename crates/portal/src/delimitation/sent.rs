//! What a form of the lab sends, and what stands after an address: pairs of names and texts.

use axum::extract::rejection::FormRejection;
use axum::extract::{Form, FromRequest, Request};
use miedza_texts::key;
use miedza_workflows::Failure;

use crate::frame::{App, Told};

/// The entries of a form, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sent(Vec<(String, String)>);

impl Sent {
    /// The first entry of a name, without the space around it; empty if there is none.
    pub fn one(&self, name: &str) -> &str {
        self.0.iter().find(|(key, _)| key == name).map(|(_, text)| text.trim()).unwrap_or_default()
    }

    /// The first entry of a name as it was sent; `None` if there is none.
    pub fn whole(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, text)| text.as_str())
    }

    /// All entries of a name that say something.
    pub fn all(&self, name: &str) -> Vec<String> {
        let ours = self.0.iter().filter(|(key, text)| key == name && !text.trim().is_empty());
        ours.map(|(_, text)| text.trim().to_owned()).collect()
    }

    /// The version of the variant that was on screen.
    pub fn version(&self) -> Option<i64> {
        self.one(VERSION).parse().ok()
    }
}

/// The name of the entry that carries the version on screen.
pub const VERSION: &str = "seen-version";

impl FromRequest<App> for Sent {
    type Rejection = Told;

    async fn from_request(request: Request, state: &App) -> Result<Self, Told> {
        let sent: Result<Form<Vec<(String, String)>>, FormRejection> = Form::from_request(request, state).await;
        let Form(pairs) = sent.map_err(|error| Failure::invalid(key::LAB_FAILURE_FORM, key::LAB_HINT_FORM).because(&error))?;
        Ok(Self(pairs))
    }
}

impl From<Vec<(String, String)>> for Sent {
    fn from(pairs: Vec<(String, String)>) -> Self {
        Self(pairs)
    }
}

/// What stands after an address, to be carried along from page to page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Another method than that of the variant, whose parameters are asked for.
    pub method: Option<String>,
    /// Whether all parameters are shown at once.
    pub is_full: bool,
    /// The set of values that is to stand in the fields; empty for the usual ones.
    pub preset: Option<String>,
    /// Ids of two variants to be compared.
    pub one: Option<String>,
    /// The second of them.
    pub other: Option<String>,
    /// Id of the variant that stands beside.
    pub beside: Option<String>,
    /// What was just done.
    pub done: String,
    /// With which unit, or with how many.
    pub what: String,
}

impl Asked {
    /// Reads what stands after an address.
    pub fn of(uri: &axum::http::Uri) -> Self {
        let query: axum::extract::Query<Vec<(String, String)>> =
            axum::extract::Query::try_from_uri(uri).unwrap_or_else(|_| axum::extract::Query(Vec::new()));
        let sent = Sent(query.0);
        let some = |name: &str| Some(sent.one(name).to_owned()).filter(|text| !text.is_empty());
        Self {
            method: some("method"),
            is_full: sent.one("depth") == "full",
            preset: sent.whole("preset").map(|preset| preset.trim().to_owned()),
            one: some("one"),
            other: some("other"),
            beside: some("beside"),
            done: sent.one("done").to_owned(),
            what: sent.one("what").to_owned(),
        }
    }

    /// Adds what is carried along to an address.
    pub fn carry(&self, mut address: crate::frame::Address) -> crate::frame::Address {
        if self.is_full {
            address = address.ask("depth", "full");
        }
        if let Some(beside) = &self.beside {
            address = address.ask("beside", beside);
        }
        if let Some(method) = &self.method {
            address = address.ask("method", method);
        }
        address
    }
}
