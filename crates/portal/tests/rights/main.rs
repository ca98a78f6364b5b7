//! Rights through HTTP: every door in every role, in every state, in the own partnership and in another one; what strangers
//! can find at all; and what comes of a hundred identical requests at once.
//!
//! What is expected is written down here a second time, from the table of roles and not from the code that is tested. A door
//! that this test does not know fails it: a new route needs its line in `places.rs`.

mod asked;
mod cells;
mod content;
mod deeds;
mod diagnosis;
mod domain;
mod lab;
mod office;
mod own;
mod places;
mod races;
mod strangers;
mod tenants;
mod visitors;
mod world;
