//! The lab on the demonstration figures: what lies on a desk, and what the verbs keep.

mod desk;
mod maps;
mod verbs;

const FLOWS: &str = include_str!("../../../../../demo/kalisz-ostrow/flows.csv");
const UNITS: &str = include_str!("../../../../../demo/kalisz-ostrow/units.csv");
const KALISZ: &str = "306101";
const GOLUCHOW: &str = "302005";
