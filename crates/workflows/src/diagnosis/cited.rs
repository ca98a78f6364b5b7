//! Sources as a reader of a report knows them: publishers and well-known titles in the language of the report, in place of the
//! names and codes under which the program keeps them.
//!
//! A title that has no name here stays as the source writes it.

use std::collections::BTreeSet;

use miedza_reports::diagnosis::Source;
use miedza_store::ObservationImport;
use miedza_texts::{Key, Language, Message, key};

use super::study::on_paper;

/// Parts of sources with their names in three languages.
const KNOWN: [(&str, Key); 18] = [
    ("GUS", key::CITED_GUS),
    ("Statistics Poland (GUS)", key::CITED_GUS),
    ("Główny Urząd Statystyczny (GUS)", key::CITED_GUS),
    ("Główny Urząd Statystyczny", key::CITED_GUS),
    ("Bank Danych Lokalnych", key::CITED_LOCAL_DATA_BANK),
    ("Local Data Bank", key::CITED_LOCAL_DATA_BANK),
    ("ČSÚ", key::CITED_CZSO),
    ("Czech Statistical Office (ČSÚ)", key::CITED_CZSO),
    ("Ministry of Finance of the Czech Republic", key::CITED_CZECH_FINANCE),
    ("United Nations", key::CITED_UNITED_NATIONS),
    ("Powierzchnia i ludność w przekroju terytorialnym", key::CITED_AREA_AND_POPULATION),
    ("table 21: area and population", key::CITED_TABLE_OF_AREA_AND_POPULATION),
    ("obyvatelstvo obcí podle věku", key::CITED_CZECH_AGES),
    ("Trwanie życia w 2024 r.", key::CITED_LIFE_EXPECTANCY),
    ("Ponowne wykorzystywanie z podaniem źródła (GUS)", key::CITED_REUSE),
    ("Ponowne wykorzystanie informacji sektora publicznego; dane wybrane i połączone", key::CITED_REUSE_CHOSEN),
    ("Poland", key::CITED_POLAND),
    ("Przepływy ludności związane z zatrudnieniem w 2016 r.", key::CITED_COMMUTING_2016),
];

/// Beginnings of parts whose rest is a number or a name.
const BEGINNINGS: [(&str, Key); 4] = [
    ("tabl. ", key::CITED_TABLE),
    ("files ", key::CITED_FILES),
    ("file ", key::CITED_FILES),
    ("Demographic Yearbook ", key::CITED_YEARBOOK),
];

/// A source that is named in one line, with its well-known parts in a language; each part is said once.
#[must_use]
pub fn cited(source: &str, language: Language) -> String {
    parts(source, language).join(", ")
}

/// An import as a source of figures of some years.
#[must_use]
pub fn source(import: &ObservationImport, years: impl IntoIterator<Item = u16>, language: Language) -> Source {
    let mut publisher = parts(&import.publisher, language);
    let mut dataset = publisher.split_off(publisher.len().min(1));
    if let Some(subject) = subject(&import.file) {
        let told = language.say(&Message::new(key::CITED_SUBJECT).with("subject", subject));
        dataset.extend(Some(told).filter(|told| !dataset.contains(told)));
    }
    if dataset.is_empty() {
        dataset.push(file_name(&import.file).to_owned());
    }
    let publisher = publisher.pop().unwrap_or_default();
    Source {
        publisher,
        dataset: dataset.join(", "),
        period: String::new(),
        years: years.into_iter().map(i32::from).collect(),
        retrieved: Some(on_paper(import.retrieved)),
        licence: cited(&import.licence, language),
        sha256: Some(import.sha256.clone()),
    }
}

fn parts(source: &str, language: Language) -> Vec<String> {
    let mut said = BTreeSet::new();
    let all = source.split(", ").map(str::trim).flat_map(|part| {
        // Two works of one publisher; file names that are listed belong together.
        let is_whole = part.starts_with("files ") || KNOWN.iter().any(|(known, _)| *known == part);
        if is_whole { vec![part] } else { part.split(" and ").collect() }
    });
    let told: Vec<String> = all.flat_map(|part| part_told(part, language)).filter(|part| !part.is_empty()).collect();
    told.into_iter().filter(|part| said.insert(part.clone())).collect()
}

fn part_told(part: &str, language: Language) -> Vec<String> {
    let say = |key: Key| language.say(&Message::new(key));
    if part.strip_prefix("bdl:").is_some_and(|id| !id.is_empty()) {
        return vec![say(key::CITED_GUS), say(key::CITED_LOCAL_DATA_BANK)];
    }
    if let Some((_, key)) = KNOWN.iter().find(|(known, _)| *known == part) {
        return vec![say(*key)];
    }
    if let Some((rest, key)) = BEGINNINGS.iter().find_map(|(beginning, key)| Some((part.strip_prefix(beginning)?, *key))) {
        return vec![language.say(&Message::new(key).with("name", rest.replace(" and ", "; ")))];
    }
    let is_subject = part.len() == 5 && part.starts_with('P') && part.bytes().skip(1).all(|byte| byte.is_ascii_digit());
    if is_subject {
        return vec![language.say(&Message::new(key::CITED_SUBJECT).with("subject", part))];
    }
    vec![part.to_owned()]
}

/// The subject of the Local Data Bank that an export names: `LUDN_2137_CTAB_….csv`.
fn subject(file: &str) -> Option<String> {
    let mut parts = file_name(file).split('_');
    let number = parts.find(|part| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit()))?;
    (parts.next()? == "CTAB").then(|| format!("P{number}"))
}

fn file_name(file: &str) -> &str {
    file.rsplit(['/', '\\']).next().unwrap_or(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn well_known_sources_are_named_in_the_language_of_the_report() {
        let cases = [
            ("GUS, Bank Danych Lokalnych, P2137", Language::En, "Statistics Poland (GUS), Local Data Bank, subject P2137"),
            (
                "Statistics Poland (GUS), table 21: area and population",
                Language::Pl,
                "Główny Urząd Statystyczny (GUS), tablica 21: powierzchnia i ludność",
            ),
            ("bdl:1365234, bdl:1365239", Language::Cs, "Polský statistický úřad (GUS), Banka místních dat"),
            (
                "United Nations, World Population Prospects 2019, files popF and popM, Poland",
                Language::Pl,
                "Organizacja Narodów Zjednoczonych, World Population Prospects 2019, pliki popF; popM, Polska",
            ),
            ("Office of a town, survey", Language::Pl, "Office of a town, survey"),
        ];
        for (kept, language, told) in cases {
            assert_eq!(cited(kept, language), told, "{kept}");
        }
    }

    #[test]
    fn an_export_of_the_local_data_bank_tells_its_subject() {
        assert_eq!(subject("figures/LUDN_2137_CTAB_20210701.csv").as_deref(), Some("P2137"));
        assert_eq!(subject("population-2024.csv"), None);
    }
}
