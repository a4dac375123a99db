//! The page description language: operators as bytes, and nothing about papers.
//!
//! printpdf would write every glyph as a string of its own, which makes pages one and a
//! half times as long before they are compressed and takes as long as all the rest.
//!
//! Source: ISO 32000-1, annex A.

use super::file::{put_integer, put_literal};
use super::structure::role;
use crate::render::layout::TagKind;

/// A number with three decimals: what a page description needs and no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number(i64);

impl Number {
    /// The nearest number of three decimals.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "lengths on a page fit seven digits"
    )]
    pub(super) fn nearest(number: f64) -> Self {
        Self((number * 1000.0).round() as i64)
    }
}

/// The operators of a page, as far as they are written.
#[derive(Debug, Default)]
pub(super) struct Content {
    bytes: Vec<u8>,
    /// Resource and size that text is set in until told otherwise.
    font: Option<(&'static str, Number)>,
}

impl Content {
    pub(super) fn with_capacity(bytes: usize) -> Self {
        Self {
            bytes: Vec::with_capacity(bytes),
            font: None,
        }
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// Begins what is seen and not read out.
    pub(super) fn begin_artifact(&mut self) {
        self.put("/Artifact BMC\n");
    }

    /// Begins the content of a structure element, by its number on the page.
    pub(super) fn begin_marked(&mut self, kind: TagKind, number: usize) {
        self.put("/");
        self.put(role(kind));
        self.put(" <</MCID ");
        self.integer(i64::try_from(number).unwrap_or(i64::MAX));
        self.put(">>BDC\n");
    }

    /// Ends an artifact or the content of an element.
    pub(super) fn end_marked(&mut self) {
        self.put("EMC\n");
    }

    /// Begins text in a font; what follows is shown by [`Self::glyph`] until
    /// [`Self::end_text`].
    pub(super) fn begin_text(
        &mut self,
        font: &'static str,
        size: Number,
        at: [Number; 2],
    ) {
        self.put("BT\n");
        if self.font != Some((font, size)) {
            self.font = Some((font, size));
            self.put("/");
            self.put(font);
            self.put(" ");
            self.numbers(&[size]);
            self.put("Tf\n");
        }
        self.numbers(&at);
        self.put("Td\n[(");
    }

    /// Shows a glyph of the font where the last one has led.
    pub(super) fn glyph(&mut self, glyph: u16) {
        for byte in glyph.to_be_bytes() {
            put_literal(&mut self.bytes, byte);
        }
    }

    /// Goes back by thousandths of the size before the next glyph.
    pub(super) fn back(&mut self, per_mille: i64) {
        if per_mille != 0 {
            self.put(")");
            self.integer(per_mille);
            self.put("(");
        }
    }

    pub(super) fn end_text(&mut self) {
        self.put(")]TJ\nET\n");
    }

    /// Lines of a thickness are drawn until told otherwise.
    pub(super) fn thickness(&mut self, thickness: Number) {
        self.numbers(&[thickness]);
        self.put("w\n");
    }

    /// Lines are drawn in dashes of these lengths, without them in one.
    pub(super) fn dashes(&mut self, lengths: &[Number]) {
        self.put("[");
        self.numbers(lengths);
        self.put("]0 d\n");
    }

    /// Adds a straight line to those that [`Self::draw`] draws.
    pub(super) fn line(&mut self, from: [Number; 2], to: [Number; 2]) {
        self.numbers(&from);
        self.put("m ");
        self.numbers(&to);
        self.put("l\n");
    }

    /// Draws the lines.
    pub(super) fn draw(&mut self) {
        self.put("S\n");
    }

    /// Shows a picture: a square of one unit, stretched and moved to its place.
    pub(super) fn picture(&mut self, resource: &str, [x, y, width, height]: [Number; 4]) {
        let nought = Number(0);
        self.put("q\n");
        self.numbers(&[width, nought, nought, height, x, y]);
        self.put("cm\n/");
        self.put(resource);
        self.put(" Do\nQ\n");
    }

    fn put(&mut self, text: &str) {
        self.bytes.extend_from_slice(text.as_bytes());
    }

    fn integer(&mut self, number: i64) {
        put_integer(&mut self.bytes, number);
    }

    fn numbers(&mut self, numbers: &[Number]) {
        for Number(thousandths) in numbers {
            if *thousandths < 0 {
                self.put("-");
            }
            self.integer((thousandths / 1000).abs());
            let mut rest = (thousandths % 1000).abs();
            if rest > 0 {
                self.put(".");
            }
            let mut place = 100;
            while rest > 0 {
                let digit = u8::try_from(rest / place).unwrap_or_default();
                self.bytes.push(b'0' + digit);
                rest %= place;
                place /= 10;
            }
            self.put(" ");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(numbers: &[f64]) -> String {
        let mut content = Content::default();
        let numbers: Vec<Number> = numbers.iter().copied().map(Number::nearest).collect();
        content.numbers(&numbers);
        String::from_utf8(content.into_bytes()).unwrap()
    }

    #[test]
    fn numbers_have_no_more_digits_than_they_need() {
        let numbers = [0.0, 14.0, -0.5, 0.25, 595.3, 1.0049, -12.0604, 0.0004];
        assert_eq!(written(&numbers), "0 14 -0.5 0.25 595.3 1.005 -12.06 0 ");
    }

    #[test]
    fn a_font_is_named_once_as_long_as_it_stays() {
        let mut content = Content::default();
        let at = [Number(1000), Number(2500)];
        for size in [14_000, 14_000, 13_000] {
            content.begin_text("R", Number(size), at);
            content.glyph(0x1AF);
            content.back(-250);
            content.glyph(2);
            content.end_text();
        }
        let line = b"1 2.5 Td\n[(\x01\xAF)-250(\x00\x02)]TJ\nET\n";
        let parts: [&[u8]; 6] = [
            b"BT\n/R 14 Tf\n",
            line,
            b"BT\n",
            line,
            b"BT\n/R 13 Tf\n",
            line,
        ];
        assert_eq!(content.into_bytes(), parts.concat());
    }

    #[test]
    fn a_glyph_whose_number_holds_a_sign_of_strings_is_shown_all_the_same() {
        let mut content = Content::default();
        content.begin_text("R", Number(14_000), [Number(0); 2]);
        for glyph in [0x2829, 0x5C0D, 0x0A5B] {
            content.glyph(glyph);
        }
        content.end_text();
        let bytes = content.into_bytes();
        assert!(
            bytes.ends_with(b"[(\\(\\)\\\\\\r\n[)]TJ\nET\n"),
            "{bytes:?}"
        );
    }
}
