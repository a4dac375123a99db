//! What is marked in each workbook: colours, comments, and a list of all findings.

use crate::diagnostic::{CellRange, CellRef, Diagnostic, Lang, Place, Severity};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Cells of one finding that are coloured; a range may be a whole column.
const COLOURED: usize = 20_000;
/// Letters of one comment.
const LONGEST: usize = 3_000;
/// Findings in the list; the rest is counted.
const LISTED: usize = 5_000;

/// The colour of a cell; the stronger one wins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Look {
    /// Named by a finding at another cell.
    Also,
    /// A warning.
    Warning,
    /// An error.
    Error,
}

impl Look {
    /// Every colour.
    pub(super) const ALL: [Self; 3] = [Self::Also, Self::Warning, Self::Error];

    /// The background as `RRGGBB`.
    pub(super) fn colour(self) -> &'static str {
        match self {
            Self::Also => "FFF5F5",
            Self::Warning => "FFEB9C",
            Self::Error => "FFC7CE",
        }
    }

    fn of(severity: Severity) -> Self {
        match severity {
            Severity::Error => Self::Error,
            Severity::Warning => Self::Warning,
        }
    }
}

/// The marks of one workbook.
#[derive(Debug, Default)]
pub(super) struct FileMarks {
    /// By the position of the tab.
    pub(super) sheets: BTreeMap<u32, SheetMarks>,
    /// Every finding that names the workbook.
    pub(super) list: Vec<Row>,
    /// Findings that the list has no room for.
    pub(super) unlisted: usize,
}

/// The marks of one sheet.
#[derive(Debug, Default)]
pub(super) struct SheetMarks {
    /// Colours by row, then column.
    pub(super) looks: BTreeMap<u32, BTreeMap<u32, Look>>,
    /// Texts of comments.
    pub(super) comments: BTreeMap<CellRef, String>,
}

/// A finding in the list.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) look: Look,
    /// As under [`heads`].
    pub(super) texts: [String; 7],
    /// The sheet and the cells to go to.
    pub(super) link: Option<(String, String)>,
}

/// The heads of the list, with the width of each column.
pub(super) fn heads(lang: Lang) -> [(&'static str, u32); 7] {
    lang.pick(
        [
            ("Mức, mã", 16),
            ("Tệp", 24),
            ("Trang tính, ô", 26),
            ("Nội dung", 48),
            ("Thấy", 36),
            ("Cần", 36),
            ("Nên", 44),
        ],
        [
            ("Severity, code", 16),
            ("File", 24),
            ("Sheet, cell", 26),
            ("Message", 48),
            ("Found", 36),
            ("Expected", 36),
            ("Hint", 44),
        ],
    )
}

/// The marks of every workbook that a finding names.
pub(super) fn marks_of<'a>(
    findings: impl Iterator<Item = &'a Diagnostic>,
    lang: Lang,
) -> BTreeMap<Arc<str>, FileMarks> {
    let mut files: BTreeMap<Arc<str>, FileMarks> = BTreeMap::new();
    for finding in findings {
        let look = Look::of(finding.severity());
        let text = comment(finding, lang);
        mark(&mut files, &finding.place, look, &text);
        for place in &finding.also {
            let pointer = pointer(finding, &place.file, lang);
            mark(&mut files, place, Look::Also, &pointer);
        }
        let mut named: Vec<&Arc<str>> = vec![&finding.place.file];
        named.extend(finding.also.iter().map(|place| &place.file));
        named.sort();
        named.dedup();
        for file in named {
            let marks = files.entry(Arc::clone(file)).or_default();
            if marks.list.len() < LISTED {
                marks.list.push(row(finding, file, lang));
            } else {
                marks.unlisted += 1;
            }
        }
    }
    files
}

/// Colours the cells of a place; the first of them gets the comment.
fn mark(
    files: &mut BTreeMap<Arc<str>, FileMarks>,
    place: &Place,
    look: Look,
    text: &str,
) {
    let (Some(sheet), Some(cells)) = (&place.sheet, place.cells) else {
        return;
    };
    let file = files.entry(Arc::clone(&place.file)).or_default();
    let marks = file.sheets.entry(sheet.index).or_default();
    for cell in all(cells).take(COLOURED) {
        let row = marks.looks.entry(cell.row).or_default();
        let kept = row.entry(cell.column).or_insert(look);
        *kept = look.max(*kept);
    }
    let comment = marks.comments.entry(cells.first).or_default();
    if comment.is_empty() {
        text.clone_into(comment);
    } else if !comment.contains(text) && comment.len() < LONGEST {
        *comment = format!("{comment}\n\n{text}");
    }
}

fn all(cells: CellRange) -> impl Iterator<Item = CellRef> {
    (cells.first.row..=cells.last.row).flat_map(move |row| {
        let columns = cells.first.column..=cells.last.column;
        columns.map(move |column| CellRef { row, column })
    })
}

fn label(finding: &Diagnostic, lang: Lang) -> String {
    let word = match finding.severity() {
        Severity::Error => lang.pick("lỗi", "error"),
        Severity::Warning => lang.pick("cảnh báo", "warning"),
    };
    format!("{word}[{}]", finding.code())
}

/// What stands in the comment at a faulty cell.
fn comment(finding: &Diagnostic, lang: Lang) -> String {
    let wording = finding.wording(lang);
    let mut text = format!("{}: {}", label(finding, lang), wording.message);
    let cells = finding.place.cells;
    if let Some(cells) = cells.filter(|cells| cells.first != cells.last) {
        text = format!("{text}\n{}: {cells}", lang.pick("ở", "at"));
    }
    let rows = [
        (lang.pick("thấy", "found"), wording.found),
        (lang.pick("cần", "expected"), wording.expected),
        (lang.pick("nên", "hint"), wording.hint),
    ];
    for (label, words) in rows {
        if let Some(words) = words {
            text = format!("{text}\n{label}: {words}");
        }
    }
    text
}

/// What stands in the comment at a cell that contradicts another.
fn pointer(finding: &Diagnostic, file: &str, lang: Lang) -> String {
    let message = finding.wording(lang).message;
    let (label, place) = (label(finding, lang), &finding.place);
    let place = match (&place.sheet, place.cells) {
        (Some(sheet), Some(cells)) if *place.file == *file => {
            format!("{} › {cells}", sheet.name)
        }
        _ => place.to_string(),
    };
    match lang {
        Lang::Vi => format!("xem {label} ở {place}: {message}"),
        Lang::En => format!("see {label} at {place}: {message}"),
    }
}

fn row(finding: &Diagnostic, file: &str, lang: Lang) -> Row {
    let wording = finding.wording(lang);
    let place = &finding.place;
    let sheet = place.sheet.as_ref().map(|sheet| sheet.name.to_string());
    let cells = place.cells.map(|cells| cells.to_string());
    let is_here = *place.file == *file;
    let link = sheet.clone().filter(|_| is_here).map(|sheet| {
        let cells = cells.clone().unwrap_or_else(|| "A1".to_owned());
        (sheet, cells)
    });
    let at = [sheet, cells].into_iter().flatten();
    Row {
        look: Look::of(finding.severity()),
        texts: [
            label(finding, lang),
            place.file.to_string(),
            at.collect::<Vec<_>>().join(" › "),
            wording.message,
            wording.found.unwrap_or_default(),
            wording.expected.unwrap_or_default(),
            wording.hint.unwrap_or_default(),
        ],
        link,
    }
}
