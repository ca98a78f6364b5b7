//! The description of the interface for programs (OpenAPI 3.1), made from the same list as its doors.

use miedza_texts::{Language, Message, key};
use serde_json::Value;
use utoipa::openapi::path::{HttpMethod, Operation, OperationBuilder, ParameterBuilder, ParameterIn, PathItem, PathsBuilder};
use utoipa::openapi::response::{Response, ResponseBuilder};
use utoipa::openapi::schema::{ArrayBuilder, ObjectBuilder, Schema, SchemaType, Type};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{
    Components, ComponentsBuilder, ContentBuilder, HeaderBuilder, InfoBuilder, KnownFormat, OpenApiBuilder, Ref, RefOr, Required,
    SchemaFormat, ServerBuilder,
};

use super::ENDPOINTS;
use super::answer::Found;
use super::column::{Column, Holds, parts};
use super::endpoint::{Asked, Endpoint, Expects, Gives, Parameter, Written};
use crate::frame::{Asker, Told};

/// Text without control characters.
const PLAIN: &str = "^[^\\u0000-\\u001f\\u007f-\\u009f]*$";
/// A day, a month, a quarter or a year of the years 1000 to 9999.
const DATE: &str = "^[1-9][0-9]{3}(-Q[1-4]|-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$";
/// A day of the years 1000 to 9999.
const DAY: &str = "^[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}$";

/// The description as JSON, its sentences in the asker's language.
///
/// # Errors
/// [`Told`] for a fault of the program.
pub async fn describe(asker: Asker, _asked: Asked) -> Result<Found, Told> {
    let document = document(asker.language, &asker.app.portal().public_address);
    Ok(Found::Document(document))
}

/// The description in a language.
#[must_use]
pub fn document(language: Language, server: &str) -> Value {
    let say = |key| language.say(&Message::new(key));
    let info = InfoBuilder::new()
        .title(format!("{} API", say(key::PORTAL_NAME)))
        .version(super::VERSION)
        .description(Some(say(key::API_DESCRIPTION)))
        .build();
    let mut paths = PathsBuilder::new();
    for endpoint in ENDPOINTS {
        for (written, path) in endpoint.written {
            let operation = operation(endpoint, *written, path, language);
            paths = paths.path(*path, PathItem::new(HttpMethod::Get, operation));
        }
    }
    let document = OpenApiBuilder::new()
        .info(info)
        .servers(Some([ServerBuilder::new().url(server).build()]))
        .paths(paths.build())
        .components(Some(components(language)))
        .build();
    serde_json::to_value(&document).unwrap_or(Value::Null)
}

fn operation(endpoint: &Endpoint, written: Written, path: &str, language: Language) -> Operation {
    let say = |key| language.say(&Message::new(key));
    let id = if written == Written::Json {
        endpoint.name.to_owned()
    } else {
        format!("{}_{}", endpoint.name, written.name().to_lowercase())
    };
    let mut operation = OperationBuilder::new().operation_id(Some(id)).summary(Some(say(endpoint.summary)));
    for name in path.split('/').filter_map(|part| part.strip_prefix('{')).filter_map(|part| part.split('}').next()) {
        let parameter = ParameterBuilder::new()
            .name(name)
            .parameter_in(ParameterIn::Path)
            .required(Required::True)
            .description(Some(say(path_parameter(name))))
            .schema(Some(text()));
        operation = operation.parameter(parameter);
    }
    for parameter in endpoint.parameters(written) {
        let described = ParameterBuilder::new()
            .name(parameter.name)
            .parameter_in(ParameterIn::Query)
            .required(Required::False)
            .description(Some(say(parameter.about)))
            .schema(Some(expected(&parameter, endpoint)));
        operation = operation.parameter(described);
    }
    operation = operation.response("200", answered(endpoint, written, language));
    operation = operation.response("304", ResponseBuilder::new().description(say(key::API_ANSWER_SAME)));
    for (status, name) in
        [("400", "Unclear"), ("401", "Unknown"), ("403", "Refused"), ("404", "NotFound"), ("503", "Unavailable")]
    {
        operation = operation.response(status, RefOr::Ref(Ref::from_response_name(name)));
    }
    if endpoint.parameters(written).any(|parameter| parameter.expects == Expects::Cursor) {
        operation = operation.response("409", RefOr::Ref(Ref::from_response_name("Changed")));
    }
    // Without a token, or with one.
    operation.security(SecurityRequirement::default()).security(SecurityRequirement::new("token", Vec::<String>::new())).build()
}

const fn path_parameter(name: &str) -> miedza_texts::Key {
    match name.as_bytes() {
        b"partnership" => key::API_PATH_PARTNERSHIP,
        b"code" => key::API_PATH_CODE,
        b"source" => key::API_PATH_SOURCE,
        b"variable" => key::API_PATH_VARIABLE,
        _ => key::API_PATH_ID,
    }
}

fn expected(parameter: &Parameter, endpoint: &Endpoint) -> Schema {
    let words = ObjectBuilder::new().schema_type(Type::String);
    match parameter.expects {
        Expects::Words => words.max_length(Some(200)).pattern(Some(PLAIN)).build().into(),
        Expects::Date => words.pattern(Some(DATE)).build().into(),
        Expects::Day => words.format(Some(SchemaFormat::KnownFormat(KnownFormat::Date))).pattern(Some(DAY)).build().into(),
        Expects::Number(least, most) => {
            ObjectBuilder::new().schema_type(Type::Integer).minimum(Some(least)).maximum(Some(most)).build().into()
        }
        Expects::Choice(list) => words.enum_values(Some(list.iter().copied())).build().into(),
        Expects::Order => {
            let names = (endpoint.columns)().into_iter().flat_map(|column| [column.name.to_owned(), format!("-{}", column.name)]);
            words.enum_values(Some(names)).build().into()
        }
        Expects::Cursor => words.pattern(Some("^[0-9a-f]+\\.[0-9a-f]+$")).build().into(),
    }
}

fn answered(endpoint: &Endpoint, written: Written, language: Language) -> Response {
    let content = match (written, endpoint.gives) {
        (Written::Json, Gives::List | Gives::One) => {
            let row: RefOr<Schema> = RefOr::Ref(Ref::from_schema_name(schema_name(endpoint)));
            ContentBuilder::new().schema(Some(enveloped(endpoint, row, language)))
        }
        (Written::GeoJson, _) => ContentBuilder::new().schema(Some(features(endpoint, language))),
        (Written::Json, _) => ContentBuilder::new().schema(Some(Schema::from(any_object()))),
        (Written::Csv | Written::Xlsx, _) => ContentBuilder::new().schema(Some(text())),
    };
    let described =
        |about| HeaderBuilder::new().schema(Some(text())).description(Some(language.say(&Message::new(about)))).build();
    ResponseBuilder::new()
        .description(language.say(&Message::new(endpoint.summary)))
        .content(written.media_type().split(';').next().unwrap_or_default(), content.build())
        .header("ETag", described(key::API_HEADER_ETAG))
        .header("Link", described(key::API_HEADER_LINK))
        .build()
}

/// What stands around the rows or the one thing.
fn enveloped(endpoint: &Endpoint, row: RefOr<Schema>, language: Language) -> Schema {
    let say = |key| Some(language.say(&Message::new(key)));
    let mut object = ObjectBuilder::new().schema_type(Type::Object);
    object = if endpoint.gives == Gives::List {
        let total = ObjectBuilder::new().schema_type(Type::Integer).minimum(Some(0)).description(say(key::API_SAYS_TOTAL));
        let next = ObjectBuilder::new().schema_type(or_null(Type::String)).description(say(key::API_SAYS_NEXT));
        let rows = ArrayBuilder::new().items(row);
        object
            .property("data", rows)
            .property("total", total)
            .property("next", next)
            .required("data")
            .required("total")
            .required("next")
    } else {
        object.property("data", row).required("data")
    };
    // Of one thing only its shapes have something said about the whole.
    for about in endpoint.told.iter().filter(|_| endpoint.gives == Gives::List) {
        let any = ObjectBuilder::new().schema_type(SchemaType::AnyValue).description(say(about.1));
        object = object.property(about.0, any).required(about.0);
    }
    said_of_all(object, language)
}

/// Shapes with their properties, and what is said about all of them.
fn features(endpoint: &Endpoint, language: Language) -> Schema {
    let say = |key| Some(language.say(&Message::new(key)));
    let one_of = |words: &[&str]| ObjectBuilder::new().schema_type(Type::String).enum_values(Some(words.iter().copied()));
    let bounds = ArrayBuilder::new().items(ObjectBuilder::new().schema_type(Type::Number)).min_items(Some(4)).max_items(Some(4));
    let geometry = ObjectBuilder::new()
        .schema_type(or_null(Type::Object))
        .property("type", one_of(&["Polygon", "MultiPolygon"]))
        .property("coordinates", ArrayBuilder::new().items(ObjectBuilder::new().schema_type(SchemaType::AnyValue)))
        .required("type")
        .required("coordinates");
    let properties = ObjectBuilder::new()
        .schema_type(Type::Object)
        .property("code", text())
        .property("name", ObjectBuilder::new().schema_type(or_null(Type::String)))
        .property("schematic", ObjectBuilder::new().schema_type(or_null(Type::Boolean)).description(say(key::API_SAYS_SCHEMATIC)))
        .required("code")
        .required("schematic");
    let feature = ObjectBuilder::new()
        .schema_type(Type::Object)
        .property("type", one_of(&["Feature"]))
        .property("id", text())
        .property("geometry", geometry)
        .property("properties", properties)
        .required("type")
        .required("geometry")
        .required("properties");
    let mut object = ObjectBuilder::new()
        .schema_type(Type::Object)
        .property("type", one_of(&["FeatureCollection"]))
        .property("bbox", bounds)
        .property("features", ArrayBuilder::new().items(feature))
        .required("type")
        .required("features");
    for about in endpoint.told {
        let any = ObjectBuilder::new().schema_type(SchemaType::AnyValue).description(say(about.1));
        object = object.property(about.0, any).required(about.0);
    }
    said_of_all(object, language)
}

/// With what every answer says of itself.
fn said_of_all(object: ObjectBuilder, language: Language) -> Schema {
    let say = |key| Some(language.say(&Message::new(key)));
    let revision = ObjectBuilder::new().schema_type(Type::Integer).description(say(key::API_SAYS_REVISION));
    let licence = RefOr::Ref(Ref::from_schema_name("licence"));
    object.property("licence", licence).required("licence").property("revision", revision).required("revision").build().into()
}

fn components(language: Language) -> Components {
    let mut components = ComponentsBuilder::new();
    for endpoint in ENDPOINTS.iter().filter(|endpoint| matches!(endpoint.gives, Gives::List | Gives::One)) {
        components = components.schema(schema_name(endpoint), row(&(endpoint.columns)(), language));
    }
    components = components.schema("licence", licence()).schema("problem", problem());
    let failures = [
        ("Unclear", key::API_ANSWER_UNCLEAR),
        ("Unknown", key::API_ANSWER_UNKNOWN),
        ("Refused", key::API_ANSWER_REFUSED),
        ("NotFound", key::API_ANSWER_NOT_FOUND),
        ("Changed", key::API_LIST_CHANGED),
        ("Unavailable", key::API_ANSWER_UNAVAILABLE),
    ];
    for (name, said) in failures {
        let content = ContentBuilder::new().schema(Some(RefOr::<Schema>::Ref(Ref::from_schema_name("problem")))).build();
        let response = ResponseBuilder::new().description(language.say(&Message::new(said)));
        components = components.response(name, response.content("application/problem+json", content).build());
    }
    let token =
        HttpBuilder::new().scheme(HttpAuthScheme::Bearer).description(Some(language.say(&Message::new(key::API_TOKEN)))).build();
    components.security_scheme("token", SecurityScheme::Http(token)).build()
}

/// The name of what stands in an answer; a list and the one thing of it may differ.
fn schema_name(endpoint: &Endpoint) -> String {
    if endpoint.gives == Gives::List { format!("{}_row", endpoint.name) } else { endpoint.name.to_owned() }
}

/// A row with its columns; each of them is always there, `null` where nothing is known.
fn row(columns: &[Column], language: Language) -> Schema {
    let object = ObjectBuilder::new().schema_type(Type::Object);
    let all = columns.iter().fold(object, |object, column| {
        let label = language.say(&column.label);
        object.property(column.name, held(column, label)).required(column.name)
    });
    all.build().into()
}

fn held(column: &Column, label: String) -> Schema {
    let kind = |kind: Type| if column.is_needed { SchemaType::Type(kind) } else { or_null(kind) };
    let plain = |of: Type| ObjectBuilder::new().schema_type(kind(of)).description(Some(label.clone()));
    let word = |list: &[&str]| ObjectBuilder::new().schema_type(Type::String).enum_values(Some(list.iter().copied())).build();
    let named = |first: Schema, of: SchemaType| {
        let [id, name] = parts(column.holds);
        let name_of = ObjectBuilder::new().schema_type(or_null(Type::String));
        ObjectBuilder::new().schema_type(of).property(id, first).property(name, name_of).required(id).required(name)
    };
    let list = |item: ObjectBuilder| Schema::from(ArrayBuilder::new().items(item).description(Some(label.clone())).build());
    match column.holds {
        Holds::Text | Holds::Date => plain(Type::String).build().into(),
        Holds::Moment => plain(Type::String).format(Some(SchemaFormat::KnownFormat(KnownFormat::DateTime))).build().into(),
        Holds::Address => plain(Type::String).format(Some(SchemaFormat::Custom("uri".to_owned()))).build().into(),
        Holds::Words => translated(kind(Type::Object), label),
        Holds::Whole => plain(Type::Integer).build().into(),
        Holds::Decimal => plain(Type::Number).build().into(),
        Holds::Flag => plain(Type::Boolean).build().into(),
        Holds::Choice(words) => named(word(words).into(), kind(Type::Object)).description(Some(label)).build().into(),
        Holds::Unit | Holds::Link(_) => named(text(), kind(Type::Object)).description(Some(label)).build().into(),
        Holds::Several(words) => list(named(word(words).into(), SchemaType::Type(Type::Object))),
        Holds::Units | Holds::Links(_) | Holds::Indicators => list(named(text(), SchemaType::Type(Type::Object))),
        Holds::Data => ObjectBuilder::new().schema_type(SchemaType::AnyValue).description(Some(label)).build().into(),
    }
}

fn translated(of: SchemaType, label: String) -> Schema {
    let one = || ObjectBuilder::new().schema_type(or_null(Type::String)).build();
    let tongue = || ObjectBuilder::new().schema_type(Type::String).enum_values(Some(["pl", "cs", "en"]));
    let mut object = ObjectBuilder::new().schema_type(of).description(Some(label));
    for code in ["pl", "cs", "en"] {
        object = object.property(code, one()).required(code);
    }
    let outdated = ArrayBuilder::new().items(tongue());
    object.property("original", tongue()).required("original").property("outdated", outdated).required("outdated").build().into()
}

fn problem() -> Schema {
    let whole = ObjectBuilder::new().schema_type(Type::Integer);
    let causes = ArrayBuilder::new().items(RefOr::T(text()));
    let object = ObjectBuilder::new().schema_type(Type::Object);
    let object = object.property("type", text()).property("status", whole).property("title", text());
    let object = object.property("detail", ObjectBuilder::new().schema_type(or_null(Type::String)));
    let object = object.property("causes", causes).property("code", text());
    object.required("type").required("status").required("title").required("code").build().into()
}

fn text() -> Schema {
    ObjectBuilder::new().schema_type(Type::String).build().into()
}

fn any_object() -> utoipa::openapi::schema::Object {
    ObjectBuilder::new().schema_type(Type::Object).build()
}

fn or_null(kind: Type) -> SchemaType {
    SchemaType::Array(vec![kind, Type::Null])
}

/// The licence in an answer.
fn licence() -> Schema {
    let text = || ObjectBuilder::new().schema_type(Type::String);
    let url = text().format(Some(SchemaFormat::Custom("uri".to_owned())));
    let object = ObjectBuilder::new().schema_type(SchemaType::Array(vec![Type::Object, Type::Null]));
    object.property("name", text()).property("url", url).required("name").required("url").build().into()
}
