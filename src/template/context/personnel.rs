//! Those elected in all cells of a batch, in figures.

use super::BatchSource;
use super::statistics::GroupRow;
use crate::model::{Headcount, Office, Traced};
use crate::rules::Portion;
use crate::template::{Slot, words};
use schemars::JsonSchema;
use serde::Serialize;

/// What came of one office in all cells.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct OfficeContext {
    /// The office: `Chi ủy`, `Bí thư` …
    #[serde(rename = "chuc_danh")]
    #[schemars(extend("vi" = "Chức danh được bầu: `Chi ủy`, `Bí thư` …"))]
    office: String,
    /// Seats that were to be filled.
    #[serde(rename = "so_luong")]
    #[schemars(extend("vi" = "Số lượng cần bầu."))]
    seats: Slot,
    /// Those elected, if any.
    #[serde(rename = "trung_cu")]
    #[schemars(extend("vi" = "Số người trúng cử, nếu có."))]
    elected: Option<Slot>,
    /// Seats that stayed open, if any.
    #[serde(rename = "con_thieu")]
    #[schemars(extend("vi" = "Số lượng còn thiếu, nếu có."))]
    open: Option<Slot>,
}

/// Those elected to lead the cells, in figures.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct PersonnelContext {
    /// How many they are, each person once.
    #[serde(rename = "so")]
    #[schemars(extend("vi" = "Tổng số người, mỗi người tính một lần."))]
    count: Slot,
    /// Whether some of them lead cells that elected no committee.
    #[serde(rename = "co_chi_bo_khong_chi_uy")]
    #[schemars(extend("vi" = "Có chi bộ nào không bầu chi ủy không."))]
    has_cells_without_committee: bool,
    /// Women, minorities, young, re-elected, new: those of whom there are any.
    #[serde(rename = "co_cau")]
    #[schemars(extend(
        "vi" = "Nữ, dân tộc thiểu số, trẻ, tái cử, tham gia lần đầu: những nhóm có người."
    ))]
    portions: Vec<PortionRow>,
    /// The average age.
    #[serde(rename = "tuoi_binh_quan")]
    #[schemars(extend("vi" = "Tuổi bình quân."))]
    average_age: Option<Slot>,
    /// "Chuyên môn", by degree.
    #[serde(rename = "chuyen_mon")]
    #[schemars(extend("vi" = "Chuyên môn, theo trình độ."))]
    profession: Vec<GroupRow>,
    /// "Lý luận chính trị", by level.
    #[serde(rename = "ly_luan")]
    #[schemars(extend("vi" = "Lý luận chính trị, theo trình độ."))]
    political_theory: Vec<GroupRow>,
}

/// Some of them.
#[derive(Debug, Serialize, JsonSchema)]
struct PortionRow {
    /// Who: `Nữ`.
    #[serde(rename = "ten")]
    #[schemars(extend("vi" = "Tên nhóm: `Nữ`."))]
    name: String,
    /// How many.
    #[serde(rename = "so")]
    #[schemars(extend("vi" = "Số người."))]
    count: Slot,
    /// Their share in percent.
    #[serde(rename = "ty_le")]
    #[schemars(extend("vi" = "Tỷ lệ %."))]
    percent: Option<Slot>,
    /// Of how many it is known, where not of all.
    #[serde(rename = "tren")]
    #[schemars(extend("vi" = "Tính trên số người có thông tin, khi không đủ tất cả."))]
    known: Option<Slot>,
}

impl BatchSource<'_> {
    /// What came of each office that a sheet is there for.
    pub(super) fn offices(&mut self) -> Vec<OfficeContext> {
        let sums = self.summary.offices.iter();
        sums.map(|sum| OfficeContext {
            office: words::office_at_start(sum.office).to_owned(),
            seats: self.traces.count(&sum.seats),
            elected: self.traces.count_if_any(&sum.elected),
            open: self.traces.count_if_any(&sum.open),
        })
        .collect()
    }

    /// Those elected; none if nobody was.
    pub(super) fn personnel(&mut self) -> Option<PersonnelContext> {
        let leaders = self.summary.leaders.clone();
        let count = &leaders.count;
        let committee = self.summary.office(Office::Committee);
        let committee = committee.map_or(0, |sum| sum.elected.value.0);
        let portions = [
            ("Nữ", &leaders.women),
            ("Dân tộc thiểu số", &leaders.minorities),
            ("Trẻ (dưới 40 tuổi)", &leaders.young),
            ("Tái cử", &leaders.reelected),
            ("Tham gia lần đầu", &leaders.newcomers),
        ];
        let mut rows = Vec::new();
        for (name, portion) in portions {
            rows.extend(
                portion
                    .as_ref()
                    .and_then(|it| self.portion(name, it, count)),
            );
        }
        let unknown = "chưa có thông tin";
        (count.value.0 > 0).then(|| PersonnelContext {
            count: self.traces.count(count),
            has_cells_without_committee: count.value.0 != committee,
            portions: rows,
            average_age: leaders.average_age.as_ref().map(|it| self.traces.show(it)),
            profession: {
                let profession = leaders.profession.as_ref();
                self.traces.groups(profession, count, unknown)
            },
            political_theory: {
                let theory = leaders.political_theory.as_ref();
                self.traces.groups(theory, count, unknown)
            },
        })
    }

    /// A row, if there is anybody in it.
    fn portion(
        &mut self,
        name: &str,
        portion: &Portion,
        all: &Traced<Headcount>,
    ) -> Option<PortionRow> {
        let count = self.traces.count_if_any(&portion.count)?;
        let is_partial = portion.known.value != all.value;
        Some(PortionRow {
            name: name.to_owned(),
            count,
            percent: self.traces.percent(&portion.count, &portion.known),
            known: is_partial.then(|| self.traces.count(&portion.known)),
        })
    }
}
