//! The diagnosis of an area: from its municipalities and the observations that are kept to figures, places among peers,
//! sentences and a report.
//!
//! Nothing is computed here: tables, positions, monitor and claims are those of `planning::diagnosis`. This room reads what
//! they need, keeps it at hand while nobody imports anything, and puts it into words.

pub mod chapters;
pub mod charts;
pub mod comments;
mod diagnose;
mod evidence;
pub mod export;
mod ground;
pub mod maps;
mod of_partnership;
pub mod outlook;
mod peers;
mod report;
mod scores;
mod sentences;
mod study;
mod subject;
pub mod words;

use std::sync::Arc;

use miedza_store::{AuditQuestion, Store};

use crate::failure::Failure;
use crate::lab::Kept;
use crate::territory::Atlas;

pub use diagnose::{DiagnoseRequest, Diagnosed, codes, diagnose};
pub use ground::Ground;
pub use of_partnership::OfPartnership;
pub use report::{ReportForm, written};
pub use scores::of as monitor_of;
pub use sentences::Sentences;
pub use subject::{MOST_MEMBERS, PeerRule, Subject};

/// Grounds kept in memory.
const GROUNDS: usize = 6;

/// Diagnoses of one portal; cheap to clone, all clones share what is in memory.
#[derive(Clone, Debug)]
pub struct Diagnoses {
    store: Store,
    atlas: Atlas,
    grounds: Arc<Kept<String, Ground>>,
}

impl Diagnoses {
    /// Diagnoses on what a store keeps.
    #[must_use]
    pub fn new(store: Store, atlas: Atlas) -> Self {
        Self { store, atlas, grounds: Arc::new(Kept::at_most(GROUNDS)) }
    }

    /// What is kept.
    #[must_use]
    pub const fn store(&self) -> &Store {
        &self.store
    }

    /// All that is known of a subject, read once for all who ask until something is imported.
    ///
    /// # Errors
    /// [`Failure`] if the store does not answer or the subject cannot be compared.
    pub async fn ground(&self, subject: &Subject) -> Result<Arc<Ground>, Failure> {
        let name = format!("{} {subject:?}", self.stamp().await?);
        if let Some(ground) = self.grounds.get(&name) {
            return Ok(ground);
        }
        let ground = Ground::read(&self.store, &self.atlas, subject).await?;
        self.grounds.get_or_make(&name, || Ok(ground))
    }

    /// What changes when something is imported.
    async fn stamp(&self) -> Result<String, Failure> {
        let mut stamp = String::new();
        for kind in ["register_editions", "boundary_sets", "observation_variables"] {
            let question = AuditQuestion { kind: Some(kind.to_owned()), limit: 1, ..AuditQuestion::default() };
            let newest = self.store.audit(&question).await?.first().map_or(0, |entry| entry.seq);
            stamp.push_str(&format!("{newest}."));
        }
        Ok(stamp)
    }
}
