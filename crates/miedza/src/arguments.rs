//! The arguments of the program, from which help, manual and shell completion are made.

use clap::{Args, Parser, Subcommand};
use miedza_texts::Language;

use crate::commands::backup::{Backup, Restore, Verify};
use crate::commands::certainty::Certainty;
use crate::commands::check::Check;
use crate::commands::compare::Compare;
use crate::commands::contiguity::Contiguity;
use crate::commands::delimit::Delimit;
use crate::commands::demo::Demo;
use crate::commands::diagnose::Diagnose;
use crate::commands::estimate::Estimate;
use crate::commands::fetch::Fetch;
use crate::commands::import::Import;
use crate::commands::manual::{Completion, Manual};
use crate::commands::methods::Methods;
use crate::commands::serve::Serve;
use crate::commands::user::User;
use crate::terminal::{Outcome, Terminal};

/// From commuting flows to functional areas: delimited, mapped and documented.
#[derive(Debug, Parser)]
#[command(name = "miedza", version, arg_required_else_help = true, max_term_width = 110)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,

    /// How to do it.
    #[command(flatten)]
    pub common: Common,
}

/// Options of every command.
#[derive(Debug, Args)]
#[command(next_help_heading = "Every command")]
pub struct Common {
    /// Language of talk, log, map and report: pl, cs or en; the locale's where it is one of these
    #[arg(long, global = true, value_name = "LANGUAGE")]
    pub lang: Option<Language>,

    /// Answer in JSON on stdout, failures too
    #[arg(long, global = true)]
    pub json: bool,

    /// No progress, no talk; failures are still told
    #[arg(long, global = true)]
    pub quiet: bool,

    /// How many threads may work; all cores by default. The result does not depend on it
    #[arg(long, global = true, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub threads: Option<u16>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Put the units of a flow table into functional areas
    Delimit(Box<Delimit>),
    /// The methods with their parameters, defaults and sources
    Methods(Methods),
    /// Compare two partitions of the same units
    Compare(Compare),
    /// Model flows where nobody counted them
    Estimate(Estimate),
    /// How sure each boundary is: flows drawn again and again, parameters swept
    Certainty(Box<Certainty>),
    /// Which units touch, from their boundaries
    Contiguity(Contiguity),
    /// Serve the portal with five real partnerships
    Demo(Box<Demo>),
    /// Serve the portal
    Serve(Box<Serve>),
    /// Accounts: add, list, disable, reset
    User(User),
    /// Import files of publishers: registers, boundaries, observations, flows
    Import(Box<Import>),
    /// Fetch figures, boundaries and files of offices from their services
    Fetch(Box<Fetch>),
    /// Write the diagnostic report of a partnership or of a list of units
    Diagnose(Box<Diagnose>),
    /// Hold a partnership against the consistency rules
    Check(Box<Check>),
    /// Write everything that is kept into one file
    Backup(Box<Backup>),
    /// Take a backup in, into an empty place
    Restore(Box<Restore>),
    /// Check a backup, or what is kept here
    Verify(Box<Verify>),
    /// Print shell completion
    Completion(Completion),
    /// Write the manual pages
    Manual(Manual),
}

impl Command {
    /// Whether it serves until it is told to stop, and so looks after interruption itself.
    pub const fn serves(&self) -> bool {
        matches!(self, Self::Serve(_) | Self::Demo(_))
    }

    /// Runs the command.
    pub fn run(self, terminal: &Terminal) -> Outcome {
        match self {
            Self::Delimit(command) => command.run(terminal),
            Self::Methods(command) => command.run(terminal),
            Self::Compare(command) => command.run(terminal),
            Self::Estimate(command) => command.run(terminal),
            Self::Certainty(command) => command.run(terminal),
            Self::Contiguity(command) => command.run(terminal),
            Self::Demo(command) => command.run(terminal),
            Self::Serve(command) => command.run(terminal),
            Self::User(command) => command.run(terminal),
            Self::Import(command) => command.run(terminal),
            Self::Fetch(command) => command.run(terminal),
            Self::Diagnose(command) => command.run(terminal),
            Self::Check(command) => command.run(terminal),
            Self::Backup(command) => command.run(terminal),
            Self::Restore(command) => command.run(terminal),
            Self::Verify(command) => command.run(terminal),
            Self::Completion(command) => {
                command.run();
                Ok(())
            }
            Self::Manual(command) => command.run(terminal),
        }
    }
}
