//! The laws of the house that no compiler keeps: imports go down only, licences are free, dependencies are used.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use serde_json::Value;

/// The floors from the ground up; a crate may import only from floors below its own.
const FLOORS: [&[&str]; 8] = [
    &["miedza-territory", "miedza-texts", "miedza-typesetting"],
    &["miedza-delimitation", "miedza-statistics", "miedza-sources"],
    &["miedza-planning", "miedza-python"],
    &["miedza-reports", "miedza-store"],
    &["miedza-workflows"],
    &["miedza-portal"],
    &["miedza"],
    &["xtask"],
];

/// Licences that a dependency may have; a licence expression must have one choice within this list.
const LICENCES: [&str; 17] = [
    "MIT",
    "MIT-0",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-1-Clause",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "Zlib",
    "0BSD",
    "Unicode-3.0",
    "CC0-1.0",
    "Unlicense",
    "BSL-1.0",
    "MPL-2.0",
    "CDLA-Permissive-2.0",
    "bzip2-1.0.6",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the repository").to_owned()
}

fn metadata() -> Value {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let answer = Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--locked"])
        .current_dir(root())
        .output()
        .expect("cargo metadata starts");
    assert!(answer.status.success(), "cargo metadata failed: {}", String::from_utf8_lossy(&answer.stderr));
    serde_json::from_slice(&answer.stdout).expect("cargo metadata answers in JSON")
}

fn members(metadata: &Value) -> Vec<&Value> {
    let members = metadata["workspace_members"].as_array().expect("a workspace has members");
    let packages = metadata["packages"].as_array().expect("a workspace has packages");
    packages.iter().filter(|package| members.contains(&package["id"])).collect()
}

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.expect("a readable folder").path();
        if path.is_dir() {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
}

#[test]
fn imports_go_down_only() {
    let floors: BTreeMap<&str, usize> =
        FLOORS.iter().enumerate().flat_map(|(floor, crates)| crates.iter().map(move |name| (*name, floor))).collect();
    let metadata = metadata();

    for package in members(&metadata) {
        let name = package["name"].as_str().expect("a package has a name");
        let floor = floors.get(name).unwrap_or_else(|| panic!("{name} stands on no floor: add it to FLOORS with a decision"));
        for dependency in package["dependencies"].as_array().expect("a list") {
            // A crate names itself to have its own samples in its tests.
            let Some(below) =
                floors.get(dependency["name"].as_str().expect("a name")).filter(|_| dependency["name"] != package["name"])
            else {
                continue;
            };
            assert!(below < floor, "{name} imports {} of its own floor or above", dependency["name"]);
        }
    }
}

#[test]
fn every_dependency_is_free_software_that_we_may_ship() {
    let metadata = metadata();
    let mut faults = Vec::new();

    for package in metadata["packages"].as_array().expect("a list") {
        let name = package["name"].as_str().expect("a name");
        let licence = package["license"].as_str().unwrap_or("none");
        if !is_allowed(licence) {
            faults.push(format!("{name}: {licence}"));
        }
    }

    assert!(faults.is_empty(), "licences to decide on:\n{}", faults.join("\n"));
}

fn is_allowed(expression: &str) -> bool {
    let expression = expression.replace(['(', ')'], " ").replace('/', " OR ");
    expression.split(" AND ").all(|part| {
        part.split(" OR ").any(|choice| LICENCES.contains(&choice.split_whitespace().collect::<Vec<_>>().join(" ").as_str()))
    })
}

#[test]
fn every_dependency_is_used() {
    let metadata = metadata();
    let mut unused = BTreeSet::new();

    for package in members(&metadata) {
        let folder = Path::new(package["manifest_path"].as_str().expect("a path")).parent().expect("a folder").to_owned();
        let mut files = Vec::new();
        rust_files(&folder, &mut files);
        let code: String = files.iter().map(|file| fs::read_to_string(file).expect("readable code")).collect();
        for dependency in package["dependencies"].as_array().expect("a list") {
            let name = dependency["rename"].as_str().or(dependency["name"].as_str()).expect("a name").replace('-', "_");
            if !code.contains(&name) {
                unused.insert(format!("{} does not use {name}", package["name"]));
            }
        }
    }

    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn what_is_published_says_what_it_is() {
    let metadata = metadata();
    let members = members(&metadata);
    let is_published = |package: &Value| package["publish"].is_null();
    let mut published: Vec<&str> =
        members.iter().filter(|package| is_published(package)).filter_map(|p| p["name"].as_str()).collect();
    published.sort_unstable();
    assert_eq!(published, ["miedza-delimitation", "miedza-territory"], "to publish a crate is a decision");

    for package in members.into_iter().filter(|package| is_published(package)) {
        let name = package["name"].as_str().expect("a package has a name");
        for field in ["description", "license", "readme"] {
            assert!(package[field].as_str().is_some_and(|text| !text.is_empty()), "{name} has no {field}");
        }
        for field in ["keywords", "categories"] {
            let words = package[field].as_array().map_or(0, Vec::len);
            assert!((1..=5).contains(&words), "{name} has {words} {field}");
        }
        for dependency in package["dependencies"].as_array().expect("a list") {
            assert_ne!(dependency["req"], "*", "{name} needs any {}", dependency["name"]);
        }
        let manifest = Path::new(package["manifest_path"].as_str().expect("a path"));
        assert!(manifest.with_file_name("LICENSE").exists(), "{name} comes without its licence");
    }
}

#[test]
fn every_file_says_why_it_exists() {
    let mut files = Vec::new();
    rust_files(&root().join("crates"), &mut files);
    rust_files(&root().join("xtask"), &mut files);
    let silent: Vec<_> =
        files.into_iter().filter(|file| !fs::read_to_string(file).expect("readable code").starts_with("//!")).collect();

    assert!(silent.is_empty(), "no `//!` header: {silent:?}");
}

#[test]
fn the_documents_name_no_folder_that_is_gone() {
    let architecture = fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    let gone: Vec<&str> = architecture
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|word| word.starts_with("crates/") || word.starts_with("docs/"))
        .filter(|path| !root().join(path).exists())
        .collect();

    assert!(gone.is_empty(), "ARCHITECTURE.md names {gone:?}");
}

/// Beginnings of keys that are put together from names of methods, parameters, months, kinds, fields and rules.
const COMPOSED: &[&str] = &[
    "report-method-",
    "report-parameter-",
    "report-role-",
    "month-",
    "quarter-",
    "personal-",
    "lab-",
    "kind-",
    "field-",
    "choice-",
    "create-",
    "role-",
    "room-",
    "verb-",
    "origin-",
    "visibility-",
    "hint-field-",
    "level-",
    "unit-kind-",
    "page-",
    "country-",
    "rule-",
    "finding-",
    "topic-",
    "said-",
    "hint-said-",
    "diagnosis-report-chapter-",
    "diagnosis-report-missing-",
    "claim-",
    "measure-",
    "measured-",
    "monitor-area-",
    "monitor-dimension-",
    "outlook-assumed-",
    "peer-rule-",
    "diagnosis-scenario-",
];

/// The catalogue of indicators and the list of labels stand on two floors that do not see each other.
#[test]
fn every_variable_of_an_indicator_has_a_label_to_be_held_against() {
    let read = |path: &str| fs::read_to_string(root().join(path)).expect("the file is there");
    let catalogue = read("crates/planning/src/diagnosis/indicators.toml");
    let labels = read("crates/sources/src/bdl/variables.csv");
    let known: BTreeSet<&str> = labels.lines().filter_map(|line| line.split(';').next()).collect();
    let wanted: BTreeSet<&str> = catalogue
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(|line| line.split("bdl:").skip(1))
        .map(|rest| rest.split(|sign: char| !sign.is_ascii_digit()).next().unwrap_or_default())
        .collect();

    assert!(wanted.len() > 40, "{wanted:?}");
    let unlabelled: Vec<&&str> = wanted.difference(&known).collect();
    assert!(unlabelled.is_empty(), "indicators rest on variables whose label nobody checks: {unlabelled:?}");
}

#[test]
fn every_sentence_is_said_somewhere() {
    let mut files = Vec::new();
    rust_files(&root().join("crates"), &mut files);
    let code: String = files.iter().map(|file| fs::read_to_string(file).expect("readable code")).collect();
    let catalogues = fs::read_dir(root().join("crates/texts/locales/en")).expect("the catalogues");
    let sentences: String =
        catalogues.map(|entry| fs::read_to_string(entry.expect("a catalogue").path()).expect("readable text")).collect();

    let keys = sentences.lines().filter(|line| line.starts_with(|letter: char| letter.is_ascii_lowercase()));
    let keys = keys.filter_map(|line| line.split_once(" =")).map(|(key, _)| key);
    let unsaid: Vec<&str> = keys
        .filter(|key| !COMPOSED.iter().any(|beginning| key.starts_with(beginning)))
        .filter(|key| !code.contains(&key.to_uppercase().replace('-', "_")))
        .collect();

    assert!(unsaid.is_empty(), "no code says {unsaid:?}");
}
