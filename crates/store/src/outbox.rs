//! Mail that waits to be sent: each notice has a key of its own and is kept once, whoever asks for it how often.
//!
//! A node takes letters for a while as it takes jobs. A letter that the server of mail refuses is tried again later, each
//! time after a longer pause, and given up after a day or so; its row stays and says why.

use std::time::Duration;

use sea_orm::ConnectionTrait;
use uuid::Uuid;

use crate::sql::{Columns, Sql};
use crate::{Engine, Error, Moment, Store};

/// How often a letter is tried; with the pauses below this is about a day.
const MOST_ATTEMPTS: i64 = 12;
/// The first pause; each further one is twice as long.
const FIRST_PAUSE: Duration = Duration::from_secs(30);
const COLUMNS: &str = "id, \"key\", recipient, subject, body, language, attempts";

/// A letter that should be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailDraft {
    /// What it is about and for whom, so that the same notice is never sent twice: `invite:ACCOUNT:TOKEN`.
    pub key: String,
    /// Address.
    pub recipient: String,
    /// Subject.
    pub subject: String,
    /// Plain text.
    pub body: String,
    /// Language of its text.
    pub language: String,
}

/// A letter that a node has taken to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// Its id.
    pub id: String,
    /// What is sent.
    pub draft: MailDraft,
    /// How often it was taken, this time included.
    pub attempts: i64,
}

/// Who carries letters, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Carrier<'a> {
    /// The node.
    pub node: &'a str,
    /// Now.
    pub now: Moment,
}

/// Whether it is of use to try a letter again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TryAgain {
    /// The server of mail did not answer or was busy.
    Later,
    /// The address does not exist.
    Never,
}

impl Store {
    /// Keeps a letter to be sent; `false` if one with this key was kept before.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn queue_mail(&self, draft: &MailDraft) -> Result<bool, Error> {
        queue(self.writer(), draft).await
    }

    /// Takes letters to send; other nodes do not get them before the lease ends.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn next_mails(&self, carrier: Carrier<'_>, limit: u32, lease: Duration) -> Result<Vec<Mail>, Error> {
        let skip = if self.engine() == Engine::Postgres { " FOR UPDATE SKIP LOCKED" } else { "" };
        let text = format!(
            "UPDATE mails SET node = $1, next_at = $2, attempts = attempts + 1 WHERE id IN (\
             SELECT id FROM mails WHERE state = 'queued' AND next_at <= $3 ORDER BY next_at, id LIMIT $4{skip}) \
             RETURNING {COLUMNS}"
        );
        let sql = Sql::new(text).with(carrier.node).with(carrier.now.plus(lease).to_string()).with(carrier.now.to_string());
        sql.with(i64::from(limit)).all(self.writer()).await?.iter().map(mail).collect()
    }

    /// Letters that wait and whose key begins so, the newest first: shown where no server of mail is set up.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn waiting_mails(&self, beginning: &str) -> Result<Vec<Mail>, Error> {
        let text = format!(
            "SELECT {COLUMNS} FROM mails WHERE state = 'queued' AND SUBSTR(\"key\", 1, $1) = $2 ORDER BY created_at DESC, id DESC"
        );
        let length = i32::try_from(beginning.chars().count()).unwrap_or(i32::MAX);
        Sql::new(text).with(length).with(beginning).all(self.reader()).await?.iter().map(mail).collect()
    }

    /// The letter was handed to the server of mail; `false` if another node has it by now. Its text, which may hold a link that
    /// opens an account, is kept no longer.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn mail_sent(&self, carrier: Carrier<'_>, id: &str) -> Result<bool, Error> {
        let text = "UPDATE mails SET state = 'sent', sent_at = $1, next_at = $1, body = '', fault = NULL \
                    WHERE id = $2 AND node = $3 AND state = 'queued'";
        let sql = Sql::new(text).with(carrier.now.to_string()).with(id).with(carrier.node);
        Ok(sql.run(self.writer()).await? == 1)
    }

    /// The letter could not be handed over; it is tried again later, or given up after many attempts. What is given up loses
    /// its text as well.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn mail_failed(&self, carrier: Carrier<'_>, mail: &Mail, fault: (&str, TryAgain)) -> Result<(), Error> {
        let (fault, again) = fault;
        let is_given_up = again == TryAgain::Never || mail.attempts >= MOST_ATTEMPTS;
        let pause = FIRST_PAUSE * 2_u32.saturating_pow(u32::try_from(mail.attempts.clamp(1, 16) - 1).unwrap_or(0));
        let next = if is_given_up { carrier.now } else { carrier.now.plus(pause) };
        let change = if is_given_up { "state = 'failed', body = ''" } else { "state = 'queued'" };
        let text =
            format!("UPDATE mails SET {change}, next_at = $1, fault = $2 WHERE id = $3 AND node = $4 AND state = 'queued'");
        let sql = Sql::new(text).with(next.to_string()).with(fault).with(mail.id.as_str()).with(carrier.node);
        sql.run(self.writer()).await?;
        Ok(())
    }

    /// Gives up letters that wait since before this moment: what they say is out of date, and a link in them has ended.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn give_up_mails(&self, before: Moment, now: Moment) -> Result<u64, Error> {
        let text = "UPDATE mails SET state = 'failed', body = '', next_at = $1, fault = 'it waited too long' \
                    WHERE state = 'queued' AND created_at < $2 AND next_at <= $1";
        Sql::new(text).with(now.to_string()).with(before.to_string()).run(self.writer()).await
    }

    /// Forgets to whom letters went, and their subjects, that were sent or given up before this moment: nobody's business any
    /// more. Their keys stay, so that the same notice is not sent a second time.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn forget_mails(&self, before: &str) -> Result<u64, Error> {
        let text = "UPDATE mails SET recipient = '', subject = '', body = '', fault = NULL \
                    WHERE state <> 'queued' AND next_at < $1 AND recipient <> ''";
        Sql::new(text).with(before).run(self.writer()).await
    }

    /// How many letters wait and how many were given up.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn mails_waiting_and_failed(&self) -> Result<(i64, i64), Error> {
        let text = "SELECT COUNT(CASE WHEN state = 'queued' THEN 1 END), COUNT(CASE WHEN state = 'failed' THEN 1 END) FROM mails";
        let row = Sql::new(text).one(self.reader()).await?;
        let row = row.ok_or_else(|| Error::Unreadable { what: "count of letters".to_owned() })?;
        let mut columns = Columns::of(&row);
        Ok((columns.take()?, columns.take()?))
    }
}

/// Keeps a letter, alone or inside a transaction; `false` if its key was there before.
pub async fn queue(connection: &impl ConnectionTrait, draft: &MailDraft) -> Result<bool, Error> {
    let now = Moment::now().to_string();
    let text = "INSERT INTO mails (id, \"key\", recipient, subject, body, language, state, attempts, next_at, created_at) \
                VALUES ($1, $2, $3, $4, $5, $6, 'queued', 0, $7, $7) ON CONFLICT (\"key\") DO NOTHING";
    let sql = Sql::new(text).with(Uuid::now_v7().to_string()).with(draft.key.as_str()).with(draft.recipient.as_str());
    let sql = sql.with(draft.subject.as_str()).with(draft.body.as_str()).with(draft.language.as_str()).with(now);
    Ok(sql.run(connection).await? == 1)
}

fn mail(row: &sea_orm::QueryResult) -> Result<Mail, Error> {
    let mut columns = Columns::of(row);
    let id = columns.take()?;
    let draft = MailDraft {
        key: columns.take()?,
        recipient: columns.take()?,
        subject: columns.take()?,
        body: columns.take()?,
        language: columns.take()?,
    };
    Ok(Mail { id, draft, attempts: columns.take()? })
}
