//! What separates the fields of a text file, told by its first lines.
//!
//! The separator that divides most lines into one same number of fields wins; at a tie the rarer character does, for a
//! comma may be a decimal comma. Quoted fields do not count.

const CANDIDATES: [u8; 4] = [b';', b'\t', b'|', b','];

/// The separator of a text; a comma if nothing separates anything. `complete` says that the sample is the whole text.
pub(super) fn separator(sample: &[u8], complete: bool) -> u8 {
    if let Some(told) = told_by_excel(sample) {
        return told;
    }
    let mut lines = count_per_line(sample);
    if !complete && lines.len() > 1 {
        lines.pop();
    }
    let mut best = (0, b',');
    for (position, &candidate) in CANDIDATES.iter().enumerate() {
        let score = agreement(lines.iter().map(|counts| counts[position]));
        // Two hundredths of the lines may be titles and notes.
        if score > best.0 + lines.len() / 50 {
            best = (score, candidate);
        }
    }
    best.1
}

/// Excel may begin a file with the line `sep=;`.
pub(super) fn told_by_excel(sample: &[u8]) -> Option<u8> {
    match sample {
        [b's', b'e', b'p', b'=', separator, b'\r' | b'\n', ..] if CANDIDATES.contains(separator) => Some(*separator),
        _ => None,
    }
}

fn count_per_line(sample: &[u8]) -> Vec<[usize; CANDIDATES.len()]> {
    let (mut lines, mut counts, mut quoted, mut blank) = (Vec::new(), [0; CANDIDATES.len()], false, true);
    for &byte in sample {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => {
                if !blank {
                    lines.push(counts);
                }
                (counts, blank) = ([0; CANDIDATES.len()], true);
            }
            _ if !quoted => {
                blank = false;
                if let Some(position) = CANDIDATES.iter().position(|&candidate| candidate == byte) {
                    counts[position] += 1;
                }
            }
            _ => blank = false,
        }
    }
    if !blank {
        lines.push(counts);
    }
    lines
}

/// How many lines have the most frequent number of separators, lines without any left out.
fn agreement(counts: impl Iterator<Item = usize>) -> usize {
    let mut seen = std::collections::BTreeMap::<usize, usize>::new();
    for count in counts.filter(|&count| count > 0) {
        *seen.entry(count).or_default() += 1;
    }
    seen.into_values().max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_told_by_the_lines() {
        let cases: [(&str, &str, u8); 8] = [
            ("commas", "from,to,n\n1,2,3\n", b','),
            ("semicolons and decimal commas", "from;to;n\n1;2;3,5\n1;3;4,5\n2;3;1,0\n", b';'),
            ("tabs", "from\tto\tn\r\n1\t2\t3,5\r\n", b'\t'),
            ("bars", "from|to|n\n1|2|3\n", b'|'),
            ("separators inside quotes", "\"a;b;c\",\"x;y\"\n\"d;e;f\",\"z;t\"\n", b','),
            ("unquoted decimal commas in each line", "\"Kod\";Nazwa;tys.;\n020;\"A\";37636,51;\n021;\"B\";2879,27;\n", b';'),
            ("told by Excel", "sep=;\na,b;c,d\n", b';'),
            ("one column", "code\n1\n2\n", b','),
        ];
        for (name, text, expected) in cases {
            assert_eq!(separator(text.as_bytes(), true), expected, "{name}");
        }
    }
}
