//! Quyết định 190-QĐ/TW of 10/10/2024, in force from its day.
//!
//! Uncertain: of the regulations on carrying out the Party Statutes after 24-QĐ/TW,
//! only 294-QĐ/TW was read; the one between (of January 2025) is recalled and is not
//! cited, so a congress of the first half of 2025 cites none; that of 2026 (20-QĐ/TW),
//! whose day and content are unknown, is not cited either. The clauses and points of
//! article 30 were not read either; only the article is named. That it counts as article
//! 32 of the regulation before it did rests on its first two clauses and a summary.

use super::{BasisLine, CARRYING_OUT_24, RuleSet, STATUTES};

/// The regulation of 2024.
pub(super) const RULES: RuleSet = RuleSet {
    id: "190-QD/TW",
    number: "190-QĐ/TW",
    from: (2024, 10, 10),
    base_clause: "Điều 30",
    basis: &[
        STATUTES,
        CARRYING_OUT_24,
        BasisLine {
            text: "Quy định số 294-QĐ/TW, ngày 26/5/2025 của Ban Chấp hành Trung ương \
                   về thi hành Điều lệ Đảng",
            from: (2025, 7, 1),
            until: None,
        },
        BasisLine {
            text: "Quyết định số 190-QĐ/TW, ngày 10/10/2024 của Ban Chấp hành Trung \
                   ương về Quy chế bầu cử trong Đảng",
            from: (2024, 10, 10),
            until: None,
        },
    ],
    guidance: &[BasisLine {
        text: "Hướng dẫn số 04-HD/TW, ngày 31/12/2024",
        from: (2024, 12, 31),
        until: None,
    }],
};
