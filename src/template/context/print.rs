//! Typed texts and counts on their way into a context.

use crate::model::{PinnedPaper, PinnedValue, Traced};
use crate::rules::Percent;
use crate::template::{Slot, Traces, words};

/// What a cell may end with where the form sets its own marks.
const END_MARKS: [char; 4] = ['.', ';', ',', ' '];

impl Traces {
    /// A text as a sentence: with the full stop that its cell may lack.
    pub(super) fn sentence(&mut self, text: &Traced<String>) -> Slot {
        let words = text.value.trim_end_matches(END_MARKS);
        if words.ends_with(['?', '!', '…', ':']) {
            self.slot(text, words)
        } else {
            self.slot(text, format!("{words}."))
        }
    }

    /// A text without the full stop that its cell may end with.
    pub(super) fn phrase<T: AsRef<str>>(&mut self, text: &Traced<T>) -> Slot {
        self.slot(text, text.value.as_ref().trim_end_matches(END_MARKS))
    }

    /// A count in running text, two digits at least.
    pub(super) fn count<T: Copy + Into<u32>>(&mut self, count: &Traced<T>) -> Slot {
        let text = words::padded(count.value.into());
        self.slot(count, text)
    }

    /// Such a count, unless it is nothing.
    pub(super) fn count_if_any<T: Copy + Into<u32>>(
        &mut self,
        count: &Traced<T>,
    ) -> Option<Slot> {
        (count.value.into() > 0).then(|| self.count(count))
    }

    /// The share of a count in another.
    pub(super) fn percent<A: Copy + Into<u32>, B: Copy + Into<u32>>(
        &mut self,
        part: &Traced<A>,
        whole: &Traced<B>,
    ) -> Option<Slot> {
        let share = Percent::of(part.value.into(), whole.value.into())?;
        let origins = [part.origin(), whole.origin()];
        let share = Traced::made_of(share, origins, "share in percent");
        Some(self.show(&share))
    }

    /// The number that a row of "Văn bản" gives a paper, with its symbol.
    pub(super) fn pinned_number(
        &mut self,
        row: Option<&PinnedPaper>,
        symbol: &str,
    ) -> Option<Slot> {
        let number = row?.number.as_ref()?;
        let PinnedValue::Value(text) = &number.value else {
            return None;
        };
        let text = text.trim();
        let text = text
            .parse::<u32>()
            .map_or_else(|_| text.to_owned(), |bare| words::padded(bare) + symbol);
        Some(self.slot(number, text))
    }

    /// The day that a row of "Văn bản" gives a paper.
    pub(super) fn pinned_day(&mut self, row: Option<&PinnedPaper>) -> Option<Slot> {
        let date = row?.date.as_ref()?;
        match date.value {
            PinnedValue::Value(day) => Some(self.slot(date, words::date(day))),
            PinnedValue::Blank => None,
        }
    }
}
