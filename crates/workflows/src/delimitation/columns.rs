//! Tables of two columns: found by name, or the first two of the table.

use miedza_sources::table::Lack;

/// Positions of two columns, by these names, or the first two.
///
/// # Errors
/// [`Lack`] if the row has fewer than two columns.
pub fn pair(header: &[String], names: [&str; 2]) -> Result<(usize, usize), Lack> {
    let find = |name: &str| header.iter().position(|column| column.trim().eq_ignore_ascii_case(name));
    match names.map(find) {
        [Some(one), Some(other)] => Ok((one, other)),
        _ if header.len() >= 2 => Ok((0, 1)),
        _ => Err(Lack::Missing { role: "a pair of columns", option: format!("a header `{}`", names.join(",")), found: 0 }),
    }
}
