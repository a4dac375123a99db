//! Members in figures, as sentences tell them.

use super::Source;
use crate::model::{Headcount, Traced};
use crate::rules::{Ages, Band, Breakdown, Extreme, Group, Share};
use crate::template::{Slot, Traces};
use schemars::JsonSchema;
use serde::Serialize;

/// Members of one kind, with their share.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::template) struct GroupRow {
    /// What they are: `thạc sĩ`, `từ 31 đến 40 tuổi`.
    #[serde(rename = "ten")]
    #[schemars(extend("vi" = "Tên nhóm: `thạc sĩ`, `từ 31 đến 40 tuổi`."))]
    name: Slot,
    /// How many.
    #[serde(rename = "so")]
    #[schemars(extend("vi" = "Số người."))]
    count: Slot,
    /// Their share in percent.
    #[serde(rename = "ty_le")]
    #[schemars(extend("vi" = "Tỷ lệ %."))]
    percent: Option<Slot>,
}

/// Those who have something.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::template) struct ShareContext {
    /// How many, if any.
    #[serde(rename = "so")]
    #[schemars(extend("vi" = "Số người, nếu có."))]
    count: Option<Slot>,
    /// Their share in percent.
    #[serde(rename = "ty_le")]
    #[schemars(extend("vi" = "Tỷ lệ %."))]
    percent: Option<Slot>,
    /// By what they have.
    #[serde(rename = "nhom")]
    #[schemars(extend("vi" = "Chia theo từng nhóm."))]
    groups: Vec<GroupRow>,
    /// How many of whom it is not known, if any.
    #[serde(rename = "khong_ro")]
    #[schemars(extend("vi" = "Số người chưa có thông tin, nếu có."))]
    unknown: Option<Slot>,
}

/// Ages in bands.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::template) struct AgesContext {
    /// The bands that hold anybody, and those of whom it is not known.
    #[serde(rename = "nhom")]
    #[schemars(extend("vi" = "Các nhóm có người, và nhóm chưa có thông tin."))]
    groups: Vec<GroupRow>,
    /// The most years.
    #[serde(rename = "cao_nhat")]
    #[schemars(extend("vi" = "Nhiều năm nhất."))]
    highest: ExtremeContext,
    /// The fewest years.
    #[serde(rename = "thap_nhat")]
    #[schemars(extend("vi" = "Ít năm nhất."))]
    lowest: ExtremeContext,
    /// The average.
    #[serde(rename = "binh_quan")]
    #[schemars(extend("vi" = "Số bình quân."))]
    average: Slot,
}

/// The most or the fewest years, and who has them.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::template) struct ExtremeContext {
    /// Whole years.
    #[serde(rename = "so_nam")]
    #[schemars(extend("vi" = "Số năm tròn."))]
    years: Slot,
    /// Everybody who has them.
    #[serde(rename = "dong_chi")]
    #[schemars(extend("vi" = "Những người có số năm ấy."))]
    members: Vec<Dated>,
}

/// A member with the year that the years count from.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::template) struct Dated {
    /// The name.
    #[serde(rename = "ho_ten")]
    #[schemars(extend("vi" = "Họ và tên."))]
    name: Slot,
    /// The year.
    #[serde(rename = "nam")]
    #[schemars(extend("vi" = "Năm bắt đầu tính."))]
    year: Slot,
}

/// How the bands of ages are told.
#[derive(Debug, Clone, Copy)]
pub(super) enum AgeWords {
    /// "Tuổi đời": `từ 31 đến 40 tuổi`.
    Life,
    /// "Tuổi đảng": `từ 10 đến dưới 20 năm`.
    Party,
}

impl AgeWords {
    fn of_band(self, band: &Band) -> String {
        match (self, band.from, band.below) {
            (Self::Life, None, Some(below)) => {
                format!("từ {} tuổi trở xuống", below.saturating_sub(1))
            }
            (Self::Life, Some(from), Some(below)) => {
                format!("từ {from} đến {} tuổi", below.saturating_sub(1))
            }
            (Self::Life, Some(from), None) => {
                format!("trên {} tuổi", from.saturating_sub(1))
            }
            (Self::Party, None, Some(below)) => format!("dưới {below} năm"),
            (Self::Party, Some(from), Some(below)) => {
                format!("từ {from} đến dưới {below} năm")
            }
            (Self::Party, Some(from), None) => format!("từ {from} năm trở lên"),
            (Self::Life | Self::Party, None, None) => "tất cả".to_owned(),
        }
    }

    /// Those whose date is not known.
    fn unknown(self) -> &'static str {
        match self {
            Self::Life => "không rõ năm sinh",
            Self::Party => "không rõ ngày vào Đảng",
        }
    }
}

impl Traces {
    /// The groups of a breakdown with their shares, and those of whom nothing is known.
    pub(super) fn groups(
        &mut self,
        breakdown: Option<&Breakdown>,
        of: &Traced<Headcount>,
        unknown: &str,
    ) -> Vec<GroupRow> {
        let Some(breakdown) = breakdown else {
            return Vec::new();
        };
        let mut rows = self.rows(&breakdown.groups, of);
        rows.extend(self.unknown(&breakdown.unknown, of, unknown));
        rows
    }

    fn rows(&mut self, groups: &[Group], of: &Traced<Headcount>) -> Vec<GroupRow> {
        let rows = groups.iter().map(|group| GroupRow {
            name: self.phrase(&group.name),
            count: self.count(&group.count),
            percent: self.percent(&group.count, of),
        });
        rows.collect()
    }

    /// A last row that lets the others close, if it is needed.
    fn unknown(
        &mut self,
        count: &Traced<Headcount>,
        of: &Traced<Headcount>,
        words: &str,
    ) -> Option<GroupRow> {
        (count.value.0 > 0).then(|| GroupRow {
            name: self.slot(count, words),
            count: self.count(count),
            percent: self.percent(count, of),
        })
    }
}

impl Source<'_> {
    /// The groups of a breakdown with their shares, and those of whom nothing is known.
    pub(super) fn groups(
        &mut self,
        breakdown: Option<&Breakdown>,
        of: &Traced<Headcount>,
        unknown: &str,
    ) -> Vec<GroupRow> {
        self.traces.groups(breakdown, of, unknown)
    }

    /// Those who have something, with their share in some members.
    pub(super) fn share(
        &mut self,
        share: Option<&Share>,
        of: &Traced<Headcount>,
    ) -> Option<ShareContext> {
        let share = share?;
        Some(ShareContext {
            count: self.count_if_any(&share.count),
            percent: self.percent(&share.count, of),
            groups: self.traces.rows(&share.groups, of),
            unknown: self.count_if_any(&share.unknown),
        })
    }

    /// Ages in bands with their shares in some members.
    pub(super) fn ages(
        &mut self,
        ages: Option<&Ages>,
        of: &Traced<Headcount>,
        words: AgeWords,
    ) -> Option<AgesContext> {
        let ages = ages?;
        let mut groups = Vec::new();
        for band in ages.bands.iter().filter(|band| band.count.value.0 > 0) {
            groups.push(GroupRow {
                name: self.traces.slot(&band.count, words.of_band(band)),
                count: self.count(&band.count),
                percent: self.percent(&band.count, of),
            });
        }
        groups.extend(self.traces.unknown(&ages.unknown, of, words.unknown()));
        Some(AgesContext {
            groups,
            highest: self.extreme(&ages.highest),
            lowest: self.extreme(&ages.lowest),
            average: self.traces.show(&ages.average),
        })
    }

    fn extreme(&mut self, extreme: &Extreme) -> ExtremeContext {
        let members = extreme.members.iter().map(|(name, year)| Dated {
            name: self.text(name),
            year: self.traces.show(year),
        });
        let members = members.collect();
        ExtremeContext {
            years: self.count(&extreme.years),
            members,
        }
    }
}
