//! Reads the catalogues, refuses to build when a language lacks a sentence or an argument, and writes `keys.rs`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use fluent_syntax::ast;

const LANGUAGES: [&str; 3] = ["en", "pl", "cs"];

/// Arguments of each message.
type Catalogue = BTreeMap<String, BTreeSet<String>>;

fn main() {
    println!("cargo::rerun-if-changed=locales");
    let catalogues: Vec<Catalogue> = LANGUAGES.iter().map(|language| read(language)).collect();
    let faults: Vec<String> =
        (1..LANGUAGES.len()).flat_map(|other| differences(&catalogues[0], &catalogues[other], LANGUAGES[other])).collect();
    assert!(faults.is_empty(), "the catalogues differ:\n  {}", faults.join("\n  "));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    fs::write(out.join("keys.rs"), keys(&catalogues[0])).expect("OUT_DIR can be written");
    fs::write(out.join("catalogues.rs"), sources()).expect("OUT_DIR can be written");
}

fn files(language: &str) -> Vec<PathBuf> {
    let folder = Path::new("locales").join(language);
    let mut files: Vec<PathBuf> = fs::read_dir(&folder)
        .expect("each language has a folder")
        .map(|entry| entry.expect("a readable folder").path())
        .collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "ftl"));
    files.sort();
    files
}

fn read(language: &str) -> Catalogue {
    let mut catalogue = Catalogue::new();
    for file in files(language) {
        let text = fs::read_to_string(&file).expect("a catalogue is UTF-8");
        let resource = fluent_syntax::parser::parse(text.as_str()).unwrap_or_else(|(_, errors)| {
            panic!("{}: {}", file.display(), errors.iter().map(ToString::to_string).collect::<String>())
        });
        for entry in &resource.body {
            let ast::Entry::Message(message) = entry else { continue };
            let mut arguments = BTreeSet::new();
            let pattern = message.value.as_ref().unwrap_or_else(|| panic!("{}: {} is empty", file.display(), message.id.name));
            collect(pattern, &mut arguments);
            let twice = catalogue.insert(message.id.name.to_owned(), arguments).is_some();
            assert!(!twice, "{}: {} is written twice", file.display(), message.id.name);
        }
    }
    catalogue
}

fn collect(pattern: &ast::Pattern<&str>, arguments: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let ast::PatternElement::Placeable { expression } = element {
            collect_expression(expression, arguments);
        }
    }
}

fn collect_expression(expression: &ast::Expression<&str>, arguments: &mut BTreeSet<String>) {
    match expression {
        ast::Expression::Inline(inline) => collect_inline(inline, arguments),
        ast::Expression::Select { selector, variants } => {
            collect_inline(selector, arguments);
            for variant in variants {
                collect(&variant.value, arguments);
            }
        }
    }
}

fn collect_inline(inline: &ast::InlineExpression<&str>, arguments: &mut BTreeSet<String>) {
    match inline {
        ast::InlineExpression::VariableReference { id } => {
            arguments.insert(id.name.to_owned());
        }
        ast::InlineExpression::Placeable { expression } => collect_expression(expression, arguments),
        _ => {}
    }
}

fn differences(model: &Catalogue, other: &Catalogue, language: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for (key, arguments) in model {
        match other.get(key) {
            None => faults.push(format!("{language} lacks {key}")),
            Some(found) if found != arguments => {
                faults.push(format!("{language} {key} has the arguments {found:?}, en has {arguments:?}"));
            }
            Some(_) => {}
        }
    }
    faults.extend(other.keys().filter(|key| !model.contains_key(*key)).map(|key| format!("en lacks {key} of {language}")));
    faults
}

fn keys(catalogue: &Catalogue) -> String {
    let mut code = String::new();
    for (key, arguments) in catalogue {
        let name = key.to_uppercase().replace('-', "_");
        let list: Vec<String> = arguments.iter().map(|argument| format!("`{argument}`")).collect();
        let takes = if list.is_empty() { "no argument".to_owned() } else { list.join(", ") };
        writeln!(code, "/// `{key}`; takes {takes}.\npub const {name}: Key = Key(\"{key}\");").expect("a string takes all");
    }
    let list: Vec<String> = catalogue.keys().map(|key| key.to_uppercase().replace('-', "_")).collect();
    writeln!(code, "/// All keys, in alphabetical order.\npub const ALL: &[Key] = &[{}];", list.join(", "))
        .expect("a string takes all");
    code
}

fn sources() -> String {
    let mut code = String::from("[");
    for language in ["pl", "cs", "en"] {
        code.push_str("&[");
        for file in files(language) {
            let path = fs::canonicalize(file).expect("the file was just listed");
            let path = path.to_str().expect("the repository lies under a UTF-8 path");
            write!(code, "include_str!({path:?}), ").expect("a string takes all");
        }
        code.push_str("],\n");
    }
    code.push(']');
    code
}
