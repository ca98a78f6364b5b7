//! Sheets, signs and islands that are part of the program, served under an address that changes with their content.

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;

/// Files of the folder `assets`; `islands` is there only if it was built.
#[derive(RustEmbed)]
#[folder = "assets/"]
struct Assets;

/// Digits of the content's hash in an address.
const MARK: usize = 10;

fn mark(hash: [u8; 32]) -> String {
    use std::fmt::Write as _;

    hash.iter().take(MARK / 2).fold(String::new(), |mut mark, byte| {
        // Writing into a string cannot fail.
        let _ = write!(mark, "{byte:02x}");
        mark
    })
}

/// Whether the program holds this file.
#[must_use]
pub fn exists(path: &str) -> bool {
    Assets::get(path).is_some()
}

/// Address of a file; it changes when the file does.
#[must_use]
pub fn address(path: &str) -> String {
    let mark = Assets::get(path).map(|file| mark(file.metadata.sha256_hash())).unwrap_or_default();
    format!("/assets/{mark}/{path}")
}

/// Serves a file.
pub async fn serve(Path((_, path)): Path<(String, String)>) -> Response {
    let Some(file) = Assets::get(&path) else { return StatusCode::NOT_FOUND.into_response() };
    let headers = [
        (header::CONTENT_TYPE, file.metadata.mimetype().to_owned()),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable".to_owned()),
    ];
    (headers, file.data).into_response()
}
