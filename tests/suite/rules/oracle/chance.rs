//! Congresses by chance, the same for the same seed. What follows a ballot is drawn from
//! what the second count says of it, so that later rounds are those a congress holds.

use super::count::{Answer, SheetAnswer, count};
use super::facts::{Count, Decided, Facts, Life, Person, Post, Sheet, There, number};

/// Numbers by chance (`SplitMix64`).
pub(crate) struct Chance(u64);

impl Chance {
    /// Numbers of their own for each seed.
    pub(crate) fn of(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// One of the numbers below.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).unwrap()
    }

    pub(crate) fn between(&mut self, first: usize, last: usize) -> usize {
        first + self.below(last + 1 - first)
    }

    /// So many times in a hundred.
    pub(crate) fn percent(&mut self, times: usize) -> bool {
        self.below(100) < times
    }

    pub(crate) fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    pub(crate) fn shuffle<T>(&mut self, all: &mut [T]) {
        for end in (1..all.len()).rev() {
            all.swap(end, self.below(end + 1));
        }
    }
}

/// A congress.
pub(crate) fn congress(seed: u64) -> Facts {
    let mut chance = Chance(seed);
    let mut facts = Facts::default();
    let size = chance.between(3, 15);
    // in some congresses hardly anybody comes
    let absent = if chance.percent(5) { 45 } else { 8 };
    for _ in 0..size {
        let person = person(&mut chance, absent);
        facts.people.push(person);
    }
    let posts = if size >= 9 {
        &[
            Post::Committee,
            Post::Secretary,
            Post::Deputy,
            Post::Delegates,
        ][..]
    } else {
        &[Post::Secretary, Post::Deputy, Post::Delegates]
    };
    for post in posts {
        if chance.percent(70) {
            hold(*post, &mut facts, &mut chance);
        }
    }
    facts
}

fn person(chance: &mut Chance, absent: usize) -> Person {
    let there = match chance.below(100) {
        it if it < absent => There::Never,
        it if it < absent + 5 => There::Partly,
        _ => There::Wholly,
    };
    let life = match chance.below(100) {
        0..75 => Life::Usual,
        75..83 => Life::Exempt,
        83..89 => Life::Away,
        89..93 => Life::Visiting,
        93..97 => Life::Suspended,
        _ => Life::Charged,
    };
    // the exempt, the absent: each in every way of being there
    let there = if life != Life::Usual && chance.percent(45) {
        There::Never
    } else {
        there
    };
    Person {
        is_official: chance.percent(90),
        life,
        there,
        // also typed of those who were there for a part
        is_accepted: there != There::Wholly && chance.percent(60),
    }
}

/// All the ballots for a post.
fn hold(post: Post, facts: &mut Facts, chance: &mut Chance) {
    let mut people: Vec<usize> = (1..=facts.people.len()).collect();
    chance.shuffle(&mut people);
    let seats = match post {
        Post::Secretary | Post::Deputy => 1,
        Post::Committee => chance.between(1, 5),
        Post::Delegates => chance.between(1, 4),
    };
    let more = match post {
        Post::Secretary | Post::Deputy => chance.one_of(&[0, 0, 0, 1]),
        Post::Committee | Post::Delegates => chance.between(0, 4),
    };
    people.truncate(seats + more);
    let alternates = match post {
        Post::Delegates => chance.percent(75).then(|| number(chance.between(1, 3))),
        // a number that means nothing here
        _ => chance.percent(3).then_some(2),
    };
    // a post that nobody gets, however often they vote
    let fails = post == Post::Secretary && chance.percent(30);
    let mut next = Some(Sheet {
        post,
        round: 1,
        is_again: false,
        seats: number(seats),
        alternates,
        present: None,
        has_boxes: people.len() <= seats,
        names: people,
        count: Count::None,
        decided: None,
    });
    while let Some(mut sheet) = next.take() {
        if !chance.percent(3) {
            let answer = count(facts);
            sheet.count = votes(&sheet, &answer, fails, chance);
            sheet.present = chance
                .percent(40)
                .then(|| number(chance.between(answer.turnout[2], answer.turnout[1])));
        }
        facts.sheets.push(sheet);
        next = follow(facts, fails, chance);
    }
}

/// Votes near the half of the base, often as many as somebody else's.
fn votes(sheet: &Sheet, answer: &Answer, fails: bool, chance: &mut Chance) -> Count {
    let [_, present, ..] = answer.turnout;
    let half = answer.base / 2;
    if chance.percent(35) && present > 0 && !fails {
        return papers(sheet, present, chance);
    }
    let valid = present - chance.below(present.min(2) + 1);
    let mut votes: Vec<(u32, u32)> = Vec::new();
    for _ in &sheet.names {
        let agreed = match chance.below(10) {
            _ if fails => chance.between(0, half),
            0..3 => valid,
            3 => half,
            4 | 5 => half + 1,
            6 => half + 2,
            7 => votes.last().map_or(valid, |it| it.0 as usize),
            _ => chance.between(0, valid),
        };
        let agreed = agreed.min(valid);
        let against = valid - agreed;
        // of several names, one may count neither way
        let against = if sheet.names.len() > 1 {
            against - chance.below(against.min(1) + 1)
        } else {
            against
        };
        votes.push((number(agreed), number(against)));
    }
    Count::Typed(number(valid), votes)
}

/// One ballot after another.
fn papers(sheet: &Sheet, present: usize, chance: &mut Chance) -> Count {
    let names = sheet.names.len();
    let seats = (sheet.seats as usize).min(names);
    let returned = present - chance.below(2);
    let unanimous = chance.percent(50);
    let mut papers = Vec::new();
    for _ in 0..returned {
        let mut signs = vec!['.'; names];
        if sheet.has_boxes {
            for sign in &mut signs {
                *sign = match chance.below(100) {
                    0..70 => 'x',
                    70..90 => 'K',
                    90..95 => '2',
                    _ => '.',
                };
            }
        } else {
            let chosen = match chance.below(20) {
                0 => 0,
                1 => (seats + 1).min(names),
                2..5 => chance.between(1, seats),
                _ => seats,
            };
            let mut order: Vec<usize> = (0..names).collect();
            if !unanimous || chance.percent(20) {
                chance.shuffle(&mut order);
            }
            for at in order.into_iter().take(chosen) {
                signs[at] = 'x';
            }
        }
        papers.push((chance.percent(4), signs.into_iter().collect()));
    }
    Count::Papers(papers)
}

/// What the congress does after its last ballot, and the next sheet if there is one.
fn follow(facts: &mut Facts, fails: bool, chance: &mut Chance) -> Option<Sheet> {
    let sheet = facts.sheets.last().unwrap().clone();
    if matches!(sheet.count, Count::None) {
        return None;
    }
    let answer = count(facts);
    let told = answer.sheets.last().unwrap();
    let stays = if fails { 15 } else { 35 };
    let decided = match told.ending {
        "complete" => None,
        "not-quorate" => chance.percent(20).then_some(Decided::NoMore),
        _ if chance.percent(stays) => {
            chance.one_of(&[None, Some(Decided::NoMore), Some(Decided::AskAbove)])
        }
        "tied" | "tied-again" => Some(chance.one_of(&[
            Decided::VoteAgain,
            Decided::VoteAgain,
            Decided::VoteOn,
        ])),
        _ => Some(Decided::VoteOn),
    };
    // a short ballot may be followed by another without a word
    let is_said = told.ending != "short" || chance.percent(80);
    facts.sheets.last_mut().unwrap().decided = decided.filter(|_| is_said);
    let wanted = sheet.alternates.filter(|_| sheet.post == Post::Delegates);
    match decided {
        // decided, and its sheet was never typed
        Some(_) if chance.percent(5) => None,
        Some(Decided::VoteOn) if sheet.round < 5 => {
            Some(next_round(&sheet, told.still_open, told, facts, chance))
        }
        Some(Decided::VoteAgain) => Some(Sheet {
            // a second re-vote is a round of its own
            round: sheet.round + u32::from(sheet.is_again),
            is_again: true,
            seats: number(told.still_open),
            alternates: wanted.filter(|_| chance.percent(30)),
            names: told.tied.clone(),
            has_boxes: false,
            count: Count::None,
            decided: None,
            ..sheet
        }),
        _ => None,
    }
}

/// A further round for the open seats: with all who were left, some of them, or others.
fn next_round(
    sheet: &Sheet,
    seats: usize,
    told: &SheetAnswer,
    facts: &Facts,
    chance: &mut Chance,
) -> Sheet {
    let mut names: Vec<usize> = sheet.names.clone();
    names.retain(|it| !told.elected.contains(it) && !told.alternates.contains(it));
    if names.is_empty() || chance.percent(40) {
        let stood: Vec<usize> = facts
            .sheets
            .iter()
            .flat_map(|it| it.names.clone())
            .collect();
        let others = (1..=facts.people.len()).filter(|it| !stood.contains(it));
        names.extend(others.take(chance.between(1, 2)));
    }
    if names.is_empty() {
        names.push(1);
    }
    Sheet {
        round: sheet.round + 1,
        is_again: false,
        seats: number(seats),
        alternates: sheet.alternates.filter(|_| chance.percent(40)),
        has_boxes: names.len() <= seats,
        names,
        count: Count::None,
        decided: None,
        ..sheet.clone()
    }
}
