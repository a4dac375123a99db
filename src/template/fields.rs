//! What templates may use, for those who write them: keys and markup.

use super::keys::{bare, is_optional};
use super::markup::{ElementRule, ValueRule, elements};
use super::{PaperKind, context};
use crate::diagnostic::Lang;
use serde_json::Value;

/// A key that a paper's template may use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its way from the top: `bau.danh_sach[].ho_ten`.
    pub path: String,
    /// What it is.
    pub kind: FieldKind,
    /// Whether it may be absent.
    pub is_optional: bool,
    /// What it means.
    pub meaning: String,
}

/// Where a key's meaning stands in the schema: English is its documentation, Vietnamese
/// an entry of its own.
fn meaning_key(lang: Lang) -> &'static str {
    lang.pick("vi", "description")
}

/// What a key stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// Text to be printed.
    Text,
    /// For conditions only.
    YesNo,
    /// For `{{#each}}`.
    List,
    /// Keys of its own, for `{{#with}}`.
    Group,
}

impl FieldKind {
    /// Its name.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Text => lang.pick("chữ", "text"),
            Self::YesNo => lang.pick("có/không", "yes/no"),
            Self::List => lang.pick("danh sách", "list"),
            Self::Group => lang.pick("nhóm", "group"),
        }
    }
}

/// An element of the markup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkupElement {
    /// Its name, in angle brackets.
    pub name: String,
    /// Its attributes with what they take; those in brackets may be left out.
    pub attributes: String,
    /// What it is.
    pub meaning: &'static str,
}

/// The keys of a paper, those of groups and lists after their own.
///
/// # Examples
///
/// ```
/// use bienban::diagnostic::Lang;
/// use bienban::template::{PaperKind, fields};
///
/// let keys = fields(PaperKind::Minutes, Lang::En);
/// assert!(keys.iter().any(|key| key.path == "chi_bo" && !key.is_optional));
/// ```
pub fn fields(kind: PaperKind, lang: Lang) -> Vec<Field> {
    let schema = context::schema(kind);
    let mut fields = Vec::new();
    collect(schema.as_value(), "", lang, &mut fields);
    fields
}

fn collect(schema: &Value, before: &str, lang: Lang, fields: &mut Vec<Field>) {
    let properties = bare(schema).get("properties").and_then(Value::as_object);
    for (name, value) in properties.into_iter().flatten() {
        let meaning = value.get(meaning_key(lang)).and_then(Value::as_str);
        let kind = kind_of(value);
        let path = format!("{before}{name}");
        fields.push(Field {
            path: path.clone(),
            kind,
            is_optional: is_optional(value),
            meaning: meaning.unwrap_or_default().replace('\n', " "),
        });
        match (kind, bare(value).get("items")) {
            (FieldKind::List, Some(items)) => {
                collect(items, &format!("{path}[]."), lang, fields);
            }
            (FieldKind::Group, _) => collect(value, &format!("{path}."), lang, fields),
            (FieldKind::Text | FieldKind::YesNo | FieldKind::List, _) => {}
        }
    }
}

fn kind_of(value: &Value) -> FieldKind {
    let value = bare(value);
    let is_of = |name: &str| {
        let given = value.get("type");
        let several = given.and_then(Value::as_array).into_iter().flatten();
        let mut given = given.into_iter().chain(several);
        given.any(|given| given.as_str() == Some(name))
    };
    if value.get("items").is_some() || is_of("array") {
        FieldKind::List
    } else if value.get("properties").is_some() {
        FieldKind::Group
    } else if is_of("boolean") {
        FieldKind::YesNo
    } else {
        FieldKind::Text
    }
}

/// The elements of the markup.
pub fn markup_elements(lang: Lang) -> Vec<MarkupElement> {
    let element = |rule: &ElementRule| {
        let attributes = rule.attributes.iter().map(|attribute| {
            let takes = match attribute.value {
                ValueRule::Text => lang.pick("=chữ", "=text").to_owned(),
                ValueRule::Choice(words) => format!("={}", words.join("|")),
                ValueRule::Number(most) => format!("=1…{most}"),
                ValueRule::Numbers => lang.pick("=các số", "=numbers").to_owned(),
                ValueRule::Flag => String::new(),
            };
            let whole = format!("{}{takes}", attribute.name);
            if attribute.is_required {
                whole
            } else {
                format!("[{whole}]")
            }
        });
        let (vi, en) = rule.meaning;
        MarkupElement {
            name: format!("<{}>", rule.name),
            attributes: attributes.collect::<Vec<_>>().join(" "),
            meaning: lang.pick(vi, en),
        }
    };
    elements().iter().map(element).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_told_with_their_way_and_what_they_are() {
        let fields = fields(PaperKind::BallotCount, Lang::Vi);
        let found = |path: &str| {
            let field = fields.iter().find(|field| field.path == path);
            field.map(|field| (field.kind, field.is_optional))
        };
        assert_eq!(found("chi_bo"), Some((FieldKind::Text, false)));
        assert_eq!(found("bau"), Some((FieldKind::Group, false)));
        assert_eq!(found("bau.danh_sach"), Some((FieldKind::List, false)));
        assert_eq!(
            found("bau.danh_sach[].ho_ten"),
            Some((FieldKind::Text, false))
        );
        assert_eq!(
            found("bau.danh_sach[].ty_le"),
            Some((FieldKind::Text, true))
        );
        assert_eq!(found("doan_chu_tich"), Some((FieldKind::YesNo, false)));
    }

    /// Letters that only Vietnamese words have.
    fn is_vietnamese(text: &str) -> bool {
        let letters = text.chars().flat_map(char::to_lowercase);
        let mut other = letters.filter(|it| it.is_alphabetic() && !it.is_ascii());
        other.next().is_some()
    }

    #[test]
    fn every_key_of_every_paper_is_told_in_both_languages() {
        for kind in PaperKind::ALL {
            let told = fields(kind, Lang::Vi).into_iter();
            for (vi, en) in told.zip(fields(kind, Lang::En)) {
                let key =
                    format!("{kind:?} {}: {} / {}", vi.path, vi.meaning, en.meaning);
                assert_eq!(vi.path, en.path);
                assert!(is_vietnamese(&vi.meaning), "{key}");
                assert!(!en.meaning.is_empty() && vi.meaning != en.meaning, "{key}");
            }
        }
    }

    #[test]
    fn every_element_is_told_in_both_languages() {
        for lang in [Lang::Vi, Lang::En] {
            let elements = markup_elements(lang);
            assert!(elements.iter().all(|element| !element.meaning.is_empty()));
            let ballots = elements.iter().find(|it| it.name == "<ballots>").unwrap();
            assert_eq!(ballots.attributes, "count=1…1000 across=1…4 down=1…8");
        }
    }
}
