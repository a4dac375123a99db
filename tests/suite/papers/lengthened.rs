//! A congress by chance that fills pages: many members, long names, long words.

use super::whole::Whole;
use crate::rules::builder::{member, name, typed};
use crate::rules::oracle::chance::Chance;
use bienban::model::{
    Assessment, Congress, Event, EventKind, FullDate, PartialDate, ResolutionItem,
    ResolutionPart, Sex, Standing, Status, Target, Traced,
};

/// What stands in official texts beside plain words, as clerks type it.
const WORDS: [&str; 60] = [
    "chi bộ",
    "lãnh đạo",
    "nhiệm vụ",
    "chính trị",
    "đảng viên",
    "sinh hoạt",
    "chuyên đề",
    "kiểm tra",
    "giám sát",
    "xây dựng",
    "thực hiện",
    "nghị quyết",
    "tổ chức",
    "cơ quan",
    "đơn vị",
    "quần chúng",
    "kết nạp",
    "công tác",
    "tư tưởng",
    "tham mưu",
    "văn bản",
    "hằng năm",
    "trong nhiệm kỳ",
    "được giao,",
    "đúng hạn;",
    "và",
    "của",
    "với",
    "nghiêm",
    "khuyến công",
    "số 12-NQ/ĐH,",
    "ngày 05/9/2022",
    "giai đoạn 2022-2025",
    "T/M",
    "Nghị quyết số 28-NQ/TW",
    "(khóa XIII)",
    "đạt 98,5%",
    "3.500 triệu đồng",
    "01 lần",
    "Quy định số 22-QĐ/TW, ngày 28/7/2021",
    "“Dân vận khéo”",
    "và/hoặc",
    "COVID-19",
    "Điều 3",
    "quý IV/2022",
    "07 giờ 30 phút",
    "công nghiệp – xây dựng",
    "PCCC&CNCH",
    "đồng chí Nguyễn Thị Minh Nguyệt",
    "ông Lê Văn Ân",
    "bà Trần Thị Yên",
    "tỷ lệ",
    "60 kg",
    "tháng 12/2024",
    "website www.chibo.mau.vn",
    "15 m²",
    "gương mẫu",
    "đoàn kết",
    "kỷ luật",
    "https://vanban.mau.gov.vn/quy-che-bau-cu-trong-dang-ban-hanh-kem-quyet-dinh-190",
];

const CELLS: [&str; 6] = [
    "Văn phòng",
    "Kế hoạch – tổng hợp",
    "Trung tâm Khuyến công và Tư vấn phát triển công nghiệp 1",
    "Số 7",
    "Phòng Quản lý cụm công nghiệp, tiểu thủ công nghiệp và phát triển ngành nghề nông thôn",
    "ấp Ninh Thạnh Lợi A",
];

const BODIES: [&str; 4] = [
    "Cục Mẫu",
    "Sở Mẫu & Dạy nghề",
    "xã Hòa Bình",
    "Trung tâm Nghiên cứu, Ứng dụng và Chuyển giao tiến bộ kỹ thuật công nghiệp miền Trung",
];

/// So many words or fewer of an official text.
fn words(most: usize, chance: &mut Chance) -> String {
    let count = chance.below(most + 1);
    let words: Vec<&str> = (0..count).map(|_| chance.one_of(&WORDS)).collect();
    words.join(" ")
}

/// The same text and more.
pub(super) fn lengthen<T>(text: &mut Traced<T>, most: usize, chance: &mut Chance)
where
    T: AsRef<str> + From<String>,
{
    let more = words(most, chance);
    if !more.is_empty() {
        let start = text.value.as_ref().trim_end_matches(['.', ';']);
        text.value = format!("{start} {more}").into();
    }
}

/// The congress of a [`Whole`], made longer.
pub(super) fn lengthened(whole: &Whole, seed: u64) -> Congress {
    let mut chance = Chance::of(seed ^ 0x10_46E2);
    let mut congress = whole.congress.clone();
    congress.cell.value = chance.one_of(&CELLS).to_owned();
    let own = &mut congress.identity;
    let bodies = [&mut own.organisation, &mut own.higher_organisation];
    for body in bodies.into_iter().flatten() {
        chance.one_of(&BODIES).clone_into(&mut body.value);
    }
    if let Some(venue) = &mut own.venue {
        lengthen(venue, 4, &mut chance);
    }
    for basis in &mut own.basis {
        lengthen(basis, 20, &mut chance);
    }
    members(&mut congress, &mut chance);
    events(&mut congress, &mut chance);
    resolution(&mut congress, &mut chance);
    for motion in &mut congress.motions {
        if let Some(text) = &mut motion.text {
            lengthen(text, 8, &mut chance);
        }
    }
    congress
}

/// Probationary members change no count of votes.
fn members(congress: &mut Congress, chance: &mut Chance) {
    let there = congress.members.len();
    let more = chance.one_of(&[0, 0, 6, 20, 45]);
    for number in there + 1..=there + more {
        let mut one = member(number);
        one.name.value = format!("Trần {} {}", words(2, chance), name(number));
        one.standing.value = Standing::Probationary;
        one.status.value = Status::Active;
        let born = FullDate::new(1995, 5, 19).map(PartialDate::Full);
        one.born = born.map(|it| typed(it, "Đảng viên", "A1"));
        one.sex = Some(typed(Sex::Female, "Đảng viên", "A1"));
        congress.members.push(one);
    }
    let most = chance.one_of(&[0, 3, 8]);
    for one in &mut congress.members {
        let facts = [
            one.home.as_mut(),
            one.post.as_mut(),
            one.profession.as_deref_mut(),
            one.absence_reason.as_deref_mut(),
        ];
        for fact in facts.into_iter().flatten() {
            lengthen(fact, most, chance);
        }
    }
}

fn events(congress: &mut Congress, chance: &mut Chance) {
    let most = chance.one_of(&[5, 20, 60, 150]);
    for event in &mut congress.events {
        if let Some(text) = &mut event.text {
            lengthen(text, most, chance);
        }
    }
    for _ in 0..chance.one_of(&[0, 0, 5, 15]) {
        congress.events.push(Event {
            time: None,
            kind: typed(EventKind::Discussion, "Diễn biến", "B2"),
            ballot: None,
            person: Some(typed("Lê Thị Yên".to_owned(), "Diễn biến", "D2")),
            post: Some(typed(words(6, chance), "Diễn biến", "D2")),
            text: Some(typed(
                format!("Về {}", words(most, chance)),
                "Diễn biến",
                "D2",
            )),
        });
    }
}

fn resolution(congress: &mut Congress, chance: &mut Chance) {
    let most = chance.one_of(&[5, 20, 60, 150]);
    let of = |words: String| typed(words, "Nghị quyết", "B2");
    let parts = [
        ResolutionPart::Results,
        ResolutionPart::Direction,
        ResolutionPart::Tasks,
        ResolutionPart::Measures,
    ];
    for part in parts {
        for _ in 0..chance.one_of(&[0, 2, 6]) {
            congress.resolution.push(ResolutionItem {
                part: typed(part, "Nghị quyết", "A2"),
                text: Some(of(format!("Về {}", words(most, chance)))),
                target: None,
            });
        }
    }
    for number in 0..chance.one_of(&[0, 3, 30]) {
        let target = Target {
            name: of(format!("Chỉ tiêu {number} {}", words(12, chance))),
            unit: Some(of("đảng viên".to_owned())),
            level: Some(of(format!("{number} {}", words(1, chance)))),
        };
        congress.resolution.push(ResolutionItem {
            part: typed(ResolutionPart::Goals, "Nghị quyết", "A2"),
            text: None,
            target: Some(target),
        });
    }
    for part in ["Ưu điểm", "Hạn chế", "Kiến nghị"] {
        congress.assessments.push(Assessment {
            part: typed(part.to_owned(), "Đánh giá", "A2"),
            text: typed(format!("Đã {}", words(most, chance)), "Đánh giá", "B2"),
        });
    }
}
