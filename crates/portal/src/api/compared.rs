//! Two variants of a partnership compared.

use miedza_planning::record::{Kind, Record};
use miedza_planning::rights::Room;
use miedza_texts::{Message, key};
use miedza_workflows::Failure;
use miedza_workflows::lab::{Compared, Measures, Opened, Pair, compare};
use serde_json::json;

use super::answer::Found;
use super::column::{Cell, Column, Holds, Named};
use super::endpoint::{Asked, Endpoint, Expects, Gives, Parameter, Written};
use super::record::Around;
use crate::frame::{About, Asker, Told};

/// A variant compared with another one.
pub const ONE: Endpoint = Endpoint {
    name: "variants_compared",
    summary: key::API_COMPARED,
    room: Room::Diagnosis,
    about: About::RecordOf(Kind::Variants),
    written: &[(Written::Json, "/api/v1/partnerships/{partnership}/variants/{id}/compared")],
    parameters: &[Parameter { name: "with", expects: Expects::Words, about: key::API_PARAMETER_WITH }],
    gives: Gives::One,
    columns,
    told: &[],
};

fn columns() -> Vec<Column> {
    let decimal = |name, label| Column::new(name, Holds::Decimal, label);
    vec![
        Column::needed("one", Holds::Link(Kind::Variants), key::LAB_COMPARE_ONE),
        Column::needed("other", Holds::Link(Kind::Variants), key::LAB_COMPARE_OTHER),
        Column::needed("both", Holds::Units, key::LAB_SIDE_BOTH),
        Column::needed("only_one", Holds::Units, key::API_COLUMN_ONLY_ONE),
        Column::needed("only_other", Holds::Units, key::API_COLUMN_ONLY_OTHER),
        decimal("jaccard", key::LAB_AGREE_UNITS),
        decimal("jaccard_by_population", key::LAB_AGREE_POPULATION),
        decimal("adjusted_rand", key::COMPARE_ADJUSTED_RAND),
        decimal("normalised_mutual_information", key::COMPARE_NMI),
        decimal("variation_of_information", key::COMPARE_VI),
        decimal("moved_population", key::LAB_MOVED_POPULATION),
        decimal("moved_population_share", key::API_COLUMN_MOVED_POPULATION_SHARE),
        decimal("moved_jobs", key::LAB_MOVED_JOBS),
        decimal("moved_jobs_share", key::API_COLUMN_MOVED_JOBS_SHARE),
        Column::new("all_areas", Holds::Data, key::API_COLUMN_ALL_AREAS),
    ]
}

/// The variant of the address with the one that the question names.
///
/// # Errors
/// [`Told`] if there is no such variant, or it cannot be opened.
pub async fn one(asker: Asker, asked: Asked) -> Result<Found, Told> {
    let other = other(&asker, asked.text("with").unwrap_or_default()).await?;
    let (lab, partnership) = (asker.app.lab(), asker.the_partnership());
    let one = lab.open(partnership, asker.the_record().clone(), asker.today()).await?;
    let other = lab.open(partnership, other, asker.today()).await?;
    let compared = compare(&one.desk, &other.desk);
    let mut around = Around::default();
    let codes: Vec<&str> =
        [&compared.both, &compared.only_first, &compared.only_second].into_iter().flatten().map(String::as_str).collect();
    around.add_units(&asker, codes).await?;
    Ok(Found::One(row(&asker, [&one, &other], &compared, &around)))
}

/// The other variant, if the asker may see it.
async fn other(asker: &Asker, id: &str) -> Result<Record, Failure> {
    let variants = asker.app.lab().variants(asker.the_partnership()).await?;
    let found = variants.into_iter().find(|variant| variant.id == id);
    found.filter(|variant| asker.sees(variant, asker.partnership.as_deref())).ok_or_else(|| {
        let told = Message::new(key::API_UNFIT).with("name", "with").with("value", id);
        Failure::invalid(told, key::API_PARAMETER_WITH)
    })
}

fn row(asker: &Asker, [one, other]: [&Opened; 2], compared: &Compared, around: &Around) -> Vec<Cell> {
    let variant = |opened: &Opened| {
        let name = Some(asker.words(&opened.variant, "name")).filter(|name| !name.is_empty());
        Cell::Named(Named { id: opened.variant.id.clone(), name })
    };
    let units = |codes: &[String]| Cell::Several(codes.iter().map(|code| around.unit(code)).collect());
    let decimal = |number: Option<f64>| number.map_or(Cell::Missing, Cell::Decimal);
    let measure = |of: fn(&Measures) -> Option<f64>| decimal(compared.by_units.as_ref().and_then(of));
    let whole = Pair::of(&one.desk, &other.desk).and_then(|pair| pair.whole());
    vec![
        variant(one),
        variant(other),
        units(&compared.both),
        units(&compared.only_first),
        units(&compared.only_second),
        decimal(compared.jaccard),
        decimal(compared.jaccard_by_population),
        measure(|measures| measures.adjusted_rand),
        measure(|measures| Some(measures.normalised_mutual_information)),
        measure(|measures| Some(measures.variation_of_information)),
        decimal(compared.moved.population),
        decimal(compared.moved.population_share),
        decimal(compared.moved.jobs),
        decimal(compared.moved.jobs_share),
        whole.map_or(Cell::Missing, |whole| Cell::Data(json!(whole))),
    ]
}
