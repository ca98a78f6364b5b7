//! Parquet files with plain columns; a record of the file is a row, counted from 1.

use bytes::Bytes;
use parquet::errors::ParquetError;
use parquet::file::reader::FileReader;
use parquet::file::serialized_reader::SerializedFileReader;
use parquet::record::Field;
use parquet::record::reader::RowIter;

use super::bounded::{MOST_HELD, length};
use super::row::{Row, Rows};
use crate::Error;

/// Most bytes of one field.
const MOST_FIELD: usize = 64 << 10;
/// Most records that one byte of the file may hold: equal values in a row take next to nothing.
const MOST_RECORDS_PER_BYTE: u64 = 20;
/// Records up to which any number per byte is fine.
const HARMLESS: u64 = 1_000_000;

pub(super) struct Columnar {
    file: Box<str>,
    names: Vec<String>,
    records: RowIter<'static>,
    next: u64,
}

impl Columnar {
    pub(super) fn open(file: &str, bytes: Vec<u8>) -> Result<Self, Error> {
        let packed = length(&bytes);
        let reader =
            caught(file, 0, || SerializedFileReader::new(Bytes::from(bytes)))?.map_err(|error| damaged(file, 0, &error))?;
        within_bounds(file, packed, &reader)?;
        let schema = reader.metadata().file_metadata().schema_descr();
        let names = schema.root_schema().get_fields().iter().map(|field| field.name().to_string()).collect();
        Ok(Self { file: file.into(), names, records: RowIter::from_file_into(Box::new(reader)), next: 0 })
    }
}

/// Refuses what the file itself says is out of proportion, before any page is unpacked.
fn within_bounds(file: &str, packed: u64, reader: &SerializedFileReader<Bytes>) -> Result<(), Error> {
    let (mut records, mut largest) = (0_u64, 0_u64);
    for group in reader.metadata().row_groups() {
        records = records.saturating_add(u64::try_from(group.num_rows()).unwrap_or(u64::MAX));
        for column in group.columns() {
            largest = largest.max(u64::try_from(column.uncompressed_size()).unwrap_or(u64::MAX));
        }
    }
    let refuse = |what: String| Err(Error::TooLarge { file: file.into(), what: what.into() });
    if largest > MOST_HELD || (largest > 16 << 20 && largest / 60 > packed) {
        return refuse(format!("a column of it unpacks to {largest} bytes"));
    }
    if records > HARMLESS && records / MOST_RECORDS_PER_BYTE > packed {
        return refuse(format!("it has {records} records in {packed} bytes"));
    }
    Ok(())
}

/// The library trusts some lengths inside a page and panics where they lie; that is a damaged file, no fault of ours.
fn caught<T>(file: &str, row: u64, step: impl FnOnce() -> T) -> Result<T, Error> {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(step)).map_err(|_| Error::Damaged {
        file: file.into(),
        row,
        what: "its pages do not hold what they declare".into(),
    })
}

fn damaged(file: &str, row: u64, error: &ParquetError) -> Error {
    Error::Damaged { file: file.into(), row, what: error.to_string().into() }
}

impl Rows for Columnar {
    fn next(&mut self, row: &mut Row) -> Result<bool, Error> {
        row.clear();
        row.number = self.next;
        self.next += 1;
        if row.number == 0 {
            self.names.iter().for_each(|name| row.push(name, false));
            return Ok(true);
        }
        let record = caught(&self.file, row.number - 1, || self.records.next())?;
        let Some(record) = record else { return Ok(false) };
        let record = record.map_err(|error| damaged(&self.file, row.number - 1, &error))?;
        for (_, field) in record.get_column_iter() {
            if !push(row, field) {
                return Err(Error::RowTooLong { file: self.file.clone(), row: row.number });
            }
        }
        Ok(true)
    }
}

/// Adds a field; `false` if it is too long.
fn push(row: &mut Row, field: &Field) -> bool {
    match field {
        Field::Str(text) if text.len() > MOST_FIELD => return false,
        Field::Str(text) => row.push(text, false),
        Field::Bytes(bytes) if bytes.len() > MOST_FIELD => return false,
        Field::Bytes(bytes) => row.push(&String::from_utf8_lossy(bytes.data()), false),
        Field::Int(number) => row.push(&number.to_string(), true),
        Field::Long(number) => row.push(&number.to_string(), true),
        Field::Float(number) => row.push(&number.to_string(), true),
        Field::Double(number) => row.push(&number.to_string(), true),
        Field::Bool(truth) => row.push(&truth.to_string(), false),
        Field::Null | Field::Group(_) | Field::ListInternal(_) | Field::MapInternal(_) => row.push("", false),
        other => row.push(&other.to_string(), true),
    }
    true
}
