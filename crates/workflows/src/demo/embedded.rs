//! The texts and tables of the demonstration, as parts of the program.

/// A text of records.
#[derive(Clone, Copy, Debug)]
pub struct File {
    /// Its path below `demo/`, for messages.
    pub path: &'static str,
    /// The partnership whose folder it lies in; `None` for what the whole portal shares.
    pub partnership: Option<&'static str>,
    /// What stands in it.
    pub text: &'static str,
}

/// A table that records have as their file.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// Its path below `demo/`, by which the texts name it.
    pub path: &'static str,
    /// What stands in it.
    pub text: &'static str,
    /// Another table with the same header, whose rows follow; empty for none.
    pub more: &'static str,
}

impl Table {
    /// All rows under one header.
    pub fn whole(self) -> String {
        let more = self.more.split_once('\n').map_or("", |(_, rows)| rows);
        format!("{}{more}", self.text)
    }
}

macro_rules! shared {
    ($name:literal) => {
        File { path: $name, partnership: None, text: include_str!(concat!("../../../../demo/", $name)) }
    };
}

macro_rules! of {
    ($partnership:literal, $name:literal) => {
        File {
            path: concat!($partnership, "/", $name),
            partnership: Some($partnership),
            text: include_str!(concat!("../../../../demo/", $partnership, "/", $name)),
        }
    };
}

macro_rules! table {
    ($name:literal) => {
        Table { path: $name, text: include_str!(concat!("../../../../demo/", $name)), more: "" }
    };
    ($name:literal, $more:literal) => {
        Table { more: include_str!(concat!("../../../../demo/", $more)), ..table!($name) }
    };
}

/// All texts; what others name stands in any of them.
pub const FILES: &[File] = &[
    shared!("themes.toml"),
    shared!("organisations.toml"),
    shared!("calls.toml"),
    of!("aglomeracja-walbrzyska", "partnership.toml"),
    of!("aglomeracja-walbrzyska", "history.toml"),
    of!("aglomeracja-walbrzyska", "area.toml"),
    of!("powiat-walecki", "partnership.toml"),
    of!("powiat-walecki", "diagnosis.toml"),
    of!("aglomeracja-beskidzka", "partnership.toml"),
    of!("aglomeracja-kalisko-ostrowska", "partnership.toml"),
    of!("aglomeracja-kalisko-ostrowska", "governance.toml"),
    of!("aglomeracja-kalisko-ostrowska", "area.toml"),
    of!("aglomeracja-kalisko-ostrowska", "diagnosis.toml"),
    of!("opole-olomouc", "partnership.toml"),
    of!("opole-olomouc", "history.toml"),
];

/// All tables that records have as their file: flows among the listed units, then those with the rest of the country.
pub const TABLES: &[Table] = &[
    table!("kalisz-ostrow/flows.csv", "kalisz-ostrow/flows-beyond.csv"),
    table!("walbrzych/flows.csv", "walbrzych/flows-beyond.csv"),
];

/// Figures and points of areas with their surroundings; codes have no kind.
pub const SURROUNDINGS: [Table; 2] = [table!("kalisz-ostrow/units.csv"), table!("walbrzych/units.csv")];
/// The Polish register of one day: the counties that are needed, each whole, parts of municipalities left out.
pub const POLISH_REGISTER: Table = table!("units/register-pl.csv");
/// The Czech municipalities of three districts, with inhabitants and jobs.
pub const CZECH_REGISTER: Table = table!("units/register-cz.csv");
/// Inhabitants and area of the units that the partnerships name.
pub const FIGURES: Table = table!("units/figures.csv");
/// A table of figures of units, one column for each variable and year.
#[derive(Clone, Copy, Debug)]
pub struct Figures {
    /// The table.
    pub table: Table,
    /// Who published it.
    pub publisher: &'static str,
    /// The day on which it was retrieved, as far as it is known.
    pub retrieved: &'static str,
}

macro_rules! figures {
    ($name:literal, $publisher:expr, $retrieved:literal) => {
        Figures { table: table!($name), publisher: $publisher, retrieved: $retrieved }
    };
}

macro_rules! local_data {
    ($subject:literal) => {
        concat!("GUS, Bank Danych Lokalnych, ", $subject)
    };
}

const YEARBOOK: &str = "GUS, Powierzchnia i ludność w przekroju terytorialnym, tabl. 21";
const CZECH_AGES: &str = "ČSÚ, obyvatelstvo obcí podle věku";

/// What the diagnoses are reckoned from; publishers, tables and days are told in `demo/README.md`.
pub const OBSERVED: [Figures; 11] = [
    figures!("figures/population-by-age.csv", local_data!("P2137"), "2021-07-01"),
    figures!("figures/population-and-area.csv", YEARBOOK, "2026-11-22"),
    figures!("figures/population-of-members.csv", local_data!("P1336"), "2026-06-08"),
    figures!("figures/density-and-population.csv", local_data!("P2425"), "2025-06-11"),
    figures!("figures/registered-unemployed.csv", local_data!("P1944"), "2025-06-16"),
    figures!("figures/net-migration.csv", local_data!("P1355"), "2025-06-16"),
    figures!("figures/net-migration-walecki.csv", local_data!("P1355"), "2025-06-16"),
    figures!("figures/own-revenue.csv", local_data!("P2622"), "2026-06-08"),
    figures!("figures/investment.csv", local_data!("P2633"), "2026-06-08"),
    figures!("figures/dwellings.csv", local_data!("P2166"), "2026-05-11"),
    figures!("figures/population-by-age-cz.csv", CZECH_AGES, "2026-11-22"),
];

/// Points of the same units.
pub const SEATS: Table = table!("units/seats.csv");
