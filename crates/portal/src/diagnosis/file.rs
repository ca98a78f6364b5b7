//! Files of a diagnosis: the report, and an indicator as a table for programs.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::Path;
use axum::response::IntoResponse;
use miedza_workflows::diagnosis::{ReportForm, export};

use super::area::Area;
use super::chosen::Chosen;
use crate::frame::attachment::attachment;
use crate::frame::failure::unknown_address;
use crate::frame::{Answer, Asker};

type Steps = BTreeMap<String, String>;

fn step<'a>(path: &'a Steps, name: &str) -> &'a str {
    path.get(name).map(String::as_str).unwrap_or_default()
}

/// The report in the form that the address names.
pub async fn report(asker: Asker, Path(path): Path<Steps>) -> Answer {
    let form = ReportForm::of_ending(step(&path, "ending")).ok_or_else(unknown_address)?;
    let area = Area::open(asker).await?;
    written(&area, form).await
}

/// The report of a diagnosis that is kept, as its office sees it.
pub async fn kept_report(asker: Asker, Path(path): Path<Steps>) -> Answer {
    let form = ReportForm::of_ending(step(&path, "ending")).ok_or_else(unknown_address)?;
    let diagnosis = asker.the_record().clone();
    let area = Area::of_partnership(asker, Chosen::default(), Some(diagnosis)).await?;
    written(&area, form).await
}

async fn written(area: &Area, form: ReportForm) -> Answer {
    let (diagnoses, subject) = (area.asker.app.diagnoses(), area.ground.subject.clone());
    let bytes = if let Some(book) = &area.book {
        diagnoses.report_of_partnership(&area.asked(book), subject, form).await?
    } else {
        let title = Some(area.chosen.name.trim().to_owned()).filter(|name| !name.is_empty());
        diagnoses.report_of_units(subject, title, (form, area.language())).await?
    };
    let of = if area.book.is_some() { area.asker.slug() } else { "area" };
    Ok(attachment(form.media_type(), &format!("diagnosis-{of}.{}", form.ending()), bytes))
}

/// An indicator as a table.
pub async fn indicator(asker: Asker, Path(path): Path<Steps>) -> Answer {
    let area = Area::open(asker).await?;
    let indicator = area.ground.indicator(step(&path, "code")).ok_or_else(unknown_address)?;
    match step(&path, "ending") {
        "csv" => {
            let table = export::csv(&area.ground, indicator)?;
            Ok(attachment("text/csv; charset=utf-8", &format!("{}.csv", indicator.code), table))
        }
        "json" => Ok(Json(export::json(&area.ground, indicator, area.language())?).into_response()),
        _ => Err(unknown_address().into()),
    }
}
