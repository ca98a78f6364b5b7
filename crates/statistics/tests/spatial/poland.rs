//! Population density of the municipalities of Poland against esda, where the shared data is there.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::path::{Path, PathBuf};

use miedza_statistics::spatial::{Standardisation, Weights, moran};
use miedza_territory::{Neighbours, UnitIx, UnitVec};

use crate::golden::{assert_global, assert_local, associate, golden, rows};

/// The folder of public figures, if it is there.
fn folder() -> Option<PathBuf> {
    let given = std::env::var_os("MIEDZA_SHARED_DATA").map(PathBuf::from);
    let above = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().skip(1);
    let found = given.or_else(|| above.map(|folder| folder.join("shared/data")).find(|folder| folder.is_dir()));
    if found.is_none() {
        eprintln!("skipped: no shared data");
    }
    found
}

#[expect(clippy::disallowed_methods, reason = "the room is pure, its tests read the figures of others from files")]
fn text(path: &Path) -> String {
    let (bytes, mut text) = (std::fs::read(path).expect("a file"), String::new());
    flate2::read::GzDecoder::new(bytes.as_slice()).read_to_string(&mut text).expect("gzip");
    text
}

/// Codes in order, and units that have a corner of their polygons in common.
fn land(path: &Path) -> (Vec<String>, Neighbours) {
    let file: serde_json::Value = serde_json::from_str(&text(path)).expect("JSON");
    let features = file["features"].as_array().expect("features");
    let code = |feature: &serde_json::Value| feature["properties"]["terc"].as_str().expect("a code").to_owned();
    let mut shapes: Vec<_> = features.iter().map(|feature| (code(feature), &feature["geometry"]["coordinates"])).collect();
    shapes.sort_by(|a, b| a.0.cmp(&b.0));
    let mut corners: BTreeMap<[u64; 2], BTreeSet<UnitIx>> = BTreeMap::new();
    for (unit, (_, shape)) in shapes.iter().enumerate() {
        let mut left = vec![*shape];
        while let Some(list) = left.pop() {
            match list.as_array().expect("a list").as_slice() {
                [x, y] if x.is_number() => {
                    let bits = |part: &serde_json::Value| part.as_f64().expect("a number").to_bits();
                    corners.entry([bits(x), bits(y)]).or_default().insert(UnitIx::new(unit));
                }
                lists => left.extend(lists),
            }
        }
    }
    let pairs = corners
        .values()
        .filter(|units| units.len() > 1)
        .flat_map(|units| units.iter().flat_map(move |one| units.range(..*one).map(move |other| (*one, *other, None))));
    let neighbours = Neighbours::from_pairs(shapes.len(), pairs);
    (shapes.into_iter().map(|(code, _)| code).collect(), neighbours)
}

/// Persons per square kilometre by code of municipality.
fn density(path: &Path) -> BTreeMap<String, f64> {
    let text = text(path);
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let rows = reader.records().map(|row| row.expect("a row"));
    let municipalities = rows.filter(|row| row[0].len() == 7 && row[0].ends_with(['1', '2', '3']));
    municipalities.filter_map(|row| Some((row[0].to_owned(), row[2].parse().ok()?))).collect()
}

#[test]
fn density_of_polish_municipalities_has_the_figures_of_esda() {
    let Some(data) = folder() else { return };
    let (codes, neighbours) = land(&data.join("pl-boundaries/gminas.geojson.gz"));
    let density = density(&data.join("pl-statistics/bdl_P2425_density_population_2024.csv.gz"));
    let by_place: BTreeMap<&str, f64> = density.iter().map(|(code, persons)| (&code[..6], *persons)).collect();
    let weights = Weights::contiguity(&neighbours, Standardisation::Row);
    let all: UnitVec<_> = codes.iter().map(|code| by_place.get(&code[..6]).copied()).collect();
    let by_whole_code: UnitVec<_> = codes.iter().map(|code| density.get(code).copied()).collect();
    assert_eq!(neighbours.pair_count(), 7_065);

    for ((values, missing), row) in [(all, 0), (by_whole_code, 73)].into_iter().zip(rows(&golden("pl_gminas_2024/global.csv"))) {
        let found = moran::global(&values, &weights, None).expect("figures");
        assert_global(&found, &row);
        assert_eq!(found.missing, missing);

        let found = associate(&values, &weights);
        let expected = rows(&golden("pl_gminas_2024/local.csv"));
        for row in expected.iter().filter(|expected| expected[0] == row[0]) {
            let unit = codes.binary_search(&row[1]).expect("a code");
            assert_local(&found.figures[UnitIx::new(unit)].expect("neighbours"), row, (9_999.0, 9_999.0));
        }
    }
}
