//! The committee's papers on several congresses by chance, against the sums of the second
//! count.

use super::figures::ratified;
use super::text::{date_of, tables};
use super::whole::Whole;
use super::{Written, marks};
use crate::rules::builder::typed;
use crate::rules::oracle::facts::{Life, Post};
use bienban::document::passages;
use bienban::model::{FullDate, Identity, PaperKind, Parent, PinnedPaper, PinnedValue};
use bienban::rules::Results;
use bienban::template::{BatchFacts, Facts, Templates, write_batch_paper};
use std::collections::BTreeMap;

const CELLS: [&str; super::CELLS] =
    ["Tổng hợp", "Đào tạo", "Kỹ thuật & Môi trường", "Văn phòng"];
/// The report's number, day and signer, as a row of "Văn bản" has them.
const NUMBER: &str = "45";
const SIGNER: &str = "Âu Văn Đảng";

/// Whatever is wrong in the committee's papers on these congresses; all are settled.
pub(super) fn faults(
    wholes: &mut [(Whole, Results)],
    templates: &Templates,
) -> Vec<String> {
    for ((whole, _), name) in wholes.iter_mut().zip(CELLS) {
        name.clone_into(&mut whole.congress.cell.value);
    }
    let day = FullDate::new(2026, 12, 7).unwrap();
    let parent = parent(wholes, day);
    let cells: Vec<Facts<'_>> = wholes
        .iter()
        .map(|(whole, results)| Facts {
            congress: &whole.congress,
            results,
            parent: Some(&parent),
        })
        .collect();
    let pictures = BTreeMap::new();
    let facts = BatchFacts::new(&parent, &cells, &pictures);
    let mut faults = Vec::new();
    for id in facts.papers() {
        let paper = write_batch_paper(templates, &facts, id, None).unwrap();
        let passages = passages(&paper.unwrap().document);
        let paper = Written { id, passages };
        faults.extend(marks::slips(&paper));
        let sums = Sums::of(wholes);
        let (text, stem) = (paper.text(), id.file_stem());
        let mut expected = sums.said(wholes.len());
        if id.kind.number() == 11 {
            expected.extend(sums.reported(wholes.len(), day));
            let wrong = annex(&paper, wholes, &sums);
            faults.extend(wrong.into_iter().map(|it| format!("{stem} {it}")));
        } else {
            expected.extend(wholes.iter().filter_map(|(whole, _)| leaders(whole)));
        }
        let lacking = expected.into_iter().filter(|it| !text.contains(it));
        faults.extend(lacking.map(|it| format!("{stem} lacks {it:?} in {text}")));
    }
    if facts.papers().len() != 2 {
        faults.push("not two papers of the committee".to_owned());
    }
    faults
}

/// A committee that lists the cells and pins what its report bears.
fn parent(wholes: &[(Whole, Results)], day: FullDate) -> Parent {
    let of = |value: &str, cell: &str| typed(value.to_owned(), "Đảng bộ", cell);
    let cells = wholes.iter().map(|(whole, _)| whole.congress.cell.clone());
    let report = PinnedPaper {
        kind: typed(PaperKind::Summary, "Văn bản", "A2"),
        office: None,
        round: None,
        number: Some(of(NUMBER, "D2").map(PinnedValue::Value)),
        date: Some(typed(PinnedValue::Value(day), "Văn bản", "E2")),
        signer: Some(of(SIGNER, "F2")),
        signer_post: None,
        recipients: vec![of("Đảng ủy thử", "H2"), of("Lưu Đảng ủy", "H2")],
    };
    Parent {
        file: "dang-bo.xlsx".into(),
        shared: Identity {
            organisation: Some(of("Mẫu", "B2")),
            place_name: Some(of("Huế", "B3")),
            ..Identity::default()
        },
        secretary: Some(of("Kha Thị Bộ", "B4")),
        deputy: Some(of(SIGNER, "B5").map(|it| it.to_uppercase())),
        has_standing_committee: None,
        first_decision_number: None,
        decision_date: None,
        holidays: Vec::new(),
        cells: cells.collect(),
        assessments: Vec::new(),
        photographs: Vec::new(),
        pinned: vec![report],
    }
}

/// What congresses come to together, counted with a pencil.
#[derive(Default)]
struct Sums {
    /// Members, official, probationary, summoned, present.
    members: [usize; 5],
    /// Seats of committees, secretaries and deputies, and how many were elected.
    posts: [(usize, usize); 3],
    /// The day of the last congress.
    last: Option<FullDate>,
}

impl Sums {
    fn of(wholes: &[(Whole, Results)]) -> Self {
        let mut sums = Self::default();
        for (whole, _) in wholes {
            let of_cell = members(whole);
            let pairs = sums.members.iter_mut().zip(of_cell);
            pairs.for_each(|(sum, count)| *sum += count);
            for (post, names) in ratified(whole) {
                let mut sheets = whole.facts.sheets.iter();
                let first = sheets.find(|it| it.post == post).unwrap();
                let (seats, elected) = &mut sums.posts[index(post)];
                *seats += first.seats as usize;
                *elected += names.len();
            }
            sums.last = sums.last.max(Some(whole.date));
        }
        sums
    }

    /// What both papers say.
    fn said(&self, congresses: usize) -> Vec<String> {
        let last = date_of(self.last.unwrap());
        vec![
            format!("{congresses}/{congresses} chi bộ trực thuộc Đảng bộ Mẫu"),
            format!("gày {last}"),
        ]
    }

    /// What the report says.
    fn reported(&self, congresses: usize, day: FullDate) -> Vec<String> {
        let [all, official, probationary, summoned, present] = self.members;
        let standing = match probationary {
            0 => "đều là đảng viên chính thức".to_owned(),
            some => format!(
                "trong đó đảng viên chính thức {official:02} đồng chí, đảng viên dự bị \
                 {some:02} đồng chí"
            ),
        };
        let mut said = vec![
            format!("Số {NUMBER}-BC/ĐU"),
            format!("Huế, ngày {}", date_of(day)),
            format!("Tổng số đảng viên của các chi bộ: {all:02} đồng chí, {standing}."),
            format!(
                "Được triệu tập {summoned:02} đồng chí; có mặt {present:02} đồng chí"
            ),
            format!("Số chi bộ đã tổ chức đại hội: {congresses}/{congresses}"),
            "- Đảng ủy thử;".to_owned(),
            "- Lưu Đảng ủy.".to_owned(),
            // the deputy signs as deputy, spelt as the committee's workbook has it
            "PHÓ BÍ THƯ".to_owned(),
            SIGNER.to_uppercase(),
        ];
        let posts = ["Chi ủy", "Bí thư", "Phó Bí thư"].iter().zip(self.posts);
        said.extend(posts.filter(|(_, (seats, _))| *seats > 0).map(
            |(post, (seats, elected))| {
                let of_seats = format!("- {post}: số lượng cần bầu {seats:02} đồng chí");
                match elected {
                    0 => of_seats,
                    some => format!("{of_seats}, trúng cử {some:02} đồng chí"),
                }
            },
        ));
        said
    }
}

/// Members, official, probationary, summoned, present.
fn members(whole: &Whole) -> [usize; 5] {
    let own = || {
        let people = whole.facts.people.iter();
        people.filter(|it| it.life != Life::Visiting)
    };
    let official = own().filter(|it| it.is_official).count();
    let all = own().count();
    let [_, _, _, summoned, present, _] = whole.answer.turnout;
    [all, official, all - official, summoned, present]
}

fn index(post: Post) -> usize {
    match post {
        Post::Committee | Post::Delegates => 0,
        Post::Secretary => 1,
        Post::Deputy => 2,
    }
}

/// Whatever is wrong in the annex: the rows of the cells, those elected in each as the
/// member list spells them, and the last row with the sums.
fn annex(paper: &Written, wholes: &[(Whole, Results)], sums: &Sums) -> Vec<String> {
    let rows = tables(paper).pop().unwrap();
    let mut faults = Vec::new();
    let mut same = |found: &[String], known: Vec<String>| {
        if found != known {
            faults.push(format!("table: {found:?}, should be {known:?}"));
        }
    };
    let counted = |of: [usize; 5]| {
        let [all, official, probationary, _, present] = of;
        [all, official, probationary, present].map(|it| it.to_string())
    };
    // below a head of two rows
    for ((row, (whole, _)), number) in rows[2..].iter().zip(wholes).zip(1_u32..) {
        let date = whole.date;
        let month = match date.month() {
            month @ 1..=2 => format!("{month:02}"),
            month => month.to_string(),
        };
        let day = format!("{:02}/{month}/{}", date.day(), date.year());
        let mut known = vec![number.to_string(), whole.congress.cell.value.clone(), day];
        known.extend(counted(members(whole)));
        same(&row[..7], known);
        for (post, names) in ratified(whole) {
            let cell = row[10 + index(post)].as_str();
            let found = cell.split(['(', ')']).step_by(2);
            let mut found: Vec<String> = found
                .map(|it| it.trim().to_owned())
                .filter(|it| !it.is_empty() && it != "–")
                .collect();
            let mut names = names;
            found.sort();
            names.sort();
            same(&found, names);
        }
    }
    let mut known = vec!["Tổng số".to_owned()];
    known.extend(counted(sums.members));
    same(&rows[2 + wholes.len()][..5], known);
    faults
}

/// How the news item names who leads a cell.
fn leaders(whole: &Whole) -> Option<String> {
    let posts = ratified(whole);
    let of = |wanted: Post| {
        let mut posts = posts.iter();
        let names = posts.find(|(post, _)| *post == wanted);
        names.and_then(|(_, names)| names.first())
    };
    let cell = &whole.congress.cell.value;
    let secretary = of(Post::Secretary)?;
    Some(format!("Chi bộ {cell}: đồng chí {secretary}, Bí thư"))
}
