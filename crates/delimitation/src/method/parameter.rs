//! What can be set in each method: name, default, range, meaning and where the value comes from.
//!
//! The one list behind the command line, its help and the record of a run.

use serde::Serialize;

/// What kind of value a parameter takes.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A number between two bounds, both allowed.
    Number {
        /// Smallest value.
        min: f64,
        /// Largest value; infinity if there is none.
        #[serde(skip_serializing_if = "is_infinite")]
        max: f64,
    },
    /// A share from 0 to 1, as a decimal number or as a fraction such as `2/3`.
    Share,
    /// A whole number, 0 or more.
    Count,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// `true` or `false`.
    Switch,
    /// Codes of units: cores apart by commas, units of one core joined by `+`.
    UnitList,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
const fn is_infinite(number: &f64) -> bool {
    number.is_infinite()
}

/// One thing that can be set.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Parameter {
    /// Its name.
    pub name: &'static str,
    /// Its value where nothing is set; empty where there is none.
    pub default: &'static str,
    /// What kind of value it takes.
    pub kind: Kind,
    /// What it means.
    pub summary: &'static str,
    /// Where meaning and default come from.
    pub source: &'static str,
}

const COUNT: Kind = Kind::Number { min: 0.0, max: f64::INFINITY };
const COOMBES: &str = "Coombes & Bond (2008); Franconi, D'Alò & Ichim (2016)";
const OECD: &str = "Dijkstra, Poelman & Veneri (2019)";
const HOUSE: &str = "convention of this program";

const fn parameter(name: &'static str, default: &'static str, kind: Kind) -> Parameter {
    Parameter { name, default, kind, summary: "", source: HOUSE }
}

impl Parameter {
    const fn means(self, summary: &'static str, source: &'static str) -> Self {
        Self { summary, source, ..self }
    }
}

/// Presets of `travel_to_work`: a name and the values it stands for.
pub(super) const PRESETS: &[(&str, &[(&str, &str)])] = &[
    (
        "istat_example",
        &[
            ("min_size", "1000"),
            ("min_self_containment", "0.6667"),
            ("target_size", "10000"),
            ("target_self_containment", "0.75"),
        ],
    ),
    (
        "ons_2011",
        &[("min_size", "3500"), ("min_self_containment", "0.667"), ("target_size", "25000"), ("target_self_containment", "0.75")],
    ),
];

pub(super) const TRAVEL_TO_WORK: &[Parameter] = &[
    parameter("preset", "", Kind::Choice(&["istat_example", "ons_2011"])).means(
        "a named set of the four figures; single figures that are set as well come before it",
        "Franconi, D'Alò & Ichim (2016); Coombes & ONS (2015)",
    ),
    parameter("min_size", "1000", COUNT).means("employed residents that the smallest area needs", COOMBES),
    parameter("min_self_containment", "0.6667", Kind::Share)
        .means("self-containment that an area of the target size or above needs", COOMBES),
    parameter("target_size", "10000", COUNT).means("employed residents from which the lower self-containment is enough", COOMBES),
    parameter("target_self_containment", "0.75", Kind::Share).means("self-containment that the smallest area needs", COOMBES),
    parameter("rule", "istat_compatible", Kind::Choice(&["istat_compatible", "aggregated"])).means(
        "how an opened cluster is judged in the step after: unit by unit as in the reference program, or as a whole",
        "Franconi, D'Alò & Ichim (2016)",
    ),
];

const CORES: Parameter = parameter("cores", "", Kind::UnitList)
    .means("codes of the cores, by commas; units of one core joined by +; without it cores are found by rule", HOUSE);
const CORE_MIN_JOBS: Parameter = parameter("core_min_jobs", "10000", COUNT).means("jobs that a core found by rule needs", HOUSE);
const CORE_MIN_JOB_RATIO: Parameter =
    parameter("core_min_job_ratio", "1", COUNT).means("jobs for each employed resident that a core found by rule needs", HOUSE);

pub(super) const FUNCTIONAL_URBAN_AREA: &[Parameter] = &[
    CORES,
    CORE_MIN_JOBS,
    CORE_MIN_JOB_RATIO,
    parameter("core_min_population", "0", COUNT)
        .means("inhabitants that a core found by rule needs; 0 asks nothing, the European definition asks 50000", OECD),
    parameter("core_min_density", "0", COUNT).means(
        "inhabitants per square kilometre that a core found by rule needs; 0 asks nothing, the European definition asks 1500",
        OECD,
    ),
    parameter("commuting", "0.15", Kind::Share).means("share of employed residents who work in the city, for its zone", OECD),
    parameter("merge", "0.15", Kind::Share)
        .means("share of a city's employed residents who work in another city, for the two to be one", OECD),
    parameter("merge_iterated", "false", Kind::Switch).means("whether merged cities are compared again", HOUSE),
    parameter("exclaves", "true", Kind::Switch).means("whether zone units that do not touch the area are dropped", OECD),
    parameter("enclaves", "true", Kind::Switch).means("whether units surrounded by one area are added", OECD),
    parameter("enclave_border_share", "1", Kind::Share).means("share of the border that surrounds an enclave", OECD),
];

pub(super) const THRESHOLD: &[Parameter] = &[
    CORES,
    CORE_MIN_JOBS,
    CORE_MIN_JOB_RATIO,
    parameter("share", "0.15", Kind::Share).means("share from which a unit belongs to a core; usual values 0.10 to 0.30", HOUSE),
    parameter(
        "denominator",
        "employed_residents",
        Kind::Choice(&["employed_residents", "out_commuters", "interchange", "two_sided", "working_age"]),
    )
    .means("what the commuters to the core are a share of", HOUSE),
    parameter("reverse_share", "0.25", Kind::Share).means(
        "two_sided only: share of a unit's jobs held by residents of the core that is enough as well",
        "Statistics Canada, census metropolitan areas",
    ),
    parameter("min_commuters", "0", COUNT).means(
        "persons between unit and core below which a share does not count",
        "Statistics Canada, census metropolitan areas (100)",
    ),
    parameter("cascading", "false", Kind::Switch).means("whether units of the ring count as core for a further ring", HOUSE),
];
