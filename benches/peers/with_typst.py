"""The job with typst and openpyxl: `with_typst.py TEMPLATE FONTS IN OUT`."""

import json
import sys
from pathlib import Path

import typst

import minutes

template, fonts, source, target = sys.argv[1], sys.argv[2], *map(Path, sys.argv[3:5])
target.mkdir(parents=True, exist_ok=True)
# one compiler for all, which reads fonts and template once
compiler = typst.Compiler(template, font_paths=[fonts], ignore_system_fonts=True)
for book in sorted(source.glob("*.xlsx")):
    facts = json.dumps(minutes.read(book), ensure_ascii=False)
    compiler.compile(
        output=str(target / f"{book.stem}.pdf"),
        sys_inputs={"facts": facts},
        pdf_standards="a-2a",
        timestamp=0,
    )
