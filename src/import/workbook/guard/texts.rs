//! The shared texts of an old workbook: how long each is.

use super::{damaged, too_large};
use crate::diagnostic::Bulk;
use crate::import::workbook::Refusal;
use crate::import::workbook::taken::CELLS;

/// The lengths of the shared texts, since many cells may show one long text.
#[derive(Debug, Default)]
pub(super) struct SharedTexts(Vec<u32>);

impl SharedTexts {
    /// Reads the lengths; a text may run on over several records.
    pub(super) fn read(parts: &[&[u8]]) -> Result<Self, Refusal> {
        let mut parts = parts.iter().copied();
        let first = parts.next().unwrap_or_default();
        // how many there are stands first and is not believed
        let data = first
            .get(8..)
            .ok_or_else(|| damaged("its texts are cut short"))?;
        let mut rest = Rest {
            data,
            parts: parts.collect::<Vec<_>>().into_iter(),
        };
        let mut sizes = Vec::new();
        while !rest.data.is_empty() || rest.next_part().is_some() {
            let size = rest
                .text()
                .ok_or_else(|| damaged("its texts are cut short"))?;
            sizes.push(size);
            if u64::try_from(sizes.len()).is_ok_and(|count| count > CELLS) {
                return Err(too_large(CELLS, Bulk::Cells));
            }
        }
        Ok(Self(sizes))
    }

    /// The bytes of a text, about.
    pub(super) fn size(&self, index: u32) -> Option<u64> {
        let index = usize::try_from(index).ok()?;
        self.0.get(index).copied().map(u64::from)
    }
}

/// What is left to read.
#[derive(Debug)]
struct Rest<'a> {
    data: &'a [u8],
    parts: std::vec::IntoIter<&'a [u8]>,
}

impl Rest<'_> {
    fn next_part(&mut self) -> Option<()> {
        self.data = self.parts.next()?;
        Some(())
    }

    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (taken, rest) = self.data.split_first_chunk::<N>()?;
        self.data = rest;
        Some(*taken)
    }

    /// Passes a text and gives its length.
    fn text(&mut self) -> Option<u32> {
        let [low, high, flags] = self.take()?;
        let mut letters = usize::from(u16::from_le_bytes([low, high]));
        let mut is_wide = flags & 1 != 0;
        let mut after: usize = 0;
        if flags & 8 != 0 {
            after = 4 * usize::from(u16::from_le_bytes(self.take()?));
        }
        if flags & 4 != 0 {
            let more = u32::from_le_bytes(self.take()?);
            after = after.checked_add(usize::try_from(more).ok()?)?;
        }
        let mut size = 0;
        loop {
            let width = if is_wide { 2 } else { 1 };
            let here = letters.min(self.data.len() / width);
            self.data = self.data.get(here * width..)?;
            size += here * width;
            letters -= here;
            if letters == 0 {
                break;
            }
            self.next_part()?;
            let [flags] = self.take()?;
            is_wide = flags & 1 != 0;
        }
        while after > 0 {
            if self.data.is_empty() {
                self.next_part()?;
            }
            let here = after.min(self.data.len());
            self.data = self.data.get(here..)?;
            after -= here;
        }
        u32::try_from(size).ok()
    }
}
