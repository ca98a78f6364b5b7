//! An example study of six municipalities: the figures look real and are invented.

use geo_types::{Coord, LineString, MultiPolygon, Polygon};
use miedza_reports::delimitation::{
    AreaRow, CutDiagonal, Data, DiagonalOrigin, Doubts, EdgeUnit, FileUsed, MapPicture, MethodUsed, ParameterUsed, Sources,
    Study, Treatment, UnassignedUnit, UnitRow,
};
use miedza_reports::document::Day;
use miedza_reports::figure::{Map, MapArea, MapUnit, Standing};
use miedza_texts::{Language, Message, key};

type Corners = &'static [(f64, f64)];

/// Code, name, area, employed residents, jobs, share inside, strongest destination, standing, corners.
type Row = (&'static str, &'static str, Option<usize>, f64, f64, f64, &'static str, f64, Standing, Corners);

const ROWS: [Row; 6] = [
    ("3061011", "Kalisz", Some(0), 41_250.0, 52_480.0, 0.887, "Nowe Skalmierzyce", 1_204.0, Standing::Inside, &KALISZ),
    ("3007062", "Opatówek", Some(0), 4_310.0, 3_120.0, 0.842, "Kalisz", 1_518.0, Standing::Inside, &OPATOWEK),
    ("3007012", "Blizanów", Some(0), 3_905.0, 1_870.0, 0.791, "Kalisz", 1_333.0, Standing::Inside, &BLIZANOW),
    ("3017011", "Ostrów Wielkopolski", Some(1), 28_940.0, 31_760.0, 0.861, "Kalisz", 1_611.0, Standing::Inside, &OSTROW),
    ("3017042", "Nowe Skalmierzyce", Some(1), 6_420.0, 5_015.0, 0.498, "Kalisz", 1_702.0, Standing::Edge, &SKALMIERZYCE),
    (
        "3017052",
        "Przygodzice <#$*@>",
        None,
        4_880.0,
        2_290.0,
        0.0,
        "Ostrów Wielkopolski",
        1_790.0,
        Standing::Unassigned,
        &PRZYGODZICE,
    ),
];

const KALISZ: [(f64, f64); 5] = [(18.02, 51.72), (18.14, 51.72), (18.15, 51.81), (18.06, 51.83), (18.0, 51.78)];
const OPATOWEK: [(f64, f64); 5] = [(18.14, 51.72), (18.33, 51.7), (18.34, 51.82), (18.15, 51.81), (18.14, 51.72)];
const BLIZANOW: [(f64, f64); 6] = [(18.0, 51.78), (18.06, 51.83), (18.15, 51.81), (18.2, 51.93), (17.98, 51.95), (17.93, 51.85)];
const OSTROW: [(f64, f64); 5] = [(17.7, 51.6), (17.88, 51.58), (17.9, 51.7), (17.8, 51.74), (17.68, 51.69)];
const SKALMIERZYCE: [(f64, f64); 6] =
    [(17.9, 51.7), (18.02, 51.64), (18.14, 51.72), (18.02, 51.72), (18.0, 51.78), (17.8, 51.74)];
const PRZYGODZICE: [(f64, f64); 5] = [(17.88, 51.58), (17.84, 51.48), (18.04, 51.5), (18.02, 51.64), (17.9, 51.7)];

fn shape(rings: &[Corners]) -> MultiPolygon<f64> {
    MultiPolygon(
        rings
            .iter()
            .map(|ring| {
                let mut corners: Vec<Coord<f64>> = ring.iter().map(|&(x, y)| Coord { x, y }).collect();
                corners.extend(corners.first().copied());
                Polygon::new(LineString(corners), Vec::new())
            })
            .collect(),
    )
}

/// The map of the example.
pub fn map_svg(language: Language) -> (String, String) {
    let shapes: Vec<MultiPolygon<f64>> = ROWS.iter().map(|row| shape(&[row.9])).collect();
    let kalisz = shape(&[&[
        (17.93, 51.85),
        (18.0, 51.78),
        (18.02, 51.72),
        (18.14, 51.72),
        (18.33, 51.7),
        (18.34, 51.82),
        (18.15, 51.81),
        (18.2, 51.93),
        (17.98, 51.95),
    ]]);
    let ostrow = shape(&[&[
        (17.7, 51.6),
        (17.88, 51.58),
        (17.9, 51.7),
        (18.02, 51.64),
        (18.14, 51.72),
        (18.02, 51.72),
        (18.0, 51.78),
        (17.8, 51.74),
        (17.68, 51.69),
    ]]);
    let units: Vec<MapUnit<'_>> =
        ROWS.iter().zip(&shapes).map(|(row, shape)| MapUnit { code: row.0, name: row.1, shape, standing: row.8 }).collect();
    let areas = [
        MapArea { label: "Kalisz", shape: &kalisz, seat: Some(Coord { x: 18.08, y: 51.76 }), weight: 0.0 },
        MapArea { label: "Ostrów Wielkopolski", shape: &ostrow, seat: Some(Coord { x: 17.81, y: 51.65 }), weight: 0.0 },
    ];
    let map = Map {
        title: "Kalisz i Ostrów (przykład)",
        source: "dane zmyślone, przykład",
        language,
        is_schematic: true,
        areas: &areas,
        units: &units,
        neighbours: None,
    };
    (map.svg(), map.description())
}

/// The whole example.
pub fn study(language: Language) -> Study {
    let (svg, description) = map_svg(language);
    Study {
        title: "Obszary funkcjonalne wokół Kalisza i Ostrowa".to_owned(),
        subtitle: Some("Dojazdy do pracy między sześcioma gminami".to_owned()),
        author: Some("Biuro Aglomeracji Kalisko-Ostrowskiej".to_owned()),
        day: Some(Day { year: 2026, month: 11, day: 22 }),
        remark: Some("Przykład: liczby są zmyślone i służą tylko sprawdzeniu wyglądu raportu.".to_owned()),
        data: Data {
            name: "Przepływy ludności związane z zatrudnieniem".to_owned(),
            period: Some("2016".to_owned()),
            publisher: Some("Główny Urząd Statystyczny".to_owned()),
            flows: 27,
            persons: 13_482.0,
        },
        treatment: Treatment {
            diagonal: DiagonalOrigin::WorkedOut,
            between_parts: Some((1, 412.0)),
            no_places: Some((vec!["OD0000001".to_owned()], 231.0)),
            ..Treatment::default()
        },
        method: method(),
        map: Some(MapPicture { svg, description, is_schematic: true }),
        areas: areas(),
        units: units(),
        doubts: doubts(),
        provenance: provenance(),
        ..Study::default()
    }
}

fn method() -> MethodUsed {
    let parameters = [
        ("min_size", "1000"),
        ("min_self_containment", "0.6667"),
        ("target_size", "10000"),
        ("target_self_containment", "0.75"),
        ("rule", "istat_compatible"),
    ];
    MethodUsed {
        name: "travel_to_work".to_owned(),
        parameters: parameters
            .map(|(name, value)| ParameterUsed { name: name.to_owned(), value: value.to_owned(), explanation: None })
            .into(),
    }
}

fn areas() -> Vec<AreaRow> {
    vec![
        AreaRow {
            label: "Kalisz".to_owned(),
            units: 3,
            population: Some(118_204.0),
            employed: Some(49_465.0),
            jobs: Some(57_470.0),
            internal: Some(42_900.0),
            supply_side: Some(0.8673),
            demand_side: Some(0.7465),
            job_ratio: Some(1.1618),
            validity: Some(1.1197),
            pieces: Some(1),
            meets_target: Some(true),
        },
        AreaRow {
            label: "Ostrów Wielkopolski".to_owned(),
            units: 2,
            population: None,
            employed: Some(35_360.0),
            jobs: Some(36_775.0),
            internal: Some(23_120.0),
            supply_side: Some(0.6538),
            demand_side: Some(0.6287),
            job_ratio: Some(1.04),
            validity: Some(0.943),
            pieces: Some(2),
            meets_target: Some(false),
        },
    ]
}

fn units() -> Vec<UnitRow> {
    ROWS.iter()
        .map(|row| UnitRow {
            code: row.0.to_owned(),
            name: row.1.to_owned(),
            area: row.2,
            employed: Some(row.3),
            jobs: (row.0 != "3007012").then_some(row.4),
            own_share: row.2.map(|_| row.5),
            strongest: Some((row.6.to_owned(), row.7)),
            reason: row.2.map(|_| Message::new(key::REPORT_SUMMARY_INSIDE).with("share", Language::Pl.share(row.5, 1))),
        })
        .collect()
}

fn doubts() -> Doubts {
    Doubts {
        suppressed_flows: 3,
        suppressed_persons_at_most: Some(27.0),
        threshold: Some(10.0),
        missing_units: vec![("3203042".to_owned(), "Ostrowice".to_owned())],
        cut_diagonals: vec![CutDiagonal {
            code: "3007012".to_owned(),
            name: "Blizanów".to_owned(),
            given: 3_905.0,
            moving: 4_012.0,
        }],
        edge_units: vec![EdgeUnit {
            code: "3017042".to_owned(),
            name: "Nowe Skalmierzyce".to_owned(),
            area: 1,
            other: 0,
            own_share: Some(0.302),
            other_share: Some(0.265),
        }],
        unassigned: vec![UnassignedUnit { code: "3017052".to_owned(), name: "Przygodzice <#$*@>".to_owned(), reason: None }],
        others: Vec::new(),
    }
}

fn provenance() -> Sources {
    let file = |role: &str, file: &str, bytes| FileUsed {
        role: role.to_owned(),
        file: file.to_owned(),
        sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".to_owned(),
        bytes,
    };
    Sources {
        files: vec![file("flows", "flows.csv.gz", 104_882), file("employed", "pracujacy_2016.csv", 48_120)],
        program: "Miedza 0.1.0".to_owned(),
        command: Some("miedza delimit flows.csv.gz --employed pracujacy_2016.csv --report pdf --out wynik/".to_owned()),
        licences: vec![
            "Główny Urząd Statystyczny, Przepływy ludności związane z zatrudnieniem w 2016 r.; informacja publiczna.".to_owned(),
        ],
    }
}
