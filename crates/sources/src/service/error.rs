//! Situations in which a service gives no answer that can be used, each with the address at fault and the way out.
//!
//! No variant holds a key: keys travel in headers only, and addresses are kept without user and password.

use std::path::PathBuf;
use std::time::Duration;

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// What was given is no address that may be asked.
    #[error("{address} is no address that is asked; give one that begins with https://")]
    NotAnAddress {
        /// What was given.
        address: String,
    },
    /// The service cannot be reached, or broke off, as often as it was tried.
    #[error("{address} gives no answer after {attempts} attempts; what came so far is kept, so go on later")]
    NoAnswer {
        /// The address.
        address: String,
        /// How often it was tried.
        attempts: u32,
        /// What the network says.
        source: reqwest::Error,
    },
    /// The service answers that it is broken, as often as it was tried.
    #[error("{address} answers {status} after {attempts} attempts; what came so far is kept, so go on later")]
    Broken {
        /// The address.
        address: String,
        /// Status of the last answer.
        status: u16,
        /// How often it was tried.
        attempts: u32,
    },
    /// The service refuses the request.
    #[error("{address} is refused with {status}; check what was asked for")]
    Refused {
        /// The address.
        address: String,
        /// Status of the answer.
        status: u16,
        /// What the service says, at most some thousand bytes.
        body: Vec<u8>,
    },
    /// The service sends on to another address, which is not followed.
    #[error("{address} sends on to {target}, which is not followed; give the new address if it has moved")]
    Redirected {
        /// The address.
        address: String,
        /// Where it sends to.
        target: String,
    },
    /// The limit of the service is reached and the wait is longer than wanted.
    #[error("the limit of the service is reached for {} seconds; what came so far is kept, so go on later", wait.as_secs())]
    LimitReached {
        /// How long to wait.
        wait: Duration,
    },
    /// Longer than any answer is expected to be.
    #[error("the answer of {address} has more than {most} bytes; ask for less, or allow more")]
    TooLarge {
        /// The address.
        address: String,
        /// How many bytes are taken at most.
        most: u64,
    },
    /// A web page in place of data: a notice, a form to sign in, or the page on which the file is offered.
    #[error("{address} answers with a web page in place of data; open it in a browser and see what it says")]
    WebPage {
        /// The address.
        address: String,
    },
    /// The folder of answers cannot be read or written.
    #[error("the folder of answers cannot be used at {}; choose one that can be written", path.display())]
    Folder {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
}
