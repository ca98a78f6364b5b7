//! `miedza serve`: the portal.

use std::io::IsTerminal as _;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use clap::Args;
use miedza_portal::{App, Portal};
use miedza_texts::{Message, key};
use miedza_workflows::opening::{self, Store};
use miedza_workflows::post::{Mail, Server};
use miedza_workflows::{Failure, Kind};

use super::provider::Oidc;
use crate::terminal::{Outcome, Terminal};
use crate::watching::Watching;

/// Serves the portal.
#[derive(Debug, Args)]
pub struct Serve {
    /// Where and what is served
    #[command(flatten)]
    place: Place,
}

/// Where the data lie and where the portal listens.
#[derive(Debug, Args)]
pub struct Place {
    /// Where the data lie
    #[command(flatten)]
    pub data: Data,
    /// Address to listen on
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8080", env = "MIEDZA_LISTEN")]
    pub listen: SocketAddr,
    /// Server of mail: smtp://USER:PASSWORD@HOST:PORT, smtps://… or smtp://…?tls=required; without it letters are shown here
    #[arg(long, value_name = "URL", env = "MIEDZA_SMTP", hide_env_values = true)]
    pub smtp: Option<String>,
    /// Sender of letters
    #[arg(long, value_name = "ADDRESS", default_value = "miedza@localhost.localdomain", env = "MIEDZA_MAIL_FROM")]
    pub mail_from: String,
    /// How people sign in through a provider
    #[command(flatten)]
    pub oidc: Oidc,
    /// Trust the proxy in front to say who asks
    #[arg(long, env = "MIEDZA_BEHIND_PROXY")]
    pub behind_proxy: bool,
    /// What is written about the running of the program
    #[command(flatten)]
    pub watching: Watching,
}

/// Where the data lie and what the portal is called outside.
#[derive(Debug, Args)]
pub struct Data {
    /// Folder of the data
    #[arg(global = true, long = "data", value_name = "DIR", default_value = "miedza-data", env = "MIEDZA_DATA")]
    pub folder: PathBuf,
    /// Database instead of the one in the data folder: sqlite://FILE or postgres://USER@HOST/NAME
    #[arg(global = true, long, value_name = "URL", env = "MIEDZA_DATABASE", hide_env_values = true)]
    pub database: Option<String>,
    /// Folder or s3://BUCKET/PREFIX for uploads instead of the data folder
    #[arg(global = true, long, value_name = "PLACE", env = "MIEDZA_UPLOADS")]
    pub uploads: Option<String>,
    /// Address that people type, such as `https://partnership.example`; decides links in mails and secure cookies
    #[arg(global = true, long, value_name = "URL", env = "MIEDZA_PUBLIC_ADDRESS")]
    pub public_address: Option<String>,
}

impl Data {
    /// Opens what is kept.
    pub async fn open(&self) -> Result<Store, Failure> {
        opening::open(&self.folder, self.database.as_deref(), self.uploads.as_deref()).await
    }

    /// The place itself, for what opens it in its own way.
    pub fn place(&self) -> opening::Place {
        opening::place(&self.folder, self.database.as_deref(), self.uploads.as_deref())
    }

    /// Address that people type; the one that is listened on if none was given.
    ///
    /// # Errors
    /// [`Failure`] if what was given is no address of a site.
    pub fn public_address(&self, listen: SocketAddr) -> Result<String, Failure> {
        let usual = || Ok(format!("http://{listen}"));
        self.public_address.as_ref().map_or_else(usual, |address| opening::public_address(address))
    }
}

impl Serve {
    /// Opens the data and serves until it is told to stop.
    pub fn run(self, terminal: &Terminal) -> Outcome {
        run(async {
            let store = self.place.data.open().await?;
            serve(App::new(store, self.place.portal()?), &self.place, terminal).await
        })
    }
}

/// How long the end of the program waits for computations that nobody waits for any more.
const LAST_COMPUTATION: Duration = Duration::from_secs(2);

/// Runs work that waits for others: the network, the database.
pub fn run(work: impl Future<Output = Outcome>) -> Outcome {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.map_err(|error| opening::machinery(&error))?;
    let outcome = runtime.block_on(work);
    runtime.shutdown_timeout(LAST_COMPUTATION);
    outcome
}

/// Serves until the terminal or the system says stop.
pub async fn serve(app: App, place: &Place, terminal: &Terminal) -> Outcome {
    place.watching.begin();
    place.watching.serve_figures(&app).await?;
    let told = |address: SocketAddr| terminal.warn(&[Message::new(key::SERVE_TOLD).with("address", format!("http://{address}"))]);
    miedza_portal::serve(app, place.listen, told, stopped()).await.map_err(|error| {
        let told = Message::new(key::SERVE_REFUSED).with("address", place.listen.to_string());
        Failure { kind: Kind::Unavailable, told, hint: Some(key::SERVE_REFUSED_HINT.into()), causes: Vec::new() }.because(&error)
    })
}

async fn stopped() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};

        if let Ok(mut ended) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = interrupted => {}
                _ = ended.recv() => {}
            }
            return;
        }
    }
    // Without signals the program ends when the system ends it.
    let _ = interrupted.await;
}

impl Place {
    /// How the portal is set up.
    pub fn portal(&self) -> Result<Portal, Failure> {
        let post = self.smtp.as_ref().map(|address| Server::new(address, &self.mail_from)).transpose()?;
        let public_address = self.data.public_address(self.listen)?;
        Ok(Portal {
            provider: self.oidc.provider(&public_address)?,
            public_address,
            is_behind_proxy: self.behind_proxy,
            post,
            tell_letter,
            ..Portal::default()
        })
    }
}

/// Shows a letter that no server of mail takes: on a laptop its link is followed from here. Where nobody sits before the terminal
/// what is written becomes a log, and its link would lie there for whoever reads logs; then only that it waits is said.
fn tell_letter(mail: &Mail) {
    let draft = &mail.draft;
    if !std::io::stderr().is_terminal() {
        tracing::warn!(letter = %mail.id, "a letter waits, since no server of mail is set up");
        return;
    }
    let text = format!("\n✉ {} – {}\n{}\n", draft.recipient, draft.subject, draft.body);
    // Nobody is left to tell when stderr is closed.
    let _ = std::io::Write::write_all(&mut std::io::stderr(), text.as_bytes());
}
