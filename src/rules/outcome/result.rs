//! What comes of a counted ballot, as every later stage sees it.

use crate::diagnostic::Place;
use crate::model::{
    Ballot, BallotId, Decision, Headcount, NameKey, PercentBase, Seats, Traced, Votes,
};
use crate::rules::{Base, Invalidity, Percent, RuleSet, is_over_half};

/// How a counted ballot ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BallotResult {
    /// Which ballot.
    pub id: BallotId,
    /// Its sheet.
    pub place: Place,
    /// The regulation it was judged by.
    pub rules: &'static RuleSet,
    /// Seats to fill.
    pub seats: Option<Traced<Seats>>,
    /// The base of the majority.
    pub base: Base,
    /// Votes that are enough; none on a re-vote, where the higher count wins.
    pub threshold: Option<u32>,
    /// Official members summoned.
    pub summoned: Traced<Headcount>,
    /// Official members present at the vote.
    pub present: Traced<Headcount>,
    /// Ballots issued, returned, valid, invalid.
    pub issued: Option<Traced<Votes>>,
    /// Ballots returned.
    pub returned: Option<Traced<Votes>>,
    /// Valid ballots.
    pub valid: Option<Traced<Votes>>,
    /// Invalid ballots.
    pub invalid: Option<Traced<Votes>>,
    /// Why they are invalid.
    pub invalid_reasons: Vec<Traced<Invalidity>>,
    /// What printed percentages are of, and how many that are.
    pub percent_base: Option<(PercentBase, Traced<Headcount>)>,
    /// The list in the order of the sheet.
    pub candidates: Vec<CandidateResult>,
    /// How it ended, alternates apart.
    pub outcome: Outcome,
    /// Seats left, alternates apart.
    pub still_to_elect: u32,
    /// The names tied at the last seat, alternates apart.
    pub tied: Vec<String>,
    /// Alternates ("dự khuyết") to be taken from the rest of this ballot's list.
    pub alternates_wanted: u32,
    /// The names tied at the last place of an alternate.
    pub alternates_tied: Vec<String>,
    /// Whether its seats are those of alternates, which an earlier ballot left open.
    pub elects_alternates: bool,
    /// What the congress has to decide and has not.
    pub decision_needed: Option<DecisionNeeded>,
    /// What it decided.
    pub decision: Option<Decision>,
}

/// What a ballot left open: seats first, and once they are filled the alternates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenSeats<'a> {
    /// How it ended.
    pub outcome: Outcome,
    /// Seats left.
    pub still_to_elect: u32,
    /// The names tied at the last of them.
    pub tied: &'a [String],
}

impl BallotResult {
    /// What is left open, be it seats or, when they are filled, alternates.
    pub fn open(&self) -> OpenSeats<'_> {
        let alternates = self.alternates_open();
        if self.outcome == Outcome::Complete && alternates > 0 {
            let outcome = match self.alternates_tied.as_slice() {
                [] => Outcome::Short,
                _ => Outcome::Tied,
            };
            OpenSeats {
                outcome,
                still_to_elect: alternates,
                tied: &self.alternates_tied,
            }
        } else {
            OpenSeats {
                outcome: self.outcome,
                still_to_elect: self.still_to_elect,
                tied: &self.tied,
            }
        }
    }

    /// Alternates still to elect, once all seats are filled.
    pub fn alternates_open(&self) -> u32 {
        if self.elects_alternates {
            return self.still_to_elect;
        }
        if self.outcome != Outcome::Complete {
            return 0;
        }
        let elected = self.candidates.iter().filter(|one| one.is_alternate);
        let elected = Headcount::of(elected.count()).0;
        self.alternates_wanted.saturating_sub(elected)
    }

    /// Whether what is left open are alternates.
    pub fn opens_alternates(&self) -> bool {
        self.elects_alternates || self.outcome == Outcome::Complete
    }

    /// Whether the list of a re-vote is exactly that of those tied here.
    ///
    /// Source: 244-QĐ/TW, article 32; 190-QĐ/TW, article 30.
    pub(in crate::rules) fn is_tie_of(&self, revote: &Ballot) -> bool {
        let keys = |names: &mut dyn Iterator<Item = &str>| {
            let mut keys: Vec<NameKey> = names.map(NameKey::of).collect();
            keys.sort();
            keys
        };
        let mut listed = revote.candidates.iter().map(|one| one.name.value.as_str());
        let mut tied = self.open().tied.iter().map(String::as_str);
        keys(&mut listed) == keys(&mut tied)
    }

    /// Whether anybody has more than half of the base, elected or not.
    pub fn is_anyone_over_half(&self) -> bool {
        let base = self.base.count.value.0;
        let mut votes = self.candidates.iter().filter_map(|one| one.votes.as_ref());
        votes.any(|votes| is_over_half(votes.value.0, base))
    }
}

/// One candidate's result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CandidateResult {
    /// The name as typed.
    pub name: Traced<String>,
    /// Votes for.
    pub votes: Option<Traced<Votes>>,
    /// Votes against, on a list without surplus.
    pub against: Option<Traced<Votes>>,
    /// Valid ballots that count neither way for this person.
    pub uncounted: Option<u32>,
    /// Share of votes in the percent base.
    pub percent: Option<Traced<Percent>>,
    /// Whether elected by this ballot.
    pub is_elected: bool,
    /// Whether elected as an alternate ("dự khuyết").
    pub is_alternate: bool,
}

/// How a ballot ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// All seats are filled.
    Complete,
    /// Fewer than the seats have more than half.
    Short,
    /// More people than seats share the last votes that would be enough.
    Tied,
    /// A re-vote among the tied ended in a tie again.
    TiedAgain,
    /// Fewer than two thirds of those summoned were present: nothing is elected.
    NotQuorate,
    /// A re-vote of others than those tied before it: nothing is elected, since the
    /// higher count wins among the tied only.
    Void,
}

impl Outcome {
    /// The name in JSON.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Complete => "complete",
            Self::Short => "short",
            Self::Tied => "tied",
            Self::TiedAgain => "tied-again",
            Self::NotQuorate => "not-quorate",
            Self::Void => "void",
        }
    }
}

/// What the congress has to decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecisionNeeded {
    /// Whether there is another round.
    NextRound,
    /// Whether there is a re-vote among the tied.
    Revote,
    /// After three failed ballots for secretary: to ask the higher committee.
    AskHigherCommittee,
}

impl DecisionNeeded {
    /// The name in JSON.
    pub fn slug(self) -> &'static str {
        match self {
            Self::NextRound => "next-round",
            Self::Revote => "revote",
            Self::AskHigherCommittee => "ask-higher-committee",
        }
    }
}
