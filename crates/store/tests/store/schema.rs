//! The tables of records follow from the kinds: their text is made here, and the databases are compared with it.
//!
//! `MIEDZA_WRITE_SCHEMA=1 cargo test -p miedza-store --test store schema` writes the texts anew after a kind has changed;
//! run it twice, the second time the program knows the new step.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use miedza_planning::record::{Field, Kind, Shape};

/// A text of a step that is made from the kinds. A step that others may have made already is never edited: new kinds and what
/// comes to kinds that are there stand in a text of their own.
struct Text {
    file: &'static str,
    /// The kinds that came with it; none for the first, which has all that no other names.
    kinds: &'static [Kind],
    /// Fields that it brought to kinds of texts before it.
    added: &'static [(Kind, &'static str)],
    /// Lists of choices that grew with it, with the words that they had before.
    grew: &'static [(Kind, &'static str, &'static [&'static str])],
}

const TEXTS: [Text; 4] = [
    Text { file: "migrations/202611221100_records.sql", kinds: &[], added: &[], grew: &[] },
    Text {
        file: "migrations/202611291200_evidence.sql",
        kinds: &[
            Kind::Diagnoses,
            Kind::DiagnosisComments,
            Kind::Surveys,
            Kind::SurveyQuestions,
            Kind::DocumentReviews,
            Kind::Findings,
            Kind::SwotItems,
            Kind::Problems,
            Kind::Challenges,
        ],
        added: &[],
        grew: &[],
    },
    Text {
        file: "migrations/202611292100_peers_and_participation.sql",
        kinds: &[Kind::Participations],
        added: &[(Kind::Diagnoses, "peer_weights"), (Kind::Findings, "themes")],
        grew: &[(
            Kind::Diagnoses,
            "peer_rule",
            &["voivodeship", "country", "counties_around", "same_kind", "nearest", "own_list"],
        )],
    },
    Text {
        file: "migrations/202611300100_amounts.sql",
        kinds: &[],
        added: &[
            (Kind::StatedFigures, "currency"),
            (Kind::StatedFigures, "rate"),
            (Kind::StatedFigures, "rate_currency"),
            (Kind::StatedFigures, "rate_date"),
            (Kind::StatedFigures, "rate_source"),
        ],
        grew: &[(
            Kind::StatedFigures,
            "figure",
            &["members", "population", "area_km2", "partnerships", "allocation_eur", "other"],
        )],
    },
];

/// The kinds of the first text.
fn first() -> Vec<Kind> {
    Kind::ALL.into_iter().filter(|kind| TEXTS.iter().all(|text| !text.kinds.contains(kind))).collect()
}

/// The text of a step as it follows from the kinds.
fn made(text: &Text) -> String {
    let is_first = text.file == TEXTS[0].file;
    let kinds = if is_first { first() } else { text.kinds.to_vec() };
    records(&kinds) + &additions(text)
}

const ID: &str = "    id TEXT PRIMARY KEY";

const COMMON: [&str; 8] = [
    "    visibility TEXT NOT NULL CHECK (visibility IN ('private', 'partners', 'public'))",
    "    origin TEXT NOT NULL CHECK (origin IN ('own', 'stated', 'external', 'inferred', 'invented'))",
    "    source TEXT",
    "    version BIGINT NOT NULL CHECK (version > 0)",
    "    created_at TEXT NOT NULL",
    "    updated_at TEXT NOT NULL",
    "    updated_by TEXT",
    "    deleted_at TEXT",
];

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// What a kind points to, itself left out.
fn targets(kind: Kind) -> BTreeSet<Kind> {
    let home = kind.may_be_of_partnership().then_some(Kind::Partnerships);
    let targets = kind.fields().iter().filter_map(|field| field.shape.target()).chain(home);
    targets.filter(|target| *target != kind).collect()
}

/// Kinds of one text, each after those that it points to, as far as they do not point in circles.
fn in_order(kinds: &[Kind]) -> Vec<Kind> {
    let (mut order, mut left) = (Vec::new(), kinds.to_vec());
    let is_before = |order: &[Kind], target: &Kind| order.contains(target) || !kinds.contains(target);
    while !left.is_empty() {
        let next = left.iter().position(|kind| targets(*kind).iter().all(|target| is_before(&order, target)));
        order.push(left.remove(next.unwrap_or(0)));
    }
    order
}

/// A column that points to another table. PostgreSQL learns of the key later, if that table comes later.
fn link(name: &str, needed: &str, target: Kind, is_later: bool) -> String {
    let column = format!("\"{name}\" TEXT{needed}");
    let key = format!("{column} REFERENCES {target} (id) DEFERRABLE INITIALLY DEFERRED");
    if !is_later {
        return format!("    {key}");
    }
    format!("    -- only sqlite\n    {key},\n    -- only postgres\n    {column},\n    -- both")
}

/// What may stand in a column of a list of choices.
fn check(name: &str, words: &[&str]) -> String {
    let words = words.iter().map(|word| format!("'{word}'")).collect::<Vec<_>>().join(", ");
    format!("CHECK (\"{name}\" IN ({words}))")
}

/// The words of a list when the table of its kind was made.
fn words_then(kind: Kind, field: &Field) -> &'static [&'static str] {
    let grew = TEXTS.iter().flat_map(|text| text.grew).find(|(of, name, _)| (*of, *name) == (kind, field.name));
    let now = field.shape.choices().map(|choices| choices.words).unwrap_or_default();
    grew.map_or(now, |(.., then)| then)
}

fn column((kind, field): (Kind, &Field), later: &BTreeSet<Kind>) -> String {
    let name = field.name;
    let needed = if field.is_needed { " NOT NULL" } else { "" };
    let column = match field.shape {
        Shape::Number(least, most) => format!("\"{name}\" BIGINT{needed} CHECK (\"{name}\" BETWEEN {least} AND {most})"),
        Shape::Decimal => format!("\"{name}\" DOUBLE PRECISION{needed}"),
        Shape::Flag => format!("\"{name}\" BOOLEAN{needed}"),
        Shape::Choice(_) => format!("\"{name}\" TEXT{needed} {}", check(name, words_then(kind, field))),
        Shape::Link(target) => return link(name, needed, target, later.contains(&target)),
        _ => format!("\"{name}\" TEXT{needed}"),
    };
    format!("    {column}")
}

fn indexes(kind: Kind) -> String {
    let of_field = |field: &Field| {
        let name = field.name;
        match field.shape {
            Shape::Link(_) | Shape::Unit => Some(format!("CREATE INDEX {kind}_by_{name} ON {kind} (\"{name}\");\n")),
            Shape::Slug => {
                Some(format!("CREATE UNIQUE INDEX {kind}_by_{name} ON {kind} (\"{name}\") WHERE deleted_at IS NULL;\n"))
            }
            _ => None,
        }
    };
    let is_of_partnership = kind.may_be_of_partnership();
    let home = is_of_partnership.then(|| format!("CREATE INDEX {kind}_of_partnership ON {kind} (partnership, deleted_at);\n"));
    home.into_iter().chain(kind.fields().iter().filter_map(of_field)).collect()
}

fn table(kind: Kind, later: &BTreeSet<Kind>) -> String {
    let needed = if kind.is_of_partnership() { " NOT NULL" } else { "" };
    let partnership = if kind.may_be_of_partnership() {
        link("partnership", needed, Kind::Partnerships, later.contains(&Kind::Partnerships))
    } else {
        "    partnership TEXT CHECK (partnership IS NULL)".to_owned()
    };
    let was_there = |field: &&Field| TEXTS.iter().all(|text| !text.added.contains(&(kind, field.name)));
    let fields = kind.fields().iter().filter(was_there).map(|field| column((kind, field), later));
    let columns: Vec<String> = [ID.to_owned(), partnership].into_iter().chain(COMMON.map(str::to_owned)).chain(fields).collect();
    let columns = columns.join(",\n").replace("-- both,", "-- both");
    assert!(!columns.ends_with("-- both"), "the last column of {kind} must not be cut to the engine");
    format!("\nCREATE TABLE {kind} (\n{columns}\n);\n{}", indexes(kind))
}

/// Keys that PostgreSQL learns when both tables are there.
fn late_keys(kind: Kind, later: &BTreeSet<Kind>) -> String {
    let home = kind.may_be_of_partnership().then_some(("partnership", Kind::Partnerships));
    let fields = kind.fields().iter().filter_map(|field| match field.shape {
        Shape::Link(target) => Some((field.name, target)),
        _ => None,
    });
    let late = fields.chain(home).filter(|(_, target)| later.contains(target));
    let key = |(name, target)| {
        format!("ALTER TABLE {kind} ADD FOREIGN KEY (\"{name}\") REFERENCES {target} (id) DEFERRABLE INITIALLY DEFERRED;")
    };
    late.map(key).map(|line| line + "\n").collect::<Vec<_>>().concat()
}

fn records(kinds: &[Kind]) -> String {
    let mut text =
        "-- Records: a table for each kind. Made from the kinds of `planning`; see tests/store/schema.rs.\n".to_owned();
    let mut later: BTreeSet<Kind> = kinds.iter().copied().collect();
    let mut keys = String::new();
    for kind in in_order(kinds) {
        later.remove(&kind);
        text += &table(kind, &later);
        keys += &late_keys(kind, &later);
    }
    if keys.is_empty() { text } else { text + "\n-- only postgres\n" + &keys + "-- both\n" }
}

/// What came to tables of earlier texts: new columns, and lists that grew. A column with a longer list takes the place of the
/// old one, as SQLite changes no check of a column that is there; one that must not be missing needs a word to begin with.
fn additions(of: &Text) -> String {
    let mut text = String::new();
    for (kind, name) in of.added {
        let field = kind.field(name).expect("a field of the kind");
        text += &format!("\nALTER TABLE {kind} ADD COLUMN {};\n", column((*kind, field), &BTreeSet::new()).trim_start());
    }
    for (kind, name, before) in of.grew {
        let field = kind.field(name).expect("a field of the kind");
        let words = field.shape.choices().expect("a list of choices").words;
        let new = format!("{name}_new");
        let needed = before.last().filter(|_| field.is_needed).map(|word| format!("NOT NULL DEFAULT '{word}' "));
        let needed = needed.unwrap_or_default();
        text += &format!("\nALTER TABLE {kind} ADD COLUMN \"{new}\" TEXT {needed}{};\n", check(&new, words));
        text += &format!("UPDATE {kind} SET \"{new}\" = \"{name}\";\n");
        text += &format!("ALTER TABLE {kind} DROP COLUMN \"{name}\";\n");
        text += &format!("ALTER TABLE {kind} RENAME COLUMN \"{new}\" TO \"{name}\";\n");
    }
    text
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
    TEXTS.iter().for_each(|text| compare(text.file, &made(text)));
}

#[test]
fn names_of_indexes_fit_postgresql() {
    let all: String = TEXTS.iter().map(made).collect();
    for line in all.lines().filter(|line| line.contains("INDEX ")) {
        let name = line.split("INDEX ").nth(1).and_then(|rest| rest.split(' ').next()).expect("an index has a name");
        assert!(name.len() < 64, "{name}");
    }
}

#[tokio::test]
async fn the_whole_form_is_written_down() {
    let sample = miedza_store::samples::Engines::sqlite().await;
    let question = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'search_words_%' \
                    ORDER BY tbl_name, type DESC, name";
    let parts: String = sample.texts(question).await.expect("the form").into_iter().map(|part| part + ";\n").collect();

    compare("schema.sql", &format!("-- The form of the database, as SQLite tells it after all steps.\n\n{parts}"));
}
