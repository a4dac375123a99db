//! What a part in XML may hold before the reader sees it.

use super::{TAGS, damaged, too_large};
use crate::diagnostic::Bulk;
use crate::import::workbook::Refusal;
use memchr::{memchr, memchr_iter, memmem, memrchr};

/// Bytes between two tags, or of a tag: one text of a cell at most.
const RUN: usize = 4 << 20;

/// Bytes that the styles of all cells take at most, were each as long as the longest.
const STYLES: usize = 256 << 20;

/// Tabs of a workbook.
pub(super) const SHEETS: u64 = 1000;

/// The tags of all parts so far, within the limit.
#[derive(Debug, Default)]
pub(super) struct Tags(u64);

impl Tags {
    /// Checks a part: the reader takes its declared counts at their word, and time and
    /// memory for each of its tags.
    pub(super) fn check(&mut self, name: &str, part: &[u8]) -> Result<(), Refusal> {
        check_encoding(part)?;
        check_declared_count(part)?;
        check_runs(part)?;
        check_sections(part)?;
        let count = memchr_iter(b'<', part).count();
        self.0 += u64::try_from(count).unwrap_or(u64::MAX / 2);
        // each style is a copy of its font and its number form
        let is_styles = name.ends_with("styles.xml");
        let styles = || count.saturating_mul(longest_run(part).max(512));
        if self.0 > TAGS || is_styles && styles() > STYLES {
            return Err(too_large(TAGS, Bulk::Tags));
        }
        let sheets = memmem::find_iter(part, b"sheet").filter(|at| is_tag(part, *at, 5));
        if u64::try_from(sheets.count()).unwrap_or(u64::MAX) > SHEETS {
            return Err(too_large(SHEETS, Bulk::Sheets));
        }
        Ok(())
    }
}

/// Whether the word at a place is the name of an element with attributes.
fn is_tag(part: &[u8], at: usize, length: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| part.get(before));
    let after = part.get(at + length);
    matches!(before, Some(b'<' | b':')) && after.is_some_and(u8::is_ascii_whitespace)
}

/// Only UTF-8, as every program writes it: other encodings would hide from the checks
/// what they look for.
fn check_encoding(part: &[u8]) -> Result<(), Refusal> {
    let is_wide = part
        .iter()
        .take(4)
        .any(|byte| matches!(byte, 0 | 0xFE | 0xFF));
    let mut declared = memmem::find_iter(part, b"<?xml").map(|at| {
        let head = part.get(at..).unwrap_or_default();
        let end = memchr(b'>', head).unwrap_or(head.len());
        head.get(..end).unwrap_or_default()
    });
    let is_other = declared.any(|head| {
        let head = head.to_ascii_lowercase();
        memmem::find(&head, b"encoding").is_some()
            && [&b"utf-8"[..], b"utf8", b"us-ascii"]
                .iter()
                .all(|name| memmem::find(&head, name).is_none())
    });
    if is_wide || is_other {
        return Err(damaged("a part of it is not in UTF-8"));
    }
    Ok(())
}

/// Room for shared texts is made as their count says.
fn check_declared_count(part: &[u8]) -> Result<(), Refusal> {
    const NAME: &[u8] = b"uniqueCount";
    for at in memmem::find_iter(part, NAME) {
        let digits = part.get(at + NAME.len()..).unwrap_or_default().iter();
        let declared = digits
            .skip_while(|byte| !byte.is_ascii_digit() && **byte != b'>')
            .take_while(|byte| byte.is_ascii_digit())
            .fold(0_usize, |number, digit| {
                number
                    .saturating_mul(10)
                    .saturating_add(usize::from(digit - b'0'))
            });
        if declared > part.len() {
            return Err(damaged("it declares more texts than it can hold"));
        }
    }
    Ok(())
}

/// Refuses a part with a run from one tag to the next that is too long: in each stretch
/// of that length there must be a tag, from the last of which the next stretch begins.
fn check_runs(part: &[u8]) -> Result<(), Refusal> {
    let mut rest = part;
    while let Some(stretch) = rest.get(..=RUN) {
        match memrchr(b'<', stretch.get(1..).unwrap_or_default()) {
            Some(at) => rest = rest.get(at + 1..).unwrap_or_default(),
            None => return Err(too_large(RUN as u64, Bulk::CellTextBytes)),
        }
    }
    Ok(())
}

/// The length of the longest run from one tag to the next.
fn longest_run(part: &[u8]) -> usize {
    let ends = memchr_iter(b'<', part).chain([part.len()]);
    let runs = ends.scan(0, |last, at| Some(at - std::mem::replace(last, at)));
    runs.max().unwrap_or_default()
}

/// Comments and marked sections may hold what looks like tags.
fn check_sections(part: &[u8]) -> Result<(), Refusal> {
    for at in memmem::find_iter(part, b"<!") {
        let rest = part.get(at..).unwrap_or_default();
        let end: &[u8] = match rest.get(2) {
            Some(b'-') => b"-->",
            Some(b'[') => b"]]>",
            _ => b">",
        };
        let within = rest.get(..RUN.min(rest.len())).unwrap_or_default();
        if memmem::find(within, end).is_none() {
            return Err(too_large(RUN as u64, Bulk::CellTextBytes));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_between_two_tags_is_as_long_as_the_limit_at_most() {
        let part = |length: usize| {
            let text = "x".repeat(length);
            format!("<a>{}<b>{text}</b></a>", "<c/>".repeat(100))
        };
        // "<b>" and the text, up to "</b>"
        assert!(check_runs(part(RUN - 3).as_bytes()).is_ok());
        assert!(check_runs(part(RUN - 2).as_bytes()).is_err());
        assert!(check_runs(&vec![b'x'; RUN]).is_ok());
        assert!(check_runs(&vec![b'x'; RUN + 1]).is_err());
        assert_eq!(longest_run(b"<abc><d>12345</d>"), 8);
    }

    #[test]
    fn tags_are_counted_over_all_parts() {
        let mut tags = Tags(TAGS - 5);
        assert!(tags.check("sheet1.xml", b"<a><b/></a>").is_ok());
        let refused = tags.check("sheet2.xml", b"<a><b/></a>");
        let (limit, what) = (TAGS, Bulk::Tags);
        let expected = format!("{:?}", Refusal::TooLarge { limit, what });
        assert_eq!(format!("{:?}", refused.unwrap_err()), expected);
    }
}
