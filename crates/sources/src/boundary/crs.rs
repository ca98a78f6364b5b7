//! Systems of coordinates that boundaries come in, how a file declares them, and the way to longitude and latitude.
//!
//! A small table of our own: the definition of EPSG:5514 that goes around has three datum parameters and is metres off;
//! here it has seven and agrees with PROJ to 8 cm, the others to 1 mm (27700 to some metres, for want of a grid).

use geo_types::Coord;
use proj4rs::Proj;

use super::error::Error;
use super::feature::Features;

/// A system of coordinates of our table.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Crs {
    /// Its code, `EPSG:2180`.
    pub code: &'static str,
    /// How it is worked out; `None` where coordinates already are longitude and latitude to within a metre.
    definition: Option<&'static str>,
}

const fn degrees(code: &'static str) -> Crs {
    Crs { code, definition: None }
}

const fn projected(code: &'static str, definition: &'static str) -> Crs {
    Crs { code, definition: Some(definition) }
}

const KNOWN: [Crs; 22] = [
    degrees("EPSG:4326"),
    degrees("OGC:CRS84"),
    degrees("EPSG:4258"),
    degrees("EPSG:4269"),
    projected("EPSG:2180", "+proj=tmerc +lat_0=0 +lon_0=19 +k=0.9993 +x_0=500000 +y_0=-5300000 +ellps=GRS80 +units=m +no_defs"),
    projected("EPSG:2176", "+proj=tmerc +lat_0=0 +lon_0=15 +k=0.999923 +x_0=5500000 +y_0=0 +ellps=GRS80 +units=m +no_defs"),
    projected("EPSG:2177", "+proj=tmerc +lat_0=0 +lon_0=18 +k=0.999923 +x_0=6500000 +y_0=0 +ellps=GRS80 +units=m +no_defs"),
    projected("EPSG:2178", "+proj=tmerc +lat_0=0 +lon_0=21 +k=0.999923 +x_0=7500000 +y_0=0 +ellps=GRS80 +units=m +no_defs"),
    projected("EPSG:2179", "+proj=tmerc +lat_0=0 +lon_0=24 +k=0.999923 +x_0=8500000 +y_0=0 +ellps=GRS80 +units=m +no_defs"),
    projected(
        "EPSG:5514",
        "+proj=krovak +lat_0=49.5 +lon_0=24.83333333333333 +alpha=30.28813972222222 +k=0.9999 +x_0=0 +y_0=0 +ellps=bessel +towgs84=570.8,85.7,462.8,4.998,1.587,5.261,3.56 +units=m +no_defs",
    ),
    projected("EPSG:3035", "+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +units=m +no_defs"),
    projected(
        "EPSG:3857",
        "+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs",
    ),
    projected("EPSG:32632", "+proj=utm +zone=32 +datum=WGS84 +units=m +no_defs"),
    projected("EPSG:32633", "+proj=utm +zone=33 +datum=WGS84 +units=m +no_defs"),
    projected("EPSG:32634", "+proj=utm +zone=34 +datum=WGS84 +units=m +no_defs"),
    projected("EPSG:32635", "+proj=utm +zone=35 +datum=WGS84 +units=m +no_defs"),
    projected("EPSG:25832", "+proj=utm +zone=32 +ellps=GRS80 +units=m +no_defs"),
    projected("EPSG:25833", "+proj=utm +zone=33 +ellps=GRS80 +units=m +no_defs"),
    projected("EPSG:25834", "+proj=utm +zone=34 +ellps=GRS80 +units=m +no_defs"),
    projected(
        "EPSG:2154",
        "+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 +ellps=GRS80 +units=m +no_defs",
    ),
    projected(
        "EPSG:27700",
        "+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy +towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m +no_defs",
    ),
    projected(
        "EPSG:5513",
        "+proj=krovak +lat_0=49.5 +lon_0=24.83333333333333 +alpha=30.28813972222222 +k=0.9999 +x_0=0 +y_0=0 +ellps=bessel +towgs84=570.8,85.7,462.8,4.998,1.587,5.261,3.56 +units=m +no_defs",
    ),
];

/// Parameters of projections in files that name no code: projection, central meridian, scale, false easting, code.
const BY_PARAMETERS: [(&str, f64, f64, f64, &str); 14] = [
    ("transverse_mercator", 19.0, 0.9993, 500_000.0, "EPSG:2180"),
    ("transverse_mercator", 15.0, 0.999_923, 5_500_000.0, "EPSG:2176"),
    ("transverse_mercator", 18.0, 0.999_923, 6_500_000.0, "EPSG:2177"),
    ("transverse_mercator", 21.0, 0.999_923, 7_500_000.0, "EPSG:2178"),
    ("transverse_mercator", 24.0, 0.999_923, 8_500_000.0, "EPSG:2179"),
    ("transverse_mercator", 9.0, 0.9996, 500_000.0, "EPSG:32632"),
    ("transverse_mercator", 15.0, 0.9996, 500_000.0, "EPSG:32633"),
    ("transverse_mercator", 21.0, 0.9996, 500_000.0, "EPSG:32634"),
    ("transverse_mercator", 27.0, 0.9996, 500_000.0, "EPSG:32635"),
    ("transverse_mercator", -2.0, 0.999_601_271_7, 400_000.0, "EPSG:27700"),
    ("lambert_azimuthal_equal_area", 10.0, 1.0, 4_321_000.0, "EPSG:3035"),
    ("lambert_conformal_conic", 3.0, 1.0, 700_000.0, "EPSG:2154"),
    ("mercator_auxiliary_sphere", 0.0, 1.0, 0.0, "EPSG:3857"),
    ("popular_visualisation_pseudo_mercator", 0.0, 1.0, 0.0, "EPSG:3857"),
];

/// Codes of all known systems, divided by commas.
pub(super) fn known() -> String {
    KNOWN.map(|crs| crs.code).join(", ")
}

/// The system that a declaration means: a code, a name with a code in it, or well-known text.
pub(super) fn recognise(declared: &str) -> Option<&'static Crs> {
    let text = declared.trim().to_ascii_uppercase();
    if text.contains('[') {
        return of_well_known_text(&text);
    }
    if text.ends_with("CRS84") {
        return by_code("OGC:CRS84");
    }
    let number: String = text.chars().rev().take_while(char::is_ascii_digit).collect();
    let number: String = number.chars().rev().collect();
    let named = text == number || text.contains("EPSG");
    let number = if number == "900913" { "3857" } else { number.as_str() };
    if named { by_code(&format!("EPSG:{number}")) } else { None }
}

fn by_code(code: &str) -> Option<&'static Crs> {
    KNOWN.iter().find(|crs| crs.code == code)
}

fn of_well_known_text(text: &str) -> Option<&'static Crs> {
    own_authority(text).and_then(|code| by_code(&format!("EPSG:{code}"))).or_else(|| by_parameters(text))
}

/// The code at the very end of the text: codes further inside belong to the parts.
fn own_authority(text: &str) -> Option<String> {
    let start = text.rfind("AUTHORITY[").or_else(|| text.rfind("ID["))?;
    let tail = &text[start..];
    let inside = tail.split('[').nth(1)?.split(']').next()?;
    let after = tail.split_once(']')?.1;
    let code = inside.split(',').nth(1)?.trim().trim_matches('"').to_owned();
    (inside.contains("EPSG") && after.trim() == "]").then_some(code)
}

fn by_parameters(text: &str) -> Option<&'static Crs> {
    let lower = text.to_ascii_lowercase().replace(' ', "_");
    if !lower.contains("projection[") && !lower.contains("method[") {
        let datum = ["wgs", "etrs", "north_american_1983"].iter().any(|known| lower.contains(known));
        return if datum { by_code("EPSG:4326") } else { None };
    }
    if lower.contains("krovak") {
        return by_code("EPSG:5514");
    }
    let of = |names: &[&str]| names.iter().find_map(|name| parameter(&lower, name));
    let meridian = of(&["central_meridian", "longitude_of_center", "longitude_of_natural_origin", "longitude_of_false_origin"])?;
    let scale = of(&["scale_factor", "scale_factor_at_natural_origin"]).unwrap_or(1.0);
    let easting = of(&["false_easting", "easting_at_false_origin"]).unwrap_or(0.0);
    let near = |one: f64, other: f64, within: f64| (one - other).abs() <= within;
    BY_PARAMETERS
        .iter()
        .find(|(name, lon, k, east, _)| {
            lower.contains(name) && near(*lon, meridian, 1e-6) && near(*k, scale, 1e-8) && near(*east, easting, 0.01)
        })
        .and_then(|row| by_code(row.4))
}

fn parameter(text: &str, name: &str) -> Option<f64> {
    let start = text.find(&format!("parameter[\"{name}\""))?;
    let value = text[start..].split_once(',')?.1;
    value.split([',', ']']).next()?.trim_matches('_').parse().ok()
}

/// What was done with the coordinates of a file.
pub(super) struct Placed {
    /// The system that was taken.
    pub crs: &'static str,
    /// Whether latitude stood before longitude.
    pub swapped: bool,
}

/// Turns all coordinates into longitude and latitude.
pub(super) fn place(file: &str, features: &mut Features, asked: Option<&str>) -> Result<Placed, Error> {
    let (crs, reason) = system_of(file, features, asked)?;
    let swapped = crs.definition.is_none() && crs.code != "OGC:CRS84" && is_swapped(features);
    let way = crs.definition.map(|definition| Way::new(crs.code, definition)).transpose();
    let way = way.map_err(|cause| Error::Damaged { file: file.to_owned(), detail: cause.to_string() })?;
    for feature in &mut features.rows {
        for point in feature.land.iter_mut().flatten().flat_map(|ring| ring.0.iter_mut()) {
            let at = if swapped { Coord { x: point.y, y: point.x } } else { *point };
            let turned = way.as_ref().map_or(Some(at), |way| way.degrees(at));
            let on_earth = |at: &Coord<f64>| at.x.abs() <= 180.0 && at.y.abs() <= 90.0;
            *point = turned.filter(on_earth).ok_or_else(|| Error::OffTheEarth {
                file: file.to_owned(),
                feature: feature.number,
                x: point.x,
                y: point.y,
                crs: crs.code,
                reason,
                known: known(),
            })?;
        }
    }
    Ok(Placed { crs: crs.code, swapped })
}

fn system_of(file: &str, features: &Features, asked: Option<&str>) -> Result<(&'static Crs, &'static str), Error> {
    let unknown = |declared: &str| Error::UnknownCrs {
        file: file.to_owned(),
        declared: declared.chars().take(80).collect(),
        known: known(),
    };
    if let Some(asked) = asked {
        return recognise(asked).map(|crs| (crs, "as asked")).ok_or_else(|| unknown(asked));
    }
    if let Some(declared) = &features.declared {
        return recognise(declared).map(|crs| (crs, "as the file declares")).ok_or_else(|| unknown(declared));
    }
    if features.degrees_by_rule {
        return Ok((&KNOWN[0], "taken because the file declares none"));
    }
    let looks_like_degrees = points(features).all(|at| at.x.abs() <= 180.0 && at.y.abs() <= 90.0);
    if looks_like_degrees {
        return Ok((&KNOWN[0], "taken because the coordinates look like degrees"));
    }
    Err(Error::NoCrs { file: file.to_owned(), known: known() })
}

fn points(features: &Features) -> impl Iterator<Item = &Coord<f64>> {
    features.rows.iter().flat_map(|feature| feature.land.iter().flatten().flat_map(|ring| ring.0.iter()))
}

/// Whether latitude comes first: all of Poland and Czechia has latitudes of 48 to 56 and longitudes of 11 to 25 degrees,
/// two ranges that do not overlap.
fn is_swapped(features: &Features) -> bool {
    points(features).next().is_some() && points(features).all(|at| (48.0..=56.0).contains(&at.x) && (11.0..=25.0).contains(&at.y))
}

/// The way from the coordinates of one system to longitude and latitude.
pub struct Way {
    from: Proj,
    to: Proj,
    southing_westing: bool,
}

impl std::fmt::Debug for Way {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Way").finish_non_exhaustive()
    }
}

impl Way {
    fn new(code: &str, definition: &str) -> Result<Self, proj4rs::errors::Error> {
        let to = Proj::from_proj_string("+proj=longlat +datum=WGS84 +no_defs")?;
        Ok(Self { from: Proj::from_proj_string(definition)?, to, southing_westing: code == "EPSG:5513" })
    }

    /// From the grid of Europe (EPSG:3035), in metres east and north.
    ///
    /// # Panics
    /// Never: the table of systems holds this one, and a test transforms a point of it.
    pub fn from_europe() -> Self {
        let crs = by_code("EPSG:3035").and_then(|crs| crs.definition.map(|definition| (crs.code, definition)));
        let (code, definition) = crs.expect("the table of systems holds it");
        Self::new(code, definition).expect("its definition is read in tests")
    }

    /// Degrees east and north of a place; `None` where it lies off the system.
    pub fn degrees(&self, at: Coord<f64>) -> Option<Coord<f64>> {
        let mut point = if self.southing_westing { (-at.y, -at.x, 0.0) } else { (at.x, at.y, 0.0) };
        proj4rs::transform::transform(&self.from, &self.to, &mut point).ok()?;
        let found = Coord { x: point.0.to_degrees(), y: point.1.to_degrees() };
        (found.x.is_finite() && found.y.is_finite()).then_some(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declarations_of_all_kinds_are_recognised() {
        let cases = [
            ("EPSG:2180", Some("EPSG:2180")),
            ("2180", Some("EPSG:2180")),
            ("urn:ogc:def:crs:EPSG::5514", Some("EPSG:5514")),
            ("urn:ogc:def:crs:OGC:1.3:CRS84", Some("OGC:CRS84")),
            ("http://www.opengis.net/def/crs/EPSG/0/3035", Some("EPSG:3035")),
            ("EPSG:4", None),
            ("WGS 84", None),
            (
                r#"GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0]]"#,
                Some("EPSG:4326"),
            ),
            (
                r#"PROJCS["ETRS_1989_Poland_CS92",GEOGCS["GCS_ETRS_1989",DATUM["D_ETRS_1989",SPHEROID["GRS_1980",6378137.0,298.257222101]]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",-5300000.0],PARAMETER["Central_Meridian",19.0],PARAMETER["Scale_Factor",0.9993],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]"#,
                Some("EPSG:2180"),
            ),
            (
                r#"PROJCS["S-JTSK_Krovak_East_North",GEOGCS["GCS_S_JTSK",DATUM["D_S_JTSK",SPHEROID["Bessel_1841",6377397.155,299.1528128]]],PROJECTION["Krovak"],PARAMETER["False_Easting",0.0]]"#,
                Some("EPSG:5514"),
            ),
            (
                r#"PROJCS["x",GEOGCS["ETRS89",AUTHORITY["EPSG","4258"]],PROJECTION["Lambert_Azimuthal_Equal_Area"],AUTHORITY["EPSG","3035"]]"#,
                Some("EPSG:3035"),
            ),
        ];
        for (declared, expected) in cases {
            assert_eq!(recognise(declared).map(|crs| crs.code), expected, "{declared}");
        }
    }

    #[test]
    fn every_system_can_be_set_up() {
        for crs in &KNOWN {
            if let Some(definition) = crs.definition {
                assert!(Way::new(crs.code, definition).is_ok(), "{}", crs.code);
            }
        }
    }

    #[test]
    fn known_points_fall_where_proj_puts_them() {
        // Worked out with PROJ 9 (gdaltransform), easting and northing first; the last figure is the tolerance in degrees.
        let cases = [
            ("EPSG:2180", (637_000.0, 486_000.0), (21.006_298_788, 52.222_989_630), 1e-8),
            ("EPSG:2178", (7_500_000.0, 5_800_000.0), (21.0, 52.333_449_373), 1e-8),
            ("EPSG:5514", (-743_000.0, -1_043_000.0), (14.418_593_891, 50.087_346_615), 2e-6),
            ("EPSG:3035", (5_000_000.0, 3_200_000.0), (19.812_059_336, 51.499_098_507), 1e-8),
            ("EPSG:3857", (2_000_000.0, 6_000_000.0), (17.966_305_682, 47.353_704_702), 1e-8),
            ("EPSG:32633", (600_000.0, 5_600_000.0), (16.411_338_770, 50.543_379_555), 1e-8),
            ("EPSG:2154", (700_000.0, 6_600_000.0), (3.0, 46.5), 1e-8),
            ("EPSG:27700", (530_000.0, 180_000.0), (-0.128_353_940, 51.503_990_828), 1e-4),
        ];
        for (code, (x, y), (lon, lat), tolerance) in cases {
            let crs = by_code(code).expect("a known code");
            let way = Way::new(code, crs.definition.expect("a projection")).expect("a good definition");

            let found = way.degrees(Coord { x, y }).expect("a point on earth");

            assert!((found.x - lon).abs() < tolerance && (found.y - lat).abs() < tolerance, "{code}: {found:?}");
        }
    }
}
