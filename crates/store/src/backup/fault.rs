//! Why a file is no backup that can be used, or a place none to restore into.

/// What is wrong with a backup, or with the place for it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BackupFault {
    /// The file has no seal at its end: it is something else, or its end is missing.
    #[error("the file is no backup, or its end is missing")]
    NoBackup,
    /// Bytes are not what they were when the backup was made.
    #[error("the backup is damaged: {what}")]
    Damaged {
        /// What does not fit.
        what: String,
    },
    /// A newer program has made the backup.
    #[error("the backup has the form {format}, which a newer program has made")]
    NewerFormat {
        /// Version of its form.
        format: u32,
    },
    /// The place holds something already.
    #[error("the place holds something: {}", what.join(", "))]
    NotEmpty {
        /// Tables with rows, and uploads.
        what: Vec<String>,
    },
    /// The place has no rows yet, but its form is newer than that of the backup.
    #[error("the place has the form {has}, the backup the older form {step}")]
    OtherForm {
        /// Last step of the place.
        has: String,
        /// Last step of the backup.
        step: String,
    },
}

impl BackupFault {
    /// Something does not fit.
    pub fn damaged(what: impl Into<String>) -> Self {
        Self::Damaged { what: what.into() }
    }
}
