//! Ballots counted one by one, each example worked by hand.

use super::builder::{Change, committee, last, shown};
use super::cases::clean;
use bienban::model::{Ballot, Traced, Votes};
use bienban::rules::{BallotResult, WhyInvalid};

/// The result of a ballot of which only the ballots issued are typed.
fn counted(ballot: Ballot) -> BallotResult {
    let mut ballot = ballot.counted(11, 11, 11, 0);
    (ballot.returned, ballot.valid, ballot.invalid) = (None, None, None);
    for one in &mut ballot.candidates {
        one.votes = None;
    }
    let mut congress = clean();
    congress.ballots = vec![ballot];
    last(&congress)
}

fn number(votes: Option<&Traced<Votes>>) -> Option<u32> {
    votes.map(|votes| votes.value.0)
}

/// Returned, valid, invalid.
fn ballots(result: &BallotResult) -> [u32; 3] {
    [&result.returned, &result.valid, &result.invalid]
        .map(|it| number(it.as_ref()).unwrap())
}

/// For, against and uncounted of each name.
fn each(result: &BallotResult) -> Vec<(u32, Option<u32>, Option<u32>)> {
    let all = result.candidates.iter();
    all.map(|one| {
        let agreed = number(one.votes.as_ref()).unwrap();
        (agreed, number(one.against.as_ref()), one.uncounted)
    })
    .collect()
}

fn reasons(result: &BallotResult) -> Vec<(u32, WhyInvalid, Vec<String>)> {
    let all = result.invalid_reasons.iter();
    all.map(|it| {
        let ballots = it.value.ballots.unwrap().0;
        (ballots, it.value.why.clone(), shown(&it.cells()))
    })
    .collect()
}

/// Three names for two seats, five ballots: the second votes for all three, the third
/// for nobody, the fourth is refused though its marks are right. The first and the
/// fifth are valid: 2, 1 and 0 votes.
#[test]
fn with_surplus_a_ballot_votes_for_somebody_and_not_for_too_many() {
    let list = committee(2, &[(1, 0), (2, 0), (3, 0)]);
    let result = counted(
        list.matrix(&["xx.xx", "xx.x.", ".x..."])
            .refused(4, Some("Có viết thêm")),
    );
    assert_eq!(ballots(&result), [5, 2, 3]);
    let expected = [(2, None, None), (1, None, None), (0, None, None)];
    assert_eq!(each(&result), expected);
    let expected = [
        (1, WhyInvalid::OverSeats, vec!["Bầu chi ủy!N10".to_owned()]),
        (1, WhyInvalid::Nobody, vec!["Bầu chi ủy!O10".to_owned()]),
        (
            1,
            WhyInvalid::Stated("Có viết thêm".to_owned()),
            vec!["Bầu chi ủy!P14".to_owned()],
        ),
    ];
    assert_eq!(reasons(&result), expected);
}

/// One name, six ballots: three for, one against (valid), one with both boxes, one with
/// neither.
#[test]
fn of_an_only_name_one_box_is_marked() {
    let list = committee(1, &[(1, 0)]).against(&[0]);
    let mut list = list.matrix(&["ĐĐĐK2."]);
    list.candidates[0].against = None;
    let result = counted(list);
    assert_eq!(ballots(&result), [6, 4, 2]);
    assert_eq!(each(&result), [(3, Some(1), Some(0))]);
    let whys: Vec<WhyInvalid> = reasons(&result)
        .into_iter()
        .map(|(_, why, _)| why)
        .collect();
    assert_eq!(whys, [WhyInvalid::BothBoxes, WhyInvalid::NeitherBox]);
}

/// Two names for two seats, five ballots, all valid: the first name has both boxes
/// marked on the second and neither on the third; the fourth agrees to nobody; the
/// fifth says nothing at all.
#[test]
fn of_several_names_without_surplus_one_may_count_neither_way() {
    let list = committee(2, &[(1, 0), (2, 0)]).against(&[0, 0]);
    let mut list = list.matrix(&["Đ2.K.", "ĐĐKK."]);
    for one in &mut list.candidates {
        one.against = None;
    }
    let result = counted(list);
    assert_eq!(ballots(&result), [5, 5, 0]);
    assert_eq!(
        each(&result),
        [(1, Some(1), Some(3)), (2, Some(2), Some(1))]
    );
    assert_eq!(result.invalid_reasons, []);
}

#[test]
fn figures_name_the_cells_of_the_matrix() {
    let result = counted(committee(1, &[(1, 0), (2, 0)]).matrix(&["xx.", "..x"]));
    let cells = |figure: &Option<Traced<Votes>>| shown(&figure.as_ref().unwrap().cells());
    let heads = ["Bầu chi ủy!M10", "Bầu chi ủy!N10", "Bầu chi ủy!O10"];
    assert_eq!(cells(&result.returned), heads);
    assert_eq!(cells(&result.valid), ["Bầu chi ủy!M10:O13"]);
    assert_eq!(cells(&result.candidates[1].votes), ["Bầu chi ủy!M12:O12"]);
}

#[test]
fn the_boards_own_words_go_before_the_programs() {
    let mut list = committee(1, &[(1, 0), (2, 0)]).matrix(&["xx", ".x"]);
    let words = Traced::typed("một phiếu thừa tên".to_owned(), list.place.clone());
    list.invalid_reasons.push(words);
    let result = counted(list);
    assert_eq!(ballots(&result), [2, 1, 1]);
    let why = &result.invalid_reasons[0].value;
    assert_eq!(why.ballots, None);
    let stated = WhyInvalid::Stated("một phiếu thừa tên".to_owned());
    assert_eq!(why.why, stated);
}

#[test]
fn a_ballot_may_be_refused_without_a_reason() {
    let list = committee(1, &[(1, 0), (2, 0)]).matrix(&["xx", ".."]);
    let result = counted(list.refused(1, None));
    assert_eq!(ballots(&result), [2, 1, 1]);
    assert_eq!(result.invalid_reasons[0].value.why, WhyInvalid::Unstated);
}

#[test]
fn without_seats_no_ballot_can_be_judged() {
    let mut congress = clean();
    let mut list = committee(1, &[(1, 0), (2, 0)]).matrix(&["xx", "x."]);
    (list.seats, list.candidates[0].votes) = (None, None);
    congress.ballots = vec![list];
    let results = super::builder::results(&congress);
    assert_eq!(results.ballots, []);
}
