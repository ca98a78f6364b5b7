//! Where a file came from and what exactly it was.

use serde::Serialize;

/// A file that a result rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Provenance {
    /// What the file was used for, one word: `flows`, `boundaries`, `population`, …
    pub role: String,
    /// Name of the file without its folder.
    pub file: String,
    /// SHA-256 of the bytes as they lay on disk, 64 hexadecimal digits.
    pub sha256: String,
    /// How many bytes lay on disk.
    pub bytes: u64,
}
