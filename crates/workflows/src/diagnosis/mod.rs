//! The diagnosis of an area: from its municipalities and the observations that are kept to figures, places among peers,
//! sentences and a report.
//!
//! Nothing is computed here: tables, positions, monitor and claims are those of `planning::diagnosis`. This room reads what
//! they need, keeps it at hand while nobody imports anything, and puts it into words.

pub mod chapters;
pub mod charts;
pub mod cited;
pub mod comments;
mod diagnose;
mod evidence;
pub mod export;
mod ground;
pub mod index;
pub mod maps;
pub mod marginalisation;
mod named;
mod of_partnership;
pub mod outlook;
mod peers;
mod report;
mod scores;
mod sections;
mod sentences;
pub mod space;
pub mod structure;
mod study;
mod subject;
mod surveys;
pub mod types;
pub mod words;

use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use miedza_planning::diagnosis::{Catalogue, Equivalents, Variable};
use miedza_store::{AuditQuestion, Store};

use crate::failure::Failure;
use crate::lab::Kept;
use crate::territory::Atlas;

pub use diagnose::{DiagnoseRequest, Diagnosed, diagnose};
pub use evidence::findings_in_order;
pub use ground::{Ground, Grouping};
pub use index::Composed;
pub use marginalisation::SoughtProfile;
pub use named::named;
pub use of_partnership::OfPartnership;
pub use outlook::SoughtOutlook;
pub use peers::{Told as PeersTold, weighed};
pub use report::{ReportForm, written};
pub use scores::of as monitor_of;
pub use sentences::Sentences;
pub use space::{NoAssociation, SoughtAssociation, Surroundings};
pub use structure::Structure;
pub use subject::{MOST_MEMBERS, PeerRule, Subject};
pub use types::SoughtTypes;

/// Grounds kept in memory.
const GROUNDS: usize = 6;
/// Outlooks, profiles, and maps of members and peers, kept in memory.
const FEW: usize = 8;
/// Associations, types, structures and indices kept in memory.
const MANY: usize = 32;

/// Diagnoses of one portal; cheap to clone, all clones share what is in memory.
#[derive(Clone, Debug)]
pub struct Diagnoses {
    store: Store,
    atlas: Atlas,
    /// Whether observations are read into memory.
    is_ahead: Arc<AtomicBool>,
    grounds: Arc<Kept<String, Ground>>,
    outlooks: Arc<Kept<String, SoughtOutlook>>,
    surroundings: Arc<Kept<String, Surroundings>>,
    associations: Arc<Kept<String, SoughtAssociation>>,
    typologies: Arc<Kept<String, SoughtTypes>>,
    counted: Arc<Kept<String, Vec<structure::Available>>>,
    structures: Arc<Kept<String, Structure>>,
    indices: Arc<Kept<String, Composed>>,
    profiles: Arc<Kept<String, SoughtProfile>>,
}

impl Diagnoses {
    /// Diagnoses on what a store keeps.
    #[must_use]
    pub fn new(store: Store, atlas: Atlas) -> Self {
        Self {
            store,
            atlas,
            is_ahead: Arc::default(),
            grounds: Arc::new(Kept::at_most(GROUNDS)),
            outlooks: Arc::new(Kept::at_most(FEW)),
            surroundings: Arc::new(Kept::at_most(FEW)),
            associations: Arc::new(Kept::at_most(MANY)),
            typologies: Arc::new(Kept::at_most(MANY)),
            counted: Arc::new(Kept::at_most(MANY)),
            structures: Arc::new(Kept::at_most(MANY)),
            indices: Arc::new(Kept::at_most(MANY)),
            profiles: Arc::new(Kept::at_most(FEW)),
        }
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
        let name = self.name(subject).await?;
        if self.is_ahead.load(Ordering::Relaxed) && self.grounds.get(&name).is_none() {
            self.read_ahead();
        }
        kept(&self.grounds, name, Ground::read(&self.store, &self.atlas, subject)).await
    }

    /// Begins to read observations into memory, now and whenever somebody asks after a later import; nobody waits for it. It
    /// pays where many ask: a program that makes one report does better without.
    pub fn read_ahead(&self) {
        self.is_ahead.store(true, Ordering::Relaxed);
        let store = self.store.clone();
        tokio::spawn(async move {
            let own: Vec<Variable> = Catalogue::held().variables().into_iter().cloned().collect();
            let all: Vec<Variable> = Equivalents::held().of(&own).into_iter().chain(own).collect();
            if let Err(fault) = store.read_ahead(&all).await {
                tracing::warn!(%fault, "observations were not read into memory; they are asked for one by one");
            }
        });
    }

    /// The population to 2040, reckoned once until something is imported.
    ///
    /// # Errors
    /// [`Failure`] if the store does not answer or figures cannot be projected.
    pub async fn outlook(&self, ground: &Ground) -> Result<Arc<SoughtOutlook>, Failure> {
        let name = self.name(&ground.subject).await?;
        kept(&self.outlooks, name, outlook::sought(&self.store, ground)).await
    }

    /// The land of members and peers, read once until something is imported.
    ///
    /// # Errors
    /// [`Failure`] if the store does not answer.
    pub async fn surroundings(&self, ground: &Ground) -> Result<Arc<Surroundings>, Failure> {
        let name = self.name(&ground.subject).await?;
        kept(&self.surroundings, name, Surroundings::read(&self.store, ground)).await
    }

    /// Where an indicator is high among high ones, sought once until something is imported.
    ///
    /// # Errors
    /// [`Failure`] if the store does not answer.
    pub async fn association(&self, ground: &Arc<Ground>, code: &str) -> Result<Arc<SoughtAssociation>, Failure> {
        let name = format!("{} {code}", self.name(&ground.subject).await?);
        let around = self.surroundings(ground).await?;
        kept(&self.associations, name, space::sought(Arc::clone(ground), around, code.to_owned())).await
    }

    /// Types among members and peers by indicators, found once until something is imported; `types` is how many are wanted.
    ///
    /// # Errors
    /// [`Failure`] if the store does not answer.
    pub async fn types(
        &self,
        ground: &Arc<Ground>,
        codes: Vec<String>,
        types: Option<usize>,
    ) -> Result<Arc<SoughtTypes>, Failure> {
        let name = format!("{} {codes:?} {types:?}", self.name(&ground.subject).await?);
        kept(&self.typologies, name, types::sought(Arc::clone(ground), codes, types)).await
    }

    /// The sets of counts of which an area has a structure, looked up once until something is imported.
    ///
    /// # Errors
    /// [`Failure`] if the store does not answer.
    pub async fn counted(&self, ground: &Ground) -> Result<Arc<Vec<structure::Available>>, Failure> {
        let name = self.name(&ground.subject).await?;
        kept(&self.counted, name, structure::available(&self.store, ground)).await
    }

    /// The structure of an area, found once until something is imported.
    ///
    /// # Errors
    /// [`Failure`] if the store does not answer.
    pub async fn structure(&self, ground: &Arc<Ground>, asked: structure::Asked) -> Result<Arc<Structure>, Failure> {
        let name = format!("{} {} {} {:?}", self.name(&ground.subject).await?, asked.set.code, asked.year, asked.base);
        kept(&self.structures, name, structure::sought(&self.store, Arc::clone(ground), asked)).await
    }

    /// An index of one's own choice of members and peers, made once until something is imported.
    ///
    /// # Errors
    /// [`Failure`] if the store does not answer or figures cannot be reckoned with.
    pub async fn index(&self, ground: &Arc<Ground>, wanted: index::Wanted) -> Result<Arc<Composed>, Failure> {
        let name = format!("{} {wanted:?}", self.name(&ground.subject).await?);
        kept(&self.indices, name, index::sought(Arc::clone(ground), wanted)).await
    }

    /// The profile of marginalisation of members and peers, made once until something is imported.
    ///
    /// # Errors
    /// [`Failure`] if the store does not answer.
    pub async fn profile(&self, ground: &Arc<Ground>) -> Result<Arc<SoughtProfile>, Failure> {
        let name = self.name(&ground.subject).await?;
        kept(&self.profiles, name, marginalisation::sought(Arc::clone(ground))).await
    }

    /// A name that no other subject has, nor this one after an import.
    async fn name(&self, subject: &Subject) -> Result<String, Failure> {
        Ok(format!("{} {subject:?}", self.stamp().await?))
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

/// What is kept under a name, made now if it is not there.
async fn kept<T>(
    held: &Kept<String, T>,
    name: String,
    make: impl Future<Output = Result<T, Failure>>,
) -> Result<Arc<T>, Failure> {
    if let Some(found) = held.get(&name) {
        return Ok(found);
    }
    let made = make.await?;
    held.get_or_make(&name, || Ok(made))
}
