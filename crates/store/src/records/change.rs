//! How records change: each change is checked, kept and noted in the trail, all changes of one call at once or none.

use miedza_planning::record::{self, Draft, Kind, Record};
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::{find, links, row};
use crate::audit::Action;
use crate::sql::Sql;
use crate::writing::{Line, Writing};
use crate::{Author, Error, MailDraft, Moment, Store, outbox, search};

/// For how many days a deletion can be taken back.
pub const DAYS_TO_UNDELETE: i64 = 30;
/// Most characters of an id.
const ID_LENGTH: usize = 80;

/// A new content for a record, and the version that it was made from.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Kind of the record.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// The version that the author saw.
    pub seen_version: i64,
    /// The new content.
    pub draft: Draft,
}

/// One of several changes that are made together.
#[derive(Clone, Debug, PartialEq)]
pub enum Write {
    /// Make a record.
    Create {
        /// Its id; `None` for a new one.
        id: Option<String>,
        /// Its content.
        draft: Draft,
    },
    /// Change a record.
    Update(Change),
    /// Delete a record.
    Delete {
        /// Its kind.
        kind: Kind,
        /// Its id.
        id: String,
        /// The version that the author saw.
        seen_version: i64,
    },
    /// Bring a record back.
    Undelete {
        /// Its kind.
        kind: Kind,
        /// Its id.
        id: String,
    },
}

impl Store {
    /// Keeps a new record under a new id.
    ///
    /// # Errors
    /// [`Error::Faults`], [`Error::Partnership`], [`Error::NoTarget`], [`Error::SlugTaken`], or what the engine says.
    pub async fn create(&self, draft: Draft, author: &Author) -> Result<Record, Error> {
        self.save(Write::Create { id: None, draft }, author).await
    }

    /// Keeps a new record under an id of its own: imports and the demonstration.
    ///
    /// # Errors
    /// [`Error::NoId`] if the id is taken or no id, else as [`Self::create`].
    pub async fn create_with_id(&self, id: &str, draft: Draft, author: &Author) -> Result<Record, Error> {
        self.save(Write::Create { id: Some(id.to_owned()), draft }, author).await
    }

    /// Changes a record; a content that is the same already changes nothing, not even the version.
    ///
    /// # Errors
    /// [`Error::Stale`] with the record as it is now if somebody else was faster, [`Error::NotFound`], [`Error::Deleted`],
    /// [`Error::Moved`], else as [`Self::create`].
    pub async fn update(&self, change: Change, author: &Author) -> Result<Record, Error> {
        self.save(Write::Update(change), author).await
    }

    /// Deletes a record so that it can be brought back.
    ///
    /// # Errors
    /// [`Error::InUse`] if live records point to it, [`Error::Stale`], [`Error::NotFound`], [`Error::Deleted`].
    pub async fn delete(&self, kind: Kind, id: &str, seen_version: i64, author: &Author) -> Result<(), Error> {
        self.save(Write::Delete { kind, id: id.to_owned(), seen_version }, author).await.map(drop)
    }

    /// Brings a deleted record back; a live one stays as it is.
    ///
    /// # Errors
    /// [`Error::TooLate`] after 30 days, [`Error::NoTarget`] if it points to what is gone, [`Error::SlugTaken`],
    /// [`Error::NotFound`].
    pub async fn undelete(&self, kind: Kind, id: &str, author: &Author) -> Result<Record, Error> {
        self.save(Write::Undelete { kind, id: id.to_owned() }, author).await
    }

    async fn save(&self, write: Write, author: &Author) -> Result<Record, Error> {
        let saved = self.save_all(vec![write], author).await?.pop();
        Ok(saved.expect("each change gives its record"))
    }

    /// Makes several changes, all or none; gives the records in the order of the changes, deleted ones too.
    ///
    /// What points to what is asked when all changes are made, so their order is free.
    ///
    /// # Errors
    /// As the single changes.
    pub async fn save_all(&self, changes: Vec<Write>, author: &Author) -> Result<Vec<Record>, Error> {
        self.save_all_and_tell(changes, &[], author).await
    }

    /// Makes several changes, all or none, and keeps the letters that tell of them: no letter without its change.
    ///
    /// # Errors
    /// As [`Self::save_all`].
    pub async fn save_all_and_tell(
        &self,
        changes: Vec<Write>,
        letters: &[MailDraft],
        author: &Author,
    ) -> Result<Vec<Record>, Error> {
        let mut writing = self.begin_content(author).await?;
        let saved = writing.save_all(changes).await?;
        for letter in letters {
            outbox::queue(&writing.tx, letter).await?;
        }
        writing.commit().await?;
        Ok(saved)
    }
}

impl Writing<'_> {
    /// Makes the changes inside a transaction that may hold more.
    pub async fn save_all(&mut self, changes: Vec<Write>) -> Result<Vec<Record>, Error> {
        let mut saved = Vec::with_capacity(changes.len());
        for change in changes {
            saved.push(match change {
                Write::Create { id, draft } => self.create(id, draft).await?,
                Write::Update(change) => self.update(change).await?,
                Write::Delete { kind, id, seen_version } => self.delete(kind, &id, seen_version).await?,
                Write::Undelete { kind, id } => self.undelete(kind, &id).await?,
            });
        }
        links::check(&self.tx, self.engine, &saved).await?;
        search::of_records(&self.tx, &saved).await?;
        Ok(saved)
    }

    async fn create(&mut self, id: Option<String>, draft: Draft) -> Result<Record, Error> {
        let content = fitting(draft)?;
        let kind = content.kind;
        if let Some(id) = &id {
            let is_free = is_id(id) && find(&self.tx, kind, id).await?.is_none();
            if !is_free {
                return Err(Error::NoId { kind, id: id.clone() });
            }
        }
        let id = id.unwrap_or_else(|| Uuid::now_v7().to_string());
        free_slug(&self.tx, &id, &content).await?;
        let record = Record {
            id,
            content,
            version: 1,
            created_at: self.at.clone(),
            updated_at: self.at.clone(),
            updated_by: self.author.account().map(str::to_owned),
            deleted_at: None,
        };
        let mut sql = Sql::new(format!("INSERT INTO {kind} ({}) VALUES (", row::columns(kind)));
        sql.bind_all(row::values(&record)).push(")");
        sql.run(&self.tx).await?;
        self.tell(Action::Created, None, &record);
        Ok(record)
    }

    async fn update(&mut self, change: Change) -> Result<Record, Error> {
        let before = self.seen(change.kind, &change.id, change.seen_version).await?;
        if change.draft.kind != change.kind || change.draft.partnership != before.content.partnership {
            return Err(Error::Moved { kind: change.kind, id: change.id });
        }
        let content = fitting(change.draft)?;
        if content == before.content {
            return Ok(before);
        }
        if content.values.get("slug") != before.content.values.get("slug") {
            free_slug(&self.tx, &before.id, &content).await?;
            keep_old_slug(&self.tx, &before).await?;
        }
        let after = self.next(&before, content, None);
        self.overwrite(&after).await?;
        self.tell(Action::Updated, Some(&before), &after);
        Ok(after)
    }

    async fn delete(&mut self, kind: Kind, id: &str, seen_version: i64) -> Result<Record, Error> {
        let before = self.seen(kind, id, seen_version).await?;
        let after = self.next(&before, before.content.clone(), Some(self.at.clone()));
        self.overwrite(&after).await?;
        self.tell(Action::Deleted, Some(&before), &after);
        Ok(after)
    }

    async fn undelete(&mut self, kind: Kind, id: &str) -> Result<Record, Error> {
        let before = find(&self.tx, kind, id).await?.ok_or_else(|| Error::NotFound { kind, id: id.to_owned() })?;
        let Some(deleted_at) = &before.deleted_at else {
            return Ok(before);
        };
        let days = std::time::Duration::from_secs(86_400 * DAYS_TO_UNDELETE.unsigned_abs());
        if *deleted_at < Moment::now().minus(days).to_string() {
            return Err(Error::TooLate { kind, id: id.to_owned(), days: DAYS_TO_UNDELETE });
        }
        free_slug(&self.tx, id, &before.content).await?;
        let after = self.next(&before, before.content.clone(), None);
        self.overwrite(&after).await?;
        self.tell(Action::Undeleted, None, &after);
        Ok(after)
    }

    /// The live record, if it is still the version that was seen.
    async fn seen(&self, kind: Kind, id: &str, seen_version: i64) -> Result<Record, Error> {
        let record = find(&self.tx, kind, id).await?.ok_or_else(|| Error::NotFound { kind, id: id.to_owned() })?;
        if record.deleted_at.is_some() {
            return Err(Error::Deleted { record: Box::new(record) });
        }
        if record.version != seen_version {
            return Err(Error::Stale { current: Box::new(record) });
        }
        Ok(record)
    }

    /// The version after this one.
    fn next(&self, before: &Record, content: Draft, deleted_at: Option<String>) -> Record {
        Record {
            id: before.id.clone(),
            content,
            version: before.version + 1,
            created_at: before.created_at.clone(),
            updated_at: self.at.clone(),
            updated_by: self.author.account().map(str::to_owned),
            deleted_at,
        }
    }

    async fn overwrite(&self, record: &Record) -> Result<(), Error> {
        let kind = record.kind();
        let mut sql = Sql::new(format!("UPDATE {kind} SET ({}) = (", row::columns(kind)));
        sql.bind_all(row::values(record)).push(") WHERE id = ").bind(record.id.as_str());
        sql.push(" AND version = ").bind(record.version - 1);
        match sql.run(&self.tx).await? {
            1 => Ok(()),
            _ => Err(Error::NotFound { kind, id: record.id.clone() }),
        }
    }

    fn tell(&mut self, action: Action, before: Option<&Record>, after: &Record) {
        let content = |record: &Record| serde_json::to_value(&record.content).expect("a draft is JSON");
        self.note(Line {
            action,
            kind: after.kind().name(),
            record_id: after.id.clone(),
            partnership: partnership_of(after),
            version: after.version,
            before: before.map(content),
            after: after.deleted_at.is_none().then(|| content(after)),
        });
    }
}

/// The partnership under which the trail and the search know a record; a partnership belongs to itself.
pub fn partnership_of(record: &Record) -> Option<String> {
    match record.kind() {
        Kind::Partnerships => Some(record.id.clone()),
        _ => record.content.partnership.clone(),
    }
}

/// The draft as it will be kept, if it may be kept.
fn fitting(draft: Draft) -> Result<Draft, Error> {
    let draft = row::tidy(draft);
    let kind = draft.kind;
    let faults = record::check(kind, &draft.values);
    if !faults.is_empty() {
        return Err(Error::Faults { kind, faults });
    }
    match draft.partnership {
        None if kind.is_of_partnership() => Err(Error::Partnership { kind, is_needed: true }),
        Some(_) if !kind.may_be_of_partnership() => Err(Error::Partnership { kind, is_needed: false }),
        _ => Ok(draft),
    }
}

/// Ids stand in addresses and in lists of ids: letters, digits, hyphens, points and low lines.
fn is_id(id: &str) -> bool {
    let is_plain = id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_'));
    (1..=ID_LENGTH).contains(&id.len()) && is_plain
}

/// Makes sure that no other live record has this part of the address.
async fn free_slug(tx: &impl ConnectionTrait, id: &str, content: &Draft) -> Result<(), Error> {
    let kind = content.kind;
    let Some(slug) = content.values.get("slug").and_then(serde_json::Value::as_str) else {
        return Ok(());
    };
    let sql = Sql::new(format!("SELECT id FROM {kind} WHERE slug = $1 AND id <> $2 AND deleted_at IS NULL"));
    match sql.with(slug).with(id).one(tx).await? {
        Some(_) => Err(Error::SlugTaken { kind, slug: slug.to_owned() }),
        None => Ok(()),
    }
}

/// Lets the old address lead to the record on.
async fn keep_old_slug(tx: &impl ConnectionTrait, before: &Record) -> Result<(), Error> {
    let Some(slug) = before.text("slug") else {
        return Ok(());
    };
    let text = "INSERT INTO old_slugs (kind, slug, record_id) VALUES ($1, $2, $3) \
                ON CONFLICT (kind, slug) DO UPDATE SET record_id = excluded.record_id";
    Sql::new(text).with(before.kind().name()).with(slug).with(before.id.as_str()).run(tx).await?;
    Ok(())
}
