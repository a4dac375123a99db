//! What the sheets of an `.xlsx` may hold, seen without reading them.

use super::super::Refusal;
use memchr::memmem::Finder;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// What is worth a second look. A word of XML may also stand in a text: then the look
/// finds nothing.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Hints {
    pub(super) has_formulas: bool,
    pub(super) has_merged: bool,
}

/// Bytes looked at together.
const PIECE: usize = 1 << 16;

impl Hints {
    /// Looks through the sheets of a file, which the guard found small enough.
    pub(super) fn of(bytes: &[u8]) -> Result<Self, Refusal> {
        let refuse = |reason: &dyn ToString| Refusal::of(&reason.to_string(), false);
        let mut archive =
            ZipArchive::new(Cursor::new(bytes)).map_err(|error| refuse(&error))?;
        let mut hints = Self::default();
        for index in 0..archive.len() {
            let part = archive.by_index(index).map_err(|error| refuse(&error))?;
            if part.name().to_lowercase().contains("worksheets/") {
                hints.look(part).map_err(|error| refuse(&error))?;
            }
        }
        Ok(hints)
    }

    fn look(&mut self, mut part: impl Read) -> std::io::Result<()> {
        // with or without a prefix; a formula may have attributes
        let formulas = ["<f>", "<f ", ":f>", ":f "].map(Finder::new);
        let merged = Finder::new("mergeCell");
        let longest = merged.needle().len();
        let mut piece = vec![0; PIECE + longest];
        let mut kept = 0;
        while !(self.has_formulas && self.has_merged) {
            let Some(free) = piece.get_mut(kept..) else {
                break;
            };
            let read = part.read(free)?;
            if read == 0 {
                break;
            }
            let seen = piece.get(..kept + read).unwrap_or_default();
            self.has_merged |= merged.find(seen).is_some();
            self.has_formulas |= formulas.iter().any(|it| it.find(seen).is_some());
            // a word may lie across two pieces
            let end = seen.len();
            kept = end.min(longest);
            piece.copy_within(end - kept..end, 0);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives one byte at a time.
    struct Slowly<'a>(&'a [u8]);

    impl Read for Slowly<'_> {
        fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
            let Some((first, rest)) = self.0.split_first() else {
                return Ok(0);
            };
            into[0] = *first;
            self.0 = rest;
            Ok(1)
        }
    }

    fn hints(xml: &str) -> (bool, bool) {
        let mut hints = Hints::default();
        hints.look(Slowly(xml.as_bytes())).unwrap();
        let mut at_once = Hints::default();
        at_once.look(xml.as_bytes()).unwrap();
        assert_eq!(hints, at_once);
        (hints.has_formulas, hints.has_merged)
    }

    #[test]
    fn formulas_and_merged_regions_are_seen_wherever_they_stand() {
        let rows = "<row/>".repeat(30_000);
        assert_eq!(hints(&rows), (false, false));
        assert_eq!(hints(&format!("{rows}<f>A1</f>{rows}")), (true, false));
        assert_eq!(hints("<x:c><x:f t=\"shared\"/></x:c>"), (true, false));
        let merged = format!("{rows}<mergeCells><mergeCell ref=\"A1:B1\"/>");
        assert_eq!(hints(&merged), (false, true));
    }
}
