//! What the sheets of an `.xlsx` may hold, seen without reading them.

use memchr::memmem;

/// What is worth a second look. A word of XML may also stand in a text or in another
/// part: then the look finds nothing.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Hints {
    pub(super) has_formulas: bool,
    pub(super) has_merged: bool,
}

impl Hints {
    /// Looks through a file as the guard made it: small enough, and its parts not packed,
    /// so that their words stand in it as they are.
    pub(super) fn of(bytes: &[u8]) -> Self {
        // with or without a prefix; a formula may have attributes
        const FORMULAS: [&str; 4] = ["<f>", "<f ", ":f>", ":f "];
        let has = |word: &str| memmem::find(bytes, word.as_bytes()).is_some();
        Self {
            has_formulas: FORMULAS.into_iter().any(has),
            has_merged: has("mergeCell"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hints(xml: &str) -> (bool, bool) {
        let hints = Hints::of(xml.as_bytes());
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
