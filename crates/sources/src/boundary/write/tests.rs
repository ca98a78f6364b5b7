//! What is written can be read again, and is the same each time.

use geo_types::{Coord, LineString, MultiPolygon, Polygon};

use super::*;
use crate::boundary::{Options, parse};

fn square(x: f64, y: f64) -> MultiPolygon<f64> {
    let ring = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (0.0, 0.0)].map(|(dx, dy)| Coord { x: x + dx, y: y + dy });
    MultiPolygon(vec![Polygon::new(LineString(ring.to_vec()), Vec::new())])
}

fn layer(shapes: &[MultiPolygon<f64>]) -> Layer<'_> {
    let columns = vec![
        Column::new("code", ColumnKind::Text),
        Column::new("name", ColumnKind::Text),
        Column::new("persons", ColumnKind::Real),
        Column::new("core", ColumnKind::Flag),
    ];
    let row = |(number, shape)| Row {
        geometry: Some(shape),
        values: vec![
            Cell::Text(format!("02010{number}")),
            Cell::Text(format!("Łódź \"{number}\"\n")),
            Cell::Real(if number == 0 { f64::NAN } else { 1.5 }),
            Cell::Flag(number == 0),
        ],
    };
    let mut rows: Vec<_> = shapes.iter().enumerate().map(row).collect();
    rows.push(Row { geometry: None, values: vec![Cell::Text("020199".to_owned()), Cell::Missing] });
    Layer { name: "units", columns, rows }
}

#[test]
fn what_is_written_reads_back_the_same() {
    let shapes = [square(20.0, 50.0), square(21.0, 50.0)];
    let layer = layer(&shapes);
    let files = [
        ("units.geojson", geojson(&layer)),
        ("units.gpkg", geopackage(std::slice::from_ref(&layer), "2026-01-31T00:00:00.000Z").expect("a GeoPackage")),
    ];
    for (name, bytes) in files {
        let found = parse(name, bytes, &Options::default()).expect("boundaries");

        assert_eq!(found.boundaries.shapes.as_slice(), shapes, "{name}");
        assert_eq!(found.boundaries.names.as_slice()[0].as_deref(), Some("Łódź \"0\""), "{name}");
        assert_eq!((found.report.matched, found.report.without_land), (2, 1), "{name}");
    }
}

#[test]
fn the_same_layers_give_the_same_bytes() {
    let shapes = [square(20.0, 50.0), square(21.0, 50.0)];
    let layers = [layer(&shapes)];

    let once = geopackage(&layers, "2026-01-31T00:00:00.000Z").expect("a GeoPackage");
    let again = geopackage(&layers, "2026-01-31T00:00:00.000Z").expect("a GeoPackage");

    assert!(once == again);
    assert_eq!(&once[68..72], b"GPKG");
    assert_eq!(geojson(&layers[0]), geojson(&layers[0]));
}

#[test]
fn coordinates_have_seven_decimals_and_no_zeros_behind() {
    let mut shape = square(-0.000_000_04, 50.0);
    shape.0[0].exterior_mut(|ring| ring.0[1].x = 1.234_567_891);

    let text = super::geojson::shape_text(&shape);

    assert!(text.contains("[[[0,50],[1.2345679,50],[1,51]"), "{text}");
}
