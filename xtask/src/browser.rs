//! What needs Node.js: the islands of the pages, and the walks through them in a browser.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::Result;

use crate::run::{root, step};

fn answers(program: &str) -> bool {
    Command::new(program)
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
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

/// Tests of the islands, and the walks through the pages in a browser.
pub fn walks() -> Result<()> {
    if !answers("npm") || !(answers("chromium") || answers("google-chrome")) {
        eprintln!("skipped: walks through the pages, for want of Node.js or Chromium: apt-get install nodejs npm chromium");
        return Ok(());
    }
    npm(&root().join("crates/portal/islands"), &["test"])?;
    let folder = root().join("e2e");
    packages(&folder)?;
    npm(&folder, &["test"])
}
