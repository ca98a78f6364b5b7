//! Nothing that was acknowledged is lost: when the program is killed, when the disk is full, when it may only be read.
//!
//! The writer is this test program once more, started as a process of its own and ended by `SIGKILL` in the middle of its
//! work. `MIEDZA_ROUNDS` says how often; `cargo xtask bench durability` does it 1,000 times.

mod disk;
mod killed;
mod serving;
mod writer;
