//! Under which licence the data go out, as the office says it.

use axum::http::{HeaderValue, header};
use axum::response::Response;
use miedza_planning::portal::{Licence, OpenData, Topic};
use miedza_workflows::{Failure, saying};
use serde_json::{Value, json};

use super::asker::Asker;

/// The licence that the office has chosen; `None` as long as it has not chosen one.
///
/// # Errors
/// [`Failure`] if the store cannot be read.
pub async fn chosen(asker: &Asker) -> Result<Option<Licence>, Failure> {
    let said: OpenData = saying::read(asker.app.store(), Topic::Data).await?;
    Ok(said.licence)
}

/// The licence in an answer.
pub fn written(licence: Option<Licence>) -> Value {
    licence.map_or(Value::Null, |licence| json!({"name": licence.name(), "url": licence.address()}))
}

/// Names the licence in the head of an answer.
pub fn told(answer: &mut Response, licence: Option<Licence>) {
    if let Some(licence) = licence
        && let Ok(link) = HeaderValue::from_str(&format!("<{}>; rel=\"license\"", licence.address()))
    {
        answer.headers_mut().insert(header::LINK, link);
    }
}
