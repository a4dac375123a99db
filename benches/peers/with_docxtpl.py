"""The job with docxtpl and openpyxl: `with_docxtpl.py TEMPLATE IN OUT`."""

import sys
from pathlib import Path

from docxtpl import DocxTemplate

import minutes

template, source, target = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
target.mkdir(parents=True, exist_ok=True)
for book in sorted(source.glob("*.xlsx")):
    # a template is spent by its rendering
    document = DocxTemplate(template)
    document.render(minutes.read(book))
    document.save(target / f"{book.stem}.docx")
