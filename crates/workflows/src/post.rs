//! Carrying letters from the outbox to a server of mail.
//!
//! Each notice is kept once, under a key, in the transaction of what it tells. Any node may carry it: a letter is taken for a
//! while, and a node that is killed leaves it to another. So it is handed over at least once; what a crash between handing
//! over and noting doubles bears the same Message-ID, made of the key, by which mailboxes know the second copy as the first.
//! Without a server of mail letters wait, and the terminal tells them, so that a portal on a laptop works.

use std::collections::BTreeSet;
use std::time::Duration;

use lettre::message::Mailbox;
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::transport::smtp::Error as SmtpError;
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Message as Letter, Tokio1Executor};
use miedza_store::{Carrier, Moment, Store, TryAgain};
use miedza_texts::{Message, key};
use time::OffsetDateTime;
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
/// Answers that are about the mailbox, so that trying again is of no use. Others that call themselves permanent are about this
/// program, such as a wrong password of the server of mail: once that is mended the letters go out.
const NO_MAILBOX: [u16; 5] = [550, 551, 552, 553, 556];

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

    async fn send(&self, mail: &Mail) -> Result<(), Refused> {
        let letter = self.letter(mail).map_err(|error| Refused {
            fault: error.to_string(),
            told: "the letter has no address that can be written to".to_owned(),
            again: TryAgain::Never,
        })?;
        match timeout(PATIENCE, self.transport.send(letter)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) => Err(Refused::from(&error)),
            Err(_) => {
                let fault = "the server of mail did not answer in time".to_owned();
                Err(Refused { told: fault.clone(), fault, again: TryAgain::Later })
            }
        }
    }
}

/// Why a letter was not taken over.
struct Refused {
    /// What is kept with the letter.
    fault: String,
    /// What is logged: servers of mail repeat the address in their words, so their number alone.
    told: String,
    again: TryAgain,
}

impl From<&SmtpError> for Refused {
    fn from(error: &SmtpError) -> Self {
        let told = match error.status() {
            Some(code) => format!("the server of mail answered {code}"),
            None => error.to_string(),
        };
        let is_of_mailbox = error.status().map(u16::from).is_some_and(|code| NO_MAILBOX.contains(&code));
        let again = if is_of_mailbox { TryAgain::Never } else { TryAgain::Later };
        Self { fault: error.to_string(), told, again }
    }
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

/// How letters are carried.
#[derive(Clone, Debug)]
pub struct Post {
    /// Where they wait.
    pub store: Store,
    /// Who takes them; without one they are told.
    pub server: Option<Server>,
    /// How they are told.
    pub tell: TellLetter,
    /// Tells the time.
    pub clock: fn() -> OffsetDateTime,
}

impl Post {
    /// Carries letters until it is told to stop.
    pub async fn carry(self, mut stop: watch::Receiver<bool>) {
        let node = Uuid::new_v4().to_string();
        let mut told = BTreeSet::new();
        while !*stop.borrow() {
            let done = match &self.server {
                Some(server) => carry_some(&self.store, server, Carrier { node: &node, now: Moment::from((self.clock)()) }).await,
                None => tell_some(&self.store, &mut told, self.tell).await,
            };
            if let Err(error) = &done {
                tracing::warn!(%error, "letters wait");
            }
            if done.unwrap_or(0) == 0 {
                // A closed channel stops as a message does.
                let _ = timeout(PAUSE, stop.changed()).await;
            }
        }
    }
}

/// Carries the letters that wait; gives how many were taken.
///
/// # Errors
/// What the store says.
pub async fn carry_some(store: &Store, server: &Server, carrier: Carrier<'_>) -> Result<usize, miedza_store::Error> {
    let mails = store.next_mails(carrier, AT_ONCE, LEASE).await?;
    for mail in &mails {
        match server.send(mail).await {
            Ok(()) => {
                store.mail_sent(carrier, &mail.id).await?;
            }
            Err(Refused { fault, told, again }) => {
                tracing::warn!(letter = %mail.id, told, "a letter was not taken over");
                store.mail_failed(carrier, mail, (&fault, again)).await?;
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
