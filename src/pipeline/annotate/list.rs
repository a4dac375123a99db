//! The sheet that lists every finding, with a way to each cell.

use super::marks::{FileMarks, Row, heads};
use super::styles::{Paint, Styles};
use super::xml::escaped;
use crate::diagnostic::{CellRef, Lang};
use crate::import::FINDINGS_TABS;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// All columns on the width of a page that lies, A4.
const PRINTED: &str =
    "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>";

/// The name of the sheet, not yet taken.
pub(super) fn free_tab(taken: &[&str], lang: Lang) -> String {
    let [vi, en] = FINDINGS_TABS;
    let name = lang.pick(vi, en);
    let is_free = |tab: &String| {
        let tab = tab.to_lowercase();
        taken.iter().all(|it| it.to_lowercase() != tab)
    };
    let numbered = (2..).map(|number: u32| format!("{name} ({number})"));
    let mut tabs = std::iter::once(name.to_owned()).chain(numbered);
    tabs.find(is_free).unwrap_or_else(|| name.to_owned())
}

/// What the last row says of findings without a row.
pub(super) fn rest(marks: &FileMarks, lang: Lang) -> Option<String> {
    let rest = marks.unlisted;
    (rest > 0).then(|| match lang {
        Lang::Vi => format!("và còn {rest} phát hiện khác"),
        Lang::En => format!("and {rest} more findings"),
    })
}

/// Where a row leads, as a formula names it: `'Bầu chi ủy'!B9`.
pub(super) fn target(row: &Row) -> Option<String> {
    let (sheet, cells) = row.link.as_ref()?;
    Some(format!("'{}'!{cells}", sheet.replace('\'', "''")))
}

/// The sheet as a part.
pub(super) fn sheet(marks: &FileMarks, styles: &mut Styles, lang: Lang) -> String {
    let wrapped = styles.painted(0, Paint::Wrapped);
    let mut columns = String::new();
    for (number, (_, width)) in (1_u32..).zip(heads(lang)) {
        let column = format!(
            "<col min=\"{number}\" max=\"{number}\" width=\"{width}\" customWidth=\"1\"/>"
        );
        columns.push_str(&column);
    }
    let titles = heads(lang).map(|(title, _)| title.to_owned());
    let mut rows = row(0, &titles, wrapped, wrapped);
    let mut links = String::new();
    for (number, listed) in (1_u32..).zip(&marks.list) {
        let look = styles.painted(0, Paint::Back(listed.look));
        rows.push_str(&row(number, &listed.texts, look, wrapped));
        if let Some(target) = target(listed) {
            let link = format!(
                "<hyperlink ref=\"C{}\" location=\"{}\"/>",
                u64::from(number) + 1,
                escaped(&target)
            );
            links.push_str(&link);
        }
    }
    if let Some(rest) = rest(marks, lang) {
        let number = u32::try_from(marks.list.len()).unwrap_or(u32::MAX);
        let texts = [rest];
        rows.push_str(&row(number.saturating_add(1), &texts, wrapped, wrapped));
    }
    let links = if links.is_empty() {
        links
    } else {
        format!("<hyperlinks>{links}</hyperlinks>")
    };
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <worksheet xmlns=\"{MAIN}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/>\
         </sheetPr><sheetViews><sheetView workbookViewId=\"0\">\
         <pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" \
         state=\"frozen\"/></sheetView></sheetViews><cols>{columns}</cols>\
         <sheetData>{rows}</sheetData>{links}{PRINTED}</worksheet>"
    )
}

/// A row of texts; what looks like a formula stays a text.
fn row(number: u32, texts: &[String], first: u32, others: u32) -> String {
    let mut cells = String::new();
    for (column, text) in (0_u32..).zip(texts) {
        let cell = CellRef {
            row: number,
            column,
        };
        let style = if column == 0 { first } else { others };
        let cell = format!(
            "<c r=\"{cell}\" s=\"{style}\" t=\"inlineStr\"><is>\
             <t xml:space=\"preserve\">{}</t></is></c>",
            escaped(text)
        );
        cells.push_str(&cell);
    }
    format!("<row r=\"{}\">{cells}</row>", u64::from(number) + 1)
}
