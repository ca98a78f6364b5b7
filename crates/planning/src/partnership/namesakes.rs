//! Units that share a name: pages show code and kind beside it, and nobody is found by name.

use std::collections::{BTreeMap, BTreeSet};

use miedza_territory::UnitCode;

/// Codes of those units whose name another one has too; letter case and spaces around a name do not tell units apart.
#[must_use]
pub fn namesakes(names: &BTreeMap<UnitCode, String>) -> BTreeSet<UnitCode> {
    let mut by_name: BTreeMap<String, Vec<&UnitCode>> = BTreeMap::new();
    for (code, name) in names {
        by_name.entry(name.trim().to_lowercase()).or_default().push(code);
    }
    by_name.into_values().filter(|codes| codes.len() > 1).flatten().cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn town_and_rural_municipality_of_one_name_are_namesakes() {
        let names = [
            ("0207011", "Kamienna Góra"),
            ("0207022", "Kamienna Góra"),
            ("0207033", "Lubawka"),
            ("0208041", "Nowa Ruda"),
            ("0208112", "nowa ruda "),
            ("0265011", "Wałbrzych"),
            ("0221", "wałbrzyski"),
        ];
        let names = names.map(|(code, name)| (UnitCode::parse(code).expect("a code"), name.to_owned())).into_iter().collect();

        let found: Vec<String> = namesakes(&names).iter().map(ToString::to_string).collect();

        assert_eq!(found, ["0207011", "0207022", "0208041", "0208112"]);
    }
}
