//! Several nodes of the portal on one PostgreSQL, with uploads in a store of objects: what one node did, the other knows.
//!
//! The nodes are the built program, asked through HTTP. The store of objects is a real one that understands S3, installed by
//! `cargo xtask check` from `e2e/object-store`; where it or PostgreSQL is not found, the test says "skipped".

mod nodes;
mod objects;
mod portal;
