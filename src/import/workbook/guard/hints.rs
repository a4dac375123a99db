//! What the sheets of an `.xlsx` may hold, seen without reading them.

use memchr::memmem;

/// What is worth a second look. A word of XML may also stand in a text or in another
/// part: then the look finds nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::import::workbook) struct Hints {
    pub(in crate::import::workbook) has_formulas: bool,
    pub(in crate::import::workbook) has_merged: bool,
}

impl Hints {
    /// Looks through a stretch of a part that cuts no tag.
    pub(super) fn look(&mut self, stretch: &[u8]) {
        let has = |word: &str| memmem::find(stretch, word.as_bytes()).is_some();
        // with or without a prefix; a formula may have attributes
        self.has_formulas = self.has_formulas
            || follows(stretch, "<f", b"> /\t\r\n")
            || follows(stretch, ":f", b"> /\t\r\n");
        self.has_merged = self.has_merged || has("mergeCell");
    }
}

/// Whether a word stands anywhere before one of some signs.
fn follows(stretch: &[u8], word: &str, signs: &[u8]) -> bool {
    let mut ends = memmem::find_iter(stretch, word.as_bytes()).map(|at| at + word.len());
    ends.any(|end| stretch.get(end).is_some_and(|sign| signs.contains(sign)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hints(xml: &str) -> (bool, bool) {
        let mut hints = Hints::default();
        hints.look(xml.as_bytes());
        (hints.has_formulas, hints.has_merged)
    }

    #[test]
    fn formulas_and_merged_regions_are_seen_wherever_they_stand() {
        let rows = "<row/>".repeat(30_000);
        assert_eq!(hints(&rows), (false, false));
        assert_eq!(hints(&format!("{rows}<f>A1</f>{rows}")), (true, false));
        assert_eq!(hints("<x:c><x:f t=\"shared\"/></x:c>"), (true, false));
        assert_eq!(hints("<f/>"), (true, false));
        assert_eq!(hints("<font/><x:fill>"), (false, false));
        let merged = format!("{rows}<mergeCells><mergeCell ref=\"A1:B1\"/>");
        assert_eq!(hints(&merged), (false, true));
    }

    #[test]
    fn what_was_seen_stays_seen() {
        let mut hints = Hints::default();
        hints.look(b"<f>A1</f>");
        hints.look(b"<mergeCell/>");
        hints.look(b"<c/>");
        assert!(hints.has_formulas && hints.has_merged);
    }
}
