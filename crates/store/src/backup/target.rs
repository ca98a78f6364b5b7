//! The file that a backup is written into.
//!
//! The first fault is told to whoever writes; after it everything is swallowed, since the archive tries to end itself when
//! it is dropped and would speak to the terminal about the same fault once more. What was begun is removed then.

use std::fs::File;
use std::io::{Result, Seek, SeekFrom, Write};

/// The file, and whether it failed.
#[derive(Debug)]
pub struct Target {
    file: File,
    has_failed: bool,
}

impl Target {
    /// Before the first byte.
    pub const fn new(file: File) -> Self {
        Self { file, has_failed: false }
    }

    /// The file behind it.
    pub fn into_file(self) -> File {
        self.file
    }

    fn first_fault<T>(&mut self, afterwards: T, act: impl FnOnce(&mut File) -> Result<T>) -> Result<T> {
        if self.has_failed {
            return Ok(afterwards);
        }
        let done = act(&mut self.file);
        self.has_failed = done.as_ref().is_err_and(|fault| fault.kind() != std::io::ErrorKind::Interrupted);
        done
    }
}

impl Write for Target {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        self.first_fault(bytes.len(), |file| file.write(bytes))
    }

    fn flush(&mut self) -> Result<()> {
        self.first_fault((), File::flush)
    }
}

impl Seek for Target {
    fn seek(&mut self, to: SeekFrom) -> Result<u64> {
        self.first_fault(0, |file| file.seek(to))
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
        assert_eq!(target.seek(SeekFrom::Start(9)).expect("swallowed"), 0);
    }
}
