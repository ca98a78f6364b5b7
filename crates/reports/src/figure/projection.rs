//! From longitude and latitude to the plane of a map: Lambert's azimuthal equal-area projection on a sphere, centred on
//! what is drawn.
//!
//! Areas keep their proportions and, over a country, shapes look as in an atlas. The functions of `libm` are used, so that
//! a map has the same bytes on every machine.

use geo_types::{Coord, Rect};

/// Mean radius of the earth in kilometres.
const EARTH_KM: f64 = 6371.0088;

/// The projection around one centre.
pub struct Projection {
    longitude: f64,
    sine: f64,
    cosine: f64,
}

impl Projection {
    /// The projection around the middle of a frame in degrees.
    pub fn around(frame: Rect<f64>) -> Self {
        let centre = frame.center();
        let latitude = centre.y.to_radians();
        Self { longitude: centre.x, sine: libm::sin(latitude), cosine: libm::cos(latitude) }
    }

    /// Kilometres east (`x`) and south (`y`) of the centre.
    pub fn project(&self, degrees: Coord<f64>) -> Coord<f64> {
        let (sine, cosine) = libm::sincos(degrees.y.to_radians());
        let (east_sine, east_cosine) = libm::sincos((degrees.x - self.longitude).to_radians());
        let nearness = 1.0 + self.sine * sine + self.cosine * cosine * east_cosine;
        let stretch = EARTH_KM * libm::sqrt(2.0 / nearness.max(1e-9));
        Coord { x: stretch * cosine * east_sine, y: -stretch * (self.cosine * sine - self.sine * cosine * east_cosine) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_degree_of_latitude_is_about_111_km() {
        let projection = Projection::around(Rect::new(Coord { x: 18.0, y: 51.0 }, Coord { x: 20.0, y: 53.0 }));

        let centre = projection.project(Coord { x: 19.0, y: 52.0 });
        let north = projection.project(Coord { x: 19.0, y: 53.0 });
        let east = projection.project(Coord { x: 20.0, y: 52.0 });

        assert!(centre.x.abs() < 1e-6 && centre.y.abs() < 1e-6);
        assert!((north.y + 111.19).abs() < 0.05, "{north:?}");
        assert!((east.x - 68.45).abs() < 0.1, "{east:?}");
    }
}
