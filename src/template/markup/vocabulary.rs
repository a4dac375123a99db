//! Every element of the markup with its attributes; anything else is an error.

/// What an element may hold.
#[derive(Debug, Clone, Copy)]
pub(super) enum Content {
    /// Nothing.
    Empty,
    /// Text and inline elements.
    Inline,
    /// These elements only.
    Elements(&'static [&'static str]),
}

/// An element.
#[derive(Debug)]
pub(super) struct ElementRule {
    pub(super) name: &'static str,
    /// Whether it stands in text.
    pub(super) is_inline: bool,
    pub(super) attributes: &'static [AttributeRule],
    pub(super) content: Content,
}

/// An attribute and what it takes.
#[derive(Debug)]
pub(super) struct AttributeRule {
    pub(super) name: &'static str,
    pub(super) value: ValueRule,
}

/// What an attribute takes.
#[derive(Debug)]
pub(super) enum ValueRule {
    /// Any text.
    Text,
    /// One of a few words.
    Choice(&'static [&'static str]),
    /// A whole number, 1 to 1000.
    Number,
    /// Whole numbers, 1 to 1000, with spaces between.
    Numbers,
}

impl AttributeRule {
    /// Whether a value is one that the attribute takes.
    pub(super) fn accepts(&self, value: &str) -> bool {
        match self.value {
            ValueRule::Text => true,
            ValueRule::Choice(words) => words.contains(&value),
            ValueRule::Number => is_number(value),
            ValueRule::Numbers => {
                !value.trim().is_empty() && value.split_whitespace().all(is_number)
            }
        }
    }

    /// The words it takes, if they are few.
    pub(super) fn choices(&self) -> &'static [&'static str] {
        match self.value {
            ValueRule::Choice(words) => words,
            ValueRule::Text | ValueRule::Number | ValueRule::Numbers => &[],
        }
    }
}

fn is_number(text: &str) -> bool {
    text.parse()
        .is_ok_and(|number: u32| (1..=1000).contains(&number))
}

const fn attribute(name: &'static str, value: ValueRule) -> AttributeRule {
    AttributeRule { name, value }
}

const fn block(
    name: &'static str,
    attributes: &'static [AttributeRule],
    content: Content,
) -> ElementRule {
    ElementRule {
        name,
        is_inline: false,
        attributes,
        content,
    }
}

const fn inline(
    name: &'static str,
    attributes: &'static [AttributeRule],
    content: Content,
) -> ElementRule {
    ElementRule {
        name,
        is_inline: true,
        attributes,
        content,
    }
}

const P_ATTRIBUTES: &[AttributeRule] = &[attribute(
    "role",
    ValueRule::Choice(&["body", "basis", "centered", "note", "resolve"]),
)];

const TABLE_ATTRIBUTES: &[AttributeRule] = &[
    attribute("widths", ValueRule::Numbers),
    attribute("role", ValueRule::Choice(&["compact"])),
];

const ROW_ATTRIBUTES: &[AttributeRule] =
    &[attribute("role", ValueRule::Choice(&["total"]))];

const CELL_ATTRIBUTES: &[AttributeRule] = &[
    attribute("align", ValueRule::Choice(&["left", "center", "right"])),
    attribute("colspan", ValueRule::Number),
    attribute("rowspan", ValueRule::Number),
    attribute("role", ValueRule::Choice(&["total"])),
];

const SIGNATURE_ATTRIBUTES: &[AttributeRule] = &[
    attribute("side", ValueRule::Choice(&["left", "right"])),
    attribute("for", ValueRule::Text),
    attribute("post", ValueRule::Text),
    attribute("name", ValueRule::Text),
];

const BLANK_ATTRIBUTES: &[AttributeRule] = &[attribute("width", ValueRule::Number)];

/// The markup.
pub(super) const ALL: &[ElementRule] = &[
    block("letterhead", &[], Content::Empty),
    block("title", &[], Content::Inline),
    block("abstract", &[], Content::Inline),
    block("p", P_ATTRIBUTES, Content::Inline),
    block("h1", &[], Content::Inline),
    block("h2", &[], Content::Inline),
    block("h3", &[], Content::Inline),
    block("ul", &[], Content::Elements(&["li"])),
    block("ol", &[], Content::Elements(&["li"])),
    block("li", &[], Content::Inline),
    block(
        "table",
        TABLE_ATTRIBUTES,
        Content::Elements(&["thead", "tbody"]),
    ),
    block("thead", &[], Content::Elements(&["tr"])),
    block("tbody", &[], Content::Elements(&["tr"])),
    block("tr", ROW_ATTRIBUTES, Content::Elements(&["th", "td"])),
    block("th", CELL_ATTRIBUTES, Content::Inline),
    block("td", CELL_ATTRIBUTES, Content::Inline),
    block(
        "signatures",
        &[],
        Content::Elements(&["signature", "recipients"]),
    ),
    block("signature", SIGNATURE_ATTRIBUTES, Content::Empty),
    block("recipients", &[], Content::Empty),
    block("page-break", &[], Content::Empty),
    inline("b", &[], Content::Inline),
    inline("i", &[], Content::Inline),
    inline("u", &[], Content::Inline),
    inline("keep", &[], Content::Inline),
    inline("br", &[], Content::Empty),
    inline("blank", BLANK_ATTRIBUTES, Content::Empty),
];

/// The rule of an element.
pub(super) fn element_rule(name: &str) -> Option<&'static ElementRule> {
    ALL.iter().find(|rule| rule.name == name)
}
