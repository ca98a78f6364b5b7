//! What a person is told when something cannot be done, and the one place where errors of the rooms below become that.

use std::error::Error;
use std::io;
use std::path::Path;

use miedza_delimitation::Error as MethodError;
use miedza_delimitation::contiguity::Error as ContiguityError;
use miedza_delimitation::estimate::Error as EstimateError;
use miedza_delimitation::method::{Method, SettingError};
use miedza_delimitation::outline::Error as OutlineError;
use miedza_sources::Error as TableError;
use miedza_sources::bdl::Error as BankError;
use miedza_sources::boundary::Error as BoundaryError;
use miedza_sources::observations::Error as Observed;
use miedza_territory::{UnitCode, Units};
use miedza_texts::{Argument, Key, Language, Message, key};
use serde::Serialize;

use crate::cause;
use crate::output_folder::OutputError;

/// What sort of failure it is; decides the exit code and the status of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// What was given is not right.
    Invalid,
    /// What was asked for is not there.
    NotFound,
    /// The asker may not.
    Refused,
    /// Something else stands in the way.
    Conflict,
    /// Something needed is not there now.
    Unavailable,
    /// A fault of the program.
    Fault,
}

impl Kind {
    /// The exit code of a command.
    pub const fn exit_code(self) -> u8 {
        match self {
            Self::Fault => 1,
            Self::Invalid => 2,
            Self::NotFound => 3,
            Self::Refused => 4,
            Self::Conflict => 5,
            Self::Unavailable => 6,
        }
    }
}

/// What a person is told: what was refused, why, and the next step.
#[derive(Clone, Debug)]
pub struct Failure {
    /// What sort of failure it is.
    pub kind: Kind,
    /// What was refused.
    pub told: Message,
    /// The next step; only a fault of the program has none.
    pub hint: Option<Message>,
    /// Why, from the outermost reason to the innermost.
    pub causes: Vec<Message>,
}

impl Failure {
    /// Something given is not right.
    pub fn invalid(told: impl Into<Message>, hint: impl Into<Message>) -> Self {
        Self { kind: Kind::Invalid, told: told.into(), hint: Some(hint.into()), causes: Vec::new() }
    }

    /// A fault of the program.
    pub fn fault(cause: &dyn Error) -> Self {
        Self { kind: Kind::Fault, told: Message::new(key::FAILURE_FAULT), hint: None, causes: Vec::new() }.because(cause)
    }

    /// Adds a reason.
    #[must_use]
    pub fn because(mut self, cause: &dyn Error) -> Self {
        let mut next = Some(cause);
        while let Some(error) = next {
            self.causes.push(Message::new(key::PLAIN_TEXT).with("text", error.to_string()));
            next = error.source();
        }
        self
    }

    /// Adds a reason in the words of the catalogues, or in those of the error where they have none.
    fn told_or_because(mut self, told: Option<Message>, error: &dyn Error) -> Self {
        match told {
            Some(told) => {
                self.causes.push(told);
                self
            }
            None => self.because(error),
        }
    }

    /// Adds what a list of settings refuses.
    #[must_use]
    pub fn for_setting(mut self, error: &SettingError) -> Self {
        self.causes.push(cause::setting(error));
        self
    }

    /// The failure as three paragraphs of a terminal, in a language.
    pub fn lines(&self, language: Language) -> Vec<(Key, String)> {
        let mut lines = vec![(key::FAILURE_WORD_ERROR, language.say(&self.told))];
        lines.extend(self.causes.iter().map(|cause| (key::FAILURE_WORD_CAUSE, language.say(cause))));
        lines.extend(self.hint.iter().map(|hint| (key::FAILURE_WORD_HINT, language.say(hint))));
        lines
    }
}

/// What a table was read for; decides what is told when it cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// Flows.
    Flows,
    /// Figures of units.
    Units,
    /// A partition.
    Partition,
    /// Pairs of neighbours.
    Neighbours,
    /// Records of the store.
    Records,
    /// A register of units.
    Register,
    /// Flows of the area lab, which are read as they were kept.
    LabFlows,
}

impl Table {
    const fn told(self) -> Key {
        match self {
            Self::Flows | Self::LabFlows => key::FAILURE_FLOWS,
            Self::Units => key::FAILURE_UNITS,
            Self::Register => key::FAILURE_REGISTER,
            Self::Partition => key::FAILURE_PARTITION,
            Self::Neighbours => key::FAILURE_NEIGHBOURS,
            Self::Records => key::FAILURE_RECORDS,
        }
    }

    const fn columns_hint(self) -> Key {
        match self {
            Self::Flows => key::HINT_COLUMNS,
            Self::Units => key::HINT_COLUMN,
            Self::Register => key::HINT_REGISTER,
            Self::Partition => key::HINT_PARTITION,
            Self::Neighbours => key::HINT_NEIGHBOURS,
            Self::Records => key::HINT_RECORDS,
            Self::LabFlows => key::HINT_HEADINGS,
        }
    }

    /// Whether it is sent to the portal, where the file itself is mended and no option is at hand.
    const fn is_sent(self) -> bool {
        matches!(self, Self::Records | Self::LabFlows)
    }
}

impl Failure {
    /// A file is no table at all, but JSON for instance.
    pub fn no_table(table: Table, file: &Path) -> Self {
        Self::invalid(about(key::FAILURE_NO_TABLE, file), table.columns_hint())
    }

    /// A table cannot be read.
    pub fn table(table: Table, file: &Path, error: &TableError) -> Self {
        if let TableError::NotReadable { source, .. } = error {
            let mut failure = Self::unreadable(table.told(), file, source, error);
            failure.causes.splice(..1, cause::of(error, table.is_sent()));
            return failure;
        }
        let hint = match error {
            TableError::Empty { .. } | TableError::NoRows { .. } | TableError::Ragged { .. } => key::HINT_ROWS,
            TableError::TooLarge { .. } | TableError::RowTooLong { .. } => key::HINT_BOUNDS,
            TableError::Truncated { .. } | TableError::Damaged { .. } => key::HINT_DAMAGED,
            TableError::NotText { .. } => key::HINT_ENCODING,
            TableError::MissingColumn { .. } | TableError::AmbiguousColumn { .. } | TableError::NoSuchSheet { .. } => {
                table.columns_hint()
            }
            TableError::NoPeriod { .. } => key::HINT_PERIOD,
            TableError::NotANumber { .. } | TableError::Negative { .. } => key::HINT_PERSONS,
            TableError::AmbiguousNumber { .. } | TableError::MixedDecimals { .. } if table.is_sent() => key::HINT_ONE_DECIMAL,
            TableError::AmbiguousNumber { .. } | TableError::MixedDecimals { .. } => key::HINT_DECIMAL,
            TableError::DuplicatePair { .. } if table.is_sent() => key::HINT_ONE_ROW,
            TableError::DuplicatePair { .. } => key::HINT_DUPLICATES,
            TableError::DuplicateUnit { .. } | TableError::NotACode { .. } | TableError::CodeSystems { .. } => key::HINT_CODES,
            _ if matches!(table, Table::Records) => key::HINT_RECORDS,
            _ if matches!(table, Table::Register) => key::HINT_REGISTER,
            _ => key::HINT_TABLE,
        };
        let failure = Self::invalid(about(table.told(), file), hint);
        match cause::of(error, table.is_sent()) {
            Some(cause) => Self { causes: vec![cause], ..failure },
            None => failure.because(error),
        }
    }

    /// Boundaries that are imported cannot be read; the options are those of `miedza import boundaries`.
    pub fn imported_boundaries(file: &Path, error: &BoundaryError) -> Self {
        let hint = match error {
            BoundaryError::NoLayer { .. } => key::HINT_IMPORT_LAYER,
            BoundaryError::NoColumn { .. } | BoundaryError::NoCodes { .. } | BoundaryError::Code { .. } => key::HINT_IMPORT_CODE,
            BoundaryError::UnknownCrs { .. } | BoundaryError::NoCrs { .. } | BoundaryError::OffTheEarth { .. } => {
                key::HINT_IMPORT_CRS
            }
            _ => return Self::boundaries(file, error),
        };
        Self { hint: Some(hint.into()), ..Self::boundaries(file, error) }
    }

    /// Boundaries cannot be read.
    pub fn boundaries(file: &Path, error: &BoundaryError) -> Self {
        if let BoundaryError::Io { source, .. } = error {
            return Self::unreadable(key::FAILURE_BOUNDARIES, file, source, error);
        }
        let hint = match error {
            BoundaryError::TooBig { .. } | BoundaryError::Bomb { .. } => key::HINT_BOUNDS,
            BoundaryError::Packed { .. } | BoundaryError::Damaged { .. } | BoundaryError::Json { .. } => key::HINT_DAMAGED,
            BoundaryError::NoLayer { .. } => key::HINT_BOUNDARY_LAYER,
            BoundaryError::NoColumn { .. } | BoundaryError::NoCodes { .. } | BoundaryError::Code { .. } => {
                key::HINT_BOUNDARY_CODE
            }
            BoundaryError::UnknownCrs { .. } | BoundaryError::NoCrs { .. } | BoundaryError::OffTheEarth { .. } => key::HINT_CRS,
            BoundaryError::Feature { .. } | BoundaryError::NothingLeft { .. } => key::HINT_BOUNDARY_SHAPE,
            _ => key::HINT_BOUNDARY_FORMAT,
        };
        Self::invalid(about(key::FAILURE_BOUNDARIES, file), hint).because(error)
    }

    /// A method refuses its parameters or its input.
    pub fn method(method: Method, error: &MethodError) -> Self {
        let told = Message::new(key::FAILURE_METHOD).with("method", method.name());
        let hint = match error {
            MethodError::NoCore { .. } => Message::new(key::HINT_CORES),
            MethodError::NoCentre { .. } => Message::new(key::HINT_CENTRES),
            MethodError::TooManyUnits { .. } => Message::new(key::HINT_TOO_MANY_UNITS),
            MethodError::NeedsFigures { figures: "the neighbours", .. } => Message::new(key::HINT_NEEDS_NEIGHBOURS),
            MethodError::NeedsFigures { .. } => Message::new(key::HINT_FIGURES),
            _ => Message::new(key::HINT_RANGE).with("method", method.name()),
        };
        Self::invalid(told, hint).told_or_because(cause::method(error), error)
    }

    /// A row of a population grid names no cell or no number.
    pub fn grid_row(file: &Path, row: u64, text: &str) -> Self {
        Self::invalid(about(key::FAILURE_GRID_ROW, file).with("row", row.to_string()).with("text", text), key::HINT_GRID)
    }

    /// A population grid names a cell twice for one unit.
    pub fn grid_twice(file: &Path, cell: &str) -> Self {
        Self::invalid(about(key::FAILURE_GRID_TWICE, file).with("cell", cell), key::HINT_GRID)
    }

    /// A population grid is refused as a whole.
    pub fn grid(file: &Path, error: &dyn Error) -> Self {
        Self::invalid(about(key::FAILURE_GRID, file), key::HINT_GRID).because(error)
    }

    /// A file holds no observations; the options are those of `miedza import observations`.
    pub fn observations(file: &str, error: &Observed) -> Self {
        let path = Path::new(file);
        let hint = match error {
            Observed::Table(TableError::NoPeriod { .. }) | Observed::Bank(BankError::NoPeriod { .. }) => key::HINT_PERIOD,
            Observed::Edition { .. } => key::HINT_EDITION,
            Observed::Unknown { is_export: true, .. } => key::HINT_SUBJECT,
            _ => key::HINT_OBSERVATIONS,
        };
        let failure = Self::invalid(about(key::FAILURE_OBSERVATIONS, path), hint);
        match (cause::observed::file(error), error) {
            (Some(cause), _) => Self { causes: vec![cause], ..failure },
            (None, Observed::Table(error) | Observed::Bank(BankError::Table(error))) => {
                failure.told_or_because(cause::of(error, true), error)
            }
            (None, error) => failure.because(error),
        }
    }

    /// An option is a number out of its range.
    pub fn option(option: &str, value: f64, [least, most]: [f64; 2]) -> Self {
        let told = Message::new(key::FAILURE_ESTIMATE_OPTION).with("option", option);
        let hint = Message::new(key::HINT_OPTION_RANGE).with("option", option).with("least", Argument::Number(least, 0));
        Self::invalid(told.with("value", value.to_string()), hint.with("most", Argument::Number(most, 0)))
    }

    /// Flows cannot be modelled.
    pub fn estimate(error: &EstimateError) -> Self {
        let hint = match error {
            EstimateError::NoWay { .. } | EstimateError::Apart { .. } | EstimateError::NotMet { .. } => key::HINT_MARGINS,
            EstimateError::NothingToLearn | EstimateError::NotCalibrated { .. } => key::HINT_DETERRENCE,
            EstimateError::TooMany { .. } => key::HINT_FEWER_UNITS,
            _ => key::HINT_ESTIMATE_HELP,
        };
        Self::invalid(key::FAILURE_ESTIMATE, hint).told_or_because(cause::estimate(error), error)
    }

    /// A file cannot be read.
    pub fn not_read(file: &Path, error: &io::Error) -> Self {
        Self::unreadable(key::FAILURE_RECORDS, file, error, error)
    }

    /// Something cannot be written.
    pub fn not_written(path: &Path, error: &dyn Error) -> Self {
        Self::invalid(Message::new(key::FAILURE_OUTPUT).with("folder", path.display().to_string()), key::HINT_FOLDER)
            .because(error)
    }

    /// A file that may not be replaced stands where one is to be written.
    pub fn exists(path: &Path) -> Self {
        Self::invalid(about(key::FAILURE_EXISTS, path), key::HINT_OVERWRITE)
    }

    /// Neighbours cannot be found.
    pub fn contiguity(file: &Path, error: &ContiguityError) -> Self {
        let hint = match error {
            ContiguityError::Gap { .. } => key::HINT_OPTION,
            _ => key::HINT_CRS,
        };
        Self::invalid(about(key::FAILURE_BOUNDARIES, file), hint).because(error)
    }

    /// A table of shares holds one above 1.
    pub fn share_above_one(file: &Path, code: &UnitCode, share: f64) -> Self {
        let told = about(key::FAILURE_SHARE_ABOVE_ONE, file).with("unit", code.to_string()).with("share", share.to_string());
        Self::invalid(told, key::HINT_SHARE)
    }

    /// A table of moves names what the flows do not hold.
    pub fn moves(file: &Path, error: &MethodError) -> Self {
        Self::invalid(about(key::FAILURE_UNITS, file), key::HINT_CODES).told_or_because(cause::method(error), error)
    }

    /// A table of criteria holds one that cannot be read.
    pub fn criteria(file: &Path, error: &dyn Error) -> Self {
        Self::invalid(about(key::FAILURE_CRITERIA, file), key::HINT_CRITERIA).because(error)
    }

    /// A row of a sheet names a record that is not there.
    pub fn unknown_row(row: u64, id: &str) -> Self {
        Self::invalid(Message::new(key::FAILURE_UNKNOWN_ROW).with("row", row.to_string()).with("id", id), key::HINT_UNKNOWN_ROW)
    }

    /// Outlines cannot be drawn.
    pub fn outline(error: &OutlineError) -> Self {
        let hint = match error {
            OutlineError::Vertex { .. } => key::HINT_CRS,
            _ => key::HINT_SEATS,
        };
        Self::invalid(key::FAILURE_MAP, hint).because(error)
    }

    /// A file has no code in common with the flows.
    pub fn other_codes(file: &Path, theirs: &Units, ours: &Units) -> Self {
        let example = |units: &Units| units.codes().first().map_or_else(|| "–".to_owned(), ToString::to_string);
        let told = about(key::FAILURE_OTHER_CODES, file).with("theirs", example(theirs)).with("ours", example(ours));
        Self::invalid(told.with("count", ours.len()), key::HINT_CODES)
    }

    /// A report cannot be made: a fault of the program.
    pub fn report(error: &dyn Error) -> Self {
        Self { kind: Kind::Fault, ..Self::invalid(key::FAILURE_REPORT, key::HINT_REPORT) }.because(error)
    }

    /// A file that is to be read is not there or cannot be opened.
    pub fn missing(file: &Path, error: &io::Error) -> Self {
        Self::unreadable(key::FAILURE_NOT_FOUND, file, error, error)
    }

    fn unreadable(told: Key, file: &Path, source: &io::Error, error: &dyn Error) -> Self {
        let missing = source.kind() == io::ErrorKind::NotFound;
        let (kind, told) = if missing { (Kind::NotFound, key::FAILURE_NOT_FOUND) } else { (Kind::Invalid, told) };
        Self { kind, ..Self::invalid(about(told, file), key::HINT_FILE) }.because(error)
    }
}

impl From<OutputError> for Failure {
    fn from(error: OutputError) -> Self {
        let (folder, hint) = match &error {
            OutputError::NotEmpty { folder } => (folder, key::HINT_OVERWRITE),
            OutputError::Foreign { folder, .. } => (folder, key::HINT_FOREIGN),
            OutputError::NotAFolder { path } | OutputError::Io { path, .. } => (path, key::HINT_FOLDER),
        };
        Self::invalid(Message::new(key::FAILURE_OUTPUT).with("folder", folder.display().to_string()), hint).because(&error)
    }
}

fn about(told: Key, file: &Path) -> Message {
    Message::new(told).with("file", file.display().to_string())
}
