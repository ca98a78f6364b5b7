//! A polite client of the Local Data Bank: within the limits of the service, patient with its faults, and able to go on later.
//!
//! Each page that was received lies in a folder, so an interrupted retrieval goes on where it stopped: pages that are there
//! are not asked for again. A folder holds one retrieval; a fresh one begins with a new folder. Requests are counted in it
//! too, for the longest limit of the service covers seven days and must outlive the process. How one asks politely is known
//! to [`crate::service`].
//!
//! Known quirks: the service's `ETag` is not used, since a page is asked for once.

mod client;
mod request;

pub use client::{Answer, Client, Imported, Key, Settings};
pub use request::Request;
