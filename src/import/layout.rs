//! The canonical layout: sheets, labels and columns in the order in which `init` writes
//! them, under the names by which they are read.

use super::sheet::{
    assessment, ballot, events, info, members, motions, parent, photographs, pinned,
    resolution,
};
use super::sheet_name::{BookKind, SheetKind};
use super::text::Name;
use crate::model::{BallotId, Office};

/// A sheet of the canonical layout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LayoutSheet {
    /// The name on its tab.
    pub tab: String,
    /// Labels in column A, each with its value in column B.
    pub labels: Vec<Head>,
    /// Columns of the table, below the labels if there are any.
    pub columns: Vec<Head>,
}

/// A label or the head of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// What it is called.
    pub name: &'static str,
    /// What belongs beside it or below it.
    pub holds: Holds,
    /// Whether a label takes several values, one below the other.
    pub is_list: bool,
}

/// What a cell of the canonical layout holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Holds {
    /// The number of a row ("TT").
    Number,
    /// Who or what, in some words.
    Words,
    /// A sentence or more.
    Sentence,
    /// A day, or as much of it as is known: `05/9/1984`, `9/1984`, `1984`.
    Date,
    /// Hours and minutes.
    Time,
    /// A whole number, zero or more.
    Count,
    /// A percentage.
    Share,
    /// `x` or nothing.
    Mark,
    /// One of a few set words.
    Choice(Vec<&'static str>),
}

impl Head {
    pub(super) fn new(name: &Name, holds: Holds) -> Self {
        Self {
            name: name.canonical,
            holds,
            is_list: false,
        }
    }

    pub(super) fn words(name: &Name) -> Self {
        Self::new(name, Holds::Words)
    }

    /// A label that takes several values.
    pub(super) fn list(name: &Name) -> Self {
        Self {
            is_list: true,
            ..Self::words(name)
        }
    }

    /// One of the words of a list of choices.
    pub(super) fn choice<T>(name: &Name, choices: &[(Name, T)]) -> Self {
        let words = choices.iter().map(|(name, _)| name.canonical);
        Self::new(name, Holds::Choice(words.collect()))
    }

    /// The number of a row, which no fact is made of.
    fn number() -> Self {
        Self {
            name: "TT",
            holds: Holds::Number,
            is_list: false,
        }
    }
}

/// The sheets of a cell's workbook, in order.
///
/// A later round or a re-vote takes a copy of its ballot's sheet.
///
/// # Examples
///
/// ```
/// let tabs: Vec<String> = bienban::import::cell_layout()
///     .into_iter()
///     .map(|sheet| sheet.tab)
///     .collect();
/// assert_eq!(tabs[..3], ["Thông tin", "Đảng viên", "Bầu chi ủy"]);
/// ```
pub fn cell_layout() -> Vec<LayoutSheet> {
    let mut sheets = vec![
        labels(SheetKind::Info, info::layout()),
        numbered(SheetKind::Members, members::layout()),
    ];
    sheets.extend(Office::ALL.map(ballot_sheet));
    sheets.extend([
        table(SheetKind::Motions, motions::layout()),
        table(SheetKind::Resolution, resolution::layout()),
        table(SheetKind::Events, events::layout()),
        table(SheetKind::Assessment, assessment::layout(BookKind::Cell)),
        table(SheetKind::Pinned, pinned::layout()),
    ]);
    sheets
}

/// The sheets of the parent's workbook, in order.
pub fn parent_layout() -> Vec<LayoutSheet> {
    vec![
        labels(SheetKind::Parent, parent::layout()),
        numbered(SheetKind::Cells, parent::cells_layout()),
        table(SheetKind::Assessment, assessment::layout(BookKind::Parent)),
        table(SheetKind::Photographs, photographs::layout()),
        table(SheetKind::Pinned, pinned::layout()),
    ]
}

fn labels(kind: SheetKind, labels: Vec<Head>) -> LayoutSheet {
    LayoutSheet {
        tab: kind.tab(),
        labels,
        columns: Vec::new(),
    }
}

fn table(kind: SheetKind, columns: Vec<Head>) -> LayoutSheet {
    LayoutSheet {
        tab: kind.tab(),
        labels: Vec::new(),
        columns,
    }
}

fn numbered(kind: SheetKind, mut columns: Vec<Head>) -> LayoutSheet {
    columns.insert(0, Head::number());
    table(kind, columns)
}

/// The first ballot for an office: with surplus for the committee and for delegates,
/// for and against for one seat.
fn ballot_sheet(office: Office) -> LayoutSheet {
    let id = BallotId {
        office,
        round: 1,
        is_revote: false,
    };
    LayoutSheet {
        labels: ballot::layout_labels(office),
        ..numbered(SheetKind::Ballot(id), ballot::layout_columns(office))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn named<'a>(heads: impl IntoIterator<Item = &'a Head>) -> BTreeSet<&'a str> {
        heads.into_iter().map(|head| head.name).collect()
    }

    /// The names that are read, without those that the canonical layout does not use.
    fn read<'a>(names: &[&'a Name], unused: &[&str]) -> BTreeSet<&'a str> {
        let names = names.iter().map(|name| name.canonical);
        names.filter(|name| !unused.contains(name)).collect()
    }

    #[test]
    fn the_layout_has_every_column_that_is_read() {
        let cases = [
            (motions::layout(), read(&motions::COLUMNS, &[])),
            (resolution::layout(), read(&resolution::COLUMNS, &[])),
            (events::layout(), read(&events::COLUMNS, &[])),
            (pinned::layout(), read(&pinned::COLUMNS, &[])),
            (
                assessment::layout(BookKind::Cell),
                read(&assessment::COLUMNS, &[]),
            ),
            // the sex is one column, and all members are of one cell
            (
                members::layout(),
                read(&members::COLUMNS, &["Nam", "Nữ", "Chi bộ"]),
            ),
        ];
        for (layout, expected) in cases {
            assert_eq!(named(&layout), expected);
        }
        let ballots = Office::ALL.map(ballot::layout_columns);
        let all = named(ballots.iter().flatten());
        assert_eq!(all, read(&ballot::COLUMNS, &[]));
    }

    #[test]
    fn the_layout_has_every_label_that_is_read() {
        let of_cell = [&info::SHARED[..], &info::OWN].concat();
        assert_eq!(named(&info::layout()), read(&of_cell, &[]));
        let of_parent = [&info::SHARED[..], &parent::OWN].concat();
        assert_eq!(named(&parent::layout()), read(&of_parent, &[]));
        let of_ballot = ballot::layout_labels(Office::Delegates);
        assert_eq!(named(&of_ballot), read(&ballot::LABELS, &[]));
    }

    #[test]
    fn words_to_choose_from_have_no_comma_which_parts_them_in_excel() {
        let sheets = cell_layout().into_iter().chain(parent_layout());
        let heads = sheets.flat_map(|sheet| [sheet.labels, sheet.columns].concat());
        let mut lists = 0;
        for head in heads {
            let Holds::Choice(words) = head.holds else {
                continue;
            };
            lists += 1;
            assert!(words.iter().all(|word| !word.contains(',')), "{words:?}");
        }
        // a cell: 1 label, 3 of members, 2 a ballot, 2 + 1 + 2 + 1 + 2 of the other
        // tables; the parent: 1 label, 1 + 2 of its tables
        assert_eq!(lists, 1 + 3 + 8 + 8 + 4);
    }
}
