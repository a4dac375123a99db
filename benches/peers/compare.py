"""Whether everybody wrote the same words: `compare.py FILE…`, DOCX or PDF; the first
is what the others are held against. Order is left out, since pages differ in columns.
"""

import re
import shutil
import subprocess
import sys
import zipfile
from collections import Counter


def words(path):
    if path.endswith(".pdf"):
        if not shutil.which("pdftotext"):
            return None
        text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
        text = text.stdout.decode()
        # page numbers stand alone above a page
        text = re.sub(r"\f *\d+\n", "\n", text)
    else:
        with zipfile.ZipFile(path) as docx:
            xml = docx.read("word/document.xml").decode()
        xml = xml.replace("<w:noBreakHyphen/>", "<w:t>-</w:t>")
        xml = re.sub(r"<w:br[ /][^>]*>|</w:p>|<w:tab/>", "<w:t> </w:t>", xml)
        text = "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", xml))
    text = text.replace("\u2011", "-").replace("&amp;", "&")
    return Counter(text.split())


first, *others = sys.argv[1:]
expected = words(first)
assert expected.total() > 300, expected
for path in others:
    found = words(path)
    if found is not None and found != expected:
        sys.exit(f"{path}: more {found - expected}, less {expected - found}")
print(f"{expected.total()} words, the same in all")
