//! Cubes in JSON-stat: what stands in each cell by hand and by pyjstat, both ways of listing, and what is refused.

use miedza_sources::json_stat::{Dataset, Role, parse};
use proptest::prelude::*;
use serde_json::{Value, json};

const DENSE: &[u8] = include_bytes!("recorded/json_stat/dense.json");
const SPARSE: &[u8] = include_bytes!("recorded/json_stat/sparse.json");
const VERSION_1: &[u8] = include_bytes!("recorded/json_stat/version_1.json");

type Told<'a> = (String, Option<f64>, Option<&'a str>);

fn cells(dataset: &Dataset) -> Vec<Told<'_>> {
    dataset.cells().map(|cell| (cell.codes().collect::<Vec<_>>().join(" "), cell.value(), cell.status())).collect()
}

fn read(bytes: &[u8]) -> Dataset {
    parse("f", bytes).expect("a cube of the test")
}

/// The error with all its causes.
fn refusal(bytes: &[u8]) -> String {
    let error: Box<dyn std::error::Error> = match parse("f", bytes) {
        Ok(dataset) => return format!("read as {} cells", dataset.len()),
        Err(error) => error.into(),
    };
    let (mut told, mut cause) = (error.to_string(), error.source());
    while let Some(source) = cause {
        (told, cause) = (format!("{told}: {source}"), source.source());
    }
    told
}

#[test]
fn the_last_dimension_runs_fastest_and_what_is_missing_stays_missing() {
    let expected = [
        ("persons PL524 2021", Some(950.0), None),
        ("persons PL524 2022", Some(945.0), Some("p")),
        ("persons PL524 2023", None, Some(":")),
        ("persons CZ071 2021", Some(630.0), None),
        ("persons CZ071 2022", Some(0.0), None),
        ("persons CZ071 2023", Some(628.0), Some("e")),
        ("density PL524 2021", Some(101.5), None),
        ("density PL524 2022", None, Some("c")),
        ("density PL524 2023", Some(99.25), None),
        ("density CZ071 2021", Some(119.5), None),
        ("density CZ071 2022", Some(-1.5), Some("b")),
        ("density CZ071 2023", None, Some(":z")),
    ]
    .map(|(codes, value, status)| (codes.to_owned(), value, status));

    for (name, file) in [("dense", DENSE), ("sparse", SPARSE)] {
        assert_eq!(cells(&read(file)), expected, "{name}");
    }
}

#[test]
fn both_ways_of_listing_tell_the_same_of_their_dimensions() {
    let (dense, sparse) = (read(DENSE), read(SPARSE));
    let year = dense.dimension("year").expect("a year");

    assert_eq!(dense.dimensions(), sparse.dimensions());
    assert_eq!((&dense.label, &dense.notes, &dense.extension), (&sparse.label, &sparse.notes, &sparse.extension));
    assert_eq!(dense.extension, Some(json!({"survey": "none"})));
    let density = &dense.dimensions()[0].categories[1];
    let unit = density.unit.as_ref().expect("a unit of measure");
    assert_eq!((density.label.as_str(), unit.decimals), ("Density", Some(1)));
    assert_eq!((unit.label.as_deref(), unit.symbol.as_deref()), (Some("persons per km2"), Some("/km2")));
    assert_eq!((dense.dimensions()[year].label.as_str(), dense.dimensions()[year].role), ("year", Some(Role::Time)));
    assert_eq!(dense.one_for(Role::Metric).expect("one"), 0);
    assert_eq!(dense.cell(7).expect("a cell").told(), "indicator=density, geo=PL524, year=2022");
    assert!(dense.cell(12).is_none());
}

#[test]
fn version_1_has_its_shape_among_the_dimensions_and_one_status_for_all() {
    let dataset = read(VERSION_1);

    let expected = [("UNR PL 2003", Some(19.5)), ("UNR PL 2004", Some(19.0)), ("UNR CZ 2003", Some(7.75)), ("UNR CZ 2004", None)];
    assert_eq!(cells(&dataset), expected.map(|(codes, value)| (codes.to_owned(), value, Some("e"))));
    assert_eq!(dataset.one_for(Role::Geo).expect("one"), 1);
}

#[test]
fn pyjstat_finds_the_same_cells() {
    let cases: [(&str, &[u8], &str); 5] = [
        ("dense", DENSE, include_str!("recorded/json_stat/dense.csv")),
        ("sparse", SPARSE, include_str!("recorded/json_stat/sparse.csv")),
        ("version_1", VERSION_1, include_str!("recorded/json_stat/version_1.csv")),
        ("population", include_bytes!("recorded/eurostat/population.json"), include_str!("recorded/eurostat/population.csv")),
        ("data_stat", include_bytes!("recorded/czso/data_stat.json"), include_str!("recorded/czso/data_stat.csv")),
    ];
    for (name, file, table) in cases {
        let dataset = read(file);
        let mut lines = table.lines();
        let header: Vec<&str> = lines.next().expect("a header").split(',').collect();
        let ids: Vec<&str> = dataset.dimensions().iter().map(|dimension| dimension.id.as_str()).chain(["value"]).collect();
        assert_eq!(header, ids, "{name}");
        assert_eq!(lines.clone().count(), dataset.len(), "{name}");
        for (line, cell) in lines.zip(dataset.cells()) {
            let (codes, value) = line.rsplit_once(',').expect("codes and a value");
            assert_eq!(cell.codes().collect::<Vec<_>>().join(","), codes, "{name}");
            assert_eq!(cell.value(), value.parse().ok(), "{name} {codes}");
        }
    }
}

#[test]
fn a_part_of_a_cube_has_one_category_of_each_dimension_that_does_not_stay() {
    let dataset = read(DENSE);
    let positions = |stay: &[usize], chosen: &[(&str, &str)]| {
        let cells = dataset.select(stay, chosen).map_err(|error| error.to_string())?;
        Ok::<_, String>(cells.iter().map(|cell| cell.position()).collect::<Vec<_>>())
    };

    assert_eq!(positions(&[1, 2], &[("indicator", "density")]), Ok(vec![6, 7, 8, 9, 10, 11]));
    assert_eq!(positions(&[0, 2], &[("geo", "CZ071"), ("year", "2022")]), Ok(vec![4, 10]));
    assert_eq!(positions(&[], &[("geo", "CZ071"), ("year", "2022"), ("indicator", "persons")]), Ok(vec![4]));
    let refusals = [
        (vec![], "f, dimension indicator has several categories, choose one of persons, density"),
        (vec![("indicator", "none")], "f, dimension indicator has no category none, it has persons, density"),
        (vec![("sex", "T")], "f has no dimension sex, it has indicator, geo, year"),
    ];
    for (chosen, expected) in refusals {
        assert_eq!(positions(&[1, 2], &chosen), Err(expected.to_owned()));
    }
}

/// A cube of two cells with some members exchanged.
fn with(changes: &[(&str, Value)]) -> Vec<u8> {
    let mut cube = json!({
        "version": "2.0", "class": "dataset", "id": ["geo", "time"], "size": [1, 2],
        "dimension": {"geo": {"category": {"index": ["PL"]}}, "time": {"category": {"index": ["2022", "2023"]}}},
        "value": [1, 2],
    });
    for (pointer, value) in changes {
        match cube.pointer_mut(pointer) {
            Some(place) => *place = value.clone(),
            None => cube[pointer.trim_start_matches('/')] = value.clone(),
        }
    }
    cube.to_string().into_bytes()
}

#[test]
fn each_fault_is_told_with_the_dimension_or_the_cell() {
    let whole: Vec<(Vec<u8>, &str)> = vec![
        (b"".to_vec(), "f cannot be read as JSON-stat: EOF while parsing a value at line 1 column 0"),
        (b"[1]".to_vec(), "f is no JSON-stat dataset: a list"),
        (b"{}".to_vec(), "f is no JSON-stat dataset: it has neither dimensions nor values"),
        (br#"{"class": "collection"}"#.to_vec(), "f is no JSON-stat dataset: its class is collection"),
        ([b"{\"dataset\":".repeat(4000), b"1".to_vec()].concat(), "f cannot be read as JSON-stat: recursion limit exceeded"),
    ];
    let index = "/dimension/time/category/index";
    let changed: Vec<(&str, Value, &str)> = vec![
        ("/size", json!([1]), "f: 2 dimensions and 1 sizes, wanted are as many, 1 to 64"),
        (
            "/size",
            json!([4_000_000_000_u64, 4_000_000_000_u64]),
            "f has the sizes 4000000000 × 4000000000, more than 8388608 cells",
        ),
        ("/size", json!([1, 8_388_609]), "f has the sizes 1 × 8388609, more than 8388608 cells; ask for fewer categories"),
        ("/size", json!([1, 8_388_608]), "f, dimension time: it has 2 categories where its size is 8388608"),
        ("/size", json!([1, -2]), "f cannot be read as JSON-stat: invalid value: integer `-2`"),
        ("/id", json!(["geo", "geo"]), "f: the dimension geo comes twice"),
        ("/id", json!(["geo", "sex"]), "f has no dimension sex, it has geo, time"),
        ("/id", Value::Null, "f: id, the order of the dimensions, is missing"),
        (index, json!(["2022", "2022"]), "f, dimension time: the category 2022 comes twice"),
        (index, json!(["2022", 2023]), "f, dimension time: a code in its index is no text"),
        (index, json!({"a": 0, "b": 0}), "f, dimension time: the category b has the place 0, which is taken or beyond the last"),
        (index, json!({"a": 0, "b": 2}), "f, dimension time: the category b has the place 2, which is taken or beyond the last"),
        (index, json!({"a": 0, "b": 0.5}), "f, dimension time: the category b has the place 0.5"),
        (index, Value::Null, "f, dimension time: it has no index of its categories"),
        ("/dimension/time", json!({}), "f, dimension time: it has no categories"),
        ("/value", json!([1]), "f: value lists 1 cells where the sizes make 2"),
        ("/value", json!({"2": 1}), "f: value has the key 2, the cube has 2 cells, counted from 0"),
        ("/value", json!({"01": 1}), "f: value has the key 01, which is no position of a cell"),
        ("/value", json!({"-1": 1}), "f: value has the key -1, which is no position of a cell"),
        ("/value", json!({"99999999999999999999": 1}), "f: value has the key 99999999999999999999, which is no position"),
        ("/value", json!([1, "many"]), "f, cell geo=PL, time=2023: many is not a number"),
        ("/value", json!({"1": true}), "f, cell geo=PL, time=2023: true is not a number"),
        ("/value", json!([1, [2]]), "f cannot be read as JSON-stat: invalid type: sequence, expected a number or null"),
        ("/value", json!("1"), "f: value is one text, neither a list nor an object"),
        ("/value", Value::Null, "f: value is missing"),
        ("/status", json!(["p", "p", "p"]), "f: status lists 3 cells where the sizes make 2"),
        ("/status", json!({"5": "p"}), "f: status has the key 5, the cube has 2 cells, counted from 0"),
        ("/role", json!({"time": ["year"]}), "f: the role time names \"year\", which is no dimension"),
        ("/role", json!({"time": ["time"], "geo": ["time"]}), "f: the dimension \"time\" has two roles"),
    ];
    let changed = changed.into_iter().map(|(member, value, told)| (with(&[(member, value)]), told));
    for (bytes, expected) in whole.into_iter().chain(changed) {
        let told = refusal(&bytes);
        assert!(told.starts_with(expected), "{told}\ninstead of\n{expected}");
    }
    let twice = br#"{"id": ["a"], "size": [1], "dimension": {"a": {"category": {"index": ["x"]}}}, "value": {"0": 1, "0": 2}}"#;
    assert_eq!(refusal(twice), "f: value has the key 0, twice");
}

#[test]
fn an_answer_of_more_bytes_than_are_read_is_refused_before_it_is_read() {
    let bytes = vec![b' '; (64 << 20) + 1];

    assert_eq!(refusal(&bytes), "f has 67108865 bytes, more than 67108864; ask for fewer categories");
}

#[test]
fn one_status_may_stand_for_all_and_an_empty_cube_has_no_cells() {
    let all = with(&[("/status", json!("p"))]);
    let empty = with(&[("/size", json!([1, 0])), ("/dimension/time/category/index", json!([])), ("/value", json!({}))]);

    assert!(read(&all).cells().all(|cell| cell.status() == Some("p")));
    assert!(read(&empty).is_empty());
    assert_eq!(read(&empty).cells().count(), 0);
}

/// A cube with a value or none in each cell, and its number of cells.
fn cubes() -> impl Strategy<Value = (Vec<usize>, Vec<Option<f64>>, Vec<Option<String>>)> {
    prop::collection::vec(0..4_usize, 1..5).prop_flat_map(|sizes| {
        let cells = sizes.iter().product::<usize>();
        // Quarters survive being written and read.
        let value = prop::option::of((-4000..4000_i32).prop_map(|quarters| f64::from(quarters) / 4.0));
        let status = prop::option::of("[a-z:]{1,2}");
        (Just(sizes), prop::collection::vec(value, cells), prop::collection::vec(status, cells))
    })
}

fn written(sizes: &[usize], value: &Value, status: &Value, is_list: bool) -> Vec<u8> {
    let ids: Vec<String> = (0..sizes.len()).map(|at| format!("d{at}")).collect();
    let index = |size: usize| {
        let codes: Vec<String> = (0..size).rev().map(|code| format!("c{code}")).collect();
        if is_list { json!(codes) } else { Value::Object(codes.into_iter().zip((0..size).map(|at| json!(at))).collect()) }
    };
    let dimensions: serde_json::Map<String, Value> =
        ids.iter().zip(sizes).map(|(id, &size)| (id.clone(), json!({"category": {"index": index(size)}}))).collect();
    json!({"id": ids, "size": sizes, "dimension": dimensions, "value": value, "status": status}).to_string().into_bytes()
}

fn by_position<T: serde::Serialize>(list: &[Option<T>]) -> Value {
    let entries = list.iter().enumerate().filter_map(|(at, entry)| Some((at.to_string(), json!(entry.as_ref()?))));
    Value::Object(entries.collect())
}

proptest! {
    #[test]
    fn lists_and_objects_of_one_cube_give_the_same_cells((sizes, values, statuses) in cubes()) {
        let dense = read(&written(&sizes, &json!(values), &by_position(&statuses), true));
        let sparse = read(&written(&sizes, &by_position(&values), &by_position(&statuses), false));

        prop_assert_eq!(cells(&dense), cells(&sparse));
        prop_assert_eq!(dense.len(), values.len());
        for (cell, (value, status)) in dense.cells().zip(values.iter().zip(&statuses)) {
            prop_assert_eq!((cell.value(), cell.status()), (*value, status.as_deref()));
        }
    }

    #[test]
    fn the_position_of_a_cell_is_the_sum_over_its_dimensions((sizes, values, _) in cubes()) {
        let dataset = read(&written(&sizes, &json!(values), &Value::Null, true));

        for cell in dataset.cells() {
            // The rule of the format: position = (…(i0 × n1 + i1) × n2 + i2)…
            let position = sizes.iter().enumerate().fold(0, |before, (at, size)| before * size + cell.coordinate(at).expect("on it"));
            prop_assert_eq!(position, cell.position());
        }
    }

    #[test]
    fn no_bytes_bring_the_reader_down(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = parse("f", &bytes);
    }

    #[test]
    fn no_damage_to_an_answer_brings_the_reader_down(
        which in 0..3_usize, cuts in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6), end in any::<prop::sample::Index>()
    ) {
        let mut bytes = [DENSE, SPARSE, VERSION_1][which].to_vec();
        for (at, byte) in cuts {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if end.index(3) == 0 {
            bytes.truncate(end.index(bytes.len()));
        }
        if let Ok(dataset) = parse("f", &bytes) {
            prop_assert!(dataset.cells().all(|cell| cell.codes().count() == dataset.dimensions().len()));
        }
    }
}
