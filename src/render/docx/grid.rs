//! Tables of data, and columns that stand beside each other.

use super::body::Body;
use super::normalise::MarkupError;
use super::stencil::Form;
use super::table::{Borders, CellForm, Merge, RowForm, TableForm};
use crate::document::Length;
use crate::render::flow::{Grid, GridCell, GridPurpose, GridRow};

impl Body<'_> {
    /// Writes a grid.
    pub(super) fn grid(&mut self, grid: &Grid) -> Result<(), MarkupError> {
        let (borders, padding) = match grid.purpose {
            GridPurpose::Data => (
                Borders::All(self.profile.rule.table_eighths),
                self.profile.table.side_padding,
            ),
            GridPurpose::Layout => (Borders::None, Length::ZERO),
        };
        let form = TableForm {
            columns: grid.columns.clone(),
            borders,
            padding,
        };
        self.forms.tables.begin(form, &mut self.out)?;
        let mut spans = Spans::new(grid.columns.len());
        for (number, row) in grid.rows.iter().enumerate() {
            let form = RowForm {
                is_head: number < grid.head_rows,
                height: None,
            };
            self.forms.rows.begin(form, &mut self.out)?;
            for place in spans.fill(row) {
                self.cell(&place, grid, padding)?;
            }
            self.put(RowForm::END);
        }
        self.put(TableForm::END);
        Ok(())
    }

    fn cell(
        &mut self,
        place: &Place<'_>,
        grid: &Grid,
        padding: Length,
    ) -> Result<(), MarkupError> {
        let columns = grid.columns.iter().skip(place.column).take(place.width);
        let width = columns.copied().fold(Length::ZERO, Length::plus);
        let form = CellForm {
            columns: place.width,
            merge: place.merge,
            is_centered: grid.purpose == GridPurpose::Data,
            ..CellForm::new(width)
        };
        self.forms.cells.begin(form, &mut self.out)?;
        let room = width.less(padding).less(padding);
        let paragraphs = place.cell.map_or(&[][..], |cell| &cell.paragraphs);
        if paragraphs.is_empty() {
            self.anchor(room)?;
        }
        for paragraph in paragraphs {
            self.paragraph(paragraph, room)?;
        }
        self.put(CellForm::END);
        Ok(())
    }
}

/// A cell where WordprocessingML wants one.
struct Place<'a> {
    /// None below a span, or where a row is too short.
    cell: Option<&'a GridCell>,
    column: usize,
    /// In columns.
    width: usize,
    merge: Option<Merge>,
}

/// Which columns are covered by cells of the rows above.
struct Spans {
    /// For each column, the span that began there.
    open: Vec<Span>,
}

#[derive(Clone, Copy, Default)]
struct Span {
    /// Rows that it still covers; none when there is no span.
    rows: usize,
    /// In columns.
    width: usize,
}

impl Spans {
    fn new(columns: usize) -> Self {
        Self {
            open: vec![Span::default(); columns],
        }
    }

    /// The cells of the next row: its own, those below a span from above, and empty
    /// ones where it has too few.
    fn fill<'a>(&mut self, row: &'a GridRow) -> Vec<Place<'a>> {
        let mut places = Vec::with_capacity(self.open.len());
        let mut cells = row.cells.iter();
        let mut column = 0;
        while let Some(span) = self.open.get_mut(column) {
            let place = if span.rows > 0 {
                span.rows -= 1;
                Place {
                    cell: None,
                    column,
                    width: span.width,
                    merge: Some(Merge::Further),
                }
            } else {
                self.place(cells.next(), column)
            };
            column += place.width;
            places.push(place);
        }
        // more cells than columns: none is lost
        places.extend(cells.map(|cell| Place {
            cell: Some(cell),
            column,
            width: 1,
            merge: None,
        }));
        places
    }

    /// Places a cell at a free column; it ends where a span from above begins.
    fn place<'a>(&mut self, cell: Option<&'a GridCell>, column: usize) -> Place<'a> {
        let wanted = cell.map_or(1, |cell| cell.column_span.max(1));
        let free = self.open.iter().skip(column).take(wanted);
        let width = free.take_while(|span| span.rows == 0).count().max(1);
        let below = cell.map_or(0, |cell| cell.row_span.saturating_sub(1));
        if let Some(span) = self.open.get_mut(column) {
            *span = Span { rows: below, width };
        }
        Place {
            cell,
            column,
            width,
            merge: (below > 0).then_some(Merge::First),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{markup, markup_of, minutes, paper, text, votes};
    use super::*;
    use crate::document::profile::StyleKey;
    use crate::document::{Align, Block};
    use crate::render::flow::{FlowParagraph, Piece};
    use proptest::prelude::*;

    #[test]
    fn head_rows_repeat_and_no_row_is_split() {
        let xml = markup(&paper(vec![Block::Table(votes(40))]));
        let rows: Vec<&str> = xml.split("<w:tr>").skip(1).collect();
        // two of the head, 40 of the body, one of totals
        assert_eq!(rows.len(), 43);
        for (place, row) in rows.iter().enumerate() {
            let is_head =
                row.starts_with("<w:trPr><w:cantSplit /><w:tblHeader/></w:trPr>");
            assert_eq!(is_head, place < 2, "row {place}");
            assert!(row.starts_with("<w:trPr><w:cantSplit />"));
        }
    }

    #[test]
    fn a_table_is_as_wide_as_the_text_and_bordered() {
        let xml = markup(&paper(vec![Block::Table(votes(1))]));
        assert!(xml.contains(r#"<w:tblW w:w="9355" w:type="dxa" />"#));
        assert!(xml.contains(r#"<w:tblInd w:w="0" w:type="dxa" />"#));
        assert!(xml.contains(r#"<w:tblLayout w:type="fixed" />"#));
        // 9355 by 1 : 4 : 2 : 2 : 2: edges at 850, 4252, 5953, 7654, 9355; those that
        // LibreOffice keeps are at 850, 4249, 5954, 7654
        assert!(xml.contains(concat!(
            r#"<w:tblGrid><w:gridCol w:w="850"/><w:gridCol w:w="3399"/>"#,
            r#"<w:gridCol w:w="1705"/><w:gridCol w:w="1700"/><w:gridCol w:w="1701"/></w:tblGrid>"#
        )));
        // half a point; cell padding 4 pt
        assert!(xml.contains(
            r#"<w:insideV w:val="single" w:sz="4" w:space="0" w:color="000000" />"#
        ));
        assert!(xml.contains(r#"<w:left w:w="80" w:type="dxa" />"#));
        assert!(xml.contains(r#"<w:vAlign w:val="center" />"#));
    }

    #[test]
    fn a_layout_grid_has_neither_borders_nor_padding() {
        let xml = markup(&minutes());
        let letterhead = xml.split("</w:tbl>").next().unwrap();
        assert!(!letterhead.contains("tblBorders"));
        assert!(!letterhead.contains("vAlign"));
        assert!(letterhead.contains(r#"<w:left w:w="0" w:type="dxa" />"#));
        assert!(letterhead.contains(r#"<w:gridCol w:w="4309"/><w:gridCol w:w="5046"/>"#));
    }

    #[test]
    fn a_cell_covered_from_above_continues_the_span() {
        let xml = markup(&paper(vec![Block::Table(votes(0))]));
        let rows: Vec<&str> = xml.split("<w:tr>").skip(1).collect();
        assert_eq!(
            rows[0].matches(r#"<w:vMerge w:val="restart" />"#).count(),
            3
        );
        assert_eq!(rows[0].matches(r#"<w:gridSpan w:val="2" />"#).count(), 1);
        assert_eq!(
            rows[1].matches(r#"<w:vMerge w:val="continue" />"#).count(),
            3
        );
        assert_eq!(rows[1].matches("<w:tc>").count(), 5);
        assert_eq!(rows[2].matches("vMerge").count(), 0);
    }

    #[test]
    fn a_row_too_short_is_filled_and_one_too_long_loses_nothing() {
        let short = row(&[(1, 1)]);
        let long = row(&[(1, 1), (5, 1), (1, 1), (1, 1)]);
        let xml = markup_of(vec![Piece::Grid(grid(3, vec![short, long]))]);
        let rows: Vec<&str> = xml.split("<w:tr>").skip(1).collect();
        assert_eq!(rows[0].matches("<w:tc>").count(), 3);
        assert_eq!(rows[1].matches("ô").count(), 4);
    }

    #[test]
    fn tables_that_touch_are_held_apart() {
        let one = grid(1, vec![row(&[(1, 1)])]);
        let pieces = vec![
            Piece::Grid(one.clone()),
            Piece::Grid(one.clone()),
            Piece::PageBreak,
            Piece::Grid(one),
        ];
        let xml = markup_of(pieces);
        assert!(!xml.contains("</w:tbl><w:tbl>"));
        assert!(!xml.contains("</w:tbl><w:sectPr>"));
        assert!(
            xml.contains(r#"<w:pStyle w:val="VBAnchor" /><w:pageBreakBefore /></w:pPr>"#)
        );
    }

    fn grid(columns: usize, rows: Vec<GridRow>) -> Grid {
        Grid {
            purpose: GridPurpose::Data,
            columns: vec![Length::twips(1000); columns],
            head_rows: 1,
            rows,
        }
    }

    /// A row of cells, each of so many columns and rows.
    fn row(spans: &[(usize, usize)]) -> GridRow {
        let cells = spans.iter().map(|(column_span, row_span)| GridCell {
            is_head: false,
            column_span: *column_span,
            row_span: *row_span,
            paragraphs: vec![FlowParagraph {
                align: Some(Align::Left),
                ..FlowParagraph::new(StyleKey::TableCell, text("ô"))
            }],
        });
        GridRow {
            cells: cells.collect(),
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]

        #[test]
        fn every_row_of_a_table_fills_its_columns(
            rows in prop::collection::vec(
                prop::collection::vec((0_usize..4, 0_usize..4), 0..5), 1..6),
            columns in 0_usize..6,
        ) {
            let rows = rows.iter().map(|spans| row(spans)).collect();
            let xml = markup_of(vec![Piece::Grid(grid(columns, rows))]);
            for row in xml.split("<w:tr>").skip(1) {
                let cells = row.split("<w:tc>").skip(1);
                let filled: usize = cells
                    .map(|cell| match cell.split_once("<w:gridSpan w:val=\"") {
                        Some((_, span)) => span.split('"').next().unwrap().parse().unwrap(),
                        None => 1,
                    })
                    .sum();
                prop_assert!(filled >= columns, "{filled} of {columns}");
            }
        }
    }
}
