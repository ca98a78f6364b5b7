//! An answer on its way into its file: bounded, marked so that it can be gone on with, and looked at before it is taken.

use std::path::Path;

use reqwest::header::{CONTENT_RANGE, ETAG, HeaderName, LAST_MODIFIED};
use reqwest::{Response, StatusCode};
use tokio::fs::{File, OpenOptions};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

use super::cache::{Cache, failed};
use super::{Error, Settings};

/// How many bytes show whether an answer is a web page.
const LOOK: u64 = 1024;

/// How much of a refusal is read.
const MOST_OF_REFUSAL: usize = 16 << 10;

/// A header as text.
pub(super) fn header(response: &Response, name: &HeaderName) -> Option<String> {
    Some(response.headers().get(name)?.to_str().ok()?.trim().to_owned()).filter(|value| !value.is_empty())
}

/// By what the service will tell whether the rest still belongs to what came: a strong `ETag`, else the time of change.
fn validator(response: &Response) -> Option<String> {
    header(response, &ETAG).filter(|etag| !etag.starts_with("W/")).or_else(|| header(response, &LAST_MODIFIED))
}

/// The place at which a part of an answer begins; `None` if it does not say.
fn beginning(response: &Response) -> Option<u64> {
    header(response, &CONTENT_RANGE)?.strip_prefix("bytes ")?.split('-').next()?.trim().parse().ok()
}

/// How the streaming of an answer ended.
enum End {
    /// With its last byte.
    Whole,
    /// With more bytes than are taken.
    TooLarge,
    /// In the midst.
    Cut(reqwest::Error),
}

/// Streams an answer into its file. The inner error is one of the network, which may pass.
pub(super) async fn receive(
    response: Response,
    cache: &Cache,
    address: &str,
    settings: &Settings,
) -> Result<Result<(), reqwest::Error>, Error> {
    let half = cache.half(address);
    let come = cache.begun(address).await?.map_or(0, |begun| begun.bytes);
    let is_part = response.status() == StatusCode::PARTIAL_CONTENT;
    if is_part && beginning(&response) != Some(come) {
        cache.drop_half(address).await?;
        return Err(Error::Broken { address: address.into(), status: 206, attempts: 1 });
    }
    if !is_part {
        cache.mark(address, validator(&response)).await?;
    }
    let refused = match stream(response, &half, if is_part { come } else { 0 }, settings.most_bytes).await? {
        End::Cut(error) => return Ok(Err(error)),
        End::TooLarge => Error::TooLarge { address: address.into(), most: settings.most_bytes },
        End::Whole if is_web_page(&beginning_of(&half).await?) => Error::WebPage { address: address.into() },
        End::Whole => return Ok(Ok(())),
    };
    cache.drop_half(address).await?;
    Err(refused)
}

/// Writes what comes behind the bytes that are there.
async fn stream(mut response: Response, half: &Path, come: u64, most: u64) -> Result<End, Error> {
    let told = |source| failed(half, source);
    let (mut length, mut file) = (come, opened(half, come > 0).await?);
    if response.content_length().is_some_and(|rest| length.saturating_add(rest) > most) {
        return Ok(End::TooLarge);
    }
    let end = loop {
        let chunk = match response.chunk().await {
            Ok(Some(chunk)) => chunk,
            Ok(None) => break End::Whole,
            Err(error) => break End::Cut(error),
        };
        length = length.saturating_add(u64::try_from(chunk.len()).unwrap_or(u64::MAX));
        if length > most {
            break End::TooLarge;
        }
        file.write_all(&chunk).await.map_err(told)?;
    };
    file.flush().await.map_err(told)?;
    Ok(end)
}

async fn opened(half: &Path, goes_on: bool) -> Result<File, Error> {
    let mut options = OpenOptions::new();
    let options = if goes_on { options.append(true) } else { options.create(true).write(true).truncate(true) };
    options.open(half).await.map_err(|source| failed(half, source))
}

async fn beginning_of(file: &Path) -> Result<Vec<u8>, Error> {
    let told = |source| failed(file, source);
    let mut bytes = Vec::new();
    File::open(file).await.map_err(told)?.take(LOOK).read_to_end(&mut bytes).await.map_err(told)?;
    Ok(bytes)
}

/// What a service says when it refuses, as far as it is short.
pub(super) async fn refusal(mut response: Response) -> Vec<u8> {
    let mut bytes = Vec::new();
    while let Ok(Some(chunk)) = response.chunk().await {
        bytes.extend_from_slice(&chunk);
        if bytes.len() >= MOST_OF_REFUSAL {
            bytes.truncate(MOST_OF_REFUSAL);
            break;
        }
    }
    bytes
}

/// Whether bytes begin a web page.
fn is_web_page(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start().to_ascii_lowercase();
    let has = |word: &[u8]| text.windows(word.len()).any(|part| part == word);
    text.starts_with(b"<") && (has(b"<!doctype html") || has(b"<html"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_web_page_is_told_from_data_by_its_beginning() {
        let cases: [(&[u8], bool); 8] = [
            (b"<!DOCTYPE html><html lang=pl>", true),
            (b"\xEF\xBB\xBF  <html>", true),
            (b"<?xml version='1.0'?>\n<!DOCTYPE HTML PUBLIC '-//W3C//DTD XHTML 1.0'>", true),
            (b"<!-- served by x -->\n<HTML>", true),
            (b"<?xml version='1.0'?><wfs:FeatureCollection>", false),
            (b"{\"label\": \"<html>\"}", false),
            (b"kod;nazwa\n<html>;x", false),
            (b"", false),
        ];
        for (bytes, expected) in cases {
            assert_eq!(is_web_page(bytes), expected, "{}", String::from_utf8_lossy(bytes));
        }
    }
}
