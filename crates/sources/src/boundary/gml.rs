//! GML 3.2, as services of features (WFS) answer, for instance that of the Polish register of borders (PRG).
//!
//! A member holds one feature, a feature attributes and polygons, whatever the elements around the rings are called. The
//! system of coordinates is declared at the geometry. Names of systems in the long form (`urn:ogc:def:crs:…`) put
//! northing before easting for Polish grids, and such coordinates are turned round here; latitude before longitude is
//! recognised where all systems are, by the numbers. Arcs of curves are taken as straight lines between their points.

use geo_types::{Coord, LineString};
use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::error::Error;
use super::feature::{Cell, Feature, Features, Rings};

/// Elements that hold features, without their prefix.
const MEMBERS: [&str; 3] = ["member", "featureMember", "featureMembers"];

/// Systems whose definition names northing first.
const NORTHING_FIRST: [&str; 6] = ["2180", "2176", "2177", "2178", "2179", "3035"];

/// Reads the features of a document.
pub(super) fn read(file: &str, bytes: &[u8]) -> Result<Features, Error> {
    let mut reading = Reading::default();
    reading.read(bytes).map_err(|fault| reading.told(file, fault))?;
    if reading.features.count == 0 {
        let found = if reading.is_report { "the refusal of a map service" } else { "XML without features" };
        return Err(Error::UnknownKind { file: file.to_owned(), found: found.to_owned() });
    }
    Ok(reading.features)
}

enum Fault {
    /// The document is no XML or is cut off.
    Xml(String),
    /// A ring of the current feature.
    Ring(&'static str),
}

impl From<quick_xml::Error> for Fault {
    fn from(error: quick_xml::Error) -> Self {
        Self::Xml(error.to_string())
    }
}

#[derive(Default)]
struct Reading {
    features: Features,
    /// Whether the document reports an error instead of features.
    is_report: bool,
    /// Names of the elements that are open, without prefixes.
    open: Vec<String>,
    /// How many elements were open when the current feature began; `None` between features.
    feature: Option<usize>,
    cells: Vec<Option<Cell>>,
    land: Rings,
    polygon: Vec<LineString<f64>>,
    ring: Vec<Coord<f64>>,
    /// How many numbers make a position.
    dimension: usize,
    northing_first: bool,
    text: String,
}

impl Reading {
    fn read(&mut self, bytes: &[u8]) -> Result<(), Fault> {
        let mut xml = Reader::from_reader(bytes);
        xml.config_mut().expand_empty_elements = true;
        let mut buffer = Vec::new();
        loop {
            match xml.read_event_into(&mut buffer)? {
                Event::Start(element) => self.start(&element),
                Event::End(_) => self.end()?,
                Event::Text(text) if self.feature.is_some() => self.text.push_str(&text.xml10_content()),
                Event::CData(text) if self.feature.is_some() => self.text.push_str(&text.xml10_content()),
                Event::GeneralRef(reference) if self.feature.is_some() => self.text.push_str(&character(&reference)),
                Event::Eof if self.open.is_empty() => return Ok(()),
                Event::Eof => return Err(Fault::Xml("the document is cut off".to_owned())),
                _ => {}
            }
            buffer.clear();
        }
    }

    fn start(&mut self, element: &BytesStart<'_>) {
        let name = local(element.name().0).to_owned();
        let is_member = self.open.last().is_some_and(|above| MEMBERS.contains(&above.as_str()));
        if self.feature.is_none() && is_member {
            self.feature = Some(self.open.len());
            self.features.count += 1;
        }
        self.is_report |= self.open.is_empty() && name == "ExceptionReport";
        if let Some(system) = attribute(element, "srsName") {
            self.northing_first = is_northing_first(&system);
            self.features.declared.get_or_insert(system);
        }
        if name == "posList" || name == "pos" {
            self.dimension = if attribute(element, "srsDimension").as_deref() == Some("3") { 3 } else { 2 };
        }
        self.text.clear();
        self.open.push(name);
    }

    fn end(&mut self) -> Result<(), Fault> {
        let Some(name) = self.open.pop() else { return Ok(()) };
        let Some(feature) = self.feature else { return Ok(()) };
        match name.as_str() {
            "posList" | "pos" => self.end_positions()?,
            "exterior" | "interior" => self.end_ring(&name)?,
            "Polygon" | "PolygonPatch" => self.end_polygon(),
            _ if self.open.len() == feature => self.end_feature(),
            _ if self.open.len() == feature + 1 => self.end_attribute(&name),
            _ => {}
        }
        self.text.clear();
        Ok(())
    }

    fn end_positions(&mut self) -> Result<(), Fault> {
        let numbers: Result<Vec<f64>, _> = self.text.split_ascii_whitespace().map(str::parse::<f64>).collect();
        let numbers = numbers.map_err(|_| Fault::Ring("a position is no number"))?;
        if !numbers.len().is_multiple_of(self.dimension) {
            return Err(Fault::Ring("a position lacks a number"));
        }
        for at in numbers.chunks_exact(self.dimension) {
            let at = if self.northing_first { Coord { x: at[1], y: at[0] } } else { Coord { x: at[0], y: at[1] } };
            if self.ring.last() != Some(&at) {
                self.ring.push(at);
            }
        }
        Ok(())
    }

    fn end_ring(&mut self, name: &str) -> Result<(), Fault> {
        let ring = LineString::new(std::mem::take(&mut self.ring));
        match (name, self.polygon.is_empty()) {
            ("exterior", false) => Err(Fault::Ring("a polygon has two outer rings")),
            ("interior", true) => Err(Fault::Ring("a polygon has a hole before its outer ring")),
            _ => {
                self.polygon.push(ring);
                Ok(())
            }
        }
    }

    fn end_polygon(&mut self) {
        let polygon = std::mem::take(&mut self.polygon);
        if !polygon.is_empty() {
            self.land.push(polygon);
        }
    }

    /// An element of the feature itself, unless it holds others: the geometry, for instance, has no text of its own.
    fn end_attribute(&mut self, name: &str) {
        let text = self.text.trim();
        if text.is_empty() {
            return;
        }
        let column = self.features.column(name);
        if self.cells.len() <= column {
            self.cells.resize(column + 1, None);
        }
        self.cells[column] = Some(Cell::Text(text.to_owned()));
    }

    fn end_feature(&mut self) {
        let (cells, land) = (std::mem::take(&mut self.cells), std::mem::take(&mut self.land));
        self.feature = None;
        if land.is_empty() {
            self.features.note_other("no polygon");
        } else {
            self.features.rows.push(Feature { number: self.features.count, cells, land });
        }
    }

    fn told(&self, file: &str, fault: Fault) -> Error {
        let (file, feature) = (file.to_owned(), self.features.count);
        match fault {
            Fault::Xml(detail) => Error::Damaged { file, detail: format!("{detail} (after {feature} features)") },
            Fault::Ring(detail) => Error::Feature { file, feature, detail: detail.to_owned() },
        }
    }
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

fn is_northing_first(system: &str) -> bool {
    let is_long = system.starts_with("urn:") || system.contains("/def/crs/");
    is_long && NORTHING_FIRST.iter().any(|code| system.ends_with(&format!(":{code}")) || system.ends_with(&format!("/{code}")))
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = element.try_get_attribute(name).ok().flatten()?;
    attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

fn character(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return character.into();
    }
    quick_xml::escape::resolve_xml_entity(&reference.xml10_content()).unwrap_or_default().into()
}

#[cfg(test)]
mod tests {
    use super::super::{Error, Found, Options, parse};

    fn answer(geometry: &str) -> String {
        format!(
            r#"<?xml version="1.0" encoding="UTF-8"?>
            <wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:ms="http://example.org/ms">
            <wfs:member><ms:A03_Granice_gmin gml:id="g.1">
              <gml:boundedBy><gml:Envelope><gml:lowerCorner>1 1</gml:lowerCorner></gml:Envelope></gml:boundedBy>
              <ms:msGeometry>{geometry}</ms:msGeometry>
              <ms:JPT_KOD_JE>3217011</ms:JPT_KOD_JE><ms:JPT_NAZWA_>Wa&#322;cz &amp; okolice</ms:JPT_NAZWA_><ms:REGON/>
            </ms:A03_Granice_gmin></wfs:member></wfs:FeatureCollection>"#
        )
    }

    fn polygon(system: &str, rings: &[&str]) -> String {
        let ring = |(at, positions): (usize, &&str)| {
            let role = if at == 0 { "exterior" } else { "interior" };
            format!("<gml:{role}><gml:LinearRing><gml:posList>{positions}</gml:posList></gml:LinearRing></gml:{role}>")
        };
        let rings: String = rings.iter().enumerate().map(ring).collect();
        format!(r#"<gml:Polygon srsName="{system}" gml:id="p.1">{rings}</gml:Polygon>"#)
    }

    fn read(geometry: &str) -> Result<Found, Error> {
        parse("gminy.gml", answer(geometry).into_bytes(), &Options::default())
    }

    fn corner(found: &Found) -> (f64, f64) {
        let shape = found.boundaries.shapes.iter().next().expect("one unit");
        let points = shape.0[0].exterior().0.iter();
        points.fold((f64::MAX, f64::MAX), |least, at| (least.0.min(at.x), least.1.min(at.y)))
    }

    #[test]
    fn attributes_and_polygons_of_a_service_become_a_boundary() {
        let land = "16.44 53.26 16.50 53.26 16.50 53.30 16.44 53.30 16.44 53.26";
        let hole = "16.46 53.27 16.46 53.28 16.47 53.28 16.47 53.27 16.46 53.27";

        let found = read(&polygon("EPSG:4326", &[land, hole])).expect("a boundary");

        assert_eq!(found.boundaries.units.codes()[0].as_str(), "3217011");
        assert_eq!(found.boundaries.names.iter().next().cloned().flatten().as_deref(), Some("Wałcz & okolice"));
        assert_eq!(found.boundaries.shapes.iter().next().map(|shape| shape.0[0].interiors().len()), Some(1));
        assert_eq!((found.report.code_column.as_str(), found.report.crs.as_str()), ("JPT_KOD_JE", "EPSG:4326"));
    }

    #[test]
    fn the_order_of_coordinates_is_recognised() {
        let degrees = "16.44 53.26 16.50 53.26 16.50 53.30 16.44 53.26";
        let turned = "53.26 16.44 53.26 16.50 53.30 16.50 53.26 16.44";
        // A point that PROJ 9 puts at 21.0063 E, 52.2230 N, and a square beside it.
        let metres = "637000 486000 638000 486000 638000 487000 637000 486000";
        let northing = "486000 637000 486000 638000 487000 638000 486000 637000";
        let cases = [
            ("urn:ogc:def:crs:EPSG::4326", turned, (16.44, 53.26)),
            ("EPSG:4326", turned, (16.44, 53.26)),
            ("urn:ogc:def:crs:EPSG::4326", degrees, (16.44, 53.26)),
            ("urn:ogc:def:crs:EPSG::2180", northing, (21.0063, 52.2230)),
            ("http://www.opengis.net/def/crs/EPSG/0/2180", northing, (21.0063, 52.2230)),
            ("EPSG:2180", metres, (21.0063, 52.2230)),
        ];
        for (system, positions, (lon, lat)) in cases {
            let (x, y) = corner(&read(&polygon(system, &[positions])).expect(system));

            assert!((x - lon).abs() < 1e-3 && (y - lat).abs() < 1e-3, "{system}: {x}, {y}");
        }
    }

    #[test]
    fn surfaces_of_several_polygons_and_rings_of_several_pieces_are_read() {
        let one = "<gml:surfaceMember><gml:Surface><gml:patches><gml:PolygonPatch><gml:exterior><gml:Ring>\
            <gml:curveMember><gml:Curve><gml:segments><gml:LineStringSegment><gml:posList>16 53 17 53</gml:posList></gml:LineStringSegment>\
            <gml:LineStringSegment><gml:posList srsDimension=\"3\">17 53 0 17 54 0 16 53 0</gml:posList></gml:LineStringSegment>\
            </gml:segments></gml:Curve></gml:curveMember></gml:Ring></gml:exterior></gml:PolygonPatch></gml:patches></gml:Surface></gml:surfaceMember>";
        let other = format!("<gml:surfaceMember>{}</gml:surfaceMember>", polygon("EPSG:4326", &["18 53 19 53 19 54 18 53"]));

        let found = read(&format!("<gml:MultiSurface>{one}{other}</gml:MultiSurface>")).expect("a boundary");

        assert_eq!(found.boundaries.shapes.iter().next().map(|shape| shape.0.len()), Some(2));
    }

    #[test]
    fn what_cannot_be_read_is_told() {
        let cut = answer(&polygon("EPSG:4326", &["16 53 17 53 17 54 16 53"]));
        let cases = [
            (answer(&polygon("EPSG:4326", &["16 53 17"])), "feature 1 of gminy.gml cannot be read: a position lacks a number"),
            (answer(&polygon("EPSG:4326", &["16 53 17 x"])), "feature 1 of gminy.gml cannot be read: a position is no number"),
            (cut[..cut.len() - 60].to_owned(), "gminy.gml is damaged: the document is cut off (after 1 features)"),
            (
                "<ows:ExceptionReport><ows:Exception/></ows:ExceptionReport>".to_owned(),
                "gminy.gml holds no boundaries: it is the refusal of a map service, not GeoJSON, TopoJSON, GeoPackage, Shapefile or GML",
            ),
            (
                "<!DOCTYPE HTML><p>Not found<br>".to_owned(),
                "gminy.gml holds no boundaries: it is a web page; perhaps it was saved instead of the file, not GeoJSON, TopoJSON, GeoPackage, Shapefile or GML",
            ),
            (
                "<kml><Placemark/></kml>".to_owned(),
                "gminy.gml holds no boundaries: it is XML without features, not GeoJSON, TopoJSON, GeoPackage, Shapefile or GML",
            ),
        ];
        for (text, expected) in cases {
            let error = parse("gminy.gml", text.into_bytes(), &Options::default()).expect_err(expected);

            assert_eq!(error.to_string(), expected);
        }
    }
}
