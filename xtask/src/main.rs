//! The commands of the README: `cargo xtask demo`, `cargo xtask check`, `cargo xtask bench`.
//!
//! Each is a list of ordinary commands that could be typed by hand; this room only knows their order. What the program
//! itself can do is not here.

mod browser;
mod check;
mod demo;
mod python;
mod run;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask demo     build everything, load the demonstration, serve http://127.0.0.1:8080
cargo xtask check    format, lints, all tests, walks in a browser, the wheel, documentation: all that CI runs
cargo xtask wheel    builds the Python bindings, installs them in a clean environment in target/python and tests them
cargo xtask walks [sqlite|postgres]
                     builds the program and walks through its pages in a browser: accessibility, valid markup, nothing
                     called from outside, and the main jobs with the keyboard alone
cargo xtask bench    the benches, and the whole-program times on the data of the shared folder where it is present
cargo xtask bench durability
                     kills a program that writes 1,000 times and checks that nothing acknowledged is lost
cargo xtask bench portal
                     requests a second, idle memory, weight of pages, round trips of the area lab
";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let outcome = match arguments.next().as_deref() {
        Some("demo") => demo::demo(arguments.collect()),
        Some("check") => check::check(),
        Some("wheel") => python::wheel(),
        Some("walks") => demo::walks(&arguments.collect::<Vec<_>>()),
        Some("bench") => match arguments.next().as_deref() {
            Some("durability") => demo::durability(),
            Some("portal") => demo::portal(),
            _ => demo::bench(),
        },
        _ => {
            eprint!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("xtask: {fault:#}");
            ExitCode::FAILURE
        }
    }
}
