//! A congress by chance with everything that its papers draw on, and what the second
//! count says of it.

use super::pinned;
use crate::rules::builder::{name, typed};
use crate::rules::oracle::chance::{self, Chance};
use crate::rules::oracle::count::{Answer, count};
use crate::rules::oracle::facts::{Count, Facts, Life, Sheet, There};
use bienban::model::{
    Assessment, Ballot, BallotId, Congress, Event, EventKind, FullDate, Headcount,
    Member, Motion, MotionKind, PartialDate, PercentBase, ResolutionItem, ResolutionPart,
    Sex, Target, TimeOfDay, Traced, Votes,
};

const FAMILY: [&str; 15] = [
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô",
    "Dương", "Lý", "Đinh", "H'Hen",
];
const MIDDLE: [&str; 5] = ["Văn", "Thị", "Đức", "Thị Thu", "Minh"];
const GIVEN: [&str; 15] = [
    "An", "Bích", "Dũng", "Đạt", "Hà", "Hòa", "Hương", "Khoa", "Long", "Oanh", "Ổn",
    "Sơn", "Thúy", "Thủy", "Ý",
];
/// One syllable in two spellings.
const SPELLINGS: [(&str, &str); 4] = [
    ("Hòa", "Hoà"),
    ("Thúy", "Thuý"),
    ("Thủy", "Thuỷ"),
    ("Khoa", "KHOA"),
];

/// The day, its term and the term before.
type Day = ((u16, u8, u8), &'static str, &'static str);
const DAYS: [Day; 4] = [
    ((2022, 8, 29), "2022-2025", "2020-2022"),
    ((2022, 9, 5), "2022-2025", "2020-2022"),
    ((2025, 2, 7), "2025-2027", "2022-2025"),
    ((2026, 6, 10), "2025-2030", "2022-2025"),
];

/// A congress and what the test knows of it.
#[derive(Debug)]
pub(super) struct Whole {
    pub(super) facts: Facts,
    pub(super) answer: Answer,
    pub(super) congress: Congress,
    /// Names as in the member list.
    pub(super) names: Vec<String>,
    /// Names of guests.
    pub(super) guests: Vec<&'static str>,
    /// Ballots issued, returned, valid, invalid; counted sheets in order.
    pub(super) ballots: Vec<[usize; 4]>,
    pub(super) percent_base: PercentBase,
    pub(super) date: FullDate,
    pub(super) term: &'static str,
    pub(super) previous_term: &'static str,
}

/// A congress.
pub(super) fn whole(seed: u64) -> Whole {
    let facts = chance::congress(seed);
    let answer = count(&facts);
    let mut chance = Chance::of(seed ^ 0x5EED);
    let mut congress = facts.congress();
    let names = names(&mut congress, &mut chance);
    let (day, term, previous_term) = chance.one_of(&DAYS);
    let date = FullDate::new(day.0, day.1, day.2).unwrap();
    let percent_base = match chance.below(10) {
        0 => PercentBase::Valid,
        1 => PercentBase::Present,
        2 => PercentBase::Summoned,
        _ => PercentBase::Official,
    };
    let mut guests = vec!["Ôn Văn Hà", "Lưu Thị Yên", "Tạ Quốc Ân"];
    guests.truncate(chance.below(4));
    let mut whole = Whole {
        facts,
        answer,
        congress,
        names,
        guests,
        ballots: Vec::new(),
        percent_base,
        date,
        term,
        previous_term,
    };
    whole.identity(&mut chance);
    whole.boards(&mut chance);
    whole.members(&mut chance);
    whole.counts(&mut chance);
    whole.motions(&mut chance);
    whole.events(&mut chance);
    whole.resolution(&mut chance);
    whole.congress.pinned = pinned::rows(&whole, &mut chance);
    whole
}

/// Gives everybody a name, which sheets of ballots may spell otherwise.
fn names(congress: &mut Congress, chance: &mut Chance) -> Vec<String> {
    let (mut family, mut given) = (FAMILY, GIVEN);
    chance.shuffle(&mut family);
    chance.shuffle(&mut given);
    let names: Vec<String> = family
        .iter()
        .zip(given)
        .take(congress.members.len())
        .map(|(family, given)| {
            // a name of the highlands has two words
            if *family == "H'Hen" {
                format!("{family} {given}")
            } else {
                format!("{family} {} {given}", chance.one_of(&MIDDLE))
            }
        })
        .collect();
    let of = |numbered: &str| {
        let number: usize = numbered.trim_start_matches("Người ").parse().unwrap();
        names[number - 1].clone()
    };
    for member in &mut congress.members {
        member.name.value = of(&member.name.value);
    }
    for one in congress
        .ballots
        .iter_mut()
        .flat_map(|it| &mut it.candidates)
    {
        one.name.value = other_spelling(of(&one.name.value), chance);
    }
    names
}

/// The same name as somebody else may type it.
fn other_spelling(name: String, chance: &mut Chance) -> String {
    if chance.percent(90) {
        return name;
    }
    let spellings = SPELLINGS.into_iter();
    spellings.fold(name, |name, (one, other)| name.replace(one, other))
}

fn text(text: &str, cell: &str) -> Traced<String> {
    typed(text.to_owned(), "Thông tin", cell)
}

fn time(hour: u8, minute: u8, cell: &str) -> Traced<TimeOfDay> {
    typed(TimeOfDay::new(hour, minute).unwrap(), "Thông tin", cell)
}

impl Whole {
    fn identity(&mut self, chance: &mut Chance) {
        let own = &mut self.congress.identity;
        let organisation = chance.one_of(&["Cục Mẫu", "Sở Mẫu & Dạy nghề"]);
        own.organisation = Some(text(organisation, "B10"));
        let higher = chance.percent(80).then(|| text("Bộ Mẫu", "B11"));
        own.higher_organisation = higher;
        own.term = Some(text(self.term, "B12"));
        let previous = chance.percent(80).then(|| text(self.previous_term, "B13"));
        own.previous_term = previous;
        own.ordinal = chance.percent(20).then(|| text("XII", "B14"));
        own.date = Some(typed(self.date, "Thông tin", "B2"));
        own.opened = Some(time(8, 0, "B15"));
        own.closed = Some(time(11, 30, "B16"));
        let venue = chance.one_of(&["Hội trường cơ quan", "Phòng họp lớn."]);
        own.venue = Some(text(venue, "B17"));
        own.place_name = Some(text("Hà Nội", "B18"));
        let plan = "Kế hoạch số 99-KH/ĐU, ngày 29/6/2022 của Đảng ủy;";
        own.basis = vec![text(plan, "B19")];
        own.basis.truncate(chance.below(2));
        let base = typed(self.percent_base, "Thông tin", "B20");
        let is_typed = self.percent_base != PercentBase::Official || chance.percent(20);
        own.percent_base = is_typed.then_some(base);
        let copies = Headcount(u32::try_from(chance.between(1, 12)).unwrap());
        own.copies = chance
            .percent(30)
            .then(|| typed(copies, "Thông tin", "B21"));
        let signs = chance.percent(30);
        own.presidium_signs_count = Some(typed(signs, "Thông tin", "B22"));
    }

    /// Official members who were there throughout, or else whoever there is.
    fn able(&self) -> Vec<String> {
        let people = self.facts.people.iter().zip(&self.names);
        let able: Vec<String> = people
            .filter(|(it, _)| {
                it.is_official && it.there == There::Wholly && it.life == Life::Usual
            })
            .map(|(_, name)| name.clone())
            .collect();
        if able.is_empty() {
            self.names.clone()
        } else {
            able
        }
    }

    /// Some of them.
    fn some(&self, most: usize, cell: &str, chance: &mut Chance) -> Vec<Traced<String>> {
        let mut able = self.able();
        chance.shuffle(&mut able);
        able.truncate(chance.between(1, most));
        let able = able.into_iter().map(|it| other_spelling(it, chance));
        able.map(|it| text(&it, cell)).collect()
    }

    fn boards(&mut self, chance: &mut Chance) {
        let most = chance.one_of(&[1, 3]);
        self.congress.boards.chairs = self.some(most, "B23", chance);
        let most = chance.one_of(&[1, 2]);
        self.congress.boards.secretaries = self.some(most, "B24", chance);
        let guests = self.guests.iter().map(|name| {
            let post = chance.percent(70);
            let post = if post {
                " – Ủy viên Ban Thường vụ"
            } else {
                ""
            };
            text(&format!("{name}{post}"), "B25")
        });
        self.congress.boards.guests = guests.collect();
        let outgoing = self.some(1, "B26", chance);
        self.congress.boards.outgoing_secretary = outgoing.into_iter().next();
        if self.facts.people.len() >= 9 {
            self.congress.boards.outgoing_committee = self.some(3, "B27", chance);
        }
    }

    fn members(&mut self, chance: &mut Chance) {
        let list = "Đảng viên";
        let people = self.facts.people.iter();
        for (member, person) in self.congress.members.iter_mut().zip(people) {
            let year = u16::try_from(chance.between(1958, 1999)).unwrap();
            let date = |year: u16| FullDate::new(year, 5, 19).map(PartialDate::Full);
            let born = if chance.percent(80) {
                date(year)
            } else {
                PartialDate::of_year(year)
            };
            member.born = born.map(|it| typed(it, list, "A1"));
            let sex = chance.one_of(&[Sex::Male, Sex::Female]);
            member.sex = Some(typed(sex, list, "A1"));
            let admitted = if person.is_official { year + 20 } else { 2021 };
            member.admitted = date(admitted).map(|it| typed(it, list, "A1"));
            let official = person.is_official.then(|| date(admitted + 1)).flatten();
            member.official_since = official.map(|it| typed(it, list, "A1"));
            let is_absent = person.there != There::Wholly;
            let reasons = [
                "Đi công tác",
                "Ốm.",
                "nghỉ thai sản",
                "BHXH chưa giải quyết",
            ];
            let reason = chance.one_of(&reasons);
            let has_reason = is_absent && chance.percent(70);
            member.absence_reason =
                has_reason.then(|| Box::new(typed(reason.into(), list, "A1")));
            describe(member, chance);
        }
    }

    /// What was issued, what came back, who counted.
    fn counts(&mut self, chance: &mut Chance) {
        let able = self.able();
        let is_counted = |it: &Sheet| !matches!(it.count, Count::None);
        let mut told = self.answer.sheets.iter();
        let sheets = self.facts.sheets.iter();
        for (ballot, sheet) in self.congress.ballots.iter_mut().zip(sheets) {
            let stands = |name: &&String| {
                let of = |it: &usize| &self.names[it - 1] == *name;
                sheet.names.iter().any(of)
            };
            let mut board: Vec<&String> = able.iter().filter(|it| !stands(it)).collect();
            board.truncate(chance.between(0, 3));
            let mut board = board.into_iter().map(|it| text(it, "B1"));
            ballot.board_head = board.next();
            ballot.board_members = board.collect();
            ballot.finished = chance.percent(60).then(|| time(10, 15, "B9"));
            if !is_counted(sheet) {
                continue;
            }
            let [mut returned, valid, mut invalid] = told.next().unwrap().ballots;
            if matches!(sheet.count, Count::Typed(..)) && chance.percent(30) {
                invalid = chance.between(1, 2);
                returned = valid + invalid;
                let reason = chance.one_of(&["Có viết thêm.", "Phiếu bầu quá số lượng"]);
                let reason = typed(reason.to_owned(), "Bầu", "B7");
                ballot.invalid_reasons = vec![reason];
                ballot.invalid_reasons.truncate(chance.below(2));
            }
            let issued = returned + usize::from(chance.percent(10));
            if matches!(sheet.count, Count::Typed(..)) {
                let typed = |count: usize, cell| {
                    let votes = Votes(u32::try_from(count).unwrap());
                    Some(typed(votes, "Bầu", cell))
                };
                (ballot.returned, ballot.valid) =
                    (typed(returned, "B4"), typed(valid, "B5"));
                ballot.invalid = typed(invalid, "B6");
            }
            let votes = Votes(u32::try_from(issued).unwrap());
            ballot.issued = Some(typed(votes, "Bầu", "B3"));
            self.ballots.push([issued, returned, valid, invalid]);
        }
    }

    /// Hands of the official members present, sometimes not all of them in favour.
    fn motion(&self, kind: MotionKind, chance: &mut Chance) -> Motion {
        let present = self.answer.turnout[1];
        let other = chance.one_of(&[0, 0, 0, 1, 2]).min(present);
        let against = chance.below(other + 1);
        let votes = |count: usize, cell| {
            let votes = Votes(u32::try_from(count).unwrap());
            Some(typed(votes, "Biểu quyết", cell))
        };
        let words = match kind {
            MotionKind::Programme => Some("Chương trình Đại hội"),
            MotionKind::Rules => Some("Quy chế Đại hội."),
            MotionKind::Report => Some("Báo cáo tổng kết"),
            MotionKind::Target => Some("Các chỉ tiêu chủ yếu"),
            _ => None,
        };
        let words = words.filter(|_| chance.percent(70));
        Motion {
            kind: typed(kind, "Biểu quyết", "A2"),
            ballot: None,
            text: words.map(|it| typed(it.to_owned(), "Biểu quyết", "D2")),
            agreed: votes(present - other, "E2"),
            disagreed: votes(against, "F2"),
            abstained: votes(other - against, "G2"),
        }
    }

    fn motions(&mut self, chance: &mut Chance) {
        let common = [
            MotionKind::Presidium,
            MotionKind::Secretaries,
            MotionKind::Programme,
            MotionKind::Rules,
            MotionKind::Report,
            MotionKind::Target,
            MotionKind::Resolution,
            MotionKind::Other,
        ];
        let mut motions = Vec::new();
        for kind in common {
            if chance.percent(75) {
                let mut motion = self.motion(kind, chance);
                if kind == MotionKind::Other {
                    let words = "Ủy quyền hoàn chỉnh văn kiện".to_owned();
                    motion.text = Some(typed(words, "Biểu quyết", "D2"));
                }
                motions.push(motion);
            }
        }
        for id in self.congress.ballots.iter().map(|it| it.id) {
            for kind in [
                MotionKind::Seats,
                MotionKind::CandidateList,
                MotionKind::CountingBoard,
            ] {
                if chance.percent(60) {
                    let mut motion = self.motion(kind, chance);
                    motion.ballot = Some(typed(id, "Biểu quyết", "B2"));
                    motions.push(motion);
                }
            }
        }
        self.congress.motions = motions;
    }

    fn events(&mut self, chance: &mut Chance) {
        let mut events = Vec::new();
        for kind in [
            EventKind::FlagSalute,
            EventKind::Opening,
            EventKind::Report,
            EventKind::Report,
            EventKind::Paper,
            EventKind::Discussion,
            EventKind::Discussion,
            EventKind::Guidance,
            EventKind::Other,
            EventKind::Elections,
            EventKind::Discussion,
            EventKind::Closing,
        ] {
            if chance.percent(65) {
                events.push(self.event(kind, chance));
            }
        }
        for (kind, id) in self.nominations(chance) {
            let mut event = self.event(kind, chance);
            event.ballot = Some(typed(id, "Diễn biến", "C2"));
            events.insert(0, event);
        }
        self.congress.events = events;
    }

    fn nominations(&self, chance: &mut Chance) -> Vec<(EventKind, BallotId)> {
        let ids = self.congress.ballots.iter().map(|it: &Ballot| it.id);
        let ids: Vec<BallotId> = ids.filter(|_| chance.percent(20)).collect();
        let kinds = [
            EventKind::SelfNomination,
            EventKind::Nomination,
            EventKind::Withdrawal,
        ];
        let all = ids.into_iter();
        all.map(|id| (chance.one_of(&kinds), id)).collect()
    }

    fn event(&self, kind: EventKind, chance: &mut Chance) -> Event {
        let of = |words: &str| typed(words.to_owned(), "Diễn biến", "D2");
        let is_nomination = matches!(
            kind,
            EventKind::SelfNomination | EventKind::Nomination | EventKind::Withdrawal
        );
        let person = chance.percent(80) || is_nomination;
        let words = match kind {
            EventKind::FlagSalute => None,
            EventKind::Report => Some("Báo cáo tổng kết nhiệm kỳ"),
            _ => Some("Nhất trí với các văn kiện trình Đại hội"),
        };
        let words = words.filter(|_| chance.percent(70));
        Event {
            time: chance.percent(50).then(|| time(9, 5, "A2")),
            kind: typed(kind, "Diễn biến", "B2"),
            ballot: None,
            person: person.then(|| self.some(1, "D2", chance).remove(0)),
            post: (person && chance.percent(50)).then(|| of("Trưởng phòng")),
            text: words.map(of),
        }
    }

    fn resolution(&mut self, chance: &mut Chance) {
        let of = |words: &str| typed(words.to_owned(), "Nghị quyết", "B2");
        let parts = [
            (ResolutionPart::Results, "Hoàn thành nhiệm vụ được giao"),
            (ResolutionPart::Shortcomings, "Sinh hoạt chuyên đề còn ít;"),
            (ResolutionPart::Causes, "Chưa lập kế hoạch từ đầu năm."),
            (ResolutionPart::Direction, "Giữ vững đoàn kết"),
            (ResolutionPart::Tasks, "Nâng cao chất lượng sinh hoạt"),
            (ResolutionPart::Measures, "Phân công từng đảng viên"),
            (ResolutionPart::Execution, "Chi bộ kiểm tra hằng năm"),
        ];
        let mut items = Vec::new();
        for (part, words) in parts {
            if chance.percent(70) {
                let part = typed(part, "Nghị quyết", "A2");
                items.push(ResolutionItem {
                    part,
                    text: Some(of(words)),
                    target: None,
                });
            }
        }
        if chance.percent(60) {
            let unit = chance.percent(70).then(|| of("đồng chí"));
            let level = chance.percent(90).then(|| of("2"));
            let name = of("Kết nạp đảng viên mới");
            let target = Target { name, unit, level };
            items.push(ResolutionItem {
                part: typed(ResolutionPart::Goals, "Nghị quyết", "A2"),
                text: None,
                target: Some(target),
            });
        }
        self.congress.resolution = items;
        for part in ["Ưu điểm", "Hạn chế", "Kiến nghị"] {
            if chance.percent(50) {
                self.congress.assessments.push(Assessment {
                    part: typed(part.to_owned(), "Đánh giá", "A2"),
                    text: typed("Chuẩn bị chu đáo".to_owned(), "Đánh giá", "B2"),
                });
            }
        }
    }
}

fn describe(member: &mut Member, chance: &mut Chance) {
    let mut of = |words: &[&str]| {
        let words = chance.one_of(words);
        (!words.is_empty()).then(|| typed(words.into(), "Đảng viên", "A1"))
    };
    member.ethnic_group = of(&["Kinh", "Kinh", "Tày", ""]);
    member.religion = of(&["Không", "", "Thiên Chúa giáo"]);
    member.home = of(&["Hà Nội", "Nam Định", ""]);
    member.post = of(&["Trưởng phòng", "Chuyên viên", ""]);
    member.schooling = of(&["12/12", ""]).map(Box::new);
    member.profession = of(&["Đại học", "Thạc sĩ", ""]).map(Box::new);
    member.political_theory = of(&["Trung cấp", "Cao cấp", ""]).map(Box::new);
}

/// `Người 01` is nobody's name here.
pub(super) fn is_renamed(text: &str) -> bool {
    !text.contains("Người ") || (1..=15).all(|number| !text.contains(&name(number)))
}
