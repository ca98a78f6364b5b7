//! Answers that an asker has already: told by one short line instead of being sent again.

use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;

/// Answers 304 if the mark of the answer is among those that the asker has.
pub async fn fresh(request: Request, next: Next) -> Response {
    let known = request.headers().get(header::IF_NONE_MATCH).filter(|_| request.method() == Method::GET).cloned();
    let mut answer = next.run(request).await;
    let tag = answer.headers().get(header::ETAG);
    let is_known = tag.zip(known.as_ref()).is_some_and(|(tag, known)| has(known, tag));
    if is_known && answer.status() == StatusCode::OK {
        *answer.status_mut() = StatusCode::NOT_MODIFIED;
        *answer.body_mut() = Body::empty();
        for of_body in [header::CONTENT_LENGTH, header::CONTENT_TYPE, header::CONTENT_ENCODING, header::CONTENT_DISPOSITION] {
            answer.headers_mut().remove(of_body);
        }
    }
    answer
}

/// Whether a mark is in a list of marks; strong and weak ones count as the same.
fn has(known: &HeaderValue, tag: &HeaderValue) -> bool {
    let (Ok(known), Ok(tag)) = (known.to_str(), tag.to_str()) else { return false };
    let bare = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    known.split(',').any(|known| known.trim() == "*" || bare(known) == bare(tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_found_in_a_list_whether_weak_or_strong() {
        let cases = [
            ("W/\"a\"", "W/\"a\"", true),
            ("\"b\", W/\"a\"", "\"a\"", true),
            ("*", "\"a\"", true),
            ("\"b\"", "\"a\"", false),
            ("", "\"a\"", false),
        ];
        for (known, tag, is_known) in cases {
            assert_eq!(has(&HeaderValue::from_static(known), &HeaderValue::from_static(tag)), is_known, "{known} {tag}");
        }
    }
}
