//! The records of a part of an `.xlsb`.

use super::xml::SHEETS;
use super::{damaged, too_large};
use crate::diagnostic::Bulk;
use crate::import::workbook::Refusal;

/// A tab.
const SHEET: u16 = 0x9C;
/// Names with their formulas, and the sheets that formulas name.
const FORMULAS: [u16; 2] = [0x27, 0x016A];

/// The part of an `.xlsb` that lists its sheets, without names: the reader makes texts of
/// their formulas, which nobody asks for, and a hostile formula has no end.
pub(super) fn without_formulas(part: &[u8]) -> Result<Vec<u8>, Refusal> {
    let mut kept = Vec::with_capacity(part.len());
    let mut rest = part;
    let mut sheets = 0;
    while !rest.is_empty() {
        let (kind, length) = record(rest).ok_or_else(|| damaged("it is cut short"))?;
        let (whole, next) = rest
            .split_at_checked(length)
            .ok_or_else(|| damaged("it is cut short"))?;
        if kind == SHEET {
            sheets += 1;
        }
        if sheets > SHEETS {
            return Err(too_large(SHEETS, Bulk::Sheets));
        }
        if !FORMULAS.contains(&kind) {
            kept.extend_from_slice(whole);
        }
        rest = next;
    }
    Ok(kept)
}

/// The kind of the first record, and its length with its head.
fn record(bytes: &[u8]) -> Option<(u16, usize)> {
    let mut bytes_left = bytes.iter().copied();
    let mut head = 0;
    let mut next = || {
        head += 1;
        bytes_left.next()
    };
    let first = next()?;
    let mut kind = u16::from(first);
    if first & 0x80 != 0 {
        kind = u16::from(first & 0x7F) | u16::from(next()? & 0x7F) << 7;
    }
    let mut length = 0;
    for shift in [0, 7, 14, 21] {
        let byte = next()?;
        length |= usize::from(byte & 0x7F) << shift;
        if byte & 0x80 == 0 {
            break;
        }
    }
    Some((kind, head + length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_their_formulas_are_left_out() {
        let sheet = [0x9C, 0x01, 2, 7, 7];
        let name = [0x27, 3, 0x29, 0x29, 0x29];
        let extern_sheets = [0xEA, 0x02, 1, 0];
        let end = [0x90, 0x01, 0];
        let part = [&sheet[..], &name, &extern_sheets, &end].concat();
        let kept = [&sheet[..], &end].concat();
        assert_eq!(without_formulas(&part).unwrap(), kept);
        assert!(without_formulas(&part[..4]).is_err());
    }
}
