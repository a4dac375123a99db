//! Results as they are told: to people in lines of text, to programs in the JSON of the
//! contract (`command-line.md`), field by field.

use super::builder::{Change, absent, ballot, cell_of, committee, judged, results};
use bienban::diagnostic::{Code, Diagnostic, Lang};
use bienban::model::{Ballot, Congress, Decision, FullDate, Office, Status};
use bienban::pipeline::{results_json, results_text};

fn text(congress: &Congress, lang: Lang) -> String {
    results_text("Một", &results(congress), lang).join("\n")
}

fn json(congress: &Congress) -> Vec<String> {
    results_json("Một", &results(congress))
}

/// Four official members, of whom one belongs elsewhere for a time and one is away with
/// consent: 4 − 1 − 1 = 2, more than half is 2. Three of four are there: 9 ≥ 8.
fn four(ballot: Ballot) -> Congress {
    let mut congress = cell_of(4);
    congress.members[1].status.value = Status::Elsewhere;
    absent(&mut congress, 4, true);
    congress.ballots = vec![ballot];
    congress
}

/// 28 official members, one elsewhere, one away with consent: 26, more than half is 14.
/// 13 votes are half. The worked example of the regulation's denominator.
#[test]
fn the_derivation_is_told_step_by_step() {
    let mut congress = cell_of(28);
    congress.members[6].status.value = Status::Elsewhere;
    absent(&mut congress, 7, false);
    absent(&mut congress, 20, true);
    let votes = [(1, 26), (2, 20), (3, 13), (4, 12), (5, 14), (8, 15)];
    congress.ballots = vec![committee(3, &votes).counted(26, 26, 26, 0)];
    insta::assert_snapshot!(text(&congress, Lang::Vi), @r"
    Chi bộ Một · 244-QĐ/TW · Hướng dẫn số 03-HD/TW, ngày 20/3/2020
      Có mặt 26/28 đảng viên chính thức được triệu tập: đủ hai phần ba (Điều lệ Đảng, Điều 11)
      Mẫu số: 28 được triệu tập − 1 sinh hoạt tạm thời nơi khác − 1 vắng được đồng ý = 26; quá một nửa là từ 14 phiếu (Điều 32, khoản 2)
        sinh hoạt tạm thời nơi khác: Người 07
        vắng được đồng ý: Người 20
      Bầu chi ủy: bầu 3 trong danh sách 6 người
        có mặt 26, phát ra 26, thu về 26, hợp lệ 26, không hợp lệ 0; mẫu số 26, trúng cử từ 14 phiếu
        đồng chí Người 01: 26 phiếu (100%): trúng cử
        đồng chí Người 02: 20 phiếu (76,92%): trúng cử
        đồng chí Người 03: 13 phiếu (50%): không trúng cử, không quá một nửa (đúng một nửa)
        đồng chí Người 04: 12 phiếu (46,15%): không trúng cử, không quá một nửa
        đồng chí Người 05: 14 phiếu (53,85%): không trúng cử, quá một nửa nhưng hết chỗ
        đồng chí Người 08: 15 phiếu (57,69%): trúng cử
        bầu đủ 3/3
      → chi ủy 3/3: Người 01, Người 02, Người 08
    ");
}

/// Everything a ballot and its list can say: the suspended, single ballots that are
/// invalid, a tie, the decision, a re-vote below half.
fn a_tie_and_single_ballots() -> Congress {
    let mut congress = cell_of(12);
    congress.members[11].status.value = Status::Suspended;
    absent(&mut congress, 12, false);
    let tied = committee(2, &[(1, 10), (2, 7), (3, 7), (4, 6), (5, 2)]);
    let tied = tied.counted(11, 11, 11, 0).decided(Decision::Revote);
    let again = ballot(Office::Committee, 1, true, 1, &[(2, 5), (3, 4)]);
    let mut papers = ballot(Office::Secretary, 1, false, 1, &[(1, 0)]);
    papers = papers.against(&[0]).matrix(&["ĐĐĐĐĐKK2.ĐĐ"]);
    for one in &mut papers.candidates {
        (one.votes, one.against) = (None, None);
    }
    let papers = papers.refused(11, Some("Có ký tên"));
    congress.ballots = vec![tied, again.counted(11, 11, 9, 2), papers];
    congress
}

#[test]
fn each_candidate_is_elected_or_told_why_not() {
    let congress = a_tie_and_single_ballots();
    insta::assert_snapshot!(text(&congress, Lang::Vi), @r"
    Chi bộ Một · 244-QĐ/TW · Hướng dẫn số 03-HD/TW, ngày 20/3/2020
      Có mặt 11/11 đảng viên chính thức được triệu tập: đủ hai phần ba (Điều lệ Đảng, Điều 11)
      Mẫu số: 12 đảng viên chính thức − 1 bị đình chỉ sinh hoạt = 11 được triệu tập; quá một nửa là từ 6 phiếu (Điều 32, khoản 2)
        bị đình chỉ sinh hoạt: Người 12
      Bầu chi ủy: bầu 2 trong danh sách 5 người
        có mặt 11, phát ra 11, thu về 11, hợp lệ 11, không hợp lệ 0; mẫu số 11, trúng cử từ 6 phiếu
        đồng chí Người 01: 10 phiếu (90,91%): trúng cử
        đồng chí Người 02: 7 phiếu (63,64%): ngang phiếu, chưa trúng cử
        đồng chí Người 03: 7 phiếu (63,64%): ngang phiếu, chưa trúng cử
        đồng chí Người 04: 6 phiếu (54,55%): không trúng cử, quá một nửa nhưng ít phiếu hơn
        đồng chí Người 05: 2 phiếu (18,18%): không trúng cử, không quá một nửa
        bầu được 1/2, ngang phiếu cho 1 chỗ: Người 02, Người 03
        đại hội đã quyết định: bầu lại
      Bầu chi ủy (bầu lại): bầu 1 trong danh sách 2 người
        có mặt 11, phát ra 11, thu về 11, hợp lệ 9, không hợp lệ 2
        giữa những người ngang phiếu lấy người nhiều phiếu hơn, không cần quá một nửa (Điều 32)
        đồng chí Người 02: 5 phiếu (45,45%): trúng cử
        đồng chí Người 03: 4 phiếu (36,36%): không trúng cử, ít phiếu hơn
        bầu đủ 1/1
      Bầu bí thư: bầu 1 trong danh sách 1 người
        có mặt 11, thu về 11, hợp lệ 8, không hợp lệ 3; mẫu số 11, trúng cử từ 6 phiếu
        không hợp lệ: 1 phiếu đánh dấu cả hai ô (ô T10); 1 phiếu không đánh dấu ô nào (ô U10); 1 phiếu: Có ký tên (ô W12)
        đồng chí Người 01: 6 đồng ý, 2 không đồng ý (54,55%): trúng cử
        bầu đủ 1/1
      → chi ủy 2/2: Người 01, Người 02
      → bí thư 1/1: Người 01
    ");
}

#[test]
fn results_are_told_in_english_too() {
    let congress = a_tie_and_single_ballots();
    insta::assert_snapshot!(text(&congress, Lang::En), @r"
    Cell Một · 244-QĐ/TW · Hướng dẫn số 03-HD/TW, ngày 20/3/2020
      Present 11 of 11 official members summoned: two thirds (Party Statutes, article 11)
      Base: 12 official − 1 suspended = 11 summoned; more than half: 6 votes (Điều 32, khoản 2)
        suspended: Người 12
      Ballot: chi-uy: 2 of a list of 5
        present 11, issued 11, returned 11, valid 11, invalid 0; base 11, elected from 6
        Người 01: 10 votes (90,91%): elected
        Người 02: 7 votes (63,64%): tied
        Người 03: 7 votes (63,64%): tied
        Người 04: 6 votes (54,55%): not elected, over half, fewer votes
        Người 05: 2 votes (18,18%): not elected, not more than half
        1 of 2, tied for 1: Người 02, Người 03
        the congress decided: re-vote
      Ballot: chi-uy (re-vote): 1 of a list of 2
        present 11, issued 11, returned 11, valid 9, invalid 2
        among the tied the higher count wins, also without more than half (Điều 32)
        Người 02: 5 votes (45,45%): elected
        Người 03: 4 votes (36,36%): not elected, fewer votes
        complete, 1 of 1
      Ballot: bi-thu: 1 of a list of 1
        present 11, returned 11, valid 8, invalid 3; base 11, elected from 6
        invalid: 1 × both boxes marked (at T10); 1 × neither box marked (at U10); 1 ×: Có ký tên (at W12)
        Người 01: 6 for, 2 against (54,55%): elected
        complete, 1 of 1
      → chi-uy 2/2: Người 01, Người 02
      → bi-thu 1/1: Người 01
    ");
}

/// 6 of 12 are half; without the six exempt elders who stayed away 6 of 6 are there. The
/// base is 6 by either reading, and the ballots count.
#[test]
fn a_quorum_by_one_reading_is_told_with_both() {
    let mut congress = cell_of(12);
    for number in 7..=12 {
        absent(&mut congress, number, false);
        congress.members[number - 1].status.value = Status::Exempt;
    }
    congress.ballots = vec![committee(1, &[(1, 4)]).counted(6, 6, 6, 0)];
    let told = text(&congress, Lang::Vi);
    let line = "Có mặt 6/12 đảng viên chính thức được triệu tập: đủ hai phần ba nếu \
                không tính người được miễn sinh hoạt không dự (6/6) (Điều lệ Đảng, Điều 11)";
    assert!(told.contains(line), "{told}");
    assert!(told.contains("4 phiếu (66,67%): trúng cử"), "{told}");
    let english = text(&congress, Lang::En);
    let line = "two thirds only without those exempt and away (6 of 6)";
    assert!(english.contains(line), "{english}");
    let report = judged(&congress);
    let finding = report.findings().iter().find(|it| it.code() == Code::V37);
    let words = finding.unwrap().wording(Lang::Vi);
    let found = "tính cả những người ấy: 6/12 có mặt, chưa đủ";
    assert_eq!(words.found.as_deref(), Some(found));
    let expected = "không tính những người ấy: 6/6 có mặt, đủ";
    assert_eq!(words.expected.as_deref(), Some(expected));
    let mut codes = report.findings().iter().map(Diagnostic::code);
    assert!(codes.all(|code| code != Code::M06));
}

/// Delegates of 2025: three over half beyond the two seats, two alternates wanted, of
/// whom the last is tied.
#[test]
fn alternates_and_their_tie_are_told() {
    let mut congress = cell_of(9);
    let date = congress.identity.date.as_mut();
    date.unwrap().value = FullDate::new(2025, 3, 3).unwrap();
    let votes = [(1, 9), (2, 8), (3, 7), (4, 6), (5, 6), (6, 4)];
    let list = ballot(Office::Delegates, 1, false, 2, &votes).alternates(2);
    congress.ballots = vec![list.counted(9, 9, 9, 0)];
    insta::assert_snapshot!(text(&congress, Lang::Vi), @r"
    Chi bộ Một · 190-QĐ/TW · Hướng dẫn số 04-HD/TW, ngày 31/12/2024
      Có mặt 9/9 đảng viên chính thức được triệu tập: đủ hai phần ba (Điều lệ Đảng, Điều 11)
      Mẫu số: 9 được triệu tập; quá một nửa là từ 5 phiếu (Điều 30)
      Bầu đại biểu: bầu 2 trong danh sách 6 người
        có mặt 9, phát ra 9, thu về 9, hợp lệ 9, không hợp lệ 0; mẫu số 9, trúng cử từ 5 phiếu
        đồng chí Người 01: 9 phiếu (100%): trúng cử
        đồng chí Người 02: 8 phiếu (88,89%): trúng cử
        đồng chí Người 03: 7 phiếu (77,78%): dự khuyết
        đồng chí Người 04: 6 phiếu (66,67%): ngang phiếu ở chỗ dự khuyết cuối
        đồng chí Người 05: 6 phiếu (66,67%): ngang phiếu ở chỗ dự khuyết cuối
        đồng chí Người 06: 4 phiếu (44,44%): không trúng cử, không quá một nửa
        bầu đủ 2/2
        dự khuyết 1/2, ngang phiếu: Người 04, Người 05
        đại hội cần quyết định: bầu lại giữa những người ngang phiếu hay không (Điều 30)
      → đại biểu 2/2: Người 01, Người 02; dự khuyết: Người 03 (chưa xong)
    ");
}

/// Every field of the contract in its order. Percentages are of the base: 2 of 2 are
/// 100, 1 of 2 are 50.
#[test]
fn a_ballot_in_json_is_as_the_contract_says() {
    let congress = four(committee(1, &[(1, 2), (3, 1)]).counted(2, 2, 2, 0));
    let derivation = [
        r#"{"step":"official","count":4,"members":["Người 01","Người 02","Người 03","Người 04"],"clause":"Điều 32, khoản 2"}"#,
        r#"{"step":"elsewhere","count":-1,"members":["Người 02"],"clause":"Điều 32, khoản 2"}"#,
        r#"{"step":"absent-accepted","count":-1,"members":["Người 04"],"clause":"Điều 32, khoản 2"}"#,
    ];
    let candidates = [
        r#"{"name":"Người 01","votes":2,"against":null,"uncounted":null,"percent":"100","elected":true,"alternate":false}"#,
        r#"{"name":"Người 03","votes":1,"against":null,"uncounted":null,"percent":"50","elected":false,"alternate":false}"#,
    ];
    let ballot = [
        r#"{"kind":"ballot","cell":"Một","office":"chi-uy","round":1,"revote":false"#,
        r#","rules":"244-QD/TW","seats":1,"base":2,"threshold":2,"base_derivation":["#,
        &derivation.join(","),
        r#"],"summoned":4,"present":3,"issued":2,"returned":2,"valid":2,"invalid":0"#,
        r#","percent_base":2,"candidates":["#,
        &candidates.join(","),
        r#"],"outcome":"complete","still_to_elect":0,"tied":[],"decision_needed":null"#,
        r#","decision":null}"#,
    ];
    let office = r#"{"kind":"office","cell":"Một","office":"chi-uy","seats":1,"elected":["Người 01"],"alternates":[],"settled":true}"#;
    assert_eq!(json(&congress), [ballot.concat(), office.to_owned()]);
}

/// The values of the fields that take one of a few words, or nothing.
#[test]
fn the_words_of_the_json_are_those_of_the_contract() {
    let fields = |congress: &Congress| -> serde_json::Value {
        serde_json::from_str(json(congress).iter().rev().nth(1).unwrap()).unwrap()
    };
    let is = |value: &serde_json::Value, expected: serde_json::Value| {
        for (key, expected) in expected.as_object().unwrap() {
            assert_eq!(&value[key], expected, "{key}");
        }
    };
    // one of two: half
    let short = committee(1, &[(1, 1)]).counted(2, 2, 1, 1);
    let expected = serde_json::json!({
        "outcome": "short", "still_to_elect": 1, "decision_needed": "next-round",
        "decision": null,
    });
    is(&fields(&four(short.clone())), expected);
    let stop = four(short.decided(Decision::Stop));
    let expected = serde_json::json!({ "decision_needed": null, "decision": "stop" });
    is(&fields(&stop), expected);
    let tied = committee(1, &[(1, 2), (3, 2)]).counted(2, 2, 2, 0);
    let expected = serde_json::json!({
        "outcome": "tied", "still_to_elect": 1, "tied": ["Người 01", "Người 03"],
        "decision_needed": "revote",
    });
    is(&fields(&four(tied.clone())), expected);
    let mut again = four(tied.decided(Decision::Revote));
    let list = ballot(Office::Committee, 1, true, 1, &[(1, 1), (3, 1)]);
    again.ballots.push(list);
    let expected = serde_json::json!({
        "outcome": "tied-again", "threshold": null, "revote": true, "issued": null,
        "returned": null, "valid": null, "invalid": null,
    });
    is(&fields(&again), expected);
    let mut failed = four(committee(1, &[(1, 1)]));
    let round = |round| ballot(Office::Secretary, round, false, 1, &[(1, 1)]);
    failed.ballots = (1..=3).map(round).collect();
    let expected = serde_json::json!({
        "office": "bi-thu", "round": 3, "decision_needed": "ask-higher-committee",
    });
    is(&fields(&failed), expected);
    // two of four are there: 6 is less than 8
    let mut few = four(committee(1, &[(1, 2)]).counted(2, 2, 2, 0));
    absent(&mut few, 3, false);
    let expected = serde_json::json!({
        "outcome": "not-quorate", "still_to_elect": 1, "decision_needed": null,
    });
    is(&fields(&few), expected);
    // with boxes: 2 for, none against, one valid ballot neither way
    let boxes = committee(2, &[(1, 2), (3, 1)]).against(&[0, 1]);
    let value = fields(&four(boxes.counted(3, 3, 3, 0)));
    let first = serde_json::json!({ "votes": 2, "against": 0, "uncounted": 1 });
    is(&value["candidates"][0], first);
}

/// Steps of the derivation that need an occasion.
#[test]
fn every_step_of_the_derivation_has_its_name() {
    let mut congress = cell_of(12);
    let statuses = [Status::Suspended, Status::Charged, Status::Exempt];
    for (number, status) in (1..).zip(statuses) {
        absent(&mut congress, number, false);
        congress.members[number - 1].status.value = status;
    }
    congress.ballots = vec![committee(1, &[(9, 9)]).counted(9, 9, 9, 0)];
    let line: serde_json::Value = serde_json::from_str(&json(&congress)[0]).unwrap();
    let steps = line["base_derivation"].as_array().unwrap();
    let steps: Vec<(&str, i64)> = steps
        .iter()
        .map(|it| (it["step"].as_str().unwrap(), it["count"].as_i64().unwrap()))
        .collect();
    let expected = [
        ("official", 12),
        ("suspended", -1),
        ("charged", -1),
        ("exempt-absent", -1),
    ];
    assert_eq!(steps, expected);
    assert_eq!(line["base"], 9);
    assert_eq!(line["summoned"], 10);
}
