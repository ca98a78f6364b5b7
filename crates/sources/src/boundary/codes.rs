//! Which attribute of boundaries is the code of the unit and which its name, and how the file's code reads as the
//! flows' code.
//!
//! The attribute whose values meet most units of the flows is taken; without flows the usual names decide.

use std::collections::BTreeMap;

use miedza_territory::{CodeError, CodeSystem, Kind, UnitCode, UnitIx, Units};

use super::Options;
use super::error::Error;
use super::feature::{Cell, Features};

/// Usual names of codes, the most telling first.
const CODE_NAMES: [&str; 40] = [
    "terc",
    "teryt",
    "kod_teryt",
    "jpt_kod_je",
    "kod_gmi",
    "kod_gminy",
    "kod_obec",
    "kod_ob",
    "kod_lau2",
    "kod_lau",
    "zuj",
    "kod_zuj",
    "icob",
    "kod",
    "pro_com",
    "pro_com_t",
    "procom",
    "lau_id",
    "gisco_id",
    "lau_code",
    "nuts_id",
    "areacd",
    "insee_com",
    "code_insee",
    "insee",
    "codgeo",
    "ags",
    "rs",
    "schluessel",
    "geoid",
    "fips",
    "gss_code",
    "code",
    "unit",
    "unit_code",
    "gmina",
    "cod",
    "identifier",
    "id",
    "@id",
];

/// Usual names of names, the most telling first.
const NAME_NAMES: [&str; 30] = [
    "jpt_nazwa_",
    "jpt_nazwa",
    "nazwa",
    "nazwa_gmi",
    "nazwa_gminy",
    "naz_obec",
    "nazev",
    "nazev_obce",
    "ob",
    "obec",
    "nome_com",
    "comune",
    "den_com",
    "lau_name",
    "areanm",
    "nom_com",
    "nom",
    "libgeo",
    "libelle",
    "gen",
    "name",
    "name_latn",
    "namelsad",
    "label",
    "unit_name",
    "title",
    "gmina",
    "naz",
    "nm",
    "nome",
];

/// How the codes of a file were found.
pub(super) struct Codes {
    /// The column that holds them.
    pub column: usize,
    /// One code per feature, as the flows write it where they know it.
    pub by_feature: Vec<UnitCode>,
    /// Which features are parts of a municipality (town, rural area, district).
    pub parts: Vec<bool>,
}

/// Finds the column of codes and reads it.
pub(super) fn find(file: &str, features: &Features, options: &Options<'_>) -> Result<Codes, Error> {
    let matcher = options.match_codes.map(Matcher::new);
    let column = match options.code {
        Some(name) => named(file, features, name)?,
        None => best_column(features, matcher.as_ref())
            .ok_or_else(|| Error::NoCodes { file: file.to_owned(), known: features.columns.join(", ") })?,
    };
    let mut codes = Vec::with_capacity(features.rows.len());
    let mut parts = Vec::with_capacity(features.rows.len());
    for feature in &features.rows {
        let text = feature.cells.get(column).and_then(Option::as_ref).map(Cell::text).unwrap_or_default();
        let refused = |source: CodeError| Error::Code {
            file: file.to_owned(),
            feature: feature.number,
            column: features.columns[column].clone(),
            source,
        };
        let code = UnitCode::parse(&text).map_err(refused)?;
        parts.push(code.kind().is_some_and(Kind::is_part) && looks_polish(&code));
        codes.push(matcher.as_ref().map_or_else(|| code.clone(), |matcher| matcher.as_flows_write(&code)));
    }
    Ok(Codes { column, by_feature: codes, parts })
}

/// The column of names: the one asked for, else the first of the usual names that is there.
pub(super) fn name_column(file: &str, features: &Features, options: &Options<'_>, code: usize) -> Result<Option<usize>, Error> {
    if let Some(name) = options.name {
        return named(file, features, name).map(Some);
    }
    let ranked =
        features.columns.iter().enumerate().filter(|(at, _)| *at != code).filter_map(|(at, name)| Some((name_rank(name)?, at)));
    Ok(ranked.min().map(|(_, at)| at))
}

fn named(file: &str, features: &Features, name: &str) -> Result<usize, Error> {
    let exact = features.columns.iter().position(|column| column == name);
    let loose = || features.columns.iter().position(|column| column.eq_ignore_ascii_case(name));
    exact.or_else(loose).ok_or_else(|| Error::NoColumn {
        file: file.to_owned(),
        column: name.to_owned(),
        known: features.columns.join(", "),
    })
}

fn best_column(features: &Features, matcher: Option<&Matcher<'_>>) -> Option<usize> {
    let met = |column: usize| matcher.map_or(0, |matcher| matcher.units_met(features, column));
    let columns = (0..features.columns.len()).filter(|&column| is_full(features, column));
    let scored = columns.map(|column| (met(column), code_rank(&features.columns[column]), column));
    let best = scored
        .min_by(|one, other| other.0.cmp(&one.0).then_with(|| rank(one.1).cmp(&rank(other.1))).then(one.2.cmp(&other.2)))?;
    (best.0 > 0 || best.1.is_some() || is_distinct(features, best.2)).then_some(best.2)
}

fn rank(rank: Option<usize>) -> usize {
    rank.unwrap_or(usize::MAX)
}

fn code_rank(column: &str) -> Option<usize> {
    rank_in(column, &CODE_NAMES, "cd")
}

fn name_rank(column: &str) -> Option<usize> {
    rank_in(column, &NAME_NAMES, "nm")
}

/// The place in a list of usual names; British columns are named by level, year and `cd` or `nm`, as `lad11cd`.
fn rank_in(column: &str, usual: &[&str], british: &str) -> Option<usize> {
    let lower = column.to_lowercase();
    let stem = lower.strip_suffix(british);
    let is_british = stem.is_some_and(|stem| stem.len() > 3 && stem.bytes().rev().take(2).all(|byte| byte.is_ascii_digit()));
    if is_british { Some(0) } else { usual.iter().position(|name| *name == lower) }
}

fn is_full(features: &Features, column: usize) -> bool {
    features.rows.iter().all(|feature| {
        feature.cells.get(column).is_some_and(|cell| cell.as_ref().is_some_and(|cell| *cell != Cell::Text(String::new())))
    })
}

fn is_distinct(features: &Features, column: usize) -> bool {
    let texts = features.rows.iter().filter_map(|feature| feature.cells.get(column)?.as_ref().map(Cell::text));
    let distinct: std::collections::BTreeSet<_> = texts.collect();
    distinct.len() == features.rows.len()
        && distinct.iter().all(|text| text.len() <= 24 && !text.contains(' ') && !text.contains('.'))
}

fn looks_polish(code: &UnitCode) -> bool {
    CodeSystem::of([code]) == Some(CodeSystem::TerytSeven)
}

/// Finds the unit of the flows that a code in a file of boundaries means.
struct Matcher<'a> {
    units: &'a Units,
    system: Option<CodeSystem>,
    by_six: BTreeMap<UnitCode, Option<UnitIx>>,
    longest: usize,
}

impl<'a> Matcher<'a> {
    fn new(units: &'a Units) -> Self {
        let mut by_six = BTreeMap::new();
        for unit in units.indices() {
            let code = units.code(unit);
            if let (Some(six), false) = (code.without_kind(), code.kind().is_some_and(Kind::is_part)) {
                by_six.entry(six).and_modify(|found| *found = None).or_insert(Some(unit));
            }
        }
        let longest = units.codes().iter().map(|code| code.as_str().len()).max().unwrap_or(0);
        Self { units, system: units.code_system(), by_six, longest }
    }

    /// The code as the flows write it; where they do not know it, as they would.
    fn as_flows_write(&self, code: &UnitCode) -> UnitCode {
        if let Some(unit) = self.unit(code) {
            return self.units.code(unit).clone();
        }
        match (self.system, code.without_kind()) {
            (Some(CodeSystem::TerytSix), Some(six)) if looks_polish(code) => six,
            _ => code.clone(),
        }
    }

    fn unit(&self, code: &UnitCode) -> Option<UnitIx> {
        self.units
            .find(code)
            .or_else(|| self.of_kinds(code))
            .or_else(|| self.of_digits(code))
            .or_else(|| self.without_country(code))
    }

    /// Six against seven digits, and municipalities whose kind has changed.
    fn of_kinds(&self, code: &UnitCode) -> Option<UnitIx> {
        match self.system? {
            CodeSystem::TerytSix if looks_polish(code) => self.units.find(&code.without_kind()?),
            CodeSystem::TerytSeven if code.kind().is_some_and(Kind::is_part) => None,
            CodeSystem::TerytSeven => self.by_six.get(&code.without_kind().unwrap_or_else(|| code.clone())).copied().flatten(),
            _ => None,
        }
    }

    /// Leading zeros that one of the two has lost.
    fn of_digits(&self, code: &UnitCode) -> Option<UnitIx> {
        if !code.is_numeric() {
            return None;
        }
        let width = self.longest.min(UnitCode::MAX_LENGTH);
        let padded = UnitCode::parse(&format!("{:0>width$}", code.as_str())).ok()?;
        let bare = || UnitCode::parse(code.as_str().trim_start_matches('0')).ok();
        let padded_kinds = || UnitCode::parse(&format!("0{}", code.as_str())).ok().filter(looks_polish);
        self.units
            .find(&padded)
            .or_else(|| self.units.find(&bare()?))
            .or_else(|| self.of_kinds(&padded_kinds().filter(|_| code.as_str().len() == 6)?))
    }

    /// European lists put the country first: `PL_0201011`.
    fn without_country(&self, code: &UnitCode) -> Option<UnitIx> {
        let (country, rest) = code.as_str().split_once('_')?;
        let is_country = country.len() == 2 && country.bytes().all(|byte| byte.is_ascii_uppercase());
        self.unit(&UnitCode::parse(rest).ok().filter(|_| is_country)?)
    }

    fn units_met(&self, features: &Features, column: usize) -> usize {
        let mut met = vec![false; self.units.len()];
        for feature in &features.rows {
            let text = feature.cells.get(column).and_then(Option::as_ref).map(Cell::text);
            if let Some(unit) = text.and_then(|text| UnitCode::parse(&text).ok()).and_then(|code| self.unit(&code)) {
                met[unit.get()] = true;
            }
        }
        met.into_iter().filter(|met| *met).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> UnitCode {
        UnitCode::parse(text).expect("a code of the test")
    }

    #[test]
    fn codes_of_boundaries_are_written_as_the_flows_write_them() {
        let cases: [(&[&str], &str, &str); 9] = [
            (&["020101", "020102"], "0201011", "020101"),
            (&["020101", "020102"], "201011", "020101"),
            (&["020101", "020102"], "0209993", "020999"),
            (&["0201011", "0201022"], "0201023", "0201022"),
            (&["0201011", "0201022"], "020101", "0201011"),
            (&["0201011", "0201022"], "PL_0201011", "0201011"),
            (&["01001", "16077"], "1001", "01001"),
            (&["1001", "90064"], "01001", "1001"),
            (&["E06000001", "E06000002"], "E06000002", "E06000002"),
        ];
        for (units, text, expected) in cases {
            let units = Units::new(units.iter().map(|text| code(text)).collect());

            assert_eq!(Matcher::new(&units).as_flows_write(&code(text)), code(expected), "{text}");
        }
    }

    #[test]
    fn british_names_of_columns_are_known_by_their_shape() {
        assert_eq!(code_rank("lad11cd"), Some(0));
        assert_eq!(code_rank("msoa11cd"), Some(0));
        assert_eq!(name_rank("LAD11NM"), Some(0));
        assert_eq!(code_rank("population"), None);
    }
}
