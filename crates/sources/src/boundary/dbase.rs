//! The table of attributes beside a Shapefile (dBASE III to V), text in the encoding that its `.cpg` names.
//!
//! Without `.cpg`, text that is valid UTF-8 is UTF-8 and anything else CP1250, as Polish and Czech registers write it.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1250};

use super::feature::Cell;

/// A table of attributes.
pub(super) struct Table {
    /// Names of the fields.
    pub columns: Vec<String>,
    /// Values by row and field; `None` for a row that is marked as deleted.
    pub rows: Vec<Option<Vec<Option<Cell>>>>,
}

struct Field {
    name: String,
    kind: u8,
    length: usize,
}

/// Reads a whole table.
pub(super) fn read(bytes: &[u8], cpg: Option<&[u8]>) -> Result<Table, String> {
    let number = |at: usize| bytes.get(at..at + 2).map(|two| usize::from(two[0]) + 256 * usize::from(two[1]));
    let (Some(header), Some(length)) = (number(8), number(10)) else {
        return Err("it ends inside its header".to_owned());
    };
    let body = bytes.get(header..).ok_or("it ends inside its header")?;
    let fields = fields(&bytes[..header]);
    if fields.is_empty() || length <= fields.iter().map(|field| field.length).sum::<usize>() {
        return Err("its fields and the length of its rows do not agree".to_owned());
    }
    let claimed = bytes.get(4..8).map_or(0, |four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]));
    let claimed = usize::try_from(claimed).unwrap_or(usize::MAX);
    let present = body.len() / length;
    if claimed > present {
        return Err(format!("it claims {claimed} rows and holds {present}"));
    }
    let encoding = cpg.map_or(Some(UTF_8), encoding);
    let rows = body.chunks_exact(length).take(claimed).map(|row| (row[0] != b'*').then(|| cells(&row[1..], &fields, encoding)));
    Ok(Table { rows: rows.collect(), columns: fields.iter().map(|field| field.name.clone()).collect() })
}

fn fields(header: &[u8]) -> Vec<Field> {
    let described = header.get(32..).unwrap_or_default().chunks_exact(32).take_while(|field| field[0] != 0x0d);
    described
        .map(|field| {
            let name = field[..11].split(|&byte| byte == 0).next().unwrap_or_default();
            Field { name: text(name, Some(UTF_8)), kind: field[11], length: usize::from(field[16]) }
        })
        .collect()
}

fn cells(row: &[u8], fields: &[Field], encoding: Option<&'static Encoding>) -> Vec<Option<Cell>> {
    let mut rest = row;
    fields
        .iter()
        .map(|field| {
            let (value, after) = rest.split_at_checked(field.length).unwrap_or((rest, &[]));
            rest = after;
            cell(value, field.kind, encoding)
        })
        .collect()
}

fn cell(value: &[u8], kind: u8, encoding: Option<&'static Encoding>) -> Option<Cell> {
    let value = value.split(|&byte| byte == 0).next().unwrap_or_default().trim_ascii();
    if value.is_empty() {
        return None;
    }
    let text = text(value, encoding);
    if !matches!(kind, b'N' | b'F') {
        return Some(Cell::Text(text));
    }
    let whole = text.parse().map(Cell::Whole);
    let number = whole.or_else(|_| text.parse().map(Cell::Real));
    number.ok()
}

/// The encoding that a `.cpg` names; `None` where it is not known, which is then guessed.
fn encoding(cpg: &[u8]) -> Option<&'static Encoding> {
    let name = String::from_utf8_lossy(cpg).trim().to_ascii_lowercase();
    let digits: String = name.chars().filter(char::is_ascii_digit).collect();
    match digits.as_str() {
        "65001" => Some(UTF_8),
        "88592" => Encoding::for_label(b"iso-8859-2"),
        "88591" => Encoding::for_label(b"iso-8859-1"),
        "1250" | "1251" | "1252" => Encoding::for_label(format!("windows-{digits}").as_bytes()),
        _ => Encoding::for_label(name.as_bytes()),
    }
}

fn text(value: &[u8], encoding: Option<&'static Encoding>) -> String {
    let encoding = encoding.unwrap_or(UTF_8);
    match encoding.decode_without_bom_handling_and_without_replacement(value) {
        Some(text) => text.trim().to_owned(),
        None => WINDOWS_1250.decode_without_bom_handling(value).0.trim().to_owned(),
    }
}
