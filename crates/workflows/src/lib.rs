//! One function per verb: what an analyst asks for, done in order.
//!
//! Each workflow reads as a menu: read, ask the method, put together, write, tell. Formulas are in `delimitation`, formats in
//! `sources` and `reports`, sentences in `texts`; [`failure`] is the one place that turns their errors into what a person is
//! told. No talk with a terminal here.

pub mod account;
pub mod backup;
mod cause;
pub mod clearing;
pub mod delimitation;
pub mod demo;
pub mod diagnosis;
pub mod estimate;
pub mod evidence;
pub mod failure;
pub mod importing;
pub mod jobs;
mod kept;
pub mod lab;
pub mod labels;
mod listing;
pub mod opening;
mod output_folder;
pub mod partnership;
pub mod post;
pub mod record;
pub mod report;
#[cfg(any(test, feature = "samples"))]
pub mod samples;
pub mod saying;
pub mod spreadsheet;
pub mod territory;

pub use failure::{Failure, Kind};
pub use output_folder::clear_up_when_interrupted;

/// Lets at most this many threads work, in the whole program; a second call changes nothing.
pub fn use_threads(threads: usize) {
    // The pool can be made once only, which is all that is wanted.
    let _ = rayon::ThreadPoolBuilder::new().num_threads(threads).build_global();
}

/// Told while long work goes on.
pub type Tell<'a> = &'a (dyn Fn(&miedza_texts::Message) + Sync);
