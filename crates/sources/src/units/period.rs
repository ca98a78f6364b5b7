//! The time that the name of a column tells: `ogółem;2024;[osoba]`, `population_2025_01_01`, `obyvatel k 1. 1. 2025`.

use miedza_territory::{Day, Period};

use crate::table::fold;

/// The first year in a name, with its day where the numbers beside it make one; `None` where there is no year.
pub(crate) fn in_name(name: &str) -> Option<Period> {
    let folded = fold(name);
    let words: Vec<&str> = folded.split(' ').collect();
    let (at, year) = words.iter().enumerate().find_map(|(at, word)| Some((at, year(word)?)))?;
    let number = |at: Option<usize>| words.get(at?)?.parse::<u8>().ok();
    let day = |month: Option<usize>, day: Option<usize>| Day::new(year, number(month)?, number(day)?);
    let after = day(Some(at + 1), Some(at + 2));
    let before = || day(at.checked_sub(1), at.checked_sub(2));
    Some(after.or_else(before).map_or(Period::Year(year), Period::Day))
}

fn year(word: &str) -> Option<u16> {
    word.parse().ok().filter(|year| word.len() == 4 && (1900..2100).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_column_tells_its_time() {
        let cases = [
            ("ogółem;2024;[osoba]", Some("2024")),
            ("population_2025_01_01", Some("2025-01-01")),
            ("obyvatel k 1. 1. 2025", Some("2025-01-01")),
            ("employees_2024_12_01", Some("2024-12-01")),
            ("Ludność stan w dniu 31.12.2023", Some("2023-12-31")),
            ("Ludność ogółem total", None),
            ("ludność na 1000 mieszkańców", None),
            ("30 2023", Some("2023")),
            ("", None),
        ];
        for (name, expected) in cases {
            assert_eq!(in_name(name).map(|period| period.to_string()).as_deref(), expected, "{name}");
        }
    }
}
