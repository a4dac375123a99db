//! The figures and names of each paper, against those of the second count.

use super::Written;
use super::text::{
    date_of, ends, fractions, names_in, numbers, short_date_of, some_or, start, tables,
};
use super::whole::Whole;
use crate::rules::oracle::count::{SheetAnswer, share};
use crate::rules::oracle::facts::{Count, Life, Person, Post, Sheet, There};
use bienban::model::{BallotId, Member, Office, PercentBase};
use bienban::template::PaperKind;
use std::collections::BTreeSet;

/// Name, votes, share in percent.
type Row = (String, usize, Option<String>);

/// Whatever is wrong in the papers of a congress.
pub(super) fn faults(whole: &Whole, papers: &[Written]) -> Vec<String> {
    let ballots = ballots(whole);
    let mut faults = Vec::new();
    for paper in papers {
        let mut check = Check {
            whole,
            text: paper.text(),
            stem: paper.id.file_stem(),
            faults: &mut faults,
        };
        check.common(paper);
        // by number, so that kinds to come fall under what is common to all
        match paper.id.kind.number() {
            4 => {
                let id = paper.id.ballot.unwrap();
                let ballot = ballots.iter().find(|it| it.id == id).unwrap();
                check.count(ballot, paper);
            }
            5 => check.minutes(&ballots, paper),
            6 => check.resolution(),
            8 => check.report(&ballots),
            9 => check.submission(&ballots, paper),
            10 => check.ratification(),
            1 => check.attendance(),
            2 => {
                let summoned = whole.answer.turnout[3];
                check.says(&format!("Danh sách này có {summoned:02} đảng viên:"));
                check.same("those on the list", names_in(paper).len(), summoned);
            }
            7 => {
                let elected = ratified(whole).into_iter().flat_map(|(_, names)| names);
                let elected: BTreeSet<String> = elected.collect();
                let elected: Vec<String> = elected.into_iter().collect();
                check.says(&format!("Danh sách này có {:02} đồng chí.", elected.len()));
                check.says(&format!(
                    "bầu cử tại Đại hội Chi bộ {}",
                    whole.congress.cell.value
                ));
                check.says(&format!("ngày {}.", short_date_of(whole.date)));
                check.same("elected", sorted(names_in(paper)), elected);
            }
            _ => {}
        }
    }
    let counts = papers.iter();
    let counts = counts.filter(|it| it.id.kind == PaperKind::BallotCount);
    if counts.count() != ballots.len() {
        faults.push("a count without a paper".to_owned());
    }
    faults
}

/// A counted ballot as the test knows it.
struct Known {
    id: BallotId,
    seats: usize,
    present: usize,
    least: Option<usize>,
    /// Issued, returned, valid, invalid.
    ballots: [usize; 4],
    /// Cells of the table: name, votes for, votes against, share.
    table: Vec<Vec<String>>,
    elected: Vec<Row>,
    alternates: Vec<Row>,
    out_of: usize,
}

fn ballots(whole: &Whole) -> Vec<Known> {
    let is_counted = |it: &&Sheet| !matches!(it.count, Count::None);
    let sheets = whole.facts.sheets.iter().filter(is_counted);
    let told = whole.answer.sheets.iter().zip(&whole.ballots);
    let known = sheets.zip(told);
    known
        .map(|(sheet, (told, ballots))| known_ballot(whole, sheet, told, *ballots))
        .collect()
}

fn known_ballot(
    whole: &Whole,
    sheet: &Sheet,
    told: &SheetAnswer,
    ballots: [usize; 4],
) -> Known {
    let out_of = match whole.percent_base {
        PercentBase::Official => whole.answer.base,
        PercentBase::Valid => ballots[2],
        PercentBase::Present => told.present,
        PercentBase::Summoned => whole.answer.turnout[0],
    };
    let name = |number: usize| whole.names[number - 1].clone();
    let row = |number: &usize| {
        let at = sheet.names.iter().position(|it| it == number).unwrap();
        let votes = told.votes[at].agreed;
        (name(*number), votes, share(votes, out_of))
    };
    let table = sheet.names.iter().zip(&told.votes).map(|(number, votes)| {
        let mut cells = vec![name(*number), votes.agreed.to_string()];
        cells.extend(votes.against.map(|it| it.to_string()));
        cells.push(share(votes.agreed, out_of).unwrap_or("–".to_owned()));
        cells
    });
    Known {
        id: BallotId {
            office: office(sheet.post),
            round: sheet.round,
            is_revote: sheet.is_again,
        },
        seats: sheet.seats as usize,
        present: told.present,
        least: told.least,
        ballots,
        table: sorted(table.collect()),
        elected: told.elected.iter().map(row).collect(),
        alternates: told.alternates.iter().map(row).collect(),
        out_of,
    }
}

fn office(post: Post) -> Office {
    match post {
        Post::Committee => Office::Committee,
        Post::Secretary => Office::Secretary,
        Post::Deputy => Office::Deputy,
        Post::Delegates => Office::Delegates,
    }
}

fn sorted<T: Ord>(mut all: Vec<T>) -> Vec<T> {
    all.sort();
    all
}

struct Check<'a> {
    whole: &'a Whole,
    text: String,
    stem: String,
    faults: &'a mut Vec<String>,
}

impl Check<'_> {
    #[expect(
        clippy::needless_pass_by_value,
        reason = "numbers and texts made for the comparison"
    )]
    fn same<T: PartialEq + std::fmt::Debug>(&mut self, what: &str, found: T, known: T) {
        if found != known {
            let stem = &self.stem;
            let fault = format!("{stem} {what}: {found:?}, should be {known:?}");
            self.faults.push(fault);
        }
    }

    fn says(&mut self, phrase: &str) {
        if !self.text.contains(phrase) {
            self.faults.push(format!("{} lacks {phrase:?}", self.stem));
        }
    }

    /// What holds for every kind of paper, and for those to come.
    fn common(&mut self, paper: &Written) {
        let (whole, text) = (self.whole, self.text.clone());
        let [_, official, _, summoned, present, _] = whole.answer.turnout;
        for (part, all) in fractions(&self.text, " đảng viên được triệu tập")
        {
            self.same(
                "present of those summoned",
                (part, all),
                (present, summoned),
            );
        }
        for (part, all) in fractions(&self.text, " đồng chí, đạt tỷ lệ") {
            self.same(
                "present of those summoned",
                (part, all),
                (present, summoned),
            );
        }
        let hands = " đảng viên chính thức có mặt biểu quyết";
        for (part, all) in fractions(&self.text, hands) {
            self.same("those who voted by hand", all, official);
            let rest = [
                official,
                official.saturating_sub(1),
                official.saturating_sub(2),
            ];
            self.same("hands", rest.contains(&part), true);
        }
        let terms = [whole.term, whole.previous_term];
        for (_, rest) in ends(&text, "nhiệm kỳ ") {
            if rest.starts_with(|it: char| it.is_ascii_digit()) {
                let is_term = terms.iter().any(|term| rest.starts_with(term));
                self.same(&format!("term in {:?}", start(rest)), is_term, true);
            }
        }
        let date = date_of(whole.date);
        for (_, rest) in ends(&text, "gày ") {
            let digits = rest.trim_start_matches(|it: char| it.is_ascii_digit());
            if digits.len() < rest.len() && digits.starts_with(" tháng ") {
                let day = rest.chars().take(date.chars().count());
                self.same("date", day.collect(), date.clone());
            }
        }
        let date = short_date_of(whole.date);
        for phrase in ["họp ngày ", "kiểm phiếu ngày "] {
            for (_, rest) in ends(&text, phrase) {
                self.same(phrase, rest.starts_with(&date), true);
            }
        }
        self.people(paper);
    }

    /// Whoever is called a comrade, stands in a column of names or signs, is spelt as in
    /// the list.
    fn people(&mut self, paper: &Written) {
        let text = self.text.clone();
        for (_, rest) in ends(&text, "ồng chí ") {
            if rest.starts_with(char::is_uppercase) {
                self.is_named(rest);
            }
        }
        let signed = paper.passages.iter().filter(|it| it.place == "chữ ký");
        for name in signed.filter(|it| it.text != it.text.to_uppercase()) {
            self.is_named(&name.text);
        }
        for table in tables(paper) {
            let head = table.first().cloned().unwrap_or_default();
            let column = head.iter().position(|it| it == "Họ và tên");
            // below the head, which may have two rows
            let is_numbered = |row: &&Vec<String>| row[0].parse::<usize>().is_ok();
            let rows = table.iter().filter(is_numbered);
            let cells = rows.filter_map(|row| row.get(column?));
            cells.for_each(|cell| self.is_named(cell));
        }
    }

    fn is_named(&mut self, text: &str) {
        let names = self.whole.names.iter().map(String::as_str);
        let mut known = names.chain(self.whole.guests.iter().copied());
        let is_named = known.any(|name| {
            let rest = text.strip_prefix(name);
            rest.is_some_and(|it| !it.starts_with(char::is_alphanumeric))
        });
        self.same(&format!("name in {:?}", start(text)), is_named, true);
    }

    fn count(&mut self, ballot: &Known, paper: &Written) {
        let whole = self.whole;
        let [issued, returned, valid, invalid] = ballot.ballots;
        let comrades = [
            ("Được triệu tập", whole.answer.turnout[0]),
            ("Có mặt lúc bầu cử", ballot.present),
            ("Làm căn cứ tính kết quả bầu cử", whole.answer.base),
            ("Số lượng cần bầu", ballot.seats),
        ];
        for (phrase, number) in comrades {
            self.says(&format!("{phrase}: {number:02} đồng chí"));
        }
        self.says(&format!(
            "Danh sách bầu cử gồm {:02} đồng chí",
            ballot.table.len()
        ));
        for (phrase, number) in
            [("phát ra", issued), ("thu về", returned), ("hợp lệ", valid)]
        {
            self.says(&format!("Số phiếu {phrase}: {number:02} phiếu"));
        }
        let invalid = some_or(invalid, "phiếu", "không có");
        self.says(&format!("Số phiếu không hợp lệ: {invalid}"));
        let least = numbers(&self.text, "quá một nửa là từ ");
        self.same("least votes", least, ballot.least.into_iter().collect());
        self.elected(std::slice::from_ref(ballot));
        self.tables(std::slice::from_ref(ballot), paper);
        self.share_of(paper);
    }

    /// The table of each ballot, in order.
    fn tables(&mut self, ballots: &[Known], paper: &Written) {
        let tables = tables(paper).into_iter().map(|table| {
            let rows = table.into_iter().skip(1);
            sorted(rows.map(|row| row[1..].to_vec()).collect())
        });
        let known: Vec<Vec<Vec<String>>> =
            ballots.iter().map(|it| it.table.clone()).collect();
        self.same("votes", tables.collect(), known);
    }

    fn share_of(&mut self, paper: &Written) {
        let of = match self.whole.percent_base {
            PercentBase::Official => "so với đảng viên chính thức",
            PercentBase::Valid => "so với số phiếu hợp lệ",
            PercentBase::Present => "so với đảng viên chính thức có mặt",
            PercentBase::Summoned => "so với đảng viên chính thức được triệu tập",
        };
        let head = format!("Tỷ lệ % ({of})");
        let heads: Vec<&str> = paper
            .passages
            .iter()
            .map(|it| &*it.text)
            .filter(|it| it.starts_with("Tỷ lệ %"))
            .collect();
        for found in heads {
            self.same("what shares are of", found, &head);
        }
    }

    /// Those elected by each ballot with votes and share, and alternates after them.
    fn elected(&mut self, ballots: &[Known]) {
        let known: Vec<Row> = ballots
            .iter()
            .flat_map(|it| it.elected.iter().chain(&it.alternates))
            .cloned()
            .collect();
        let mut found = Vec::new();
        for line in self.text.lines() {
            // where more voted than the base counts, no share is printed
            let bare = line.trim_end_matches([';', '.']).strip_suffix(" phiếu");
            let is_elected = line.contains(". Đồng chí ") || line.contains(" trúng cử ");
            let with_share = line.split_once(" phiếu, đạt tỷ lệ ");
            let with_share = with_share.map(|(before, after)| (before, Some(after)));
            let without = bare.filter(|_| is_elected).map(|before| (before, None));
            let Some((before, after)) = with_share.or(without) else {
                continue;
            };
            let Some((_, named)) = before.split_once("ồng chí ") else {
                continue;
            };
            let (who, votes) = named.rsplit_once(' ').unwrap();
            let who = who.split(',').next().unwrap();
            let who = who.split(" trúng cử ").next().unwrap();
            let share = after.and_then(|it| it.split('%').next()).map(str::to_owned);
            found.push((who.to_owned(), votes.parse().unwrap(), share));
        }
        // those with as many votes may stand in either order
        self.same("elected", sorted(found), sorted(known));
    }

    fn attendance(&mut self) {
        let [official, official_present, _, summoned, present, _] =
            self.whole.answer.turnout;
        let probationary = |all: usize, official: usize| match all - official {
            0 => String::new(),
            rest => format!(", đảng viên dự bị {rest:02} đồng chí"),
        };
        self.says(&format!(
            "Được triệu tập: {summoned:02} đồng chí, trong đó đảng viên chính thức {official:02} đồng chí{}.",
            probationary(summoned, official)
        ));
        let share = share(present, summoned).unwrap();
        self.says(&format!(
            "Có mặt: {present:02}/{summoned:02} đồng chí, đạt tỷ lệ {share}%, trong đó đảng viên chính thức {official_present:02} đồng chí{}.",
            probationary(present, official_present)
        ));
        match summoned - present {
            0 => self.says("Không có đảng viên vắng mặt."),
            rest => {
                let phrase = match self.absent_with_reason() {
                    0 => format!("Vắng mặt {rest:02} đồng chí:"),
                    all if all == rest => {
                        format!("Vắng mặt có lý do {rest:02} đồng chí:")
                    }
                    some => format!(
                        "Vắng mặt {rest:02} đồng chí, trong đó có lý do {some:02} đồng chí:"
                    ),
                };
                self.says(&phrase);
            }
        }
    }

    /// Those summoned who never came and of whom a reason was typed or accepted.
    fn absent_with_reason(&self) -> usize {
        let people = self.whole.facts.people.iter();
        let listed = people.zip(&self.whole.congress.members);
        let absent = listed.filter(|(it, _)| {
            let is_summoned = matches!(it.life, Life::Usual | Life::Exempt | Life::Away);
            is_summoned && it.there == There::Never
        });
        let has_reason = |it: &Person, typed: &Member| {
            it.is_accepted || typed.absence_reason.is_some()
        };
        absent.filter(|(it, typed)| has_reason(it, typed)).count()
    }

    fn minutes(&mut self, ballots: &[Known], paper: &Written) {
        self.attendance();
        let seats = numbers(&self.text, "Số lượng cần bầu là ");
        self.same("seats", seats, ballots.iter().map(|it| it.seats).collect());
        let names = numbers(&self.text, "Danh sách bầu cử gồm ");
        self.same(
            "names",
            names,
            ballots.iter().map(|it| it.table.len()).collect(),
        );
        for ballot in ballots {
            let [issued, returned, valid, invalid] = ballot.ballots;
            let missing = match issued - returned {
                0 => String::new(),
                missing => format!(" (không thu về {missing:02} phiếu)"),
            };
            let invalid = some_or(invalid, "phiếu", "không có");
            self.says(&format!(
                "Đảng viên chính thức có mặt lúc bầu cử: {:02} đồng chí. Số phiếu phát ra: {issued:02} phiếu; thu về: {returned:02} phiếu{missing}; hợp lệ: {valid:02} phiếu; không hợp lệ: {invalid}.",
                ballot.present
            ));
        }
        self.elected(ballots);
        self.tables(ballots, paper);
        self.share_of(paper);
        self.says(&format!("ngày {}", date_of(self.whole.date)));
    }

    fn report(&mut self, ballots: &[Known]) {
        self.attendance();
        self.elected(ballots);
        for ballot in ballots {
            let [issued, returned, valid, invalid] = ballot.ballots;
            let invalid = match invalid {
                0 => String::new(),
                invalid => format!(", không hợp lệ {invalid:02} phiếu"),
            };
            self.says(&format!(
                "ố lượng cần bầu {:02} đồng chí, danh sách bầu cử gồm {:02} đồng chí; phát ra {issued:02} phiếu, thu về {returned:02} phiếu, hợp lệ {valid:02} phiếu{invalid}.",
                ballot.seats,
                ballot.table.len()
            ));
        }
    }

    fn submission(&mut self, ballots: &[Known], paper: &Written) {
        let mut known = Vec::new();
        for ballot in ballots {
            let post = match ballot.id.office {
                Office::Committee => "Chi ủy viên",
                Office::Secretary => "Bí thư",
                Office::Deputy => "Phó Bí thư",
                Office::Delegates => continue,
            };
            for (name, votes, share) in ballot.elected.clone() {
                let votes = format!("{votes}/{}", ballot.out_of);
                let share = share.unwrap_or_else(|| "–".to_owned());
                known.push(vec![name, post.to_owned(), votes, share]);
            }
        }
        let found = tables(paper).into_iter().flatten();
        let found = found
            .filter(|row| row[0] != "TT")
            .map(|row| row[1..].to_vec());
        self.same("elected", sorted(found.collect()), sorted(known));
        self.says(&format!("{:02} biên bản kiểm phiếu", ballots.len()));
        self.share_of(paper);
    }

    fn ratification(&mut self) {
        let (mut known, mut named) = (Vec::new(), Vec::new());
        let mut posts = ratified(self.whole);
        // the committee last: who has a post of his own is named with it
        posts.sort_by_key(|it| it.0 == Post::Committee);
        for (post, names) in posts {
            let post = match post {
                Post::Committee | Post::Delegates => "chi ủy viên",
                Post::Secretary => "Bí thư",
                Post::Deputy => "Phó Bí thư",
            };
            for name in names {
                if !named.contains(&name) {
                    named.push(name.clone());
                    known.push((name, post.to_owned()));
                }
            }
        }
        let found = self.text.lines().filter_map(|line| {
            let (_, person) = line.split_once(". Đồng chí ")?;
            let (name, post) = person.split_once(", ")?;
            let post = post.trim_end_matches([';', '.']);
            Some((name.to_owned(), post.to_owned()))
        });
        let found = sorted(found.collect());
        self.same("ratified", found, sorted(known));
    }

    fn resolution(&mut self) {
        for (post, names) in ratified(self.whole) {
            let (label, is_single) = match post {
                Post::Committee | Post::Delegates => ("- Chi ủy gồm ", false),
                Post::Secretary => ("- Bí thư: ", true),
                Post::Deputy => ("- Phó Bí thư: ", true),
            };
            let line = self.text.lines().find(|it| it.starts_with(label));
            let line = line.unwrap_or_default().to_owned();
            let found = line.split("đồng chí ").skip(1);
            let found =
                found.map(|it| it.trim_end_matches([',', ';', '.', ' ']).to_owned());
            self.same("elected", sorted(found.collect()), sorted(names.clone()));
            if !is_single && !names.is_empty() {
                self.says(&format!("Chi ủy gồm {:02} đồng chí:", names.len()));
            }
        }
    }
}

/// The posts that a superior ratifies, with the names of those elected to them.
pub(super) fn ratified(whole: &Whole) -> Vec<(Post, Vec<String>)> {
    let mut posts: Vec<Post> = Vec::new();
    for sheet in &whole.facts.sheets {
        if !posts.contains(&sheet.post) {
            posts.push(sheet.post);
        }
    }
    let posts = posts.into_iter().zip(&whole.answer.posts);
    let posts = posts.filter(|(post, _)| *post != Post::Delegates);
    let name = |number: &usize| whole.names[number - 1].clone();
    posts
        .map(|(post, told)| (post, told.elected.iter().map(name).collect()))
        .collect()
}
