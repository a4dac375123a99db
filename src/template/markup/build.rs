//! The tree of elements to a document: marks, numbers and separators of the form.

use super::inline::{attribute_line, inlines};
use super::node::{Element, Node, parse};
use super::{Fault, check};
use crate::document::profile::FormatProfile;
use crate::document::{
    Align, Block, Document, Heading, Inline, Letterhead, Line, List, ListItem, Meta,
    Paragraph, Recipients, Role, Run, RunStyle, Side, Signature, Signatures, Table,
    TableCell, TableRole, TableRow,
};

/// What the form puts in beside the template's words.
#[derive(Debug)]
pub(in crate::template) struct Build<'a> {
    pub(in crate::template) profile: &'static FormatProfile,
    pub(in crate::template) letterhead: &'a Letterhead,
    /// Each recipient without mark and separator.
    pub(in crate::template) recipients: &'a [Line],
    /// Without the title, which the template writes.
    pub(in crate::template) meta: Meta,
}

/// Parses what a template wrote.
pub(in crate::template) fn build(
    text: &str,
    with: &Build<'_>,
) -> Result<Document, Fault> {
    let nodes = parse(text)?;
    let mut builder = Builder {
        with,
        blocks: Vec::new(),
        numbers: [0; 3],
        title: Vec::new(),
    };
    for node in &nodes {
        match node {
            Node::Element(element) => {
                check(element, None)?;
                builder.block(element)?;
            }
            Node::Text(text) if text.trim().is_empty() => {}
            Node::Text(text) => {
                let reason = format!("chữ đứng ngoài thẻ: {}", text.trim());
                return Err(Fault::malformed(0, reason));
            }
        }
    }
    builder.end_basis();
    Ok(Document {
        meta: Meta {
            title: builder.title.join(" "),
            ..with.meta.clone()
        },
        blocks: builder.blocks,
    })
}

struct Builder<'a> {
    with: &'a Build<'a>,
    blocks: Vec<Block>,
    /// How many headings of each level there were.
    numbers: [u32; 3],
    title: Vec<String>,
}

impl Builder<'_> {
    fn block(&mut self, element: &Element) -> Result<(), Fault> {
        let phrases = &self.with.profile.phrases;
        let content = || inlines(&element.children);
        match element.name.as_str() {
            "letterhead" => {
                let letterhead = self.with.letterhead.clone();
                self.blocks.push(Block::Letterhead(letterhead));
            }
            "title" => self.head(Role::Title, content()),
            "abstract" => {
                self.head(Role::Abstract, content());
                self.paragraph(Role::Separator, line(phrases.abstract_mark));
            }
            "p" => self.text(element.attribute("role"), content()),
            "h1" => self.heading(1, content()),
            "h2" => self.heading(2, content()),
            "h3" => self.heading(3, content()),
            "ul" | "ol" => self.list(element),
            "table" => {
                let table = table(element)?;
                self.blocks.push(Block::Table(table));
            }
            "signatures" => {
                let signatures = self.signatures(element);
                self.blocks.push(Block::Signatures(signatures));
            }
            "page-break" => self.blocks.push(Block::PageBreak),
            name => {
                let reason = format!("<{name}> không đứng riêng");
                return Err(Fault::malformed(element.at, reason));
            }
        }
        Ok(())
    }

    fn paragraph(&mut self, role: Role, content: Line) {
        self.blocks
            .push(Block::Paragraph(Paragraph { role, content }));
    }

    /// Type or subject; the type is set in capitals (36-HD/VPTW, component 5a).
    fn head(&mut self, role: Role, content: Line) {
        self.title.push(plain(&content));
        let content = if role == Role::Title {
            upper_case(content)
        } else {
            content
        };
        self.paragraph(role, content);
    }

    fn text(&mut self, role: Option<&str>, content: Line) {
        let role = match role {
            Some("basis") => Role::Basis,
            Some("centered") => Role::Centered,
            Some("note") => Role::Note,
            Some("resolve") => Role::Resolve,
            _ => Role::Body,
        };
        if role == Role::Basis {
            let phrases = &self.with.profile.phrases;
            let mut marked = line(&format!("{} ", phrases.bullet));
            marked.extend(ended(content, phrases.basis_separator));
            self.paragraph(role, marked);
        } else {
            self.end_basis();
            self.paragraph(role, content);
        }
    }

    /// The last of the bases ends with another mark than those before it.
    fn end_basis(&mut self) {
        let end = self.with.profile.phrases.basis_end;
        if let Some(Block::Paragraph(last)) = self.blocks.last_mut()
            && last.role == Role::Basis
        {
            last.content = ended(std::mem::take(&mut last.content), end);
        }
    }

    fn heading(&mut self, level: u8, content: Line) {
        self.end_basis();
        let index = usize::from(level) - 1;
        for (place, number) in self.numbers.iter_mut().enumerate() {
            match place.cmp(&index) {
                std::cmp::Ordering::Less => {}
                std::cmp::Ordering::Equal => *number += 1,
                std::cmp::Ordering::Greater => *number = 0,
            }
        }
        let count = self.numbers.get(index).copied().unwrap_or_default();
        let form = self.with.profile.heading(level);
        let number = form.number(count);
        let mut numbered = line(&format!("{number} "));
        if form.is_upper_case {
            numbered.extend(upper_case(content));
        } else {
            numbered.extend(content);
        }
        self.blocks.push(Block::Heading(Heading {
            level,
            number,
            content: numbered,
        }));
    }

    fn list(&mut self, element: &Element) {
        self.end_basis();
        let phrases = &self.with.profile.phrases;
        let count = element.elements().count();
        let items = element.elements().enumerate().map(|(index, item)| {
            let is_last = index + 1 == count;
            let end = if is_last {
                phrases.list_end
            } else {
                phrases.list_separator
            };
            ListItem {
                mark: if element.name == "ol" {
                    format!("{}.", index + 1)
                } else {
                    phrases.bullet.to_owned()
                },
                content: ended(inlines(&item.children), end),
            }
        });
        let list = List {
            items: items.collect(),
        };
        if !list.items.is_empty() {
            self.blocks.push(Block::List(list));
        }
    }

    fn signatures(&mut self, element: &Element) -> Signatures {
        self.end_basis();
        let mut signatures = Signatures {
            left: None,
            right: None,
        };
        for side in element.elements() {
            let is_left = side.attribute("side") != Some("right");
            if side.name == "recipients" {
                signatures.left = self.recipients().map(Side::Recipients);
                continue;
            }
            let text = |name: &str| side.attribute(name).map(attribute_line);
            let signature = Side::Signature(Signature {
                authority: text("for").unwrap_or_default(),
                post: text("post"),
                name: text("name"),
            });
            if is_left {
                signatures.left = Some(signature);
            } else {
                signatures.right = Some(signature);
            }
        }
        signatures
    }

    fn recipients(&self) -> Option<Recipients> {
        let phrases = &self.with.profile.phrases;
        let count = self.with.recipients.len();
        let items = self
            .with
            .recipients
            .iter()
            .enumerate()
            .map(|(index, item)| {
                let is_last = index + 1 == count;
                let end = if is_last {
                    phrases.list_end
                } else {
                    phrases.recipients_separator
                };
                let mut marked = line(&format!("{} ", phrases.bullet));
                marked.extend(ended(item.clone(), end));
                marked
            });
        (count > 0).then(|| Recipients {
            label: line(phrases.recipients_label),
            items: items.collect(),
        })
    }
}

fn table(element: &Element) -> Result<Table, Fault> {
    let shares: Vec<u32> = element
        .attribute("widths")
        .unwrap_or_default()
        .split_whitespace()
        .filter_map(|share| share.parse().ok())
        .collect();
    if shares.is_empty() {
        return Err(Fault::malformed(element.at, "<table> cần có widths"));
    }
    let mut head_rows = 0;
    let mut rows = Vec::new();
    // cells that spans from above still cover, by column
    let mut covered = vec![0_usize; shares.len()];
    for part in element.elements() {
        for row in part.elements() {
            head_rows += usize::from(part.name == "thead");
            let cells: Vec<TableCell> =
                row.elements().map(|cell| table_cell(cell, row)).collect();
            let own: usize = cells.iter().map(|cell| cell.column_span).sum();
            let from_above = covered.iter().filter(|rows| **rows > 0).count();
            if own + from_above != shares.len() {
                let reason = format!(
                    "dòng có {} cột, bảng có {} cột",
                    own + from_above,
                    shares.len()
                );
                return Err(Fault::malformed(row.at, reason));
            }
            cover(&mut covered, &cells);
            rows.push(TableRow { cells });
        }
    }
    Ok(Table {
        shares,
        role: match element.attribute("role") {
            Some("compact") => TableRole::Compact,
            _ => TableRole::Normal,
        },
        head_rows,
        rows,
    })
}

/// Marks the columns that the spans of a row cover in the rows below.
fn cover(covered: &mut [usize], cells: &[TableCell]) {
    let mut cells = cells.iter();
    let mut current: Option<(usize, usize)> = None;
    for rows in covered {
        if *rows > 0 {
            *rows -= 1;
            continue;
        }
        let (left, down) = current
            .take()
            .or_else(|| cells.next().map(|cell| (cell.column_span, cell.row_span)))
            .unwrap_or((1, 1));
        *rows = down - 1;
        if left > 1 {
            current = Some((left - 1, down));
        }
    }
}

fn table_cell(cell: &Element, row: &Element) -> TableCell {
    let is_head = cell.name == "th";
    let span = |name: &str| {
        let number = cell.attribute(name).and_then(|span| span.parse().ok());
        number.unwrap_or(1_usize).max(1)
    };
    let has_role = |element: &Element| element.attribute("role") == Some("total");
    TableCell {
        is_head,
        is_total: has_role(cell) || has_role(row),
        align: match cell.attribute("align") {
            Some("center") => Align::Center,
            Some("right") => Align::Right,
            None if is_head => Align::Center,
            Some(_) | None => Align::Left,
        },
        column_span: span("colspan"),
        row_span: span("rowspan"),
        content: inlines(&cell.children),
    }
}

/// A set phrase.
fn line(text: &str) -> Line {
    vec![Inline::Run(Run {
        text: text.to_owned(),
        style: RunStyle::default(),
        trace: None,
    })]
}

fn upper_case(line: Line) -> Line {
    let raise = |inline| match inline {
        Inline::Run(run) => Inline::Run(Run {
            text: run.text.to_uppercase(),
            ..run
        }),
        Inline::Blank(_) | Inline::Break => inline,
    };
    line.into_iter().map(raise).collect()
}

fn plain(content: &[Inline]) -> String {
    content
        .iter()
        .map(|inline| match inline {
            Inline::Run(run) => run.text.as_str(),
            Inline::Blank(_) | Inline::Break => " ",
        })
        .collect()
}

/// Ends a line with a mark, in place of the one that its text may end with.
fn ended(mut content: Line, mark: &str) -> Line {
    if let Some(Inline::Run(last)) = content.last_mut() {
        let kept = last.text.trim_end_matches(['.', ';', ',']).len();
        last.text.truncate(kept);
        if last.trace.is_none() && last.style == RunStyle::default() {
            last.text.push_str(mark);
            return content;
        }
    }
    content.extend(line(mark));
    content
}
