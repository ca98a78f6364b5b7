//! Listening, and the headers that every answer carries.

use std::net::SocketAddr;
use std::time::Duration;

use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;
use thiserror::Error;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::time::{sleep, timeout};

use miedza_workflows::clearing::keep_clear;
use miedza_workflows::jobs::Worker;
use miedza_workflows::post::Post;

use crate::frame::App;
use crate::{routes, watch};

/// How long the end of the program waits for answers under way. A connection whose request never comes to an end would
/// otherwise hold it for ever; what was not answered was not acknowledged.
const LAST_ANSWER: Duration = Duration::from_secs(10);

/// How long the end of the program waits for a letter under way.
const LAST_LETTER: Duration = Duration::from_secs(45);

/// Why the portal cannot be served.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ServeError {
    /// Something else listens there, or the address is not of this machine.
    #[error("cannot listen on {address}")]
    NotListening {
        /// The address.
        address: SocketAddr,
        /// What the system said.
        source: std::io::Error,
    },
    /// The connection broke for good.
    #[error("the server stopped")]
    Stopped(#[from] std::io::Error),
}

/// No inline script or style, no outside host, no frame around a page.
const POLICY: &str = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; worker-src 'self'; \
                      connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

const HEADERS: [(HeaderName, &str); 5] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("permissions-policy"), "camera=(), microphone=(), geolocation=()"),
];

/// Adds the headers that every answer carries.
pub async fn guarded_headers(request: Request, next: Next) -> Response {
    let mut answer = next.run(request).await;
    for (name, value) in HEADERS {
        answer.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    answer
}

/// Serves the portal until it is told to stop; answers under way are given first, for a while.
///
/// # Errors
/// [`ServeError`] if the address is taken or the connection breaks for good.
pub async fn serve(
    app: App,
    address: SocketAddr,
    told: impl FnOnce(SocketAddr) + Send,
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<(), ServeError> {
    let listener = TcpListener::bind(address).await.map_err(|source| ServeError::NotListening { address, source })?;
    told(listener.local_addr()?);
    app.diagnoses().read_ahead();
    let (stopped, stopping) = tokio::sync::watch::channel(false);
    let portal = app.portal();
    let post = Post { store: app.store().clone(), server: portal.post.clone(), tell: portal.tell_letter, clock: portal.clock };
    let carrying = tokio::spawn(post.carry(stopping.clone()));
    let clearing = tokio::spawn(keep_clear(app.store().clone(), portal.clock, stopping));
    let worker = tokio::spawn(Worker::new(app.store().clone(), app.lab().clone()).work());
    let service = routes::router(&app).into_make_service_with_connect_info::<SocketAddr>();
    let (told_to_stop, told_of_stop) = oneshot::channel();
    let stop = async move {
        stop.await;
        let _ = told_to_stop.send(());
    };
    let served = tokio::select! {
        served = axum::serve(listener, service).with_graceful_shutdown(stop) => served,
        () = patience(told_of_stop) => {
            tracing::warn!("the program ends before every connection does");
            Ok(())
        }
    };
    // A job that is under way is taken up again, here or on another node.
    worker.abort();
    // A letter under way is handed over and noted before the program ends; if nobody carries any more, that is well too.
    let _ = stopped.send(true);
    let _ = timeout(LAST_LETTER, async { tokio::join!(carrying, clearing) }).await;
    Ok(served?)
}

/// Waits for the word to stop, and then for answers under way.
async fn patience(told_of_stop: oneshot::Receiver<()>) {
    let _ = told_of_stop.await;
    sleep(LAST_ANSWER).await;
}

/// Listens for those who read the figures, apart from the portal; what is given back serves them.
///
/// # Errors
/// [`ServeError::NotListening`] if the address is taken.
pub async fn serve_metrics(app: &App, address: SocketAddr) -> Result<impl Future<Output = ()> + Send + use<>, ServeError> {
    let listener = TcpListener::bind(address).await.map_err(|source| ServeError::NotListening { address, source })?;
    let router = watch::metrics_router(app);
    Ok(async move {
        if let Err(fault) = axum::serve(listener, router).await {
            tracing::error!(%fault, "the figures are served no more");
        }
    })
}
