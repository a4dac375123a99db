//! Parts on their way out of the zip file, with letters instead of their numbers.

use memchr::memmem::Finder;
use memchr::{memchr, memrchr2};
use std::io::{self, Read, Write};

/// Bytes of a part that are looked at together.
const STRETCH: usize = 16 << 10;
/// Bytes of the longest reference that is resolved, such as `&#0007885;`.
const LONGEST: usize = 10;

/// Unpacks parts in XML and writes their character references, such as `&#7885;`, out as
/// letters.
///
/// Some programs write every letter with a mark as its number. To the reader of XML each
/// of them is an event of its own, between those of the text before and after it, so a
/// Vietnamese name costs it many times more than in letters.
///
/// What stands for a sign of XML itself or for a control character remains, and so does
/// all from the first `<!` on: a marked section may hold what only looks like this.
#[derive(Debug)]
pub(super) struct Letters {
    stretch: Vec<u8>,
    resolved: Vec<u8>,
    section: Finder<'static>,
}

impl Letters {
    pub(super) fn new() -> Self {
        Self {
            stretch: vec![0; STRETCH],
            resolved: Vec::new(),
            section: Finder::new("<!"),
        }
    }

    /// Copies a part; gives the bytes that it had.
    pub(super) fn copy(
        &mut self,
        mut part: impl Read,
        mut out: impl Write,
    ) -> io::Result<u64> {
        let mut length = 0;
        // what was cut by the end of the last stretch stands first in the next
        let mut held = 0;
        let mut has_section = false;
        loop {
            let read = part.read(self.stretch.get_mut(held..).unwrap_or_default())?;
            length += u64::try_from(read).unwrap_or(u64::MAX / 2);
            let filled = self.stretch.get(..held + read).unwrap_or_default();
            let whole = if read == 0 {
                filled.len()
            } else {
                uncut(filled)
            };
            let (now, later) = filled.split_at_checked(whole).unwrap_or((filled, &[]));
            let section = if has_section {
                Some(0)
            } else {
                self.section.find(now)
            };
            let (text, rest) = now
                .split_at_checked(section.unwrap_or(now.len()))
                .unwrap_or((now, &[]));
            out.write_all(resolve(text, &mut self.resolved))?;
            out.write_all(rest)?;
            if read == 0 {
                return Ok(length);
            }
            has_section = section.is_some();
            held = later.len();
            self.stretch.copy_within(whole..whole + held, 0);
        }
    }
}

/// How much of a stretch surely cuts neither a reference nor the start of a section.
fn uncut(stretch: &[u8]) -> usize {
    let tail = stretch.len().saturating_sub(LONGEST);
    let start = memrchr2(b'&', b'<', stretch.get(tail..).unwrap_or_default());
    start.map_or(stretch.len(), |start| tail + start)
}

/// A text with letters instead of references; itself if there are none.
fn resolve<'a>(text: &'a [u8], resolved: &'a mut Vec<u8>) -> &'a [u8] {
    let Some(mut at) = memchr(b'&', text) else {
        return text;
    };
    resolved.clear();
    let mut rest = text;
    loop {
        let (before, reference) = rest.split_at_checked(at).unwrap_or((rest, &[]));
        resolved.extend_from_slice(before);
        rest = reference;
        if let Some((letter, after)) = letter(reference) {
            let mut bytes = [0; 4];
            resolved.extend_from_slice(letter.encode_utf8(&mut bytes).as_bytes());
            rest = after;
        } else if let Some((sign, after)) = reference.split_first() {
            resolved.push(*sign);
            rest = after;
        }
        match memchr(b'&', rest) {
            Some(next) => at = next,
            None => break,
        }
    }
    resolved.extend_from_slice(rest);
    resolved
}

/// The letter that a reference at the start of a text stands for, and what follows it.
fn letter(text: &[u8]) -> Option<(char, &[u8])> {
    let mut digits = text.strip_prefix(b"&#")?;
    let mut base = 10;
    if let Some(hexadecimal) = digits.strip_prefix(b"x") {
        (digits, base) = (hexadecimal, 16);
    }
    let mut number: u32 = 0;
    for at in 0..LONGEST - 2 {
        let digit = char::from(*digits.get(at)?);
        if digit == ';' {
            let letter = char::from_u32(number).filter(|letter| *letter >= '\u{A0}')?;
            return Some((letter, digits.get(at + 1..)?));
        }
        number = number * base + digit.to_digit(base)?;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What becomes of a text that is read so many bytes at a time.
    fn copied(text: &str, step: usize) -> String {
        struct Steps<'a>(&'a [u8], usize);
        impl Read for Steps<'_> {
            fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
                let length = self.1.min(buffer.len());
                self.0.read(&mut buffer[..length])
            }
        }
        let mut out = Vec::new();
        let steps = Steps(text.as_bytes(), step);
        let length = Letters::new().copy(steps, &mut out).unwrap();
        assert_eq!(length, u64::try_from(text.len()).unwrap());
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn letters_stand_in_place_of_their_numbers() {
        let whole = |text: &str| copied(text, STRETCH);
        assert_eq!(
            whole("<t>H&#7885; v&#224; t&#234;n</t>"),
            "<t>Họ và tên</t>"
        );
        assert_eq!(whole("&#x1ecd;&#x1ECD;&#0007885;&#160;"), "ọọọ\u{A0}");
        assert_eq!(whole("&#128512;"), "😀");
        assert_eq!(whole("không có gì"), "không có gì");
        assert_eq!(whole(""), "");
    }

    #[test]
    fn what_means_something_to_xml_or_nothing_at_all_remains() {
        for same in [
            "&amp;#7885;",
            "&#38;#7885;",
            "&lt;&#60;&#x3C;&#10;&#13;&#9;&#127;&#159;",
            "&#55296;&#1114112;&#xFFFFFF;",
            "&#00007885;&#99999999999999999999;",
            "&#;&#x;&#X1ECD;&#-7885;&#+788;& #7885;&#7885",
            "&",
        ] {
            assert_eq!(copied(same, STRETCH), same);
        }
        assert_eq!(copied("&&#7885;&#&#7885;", STRETCH), "&ọ&#ọ");
    }

    #[test]
    fn a_marked_section_keeps_what_it_holds() {
        let section = "<a>&#7885;<![CDATA[&#7885;]]>&#7885;</a>";
        for step in [1, 2, 3, 5, 7, 11, STRETCH] {
            let kept = "<a>ọ<![CDATA[&#7885;]]>&#7885;</a>";
            assert_eq!(copied(section, step), kept);
        }
    }

    #[test]
    fn a_reference_may_be_cut_by_the_end_of_a_stretch() {
        for before in STRETCH - 2 * LONGEST..STRETCH + LONGEST {
            let filled = "x".repeat(before);
            let after = "y".repeat(STRETCH);
            let text = format!("{filled}&#7885;<c/>{after}&#7885;<![&#7885;");
            let expected = format!("{filled}ọ<c/>{after}ọ<![&#7885;");
            assert_eq!(copied(&text, STRETCH), expected);
        }
    }

    proptest! {
        #[test]
        fn it_is_the_same_however_a_part_is_cut(
            pieces in prop::collection::vec(
                prop::sample::select(vec!["&#7885;", "&", "#", "&#x1ECD;", ";", "a", "ọ", "<b>", "<", "!", "&#38;", "1"]),
                0..30,
            ),
            step in 1_usize..20,
        ) {
            let text = pieces.concat();
            prop_assert_eq!(copied(&text, step), copied(&text, STRETCH));
        }
    }
}
