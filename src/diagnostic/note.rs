//! How a sheet was understood: nothing wrong, but worth seeing when something is.

use super::Place;

/// One thing that was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Where.
    pub place: Place,
    /// What it was taken for.
    pub what: Understood,
}

/// What a sheet, a row or a cell was taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Understood {
    /// A sheet was read as this one, or not at all; the place is the sheet.
    Sheet {
        /// Canonical name of the sheet that it is read as; none if it is not read.
        read_as: Option<String>,
        /// Whether what it holds says so, and not its name.
        is_by_content: bool,
        /// Whether its tab is hidden.
        is_hidden: bool,
    },
    /// The header rows of a table; the place is their cells.
    Header,
    /// A column of a table; the place is its header.
    Column {
        /// The header as typed, all its rows together.
        header: String,
        /// Canonical name of the column; none if it is not read.
        read_as: Option<String>,
    },
    /// A label beside a value; the place is the label.
    Label {
        /// The label as typed.
        label: String,
        /// Canonical name of the label; none if it is not read.
        read_as: Option<String>,
    },
    /// Rows that are no rows of a table; the place is their cells.
    Rows {
        /// Why they were passed over.
        why: PassedOver,
        /// What stands in the first of them.
        text: String,
    },
}

/// Why rows are no rows of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PassedOver {
    /// Letterhead and title above the table.
    Title,
    /// A row of column numbers under the header.
    Numbers,
    /// The head of a section inside the table.
    Section,
    /// A total.
    Total,
    /// Notes, date and signatures below the table.
    Foot,
}
