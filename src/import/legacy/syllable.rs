//! Which words are Vietnamese syllables: what tells text of an old font from a name.
//!
//! Every syllable is an onset, a rhyme and a tone, and few of all combinations exist.
//! Text read in the wrong encoding almost never hits one.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// What a syllable may begin with, besides a vowel.
const ONSETS: [&str; 27] = [
    "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng",
    "ngh", "nh", "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x",
];

/// What may follow it, without tone, by the main vowel.
const RHYMES: [&str; 12] = [
    "a ac ach ai am an ang anh ao ap at au ay ia oa oac oach oai oam oan oang oanh oao \
     oap oat oay ua uya",
    "ăc ăm ăn ăng ăp ăt oăc oăm oăn oăng oăt",
    "âc âm ân âng âp ât âu ây uân uâng uât uây",
    "e ec em en eng eo ep et oe oen oeo oet",
    "ê êch êm ên ênh êp êt êu iêc iêm iên iêng iêp iêt iêu uê uêch uên uênh uyên uyêt \
     yêm yên yêng yêt yêu",
    "i ich im in inh ip it iu ui",
    "o oc oi om on ong oong ooc op ot",
    "ô ôc ôi ôm ôn ông ôp ôt uôc uôi uôm uôn uông uôt",
    "ơ ơi ơm ơn ơp ơt uơ ươc ươi ươm ươn ương ươp ươt ươu",
    "u uc um un ung up ut",
    "ư ưa ưc ưi ưng ưt ưu",
    "y uy uych uynh uyt uyu",
];

/// Tone marks: huyền, sắc, ngã, hỏi, nặng.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// Whether a word is a Vietnamese syllable with its tone in its place, written small,
/// with a capital first, or in capitals.
pub(super) fn is_syllable(word: &str) -> bool {
    if !is_cased_well(word) {
        return false;
    }
    let Some(spelt) = Spelt::of(word) else {
        return false;
    };
    let onsets = ONSETS.into_iter().chain([""]);
    onsets
        .filter_map(|onset| Some((onset, spelt.letters.strip_prefix(onset)?)))
        .any(|(onset, rhyme)| spelt.is_made_of(onset, rhyme))
}

/// Small, capital first, or all capitals.
fn is_cased_well(word: &str) -> bool {
    let mut rest = word.chars();
    let Some(first) = rest.next() else {
        return false;
    };
    let is_small = rest.clone().all(|it| !it.is_uppercase());
    is_small || (first.is_uppercase() && rest.all(char::is_uppercase))
}

/// A word taken apart.
struct Spelt {
    /// Small letters without tone.
    letters: String,
    /// The tone and how many letters precede its letter; none for "ngang".
    tone: Option<(char, usize)>,
}

impl Spelt {
    /// None if it has two tones, or another mark or sign.
    fn of(word: &str) -> Option<Self> {
        let mut spelt = Self {
            letters: String::new(),
            tone: None,
        };
        for (index, letter) in word.to_lowercase().nfc().enumerate() {
            let mut bare = String::new();
            for part in [letter].into_iter().nfd() {
                if !TONES.contains(&part) {
                    bare.push(part);
                } else if spelt.tone.replace((part, index)).is_some() {
                    return None;
                }
            }
            let mut bare = bare.nfc();
            let letter = bare.next().filter(|it| it.is_lowercase())?;
            if bare
                .next()
                .is_some_and(|it| canonical_combining_class(it) != 0)
            {
                return None;
            }
            spelt.letters.push(letter);
        }
        Some(spelt)
    }

    fn is_made_of(&self, onset: &str, rhyme: &str) -> bool {
        // "quý", "quýt" and "quynh" are "qu" with the rhymes of "i"
        let of_i = (onset == "qu").then(|| rhyme.replacen('y', "i", 1));
        let is_known = |rhyme: &str| {
            RHYMES
                .into_iter()
                .any(|line| line.split(' ').any(|it| it == rhyme))
        };
        let is_rhyme = is_known(rhyme) || of_i.is_some_and(|rhyme| is_known(&rhyme));
        is_rhyme
            && is_spelt_so(onset, rhyme)
            && self.tone.is_none_or(|(tone, at)| {
                at.checked_sub(onset.chars().count())
                    .is_some_and(|at| bears_tone(rhyme, at) && takes_tone(rhyme, tone))
            })
            && (self.tone.is_some() || !is_stopped(rhyme))
    }
}

/// Whether the onset is the one that is written before this vowel.
fn is_spelt_so(onset: &str, rhyme: &str) -> bool {
    let is_front = rhyme.starts_with(['i', 'e', 'ê', 'y']);
    match onset {
        "k" | "gh" | "ngh" => is_front,
        "c" | "ng" => !is_front,
        "g" => !is_front || rhyme.starts_with('i'),
        "gi" => !rhyme.starts_with(['i', 'y']),
        "qu" => !rhyme.starts_with(['u', 'o']),
        "" => true,
        _ => !rhyme.starts_with("yê"),
    }
}

/// Whether the rhyme ends in a stop, which takes two tones only.
fn is_stopped(rhyme: &str) -> bool {
    rhyme.ends_with(['c', 'p', 't']) || rhyme.ends_with("ch")
}

fn takes_tone(rhyme: &str, tone: char) -> bool {
    !is_stopped(rhyme) || matches!(tone, '\u{301}' | '\u{323}')
}

/// Whether the tone is written over this letter of the rhyme.
fn bears_tone(rhyme: &str, at: usize) -> bool {
    let is_vowel = |it: &char| "aăâeêioôơuưy".contains(*it);
    let vowels: Vec<char> = rhyme.chars().take_while(is_vowel).collect();
    let is_closed = vowels.len() < rhyme.chars().count();
    let hatted = vowels.iter().rposition(|it| "ăâêôơư".contains(*it));
    match (hatted, vowels.len()) {
        (Some(hatted), _) => at == hatted,
        (None, 2) if is_closed => at == 1,
        // "hòa" and "hoà" are both written
        (None, 2) if matches!(rhyme, "oa" | "oe" | "uy") => at < 2,
        (None, 1 | 2) => at == 0,
        (None, _) => at == 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_language_are_syllables() {
        let text = "Nguyễn Trần Lê Phạm Hoàng Huỳnh Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý \
            Đào Đoàn Trịnh Đinh Phùng Trương Quách Tạ Thị Văn Hữu Quốc Quý Quỳnh Quyết \
            Thuý Thúy Thuỷ Hoà Hòa Hoè Khuê Khuyến nguyên NGHIÊM Giang gì giếng giữa \
            chuẩn y ủy uỷ viên kỷ luật xoong soóc khuỷu ngoằn ngoèo tuýt mía của lửa \
            được rượu hươu thuở quở quà quờ Ấn Ích Yến Ổn Ơn Ý lịch nghệch uỵch";
        for word in text.split_whitespace() {
            assert!(is_syllable(word), "{word}");
        }
    }

    #[test]
    fn other_words_are_not() {
        let text = "Jos Gaặl Müller hàt hac nghà ca̠ kà Quu VănAn ĐAn hoàa iạ Lêé \
            ngi cẻ đđ Niê Siu2 mià luả";
        for word in text.split_whitespace() {
            assert!(!is_syllable(word), "{word}");
        }
    }
}
