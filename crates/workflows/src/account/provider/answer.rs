//! What the provider answers, checked: the code is changed for a token, its signature, issuer, audience, time and nonce are
//! looked at, and what is left is who somebody is there.

use std::error::Error;
use std::time::{Duration, UNIX_EPOCH};

use miedza_planning::account::{ENTRY_HOLDS, normal_email};
use miedza_store::Moment;
use openidconnect::core::CoreErrorResponseType;
use openidconnect::core::{
    CoreIdToken, CoreIdTokenClaims, CoreIdTokenVerifier, CoreJwsSigningAlgorithm, CoreTokenResponse, CoreUserInfoClaims,
};
use openidconnect::{
    AccessTokenHash, AuthorizationCode, ClaimsVerificationError, Nonce, OAuth2TokenResponse as _, PkceCodeVerifier,
    RequestTokenError, SignatureVerificationError, StandardErrorResponse, TokenResponse as _,
};
use serde::Deserialize;

use super::client::{CallError, Client, Fault, Known};
use super::{Refused, Waiting};

/// By how much the clocks of the provider and of this machine may differ.
const CLOCKS_DIFFER: Duration = Duration::from_mins(2);

/// Ways of signing that are believed: those by which the provider alone can sign.
const SIGNATURES: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// What the provider sent back through the browser.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Answer {
    /// To be changed for a token.
    pub code: String,
    /// What was sent along.
    pub state: String,
    /// Why there is no code.
    pub error: String,
    /// Who answers (RFC 9207); many do not say.
    pub iss: String,
}

/// Who somebody is at the provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The provider.
    pub issuer: String,
    /// The name there, never given to somebody else.
    pub subject: String,
    /// The address of mail, if the provider vouches for it.
    pub email: Option<String>,
}

impl Client {
    /// Who answers.
    pub async fn ask(&self, answer: &Answer, waiting: Waiting, now: Moment) -> Result<Person, Refused> {
        if !answer.iss.is_empty() && answer.iss != self.issuer().as_str() {
            return Err(Fault::of(Refused::NotBelieved, "another provider answers").told("the answer"));
        }
        if answer.code.is_empty() {
            let is_broken_off =
                matches!(answer.error.as_str(), "access_denied" | "login_required" | "consent_required" | "interaction_required");
            return Err(if is_broken_off {
                Refused::BrokenOff
            } else {
                Fault::of(Refused::NotBelieved, &plain(&answer.error)).told("the provider refuses")
            });
        }
        let known = self.known(now).await.map_err(|fault| fault.told("the provider was not found"))?;
        let tokens = self.change(&known, answer, waiting.verifier).await.map_err(|fault| fault.told("the code was not taken"))?;
        self.believe(known, &tokens, &waiting.nonce, now).await.map_err(|fault| fault.told("the answer is not believed"))
    }

    /// Changes the code for tokens.
    async fn change(&self, known: &Known, answer: &Answer, verifier: String) -> Result<CoreTokenResponse, Fault> {
        let client = self.of(known);
        let request = client.exchange_code(AuthorizationCode::new(answer.code.clone()));
        let request = request.map_err(|error| Fault::new(Refused::NotBelieved, &error))?;
        let tokens = request.set_pkce_verifier(PkceCodeVerifier::new(verifier)).request_async(&self.calls).await;
        tokens.map_err(|error| Fault::new(refused_code(&error), &error))
    }

    /// Believes the token, or not; with keys that are asked for anew if its key is not known yet.
    async fn believe(
        &self,
        known: std::sync::Arc<Known>,
        tokens: &CoreTokenResponse,
        nonce: &str,
        now: Moment,
    ) -> Result<Person, Fault> {
        let token = tokens.id_token().ok_or_else(|| Fault::of(Refused::NotBelieved, "there is no token of identity"))?;
        let nonce = Nonce::new(nonce.to_owned());
        let (mut known, mut client) = (known.clone(), self.of(&known));
        if matches!(
            token.claims(&verifier(&client, now), &nonce),
            Err(ClaimsVerificationError::SignatureVerification(SignatureVerificationError::NoMatchingKey))
        ) {
            known = self.known_anew(now).await?;
            client = self.of(&known);
        }
        let verifier = verifier(&client, now);
        let claims = token.claims(&verifier, &nonce).map_err(|error| Fault::new(Refused::NotBelieved, &error))?;
        self.is_for_us(claims)?;
        goes_with(tokens, token, claims, &verifier)?;
        let email = match vouched(claims.email().map(|email| email.as_str()), claims.email_verified()) {
            Some(email) => Some(email),
            None => self.email(&known, tokens, claims).await?,
        };
        Ok(Person { issuer: self.issuer().to_string(), subject: claims.subject().to_string(), email })
    }

    /// Whether the token was made for this portal, where it says for whom.
    fn is_for_us(&self, claims: &CoreIdTokenClaims) -> Result<(), Fault> {
        match claims.authorized_party() {
            Some(party) if party != self.id() => Err(Fault::of(Refused::NotBelieved, "the token is for another program")),
            _ => Ok(()),
        }
    }

    /// The address that the provider tells where it is asked about the person.
    async fn email(
        &self,
        known: &Known,
        tokens: &CoreTokenResponse,
        claims: &CoreIdTokenClaims,
    ) -> Result<Option<String>, Fault> {
        let client = self.of(known);
        let Ok(request) = client.user_info(tokens.access_token().clone(), Some(claims.subject().clone())) else {
            return Ok(None);
        };
        let told: Result<CoreUserInfoClaims, _> = request.request_async(&self.calls).await;
        let told = told.map_err(|error| Fault::new(Refused::Down, &error))?;
        Ok(vouched(told.email().map(|email| email.as_str()), told.email_verified()))
    }
}

/// Looks at signature, issuer, audience, and time with some minutes of difference between clocks.
fn verifier(client: &super::client::Made, now: Moment) -> CoreIdTokenVerifier<'_> {
    let seconds = now.unix_seconds();
    let differ = i64::try_from(CLOCKS_DIFFER.as_secs()).unwrap_or(0);
    let holds = i64::try_from(ENTRY_HOLDS.as_secs()).unwrap_or(0);
    let early = Duration::from_secs(u64::try_from(seconds - differ).unwrap_or(0));
    client
        .id_token_verifier()
        .set_allowed_algs(SIGNATURES)
        .set_time_fn(move || (UNIX_EPOCH + early).into())
        .set_issue_time_verifier_fn(move |issued| {
            let age = seconds - issued.timestamp();
            if (-differ..=holds + differ).contains(&age) { Ok(()) } else { Err(format!("issued {age} seconds ago")) }
        })
}

/// Whether the token of identity and the one of access belong together, where the provider says so.
fn goes_with(
    tokens: &CoreTokenResponse,
    token: &CoreIdToken,
    claims: &CoreIdTokenClaims,
    verifier: &CoreIdTokenVerifier<'_>,
) -> Result<(), Fault> {
    let Some(expected) = claims.access_token_hash() else { return Ok(()) };
    let not_believed = |error: &(dyn Error + 'static)| Fault::new(Refused::NotBelieved, error);
    let algorithm = token.signing_alg().map_err(|error| not_believed(&error))?;
    let signed_by = token.signing_key(verifier).map_err(|error| not_believed(&error))?;
    let found = AccessTokenHash::from_token(tokens.access_token(), algorithm, signed_by).map_err(|error| not_believed(&error))?;
    if found == *expected { Ok(()) } else { Err(Fault::of(Refused::NotBelieved, "the tokens do not go together")) }
}

/// An address counts only if the provider vouches for it.
fn vouched(email: Option<&str>, is_verified: Option<bool>) -> Option<String> {
    email.filter(|_| is_verified == Some(true)).and_then(normal_email)
}

fn refused_code(error: &RequestTokenError<CallError, StandardErrorResponse<CoreErrorResponseType>>) -> Refused {
    match error {
        // The code was used before or has ended.
        RequestTokenError::ServerResponse(answer) if *answer.error() == CoreErrorResponseType::InvalidGrant => Refused::Stale,
        RequestTokenError::ServerResponse(_) | RequestTokenError::Request(CallError::Open(_) | CallError::TooLong) => {
            Refused::NotBelieved
        }
        _ => Refused::Down,
    }
}

/// A word of the provider as it may stand in a log.
fn plain(word: &str) -> String {
    let word: String = word.chars().filter(|sign| sign.is_ascii_alphanumeric() || *sign == '_').take(40).collect();
    if word.is_empty() { "there is no code".to_owned() } else { word }
}
