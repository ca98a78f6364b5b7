//! The program on real matrices of seven countries, and its files under the eyes of other programs.

use std::path::Path;
use std::process::Command;

use crate::support::{Place, areas, installed, shared_data};

fn text(path: &Path) -> &str {
    path.to_str().expect("the reference data lie under a UTF-8 path")
}

/// Table, further arguments, units and pairs between different or same units as the reference data's README counts them.
const TABLES: [(&str, &[&str], usize); 13] = [
    ("pl-commuting-2016/flows.csv.gz", &[], 2478),
    ("pl-migration-2023/flows.csv.gz", &[], 2477),
    ("pl-migration-powiat-2015/flows.csv.gz", &[], 380),
    ("it-sardinia/flows.csv.gz", &[], 377),
    ("it-sardinia/grid_flows_2011.csv.gz", &[], 3566),
    ("it-brindisi/flows.csv.gz", &[], 20),
    ("gb-commuting-2011/lad_flows.csv.gz", &[], 348),
    ("gb-commuting-2011/msoa_flows.csv.gz", &["--set", "preset=ons_2011"], 7201),
    ("de-kreise-commuting-2019/flows.csv.gz", &[], 401),
    ("fr-herault-2020/flows.csv", &[], 339),
    ("fr-grand-est-2011/flows.csv.gz", &[], 159),
    ("fr-reunion-2010/flows.csv", &[], 24),
    ("us-kansas-2000/flows.csv", &[], 105),
];

#[test]
fn every_matrix_is_read_and_delimited_without_editing_it() {
    let Some(data) = shared_data() else { return };

    for (table, further, units) in TABLES {
        let place = Place::new();
        let file = data.join(table);
        place.run(&[&["delimit", text(&file), "--out", "result", "--quiet"], further].concat()).succeeded();

        let summary = place.summary();
        assert_eq!(summary["counts"]["units"], units, "{table}");
        assert!(summary["counts"]["areas"].as_u64().is_some_and(|areas| areas > 0), "{table}: no area");
        assert_eq!(place.text("result/areas.csv").lines().count(), units + 1, "{table}");
    }
}

#[test]
fn the_reference_answers_are_reproduced_through_the_command_line() {
    let Some(data) = shared_data() else { return };
    let golden = data.join("golden/travel_to_work");
    let cases = [
        ("it-brindisi", "lma_brindisi_1000_0.6667_10000_0.75", ["1000", "0.6667", "10000", "0.75"]),
        ("it-brindisi", "lma_brindisi_500_0.6_5000_0.7", ["500", "0.6", "5000", "0.7"]),
        ("it-sardinia", "lma_sardinia_3500_0.6667_25000_0.75", ["3500", "0.6667", "25000", "0.75"]),
    ];

    for (matrix, case, figures) in cases {
        let place = Place::new();
        let file = data.join(matrix).join("flows.csv.gz");
        let names = ["min_size", "min_self_containment", "target_size", "target_self_containment"];
        let settings: Vec<String> =
            names.iter().zip(figures).flat_map(|(name, value)| ["--set".to_owned(), format!("{name}={value}")]).collect();
        let mut arguments = vec!["delimit", text(&file), "--out", "result"];
        arguments.extend(settings.iter().map(String::as_str));
        place.run(&arguments).succeeded();

        let expected = std::fs::read_to_string(golden.join(format!("{case}_clusters.csv"))).expect("a golden answer");
        assert_eq!(areas(&place.text("result/areas.csv")), areas(&expected), "{case}");
    }
}

#[test]
fn gis_programs_open_the_outputs() {
    let Some(data) = shared_data() else { return };
    if !installed("ogrinfo") {
        return;
    }
    let place = Place::new();
    let (flows, boundaries) = (data.join("it-sardinia/flows.csv.gz"), data.join("it-sardinia/municipalities.geojson.gz"));
    place.run(&["delimit", text(&flows), "--boundaries", text(&boundaries), "--out", "result"]).succeeded();
    let counted = place.summary()["counts"]["areas"].to_string();

    for (file, layer, features) in
        [("areas.gpkg", "areas", counted.as_str()), ("areas.gpkg", "units", "377"), ("units.geojson", "units", "377")]
    {
        let seen = Command::new("ogrinfo")
            .args(["-so", "-ro", text(&place.path("result").join(file)), layer])
            .output()
            .expect("ogrinfo starts");
        let said = String::from_utf8_lossy(&seen.stdout).into_owned() + &String::from_utf8_lossy(&seen.stderr);

        assert!(said.contains(&format!("Feature Count: {features}")), "{file} {layer}:\n{said}");
        assert!(!said.contains("ERROR") && !said.contains("Warning"), "{file} {layer}:\n{said}");
    }
}

#[test]
fn the_text_of_the_report_can_be_taken_out_of_the_pdf() {
    let place = Place::with_two_towns();
    place.delimit(&["--units", "units.csv", "--report", "pdf", "--lang", "pl"]).succeeded();
    let bytes = std::fs::read(place.path("result/report.pdf")).expect("the report");

    assert!(bytes.starts_with(b"%PDF-"));
    if !installed("pdftotext") {
        return;
    }
    let taken = Command::new("pdftotext").args([text(&place.path("result/report.pdf")), "-"]).output().expect("pdftotext starts");
    let said = String::from_utf8_lossy(&taken.stdout);
    for name in ["Sześć", "Pięć", "Cztery"] {
        assert!(said.contains(name), "{name}");
    }
    let info = Command::new("pdfinfo").arg(place.path("result/report.pdf")).output().expect("pdfinfo starts");
    let info = String::from_utf8_lossy(&info.stdout);
    assert!(info.lines().any(|line| line.starts_with("Tagged:") && line.contains("yes")), "{info}");
}
