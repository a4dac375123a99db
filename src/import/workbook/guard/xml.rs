//! What a part in XML may hold before the reader sees it.

use super::hints::Hints;
use super::{TAGS, damaged, too_large};
use crate::diagnostic::Bulk;
use crate::import::workbook::Refusal;
use memchr::memmem::{self, Finder};
use memchr::{memchr, memchr_iter, memrchr};
use std::ops::Range;

/// Bytes between two tags, or of a tag: one text of a cell at most.
const RUN: usize = 4 << 20;

/// Bytes that the styles of all cells take at most, were each as long as the longest.
const STYLES: usize = 256 << 20;

/// Tabs of a workbook.
pub(super) const SHEETS: u64 = 1000;

/// What was seen in all parts so far.
#[derive(Debug, Default)]
pub(super) struct Tags {
    /// How many tags there are, within the limit.
    count: u64,
    pub(super) hints: Hints,
}

impl Tags {
    /// Checks a part: the reader takes its declared counts at their word, and time and
    /// memory for each of its tags.
    ///
    /// All is looked for in one stretch before the next is looked at, as a part may be
    /// larger than what a processor has at hand.
    pub(super) fn check(&mut self, name: &str, part: &[u8]) -> Result<(), Refusal> {
        let mut look = Look::new(part)?;
        for stretch in Stretches(part, 0) {
            let stretch = stretch?;
            self.hints
                .look(part.get(stretch.clone()).unwrap_or_default());
            look.at(stretch)?;
        }
        self.count += u64::try_from(look.tags).unwrap_or(u64::MAX / 2);
        // each style is a copy of its font and its number form
        let is_styles = name.ends_with("styles.xml");
        let styles = || look.tags.saturating_mul(longest_run(part).max(512));
        if self.count > TAGS || is_styles && styles() > STYLES {
            return Err(too_large(TAGS, Bulk::Tags));
        }
        if look.sheets > SHEETS {
            return Err(too_large(SHEETS, Bulk::Sheets));
        }
        Ok(())
    }
}

/// A part in stretches that end before a tag, so that no word of XML is cut; each is
/// long only if a run from one tag to the next is.
struct Stretches<'a>(&'a [u8], usize);

impl Iterator for Stretches<'_> {
    type Item = Result<Range<usize>, Refusal>;

    fn next(&mut self) -> Option<Self::Item> {
        const LENGTH: usize = 64 << 10;
        let Self(part, start) = *self;
        let rest = part.get(start..).filter(|rest| !rest.is_empty())?;
        let tag_in = |length: usize| {
            let stretch = rest.get(1..=length)?;
            memrchr(b'<', stretch).map(|at| at + 1)
        };
        let length = match (tag_in(LENGTH), tag_in(RUN)) {
            (Some(length), _) | (None, Some(length)) => length,
            (None, None) if rest.len() > RUN => {
                return Some(Err(too_large(RUN as u64, Bulk::CellTextBytes)));
            }
            (None, None) => rest.len(),
        };
        self.1 = start + length;
        Some(Ok(start..self.1))
    }
}

/// What was seen in a part so far.
struct Look<'a> {
    part: &'a [u8],
    tags: usize,
    /// Elements named "sheet".
    sheets: u64,
    declaration: Finder<'static>,
    count: Finder<'static>,
    section: Finder<'static>,
    sheet: Finder<'static>,
    /// Where the last count that was looked at ends.
    counted: usize,
    /// Where the next end of each kind of section stands, as far as that is known.
    ends: [Option<usize>; 3],
}

/// Room for shared texts is made as their count says.
const COUNT: &str = "uniqueCount";
/// What ends comments, marked sections and whatever else begins like them.
const ENDS: [&[u8]; 3] = [b"-->", b"]]>", b">"];

impl<'a> Look<'a> {
    /// Only UTF-8, as every program writes it: other encodings would hide from the checks
    /// what they look for.
    fn new(part: &'a [u8]) -> Result<Self, Refusal> {
        let mut head = part.iter().take(4);
        if head.any(|byte| matches!(byte, 0 | 0xFE | 0xFF)) {
            return Err(not_in_utf8());
        }
        Ok(Self {
            part,
            tags: 0,
            sheets: 0,
            declaration: Finder::new("<?xml"),
            count: Finder::new(COUNT),
            section: Finder::new("<!"),
            sheet: Finder::new("sheet"),
            counted: 0,
            ends: [None; 3],
        })
    }

    fn at(&mut self, stretch: Range<usize>) -> Result<(), Refusal> {
        let start = stretch.start;
        let bytes = self.part.get(stretch).unwrap_or_default();
        let found = |finder: &Finder<'_>| {
            let found = finder.find_iter(bytes).map(|at| start + at);
            found.collect::<Vec<usize>>()
        };
        for at in found(&self.declaration) {
            self.check_encoding(at)?;
        }
        for at in found(&self.count) {
            self.check_declared_count(at)?;
        }
        for at in found(&self.section) {
            self.check_section(at)?;
        }
        let sheets = found(&self.sheet);
        let sheets = sheets.iter().filter(|at| is_tag(self.part, **at, 5));
        self.sheets += u64::try_from(sheets.count()).unwrap_or(u64::MAX / 2);
        self.tags += memchr_iter(b'<', bytes).count();
        Ok(())
    }

    /// A declaration at this place may not name another encoding.
    fn check_encoding(&self, at: usize) -> Result<(), Refusal> {
        let rest = self.part.get(at..).unwrap_or_default();
        let end = memchr(b'>', rest).unwrap_or(rest.len());
        let head = rest.get(..end).unwrap_or_default().to_ascii_lowercase();
        let holds = |word: &[u8]| memmem::find(&head, word).is_some();
        let is_other = holds(b"encoding")
            && [&b"utf-8"[..], b"utf8", b"us-ascii"]
                .iter()
                .all(|name| !holds(name));
        // one within another: each would be looked at to the same end
        let is_twice = memmem::rfind(&head, b"<?xml").is_some_and(|at| at > 0);
        if is_other || is_twice {
            return Err(not_in_utf8());
        }
        Ok(())
    }

    fn check_declared_count(&mut self, at: usize) -> Result<(), Refusal> {
        if at < self.counted {
            return Ok(());
        }
        let rest = self.part.get(at + COUNT.len()..).unwrap_or_default();
        let is_reached = |byte: &u8| byte.is_ascii_digit() || *byte == b'>';
        let first = rest.iter().position(is_reached).unwrap_or(rest.len());
        self.counted = at + COUNT.len() + first;
        let digits = rest.get(first..).unwrap_or_default().iter();
        let declared = digits.take_while(|byte| byte.is_ascii_digit()).fold(
            0_usize,
            |number, digit| {
                number
                    .saturating_mul(10)
                    .saturating_add(usize::from(digit - b'0'))
            },
        );
        if declared > self.part.len() {
            return Err(damaged("it declares more texts than it can hold"));
        }
        Ok(())
    }

    /// Comments and marked sections may hold what looks like tags.
    fn check_section(&mut self, at: usize) -> Result<(), Refusal> {
        let rest = self.part.get(at..).unwrap_or_default();
        let kind = match rest.get(2) {
            Some(b'-') => 0,
            Some(b'[') => 1,
            _ => 2,
        };
        let (Some(known), Some(end)) = (self.ends.get_mut(kind), ENDS.get(kind)) else {
            return Ok(());
        };
        if known.is_none_or(|known| known < at) {
            let within = rest.get(..RUN.min(rest.len())).unwrap_or_default();
            let Some(found) = memmem::find(within, end) else {
                return Err(too_large(RUN as u64, Bulk::CellTextBytes));
            };
            *known = Some(at + found);
        }
        Ok(())
    }
}

fn not_in_utf8() -> Refusal {
    damaged("a part of it is not in UTF-8")
}

/// Whether the word at a place is the name of an element with attributes.
fn is_tag(part: &[u8], at: usize, length: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| part.get(before));
    let after = part.get(at + length);
    matches!(before, Some(b'<' | b':')) && after.is_some_and(u8::is_ascii_whitespace)
}

/// The length of the longest run from one tag to the next.
fn longest_run(part: &[u8]) -> usize {
    let ends = memchr_iter(b'<', part).chain([part.len()]);
    let runs = ends.scan(0, |last, at| Some(at - std::mem::replace(last, at)));
    runs.max().unwrap_or_default()
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
        let is_kept = |part: &[u8]| Tags::default().check("a.xml", part).is_ok();
        // "<b>" and the text, up to "</b>"
        assert!(is_kept(part(RUN - 3).as_bytes()));
        assert!(!is_kept(part(RUN - 2).as_bytes()));
        assert!(is_kept(&vec![b'x'; RUN]));
        assert!(!is_kept(&vec![b'x'; RUN + 1]));
        assert_eq!(longest_run(b"<abc><d>12345</d>"), 8);
    }

    #[test]
    fn what_is_looked_for_is_found_wherever_a_stretch_ends() {
        let whole = |part: &str| Tags::default().check("a.xml", part.as_bytes());
        for filled in (65_500..65_560).chain(131_040..131_080) {
            let before = "<c/>".repeat(filled / 4) + &"x".repeat(filled % 4);
            let with = |word: &str| whole(&format!("{before}{word}<d/>{before}"));
            assert!(with("<e>").is_ok());
            assert!(with("<?xml encoding=\"utf-16\"?>").is_err());
            assert!(with("<?xml encoding=\"UTF-8\"?>").is_ok());
            assert!(with("<sst uniqueCount=\"9999999\">").is_err());
            assert!(with("<sst uniqueCount=\"99\">").is_ok());
            assert!(with("<!-- <x>").is_err());
            assert!(with("<!-- <x> -->").is_ok());
            let tags = format!("{before}<d/>{before}");
            let mut counted = Tags::default();
            counted.check("a.xml", tags.as_bytes()).unwrap();
            assert_eq!(counted.count, 2 * (u64::try_from(filled).unwrap() / 4) + 1);
        }
    }

    #[test]
    fn a_thousand_sheets_are_the_most_however_they_are_spread() {
        let sheets = |count: usize| {
            let one = format!("<x:sheet name=\"a\"/>{}", "<c/>".repeat(100));
            Tags::default().check("workbook.xml", one.repeat(count).as_bytes())
        };
        assert!(sheets(1000).is_ok());
        assert!(sheets(1001).is_err());
    }

    #[test]
    fn what_never_ends_is_not_looked_through_again_and_again() {
        // minutes, were each looked at to its end
        let check = |part: String| Tags::default().check("a.xml", part.as_bytes());
        assert!(check("<!-".repeat(1 << 20) + "-->").is_ok());
        assert!(check("<?xml ".repeat(1 << 20)).is_err());
        assert!(check("<a uniqueCount ".repeat(1 << 20)).is_ok());
    }

    #[test]
    fn tags_are_counted_over_all_parts() {
        let mut tags = Tags {
            count: TAGS - 5,
            ..Tags::default()
        };
        assert!(tags.check("sheet1.xml", b"<a><b/></a>").is_ok());
        let refused = tags.check("sheet2.xml", b"<a><b/></a>");
        let (limit, what) = (TAGS, Bulk::Tags);
        let expected = format!("{:?}", Refusal::TooLarge { limit, what });
        assert_eq!(format!("{:?}", refused.unwrap_err()), expected);
    }
}
