//! What can be questioned about who fills an office that no ballot filled.

/// A ballot where the committee above designates, or the other way round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DesignationFault {
    /// A further ballot for secretary after as many as the regulation knows.
    VotedOn {
        /// So many.
        ballots: u32,
    },
    /// The committee above is asked to designate, and fewer ballots for secretary have
    /// failed than the regulation asks for.
    Early {
        /// The office, as the workbook names it.
        office: String,
        /// So many have to fail.
        ballots: u32,
    },
}
