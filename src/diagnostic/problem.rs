//! What can be wrong, with the facts of the case and without words.

use crate::diagnostic::Code;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The cell gets no papers.
    Error,
    /// Papers are written; a person should look.
    Warning,
}

impl Severity {
    /// `error` or `warning`, for programs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

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
}

/// A sum that does not come out: the terms by name, and what they should make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// Terms as typed, each with its label.
    pub terms: Vec<(String, u32)>,
    /// What they should add up to, with its label.
    pub total: (String, u32),
}

impl Tally {
    /// `22 hợp lệ + 1 không hợp lệ = 23`
    pub fn sum(&self) -> String {
        let terms: Vec<String> = self
            .terms
            .iter()
            .map(|(label, value)| format!("{value} {label}"))
            .collect();
        let sum: u64 = self.terms.iter().map(|(_, value)| u64::from(*value)).sum();
        format!("{} = {sum}", terms.join(" + "))
    }

    /// `24 (thu về)`
    pub fn wanted(&self) -> String {
        format!("{} ({})", self.total.1, self.total.0)
    }
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
    /// One column for each ballot.
    Matrix,
    /// A column "Chi bộ" on the member list.
    AllInOne,
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
    /// Bytes of all its texts.
    TextBytes,
    /// Bytes when unpacked.
    UnpackedBytes,
}

/// A finding's problem. Labels, sheets and columns are named as the workbook names
/// them, in Vietnamese, whatever the language of the finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// The file cannot be opened as a workbook.
    NotAWorkbook {
        /// What the reader said.
        reason: String,
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
    TotalsDoNotAdd(Tally),
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
    /// A suspended or charged member is marked present.
    ExcludedPresent {
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
    BallotsDoNotAdd(Tally),
    /// A candidate has more votes than there are valid ballots.
    VotesOverValid {
        /// The name.
        name: String,
        /// The votes.
        votes: u32,
        /// Valid ballots.
        valid: u32,
    },
    /// The declared result differs from the computed one.
    DeclaredDiffers {
        /// The name.
        name: String,
        /// Whether the sheet declares the person elected.
        declared: bool,
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
    /// The congress has to decide something before papers can be written.
    DecisionNeeded {
        /// The office, as the workbook names it.
        office: String,
        /// What it has to decide.
        decide: Decide,
        /// Seats still to fill.
        still_to_elect: u32,
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
    /// A later ballot without a decision before it, or a decision without its ballot.
    RoundDoesNotFollow {
        /// The office, as the workbook names it.
        office: String,
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

impl Problem {
    /// Its stable name.
    pub fn code(&self) -> Code {
        match self {
            Self::NotAWorkbook { .. } => Code::S01,
            Self::Password => Code::S02,
            Self::SheetMissing { .. } => Code::S03,
            Self::LabelMissing { .. } => Code::S04,
            Self::ColumnMissing { .. } => Code::S05,
            Self::CellEmpty { .. } => Code::S06,
            Self::NotACount { .. } => Code::S07,
            Self::NotADate { .. } | Self::DateNotFull { .. } => Code::S08,
            Self::NotAChoice { .. } => Code::S09,
            Self::NotATime { .. } => Code::S10,
            Self::ErrorCell { .. } => Code::S11,
            Self::SheetUnknown { .. } => Code::S12,
            Self::LabelUnknown { .. } => Code::S13,
            Self::SheetTwice { .. } => Code::S14,
            Self::InvisibleCharacters { .. } => Code::S15,
            Self::LabelTwice { .. } => Code::S16,
            Self::CellTwice { .. } => Code::S17,
            Self::ListedWithoutFile { .. } | Self::NotListed { .. } => Code::S18,
            Self::LeftOut { .. } => Code::S19,
            Self::BeforeCongress => Code::S20,
            Self::SecondParent => Code::S21,
            Self::NoWorkbook => Code::S22,
            Self::NotReadYet { .. } => Code::S23,
            Self::NoRows => Code::S24,
            Self::TooLarge { .. } => Code::S25,
            Self::TotalDiffers { .. } | Self::TotalsDoNotAdd(_) => Code::M01,
            Self::NotQuorate { .. } => Code::M06,
            Self::MemberTwice { .. } | Self::SameName { .. } => Code::M07,
            Self::ExcludedPresent { .. } => Code::M11,
            Self::IssuedOverPresent { .. } | Self::IssuedUnderPresent { .. } => Code::V01,
            Self::ReturnedOverIssued { .. } | Self::ReturnedUnderIssued { .. } => {
                Code::V02
            }
            Self::BallotsDoNotAdd(_) => Code::V03,
            Self::VotesOverValid { .. } => Code::V04,
            Self::DeclaredDiffers { .. } => Code::V12,
            Self::CandidateUnknown { .. } | Self::CandidateNotOfficial { .. } => {
                Code::V14
            }
            Self::DecisionNeeded { .. } => Code::V22,
            Self::OfficeWithoutSheet { .. } => Code::V23,
            Self::RoundDoesNotFollow { .. } => Code::V24,
            Self::PresentAtVote { .. } => Code::V25,
            Self::TemplateSyntax { .. } => Code::T01,
            Self::TemplateKey { .. } => Code::T02,
            Self::Markup { .. } => Code::T03,
            Self::MarkupUnknown { .. } => Code::T04,
            Self::NoGlyph { .. } => Code::P01,
            Self::EditedKept { .. } => Code::P02,
            Self::OutOfDate { .. } => Code::P03,
        }
    }

    /// How much it matters: what contradicts or is required is an error, what only a
    /// person can judge a warning.
    pub fn severity(&self) -> Severity {
        let is_warning = matches!(
            self,
            Self::SheetMissing {
                is_required: false,
                ..
            } | Self::SheetUnknown { .. }
                | Self::LabelUnknown { .. }
                | Self::InvisibleCharacters { .. }
                | Self::ListedWithoutFile { .. }
                | Self::NotListed { .. }
                | Self::LeftOut { .. }
                | Self::BeforeCongress
                | Self::SameName { .. }
                | Self::ExcludedPresent { .. }
                | Self::IssuedUnderPresent { .. }
                | Self::ReturnedUnderIssued { .. }
                | Self::DecisionNeeded { .. }
                | Self::OfficeWithoutSheet { .. }
                | Self::RoundDoesNotFollow { .. }
                | Self::EditedKept { .. }
                | Self::OutOfDate { .. }
        );
        if is_warning {
            Severity::Warning
        } else {
            Severity::Error
        }
    }
}
