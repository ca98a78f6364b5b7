//! Where units are, and how far apart: along great circles or in a plane.

use miedza_territory::{Seat, UnitIx, UnitVec};

use super::Error;

/// Mean radius of the Earth (IUGG), kilometres.
const EARTH_KM: f64 = 6371.0088;

/// Places of all units, checked. Distances are kilometres.
#[derive(Clone, Debug, PartialEq)]
pub struct Places {
    points: Vec<[f64; 3]>,
    is_sphere: bool,
}

impl Places {
    /// Seats in degrees east and north on WGS 84; distances run along great circles.
    ///
    /// # Errors
    /// [`Error::NotAPlace`] for longitudes beyond 180 and latitudes beyond 90 degrees, or no numbers.
    pub fn great_circle(degrees: &UnitVec<Seat>) -> Result<Self, Error> {
        let on_sphere = |seat: &Seat| {
            let (east, north) = (seat.x.to_radians(), seat.y.to_radians());
            let level = libm::cos(north);
            [level * libm::cos(east), level * libm::sin(east), libm::sin(north)]
        };
        let is_place = |seat: &Seat| seat.x.abs() <= 180.0 && seat.y.abs() <= 90.0;
        let points = checked(degrees, is_place, "no longitude and latitude in degrees")?;
        Ok(Self { points: points.map(on_sphere).collect(), is_sphere: true })
    }

    /// Places in a plane, kilometres east and north.
    ///
    /// # Errors
    /// [`Error::NotAPlace`] for what is no number.
    pub fn plane(km: &UnitVec<Seat>) -> Result<Self, Error> {
        let points = checked(km, |seat| seat.x.is_finite() && seat.y.is_finite(), "no pair of finite numbers")?;
        Ok(Self { points: points.map(|seat| [seat.x, seat.y, 0.0]).collect(), is_sphere: false })
    }

    /// How many units there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.points.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.points.is_empty()
    }

    /// Distance of two units in kilometres, 0 or more.
    #[must_use]
    pub fn kilometres(&self, one: UnitIx, other: UnitIx) -> f64 {
        self.as_kilometres(self.squared_chord(one.get(), other.get()))
    }

    /// The square of the straight line between two units, through the sphere (radius 1) or in the plane: it grows with the
    /// distance, and costs little.
    pub(super) fn squared_chord(&self, one: usize, other: usize) -> f64 {
        let apart = |axis: usize| self.points[one][axis] - self.points[other][axis];
        apart(0) * apart(0) + apart(1) * apart(1) + apart(2) * apart(2)
    }

    /// No two units that are at most so many kilometres apart have a longer straight line, in the measure of
    /// [`squared_chord`](Self::squared_chord).
    pub(super) const fn widest_chord(&self, km: f64) -> f64 {
        if self.is_sphere { km / EARTH_KM } else { km }
    }

    /// The distance that belongs to the square of a straight line.
    pub(super) fn as_kilometres(&self, squared_chord: f64) -> f64 {
        let chord = libm::sqrt(squared_chord);
        if self.is_sphere { 2.0 * EARTH_KM * libm::asin((chord / 2.0).min(1.0)) } else { chord }
    }
}

fn checked<'a>(
    seats: &'a UnitVec<Seat>,
    is_place: impl Fn(&Seat) -> bool,
    wanted: &'static str,
) -> Result<impl Iterator<Item = &'a Seat>, Error> {
    match seats.enumerate().find(|(_, seat)| !is_place(seat)) {
        Some((unit, seat)) => Err(Error::NotAPlace { unit, x: seat.x, y: seat.y, wanted }),
        None => Ok(seats.iter()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_degree_of_the_equator_and_a_triangle_in_the_plane() {
        let seats = |points: &[(f64, f64)]| points.iter().map(|&(x, y)| Seat { x, y }).collect::<UnitVec<_>>();
        let (one, other) = (UnitIx::new(0), UnitIx::new(1));

        let earth = Places::great_circle(&seats(&[(0.0, 0.0), (1.0, 0.0)])).expect("places");
        let sheet = Places::plane(&seats(&[(0.0, 0.0), (3.0, 4.0)])).expect("places");

        // 2 pi R / 360.
        assert!((earth.kilometres(one, other) - 111.195_080).abs() < 1e-6, "{}", earth.kilometres(one, other));
        assert!((sheet.kilometres(one, other) - 5.0).abs() < 1e-12);
    }

    #[test]
    fn metres_are_not_taken_for_degrees() {
        let seats = UnitVec::new(vec![Seat { x: 18.0, y: 51.0 }, Seat { x: 500_000.0, y: 300_000.0 }]);

        let refused = Places::great_circle(&seats);

        assert!(matches!(refused, Err(Error::NotAPlace { unit, .. }) if unit.get() == 1));
    }
}
