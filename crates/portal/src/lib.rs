//! Pages, forms, feeds and the interface for programs.
//!
//! `frame` is the house door: who asks, in which language, whether they may, and how an answer looks. Each word of the house
//! has a folder with its pages; [`routes`] lists all doors with the right that each needs. Reading goes through `store`,
//! changing through `workflows`; no rule and no sentence stands here. Pages work without scripts.

mod about;
mod account;
pub mod api;
mod call;
mod delimitation;
mod diagnosis;
mod evidence;
pub mod frame;
mod partnership;
pub mod routes;
mod search;
mod server;
mod start;
mod territory;
mod theme;
pub mod watch;
mod work;

pub use frame::app::{App, Portal};
pub use server::{ServeError, serve, serve_metrics};
