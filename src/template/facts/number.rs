//! Numbers of papers ("số và ký hiệu"): pinned, counted, or room for the hand.

use super::{Facts, PaperId};
use crate::model::{Identity, PinnedPaper, PinnedValue, Traced};
use crate::template::PaperKind;
use crate::template::form::{Issuer, Numbering};

/// A paper's number as it is printed before its symbol.
#[derive(Debug, Clone)]
pub(super) enum Number {
    /// Counted or computed.
    Counted(Traced<u32>),
    /// As a row of "Văn bản" says.
    Pinned(Traced<String>),
    /// Room for the hand.
    Blank,
    /// The paper has none.
    Absent,
}

impl Number {
    /// What a row of "Văn bản" says, if it says anything.
    pub(super) fn pinned(row: Option<&PinnedPaper>) -> Option<Self> {
        let number = row?.number.as_ref()?;
        Some(match &number.value {
            PinnedValue::Blank => Self::Blank,
            PinnedValue::Value(text) => {
                Self::Pinned(number.as_ref().map(|_| text.trim().to_owned()))
            }
        })
    }
}

/// What follows the number of a paper: `-BB/ĐH`.
pub(in crate::template) fn symbol(kind: PaperKind, own: &Identity) -> String {
    let typed = |symbol: &Option<Traced<String>>, otherwise: &str| {
        let symbol = symbol.as_ref().map(|symbol| symbol.value.clone());
        symbol.unwrap_or_else(|| otherwise.to_owned())
    };
    let form = kind.form();
    let body = match form.issuer {
        Issuer::Congress | Issuer::CountingBoard => "ĐH".to_owned(),
        Issuer::Cell => typed(&own.cell_symbol, "CB"),
        Issuer::Committee => typed(&own.committee_symbol, "ĐU"),
    };
    format!("-{}/{body}", form.symbol)
}

impl Facts<'_> {
    /// The number of a paper.
    pub(super) fn number(&self, id: PaperId) -> Number {
        if let Some(number) = Number::pinned(self.pinned(id)) {
            return number;
        }
        match id.kind.form().numbering {
            Numbering::Congress => Number::Counted(self.counted(id)),
            Numbering::Blank => Number::Blank,
            Numbering::Absent => Number::Absent,
            Numbering::Decision => self
                .decision_number()
                .map_or(Number::Blank, Number::Counted),
        }
    }

    /// What follows the number: `-BB/ĐH`.
    pub(in crate::template) fn symbol(&self, kind: PaperKind) -> String {
        symbol(kind, &self.congress.identity)
    }

    /// "Số quyết định đầu" for the first cell of the committee's list, one more for each
    /// that follows, whatever became of the cells between.
    fn decision_number(&self) -> Option<Traced<u32>> {
        let first = self.parent?.first_decision_number.as_ref()?;
        let position = self.position()?;
        let number = first.value.checked_add(position.value)?.checked_sub(1)?;
        let rule = "first number of the decisions and the cell's place in the list";
        let origins = [first.origin(), position.origin()];
        Some(Traced::made_of(number, origins, rule))
    }

    /// The next number of the one counter that all papers of the congress share, in the
    /// order of the file; it passes over numbers that rows of "Văn bản" pin, also those
    /// of papers that are not due yet.
    ///
    /// Source: 36-HD/VPTW: all papers of a congress share a counter, from 01.
    fn counted(&self, id: PaperId) -> Traced<u32> {
        let of_congress = PaperKind::ALL
            .into_iter()
            .filter(|kind| kind.form().numbering == Numbering::Congress);
        let rows = self.congress.pinned.iter().filter(|row| {
            let mut kinds = of_congress.clone();
            kinds.any(|kind| kind == row.kind.value)
        });
        let taken: Vec<u32> = rows.filter_map(PinnedPaper::counted).collect();
        let others = of_congress.filter(|kind| *kind != PaperKind::BallotCount);
        let others = others.map(|kind| PaperId { kind, ballot: None });
        let is_pinned = |paper: &PaperId| {
            let row = self.pinned(*paper);
            row.is_some_and(|row| row.number.is_some())
        };
        let mut number = 0;
        for paper in self
            .counts()
            .chain(others)
            .filter(|paper| !is_pinned(paper))
        {
            number += 1;
            while taken.contains(&number) {
                number += 1;
            }
            if paper == id {
                break;
            }
        }
        Traced::computed(number, Vec::new(), "counter of the congress's papers")
    }
}
