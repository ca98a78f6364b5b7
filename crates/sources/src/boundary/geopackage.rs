//! Boundaries out of a GeoPackage, read in memory; the file itself is never opened by SQLite.
//!
//! Only real tables are read: a view could hold a question without end. Geometry is parsed in `wkb`.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension};

use super::Options;
use super::error::Error;
use super::feature::{Cell, Feature, Features, choose};
use super::wkb::{self, Land};

struct Table {
    name: String,
    geometry: String,
    system: i64,
}

/// Reads the layer that was named, else the one with polygons.
pub(super) fn read(file: &str, bytes: &[u8], options: &Options<'_>) -> Result<Features, Error> {
    let database = |source| Error::Database { file: file.to_owned(), source };
    let connection = open(bytes).map_err(database)?;
    let tables = tables(&connection).map_err(database)?;
    let mut sizes = Vec::new();
    for table in &tables {
        let size: i64 = connection
            .query_row(&format!("SELECT count(*) FROM {}", quoted(&table.name)), [], |row| row.get(0))
            .map_err(database)?;
        sizes.push((table.name.clone(), usize::try_from(size).unwrap_or(0)));
    }
    let wanted = options.match_codes.map(miedza_territory::Units::len);
    let chosen = choose(&sizes, options.layer, wanted).map_err(|known| Error::NoLayer {
        file: file.to_owned(),
        layer: options.layer.unwrap_or_default().to_owned(),
        known,
    })?;
    let Some(table) = tables.iter().find(|table| Some(table.name.as_str()) == chosen) else {
        return Err(Error::Empty { file: file.to_owned() });
    };
    let mut found = Features { layer: Some(table.name.clone()), ..Features::default() };
    found.declared = declared(&connection, table.system).map_err(database)?;
    rows(file, &connection, table, &mut found)?;
    Ok(found)
}

/// A database of these bytes; one that was left in write-ahead mode is read as it stands.
fn open(bytes: &[u8]) -> rusqlite::Result<Connection> {
    let mut copy = bytes.to_vec();
    if let Some(modes) = copy.get_mut(18..20) {
        modes.fill(1);
    }
    let size = copy.len();
    let mut connection = Connection::open_in_memory()?;
    connection.deserialize_read_exact("main", copy.as_slice(), size, true)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    Ok(connection)
}

fn tables(connection: &Connection) -> rusqlite::Result<Vec<Table>> {
    let mut question = connection.prepare(
        "SELECT g.table_name, g.column_name, g.srs_id
           FROM gpkg_geometry_columns g
           JOIN gpkg_contents c ON c.table_name = g.table_name AND c.data_type = 'features'
           JOIN sqlite_master s ON s.name = g.table_name AND s.type = 'table' AND s.sql NOT LIKE 'CREATE VIRTUAL%'
          WHERE upper(g.geometry_type_name) NOT IN ('POINT', 'MULTIPOINT', 'LINESTRING', 'MULTILINESTRING')
          ORDER BY g.table_name",
    )?;
    let rows = question.query_map([], |row| Ok(Table { name: row.get(0)?, geometry: row.get(1)?, system: row.get(2)? }))?;
    rows.collect()
}

fn declared(connection: &Connection, system: i64) -> rusqlite::Result<Option<String>> {
    let found = connection
        .query_row(
            "SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = ?1",
            [system],
            |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?, row.get::<_, String>(2)?)),
        )
        .optional()?;
    Ok(found.and_then(|(organization, code, definition)| match organization.to_ascii_uppercase().as_str() {
        "EPSG" => Some(format!("EPSG:{code}")),
        "NONE" => None,
        _ => Some(definition),
    }))
}

fn rows(file: &str, connection: &Connection, table: &Table, found: &mut Features) -> Result<(), Error> {
    let database = |source| Error::Database { file: file.to_owned(), source };
    let mut question = connection.prepare(&format!("SELECT * FROM {}", quoted(&table.name))).map_err(database)?;
    let names: Vec<String> = question.column_names().iter().map(|&name| name.to_owned()).collect();
    let geometry = names.iter().position(|name| name.eq_ignore_ascii_case(&table.geometry));
    let geometry = geometry.ok_or_else(|| Error::Damaged {
        file: file.to_owned(),
        detail: format!("table {} has no geometry column {}", table.name, table.geometry),
    })?;
    found.columns = names.iter().enumerate().filter(|(at, _)| *at != geometry).map(|(_, name)| name.clone()).collect();
    let mut answer = question.query([]).map_err(database)?;
    while let Some(row) = answer.next().map_err(database)? {
        found.count += 1;
        let feature = found.count;
        let refused = |detail: String| Error::Feature { file: file.to_owned(), feature, detail };
        let land = match row.get_ref(geometry).map_err(database)? {
            ValueRef::Null => Land::Other("no geometry"),
            ValueRef::Blob(blob) => blob_land(blob).map_err(refused)?,
            _ => return Err(refused("its geometry is no blob".to_owned())),
        };
        match land {
            Land::Polygons(rings) if !rings.is_empty() => {
                let others = (0..names.len()).filter(|at| *at != geometry);
                let cells = others.map(|at| row.get_ref(at).ok().and_then(cell)).collect();
                found.rows.push(Feature { number: feature, cells, land: rings });
            }
            Land::Polygons(_) => found.note_other("empty polygon"),
            Land::Other(kind) => found.note_other(kind),
        }
    }
    Ok(())
}

fn cell(value: ValueRef<'_>) -> Option<Cell> {
    match value {
        ValueRef::Text(text) => Some(Cell::Text(String::from_utf8_lossy(text).into_owned())),
        ValueRef::Integer(number) => Some(Cell::Whole(number)),
        ValueRef::Real(number) => Some(Cell::Real(number)),
        ValueRef::Null | ValueRef::Blob(_) => None,
    }
}

/// Takes the header of a geometry off: magic, version, flags, system and envelope.
fn blob_land(blob: &[u8]) -> Result<Land, String> {
    let (Some(b"GP"), Some(&flags)) = (blob.get(..2), blob.get(3)) else {
        return Err("its geometry has no GeoPackage header".to_owned());
    };
    if flags & 0b1_0000 != 0 {
        return Ok(Land::Other("empty geometry"));
    }
    let envelope = match (flags >> 1) & 0b111 {
        0 => 0,
        1 => 32,
        2 | 3 => 48,
        4 => 64,
        other => return Err(format!("the envelope of its geometry is of the unknown kind {other}")),
    };
    wkb::parse(blob.get(8 + envelope..).ok_or("its geometry ends inside the header")?)
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
