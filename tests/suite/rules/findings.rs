//! Every finding of the rules, each on a congress that is clean but for it.

use super::builder::{
    Change, at, ballot, committee, found, judged, last, name, results, typed,
};
use super::cases::papers::pin;
use super::cases::percents::of_ten;
use super::cases::{again, clean, delegates, every_case, second, short, tied, with};
use bienban::diagnostic::{Code, Diagnostic, Lang, Place};
use bienban::model::{
    Congress, Decision, DeclaredResult, Office, PaperKind, Seats, Votes,
};
use bienban::rules::Outcome;

#[test]
fn a_clean_congress_has_no_findings() {
    assert_eq!(found(&clean()), Vec::<String>::new());
}

#[test]
fn each_contradiction_is_found_at_its_cell_and_nothing_else_is() {
    let mut wrong = Vec::new();
    for (says, change, expected) in every_case() {
        let mut congress = clean();
        change(&mut congress);
        let found = found(&congress);
        if found != *expected {
            wrong.push((says, found));
        }
    }
    assert_eq!(wrong, []);
}

/// What one congress alone does not show: the importer sees the numbers of rows, and two
/// cells have a person in common (`batch.rs`).
const OTHERS: [Code; 2] = [Code::M10, Code::M13];

#[test]
fn every_m_and_v_code_is_produced_by_some_test() {
    for code in Code::ALL {
        let name = code.to_string();
        let is_produced = every_case()
            .flat_map(|(_, _, found)| *found)
            .any(|line| line.starts_with(&name));
        let is_of_rules = name.starts_with('M') || name.starts_with('V');
        let is_expected = is_of_rules && !OTHERS.contains(&code);
        assert_eq!(is_produced, is_expected, "{code}");
    }
}

/// The words of the only finding of a code.
fn words(congress: &Congress, code: Code) -> (Vec<Place>, [Option<String>; 2]) {
    let report = judged(congress);
    let mut of_code = report.findings().iter().filter(|it| it.code() == code);
    let finding: Diagnostic = of_code.next().unwrap().clone();
    assert_eq!(of_code.next(), None);
    let wording = finding.wording(Lang::Vi);
    (finding.also, [wording.found, wording.expected])
}

#[test]
fn a_declared_alternate_is_named_as_declared() {
    let mut congress = clean();
    let list = congress.ballots[0].clone();
    congress.ballots[0] = list.declared(3, DeclaredResult::Alternate);
    let (_, [found, expected]) = words(&congress, Code::V12);
    assert_eq!(found.as_deref(), Some("dự khuyết (đã ghi)"));
    let expected_words = "không trúng cử: 1 phiếu, cần từ 6 phiếu";
    assert_eq!(expected.as_deref(), Some(expected_words));
    // and where alternates are counted, one is
    let votes = [(1, 11), (2, 9)];
    let delegates = ballot(Office::Delegates, 1, false, 1, &votes);
    let delegates = delegates.counted(11, 11, 11, 0).alternates(1);
    congress = clean();
    congress
        .ballots
        .push(delegates.clone().declared(1, DeclaredResult::Alternate));
    assert_eq!(found_codes(&congress), Vec::<Code>::new());
    congress.ballots.pop();
    congress
        .ballots
        .push(delegates.declared(1, DeclaredResult::Elected));
    let (_, [_, expected]) = words(&congress, Code::V12);
    let expected_words = "dự khuyết: 9 phiếu, cần từ 6 phiếu";
    assert_eq!(expected.as_deref(), Some(expected_words));
}

fn found_codes(congress: &Congress) -> Vec<Code> {
    let report = judged(congress);
    let codes = report.findings().iter().map(Diagnostic::code);
    codes.filter(|code| *code >= Code::M01).collect()
}

#[test]
fn a_re_vote_says_who_may_stand_in_it() {
    let mut congress = clean();
    with(&mut congress, vec![tied(), again(1, &[(3, 3), (5, 4)])]);
    let (also, [_, expected]) = words(&congress, Code::V26);
    assert_eq!(also, [at("Bầu đại biểu", "A1").whole_sheet()]);
    assert_eq!(expected.as_deref(), Some("Người 03, Người 04"));
}

/// Neither where nobody was tied nor with a name that was not: all have less than half.
#[test]
fn a_re_vote_of_others_than_the_tied_elects_nobody() {
    for ballots in [
        [short(), again(1, &[(3, 5), (4, 4), (6, 2)])],
        [tied(), again(1, &[(3, 5), (5, 6)])],
        [tied(), again(1, &[(3, 6)])],
    ] {
        let mut congress = clean();
        with(&mut congress, ballots.to_vec());
        let result = last(&congress);
        assert_eq!(result.outcome, Outcome::Void);
        assert!(result.candidates.iter().all(|one| !one.is_elected));
        let offices = results(&congress).offices;
        assert!(offices.iter().any(|office| !office.is_settled));
    }
}

/// Two alternates with 6 of 11 for one place.
#[test]
fn a_tie_of_alternates_is_named_as_theirs() {
    let mut congress = clean();
    let list = delegates(1, &[(1, 10), (2, 6), (3, 6)]).alternates(1);
    with(&mut congress, vec![list]);
    let (_, [found, _]) = words(&congress, Code::V22);
    let words = "dự khuyết bằng phiếu: Người 02, Người 03";
    assert_eq!(found.as_deref(), Some(words));
}

#[test]
fn sums_are_shown_with_the_labels_of_the_workbook() {
    let mut congress = clean();
    with(
        &mut congress,
        vec![delegates(1, &[(1, 9)]).counted(11, 11, 9, 1)],
    );
    let (also, [found, expected]) = words(&congress, Code::V03);
    assert_eq!(also, [at("Bầu đại biểu", "B5"), at("Bầu đại biểu", "B6")]);
    assert_eq!(found.as_deref(), Some("9 hợp lệ + 1 không hợp lệ = 10"));
    assert_eq!(expected.as_deref(), Some("11 (thu về)"));
}

#[test]
fn a_finding_has_words_in_both_languages() {
    for (says, change, _) in every_case() {
        let mut congress = clean();
        change(&mut congress);
        for finding in judged(&congress).findings() {
            let [vi, en] = [Lang::Vi, Lang::En].map(|lang| finding.wording(lang));
            assert_ne!(vi.message, en.message, "{says}");
            assert_eq!(vi.expected.is_some(), en.expected.is_some(), "{says}");
        }
    }
}

#[test]
fn a_ballot_that_was_not_counted_is_checked_for_what_it_holds() {
    let mut congress = clean();
    let mut prepared = second(0, &[]);
    prepared.seats = Some(typed(Seats(2), "Bầu đại biểu (lần 2)", "B2"));
    with(&mut congress, vec![short().decided(Decision::NextRound)]);
    congress.ballots.push(prepared);
    assert_eq!(found(&congress), ["V26 error Bầu đại biểu (lần 2)!B2"]);
    congress.ballots[4].seats = None;
    assert_eq!(found(&congress), Vec::<String>::new());
    congress.ballots[4].issued = Some(typed(Votes(11), "Bầu đại biểu (lần 2)", "B3"));
    assert_eq!(found(&congress), Vec::<String>::new());
}

#[test]
fn a_percentage_of_another_base_names_that_base() {
    let mut congress = clean();
    of_ten(&mut congress);
    // 9 of 10 valid ballots; 11 is the base
    congress.ballots[0].candidates[0].percent = None;
    congress.ballots[0].candidates[1].percent = None;
    congress.ballots[0].candidates[3].percent = None;
    let report = judged(&congress);
    let mut findings = report.findings().iter();
    let finding = findings.find(|it| it.code() == Code::V13).unwrap();
    assert_eq!(finding.also.first(), Some(&at("Bầu chi ủy", "C13")));
    let wording = finding.wording(Lang::Vi);
    assert_eq!(wording.found.as_deref(), Some("90% (đã ghi)"));
    assert_eq!(wording.expected.as_deref(), Some("9/11 = 81,82%"));
    let hint = "đúng nếu tính trên hợp lệ: ghi Cơ sở tính tỷ lệ, hoặc sửa tỷ lệ";
    assert_eq!(wording.hint.as_deref(), Some(hint));
}

/// Of ten valid ballots 10, 10, 9 and 1 are 100, 100, 90 and 10 percent; 11 is the base.
#[test]
fn percentages_of_another_base_are_told_once() {
    let mut congress = clean();
    of_ten(&mut congress);
    let (also, [found, expected]) = words(&congress, Code::V13);
    assert_eq!(also.first().unwrap().cells.unwrap().to_string(), "C11:C14");
    assert_eq!(found.as_deref(), Some("100%, 100%, 90%, 10% (đã ghi)"));
    let all = "90,91%, 90,91%, 81,82%, 9,09% (trên đảng viên chính thức)";
    assert_eq!(expected.as_deref(), Some(all));
}

#[test]
fn the_order_of_a_list_is_told_with_the_right_order() {
    let mut congress = clean();
    with(
        &mut congress,
        vec![delegates(2, &[(3, 1), (2, 10), (1, 11)])],
    );
    let (also, [found, expected]) = words(&congress, Code::V18);
    assert_eq!(also, []);
    assert_eq!(found.as_deref(), Some("“Người 03” đứng trước “Người 02”"));
    assert_eq!(expected.as_deref(), Some("Người 01, Người 02, Người 03"));
}

#[test]
fn a_surplus_and_a_deadline_show_their_arithmetic() {
    let mut congress = clean();
    let votes = [(1, 9), (2, 9), (3, 9), (4, 1), (5, 1)];
    congress.ballots[0] = committee(3, &votes).counted(11, 11, 11, 0);
    let (_, [found, expected]) = words(&congress, Code::V09);
    assert_eq!(found.as_deref(), Some("5 − 3 = 2 số dư"));
    let expected_words = "nhiều nhất 1 (bầu 3–5 người: số dư 1 người)";
    assert_eq!(expected.as_deref(), Some(expected_words));
    pin(&mut congress, PaperKind::Submission, "", "9/9/2022");
    let (also, [found, expected]) = words(&congress, Code::V21);
    assert_eq!(also, [at("Thông tin", "B2")]);
    assert_eq!(found.as_deref(), Some("09/9/2022"));
    assert_eq!(expected.as_deref(), Some("chậm nhất 08/9/2022"));
}

/// Somebody's name was typed over in the list of members: the lists of the ballots are
/// right, and three have it.
#[test]
fn a_name_that_the_member_list_lost_is_told_once_with_all_its_lists() {
    let mut congress = clean();
    with(&mut congress, vec![delegates(1, &[(1, 11), (2, 0)])]);
    let lists = congress.ballots.iter_mut();
    for one in lists.flat_map(|ballot| &mut ballot.candidates) {
        if one.name.value == name(1) {
            one.name.value = "Hoàng Thị Lựu".to_owned();
        }
    }
    let report = judged(&congress);
    let mut of_code = report.findings().iter().filter(|it| it.code() == Code::V14);
    let finding = of_code.next().unwrap();
    assert_eq!(of_code.next(), None);
    assert_eq!(finding.place, at("Bầu chi ủy", "B11"));
    let others = [at("Bầu bí thư", "B11"), at("Bầu đại biểu", "B11")];
    assert_eq!(finding.also, others);
    let hint = "sửa tên; nếu tên đúng thì danh sách đảng viên thiếu người ấy (đã bị xóa hoặc gõ đè): ghi bổ sung vào danh sách";
    assert_eq!(finding.wording(Lang::Vi).hint.as_deref(), Some(hint));
}
