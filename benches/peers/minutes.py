"""What the peers in Python read from a workbook, and the minutes' words for all peers."""

from openpyxl import load_workbook

ORDINARY = ("Chương trình", "Quy chế")
SINGLES = (("Bầu bí thư", "Bí thư"), ("Bầu phó bí thư", "Phó Bí thư"))


def labels(rows):
    """Labels with their values; an empty label continues the one above."""
    found, label = {}, None
    for row in rows:
        label = row[0] or label
        if row[1] is not None:
            found.setdefault(label, []).append(row[1])
    return found


def table(rows):
    heads, *rest = rows
    return [dict(zip(heads, row)) for row in rest if any(v is not None for v in row)]


def counted(number):
    """Counts below ten are printed with a zero before them."""
    return f"{number:02}"


def percent(part, whole):
    hundredths = (part * 10000 * 2 + whole) // (whole * 2)
    text = f"{hundredths // 100},{hundredths % 100:02}"
    return text.rstrip("0").rstrip(",") if "," in text else text


def ballot(rows):
    head = next(i for i, row in enumerate(rows) if row and row[0] == "TT")
    return labels(row for row in rows[:head] if any(row)), table(rows[head:])


def day(text):
    day, month, year = text.split("/")
    return f"{int(day):02} tháng {int(month) if int(month) > 2 else '%02d' % int(month)} năm {year}"


def read(path):
    """The facts of a congress, as the templates name them."""
    book = load_workbook(path, read_only=True, data_only=True)
    rows = {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}
    info = labels(rows["Thông tin"])
    people = table(rows["Đảng viên"])
    official = [it for it in people if it["Ngày chính thức"]]
    there = [it for it in people if it["Dự đại hội"] == "Có mặt"]
    present = [it for it in official if it["Dự đại hội"] == "Có mặt"]
    base = len(official)
    one = lambda label: info[label][0]
    facts = {
        "parent": one("Đảng bộ").upper(),
        "cell": one("Chi bộ"),
        "cell_upper": one("Chi bộ").upper(),
        "term": one("Nhiệm kỳ"),
        "place": one("Địa danh"),
        "date": day(one("Ngày đại hội")),
        "opened": one("Khai mạc"),
        "closed": one("Bế mạc"),
        "venue": one("Địa điểm"),
        "chair": one("Chủ tịch đại hội"),
        "secretary": one("Thư ký đại hội"),
        "copies": counted(one("Số bản biên bản")),
        "summoned": counted(len(people)),
        "summoned_official": counted(base),
        "summoned_probationary": counted(len(people) - base),
        "there": counted(len(there)),
        "there_percent": percent(len(there), len(people)),
        "there_official": counted(len(present)),
        "there_probationary": counted(len(there) - len(present)),
        "guests": [
            dict(zip(("guest", "post"), guest.split(" – ")))
            for guest in info["Đại biểu cấp trên"]
        ],
        "motions": [
            {
                "text": it["Nội dung"],
                "agreed": counted(it["Tán thành"]),
                "entitled": counted(len(present)),
                "share": percent(it["Tán thành"], len(present)),
            }
            for it in table(rows["Biểu quyết"])
            if it["Loại"] in ORDINARY
        ],
    }
    count, listed = ballot(rows["Bầu chi ủy"])
    won = [it for it in listed if it["Số phiếu"] * 2 > base]
    won.sort(key=lambda it: -it["Số phiếu"])
    seats = count["Số lượng bầu"][0]
    facts.update(
        seats=counted(seats),
        head=count["Trưởng ban kiểm phiếu"][0],
        board=[{"person": name} for name in count["Ủy viên kiểm phiếu"]],
        issued=counted(count["Phát ra"][0]),
        returned=counted(count["Thu về"][0]),
        valid=counted(count["Hợp lệ"][0]),
        candidates=[
            {
                "number": it["TT"],
                "name": it["Họ và tên"],
                "votes": it["Số phiếu"],
                "percent": percent(it["Số phiếu"], base),
            }
            for it in listed
        ],
        elected=", ".join("đồng chí " + it["Họ và tên"] for it in won[:seats]),
    )
    facts["singles"] = []
    for index, (tab, office) in enumerate(SINGLES, 2):
        count, [only] = ballot(rows[tab])
        facts["singles"].append(
            {
                "index": index,
                "office": office,
                "s_issued": counted(count["Phát ra"][0]),
                "s_returned": counted(count["Thu về"][0]),
                "s_valid": counted(count["Hợp lệ"][0]),
                "s_name": only["Họ và tên"],
                "s_votes": counted(only["Đồng ý"]),
                "s_percent": percent(only["Đồng ý"], base),
            }
        )
    return facts


# kind and words; `[x]` is a fact, `[#x]` … `[/x]` repeat for each of a list
LETTERHEAD = (
    ["[parent]", "ĐẠI HỘI CHI BỘ [cell_upper]", "NHIỆM KỲ [term]", "*", "Số 04-BB/ĐH"],
    ["ĐẢNG CỘNG SẢN VIỆT NAM", "[place], ngày [date]"],
)
MINUTES = [
    ("title", "BIÊN BẢN"),
    ("title", "Đại hội Chi bộ [cell], nhiệm kỳ [term]"),
    ("title", "-----"),
    ("head", "I- THỜI GIAN, ĐỊA ĐIỂM"),
    ("text", "Đại hội Chi bộ [cell], nhiệm kỳ [term] khai mạc lúc [opened], ngày [date], tại [venue]."),
    ("head", "II- THÀNH PHẦN"),
    ("text", "Được triệu tập: [summoned] đồng chí, trong đó đảng viên chính thức [summoned_official] đồng chí, đảng viên dự bị [summoned_probationary] đồng chí."),
    ("text", "Có mặt: [there]/[summoned] đồng chí, đạt tỷ lệ [there_percent]%, trong đó đảng viên chính thức [there_official] đồng chí, đảng viên dự bị [there_probationary] đồng chí."),
    ("loop", "[#guests]"),
    ("text", "- Đồng chí [guest], [post]."),
    ("loop", "[/guests]"),
    ("head", "III- BẦU CƠ QUAN ĐIỀU HÀNH ĐẠI HỘI"),
    ("text", "Đại hội biểu quyết bầu đồng chí [chair] làm Chủ tịch Đại hội, đồng chí [secretary] làm Thư ký Đại hội."),
    ("loop", "[#motions]"),
    ("text", "Đại hội biểu quyết thông qua: [text] ([agreed]/[entitled] đảng viên chính thức có mặt biểu quyết tán thành, đạt tỷ lệ [share]%)."),
    ("loop", "[/motions]"),
    ("head", "IV- BẦU CỬ"),
    ("head", "1. Bầu Chi ủy"),
    ("text", "Số lượng cần bầu là [seats] đồng chí. Ban kiểm phiếu: đồng chí [head], Trưởng ban[#board]; đồng chí [person], Ủy viên[/board]."),
    ("text", "Số phiếu phát ra: [issued] phiếu; thu về: [returned] phiếu; hợp lệ: [valid] phiếu; không hợp lệ: không có."),
    ("table", "candidates"),
    ("text", "Trúng cử: [elected]."),
    ("loop", "[#singles]"),
    ("head", "[index]. Bầu [office]"),
    ("text", "Số phiếu phát ra: [s_issued] phiếu; thu về: [s_returned] phiếu; hợp lệ: [s_valid] phiếu; không hợp lệ: không có. Đồng chí [s_name] trúng cử với [s_votes] phiếu, đạt tỷ lệ [s_percent]%."),
    ("loop", "[/singles]"),
    ("head", "V- BẾ MẠC"),
    ("text", "Đại hội bế mạc lúc [closed], cùng ngày. Biên bản này được lập thành [copies] bản."),
]
HEADS = ["TT", "Họ và tên", "Số phiếu được bầu", "Tỷ lệ %"]
ROW = ["number", "name", "votes", "percent"]
SIGNATURES = (["THƯ KÝ ĐẠI HỘI", "", "", "[secretary]"], ["CHỦ TỊCH ĐẠI HỘI", "", "", "[chair]"])
