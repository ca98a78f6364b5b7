//! How people sign in through a provider of OpenID Connect, as `miedza serve` is told.
//!
//! The secret comes from a file or from the environment: what stands on a command line is seen by everyone on the machine.

use std::path::PathBuf;

use clap::Args;
use miedza_texts::{Message, key};
use miedza_workflows::Failure;
use miedza_workflows::account::provider::{Labels, Provider, Settings};

/// Where the secret is looked for if no file is named.
const SECRET: &str = "MIEDZA_OIDC_SECRET";

/// How a provider is reached.
#[derive(Debug, Args)]
pub struct Oidc {
    /// Provider of OpenID Connect through which people may sign in, as it names itself: `https://login.example/realms/office`
    #[arg(long = "oidc-issuer", value_name = "URL", env = "MIEDZA_OIDC_ISSUER", requires = "client")]
    issuer: Option<String>,
    /// Name of this portal at the provider
    #[arg(long = "oidc-client", value_name = "ID", env = "MIEDZA_OIDC_CLIENT", requires = "issuer")]
    client: Option<String>,
    /// File with the secret of this portal at the provider; without it the secret is in the variable MIEDZA_OIDC_SECRET, or there is none
    #[arg(long = "oidc-secret-file", value_name = "FILE", env = "MIEDZA_OIDC_SECRET_FILE")]
    secret_file: Option<PathBuf>,
    /// What the button says: "pl=Konto urzędu", repeated for cs and en; divided by semicolons in the variable
    #[arg(long = "oidc-label", value_name = "LABEL", env = "MIEDZA_OIDC_LABEL", value_delimiter = ';')]
    labels: Vec<String>,
}

impl Oidc {
    /// The provider, if one was named.
    ///
    /// # Errors
    /// [`Failure`] if it cannot be reached so.
    pub fn provider(&self, public_address: &str) -> Result<Option<Provider>, Failure> {
        let (Some(issuer), Some(client)) = (&self.issuer, &self.client) else { return Ok(None) };
        let settings = Settings {
            issuer: issuer.clone(),
            client: client.clone(),
            secret: self.secret()?,
            labels: Labels::parse(&self.labels)?,
            public_address: public_address.to_owned(),
        };
        Provider::new(settings).map(Some)
    }

    fn secret(&self) -> Result<Option<String>, Failure> {
        let found = match &self.secret_file {
            None => std::env::var(SECRET).ok(),
            Some(file) => {
                let told = || Message::new(key::PROVIDER_NO_SECRET).with("file", file.display().to_string());
                let read = std::fs::read_to_string(file);
                Some(read.map_err(|error| Failure::invalid(told(), key::PROVIDER_NO_SECRET_HINT).because(&error))?)
            }
        };
        Ok(found.map(|secret| secret.trim().to_owned()).filter(|secret| !secret.is_empty()))
    }
}
