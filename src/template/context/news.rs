//! Facts of "Tin tổng hợp".

use super::BatchSource;
use super::batch::BatchNames;
use super::minutes::Guest;
use crate::diagnostic::Place;
use crate::model::{
    Congress, EventKind, Headcount, NameKey, Office, ResolutionPart, Traced,
};
use crate::rules::Results;
use crate::template::{Slot, words};
use schemars::JsonSchema;
use serde::Serialize;

/// Facts of "Tin tổng hợp".
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::template) struct NewsContext {
    #[serde(flatten)]
    names: BatchNames,
    /// The venue of all congresses, if the committee's workbook says it.
    #[serde(rename = "dia_diem")]
    #[schemars(extend("vi" = "Địa điểm chung của các đại hội, nếu tệp của đảng ủy có ghi."))]
    venue: Option<Slot>,
    /// Guests who spoke to congresses, those of the most congresses first.
    #[serde(rename = "dai_bieu_chi_dao")]
    #[schemars(extend(
        "vi" = "Đại biểu phát biểu chỉ đạo, người dự nhiều đại hội nhất đứng trước."
    ))]
    directing: Vec<GuestRow>,
    /// The other guests, in the same order.
    #[serde(rename = "dai_bieu_khac")]
    #[schemars(extend("vi" = "Các đại biểu khác, theo cùng thứ tự."))]
    others: Vec<GuestRow>,
    /// Whether every resolution looks back on the past term.
    #[serde(rename = "danh_gia_nhiem_ky_truoc")]
    #[schemars(extend("vi" = "Nghị quyết nào cũng đánh giá nhiệm kỳ trước không."))]
    looks_back: bool,
    /// Whether every resolution sets goals and tasks.
    #[serde(rename = "de_ra_nhiem_vu")]
    #[schemars(extend("vi" = "Nghị quyết nào cũng đề ra mục tiêu, nhiệm vụ không."))]
    looks_ahead: bool,
    /// Strengths, as the committee sees them.
    #[serde(rename = "uu_diem")]
    #[schemars(extend("vi" = "Ưu điểm theo nhận xét của đảng ủy."))]
    strengths: Vec<Slot>,
    /// What the congresses mean.
    #[serde(rename = "y_nghia")]
    #[schemars(extend("vi" = "Ý nghĩa của các đại hội."))]
    meaning: Vec<Slot>,
    /// How many were elected to each office, if any.
    #[serde(rename = "trung_cu")]
    #[schemars(extend("vi" = "Số người trúng cử từng chức danh, nếu có."))]
    elected: Vec<ElectedCount>,
    /// Who leads each cell.
    #[serde(rename = "cac_chi_bo")]
    #[schemars(extend("vi" = "Lãnh đạo mới của từng chi bộ."))]
    cells: Vec<NewsRow>,
    /// Photographs.
    #[serde(rename = "hinh_anh")]
    #[schemars(extend("vi" = "Hình ảnh."))]
    photographs: Vec<PhotographContext>,
}

/// A guest of several congresses.
#[derive(Debug, Serialize, JsonSchema)]
struct GuestRow {
    #[serde(flatten)]
    guest: Guest,
    /// To how many congresses this guest spoke, if to any.
    #[serde(rename = "so_dai_hoi")]
    #[schemars(extend("vi" = "Số đại hội mà đại biểu này phát biểu, nếu có."))]
    spoke: Option<Slot>,
}

/// How many were elected to an office.
#[derive(Debug, Serialize, JsonSchema)]
struct ElectedCount {
    /// How many.
    #[serde(rename = "so")]
    #[schemars(extend("vi" = "Số người."))]
    count: Slot,
    /// What they are: `chi ủy viên`, `Bí thư` …
    #[serde(rename = "nguoi")]
    #[schemars(extend("vi" = "Họ là ai: `chi ủy viên`, `Bí thư` …"))]
    holders: String,
}

/// Who leads a cell.
#[derive(Debug, Serialize, JsonSchema)]
struct NewsRow {
    /// The cell, without the words "Chi bộ".
    #[serde(rename = "chi_bo")]
    #[schemars(extend("vi" = "Tên chi bộ, không kèm chữ “Chi bộ”."))]
    cell: Slot,
    /// Its new secretary.
    #[serde(rename = "bi_thu")]
    #[schemars(extend("vi" = "Bí thư mới."))]
    secretary: Vec<Slot>,
    /// Its new deputy secretary.
    #[serde(rename = "pho_bi_thu")]
    #[schemars(extend("vi" = "Phó bí thư mới."))]
    deputy: Vec<Slot>,
}

/// A photograph.
#[derive(Debug, Serialize, JsonSchema)]
struct PhotographContext {
    /// Its file.
    #[serde(rename = "tep")]
    #[schemars(extend("vi" = "Tên tệp hình."))]
    file: Slot,
    /// The line below it.
    #[serde(rename = "chu_thich")]
    #[schemars(extend("vi" = "Chú thích dưới hình."))]
    caption: Option<Slot>,
}

/// A guest while the congresses are gone through.
struct Seen<'a> {
    key: NameKey,
    typed: &'a Traced<String>,
    attended: usize,
    spoke: Vec<Place>,
}

impl<'a> BatchSource<'a> {
    /// Facts of the news item.
    pub(super) fn news_item(&mut self) -> Option<NewsContext> {
        let names = self.names()?;
        let (directing, others) = self.guests();
        let venue = self.facts.identity.venue.as_ref();
        Some(NewsContext {
            names,
            venue: venue.map(|venue| self.traces.phrase(venue)),
            directing,
            others,
            looks_back: self.all_resolve(&[
                ResolutionPart::Results,
                ResolutionPart::Shortcomings,
                ResolutionPart::Causes,
            ]),
            looks_ahead: self.all_resolve(&[
                ResolutionPart::Direction,
                ResolutionPart::Goals,
                ResolutionPart::Tasks,
                ResolutionPart::Measures,
            ]),
            strengths: self.assessed("Ưu điểm"),
            meaning: self.assessed("Ý nghĩa"),
            elected: self.elected_counts(),
            cells: self.news_rows(),
            photographs: self.photographs(),
        })
    }

    /// Guests from above, each once: those who spoke to a congress, and the others.
    fn guests(&mut self) -> (Vec<GuestRow>, Vec<GuestRow>) {
        let mut seen: Vec<Seen<'a>> = Vec::new();
        for (congress, _) in self.cells() {
            for guest in &congress.boards.guests {
                let key = NameKey::of(&guest.value);
                let spoke = guidance_of(congress, guest);
                if let Some(same) = seen.iter_mut().find(|it| it.key == key) {
                    same.attended += 1;
                    same.spoke.extend(spoke);
                } else {
                    seen.push(Seen {
                        key,
                        typed: guest,
                        attended: 1,
                        spoke: spoke.into_iter().collect(),
                    });
                }
            }
        }
        // stable: those of as many congresses stay in the order of the list
        seen.sort_by_key(|it| std::cmp::Reverse(it.attended));
        let rows = seen.into_iter().map(|guest| {
            let spoke = Headcount::of(guest.spoke.len());
            let spoke = Traced::computed(spoke, guest.spoke, "congresses spoken to");
            GuestRow {
                guest: Guest::of(guest.typed, self.traces),
                spoke: self.shown_if_any(&spoke),
            }
        });
        rows.partition(|row| row.spoke.is_some())
    }

    /// Whether every resolution says something under one of these parts.
    fn all_resolve(&self, parts: &[ResolutionPart]) -> bool {
        self.cells().iter().all(|(congress, _)| {
            let mut items = congress.resolution.iter();
            items.any(|item| parts.contains(&item.part.value))
        })
    }

    fn elected_counts(&mut self) -> Vec<ElectedCount> {
        let sums = self.summary.offices.iter();
        let counts = sums.filter_map(|sum| {
            Some(ElectedCount {
                count: self.traces.count_if_any(&sum.elected)?,
                holders: words::holders(sum.office).to_owned(),
            })
        });
        counts.collect()
    }

    fn news_rows(&mut self) -> Vec<NewsRow> {
        let rows = self.cells().iter().map(|cell| NewsRow {
            cell: self.traces.show(&cell.0.cell),
            secretary: self.holders(*cell, Office::Secretary),
            deputy: self.holders(*cell, Office::Deputy),
        });
        rows.filter(|row| !(row.secretary.is_empty() && row.deputy.is_empty()))
            .collect()
    }

    fn holders(
        &mut self,
        (congress, results): (&Congress, &Results),
        office: Office,
    ) -> Vec<Slot> {
        let of_office = results.offices.iter().filter(|it| it.office == office);
        let names = of_office.flat_map(|it| &it.elected);
        names
            .map(|name| self.traces.person(congress, name))
            .collect()
    }

    /// Those that can be printed, each once.
    fn photographs(&mut self) -> Vec<PhotographContext> {
        let mut named: Vec<&str> = Vec::new();
        let mut photographs = Vec::new();
        for it in &self.facts.parent.photographs {
            let file = it.file.value.as_str();
            if self.facts.pictures.contains_key(file) && !named.contains(&file) {
                named.push(file);
                photographs.push(PhotographContext {
                    file: self.traces.show(&it.file),
                    caption: it.caption.as_ref().map(|it| self.traces.phrase(it)),
                });
            }
        }
        photographs
    }
}

/// Where a congress says that a guest spoke to it.
fn guidance_of(congress: &Congress, guest: &Traced<String>) -> Option<Place> {
    let name = Guest::name_of(&guest.value);
    let key = NameKey::of(name);
    let mut events = congress.events.iter();
    let speech = events.find(|event| {
        let person = event.person.as_ref();
        event.kind.value == EventKind::Guidance
            && person.is_some_and(|person| NameKey::of(&person.value) == key)
    })?;
    speech.kind.place()
}
