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
    /// Empty what an earlier demonstration left first; what an office keeps is refused
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
            let place = &self.place;
            if self.reset {
                demo::refuse_folder(&place.data.folder)?;
            }
            let store = place.data.open().await?;
            if self.reset {
                demo::reset(&store).await?;
            }
            let shown = demo::show(&store).await?;
            terminal.answer(&shown, || shown.told(terminal.language()));
            if self.load_only {
                return Ok(());
            }
            serve(App::new(store, place.portal()?), place, terminal).await
        })
    }
}
