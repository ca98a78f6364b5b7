//! A variant as a file: table, geodata, drawing, report.

use miedza_reports::figure::{Map, MapArea, MapUnit, Standing};
use miedza_reports::{docx, html, pdf};
use miedza_sources::boundary::write::{self, Cell, Column, ColumnKind, Layer, Row};
use miedza_texts::{Language, Message, key};

use super::desk::Desk;
use super::figures::{Figures, UnitRow};
use super::report::{Cover, report};
use crate::delimitation::Format;
use crate::failure::Failure;
use crate::spreadsheet::guarded;

/// What a variant can be saved as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Export {
    /// A table of its units.
    Csv,
    /// Its units with their shapes.
    Geojson,
    /// Its outline and its units, for QGIS and others.
    Geopackage,
    /// The map.
    Svg,
    /// The report.
    Report(Format),
}

impl Export {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 7] = [
        Self::Csv,
        Self::Geojson,
        Self::Geopackage,
        Self::Svg,
        Self::Report(Format::Pdf),
        Self::Report(Format::Docx),
        Self::Report(Format::Html),
    ];

    /// The ending of its file, and its name in addresses.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Geojson => "geojson",
            Self::Geopackage => "gpkg",
            Self::Svg => "svg",
            Self::Report(Format::Pdf) => "pdf",
            Self::Report(Format::Docx) => "docx",
            Self::Report(Format::Html) => "html",
        }
    }

    /// The export of an ending; `None` for any other.
    pub fn of_ending(ending: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|export| export.ending() == ending)
    }

    /// Whether it is made of shapes of units.
    pub const fn needs_shapes(self) -> bool {
        matches!(self, Self::Geojson | Self::Geopackage | Self::Svg)
    }

    /// The media type of its file.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Geojson => "application/geo+json",
            Self::Geopackage => "application/geopackage+sqlite3",
            Self::Svg => "image/svg+xml",
            Self::Report(Format::Pdf) => "application/pdf",
            Self::Report(Format::Docx) => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Report(Format::Html) => "text/html; charset=utf-8",
        }
    }
}

/// The date inside a GeoPackage: fixed, since the same variant gives the same bytes.
const LAST_CHANGE: &str = "2000-01-01T00:00:00.000Z";

/// The columns of the table, which are also properties of the units in geodata.
const COLUMNS: [(&str, ColumnKind); 13] = [
    ("unit", ColumnKind::Text),
    ("name", ColumnKind::Text),
    ("county", ColumnKind::Text),
    ("how", ColumnKind::Text),
    ("core", ColumnKind::Flag),
    ("member", ColumnKind::Flag),
    ("population", ColumnKind::Real),
    ("area_km2", ColumnKind::Real),
    ("out_commuters", ColumnKind::Real),
    ("share_to_area", ColumnKind::Real),
    ("share_to_core", ColumnKind::Real),
    ("reason", ColumnKind::Text),
    ("modelled", ColumnKind::Flag),
];

/// The variant as a file.
///
/// # Errors
/// [`Failure`] if nothing is in, geodata are asked for and no shape is known, or a report cannot be made.
pub fn export(desk: &Desk, export: Export, cover: &Cover, language: Language) -> Result<Vec<u8>, Failure> {
    if desk.members.is_empty() && desk.strangers.is_empty() {
        return Err(Failure::invalid(key::LAB_FAILURE_EMPTY, key::LAB_HINT_EMPTY));
    }
    if export.needs_shapes() && !desk.ground.land.is_known() {
        return Err(Failure::invalid(key::LAB_FAILURE_NO_SHAPES, key::LAB_HINT_NO_SHAPES));
    }
    let (rows, _) = desk.rows();
    match export {
        Export::Csv => Ok(csv(desk, &rows, language)),
        Export::Geojson => Ok(write::geojson(&unit_layer(desk, &rows, language))),
        Export::Geopackage => {
            let outline = desk.outline();
            let area = area_layer(&desk.figures(), outline.as_ref(), cover);
            write::geopackage(&[area, unit_layer(desk, &rows, language)], LAST_CHANGE).map_err(|error| Failure::report(&error))
        }
        Export::Svg => Ok(drawing(desk, cover, language).into_bytes()),
        Export::Report(format) => {
            let document = report(desk, cover, language);
            match format {
                Format::Html => Ok(html::write(&document).into_bytes()),
                Format::Docx => docx::write(&document).map_err(|error| Failure::report(&error)),
                Format::Pdf => pdf::write(&document).map_err(|error| Failure::report(&error)),
            }
        }
    }
}

fn csv(desk: &Desk, rows: &[UnitRow], language: Language) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let written = "memory takes all";
    writer.write_record(COLUMNS.map(|(name, _)| name)).expect(written);
    for row in rows {
        writer.write_record(cells(desk, row, language).iter().map(plain)).expect(written);
    }
    for code in &desk.strangers {
        let mut record = vec![code.clone()];
        record.resize(COLUMNS.len(), String::new());
        writer.write_record(record).expect(written);
    }
    writer.into_inner().expect(written)
}

fn plain(cell: &Cell) -> String {
    match cell {
        Cell::Missing => String::new(),
        Cell::Text(text) => guarded(text),
        Cell::Whole(number) => number.to_string(),
        Cell::Real(number) => number.to_string(),
        Cell::Flag(flag) => flag.to_string(),
    }
}

fn cells(desk: &Desk, row: &UnitRow, language: Language) -> [Cell; 13] {
    let text = |text: Option<&String>| text.map_or(Cell::Missing, |text| Cell::Text(text.clone()));
    let real = |figure: Option<f64>| figure.map_or(Cell::Missing, Cell::Real);
    [
        Cell::Text(row.code.clone()),
        Cell::Text(row.name.clone()),
        text(row.county.as_ref()),
        Cell::Text(if row.place == miedza_planning::delimitation::Place::Added { "by_hand" } else { "begun" }.to_owned()),
        Cell::Flag(row.is_core),
        Cell::Flag(row.is_member),
        real(row.population),
        real(row.area_km2),
        real(row.out_commuters),
        real(row.share_to_area),
        real(row.share_to_core),
        Cell::Text(desk.why(row.unit, language)),
        Cell::Flag(desk.is_modelled()),
    ]
}

fn unit_layer<'a>(desk: &'a Desk, rows: &[UnitRow], language: Language) -> Layer<'a> {
    let row =
        |row: &UnitRow| Row { geometry: desk.ground.land.unit_shape(row.unit), values: cells(desk, row, language).to_vec() };
    Layer {
        name: "units",
        columns: COLUMNS.iter().map(|(name, kind)| Column::new(name, *kind)).collect(),
        rows: rows.iter().map(row).collect(),
    }
}

fn area_layer<'a>(figures: &Figures, outline: Option<&'a geo_types::MultiPolygon<f64>>, cover: &Cover) -> Layer<'a> {
    let real = |figure: Option<f64>| figure.map_or(Cell::Missing, Cell::Real);
    let columns = [
        ("name", ColumnKind::Text, Cell::Text(cover.title.clone())),
        ("units", ColumnKind::Whole, Cell::Whole(i64::try_from(figures.units).unwrap_or(i64::MAX))),
        ("population", ColumnKind::Real, real(figures.population)),
        ("area_km2", ColumnKind::Real, real(figures.area_km2)),
        ("employed_residents", ColumnKind::Real, real(figures.employed_residents)),
        ("jobs", ColumnKind::Real, real(figures.jobs)),
        ("commuters_inside", ColumnKind::Real, real(figures.commuters_inside)),
        ("leaving", ColumnKind::Real, real(figures.leaving)),
        ("arriving", ColumnKind::Real, real(figures.arriving)),
        ("supply_side_self_containment", ColumnKind::Real, real(figures.supply_side_self_containment)),
        ("demand_side_self_containment", ColumnKind::Real, real(figures.demand_side_self_containment)),
        ("estimated", ColumnKind::Flag, Cell::Flag(figures.is_estimated)),
        ("modelled", ColumnKind::Flag, Cell::Flag(figures.is_modelled)),
        ("schematic", ColumnKind::Flag, Cell::Flag(figures.is_schematic)),
    ];
    Layer {
        name: "area",
        columns: columns.iter().map(|(name, kind, _)| Column::new(name, *kind)).collect(),
        rows: vec![Row { geometry: outline, values: columns.into_iter().map(|(_, _, cell)| cell).collect() }],
    }
}

/// The map as a drawing of its own, with title, legend, scale and source.
pub fn drawing(desk: &Desk, cover: &Cover, language: Language) -> String {
    let Some(outline) = desk.outline() else { return String::new() };
    let names: Vec<String> = desk.members.iter().map(|&unit| desk.ground.names().short(unit)).collect();
    let core = desk.core_set();
    let drawn = |(&unit, name)| {
        let standing = if core[unit] { Standing::Core } else { Standing::Inside };
        Some(MapUnit { code: desk.code(unit), name, shape: desk.ground.land.unit_shape(unit)?, standing })
    };
    let units: Vec<MapUnit> = desk.members.iter().zip(names.iter().map(String::as_str)).filter_map(drawn).collect();
    let seat = desk.core.first().and_then(|&unit| desk.ground.land.seat(unit));
    let label = desk.core.first().map(|&unit| desk.ground.names().short(unit)).unwrap_or_default();
    let map = Map {
        title: &marked(&cover.title, desk, language),
        source: &cover.source_line(language),
        language,
        is_schematic: desk.ground.land.is_schematic(),
        areas: &[MapArea { label: &label, shape: &outline, seat, weight: 1.0 }],
        units: &units,
        neighbours: None,
    };
    map.svg()
}

/// A title that says where its flows were never counted.
fn marked(title: &str, desk: &Desk, language: Language) -> String {
    if desk.is_modelled() { format!("{title} ({})", language.say(&key::MARK_MODELLED.into())) } else { title.to_owned() }
}

/// The name that a file of a variant gets.
pub fn file_name(title: &str, export: Export) -> String {
    let folded = miedza_sources::table::fold(title).replace(' ', "-");
    let name = if folded.is_empty() { "variant".to_owned() } else { folded };
    format!("{name}.{}", export.ending())
}

impl Cover {
    /// The line that names where figures and shapes come from.
    pub fn source_line(&self, language: Language) -> String {
        if self.sources.is_empty() {
            return language.say(&Message::new(key::LAB_NO_SOURCE));
        }
        self.sources.join("; ")
    }
}
