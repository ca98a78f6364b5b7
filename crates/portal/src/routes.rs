//! Every door of the portal with the right that it needs.

use axum::Router;
use axum::middleware;
use miedza_planning::rights::Room;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;

use crate::frame::fresh::fresh;
use crate::frame::keep::keep;
use crate::frame::{About, App, Doors, Row, assets};
use crate::{
    about, account, api, call, delimitation, diagnosis, evidence, partnership, search, server, start, territory, theme, watch,
    work,
};

/// All doors.
#[must_use]
pub fn doors(app: &App) -> Doors {
    // One line per word of the house.
    let doors = start::doors(app, Doors::default());
    let doors = account::doors(app, doors);
    let doors = partnership::doors(app, doors);
    let doors = call::doors(app, doors);
    let doors = delimitation::doors(app, doors);
    let doors = diagnosis::doors(app, doors);
    let doors = evidence::doors(app, doors);
    let doors = work::doors(app, doors);
    let doors = api::doors(app, doors);
    let doors = search::doors(app, doors);
    let doors = territory::doors(app, doors);
    let doors = theme::doors(app, doors);
    let doors = watch::doors(app, doors);
    let doors = about::doors(app, doors);
    doors.open(app, Row::file("/assets/{mark}/{*path}", Room::Portal, About::Public), assets::serve)
}

/// The portal as a service.
pub fn router(app: &App) -> Router {
    doors(app)
        .into_router()
        .fallback(start::nowhere)
        .method_not_allowed_fallback(start::wrong_way)
        .layer(CsrfLayer::new())
        .layer(CompressionLayer::new())
        .layer(middleware::from_fn_with_state(app.clone(), keep))
        .layer(middleware::from_fn(fresh))
        .layer(middleware::from_fn(server::guarded_headers))
        .layer(middleware::from_fn_with_state(app.clone(), watch::logged))
        .with_state(app.clone())
}
