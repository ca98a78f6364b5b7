//! Why a row of observations, or a whole file of them, was not taken, in the language of the reader.
//!
//! One sentence for each reason: one that has none yet does not compile. What the services of offices say of their own
//! network never comes out of a file, and is told as one.

use miedza_sources::observations::{Error, Outside, Reason};
use miedza_sources::{bdl, eurostat, json_stat};
use miedza_territory::SeriesError;
use miedza_texts::{Argument, Message, key};

/// A number that names a place, not an amount.
fn place(number: impl ToString) -> Argument {
    Argument::Text(number.to_string())
}

/// Why a row or a value was not taken.
pub fn reason(reason: &Reason) -> Message {
    let told = Message::new;
    match reason {
        Reason::NotACode => told(key::REFUSED_NOT_A_CODE),
        Reason::NotTeryt => told(key::REFUSED_NOT_TERYT),
        Reason::Repeated { line } => told(key::REFUSED_REPEATED).with("line", place(line)),
        Reason::Short { fields, expected } => {
            told(key::REFUSED_SHORT).with("fields", place(fields)).with("expected", place(expected))
        }
        Reason::NotANumber { column, value } => {
            told(key::REFUSED_NOT_A_NUMBER).with("column", column.as_str()).with("value", value.as_str())
        }
        Reason::OutOfBounds { outside, column, value } => {
            let sentence = match outside {
                Outside::Negative => key::REFUSED_NEGATIVE,
                Outside::Fraction => key::REFUSED_FRACTION,
                Outside::TooLarge => key::REFUSED_TOO_LARGE,
            };
            let number = value.parse().map_or_else(|_| Argument::Text(value.clone()), Argument::exact);
            told(sentence).with("column", column.as_str()).with("value", number)
        }
        Reason::LongName { most } => told(key::REFUSED_LONG_NAME).with("most", place(most)),
        Reason::LongIdentifier { most } => told(key::REFUSED_LONG_IDENTIFIER).with("most", place(most)),
        Reason::NoVariable => told(key::REFUSED_NO_VARIABLE),
        Reason::NoType => told(key::REFUSED_NO_TYPE),
        Reason::NotAPeriod => told(key::REFUSED_NOT_A_PERIOD),
        Reason::Thousands { measure } => told(key::REFUSED_THOUSANDS).with("measure", measure.as_str()),
        Reason::UnknownFlag { flag } => told(key::REFUSED_UNKNOWN_FLAG).with("flag", flag.as_str()),
        Reason::OtherValue { first, period } => {
            told(key::REFUSED_OTHER_VALUE).with("first", place(first)).with("period", place(period))
        }
        Reason::OtherUnits { list } => told(key::REFUSED_OTHER_UNITS).with("list", list.as_str()),
        Reason::NotAUnit => told(key::REFUSED_NOT_A_UNIT),
    }
}

/// Why a file gives no observations; `None` for a table that cannot be read, which is told as any other table.
pub fn file(error: &Error) -> Option<Message> {
    Some(match error {
        Error::Table(_) | Error::Bank(bdl::Error::Table(_)) => return None,
        Error::Bank(error) => bank(error),
        Error::Cube(error) => cube(error),
        Error::Eurostat(error) => answer(error),
        Error::Series(error) => series(error),
        Error::Json { file, .. } => Message::new(key::UNREAD_JSON).with("file", &**file),
        Error::Unknown { file, columns, .. } => {
            Message::new(key::UNREAD_UNKNOWN).with("file", &**file).with("columns", &**columns)
        }
        Error::Edition { file } => Message::new(key::UNREAD_EDITION).with("file", &**file),
        Error::NotAWord { word } => Message::new(key::UNREAD_NO_WORD).with("word", &**word),
        Error::Measures { file, variable, measures } => {
            let told = Message::new(key::UNREAD_MEASURES).with("file", &**file);
            told.with("variable", &**variable).with("measures", &**measures)
        }
        Error::Mapping { file, column, reason: why } => {
            Message::new(key::UNREAD_MAPPING).with("file", &**file).with("column", &**column).with("reason", reason(why))
        }
        Error::AllRefused { file, refused, line, what, reason: why } => {
            let told = Message::new(key::UNREAD_ALL_REFUSED).with("file", &**file).with("refused", place(refused));
            told.with("line", place(line)).with("what", &**what).with("reason", reason(why))
        }
    })
}

fn series(error: &SeriesError) -> Message {
    let of = |sentence, variable: &str| Message::new(sentence).with("variable", variable);
    match error {
        SeriesError::Contradiction { variable, unit, period } => {
            of(key::UNREAD_CONTRADICTION, variable).with("unit", place(unit)).with("period", place(period))
        }
        SeriesError::NotFinite { variable, unit, period } => {
            of(key::UNREAD_NOT_FINITE, variable).with("unit", place(unit)).with("period", place(period))
        }
        SeriesError::NotAKey { source_word, variable } => of(key::UNREAD_NO_KEY, &format!("{source_word}:{variable}")),
        SeriesError::TooManyPeriods { variable, periods } => {
            of(key::UNREAD_TOO_MANY_PERIODS, variable).with("periods", place(periods))
        }
    }
}

fn bank(error: &bdl::Error) -> Message {
    match error {
        bdl::Error::Shape { line, .. } => Message::new(key::UNREAD_BANK_ANSWER).with("line", place(line)),
        bdl::Error::OtherVariable { asked, found } => {
            Message::new(key::UNREAD_BANK_VARIABLE).with("asked", place(asked)).with("found", place(found))
        }
        bdl::Error::NoPeriod { file, column } => {
            Message::new(key::CAUSE_NO_PERIOD).with("file", file.as_str()).with("column", column.as_str())
        }
        bdl::Error::NotALabel { line, .. } => Message::new(key::UNREAD_DAMAGED_LIST).with("line", place(line)),
        bdl::Error::Series(error) => series(error),
        _ => Message::new(key::UNREAD_BANK),
    }
}

fn cube(error: &json_stat::Error) -> Message {
    use json_stat::Error as Cube;
    match error {
        Cube::TooManyBytes { file, .. } | Cube::TooManyCells { file, .. } => {
            Message::new(key::UNREAD_CUBE_LARGE).with("file", &**file)
        }
        Cube::Json { file, .. } | Cube::NotADataset { file, .. } => Message::new(key::UNREAD_NO_CUBE).with("file", &**file),
        Cube::NoRole { file, dimensions, .. } => {
            Message::new(key::UNREAD_CUBE_ROLE).with("file", &**file).with("dimensions", &**dimensions)
        }
        Cube::NotANumber { file, cell, value } => {
            Message::new(key::UNREAD_CUBE_NUMBER).with("file", &**file).with("cell", &**cell).with("value", &**value)
        }
        Cube::NotACode { file, dimension, .. } | Cube::NotATime { file, dimension, .. } => {
            Message::new(key::UNREAD_CUBE_CATEGORY).with("file", &**file).with("dimension", &**dimension)
        }
        Cube::Shape { file, .. }
        | Cube::NoDimension { file, .. }
        | Cube::Categories { file, .. }
        | Cube::NoCategory { file, .. }
        | Cube::NotChosen { file, .. }
        | Cube::Length { file, .. }
        | Cube::Position { file, .. } => Message::new(key::UNREAD_CUBE_PARTS).with("file", &**file),
    }
}

fn answer(error: &eurostat::Error) -> Message {
    match error {
        eurostat::Error::Cube(error) => cube(error),
        eurostat::Error::Later { file, .. } => Message::new(key::UNREAD_EUROSTAT_LATER).with("file", &**file),
        eurostat::Error::TooLarge { file, .. } => Message::new(key::UNREAD_EUROSTAT_LARGE).with("file", &**file),
        eurostat::Error::Refused { file, status, label } => {
            let told = Message::new(key::UNREAD_EUROSTAT_REFUSED).with("file", &**file);
            told.with("status", place(status)).with("label", &**label)
        }
        // A file on disk is asked for nothing.
        eurostat::Error::Question { .. }
        | eurostat::Error::Service(_)
        | eurostat::Error::OtherDataset { .. }
        | eurostat::Error::NoDimension { .. }
        | eurostat::Error::OtherCategory { .. } => Message::new(key::UNREAD_EUROSTAT),
    }
}

#[cfg(test)]
mod tests {
    use miedza_territory::Period;
    use miedza_texts::Language;

    use super::*;

    fn plain(message: &Message, language: Language) -> String {
        language.say(message).chars().filter(|sign| !('\u{2066}'..='\u{2069}').contains(sign)).collect()
    }

    #[test]
    fn refused_rows_are_told_in_the_language_of_the_reader() {
        let out = |outside, value: &str| Reason::OutOfBounds { outside, column: "wartość".into(), value: value.into() };
        let cases = [
            (Reason::Repeated { line: 2083 }, Language::Pl, "ta jednostka jest już w wierszu 2083"),
            (Reason::NotACode, Language::Cs, "není to kód jednotky"),
            (
                out(Outside::Fraction, "1234.5"),
                Language::Pl,
                "w kolumnie wartość: 1\u{202f}234,5 nie jest liczbą całkowitą, a ta zmienna liczy sztuki",
            ),
            (out(Outside::Negative, "-500"), Language::En, "in column wartość, −500 is negative, which this variable cannot be"),
            (
                Reason::OtherValue { first: 3, period: Period::Year(2023) },
                Language::En,
                "line 3 gives another value for this unit in 2023; neither is taken, leave one of them out",
            ),
        ];
        for (why, language, expected) in cases {
            assert_eq!(plain(&reason(&why), language), expected);
        }
    }

    #[test]
    fn a_file_that_gives_nothing_says_why_in_the_language_of_the_reader() {
        let error =
            Error::AllRefused { file: "a.csv".into(), refused: 1, line: 2, what: "razem".into(), reason: Reason::NotACode };
        let told = file(&error).map(|message| plain(&message, Language::Pl));

        assert_eq!(
            told.as_deref(),
            Some("a.csv nie daje żadnej wartości; odrzucono: 1, pierwszy jest wiersz 2, razem: to nie jest kod jednostki")
        );
    }
}
