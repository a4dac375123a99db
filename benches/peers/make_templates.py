"""Writes the template of each peer that takes one, all from the same words.

    make_templates.py FOLDER
"""

import re
import sys
from pathlib import Path

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from minutes import HEADS, LETTERHEAD, MINUTES, ROW, SIGNATURES

LISTS = {"guests", "motions", "board", "singles", "candidates"}
IN_LISTS = {
    *("guest", "post", "text", "agreed", "entitled", "share", "person", "index"),
    *("office", "s_issued", "s_returned", "s_valid", "s_name", "s_votes", "s_percent"),
    *ROW,
}


def docxtpl(words, is_loop=False, tag="p"):
    """Jinja's marks."""
    mark = tag if is_loop else ""

    def replace(found):
        sign, name = found.groups()
        if sign == "#":
            return f"{{%{mark} for it in {name} %}}"
        if sign == "/":
            return f"{{%{mark} endfor %}}"
        return f"{{{{ it.{name} }}}}" if name in IN_LISTS else f"{{{{ {name} }}}}"

    return re.sub(r"\[([#/]?)(\w+)\]", replace, words)


def docxtemplater(words, is_loop=False, tag="p"):
    return re.sub(r"\[([#/]?)(\w+)\]", r"{\1\2}", words)


def columns(document, sides, mark):
    """Two columns of centred lines without borders."""
    table = document.add_table(1, 2)
    for cell, lines in zip(table.rows[0].cells, sides):
        for index, line in enumerate(lines):
            paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.add_run(mark(line)).bold = True


def candidates(document, mark, is_jinja):
    table = document.add_table(1, 4)
    table.style = "Table Grid"
    for cell, head in zip(table.rows[0].cells, HEADS):
        cell.paragraphs[0].add_run(head).bold = True
    words = [f"[{name}]" for name in ROW]
    if is_jinja:
        table.add_row().cells[0].text = mark("[#candidates]", True, "tr")
    else:
        words[0] = "[#candidates]" + words[0]
        words[-1] += "[/candidates]"
    for cell, word in zip(table.add_row().cells, words):
        cell.text = mark(word)
    if is_jinja:
        table.add_row().cells[0].text = mark("[/candidates]", True, "tr")


def write(path, mark, is_jinja):
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.top_margin = section.bottom_margin = Mm(20)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(14)
    style.paragraph_format.space_after = Pt(6)
    columns(document, LETTERHEAD, mark)
    for kind, words in MINUTES:
        if kind == "table":
            candidates(document, mark, is_jinja)
            continue
        paragraph = document.add_paragraph()
        run = paragraph.add_run(mark(words, kind == "loop"))
        run.bold = kind in ("title", "head")
        if kind == "title":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        elif kind == "text":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
            paragraph.paragraph_format.first_line_indent = Mm(10)
    columns(document, SIGNATURES, mark)
    document.save(path)


def typst(words):
    """Marks inside a content block; lists become loops."""

    def replace(found):
        sign, name = found.groups()
        if sign == "#":
            return f"#for it in facts.{name} ["
        if sign == "/":
            return "]"
        return f"#it.{name};" if name in IN_LISTS else f"#facts.{name};"

    words = words.replace("*", r"\*").replace("-----", r"\-\-\-\-\-")
    if words.startswith("- "):
        words = "\\" + words
    words = re.sub(r"^(\d|\[index\])\.", r"\1\\.", words)
    return re.sub(r"\[([#/]?)(\w+)\]", replace, words)


def write_typst(path):
    stack = lambda lines: "align(center)[" + " \\ ".join(f"*{typst(it)}*" if it else "~" for it in lines) + "]"
    sides = lambda pair: f"#grid(columns: (1fr, 1fr), {stack(pair[0])}, {stack(pair[1])})\n"
    lines = [
        '#let facts = json(bytes(sys.inputs.facts))',
        '#set document(title: "Biên bản đại hội")',
        '#set page(paper: "a4", margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 15mm))',
        '#set text(font: "Liberation Serif", size: 14pt, lang: "vi", hyphenate: false)',
        "#set par(justify: true, first-line-indent: (amount: 10mm, all: true))",
        "#show heading: set text(size: 14pt)",
        sides(LETTERHEAD),
    ]
    for kind, words in MINUTES:
        if kind == "title":
            lines.append(f"#align(center)[*{typst(words)}*]\n")
        elif kind == "head":
            # `= 1.` would be a numbered list
            lines.append(f"#heading(level: {1 if '- ' in words else 2})[{typst(words)}]\n")
        elif kind == "table":
            heads = ", ".join(f"[*{it}*]" for it in HEADS)
            cells = ", ".join(f"[#it.{it}]" for it in ROW)
            lines.append(
                f"#table(columns: (2fr, 12fr, 5fr, 6fr), table.header({heads}),"
                f" ..for it in facts.{words} {{ ({cells}) }})\n"
            )
        else:
            lines.append(typst(words) + "\n")
    lines.append(sides(SIGNATURES))
    path.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    write(folder / "docxtpl.docx", docxtpl, True)
    write(folder / "docxtemplater.docx", docxtemplater, False)
    write_typst(folder / "minutes.typ")
