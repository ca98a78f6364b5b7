//! Unpacking within bounds: a small file that grows without end is refused before memory is gone.

use std::io::{Cursor, Error as IoError, ErrorKind, Read};

use bytes::Bytes;
use flate2::bufread::MultiGzDecoder;

use crate::Error;

/// Bytes up to which any ratio is fine.
const HARMLESS: u64 = 16 << 20;
/// Most bytes that one packed byte may become beyond that; tables of flows reach 5 to 20.
const MOST_RATIO: u64 = 60;
/// Most bytes that a streamed file may become.
const MOST_STREAMED: u64 = 8 << 30;
/// Most bytes that a file may become that has to be held in memory.
pub(super) const MOST_HELD: u64 = 400 << 20;

/// Counts what comes out of `inner` and stops with an error where that is out of all proportion.
pub(super) struct Bounded<R> {
    inner: R,
    packed: u64,
    most: u64,
    unpacked: u64,
}

/// The error inside an [`IoError`] that says a bound was reached.
#[derive(Debug, thiserror::Error)]
#[error("it unpacks to more than {unpacked} bytes from {packed}")]
pub(super) struct Beyond {
    unpacked: u64,
    packed: u64,
}

impl<R: Read> Bounded<R> {
    pub(super) const fn new(inner: R, packed: u64) -> Self {
        Self { inner, packed, most: MOST_STREAMED, unpacked: 0 }
    }

    pub(super) const fn held(inner: R, packed: u64) -> Self {
        Self { inner, packed, most: MOST_HELD, unpacked: 0 }
    }

    /// Goes on counting where another entry of the same archive left off.
    pub(super) const fn after(inner: R, packed: u64, unpacked: u64) -> Self {
        Self { inner, packed, most: MOST_HELD, unpacked }
    }

    /// How many bytes came out so far.
    pub(super) const fn unpacked(&self) -> u64 {
        self.unpacked
    }
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.unpacked += u64::try_from(read).unwrap_or(u64::MAX);
        let out_of_proportion = self.unpacked > HARMLESS && self.unpacked / MOST_RATIO > self.packed;
        if out_of_proportion || self.unpacked > self.most {
            return Err(IoError::new(ErrorKind::FileTooLarge, Beyond { unpacked: self.unpacked, packed: self.packed }));
        }
        Ok(read)
    }
}

/// Unpacks gzip, several members too, while it is read.
pub(super) fn gunzip(bytes: Bytes) -> Bounded<MultiGzDecoder<Cursor<Bytes>>> {
    let packed = length(&bytes);
    Bounded::new(MultiGzDecoder::new(Cursor::new(bytes)), packed)
}

/// All of a reader, within bounds.
pub(super) fn read_all(file: &str, inner: impl Read, packed: u64) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    Bounded::held(inner, packed).read_to_end(&mut bytes).map_err(|error| told(file, 0, &error))?;
    Ok(bytes)
}

/// What a failure to read or to unpack means for the person who gave the file.
pub(super) fn told(file: &str, row: u64, error: &IoError) -> Error {
    let file = file.into();
    match error.kind() {
        ErrorKind::UnexpectedEof => Error::Truncated { file, row },
        ErrorKind::FileTooLarge => Error::TooLarge { file, what: error.to_string().into() },
        _ => Error::Damaged { file, row, what: error.to_string().into() },
    }
}

/// How many bytes there are.
pub(super) fn length(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}
