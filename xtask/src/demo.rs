//! Building the program and running it.

use std::process::Command;

use anyhow::Result;

use crate::browser;
use crate::run::{cargo, cargo_with, program, step};

/// Builds the program and runs `miedza demo`; further arguments are handed on.
pub fn demo(arguments: Vec<String>) -> Result<()> {
    browser::islands();
    cargo(&["build", "--release", "--package", "miedza"])?;
    let mut command = Command::new(program());
    command.arg("demo").args(arguments);
    step("miedza demo", &mut command)
}

/// Builds the program and walks through its pages in a browser, on these engines or on both.
pub fn walks(engines: &[String]) -> Result<()> {
    browser::islands();
    cargo(&["build", "--release", "--package", "miedza"])?;
    browser::walks(engines)
}

/// Kills a program that writes 1,000 times and checks each time that nothing acknowledged is lost.
pub fn durability() -> Result<()> {
    let test = ["test", "--release", "--workspace", "--test", "durability", "killed::", "--", "--nocapture"];
    cargo_with(&test, &[("MIEDZA_ROUNDS", "1000")])
}

/// Runs the benches of every crate.
pub fn bench() -> Result<()> {
    cargo(&["build", "--release", "--package", "miedza"])?;
    cargo(&["bench", "--package", "miedza-delimitation"])?;
    let mut command = Command::new("sh");
    command.arg("benches/whole_program.sh");
    step("whole program", &mut command)
}

/// Serves the demonstration and measures it as visitors and the area lab meet it.
pub fn portal() -> Result<()> {
    browser::islands();
    cargo(&["build", "--release", "--package", "miedza"])?;
    let mut command = Command::new("sh");
    command.arg("benches/portal.sh");
    step("portal", &mut command)
}
