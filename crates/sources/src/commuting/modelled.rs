//! The mark of figures that nobody counted: a column in which rows say that they are modelled.
//!
//! Miedza writes such tables itself and must know them again, also after a spreadsheet has saved them: the mark is therefore
//! a column of the table, not a line above it or the name of a file. Decision 0016.

use crate::table::fold;

/// Name of the column in tables that Miedza writes.
pub const COLUMN: &str = "status";
/// What a modelled row says in it.
pub const MODELLED: &str = "modelled";

/// Names of columns that may hold the mark, folded: those of Miedza and of statistical offices in six languages.
const NAMES: [&str; 12] = [
    "status", "obs status", "modelled", "modeled", "flag", "obs flag", "stav udaje", "rodzaj danych", "status danych", "statut",
    "stato", "datenstatus",
];
/// What a modelled row says, folded.
const MARKS: [&str; 10] = [
    "modelled", "modeled", "model", "modelowane", "modelowana", "modelovano", "modelovany udaj", "modelliert", "modelise",
    "modellato",
];
/// What it may say besides where the column is called by the mark itself.
const YES: [&str; 6] = ["1", "true", "yes", "tak", "ano", "t"];

/// The first column that may hold the mark.
pub(super) fn column(header: &[String]) -> Option<usize> {
    header.iter().position(|name| NAMES.contains(&fold(name).as_str()))
}

/// Whether a field says that its row is modelled.
pub(super) fn says_so(field: &str, column: &str) -> bool {
    if field.is_empty() {
        return false;
    }
    let field = fold(field);
    let is_named = ["modelled", "modeled"].contains(&fold(column).as_str());
    MARKS.contains(&field.as_str()) || (is_named && YES.contains(&field.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_is_known_whatever_a_spreadsheet_made_of_it() {
        let cases = [
            ("status", "modelled", true),
            ("Status", " MODELLED ", true),
            ("OBS_STATUS", "model", true),
            ("Rodzaj danych", "modelowane", true),
            ("Stav údaje", "Modelováno", true),
            ("modelled", "1", true),
            ("Modelled", "TRUE", true),
            ("modelled", "0", false),
            ("status", "1", false),
            ("status", "", false),
            ("OBS_STATUS", "p", false),
            ("persons", "modelled", false),
        ];
        for (name, field, expected) in cases {
            let found = column(&[name.to_owned()]).is_some_and(|_| says_so(field, name));

            assert_eq!(found, expected, "{name}: {field}");
        }
    }
}
