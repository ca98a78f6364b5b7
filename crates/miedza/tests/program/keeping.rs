//! What is kept, from the terminal: the demonstration spares what an office keeps, damage and wrong places are told.

use std::fs;

use super::support::{Place, Run};

const PASSWORD: &str = "zielona-miedza-nad-rzeka";

/// A place with an office in the folder `data`.
fn office() -> Place {
    let place = Place::new();
    let add = ["user", "add", "anna@gmina.example", "--role", "administrator", "--password", PASSWORD, "--data", "data"];
    place.run(&add).succeeded();
    place
}

fn refused(run: &Run, code: i32, words: &[&str]) {
    assert_eq!(run.code, code, "{}\n{}", run.answer, run.talk);
    for word in words.iter().chain(&["hint:"]) {
        assert!(run.talk.contains(word), "{word:?} is not in:\n{}", run.talk);
    }
    assert!(!run.talk.contains("a fault of the program"), "{}", run.talk);
}

#[test]
fn the_demonstration_spares_what_an_office_keeps() {
    let place = office();
    let load = ["demo", "--load-only", "--data", "data"];

    for further in [&[][..], &["--reset"]] {
        let run = place.run(&[&load[..], further].concat());
        refused(&run, 5, &["anna@gmina.example", "--data", "not made by miedza demo"]);
    }

    let list = place.run(&["user", "list", "--data", "data"]).succeeded().answer;
    assert!(list.contains("anna@gmina.example"), "{list}");
}

#[test]
fn a_damaged_file_of_the_database_is_told_by_every_command() {
    let place = office();
    let file = place.path("data/miedza.sqlite");
    let mut bytes = fs::read(&file).expect("read");
    bytes[..100].fill(0xA5);
    fs::write(&file, bytes).expect("written");

    let commands: [&[&str]; 4] = [
        &["serve", "--data", "data", "--listen", "127.0.0.1:0"],
        &["verify", "--store", "--data", "data"],
        &["backup", "a.miedza", "--data", "data"],
        &["user", "list", "--data", "data"],
    ];
    for command in commands {
        refused(&place.run(command), 2, &["is damaged", "restore the newest backup"]);
    }
}

#[test]
fn a_backup_goes_into_an_empty_place_alone() {
    let place = office().file("letter.txt", "dear");
    place.run(&["backup", "a.miedza", "--data", "data"]).succeeded();
    fs::create_dir(place.path("other")).expect("a folder");
    fs::write(place.path("other/letter.txt"), "dear").expect("written");
    fs::create_dir(place.path("empty")).expect("a folder");

    refused(&place.run(&["restore", "a.miedza", "--data", "other"]), 5, &["letter.txt"]);
    assert!(!place.path("other/miedza.sqlite").exists(), "nothing is made there");
    refused(&place.run(&["restore", "a.miedza", "--data", "data"]), 5, &["accounts"]);
    place.run(&["restore", "a.miedza", "--data", "empty"]).succeeded();
    place.run(&["verify", "--store", "--data", "empty"]).succeeded();
}

#[test]
fn folders_in_place_of_a_backup_and_places_without_uploads_are_told() {
    let place = office();
    place.run(&["backup", "a.miedza", "--data", "data"]).succeeded();

    refused(&place.run(&["verify", "."]), 2, &["is no file"]);
    refused(&place.run(&["restore", ".", "--data", "next"]), 2, &["is no file"]);
    let run = place.run(&["restore", "a.miedza", "--data", "next", "--uploads", "/proc/x"]);
    refused(&run, 2, &["/proc/x", "--uploads"]);
}

#[test]
fn an_address_of_no_site_and_a_unit_of_no_register_are_refused() {
    let place = office();
    let add = ["user", "add", "jan@gmina.example", "--role", "municipality_editor", "--data"];
    let with = |data: &str, further: &[&str]| place.run(&[&add[..], &[data], further].concat());

    refused(&with("data", &["--public-address", "notaurl"]), 2, &["notaurl", "--public-address"]);
    place.run(&["demo", "--load-only", "--data", "shown"]).succeeded();
    refused(&with("shown", &["--unit", "9999999"]), 2, &["9999999"]);
}

#[test]
fn the_list_of_accounts_names_partnerships_by_their_addresses() {
    let place = Place::new();
    place.run(&["demo", "--load-only", "--data", "shown"]).succeeded();

    let list = place.run(&["user", "list", "--data", "shown"]).succeeded().answer;

    assert!(list.contains("(powiat-walecki)"), "{list}");
}

#[test]
fn a_file_that_is_no_register_is_told_as_such() {
    let place = Place::new().file("letter.csv", "dear;sir\n1;2\n");

    let run = place.run(&["import", "register", "letter.csv", "--data", "data"]);

    refused(&run, 2, &["the register in letter.csv", "TERC"]);
    assert!(!run.talk.contains("FILE:COLUMN"), "{}", run.talk);
}
