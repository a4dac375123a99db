//! The notation of notes and samples.
//!
//! ```text
//! == Thông tin            a sheet
//! Chi bộ := Văn phòng     a label with its value; again for a further value
//! | 1 | Lê Văn An |       a row, in the order of the columns; the last may be left out
//! # …                     says nothing
//! ```

/// What is said of one sheet.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Section {
    /// The name of the sheet.
    pub(super) tab: &'static str,
    /// Labels with their values.
    pub(super) pairs: Vec<(&'static str, &'static str)>,
    /// Rows of the table; a cell may be empty.
    pub(super) rows: Vec<Vec<&'static str>>,
}

/// Reads a text of the program's own; a test reads all of them.
pub(super) fn parse(text: &'static str) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for line in text.lines().map(str::trim) {
        if let Some(tab) = line.strip_prefix("== ") {
            sections.push(Section {
                tab,
                ..Section::default()
            });
        }
        let Some(section) = sections.last_mut() else {
            continue;
        };
        let cells = line.strip_prefix('|').and_then(|it| it.strip_suffix('|'));
        if let Some(cells) = cells {
            section.rows.push(cells.split('|').map(str::trim).collect());
        } else if let Some((label, value)) = line.split_once(" := ") {
            section.pairs.push((label, value));
        }
    }
    sections
}

impl Section {
    /// The values of a label, in order.
    pub(super) fn values(&self, label: &str) -> impl Iterator<Item = &'static str> {
        let pairs = self.pairs.iter().filter(move |(name, _)| *name == label);
        pairs.map(|(_, value)| *value)
    }
}
