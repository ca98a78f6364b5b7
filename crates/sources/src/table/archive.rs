//! Zip archives, which XLSX and ODS are: what is inside, and whether it unpacks within bounds.
//!
//! Each entry is unpacked once into nothing and counted before a reader of workbooks sees the file, for what the archive
//! declares need not be what comes out.

use std::io::{Cursor, Read, copy, sink};

use zip::ZipArchive;

use super::bounded::{Bounded, length, read_all, told};
use crate::Error;

/// Most entries of an archive.
const MOST_ENTRIES: usize = 10_000;

/// An archive whose entries were all counted.
pub(super) struct Archive {
    file: Box<str>,
    bytes: Vec<u8>,
    /// Names of the entries that are files.
    pub(super) names: Vec<String>,
}

impl Archive {
    pub(super) fn open(file: &str, bytes: Vec<u8>) -> Result<Self, Error> {
        let damaged = |error: zip::result::ZipError| Error::Damaged { file: file.into(), row: 0, what: error.to_string().into() };
        let packed = length(&bytes);
        let mut archive = ZipArchive::new(Cursor::new(&bytes[..])).map_err(damaged)?;
        if archive.len() > MOST_ENTRIES {
            let what = format!("the archive has {} entries", archive.len());
            return Err(Error::TooLarge { file: file.into(), what: what.into() });
        }
        let (mut names, mut unpacked) = (Vec::new(), 0);
        for index in 0..archive.len() {
            let entry = archive.by_index(index).map_err(damaged)?;
            if entry.is_dir() {
                continue;
            }
            names.push(entry.name().map_err(damaged)?.to_string());
            let mut counted = Bounded::after(entry, packed, unpacked);
            copy(&mut counted, &mut sink()).map_err(|error| told(file, 0, &error))?;
            unpacked = counted.unpacked();
        }
        Ok(Self { file: file.into(), bytes, names })
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.names.iter().any(|entry| entry == name)
    }

    /// The bytes of an entry.
    pub(super) fn entry(&self, name: &str) -> Result<Vec<u8>, Error> {
        let damaged =
            |error: zip::result::ZipError| Error::Damaged { file: self.file.clone(), row: 0, what: error.to_string().into() };
        let mut archive = ZipArchive::new(Cursor::new(&self.bytes[..])).map_err(damaged)?;
        let entry = archive.by_name(name).map_err(damaged)?;
        read_all(&self.file, entry.take(u64::MAX), length(&self.bytes))
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}
