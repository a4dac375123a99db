//! Markup text to a tree of elements.

use super::Fault;
use super::vocabulary::{Content, element_rule};
use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesRef, BytesStart, Event};

/// A piece of markup.
#[derive(Debug)]
pub(super) enum Node {
    Element(Element),
    /// Text with its entities resolved.
    Text(String),
}

/// An element.
#[derive(Debug)]
pub(super) struct Element {
    pub(super) name: String,
    pub(super) attributes: Vec<(String, String)>,
    pub(super) children: Vec<Node>,
    /// The byte of the text where it begins.
    pub(super) at: usize,
}

impl Node {
    pub(super) fn as_element(&self) -> Option<&Element> {
        match self {
            Self::Element(element) => Some(element),
            Self::Text(_) => None,
        }
    }
}

impl Element {
    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let mut attributes = self.attributes.iter();
        attributes
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    /// The elements it holds.
    pub(super) fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(Node::as_element)
    }
}

/// No paper nests deeper; what does is a fault, not a way to exhaust the stack.
const DEEPEST: usize = 32;

/// Parses markup; every element must be closed.
pub(super) fn parse(text: &str) -> Result<Vec<Node>, Fault> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    let mut open: Vec<Element> = Vec::new();
    let mut top: Vec<Node> = Vec::new();
    loop {
        let at = position(&reader);
        let event = reader
            .read_event()
            .map_err(|error| Fault::malformed(at, error.to_string()))?;
        let node = match event {
            Event::Start(start) => {
                if open.len() >= DEEPEST {
                    return Err(Fault::malformed(at, "các thẻ lồng nhau quá sâu"));
                }
                open.push(element(&start, at)?);
                continue;
            }
            Event::Empty(start) => Node::Element(element(&start, at)?),
            Event::End(_) => match open.pop() {
                Some(element) => Node::Element(element),
                None => return Err(Fault::malformed(at, "thẻ đóng thừa")),
            },
            // room between the elements of a table
            Event::Text(piece)
                if open.last().is_some_and(holds_elements)
                    && piece.iter().all(u8::is_ascii_whitespace) =>
            {
                continue;
            }
            Event::Text(piece) => {
                let piece = piece.decode();
                Node::Text(
                    piece
                        .map_err(|e| Fault::malformed(at, e.to_string()))?
                        .into(),
                )
            }
            Event::GeneralRef(entity) => Node::Text(resolve(&entity, at)?),
            Event::Comment(_) => continue,
            Event::Eof => break,
            Event::CData(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {
                return Err(Fault::malformed(at, "chỉ dùng thẻ và chữ"));
            }
        };
        let siblings = open.last_mut().map_or(&mut top, |it| &mut it.children);
        add(siblings, node);
    }
    match open.pop() {
        Some(element) => {
            let reason = format!("<{}> không được đóng", element.name);
            Err(Fault::malformed(element.at, reason))
        }
        None => Ok(top),
    }
}

/// Whether an element holds nothing but elements.
fn holds_elements(element: &Element) -> bool {
    let rule = element_rule(&element.name);
    rule.is_some_and(|rule| matches!(rule.content, Content::Elements(_)))
}

/// Adds a node; text with entities in it comes in pieces and is one text again, so that
/// the marks of a traced value stay together.
fn add(siblings: &mut Vec<Node>, node: Node) {
    if siblings.is_empty() {
        // most cells of a table hold one text, and a large table has many
        siblings.reserve_exact(1);
    }
    match (siblings.last_mut(), node) {
        (Some(Node::Text(before)), Node::Text(text)) => before.push_str(&text),
        (_, node) => siblings.push(node),
    }
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

fn element(start: &BytesStart<'_>, at: usize) -> Result<Element, Fault> {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let mut attributes = Vec::new();
    // as in HTML, a mark such as `landscape` has no value
    for attribute in start.html_attributes() {
        let attribute =
            attribute.map_err(|error| Fault::malformed(at, error.to_string()))?;
        let raw = text(&attribute.value);
        let value =
            unescape(&raw).map_err(|error| Fault::malformed(at, error.to_string()))?;
        if attributes.is_empty() {
            attributes.reserve_exact(1);
        }
        attributes.push((text(attribute.key.as_ref()), value.into_owned()));
    }
    Ok(Element {
        name: text(start.name().as_ref()),
        attributes,
        children: Vec::new(),
        at,
    })
}

fn resolve(entity: &BytesRef<'_>, at: usize) -> Result<String, Fault> {
    let name = String::from_utf8_lossy(entity).into_owned();
    let raw = format!("&{name};");
    unescape(&raw)
        .map(std::borrow::Cow::into_owned)
        .map_err(|error| Fault::malformed(at, error.to_string()))
}
