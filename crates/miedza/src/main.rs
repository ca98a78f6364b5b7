//! The command line of Miedza: arguments in, one workflow called, its answer printed.
//!
//! Nothing is computed here. Data goes to stdout, talk to stderr; the exit code says what sort of failure it was.

mod arguments;
mod commands;
mod terminal;
mod watching;

use std::process::ExitCode;

use clap::Parser as _;
use mimalloc::MiMalloc;

use crate::arguments::Arguments;
use crate::terminal::Terminal;

/// Gives memory back to the system soon after it was used: a portal that took many files in is idle most of the day.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return terminal::refuse(&error),
    };
    if !arguments.command.serves() {
        miedza_workflows::clear_up_when_interrupted();
    }
    let terminal = Terminal::new(&arguments.common);
    match arguments.command.run(&terminal) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => terminal.fail(&failure),
    }
}
