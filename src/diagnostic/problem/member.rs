//! What can be wrong with the member list, beside its sheet.

use super::Severity;
use crate::diagnostic::Code;

/// A fault of the member list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MemberFault {
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
    /// "Nữ" as typed and the men of the list are not all members.
    WomenDiffer {
        /// As typed.
        typed: u32,
        /// Women in the list.
        women: u32,
        /// Men in the list.
        men: u32,
        /// Members in the list whose sex it does not tell.
        untold: u32,
    },
    /// Two dates of one member contradict each other.
    Dates {
        /// The name.
        name: String,
        /// How.
        order: DateOrder,
        /// The date that must come first, as it is read.
        first: String,
        /// The other date, as it is read.
        second: String,
    },
    /// A row's number does not follow the number of the row above.
    NumberSkips {
        /// The number.
        number: u32,
        /// That of the row above, 0 for the first row.
        above: u32,
    },
    /// The total below the list is not the number of its rows.
    FootDiffers {
        /// Whom the number counts.
        what: FootOf,
        /// As typed.
        typed: u32,
        /// As the rows are.
        counted: u32,
    },
    /// An absence was accepted, of one who attended.
    AcceptedThoughThere {
        /// The name.
        name: String,
    },
    /// The same person is in the list of another cell.
    InTwoCells {
        /// The name.
        name: String,
        /// The other cell.
        other: String,
        /// The card number, where that is what both have in common.
        card: Option<String>,
    },
}

/// Whom a number below the list counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FootOf {
    /// Everybody.
    Rows,
    /// "Nữ".
    Women,
    /// "Nam".
    Men,
    /// "Chính thức".
    Official,
    /// "Dự bị".
    Probationary,
}

/// Which order of two dates is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateOrder {
    /// Born, then admitted.
    BornAdmitted,
    /// Eighteen years old, then admitted.
    OfAge,
    /// Admitted, then the congress.
    AdmittedCongress,
    /// Admitted, then official.
    AdmittedOfficial,
    /// Twelve months on probation, then official.
    Probation,
}

impl MemberFault {
    pub(super) fn code(&self) -> Code {
        match self {
            Self::TotalDiffers { .. } | Self::TotalsDoNotAdd { .. } => Code::M01,
            Self::WomenDiffer { .. } => Code::M02,
            Self::NotQuorate { .. } => Code::M06,
            Self::MemberTwice { .. } | Self::SameName { .. } | Self::CardTwice { .. } => {
                Code::M07
            }
            Self::Dates { .. } => Code::M08,
            Self::OfficialLater { .. } => Code::M09,
            Self::NumberSkips { .. } | Self::FootDiffers { .. } => Code::M10,
            Self::ExcludedPresent { .. } => Code::M11,
            Self::ElsewherePresent { .. } => Code::M12,
            Self::InTwoCells { .. } => Code::M13,
            Self::AcceptedThoughThere { .. } => Code::M14,
        }
    }

    pub(super) fn severity(&self) -> Severity {
        let is_error = matches!(
            self,
            Self::TotalDiffers { .. }
                | Self::TotalsDoNotAdd { .. }
                | Self::WomenDiffer { .. }
                | Self::NotQuorate { .. }
                | Self::MemberTwice { .. }
                | Self::CardTwice { .. }
        );
        Severity::warning_if(!is_error)
    }

    /// Whether another fault differs in its evidence only.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        matches!(
            (self, other),
            (Self::OfficialLater { .. }, Self::OfficialLater { .. })
                | (
                    Self::AcceptedThoughThere { .. },
                    Self::AcceptedThoughThere { .. }
                )
        )
    }
}
