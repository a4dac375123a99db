//! English. Labels, sheets and columns keep their Vietnamese names.

mod designation;
mod list;
mod member;
mod paper;

use super::{Wording, added, label, sum};
use crate::diagnostic::{
    Awaited, Bulk, Chosen, DateFault, Decide, Disguise, Found, PictureFault, Problem,
    Reading, RoundFault, Seen, SeenKind, Unread,
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

fn chosen(result: Chosen) -> &'static str {
    match result {
        Chosen::Elected => "elected",
        Chosen::NotElected => "not elected",
        Chosen::Alternate => "alternate",
        Chosen::Tied => "tied, not elected",
    }
}

fn fault(fault: RoundFault) -> &'static str {
    match fault {
        RoundFault::NotFirst => "no sheet of the first ballot",
        RoundFault::Gap => "no sheet of the ballot before it",
        RoundFault::BeforeNotCounted => "the ballot before it has no counts",
        RoundFault::AfterComplete => "the ballot before it filled all seats",
        RoundFault::TieUndecided => "the ballot before it was tied, and nothing decided",
        RoundFault::Stopped => "the congress decided to vote no more",
        RoundFault::OtherDecision => "the congress decided another kind of ballot",
    }
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
#[expect(clippy::too_many_lines, reason = "a table of words, one row a reading")]
fn reading(reading: &Reading) -> Wording {
    let say = |message: &str| Wording::new(message);
    match reading {
        Reading::WonBelowHalf { names, base } => {
            say("a re-vote among the tied: the higher count wins, though not over half")
                .found(format!("{}; base {base}", names.join(", ")))
                .hint("compare the regulation on ties before the result is announced")
        }
        Reading::NeitherBox { ballots } => {
            say("a ballot of one name with neither box marked counts as invalid")
                .found(format!("ballots: {ballots}"))
                .hint("the counting board decides, and its minutes say so")
        }
        Reading::AgreesToNobody { ballots } => {
            say("without surplus, a ballot that agrees to nobody counts as valid")
                .found(format!("ballots: {ballots}"))
                .hint("if the board refuses it, give the reason in the row Không hợp lệ")
        }
        Reading::OverSeats {
            ballots,
            seats,
            alternates,
        } => say(
            "a ballot that names more people than there are seats counts as invalid",
        )
        .found(format!(
            "ballots: {ballots}; {seats} seats, {alternates} alternates"
        ))
        .hint("if alternates may be named on the same ballot, type the counts instead"),
        Reading::AlternatesOpen { names } => {
            say("a re-vote filled the seats; the alternates of the first list are open")
                .found(names.join(", "))
                .expected("the others with more than half, by their votes")
                .hint("name the alternates as the congress decided")
        }
        Reading::QuorumOfOfficial { present, summoned } => {
            say("two thirds of the official members are present, but not of all members")
                .found(format!("{present} present / {summoned} summoned"))
                .hint("ask the higher committee which of them count")
        }
        Reading::QuorumWithoutExempt {
            present,
            summoned,
            away,
        } => say("two thirds are present if members exempt and away do not count")
            .found(format!(
                "{present}/{} present",
                summoned.saturating_add(*away)
            ))
            .expected(format!("{present}/{summoned} without the {away} exempt"))
            .hint("ask the higher committee: the words on this were not read"),
        Reading::BasisNotRead => {
            say("which regulation on carrying out the Statutes was in force is not known")
                .expected("a basis line on the Statutes that is right on that day")
                .hint("look at what each paper rests on before it is signed")
        }
        Reading::NotRead => {
            say("the regulation on carrying out the Statutes on that day was not read")
                .expected("24-QĐ/TW (point 22) or 294-QĐ/TW")
                .hint("compare the regulation in force")
        }
    }
}

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
        Problem::MatrixDiffers {
            label,
            typed,
            counted,
        } => Wording::new(format!("“{label}” is not what the single ballots give"))
            .found(typed.to_string())
            .expected(format!("{counted} (counted ballot by ballot)"))
            .hint("look at the ballots' columns again, or clear the typed figure"),
        Problem::TotalDiffers {
            label,
            typed,
            counted,
        } => Wording::new(format!("“{label}” differs from the member list"))
            .found(format!("{typed} (typed)"))
            .expected(format!("{counted} (counted in the list)"))
            .hint("correct the typed number, or the list"),
        Problem::TotalsDoNotAdd {
            official,
            probationary,
            all,
        } => say("the total is not the sum of its parts")
            .found(sum(&[
                (*official, label::OFFICIAL),
                (*probationary, label::PROBATIONARY),
            ]))
            .expected(format!("{all} ({})", label::ALL))
            .hint("count again and correct the wrong number"),
        Problem::NotQuorate { present, summoned } => {
            say("fewer than two thirds of the official members summoned are present")
                .found(format!("{present}/{summoned} present"))
                .expected(format!(
                    "at least {} present",
                    (u64::from(*summoned) * 2).div_ceil(3)
                ))
                .hint("check the column Dự đại hội; if it is right, the congress is void")
        }
        Problem::MemberTwice { name } => {
            Wording::new(format!("“{name}” has two rows in the list"))
                .expected("one row for each member")
                .hint(
                    "delete one row; if they are two people, correct birth date or card",
                )
        }
        Problem::SameName { name } => Wording::new(format!("two members named “{name}”"))
            .hint("two people: leave it; one person: delete a row"),
        Problem::CardTwice { card } => {
            Wording::new(format!("the card number “{card}” stands in two rows"))
                .expected("one number and one row for each member")
                .hint("delete one row; if they are two people, correct the number")
        }
        Problem::OfficialLater { name } => {
            say("official only after the congress, and so counts as dự bị")
                .found(format!("“{name}”"))
                .expected("Ngày chính thức not after Ngày đại hội, or empty")
                .hint("if one of the dates is wrong, correct it")
        }
        Problem::ElsewherePresent { name } => Wording::new(format!(
            "“{name}” belongs elsewhere for a time and attends: not in the base"
        ))
        .hint("if the member is back, correct the column Tình trạng"),
        Problem::ExcludedPresent { name } => Wording::new(format!(
            "“{name}” is suspended or charged, but marked present"
        ))
        .expected("not present; not among those summoned"),
        Problem::IssuedOverPresent { issued, present } => {
            say("more ballots issued than official members present")
                .found(format!("{issued} issued"))
                .expected(format!("at most {present} (present at the vote)"))
                .hint("correct the number issued, or the column Dự đại hội")
        }
        Problem::IssuedUnderPresent { issued, present } => {
            let missing = present.saturating_sub(*issued);
            Wording::new(format!("{missing} present did not take a ballot"))
                .found(format!("{issued} issued"))
                .expected(format!("{present} (present at the vote)"))
        }
        Problem::ReturnedOverIssued { returned, issued } => {
            say("more ballots returned than issued")
                .found(format!("{returned} returned"))
                .expected(format!("at most {issued} (issued)"))
                .hint("count again and correct the wrong number")
        }
        Problem::ReturnedUnderIssued { returned, issued } => {
            let missing = issued.saturating_sub(*returned);
            Wording::new(format!("{missing} ballots issued were not returned"))
                .found(format!("{returned} returned"))
                .expected(format!("{issued} (issued)"))
        }
        Problem::BallotsDoNotAdd {
            valid,
            invalid,
            returned,
        } => say("returned ballots are not valid plus invalid ones")
            .found(sum(&[(*valid, label::VALID), (*invalid, label::INVALID)]))
            .expected(format!("{returned} ({})", label::RETURNED))
            .hint("count again and correct one of the three"),
        Problem::VotesOverValid { name, votes, valid } => Wording::new(format!(
            "“{name}” has more votes than there are valid ballots"
        ))
        .found(format!("{votes} votes"))
        .expected(format!("at most {valid} (valid)"))
        .hint("count again and correct the wrong number"),
        Problem::VotesOverAllowed {
            votes,
            valid,
            seats,
            alternates,
        } => say("more votes than the valid ballots can give")
            .found(added(votes))
            .expected(match alternates {
                0 => format!(
                    "at most {valid} × {seats} = {} (valid × seats)",
                    u64::from(*valid) * u64::from(*seats)
                ),
                _ => format!(
                    "at most {valid} × ({seats} + {alternates}) = {} (valid × seats and alternates)",
                    u64::from(*valid) * (u64::from(*seats) + u64::from(*alternates))
                ),
            })
            .hint("count again; a ballot for more people than seats is invalid"),
        Problem::VotesUnderValid { votes, valid } => {
            say("fewer votes than valid ballots")
                .found(added(votes))
                .expected(format!("at least {valid} (valid)"))
                .hint("count again; a ballot for nobody is invalid")
        }
        Problem::ForAndAgainstOverValid {
            name,
            agreed,
            against,
            valid,
        } => Wording::new(format!(
            "“{name}” has more votes for and against than there are valid ballots"
        ))
        .found(format!("{agreed} for, {against} against"))
        .expected(format!("together at most {valid} (valid)"))
        .hint("count again and correct the wrong number"),
        Problem::ForAndAgainstNotValid {
            name,
            agreed,
            against,
            valid,
        } => Wording::new(format!(
            "votes for and against “{name}” are not the valid ballots"
        ))
        .found(format!("{agreed} for, {against} against"))
        .expected(format!("together {valid} (valid)"))
        .hint("with one name, a ballot marked twice or not at all is invalid"),
        Problem::DeclaredDiffers {
            name,
            declared,
            computed,
            votes,
            threshold,
        } => {
            let reason = threshold.map_or_else(
                || "the higher count wins".to_owned(),
                |least| format!("{least} are needed"),
            );
            Wording::new(format!(
                "the declared result of “{name}” is not the regulation's"
            ))
            .found(format!("{} (declared)", chosen(*declared)))
            .expected(format!("{}: {votes} votes, {reason}", chosen(*computed)))
            .hint("correct the column Kết quả, or the votes")
        }
        Problem::CandidateUnknown { name, nearest } => {
            Wording::new(format!("“{name}” is not on the cell's member list"))
                .expected("an official member of the list")
                .hint_if(perhaps(nearest.as_ref()))
        }
        Problem::CandidateNotOfficial { name } => {
            Wording::new(format!("“{name}” is not an official member of the cell"))
                .expected("an official member of the list")
                .hint("correct the name, or Ngày chính thức in the member list")
        }
        Problem::CandidateExcluded { name } => Wording::new(format!(
            "“{name}” is suspended or charged, and not summoned"
        ))
        .expected("an official member who is summoned")
        .hint("correct the name, or Tình trạng in the member list"),
        Problem::NotOfCommittee { name, office } => Wording::new(format!(
            "“{name}” stands for {office}, and is not elected to the committee"
        ))
        .expected("one of the committee elected by this congress")
        .hint("correct the name, or the votes for the committee"),
        Problem::OfficeTooEarly { office, before } => Wording::new(format!(
            "the ballot for {office} is counted before {before} is settled"
        ))
        .expected("committee, secretary and deputy elected in this order")
        .hint(format!(
            "type the votes or the decision of the ballot for {before}"
        )),
        Problem::SecretaryForDeputy { name } => Wording::new(format!(
            "“{name}” is elected secretary, and stands for deputy"
        ))
        .expected("somebody else; of the committee, if the cell has one")
        .hint("correct the name on one of the two lists"),
        Problem::BoardOnList { name } => Wording::new(format!(
            "“{name}” counts the ballots of a list that has the name"
        ))
        .expected("an official member who is not on this ballot's list")
        .hint("correct the name on the counting board, or on the list"),
        Problem::BoardUnknown { name, nearest } => Wording::new(format!(
            "“{name}” of the counting board is not on the cell's member list"
        ))
        .expected("an official member present at the congress")
        .hint_if(perhaps(nearest.as_ref())),
        Problem::BoardNotOfficial { name } => Wording::new(format!(
            "“{name}” of the counting board is not an official member of the cell"
        ))
        .expected("an official member present at the congress")
        .hint("correct the name, or Ngày chính thức in the member list"),
        Problem::BoardExcluded { name } => Wording::new(format!(
            "“{name}” of the counting board is suspended or charged, and not summoned"
        ))
        .expected("an official member present at the congress")
        .hint("correct the name, or the column Tình trạng"),
        Problem::BoardAbsent { name } => {
            Wording::new(format!("“{name}” of the counting board was absent"))
                .expected("an official member present at the congress")
                .hint("correct the name, or the column Dự đại hội")
        }
        Problem::CommitteeInSmallCell { official } => Wording::new(format!(
            "a committee in a cell of {official} official members"
        ))
        .found(format!("{official} official members"))
        .expected("nine official members or more elect a committee")
        .hint("delete its sheet, or correct Ngày chính thức in the member list"),
        Problem::OfficeTooLarge {
            office,
            seats,
            most,
        } => Wording::new(format!("{office}: more seats than there may be"))
            .found(format!("{seats} seats"))
            .expected(format!("at most {most}"))
            .hint("correct Số lượng bầu"),
        Problem::ElectedOverSeats {
            office,
            elected,
            seats,
        } => Wording::new(format!("{office}: more elected than seats"))
            .found(format!("{elected} elected"))
            .expected(format!("at most {seats} (Số lượng bầu)"))
            .hint("correct Số lượng bầu of its ballots"),
        Problem::ElectedTwice { name, office } => {
            Wording::new(format!("“{name}” is elected twice: {office}"))
                .expected("nobody elected before on a later list")
        }
        Problem::ElectedStandsAgain { name, office } => Wording::new(format!(
            "“{name}” is elected ({office}), and stands in a later ballot"
        ))
        .expected("nobody elected is on a later list")
        .hint("correct the name on one of the two lists"),
        Problem::DecisionNeeded {
            office,
            decide,
            still_to_elect,
            of_alternates,
            tied,
        } => {
            let choices = match decide {
                Decide::NextRound => "bầu tiếp (another round), or không bầu nữa (none)",
                Decide::Revote => {
                    "bầu lại (again among the tied), or không bầu nữa (none)"
                }
                Decide::AskHigherCommittee => {
                    "đề nghị chỉ định (ask the higher committee)"
                }
            };
            let state = match (tied.as_slice(), of_alternates) {
                ([], false) => format!("{still_to_elect} still to elect"),
                ([], true) => format!("alternates still to elect: {still_to_elect}"),
                (tied, false) => format!("tied: {}", tied.join(", ")),
                (tied, true) => format!("tied as alternates: {}", tied.join(", ")),
            };
            Wording::new(format!("{office}: the congress has to decide"))
                .found(state)
                .expected(format!("Quyết định của đại hội: {choices}"))
                .hint("type the decision on the ballot's sheet; the papers about results wait")
        }
        Problem::OfficeWithoutSheet { office, official } => Wording::new(format!(
            "a cell of {official} official members, and no sheet for {office}"
        ))
        .expected(format!("a sheet “Bầu {office}”")),
        Problem::RoundContradicts { office, fault: it } => Wording::new(format!(
            "{office}: the ballot contradicts the one before"
        ))
        .found(fault(*it))
        .expected("bầu tiếp: a sheet (lần 2); bầu lại: a sheet (bầu lại)")
        .hint("type Quyết định của đại hội on the ballot before, or rename the sheet"),
        Problem::RoundMissing { office, decided } => {
            let (decision, tab) = match decided {
                Decide::NextRound => ("bầu tiếp", "(lần …)"),
                Decide::Revote => ("bầu lại", "(bầu lại)"),
                Decide::AskHigherCommittee => ("đề nghị chỉ định", ""),
            };
            Wording::new(format!(
                "{office}: the ballot that was decided has no sheet"
            ))
            .found(format!("{decision} (typed)"))
            .expected(format!("a sheet “Bầu {office} {tab}”"))
            .hint("add the sheet of the later ballot, or type không bầu nữa")
        }
        Problem::PresentAtVote { typed, least, most } => {
            say("the number present at the vote does not match the list")
                .found(format!("{typed} (typed)"))
                .expected(if least == most {
                    format!("{most} (column Dự đại hội)")
                } else {
                    format!("from {least} to {most} (column Dự đại hội)")
                })
                .hint("correct the typed number, or the column Dự đại hội")
        }
        Problem::RevoteList { tied } if tied.is_empty() => {
            say("a re-vote, and nobody was tied on the ballot before")
                .expected("bầu tiếp: a sheet (lần 2)")
        }
        Problem::RevoteList { tied } => say("the list of the re-vote is not the tied")
            .expected(tied.join(", "))
            .hint("list only those tied on the ballot before"),
        Problem::SeatsNotOpen { typed, open } => {
            say("the seats are not those left open by the ballot before")
                .found(format!("{typed} (typed)"))
                .expected(format!("{open} (still to elect)"))
        }
        Problem::CandidateTwice { name } => {
            Wording::new(format!("“{name}” stands twice on the list"))
                .expected("everybody once")
                .hint("delete one row")
        }
        Problem::NoSeats => say("a ballot for no seat")
            .found("0")
            .expected("one seat at least"),
        Problem::HandsOverPresent { hands, present } => {
            say("more hands than official members present")
                .found(format!("{hands} hands"))
                .expected(format!("at most {present} (present)"))
                .hint("count again and correct the wrong number")
        }
        Problem::HandsUnderPresent { hands, present } => Wording::new(format!(
            "{} of those present raised no hand",
            u64::from(*present).saturating_sub(*hands)
        ))
        .found(format!("{hands} hands"))
        .expected(format!("{present} (present throughout)"))
        .hint("count again: for, against, abstained"),
        Problem::NotCarried { agreed, present } => {
            say("not more than half of the official members present agreed")
                .found(format!("{agreed} for"))
                .expected(format!("at least {} for", present / 2 + 1))
                .hint("if that is so, this was not carried")
        }
        Problem::MotionWithoutBallot => say("this row belongs to no election")
            .expected("Cuộc bầu: chi ủy, bí thư, phó bí thư or đại biểu")
            .hint("fill in Cuộc bầu; without it no paper tells this vote"),
        Problem::SummonedDiffers { typed, counted } => {
            say("“Được triệu tập” differs from the member list")
                .found(format!("{typed} (typed)"))
                .expected(format!("{counted} (official members summoned)"))
                .hint("correct it, or the columns Ngày chính thức and Tình trạng")
        }
        Problem::UncertainReading { reading: it } => reading(it),
        Problem::BeforeRegulations { number } => {
            say("the congress is older than every regulation that is known")
                .expected(format!("judged by {number}"))
                .hint("look at the year of Ngày đại hội again")
        }
        Problem::Member(fault) => member::of(fault),
        Problem::List(fault) => list::of(fault),
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
