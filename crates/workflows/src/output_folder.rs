//! A folder of results that is either whole or not there.
//!
//! Files are written to a folder beside the wanted one and swapped in at the end, so an interrupted run leaves no half
//! result, and a folder that holds anything but earlier results is never touched.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What stands between the name of the wanted folder and the number of the process that fills it.
const UNFINISHED: &str = ".unfinished-";

/// Why a folder of results cannot be made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OutputError {
    /// The folder holds files and may not be replaced.
    #[error("{} is not empty", folder.display())]
    NotEmpty {
        /// The folder.
        folder: PathBuf,
    },
    /// The folder may be replaced, but holds what no run wrote.
    #[error("{} holds {}, which is none of the files that this command writes", folder.display(), foreign.display())]
    Foreign {
        /// The folder.
        folder: PathBuf,
        /// The first file or folder that is not ours.
        foreign: PathBuf,
    },
    /// A file stands where the folder should be.
    #[error("{} is a file", path.display())]
    NotAFolder {
        /// The path.
        path: PathBuf,
    },
    /// The file system refused.
    #[error("{} cannot be written: {cause}", path.display())]
    Io {
        /// What was to be written.
        path: PathBuf,
        /// What the system said.
        cause: io::Error,
    },
}

/// A folder that is being filled; dropped without [`Self::finish`], it leaves nothing behind.
#[derive(Debug)]
pub struct OutputFolder {
    target: PathBuf,
    side: PathBuf,
}

impl OutputFolder {
    /// Prepares to fill `target`.
    ///
    /// An existing folder must be empty, or, with `overwrite`, hold only files named in `ours`.
    ///
    /// # Errors
    /// [`OutputError`] if the folder may not be replaced or its parent cannot be written.
    pub fn prepare(target: &Path, ours: &[&str], overwrite: bool) -> Result<Self, OutputError> {
        check(target, ours, overwrite)?;
        let target = absolute(target)?;
        let parent = target.parent().ok_or_else(|| OutputError::NotAFolder { path: target.clone() })?;
        fs::create_dir_all(parent).map_err(|cause| OutputError::Io { path: parent.to_owned(), cause })?;
        let beginning = format!(".{}{UNFINISHED}", target.file_name().unwrap_or_default().to_string_lossy());
        clear_up(parent, &beginning);
        let side = parent.join(format!("{beginning}{}", std::process::id()));
        fs::create_dir(&side).map_err(|cause| OutputError::Io { path: side.clone(), cause })?;
        Ok(Self { target, side })
    }

    /// Where a file of this name is written before the swap.
    pub fn path(&self, name: &str) -> PathBuf {
        self.side.join(name)
    }

    /// Writes a file.
    ///
    /// # Errors
    /// [`OutputError::Io`] if the file system refuses.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<(), OutputError> {
        fs::write(self.path(name), bytes).map_err(|cause| OutputError::Io { path: self.target.join(name), cause })
    }

    /// Puts the filled folder in its place; gives the names of its files, sorted.
    ///
    /// # Errors
    /// [`OutputError::Io`] if the file system refuses; the folder that stood there before is then still there.
    pub fn finish(self) -> Result<Vec<String>, OutputError> {
        let io = |cause| OutputError::Io { path: self.target.clone(), cause };
        let mut files: Vec<String> = fs::read_dir(&self.side)
            .map_err(io)?
            .filter_map(Result::ok)
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect();
        files.sort();
        if self.target.exists() {
            let old = self.side.with_extension("old");
            fs::rename(&self.target, &old).map_err(io)?;
            if let Err(cause) = fs::rename(&self.side, &self.target) {
                fs::rename(&old, &self.target).map_err(io)?;
                return Err(io(cause));
            }
            fs::remove_dir_all(&old).map_err(io)?;
        } else {
            fs::rename(&self.side, &self.target).map_err(io)?;
        }
        Ok(files)
    }
}

impl Drop for OutputFolder {
    fn drop(&mut self) {
        // After a finished swap the folder is gone already; a failure here has nobody left to tell.
        let _ = fs::remove_dir_all(&self.side);
    }
}

/// Removes what runs left that were killed; only where the system tells which processes live.
fn clear_up(parent: &Path, beginning: &str) {
    let processes = Path::new("/proc");
    if !processes.join("self").exists() {
        return;
    }
    for entry in fs::read_dir(parent).into_iter().flatten().filter_map(Result::ok) {
        let name = entry.file_name().to_string_lossy().into_owned();
        let process = name.strip_prefix(beginning).filter(|process| process.bytes().all(|byte| byte.is_ascii_digit()));
        if process.is_some_and(|process| !processes.join(process).exists()) {
            // What cannot be removed now stays for a later run.
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

fn check(target: &Path, ours: &[&str], overwrite: bool) -> Result<(), OutputError> {
    let Ok(found) = fs::metadata(target) else { return Ok(()) };
    if !found.is_dir() {
        return Err(OutputError::NotAFolder { path: target.to_owned() });
    }
    let entries = fs::read_dir(target).map_err(|cause| OutputError::Io { path: target.to_owned(), cause })?;
    let mut names: Vec<OsString> = entries.filter_map(Result::ok).map(|entry| entry.file_name()).collect();
    names.sort();
    if names.is_empty() {
        return Ok(());
    }
    if !overwrite {
        return Err(OutputError::NotEmpty { folder: target.to_owned() });
    }
    match names.into_iter().find(|name| !ours.iter().any(|our| name == *our)) {
        Some(foreign) => Err(OutputError::Foreign { folder: target.to_owned(), foreign: foreign.into() }),
        None => Ok(()),
    }
}

fn absolute(path: &Path) -> Result<PathBuf, OutputError> {
    let whole = std::path::absolute(path).map_err(|cause| OutputError::Io { path: path.to_owned(), cause })?;
    // `result/..` and the like have no name of their own that could be swapped.
    if whole.file_name().is_none() {
        fs::canonicalize(&whole).map_err(|cause| OutputError::Io { path: whole, cause })
    } else {
        Ok(whole)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OURS: [&str; 2] = ["areas.csv", "log.csv"];

    fn folder() -> tempfile::TempDir {
        tempfile::tempdir().expect("a folder for the test")
    }

    #[test]
    fn an_unfinished_run_leaves_nothing() {
        let place = folder();
        let target = place.path().join("result");

        let output = OutputFolder::prepare(&target, &OURS, false).expect("an empty place");
        output.write("areas.csv", b"half").expect("written");
        drop(output);

        assert_eq!(fs::read_dir(place.path()).expect("the folder").count(), 0);
    }

    #[test]
    fn what_a_killed_run_left_is_cleared_up() {
        if !Path::new("/proc/self").exists() {
            return;
        }
        let place = folder();
        let left = place.path().join(".result.unfinished-4194305");
        fs::create_dir(&left).expect("a folder of a process that cannot live");
        fs::write(left.join("areas.csv"), b"half").expect("written");

        let output = OutputFolder::prepare(&place.path().join("result"), &OURS, false).expect("an empty place");

        assert!(!left.exists());
        drop(output);
    }

    #[test]
    fn a_finished_run_is_whole() {
        let place = folder();
        let target = place.path().join("deep").join("result");

        let output = OutputFolder::prepare(&target, &OURS, false).expect("an empty place");
        output.write("areas.csv", b"whole").expect("written");

        assert_eq!(output.finish().expect("swapped"), ["areas.csv"]);
        assert_eq!(fs::read(target.join("areas.csv")).expect("the file"), b"whole");
        assert_eq!(fs::read_dir(target.parent().expect("a parent")).expect("the folder").count(), 1);
    }

    #[test]
    fn results_are_replaced_only_on_demand_and_foreign_files_never() {
        let place = folder();
        let target = place.path().to_owned();
        fs::write(target.join("areas.csv"), b"old").expect("written");

        assert!(matches!(OutputFolder::prepare(&target, &OURS, false), Err(OutputError::NotEmpty { .. })));

        let output = OutputFolder::prepare(&target, &OURS, true).expect("our own files");
        output.write("areas.csv", b"new").expect("written");
        output.finish().expect("swapped");
        assert_eq!(fs::read(target.join("areas.csv")).expect("the file"), b"new");

        fs::write(target.join("thesis.docx"), b"mine").expect("written");
        assert!(matches!(OutputFolder::prepare(&target, &OURS, true), Err(OutputError::Foreign { .. })));
        assert_eq!(fs::read(target.join("thesis.docx")).expect("the file"), b"mine");
    }

    #[test]
    fn a_file_in_the_place_of_the_folder_is_kept() {
        let place = folder();
        let target = place.path().join("result");
        fs::write(&target, b"mine").expect("written");

        assert!(matches!(OutputFolder::prepare(&target, &OURS, true), Err(OutputError::NotAFolder { .. })));
    }
}
