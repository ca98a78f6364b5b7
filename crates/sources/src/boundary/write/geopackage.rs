//! Layers as an OGC GeoPackage 1.3, with a spatial index for each.
//!
//! The database is built in memory and written in one go. The date of the last change is the caller's, so the same
//! layers give the same bytes.

use std::path::Path;

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, ToSql, params};

use super::wkb::append_blob;
use super::{Cell, ColumnKind, Extent, Layer};
use crate::boundary::Error;

const CORE: &str = include_str!("core.sql");
const INDEX: &str = include_str!("index.sql");

/// Writes layers into a new GeoPackage; an old file of that name is replaced.
///
/// `last_change` is written as the date of every layer, as `2026-01-31T12:00:00.000Z`.
///
/// # Errors
/// [`Error::Io`] or [`Error::Database`].
pub fn write_geopackage(path: &Path, layers: &[Layer<'_>], last_change: &str) -> Result<(), Error> {
    let file = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let bytes = geopackage(layers, last_change).map_err(|source| Error::Database { file: file.clone(), source })?;
    std::fs::write(path, bytes).map_err(|source| Error::Io { file, source })
}

/// The bytes of a GeoPackage with these layers.
///
/// # Errors
/// What SQLite says, for instance of two columns of one name.
pub fn geopackage(layers: &[Layer<'_>], last_change: &str) -> rusqlite::Result<Vec<u8>> {
    let mut connection = Connection::open_in_memory()?;
    connection.execute_batch("PRAGMA page_size = 4096; PRAGMA application_id = 1196444487; PRAGMA user_version = 10300;")?;
    let transaction = connection.transaction()?;
    transaction.execute_batch(CORE)?;
    for layer in layers {
        describe(&transaction, layer, last_change)?;
        fill(&transaction, layer)?;
        transaction.execute_batch(&INDEX.replace("{layer}", &layer.name.replace('"', "\"\"")))?;
    }
    transaction.commit()?;
    Ok(connection.serialize("main")?.to_vec())
}

fn describe(connection: &Connection, layer: &Layer<'_>, last_change: &str) -> rusqlite::Result<()> {
    let columns: Vec<String> =
        layer.columns.iter().map(|column| format!(", {} {}", quoted(column.name), declared(column.kind))).collect();
    connection.execute_batch(&format!(
        "CREATE TABLE {} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom MULTIPOLYGON{})",
        quoted(layer.name),
        columns.concat()
    ))?;
    let extent = Extent::of(layer.rows.iter().filter_map(|row| row.geometry));
    let end = |pick: fn(&Extent) -> f64| extent.as_ref().map(pick);
    connection.execute(
        "INSERT INTO gpkg_contents VALUES (?1, 'features', ?1, '', ?2, ?3, ?4, ?5, ?6, 4326)",
        params![layer.name, last_change, end(|at| at.low.x), end(|at| at.low.y), end(|at| at.high.x), end(|at| at.high.y)],
    )?;
    connection.execute("INSERT INTO gpkg_geometry_columns VALUES (?1, 'geom', 'MULTIPOLYGON', 4326, 0, 0)", [layer.name])?;
    connection.execute(
        "INSERT INTO gpkg_extensions VALUES (?1, 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')",
        [layer.name],
    )?;
    Ok(())
}

const fn declared(kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::Text => "TEXT",
        ColumnKind::Whole => "INTEGER",
        ColumnKind::Real => "REAL",
        ColumnKind::Flag => "BOOLEAN",
    }
}

fn fill(connection: &Connection, layer: &Layer<'_>) -> rusqlite::Result<()> {
    let names: Vec<String> = layer.columns.iter().map(|column| format!(", {}", quoted(column.name))).collect();
    let places = ", ?".repeat(layer.columns.len());
    connection.execute_batch(&format!(
        "CREATE VIRTUAL TABLE {} USING rtree(id, minx, maxx, miny, maxy)",
        quoted(&format!("rtree_{}_geom", layer.name))
    ))?;
    let mut insert =
        connection.prepare(&format!("INSERT INTO {} (geom{}) VALUES (?{places})", quoted(layer.name), names.concat()))?;
    let mut index =
        connection.prepare(&format!("INSERT INTO {} VALUES (?, ?, ?, ?, ?)", quoted(&format!("rtree_{}_geom", layer.name))))?;
    let mut blob = Vec::new();
    for row in &layer.rows {
        blob.clear();
        if let Some(shape) = row.geometry {
            append_blob(&mut blob, shape);
        }
        insert.raw_bind_parameter(1, row.geometry.map(|_| blob.as_slice()))?;
        for position in 0..layer.columns.len() {
            insert.raw_bind_parameter(position + 2, row.values.get(position).unwrap_or(&Cell::Missing))?;
        }
        insert.raw_execute()?;
        if let Some(Extent { low, high }) = row.geometry.and_then(|shape| Extent::of([shape])) {
            index.execute(params![connection.last_insert_rowid(), low.x, high.x, low.y, high.y])?;
        }
    }
    Ok(())
}

impl ToSql for Cell {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Whole(number) => ValueRef::Integer(*number),
            Self::Real(number) if number.is_finite() => ValueRef::Real(*number),
            Self::Real(_) | Self::Missing => ValueRef::Null,
            Self::Flag(flag) => ValueRef::Integer(i64::from(*flag)),
        }))
    }
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
