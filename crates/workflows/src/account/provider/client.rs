//! Talking to the provider: what it says about itself, kept for a while, and bounded calls.
//!
//! Calls follow no redirect, take at most [`LARGEST`] bytes and [`PATIENCE`], and go without encryption to this machine only.

use std::net::IpAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use miedza_store::Moment;
use miedza_texts::key;
use openidconnect::core::{CoreClient, CoreClientAuthMethod};
use openidconnect::url::Url;
use openidconnect::{
    AsyncHttpClient, AuthType, ClientId, ClientSecret, DiscoveryError, EndpointMaybeSet, EndpointNotSet, EndpointSet,
    HttpRequest, HttpResponse, IssuerUrl, ProviderMetadataWithLogout, RedirectUrl, http,
};
use thiserror::Error;
use tokio::sync::Mutex;

use super::{Refused, Settings};
use crate::failure::Failure;

/// Most bytes of an answer.
const LARGEST: usize = 1 << 20;
/// For how long the provider may take over an answer.
const PATIENCE: Duration = Duration::from_secs(10);
/// For how long it is believed what the provider says about itself.
const KNOWN: Duration = Duration::from_hours(1);
/// Before that it is asked again for new keys, but not more often than this.
const ASKED_AGAIN: Duration = Duration::from_mins(1);

/// The client of the library with the addresses that are known of a provider.
pub type Made = CoreClient<EndpointSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointMaybeSet, EndpointMaybeSet>;

/// What the provider says about itself, its keys among it.
#[derive(Debug)]
pub struct Known {
    pub metadata: ProviderMetadataWithLogout,
    since: Moment,
}

/// Why a call came to nothing.
#[derive(Debug, Error)]
pub enum CallError {
    #[error("{0} is not encrypted")]
    Open(String),
    #[error("the answer is longer than {LARGEST} bytes")]
    TooLong,
    #[error("the provider does not answer")]
    Call(#[from] reqwest::Error),
    #[error("the answer is none")]
    Answer(#[from] http::Error),
}

/// A fault at the provider: what a person is told, and what the log says.
#[derive(Debug)]
pub struct Fault {
    refused: Refused,
    cause: String,
}

impl Fault {
    pub fn new(refused: Refused, error: &(dyn std::error::Error + 'static)) -> Self {
        let mut cause = error.to_string();
        let mut next = error.source();
        while let Some(error) = next {
            cause = format!("{cause}: {error}");
            next = error.source();
        }
        Self { refused, cause }
    }

    pub fn of(refused: Refused, cause: &str) -> Self {
        Self { refused, cause: cause.to_owned() }
    }

    /// Logs it; gives what the person is told.
    pub fn told(self, what: &'static str) -> Refused {
        tracing::warn!(cause = self.cause, what, "nobody signs in through the provider");
        self.refused
    }
}

/// The way to the provider.
#[derive(Debug)]
pub struct Client {
    issuer: IssuerUrl,
    id: ClientId,
    secret: Option<ClientSecret>,
    back: RedirectUrl,
    pub calls: Calls,
    known: Mutex<Option<Arc<Known>>>,
}

impl Client {
    pub fn new(settings: &Settings) -> Result<Self, Failure> {
        let issuer = settings.issuer()?;
        let back = RedirectUrl::new(format!("{}/sign-in/provider", settings.public_address))
            .map_err(|error| Failure::invalid(key::PROVIDER_NO_ADDRESS, key::PROVIDER_NO_ADDRESS_HINT).because(&error))?;
        let calls = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).timeout(PATIENCE);
        // A proxy of the office does not lead to this machine.
        let calls = if is_this_machine(issuer.url()) { calls.no_proxy() } else { calls };
        Ok(Self {
            issuer,
            id: ClientId::new(settings.client.clone()),
            secret: settings.secret.clone().map(ClientSecret::new),
            back,
            calls: Calls(calls.build().map_err(|error| Failure::fault(&error))?),
            known: Mutex::new(None),
        })
    }

    pub const fn issuer(&self) -> &IssuerUrl {
        &self.issuer
    }

    pub const fn id(&self) -> &ClientId {
        &self.id
    }

    /// What the provider says about itself, asked for at most once an hour.
    pub async fn known(&self, now: Moment) -> Result<Arc<Known>, Fault> {
        self.younger_than(KNOWN, now).await
    }

    /// The same, asked for anew if that was not just done: the provider may have new keys.
    pub async fn known_anew(&self, now: Moment) -> Result<Arc<Known>, Fault> {
        self.younger_than(ASKED_AGAIN, now).await
    }

    async fn younger_than(&self, age: Duration, now: Moment) -> Result<Arc<Known>, Fault> {
        let mut kept = self.known.lock().await;
        if let Some(known) = kept.as_ref().filter(|known| now < known.since.plus(age)) {
            return Ok(known.clone());
        }
        let metadata = ProviderMetadataWithLogout::discover_async(self.issuer.clone(), &self.calls).await;
        let metadata = metadata.map_err(|error| {
            let refused = match error {
                DiscoveryError::Validation(_) | DiscoveryError::Parse(_) => Refused::NotBelieved,
                _ => Refused::Down,
            };
            Fault::new(refused, &error)
        })?;
        let known = Arc::new(Known { metadata, since: now });
        *kept = Some(known.clone());
        Ok(known)
    }

    /// The client of the library.
    pub fn of(&self, known: &Known) -> Made {
        let methods = known.metadata.token_endpoint_auth_methods_supported();
        let takes = |method| methods.is_none_or(|methods| methods.contains(&method));
        let is_in_body = !takes(CoreClientAuthMethod::ClientSecretBasic) && takes(CoreClientAuthMethod::ClientSecretPost);
        let client = CoreClient::from_provider_metadata(known.metadata.clone(), self.id.clone(), self.secret.clone());
        let client = client.set_redirect_uri(self.back.clone());
        if is_in_body { client.set_auth_type(AuthType::RequestBody) } else { client }
    }
}

/// Bounded calls.
#[derive(Debug)]
pub struct Calls(reqwest::Client);

impl<'c> AsyncHttpClient<'c> for Calls {
    type Error = CallError;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, CallError>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.one(request))
    }
}

impl Calls {
    async fn one(&self, request: HttpRequest) -> Result<HttpResponse, CallError> {
        let request = reqwest::Request::try_from(request)?;
        if request.url().scheme() != "https" && !is_this_machine(request.url()) {
            return Err(CallError::Open(request.url().origin().ascii_serialization()));
        }
        let mut answer = self.0.execute(request).await?;
        let mut whole = http::Response::builder().status(answer.status());
        for (name, value) in answer.headers() {
            whole = whole.header(name, value);
        }
        let mut body = Vec::new();
        while let Some(part) = answer.chunk().await? {
            if body.len() + part.len() > LARGEST {
                return Err(CallError::TooLong);
            }
            body.extend_from_slice(&part);
        }
        Ok(whole.body(body)?)
    }
}

/// Whether an address leads to this machine.
pub fn is_this_machine(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']);
    url.scheme() == "http" && (host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback()))
}
