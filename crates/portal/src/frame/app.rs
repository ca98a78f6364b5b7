//! What all doors share while the program runs.

use std::sync::Arc;
use std::time::Instant;

use miedza_planning::values::Day;
use miedza_store::Store;
use miedza_workflows::account::provider::Provider;
use miedza_workflows::diagnosis::Diagnoses;
use miedza_workflows::lab::Lab;
use miedza_workflows::partnership::consistency::Tallies;
use miedza_workflows::post::{Server, TellLetter};
use miedza_workflows::territory::Atlas;
use time::OffsetDateTime;

use super::keep::KeptPages;
use super::supporters::Supporters;
use crate::watch::Metrics;

/// How the portal is set up.
#[derive(Clone, Debug)]
pub struct Portal {
    /// Address that people type, without a slash at the end: `https://partnerstwo.example`.
    pub public_address: String,
    /// Whether a proxy in front is trusted to say who asks.
    pub is_behind_proxy: bool,
    /// The server of mail; without one, letters wait and are shown to those who keep accounts.
    pub post: Option<Server>,
    /// The provider through which people may sign in; without one, by password only.
    pub provider: Option<Provider>,
    /// What is done with letters that wait because there is none.
    pub tell_letter: TellLetter,
    /// Tells the time; tests move it.
    pub clock: fn() -> OffsetDateTime,
}

impl Default for Portal {
    fn default() -> Self {
        Self {
            public_address: "http://127.0.0.1:8080".to_owned(),
            is_behind_proxy: false,
            post: None,
            provider: None,
            tell_letter: |_| {},
            clock: OffsetDateTime::now_utc,
        }
    }
}

struct Inside {
    store: Store,
    lab: Lab,
    portal: Portal,
    kept: KeptPages,
    metrics: Metrics,
    atlas: Atlas,
    diagnoses: Diagnoses,
    supporters: Supporters,
    tallies: Tallies,
    started: Instant,
}

/// What all doors share; cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Inside>);

impl App {
    /// A portal on a store.
    #[must_use]
    pub fn new(store: Store, portal: Portal) -> Self {
        let (lab, atlas) = (Lab::new(store.clone()), Atlas::new(store.clone()));
        let diagnoses = Diagnoses::new(store.clone(), atlas.clone());
        let (kept, metrics) = (KeptPages::default(), Metrics::default());
        let (supporters, tallies, started) = (Supporters::default(), Tallies::default(), Instant::now());
        Self(Arc::new(Inside { store, lab, portal, kept, metrics, atlas, diagnoses, supporters, tallies, started }))
    }

    /// What is kept.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.0.store
    }

    /// The area lab.
    #[must_use]
    pub fn lab(&self) -> &Lab {
        &self.0.lab
    }

    /// How the portal is set up.
    #[must_use]
    pub fn portal(&self) -> &Portal {
        &self.0.portal
    }

    /// Where units lie, and flow tables as read.
    #[must_use]
    pub fn atlas(&self) -> &Atlas {
        &self.0.atlas
    }

    /// What is known of areas for their diagnoses.
    #[must_use]
    pub fn diagnoses(&self) -> &Diagnoses {
        &self.0.diagnoses
    }

    /// How many findings wait in each partnership.
    #[must_use]
    pub fn tallies(&self) -> &Tallies {
        &self.0.tallies
    }

    /// Pages kept ready for strangers.
    #[must_use]
    pub fn kept(&self) -> &KeptPages {
        &self.0.kept
    }

    /// Who supports the portal itself.
    #[must_use]
    pub fn supporters(&self) -> &Supporters {
        &self.0.supporters
    }

    /// Counters of requests.
    #[must_use]
    pub fn metrics(&self) -> &Metrics {
        &self.0.metrics
    }

    /// Since when the program runs.
    #[must_use]
    pub fn started(&self) -> Instant {
        self.0.started
    }

    /// Now, in UTC.
    #[must_use]
    pub fn now(&self) -> OffsetDateTime {
        (self.0.portal.clock)()
    }

    /// Today, in UTC.
    #[must_use]
    pub fn today(&self) -> Day {
        let date = self.now().date();
        let year = i16::try_from(date.year()).unwrap_or(i16::MAX);
        Day::new(year, u8::from(date.month()), date.day()).expect("a clock between the years 1000 and 9999")
    }
}
