//! A resolution on its way: the vote is recorded, its effects are laid open, carried out, and taken back if that was a mistake.
//!
//! Rules say what follows; here it is kept, all of it in one step. There is no other way to carry an effect out: the area lab
//! adopts a variant by the same verb. What was judged is judged again at the moment of writing, so that of many who press the
//! button at once one carries it out and the others are told so.

mod carry_out;
mod plan;
mod steady;
mod take_back;
mod vote;

#[cfg(test)]
mod tests;

pub use carry_out::{NotCarried, adopt, carry_out};
pub use plan::{Plan, Planned};
pub use take_back::{Back, NotTakenBack, can_be_taken_back, take_back};
pub use vote::{NotVoted, Vote, consequences, vote};
