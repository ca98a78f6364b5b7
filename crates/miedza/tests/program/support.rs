//! A place for one run of the program, with its files.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

/// Six municipalities: two towns with their villages, and one between.
pub const TWO_TOWNS: &str = "from,to,persons
1,1,900\n1,4,40\n2,2,60\n2,1,140\n3,3,50\n3,1,100\n3,2,10\n4,4,700\n4,1,30\n5,5,80\n5,4,120\n6,6,45\n6,1,40\n6,4,35\n";

/// Seats of the six municipalities.
pub const SEATS: &str = "code,name,population,lon,lat
1,Jeden,2400,18.10,51.70\n2,Dwa,520,18.20,51.75\n3,Trzy,410,18.00,51.75\n4,Cztery,1900,18.60,51.70\n5,Pięć,500,18.70,51.65\n6,Sześć,300,18.35,51.68\n";

/// Settings that suit six municipalities.
pub const SMALL: [&str; 8] = [
    "--set",
    "min_size=100",
    "--set",
    "target_size=500",
    "--set",
    "min_self_containment=0.6",
    "--set",
    "target_self_containment=0.7",
];

/// A fresh folder in which the program runs.
pub struct Place {
    folder: TempDir,
}

impl Place {
    /// An empty folder.
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder for the test") }
    }

    /// A folder with the six municipalities in `flows.csv` and `units.csv`.
    pub fn with_two_towns() -> Self {
        Self::new().file("flows.csv", TWO_TOWNS).file("units.csv", SEATS)
    }

    /// Adds a file.
    pub fn file(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        fs::write(self.path(name), content).expect("the test can write");
        self
    }

    /// Path of a file in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Runs the program here with these arguments, in English.
    pub fn run<S: AsRef<str>>(&self, arguments: &[S]) -> Run {
        let output = Command::new(env!("CARGO_BIN_EXE_miedza"))
            .args(arguments.iter().map(AsRef::as_ref))
            .current_dir(self.folder.path())
            .env("LC_ALL", "C")
            .output()
            .expect("the program starts");
        Run::from(output)
    }

    /// Runs `miedza delimit flows.csv --out result` with settings for six municipalities and further arguments.
    pub fn delimit(&self, further: &[&str]) -> Run {
        let arguments = [&["delimit", "flows.csv", "--out", "result"], &SMALL[..], further].concat();
        self.run(&arguments)
    }

    /// Text of a file in the folder.
    pub fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_else(|cause| panic!("{name}: {cause}"))
    }

    /// `summary.json` of the folder `result`.
    pub fn summary(&self) -> Value {
        serde_json::from_str(&self.text("result/summary.json")).expect("the summary is JSON")
    }

    /// All files below a folder with their bytes.
    pub fn files(&self, name: &str) -> BTreeMap<String, Vec<u8>> {
        fs::read_dir(self.path(name))
            .expect("the folder is there")
            .map(|entry| entry.expect("a readable folder").path())
            .map(|path| (file_name(&path), fs::read(&path).expect("a readable file")))
            .collect()
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().expect("a file has a name").to_string_lossy().into_owned()
}

/// What a run of the program came to.
#[derive(Debug)]
pub struct Run {
    /// Exit code.
    pub code: i32,
    /// What went to stdout.
    pub answer: String,
    /// What went to stderr.
    pub talk: String,
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code().expect("the program was not killed"),
            answer: String::from_utf8(output.stdout).expect("stdout is UTF-8"),
            talk: String::from_utf8(output.stderr).expect("stderr is UTF-8"),
        }
    }
}

impl Run {
    /// Fails the test unless the program succeeded.
    pub fn succeeded(self) -> Self {
        assert_eq!(self.code, 0, "{}\n{}", self.answer, self.talk);
        self
    }
}

/// Areas of a partition file: sets of units, whatever their labels; units without an area left out.
pub fn areas(text: &str) -> Vec<Vec<String>> {
    let mut areas: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for line in text.lines().skip(1) {
        let mut fields = line.split(',');
        let (unit, area) = (fields.next().expect("a unit"), fields.next().expect("an area"));
        if !area.is_empty() {
            areas.entry(area).or_default().push(unit.to_owned());
        }
    }
    let mut areas: Vec<_> = areas.into_values().collect();
    for area in &mut areas {
        area.sort();
    }
    areas.sort();
    areas
}

/// The folder of reference data, where it is present.
pub fn shared_data() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let folder = std::env::var_os("MIEDZA_SHARED_DATA").map_or(beside, PathBuf::from);
    if folder.is_dir() {
        return Some(folder.canonicalize().expect("the folder is there"));
    }
    eprintln!("skipped: no shared data");
    None
}

/// Whether a program that a test calls is installed; says "skipped" where it is not.
pub fn installed(program: &str) -> bool {
    let found = Command::new(program).arg("--version").output().is_ok();
    if !found {
        eprintln!("skipped: {program} is not installed");
    }
    found
}
