//! English. Labels, sheets and columns keep their Vietnamese names.

mod count;
mod designation;
mod hands;
mod list;
mod member;
mod office;
mod paper;
mod person;
mod reading;

use super::Wording;
use crate::diagnostic::{
    Awaited, Bulk, DateFault, Disguise, Found, PictureFault, Problem, Seen, SeenKind,
    Unread,
};

fn seen(seen: &Seen) -> String {
    let kind = match seen.kind {
        SeenKind::Empty => return "an empty cell".to_owned(),
        SeenKind::Text => "text",
        SeenKind::Number => "number",
        SeenKind::Date => "date or time",
        SeenKind::Truth => "true/false",
        SeenKind::Error => "error",
        SeenKind::Formula => "formula never calculated",
    };
    format!("“{}” ({kind})", seen.text)
}

fn date_hint(fault: &DateFault) -> String {
    let hint = match fault {
        DateFault::Unreadable => {
            "type it again; where the day is not known, month/year or the year"
        }
        DateFault::ShortYear => "type the year with four digits",
        DateFault::NoYear => "type the year too; Excel adds one of its own otherwise",
        DateFault::Serial { day } => {
            return format!("perhaps {day} without its form; if so, type the date");
        }
        DateFault::Several => "type one date in each cell",
    };
    hint.to_owned()
}

fn perhaps(nearest: Option<&String>) -> Option<String> {
    nearest.map(|name| format!("did you mean “{name}”?"))
}

/// A file that is no workbook.
fn kind_of_file(found: Found) -> &'static str {
    match found {
        Found::Empty => "an empty file",
        Found::Damaged => "a workbook that is broken or cut short",
        Found::Word => "a text document (Word)",
        Found::Presentation => "slides (PowerPoint)",
        Found::Pdf => "a PDF",
        Found::Picture => "a picture",
        Found::Archive => "an archive that is no workbook",
        Found::OldExcel => "a workbook of Excel 4 or before",
        Found::SpreadsheetXml => "a workbook in XML",
        Found::WebPage => "a web page without a table",
        Found::WebArchive => "a web page in one file (.mht)",
        Found::Text => "text that is no table",
        Found::Unknown => "a file of an unknown kind",
    }
}

/// What there is too much of.
fn bulk(what: Bulk) -> &'static str {
    match what {
        Bulk::Rows => "rows",
        Bulk::Columns => "columns",
        Bulk::Cells => "cells",
        Bulk::TextBytes => "bytes of text",
        Bulk::UnpackedBytes => "bytes when unpacked",
        Bulk::PartyCells => "party cells",
        Bulk::MergedRegions => "merged regions",
        Bulk::Area => "cells of the sheets from corner to corner, empty ones too",
        Bulk::Sheets => "sheets",
        Bulk::CellTextBytes => "bytes of text in one cell",
        Bulk::Parts => "parts of the file",
        Bulk::Tags => "XML tags",
        Bulk::FileBytes => "bytes of the file",
        Bulk::BatchBytes => "bytes of the batch",
    }
}

/// A result that rests on a reading.
#[expect(clippy::too_many_lines, reason = "a table of words, one row a problem")]
pub(super) fn of(problem: &Problem) -> Wording {
    let say = |message: &str| Wording::new(message);
    match problem {
        Problem::NotAWorkbook { found, reason } => {
            say("the file does not open as a workbook")
                .found(match reason {
                    Some(reason) => format!("{} ({reason})", kind_of_file(*found)),
                    None => kind_of_file(*found).to_owned(),
                })
                .expected("an .xlsx, .xlsm, .xlsb, .xls or .ods file")
                .hint("open it in Excel and save it as .xlsx")
        }
        Problem::Password => say("the workbook has a password")
            .expected("a workbook without a password")
            .hint("remove the password in Excel (File, Info, Protect Workbook) and save"),
        Problem::SheetMissing { sheet, .. } => {
            Wording::new(format!("sheet “{sheet}” is missing"))
                .expected(format!("a sheet named “{sheet}”"))
                .hint("add the sheet, or rename the one that is meant")
        }
        Problem::LabelMissing { label } => Wording::new(format!("“{label}” is missing"))
            .expected(format!("“{label}” in column A, its value in column B"))
            .hint("add the label, or fill in the value beside it"),
        Problem::ColumnMissing { column, nearest } => {
            Wording::new(format!("column “{column}” is missing"))
                .expected(format!("a column headed “{column}”"))
                .hint_if(perhaps(nearest.as_ref()))
        }
        Problem::CellEmpty { what } => Wording::new(format!("“{what}” is empty"))
            .found("an empty cell")
            .expected(format!("a value for “{what}”"))
            .hint("fill in the cell"),
        Problem::NotACount { seen: it } => say("not a whole number, zero or more")
            .found(seen(it))
            .expected("a whole number, such as 25")
            .hint("type it in digits, without words"),
        Problem::NotADate { seen: it, fault } => {
            say("does not read as a date that the calendar has")
                .found(seen(it))
                .expected("day/month/year such as 05/9/1984; or 9/1984; or 1984")
                .hint(date_hint(fault))
        }
        Problem::DateNotFull { seen: it } => say("the date lacks its day or month")
            .found(seen(it))
            .expected("day/month/year, such as 29/8/2022")
            .hint("type day, month and year"),
        Problem::NotAChoice {
            seen: it,
            choices,
            nearest,
        } => say("not one of the words that this cell takes")
            .found(seen(it))
            .expected(choices.join(", "))
            .hint_if(perhaps(nearest.as_ref())),
        Problem::NotAMark {
            seen: it,
            has_surplus,
            names,
            seats,
        } => {
            let list = match seats {
                Some(seats) => format!("{seats} of a list of {names}"),
                None => format!("a list of {names}"),
            };
            let (expected, hint) = if *has_surplus {
                (
                    "x (voted for), or nothing",
                    format!("{list}, with surplus: each ballot has x where it votes"),
                )
            } else {
                (
                    "Đ (for), K (against), ĐK (both boxes), or nothing",
                    format!(
                        "{list}, no surplus: each ballot is for (Đ) or against (K) each name"
                    ),
                )
            };
            say("not a mark that ballots of this list take")
                .found(seen(it))
                .expected(expected)
                .hint(hint)
        }
        Problem::NotATime { seen: it } => say("does not read as hours and minutes")
            .found(seen(it))
            .expected("hours and minutes, such as 14 giờ 00")
            .hint("type the time again, such as 14 giờ 00 or 14:00"),
        Problem::ErrorCell { seen: it } if it.kind == SeenKind::Formula => {
            say("a formula never calculated, which has no value")
                .found(seen(it))
                .expected("a value")
                .hint("open the file in Excel, press F9 and save; or type the value")
        }
        Problem::ErrorCell { seen: it } => say("an error cell")
            .found(seen(it))
            .expected("a value")
            .hint("mend the formula, or type the value"),
        Problem::SheetUnknown { nearest } => say("unknown sheet, not read")
            .expected("the name of a known sheet, such as “Đảng viên”")
            .hint(perhaps(nearest.as_ref()).unwrap_or_else(|| {
                "rename it if it should be read; leave it if it is a note".to_owned()
            })),
        Problem::LabelUnknown { label, nearest } => {
            Wording::new(format!("“{label}” is unknown, not read"))
                .expected("a known label or header")
                .hint(perhaps(nearest.as_ref()).unwrap_or_else(|| {
                    "rename it if it should be read; leave it if it is a note".to_owned()
                }))
        }
        Problem::NoHeader { seen: it } => say("cells under no header, not read")
            .found(seen(it))
            .hint("give that column a header, or move them out of the rows of the table"),
        Problem::SheetTwice { sheet } => {
            Wording::new(format!("sheet “{sheet}” stands twice"))
                .expected("once for each cell")
                .hint("keep the right one, delete the other")
        }
        Problem::CellsInFolder { folder } => Wording::new(format!(
            "subfolder “{folder}” holds workbooks of several cells"
        ))
        .expected("a subfolder for each cell")
        .hint(format!(
            "if “{folder}” is a whole batch, run again with that folder itself; \
                     if not, move the files of other cells out of it"
        )),
        Problem::InvisibleCharacters { seen, kept } => say(
            "invisible characters, left out in print",
        )
        .found(format!("“{seen}” (text)"))
        .expected(format!("“{kept}”"))
        .hint("see whether what is left is right; if letters are lost, type it again"),
        Problem::LabelTwice { label } => {
            Wording::new(format!("“{label}” has two values"))
                .expected("one value")
                .hint("delete the row that is too many")
        }
        Problem::CellTwice { cell } => {
            Wording::new(format!("cell “{cell}” has two files in one batch"))
                .expected("one file for each cell")
                .hint("move the old copy out of the folder")
        }
        Problem::ListedWithoutFile { cell } => {
            Wording::new(format!("cell “{cell}” has no workbook yet"))
                .expected("a workbook with that name under “Chi bộ”")
                .hint("add the cell's workbook, or correct the name on the list")
        }
        Problem::NotListed { cell } => {
            Wording::new(format!("cell “{cell}” is not on the committee's list"))
                .expected("a name on the committee's sheet “Chi bộ”")
                .hint("check the name, or add it to the sheet “Chi bộ”")
        }
        Problem::LeftOut { what } => {
            say("facts are absent; the sentence or section is left out")
                .found("empty")
                .expected(what.join("; "))
                .hint("fill them in if there are any; else leave them empty")
        }
        Problem::BeforeCongress => {
            say("before the congress: no attendance and no counts yet")
                .expected("afterwards: the column Dự đại hội and the ballots' counts")
                .hint("the papers about its results wait")
        }
        Problem::SecondParent => say("a batch with two workbooks of the committee")
            .expected("at most one workbook with a sheet “Đảng bộ”")
            .hint("move the old copy out of the folder"),
        Problem::NoWorkbook => say("the folder holds no workbook")
            .expected("at least one .xlsx file of a cell")
            .hint("check the path of the folder"),
        Problem::NotReadYet { what: Unread::Csv } => say(
            "a .csv file is read in the subfolder of a cell only",
        )
        .hint(
            "put the .csv files of a cell into one subfolder, each named after its sheet",
        ),
        Problem::NoRows => say("the table has no rows")
            .expected("a header row, then one row for each entry")
            .hint("fill in rows under the header"),
        Problem::TooLarge { limit, what } => {
            let what = bulk(*what);
            Wording::new(format!("the workbook is too large: {what}"))
                .expected(format!("at most {limit}"))
                .hint("delete rows, columns and sheets not needed and save as .xlsx")
        }
        Problem::LegacyText {
            encoding,
            before,
            after,
        } => Wording::new(format!("text in {encoding}, converted to Unicode"))
            .found(format!("“{before}”"))
            .expected(format!("“{after}”"))
            .hint("see whether it is right; better convert it in Excel for good"),
        Problem::Disguised { what } => say("the file is not what its ending says; read")
            .found(match what {
                Disguise::Html => "a web page (HTML)",
                Disguise::DelimitedText => "text with separators (CSV)",
                Disguise::Workbook => "a workbook of Excel",
            })
            .hint("open it in Excel and save it as .xlsx"),
        Problem::NotUnicode => say("a text file that is not in Unicode")
            .expected("UTF-8 or UTF-16")
            .hint("save it from Excel as CSV UTF-8 or as .xlsx"),
        Problem::SheetByContent { sheet } => Wording::new(format!(
            "a sheet of another name, read as “{sheet}” for what it holds"
        ))
        .hint(format!("rename the sheet to “{sheet}”")),
        Problem::DaySwapped { seen: it, other } => {
            say("day and month may have changed places")
                .found(seen(it))
                .expected(format!("perhaps {other}"))
                .hint("compare with the file; type the date again if it is wrong")
        }
        Problem::NameTidied { seen, kept } => {
            say("a name with a title, or all in capitals")
                .found(format!("“{seen}”"))
                .expected(format!("“{kept}”"))
                .hint("papers print the tidied name; type it again if that is wrong")
        }
        Problem::RowOfNoCell { cell, nearest } => if cell.is_empty() {
            say("the row names no cell")
        } else {
            Wording::new(format!("“Thông tin” has no cell “{cell}”"))
        }
        .expected("the name of a cell on “Thông tin”")
        .hint(perhaps(nearest.as_ref()).unwrap_or_else(|| {
            "correct the cell's name in this row, or add the cell to “Thông tin”"
                .to_owned()
        })),
        Problem::DittoOfNothing { seen: it } => say("a ditto mark with nothing above it")
            .found(seen(it))
            .expected("a value in the cell just above")
            .hint("type the value into the cell"),
        Problem::TableNotRead { .. } => {
            say("the sheet has a further table, which is not read")
                .expected("one table on each sheet")
                .hint("move that table to a sheet of its own")
        }
        Problem::MembersWhoLeft { title, last } => Wording::new(match last {
            Some(last) => {
                format!("from here to row {last} members who left the cell, not read")
            }
            None => "from here on members who left the cell, not read".to_owned(),
        })
        .found(format!("“{title}”"))
        .expected("members of the cell, above this row")
        .hint("move whoever still belongs to the cell above this row"),
        Problem::UnderBothSexes { men, women } => {
            say("both “Nam” and “Nữ” are filled; nobody knows which is meant")
                .found(format!("Nam {}, Nữ {}", seen(men), seen(women)))
                .expected("one of the two columns filled")
                .hint("clear the cell typed by mistake")
        }
        Problem::SeveralPeople { label, seen: it } => {
            Wording::new(format!("“{label}” names several people"))
                .found(seen(it))
                .expected("the name of one person")
                .hint("keep one of them; others belong beside another label")
        }
        Problem::UncertainReading { reading } => reading::of(reading),
        Problem::BeforeRegulations { number } => {
            say("the congress is older than every regulation that is known")
                .expected(format!("judged by {number}"))
                .hint("look at the year of Ngày đại hội again")
        }
        Problem::Member(fault) => member::of(fault),
        Problem::Count(fault) => count::of(fault),
        Problem::List(fault) => list::of(fault),
        Problem::Person(fault) => person::of(fault),
        Problem::Office(fault) => office::of(fault),
        Problem::Hands(fault) => hands::of(fault),
        Problem::Designation(fault) => designation::of(fault),
        Problem::Paper(fault) => paper::of(fault),
        Problem::TemplateSyntax { reason, line } => {
            Wording::new(format!("the template cannot be read: {reason}"))
                .found(line.clone())
        }
        Problem::TemplateKey { key, nearest, line } => {
            Wording::new(format!("there is no key “{key}”"))
                .found(line.clone())
                .hint_if(perhaps(nearest.as_ref()))
        }
        Problem::Markup { reason, line } => {
            Wording::new(format!("markup is not well formed: {reason}"))
                .found(line.clone())
        }
        Problem::MarkupUnknown {
            name,
            nearest,
            line,
        } => Wording::new(format!("there is no element or attribute “{name}”"))
            .found(line.clone())
            .hint_if(perhaps(nearest.as_ref())),
        Problem::TemplateUnknown { nearest } => {
            say("no template has the name of this file")
                .hint_if(perhaps(nearest.as_ref()))
        }
        Problem::PictureUnread { file, why } => Wording::new(format!(
            "the picture cannot be read: {}",
            picture_fault(*why)
        ))
        .found(file.clone())
        .expected("a JPEG or PNG file in the folder of the workbook")
        .hint("correct the file's name, or save the picture anew and run again"),
        Problem::CommitteeWaits { cells } => {
            say("the committee's papers are not written yet: they wait for cells")
                .found(awaited(cells))
                .expected("the results of every cell of the list")
        }
        Problem::NoGlyph {
            character,
            text,
            paper,
        } => Wording::new(format!("the character “{character}” cannot be printed"))
            .found(format!("“{text}” in {paper}"))
            .expected("ordinary letters and marks")
            .hint("replace the character in the workbook"),
        Problem::EditedKept { kept_as } => {
            say("the paper was edited since it was written; the edited one is kept")
                .found(kept_as.clone())
        }
        Problem::OutOfDate { folder } => {
            say("the old papers are left as they are and no longer match the workbook")
                .found(folder.clone())
                .hint("mend the errors named above and run again")
        }
    }
}

fn picture_fault(why: PictureFault) -> &'static str {
    match why {
        PictureFault::Missing => "there is no such file",
        PictureFault::Outside => "it lies outside the folder",
        PictureFault::Format => "it is neither JPEG nor PNG",
        PictureFault::Broken => "the file is broken",
        PictureFault::TooLarge => "the file is too large",
    }
}

fn awaited(cells: &[(String, Awaited)]) -> String {
    let named = cells.iter().map(|(name, why)| {
        let why = match why {
            Awaited::Missing => "no workbook",
            Awaited::Faulty => "errors in its workbook",
            Awaited::Unsettled => "results or decisions are missing",
        };
        format!("{name} ({why})")
    });
    named.collect::<Vec<_>>().join("; ")
}
