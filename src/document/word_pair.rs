//! Syllables that a line break in the name of a body must not part.
//!
//! Vietnamese writes a word of two syllables with a space inside. A letterhead is set
//! in capitals and broken by hand, and an office never leaves half a word at a line's
//! end. These are the pairs that occur in names of bodies of the Party and of the
//! state and in subjects of papers; a pair that is missing here breaks like any other space.

/// The pairs, upper case.
const PAIRS: &[(&str, &str)] = &[
    ("ĐẠI", "HỘI"),
    ("ĐẢNG", "BỘ"),
    ("ĐẢNG", "ỦY"),
    ("ĐẢNG", "UỶ"),
    ("ĐẢNG", "VIÊN"),
    ("CHI", "BỘ"),
    ("NHIỆM", "KỲ"),
    ("LẦN", "THỨ"),
    ("KIỂM", "PHIẾU"),
    ("CHỦ", "TỊCH"),
    ("THƯ", "KÝ"),
    ("BÍ", "THƯ"),
    ("PHÓ", "BÍ"),
    ("BẦU", "CỬ"),
    ("KẾT", "QUẢ"),
    ("CHUẨN", "Y"),
    ("ĐỀ", "NGHỊ"),
    ("ĐỒNG", "CHÍ"),
    ("TÌNH", "HÌNH"),
    ("THAM", "DỰ"),
    ("DANH", "SÁCH"),
    ("TRÍCH", "NGANG"),
    ("QUẢN", "LÝ"),
    ("KHUYẾN", "CÔNG"),
    ("PHÁT", "TRIỂN"),
    ("TIỂU", "THỦ"),
    ("THỦ", "CÔNG"),
    ("CÔNG", "NGHIỆP"),
    ("NÔNG", "NGHIỆP"),
    ("DOANH", "NGHIỆP"),
    ("SỰ", "NGHIỆP"),
    ("CÔNG", "THƯƠNG"),
    ("ĐỊA", "PHƯƠNG"),
    ("KẾ", "HOẠCH"),
    ("TỔNG", "HỢP"),
    ("VĂN", "PHÒNG"),
    ("TRUNG", "TÂM"),
    ("TRUNG", "ƯƠNG"),
    ("TỔ", "CHỨC"),
    ("HÀNH", "CHÍNH"),
    ("TÀI", "CHÍNH"),
    ("KẾ", "TOÁN"),
    ("THANH", "TRA"),
    ("KỸ", "THUẬT"),
    ("ĐÀO", "TẠO"),
    ("HỢP", "TÁC"),
    ("QUỐC", "TẾ"),
    ("XÂY", "DỰNG"),
    ("THÀNH", "PHỐ"),
    ("THỊ", "XÃ"),
    ("CƠ", "QUAN"),
    ("BAN", "CHẤP"),
    ("CHẤP", "HÀNH"),
];

/// Whether two syllables that follow each other make one word.
///
/// # Examples
///
/// ```
/// use bienban::document::is_word_pair;
///
/// assert!(is_word_pair("KHUYẾN", "CÔNG"));
/// assert!(!is_word_pair("CÔNG", "VĂN"));
/// ```
pub fn is_word_pair(first: &str, second: &str) -> bool {
    let second = second.trim_end_matches([',', ';', '.']);
    PAIRS.contains(&(&*first.to_uppercase(), &*second.to_uppercase()))
}
