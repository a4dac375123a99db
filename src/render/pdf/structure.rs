//! The tag tree as a structure tree.
//!
//! Source: ISO 32000-1, 14.7 and 14.8.

use super::PdfError;
use super::paint::Painted;
use crate::render::layout::{
    Distance, Item, Numbering, Placed, PlacedPicture, Scope, Span, TagKind, TagNode,
};
use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

/// The structure type of a node.
pub(super) fn role(kind: TagKind) -> &'static str {
    match kind {
        TagKind::Document => "Document",
        TagKind::Part => "Part",
        TagKind::Division => "Div",
        TagKind::Paragraph => "P",
        TagKind::Figure => "Figure",
        TagKind::Caption => "Caption",
        TagKind::Heading(level) => match level {
            0 | 1 => "H1",
            2 => "H2",
            3 => "H3",
            4 => "H4",
            5 => "H5",
            _ => "H6",
        },
        TagKind::List(_) => "L",
        TagKind::ListItem => "LI",
        TagKind::Label => "Lbl",
        TagKind::ListBody => "LBody",
        TagKind::Table => "Table",
        TagKind::Row => "TR",
        TagKind::HeadCell(..) => "TH",
        TagKind::DataCell(_) => "TD",
    }
}

fn attributes(kind: TagKind) -> Option<Dictionary> {
    match kind {
        TagKind::List(numbering) => Some(dictionary! {
            "O" => "List",
            "ListNumbering" => match numbering {
                Numbering::Sign => "Disc",
                Numbering::Decimal => "Decimal",
                Numbering::Letter => "LowerAlpha",
            },
        }),
        TagKind::HeadCell(scope, span) => {
            let mut attributes = dictionary! {
                "O" => "Table",
                "Scope" => match scope {
                    Scope::Column => "Column",
                    Scope::Row => "Row",
                },
            };
            set_span(&mut attributes, span);
            Some(attributes)
        }
        TagKind::DataCell(span) if span.columns > 1 || span.rows > 1 => {
            let mut attributes = dictionary! { "O" => "Table" };
            set_span(&mut attributes, span);
            Some(attributes)
        }
        TagKind::Document
        | TagKind::Part
        | TagKind::Division
        | TagKind::Paragraph
        | TagKind::Figure
        | TagKind::Caption
        | TagKind::Heading(_)
        | TagKind::ListItem
        | TagKind::Label
        | TagKind::ListBody
        | TagKind::Table
        | TagKind::Row
        | TagKind::DataCell(_) => None,
    }
}

fn set_span(attributes: &mut Dictionary, span: Span) {
    for (key, cells) in [("ColSpan", span.columns), ("RowSpan", span.rows)] {
        if cells > 1 {
            attributes.set(key, integer(cells));
        }
    }
}

fn integer(number: usize) -> Object {
    Object::Integer(i64::try_from(number).unwrap_or(i64::MAX))
}

/// What an element is made of, while it is being collected.
#[derive(Debug, Default)]
struct Element {
    id: ObjectId,
    kids: Vec<Object>,
    /// The page of its first piece of content.
    page: Option<ObjectId>,
}

impl Element {
    /// A number suffices on the element's own page.
    fn content(&mut self, page: ObjectId, number: usize) {
        let own = *self.page.get_or_insert(page);
        self.kids.push(if own == page {
            integer(number)
        } else {
            Object::Dictionary(dictionary! {
                "Type" => "MCR",
                "Pg" => page,
                "MCID" => integer(number),
            })
        });
    }
}

/// Writes the structure tree and its way back from the pages; returns its root.
pub(super) fn write(
    document: &mut Document,
    placed: &Placed,
    pages: &[ObjectId],
    painted: &[Painted],
) -> Result<ObjectId, PdfError> {
    let tags = &placed.tags;
    let root = document.new_object_id();
    let mut elements: Vec<Element> = Vec::with_capacity(tags.nodes().len());
    for node in tags.nodes() {
        let element = Element {
            id: document.new_object_id(),
            ..Element::default()
        };
        let parent = node.parent.and_then(|id| elements.get_mut(id.index()));
        if let Some(parent) = parent {
            parent.kids.push(Object::Reference(element.id));
        }
        elements.push(element);
    }
    let mut back = Vec::with_capacity(pages.len() * 2);
    for (key, (page, Painted { marks, .. })) in pages.iter().zip(painted).enumerate() {
        let mut parents = Vec::with_capacity(marks.len());
        for (number, owner) in marks.iter().enumerate() {
            if let Some(element) = elements.get_mut(owner.index()) {
                element.content(*page, number);
                parents.push(Object::Reference(element.id));
            }
        }
        back.extend([integer(key), Object::Array(parents)]);
        let page = document.get_dictionary_mut(*page)?;
        page.set("StructParents", integer(key));
        // the order of the structure is the order of the tab key
        page.set("Tabs", "S");
    }
    let back = document.add_object(dictionary! { "Nums" => back });
    let first: Vec<Object> = elements
        .first()
        .map(|element| Object::Reference(element.id))
        .into_iter()
        .collect();
    let parents: Vec<ObjectId> = tags
        .nodes()
        .iter()
        .map(|node| {
            let parent = node.parent.and_then(|id| elements.get(id.index()));
            parent.map_or(root, |parent| parent.id)
        })
        .collect();
    let mut boxes = boxes(placed);
    for ((node, element), parent) in tags.nodes().iter().zip(elements).zip(parents) {
        let place = (node.kind == TagKind::Figure).then(|| boxes.next());
        let id = element.id;
        let dictionary = structure_element(node, element, parent, place.flatten());
        document.set_object(id, dictionary);
    }
    document.set_object(
        root,
        dictionary! {
            "Type" => "StructTreeRoot",
            "K" => first,
            "ParentTree" => back,
            "ParentTreeNextKey" => integer(pages.len()),
        },
    );
    Ok(root)
}

/// Where each picture stands, in the order of their nodes.
///
/// Source: ISO 32000-1, 14.8.5.4.3: a figure says which part of the page it fills.
fn boxes(placed: &Placed) -> impl Iterator<Item = Dictionary> {
    let pictures = placed.pages.iter().flat_map(|page| {
        page.items.iter().filter_map(|item| match item {
            Item::Picture(picture) => Some((Distance::of(page.height), picture)),
            Item::Text(_) | Item::Rule(_) => None,
        })
    });
    let place = |(page, picture): (Distance, &PlacedPicture)| {
        let (left, top) = (picture.at.x, page - picture.at.y);
        let corners = [left, top - picture.height, left + picture.width, top];
        let corners =
            corners.map(|corner| Object::Real(super::paint::rounded(corner.to_points())));
        dictionary! {
            "O" => "Layout",
            "Placement" => "Block",
            "BBox" => corners.to_vec(),
        }
    };
    pictures.map(place)
}

/// A figure has its place as attribute, other elements what their kind has.
fn structure_element(
    node: &TagNode,
    element: Element,
    parent: ObjectId,
    place: Option<Dictionary>,
) -> Dictionary {
    let mut dictionary = dictionary! {
        "Type" => "StructElem",
        "S" => role(node.kind),
        "P" => parent,
    };
    if let Some(page) = element.page {
        dictionary.set("Pg", page);
    }
    match <[Object; 1]>::try_from(element.kids) {
        Ok([only]) => dictionary.set("K", only),
        Err(kids) if kids.is_empty() => {}
        Err(kids) => dictionary.set("K", kids),
    }
    if let Some(attributes) = place.or_else(|| attributes(node.kind)) {
        dictionary.set("A", attributes);
    }
    if let Some(alternative) = &node.alternative {
        dictionary.set("Alt", lopdf::text_string(alternative));
    }
    dictionary
}
