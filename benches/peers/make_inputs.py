"""Writes the workbooks that everybody reads: one congress a workbook, 30 members, 8 names
on the committee's list. All people are invented.

    make_inputs.py FOLDER COUNT
"""

import sys
from pathlib import Path

from openpyxl import Workbook

FAMILY = "Nguyễn Trần Lê Phạm Hoàng Phan Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh".split()
MIDDLE = ["Văn", "Đình", "Quốc", "Minh", "Xuân", "Công", "Gia", "Thế"]
MIDDLE_OF_WOMEN = ["Thị", "Thanh", "Ngọc", "Thu", "Bích", "Hồng", "Khánh", "Thùy"]
GIVEN = "An Bình Cường Dũng Hải Hùng Khoa Long Nam Phong Quân Sơn Thắng Tuấn Vinh".split()
GIVEN_OF_WOMEN = "Anh Chi Dung Hà Hoa Lan Linh Mai Nga Ngọc Oanh Tâm Trang Vân Yến".split()
PRESENT = 28
# of 28 ballots for seven seats: 174 votes of 196 possible
VOTES = [28, 27, 26, 3, 25, 28, 22, 15]


def members(cell):
    """Fifteen men, fifteen women; the last two are probationary."""
    for index in range(30):
        is_woman = index % 2 == 1
        middle = MIDDLE_OF_WOMEN if is_woman else MIDDLE
        given = GIVEN_OF_WOMEN if is_woman else GIVEN
        name = " ".join(
            [
                FAMILY[(index * 7 + cell) % len(FAMILY)],
                middle[(index + cell // 15) % len(middle)],
                given[(index // 2) % len(given)],
            ]
        )
        born = f"{cell % 28 + 1:02}/{index % 12 + 1:02}/{1970 + index % 20}"
        admitted = f"03/02/{2005 + index % 10}"
        official = f"03/02/{2006 + index % 10}"
        if index >= PRESENT:
            admitted, official = "03/02/2025", None
        sex = "Nữ" if is_woman else "Nam"
        post = "Trưởng phòng" if index == 0 else "Chuyên viên"
        yield [index + 1, name, born, sex, "Kinh", "Không", "Hà Nội", post]\
            + [admitted, official, "Có mặt"]


def add(book, tab, rows):
    sheet = book.create_sheet(tab)
    for row in rows:
        sheet.append(row)


def given_name(name):
    """The order of lists; these given names differ in letters without accents."""
    return name.split()[-1]


def ballot(book, tab, seats, head, rows, names):
    figures = [
        ["Số lượng bầu", seats],
        ["Phát ra", PRESENT],
        ["Thu về", PRESENT],
        ["Hợp lệ", PRESENT],
        ["Không hợp lệ", 0],
        ["Trưởng ban kiểm phiếu", names[20]],
        ["Ủy viên kiểm phiếu", names[21]],
        [None, names[22]],
        ["Kiểm phiếu xong", "15 giờ 20 phút"],
        [],
    ]
    add(book, tab, figures + [head] + [[i, *row] for i, row in enumerate(rows, 1)])


def write(path, cell):
    book = Workbook(write_only=True)
    people = list(members(cell))
    names = [row[1] for row in people]
    chair, secretary = names[0], names[23]
    info = [
        ["Chi bộ", f"Số {cell + 1}"],
        ["Đảng bộ", "Đảng bộ Sở Mẫu"],
        ["Đảng bộ cấp trên", "Đảng bộ Khối Mẫu"],
        ["Nhiệm kỳ", "2025-2030"],
        ["Nhiệm kỳ trước", "2022-2025"],
        ["Ngày đại hội", "18/9/2025"],
        ["Khai mạc", "14 giờ 00 phút"],
        ["Bế mạc", "17 giờ 00 phút"],
        ["Địa điểm", "Phòng họp số 2, trụ sở Sở Mẫu"],
        ["Địa danh", "Hà Nội"],
        ["Chủ tịch đại hội", chair],
        ["Thư ký đại hội", secretary],
        ["Đại biểu cấp trên", "Ôn Văn Hà – Ủy viên Ban Chấp hành Đảng bộ Sở Mẫu"],
        ["Bí thư nhiệm kỳ trước", chair],
        ["Chi ủy nhiệm kỳ trước", chair],
        [None, names[1]],
        ["Số bản biên bản", 3],
    ]
    add(book, "Thông tin", info)
    heads = ["TT", "Họ và tên", "Ngày sinh", "Giới tính", "Dân tộc", "Tôn giáo"]
    heads += ["Quê quán", "Chức vụ", "Ngày vào Đảng", "Ngày chính thức", "Dự đại hội"]
    add(book, "Đảng viên", [heads] + people)
    listed = sorted(names[:8], key=given_name)
    rows = [[name, votes] for name, votes in zip(listed, VOTES)]
    first, second = listed[0], listed[5]
    ballot(book, "Bầu chi ủy", 7, ["TT", "Họ và tên", "Số phiếu"], rows, names)
    both = ["TT", "Họ và tên", "Đồng ý", "Không đồng ý"]
    ballot(book, "Bầu bí thư", 1, both, [[first, 28, 0]], names)
    ballot(book, "Bầu phó bí thư", 1, both, [[second, 26, 2]], names)
    motions = [["Loại", "Cuộc bầu", "Nội dung", "Tán thành", "Không tán thành", "Ý kiến khác"]]
    plain = [
        ("Đoàn chủ tịch", f"Bầu đồng chí {chair} làm Chủ tịch đại hội"),
        ("Thư ký", f"Bầu đồng chí {secretary} làm Thư ký đại hội"),
        ("Chương trình", "Chương trình làm việc của Đại hội"),
        ("Quy chế", "Quy chế làm việc của Đại hội"),
        ("Báo cáo", "Các báo cáo trình Đại hội"),
        ("Mục tiêu", "Mục tiêu, chỉ tiêu chủ yếu nhiệm kỳ 2025-2030"),
        ("Nghị quyết", "Nghị quyết Đại hội Chi bộ nhiệm kỳ 2025-2030"),
    ]
    motions += [[kind, None, text, PRESENT, 0, 0] for kind, text in plain]
    add(book, "Biểu quyết", motions)
    events = [
        ["Giờ", "Việc", "Người", "Chức vụ", "Nội dung"],
        ["14 giờ 00 phút", "Chào cờ", None, None, "Chào cờ, hát Quốc ca, Quốc tế ca"],
        [None, "Khai mạc", chair, "Bí thư Chi bộ", "Nêu mục đích, yêu cầu của Đại hội"],
        [
            "14 giờ 20 phút",
            "Báo cáo",
            chair,
            "Bí thư Chi bộ",
            "Báo cáo tổng kết nhiệm kỳ 2022-2025, phương hướng nhiệm kỳ 2025-2030",
        ],
        [None, "Tham luận", names[10], "Chuyên viên", "Nâng cao chất lượng sinh hoạt."],
        [None, "Bầu cử", None, None, None],
        ["16 giờ 50 phút", "Bế mạc", chair, "Bí thư Chi bộ", "Cảm ơn các đại biểu"],
    ]
    add(book, "Diễn biến", events)
    tasks = [["Phần", "Nội dung"], ["Nhiệm vụ", "Nâng cao chất lượng sinh hoạt Chi bộ."]]
    add(book, "Nghị quyết", tasks)
    book.save(path)


if __name__ == "__main__":
    folder, count = Path(sys.argv[1]), int(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    for cell in range(count):
        write(folder / f"{cell + 1:03}.xlsx", cell)
