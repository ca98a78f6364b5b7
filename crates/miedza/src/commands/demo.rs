//! `miedza demo`: the portal with five real partnerships.

use clap::Args;
use miedza_portal::App;
use miedza_workflows::demo;

use super::serve::{Place, run, serve};
use crate::terminal::{Outcome, Terminal};

/// Loads the demonstration into a folder of its own and serves it.
#[derive(Debug, Args)]
#[command(mut_arg("folder", |data| data.default_value("miedza-demo").env("MIEDZA_DEMO")))]
pub struct Demo {
    /// Where the data lie and where the portal listens
    #[command(flatten)]
    place: Place,
    /// Empty the data folder of an earlier demonstration first
    #[arg(long)]
    reset: bool,
    /// Load and end, without serving
    #[arg(long)]
    load_only: bool,
}

impl Demo {
    /// Loads what is missing, says who can sign in, serves.
    pub fn run(self, terminal: &Terminal) -> Outcome {
        run(async {
            if self.reset {
                demo::reset(&self.place.data.folder)?;
            }
            let place = &self.place;
            let store = place.data.open().await?;
            let shown = demo::show(&store).await?;
            terminal.answer(&shown, || shown.told(terminal.language()));
            if self.load_only {
                return Ok(());
            }
            serve(App::new(store, place.portal()?), place, terminal).await
        })
    }
}
