//! Cell styles: each that is needed in a colour is copied with another background.

use super::marks::Look;
use super::xml::{Fault, Kind, Walk, number, odd, prefix, tag_with};
use std::collections::BTreeMap;

/// The styles of a workbook, and those that are added.
pub(super) struct Styles {
    xml: String,
    /// Fills that the workbook has.
    fills: u32,
    /// Cell styles that the workbook has: the tag, and what stands in it.
    formats: Vec<String>,
    added: BTreeMap<(u32, Paint), u32>,
    order: Vec<(u32, Paint)>,
}

/// What is different in an added style.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Paint {
    /// Another background.
    Back(Look),
    /// Lines break, and text stands at the top.
    Wrapped,
}

impl Styles {
    pub(super) fn read(xml: String) -> Result<Self, Fault> {
        let (mut fills, mut formats) = (0_u32, Vec::<String>::new());
        let mut walk = Walk::new(&xml);
        let mut within: Option<(&str, usize)> = None;
        while let Some(piece) = walk.next()? {
            for list in ["fills", "cellXfs"] {
                if piece.begins(list).is_some() && !piece.is_empty() {
                    within = Some((list, piece.depth));
                } else if piece.closes(list) {
                    within = None;
                }
            }
            let Some((list, depth)) = within else {
                continue;
            };
            let is_item = piece.depth == depth + 1;
            if list == "fills" {
                fills += u32::from(is_item && piece.begins("fill").is_some());
                continue;
            }
            if is_item && piece.begins("xf").is_some() {
                formats.push(String::new());
            }
            if let Some(last) = formats.last_mut()
                && piece.depth > depth
            {
                last.push_str(piece.raw);
            }
        }
        if formats.is_empty() || fills == 0 {
            return Err(odd("no styles"));
        }
        Ok(Self {
            xml,
            fills,
            formats,
            added: BTreeMap::new(),
            order: Vec::new(),
        })
    }

    /// The number of a style like another one, but painted.
    pub(super) fn painted(&mut self, base: u32, paint: Paint) -> u32 {
        let next = self.formats.len().saturating_add(self.order.len());
        let next = u32::try_from(next).unwrap_or(u32::MAX);
        let order = &mut self.order;
        *self.added.entry((base, paint)).or_insert_with(|| {
            order.push((base, paint));
            next
        })
    }

    /// The part with the added fills and styles.
    pub(super) fn written(&self) -> Result<String, Fault> {
        let fills = self.fills.saturating_add(3);
        let formats = self.formats.len().saturating_add(self.order.len());
        let mut out = String::with_capacity(self.xml.len() + 1024);
        let mut walk = Walk::new(&self.xml);
        let mut prefix_of_list = String::new();
        while let Some(piece) = walk.next()? {
            let mut counted = None;
            for (list, count) in [("fills", u64::from(fills)), ("cellXfs", wide(formats))]
            {
                if let Some(tag) = piece.begins(list)
                    && !piece.is_empty()
                {
                    prefix_of_list = prefix(tag);
                    let count = count.to_string();
                    counted = Some(tag_with(tag, &[("count", Some(&count))], false));
                }
            }
            if piece.closes("fills") {
                out.push_str(&fills_of(&prefix_of_list));
            } else if piece.closes("cellXfs") {
                for (base, paint) in &self.order {
                    out.push_str(&self.format(*base, *paint)?);
                }
            }
            out.push_str(counted.as_deref().unwrap_or(piece.raw));
        }
        Ok(out)
    }

    /// A style like another one, but painted.
    fn format(&self, base: u32, paint: Paint) -> Result<String, Fault> {
        let index = usize::try_from(base).unwrap_or(usize::MAX);
        let base = self.formats.get(index).or(self.formats.first());
        let base = base.ok_or_else(|| odd("no styles"))?;
        let mut walk = Walk::new(base);
        let Some(first) = walk.next()? else {
            return Err(odd("an empty style"));
        };
        let (Kind::Open(tag) | Kind::Empty(tag)) = &first.kind else {
            return Err(odd("a style without tag"));
        };
        match paint {
            Paint::Back(look) => {
                let place = Look::ALL.iter().position(|it| *it == look);
                let place = u32::try_from(place.unwrap_or_default()).unwrap_or_default();
                let fill = self.fills.saturating_add(place).to_string();
                let set = [("fillId", Some(fill.as_str())), ("applyFill", Some("1"))];
                let rest = base.get(first.raw.len()..).unwrap_or_default();
                Ok(format!("{}{rest}", tag_with(tag, &set, first.is_empty())))
            }
            Paint::Wrapped => {
                let prefix = prefix(tag);
                let set = [("applyAlignment", Some("1"))];
                Ok(format!(
                    "{}<{prefix}alignment vertical=\"top\" wrapText=\"1\"/></{prefix}xf>",
                    tag_with(tag, &set, false)
                ))
            }
        }
    }
}

/// The backgrounds, in the order of [`Look::ALL`].
fn fills_of(prefix: &str) -> String {
    let fill = |look: &Look| {
        format!(
            "<{prefix}fill><{prefix}patternFill patternType=\"solid\">\
             <{prefix}fgColor rgb=\"FF{}\"/><{prefix}bgColor indexed=\"64\"/>\
             </{prefix}patternFill></{prefix}fill>",
            look.colour()
        )
    };
    Look::ALL.iter().map(fill).collect()
}

/// The style of a cell, if its tag says one.
pub(super) fn style_of(tag: &quick_xml::events::BytesStart<'_>) -> Option<u32> {
    number(tag, "s")
}

fn wide(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}
