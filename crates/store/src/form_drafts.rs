//! Forms that somebody has begun to fill and not saved: field by field, private to the account, until they are saved or
//! their time is over.
//!
//! They are no content: the trail does not know them, nobody else sees them. They travel with a backup and go with the account.

use std::collections::BTreeMap;

use sea_orm::{ConnectionTrait, QueryResult};

use crate::sql::{Columns, Sql};
use crate::{Engine, Error, Moment, Store};

const COLUMNS: &str = "form, partnership, kind, record_id, seen_version, entries, saved_at, expires_at";

/// Texts by the name of their entry; an entry may hold several.
pub type Entries = BTreeMap<String, Vec<String>>;

/// Which form it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormName {
    /// Its name, the same for everyone who fills this form.
    pub form: String,
    /// The partnership that it belongs to.
    pub partnership: Option<String>,
    /// What is filled in: a kind of records, or another word.
    pub kind: String,
    /// The record that is changed; `None` for a new one.
    pub record_id: Option<String>,
}

/// A form that was begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormDraft {
    /// Which form.
    pub name: FormName,
    /// The version that was on screen; 0 for a new record.
    pub seen_version: i64,
    /// What was typed so far.
    pub entries: Entries,
    /// When it was last kept.
    pub saved_at: String,
    /// When it goes unless somebody goes on with it, in seconds.
    pub expires_at: i64,
}

/// What was typed into a form, to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// Which form.
    pub name: FormName,
    /// The version that was on screen.
    pub seen_version: i64,
    /// The entries that changed; the others stay as they were kept.
    pub entries: Entries,
    /// Now.
    pub now: Moment,
    /// When it goes unless somebody goes on with it.
    pub expires_at: Moment,
}

impl Store {
    /// Keeps what was typed, over what was kept of this form before.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn keep_form_draft(&self, account: &str, typed: &Typed) -> Result<(), Error> {
        let tx = self.begin().await?;
        if self.engine() == Engine::Postgres {
            // Two tabs that keep the same form wait for each other, so that neither loses its fields.
            let sql = Sql::new("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))");
            sql.with(format!("{account} {}", typed.name.form)).one(&tx).await?;
        }
        let kept = find(&tx, account, &typed.name.form).await?.filter(|kept| kept.expires_at > typed.now.unix_seconds());
        let mut entries = kept.map(|kept| kept.entries).unwrap_or_default();
        // PostgreSQL keeps no such sign.
        let plain = |texts: &Vec<String>| texts.iter().map(|text| text.replace('\0', "")).collect();
        entries.extend(typed.entries.iter().map(|(name, texts)| (name.replace('\0', ""), plain(texts))));
        let text = format!(
            "INSERT INTO form_drafts (account, {COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) \
             ON CONFLICT (account, form) DO UPDATE SET seen_version = excluded.seen_version, entries = excluded.entries, \
             saved_at = excluded.saved_at, expires_at = excluded.expires_at"
        );
        let FormName { form, partnership, kind, record_id } = typed.name.clone();
        let entries = serde_json::to_string(&entries).map_err(|fault| Error::Unreadable { what: fault.to_string() })?;
        let sql = Sql::new(text).with(account).with(form).with(partnership).with(kind).with(record_id);
        let sql = sql.with(typed.seen_version).with(entries).with(typed.now.to_string()).with(typed.expires_at.unix_seconds());
        sql.run(&tx).await?;
        Ok(tx.commit().await?)
    }

    /// What an account has typed into a form; `None` if nothing, or if its time is over.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn form_draft(&self, account: &str, form: &str, now: Moment) -> Result<Option<FormDraft>, Error> {
        Ok(find(self.reader(), account, form).await?.filter(|draft| draft.expires_at > now.unix_seconds()))
    }

    /// All forms that an account has begun, the newest first.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn form_drafts_of(&self, account: &str, now: Moment) -> Result<Vec<FormDraft>, Error> {
        let text =
            format!("SELECT {COLUMNS} FROM form_drafts WHERE account = $1 AND expires_at > $2 ORDER BY saved_at DESC, form");
        let rows = Sql::new(text).with(account).with(now.unix_seconds()).all(self.reader()).await?;
        rows.iter().map(draft).collect()
    }

    /// Throws away what an account has typed into a form; `false` if there was nothing.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn drop_form_draft(&self, account: &str, form: &str) -> Result<bool, Error> {
        let sql = Sql::new("DELETE FROM form_drafts WHERE account = $1 AND form = $2").with(account).with(form);
        Ok(sql.run(self.writer()).await? == 1)
    }
}

async fn find(connection: &impl ConnectionTrait, account: &str, form: &str) -> Result<Option<FormDraft>, Error> {
    let sql = Sql::new(format!("SELECT {COLUMNS} FROM form_drafts WHERE account = $1 AND form = $2")).with(account).with(form);
    sql.one(connection).await?.map(|row| draft(&row)).transpose()
}

fn draft(row: &QueryResult) -> Result<FormDraft, Error> {
    let mut columns = Columns::of(row);
    Ok(FormDraft {
        name: FormName { form: columns.take()?, partnership: columns.take()?, kind: columns.take()?, record_id: columns.take()? },
        seen_version: columns.take()?,
        entries: columns.json()?.unwrap_or_default(),
        saved_at: columns.take()?,
        expires_at: columns.take()?,
    })
}
