//! Which member is meant by a name that the list does not have.

use crate::diagnostic::nearest;
use crate::model::{Congress, is_same_name};

/// Signs behind which a nickname or a post stands: "Chu Tiến Nam (Hai Lúa)", "…, Bí thư".
const BEHIND: [&str; 6] = ["(", ",", ";", " - ", " – ", "/"];

/// Words of ranks and titles before a name: "Thiếu tá chuyên nghiệp" has most.
const MOST_BEFORE: usize = 4;

/// The member whose name a typed one contains, or looks like; also where a nickname, a
/// post or a rank was typed with one of the two.
pub(super) fn nearest_member(name: &str, congress: &Congress) -> Option<String> {
    let members = || congress.members.iter().map(|one| one.name.value.as_str());
    let own = core(name);
    let is_same = |member: &&str| {
        let theirs = core(member);
        is_behind_rank(own, theirs) || is_behind_rank(theirs, own)
    };
    let is_like = |member: &&str| {
        let theirs = core(member);
        is_misspelt(own, theirs) || lacks_a_word(own, theirs) || lacks_a_word(theirs, own)
    };
    let like = || members().find(is_like);
    members().find(is_same).or_else(like).map(str::to_owned)
}

/// Whether two names differ as a slip of the hand makes them: each word is the other's, or
/// looks like it. Most people of a cell have a word or two of their names in common, so
/// that one word more is no likeness.
fn is_misspelt(name: &str, other: &str) -> bool {
    let own: Vec<&str> = name.split_whitespace().collect();
    let theirs: Vec<&str> = other.split_whitespace().collect();
    let mut pairs = own.iter().zip(&theirs);
    own.len() == theirs.len()
        && pairs.all(|(own, theirs)| nearest(own, [*theirs]).is_some())
}

/// Whether a name is the other without one word between its first and its last.
fn lacks_a_word(name: &str, other: &str) -> bool {
    let own: Vec<&str> = name.split_whitespace().collect();
    let theirs: Vec<&str> = other.split_whitespace().collect();
    own.len() > 1
        && own.len().checked_add(1) == Some(theirs.len())
        && (1..own.len()).any(|left_out| {
            let words = theirs.iter().enumerate();
            let rest = words
                .filter(|(at, _)| *at != left_out)
                .map(|(_, word)| *word);
            let rest: Vec<&str> = rest.collect();
            is_same_name(&rest.join(" "), name)
        })
}

/// A name without what stands behind it.
fn core(name: &str) -> &str {
    let ends = BEHIND.iter().filter_map(|sign| name.find(sign));
    let (own, _) = name.split_at(ends.min().unwrap_or(name.len()));
    own.trim()
}

/// Whether a name ends in another whole one, behind a rank or title or nothing.
fn is_behind_rank(name: &str, whole: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let length = whole.split_whitespace().count();
    let before = words.len().checked_sub(length);
    let Some(before) = before.filter(|it| *it <= MOST_BEFORE && length > 1) else {
        return false;
    };
    let end = words.get(before..).unwrap_or_default().join(" ");
    is_same_name(&end, whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_hand_is_near_and_another_person_is_not() {
        for (typed, meant) in [
            ("Trần Văn Ân", "Trần Văn An"),
            ("Tran Van An", "Trần Văn An"),
            ("Nguyễn Thị Hồng Nhungg", "Nguyễn Thị Hồng Nhung"),
            ("Lê Thị Bich", "Lê Thị Bích"),
            ("Đỗ Quốc Đạt", "Đỗ Quốc Dạt"),
        ] {
            assert!(is_misspelt(typed, meant), "{typed}");
        }
        for (typed, other) in [
            ("Trần Văn Zét", "Trần Văn An"),
            ("Trần Văn Ba", "Trần Văn An"),
            ("Trần Thị An", "Trần Văn An"),
            ("Lê Văn An", "Trần Văn An"),
            ("Trần An", "Trần Văn An"),
        ] {
            assert!(!is_misspelt(typed, other), "{typed}");
        }
        assert!(lacks_a_word("Trần An", "Trần Văn An"));
        assert!(!lacks_a_word("Trần Ân", "Trần Văn An"));
        assert!(!lacks_a_word("Văn An", "Trần Văn An"));
    }

    #[test]
    fn a_name_is_known_with_nickname_post_or_rank() {
        for typed in [
            "Chu Tiến Nam (Hai Lúa)",
            "Chu Tiến Nam(Bí thư)",
            "Chu Tiến Nam, Phó Trưởng phòng",
            "CHU TIẾN NAM - Bí thư",
            "Đại tá Chu Tiến Nam",
            "Luật sư Chu Tiến Nam – Bí thư",
            "Thiếu tá chuyên nghiệp Chu Tiến Nam",
        ] {
            assert!(is_behind_rank(core(typed), "Chu Tiến Nam"), "{typed}");
        }
        for other in ["Tiến Nam", "Chu Tiến Nam Anh", "Lê Chu Nam", ""] {
            assert!(!is_behind_rank(core(other), "Chu Tiến Nam"), "{other}");
        }
    }
}
