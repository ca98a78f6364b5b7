//! Part of a cube: some dimensions stay, on each of the others one category is taken; units and times of a dimension.

use miedza_territory::UnitCode;

use super::{Cell, Dataset, Error, TimePeriod};

impl Dataset {
    /// The cells of a part of the cube, the last dimension running fastest.
    ///
    /// `stay` are dimensions of which every category is taken, by their place in the cube; `chosen` are pairs of a
    /// dimension and a category. A dimension of one category need not be chosen.
    ///
    /// # Errors
    /// [`Error::NoDimension`] or [`Error::NoCategory`] if a choice names what is not there, [`Error::NotChosen`] if a
    /// dimension of several categories neither stays nor is chosen.
    pub fn select(&self, stay: &[usize], chosen: &[(&str, &str)]) -> Result<Vec<Cell<'_>>, Error> {
        for (dimension, _) in chosen {
            self.dimension(dimension)?;
        }
        let mut positions = vec![0];
        for at in 0..self.dimensions.len() {
            let taken = self.taken(at, stay, chosen)?;
            let stride = self.strides.get(at).copied().unwrap_or_default();
            positions = positions.into_iter().flat_map(|before| taken.clone().map(move |one| before + one * stride)).collect();
        }
        Ok(positions.into_iter().filter_map(|position| self.cell(position)).collect())
    }

    /// The units of a dimension of territory, in its order; `at` is its place in the cube.
    ///
    /// # Errors
    /// [`Error::NotACode`] if a category is no code of a unit.
    pub fn units(&self, at: usize) -> Result<Vec<UnitCode>, Error> {
        let refused = |dimension, source| Error::NotACode { file: self.file.clone(), dimension, source };
        self.categories(at, UnitCode::parse).map_err(|(dimension, source)| refused(dimension, source))
    }

    /// The times of a dimension of time, in its order; `at` is its place in the cube.
    ///
    /// # Errors
    /// [`Error::NotATime`] if a category is no time.
    pub fn times(&self, at: usize) -> Result<Vec<TimePeriod>, Error> {
        let refused = |dimension, source| Error::NotATime { file: self.file.clone(), dimension, source };
        self.categories(at, str::parse).map_err(|(dimension, source)| refused(dimension, source))
    }

    /// The categories of a dimension, read; else the name of the dimension with the reason.
    fn categories<T, E>(&self, at: usize, read: impl Fn(&str) -> Result<T, E>) -> Result<Vec<T>, (Box<str>, E)> {
        let Some(dimension) = self.dimensions.get(at) else { return Ok(Vec::new()) };
        let categories = dimension.categories.iter().map(|category| read(&category.code));
        categories.collect::<Result<_, E>>().map_err(|error| (dimension.id.as_str().into(), error))
    }

    /// The categories that are taken of a dimension.
    fn taken(&self, at: usize, stay: &[usize], chosen: &[(&str, &str)]) -> Result<std::ops::Range<usize>, Error> {
        let Some(dimension) = self.dimensions.get(at) else { return Ok(0..0) };
        let told = || (self.file.clone(), Box::from(dimension.id.as_str()), dimension.told());
        let code = chosen.iter().find(|(id, _)| *id == dimension.id).map(|(_, code)| *code);
        match code.map(|code| dimension.position(code).ok_or(code)) {
            Some(Ok(position)) => Ok(position..position + 1),
            Some(Err(code)) => {
                let (file, dimension, categories) = told();
                Err(Error::NoCategory { file, dimension, code: code.into(), categories })
            }
            None if stay.contains(&at) || dimension.categories.len() < 2 => Ok(0..dimension.categories.len()),
            None => {
                let (file, dimension, categories) = told();
                Err(Error::NotChosen { file, dimension, categories })
            }
        }
    }
}
