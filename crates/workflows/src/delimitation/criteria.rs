//! Criteria: a table of them as the one line that the method takes, and what each unit came to in words.

use std::borrow::Cow;
use std::path::Path;

use miedza_delimitation::method::criteria::{self, Criterion, Judged, Verdict};
use miedza_sources::Error as TableError;
use miedza_sources::table::{Input, Lack, Table as Rows, fold};
use miedza_territory::Provenance;
use miedza_texts::{Language, Message, key};

use super::request::Request;
use crate::failure::{Failure, Table};

/// The request with the table of criteria, where it names one, as a setting before the others.
///
/// # Errors
/// [`Failure`] that names the table, and the criterion at fault.
pub fn taken_in(request: &Request) -> Result<(Cow<'_, Request>, Option<Provenance>), Failure> {
    let Some(file) = &request.criteria else { return Ok((Cow::Borrowed(request), None)) };
    let (line, provenance) = read(file)?;
    let mut request = request.clone();
    request.settings.insert(0, format!("criteria={line}"));
    request.method.get_or_insert_with(|| "criteria".to_owned());
    Ok((Cow::Owned(request), Some(provenance)))
}

/// Places of the columns of a table of criteria.
struct Places {
    indicator: usize,
    comparison: usize,
    threshold: usize,
    relative_to: Option<usize>,
    group: Option<usize>,
    weight: Option<usize>,
    mandatory: Option<usize>,
}

/// Reads a table of criteria as one line, numbers as they stand there.
fn read(file: &Path) -> Result<(String, Provenance), Failure> {
    let failed = |error: TableError| Failure::table(Table::Units, file, &error);
    let input = Input::open(file).map_err(failed)?;
    let provenance = input.provenance("criteria");
    let (mut rows, places) = Rows::find(input, None, Places::find).map_err(failed)?;
    let mut criteria = Vec::new();
    while rows.advance().map_err(failed)? {
        if !rows.row().is_blank() {
            criteria.push(places.written(|column| rows.row().field(column).trim()));
        }
    }
    let line = criteria.join("; ");
    criteria::read(&line).map_err(|error| Failure::criteria(file, &error))?;
    Ok((line, provenance))
}

impl Places {
    fn find(header: &[String]) -> Result<Self, Lack> {
        let find = |name: &str| header.iter().position(|column| fold(column) == name);
        let lack = |role, found| Lack::Missing { role, option: "columns indicator, comparison, threshold".into(), found };
        Ok(Self {
            indicator: find("indicator").ok_or_else(|| lack("the figure that is compared", 0))?,
            comparison: find("comparison").ok_or_else(|| lack("the sign of comparison", 1))?,
            threshold: find("threshold").ok_or_else(|| lack("the threshold", 2))?,
            relative_to: find("relative to"),
            group: find("group"),
            weight: find("weight"),
            mandatory: find("mandatory"),
        })
    }

    /// One row as the line of criteria has it; what does not fit is left as it is, for the reader of the line to name.
    fn written<'a>(&self, field: impl Fn(usize) -> &'a str) -> String {
        let optional = |place: Option<usize>| place.map(&field).filter(|text| !text.is_empty());
        let number = |text: &str| text.replace(',', ".").replace(' ', "");
        let mut line = format!("{} {} {}", field(self.indicator), field(self.comparison), number(field(self.threshold)));
        match optional(self.relative_to).unwrap_or("absolute") {
            "absolute" => {}
            mean => line.push_str(&format!(" of {}", mean.trim_end_matches("_mean").trim_end_matches(" mean"))),
        }
        if let Some(group) = optional(self.group) {
            line.push_str(&format!(" group {}", group.split_whitespace().collect::<Vec<_>>().join("_")));
        }
        if let Some(weight) = optional(self.weight) {
            line.push_str(&format!(" weight {}", number(weight)));
        }
        match optional(self.mandatory).unwrap_or("false") {
            "false" | "no" | "nie" | "ne" | "0" => {}
            "true" | "yes" | "tak" | "ano" | "1" => line.push_str(" mandatory"),
            other => line.push_str(&format!(" {other}")),
        }
        line
    }
}

/// What a unit came to, criterion by criterion: `density 153 ≥ 100, passed; …`.
pub fn in_words(criteria: &[Criterion], verdict: &Verdict, language: Language) -> String {
    let told = criteria.iter().zip(&verdict.results).map(|(criterion, judged)| {
        let key = match judged.passed {
            Some(true) => key::CRITERION_PASSED,
            Some(false) => key::CRITERION_FAILED,
            None => key::CRITERION_UNKNOWN,
        };
        language.say(&Message::new(key).with("criterion", compared(criterion, judged, language)))
    });
    told.collect::<Vec<_>>().join("; ")
}

fn compared(criterion: &Criterion, judged: &Judged, language: Language) -> String {
    let number = |figure: Option<f64>| figure.map_or_else(|| "?".to_owned(), |figure| language.number(figure, decimals(figure)));
    format!("{} {} {} {}", criterion.indicator, number(judged.value), criterion.comparison.sign(), number(judged.threshold))
}

/// Three figures are enough to compare.
fn decimals(figure: f64) -> usize {
    match figure.abs() {
        size if size.fract() <= 0.0 || size >= 100.0 => 0,
        size if size >= 10.0 => 1,
        _ => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Result<String, Failure> {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("criteria.csv");
        std::fs::write(&file, text).expect("written");
        read(&file).map(|(line, _)| line)
    }

    #[test]
    fn a_table_of_criteria_is_one_line() {
        let line = table(
            "indicator;comparison;threshold;relative_to;group;weight;mandatory;source\n\
             density;>=;0,75;region_mean;morphological;2;tak;\n\
             commuters_to_core;>=;50;;functional ties;;nie;somewhere\n",
        );

        let expected = "density >= 0.75 of region group morphological weight 2 mandatory; \
                        commuters_to_core >= 50 group functional_ties";
        assert_eq!(line.expect("two criteria"), expected);
    }

    #[test]
    fn a_fault_in_a_table_names_its_criterion() {
        let refused = table("indicator,comparison,threshold\ndensity,>=,100\njobs,>=,many\n").expect_err("no number");

        let told: String = refused.lines(miedza_texts::Language::En).into_iter().map(|(_, line)| line).collect();
        assert!(told.contains("criterion 2, \"jobs >= many\": \"many\" is no number such as 50, 0.5 or 75%"), "{told}");
    }
}
