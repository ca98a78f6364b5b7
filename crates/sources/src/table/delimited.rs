//! Text files with a separator: CSV and its kin, read as a stream, one row in memory.
//!
//! The first row with a letter outside ASCII decides the encoding: if it is UTF-8 the file is UTF-8 and any later row that
//! is not is a fault; else the file is Windows-1250, the older encoding of Polish and Czech files. UTF-16 is turned into
//! UTF-8 before it comes here.

use std::io::Read;

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use encoding_rs::WINDOWS_1250;

use super::bounded::told;
use super::row::{Row, Rows};
use super::{content, dialect};
use crate::Error;

const CHUNK: usize = 256 << 10;
/// Most bytes and most fields of one row.
const MOST_BYTES: usize = 4 << 20;
const MOST_FIELDS: usize = 20_000;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Encoding {
    /// Only ASCII so far.
    Undecided,
    Utf8,
    Windows1250,
}

pub(super) struct Delimited {
    file: Box<str>,
    input: Box<dyn Read + Send>,
    core: Reader,
    buffer: Vec<u8>,
    start: usize,
    end: usize,
    is_over: bool,
    line: u64,
    encoding: Encoding,
    original: Option<&'static str>,
}

impl Delimited {
    /// Looks at the first bytes and gets ready to read. `original` names the encoding if it was changed on the way here.
    pub(super) fn new(file: &str, input: Box<dyn Read + Send>, original: Option<&'static str>) -> Result<Self, Error> {
        let mut text = Self {
            file: file.into(),
            input,
            core: Reader::new(),
            buffer: vec![0; CHUNK],
            start: 0,
            end: 0,
            is_over: false,
            line: 1,
            encoding: Encoding::Undecided,
            original,
        };
        text.fill()?;
        text.skip_mark();
        let sample = &text.buffer[text.start..text.end];
        if let Some(found) = content::no_text(sample) {
            return Err(Error::NotATable { file: file.into(), found: found.into() });
        }
        text.core = ReaderBuilder::new().delimiter(dialect::separator(sample, text.is_over)).build();
        if dialect::told_by_excel(sample).is_some() {
            text.start += "sep=;".len();
        }
        Ok(text)
    }

    fn skip_mark(&mut self) {
        if self.buffer[self.start..self.end].starts_with(b"\xEF\xBB\xBF") {
            self.start += 3;
            self.encoding = Encoding::Utf8;
        }
    }

    /// Reads on until the buffer is full or the file over.
    fn fill(&mut self) -> Result<(), Error> {
        (self.start, self.end) = (0, 0);
        while self.end < self.buffer.len() && !self.is_over {
            let read = self.input.read(&mut self.buffer[self.end..]);
            match read {
                Ok(0) => self.is_over = true,
                Ok(bytes) => self.end += bytes,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(error) => return Err(told(&self.file, self.line - 1, &error)),
            }
        }
        Ok(())
    }

    /// Skips empty lines, so that the number of a row is that of its own line; `false` at the end of the file.
    fn skip_empty_lines(&mut self) -> Result<bool, Error> {
        loop {
            while self.start < self.end {
                match self.buffer[self.start] {
                    b'\n' => self.line += 1,
                    b'\r' => {}
                    _ => return Ok(true),
                }
                self.start += 1;
            }
            if self.is_over {
                return Ok(false);
            }
            self.fill()?;
        }
    }

    /// Reads one record into `bytes` and `ends`; gives how much of both it filled.
    fn record(&mut self, bytes: &mut Vec<u8>, ends: &mut Vec<usize>) -> Result<(usize, usize), Error> {
        let too_long = Error::RowTooLong { file: self.file.clone(), row: self.line };
        let (mut filled, mut fields, mut breaks) = (0, 0, 0);
        loop {
            let chunk = &self.buffer[self.start..self.end];
            let (result, read, written, ended) = self.core.read_record(chunk, &mut bytes[filled..], &mut ends[fields..]);
            breaks += chunk[..read].iter().map(|&byte| u64::from(byte == b'\n')).sum::<u64>();
            self.start += read;
            filled += written;
            fields += ended;
            match result {
                ReadRecordResult::InputEmpty if self.start == self.end && !self.is_over => self.fill()?,
                ReadRecordResult::OutputFull if bytes.len() < MOST_BYTES => bytes.resize(bytes.len() * 2, 0),
                ReadRecordResult::OutputEndsFull if ends.len() < MOST_FIELDS => ends.resize(ends.len() * 2, 0),
                ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull => return Err(too_long),
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::Record | ReadRecordResult::End => break,
            }
        }
        self.line += breaks;
        Ok((filled, fields))
    }

    /// Bytes of a record as text, the ends of its fields moved along where letters change their length.
    fn decode(&mut self, bytes: Vec<u8>, ends: &mut [usize], row: u64) -> Result<String, Error> {
        let refuse = |what| Error::NotText { file: self.file.clone(), row, what };
        if bytes.contains(&0) {
            return Err(refuse("a byte that is 0, this is no text"));
        }
        if self.encoding == Encoding::Undecided && !bytes.is_ascii() {
            let is_utf8 = std::str::from_utf8(&bytes).is_ok();
            self.encoding = if is_utf8 { Encoding::Utf8 } else { Encoding::Windows1250 };
        }
        if self.encoding == Encoding::Windows1250 {
            return Ok(from_windows_1250(&bytes, ends));
        }
        String::from_utf8(bytes).map_err(|_| refuse("bytes that are no UTF-8, though the rows before are"))
    }
}

fn from_windows_1250(bytes: &[u8], ends: &mut [usize]) -> String {
    let (mut text, mut start) = (String::with_capacity(bytes.len()), 0);
    for end in ends {
        let (field, _) = WINDOWS_1250.decode_without_bom_handling(&bytes[start..*end]);
        text.push_str(&field);
        start = std::mem::replace(end, text.len());
    }
    text
}

impl Rows for Delimited {
    fn next(&mut self, row: &mut Row) -> Result<bool, Error> {
        let (mut bytes, mut ends) = (std::mem::take(&mut row.text).into_bytes(), std::mem::take(&mut row.ends));
        row.clear();
        if !self.skip_empty_lines()? {
            return Ok(false);
        }
        row.number = self.line;
        bytes.resize(bytes.capacity().max(256), 0);
        ends.resize(ends.capacity().max(16), 0);
        let (filled, fields) = self.record(&mut bytes, &mut ends)?;
        bytes.truncate(filled);
        ends.truncate(fields);
        row.text = self.decode(bytes, &mut ends, row.number)?;
        row.ends = ends;
        Ok(true)
    }

    fn encoding(&self) -> Option<&'static str> {
        self.original.or(Some(match self.encoding {
            Encoding::Undecided | Encoding::Utf8 => "UTF-8",
            Encoding::Windows1250 => "Windows-1250",
        }))
    }

    fn is_strict(&self) -> bool {
        true
    }
}
