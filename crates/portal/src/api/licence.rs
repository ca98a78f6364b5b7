//! Under which licence the data go out, as the office says it.

use miedza_planning::portal::{Licence, OpenData, Topic};
use miedza_workflows::{Failure, saying};
use serde_json::{Value, json};
use utoipa::openapi::schema::{ObjectBuilder, Schema, SchemaFormat, SchemaType, Type};

use crate::frame::Asker;

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

/// The licence in the description.
pub fn schema() -> Schema {
    let text = || ObjectBuilder::new().schema_type(Type::String);
    let url = text().format(Some(SchemaFormat::Custom("uri".to_owned())));
    let object = ObjectBuilder::new().schema_type(SchemaType::Array(vec![Type::Object, Type::Null]));
    object.property("name", text()).property("url", url).required("name").required("url").build().into()
}
