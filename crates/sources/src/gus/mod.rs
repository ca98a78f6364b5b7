//! Tables of Statistics Poland (GUS) and of the surveyor general (GUGiK): inhabitants and area of Polish units.
//!
//! Table 21 of the yearbook of area and population, exports of the Local Data Bank (BDL) and the register of areas, all
//! as published. Codes become those of the register: two digits for a voivodeship, four for a county, seven below it.

mod parse;

pub use parse::{observations, open};
