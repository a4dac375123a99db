use super::*;
use proptest::prelude::*;
use std::sync::OnceLock;
use unicode_normalization::UnicodeNormalization;

/// Every letter beyond ASCII, small, as Unicode, TCVN3 and VNI have it.
const LETTERS: [(&str, &str, &str); 12] = [
    ("à á ả ã ạ", "µ ¸ ¶ · ¹", "aø aù aû aõ aï"),
    ("ă ằ ắ ẳ ẵ ặ", "¨ » ¾ ¼ ½ Æ", "aê aè aé aú aü aë"),
    ("â ầ ấ ẩ ẫ ậ", "© Ç Ê È É Ë", "aâ aà aá aå aã aä"),
    ("đ è é ẻ ẽ ẹ", "® Ì Ð Î Ï Ñ", "ñ eø eù eû eõ eï"),
    ("ê ề ế ể ễ ệ", "ª Ò Õ Ó Ô Ö", "eâ eà eá eå eã eä"),
    ("ì í ỉ ĩ ị", "× Ý Ø Ü Þ", "ì í æ ó ò"),
    ("ò ó ỏ õ ọ", "ß ã á â ä", "oø où oû oõ oï"),
    ("ô ồ ố ổ ỗ ộ", "« å è æ ç é", "oâ oà oá oå oã oä"),
    ("ơ ờ ớ ở ỡ ợ", "¬ ê í ë ì î", "ô ôø ôù ôû ôõ ôï"),
    ("ù ú ủ ũ ụ", "ï ó ñ ò ô", "uø uù uû uõ uï"),
    ("ư ừ ứ ử ữ ự", "\u{AD} õ ø ö ÷ ù", "ö öø öù öû öõ öï"),
    ("ỳ ý ỷ ỹ ỵ", "ú ý û ü þ", "yø yù yû yõ î"),
];

fn letters() -> Vec<(&'static str, &'static str, &'static str)> {
    let lines = LETTERS.iter();
    lines
        .flat_map(|(unicode, tcvn3, vni)| {
            let codes = tcvn3.split(' ').zip(vni.split(' '));
            unicode.split(' ').zip(codes).map(|(it, (a, b))| (it, a, b))
        })
        .collect()
}

/// A text in an old encoding, letter by letter.
fn encode(
    text: &str,
    code: impl Fn(&(&str, &'static str, &'static str)) -> &'static str,
) -> String {
    let all = letters();
    text.chars()
        .map(|letter| {
            let small = letter.to_lowercase().to_string();
            let code = all.iter().find(|(it, ..)| *it == small).map(&code);
            match code {
                Some(code) if letter.is_uppercase() => code.to_uppercase(),
                Some(code) => code.to_owned(),
                None => letter.to_string(),
            }
        })
        .collect()
}

fn vni(text: &str) -> String {
    encode(text, |(_, _, vni)| vni)
}

/// TCVN3 has small letters and seven capitals.
fn tcvn3(text: &str) -> String {
    let capitals = [
        ('Ă', '¡'),
        ('Â', '¢'),
        ('Đ', '§'),
        ('Ê', '£'),
        ('Ô', '¤'),
        ('Ơ', '¥'),
        ('Ư', '¦'),
    ];
    let text: String = text
        .chars()
        .map(|letter| {
            let code = capitals.iter().find(|(it, _)| *it == letter);
            code.map_or_else(
                || letter.to_lowercase().to_string(),
                |(_, it)| it.to_string(),
            )
        })
        .collect();
    let all = letters();
    text.chars()
        .map(|letter| {
            let letter = letter.to_string();
            let code = all.iter().find(|(it, ..)| *it == letter);
            code.map_or(letter, |(_, code, _)| (*code).to_owned())
        })
        .collect()
}

fn decode(text: &str, font: Option<&str>) -> Option<String> {
    let decoded = Surroundings::default().decode(text, font);
    decoded.map(|it| it.text)
}

#[test]
fn every_letter_is_decoded_from_both_encodings() {
    let all = letters();
    assert_eq!(all.len(), 67);
    for (unicode, in_tcvn3, in_vni) in all {
        let capital = unicode.to_uppercase();
        let code: String = in_tcvn3.into();
        let small = |read: &Reading| read.text(|_| true);
        assert_eq!(small(&Reading::of(Encoding::Tcvn3, &code)), unicode);
        assert_eq!(small(&Reading::of(Encoding::Vni, in_vni)), unicode);
        let in_vni = in_vni.to_uppercase();
        assert_eq!(small(&Reading::of(Encoding::Vni, &in_vni)), capital);
        // a capital shows by the font
        let word = format!("b{code}");
        let shown = decode(&word, Some(".VnTimeH"));
        assert_eq!(shown, Some(format!("B{capital}")), "{unicode}");
    }
    for (code, letter) in "¡¢§£¤¥¦".chars().zip("ĂÂĐÊÔƠƯ".chars()) {
        assert_eq!(tcvn3::letter(code), Some(letter));
    }
}

#[test]
fn a_font_says_how_its_text_is_read() {
    let cases = [
        ("NguyÔn V¨n D\u{AD}¬ng", ".VnTime", "Nguyễn Văn Dương"),
        ("®¶ng viªn", ".VnArialH", "ĐẢNG VIÊN"),
        ("lan", ".VnTimeH", "LAN"),
        ("Chi bé", ".vntime", "Chi bộ"),
        ("NGUY£N §×NH", ".VnTime", "NGUYÊN ĐÌNH"),
        ("Nguyeãn Thò YÙ", "VNI-Times", "Nguyễn Thị Ý"),
        ("ÑAÛNG BOÄ", "VNI-Helve-Condense", "ĐẢNG BỘ"),
        ("Hoà", "VNI-Times", "Hồ"),
        ("TƯnh", ".VnTime", "Tính"),
        ("Th\u{303} TuyƠt", ".VnTime", "Thị Tuyết"),
    ];
    for (typed, font, read) in cases {
        assert_eq!(decode(typed, Some(font)).as_deref(), Some(read), "{typed}");
    }
}

#[test]
fn unicode_typed_in_an_old_font_stays() {
    let texts = [
        "Nguyễn Văn An",
        "Đặng",
        "Hoàng Vân",
        "Hà",
        "x",
        "Tư",
        "12/5/1984",
        "Thuý",
        "Cơ sở",
        "Ăn",
        "Trần Thị A\u{323}i",
    ];
    for text in texts {
        assert_eq!(decode(text, Some(".VnTime")), None, "{text}");
        assert_eq!(
            decode(text, Some("VNI-Times")).filter(|_| text != "Hoàng Vân"),
            None
        );
    }
    assert_eq!(decode("nguyễn", Some(".VnTimeH")), None);
}

#[test]
fn a_font_in_which_unicode_is_typed_is_not_believed() {
    let font = Some(".VnTime");
    let seen = Surroundings::of([("Nguyễn Thị Mai", font), ("Lê Lan", font)]);
    assert_eq!(seen.decode("Lê Lan", font), None);
    let seen = Surroundings::of([("NguyÔn ThÞ Mai", font), ("Lª Lan", font)]);
    let decoded = seen.decode("Lª Lan", font).map(|it| it.text);
    assert_eq!(decoded.as_deref(), Some("Lê Lan"));
}

#[test]
fn letters_say_it_where_no_font_does() {
    let cases = [
        ("NguyÔn V¨n Tó", "Nguyễn Văn Tú"),
        ("Hä vµ tªn", "Họ và tên"),
        ("Ngµy vµo §¶ng", "Ngày vào Đảng"),
        ("§/c TrÇn B×nh (B§H)", "Đ/c Trần Bình (BĐH)"),
        ("Phßng Tæ chøc", "Phòng Tổ chức"),
        ("Bïi Thóy", "Bùi Thúy"),
        ("Lª ¸i", "Lê ái"),
        ("NGUYÔN V¡N H¶I", "NGUYỄN VĂN HẢI"),
        ("Nguyeãn Vaên Tuaán", "Nguyễn Văn Tuấn"),
        ("Hoï vaø teân", "Họ và tên"),
        ("Ñaëng Thò Phöông", "Đặng Thị Phương"),
        ("ÑAÛNG BOÄ COÂNG THÖÔNG", "ĐẢNG BỘ CÔNG THƯƠNG"),
    ];
    for (typed, read) in cases {
        assert_eq!(decode(typed, None).as_deref(), Some(read), "{typed}");
        let shown = decode(typed, Some("Times New Roman"));
        assert_eq!(shown.as_deref(), Some(read), "{typed}");
    }
}

#[test]
fn a_sign_of_its_own_stays_and_tells_nothing_of_the_words() {
    // "ĩ á", "Nguyễn á": who types a sign alone may mean it
    assert_eq!(decode("Ü ¸", None), None);
    assert_eq!(decode("NguyÔn ¸", None).as_deref(), Some("Nguyễn ¸"));
    assert_eq!(decode("· Hä vµ tªn", None).as_deref(), Some("· Họ và tên"));
    assert_eq!(decode("Ü ¸", Some(".VnTime")).as_deref(), Some("ĩ á"));
}

#[test]
fn a_text_that_may_be_either_follows_the_others_of_its_sheet() {
    let labels = ["Hä vµ tªn", "Ngµy sinh", "D©n téc", "Chi bé"].map(|it| (it, None));
    assert_eq!(Surroundings::default().decode("Chi bé", None), None);
    let seen = Surroundings::of(labels);
    let decoded = seen.decode("Chi bé", None).map(|it| it.text);
    assert_eq!(decoded.as_deref(), Some("Chi bộ"));
    assert_eq!(seen.decode("José Müller", None), None);
    let mixed = labels.into_iter().chain([("Chi bộ Hà Nội", None)]);
    assert_eq!(Surroundings::of(mixed).decode("Chi bé", None), None);
}

#[test]
fn a_correct_name_is_never_changed() {
    let names = "Hoàng Thị Thuý|José|Müller|Đỗ Hữu Nghĩa|H'Hen Niê|Y Moan Êban|Lê Hoà|\
        Trần Toàn|Ngô Lý|Hà Thanh Vân|Lý Công Hoàng|K'Brôk|Ê Đê|Rơ Châm H’Oai|Chi bé|\
        João Guimarães|Seán|Loïc Naïm|François Lefèvre|Noël|Chloë Gaël|Raphaëlle|Zoé|\
        Benoît Coûteaux|Søren Kjærgaard|Bjørn Bø|Þór Æsir|Jürgen Groß|Weiß|Strauß|Lü|\
        Schröder|Peña Núñez|Iñigo Ñuñoa|Antônio Conceição|Raúl|Israël|Anaïs|Thaïs|Jérôme|\
        Å Ålesund|Čapek|Łukasz|Mª Carmen|1ª|Nº 5|§ 5|5 m²|µm|12 °C|© 2022|N·m|½ ngày|\
        « Hoà bình »|“Toán”|3×4|50 £|Coca® Cola|Mai Lü|Esaü|Leïla|Haïti|Maël|Aïcha|Tú|\
        Nicolò|Gesù|Hmông|Dlô|Kôn|Đắk Lắk|A·B|L·m|HÀ|LÊ VÂN|ÊBAN|Trò|Mò Cò|Loè|Thò|Ðào|\
        Ðinh Công|H̃|Niê Kđăm|Êban Y|Ksor Krôk|Cil Múp|Lò Văn Phô|Ung Hò|Tòng Ò|Vàng A Dơ";
    for name in names.split('|') {
        assert_eq!(decode(name, None), None, "{name}");
        assert_eq!(decode(name, Some("Times New Roman")), None, "{name}");
    }
}

const ONSETS: [&str; 27] = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng",
    "ngh", "nh", "p", "ph", "qu", "r", "s", "t", "th", "tr", "v",
];

/// Rhymes with a place for the tone mark after the letter that bears it.
const RHYMES: &str = "a◌ a◌c a◌i a◌n a◌nh a◌o a◌p a◌u a◌y ă◌c ă◌m ă◌ng ă◌t â◌c â◌n â◌p â◌u \
    â◌y e◌ e◌m e◌n e◌o e◌t ê◌ ê◌ch ê◌n ê◌nh ê◌p ê◌u i◌ i◌a i◌ch iê◌c iê◌m iê◌n iê◌ng iê◌t \
    iê◌u i◌m i◌n i◌nh i◌p i◌t i◌u o◌ o◌a oa◌ oa◌i oa◌n oa◌ng oa◌nh oa◌t oă◌n oă◌ng o◌c o◌e \
    oe◌ o◌i o◌m o◌n o◌ng o◌t ô◌ ô◌c ô◌i ô◌n ô◌ng ô◌p ơ◌ ơ◌i ơ◌m ơ◌n ơ◌p ơ◌t u◌ u◌a uâ◌n \
    uâ◌t uê◌ u◌c u◌i u◌m u◌n u◌ng uô◌c uô◌i uô◌n uô◌ng u◌p u◌t u◌y uy◌ uyê◌n uyê◌t uy◌nh \
    uy◌t uơ◌ ư◌ ư◌a ư◌c ư◌i ư◌ng ươ◌c ươ◌i ươ◌m ươ◌n ươ◌ng ươ◌t ươ◌u ư◌t ư◌u y◌ yê◌n yê◌u";

const TONES: [&str; 6] = ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"];

/// Any syllable, also some that nobody says.
fn syllables() -> &'static [String] {
    static SYLLABLES: OnceLock<Vec<String>> = OnceLock::new();
    SYLLABLES.get_or_init(|| spell_syllables().collect())
}

fn spell_syllables() -> impl Iterator<Item = String> {
    ONSETS.iter().flat_map(|onset| {
        RHYMES.split_whitespace().flat_map(move |rhyme| {
            // a stop takes two tones only
            let is_stopped =
                rhyme.ends_with(['c', 'h', 'p', 't']) && !rhyme.ends_with("nh");
            let tones = TONES.iter().filter(move |it| {
                !is_stopped || "\u{301}\u{323}".contains(**it) && !it.is_empty()
            });
            tones.map(move |tone| {
                let word = format!("{onset}{}", rhyme.replace('◌', tone));
                word.nfc().collect()
            })
        })
    })
}

fn capital_first(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

#[test]
fn no_syllable_is_changed_in_any_case() {
    for word in syllables() {
        let name = format!("Lê Hoà {} {}", capital_first(word), word.to_uppercase());
        for word in [&name, word] {
            assert_eq!(decode(word, None), None, "{word}");
        }
    }
}

#[test]
fn no_pair_of_syllables_is_changed_where_all_letters_are_codes() {
    // the others are known for Unicode by their letters
    let words: Vec<String> = syllables()
        .iter()
        .filter(|it| is_of_codes(it) && !it.is_ascii())
        .map(|it| capital_first(it))
        .collect();
    let step = 397;
    for (index, first) in words.iter().enumerate() {
        for second in words.iter().skip(index % step).step_by(step) {
            let name = format!("{first} {second}");
            assert_eq!(decode(&name, None), None, "{name}");
        }
    }
}

/// A name with the signs that stand alone where it was typed: those stay.
fn with_signs_of(typed: &str, name: &str) -> String {
    let is_sign = |it: &str| {
        let mut letters = it.chars();
        letters.all(|it| !it.is_alphabetic()) && it.chars().count() == 1
    };
    let words = typed.split(' ').zip(name.split(' '));
    let words = words.map(|(typed, word)| if is_sign(typed) { typed } else { word });
    words.collect::<Vec<_>>().join(" ")
}

proptest! {
    #[test]
    fn no_name_of_syllables_is_changed(
        picks in prop::collection::vec((any::<prop::sample::Index>(), 0..3_u8), 1..6)
    ) {
        let words: Vec<String> = picks
            .iter()
            .map(|(pick, case)| match (pick.get(syllables()), case) {
                (word, 0) => word.clone(),
                (word, 1) => capital_first(word),
                (word, _) => word.to_uppercase(),
            })
            .collect();
        let name = words.join(" ");
        prop_assert_eq!(decode(&name, None), None);
    }

    #[test]
    fn names_come_back_from_both_encodings(
        picks in prop::collection::vec(any::<prop::sample::Index>(), 1..5)
    ) {
        let words = picks.iter().map(|pick| pick.get(syllables()).as_str());
        let words: Vec<&str> = words.filter(|it| is_syllable(it)).collect();
        let name = words.join(" ");
        for (typed, font) in [(tcvn3(&name), ".VnTime"), (vni(&name), "VNI-Times")] {
            let read = decode(&typed, Some(font)).unwrap_or_else(|| typed.clone());
            prop_assert_eq!(&read, &name);
        }
        // without the font it is read or left alone, never read otherwise
        for typed in [tcvn3(&name), vni(&name)] {
            if let Some(read) = decode(&typed, None) {
                prop_assert_eq!(&read, &with_signs_of(&typed, &name));
            }
        }
    }

    #[test]
    fn any_text_in_any_font_is_read_without_fear(text in any::<String>(), font in any::<String>()) {
        for font in [None, Some(font.as_str()), Some(".VnTimeH"), Some("VNI-Times")] {
            let seen = Surroundings::of([(text.as_str(), font)]);
            let _ = seen.decode(&text, font);
        }
    }
}
