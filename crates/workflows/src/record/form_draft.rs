//! Forms that somebody has begun and not saved: kept field by field for the account, found again by whoever opens the same form.

use miedza_planning::account::DRAFT_HOLDS;
use miedza_planning::record::Kind;
use miedza_store::{FormDraft, FormName, Moment, Store, Typed};

use super::entered::Entered;
use crate::failure::Failure;

/// The form of a record, or of a new one.
#[must_use]
pub fn form_of(kind: Kind, partnership: Option<&str>, record: Option<&str>) -> FormName {
    form_called(kind.name(), partnership, record)
}

/// A form by the word for what is filled in.
#[must_use]
pub fn form_called(what: &str, partnership: Option<&str>, record: Option<&str>) -> FormName {
    FormName {
        form: format!("{what}/{}/{}", partnership.unwrap_or("-"), record.unwrap_or("new")),
        partnership: partnership.map(ToOwned::to_owned),
        kind: what.to_owned(),
        record_id: record.map(ToOwned::to_owned),
    }
}

/// A form at work: whose, which, now.
#[derive(Clone, Debug)]
pub struct AtForm<'a> {
    /// What is kept.
    pub store: &'a Store,
    /// Whose draft it is.
    pub account: &'a str,
    /// Which form.
    pub name: FormName,
    /// Now.
    pub now: Moment,
}

impl AtForm<'_> {
    /// Keeps what was typed over what was kept before, entry by entry.
    ///
    /// # Errors
    /// [`Failure`] if the store refuses.
    pub async fn keep(&self, entered: &Entered, seen_version: i64) -> Result<(), Failure> {
        let typed = Typed {
            name: self.name.clone(),
            seen_version,
            entries: entered.of_fields().into(),
            now: self.now,
            expires_at: self.now.plus(DRAFT_HOLDS),
        };
        Ok(self.store.keep_form_draft(self.account, &typed).await?)
    }

    /// What was typed so far; `None` if nothing was, or too long ago.
    ///
    /// # Errors
    /// [`Failure`] if the store cannot be read.
    pub async fn begun(&self) -> Result<Option<FormDraft>, Failure> {
        Ok(self.store.form_draft(self.account, &self.name.form, self.now).await?)
    }

    /// Throws it away: it was saved, or is not wanted.
    ///
    /// # Errors
    /// [`Failure`] if the store refuses.
    pub async fn end(&self) -> Result<(), Failure> {
        self.store.drop_form_draft(self.account, &self.name.form).await?;
        Ok(())
    }
}
