//! Congresses for tests: every fact has a cell, so that findings can be told by theirs.

use bienban::diagnostic::{CellRange, CellRef, Place, Report, SheetRef};
use bienban::model::{
    Attendance, Ballot, BallotId, BallotPaper, Boards, Candidate, Congress, Decision,
    DeclaredResult, FullDate, Headcount, Identity, Mark, Matrix, Member, Motion,
    MotionKind, Office, Parent, Seats, Standing, Status, Traced, Votes,
};
use bienban::rules::{BallotResult, Results, check_batch, judge};

/// A cell, such as `B5` of "Đảng viên". Sheets stand in the order of this list.
pub(crate) fn at(sheet: &str, cell: &str) -> Place {
    let tabs = ["Thông tin", "Đảng viên", "Biểu quyết", "Văn bản"];
    let index = tabs.iter().position(|tab| *tab == sheet).unwrap_or(4);
    let column = u32::from(cell.as_bytes()[0] - b'A');
    let row = cell[1..].parse::<u32>().unwrap() - 1;
    let sheet = SheetRef {
        index: u32::try_from(index).unwrap(),
        name: sheet.into(),
    };
    Place {
        sheet: Some(sheet),
        ..Place::file("a.xlsx")
    }
    .at(CellRef { row, column })
}

pub(crate) fn typed<T>(value: T, sheet: &str, cell: &str) -> Traced<T> {
    Traced::typed(value, at(sheet, cell))
}

/// `Người 01`, in the first row below the head, and so on.
pub(crate) fn name(number: usize) -> String {
    format!("Người {number:02}")
}

/// An official member who attended: B name, C birth date, D official since, E status,
/// F attendance, H acceptance, I card.
pub(crate) fn member(number: usize) -> Member {
    let cell = |column: char| format!("{column}{}", number + 1);
    let of = |column| at("Đảng viên", &cell(column));
    Member {
        name: Traced::typed(name(number), of('B')),
        standing: Traced::typed(Standing::Official, of('D')),
        status: Traced::typed(Status::Active, of('E')),
        attendance: Some(Traced::typed(Attendance::Present, of('F'))),
        born: None,
        sex: None,
        absence_reason: None,
        absence_accepted: None,
        admitted: None,
        official_since: None,
        card: None,
        ethnic_group: None,
        religion: None,
        home: None,
        post: None,
        schooling: None,
        profession: None,
        political_theory: None,
        state_management: None,
        foreign_language: None,
        computing: None,
        badge: None,
        honours: None,
        grade: None,
        note: None,
    }
}

/// A congress of 29/8/2022 of so many official members, all present, without ballots.
pub(crate) fn cell_of(official: usize) -> Congress {
    let date = FullDate::new(2022, 8, 29).unwrap();
    Congress {
        files: vec!["a.xlsx".into()],
        cell: typed("Một".to_owned(), "Thông tin", "B1"),
        identity: Identity {
            date: Some(typed(date, "Thông tin", "B2")),
            ..Identity::default()
        },
        boards: Boards::default(),
        members: (1..=official).map(member).collect(),
        members_place: at("Đảng viên", "A1").whole_sheet(),
        ballots: Vec::new(),
        motions: Vec::new(),
        resolution: Vec::new(),
        events: Vec::new(),
        assessments: Vec::new(),
        pinned: Vec::new(),
    }
}

/// A ballot: which, seats, and the votes of `Người 01`, `Người 02` …; B2 seats, B3 issued,
/// B4 returned, B5 valid, B6 invalid, B9 decision, the list from row 11.
pub(crate) fn ballot(
    office: Office,
    round: u32,
    is_revote: bool,
    seats: u32,
    votes: &[(usize, u32)],
) -> Ballot {
    let id = BallotId {
        office,
        round,
        is_revote,
    };
    let tab = match (round, is_revote) {
        (1, false) => format!("Bầu {}", office.label()),
        (1, true) => format!("Bầu {} (bầu lại)", office.label()),
        _ => format!("Bầu {} (lần {round})", office.label()),
    };
    let candidates = votes
        .iter()
        .zip(11..)
        .map(|((number, votes), row)| Candidate {
            name: typed(name(*number), &tab, &format!("B{row}")),
            votes: Some(typed(Votes(*votes), &tab, &format!("C{row}"))),
            against: None,
            percent: None,
            declared: None,
            marks: None,
        });
    Ballot {
        seats: Some(typed(Seats(seats), &tab, "B2")),
        candidates: candidates.collect(),
        ..Ballot::empty(id, at(&tab, "A1").whole_sheet())
    }
}

/// The first ballot for the committee.
pub(crate) fn committee(seats: u32, votes: &[(usize, u32)]) -> Ballot {
    ballot(Office::Committee, 1, false, seats, votes)
}

/// The changes that cases are made of.
pub(crate) trait Change {
    fn counted(self, issued: u32, returned: u32, valid: u32, invalid: u32) -> Self;
    fn decided(self, decision: Decision) -> Self;
    fn against(self, votes: &[u32]) -> Self;
    fn declared(self, index: usize, result: DeclaredResult) -> Self;
    fn alternates(self, wanted: u32) -> Self;
    /// A matrix from column M on: for each name its marks, a sign for a ballot (`x` or
    /// `Đ` for, `K` against, `2` both, `.` neither).
    fn matrix(self, rows: &[&str]) -> Self;
    /// Refuses a ballot of the matrix, by its number.
    fn refused(self, number: usize, reason: Option<&str>) -> Self;
}

impl Change for Ballot {
    fn counted(mut self, issued: u32, returned: u32, valid: u32, invalid: u32) -> Self {
        let count = |votes, row| Some(Traced::typed(Votes(votes), self.place.at(row)));
        let cell = |row| CellRef { row, column: 1 };
        (self.issued, self.returned) = (count(issued, cell(2)), count(returned, cell(3)));
        (self.valid, self.invalid) = (count(valid, cell(4)), count(invalid, cell(5)));
        self
    }

    fn decided(mut self, decision: Decision) -> Self {
        let place = self.place.at(CellRef { row: 8, column: 1 });
        self.decision = Some(Traced::typed(decision, place));
        self
    }

    fn against(mut self, votes: &[u32]) -> Self {
        self.asks_against = true;
        for ((one, votes), row) in self.candidates.iter_mut().zip(votes).zip(10..) {
            let place = self.place.at(CellRef { row, column: 3 });
            one.against = Some(Traced::typed(Votes(*votes), place));
        }
        self
    }

    fn declared(mut self, index: usize, result: DeclaredResult) -> Self {
        let row = 10 + u32::try_from(index).unwrap();
        let place = self.place.at(CellRef { row, column: 5 });
        self.candidates[index].declared = Some(Traced::typed(result, place));
        self
    }

    fn alternates(mut self, wanted: u32) -> Self {
        let place = self.place.at(CellRef { row: 6, column: 1 });
        self.alternates = Some(Traced::typed(Seats(wanted), place));
        self
    }

    fn matrix(mut self, rows: &[&str]) -> Self {
        let size = u32::try_from(rows[0].chars().count()).unwrap();
        let cells = |first: u32, last: u32, until: u32| {
            let first = CellRef {
                row: first,
                column: 12,
            };
            let last = CellRef {
                row: last,
                column: until,
            };
            self.place.at(CellRange { first, last })
        };
        for ((one, marks), row) in self.candidates.iter_mut().zip(rows).zip(10..) {
            let marks = marks.chars().map(|sign| match sign {
                'x' | 'Đ' => Mark::For,
                'K' => Mark::Against,
                '2' => Mark::Both,
                _ => Mark::Neither,
            });
            one.marks = Some(Traced::typed(marks.collect(), cells(row, row, 11 + size)));
        }
        let last = 10 + u32::try_from(rows.len()).unwrap();
        let papers = (12..12 + size).map(|column| BallotPaper {
            place: self.place.at(CellRef { row: 9, column }),
            refused: None,
        });
        self.matrix = Some(Matrix {
            papers: papers.collect(),
            place: cells(9, last, 11 + size),
        });
        self
    }

    fn refused(mut self, number: usize, reason: Option<&str>) -> Self {
        let row = 10 + u32::try_from(self.candidates.len()).unwrap();
        let paper = &mut self.matrix.as_mut().unwrap().papers[number - 1];
        let column = paper.place.cells.unwrap().first.column;
        let place = self.place.at(CellRef { row, column });
        paper.refused = Some(Traced::typed(reason.map(str::to_owned), place));
        self
    }
}

/// Marks a member absent, with or without acceptance.
pub(crate) fn absent(congress: &mut Congress, number: usize, is_accepted: bool) {
    let cell = |column: char| at("Đảng viên", &format!("{column}{}", number + 1));
    let member = &mut congress.members[number - 1];
    member.attendance = Some(Traced::typed(Attendance::Absent, cell('F')));
    member.absence_accepted = is_accepted.then(|| Traced::typed(true, cell('H')));
}

/// A show of hands in row 2 of its sheet: A kind, D text, E to G the hands.
pub(crate) fn motion(kind: MotionKind, hands: Option<(u32, u32, u32)>) -> Motion {
    let of = |cell| at("Biểu quyết", cell);
    let votes = |count, cell| Traced::typed(Votes(count), of(cell));
    Motion {
        kind: Traced::typed(kind, of("A2")),
        ballot: None,
        text: Some(Traced::typed("Điều gì đó".to_owned(), of("D2"))),
        agreed: hands.map(|(agreed, _, _)| votes(agreed, "E2")),
        disagreed: hands.map(|(_, disagreed, _)| votes(disagreed, "F2")),
        abstained: hands.map(|(_, _, abstained)| votes(abstained, "G2")),
    }
}

/// What the rules say.
pub(crate) fn results(congress: &Congress) -> Results {
    judge(congress, &mut Report::default()).unwrap()
}

/// The last ballot.
pub(crate) fn last(congress: &Congress) -> BallotResult {
    results(congress).ballots.pop().unwrap()
}

/// Names of people.
pub(crate) fn names(numbers: &[usize]) -> Vec<String> {
    numbers.iter().map(|number| name(*number)).collect()
}

/// Cells as `Đảng viên!B5`.
pub(crate) fn shown(places: &[Place]) -> Vec<String> {
    places.iter().map(one_shown).collect()
}

fn one_shown(place: &Place) -> String {
    match (&place.sheet, place.cells) {
        (Some(sheet), Some(cells)) => format!("{}!{cells}", sheet.name),
        (Some(sheet), None) => sheet.name.to_string(),
        (None, _) => place.file.to_string(),
    }
}

/// Everything that the rules say of a congress which is alone in its batch.
pub(crate) fn judged(congress: &Congress) -> Report {
    judged_under(congress, None)
}

/// The same with the committee's workbook.
pub(crate) fn judged_under(congress: &Congress, parent: Option<&Parent>) -> Report {
    let (mut own, mut common) = (Report::default(), Report::default());
    judge(congress, &mut own);
    check_batch(parent, &mut [(congress, &mut own)], &mut common);
    own.extend(common);
    own.sorted()
}

/// The findings of the member list, the votes and hands: `V26 error Bầu chi ủy!B2`.
pub(crate) fn found(congress: &Congress) -> Vec<String> {
    lines(&judged(congress))
}

/// The findings of a report.
pub(crate) fn lines(report: &Report) -> Vec<String> {
    let findings = report.findings().iter();
    findings
        .map(|it| {
            let severity = it.severity().name();
            format!("{} {severity} {}", it.code(), one_shown(&it.place))
        })
        // labels and facts that this congress does not have on purpose
        .filter(|line| !line.starts_with('S'))
        .collect()
}

/// People of a kind of number, for comparing.
pub(crate) fn people(count: &Traced<Headcount>) -> u32 {
    count.value.0
}
