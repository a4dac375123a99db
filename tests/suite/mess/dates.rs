//! Dates and times.

use super::Mess;

/// "Ngày sinh" of the second member is C3, "Ngày vào Đảng" G3, "Ngày chính thức" H3.
pub(super) const MESSES: [Mess; 20] = [
    Mess {
        says: "a date with its month alone, as text",
        make: |book| {
            book.members().set("C3", "'2/1971");
        },
        finds: &[],
        reads: &[
            "Trần Thị Bình, nữ, 2/1971, 20/1/1994, 20/1/1995, có mặt, Phó Trưởng phòng, 51.159495",
        ],
    },
    Mess {
        says: "a year as a number",
        make: |book| {
            book.members().set("C3", "1971");
        },
        finds: &[],
        reads: &[
            "Trần Thị Bình, nữ, 1971, 20/1/1994, 20/1/1995, có mặt, Phó Trưởng phòng, 51.159495",
        ],
    },
    Mess {
        says: "dots, dashes, commas, spaces between day, month and year",
        make: |book| {
            book.members()
                .set("C2", "'27.12.1966")
                .set("C3", "'28-2-1971")
                .set("C4", "'21, 5, 1970")
                .set("C5", "'16 12 1977")
                .set("C6", "'26/8-1978");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "dates in words",
        make: |book| {
            book.members()
                .set("C2", "'ngày 27 tháng 12 năm 1966")
                .set("C3", "'28 tháng 02 năm 1971");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "a date as programs write it",
        make: |book| {
            book.members().set("C2", "'1966-12-27");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "a year of two digits",
        make: |book| {
            book.members().set("C3", "'28/2/71");
        },
        finds: &["Đảng viên C3 S08"],
        reads: &[
            "Trần Thị Bình, nữ, ?, 20/1/1994, 20/1/1995, có mặt, Phó Trưởng phòng, 51.159495",
        ],
    },
    Mess {
        says: "a day that the calendar lacks",
        make: |book| {
            book.members().set("C3", "'31/02/1971");
        },
        finds: &["Đảng viên C3 S08"],
        reads: &[
            "Trần Thị Bình, nữ, ?, 20/1/1994, 20/1/1995, có mặt, Phó Trưởng phòng, 51.159495",
        ],
    },
    Mess {
        says: "the same impossible day down a column",
        make: |book| {
            for cell in ["C3", "C4", "C5"] {
                book.members().set(cell, "'không rõ");
            }
        },
        finds: &["Đảng viên C3:C5 S08"],
        reads: &[
            "Trần Thị Bình, nữ, ?, 20/1/1994, 20/1/1995, có mặt, Phó Trưởng phòng, 51.159495",
            "Cao Công Lộc, nam, ?, 18/2/2004, 18/2/2005, có mặt, Chuyên viên, 51.221622",
            "Tống Mai Trang, nữ, ?, 28/9/2012, 28/9/2013, có mặt, Chuyên viên, 51.169200",
        ],
    },
    Mess {
        says: "a month typed into Excel, which keeps a day that nobody typed",
        make: |book| {
            book.members().set("C3", "1/2/1971").form("C3", "mm/yyyy");
        },
        finds: &[],
        reads: &[
            "Trần Thị Bình, nữ, 2/1971, 20/1/1994, 20/1/1995, có mặt, Phó Trưởng phòng, 51.159495",
        ],
    },
    Mess {
        says: "a day and month typed into Excel, which keeps a year that nobody typed",
        make: |book| {
            book.members().set("C3", "28/2/2024").form("C3", "d-mmm");
        },
        finds: &["Đảng viên C3 S08"],
        reads: &[
            "Trần Thị Bình, nữ, ?, 20/1/1994, 20/1/1995, có mặt, Phó Trưởng phòng, 51.159495",
        ],
    },
    Mess {
        says: "a date in the long form of Vietnam",
        make: |book| {
            book.members()
                .form("C2", "\"ngày\" dd \"tháng\" mm \"năm\" yyyy")
                .form("C3", "[$-42A]d mmmm yyyy");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "a date that has lost its form",
        make: |book| {
            // the serial of 28/02/1971
            book.members().set("C3", "25992");
        },
        finds: &["Đảng viên C3 S08"],
        reads: &[
            "Trần Thị Bình, nữ, ?, 20/1/1994, 20/1/1995, có mặt, Phó Trưởng phòng, 51.159495",
        ],
    },
    Mess {
        says: "admission and official date in one cell",
        make: |book| {
            book.members()
                .set("G3", "'20/01/1994\n20/01/1995")
                .set("H3", "");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "two dates where one is wanted",
        make: |book| {
            book.members().set("C3", "'28/02/1971; 01/03/1971");
        },
        finds: &["Đảng viên C3 S08"],
        reads: &[
            "Trần Thị Bình, nữ, ?, 20/1/1994, 20/1/1995, có mặt, Phó Trưởng phòng, 51.159495",
        ],
    },
    Mess {
        says: "day and month changed places, as the other dates show",
        make: |book| {
            // Cao Công Lộc: admitted 8 February 2004, official 8 February 2005; Excel
            // made the second 2 August
            book.members().set("G4", "8/2/2004").set("H4", "2/8/2005");
        },
        finds: &["Đảng viên H4 S30"],
        reads: &[
            "Cao Công Lộc, nam, 21/5/1970, 8/2/2004, 2/8/2005, có mặt, Chuyên viên, 51.221622",
        ],
    },
    Mess {
        says: "a placeholder instead of a date",
        make: |book| {
            book.members().set("C3", "…/…/1971");
        },
        finds: &["Đảng viên C3 S08"],
        reads: &[
            "Trần Thị Bình, nữ, ?, 20/1/1994, 20/1/1995, có mặt, Phó Trưởng phòng, 51.159495",
        ],
    },
    Mess {
        says: "a full date of the congress in words",
        make: |book| {
            book.info().set("B6", "'ngày 05 tháng 9 năm 2022");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "times in the ways of minutes",
        make: |book| {
            book.info().set("B7", "'14h00'").set("B8", "'17 giờ");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "a time without its form",
        make: |book| {
            // 14/24, as files without forms keep it
            book.info().set("B7", "0.583333333333333");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "a time in words that say no hour",
        make: |book| {
            book.info().set("B7", "buổi chiều");
        },
        finds: &["Thông tin B7 S10"],
        reads: &["chi bộ Ví dụ, 5/9/2022,  Lê Văn Ánh, Trần Thị Bình"],
    },
];
