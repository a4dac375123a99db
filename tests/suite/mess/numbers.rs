//! Counts and percentages.

use super::Mess;

/// "Phát ra" is B2 of the ballot, the votes of its only candidate C10, E10 their share.
pub(super) const MESSES: [Mess; 21] = [
    Mess {
        says: "numbers typed as text",
        make: |book| {
            book.ballot().set("B2", "'6").set("C10", "'06");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "a word behind a number",
        make: |book| {
            book.ballot()
                .set("B2", "6 phiếu")
                .set("B3", "6 phiếu")
                .set("C10", "6 đ/c");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "a number out of all",
        make: |book| {
            book.ballot().set("C10", "'6/6").set("B4", "'6/6 phiếu");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "a number out of fewer",
        make: |book| {
            book.ballot().set("C10", "'6/5");
        },
        finds: &["Bầu bí thư C10 S07"],
        reads: &["bầu bí thư 1/1 phát 6 thu 6 hợp lệ 6 không 0: Lê Văn Ánh ?-0 100%"],
    },
    Mess {
        says: "half a vote",
        make: |book| {
            book.ballot().set("C10", "5.5");
        },
        finds: &["Bầu bí thư C10 S07"],
        reads: &["bầu bí thư 1/1 phát 6 thu 6 hợp lệ 6 không 0: Lê Văn Ánh ?-0 100%"],
    },
    Mess {
        says: "half a vote that its form rounds",
        make: |book| {
            book.ballot().set("C10", "5.5").form("C10", "0");
        },
        finds: &["Bầu bí thư C10 S07"],
        reads: &["bầu bí thư 1/1 phát 6 thu 6 hợp lệ 6 không 0: Lê Văn Ánh ?-0 100%"],
    },
    Mess {
        says: "fewer than no votes",
        make: |book| {
            book.ballot().set("B5", "-1");
        },
        finds: &["Bầu bí thư B5 S07"],
        reads: &["bầu bí thư 1/1 phát 6 thu 6 hợp lệ 6 không ?: Lê Văn Ánh 6-0 100%"],
    },
    Mess {
        says: "a number in words",
        make: |book| {
            book.ballot().set("B5", "hai");
        },
        finds: &["Bầu bí thư B5 S07"],
        reads: &["bầu bí thư 1/1 phát 6 thu 6 hợp lệ 6 không ?: Lê Văn Ánh 6-0 100%"],
    },
    Mess {
        says: "a number that its form writes with a word",
        make: |book| {
            book.ballot().form("B2", "0\" phiếu\"");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "a calculated number",
        make: |book| {
            book.ballot().set("B4", "=6");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "an error that a formula shows as text",
        make: |book| {
            book.ballot().set("B4", "=#DIV/0!");
        },
        finds: &["Bầu bí thư B4 S11"],
        reads: &["bầu bí thư 1/1 phát 6 thu 6 hợp lệ ? không 0: Lê Văn Ánh 6-0 100%"],
    },
    Mess {
        says: "an error in a cell",
        make: |book| {
            book.ballot().set("B4", "=#REF!");
        },
        finds: &["Bầu bí thư B4 S11"],
        reads: &["bầu bí thư 1/1 phát 6 thu 6 hợp lệ ? không 0: Lê Văn Ánh 6-0 100%"],
    },
    Mess {
        says: "a share in the form of a percentage",
        make: |book| {
            book.ballot().set("E10", "1").form("E10", "0.00%");
        },
        finds: &[],
        reads: &["bầu bí thư 1/1 phát 6 thu 6 hợp lệ 6 không 0: Lê Văn Ánh 6-0 100,00%"],
    },
    Mess {
        says: "a percentage without its sign",
        make: |book| {
            book.ballot().set("E10", "100");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "zeros in front of a number, kept by its form",
        make: |book| {
            book.members().set("F3", "123").form("F3", "00000000");
        },
        finds: &[],
        reads: &[
            "Trần Thị Bình, nữ, 28/2/1971, 20/1/1994, 20/1/1995, có mặt, Phó Trưởng phòng, 00000123",
        ],
    },
    Mess {
        says: "zeros in front of a text",
        make: |book| {
            book.members().set("F3", "'00000123");
        },
        finds: &[],
        reads: &[
            "Trần Thị Bình, nữ, 28/2/1971, 20/1/1994, 20/1/1995, có mặt, Phó Trưởng phòng, 00000123",
        ],
    },
    Mess {
        says: "no invalid ballot, in words",
        make: |book| {
            book.ballot().set("B5", "không");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "nobody against, in words",
        make: |book| {
            book.ballot().set("D10", "Không có");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "a result in one word",
        make: |book| {
            book.ballot().set("F10", "Đạt");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "a result in two letters",
        make: |book| {
            book.ballot().set("F10", "TC");
        },
        finds: &[],
        reads: &[],
    },
    Mess {
        says: "a result that the count contradicts, in other words",
        make: |book| {
            book.ballot().set("F10", "Không đạt");
        },
        finds: &["Bầu bí thư F10 V12"],
        reads: &[],
    },
];
