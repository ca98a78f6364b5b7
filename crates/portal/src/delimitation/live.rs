//! The part of the lab that changes with each step, as a page around it or a script asks for it.

use axum::Json;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

/// What a script gets after a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Live {
    /// The inner HTML of the element with the attribute `data-live`.
    pub fragment: String,
    /// What changed, in a sentence of the reader's language.
    pub said: String,
    /// Address of the page.
    pub address: String,
    /// Version of the variant, which the next form carries.
    pub version: i64,
}

impl IntoResponse for Live {
    fn into_response(self) -> Response {
        Json(self).into_response()
    }
}

/// Whether a script asks.
pub fn is_wanted(headers: &HeaderMap) -> bool {
    headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).is_some_and(|value| value.starts_with("application/json"))
}

/// The same shape as the island knows it.
#[cfg(test)]
const CONTRACT: &str =
    "// What the server answers when the area editor asks for JSON. Made from crates/portal/src/delimitation/live.rs, whose test
// fails when this file says something else.

/** The page after a step: what is to be swapped in, what is to be said, where one is now. */
export interface Live {
  /** The inner HTML of the element with the attribute `data-live`. */
  fragment: string;
  /** What changed, in a sentence of the reader's language. */
  said: string;
  /** Address of the page. */
  address: string;
  /** Version of the variant, which the next form carries. */
  version: number;
}
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_island_knows_what_the_server_answers() {
        let live = Live { fragment: String::new(), said: String::new(), address: String::new(), version: 1 };
        let sent = serde_json::to_value(live).expect("text keys only");
        let fields: Vec<&String> = sent.as_object().expect("an object").keys().collect();

        assert_eq!(include_str!("../../islands/area-editor/contract.ts"), CONTRACT);
        assert_eq!(fields, ["address", "fragment", "said", "version"]);
        for field in fields {
            assert!(CONTRACT.contains(&format!("  {field}: ")), "{field}");
        }
    }
}
