//! What was wrong with a form of the own account: at its field, and in the summary above.

use axum::http::StatusCode;
use miedza_texts::Key;
use miedza_workflows::{Failure, Kind};

use crate::frame::parts::{Entry, FormField};
use crate::frame::{Asker, Told};

/// What was typed wrongly, and in which field.
#[derive(Clone, Debug)]
pub struct Wrong {
    field: &'static str,
    told: String,
    hint: String,
}

impl Wrong {
    /// Ties what was refused to the field that it is about; anything but wrong typing goes on as it is.
    ///
    /// # Errors
    /// The failure, if it is not about what was typed.
    pub fn at(asker: &Asker, field: &'static str, failure: Failure) -> Result<Self, Told> {
        match failure.kind {
            Kind::Invalid | Kind::Conflict => Ok(Self {
                field,
                told: asker.tell(&failure.told),
                hint: failure.hint.as_ref().map(|hint| asker.tell(hint)).unwrap_or_default(),
            }),
            _ => Err(Told(failure)),
        }
    }
}

/// A form of a page, with what was wrong the last time.
pub struct Fields<'a> {
    asker: &'a Asker,
    wrong: Option<&'a Wrong>,
}

impl<'a> Fields<'a> {
    /// Fields in the asker's language.
    pub const fn of(asker: &'a Asker, wrong: Option<&'a Wrong>) -> Self {
        Self { asker, wrong }
    }

    /// A field that must be filled in; what is wrong stands at it.
    pub fn field(&self, name: &str, label: Key) -> FormField {
        FormField { name: name.to_owned(), label: self.asker.say(label), error: self.error(name), ..FormField::default() }
    }

    /// What is wrong with a field and the way out; empty if nothing is.
    pub fn error(&self, name: &str) -> String {
        let wrong = self.wrong.filter(|wrong| wrong.field == name);
        wrong.map(|wrong| format!("{}. {}", wrong.told, wrong.hint)).unwrap_or_default()
    }

    /// What was wrong, for the summary.
    pub fn errors(&self) -> Vec<Entry> {
        self.wrong.map(|wrong| Entry::new(format!("#{}", wrong.field), wrong.told.clone())).into_iter().collect()
    }

    /// The status of the page.
    pub const fn status(&self) -> StatusCode {
        if self.wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }
    }
}
