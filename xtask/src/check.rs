//! All that must hold before a change lands.

use std::process::Command;

use anyhow::Result;

use crate::run::{cargo, cargo_with};
use crate::{browser, python};

/// Programs that some tests call, with the line that installs them. A test whose program is absent says "skipped".
const TOOLS: [(&str, &str, &str); 6] = [
    ("ogrinfo", "the readers of GIS programs open our files", "apt-get install gdal-bin"),
    ("pdftotext", "the text of PDF reports can be taken out", "apt-get install poppler-utils"),
    ("chromium", "pages are accessible and can be walked by keyboard", "apt-get install chromium"),
    ("npm", "pages have islands and are walked through, and people sign in through a provider", "apt-get install nodejs npm"),
    ("initdb", "everything is kept on PostgreSQL as on SQLite", "apt-get install postgresql"),
    ("python3", "the Python bindings do what the library does", "apt-get install python3 python3-venv"),
];

/// Format, lints as errors, all tests, walks through the pages, the wheel for Python, documentation with private items.
pub fn check() -> Result<()> {
    for (program, what, install) in TOOLS {
        if Command::new(program).arg("--version").output().is_err() {
            eprintln!("note: {program} is not installed, so it is not tested that {what}; install it with: {install}");
        }
    }
    browser::islands();
    browser::servers()?;
    cargo(&["fmt", "--all", "--check"])?;
    cargo(&["clippy", "--workspace", "--all-targets", "--quiet", "--", "--deny", "warnings"])?;
    // The tests build the program that the walks start.
    cargo(&["test", "--workspace", "--release"])?;
    browser::walks(&[])?;
    python::wheel()?;
    cargo(&["check", "--quiet", "--package", "miedza-reports", "--no-default-features"])?;
    cargo_with(
        &["doc", "--workspace", "--no-deps", "--document-private-items", "--quiet"],
        &[("RUSTDOCFLAGS", "--deny warnings")],
    )?;
    eprintln!("\nall checks passed");
    Ok(())
}
