//! Bytes on disk to bytes to parse: gzip is unwrapped, and no file can make the program eat more than its share.
//!
//! A packed file of more than [`TRUSTED`] bytes is first unpacked without being kept, so that a bomb costs time, not
//! memory. What the bytes mean is for the readers beside.

use std::io::Read;

use flate2::read::MultiGzDecoder;

use super::error::Error;

/// Most bytes of boundaries, packed or not.
pub(super) const LIMIT: u64 = 512 * 1024 * 1024;
/// Bytes that are unpacked without a look at the rate of packing.
const TRUSTED: u64 = 16 * 1024 * 1024;
/// How many times larger a file may become beyond that. Boundaries as text pack 3 to 20 times.
const RATE: u64 = 30;

/// Takes gzip wrappings off, at most two.
pub(super) fn unwrapped(file: &str, bytes: Vec<u8>) -> Result<Vec<u8>, Error> {
    let mut bytes = bytes;
    for _ in 0..2 {
        if !bytes.starts_with(&[0x1f, 0x8b]) {
            break;
        }
        bytes = inflated(file, &bytes)?;
    }
    Ok(bytes)
}

/// Unpacks gzip within the bounds; what is larger than [`TRUSTED`] is counted before it is kept.
fn inflated(file: &str, packed: &[u8]) -> Result<Vec<u8>, Error> {
    let mut kept = Vec::new();
    let mut stream = MultiGzDecoder::new(packed);
    stream.by_ref().take(TRUSTED).read_to_end(&mut kept).map_err(|cause| damaged(file, &cause))?;
    if u64::try_from(kept.len()).unwrap_or(u64::MAX) < TRUSTED {
        return Ok(kept);
    }
    drop(kept);
    let length = u64::try_from(packed.len()).unwrap_or(u64::MAX);
    let size = measured(file, length, MultiGzDecoder::new(packed))?;
    kept_whole(file, size, MultiGzDecoder::new(packed))
}

/// How many bytes a stream unpacks to, without keeping them.
pub(super) fn measured(file: &str, packed: u64, stream: impl Read) -> Result<u64, Error> {
    let bound = LIMIT.min(packed.saturating_mul(RATE).max(TRUSTED));
    let size = std::io::copy(&mut stream.take(bound + 1), &mut std::io::sink()).map_err(|cause| damaged(file, &cause))?;
    if size > bound {
        return Err(Error::Bomb { file: file.to_owned(), packed, unpacked: bound });
    }
    Ok(size)
}

/// Unpacks a stream whose size was measured.
pub(super) fn kept_whole(file: &str, size: u64, stream: impl Read) -> Result<Vec<u8>, Error> {
    let mut all = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
    stream.take(size).read_to_end(&mut all).map_err(|cause| damaged(file, &cause))?;
    Ok(all)
}

fn damaged(file: &str, cause: &std::io::Error) -> Error {
    Error::Packed { file: file.to_owned(), detail: cause.to_string() }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        writer.write_all(bytes).expect("memory takes all");
        writer.finish().expect("memory takes all")
    }

    #[test]
    fn a_wrapped_file_comes_out_as_it_went_in() {
        let bytes = b"{\"type\":\"FeatureCollection\"}".to_vec();

        assert_eq!(unwrapped("a", bytes.clone()).expect("plain"), bytes);
        assert_eq!(unwrapped("a", gzip(&bytes)).expect("gzip"), bytes);
    }

    #[test]
    fn a_cut_off_file_is_told() {
        let mut bytes = gzip(&(0..=255).cycle().take(9000).collect::<Vec<u8>>());
        bytes.truncate(bytes.len() / 2);

        assert!(matches!(unwrapped("a.gz", bytes), Err(Error::Packed { .. })));
    }

    #[test]
    fn a_bomb_is_refused() {
        let bomb = gzip(&vec![b' '; 80 << 20]);

        assert!(matches!(unwrapped("bomb.gz", bomb), Err(Error::Bomb { .. })));
    }
}
