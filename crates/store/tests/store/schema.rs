//! The tables of records follow from the kinds: their text is made here, and the databases are compared with it.
//!
//! `MIEDZA_WRITE_SCHEMA=1 cargo test -p miedza-store --test store schema` writes the texts anew after a kind has changed.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use miedza_planning::record::{Field, Kind, Shape};

/// The step whose text is made from the kinds; until the first release there is one.
const RECORDS: &str = "migrations/202611221100_records.sql";

const COMMON: &str = "    id TEXT PRIMARY KEY,
    {partnership},
    visibility TEXT NOT NULL CHECK (visibility IN ('private', 'partners', 'public')),
    origin TEXT NOT NULL CHECK (origin IN ('own', 'stated', 'external', 'inferred', 'invented')),
    source TEXT,
    version BIGINT NOT NULL CHECK (version > 0),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    updated_by TEXT,
    deleted_at TEXT";

const TO_PARTNERSHIPS: &str = "REFERENCES partnerships (id) DEFERRABLE INITIALLY DEFERRED";

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// Kinds, each after those that it points to.
fn in_order() -> Vec<Kind> {
    let (mut order, mut left) = (Vec::new(), Kind::ALL.to_vec());
    while !left.is_empty() {
        let next = left.iter().position(|kind| {
            let targets = kind.fields().iter().filter_map(|field| field.shape.target());
            targets.filter(|target| target != kind).all(|target| order.contains(&target))
                && (!kind.may_be_of_partnership() || order.contains(&Kind::Partnerships))
        });
        order.push(left.remove(next.expect("kinds do not point in circles")));
    }
    order
}

fn column(field: &Field) -> String {
    let name = field.name;
    let needed = if field.is_needed { " NOT NULL" } else { "" };
    let words = |words: &[&str]| words.iter().map(|word| format!("'{word}'")).collect::<Vec<_>>().join(", ");
    match field.shape {
        Shape::Number(least, most) => format!("\"{name}\" BIGINT{needed} CHECK (\"{name}\" BETWEEN {least} AND {most})"),
        Shape::Decimal => format!("\"{name}\" DOUBLE PRECISION{needed}"),
        Shape::Flag => format!("\"{name}\" BOOLEAN{needed}"),
        Shape::Choice(choices) => format!("\"{name}\" TEXT{needed} CHECK (\"{name}\" IN ({}))", words(choices.words)),
        Shape::Link(target) => format!("\"{name}\" TEXT{needed} REFERENCES {target} (id) DEFERRABLE INITIALLY DEFERRED"),
        _ => format!("\"{name}\" TEXT{needed}"),
    }
}

fn indexes(kind: Kind) -> String {
    let mut text = String::new();
    if kind.may_be_of_partnership() {
        text += &format!("CREATE INDEX {kind}_of_partnership ON {kind} (partnership, deleted_at);\n");
    }
    for field in kind.fields() {
        let name = field.name;
        match field.shape {
            Shape::Link(_) | Shape::Unit => text += &format!("CREATE INDEX {kind}_by_{name} ON {kind} (\"{name}\");\n"),
            Shape::Slug => {
                text += &format!("CREATE UNIQUE INDEX {kind}_by_{name} ON {kind} (\"{name}\") WHERE deleted_at IS NULL;\n")
            }
            _ => {}
        }
    }
    text
}

fn table(kind: Kind) -> String {
    let partnership = match (kind.is_of_partnership(), kind.may_be_of_partnership()) {
        (true, _) => format!("partnership TEXT NOT NULL {TO_PARTNERSHIPS}"),
        (false, true) => format!("partnership TEXT {TO_PARTNERSHIPS}"),
        (false, false) => "partnership TEXT CHECK (partnership IS NULL)".to_owned(),
    };
    let fields: String = kind.fields().iter().map(|field| format!(",\n    {}", column(field))).collect();
    format!("\nCREATE TABLE {kind} (\n{}{fields}\n);\n{}", COMMON.replace("{partnership}", &partnership), indexes(kind))
}

fn records() -> String {
    let head = "-- Records: a table for each kind. Made from the kinds of `planning`; see tests/store/schema.rs.\n";
    head.to_owned() + &in_order().into_iter().map(table).collect::<String>()
}

/// Compares a kept text with the made one, or writes it.
fn compare(name: &str, made: &str) {
    if std::env::var_os("MIEDZA_WRITE_SCHEMA").is_some() {
        std::fs::write(file(name), made).expect("the text can be written");
    }
    let kept = std::fs::read_to_string(file(name)).unwrap_or_default();
    assert!(kept == made, "{name} does not follow from the kinds any more; see the head of {}", file!());
}

#[test]
fn the_tables_of_records_follow_from_the_kinds() {
    compare(RECORDS, &records());
}

#[test]
fn names_of_tables_and_indexes_fit_postgresql() {
    let longest = records().split_whitespace().map(str::len).max();
    let names: BTreeSet<usize> = records().lines().filter(|line| line.starts_with("CREATE")).map(str::len).collect();

    assert!(longest.is_some() && !names.is_empty());
    for line in records().lines().filter(|line| line.contains("INDEX ")) {
        let name = line.split("INDEX ").nth(1).and_then(|rest| rest.split(' ').next()).expect("an index has a name");
        assert!(name.len() < 64, "{name}");
    }
}
