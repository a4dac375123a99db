//! What docx-rs writes, as the schema wants it.
//!
//! docx-rs puts properties into an order of its own, which Word forgives and checkers
//! do not. It also numbers paragraphs from a counter of the process, so that no two
//! documents would have the same bytes.

use quick_xml::Reader;
use quick_xml::events::Event;
use std::ops::Range;
use thiserror::Error;

/// What docx-rs wrote is not XML.
#[derive(Debug, Error)]
#[error(transparent)]
pub struct MarkupError(#[from] quick_xml::Error);

/// Children of `w:pPr`. Source: ECMA-376 part 1, `CT_PPr`; those docx-rs can write.
const PARAGRAPH: &[&str] = &[
    "w:pStyle",
    "w:keepNext",
    "w:keepLines",
    "w:pageBreakBefore",
    "w:widowControl",
    "w:numPr",
    "w:pBdr",
    "w:shd",
    "w:tabs",
    "w:spacing",
    "w:ind",
    "w:jc",
    "w:textAlignment",
    "w:outlineLvl",
    "w:rPr",
    "w:sectPr",
];

/// Children of `w:rPr`. Source: ECMA-376 part 1, `EG_RPrBase`.
const RUN: &[&str] = &[
    "w:rStyle",
    "w:rFonts",
    "w:b",
    "w:bCs",
    "w:i",
    "w:iCs",
    "w:caps",
    "w:strike",
    "w:vanish",
    "w:color",
    "w:spacing",
    "w:sz",
    "w:szCs",
    "w:highlight",
    "w:u",
    "w:vertAlign",
    "w:lang",
];

/// Children of `w:tblPr`. Source: ECMA-376 part 1, `CT_TblPrBase`.
const TABLE: &[&str] = &[
    "w:tblStyle",
    "w:tblpPr",
    "w:tblW",
    "w:jc",
    "w:tblInd",
    "w:tblBorders",
    "w:tblLayout",
    "w:tblCellMar",
];

/// Children of `w:tcPr`. Source: ECMA-376 part 1, `CT_TcPrBase`.
const CELL: &[&str] = &[
    "w:tcW",
    "w:gridSpan",
    "w:vMerge",
    "w:tcBorders",
    "w:shd",
    "w:tcMar",
    "w:textDirection",
    "w:vAlign",
];

/// Children of `w:sectPr`. Source: ECMA-376 part 1, `CT_SectPr`.
const SECTION: &[&str] = &[
    "w:headerReference",
    "w:footerReference",
    "w:type",
    "w:pgSz",
    "w:pgMar",
    "w:pgNumType",
    "w:cols",
    "w:titlePg",
    "w:docGrid",
];

/// Elements that say nothing when they are empty.
const NEEDLESS: [&[u8]; 4] = [b"w:rPr", b"w:pPr", b"w:trPr", b"w:tblBorders"];

/// "Does not stay with the next", which docx-rs cannot say: the element that no paper
/// needs which stands for it, the name of what is meant, its markup.
const LOOSE: (&[u8], &[u8], &[u8]) = (
    b"w:snapToGrid",
    b"w:keepNext",
    br#"<w:keepNext w:val="0"/>"#,
);

fn order_of(element: &[u8]) -> Option<&'static [&'static str]> {
    match element {
        b"w:pPr" => Some(PARAGRAPH),
        b"w:rPr" => Some(RUN),
        b"w:tblPr" => Some(TABLE),
        b"w:tcPr" => Some(CELL),
        b"w:sectPr" => Some(SECTION),
        _ => None,
    }
}

/// Puts markup into the order of the schema, and in what docx-rs cannot say.
pub(super) fn normalise(xml: &[u8]) -> Result<Vec<u8>, MarkupError> {
    let mut reader = Reader::from_reader(xml);
    let mut writer = Writer::new(xml.len());
    let mut begin = 0;
    loop {
        let event = reader.read_event()?;
        let end = usize::try_from(reader.buffer_position()).unwrap_or(xml.len());
        let raw = xml.get(begin..end).unwrap_or_default();
        begin = end;
        match event {
            Event::Start(tag) => writer.start(tag.name().as_ref(), raw),
            Event::Empty(tag) => writer.empty(tag.name().as_ref(), raw),
            Event::End(tag) => writer.end(tag.name().as_ref(), raw),
            Event::Eof => return Ok(writer.out),
            Event::Text(_)
            | Event::CData(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_)
            | Event::GeneralRef(_) => writer.out.extend_from_slice(raw),
        }
    }
}

struct Writer {
    out: Vec<u8>,
    open: Vec<Open>,
}

/// An element whose end has not come yet.
struct Open {
    /// Where it begins in the output, and where its content does.
    begin: usize,
    content: usize,
    order: Option<&'static [&'static str]>,
    /// Rank and place of each child, where the order of children matters.
    children: Vec<(usize, Range<usize>)>,
}

impl Writer {
    fn new(size: usize) -> Self {
        Self {
            out: Vec::with_capacity(size),
            open: Vec::new(),
        }
    }

    fn start(&mut self, name: &[u8], raw: &[u8]) {
        let begin = self.out.len();
        match name {
            // its only attribute is the number from the counter
            b"w:p" => self.out.extend_from_slice(b"<w:p>"),
            _ => self.out.extend_from_slice(raw),
        }
        self.open.push(Open {
            begin,
            content: self.out.len(),
            order: order_of(name),
            children: Vec::new(),
        });
    }

    fn empty(&mut self, name: &[u8], raw: &[u8]) {
        if NEEDLESS.contains(&name) {
            return;
        }
        let begin = self.out.len();
        let (stand_in, meant, markup) = LOOSE;
        if name == stand_in {
            self.out.extend_from_slice(markup);
            self.tell_parent(meant, begin);
            return;
        }
        if name == b"w:gridCol" {
            let untyped = without_attribute(raw, b" w:type=");
            self.out.extend_from_slice(untyped);
            self.out.extend_from_slice(b"/>");
        } else {
            self.out.extend_from_slice(raw);
        }
        self.tell_parent(name, begin);
    }

    fn end(&mut self, name: &[u8], raw: &[u8]) {
        let Some(open) = self.open.pop() else {
            return;
        };
        if NEEDLESS.contains(&name) && self.out.len() == open.content {
            self.out.truncate(open.begin);
            return;
        }
        self.sort_children(&open);
        self.out.extend_from_slice(raw);
        self.tell_parent(name, open.begin);
    }

    /// Tells the element around that a child of it ends here.
    fn tell_parent(&mut self, name: &[u8], begin: usize) {
        let end = self.out.len();
        let Some(parent) = self.open.last_mut() else {
            return;
        };
        if let Some(order) = parent.order {
            let rank = order.iter().position(|other| other.as_bytes() == name);
            parent
                .children
                .push((rank.unwrap_or(order.len()), begin..end));
        }
    }

    fn sort_children(&mut self, open: &Open) {
        if open.children.is_sorted_by_key(|(rank, _)| *rank) {
            return;
        }
        let mut children = open.children.clone();
        children.sort_by_key(|(rank, _)| *rank);
        let sorted: Vec<u8> = children
            .iter()
            .filter_map(|(_, place)| self.out.get(place.clone()))
            .flatten()
            .copied()
            .collect();
        self.out.truncate(open.content);
        self.out.extend_from_slice(&sorted);
    }
}

/// A tag up to its last attribute, without `/>`; docx-rs writes the type of a grid
/// column, which the schema does not know.
fn without_attribute<'a>(raw: &'a [u8], attribute: &[u8]) -> &'a [u8] {
    let at = raw
        .windows(attribute.len())
        .position(|window| window == attribute);
    let tag = at.and_then(|at| raw.get(..at));
    tag.unwrap_or_else(|| raw.strip_suffix(b"/>").unwrap_or(raw))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn normalised(xml: &str) -> String {
        String::from_utf8(normalise(xml.as_bytes()).unwrap()).unwrap()
    }

    #[test]
    fn properties_come_in_the_order_of_the_schema() {
        let xml =
            r#"<w:pPr><w:rPr><w:sz w:val="2"/><w:b/></w:rPr><w:jc/><w:pStyle/></w:pPr>"#;
        assert_eq!(
            normalised(xml),
            r#"<w:pPr><w:pStyle/><w:jc/><w:rPr><w:b/><w:sz w:val="2"/></w:rPr></w:pPr>"#
        );
    }

    #[test]
    fn what_says_nothing_is_left_out() {
        let xml = r#"<w:p w14:paraId="0000001F"><w:pPr><w:rPr /></w:pPr><w:r><w:rPr></w:rPr></w:r></w:p>"#;
        assert_eq!(normalised(xml), "<w:p><w:r></w:r></w:p>");
        let xml = r#"<w:tblGrid><w:gridCol w:w="5" w:type="dxa" /></w:tblGrid>"#;
        assert_eq!(
            normalised(xml),
            r#"<w:tblGrid><w:gridCol w:w="5"/></w:tblGrid>"#
        );
    }

    #[test]
    fn text_and_entities_pass_unchanged() {
        let xml =
            "<w:t xml:space=\"preserve\"> A &amp; &#xE1; <![CDATA[<]]> \u{a0}</w:t>";
        assert_eq!(normalised(xml), xml);
    }

    #[test]
    fn broken_markup_is_an_error() {
        assert!(normalise(b"<w:p></w:r>").is_err());
    }
}
