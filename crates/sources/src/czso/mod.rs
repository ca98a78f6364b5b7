//! Lists of Czech municipalities with their figures: open data of the Czech Statistical Office (ČSÚ) of the older kind,
//! its tables of inhabitants by age (as observations the ages too), and the table by which the Ministry of Finance shares taxes among municipalities.
//!
//! Each becomes a register of one day and sets of figures. The four military areas are kept where a table has them: they
//! have a code and land, no self-government and next to nobody living there. Prague is one municipality here.
//! Answers of DataStat, the newer service of the office, are cubes and become observations of territories.
//! The area in the tax-sharing table is cut off by law at ten hectares per inhabitant and therefore not taken.

pub(crate) mod ages;
pub mod data_stat;
pub(crate) mod districts;
mod long;
mod parse;
mod wide;

pub(crate) use parse::is_list;
pub use parse::{Municipalities, Report, open, read};
