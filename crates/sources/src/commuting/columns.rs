//! Which columns of a flow table say from where, to where and how many.

use super::modelled;
use crate::table::{Catalogue, Column, Found, Lack, Table};

/// Names of columns in Polish, Czech, English, German, French and Italian tables.
static CATALOGUE: Catalogue = Catalogue::new(include_str!("columns.txt"));

/// Columns that a person named; `None` where the names of the table shall tell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// Code of the unit of residence.
    pub origin: Option<Column>,
    /// Code of the unit of work.
    pub destination: Option<Column>,
    /// Number of persons.
    pub persons: Option<Column>,
}

/// Where the three columns stand, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Places {
    pub(super) origin: usize,
    pub(super) destination: usize,
    pub(super) persons: usize,
    /// Where a row may say that its figure is modelled; `None` in most tables.
    pub(super) status: Option<usize>,
}

impl Columns {
    /// The columns of a header, or what it lacks.
    pub(super) fn find(&self, header: &[String]) -> Result<Places, Lack> {
        let roles = [
            ("the unit of residence", "origin", "--origin", &self.origin),
            ("the unit of work", "destination", "--destination", &self.destination),
            ("the persons", "persons", "--persons", &self.persons),
        ];
        let found = roles.map(|(_, word, _, given)| match given {
            Some(column) => column.find(header),
            None => CATALOGUE.find(word, header),
        });
        let count = found.iter().filter(|found| matches!(found, Found::One(_))).count();
        let mut places = [0; 3];
        for (position, found) in found.into_iter().enumerate() {
            let (role, _, option, _) = roles[position];
            let option = option.to_string();
            places[position] = match found {
                Found::One(column) => column,
                Found::None => return Err(Lack::Missing { role, option, found: count }),
                Found::Several(columns) => return Err(Lack::Ambiguous { role, option, columns, found: count }),
            };
        }
        let [origin, destination, persons] = places;
        let status = modelled::column(header).filter(|column| !places.contains(column));
        Ok(Places { origin, destination, persons, status })
    }

    /// Whether all three are given by number, so that the table may do without a header.
    fn are_numbers(&self) -> bool {
        [&self.origin, &self.destination, &self.persons].into_iter().all(|column| matches!(column, Some(Column::Number(_))))
    }

    /// Gives the first row back to a table without a header: columns are numbered, and the persons are a number at once.
    pub(super) fn mend_header(&self, table: &mut Table, places: &Places) {
        let first = table.header().get(places.persons).map_or("", String::as_str);
        if self.are_numbers() && first.parse::<f64>().is_ok() {
            table.header_is_a_row();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(columns: &Columns, names: &[&str]) -> Result<[usize; 3], Lack> {
        let header: Vec<String> = names.iter().map(ToString::to_string).collect();
        columns.find(&header).map(|places| [places.origin, places.destination, places.persons])
    }

    #[test]
    fn columns_are_found_by_name_in_six_languages() {
        let cases: [(&[&str], [usize; 3]); 14] = [
            (&["FROM", "TO", "n"], [0, 1, 2]),
            (&["kod_origin", "kod_dest", "gmina_dest", "no", "gmina_origin"], [0, 1, 3]),
            (&["Z", "DO", "Liczba"], [0, 1, 2]),
            (&["i", "namei", "wi", "j", "namej", "wj", "fij"], [0, 3, 6]),
            (&["HOME", "WORK", "FLOW", "CONTI"], [0, 1, 2]),
            (&["community_live", "community_work", "amount"], [0, 1, 2]),
            (&["Skąd", "Dokąd", "Osoby"], [0, 1, 2]),
            (&["Odkud", "Kam", "Počet"], [0, 1, 2]),
            (&["Wohnort", "Arbeitsort", "Anzahl"], [0, 1, 2]),
            (&["CODGEO", "LIBGEO", "DCLT", "L_DCLT", "NBFLUX_C20_ACTOCC15P"], [0, 2, 4]),
            (&["residenza", "lavoro", "persone"], [0, 1, 2]),
            (&["origin", "origin_code", "destination", "destination_code", "persons"], [1, 3, 4]),
            (
                &[
                    "Kod gminy miejsca zamieszkania Code of gmina of residence",
                    "Nazwa gminy miejsca zamieszkania",
                    "Kod gminy miejsca pracy Code of gmina of workplace",
                    "Nazwa gminy miejsca pracy",
                    "Liczba osób pracujących",
                ],
                [0, 2, 4],
            ),
            (
                &["Miejsce zamieszkania kod", "Miejsce zamieszkania nazwa", "Miejsce pracy kod", "Miejsce pracy nazwa", "Liczba"],
                [0, 2, 4],
            ),
        ];
        for (names, expected) in cases {
            assert_eq!(find(&Columns::default(), names), Ok(expected), "{names:?}");
        }
    }

    #[test]
    fn a_missing_column_is_named_with_its_option() {
        let lack = find(&Columns::default(), &["from", "to", "colour"]);

        assert_eq!(lack, Err(Lack::Missing { role: "the persons", option: "--persons".into(), found: 2 }));
    }

    #[test]
    fn two_columns_that_fit_are_not_chosen_between() {
        let lack = find(&Columns::default(), &["from", "origin", "to", "n"]);

        assert!(matches!(lack, Err(Lack::Ambiguous { ref columns, .. }) if columns == &[0, 1]), "{lack:?}");
    }
}
