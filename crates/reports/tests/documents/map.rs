//! The map as a drawing: well formed, inside its frame, the same twice, quick and small for a whole country.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use geo_types::{Coord, LineString, MultiPolygon, Polygon};
use miedza_reports::figure::{Map, MapArea, MapUnit, Standing};
use miedza_texts::Language;
use serde_json::Value;

use crate::sample;

/// The folder of shared data beside the repository, where there is one.
fn shared_data() -> Option<PathBuf> {
    if let Some(folder) = std::env::var_os("MIEDZA_SHARED_DATA") {
        return Some(PathBuf::from(folder));
    }
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().map(|folder| folder.join("shared/data")).find(|folder| folder.is_dir())
}

fn ring(value: &Value) -> LineString<f64> {
    let number = |value: &Value| value.as_f64().expect("a coordinate is a number");
    let places = value.as_array().expect("a ring is a list");
    LineString(places.iter().map(|place| Coord { x: number(&place[0]), y: number(&place[1]) }).collect())
}

fn polygon(value: &Value) -> Polygon<f64> {
    let rings: Vec<_> = value.as_array().expect("a polygon is a list").iter().map(ring).collect();
    Polygon::new(rings[0].clone(), rings[1..].to_vec())
}

fn shape(geometry: &Value) -> MultiPolygon<f64> {
    let coordinates = &geometry["coordinates"];
    if geometry["type"] == "Polygon" {
        return MultiPolygon(vec![polygon(coordinates)]);
    }
    MultiPolygon(coordinates.as_array().expect("a multipolygon is a list").iter().map(polygon).collect())
}

/// Code, name and outline of each feature of a packed file.
fn features(file: &Path) -> Vec<(String, String, MultiPolygon<f64>)> {
    let mut text = String::new();
    let packed = std::fs::File::open(file).expect("the file is there");
    flate2::read::GzDecoder::new(packed).read_to_string(&mut text).expect("packed text");
    let value: Value = serde_json::from_str(&text).expect("GeoJSON");
    let word = |feature: &Value, name: &str| feature["properties"][name].as_str().unwrap_or_default().to_owned();
    let features = value["features"].as_array().expect("features");
    features.iter().map(|feature| (word(feature, "terc"), word(feature, "name"), shape(&feature["geometry"]))).collect()
}

#[test]
fn the_drawing_is_well_formed_and_described() {
    for language in Language::ALL {
        let (svg, description) = sample::map_svg(language);

        let drawing = roxmltree::Document::parse(&svg).expect("well-formed XML");

        let of = |name: &str| drawing.root_element().children().find(|node| node.has_tag_name(name)).and_then(|node| node.text());
        assert_eq!(of("desc"), Some(description.as_str()));
        assert!(of("title").is_some_and(|title| !title.is_empty()));
    }
}

#[test]
fn the_drawing_is_the_same_twice() {
    assert_eq!(sample::map_svg(Language::Pl), sample::map_svg(Language::Pl));
}

#[test]
fn hostile_names_are_only_text_in_a_drawing() {
    let (svg, _) = sample::map_svg(Language::En);

    assert!(svg.contains("Przygodzice &lt;#$*@&gt;"));
}

#[test]
fn names_stand_inside_the_frame() {
    let (svg, _) = sample::map_svg(Language::En);
    let drawing = roxmltree::Document::parse(&svg).expect("well-formed XML");

    let labels: Vec<_> = drawing
        .descendants()
        .filter(|node| node.has_tag_name("text") && node.attribute("text-anchor") == Some("middle"))
        .collect();

    assert!(labels.len() >= 2);
    for label in labels {
        let x: f64 = label.attribute("x").and_then(|x| x.parse().ok()).expect("a place");
        assert!((0.0..=640.0).contains(&x), "{:?}", label.text());
    }
}

#[test]
fn a_map_of_nothing_is_still_a_drawing() {
    let map =
        Map { title: "x", source: "", language: Language::En, is_schematic: false, areas: &[], units: &[], neighbours: None };

    assert!(roxmltree::Document::parse(&map.svg()).is_ok());
}

#[test]
fn a_country_of_2477_units_makes_a_small_drawing() {
    let Some(folder) = shared_data().map(|folder| folder.join("pl-boundaries")) else {
        eprintln!("skipped: no shared data");
        return;
    };
    let units = features(&folder.join("gminas.geojson.gz"));
    let areas = features(&folder.join("powiats.geojson.gz"));
    let units: Vec<MapUnit<'_>> = units
        .iter()
        .enumerate()
        .map(|(number, (code, name, shape))| {
            let standing = if number % 97 == 0 { Standing::Edge } else { Standing::Inside };
            MapUnit { code, name, shape, standing }
        })
        .collect();
    let areas: Vec<MapArea<'_>> =
        areas.iter().skip(3).map(|(_, name, shape)| MapArea { label: name, shape, seat: None, weight: 0.0 }).collect();
    let map = Map {
        title: "Powiaty",
        source: "GUGiK, Państwowy Rejestr Granic 2019",
        language: Language::Pl,
        is_schematic: false,
        areas: &areas,
        units: &units,
        neighbours: None,
    };

    let begin = std::time::Instant::now();
    let svg = map.svg();
    eprintln!("{} bytes in {:?}", svg.len(), begin.elapsed());

    assert!(svg.len() < 1_500_000, "{} bytes", svg.len());
    assert!(roxmltree::Document::parse(&svg).is_ok());
}
