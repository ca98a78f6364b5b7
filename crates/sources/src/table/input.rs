//! A file as it lies on disk: its name, its bytes and what proves which file it was.

use std::fmt::Write as _;
use std::io::Read;
use std::path::Path;

use bytes::Bytes;
use miedza_territory::Provenance;
use sha2::{Digest, Sha256};

use crate::Error;

/// Most bytes that a file may have on disk.
const MOST_BYTES: u64 = 2 << 30;

/// The bytes of a file, with its name without the folder. A clone shares the bytes.
#[derive(Clone)]
pub struct Input {
    name: Box<str>,
    bytes: Bytes,
}

impl Input {
    /// Bytes that did not come from disk, under the name that errors shall give them.
    #[must_use]
    pub fn new(name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        Self { name: name.into(), bytes: bytes.into().into() }
    }

    /// Reads a file.
    ///
    /// # Errors
    /// [`Error::NotReadable`] if the system does not give it, [`Error::TooLarge`] above 2 GiB.
    pub fn open(path: &Path) -> Result<Self, Error> {
        let name: Box<str> = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into();
        let failed = |source| Error::NotReadable { file: path.to_string_lossy().into(), source };
        let file = std::fs::File::open(path).map_err(failed)?;
        let size = file.metadata().map_err(failed)?.len();
        if size > MOST_BYTES {
            return Err(Error::TooLarge { file: name, what: format!("it has {size} bytes, more than {MOST_BYTES}").into() });
        }
        let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
        file.take(MOST_BYTES).read_to_end(&mut bytes).map_err(failed)?;
        Ok(Self { name, bytes: bytes.into() })
    }

    /// Name of the file without its folder.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The bytes as they lie on disk.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The bytes themselves.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes.into()
    }

    /// The bytes, shared with other clones.
    pub(super) fn shared(self) -> Bytes {
        self.bytes
    }

    /// What proves which file it was; `role` says in one word what it was used for.
    #[must_use]
    pub fn provenance(&self, role: &str) -> Provenance {
        let mut sha256 = String::with_capacity(64);
        for byte in Sha256::digest(&self.bytes) {
            // Writing into a string cannot fail.
            let _ = write!(sha256, "{byte:02x}");
        }
        let bytes = u64::try_from(self.bytes.len()).unwrap_or(u64::MAX);
        Provenance { role: role.into(), file: self.name.to_string(), sha256, bytes }
    }
}
