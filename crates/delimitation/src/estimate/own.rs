//! Who lives and works in the same unit: what a model of distances cannot tell by itself.

use miedza_territory::{UnitIx, UnitVec};

use super::{Error, Places};

/// Persons who live and work in the same unit.
#[derive(Clone, Debug, PartialEq)]
pub enum Own {
    /// Nobody: the model is of those who leave their unit, and all employed residents do.
    Nobody,
    /// The same share of the employed residents of each unit, 0 to 1.
    Share(f64),
    /// Persons by unit.
    Given(UnitVec<f64>),
    /// As the model has it, by a distance of each unit from itself. Only gravity can.
    Modelled,
}

/// Persons on the diagonal, and how many units have fewer residents or jobs than that.
#[derive(Clone, Debug, PartialEq)]
pub struct Within {
    /// By unit; `None` where the model shall find them.
    pub persons: Option<UnitVec<f64>>,
    /// Units where they were cut to employed residents or jobs.
    pub cut: usize,
}

impl Own {
    /// The persons on the diagonal, never more than a unit has employed residents, nor than it has jobs.
    ///
    /// # Errors
    /// [`Error::OutOfRange`] for a share outside 0 to 1, [`Error::WrongLength`], [`Error::NotACount`].
    pub fn within(&self, places: &Places) -> Result<Within, Error> {
        self.among(places, places.jobs.as_slice())
    }

    /// The same where the jobs were scaled.
    pub(super) fn among(&self, places: &Places, jobs: &[f64]) -> Result<Within, Error> {
        let wished: UnitVec<f64> = match self {
            Self::Modelled => return Ok(Within { persons: None, cut: 0 }),
            Self::Nobody => UnitVec::filled(places.units.len(), 0.0),
            Self::Share(share) if !(0.0..=1.0).contains(share) => {
                return Err(Error::OutOfRange { parameter: "self_share", value: *share, wanted: "from 0 to 1" });
            }
            Self::Share(share) => places.residents.iter().map(|residents| residents * share).collect(),
            Self::Given(persons) if persons.len() != places.units.len() => {
                return Err(Error::WrongLength { what: "own persons", given: persons.len(), units: places.units.len() });
            }
            Self::Given(persons) => {
                super::counts("own persons", persons, &places.units)?;
                persons.clone()
            }
        };
        let room = |unit: UnitIx| places.residents[unit].min(jobs[unit.get()]);
        let cut = wished.enumerate().filter(|&(unit, &persons)| persons > room(unit)).count();
        let persons = wished.enumerate().map(|(unit, persons)| persons.min(room(unit))).collect();
        Ok(Within { persons: Some(persons), cut })
    }
}
