//! What a congress is made of, in words of the test's own, and the same as the program
//! reads it.

use super::super::builder::{Change, ballot, cell_of, typed};
use bienban::model::{
    Attendance, Ballot, Congress, Decision, Headcount, Office, Seats, Standing, Status,
    Votes,
};

/// "Tình trạng".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Life {
    Usual,
    Exempt,
    Away,
    Visiting,
    Suspended,
    Charged,
}

/// "Dự đại hội".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum There {
    Wholly,
    Partly,
    Never,
}

/// A row of the member list; its number is its place, from 1.
#[derive(Debug, Clone)]
pub(crate) struct Person {
    pub(crate) is_official: bool,
    pub(crate) life: Life,
    pub(crate) there: There,
    pub(crate) is_accepted: bool,
}

/// What is elected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Post {
    Committee,
    Secretary,
    Deputy,
    Delegates,
}

/// What the congress decided after a ballot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Decided {
    VoteOn,
    VoteAgain,
    NoMore,
    AskAbove,
}

/// How the votes are known.
#[derive(Debug, Clone)]
pub(crate) enum Count {
    /// The sheet is prepared only.
    None,
    /// Valid ballots, and for each name the votes for and, with boxes, against.
    Typed(u32, Vec<(u32, u32)>),
    /// Ballot by ballot: whether the board refused it, and a sign for each name: `x` or
    /// `K`, `2` for both boxes, `.` for none.
    Papers(Vec<(bool, String)>),
}

/// One sheet of a ballot.
#[derive(Debug, Clone)]
pub(crate) struct Sheet {
    pub(crate) post: Post,
    pub(crate) round: u32,
    pub(crate) is_again: bool,
    pub(crate) seats: u32,
    /// "Số dự khuyết", as typed.
    pub(crate) alternates: Option<u32>,
    /// "Có mặt", as typed.
    pub(crate) present: Option<u32>,
    /// Whether the ballot has the boxes "Đồng ý" and "Không đồng ý".
    pub(crate) has_boxes: bool,
    /// Who stands, in the order of the sheet.
    pub(crate) names: Vec<usize>,
    pub(crate) count: Count,
    pub(crate) decided: Option<Decided>,
}

/// A congress.
#[derive(Debug, Clone, Default)]
pub(crate) struct Facts {
    pub(crate) people: Vec<Person>,
    pub(crate) sheets: Vec<Sheet>,
}

impl Facts {
    /// The same, as the program reads it.
    pub(crate) fn congress(&self) -> Congress {
        let mut congress = cell_of(self.people.len());
        for (member, person) in congress.members.iter_mut().zip(&self.people) {
            if !person.is_official {
                member.standing.value = Standing::Probationary;
            }
            member.status.value = match person.life {
                Life::Usual => Status::Active,
                Life::Exempt => Status::Exempt,
                Life::Away => Status::Elsewhere,
                Life::Visiting => Status::Guest,
                Life::Suspended => Status::Suspended,
                Life::Charged => Status::Charged,
            };
            let there = match person.there {
                There::Wholly => Attendance::Present,
                There::Partly => Attendance::Partly,
                There::Never => Attendance::Absent,
            };
            member.attendance.as_mut().unwrap().value = there;
            let accepted = person.is_accepted;
            member.absence_accepted = accepted.then(|| typed(true, "Đảng viên", "H2"));
        }
        congress.ballots = self.sheets.iter().map(Sheet::ballot).collect();
        congress
    }
}

impl Sheet {
    fn ballot(&self) -> Ballot {
        let office = match self.post {
            Post::Committee => Office::Committee,
            Post::Secretary => Office::Secretary,
            Post::Deputy => Office::Deputy,
            Post::Delegates => Office::Delegates,
        };
        let list: Vec<(usize, u32)> = self.names.iter().map(|it| (*it, 0)).collect();
        let mut ballot = ballot(office, self.round, self.is_again, self.seats, &list);
        ballot.asks_against = self.has_boxes;
        ballot.alternates = self.alternates.map(|it| typed(Seats(it), "Bầu", "B7"));
        ballot.present = self.present.map(|it| typed(Headcount(it), "Bầu", "B8"));
        if let Some(decided) = self.decided {
            ballot = ballot.decided(match decided {
                Decided::VoteOn => Decision::NextRound,
                Decided::VoteAgain => Decision::Revote,
                Decided::NoMore => Decision::Stop,
                Decided::AskAbove => Decision::AskHigherCommittee,
            });
        }
        self.fill(ballot)
    }

    /// Fills in what was counted.
    fn fill(&self, mut ballot: Ballot) -> Ballot {
        match &self.count {
            Count::Typed(valid, votes) => {
                for (one, (agreed, _)) in ballot.candidates.iter_mut().zip(votes) {
                    one.votes.as_mut().unwrap().value.0 = *agreed;
                }
                let against: Vec<u32> =
                    votes.iter().map(|(_, against)| *against).collect();
                if self.has_boxes {
                    ballot = ballot.against(&against);
                }
                ballot.counted(*valid, *valid, *valid, 0)
            }
            Count::Papers(papers) => {
                let rows: Vec<String> = (0..self.names.len())
                    .map(|at| papers.iter().map(|(_, signs)| sign(signs, at)).collect())
                    .collect();
                let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
                // a sheet of blank ballots is counted when somebody says it was issued
                ballot.issued = Some(typed(Votes(number(papers.len())), "Bầu", "B3"));
                ballot = without_votes(ballot).matrix(&rows);
                for (index, (is_refused, _)) in papers.iter().enumerate() {
                    if *is_refused {
                        ballot = ballot.refused(index + 1, Some("Có viết thêm"));
                    }
                }
                ballot
            }
            Count::None => without_votes(ballot),
        }
    }
}

fn without_votes(mut ballot: Ballot) -> Ballot {
    for one in &mut ballot.candidates {
        one.votes = None;
    }
    ballot
}

pub(crate) fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap()
}

/// The sign for a name on a ballot.
pub(crate) fn sign(signs: &str, at: usize) -> char {
    signs.chars().nth(at).unwrap()
}
