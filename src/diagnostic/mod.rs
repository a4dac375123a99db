//! What we tell the user about their workbooks.
//!
//! A [`Diagnostic`] is a [`Place`] and a [`Problem`]; its words are made when it is
//! shown, in the language asked for. Stages push into a [`Report`] and go on. The
//! module knows no other stage.
//!
//! ```
//! use bienban::diagnostic::{Lang, Place, Problem, Report, short_line};
//!
//! let mut report = Report::default();
//! let label = "Chi bộ".to_owned();
//! report.add(Place::file("a.xlsx"), Problem::LabelMissing { label });
//! assert!(report.has_errors());
//! let line = short_line(&report.findings()[0], Lang::En);
//! assert_eq!(line, "a.xlsx: error S04: “Chi bộ” is missing");
//! ```

mod code;
mod lang;
mod nearest;
mod note;
mod place;
mod problem;
mod run;
mod show;
mod understood;
mod visible;
mod wording;

pub use code::Code;
pub use lang::Lang;
pub use nearest::nearest;
pub use note::{Note, PassedOver, Understood};
pub(crate) use place::join_cells_of;
pub use place::{CellRange, CellRef, Place, SheetRef, join_cells};
pub use problem::{
    Awaited, Bulk, Chosen, CountFault, DateFault, DateOrder, Decide, DesignationFault,
    Disguise, FootOf, Found, HandsFault, ListFault, MemberFault, OfficeFault, PaperFault,
    PersonFault, PictureFault, Problem, Reading, RoundFault, Seen, SeenKind, Severity,
    SurplusBound, Unread,
};
pub use show::{Style, json_line, short_line, text_block};
pub use understood::understood_lines;
pub use visible::{is_invisible, name_invisible};
pub use wording::Wording;

/// One finding about the user's data, a template or a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Where it is.
    pub place: Place,
    /// Other cells that contradict it, in any sheet or file.
    pub also: Vec<Place>,
    /// What it is.
    pub problem: Problem,
    /// Examples of what else stands in the cells of a range: the same kind of problem
    /// with other evidence.
    pub more: Vec<Problem>,
}

impl Diagnostic {
    /// A finding at one place.
    pub fn new(place: Place, problem: Problem) -> Self {
        Self::between(place, Vec::new(), problem)
    }

    /// A finding at one place that others contradict.
    pub fn between(place: Place, also: Vec<Place>, problem: Problem) -> Self {
        Self {
            place,
            also,
            problem,
            more: Vec::new(),
        }
    }

    /// Its stable name.
    pub fn code(&self) -> Code {
        self.problem.code()
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        self.problem.severity()
    }

    /// Its words in a language.
    pub fn wording(&self, lang: Lang) -> Wording {
        let mut wording = wording::of(&self.problem, lang);
        if let (false, Some(cells)) = (self.more.is_empty(), self.place.cells) {
            let more = self.more.iter().map(|problem| wording::of(problem, lang));
            wording.join(more, cells.rows(), lang);
        }
        wording.told()
    }
}

/// Everything found so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    findings: Vec<Diagnostic>,
    notes: Vec<Note>,
}

impl Report {
    /// Adds a finding.
    pub fn push(&mut self, finding: Diagnostic) {
        self.findings.push(finding);
    }

    /// Adds a finding at one place.
    pub fn add(&mut self, place: Place, problem: Problem) {
        self.push(Diagnostic::new(place, problem));
    }

    /// Notes how something was understood.
    pub fn note(&mut self, place: Place, what: Understood) {
        self.notes.push(Note { place, what });
    }

    /// How the sheets were understood, in the order in which they were read.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// The findings alone.
    #[must_use]
    pub fn without_notes(self) -> Self {
        Self {
            findings: self.findings,
            notes: Vec::new(),
        }
    }

    /// Adds all findings and notes of another report.
    pub fn extend(&mut self, other: Self) {
        self.findings.extend(other.findings);
        self.notes.extend(other.notes);
    }

    /// Findings in reading order: file, sheet, row, column, code; each only once, and
    /// the same defect down a column as one with a range.
    #[must_use]
    pub fn sorted(mut self) -> Self {
        let in_order = |a: &Diagnostic, b: &Diagnostic| {
            (&a.place, a.code(), &a.also).cmp(&(&b.place, b.code(), &b.also))
        };
        self.findings.sort_by(in_order);
        self.findings.dedup();
        self.findings = run::join(self.findings);
        self.findings.sort_by(in_order);
        self
    }

    /// Keeps the findings for which the test holds, and all notes.
    pub fn retain(&mut self, is_kept: impl FnMut(&Diagnostic) -> bool) {
        self.findings.retain(is_kept);
    }

    /// The findings, in the order they are in.
    pub fn findings(&self) -> &[Diagnostic] {
        &self.findings
    }

    /// Whether any finding is an error.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// How many findings matter so much.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings
            .iter()
            .filter(|finding| finding.severity() == severity)
            .count()
    }
}
