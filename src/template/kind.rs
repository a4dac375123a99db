//! The papers that are written: the only list of them.

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

    /// The number that its files begin with.
    pub fn number(self) -> u8 {
        match self {
            Self::BallotCount => 4,
            Self::Minutes => 5,
            Self::Resolution => 6,
        }
    }

    /// The name in file names, on the command line and of its template.
    pub fn slug(self) -> &'static str {
        match self {
            Self::BallotCount => "bien-ban-kiem-phieu",
            Self::Minutes => "bien-ban-dai-hoi",
            Self::Resolution => "nghi-quyet",
        }
    }

    /// The name in Vietnamese.
    pub fn title(self) -> &'static str {
        match self {
            Self::BallotCount => "Biên bản kiểm phiếu",
            Self::Minutes => "Biên bản đại hội",
            Self::Resolution => "Nghị quyết đại hội",
        }
    }

    /// The type in its number: "BB", "NQ".
    pub fn type_symbol(self) -> &'static str {
        match self {
            Self::BallotCount | Self::Minutes => "BB",
            Self::Resolution => "NQ",
        }
    }

    /// Whether each ballot has one of its own.
    pub fn is_per_ballot(self) -> bool {
        self == Self::BallotCount
    }

    /// The kind of this name on the command line.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.slug() == slug)
    }
}
