//! The seal at the end of a backup: SHA-256 of every byte before, in the comment of the archive.
//!
//! The comment is the very end of a ZIP, and it is written last: an unfinished file has no seal.

use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};

use sha2::{Digest, Sha256};

use super::BackupFault;
use crate::Error;
use crate::audit::hexadecimal;
use crate::uploads::told_by_system;

/// What the comment says before the hash.
const WORDS: &str = "miedza backup, sha256 of every byte before: ";
const DIGITS: usize = 64;
const BLOCK: usize = 256 * 1024;

/// The comment while the hash is not known: as long as it will be, and no hash.
pub fn blank() -> String {
    format!("{WORDS}{}", "-".repeat(DIGITS))
}

/// Seals a finished archive whose comment is blank, and pushes it to the disk.
pub fn close(file: &mut File) -> Result<(), Error> {
    let end = length(file)?.saturating_sub(size(DIGITS));
    let hash = hash(file, end)?;
    file.seek(SeekFrom::Start(end)).map_err(told_by_system)?;
    file.write_all(hash.as_bytes()).map_err(told_by_system)?;
    file.sync_all().map_err(told_by_system)
}

/// Whether every byte is as it was sealed.
pub fn check(file: &mut File) -> Result<(), Error> {
    let words = WORDS.len() + DIGITS;
    let Some(start) = length(file)?.checked_sub(size(words)) else {
        return Err(BackupFault::NoBackup.into());
    };
    let mut comment = vec![0; words];
    file.seek(SeekFrom::Start(start)).map_err(told_by_system)?;
    file.read_exact(&mut comment).map_err(told_by_system)?;
    let Some(sealed) = comment.strip_prefix(WORDS.as_bytes()) else {
        return Err(BackupFault::NoBackup.into());
    };
    if hash(file, start + size(WORDS.len()))?.as_bytes() == sealed {
        return Ok(());
    }
    Err(BackupFault::damaged("its bytes are not those that were written").into())
}

fn length(file: &mut File) -> Result<u64, Error> {
    file.seek(SeekFrom::End(0)).map_err(told_by_system)
}

/// The hash of the bytes before `end`.
fn hash(file: &mut File, end: u64) -> Result<String, Error> {
    file.seek(SeekFrom::Start(0)).map_err(told_by_system)?;
    let (mut sum, mut block, mut left) = (Sha256::new(), vec![0; BLOCK], file.take(end));
    loop {
        match left.read(&mut block).map_err(told_by_system)? {
            0 => return Ok(hexadecimal(&sum.finalize())),
            read => sum.update(&block[..read]),
        }
    }
}

fn size(bytes: usize) -> u64 {
    u64::try_from(bytes).expect("a short text")
}
