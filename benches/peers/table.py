"""Prints the table: `table.py FOLDER PAPERS`. The middle of all rounds, in milliseconds
of processor a paper."""

import statistics
import sys
from pathlib import Path

ROWS = [
    ("DOCX", "bienban", "bienban-docx", "bienban-reading", "bienban-docx"),
    ("DOCX", "docxtpl, openpyxl", "docxtpl", "python-reading", "bienban-docx"),
    ("DOCX", "docxtemplater, exceljs", "docxtemplater", "node-reading", "bienban-docx"),
    ("PDF/A-2a", "bienban", "bienban-pdf", "bienban-reading", "bienban-pdf"),
    ("PDF/A-2a", "typst, openpyxl", "typst", "python-reading", "bienban-pdf"),
]
folder, papers = Path(sys.argv[1]), int(sys.argv[2])


def middle(name):
    times = (folder / f"{name}.times").read_text().split()
    return statistics.median(map(float, times)) / papers


print("| | by | CPU ms a paper | of it reading | times bienban's |")
print("|---|---|---:|---:|---:|")
for kind, by, name, reading, ours in ROWS:
    whole = middle(name)
    print(f"| {kind} | {by} | {whole:.2f} | {middle(reading):.2f} | {whole / middle(ours):.1f} |")
