//! `.xlsx` and `.xlsm`: what a cell holds, in which form and font, and what is merged.
//!
//! calamine gives no one call for forms and formulas, and reads a sheet once more for
//! its merged regions. So a quick look at the parts says first whether there is
//! anything to find.

use super::form::{Form, MomentForm};
use super::guard::{Hints, Metered};
use super::ranges::raw;
use super::taken::{Taken, TextId, Unclean, worksheets};
use super::{Number, RawValue, Refusal, moment};
use calamine::{DataRef, Reader, Style, Xlsx, XlsxError, XlsxFormulaMetadata};
use std::collections::BTreeMap;
use std::ptr;
use std::sync::Arc;

type Book<'a> = Xlsx<Metered<'a>>;

/// Reads the sheets of an `.xlsx`.
pub(super) fn read(bytes: &[u8], hints: Hints) -> Result<Vec<Unclean>, Refusal> {
    let mut book: Book<'_> = Xlsx::new(Metered::new(bytes)).map_err(refuse)?;
    let tabs = book.sheets_metadata().to_vec();
    let mut styles = Styles::default();
    let mut taken = Taken::default();
    for (index, tab) in worksheets(&tabs) {
        taken.begin(index, tab);
        let length = bytes.len();
        let has_void = read_cells(&mut book, &tab.name, &mut styles, &mut taken, length)?;
        if has_void && hints.has_formulas {
            read_void_formulas(&mut book, &tab.name, &mut taken)?;
        }
        if hints.has_merged {
            // a sheet whose end is broken is read as far as it goes
            let regions = book.merge_cells_by_sheet_name(&tab.name);
            taken.merge(&regions.unwrap_or_default())?;
        }
    }
    Ok(taken.sheets)
}

#[expect(clippy::needless_pass_by_value, reason = "the form that map_err wants")]
fn refuse(error: XlsxError) -> Refusal {
    Refusal::of(&error, matches!(error, XlsxError::Password))
}

/// Reads the cells of a sheet; whether any has no value, be it empty or a formula.
fn read_cells(
    book: &mut Book<'_>,
    sheet: &str,
    styles: &mut Styles,
    taken: &mut Taken,
    packed_bytes: usize,
) -> Result<bool, Refusal> {
    let mut cells = book.worksheet_cells_reader(sheet).map_err(refuse)?;
    taken.expect(cells.dimensions().len(), packed_bytes);
    let mut has_void = false;
    let mut met = Met::new();
    while let Some((cell, id)) = cells.next_cell_with_style_id().map_err(refuse)? {
        let position = cell.get_position();
        if matches!(cell.get_value(), DataRef::Empty) {
            has_void = true;
            continue;
        }
        let shared = if let DataRef::SharedString(text) = cell.get_value() {
            Some(*text)
        } else {
            None
        };
        if let Some(known) = shared.and_then(|text| met.get(text, id)) {
            taken.take_again(position, known)?;
            continue;
        }
        let style = styles.get(id, cells.styles());
        let value = style.value(cell.get_value());
        let taken = taken.take(position, value, style.font.as_ref())?;
        if let (Some(text), Some(taken)) = (shared, taken) {
            met.keep(text, id, taken);
        }
    }
    taken.trim();
    Ok(has_void)
}

/// Takes the formulas of a sheet that were never calculated: they are not empty cells.
fn read_void_formulas(
    book: &mut Book<'_>,
    sheet: &str,
    taken: &mut Taken,
) -> Result<(), Refusal> {
    let mut cells = book.worksheet_cells_reader(sheet).map_err(refuse)?;
    while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(refuse)? {
        if let (DataRef::Empty, Some(formula)) = (cell.value, cell.formula) {
            taken.take(cell.pos, Some(not_calculated(&formula)), None)?;
        }
    }
    Ok(())
}

/// A formula without value; its text is what there is to see.
fn not_calculated(formula: &XlsxFormulaMetadata) -> RawValue {
    let text = if let XlsxFormulaMetadata::Normal { formula }
    | XlsxFormulaMetadata::Shared { formula, .. } = formula
    {
        formula.as_str()
    } else {
        // written once for several cells, at another one
        "…"
    };
    RawValue::Error(format!("={text}").into())
}

/// What is used of a cell's style.
#[derive(Debug, Default)]
struct CellStyle {
    font: Option<Arc<str>>,
    form: Form,
}

impl CellStyle {
    fn of(style: &Style) -> Self {
        let font = style.font.as_ref().and_then(|font| font.name.as_deref());
        let form = style.number_format.as_ref();
        Self {
            font: font.map(Arc::from),
            form: form
                .map(|it| Form::new(&it.format_code))
                .unwrap_or_default(),
        }
    }

    /// A value as a cell of this style shows it.
    fn value(&self, value: &DataRef<'_>) -> Option<RawValue> {
        if let DataRef::DateTime(date) = value {
            let form = match self.form {
                Form::Moment(form) => form,
                // such as the forms of East Asia that have a number and no code
                Form::Plain | Form::Whole(_) | Form::Number(_) => MomentForm::WHOLE,
            };
            let parts = date.to_ymd_hms_milli();
            return Some(moment::of_serial(date.as_f64(), parts, form));
        }
        Some(match raw(value)? {
            RawValue::Number(number) => RawValue::Number(Number {
                shown: self.form.show(number.value).map(Box::new),
                ..number
            }),
            RawValue::Text(text) => {
                RawValue::Text(self.form.show_text(&text).map_or(text, Into::into))
            }
            other @ (RawValue::Moment(_) | RawValue::Truth(_) | RawValue::Error(_)) => {
                other
            }
        })
    }
}

/// The styles that cells use, each looked at once; a book may have thousands more.
#[derive(Debug, Default)]
struct Styles(BTreeMap<usize, CellStyle>);

impl Styles {
    fn get(&mut self, id: usize, all: &[Style]) -> &CellStyle {
        self.0
            .entry(id)
            .or_insert_with(|| all.get(id).map(CellStyle::of).unwrap_or_default())
    }
}

/// Shared texts met lately in a style, by where they lie: most cells of a column of
/// words share a few. Several may have one slot: the one met last stays in it.
#[derive(Debug)]
struct Met<'a> {
    /// A power of two, as few as the texts of a small sheet need.
    slots: Vec<Option<MetText<'a>>>,
    /// How many texts were kept since the slots were made.
    kept: usize,
}

#[derive(Debug, Clone, Copy)]
struct MetText<'a> {
    text: &'a str,
    style: usize,
    id: TextId,
}

impl<'a> Met<'a> {
    const FEWEST: usize = 1 << 7;
    const MOST: usize = 1 << 13;

    fn new() -> Self {
        Self {
            slots: vec![None; Self::FEWEST],
            kept: 0,
        }
    }

    fn slot(&self, text: &str, style: usize) -> usize {
        // texts lie apart by sixteen bytes at least
        let place = (text.as_ptr().addr() >> 4).wrapping_add(style);
        place & self.slots.len().saturating_sub(1)
    }

    fn get(&self, text: &str, style: usize) -> Option<TextId> {
        let met = self.slots.get(self.slot(text, style)).copied().flatten();
        met.filter(|met| ptr::eq(met.text, text) && met.style == style)
            .map(|met| met.id)
    }

    fn keep(&mut self, text: &'a str, style: usize, id: TextId) {
        if self.kept > self.slots.len() / 2 && self.slots.len() < Self::MOST {
            self.grow();
        }
        self.kept += 1;
        let slot = self.slot(text, style);
        if let Some(slot) = self.slots.get_mut(slot) {
            *slot = Some(MetText { text, style, id });
        }
    }

    /// Makes eight times the room.
    fn grow(&mut self) {
        let more = vec![None; self.slots.len() * 8];
        let before = std::mem::replace(&mut self.slots, more);
        self.kept = 0;
        for met in before.into_iter().flatten() {
            self.keep(met.text, met.style, met.id);
        }
    }
}

#[cfg(test)]
mod tests;
