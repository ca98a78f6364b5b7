//! Asking a service of an office politely: the one room of this floor that speaks with the network.
//!
//! A [`Client`] sends one request after the other within the limits of the service, tries faults of the moment again with
//! pauses that double, keeps `Retry-After`, and bounds every answer. What comes is streamed into a file of a folder, never
//! whole into memory; a connection that was cut goes on where it stopped (`Range` with `If-Range`), and an answer that is
//! kept from an earlier day is held against the service by its `ETag`. A web page in place of data is refused.
//!
//! What is asked, and what an answer means, is the business of the rooms of the sources; each has a `fetch` that says only
//! that, and a `parse` that knows no network.
//!
//! Known quirks: several processes must not share a folder; a date in `Retry-After` is not read, the growing pause serves in
//! its place.

mod address;
mod cache;
mod client;
pub(crate) mod digest;
mod error;
mod limiter;
mod receiving;
mod settings;

pub use address::address;
pub use client::{Answer, Client};
pub use error::Error;
pub use limiter::{Limiter, Window};
pub use settings::{Redirects, Settings, Trust};
