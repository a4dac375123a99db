//! Every finding of the rules, each on a congress that is clean but for it.

use super::builder::{Change, at, ballot, found, typed};
use super::cases::{again, clean, delegates, every_case, second, short, tied, with};
use bienban::diagnostic::{Code, Diagnostic, Lang, Place, Report};
use bienban::model::{Congress, Decision, DeclaredResult, Office, Seats, Votes};
use bienban::rules::judge;

#[test]
fn a_clean_congress_has_no_findings() {
    assert_eq!(found(&clean()), Vec::<String>::new());
}

#[test]
fn each_contradiction_is_found_at_its_cell_and_nothing_else_is() {
    for (says, change, expected) in every_case() {
        let mut congress = clean();
        change(&mut congress);
        assert_eq!(found(&congress), *expected, "{says}");
    }
}

#[test]
fn every_m_and_v_code_is_produced_by_some_test() {
    for code in Code::ALL.map(|code| code.to_string()) {
        let is_produced = every_case()
            .flat_map(|(_, _, found)| *found)
            .any(|line| line.starts_with(&code));
        let is_of_rules = code.starts_with('M') || code.starts_with('V');
        assert_eq!(is_produced, is_of_rules, "{code}");
    }
}

/// The words of the only finding of a code.
fn words(congress: &Congress, code: Code) -> (Vec<Place>, [Option<String>; 2]) {
    let mut report = Report::default();
    judge(congress, &mut report);
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
    let mut report = Report::default();
    judge(congress, &mut report);
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
        let mut report = Report::default();
        judge(&congress, &mut report);
        for finding in report.findings() {
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
