//! Same input, same bytes.

use crate::support::{Place, TWO_TOWNS};

/// The rows of the table in another order, the header first; `turn` chooses the order.
fn shuffled(table: &str, turn: usize) -> String {
    let mut lines = table.lines();
    let header = lines.next().expect("a header");
    let mut rows: Vec<&str> = lines.collect();
    let mut state = u64::try_from(turn).expect("a small number").wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    for last in (1..rows.len()).rev() {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        let other = usize::try_from(state % u64::try_from(last + 1).expect("small")).expect("small");
        rows.swap(last, other);
    }
    format!("{header}\n{}\n", rows.join("\n"))
}

#[test]
fn a_hundred_shuffles_of_the_rows_give_the_same_areas() {
    let mut first = None;

    for turn in 0..100 {
        let place = Place::with_two_towns().file("flows.csv", shuffled(TWO_TOWNS, turn));
        place.delimit(&["--units", "units.csv"]).succeeded();
        let mut files = place.files("result");
        // The summary holds the hash of the shuffled file; all else must be the same.
        files.remove("summary.json");

        assert_eq!(first.get_or_insert(files.clone()), &files, "shuffle {turn}");
    }
}

#[test]
fn any_number_of_threads_gives_the_same_bytes() {
    let mut first = None;

    for threads in ["1", "2", "16"] {
        let place = Place::with_two_towns();
        place.delimit(&["--units", "units.csv", "--report", "pdf,html,docx", "--threads", threads]).succeeded();
        let files = place.files("result");

        assert_eq!(first.get_or_insert(files.clone()), &files, "{threads} threads");
    }
}

#[test]
fn a_second_run_gives_the_same_bytes() {
    let place = Place::with_two_towns();
    let arguments = ["--units", "units.csv", "--report", "pdf,html,docx", "--lang", "pl"];
    place.delimit(&arguments).succeeded();
    let first = place.files("result");

    place.delimit(&[&arguments[..], &["--overwrite"]].concat()).succeeded();

    assert_eq!(place.files("result"), first);
}
