//! A copy of an `.xlsx` or `.xlsm` workbook with marks, changed in place: only the parts
//! that a mark needs are written anew, everything else stays byte for byte.

use super::comments;
use super::list;
use super::marks::{FileMarks, SheetMarks};
use super::package::{CONTENT_TYPES, Package, Related};
use super::sheet;
use super::styles::Styles;
use super::xml::{Fault, Walk, attribute, escaped, number, odd, with_child};
use crate::diagnostic::Lang;

const TYPES: &str = "application/vnd.openxmlformats-officedocument";
const RELATIONSHIPS: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A marked copy, and whether it holds macros.
pub(super) struct Copy {
    pub(super) bytes: Vec<u8>,
    pub(super) has_macros: bool,
}

/// The workbook with its marks.
pub(super) fn marked(bytes: &[u8], marks: &FileMarks, lang: Lang) -> Result<Copy, Fault> {
    let mut package = Package::open(bytes)?;
    let has_macros = has_macros(&mut package)?;
    let book = Book::read(&mut package)?;
    let styles_text = package.text(&book.styles)?;
    let mut styles = Styles::read(styles_text)?;
    for (index, marks) in &marks.sheets {
        let place = usize::try_from(*index)?;
        // a mark on a sheet that is not there would be lost
        let tab = book.tabs.get(place).ok_or_else(|| odd("no such sheet"))?;
        let part = tab.part.as_ref().ok_or_else(|| odd("no such sheet"))?;
        mark_sheet(&mut package, part, *index, marks, &mut styles)?;
    }
    add_list(&mut package, &book, marks, &mut styles, lang)?;
    package.put(&book.styles, styles.written()?);
    Ok(Copy {
        bytes: package.packed()?,
        has_macros,
    })
}

/// Whether the file is a workbook of this kind, and whether it holds macros.
fn has_macros(package: &mut Package<'_>) -> Result<bool, Fault> {
    let types = package.text(CONTENT_TYPES)?;
    Ok(types.contains("macroEnabled"))
}

/// A tab of a workbook.
struct Tab {
    name: String,
    /// Its part, if it is a worksheet.
    part: Option<String>,
}

/// A workbook's own part, and what it names.
struct Book {
    part: String,
    xml: String,
    styles: String,
    tabs: Vec<Tab>,
    /// The highest number of a sheet.
    last_id: u32,
}

impl Book {
    fn read(package: &mut Package<'_>) -> Result<Self, Fault> {
        let part = of_kind(&package.related("")?, "officeDocument")
            .ok_or_else(|| odd("no workbook"))?;
        let related = package.related(&part)?;
        let styles = of_kind(&related, "styles").ok_or_else(|| odd("no styles"))?;
        let xml = package.text(&part)?;
        if xml.contains("http://purl.oclc.org/ooxml") {
            return Err(odd("the strict form"));
        }
        let (mut tabs, mut last_id) = (Vec::new(), 0);
        let mut walk = Walk::new(&xml);
        while let Some(piece) = walk.next()? {
            let Some(tag) = piece.begins("sheet").filter(|_| piece.depth == 2) else {
                continue;
            };
            let id = attribute(tag, "id").unwrap_or_default();
            let sheet = related
                .iter()
                .find(|it| it.id == id && it.kind == "worksheet");
            last_id = last_id.max(number(tag, "sheetId").unwrap_or_default());
            tabs.push(Tab {
                name: attribute(tag, "name").unwrap_or_default(),
                part: sheet.map(|sheet| sheet.part.clone()),
            });
        }
        Ok(Self {
            part,
            xml,
            styles,
            tabs,
            last_id,
        })
    }
}

fn of_kind(related: &[Related], kind: &str) -> Option<String> {
    let found = related.iter().find(|it| it.kind == kind)?;
    Some(found.part.clone())
}

/// Paints the cells of a sheet and comments on them.
fn mark_sheet(
    package: &mut Package<'_>,
    part: &str,
    index: u32,
    marks: &SheetMarks,
    styles: &mut Styles,
) -> Result<(), Fault> {
    let xml = package.text(part)?;
    let related = package.related(part)?;
    let mut added = marks.comments.clone();
    if let Some(existing) = of_kind(&related, "comments") {
        let text = package.text(&existing)?;
        let (text, new) = comments::with_comments(&text, &marks.comments)?;
        package.put(&existing, text);
        added = new;
    } else {
        let name = package.free_name("xl/comments", ".xml");
        package.put(&name, comments::part(&added));
        package.declare(&name, &format!("{TYPES}.spreadsheetml.comments+xml"))?;
        package.relate(part, "comments", &format!("/{name}"))?;
    }
    let drawing = sheet::drawing_id(&xml)?;
    let drawn = drawing.and_then(|id| related.iter().find(|it| it.id == id));
    let new_drawing = if let Some(drawn) = drawn {
        let text = package.text(&drawn.part)?;
        package.put(&drawn.part, comments::with_boxes(&text, &added)?);
        None
    } else {
        let name = package.free_name("xl/drawings/vmlDrawing", ".vml");
        // other drawings number their shapes from the position of their sheet
        let block = index.saturating_add(101);
        package.put(&name, comments::drawing(&marks.comments, block));
        package.declare_ending("vml", &format!("{TYPES}.vmlDrawing"))?;
        Some(package.relate(part, "vmlDrawing", &format!("/{name}"))?)
    };
    let painted = sheet::painted(&xml, &marks.looks, styles, new_drawing.as_deref())?;
    package.put(part, painted);
    Ok(())
}

/// Adds the sheet that lists every finding.
fn add_list(
    package: &mut Package<'_>,
    book: &Book,
    marks: &FileMarks,
    styles: &mut Styles,
    lang: Lang,
) -> Result<(), Fault> {
    let taken: Vec<&str> = book.tabs.iter().map(|tab| tab.name.as_str()).collect();
    let tab = list::free_tab(&taken, lang);
    let folder = book.part.rsplit_once('/').map_or("", |(folder, _)| folder);
    let start = if folder.is_empty() {
        "worksheets/sheet".to_owned()
    } else {
        format!("{folder}/worksheets/sheet")
    };
    let name = package.free_name(&start, ".xml");
    package.put(&name, list::sheet(marks, styles, lang));
    package.declare(&name, &format!("{TYPES}.spreadsheetml.worksheet+xml"))?;
    let target = name.strip_prefix(&format!("{folder}/")).unwrap_or(&name);
    let id = package.relate(&book.part, "worksheet", target)?;
    let number = book.last_id.saturating_add(1);
    let xml = with_child(&book.xml, "sheets", |prefix| {
        format!(
            "<{prefix}sheet name=\"{}\" sheetId=\"{number}\" \
             xmlns:bienban=\"{RELATIONSHIPS}\" bienban:id=\"{id}\"/>",
            escaped(&tab)
        )
    })?;
    package.put(&book.part, xml);
    Ok(())
}
