//! `miedza completion` and `miedza manual`: made from the same arguments as the help.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::{Args, CommandFactory as _};
use clap_complete::Shell;
use miedza_workflows::Failure;
use serde_json::json;

use crate::arguments::Arguments;
use crate::terminal::{Outcome, Terminal, print};

/// Prints the completion of a shell.
#[derive(Debug, Args)]
pub struct Completion {
    /// The shell
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

impl Completion {
    /// Prints the script to stdout.
    pub fn run(self) {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Arguments::command(), "miedza", &mut script);
        print(&String::from_utf8_lossy(&script));
    }
}

/// Writes manual pages, one per command.
#[derive(Debug, Args)]
pub struct Manual {
    /// Folder for the pages; made if it is not there
    #[arg(long, value_name = "DIR", default_value = "man")]
    out: PathBuf,
}

impl Manual {
    /// Writes `miedza.1`, `miedza-delimit.1` and so on.
    pub fn run(self, terminal: &Terminal) -> Outcome {
        write_pages(&self.out).map_err(|cause| Failure::not_written(&self.out, &cause))?;
        terminal.answer(&json!({ "folder": self.out }), || self.out.display().to_string());
        Ok(())
    }
}

fn write_pages(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    clap_mangen::generate_to(Arguments::command(), folder)
}
