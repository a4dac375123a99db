// What the peer in JavaScript reads from a workbook: the same as minutes.py.
"use strict";
const ExcelJS = require("exceljs");

const SINGLES = [
  ["Bầu bí thư", "Bí thư"],
  ["Bầu phó bí thư", "Phó Bí thư"],
];

const counted = (number) => String(number).padStart(2, "0");

function percent(part, whole) {
  const hundredths = Math.floor((part * 20000 + whole) / (whole * 2));
  const decimals = String(hundredths % 100).padStart(2, "0");
  return `${Math.floor(hundredths / 100)},${decimals}`.replace(/,?0+$/, (zeros) =>
    hundredths % 100 === 0 ? "" : zeros.replace(/[,0]/g, "")
  );
}

function rowsOf(sheet) {
  const rows = [];
  sheet.eachRow({ includeEmpty: true }, (row) => rows.push(row.values.slice(1)));
  return rows;
}

function labels(rows) {
  const found = {};
  let label;
  for (const row of rows) {
    label = row[0] ?? label;
    if (row[1] != null) (found[label] ??= []).push(row[1]);
  }
  return found;
}

function table([heads, ...rest]) {
  return rest.map((row) => Object.fromEntries(heads.map((head, i) => [head, row[i]])));
}

function ballot(rows) {
  const head = rows.findIndex((row) => row[0] === "TT");
  return [labels(rows.slice(0, head).filter((row) => row.length)), table(rows.slice(head))];
}

function day(text) {
  const [day, month, year] = text.split("/").map(Number);
  return `${counted(day)} tháng ${month > 2 ? month : counted(month)} năm ${year}`;
}

async function read(path) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const rows = Object.fromEntries(book.worksheets.map((it) => [it.name, rowsOf(it)]));
  const info = labels(rows["Thông tin"]);
  const people = table(rows["Đảng viên"]);
  const isThere = (it) => it["Dự đại hội"] === "Có mặt";
  const official = people.filter((it) => it["Ngày chính thức"]);
  const there = people.filter(isThere);
  const present = official.filter(isThere);
  const base = official.length;
  const one = (label) => info[label][0];
  const [count, listed] = ballot(rows["Bầu chi ủy"]);
  const won = listed.filter((it) => it["Số phiếu"] * 2 > base);
  won.sort((a, b) => b["Số phiếu"] - a["Số phiếu"]);
  const seats = count["Số lượng bầu"][0];
  return {
    parent: one("Đảng bộ").toUpperCase(),
    cell: one("Chi bộ"),
    cell_upper: one("Chi bộ").toUpperCase(),
    term: one("Nhiệm kỳ"),
    place: one("Địa danh"),
    date: day(one("Ngày đại hội")),
    opened: one("Khai mạc"),
    closed: one("Bế mạc"),
    venue: one("Địa điểm"),
    chair: one("Chủ tịch đại hội"),
    secretary: one("Thư ký đại hội"),
    copies: counted(one("Số bản biên bản")),
    summoned: counted(people.length),
    summoned_official: counted(base),
    summoned_probationary: counted(people.length - base),
    there: counted(there.length),
    there_percent: percent(there.length, people.length),
    there_official: counted(present.length),
    there_probationary: counted(there.length - present.length),
    guests: info["Đại biểu cấp trên"].map((guest) => {
      const [name, post] = guest.split(" – ");
      return { guest: name, post };
    }),
    motions: table(rows["Biểu quyết"])
      .filter((it) => ["Chương trình", "Quy chế"].includes(it["Loại"]))
      .map((it) => ({
        text: it["Nội dung"],
        agreed: counted(it["Tán thành"]),
        entitled: counted(present.length),
        share: percent(it["Tán thành"], present.length),
      })),
    seats: counted(seats),
    head: count["Trưởng ban kiểm phiếu"][0],
    board: count["Ủy viên kiểm phiếu"].map((person) => ({ person })),
    issued: counted(count["Phát ra"][0]),
    returned: counted(count["Thu về"][0]),
    valid: counted(count["Hợp lệ"][0]),
    candidates: listed.map((it) => ({
      number: it["TT"],
      name: it["Họ và tên"],
      votes: it["Số phiếu"],
      percent: percent(it["Số phiếu"], base),
    })),
    elected: won.slice(0, seats).map((it) => "đồng chí " + it["Họ và tên"]).join(", "),
    singles: SINGLES.map(([tab, office], index) => {
      const [count, [only]] = ballot(rows[tab]);
      return {
        index: index + 2,
        office,
        s_issued: counted(count["Phát ra"][0]),
        s_returned: counted(count["Thu về"][0]),
        s_valid: counted(count["Hợp lệ"][0]),
        s_name: only["Họ và tên"],
        s_votes: counted(only["Đồng ý"]),
        s_percent: percent(only["Đồng ý"], base),
      };
    }),
  };
}

module.exports = { read };
