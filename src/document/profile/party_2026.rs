//! `party-2026`: Hướng dẫn 05-HD/VPTW of 27/5/2026 under Quy định 399-QĐ/TW.
//!
//! Sizes, margins and places are those of 2018; the guidance changed marks.

use super::{FormatProfile, Phrases, party_2018};

/// The form of 2026.
pub(super) const PROFILE: FormatProfile = FormatProfile {
    name: "party-2026",
    phrases: Phrases {
        recipients_separator: ";", // clause 9.2.5
        basis_stop: ".",
        addressee_label: "Kính trình:", // clause 9.2.4
        ..party_2018::PHRASES
    },
    ..party_2018::PROFILE
};
