//! Accounts through HTTP, as people meet them: the way in and out, letters, codes, tokens, limits, the own data, on each engine.
//!
//! Where it matters how long something holds, the clock of the portal is moved.

mod clearing;
mod entrance;
mod house;
mod keeping;
mod limits;
mod own;
mod provider;
mod second_factor;
mod sessions;
mod tokens;
