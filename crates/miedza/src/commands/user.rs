//! `miedza user`: the accounts of a portal.

use std::net::{Ipv4Addr, SocketAddr};

use clap::{Args, Subcommand};
use miedza_texts::Language;
use miedza_workflows::account::terminal::{self, Asked};

use super::serve::{Data, run};
use crate::terminal::{Outcome, Terminal};

/// Keeps the accounts of a portal.
#[derive(Debug, Args)]
pub struct User {
    /// Where the data lie
    #[command(flatten)]
    data: Data,
    /// What is done
    #[command(subcommand)]
    verb: Verb,
}

/// What is done with accounts.
#[derive(Debug, Subcommand)]
enum Verb {
    /// Invite somebody, or make an account at once with --password
    Add(Add),
    /// All accounts with their roles
    List,
    /// Switch an account off
    Disable {
        /// Address of the account
        email: String,
    },
    /// Make a link that sets a new password
    Reset {
        /// Address of the account
        email: String,
    },
}

/// Somebody to be given an account.
#[derive(Debug, Args)]
struct Add {
    /// Address of mail
    email: String,
    /// What the pages call the person or the post
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// Role, such as administrator, secretary or municipality_editor; may be given several times
    #[arg(long, value_name = "ROLE")]
    role: Vec<String>,
    /// Address of the partnership in which the role holds; the whole portal without it
    #[arg(long, value_name = "SLUG")]
    partnership: Option<String>,
    /// Code of the own unit
    #[arg(long, value_name = "CODE")]
    unit: Option<String>,
    /// Password of the account, which can then sign in at once
    #[arg(long, value_name = "PASSWORD", env = "MIEDZA_PASSWORD", hide_env_values = true)]
    password: Option<String>,
}

impl Add {
    fn asked(self, language: Language) -> Asked {
        let Self { email, name, role: roles, partnership, unit, password } = self;
        Asked { email, name, language, roles, partnership, unit, password }
    }
}

impl User {
    /// Does it and says what was done.
    pub fn run(self, terminal: &Terminal) -> Outcome {
        run(async {
            let store = self.data.open().await?;
            let site = self.data.public_address(SocketAddr::from((Ipv4Addr::LOCALHOST, 8080)))?;
            let language = terminal.language();
            let done = match self.verb {
                Verb::Add(add) => terminal::add_user(&store, &add.asked(language), &site).await?,
                Verb::Disable { email } => terminal::disable_user(&store, &email, terminal::today()).await?,
                Verb::Reset { email } => terminal::reset_user(&store, &email, &site).await?,
                Verb::List => {
                    let list = terminal::list_users(&store).await?;
                    terminal.answer(&list, || terminal::users_told(&list, language));
                    return Ok(());
                }
            };
            terminal.answer(&done, || done.told(language));
            Ok(())
        })
    }
}
