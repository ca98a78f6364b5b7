//! `miedza backup`, `miedza restore`, `miedza verify`.

use std::path::PathBuf;

use clap::Args;
use miedza_workflows::{backup, opening};

use super::serve::{Data, run};
use crate::terminal::{Outcome, Terminal};

/// Writes everything that is kept into one file, while the portal goes on serving.
#[derive(Debug, Args)]
pub struct Backup {
    /// File to write: database, uploads, settings and their hashes
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Replace that file if it is there
    #[arg(long)]
    overwrite: bool,
    /// Where the data lie
    #[command(flatten)]
    data: Data,
}

impl Backup {
    /// Makes the backup and says what it holds.
    pub fn run(self, terminal: &Terminal) -> Outcome {
        run(async {
            let store = opening::open_kept(&self.data.place()).await?;
            let done = backup::backup(&store, &self.file, self.overwrite, &terminal.teller()).await?;
            store.close().await;
            terminal.warn(&done.notes);
            terminal.answer(&done.summary, || done.told(terminal.language()));
            Ok(())
        })
    }
}

/// Takes a backup in, into an empty place, on SQLite or PostgreSQL.
#[derive(Debug, Args)]
pub struct Restore {
    /// Backup to take in
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Where the data will lie
    #[command(flatten)]
    data: Data,
}

impl Restore {
    /// Takes the backup in and says what it held.
    pub fn run(self, terminal: &Terminal) -> Outcome {
        run(async {
            let done = backup::restore(&self.file, &self.data.place(), &terminal.teller()).await?;
            terminal.warn(&done.notes);
            terminal.answer(&done.summary, || done.told(terminal.language()));
            Ok(())
        })
    }
}

/// Checks a backup, or what is kept here.
#[derive(Debug, Args)]
pub struct Verify {
    /// Backup to check: every byte, row and upload, and the trail of changes
    #[arg(value_name = "FILE", required_unless_present = "store")]
    file: Option<PathBuf>,
    /// Check what is kept here instead: the trail, every record and upload, the file of the database
    #[arg(long, conflicts_with = "file")]
    store: bool,
    /// Where the data lie
    #[command(flatten)]
    data: Data,
}

impl Verify {
    /// Checks and says what was found.
    pub fn run(self, terminal: &Terminal) -> Outcome {
        if let Some(file) = &self.file {
            let done = backup::verify(file, &terminal.teller())?;
            terminal.warn(&done.notes);
            terminal.answer(&done.summary, || done.told(terminal.language()));
            return Ok(());
        }
        run(async {
            let store = opening::open_kept(&self.data.place()).await?;
            let whole = backup::verify_store(&store, &terminal.teller()).await?;
            store.close().await;
            terminal.answer(&whole, || whole.told(terminal.language()));
            Ok(())
        })
    }
}
