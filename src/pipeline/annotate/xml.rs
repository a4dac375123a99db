//! Pieces of XML, each with its text as it stands, so that what is not changed stays
//! byte for byte.

use quick_xml::Reader;
use quick_xml::escape::{escape, unescape};
use quick_xml::events::{BytesStart, Event};

/// Why a workbook cannot be changed in place.
pub(super) type Fault = Box<dyn std::error::Error>;

/// Says what is odd about a workbook.
pub(super) fn odd(what: &str) -> Fault {
    what.to_owned().into()
}

/// A piece of a document.
#[derive(Debug)]
pub(super) struct Piece<'x> {
    /// Its text as it stands.
    pub(super) raw: &'x str,
    /// What it is.
    pub(super) kind: Kind<'x>,
    /// The number of elements around it.
    pub(super) depth: usize,
}

/// What a piece is.
#[derive(Debug)]
pub(super) enum Kind<'x> {
    /// The start of an element.
    Open(BytesStart<'x>),
    /// An element without content.
    Empty(BytesStart<'x>),
    /// The end of an element of this local name.
    Close(String),
    /// Text and all else.
    Other,
}

impl Piece<'_> {
    /// The tag of an element that begins here, if it has this local name.
    pub(super) fn begins(&self, name: &str) -> Option<&BytesStart<'_>> {
        match &self.kind {
            Kind::Open(tag) | Kind::Empty(tag) => {
                (tag.local_name().as_ref() == name.as_bytes()).then_some(tag)
            }
            Kind::Close(_) | Kind::Other => None,
        }
    }

    /// Whether an element of this local name ends here; an empty one begins only.
    pub(super) fn closes(&self, name: &str) -> bool {
        matches!(&self.kind, Kind::Close(closed) if closed == name)
    }

    /// Whether this is an element without content.
    pub(super) fn is_empty(&self) -> bool {
        matches!(self.kind, Kind::Empty(_))
    }
}

/// Goes through a document from its beginning.
pub(super) struct Walk<'x> {
    xml: &'x str,
    reader: Reader<&'x [u8]>,
    depth: usize,
}

impl<'x> Walk<'x> {
    pub(super) fn new(xml: &'x str) -> Self {
        let xml = xml.trim_start_matches('\u{FEFF}');
        Self {
            xml,
            reader: Reader::from_str(xml),
            depth: 0,
        }
    }

    /// The next piece; none at the end.
    pub(super) fn next(&mut self) -> Result<Option<Piece<'x>>, Fault> {
        let start = self.position()?;
        let event = self.reader.read_event()?;
        let end = self.position()?;
        let raw = self
            .xml
            .get(start..end)
            .ok_or_else(|| odd("a broken part"))?;
        let mut depth = self.depth;
        let kind = match event {
            Event::Eof => return Ok(None),
            Event::Start(tag) => {
                self.depth += 1;
                Kind::Open(tag)
            }
            Event::Empty(tag) => Kind::Empty(tag),
            Event::End(tag) => {
                depth = depth.saturating_sub(1);
                self.depth = depth;
                let name = tag.local_name();
                Kind::Close(String::from_utf8_lossy(name.as_ref()).into_owned())
            }
            Event::DocType(_) => return Err(odd("a document type")),
            Event::Text(_)
            | Event::CData(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::GeneralRef(_) => Kind::Other,
        };
        Ok(Some(Piece { raw, kind, depth }))
    }

    fn position(&self) -> Result<usize, Fault> {
        Ok(usize::try_from(self.reader.buffer_position())?)
    }
}

/// An attribute by its local name.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = tag.attributes();
    let attributes = attributes.with_checks(false).flatten();
    let mut found =
        attributes.filter(|it| it.key.local_name().as_ref() == name.as_bytes());
    let value = found.next()?.value;
    let text = std::str::from_utf8(&value).ok()?;
    Some(unescape(text).ok()?.into_owned())
}

/// A number in an attribute.
pub(super) fn number(tag: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(tag, name)?.trim().parse().ok()
}

/// The prefix of an element's name with its colon: `x:`, or nothing.
pub(super) fn prefix(tag: &BytesStart<'_>) -> String {
    let name = tag.name();
    let name = String::from_utf8_lossy(name.as_ref()).into_owned();
    name.rsplit_once(':')
        .map_or_else(String::new, |(prefix, _)| format!("{prefix}:"))
}

/// A tag with some of its attributes set or, without a value, left out.
pub(super) fn tag_with(
    tag: &BytesStart<'_>,
    set: &[(&str, Option<&str>)],
    is_empty: bool,
) -> String {
    let name = tag.name();
    let mut text = format!("<{}", String::from_utf8_lossy(name.as_ref()));
    for kept in tag.attributes().with_checks(false).flatten() {
        let key = String::from_utf8_lossy(kept.key.as_ref());
        if !set.iter().any(|(name, _)| *name == key) {
            let value = String::from_utf8_lossy(&kept.value);
            // as it stands, in quotes that it cannot hold
            let quote = if value.contains('"') { '\'' } else { '"' };
            text = format!("{text} {key}={quote}{value}{quote}");
        }
    }
    for (name, value) in set {
        if let Some(value) = value {
            text = format!("{text} {name}=\"{}\"", escape(*value));
        }
    }
    text.push_str(if is_empty { "/>" } else { ">" });
    text
}

/// A text as content or as a value of an attribute.
pub(super) fn escaped(text: &str) -> String {
    escape(text).into_owned()
}

/// A document with a piece added at the end of the first element of a name; the piece is
/// made with the prefix of that element.
pub(super) fn with_child(
    xml: &str,
    parent: &str,
    child: impl Fn(&str) -> String,
) -> Result<String, Fault> {
    let mut out = String::with_capacity(xml.len() + 256);
    let mut walk = Walk::new(xml);
    let mut open: Option<(usize, String)> = None;
    let mut is_done = false;
    while let Some(piece) = walk.next()? {
        if let (false, None, Some(tag)) = (is_done, &open, piece.begins(parent)) {
            let prefix = prefix(tag);
            if piece.is_empty() {
                let name = String::from_utf8_lossy(tag.name().as_ref()).into_owned();
                let child = child(&prefix);
                let start = tag_with(tag, &[], false);
                out.extend([&start, &child, "</", &name, ">"]);
                is_done = true;
                continue;
            }
            open = Some((piece.depth, prefix));
        } else if let Some((depth, prefix)) = &open
            && *depth == piece.depth
            && piece.closes(parent)
        {
            out.push_str(&child(prefix));
            (open, is_done) = (None, true);
        }
        out.push_str(piece.raw);
    }
    if is_done {
        Ok(out)
    } else {
        Err(odd("a part without its root"))
    }
}
