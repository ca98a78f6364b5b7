//! The pages of the way in: signing in, the code, an invitation, a new password. All have one form.

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use miedza_texts::{Message, key};

use crate::frame::page;
use crate::frame::parts::{Entry, FormField, Notice};
use crate::frame::{Answer, Asker, Page};

/// A page with one form.
#[derive(Template)]
#[template(path = "account/entrance.html")]
pub struct EntrancePage {
    /// The frame.
    pub page: Page,
    /// The one heading.
    pub heading: String,
    /// Sentences over the form.
    pub lead: Vec<String>,
    /// Where the form is sent.
    pub action: String,
    /// What is asked; without any there is no form.
    pub fields: Vec<EntranceField>,
    /// What is carried along unseen.
    pub hidden: Vec<(&'static str, String)>,
    /// The word on the button.
    pub button: String,
    /// Another way in.
    pub other: Option<Entry>,
    /// Further ways.
    pub links: Vec<Entry>,
    /// Sentences beside the form.
    pub aside: Vec<String>,
}

/// A field of such a form.
pub struct EntranceField {
    /// The field.
    pub field: FormField,
    /// `email`, `password` or `text`.
    pub kind: &'static str,
    /// What a browser may fill in.
    pub complete: &'static str,
}

impl EntranceField {
    /// A field that must be filled in.
    pub fn new(name: &str, label: String, kind: &'static str, complete: &'static str) -> Self {
        Self { field: FormField { name: name.to_owned(), label, ..FormField::default() }, kind, complete }
    }

    /// With what was typed.
    pub fn typed(mut self, value: &str) -> Self {
        value.clone_into(&mut self.field.value);
        self
    }

    /// With a hint.
    pub fn hinted(mut self, hint: String) -> Self {
        self.field.hint = hint;
        self
    }

    /// With what is wrong; may be empty.
    pub fn wrong(mut self, error: String) -> Self {
        self.field.error = error;
        self
    }
}

impl EntrancePage {
    /// A page with this heading and no form yet.
    pub fn of(asker: &Asker, heading: String) -> Self {
        Self {
            page: Page::of(asker, &heading).unlisted(),
            heading,
            lead: Vec::new(),
            action: asker.uri.path().to_owned(),
            fields: Vec::new(),
            hidden: Vec::new(),
            button: String::new(),
            other: None,
            links: Vec::new(),
            aside: vec![asker.say(key::ACCOUNT_WHO_HAS_ONE)],
        }
    }

    /// With something to tell first.
    pub fn telling(mut self, kind: &'static str, title: String, text: String) -> Self {
        self.page = self.page.telling(Notice { kind, title, text, ways: Vec::new() });
        self
    }

    /// As an answer that nobody keeps.
    ///
    /// # Errors
    /// A fault of the program if the template cannot be filled.
    pub fn answer(&self, status: StatusCode) -> Answer {
        Ok(kept_by_nobody((status, page::answer(self)?).into_response()))
    }

    /// As an answer to somebody who tried too often.
    ///
    /// # Errors
    /// A fault of the program if the template cannot be filled.
    pub fn too_often(self, asker: &Asker, seconds: i64) -> Answer {
        let minutes = usize::try_from(seconds / 60 + 1).unwrap_or(1);
        let title = asker.tell(&Message::new(key::ACCOUNT_TOO_OFTEN).with("minutes", minutes));
        let told = self.telling("refusal", title, asker.say(key::ACCOUNT_TOO_OFTEN_HINT));
        let mut answer = told.answer(StatusCode::TOO_MANY_REQUESTS)?;
        answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds.max(1)));
        Ok(answer)
    }
}

/// Marks an answer that is for one person: nobody keeps it.
pub fn kept_by_nobody(mut answer: Response) -> Response {
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}
