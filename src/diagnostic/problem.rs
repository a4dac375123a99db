//! What can be wrong, with the facts of the case and without words.

mod designation;
mod evidence;
mod kind;
mod list;
mod member;
mod paper;

pub use designation::DesignationFault;
pub use evidence::{
    Awaited, Bulk, Chosen, DateFault, Decide, Disguise, Found, PictureFault, Reading,
    RoundFault, Seen, SeenKind, Unread,
};
pub use kind::Severity;
pub use list::ListFault;
pub use member::{DateOrder, MemberFault};
pub use paper::PaperFault;

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
    /// A typed figure differs from the count of single ballots.
    MatrixDiffers {
        /// The label, or the name of a candidate.
        label: String,
        /// As typed.
        typed: u32,
        /// As counted ballot by ballot.
        counted: u32,
    },
    /// A typed total differs from the list.
    TotalDiffers {
        /// The label.
        label: String,
        /// As typed.
        typed: u32,
        /// As counted in the list.
        counted: u32,
    },
    /// Typed totals do not add up.
    TotalsDoNotAdd {
        /// "Chính thức".
        official: u32,
        /// "Dự bị".
        probationary: u32,
        /// "Tổng số đảng viên".
        all: u32,
    },
    /// Fewer than two thirds present.
    NotQuorate {
        /// Official members present.
        present: u32,
        /// Official members summoned.
        summoned: u32,
    },
    /// The same person twice.
    MemberTwice {
        /// The name.
        name: String,
    },
    /// Two members of one name.
    SameName {
        /// The name.
        name: String,
    },
    /// Two rows with one card number.
    CardTwice {
        /// The number.
        card: String,
    },
    /// A member whose official date is later than the congress counts as "dự bị".
    OfficialLater {
        /// The name.
        name: String,
    },
    /// A suspended or charged member is marked present.
    ExcludedPresent {
        /// The name.
        name: String,
    },
    /// A member introduced to another cell for a time is marked present.
    ElsewherePresent {
        /// The name.
        name: String,
    },
    /// More ballots issued than members present.
    IssuedOverPresent {
        /// Ballots issued.
        issued: u32,
        /// At most so many were present.
        present: u32,
    },
    /// Fewer ballots issued than members present.
    IssuedUnderPresent {
        /// Ballots issued.
        issued: u32,
        /// At least so many were present.
        present: u32,
    },
    /// More ballots returned than issued.
    ReturnedOverIssued {
        /// Ballots returned.
        returned: u32,
        /// Ballots issued.
        issued: u32,
    },
    /// Fewer ballots returned than issued.
    ReturnedUnderIssued {
        /// Ballots returned.
        returned: u32,
        /// Ballots issued.
        issued: u32,
    },
    /// Valid and invalid ballots do not make the returned ones.
    BallotsDoNotAdd {
        /// "Hợp lệ".
        valid: u32,
        /// "Không hợp lệ".
        invalid: u32,
        /// "Thu về".
        returned: u32,
    },
    /// A candidate has more votes than there are valid ballots.
    VotesOverValid {
        /// The name.
        name: String,
        /// The votes.
        votes: u32,
        /// Valid ballots.
        valid: u32,
    },
    /// All votes together are more than the valid ballots allow.
    VotesOverAllowed {
        /// The votes, in the order of the list.
        votes: Vec<u32>,
        /// Valid ballots.
        valid: u32,
        /// Seats to fill.
        seats: u32,
        /// Alternates wanted besides.
        alternates: u32,
    },
    /// All votes together are fewer than the valid ballots.
    VotesUnderValid {
        /// The votes, in the order of the list.
        votes: Vec<u32>,
        /// Valid ballots.
        valid: u32,
    },
    /// Votes for and against one of several names are more than the valid ballots.
    ForAndAgainstOverValid {
        /// The name.
        name: String,
        /// Votes for.
        agreed: u32,
        /// Votes against.
        against: u32,
        /// Valid ballots.
        valid: u32,
    },
    /// Votes for and against the only name are not the valid ballots.
    ForAndAgainstNotValid {
        /// The name.
        name: String,
        /// Votes for.
        agreed: u32,
        /// Votes against.
        against: u32,
        /// Valid ballots.
        valid: u32,
    },
    /// The declared result differs from the computed one.
    DeclaredDiffers {
        /// The name.
        name: String,
        /// What the sheet declares.
        declared: Chosen,
        /// What the count gives.
        computed: Chosen,
        /// The person's votes.
        votes: u32,
        /// Votes needed, or `None` where the higher count wins.
        threshold: Option<u32>,
    },
    /// A candidate is not on the member list.
    CandidateUnknown {
        /// The name.
        name: String,
        /// A member of a similar name.
        nearest: Option<String>,
    },
    /// A candidate is on the list, but may not stand.
    CandidateNotOfficial {
        /// The name.
        name: String,
    },
    /// A candidate is suspended or charged, and so not summoned.
    CandidateExcluded {
        /// The name.
        name: String,
    },
    /// A candidate for secretary or deputy is not of the committee just elected.
    NotOfCommittee {
        /// The name.
        name: String,
        /// The office, as the workbook names it.
        office: String,
    },
    /// A ballot was counted before the one of another office that it rests on.
    OfficeTooEarly {
        /// The office, as the workbook names it.
        office: String,
        /// The one to be elected before it.
        before: String,
    },
    /// The secretary just elected stands for deputy.
    SecretaryForDeputy {
        /// The name.
        name: String,
    },
    /// Somebody counts the ballots of a list that has the name.
    BoardOnList {
        /// The name.
        name: String,
    },
    /// Somebody of the counting board is not on the member list.
    BoardUnknown {
        /// The name.
        name: String,
        /// A member of a similar name.
        nearest: Option<String>,
    },
    /// Somebody of the counting board is no official member of the cell.
    BoardNotOfficial {
        /// The name.
        name: String,
    },
    /// Somebody of the counting board is suspended or charged, and so not summoned.
    BoardExcluded {
        /// The name.
        name: String,
    },
    /// Somebody of the counting board was absent.
    BoardAbsent {
        /// The name.
        name: String,
    },
    /// A committee is elected in a cell too small for one.
    CommitteeInSmallCell {
        /// Official members of the cell.
        official: u32,
    },
    /// More seats than the office may have.
    OfficeTooLarge {
        /// The office, as the workbook names it.
        office: String,
        /// Seats of its ballot.
        seats: u32,
        /// At most so many.
        most: u32,
    },
    /// More people are elected to an office than it has seats.
    ElectedOverSeats {
        /// The office, as the workbook names it.
        office: String,
        /// Elected over all its ballots.
        elected: u32,
        /// Seats of its first ballot.
        seats: u32,
    },
    /// The ballots of an office elect one person twice.
    ElectedTwice {
        /// The name.
        name: String,
        /// The office, as the workbook names it.
        office: String,
    },
    /// One who was elected stands again in a later ballot for the office.
    ElectedStandsAgain {
        /// The name.
        name: String,
        /// The office, as the workbook names it.
        office: String,
    },
    /// The congress has to decide something before papers can be written.
    DecisionNeeded {
        /// The office, as the workbook names it.
        office: String,
        /// What it has to decide.
        decide: Decide,
        /// Seats still to fill.
        still_to_elect: u32,
        /// Whether those are places of alternates.
        of_alternates: bool,
        /// The tied, if any.
        tied: Vec<String>,
    },
    /// An office that a cell of this size should elect has no sheet.
    OfficeWithoutSheet {
        /// The office, as the workbook names it.
        office: String,
        /// Official members of the cell.
        official: u32,
    },
    /// A ballot that contradicts what came before it.
    RoundContradicts {
        /// The office, as the workbook names it.
        office: String,
        /// How.
        fault: RoundFault,
    },
    /// A decision to vote on, without the ballot.
    RoundMissing {
        /// The office, as the workbook names it.
        office: String,
        /// What was decided.
        decided: Decide,
    },
    /// The number present at the vote is not possible.
    PresentAtVote {
        /// As typed.
        typed: u32,
        /// At least so many.
        least: u32,
        /// At most so many.
        most: u32,
    },
    /// The list of a re-vote is not that of the tied.
    RevoteList {
        /// The tied of the ballot before; empty when nobody was.
        tied: Vec<String>,
    },
    /// The seats of a later ballot are not those still to fill.
    SeatsNotOpen {
        /// As typed.
        typed: u32,
        /// Still to fill after the ballot before.
        open: u32,
    },
    /// A name stands twice on one list.
    CandidateTwice {
        /// The name.
        name: String,
    },
    /// A ballot for no seat.
    NoSeats,
    /// A show of hands with more hands than official members present.
    HandsOverPresent {
        /// All hands.
        hands: u64,
        /// Official members present.
        present: u32,
    },
    /// A show of hands with fewer hands than official members present.
    HandsUnderPresent {
        /// All hands.
        hands: u64,
        /// At least so many were present.
        present: u32,
    },
    /// A show of hands without more than half.
    NotCarried {
        /// Hands for it.
        agreed: u32,
        /// Official members present.
        present: u32,
    },
    /// A vote on an election that names no election.
    MotionWithoutBallot,
    /// The typed number of those summoned to a ballot differs from the list.
    SummonedDiffers {
        /// As typed.
        typed: u32,
        /// As counted in the list.
        counted: u32,
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
    /// A fault of the list of a ballot.
    List(ListFault),
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
