//! Doors: every route with the right that it needs.
//!
//! A route can only be added with its [`Row`], so there is none without a right. The door finds out who asks and what the
//! address names, asks [`rights`] once, and lets the handler work or answers with the refusal. The rows are public, so a
//! test can try every one of them in every role.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, RawPathParams, Request, State};
use axum::handler::Handler;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{MethodFilter, on};
use miedza_planning::record::{Kind, Record, Visibility};
use miedza_planning::rights::{Object, Refusal, Room, State as Progress, Verb, Visitor, rights};
use miedza_texts::{Language, key};
use miedza_workflows::{Failure, lab};
use tokio::sync::Semaphore;
use tokio::time::timeout;

use super::app::App;
use super::asker::Asker;
use super::failure::{Told, kept_back, refused, unknown_address};
use super::{failure, signed_out, visitor};

/// How many large files are read at once.
const LARGE_AT_ONCE: usize = 2;
/// How long one of them may take to arrive, so that a slow one does not keep the others waiting for ever.
const LARGE_WITHIN: Duration = Duration::from_mins(5);

/// What the right is asked about; says which parts of the path name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// Something of the whole portal that everyone may see.
    Public,
    /// Something of the whole portal for those with a role there.
    Portal,
    /// The asker's own account.
    Own,
    /// The public side of the partnership `{partnership}`.
    Partnership,
    /// The workbench of the partnership `{partnership}`.
    Workbench,
    /// The records of `{kind}` in the partnership `{partnership}`.
    Register,
    /// The record `{id}` of `{kind}` in the partnership `{partnership}`, as those see it who work with it.
    Record,
    /// The record `{id}` of this kind in the partnership `{partnership}`, on the public side.
    RecordOf(Kind),
    /// The same, as those see it who work with it.
    WorkOn(Kind),
    /// The records of `{kind}` that belong to the whole portal.
    SharedRegister,
    /// The record `{id}` of `{kind}` that belongs to the whole portal.
    SharedRecord,
    /// The record `{id}` of this kind that belongs to the whole portal, on the public side.
    SharedRecordOf(Kind),
}

/// How the door answers, also when it refuses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A page.
    Page,
    /// JSON for programs; refusals follow RFC 9457.
    Program,
    /// A file: an export, a picture.
    File,
}

/// A door and the right that it needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Path with `{lang}`, `{partnership}`, `{kind}`, `{id}`.
    pub path: &'static str,
    /// `GET` or `POST`; for programs also `PUT` and `DELETE`.
    pub method: &'static str,
    /// What is done.
    pub verb: Verb,
    /// Where; the room of the kind counts instead where the path names one.
    pub room: Room,
    /// What with.
    pub about: About,
    /// How it answers.
    pub form: Form,
}

impl Row {
    /// A page that is read.
    #[must_use]
    pub const fn page(path: &'static str, room: Room, about: About) -> Self {
        Self { path, method: "GET", verb: Verb::Read, room, about, form: Form::Page }
    }

    /// A form that is sent.
    #[must_use]
    pub const fn post(path: &'static str, verb: Verb, room: Room, about: About) -> Self {
        Self { path, method: "POST", verb, room, about, form: Form::Page }
    }

    /// An answer for programs.
    #[must_use]
    pub const fn program(path: &'static str, room: Room, about: About) -> Self {
        Self { path, method: "GET", verb: Verb::Read, room, about, form: Form::Program }
    }

    /// A file.
    #[must_use]
    pub const fn file(path: &'static str, room: Room, about: About) -> Self {
        Self { path, method: "GET", verb: Verb::Read, room, about, form: Form::File }
    }

    /// The same with another verb: the form page of something that is changed by its post.
    #[must_use]
    pub const fn needing(self, verb: Verb) -> Self {
        Self { verb, ..self }
    }

    fn filter(&self) -> MethodFilter {
        match self.method {
            "POST" => MethodFilter::POST,
            "PUT" => MethodFilter::PUT,
            "DELETE" => MethodFilter::DELETE,
            _ => MethodFilter::GET,
        }
    }
}

/// All doors of the portal.
#[derive(Default)]
pub struct Doors {
    rows: Vec<Row>,
    router: Router<App>,
}

impl Doors {
    /// Adds a door.
    #[must_use]
    pub fn open<H, T>(mut self, app: &App, row: Row, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.rows.push(row);
        let guard = middleware::from_fn_with_state((app.clone(), row), guard);
        self.router = self.router.route(row.path, on(row.filter(), handler).layer(guard));
        self
    }

    /// Adds a door that takes more than other doors do, within this limit.
    #[must_use]
    pub fn open_large<H, T>(mut self, app: &App, row: Row, handler: H, limit: DefaultBodyLimit) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.rows.push(row);
        let guard = middleware::from_fn_with_state((app.clone(), row), guard);
        self.router =
            self.router.route(row.path, on(row.filter(), handler).layer(limit).layer(middleware::from_fn(in_turn)).layer(guard));
        self
    }

    /// The rows of all doors, in the order in which they were added.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The doors, ready to be served.
    pub fn into_router(self) -> Router<App> {
        self.router
    }
}

/// What the address names.
#[derive(Default)]
struct Named {
    partnership: Option<Arc<Record>>,
    kind: Option<Kind>,
    record: Option<Arc<Record>>,
    moved_to: Option<String>,
}

/// Large files are read a few at a time, for each is in memory as a whole; whoever comes later waits, with the right to come.
async fn in_turn(request: Request, next: Next) -> Response {
    static TURNS: Semaphore = Semaphore::const_new(LARGE_AT_ONCE);
    // It is never closed; and if it were, more memory is better than no answer.
    let _turn = TURNS.acquire().await.ok();
    match timeout(LARGE_WITHIN, next.run(request)).await {
        Ok(answer) => answer,
        Err(_) => Told(Failure::invalid(key::WORK_UPLOAD_CUT, key::WORK_UPLOAD_CUT_HINT)).into_response(),
    }
}

async fn guard(State((app, row)): State<(App, Row)>, params: RawPathParams, mut request: Request, next: Next) -> Response {
    // The ending of an id says in which form a program wants the thing.
    let bare =
        |value: &str| if row.form == Form::Program { value.split('.').next().unwrap_or_default() } else { value }.to_owned();
    let param = |name: &str| {
        let (_, value) = params.iter().find(|(key, _)| *key == name)?;
        Some(if name == "id" { bare(value) } else { value.to_owned() })
    };
    let language = param("lang").and_then(|code| code.parse().ok());
    let is_foreign = param("lang").is_some() && language.is_none();
    let language: Language = language.unwrap_or_else(|| failure::language_of(request.uri(), request.headers()));
    let mut asker = Asker {
        app: app.clone(),
        language,
        uri: request.uri().clone(),
        visitor: Visitor::default(),
        signed_in: None,
        partnership: None,
        record: None,
        kind: None,
        own: Arc::default(),
        object: Object::default(),
    };
    let headers = request.headers().clone();
    let admitted = if is_foreign { Err(unknown_address()) } else { admit(&mut asker, &row, &param, &headers).await };
    let answer = match admitted {
        Ok(Some(moved)) => return Redirect::permanent(&moved).into_response(),
        Ok(None) => {
            if row.form == Form::Page {
                // A page without this line is better than none; the handler meets the same fault and tells it.
                let _ = app.supporters().refresh(app.store()).await;
            }
            request.extensions_mut().insert(asker.clone());
            next.run(request).await
        }
        Err(refusal) if signed_out::is_lost_form(&row, &headers, &refusal) => {
            signed_out::answer(&asker, request).await.unwrap_or_else(|| Told(refusal).into_response())
        }
        Err(refusal) => Told(refusal).into_response(),
    };
    let mut answer = failure::render(&asker, row.form, answer);
    if asker.signed_in.is_some() || row.method != "GET" {
        answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    } else if answer.status().is_success() && row.verb == Verb::Read && !is_for_one_person(&answer) {
        kept_back(&mut answer);
    }
    answer
}

/// Whether the handler said that nobody may keep its answer: a page behind a link that works once.
fn is_for_one_person(answer: &Response) -> bool {
    answer.headers().get(header::CACHE_CONTROL).is_some_and(|value| value == "no-store")
}

/// Lets the asker in, or says where the thing moved to.
async fn admit(
    asker: &mut Asker,
    row: &Row,
    param: &(impl Fn(&str) -> Option<String> + Sync),
    headers: &HeaderMap,
) -> Result<Option<String>, Failure> {
    let (who, signed_in) = visitor::visitor(&asker.app, headers).await?;
    asker.visitor = who;
    asker.signed_in = signed_in.map(Arc::new);
    let named = name(&asker.app, row, param).await?;
    asker.partnership = named.partnership;
    asker.kind = named.kind;
    asker.record = named.record;
    asker.own = own(asker).await?;
    asker.object = object(asker, row.about).ok_or_else(unknown_address)?;
    if let Some(slug) = named.moved_to
        && row.method == "GET"
    {
        let old = format!("/{}", param("partnership").unwrap_or_default());
        return Ok(Some(asker.uri.to_string().replacen(&old, &format!("/{slug}"), 1)));
    }
    let room = asker.kind.map_or(row.room, Kind::room);
    if row.about == About::Register {
        // Whether the thing is their own shows when it is sent; the page is for all who have own things here.
        let has_units = asker.kind.is_some_and(|kind| kind.field("unit").is_some());
        asker.object.unit = own_unit(&asker.visitor, &asker.object).filter(|_| has_units);
        asker.object.author = asker.visitor.account.clone();
    }
    match rights(&asker.visitor, row.verb, room, &asker.object, asker.today()) {
        Ok(()) => Ok(None),
        Err(refusal) => Err(refused_about(asker, refusal).await?),
    }
}

/// The refusal; of what was adopted by a resolution it names that.
async fn refused_about(asker: &Asker, refusal: Refusal) -> Result<Failure, Failure> {
    let adopted = asker.record.as_ref().filter(|record| refusal == Refusal::Frozen && record.kind() == Kind::Variants);
    let Some(id) = adopted.and_then(|variant| variant.text("resolution")) else { return Ok(refused(refusal)) };
    let resolution = asker.app.store().record(Kind::Resolutions, id).await?;
    Ok(lab::frozen(resolution.as_ref().and_then(|resolution| resolution.text("number"))))
}

/// Ids of what the asker made in the partnership, where a role of theirs covers own things.
async fn own(asker: &Asker) -> Result<Arc<BTreeSet<String>>, Failure> {
    let (Some(partnership), Some(account)) = (&asker.partnership, &asker.visitor.account) else { return Ok(Arc::default()) };
    if !asker.visitor.has_own_things(&partnership.id) {
        return Ok(Arc::default());
    }
    Ok(Arc::new(asker.app.store().made_by(account, &partnership.id).await?))
}

fn own_unit(visitor: &Visitor, object: &Object) -> Option<String> {
    let here = |of: &Option<String>| of.is_none() || *of == object.partnership;
    visitor.grants.iter().filter(|grant| here(&grant.partnership)).find_map(|grant| grant.unit.clone())
}

async fn name(app: &App, row: &Row, param: &(impl Fn(&str) -> Option<String> + Sync)) -> Result<Named, Failure> {
    let mut named = Named::default();
    if let Some(slug) = param("partnership") {
        let found = app.store().by_slug(Kind::Partnerships, &slug).await?.ok_or_else(unknown_address)?;
        named.moved_to = found.text("slug").filter(|current| *current != slug).map(ToOwned::to_owned);
        named.partnership = Some(Arc::new(found));
    }
    named.kind = match row.about {
        About::RecordOf(kind) | About::WorkOn(kind) | About::SharedRecordOf(kind) => Some(kind),
        _ => param("kind").map(|kind| Kind::parse(&kind).ok_or_else(unknown_address)).transpose()?,
    };
    let is_record = matches!(
        row.about,
        About::Record | About::RecordOf(_) | About::WorkOn(_) | About::SharedRecord | About::SharedRecordOf(_)
    );
    if let (true, Some(kind), Some(id)) = (is_record, named.kind, param("id")) {
        let found = app.store().record(kind, &id).await?.ok_or_else(unknown_address)?;
        named.record = Some(Arc::new(found));
    }
    Ok(named)
}

/// What the right is asked about; `None` if the record or the register belongs elsewhere than the address says.
fn object(asker: &Asker, about: About) -> Option<Object> {
    let partnership = asker.partnership.as_deref();
    match about {
        About::Public => Some(Object::public()),
        About::Portal | About::Own => Some(Object::private()),
        About::Partnership => partnership.map(public_side),
        About::Workbench => partnership.map(of_partnership),
        About::Register => partnership.filter(|_| asker.kind.is_some_and(Kind::may_be_of_partnership)).map(of_partnership),
        About::SharedRegister => asker.kind.filter(|kind| is_shared(*kind)).map(|_| Object::private()),
        About::Record => here(asker).map(Object::inside),
        About::RecordOf(_) => here(asker),
        About::WorkOn(_) => here(asker).map(Object::inside),
        About::SharedRecord | About::SharedRecordOf(_) => {
            let record = asker.record.as_deref().filter(|record| is_shared(record.kind()))?;
            record.content.partnership.is_none().then(|| of_record(record, None))
        }
    }
}

/// The record that the address names, if it belongs to the partnership that the address names.
fn here(asker: &Asker) -> Option<Object> {
    let (partnership, record) = (asker.partnership.as_deref()?, asker.record.as_deref()?);
    (record.content.partnership.as_deref() == Some(&partnership.id)).then(|| asker.object_of(record, Some(partnership)))
}

/// Whether records of a kind may belong to the whole portal; partnerships have a desk of their own.
fn is_shared(kind: Kind) -> bool {
    !kind.is_of_partnership() && kind != Kind::Partnerships
}

/// A partnership as its members see it from inside.
#[must_use]
pub fn of_partnership(partnership: &Record) -> Object {
    Object {
        partnership: Some(partnership.id.clone()),
        state: progress(partnership),
        visibility: Visibility::Partners,
        ..Object::default()
    }
}

/// What a partnership shows to everyone once it is published, unless it is hidden.
#[must_use]
pub fn public_side(partnership: &Record) -> Object {
    let here = of_partnership(partnership);
    if partnership.content.visibility == Visibility::Public { Object { visibility: Visibility::Public, ..here } } else { here }
}

/// A record, closed as far as its partnership or itself is; a partnership belongs to itself.
#[must_use]
pub fn of_record(record: &Record, partnership: Option<&Record>) -> Object {
    let partnership = if record.kind() == Kind::Partnerships { Some(record) } else { partnership };
    let object = Object {
        partnership: record.content.partnership.clone(),
        state: partnership.map_or(Progress::Published, progress),
        visibility: record.content.visibility,
        unit: record.text("unit").map(ToOwned::to_owned),
        author: None,
        is_decided: record.kind() == Kind::Variants && record.text("state") == Some("adopted"),
    };
    // Nothing is more open than the partnership that it belongs to.
    if partnership.is_some_and(|of| of.content.visibility != Visibility::Public) { object.inside() } else { object }
}

fn progress(partnership: &Record) -> Progress {
    match partnership.text("state") {
        Some("internal") => Progress::Internal,
        Some("published") => Progress::Published,
        Some("archived") => Progress::Archived,
        _ => Progress::Draft,
    }
}
