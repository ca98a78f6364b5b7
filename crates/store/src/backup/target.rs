//! The file that a backup is written into.
//!
//! The first fault is told to whoever writes; after it everything is swallowed, since the archive tries to end itself when
//! it is dropped and would speak to the terminal about the same fault once more. It asks where it stands meanwhile, so the
//! place is counted on. What was begun is removed then.

use std::fs::File;
use std::io::{ErrorKind, Result, Seek, SeekFrom, Write};

/// The file, the place in it, and whether it failed.
#[derive(Debug)]
pub struct Target {
    file: File,
    place: u64,
    has_failed: bool,
}

impl Target {
    /// Before the first byte.
    pub const fn new(file: File) -> Self {
        Self { file, place: 0, has_failed: false }
    }

    /// The file behind it.
    pub fn into_file(self) -> File {
        self.file
    }

    /// Notes whether this failed.
    fn noted<T>(&mut self, done: Result<T>) -> Result<T> {
        self.has_failed = done.as_ref().is_err_and(|fault| fault.kind() != ErrorKind::Interrupted);
        done
    }
}

impl Write for Target {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        let written = if self.has_failed {
            bytes.len()
        } else {
            let done = self.file.write(bytes);
            self.noted(done)?
        };
        self.place = self.place.saturating_add(u64::try_from(written).unwrap_or(u64::MAX));
        Ok(written)
    }

    fn flush(&mut self) -> Result<()> {
        if self.has_failed {
            return Ok(());
        }
        let done = self.file.flush();
        self.noted(done)
    }
}

impl Seek for Target {
    fn seek(&mut self, to: SeekFrom) -> Result<u64> {
        self.place = if self.has_failed {
            match to {
                SeekFrom::Start(place) => place,
                SeekFrom::Current(further) | SeekFrom::End(further) => self.place.saturating_add_signed(further),
            }
        } else {
            let done = self.file.seek(to);
            self.noted(done)?
        };
        Ok(self.place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_fault_is_told_and_no_other() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("file");
        std::fs::write(&file, "").expect("written");
        let mut target = Target::new(File::open(file).expect("opened to be read alone"));

        assert!(target.write(b"a").is_err());
        assert_eq!(target.write(b"abc").expect("swallowed"), 3);
        assert_eq!(target.seek(SeekFrom::End(0)).expect("swallowed"), 3);
    }
}
