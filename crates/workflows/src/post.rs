//! Carrying letters from the outbox to a server of mail, each exactly once as far as SMTP allows.
//!
//! Any node may carry. A letter is taken for a while; a node that is killed leaves it to another. What a crash between
//! handing over and noting it may double carries the same Message-ID, by which servers of mail know the second copy.
//! Without a server of mail letters wait, and the terminal tells them, so that a portal on a laptop works.

use std::collections::BTreeSet;
use std::time::Duration;

use lettre::message::Mailbox;
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::transport::smtp::Error as SmtpError;
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Message as Letter, Tokio1Executor};
use miedza_store::{Moment, Store, TryAgain};
use miedza_texts::{Message, key};
use tokio::sync::watch;
use tokio::time::timeout;
use uuid::Uuid;

pub use miedza_store::Mail;

use crate::account::secret::hash_of;
use crate::failure::Failure;

/// Between two looks into the outbox.
const PAUSE: Duration = Duration::from_secs(2);
/// How many letters are taken at once.
const AT_ONCE: u32 = 4;
/// For how long a letter is taken; longer than all that are taken at once may last.
const LEASE: Duration = Duration::from_mins(5);
/// For how long the server of mail may take over one letter.
const PATIENCE: Duration = Duration::from_secs(40);
/// Between two clearings of what has ended.
const CLEARING: Duration = Duration::from_hours(1);
/// For how long counts of attempts are kept.
const COUNTED: Duration = Duration::from_hours(91 * 24);

/// A server of mail.
#[derive(Clone, Debug)]
pub struct Server {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    host: String,
}

impl Server {
    /// The server at `smtp://USER:PASSWORD@HOST:PORT` (`smtps` for TLS from the beginning, `?tls=required` for STARTTLS), with
    /// letters from this address.
    ///
    /// # Errors
    /// [`Failure`] if one of them is no address.
    pub fn new(address: &str, from: &str) -> Result<Self, Failure> {
        let no_server =
            |error: &dyn std::error::Error| Failure::invalid(key::POST_NO_SERVER, key::POST_NO_SERVER_HINT).because(error);
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(address).map_err(|error| no_server(&error))?;
        let from: Mailbox = from.parse().map_err(|error: lettre::address::AddressError| {
            let told = Message::new(key::POST_NO_SENDER).with("address", from);
            Failure::invalid(told, key::POST_NO_SENDER_HINT).because(&error)
        })?;
        Ok(Self { transport: builder.timeout(Some(PATIENCE)).build(), host: from.email.domain().to_owned(), from })
    }

    /// Whoever has sent a letter knows it again by this.
    fn message_id(&self, mail: &Mail) -> String {
        format!("<{}@{}>", hash_of(&mail.draft.key), self.host)
    }

    fn letter(&self, mail: &Mail) -> Result<Letter, lettre::error::Error> {
        let to = mail.draft.recipient.parse().map_err(|_| lettre::error::Error::MissingTo)?;
        Letter::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(&mail.draft.subject)
            .message_id(Some(self.message_id(mail)))
            .header(AutoSubmitted)
            .header(ContentType::TEXT_PLAIN)
            .body(mail.draft.body.clone())
    }

    async fn send(&self, mail: &Mail) -> Result<(), (String, TryAgain)> {
        let letter = self.letter(mail).map_err(|error| (error.to_string(), TryAgain::Never))?;
        match timeout(PATIENCE, self.transport.send(letter)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) => Err((error.to_string(), again(&error))),
            Err(_) => Err(("the server of mail did not answer in time".to_owned(), TryAgain::Later)),
        }
    }
}

fn again(error: &SmtpError) -> TryAgain {
    if error.is_permanent() { TryAgain::Never } else { TryAgain::Later }
}

/// Tells other programs that no person wrote the letter, so that they do not answer it.
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

/// What is done with letters where no server of mail is set up: they are told, once each.
pub type TellLetter = fn(&Mail);

/// Carries letters until it is told to stop, and clears away what has ended.
pub async fn carry(store: Store, server: Option<Server>, tell: TellLetter, mut stop: watch::Receiver<bool>) {
    let node = Uuid::new_v4().to_string();
    let mut told = BTreeSet::new();
    let mut cleared: Option<Moment> = None;
    while !*stop.borrow() {
        let done = match &server {
            Some(server) => carry_some(&store, server, &node).await,
            None => tell_some(&store, &mut told, tell).await,
        };
        if let Err(error) = &done {
            tracing::warn!(%error, "letters wait");
        }
        let now = Moment::now();
        if cleared.is_none_or(|at| at.plus(CLEARING) <= now) {
            cleared = Some(now);
            if let Err(error) = store.clear_ended(now, now.minus(COUNTED)).await {
                tracing::warn!(%error, "what has ended was not cleared away");
            }
        }
        if done.unwrap_or(0) == 0 {
            // A closed channel stops as a message does.
            let _ = timeout(PAUSE, stop.changed()).await;
        }
    }
}

/// Carries the letters that wait; gives how many were taken.
///
/// # Errors
/// What the store says.
pub async fn carry_some(store: &Store, server: &Server, node: &str) -> Result<usize, miedza_store::Error> {
    let mails = store.next_mails(node, AT_ONCE, LEASE).await?;
    for mail in &mails {
        match server.send(mail).await {
            Ok(()) => {
                store.mail_sent(&mail.id, node).await?;
            }
            Err((fault, again)) => {
                tracing::warn!(letter = %mail.id, %fault, "a letter was not taken over");
                store.mail_failed(mail, node, &fault, again).await?;
            }
        }
    }
    Ok(mails.len())
}

async fn tell_some(store: &Store, told: &mut BTreeSet<String>, tell: TellLetter) -> Result<usize, miedza_store::Error> {
    for mail in store.waiting_mails("").await?.into_iter().rev() {
        if told.insert(mail.id.clone()) {
            tell(&mail);
        }
    }
    Ok(0)
}
