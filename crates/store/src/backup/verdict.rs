//! The check of what is kept here: the file of the database, the trail, all that it speaks of, the uploads.

use std::collections::BTreeSet;

use miedza_planning::record::Kind;

use super::{Progress, Told};
use crate::audit::AuditVerdict;
use crate::held::Found;
use crate::sql::{Columns, Sql};
use crate::{Engine, Error, Misfit, Store};

/// What the check of a store found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoreVerdict {
    /// Whether the chain of the trail is whole.
    pub trail: AuditVerdict,
    /// What the engine says of its file; nothing if it is whole.
    pub engine: Vec<String>,
    /// How many records could be read.
    pub records: u64,
    /// Kinds with a record that cannot be read.
    pub unreadable: Vec<Kind>,
    /// How many uploads are whole.
    pub uploads: u64,
    /// Uploads that are missing or damaged, by their hashes.
    pub lost: Vec<String>,
    /// What does not fit the trail, in the order of kinds and ids.
    pub misfits: Vec<Misfit>,
    /// Guards of the trail that are missing in the database: its triggers.
    pub guards: Vec<String>,
}

impl StoreVerdict {
    /// Whether nothing was found.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        let is_quiet = self.engine.is_empty() && self.unreadable.is_empty() && self.lost.is_empty();
        let fits = self.misfits.is_empty() && self.guards.is_empty();
        is_quiet && fits && matches!(self.trail, AuditVerdict::Whole { .. })
    }
}

impl Store {
    /// Checks everything that is kept; changes nothing.
    ///
    /// # Errors
    /// What the engine says if it cannot be asked.
    pub async fn verify(&self, told: Told<'_>) -> Result<StoreVerdict, Error> {
        told(Progress::Reading);
        let engine = self.faults_of_file().await?;
        told(Progress::Trail);
        let trail = self.verify_audit().await?;
        let Found { misfits, unreadable, records, guards } = self.held(told).await?;
        let (uploads, lost) = self.whole_uploads(told).await?;
        let misfits = misfits.into_iter().collect();
        Ok(StoreVerdict { trail, engine, records, unreadable, uploads, lost, misfits, guards })
    }

    /// What SQLite finds wrong with its file; a server looks after its files itself.
    async fn faults_of_file(&self) -> Result<Vec<String>, Error> {
        if self.engine() == Engine::Postgres {
            return Ok(Vec::new());
        }
        let rows = Sql::new("SELECT * FROM pragma_integrity_check").all(self.reader()).await?;
        let said = rows.iter().map(|row| Columns::of(row).take()).collect::<Result<Vec<String>, _>>()?;
        Ok(said.into_iter().filter(|line| line != "ok").collect())
    }

    /// How many uploads are whole, and which are not: those that are known, and those that attachments name.
    async fn whole_uploads(&self, told: Told<'_>) -> Result<(u64, Vec<String>), Error> {
        let text = "SELECT sha256 FROM uploads UNION SELECT sha256 FROM attachments WHERE deleted_at IS NULL";
        let rows = Sql::new(text).all(self.reader()).await?;
        let hashes = rows.iter().map(|row| Columns::of(row).take()).collect::<Result<BTreeSet<String>, _>>()?;
        let (mut whole, mut lost, of) = (0, Vec::new(), hashes.len());
        for (done, sha256) in hashes.into_iter().enumerate() {
            told(Progress::Uploads { done, of });
            match self.upload(&sha256).await {
                Ok(Some(_)) => whole += 1,
                Ok(None) | Err(Error::DamagedFile { .. }) => lost.push(sha256),
                Err(fault) => return Err(fault),
            }
        }
        Ok((whole, lost))
    }
}
