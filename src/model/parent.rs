//! The parent committee ("đảng ủy") and its batch.

use crate::model::{FullDate, Identity, PinnedPaper, Traced};
use std::sync::Arc;

/// Everything the parent's workbook holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parent {
    /// Its file, relative to the input.
    pub file: Arc<str>,
    /// The labels it shares with the cells; a cell's own value wins.
    pub shared: Identity,
    /// "Bí thư đảng ủy".
    pub secretary: Option<Traced<String>>,
    /// "Phó Bí thư đảng ủy".
    pub deputy: Option<Traced<String>>,
    /// "Ban thường vụ": decisions are signed for it.
    pub has_standing_committee: Option<Traced<bool>>,
    /// "Số quyết định đầu".
    pub first_decision_number: Option<Traced<u32>>,
    /// "Ngày quyết định".
    pub decision_date: Option<Traced<FullDate>>,
    /// "Ngày nghỉ".
    pub holidays: Vec<Traced<FullDate>>,
    /// "Chi bộ": the cells that should have held a congress, in order.
    pub cells: Vec<Traced<String>>,
    /// "Đánh giá".
    pub assessments: Vec<ParentAssessment>,
    /// "Hình ảnh".
    pub photographs: Vec<Photograph>,
    /// "Văn bản".
    pub pinned: Vec<PinnedPaper>,
}

/// One row of the parent's "Đánh giá".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParentAssessment {
    /// "Phần" as typed: "Chỉ đạo", "Ưu điểm", "Hạn chế", "Kinh nghiệm" …
    pub part: Traced<String>,
    /// "Nội dung".
    pub text: Traced<String>,
}

/// One row of "Hình ảnh".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photograph {
    /// "Tệp", beside the workbook.
    pub file: Traced<String>,
    /// "Chú thích".
    pub caption: Option<Traced<String>>,
}
