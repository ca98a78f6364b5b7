//! What a person is told when a service gives nothing, whichever service it is.

use std::error::Error as StdError;

use miedza_sources::service::Error;
use miedza_sources::{czso, eurostat, gisco, prg, ruian};
use miedza_texts::{Key, Message, key};

use crate::failure::{Failure, Kind};

/// The sort of failure and the next step when a service gives no answer.
pub(super) const fn unanswered(error: &Error) -> (Kind, Key) {
    match error {
        Error::NoAnswer { .. } | Error::Broken { .. } | Error::LimitReached { .. } => (Kind::Unavailable, key::FETCH_LATER_HINT),
        Error::Folder { .. } => (Kind::Unavailable, key::FETCH_FOLDER_HINT),
        Error::WebPage { .. } => (Kind::Unavailable, key::FETCH_PAGE_HINT),
        Error::TooLarge { .. } => (Kind::Invalid, key::FETCH_BOUND_HINT),
        Error::Redirected { .. } => (Kind::Invalid, key::FETCH_MOVED_HINT),
        Error::NotAnAddress { .. } => (Kind::Invalid, key::FETCH_ADDRESS_HINT),
        _ => (Kind::Invalid, key::FETCH_ASKED_HINT),
    }
}

/// A service gives nothing that can be taken.
pub(super) fn nothing(service: &str, (kind, hint): (Kind, Key), error: &dyn StdError) -> Failure {
    let told = Message::new(key::FETCH_NOTHING).with("service", service);
    Failure { kind, ..Failure::invalid(told, hint).because(error) }
}

/// An address gives no file.
pub(super) fn file(error: &Error) -> Failure {
    nothing(key_of(error), unanswered(error), error)
}

/// The address that an error speaks of.
fn key_of(error: &Error) -> &str {
    match error {
        Error::NotAnAddress { address }
        | Error::NoAnswer { address, .. }
        | Error::Broken { address, .. }
        | Error::Refused { address, .. }
        | Error::Redirected { address, .. }
        | Error::TooLarge { address, .. }
        | Error::WebPage { address } => address,
        _ => "–",
    }
}

/// Eurostat gives no cube.
pub(super) fn eurostat(error: &eurostat::Error) -> Failure {
    let kind = match error {
        eurostat::Error::Service(error) => unanswered(error),
        eurostat::Error::Later { .. } => (Kind::Unavailable, key::FETCH_LATER_HINT),
        _ => (Kind::Invalid, key::FETCH_ASKED_HINT),
    };
    nothing("Eurostat", kind, error)
}

/// DataStat gives no cube and no file.
pub(super) fn data_stat(error: &czso::data_stat::Error) -> Failure {
    let kind = match error {
        czso::data_stat::Error::Service(error) => unanswered(error),
        _ => (Kind::Invalid, key::FETCH_ASKED_HINT),
    };
    nothing("DataStat", kind, error)
}

/// GISCO gives no boundaries.
pub(super) fn gisco(error: &gisco::Error) -> Failure {
    let kind = match error {
        gisco::Error::Service(error) => unanswered(error),
        gisco::Error::NotWritten { .. } => (Kind::Unavailable, key::FETCH_FOLDER_HINT),
        _ => (Kind::Invalid, key::FETCH_ASKED_HINT),
    };
    nothing("GISCO", kind, error)
}

/// The register of borders gives no boundaries.
pub(super) fn prg(error: &prg::Error) -> Failure {
    let kind = match error {
        prg::Error::Service(error) => unanswered(error),
        prg::Error::NotWritten { .. } => (Kind::Unavailable, key::FETCH_FOLDER_HINT),
        prg::Error::Incomplete { .. } | prg::Error::Repeated { .. } => (Kind::Unavailable, key::FETCH_LATER_HINT),
        _ => (Kind::Invalid, key::FETCH_ASKED_HINT),
    };
    nothing("PRG", kind, error)
}

/// RÚIAN gives no boundaries.
pub(super) fn ruian(error: &ruian::Error) -> Failure {
    let kind = match error {
        ruian::Error::Service(error) => unanswered(error),
        ruian::Error::NotWritten { .. } => (Kind::Unavailable, key::FETCH_FOLDER_HINT),
        ruian::Error::Repeated { .. } => (Kind::Unavailable, key::FETCH_LATER_HINT),
        _ => (Kind::Invalid, key::FETCH_ASKED_HINT),
    };
    nothing("RÚIAN", kind, error)
}
