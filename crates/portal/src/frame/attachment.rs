//! Files that a browser saves and never shows.

use axum::body::Body;
use axum::http::header;
use axum::response::Response;

/// A file that the browser saves and never shows.
#[must_use]
pub fn attachment(media_type: &str, name: &str, bytes: impl Into<Body>) -> Response {
    let plain: String =
        name.chars().map(|sign| if sign.is_ascii_graphic() && !matches!(sign, '"' | '\\') { sign } else { '_' }).collect();
    let mut answer = Response::new(bytes.into());
    let headers = [
        (header::CONTENT_TYPE, media_type.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{plain}\"")),
        // Whatever it holds, nothing of it runs here.
        (header::CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'; frame-ancestors 'none'".to_owned()),
    ];
    for (name, value) in headers {
        if let Ok(value) = value.parse() {
            answer.headers_mut().insert(name, value);
        }
    }
    answer
}
