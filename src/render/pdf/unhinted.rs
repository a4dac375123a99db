//! A font without its instructions for coarse screens.
//!
//! They move outlines to the grid of pixels and are half of a subset; paper, and the
//! readers of today's screens, do without.
//!
//! Source: OpenType 1.9, "Organization of an OpenType Font", `glyf`, `loca`, `head`.

/// Tables that only instructions use.
const OF_INSTRUCTIONS: [&[u8]; 3] = [b"cvt ", b"fpgm", b"prep"];

/// What is said of a glyph within another.
const HAS_WORDS: u16 = 0x0001;
const HAS_SCALE: u16 = 0x0008;
const HAS_MORE: u16 = 0x0020;
const HAS_TWO_SCALES: u16 = 0x0040;
const HAS_MATRIX: u16 = 0x0080;
const HAS_INSTRUCTIONS: u16 = 0x0100;

/// What is said of a point.
const X_SHORT: u8 = 0x02;
const Y_SHORT: u8 = 0x04;
const REPEATS: u8 = 0x08;
const X_SAME: u8 = 0x10;
const Y_SAME: u8 = 0x20;

/// What the checksums of a whole font add up to.
const MAGIC: u32 = 0xB1B0_AFBA;

/// A table by its tag.
type Table<'a> = (&'a [u8], Vec<u8>);

/// The font, or `None` where it is not one of outlines with instructions.
pub(super) fn without_instructions(font: &[u8]) -> Option<Vec<u8>> {
    let count = usize::from(number(font, 4)?);
    let directory = font.get(12..12 + count * 16)?;
    let mut tables: Vec<Table<'_>> = Vec::with_capacity(count);
    for record in directory.chunks_exact(16) {
        let tag = record.get(..4)?;
        if !OF_INSTRUCTIONS.contains(&tag) {
            let (begin, length) = (long(record, 8)?, long(record, 12)?);
            let data = font.get(begin..begin.checked_add(length)?)?;
            tables.push((tag, data.to_vec()));
        }
    }
    let find = |tag: &[u8]| tables.iter().position(|(other, _)| *other == tag);
    let [head, glyf, loca] = [find(b"head")?, find(b"glyf")?, find(b"loca")?];
    let table = |place: usize| tables.get(place).map(|(_, data)| data.as_slice());
    let is_long = number(table(head)?, 50)? != 0;
    let (outlines, places) = glyphs(table(glyf)?, table(loca)?, is_long)?;
    tables.get_mut(glyf)?.1 = outlines;
    tables.get_mut(loca)?.1 = places;
    // the sum of the whole font, which is worked out without it
    tables.get_mut(head)?.1.get_mut(8..12)?.fill(0);
    file(font.get(..4)?, &tables)
}

/// All glyphs, and the table of their places.
fn glyphs(glyf: &[u8], loca: &[u8], is_long: bool) -> Option<(Vec<u8>, Vec<u8>)> {
    let size = if is_long { 4 } else { 2 };
    let place = |at: &[u8]| {
        if is_long {
            return long(at, 0);
        }
        Some(usize::from(number(at, 0)?) * 2)
    };
    let mut outlines = Vec::with_capacity(glyf.len());
    let mut places = Vec::with_capacity(loca.len());
    let mut ends = loca.chunks_exact(size);
    let mut begin = place(ends.next()?)?;
    places.resize(size, 0);
    for end in ends {
        let end = place(end)?;
        put_glyph(&mut outlines, glyf.get(begin..end)?)?;
        outlines.resize(outlines.len().next_multiple_of(size), 0);
        let place = u32::try_from(outlines.len()).ok()?;
        if is_long {
            places.extend(place.to_be_bytes());
        } else {
            places.extend(u16::try_from(place / 2).ok()?.to_be_bytes());
        }
        begin = end;
    }
    Some((outlines, places))
}

/// A glyph of contours, or of other glyphs.
fn put_glyph(outlines: &mut Vec<u8>, glyph: &[u8]) -> Option<()> {
    let Some(contours) = number(glyph, 0) else {
        return Some(()); // a space
    };
    if let Ok(contours) = usize::try_from(contours.cast_signed()) {
        let at = 10 + contours * 2;
        let length = usize::from(number(glyph, at)?);
        outlines.extend_from_slice(glyph.get(..at)?);
        outlines.extend([0, 0]);
        let points = match at.checked_sub(2).filter(|last| *last >= 10) {
            Some(last) => usize::from(number(glyph, last)?) + 1,
            None => 0,
        };
        let points = described_points(glyph.get(at + 2 + length..)?, points)?;
        outlines.extend_from_slice(points);
        return Some(());
    }
    let (head, mut rest) = glyph.split_at_checked(10)?;
    outlines.extend_from_slice(head);
    loop {
        let flags = number(rest, 0)?;
        let has = |flag: u16| flags & flag != 0;
        let mut length = if has(HAS_WORDS) { 8 } else { 6 };
        length += match () {
            () if has(HAS_SCALE) => 2,
            () if has(HAS_TWO_SCALES) => 4,
            () if has(HAS_MATRIX) => 8,
            () => 0,
        };
        let (component, after) = rest.split_at_checked(length)?;
        outlines.extend((flags & !HAS_INSTRUCTIONS).to_be_bytes());
        outlines.extend_from_slice(component.get(2..)?);
        if !has(HAS_MORE) {
            return Some(());
        }
        rest = after;
    }
}

/// The flags and coordinates of points, without what fills up the glyph behind them.
fn described_points(data: &[u8], points: usize) -> Option<&[u8]> {
    let (mut flags, mut left, mut coordinates) = (0, points, 0);
    while left > 0 {
        let flag = *data.get(flags)?;
        flags += 1;
        let mut same = 1;
        if flag & REPEATS != 0 {
            same += usize::from(*data.get(flags)?);
            flags += 1;
        }
        let size = |is_short: u8, is_same: u8| match (flag & is_short, flag & is_same) {
            (0, 0) => 2,
            (0, _) => 0,
            _ => 1,
        };
        coordinates += same * (size(X_SHORT, X_SAME) + size(Y_SHORT, Y_SAME));
        left = left.checked_sub(same)?;
    }
    data.get(..flags + coordinates)
}

/// The font of tables in their order.
fn file(kind: &[u8], tables: &[Table<'_>]) -> Option<Vec<u8>> {
    let count = u16::try_from(tables.len()).ok()?;
    let exponent = count.checked_ilog2()?;
    let range = 16_u16.checked_shl(exponent)?;
    let mut font = kind.to_vec();
    for number in [
        count,
        range,
        u16::try_from(exponent).ok()?,
        count * 16 - range,
    ] {
        font.extend(number.to_be_bytes());
    }
    let mut at = 12 + tables.len() * 16;
    let mut head = None;
    for (tag, data) in tables {
        font.extend_from_slice(tag);
        for number in [checksum(data), u32::try_from(at).ok()?] {
            font.extend(number.to_be_bytes());
        }
        font.extend(u32::try_from(data.len()).ok()?.to_be_bytes());
        if *tag == b"head" {
            head = Some(at);
        }
        at += data.len().next_multiple_of(4);
    }
    for (_, data) in tables {
        font.extend_from_slice(data);
        font.resize(font.len().next_multiple_of(4), 0);
    }
    let adjustment = MAGIC.wrapping_sub(checksum(&font)).to_be_bytes();
    let place = head? + 8;
    font.get_mut(place..place + 4)?.copy_from_slice(&adjustment);
    Some(font)
}

/// The sum of the numbers of four bytes, the last one filled up with noughts.
fn checksum(data: &[u8]) -> u32 {
    data.chunks(4).fold(0, |sum: u32, four| {
        let mut number = [0; 4];
        for (to, from) in number.iter_mut().zip(four) {
            *to = *from;
        }
        sum.wrapping_add(u32::from_be_bytes(number))
    })
}

fn number(data: &[u8], at: usize) -> Option<u16> {
    let bytes = data.get(at..)?.first_chunk()?;
    Some(u16::from_be_bytes(*bytes))
}

fn long(data: &[u8], at: usize) -> Option<usize> {
    let bytes = data.get(at..)?.first_chunk()?;
    usize::try_from(u32::from_be_bytes(*bytes)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::font::Face;
    use ttf_parser::{GlyphId, OutlineBuilder};

    /// What a glyph draws, in words.
    #[derive(Default)]
    struct Drawn(Vec<String>);

    impl OutlineBuilder for Drawn {
        fn move_to(&mut self, x: f32, y: f32) {
            self.0.push(format!("M{x} {y}"));
        }
        fn line_to(&mut self, x: f32, y: f32) {
            self.0.push(format!("L{x} {y}"));
        }
        fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
            self.0.push(format!("Q{x1} {y1} {x} {y}"));
        }
        fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
            self.0.push(format!("C{x1} {y1} {x2} {y2} {x} {y}"));
        }
        fn close(&mut self) {
            self.0.push("Z".to_owned());
        }
    }

    #[test]
    fn every_glyph_is_drawn_and_as_wide_as_before() {
        for face in Face::ALL {
            let bytes = without_instructions(face.bytes()).unwrap();
            assert!(bytes.len() < face.bytes().len());
            let before = ttf_parser::Face::parse(face.bytes(), 0).unwrap();
            let after = ttf_parser::Face::parse(&bytes, 0).unwrap();
            assert_eq!(before.number_of_glyphs(), after.number_of_glyphs());
            for glyph in (0..before.number_of_glyphs()).map(GlyphId) {
                let [mut one, mut other] = [Drawn::default(), Drawn::default()];
                let bounds = before.outline_glyph(glyph, &mut one);
                assert_eq!(bounds, after.outline_glyph(glyph, &mut other));
                assert_eq!(one.0, other.0, "{face:?} {glyph:?}");
                let advance = before.glyph_hor_advance(glyph);
                assert_eq!(advance, after.glyph_hor_advance(glyph));
            }
        }
    }

    #[test]
    fn the_sum_of_the_font_is_the_prescribed_one() {
        let bytes = without_instructions(Face::Regular.bytes()).unwrap();
        assert_eq!(checksum(&bytes), MAGIC);
        assert_eq!(without_instructions(&bytes).unwrap(), bytes);
    }

    #[test]
    fn what_is_no_font_is_none() {
        let font = Face::Regular.bytes();
        for broken in [&b""[..], b"OTTO", &font[..200], &font[..100_000], &[0; 64]] {
            assert_eq!(without_instructions(broken), None);
        }
    }
}
