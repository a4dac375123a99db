//! What a problem carries as evidence.

/// What stands in a cell: evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The content as shown.
    pub text: String,
    /// Its kind in the spreadsheet.
    pub kind: SeenKind,
}

/// The kind of a cell's content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeenKind {
    /// Nothing.
    Empty,
    /// Text.
    Text,
    /// A number.
    Number,
    /// A date or a time.
    Date,
    /// True or false.
    Truth,
    /// An error such as `#REF!`.
    Error,
    /// A formula that was never calculated.
    Formula,
}

/// Why a cell holds no date, as far as it can be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DateFault {
    /// It cannot be read as one, or the calendar lacks it.
    Unreadable,
    /// The year has two digits.
    ShortYear,
    /// Day and month without year; Excel adds a year of its own.
    NoYear,
    /// A number that may be a date without its form.
    Serial {
        /// The day that Excel would show.
        day: String,
    },
    /// Several dates where one belongs.
    Several,
}

/// What the congress has to decide after a ballot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decide {
    /// Whether to go on to another round.
    NextRound,
    /// Whether to vote again among the tied.
    Revote,
    /// To ask the higher committee to designate.
    AskHigherCommittee,
}

/// A layout or file kind that this version does not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// A `.csv` file as a sheet.
    Csv,
}

/// What a file is that its ending calls something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disguise {
    /// A web page.
    Html,
    /// Text with separators.
    DelimitedText,
    /// A workbook.
    Workbook,
}

/// What kind of file stands where a workbook should.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// Nothing, or nothing but blanks.
    Empty,
    /// A workbook that is broken or cut short.
    Damaged,
    /// A text document.
    Word,
    /// Slides.
    Presentation,
    /// A PDF.
    Pdf,
    /// A picture.
    Picture,
    /// An archive of other files.
    Archive,
    /// A workbook of Excel 4 or before.
    OldExcel,
    /// A workbook in XML, of Excel 2003 or in one file of `LibreOffice`.
    SpreadsheetXml,
    /// A web page without a table.
    WebPage,
    /// A web page with its pictures in one file.
    WebArchive,
    /// Text that is no table.
    Text,
    /// Something else.
    Unknown,
}

/// What of a workbook is limited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bulk {
    /// Rows of a sheet.
    Rows,
    /// Columns of a sheet.
    Columns,
    /// Filled cells of a workbook.
    Cells,
    /// Cells of its sheets from corner to corner, empty ones too.
    Area,
    /// Sheets.
    Sheets,
    /// Bytes of all its texts.
    TextBytes,
    /// Bytes of the text of a cell.
    CellTextBytes,
    /// Bytes when unpacked.
    UnpackedBytes,
    /// Regions of merged cells on a sheet.
    MergedRegions,
    /// Parts that a packed file has.
    Parts,
    /// Tags of its parts.
    Tags,
    /// Bytes of the file itself.
    FileBytes,
    /// Bytes of all files of a batch.
    BatchBytes,
    /// Party cells in one workbook.
    PartyCells,
}

/// How a ballot ended for one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chosen {
    /// "Trúng cử".
    Elected,
    /// "Không trúng cử".
    NotElected,
    /// "Dự khuyết".
    Alternate,
    /// Tied at the last seat: nobody is elected there.
    Tied,
}

/// Why a ballot cannot follow what came before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoundFault {
    /// It is the first sheet of its office and not the first round.
    NotFirst,
    /// A round is left out before it.
    Gap,
    /// It was counted, and the ballot before it was not.
    BeforeNotCounted,
    /// All seats were filled.
    AfterComplete,
    /// The ballot before it ended in a tie, of which nothing was decided.
    TieUndecided,
    /// The congress decided against any further ballot.
    Stopped,
    /// The congress decided another kind of ballot.
    OtherDecision,
}

/// Why a picture cannot be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureFault {
    /// There is no such file.
    Missing,
    /// The name leads out of the folder.
    Outside,
    /// Neither JPEG nor PNG.
    Format,
    /// It cannot be read to its end.
    Broken,
    /// More bytes than any photograph has.
    TooLarge,
}

/// Why the committee's papers wait for a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Awaited {
    /// No workbook is its.
    Missing,
    /// Its workbooks have errors.
    Faulty,
    /// Its congress is not held, or has still to decide.
    Unsettled,
}
