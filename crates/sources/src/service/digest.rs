//! SHA-256, by which answers are told apart and proved.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use sha2::{Digest, Sha256};

/// Of bytes, 64 hexadecimal digits.
pub(crate) fn of(bytes: &[u8]) -> String {
    written(&Sha256::digest(bytes))
}

/// Of several byte strings one after the other.
pub(crate) fn of_all<'a>(parts: impl Iterator<Item = &'a [u8]>) -> String {
    let mut digest = Sha256::new();
    parts.for_each(|part| digest.update(part));
    written(&digest.finalize())
}

/// Of a file, which is read in small pieces, and how many bytes it has.
pub(crate) fn of_file(path: &Path) -> io::Result<(String, u64)> {
    let (mut file, mut digest, mut length) = (File::open(path)?, Sha256::new(), 0);
    let mut piece = vec![0; 1 << 16];
    loop {
        let read = file.read(&mut piece)?;
        if read == 0 {
            return Ok((written(&digest.finalize()), length));
        }
        digest.update(&piece[..read]);
        length += u64::try_from(read).unwrap_or(u64::MAX);
    }
}

fn written(digest: &[u8]) -> String {
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
