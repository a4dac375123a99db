//! What can be wrong, with the facts of the case and without words.

mod count;
mod designation;
mod evidence;
mod hands;
mod kind;
mod list;
mod member;
mod office;
mod paper;
mod person;
mod reading;

pub use count::CountFault;
pub use designation::DesignationFault;
pub use evidence::{
    Awaited, Bulk, Chosen, DateFault, Decide, Disguise, Found, PictureFault, RoundFault,
    Seen, SeenKind, Unread,
};
pub use hands::HandsFault;
pub use kind::Severity;
pub use list::{ListFault, SurplusBound};
pub use member::{DateOrder, FootOf, MemberFault};
pub use office::OfficeFault;
pub use paper::PaperFault;
pub use person::PersonFault;
pub use reading::Reading;

/// A finding's problem. Labels, sheets and columns are named as the workbook names
/// them, in Vietnamese, whatever the language of the finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// The file cannot be opened as a workbook.
    NotAWorkbook {
        /// What it is instead.
        found: Found,
        /// What the reader said of a broken workbook, in its own words.
        reason: Option<String>,
    },
    /// The workbook asks for a password.
    Password,
    /// A sheet is missing.
    SheetMissing {
        /// Its canonical name.
        sheet: String,
        /// Whether nothing can be written without it.
        is_required: bool,
    },
    /// A required label is missing, or has no value.
    LabelMissing {
        /// The label.
        label: String,
    },
    /// A required column is missing.
    ColumnMissing {
        /// The column.
        column: String,
        /// A header that looks like it.
        nearest: Option<String>,
    },
    /// A required cell of a table is empty.
    CellEmpty {
        /// Label or column.
        what: String,
    },
    /// Not a whole number.
    NotACount {
        /// Evidence.
        seen: Seen,
    },
    /// Not a date.
    NotADate {
        /// Evidence.
        seen: Seen,
        /// What is wrong with it.
        fault: DateFault,
    },
    /// A date where year, month and day are needed.
    DateNotFull {
        /// Evidence.
        seen: Seen,
    },
    /// Not one of the words that the cell takes.
    NotAChoice {
        /// Evidence.
        seen: Seen,
        /// The words.
        choices: Vec<String>,
        /// The one that looks like it.
        nearest: Option<String>,
    },
    /// Not a mark of single ballots, as the list asks for them.
    NotAMark {
        /// Evidence.
        seen: Seen,
        /// Whether more people stand than there are seats, so that a mark is a vote.
        has_surplus: bool,
        /// Names on the list.
        names: u32,
        /// Seats to fill, where they are known.
        seats: Option<u32>,
    },
    /// Not a time of day.
    NotATime {
        /// Evidence.
        seen: Seen,
    },
    /// An error value or a formula without value.
    ErrorCell {
        /// Evidence.
        seen: Seen,
    },
    /// A sheet that the contract does not know.
    SheetUnknown {
        /// The sheet it looks like.
        nearest: Option<String>,
    },
    /// A label or column that the contract does not know.
    LabelUnknown {
        /// As typed.
        label: String,
        /// The one it looks like.
        nearest: Option<String>,
    },
    /// Cells in the rows of a table, under no header.
    NoHeader {
        /// The first of them.
        seen: Seen,
    },
    /// A sheet twice for one cell.
    SheetTwice {
        /// Its canonical name.
        sheet: String,
    },
    /// A folder that is read as one cell holds the workbooks of several.
    CellsInFolder {
        /// Its name.
        folder: String,
    },
    /// Invisible characters were left out.
    InvisibleCharacters {
        /// As it stands, with the characters named.
        seen: String,
        /// As it is printed.
        kept: String,
    },
    /// A label that takes one value has several.
    LabelTwice {
        /// The label.
        label: String,
    },
    /// Two files of the same cell in one batch.
    CellTwice {
        /// The cell's name.
        cell: String,
    },
    /// A listed cell has no workbook.
    ListedWithoutFile {
        /// The cell's name.
        cell: String,
    },
    /// A workbook's cell is not on the committee's list.
    NotListed {
        /// The cell's name.
        cell: String,
    },
    /// Facts are absent; what would say them is left out.
    LeftOut {
        /// Labels, columns or sheets.
        what: Vec<String>,
    },
    /// The workbook stands before its congress.
    BeforeCongress,
    /// A second workbook of the committee.
    SecondParent,
    /// A folder without any workbook.
    NoWorkbook,
    /// A layout or file kind that this version does not read.
    NotReadYet {
        /// What it is.
        what: Unread,
    },
    /// A table without rows.
    NoRows,
    /// A workbook beyond the limits.
    TooLarge {
        /// The limit that it breaks, as a number.
        limit: u64,
        /// What is limited.
        what: Bulk,
    },
    /// Text in an encoding of old fonts was converted.
    LegacyText {
        /// The encoding: `TCVN3` or `VNI`.
        encoding: &'static str,
        /// As it stands.
        before: String,
        /// As it is read.
        after: String,
    },
    /// A file that its ending calls something else was read as what it is.
    Disguised {
        /// What it is.
        what: Disguise,
    },
    /// A text file that is not in Unicode.
    NotUnicode,
    /// A sheet of an unknown name was read as what it holds.
    SheetByContent {
        /// Canonical name of the sheet that it is read as.
        sheet: String,
    },
    /// Day and month seem to have changed places.
    DaySwapped {
        /// Evidence.
        seen: Seen,
        /// The date the other way round.
        other: String,
    },
    /// A name was printed without what is no name, or not in capitals.
    NameTidied {
        /// As it stands.
        seen: String,
        /// As it is read.
        kept: String,
    },
    /// A row belongs to a cell that is not there.
    RowOfNoCell {
        /// The cell's name; empty if the row says none.
        cell: String,
        /// The cell it looks like.
        nearest: Option<String>,
    },
    /// A ditto mark with nothing above it.
    DittoOfNothing {
        /// Evidence.
        seen: Seen,
    },
    /// A further table on a sheet was not read.
    TableNotRead {
        /// Whether it holds what the table that was read would need.
        is_needed: bool,
    },
    /// Below a title stand members who left the cell; they are not read.
    MembersWhoLeft {
        /// The title.
        title: String,
        /// The last row that is not read, as the sheet numbers it; none if nothing
        /// below is.
        last: Option<u32>,
    },
    /// Both columns of "Nam" and "Nữ" are filled for one person.
    UnderBothSexes {
        /// What stands under "Nam".
        men: Seen,
        /// What stands under "Nữ".
        women: Seen,
    },
    /// Several people where a label asks for one.
    SeveralPeople {
        /// The label.
        label: String,
        /// Evidence.
        seen: Seen,
    },
    /// A result rests on a reading that the sources leave open.
    UncertainReading {
        /// Which.
        reading: Reading,
    },
    /// The congress is older than every regulation that is known.
    BeforeRegulations {
        /// The regulation that serves all the same.
        number: &'static str,
    },
    /// A fault of the member list.
    Member(MemberFault),
    /// A fault of the figures of a ballot.
    Count(CountFault),
    /// A fault of the list of a ballot.
    List(ListFault),
    /// Somebody who may not stand, count or be elected again.
    Person(PersonFault),
    /// A fault of the ballots of an office.
    Office(OfficeFault),
    /// A fault of a show of hands.
    Hands(HandsFault),
    /// A question of who fills an office that no ballot filled.
    Designation(DesignationFault),
    /// A fault of what is said of papers.
    Paper(PaperFault),
    /// A template that Handlebars cannot read or fill.
    TemplateSyntax {
        /// What Handlebars said.
        reason: String,
        /// The line itself.
        line: String,
    },
    /// A key that the paper's facts do not have.
    TemplateKey {
        /// The key as written.
        key: String,
        /// The key it looks like.
        nearest: Option<String>,
        /// The line itself.
        line: String,
    },
    /// Markup that is not well formed.
    Markup {
        /// What is wrong.
        reason: String,
        /// The line itself.
        line: String,
    },
    /// An element, attribute or value that the markup does not know.
    MarkupUnknown {
        /// As written.
        name: String,
        /// The one it looks like.
        nearest: Option<String>,
        /// The line itself.
        line: String,
    },
    /// A file that has the name of no template.
    TemplateUnknown {
        /// The template whose name it looks like.
        nearest: Option<String>,
    },
    /// A picture that the workbook names and that cannot be printed.
    PictureUnread {
        /// Its file.
        file: String,
        /// Why.
        why: PictureFault,
    },
    /// The committee's papers are not written, because cells are awaited.
    CommitteeWaits {
        /// The cells, and why each is awaited.
        cells: Vec<(String, Awaited)>,
    },
    /// A character that the font lacks.
    NoGlyph {
        /// The character.
        character: char,
        /// The text it stands in.
        text: String,
        /// The paper.
        paper: String,
    },
    /// A paper edited by hand was kept.
    EditedKept {
        /// Its new name.
        kept_as: String,
    },
    /// The folder of a cell that has become faulty is out of date.
    OutOfDate {
        /// The folder.
        folder: String,
    },
}
