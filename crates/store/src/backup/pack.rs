//! Making a backup while the work goes on.

use std::fs::File;
use std::io::{BufWriter, Write as _};

use sea_orm::{AccessMode, DatabaseTransaction, IsolationLevel, TransactionOptions, TransactionTrait};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::opened::zip_fault;
use super::target::Target;
use super::{FORMAT, FileKept, MANIFEST, Manifest, Progress, TableKept, Told, rows, seal, table_entry, tables, upload_entry};
use crate::sql::{Columns, Sql};
use crate::uploads::told_by_system;
use crate::{Engine, Error, Moment, Store, audit};

type Archive = ZipWriter<BufWriter<Target>>;

impl Store {
    /// Writes all that is kept into an empty file that can be read as well, in one snapshot; gives what it holds.
    ///
    /// # Errors
    /// [`Error::NoSpace`], [`Error::ReadOnly`], [`Error::Files`], or what the engine says.
    pub async fn backup(&self, file: File, told: Told<'_>) -> Result<Manifest, Error> {
        let made_at = Moment::now().to_string();
        let tx = self.begin_snapshot().await?;
        let mut archive = ZipWriter::new(BufWriter::new(Target::new(file)));
        archive.set_comment(seal::blank()).map_err(zip_fault)?;
        let kept = self.write_tables(&tx, &mut archive, told).await?;
        let hashes = hashes(&tx).await?;
        let head = audit::head(&tx).await?;
        let schema = schema(&tx).await?;
        // Files are never taken away, so those of the snapshot are there when it has ended.
        tx.rollback().await?;
        let (uploads, lost) = self.write_uploads(&mut archive, hashes, told).await?;
        let manifest = Manifest {
            format: FORMAT,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            schema,
            made_at,
            engine: self.engine().name().to_owned(),
            tables: kept,
            uploads,
            lost,
            audit_seq: head.seq,
            audit_hash: head.hash,
        };
        archive.start_file(MANIFEST, options(CompressionMethod::Deflated)).map_err(zip_fault)?;
        archive.write_all(&serde_json::to_vec_pretty(&manifest).expect("text keys only")).map_err(told_by_system)?;
        let target = archive.finish().map_err(zip_fault)?.into_inner().map_err(|fault| told_by_system(fault.into_error()))?;
        let file = target.into_file();
        told(Progress::Reading);
        let sealed = tokio::task::spawn_blocking(move || seal::close(&mut { file }));
        sealed.await.map_err(|fault| Error::Files(Box::new(fault)))??;
        Ok(manifest)
    }

    /// A transaction that sees one state of everything and waits for nobody.
    pub(crate) async fn begin_snapshot(&self) -> Result<DatabaseTransaction, Error> {
        let options = match self.engine() {
            Engine::Sqlite => TransactionOptions::default(),
            Engine::Postgres => TransactionOptions {
                isolation_level: Some(IsolationLevel::RepeatableRead),
                access_mode: Some(AccessMode::ReadOnly),
                ..TransactionOptions::default()
            },
        };
        Ok(self.reader().begin_with_options(options).await?)
    }

    async fn write_tables(
        &self,
        tx: &DatabaseTransaction,
        archive: &mut Archive,
        told: Told<'_>,
    ) -> Result<Vec<TableKept>, Error> {
        let mut kept = Vec::new();
        for table in tables::tables(tx, self.engine()).await? {
            told(Progress::Table(table.name.clone()));
            archive.start_file(table_entry(&table.name), options(CompressionMethod::Deflated)).map_err(zip_fault)?;
            let write = |line: &str| archive.write_all(line.as_bytes()).map_err(told_by_system);
            kept.push(rows::lines(tx, self.engine(), &table, write).await?);
        }
        Ok(kept)
    }

    /// Writes the files with these hashes; gives those that are written and those that are lost.
    async fn write_uploads(
        &self,
        archive: &mut Archive,
        hashes: Vec<String>,
        told: Told<'_>,
    ) -> Result<(Vec<FileKept>, Vec<String>), Error> {
        let (mut kept, mut lost, of) = (Vec::new(), Vec::new(), hashes.len());
        for (done, sha256) in hashes.into_iter().enumerate() {
            told(Progress::Uploads { done, of });
            let bytes = match self.upload(&sha256).await {
                Ok(Some(bytes)) => bytes,
                // What is lost already must not keep the rest from being saved; it is told.
                Ok(None) | Err(Error::DamagedFile { .. }) => {
                    lost.push(sha256);
                    continue;
                }
                Err(fault) => return Err(fault),
            };
            archive.start_file(upload_entry(&sha256), options(CompressionMethod::Stored)).map_err(zip_fault)?;
            archive.write_all(&bytes).map_err(told_by_system)?;
            kept.push(FileKept { sha256, bytes: u64::try_from(bytes.len()).unwrap_or(u64::MAX) });
        }
        Ok((kept, lost))
    }
}

fn options(method: CompressionMethod) -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(method).large_file(true)
}

/// The hashes of all uploads, in order.
async fn hashes(tx: &DatabaseTransaction) -> Result<Vec<String>, Error> {
    let rows = Sql::new("SELECT sha256 FROM uploads").all(tx).await?;
    let mut hashes = rows.iter().map(|row| Columns::of(row).take()).collect::<Result<Vec<String>, _>>()?;
    hashes.sort_unstable();
    Ok(hashes)
}

/// The last step of the form.
async fn schema(tx: &DatabaseTransaction) -> Result<String, Error> {
    let row = Sql::new("SELECT version FROM seaql_migrations ORDER BY version DESC LIMIT 1").one(tx).await?;
    let row = row.ok_or_else(|| Error::Unreadable { what: "list of steps".to_owned() })?;
    Columns::of(&row).take()
}
