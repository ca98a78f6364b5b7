//! Taking a backup in: into an empty place, whole or not at all.
//!
//! The file is checked first. Uploads are kept while the place carries the mark of [`unfinished`]; all rows come in one
//! transaction, are read again and compared with the hashes of the backup, and only then become true together with the end
//! of the mark. Killed anywhere, the place says so and the same restore can be begun again.

use std::collections::BTreeSet;
use std::path::Path;

use sea_orm::ConnectionTrait as _;

use super::opened::{Opened, verified};
use super::{BackupFault, Manifest, Progress, Told, insert, rows, tables, unfinished};
use crate::audit::{self, AuditVerdict};
use crate::sql::{Columns, Sql};
use crate::{Engine, Error, Place, Store, migrations};

/// Takes a backup in; gives what it held.
///
/// # Errors
/// [`Error::Backup`] if the file is damaged or the place is not empty, [`Error::NewerSchema`], [`Error::NoSpace`],
/// [`Error::ReadOnly`], or what the engine says.
pub async fn restore(file: &Path, place: &Place, told: Told<'_>) -> Result<Manifest, Error> {
    told(Progress::Reading);
    let mut backup = verified(file.to_owned()).await?;
    let store = Store::connect(place).await?;
    let outcome = store.take_in(&mut backup, told).await;
    store.close().await;
    outcome.map(|()| backup.manifest)
}

impl Store {
    async fn take_in(&self, backup: &mut Opened, told: Told<'_>) -> Result<(), Error> {
        self.refuse_unless_empty(&backup.manifest).await?;
        migrations::run_to(self, &backup.manifest.schema).await?;
        let has = migrations::last(self).await?;
        if has != backup.manifest.schema {
            return Err(BackupFault::OtherForm { has, step: backup.manifest.schema.clone() }.into());
        }
        unfinished::mark(self).await?;
        self.take_uploads(backup, told).await?;
        self.take_rows(backup, told).await?;
        migrations::run(self).await?;
        told(Progress::Trail);
        match self.verify_audit().await? {
            AuditVerdict::Whole { .. } => Ok(()),
            AuditVerdict::Broken { seq } => Err(BackupFault::damaged(format!("the trail of changes is broken at {seq}")).into()),
        }
    }

    /// Refuses a place with rows or with uploads; those of the same restore that was begun before may lie there.
    async fn refuse_unless_empty(&self, manifest: &Manifest) -> Result<(), Error> {
        let mut what = Vec::new();
        for table in tables::tables(self.reader(), self.engine()).await? {
            let begun = if table.name == "audit_head" { "WHERE seq > 0 " } else { "" };
            let rows = Sql::new(format!("SELECT COUNT(*) FROM \"{}\" {begun}", table.name)).one(self.reader()).await?;
            let rows: i64 = rows.map_or(Ok(0), |row| Columns::of(&row).take())?;
            if rows > 0 {
                what.push(format!("{} ({rows})", table.name));
            }
        }
        let is_begun = unfinished::found(self.reader(), self.engine()).await?.is_some();
        let own: BTreeSet<&str> = manifest.uploads.iter().map(|upload| upload.sha256.as_str()).collect();
        let files = self.files().all().await?;
        let foreign = files.iter().filter(|file| !(is_begun && own.contains(file.as_str()))).count();
        if foreign > 0 {
            what.push(format!("uploads ({foreign})"));
        }
        if what.is_empty() { Ok(()) } else { Err(BackupFault::NotEmpty { what }.into()) }
    }

    async fn take_uploads(&self, backup: &mut Opened, told: Told<'_>) -> Result<(), Error> {
        let uploads = backup.manifest.uploads.clone();
        for (done, upload) in uploads.iter().enumerate() {
            told(Progress::Uploads { done, of: uploads.len() });
            self.files().keep(&upload.sha256, backup.upload(&upload.sha256)?).await?;
        }
        Ok(())
    }

    /// Loads all rows, compares what was kept with what the backup says, and ends the mark.
    async fn take_rows(&self, backup: &mut Opened, told: Told<'_>) -> Result<(), Error> {
        let tx = self.begin().await?;
        let all = tables::tables(&tx, self.engine()).await?;
        for table in tables::in_order(&tx, self.engine(), all.clone()).await? {
            told(Progress::Table(table.name.clone()));
            insert::table(&tx, backup, &table).await?;
        }
        if self.engine() == Engine::Postgres {
            tx.execute_unprepared("SET CONSTRAINTS ALL IMMEDIATE").await?;
        }
        for kept in &backup.manifest.tables {
            let missing = || BackupFault::damaged(format!("there is no table {}", kept.name));
            let table = all.iter().find(|table| table.name == kept.name).ok_or_else(missing)?;
            if rows::lines(&tx, self.engine(), table, |_| Ok(())).await? != *kept {
                return Err(BackupFault::damaged(format!("the rows of {} were not kept as they are", kept.name)).into());
            }
        }
        let head = audit::head(&tx).await?;
        if head.seq != backup.manifest.audit_seq {
            return Err(BackupFault::damaged("the end of the trail of changes is missing").into());
        }
        unfinished::clear(&tx).await?;
        Ok(tx.commit().await?)
    }
}
