//! The papers that are written: the only list of them.

use crate::model::PaperName;

/// A kind of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PaperKind {
    /// "Biên bản kiểm phiếu": one for each ballot.
    BallotCount,
    /// "Biên bản đại hội".
    Minutes,
    /// "Nghị quyết đại hội".
    Resolution,
}

impl PaperKind {
    /// Every kind, in the order of the file.
    pub const ALL: [Self; 3] = [Self::BallotCount, Self::Minutes, Self::Resolution];

    /// Which of the twelve papers it is.
    pub fn name(self) -> PaperName {
        match self {
            Self::BallotCount => PaperName::BallotCount,
            Self::Minutes => PaperName::Minutes,
            Self::Resolution => PaperName::Resolution,
        }
    }

    /// The number that its files begin with.
    pub fn number(self) -> u8 {
        self.name().number()
    }

    /// The name in file names, on the command line and of its template.
    pub fn slug(self) -> &'static str {
        self.name().slug()
    }

    /// The name in Vietnamese.
    pub fn title(self) -> &'static str {
        self.name().title()
    }

    /// The type in its number: "BB", "NQ".
    pub fn type_symbol(self) -> &'static str {
        match self {
            Self::BallotCount | Self::Minutes => "BB",
            Self::Resolution => "NQ",
        }
    }

    /// The kind of this name on the command line.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.slug() == slug)
    }
}
