//! Starting a command and saying so.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context as _, Result, ensure};

/// The folder of the repository.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().expect("xtask lies in the repository").to_owned()
}

/// The program that cargo builds, wherever it puts what it builds.
pub fn program() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
    root().join(target).join("release/miedza")
}

/// Runs cargo with these arguments from the root of the repository.
pub fn cargo(arguments: &[&str]) -> Result<()> {
    cargo_with(arguments, &[])
}

/// Runs cargo with these arguments and environment variables.
pub fn cargo_with(arguments: &[&str], environment: &[(&str, &str)]) -> Result<()> {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments).envs(environment.iter().copied());
    step(&format!("cargo {}", arguments.join(" ")), &mut command)
}

/// Runs a command from the root of the repository; says how long it took.
pub fn step(title: &str, command: &mut Command) -> Result<()> {
    eprintln!("\n── {title}");
    let start = Instant::now();
    let status = command.current_dir(root()).status().with_context(|| format!("{title} cannot be started"))?;
    ensure!(status.success(), "{title} failed");
    eprintln!("── {title}: done in {:.0} s", start.elapsed().as_secs_f64());
    Ok(())
}

/// Whether this runs in CI, where nothing may be left out.
pub fn is_ci() -> bool {
    std::env::var("CI").is_ok_and(|value| value == "true")
}
