//! What a person is told when the store refuses, and the next step.

use miedza_store::{Error, UploadRefusal};
use miedza_texts::{Key, Message, key};

use crate::backup;
use crate::failure::{Failure, Kind};
use crate::labels;

/// What was refused and the way out.
struct Told(Kind, Message, Option<Key>);

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        let Told(kind, told, hint) = told(&error);
        let failure = Self { kind, told, hint: hint.map(Message::new), causes: Vec::new() };
        // Causes are words of the engine; where a sentence says all, whoever keeps the server reads them in the log.
        if matches!(error, Error::Unreachable { .. }) || matches!(kind, Kind::Fault) {
            return failure.because(&error);
        }
        if matches!(kind, Kind::Unavailable) {
            tracing::warn!(?error, "what is kept was not to be had");
        }
        failure
    }
}

fn told(error: &Error) -> Told {
    if let Some((kind, told, hint)) = backup::refusal(error) {
        return Told(kind, told, Some(hint));
    }
    let say = Message::new;
    match error {
        Error::NotFound { .. } => Told(Kind::NotFound, say(key::STORE_NOT_FOUND), Some(key::STORE_NOT_FOUND_HINT)),
        Error::Deleted { .. } => Told(Kind::Conflict, say(key::STORE_DELETED), Some(key::STORE_DELETED_HINT)),
        Error::Stale { .. } | Error::Overtaken { .. } => Told(Kind::Conflict, say(key::STORE_STALE), Some(key::STORE_STALE_HINT)),
        Error::InUse { by, .. } => {
            Told(Kind::Conflict, say(key::STORE_IN_USE).with("count", by.len()), Some(key::STORE_IN_USE_HINT))
        }
        Error::Faults { kind, .. } => {
            Told(Kind::Invalid, say(key::STORE_FAULTS).with("kind", labels::kind_one(*kind)), Some(key::STORE_FAULTS_HINT))
        }
        Error::NoTarget { kind, field, .. } => Told(
            Kind::Invalid,
            say(key::STORE_NO_TARGET).with("field", labels::field(*kind, field)),
            Some(key::STORE_NO_TARGET_HINT),
        ),
        Error::SlugTaken { slug, .. } => {
            Told(Kind::Conflict, say(key::STORE_SLUG_TAKEN).with("slug", slug.clone()), Some(key::STORE_SLUG_TAKEN_HINT))
        }
        Error::TooLate { days, .. } => {
            Told(Kind::Conflict, say(key::STORE_TOO_LATE).with("days", days.to_string()), Some(key::STORE_TOO_LATE_HINT))
        }
        Error::NoAccount { .. } => Told(Kind::NotFound, say(key::ACCOUNT_NOT_FOUND), Some(key::ACCOUNT_NOT_FOUND_HINT)),
        Error::EmailTaken => Told(Kind::Conflict, say(key::ACCOUNT_EMAIL_TAKEN), Some(key::ACCOUNT_EMAIL_TAKEN_HINT)),
        Error::IdentityTaken => Told(Kind::Conflict, say(key::ACCOUNT_IDENTITY_TAKEN), Some(key::ACCOUNT_IDENTITY_TAKEN_HINT)),
        Error::NoEngine { .. } => Told(Kind::Invalid, say(key::STORE_NO_ENGINE), Some(key::STORE_NO_ENGINE_HINT)),
        Error::NewerSchema { .. } => Told(Kind::Conflict, say(key::STORE_NEWER), Some(key::STORE_NEWER_HINT)),
        Error::Unreachable { .. } => Told(Kind::Unavailable, say(key::STORE_UNREACHABLE), Some(key::STORE_UNREACHABLE_HINT)),
        Error::DamagedDatabase { .. } => Told(Kind::Invalid, say(key::STORE_DAMAGED), Some(key::STORE_DAMAGED_HINT)),
        Error::OtherProgram { file } => {
            let told = say(key::STORE_OTHER_PROGRAM).with("file", file.clone());
            Told(Kind::Invalid, told, Some(key::STORE_OTHER_PROGRAM_HINT))
        }
        Error::NoFolder { folder, .. } => {
            Told(Kind::Invalid, say(key::STORE_NO_FOLDER).with("folder", folder.clone()), Some(key::STORE_NO_FOLDER_HINT))
        }
        Error::Silent => Told(Kind::Unavailable, say(key::STORE_SILENT), Some(key::STORE_SILENT_HINT)),
        Error::FilesUnreachable { .. } => {
            Told(Kind::Unavailable, say(key::STORE_FILES_UNREACHABLE), Some(key::STORE_FILES_UNREACHABLE_HINT))
        }
        Error::Upload(refusal) => {
            let (told, hint) = not_kept(refusal);
            Told(Kind::Invalid, told, Some(hint))
        }
        Error::NoSpace => Told(Kind::Unavailable, say(key::STORE_NO_SPACE), Some(key::STORE_NO_SPACE_HINT)),
        Error::ReadOnly => Told(Kind::Unavailable, say(key::STORE_READ_ONLY), Some(key::STORE_READ_ONLY_HINT)),
        Error::Busy => Told(Kind::Unavailable, say(key::STORE_BUSY), Some(key::STORE_BUSY_HINT)),
        _ => Told(Kind::Fault, say(key::FAILURE_FAULT), None),
    }
}

/// Why a file is not kept, and what to send instead.
fn not_kept(refusal: &UploadRefusal) -> (Message, Key) {
    let say = Message::new;
    match refusal {
        UploadRefusal::Empty => (say(key::STORE_UPLOAD_EMPTY), key::STORE_UPLOAD_EMPTY_HINT),
        UploadRefusal::TooLarge { .. } => (say(key::WORK_UPLOAD_CUT), key::WORK_UPLOAD_CUT_HINT),
        UploadRefusal::Damaged { media_type } => {
            (say(key::STORE_UPLOAD_DAMAGED).with("type", *media_type), key::STORE_UPLOAD_DAMAGED_HINT)
        }
        UploadRefusal::Macros => (say(key::STORE_UPLOAD_MACROS), key::STORE_UPLOAD_MACROS_HINT),
        _ => (say(key::STORE_UPLOAD_TYPE), key::STORE_UPLOAD_TYPE_HINT),
    }
}
