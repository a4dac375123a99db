//! The second count. Written from the text of the regulation as a clerk with a pencil
//! would do it; it names nothing of the program.
//!
//! Source: 244-QĐ/TW, articles 17, 20 and 32; 190-QĐ/TW, articles 15, 18 and 30; Party
//! Statutes, article 11; 24-QĐ/TW, point 22.

use super::facts::{Count, Decided, Facts, Life, Person, Post, Sheet, There, sign};

/// What the regulation says of a congress.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Answer {
    /// Official members summoned, present at some time, present throughout; all
    /// members, summoned and present; and official members summoned without the exempt
    /// who never came.
    pub(crate) turnout: [usize; 6],
    /// Why somebody is in the base or not, and who; only where it concerns somebody.
    pub(crate) steps: Vec<(&'static str, Vec<usize>)>,
    pub(crate) base: usize,
    pub(crate) sheets: Vec<SheetAnswer>,
    pub(crate) posts: Vec<PostAnswer>,
}

/// What it says of a counted sheet.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct SheetAnswer {
    pub(crate) present: usize,
    /// The least number of votes that elects; none on a re-vote.
    pub(crate) least: Option<usize>,
    /// Ballots returned, valid, invalid.
    pub(crate) ballots: [usize; 3],
    pub(crate) votes: Vec<NameAnswer>,
    /// Most votes first.
    pub(crate) elected: Vec<usize>,
    /// Most votes first.
    pub(crate) alternates: Vec<usize>,
    /// In the order of the sheet.
    pub(crate) tied: Vec<usize>,
    pub(crate) still_open: usize,
    pub(crate) ending: &'static str,
    pub(crate) needed: Option<&'static str>,
}

/// What it says of a name on a sheet.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct NameAnswer {
    pub(crate) agreed: usize,
    /// Only with boxes.
    pub(crate) against: Option<usize>,
    /// Valid ballots that count neither way; only with boxes.
    pub(crate) neither: Option<usize>,
    /// Percent of the base.
    pub(crate) share: Option<String>,
}

/// What it says of a post over all its sheets.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct PostAnswer {
    pub(crate) elected: Vec<usize>,
    pub(crate) alternates: Vec<usize>,
    pub(crate) is_settled: bool,
}

/// Names, each with votes.
type Votes = Vec<(usize, usize)>;

/// Whom a clause strikes out.
type Strike = fn(&Person) -> bool;

/// Counts a congress.
pub(crate) fn count(facts: &Facts) -> Answer {
    let mut answer = Answer {
        turnout: turnout(facts),
        ..Answer::default()
    };
    (answer.steps, answer.base) = base(facts);
    for post in [
        Post::Committee,
        Post::Secretary,
        Post::Deputy,
        Post::Delegates,
    ] {
        let sheets: Vec<&Sheet> = facts
            .sheets
            .iter()
            .filter(|sheet| sheet.post == post)
            .collect();
        if !sheets.is_empty() {
            count_post(&sheets, &mut answer);
        }
    }
    answer
}

/// Whom the cell calls to its congress: not those of another cell, not the suspended
/// and the charged.
fn is_called(person: &Person) -> bool {
    person.life != Life::Visiting
        && person.life != Life::Suspended
        && person.life != Life::Charged
}

fn turnout(facts: &Facts) -> [usize; 6] {
    let mut sets = [0; 6];
    for person in &facts.people {
        if !is_called(person) {
            continue;
        }
        if person.is_official {
            sets[0] += 1;
            if person.life != Life::Exempt || person.there != There::Never {
                sets[5] += 1;
            }
            if person.there != There::Never {
                sets[1] += 1;
            }
            if person.there == There::Wholly {
                sets[2] += 1;
            }
        }
        sets[3] += 1;
        if person.there != There::Never {
            sets[4] += 1;
        }
    }
    sets
}

/// Starts from every official member of the cell and strikes each one out once.
fn base(facts: &Facts) -> (Vec<(&'static str, Vec<usize>)>, usize) {
    let mut own: Vec<usize> = Vec::new();
    for (index, person) in facts.people.iter().enumerate() {
        if person.is_official && person.life != Life::Visiting {
            own.push(index + 1);
        }
    }
    let mut steps = vec![("official", own.clone())];
    let strikes: [(&str, Strike); 5] = [
        ("suspended", |it| it.life == Life::Suspended),
        ("charged", |it| it.life == Life::Charged),
        ("elsewhere", |it| it.life == Life::Away),
        ("exempt-absent", |it| {
            it.life == Life::Exempt && it.there == There::Never
        }),
        ("absent-accepted", |it| {
            it.there == There::Never && it.is_accepted
        }),
    ];
    for (why, is_struck) in strikes {
        let mut struck = Vec::new();
        for number in own.clone() {
            if is_struck(&facts.people[number - 1]) {
                struck.push(number);
                own.retain(|other| *other != number);
            }
        }
        steps.push((why, struck));
    }
    steps.retain(|(_, people)| !people.is_empty());
    (steps, own.len())
}

/// Whether a ballot is valid, and what it says of each name.
fn is_valid(sheet: &Sheet, is_refused: bool, signs: &str) -> bool {
    let chosen = signs.chars().filter(|it| *it == 'x').count();
    if is_refused {
        return false;
    }
    if !sheet.has_boxes {
        return chosen >= 1 && chosen <= sheet.seats as usize;
    }
    // of one name exactly one box; of several a name may count neither way, and
    // whether all of them may is the board's to say (which refuses such a ballot)
    sheet.names.len() > 1 || signs == "x" || signs == "K"
}

/// Ballots returned and valid, and of each name the votes for and against.
fn tally(sheet: &Sheet) -> Option<(usize, usize, Votes)> {
    match &sheet.count {
        Count::None => None,
        Count::Typed(valid, votes) => {
            let mut each = Vec::new();
            for (agreed, against) in votes {
                each.push((*agreed as usize, *against as usize));
            }
            Some((*valid as usize, *valid as usize, each))
        }
        Count::Papers(papers) => {
            let mut each = vec![(0, 0); sheet.names.len()];
            let mut valid = 0;
            for (is_refused, signs) in papers {
                if !is_valid(sheet, *is_refused, signs) {
                    continue;
                }
                valid += 1;
                for (at, votes) in each.iter_mut().enumerate() {
                    match sign(signs, at) {
                        'x' => votes.0 += 1,
                        'K' => votes.1 += 1,
                        _ => {}
                    }
                }
            }
            Some((papers.len(), valid, each))
        }
    }
}

/// Those of some names who take the places for sure, and those who share the votes of
/// the last place without all of them fitting. By looking at each one alone: how many
/// have as many votes as he, or more?
fn places(names: &Votes, places: usize) -> (Votes, Votes) {
    let (mut sure, mut tied) = (Vec::new(), Vec::new());
    for one in names {
        let more = names.iter().filter(|it| it.1 > one.1).count();
        let as_many = names.iter().filter(|it| it.1 == one.1).count();
        if more + as_many <= places {
            sure.push(*one);
        } else if more < places {
            tied.push(*one);
        }
    }
    // read out from the most votes down, and by name where they have as many
    sure.sort_by_key(|(name, votes)| (usize::MAX - votes, *name));
    (sure, tied)
}

fn only_names(people: &Votes) -> Vec<usize> {
    people.iter().map(|(name, _)| *name).collect()
}

/// The share in percent by long division, two places, half up, without trailing noughts.
pub(crate) fn share(part: usize, whole: usize) -> Option<String> {
    // no paper tells more than all
    if part > whole {
        return None;
    }
    if whole == 0 {
        return None;
    }
    let (mut hundredths, rest) = (part * 10_000 / whole, part * 10_000 % whole);
    if rest + rest >= whole {
        hundredths += 1;
    }
    let text = format!("{},{:02}", hundredths / 100, hundredths % 100);
    let text = text.trim_end_matches('0').trim_end_matches(',');
    Some(text.to_owned())
}

/// The least number that, doubled, is more than the base: by trying one after another.
fn least_over_half(base: usize) -> usize {
    let mut votes = 0;
    while votes + votes <= base {
        votes += 1;
    }
    votes
}

fn count_post(sheets: &[&Sheet], answer: &mut Answer) {
    let mut so_far = PostAnswer::default();
    let seats = sheets[0].seats as usize;
    let (mut wanted, mut is_asked) = (0, false);
    for (index, sheet) in sheets.iter().enumerate() {
        let is_last = index + 1 == sheets.len();
        so_far.is_settled = false;
        let Some(mut told) = figures(sheet, answer) else {
            continue;
        };
        // the congress fixes the number of alternates once, unless it fixes it anew
        if let (Post::Delegates, Some(number)) = (sheet.post, sheet.alternates) {
            wanted = number as usize;
        }
        let is_for_alternates =
            sheet.post == Post::Delegates && so_far.elected.len() == seats && seats > 0;
        // whether the exempt who stay away are convened is open, and nothing is refused
        // for it, unless nobody came at all
        let [called, came, .., expected] = answer.turnout;
        let is_short = came * 3 < called * 2;
        if is_short && (came == 0 || came * 3 < expected * 2) {
            told.ending = "not-quorate";
            told.still_open = sheet.seats as usize;
        } else {
            let missing = wanted.saturating_sub(so_far.alternates.len());
            elect(sheet, is_for_alternates, missing, answer.base, &mut told);
        }
        so_far.elected.extend(&told.elected);
        so_far.alternates.extend(&told.alternates);
        // after the third the committee above designates, and a ballot that follows
        // without a word of the congress does not change that
        let needed = needed(sheet, told.ending);
        let is_above = needed == Some("ask-higher-committee");
        if sheet.decided.is_none() && (is_last || is_above) {
            told.needed = needed;
        }
        is_asked |= told.needed.is_some();
        so_far.is_settled = match sheet.decided {
            _ if is_asked => false,
            None => told.ending == "complete",
            Some(Decided::NoMore | Decided::AskAbove) => told.ending != "not-quorate",
            Some(Decided::VoteOn | Decided::VoteAgain) => false,
        };
        answer.sheets.push(told);
    }
    answer.posts.push(so_far);
}

/// What counting alone tells.
fn figures(sheet: &Sheet, answer: &Answer) -> Option<SheetAnswer> {
    let (returned, valid, each) = tally(sheet)?;
    let mut told = SheetAnswer {
        present: sheet.present.map_or(answer.turnout[2], |it| it as usize),
        least: (!sheet.is_again).then(|| least_over_half(answer.base)),
        ballots: [returned, valid, returned - valid],
        ..SheetAnswer::default()
    };
    for (agreed, against) in each {
        let share = share(agreed, answer.base);
        let (against, neither) = if sheet.has_boxes {
            let neither = valid.saturating_sub(agreed + against);
            (Some(against), Some(neither))
        } else {
            (None, None)
        };
        told.votes.push(NameAnswer {
            agreed,
            against,
            neither,
            share,
        });
    }
    Some(told)
}

fn elect(
    sheet: &Sheet,
    is_for_alternates: bool,
    missing_alternates: usize,
    base: usize,
    told: &mut SheetAnswer,
) {
    let votes = told.votes.iter().map(|it| it.agreed);
    let mut stand: Votes = sheet.names.iter().copied().zip(votes).collect();
    // among the tied the higher count wins; half is not asked again
    if !sheet.is_again {
        stand.retain(|(_, votes)| votes + votes > base);
    }
    let (sure, tied) = places(&stand, sheet.seats as usize);
    told.still_open = sheet.seats as usize - sure.len();
    told.ending = if !tied.is_empty() {
        if sheet.is_again { "tied-again" } else { "tied" }
    } else if told.still_open == 0 {
        "complete"
    } else {
        "short"
    };
    told.tied = only_names(&tied);
    if is_for_alternates {
        told.alternates = only_names(&sure);
        return;
    }
    told.elected = only_names(&sure);
    if told.ending == "complete" && sheet.post == Post::Delegates {
        // the seats are full: the others on the list become alternates by their votes
        stand.retain(|one| !sure.contains(one));
        let (alternates, tied) = places(&stand, missing_alternates);
        told.alternates = only_names(&alternates);
        // of alternates too few, or tied, the congress is asked as of delegates
        told.still_open = missing_alternates - alternates.len();
        if !tied.is_empty() {
            told.ending = "tied";
            told.tied = only_names(&tied);
        } else if told.still_open > 0 {
            told.ending = "short";
        }
    }
}

/// What the congress is asked after its last ballot for a post.
fn needed(sheet: &Sheet, ending: &str) -> Option<&'static str> {
    match ending {
        "short" if sheet.post == Post::Secretary && sheet.round >= 3 => {
            Some("ask-higher-committee")
        }
        "short" => Some("next-round"),
        "tied" | "tied-again" => Some("revote"),
        _ => None,
    }
}
