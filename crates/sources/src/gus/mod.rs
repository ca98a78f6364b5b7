//! Tables of Statistics Poland (GUS) and of the surveyor general (GUGiK): inhabitants and area of Polish units.
//!
//! Table 21 of the yearbook of area and population, exports of the Local Data Bank (BDL) and the register of areas, all
//! as published. Codes become those of the register: two digits for a voivodeship, four for a county, seven below it.
//!
//! Table 21 does not tell its day: the edition of a year has the units and areas of 1 January and the inhabitants of the
//! day before. The edition of 2023 counts 37,766,327, which is Poland on 31 December 2022.

mod parse;

pub(crate) use parse::teryt;
pub use parse::{observations, open};
