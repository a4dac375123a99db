//! Elections: one ballot ("lần bầu") after another for each office.

use crate::diagnostic::Place;
use crate::model::{Headcount, Seats, TimeOfDay, Traced, Votes};

/// What is elected, in the order of the congress.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Office {
    /// "Chi ủy": the cell's committee.
    Committee,
    /// "Bí thư": its secretary.
    Secretary,
    /// "Phó bí thư": its deputy secretary.
    Deputy,
    /// "Đại biểu": delegates to the higher congress.
    Delegates,
}

impl Office {
    /// Every office, in order.
    pub const ALL: [Self; 4] = [
        Self::Committee,
        Self::Secretary,
        Self::Deputy,
        Self::Delegates,
    ];

    /// The name in file names and JSON.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Committee => "chi-uy",
            Self::Secretary => "bi-thu",
            Self::Deputy => "pho-bi-thu",
            Self::Delegates => "dai-bieu",
        }
    }

    /// Whether the committee above ratifies those elected ("chuẩn y"): all but delegates.
    pub fn is_ratified(self) -> bool {
        self != Self::Delegates
    }

    /// The name on a sheet's tab, after "Bầu".
    pub fn label(self) -> &'static str {
        match self {
            Self::Committee => "chi ủy",
            Self::Secretary => "bí thư",
            Self::Deputy => "phó bí thư",
            Self::Delegates => "đại biểu",
        }
    }
}

/// Which ballot: office, round, and whether it is a re-vote among the tied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BallotId {
    /// For which office.
    pub office: Office,
    /// Round, from 1 ("lần").
    pub round: u32,
    /// "Bầu lại": only among those tied in this round.
    pub is_revote: bool,
}

/// One sheet "Bầu …".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ballot {
    /// Which one.
    pub id: BallotId,
    /// Its sheet.
    pub place: Place,
    /// "Số lượng bầu".
    pub seats: Option<Traced<Seats>>,
    /// "Được triệu tập", typed.
    pub summoned: Option<Traced<Headcount>>,
    /// "Có mặt" at the vote, typed.
    pub present: Option<Traced<Headcount>>,
    /// "Phát ra".
    pub issued: Option<Traced<Votes>>,
    /// "Thu về".
    pub returned: Option<Traced<Votes>>,
    /// "Hợp lệ".
    pub valid: Option<Traced<Votes>>,
    /// "Không hợp lệ".
    pub invalid: Option<Traced<Votes>>,
    /// "Lý do không hợp lệ".
    pub invalid_reasons: Vec<Traced<String>>,
    /// "Trưởng ban kiểm phiếu".
    pub board_head: Option<Traced<String>>,
    /// "Ủy viên kiểm phiếu".
    pub board_members: Vec<Traced<String>>,
    /// "Kiểm phiếu xong".
    pub finished: Option<Traced<TimeOfDay>>,
    /// "Số dự khuyết", for delegates.
    pub alternates: Option<Traced<Seats>>,
    /// "Quyết định của đại hội" after a short or tied result.
    pub decision: Option<Traced<Decision>>,
    /// Whether its cell holds what cannot be read, which the importer has said.
    pub is_decision_unread: bool,
    /// The list, in the order of the sheet.
    pub candidates: Vec<Candidate>,
    /// What is typed below the list as its total.
    pub total: ListTotal,
    /// Whether the list asks "Đồng ý" and "Không đồng ý" (no surplus on the list).
    pub asks_against: bool,
    /// The single ballots, where the sheet has a column for each.
    pub matrix: Option<Matrix>,
}

impl Ballot {
    /// A ballot of which the sheet tells nothing yet.
    pub fn empty(id: BallotId, place: Place) -> Self {
        Self {
            id,
            place,
            seats: None,
            summoned: None,
            present: None,
            issued: None,
            returned: None,
            valid: None,
            invalid: None,
            invalid_reasons: Vec::new(),
            board_head: None,
            board_members: Vec::new(),
            finished: None,
            alternates: None,
            decision: None,
            is_decision_unread: false,
            candidates: Vec::new(),
            total: ListTotal::default(),
            asks_against: false,
            matrix: None,
        }
    }

    /// Whether it was counted: any figure of the count was typed, or any mark.
    pub fn is_counted(&self) -> bool {
        let counts = [&self.issued, &self.returned, &self.valid, &self.invalid];
        counts.into_iter().any(Option::is_some)
            || self.candidates.iter().any(Candidate::is_counted)
            || self.matrix.as_ref().is_some_and(Matrix::has_refused)
    }

    /// How many names are on its list.
    pub fn listed(&self) -> Traced<Headcount> {
        let names = &self.candidates;
        let origins = names.iter().map(|one| one.name.origin());
        Traced::made_of(Headcount::of(names.len()), origins, "names on the list")
    }

    /// Whether it can be decided: seats and everybody's votes are known. Where one is
    /// missing, the importer has said so.
    pub fn is_decidable(&self) -> bool {
        let has_votes = |one: &Candidate| one.votes.is_some();
        self.is_counted()
            && self.seats.is_some()
            && !self.candidates.is_empty()
            && self.candidates.iter().all(has_votes)
    }
}

/// The row "Tổng cộng" below a list, as far as numbers stand in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ListTotal {
    /// How many names it says that there are.
    pub names: Option<Traced<Headcount>>,
    /// Under "Số phiếu", or "Đồng ý".
    pub votes: Option<Traced<Votes>>,
    /// Under "Không đồng ý".
    pub against: Option<Traced<Votes>>,
}

/// One name on a ballot's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// "Họ và tên".
    pub name: Traced<String>,
    /// "Số phiếu", or "Đồng ý".
    pub votes: Option<Traced<Votes>>,
    /// "Không đồng ý".
    pub against: Option<Traced<Votes>>,
    /// "Tỷ lệ" as typed.
    pub percent: Option<Traced<String>>,
    /// "Kết quả" as typed.
    pub declared: Option<Traced<DeclaredResult>>,
    /// What each ballot of a matrix says of the name, in the order of its columns.
    pub marks: Option<Traced<Vec<Mark>>>,
}

impl Candidate {
    /// Whether votes were typed, or a ballot was marked.
    fn is_counted(&self) -> bool {
        let is_marked = |marks: &Traced<Vec<Mark>>| {
            marks.value.iter().any(|mark| *mark != Mark::Neither)
        };
        self.votes.is_some() || self.marks.as_ref().is_some_and(is_marked)
    }
}

/// What one ballot says of one name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Nothing.
    Neither,
    /// "x" on a list with surplus, "Đ" on one without.
    For,
    /// "K": not agreed.
    Against,
    /// "ĐK": both boxes.
    Both,
}

/// A ballot matrix: one column for each ballot that came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix {
    /// Its cells, headers and reasons with them.
    pub place: Place,
    /// The ballots, in the order of their columns.
    pub papers: Vec<BallotPaper>,
}

impl Matrix {
    /// Whether a ballot was declared invalid.
    fn has_refused(&self) -> bool {
        self.papers.iter().any(|paper| paper.refused.is_some())
    }
}

/// One ballot that came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BallotPaper {
    /// The head of its column.
    pub place: Place,
    /// Declared invalid on other grounds than its marks, with the reason if one is
    /// given.
    pub refused: Option<Traced<Option<String>>>,
}

/// "Kết quả" as the sheet declares it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeclaredResult {
    /// "Trúng cử".
    Elected,
    /// "Không trúng cử".
    NotElected,
    /// "Dự khuyết".
    Alternate,
}

/// What the congress decided after a ballot ("Quyết định của đại hội").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// "Bầu tiếp": another round.
    NextRound,
    /// "Bầu lại": again among the tied.
    Revote,
    /// "Không bầu nữa".
    Stop,
    /// "Đề nghị chỉ định": the higher committee is asked to designate.
    AskHigherCommittee,
}

impl Decision {
    /// The name in JSON.
    pub fn slug(self) -> &'static str {
        match self {
            Self::NextRound => "next-round",
            Self::Revote => "revote",
            Self::Stop => "stop",
            Self::AskHigherCommittee => "ask-higher-committee",
        }
    }
}
