//! The program as a user meets it: the built binary, files on disk, exit codes, what is written and what is said.

mod certainty;
mod check;
mod cores;
mod determinism;
mod fetching;
mod keeping;
mod other_commands;
mod refusals;
mod results;
mod secrets;
#[expect(dead_code, reason = "the faults of services are tried where their client lies")]
#[path = "../../../sources/tests/service/mod.rs"]
mod service;
mod shared_data;
mod stopping;
mod support;
mod visitor;
