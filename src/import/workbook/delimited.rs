//! Text with separators, as one sheet of text cells: `00123` keeps its zeros.

use super::taken::Taken;
use super::{RawValue, Refusal};
use crate::diagnostic::Bulk;
use csv::{ReaderBuilder, StringRecord};
use memchr::memchr_iter;
use std::collections::BTreeMap;

/// The separators, the likelier first where two do as well.
const SEPARATORS: [u8; 3] = [b'\t', b';', b','];
/// Cells of a text, empty ones too; the crate remembers where each one ends.
const FIELDS: u64 = 10_000_000;
/// Rows that are looked at to find the separator.
const ROWS_SEEN: usize = 100;
/// Bytes that are looked at for it.
const BYTES_SEEN: usize = 1 << 20;

/// Whether a text looks like a table: two rows or more with as many cells, two or more.
pub(super) fn is_table(text: &str) -> bool {
    let (start, separator) = declared(text);
    separator.is_some()
        || SEPARATORS.iter().any(|separator| {
            alike_rows(text.get(start..).unwrap_or(text), *separator) > 1
        })
}

/// Reads a text as one sheet.
pub(super) fn read(text: &str, name: &str) -> Result<Taken, Refusal> {
    let (start, separator) = declared(text);
    let text = text.get(start..).unwrap_or(text);
    let separator = separator.unwrap_or_else(|| likeliest(text));
    let fields = memchr_iter(separator, text.as_bytes()).count();
    if u64::try_from(fields).unwrap_or(u64::MAX) > FIELDS {
        let (limit, what) = (FIELDS, Bulk::Area);
        return Err(Refusal::TooLarge { limit, what });
    }
    let mut reader = reader(text, separator);
    let mut taken = Taken::default();
    taken.begin_named(0, name);
    let mut record = StringRecord::new();
    // a line that declares the separator is no row: Excel hides it as well
    let mut row = 0_u32;
    let mut end = 0;
    while reader
        .read_record(&mut record)
        .map_err(|error| Refusal::of(&error, false))?
    {
        row = row.saturating_add(empty_lines(text, end));
        for (column, field) in (0_u32..).zip(&record) {
            if !field.is_empty() {
                taken.take((row, column), Some(RawValue::Text(field.into())), None)?;
            }
        }
        row = row.saturating_add(1);
        end = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
    }
    Ok(taken)
}

/// What a first line `sep=;` declares, and where the table starts.
fn declared(text: &str) -> (usize, Option<u8>) {
    let line = text.lines().next().unwrap_or_default();
    match line.trim_end().as_bytes() {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', separator]
            if !matches!(separator, b'"' | b'=') =>
        {
            let rest = text.get(line.len()..).unwrap_or_default();
            let after = if rest.starts_with("\r\n") { 2 } else { 1 };
            ((line.len() + after).min(text.len()), Some(*separator))
        }
        _ => (0, None),
    }
}

/// The separator that makes most rows alike.
fn likeliest(text: &str) -> u8 {
    let mut best = (0, b',');
    for separator in SEPARATORS {
        let alike = alike_rows(text, separator);
        if alike > best.0 {
            best = (alike, separator);
        }
    }
    best.1
}

/// How many of the first rows have one number of cells, two or more.
fn alike_rows(text: &str, separator: u8) -> usize {
    let mut end = text.len().min(BYTES_SEEN);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let mut reader = reader(text.get(..end).unwrap_or(text), separator);
    let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
    for record in reader.records().take(ROWS_SEEN).flatten() {
        if record.len() > 1 {
            *widths.entry(record.len()).or_default() += 1;
        }
    }
    widths.into_values().max().unwrap_or(0)
}

fn reader(text: &str, separator: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
}

/// Empty lines after a row, which are rows in Excel and passed over by the crate.
fn empty_lines(text: &str, end: usize) -> u32 {
    let bytes = text.as_bytes();
    let ended_with = end.checked_sub(1).and_then(|last| bytes.get(last));
    let mut rest = bytes.get(end..).unwrap_or_default();
    if ended_with == Some(&b'\r') && rest.first() == Some(&b'\n') {
        rest = rest.get(1..).unwrap_or_default();
    }
    let mut lines = 0;
    loop {
        rest = match rest {
            [b'\r', b'\n', rest @ ..] | [b'\r' | b'\n', rest @ ..] => rest,
            _ => return lines,
        };
        lines += 1;
    }
}
