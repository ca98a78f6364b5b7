//! Answers of other programs and public figures: tables read from files, beside the repository or in `tests/golden`.
//!
//! Public figures lie beside the repository, not in it, at `shared/data` above it or where `MIEDZA_SHARED_DATA` says; where
//! they are absent [`folder`] says so, and a test that needs them passes. Each test program takes what it needs of this room.
#![allow(dead_code, reason = "each test program is built apart and takes only a part")]

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};

use miedza_territory::{Flow, Flows, UnitCode, UnitIx, Units};

/// The folder of public figures, if it is there.
pub fn folder() -> Option<PathBuf> {
    let given = std::env::var_os("MIEDZA_SHARED_DATA").map(PathBuf::from);
    let found = given.or_else(|| {
        let above = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().skip(1);
        above.map(|folder| folder.join("shared/data")).find(|folder| folder.is_dir())
    });
    if found.is_none() {
        eprintln!("skipped: no shared data");
    }
    found
}

/// A folder or file of `tests/golden`.
pub fn golden(case: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(case)
}

/// A whole file; gzip is found by its name.
#[expect(clippy::disallowed_methods, reason = "the room is pure, its tests read the answers of others from files")]
pub fn bytes(path: &Path) -> Vec<u8> {
    let found = std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    if path.extension().is_none_or(|ending| ending != "gz") {
        return found;
    }
    let mut bytes = Vec::new();
    flate2::read::GzDecoder::new(found.as_slice()).read_to_end(&mut bytes).expect("gzip");
    bytes
}

/// Rows of a CSV file as texts, without the header; apart by semicolons if the header has any.
pub fn rows(path: &Path) -> Vec<Vec<String>> {
    let bytes = bytes(path);
    let delimiter = if bytes.iter().take_while(|byte| **byte != b'\n').any(|byte| *byte == b';') { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(bytes.as_slice());
    reader.records().map(|record| record.expect("a row").iter().map(str::to_owned).collect()).collect()
}

/// The column of a CSV file under a name of its header.
pub fn column(path: &Path, name: &str) -> Vec<String> {
    let bytes = bytes(path);
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    let place = reader.headers().expect("a header").iter().position(|column| column == name).expect("a column of that name");
    reader.records().map(|record| record.expect("a row")[place].to_owned()).collect()
}

pub fn number(text: &str) -> f64 {
    text.parse().expect("a number")
}

pub fn code(text: &str) -> UnitCode {
    UnitCode::parse(text).expect("a code")
}

/// A matrix from a table of origins, destinations and persons; rows of the same pair are summed.
pub fn flows(path: &Path) -> Flows {
    let mut pairs: BTreeMap<(UnitCode, UnitCode), f64> = BTreeMap::new();
    for row in rows(path) {
        *pairs.entry((code(&row[0]), code(&row[1]))).or_default() += number(&row[2]);
    }
    let units = Units::new(pairs.keys().flat_map(|(from, to)| [from.clone(), to.clone()]).collect());
    let find = |code: &UnitCode| -> UnitIx { units.find(code).expect("listed") };
    let list = pairs.iter().map(|((from, to), &persons)| Flow { from: find(from), to: find(to), persons }).collect();
    Flows::new(units.clone(), list).expect("a matrix")
}
