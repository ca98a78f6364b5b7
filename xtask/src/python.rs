//! What needs Python: the wheel of the bindings, built and installed as an analyst would, with its tests.
//!
//! A fresh virtual environment each time, so that nothing is found there that the wheel did not bring.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, ensure};

use crate::run::{is_ci, root, step};

/// What is missing, in one line with what installs it; `None` where the bindings can be tested.
fn lacking() -> Option<&'static str> {
    let runs = |code: &str| Command::new("python3").args(["-c", code]).output().is_ok_and(|said| said.status.success());
    if !runs("import sys; sys.exit(sys.version_info < (3, 9))") {
        return Some("the Python bindings need Python 3.9: apt-get install python3 python3-venv");
    }
    if !runs("import venv, ensurepip") {
        return Some("the Python bindings are tested in a virtual environment: apt-get install python3-venv");
    }
    None
}

/// Builds the wheel, installs it in a clean virtual environment, and runs its tests and the example of its README. Where
/// Python or its packages cannot be had this is left out, but not in CI.
pub fn wheel() -> Result<()> {
    if let Some(lacking) = lacking() {
        return left_out(lacking);
    }
    let place = root().join("target/python");
    if place.exists() {
        std::fs::remove_dir_all(&place)?;
    }
    python(Path::new("python3"), &["-m", "venv", "target/python"])?;
    let inside = place.join("bin/python");
    let packages = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "maturin>=1.9,<2"];
    if python(&inside, &[&packages[..], &TESTED_WITH].concat()).is_err() {
        return left_out(
            "the Python bindings are tested with packages that cannot be installed now: a network, or a mirror in PIP_INDEX_URL",
        );
    }
    python(
        &inside,
        &[
            "-m",
            "maturin",
            "build",
            "--quiet",
            "--release",
            "--manifest-path",
            "crates/python/Cargo.toml",
            "--out",
            "target/python/wheels",
        ],
    )?;
    let source = ["--no-index", "--find-links", "target/python/wheels", "miedza"];
    python(&inside, &[&["-m", "pip", "install", "--quiet", "--disable-pip-version-check"][..], &source].concat())?;
    python(&inside, &["-m", "pytest", "--quiet", "-p", "no:cacheprovider", "crates/python"])
}

/// The data frames and checkers that the tests know; they are no dependencies of the wheel.
const TESTED_WITH: [&str; 7] = ["pytest", "mypy", "numpy", "pandas", "polars", "pyarrow", "geopandas"];

fn left_out(lacking: &str) -> Result<()> {
    ensure!(!is_ci(), "{lacking}");
    eprintln!("skipped: {lacking}");
    Ok(())
}

fn python(program: &Path, arguments: &[&str]) -> Result<()> {
    let mut command = Command::new(program);
    // No byte code beside the tests, and the commands of the environment come first.
    command.args(arguments).env("PYTHONDONTWRITEBYTECODE", "1");
    step(&format!("{} {}", program.display(), arguments.join(" ")), &mut command)
}
