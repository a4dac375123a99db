//! Comments of a sheet, and the drawing of their boxes that the format still asks for.

use super::sheet::cell_of;
use super::xml::{Fault, Walk, attribute, escaped, odd, prefix, tag_with, with_child};
use crate::diagnostic::CellRef;
use std::collections::BTreeMap;

/// Who writes the comments.
pub(super) const AUTHOR: &str = "bienban";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// Comments by cell.
type Comments = BTreeMap<CellRef, String>;

/// A new part with comments.
pub(super) fn part(comments: &Comments) -> String {
    let all: String = comments
        .iter()
        .map(|(cell, text)| comment("", *cell, text, 0))
        .collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <comments xmlns=\"{MAIN}\"><authors><author>{AUTHOR}</author></authors>\
         <commentList>{all}</commentList></comments>"
    )
}

/// A part with comments added: a cell's own comment stays above what is added to it.
/// Also gives the cells that had no comment.
pub(super) fn with_comments(
    xml: &str,
    comments: &Comments,
) -> Result<(String, Comments), Fault> {
    let mut new = comments.clone();
    let mut out = String::with_capacity(xml.len() + 1024);
    let mut authors = 0_u32;
    let mut pending: Option<String> = None;
    let mut tag_prefix = String::new();
    let mut text_depth = 0;
    let mut walk = Walk::new(xml);
    while let Some(piece) = walk.next()? {
        if piece.begins("author").is_some() {
            authors += 1;
        }
        if let Some(tag) = piece.begins("comment") {
            let cell = attribute(tag, "ref").and_then(|it| cell_of(&it));
            pending = cell.and_then(|cell| new.remove(&cell));
            tag_prefix = prefix(tag);
        }
        if let Some(text) = &pending {
            let run = run(&tag_prefix, &format!("\n\n{text}"));
            if let Some(tag) = piece.begins("text") {
                text_depth = piece.depth;
                if piece.is_empty() {
                    let start = tag_with(tag, &[], false);
                    let end = format!("</{tag_prefix}text>");
                    out.push_str(&[start, run, end].concat());
                    pending = None;
                    continue;
                }
            } else if piece.closes("text") {
                out.push_str(&run);
                pending = None;
            } else if piece.depth == text_depth + 1 {
                // a plain text becomes a run, as another one follows
                if piece.begins("t").is_some() {
                    out.extend(["<", &tag_prefix, "r>"]);
                }
                if piece.closes("t") || (piece.begins("t").is_some() && piece.is_empty())
                {
                    out.extend([piece.raw, "</", &tag_prefix, "r>"]);
                    continue;
                }
            }
        }
        out.push_str(piece.raw);
    }
    let author = |prefix: &str| format!("<{prefix}author>{AUTHOR}</{prefix}author>");
    let out = with_child(&out, "authors", author)?;
    let out = with_child(&out, "commentList", |prefix| {
        let all = new.iter();
        all.map(|(cell, text)| comment(prefix, *cell, text, authors))
            .collect()
    })?;
    Ok((out, new))
}

fn comment(prefix: &str, cell: CellRef, text: &str, author: u32) -> String {
    let run = run(prefix, text);
    format!(
        "<{prefix}comment ref=\"{cell}\" authorId=\"{author}\">\
         <{prefix}text>{run}</{prefix}text></{prefix}comment>"
    )
}

fn run(prefix: &str, text: &str) -> String {
    format!(
        "<{prefix}r><{prefix}rPr><{prefix}sz val=\"9\"/>\
         <{prefix}rFont val=\"Tahoma\"/></{prefix}rPr>\
         <{prefix}t xml:space=\"preserve\">{}</{prefix}t></{prefix}r>",
        escaped(text)
    )
}

/// A new drawing with a box for each comment; `block` keeps the shapes' numbers apart
/// from those of other sheets.
pub(super) fn drawing(comments: &Comments, block: u32) -> String {
    let boxes = boxes(comments, block.saturating_mul(1024).saturating_add(1));
    format!(
        "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" \
         xmlns:o=\"urn:schemas-microsoft-com:office:office\" \
         xmlns:x=\"urn:schemas-microsoft-com:office:excel\">\
         <o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"{block}\"/>\
         </o:shapelayout>{SHAPE_TYPE}{boxes}</xml>"
    )
}

/// A drawing with boxes added. Drawings are not always well-formed XML, so this goes by
/// the text.
pub(super) fn with_boxes(drawing: &str, comments: &Comments) -> Result<String, Fault> {
    let end = drawing
        .rfind("</xml>")
        .ok_or_else(|| odd("a drawing without end"))?;
    let (before, after) = drawing.split_at(end);
    let declares = ["xmlns:v=", "xmlns:o=", "xmlns:x="];
    if !declares.iter().all(|it| before.contains(it)) {
        return Err(odd("a drawing of another kind"));
    }
    let numbers = before.split("_x0000_s").skip(1).filter_map(|rest| {
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        digits.parse::<u32>().ok()
    });
    let first = numbers.max().unwrap_or(1024).saturating_add(1);
    let kind = if before.contains("_x0000_t202\"") {
        ""
    } else {
        SHAPE_TYPE
    };
    Ok(format!("{before}{kind}{}{after}", boxes(comments, first)))
}

const SHAPE_TYPE: &str = "<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" \
    o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/>\
    <v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>";

fn boxes(comments: &Comments, first: u32) -> String {
    let numbered = (first..).zip(comments);
    numbered
        .map(|(number, (cell, text))| comment_box(number, *cell, text))
        .collect()
}

/// A hidden box beside its cell, high enough for its text.
fn comment_box(number: u32, cell: CellRef, text: &str) -> String {
    const LETTERS_IN_A_LINE: usize = 44;
    let lines: usize = text
        .lines()
        .map(|line| line.chars().count() / LETTERS_IN_A_LINE + 1)
        .sum();
    let rows = u32::try_from(lines.clamp(4, 30)).unwrap_or(30);
    let (left, right) = (cell.column.saturating_add(1), cell.column.saturating_add(5));
    let (top, bottom) = (cell.row, cell.row.saturating_add(rows));
    format!(
        "<v:shape id=\"_x0000_s{number}\" type=\"#_x0000_t202\" \
         style=\"position:absolute;margin-left:60pt;margin-top:2pt;width:260pt;\
         height:{}pt;z-index:1;visibility:hidden\" fillcolor=\"#ffffe1\" \
         o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/>\
         <v:shadow on=\"t\" color=\"black\" obscured=\"t\"/>\
         <v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\">\
         <div style=\"text-align:left\"></div></v:textbox>\
         <x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/>\
         <x:Anchor>{left}, 15, {top}, 2, {right}, 15, {bottom}, 4</x:Anchor>\
         <x:AutoFill>False</x:AutoFill><x:Row>{}</x:Row><x:Column>{}</x:Column>\
         </x:ClientData></v:shape>",
        rows.saturating_mul(13),
        cell.row,
        cell.column
    )
}
