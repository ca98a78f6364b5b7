//! Signing in through a provider by OpenID Connect: the code flow with PKCE, state and nonce.
//!
//! The provider says who somebody is there; whose account that is here is decided in `tie`, and a code from a device is asked
//! as after a password. No account is made on the way: whoever comes has been invited or has one. What the provider says is
//! believed only with its signature, for this portal, for this sign-in, and in time.

mod answer;
mod client;
mod settings;
mod tie;

use std::sync::Arc;

use miedza_store::Account;
use miedza_texts::Language;
use openidconnect::core::CoreAuthenticationFlow;
use openidconnect::{CsrfToken, LogoutRequest, Nonce, PkceCodeChallenge, PostLogoutRedirectUrl, Scope};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use self::client::Client;
use super::limits::{self, Counter};
use super::secret::hash_of;
use super::sign_in::{Aim, Entrance, enter, wait_for};
use super::{Visit, invitation};
use crate::failure::Failure;
use miedza_planning::account::STARTS_OF_PLACE;

pub use answer::Answer;
pub use settings::{Labels, Settings};

/// A provider through which people sign in; cheap to clone.
#[derive(Clone, Debug)]
pub struct Provider(Arc<Inside>);

#[derive(Debug)]
struct Inside {
    client: Client,
    labels: Labels,
    /// Where the provider sends people after they signed out there.
    home: String,
}

/// Why somebody does not come in through the provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It was begun too long ago, in another browser, or it is over already.
    Stale,
    /// The person broke off there.
    BrokenOff,
    /// The provider does not answer.
    Down,
    /// What it answered cannot be believed, or it does not know this portal.
    NotBelieved,
    /// The provider does not vouch for an address of mail.
    NoEmail,
    /// Nobody here has that address.
    Unknown,
    /// The account is switched off.
    Off,
    /// The account is tied to somebody else at the provider, or the other way round.
    Tied,
    /// The invitation has run out.
    NotInvited,
}

impl Refused {
    /// All.
    pub const ALL: [Self; 9] = [
        Self::Stale,
        Self::BrokenOff,
        Self::Down,
        Self::NotBelieved,
        Self::NoEmail,
        Self::Unknown,
        Self::Off,
        Self::Tied,
        Self::NotInvited,
    ];

    /// The word in addresses.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Stale => "stale",
            Self::BrokenOff => "broken-off",
            Self::Down => "down",
            Self::NotBelieved => "not-believed",
            Self::NoEmail => "no-email",
            Self::Unknown => "unknown",
            Self::Off => "off",
            Self::Tied => "tied",
            Self::NotInvited => "not-invited",
        }
    }

    /// The reason of a word.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|refused| refused.name() == name)
    }
}

/// The first step of a sign-in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Start {
    /// To the provider; the token goes into a cookie and brings back what is waited for.
    Go {
        /// For the cookie.
        token: String,
        /// Where the provider asks.
        address: String,
    },
    /// Tried too often; the seconds to wait.
    TooOften(i64),
    /// It cannot be begun.
    Refused(Refused),
}

/// Where somebody wants to go, and how they talk.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wanted {
    /// Own address to go to afterwards.
    pub to: String,
    /// Code of the language in which it was begun.
    pub language: String,
    /// Hash of the invitation that is accepted on the way.
    pub invitation: Option<String>,
}

/// The end of a sign-in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct End {
    /// Where it was begun; nothing if that is not known any more.
    pub wanted: Wanted,
    /// What came of it.
    pub came: Result<Entrance, Refused>,
}

/// What is waited for while the provider asks.
#[derive(Debug, Serialize, Deserialize)]
struct Waiting {
    state: String,
    nonce: String,
    verifier: String,
    wanted: Wanted,
}

impl Provider {
    /// The provider of these settings; it is asked for the first time when somebody signs in.
    ///
    /// # Errors
    /// [`Failure`] if the settings cannot be.
    pub fn new(settings: Settings) -> Result<Self, Failure> {
        let client = Client::new(&settings)?;
        Ok(Self(Arc::new(Inside { client, labels: settings.labels, home: format!("{}/", settings.public_address) })))
    }

    /// What the button says in this language; `None` if nobody has said it.
    #[must_use]
    pub fn label(&self, language: Language) -> Option<&str> {
        self.0.labels.get(language)
    }

    /// The host of the provider.
    #[must_use]
    pub fn host(&self) -> String {
        self.0.client.issuer().url().host_str().unwrap_or_default().to_owned()
    }

    /// Begins a sign-in.
    ///
    /// # Errors
    /// What the store says.
    pub async fn begin(&self, visit: &Visit<'_>, wanted: Wanted) -> Result<Start, Failure> {
        let counters = [Counter::of("provider-of-place", &visit.network, STARTS_OF_PLACE)];
        if let Some(seconds) = limits::count(visit, &counters).await? {
            return Ok(Start::TooOften(seconds));
        }
        let known = match self.0.client.known(visit.now).await {
            Ok(known) => known,
            Err(fault) => return Ok(Start::Refused(fault.told("the provider was not found"))),
        };
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let client = self.0.client.of(&known);
        let flow = CoreAuthenticationFlow::AuthorizationCode;
        let asked = client.authorize_url(flow, CsrfToken::new_random, Nonce::new_random).set_pkce_challenge(challenge);
        let asked = asked.add_scope(Scope::new("email".to_owned())).add_scope(Scope::new("profile".to_owned()));
        let (address, state, nonce) = asked.add_extra_param("ui_locales", wanted.language.clone()).url();
        let waiting = Waiting {
            // The state comes back through the browser; what is kept is compared with its hash.
            state: hash_of(state.secret()),
            nonce: nonce.secret().clone(),
            verifier: verifier.into_secret(),
            wanted,
        };
        let token = wait_for(visit, json!({"provider": waiting})).await?;
        Ok(Start::Go { token, address: address.into() })
    }

    /// Ends a sign-in with what the provider sent back through the browser that shows this token.
    ///
    /// # Errors
    /// What the store says.
    pub async fn finish(&self, visit: &Visit<'_>, token: &str, answer: &Answer) -> Result<End, Failure> {
        let hash = hash_of(token);
        let waiting = visit.store.entry(&hash, visit.now).await?.and_then(waiting);
        let Some(waiting) = waiting else {
            return Ok(End { wanted: Wanted::default(), came: Err(Refused::Stale) });
        };
        let wanted = waiting.wanted.clone();
        if waiting.state != hash_of(&answer.state) || visit.store.take_entry(&hash, visit.now).await?.is_none() {
            return Ok(End { wanted, came: Err(Refused::Stale) });
        }
        let came = match self.0.client.ask(answer, waiting, visit.now).await {
            Ok(known) => tie::account_of(visit, &known, wanted.invitation.as_deref()).await?,
            Err(refused) => Err(refused),
        };
        let came = match came {
            Ok(account) => Ok(self.enter(visit, &account, &wanted.to).await?),
            Err(refused) => Err(refused),
        };
        Ok(End { wanted, came })
    }

    async fn enter(&self, visit: &Visit<'_>, account: &Account, to: &str) -> Result<Entrance, Failure> {
        enter(visit, account, Aim { to, through: Some(self.0.client.issuer().as_str()) }).await
    }

    /// Where somebody whose session came through this provider signs out there as well; `None` if it offers that not, does
    /// not answer, or is not the one.
    pub async fn way_out(&self, visit: &Visit<'_>, through: &str) -> Option<String> {
        let known =
            if through == self.0.client.issuer().as_str() { self.0.client.known(visit.now).await.ok()? } else { return None };
        let end = known.metadata.additional_metadata().end_session_endpoint.clone()?;
        let home = PostLogoutRedirectUrl::new(self.0.home.clone()).ok()?;
        let request = LogoutRequest::from(end).set_client_id(self.0.client.id().clone()).set_post_logout_redirect_uri(home);
        Some(request.http_get_url().into())
    }

    /// Begins a sign-in that accepts an invitation; `None` if that works no more.
    ///
    /// # Errors
    /// What the store says.
    pub async fn accept(&self, visit: &Visit<'_>, token: &str, language: Language) -> Result<Option<Start>, Failure> {
        if invitation::invited_by(visit, token).await?.is_none() {
            return Ok(None);
        }
        let wanted = Wanted { to: String::new(), language: language.code().to_owned(), invitation: Some(hash_of(token)) };
        self.begin(visit, wanted).await.map(Some)
    }
}

fn waiting(kept: Value) -> Option<Waiting> {
    kept.get("provider").and_then(|waiting| Waiting::deserialize(waiting).ok())
}
