"""The peers' reading alone: `read_only.py IN`."""

import sys
from pathlib import Path

import minutes

for book in sorted(Path(sys.argv[1]).glob("*.xlsx")):
    minutes.read(book)
