//! A folder of results that is either whole or not there.
//!
//! Files are written to a folder beside the wanted one and swapped in at the end, so an interrupted run leaves no half
//! result, and a folder that holds anything but earlier results is never touched.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

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
        *being_filled() = Some(side.clone());
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
        if !self.target.exists() {
            fs::rename(&self.side, &self.target).map_err(io)?;
        } else if stands_in(&self.target) {
            self.fill(&files).map_err(io)?;
        } else {
            self.swap().map_err(io)?;
        }
        Ok(files)
    }
}

impl OutputFolder {
    /// Puts the new folder in the place of the old, with its permissions.
    fn swap(&self) -> io::Result<()> {
        fs::set_permissions(&self.side, fs::metadata(&self.target)?.permissions())?;
        let old = self.side.with_extension("old");
        fs::rename(&self.target, &old)?;
        if let Err(cause) = fs::rename(&self.side, &self.target) {
            fs::rename(&old, &self.target)?;
            return Err(cause);
        }
        fs::remove_dir_all(&old)
    }

    /// Moves the files one by one into a folder that somebody stands in and that must therefore stay the same folder.
    fn fill(&self, files: &[String]) -> io::Result<()> {
        for entry in fs::read_dir(&self.target)?.filter_map(Result::ok) {
            if !files.iter().any(|file| entry.file_name() == file.as_str()) {
                fs::remove_file(entry.path())?;
            }
        }
        files.iter().try_for_each(|file| fs::rename(self.side.join(file), self.target.join(file)))
    }
}

/// Whether the process works in this folder or below it.
fn stands_in(folder: &Path) -> bool {
    let here = std::env::current_dir().and_then(fs::canonicalize);
    here.is_ok_and(|here| fs::canonicalize(folder).is_ok_and(|folder| here.starts_with(folder)))
}

impl Drop for OutputFolder {
    fn drop(&mut self) {
        // After a finished swap the folder is gone already; a failure here has nobody left to tell.
        let _ = fs::remove_dir_all(&self.side);
        *being_filled() = None;
    }
}

/// The folder that this process is filling.
static BEING_FILLED: Mutex<Option<PathBuf>> = Mutex::new(None);

fn being_filled() -> MutexGuard<'static, Option<PathBuf>> {
    BEING_FILLED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Makes an interruption (Ctrl-C) remove what is half done before the process ends with exit code 130.
pub fn clear_up_when_interrupted() {
    // Without a handler the next run clears up.
    let _ = ctrlc::set_handler(|| {
        if let Some(side) = being_filled().take() {
            let _ = fs::remove_dir_all(side);
        }
        std::process::exit(130);
    });
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

/// The whole path; a folder that is there is meant itself, not a link to it.
fn absolute(path: &Path) -> Result<PathBuf, OutputError> {
    let whole = if path.exists() { fs::canonicalize(path) } else { std::path::absolute(path) };
    whole.map_err(|cause| OutputError::Io { path: path.to_owned(), cause })
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

    #[cfg(unix)]
    #[test]
    fn a_folder_behind_a_link_is_filled_and_keeps_its_permissions() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};

        let place = folder();
        let (real, link) = (place.path().join("real"), place.path().join("link"));
        fs::create_dir(&real).expect("a folder");
        fs::set_permissions(&real, fs::Permissions::from_mode(0o700)).expect("permissions");
        symlink(&real, &link).expect("a link");

        let output = OutputFolder::prepare(&link, &OURS, false).expect("an empty folder");
        output.write("areas.csv", b"whole").expect("written");
        output.finish().expect("swapped");

        assert!(link.is_symlink() && real.join("areas.csv").exists());
        assert_eq!(fs::metadata(&real).expect("the folder").permissions().mode() & 0o777, 0o700);
    }

    #[test]
    fn a_file_in_the_place_of_the_folder_is_kept() {
        let place = folder();
        let target = place.path().join("result");
        fs::write(&target, b"mine").expect("written");

        assert!(matches!(OutputFolder::prepare(&target, &OURS, true), Err(OutputError::NotAFolder { .. })));
    }
}
