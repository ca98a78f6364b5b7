//! What needs Node.js: the islands of the pages, the provider of the tests, and the walks through the pages in a browser.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Result, ensure};

use crate::run::{is_ci, program, root, step};

fn answers(program: &str) -> bool {
    Command::new(program)
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Oldest Node.js that the tools of the islands work with.
const NODE: u32 = 20;

/// Whether Node.js with its package manager is there, and new enough.
fn has_node() -> bool {
    let version =
        Command::new("node").arg("--version").output().map(|answer| String::from_utf8_lossy(&answer.stdout).into_owned());
    let major = version.ok().and_then(|version| version.trim_start_matches('v').split('.').next()?.trim().parse::<u32>().ok());
    major.is_some_and(|major| major >= NODE) && answers("npm")
}

fn npm(folder: &Path, arguments: &[&str]) -> Result<()> {
    let mut command = Command::new("npm");
    command.arg("--prefix").arg(folder).args(arguments);
    step(&format!("npm {} in {}", arguments.join(" "), folder.display()), &mut command)
}

/// Puts the packages of a folder in place, where the lock file asks for others than are there.
fn packages(folder: &Path) -> Result<()> {
    let age = |path: &Path| path.metadata().and_then(|found| found.modified()).ok();
    let (lock, placed) = (folder.join("package-lock.json"), folder.join("node_modules/.package-lock.json"));
    if age(&placed) >= age(&lock) && placed.exists() {
        return Ok(());
    }
    npm(folder, &["ci"])
}

/// Installs the servers that tests start: a store of objects for uploads, and a provider to sign in through. Without Node.js
/// those tests say "skipped".
pub fn servers() -> Result<()> {
    if !has_node() {
        return Ok(());
    }
    ["object-store", "provider"].iter().try_for_each(|server| packages(&root().join("e2e").join(server)))
}

/// Builds the islands. Without Node.js, or without its packages, the pages are complete but without islands.
pub fn islands() {
    let folder = root().join("crates/portal/islands");
    if !answers("npm") {
        eprintln!(
            "note: Node.js is not installed, so the pages come without islands; install it with: apt-get install nodejs npm"
        );
        return;
    }
    if let Err(fault) = packages(&folder).and_then(|()| npm(&folder, &["run", "build"])) {
        eprintln!("note: the islands cannot be built, so the pages come without them: {fault:#}");
    }
}

/// Browsers that the walks know how to start.
const BROWSERS: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

/// Tests of the islands, and the walks through the pages in a browser, on these engines or on both. The program must be
/// built. Where Node.js or a browser is absent they are left out, but not in CI.
pub fn walks(engines: &[String]) -> Result<()> {
    if !has_node() || !BROWSERS.into_iter().any(answers) {
        let lacking = format!("walks through the pages need Node.js {NODE} and Chromium: apt-get install nodejs npm chromium");
        ensure!(!is_ci(), "{lacking}");
        eprintln!("skipped: {lacking}");
        return Ok(());
    }
    let islands = root().join("crates/portal/islands");
    packages(&islands)?;
    npm(&islands, &["test"])?;
    let folder = root().join("e2e");
    packages(&folder)?;
    let mut walk = Command::new("node");
    walk.arg(folder.join("run.mjs")).args(engines).env("MIEDZA", program());
    step("walks through the pages", &mut walk)
}
