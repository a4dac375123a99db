//! Sheets of ballots: tables whose inner borders are the marks where to cut.

use super::body::{Body, Last};
use super::normalise::MarkupError;
use super::stencil::Form;
use super::table::{Borders, CellForm, RowForm, TableForm};
use crate::document::Length;
use crate::render::flow::{BallotSheet, Piece, Strip};

impl Body<'_> {
    /// Writes a sheet.
    pub(super) fn ballots(&mut self, sheet: &BallotSheet) -> Result<(), MarkupError> {
        let form = TableForm {
            columns: sheet.columns.iter().map(|column| column.size).collect(),
            borders: Borders::Cuts(self.profile.ballot.cut_eighths),
            padding: Length::ZERO,
        };
        self.forms.tables.begin(form, &mut self.out)?;
        let whole = self.width;
        self.width = sheet.columns.first().map_or(whole, |it| it.inner());
        let mut left = sheet.filled;
        for row in &sheet.rows {
            let form = RowForm {
                is_head: false,
                height: Some(row.size),
            };
            self.forms.rows.begin(form, &mut self.out)?;
            for column in &sheet.columns {
                let content = if left > 0 { &sheet.content[..] } else { &[] };
                left = left.saturating_sub(1);
                self.ballot(content, *row, *column)?;
            }
            self.put(RowForm::END);
        }
        self.width = whole;
        self.put(TableForm::END);
        Ok(())
    }

    /// A ballot with its margins.
    fn ballot(
        &mut self,
        content: &[Piece],
        row: Strip,
        column: Strip,
    ) -> Result<(), MarkupError> {
        let form = CellForm {
            margins: Some([row.before, row.after, column.before, column.after]),
            ..CellForm::new(column.size)
        };
        self.forms.cells.begin(form, &mut self.out)?;
        self.last = Last::Nothing;
        self.pieces(content)?;
        self.breaks_page = false;
        self.end_with_a_paragraph()?;
        self.put(CellForm::END);
        Ok(())
    }
}
