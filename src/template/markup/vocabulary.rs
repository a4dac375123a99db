//! Every element of the markup with its attributes; anything else is an error.

/// What an element may hold.
#[derive(Debug, Clone, Copy)]
pub(in crate::template) enum Content {
    /// Nothing.
    Empty,
    /// Text and inline elements.
    Inline,
    /// These elements only.
    Elements(&'static [&'static str]),
}

/// An element.
#[derive(Debug)]
pub(in crate::template) struct ElementRule {
    pub(in crate::template) name: &'static str,
    /// Whether it stands in text.
    pub(in crate::template) is_inline: bool,
    pub(in crate::template) attributes: &'static [AttributeRule],
    pub(in crate::template) content: Content,
    /// What it is, in Vietnamese and in English.
    pub(in crate::template) meaning: (&'static str, &'static str),
}

/// An attribute and what it takes.
#[derive(Debug)]
pub(in crate::template) struct AttributeRule {
    pub(in crate::template) name: &'static str,
    pub(in crate::template) value: ValueRule,
    /// Whether the element means nothing without it.
    pub(in crate::template) is_required: bool,
}

/// What an attribute takes.
#[derive(Debug)]
pub(in crate::template) enum ValueRule {
    /// Any text.
    Text,
    /// One of a few words.
    Choice(&'static [&'static str]),
    /// A whole number from 1 to this.
    Number(u32),
    /// Whole numbers, 1 to 1000, with spaces between.
    Numbers,
    /// Nothing: that it stands there says enough.
    Flag,
}

/// Greatest number where the form sets no bound.
const MOST: u32 = 1000;

impl AttributeRule {
    /// Whether a value is one that the attribute takes.
    pub(super) fn accepts(&self, value: &str) -> bool {
        match self.value {
            ValueRule::Text => true,
            ValueRule::Choice(words) => words.contains(&value),
            ValueRule::Number(most) => is_number(value, most),
            ValueRule::Numbers => {
                let mut numbers = value.split_whitespace();
                !value.trim().is_empty() && numbers.all(|it| is_number(it, MOST))
            }
            ValueRule::Flag => value.is_empty(),
        }
    }

    /// The words it takes, if they are few.
    pub(super) fn choices(&self) -> &'static [&'static str] {
        match self.value {
            ValueRule::Choice(words) => words,
            ValueRule::Text
            | ValueRule::Number(_)
            | ValueRule::Numbers
            | ValueRule::Flag => &[],
        }
    }
}

fn is_number(text: &str, most: u32) -> bool {
    text.parse()
        .is_ok_and(|number: u32| (1..=most).contains(&number))
}

const fn attribute(name: &'static str, value: ValueRule) -> AttributeRule {
    AttributeRule {
        name,
        value,
        is_required: false,
    }
}

const fn required(name: &'static str, value: ValueRule) -> AttributeRule {
    AttributeRule {
        is_required: true,
        ..attribute(name, value)
    }
}

const fn block(
    name: &'static str,
    attributes: &'static [AttributeRule],
    content: Content,
    meaning: (&'static str, &'static str),
) -> ElementRule {
    ElementRule {
        name,
        is_inline: false,
        attributes,
        content,
        meaning,
    }
}

const fn inline(
    name: &'static str,
    attributes: &'static [AttributeRule],
    content: Content,
    meaning: (&'static str, &'static str),
) -> ElementRule {
    ElementRule {
        is_inline: true,
        ..block(name, attributes, content, meaning)
    }
}

const P: &[AttributeRule] = &[attribute(
    "role",
    ValueRule::Choice(&["body", "basis", "centered", "note", "resolve"]),
)];

const TABLE: &[AttributeRule] = &[
    required("widths", ValueRule::Numbers),
    attribute("role", ValueRule::Choice(&["compact"])),
];

const ROW: &[AttributeRule] = &[attribute("role", ValueRule::Choice(&["total"]))];

const CELL: &[AttributeRule] = &[
    attribute("align", ValueRule::Choice(&["left", "center", "right"])),
    attribute("colspan", ValueRule::Number(MOST)),
    attribute("rowspan", ValueRule::Number(MOST)),
    attribute("role", ValueRule::Choice(&["total"])),
];

const SIGNATURE: &[AttributeRule] = &[
    required("side", ValueRule::Choice(&["left", "right"])),
    required("for", ValueRule::Text),
    attribute("post", ValueRule::Text),
    attribute("name", ValueRule::Text),
];

const IMG: &[AttributeRule] = &[
    required("src", ValueRule::Text),
    required("alt", ValueRule::Text),
    attribute("caption", ValueRule::Text),
];

const SECTION: &[AttributeRule] = &[
    attribute("landscape", ValueRule::Flag),
    attribute("annex", ValueRule::Flag),
];

/// More beside or below each other than this are no ballots that can be read.
const BALLOTS: &[AttributeRule] = &[
    required("count", ValueRule::Number(MOST)),
    required("across", ValueRule::Number(4)),
    required("down", ValueRule::Number(8)),
];

const BLANK: &[AttributeRule] = &[attribute("width", ValueRule::Number(200))];

/// What stands on pages turned or of an annex.
const IN_SECTION: Content = Content::Elements(&[
    "letterhead",
    "title",
    "abstract",
    "p",
    "h1",
    "h2",
    "h3",
    "article",
    "addressee",
    "ul",
    "ol",
    "table",
    "img",
    "signatures",
    "page-break",
]);

/// What stands on a ballot.
const IN_BALLOTS: Content =
    Content::Elements(&["letterhead", "title", "abstract", "p", "ul", "ol", "table"]);

/// The markup.
#[rustfmt::skip]
pub(super) const ALL: &[ElementRule] = &[
    block("letterhead", &[], Content::Empty,
        ("phần đầu của thể thức: cơ quan ban hành, số, tiêu đề, địa danh và ngày",
         "the head of the form: issuing body, number, Party title, place and date")),
    block("title", &[], Content::Inline,
        ("tên loại văn bản; trong phụ lục là tên phụ lục",
         "the type of paper; in an annex its title")),
    block("abstract", &[], Content::Inline,
        ("trích yếu; trong phụ lục là dòng “Kèm theo …”",
         "the subject; in an annex the line saying with which paper it goes")),
    block("addressee", &[], Content::Elements(&["li"]),
        ("Kính gửi, Kính trình: mỗi nơi một <li>",
         "to whom the paper is submitted, one <li> each")),
    block("p", P, Content::Inline,
        ("đoạn văn: nội dung, căn cứ, giữa dòng, ghi chú, quyết nghị",
         "a paragraph: running text, basis, centred, note, word of command")),
    block("h1", &[], Content::Inline, ("mục I-, II-; số do thể thức đánh", "heading I-, II-, numbered by the form")),
    block("h2", &[], Content::Inline, ("mục 1., 2.", "heading 1., 2.")),
    block("h3", &[], Content::Inline, ("mục a), b)", "heading a), b)")),
    block("article", &[], Content::Inline, ("Điều 1., Điều 2.", "an article, numbered by the form")),
    block("ul", &[], Content::Elements(&["li"]), ("danh sách gạch đầu dòng", "a list with dashes")),
    block("ol", &[], Content::Elements(&["li"]), ("danh sách đánh số", "a numbered list")),
    block("li", &[], Content::Inline,
        ("một dòng của danh sách; dấu cuối dòng do thể thức đặt",
         "an item; the form puts the mark at its end")),
    block("table", TABLE, Content::Elements(&["thead", "tbody"]),
        ("bảng; widths là tỷ lệ bề rộng các cột; compact: chữ nhỏ cho bảng rộng",
         "a table; widths are shares; compact is smaller type for wide tables")),
    block("thead", &[], Content::Elements(&["tr"]),
        ("các hàng đầu bảng, lặp lại ở mỗi trang", "head rows, repeated on each page")),
    block("tbody", &[], Content::Elements(&["tr"]), ("các hàng của bảng", "the rows")),
    block("tr", ROW, Content::Elements(&["th", "td"]), ("một hàng; total: hàng tổng cộng", "a row; total: of sums")),
    block("th", CELL, Content::Inline, ("ô đầu cột hoặc đầu hàng", "a cell that heads a column or a row")),
    block("td", CELL, Content::Inline, ("ô", "a cell")),
    block("img", IMG, Content::Empty,
        ("hình trong trang “Hình ảnh”: tên tệp, lời tả cho người không nhìn thấy, chú thích",
         "a picture of the sheet “Hình ảnh”: its file, what it shows for those who cannot see it, its caption")),
    block("signatures", &[], Content::Elements(&["signature", "recipients"]),
        ("chữ ký và nơi nhận, ngang hàng nhau", "signatures and recipients, level with each other")),
    block("signature", SIGNATURE, Content::Empty,
        ("một chữ ký: bên trái hoặc phải, quyền hạn, chức vụ, họ tên",
         "a signature: side, for whom, post, name")),
    block("recipients", &[], Content::Empty, ("nơi nhận của văn bản, bên trái", "who gets the paper, on the left")),
    block("page-break", &[], Content::Empty, ("sang trang", "what follows begins a page")),
    block("section", SECTION, IN_SECTION,
        ("các trang riêng: trang ngang, hoặc phụ lục có số trang riêng",
         "pages of their own: turned, or an annex with its own page numbers")),
    block("ballots", BALLOTS, IN_BALLOTS,
        ("phiếu bầu giống nhau, nhiều phiếu một tờ, có vạch cắt: số phiếu, số cột, số hàng nhiều nhất",
         "like ballots, several on a sheet with cut marks: how many, columns, rows at most")),
    inline("b", &[], Content::Inline, ("chữ đậm", "bold")),
    inline("i", &[], Content::Inline, ("chữ nghiêng", "italic")),
    inline("u", &[], Content::Inline, ("gạch chân", "underlined")),
    inline("keep", &[], Content::Inline, ("không ngắt sang dòng khác", "not broken over lines")),
    inline("br", &[], Content::Empty, ("xuống dòng", "the line ends")),
    inline("blank", BLANK, Content::Empty, ("chỗ trống để viết tay, tính bằng khoảng trắng", "room for the hand, in widths of a space")),
];

/// The rule of an element.
pub(super) fn element_rule(name: &str) -> Option<&'static ElementRule> {
    ALL.iter().find(|rule| rule.name == name)
}
