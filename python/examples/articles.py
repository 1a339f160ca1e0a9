"""The recipes' data, and what the command says of it: python RECIPE.py [path of the command, else $FAKTUM, else faktum]"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pyarrow as pa

FOLDER = Path(__file__).resolve().parents[2] / "examples"
COMMAND = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("FAKTUM", "faktum")


def documents():
    """The paragraphs of the bundled articles, as a table with id, lang, date and text."""
    rows = []
    for path in sorted(FOLDER.glob("*.txt")):
        for number, paragraph in enumerate(path.read_text("utf-8").split("\n\n")):
            lang = path.stem.rsplit("-", 1)[1]
            rows.append({"id": f"{path.stem}.{number}", "lang": lang, "date": "2023-04-18", "text": paragraph.strip()})
    return pa.Table.from_pylist(rows)


def said(rows):
    """The facts of answers: document, id, key and gloss of each, sorted."""
    return sorted((row["id"], fact["id"], fact["key"], fact["gloss"]) for row in rows for fact in row["facts"])


def expected(table):
    """What the command says of the same documents."""
    lines = "".join(json.dumps(row) + "\n" for row in table.to_pylist())
    command = [COMMAND, "extract", "--quiet", "--input", "ndjson", "--output", "ndjson", "--offsets", "char"]
    ran = subprocess.run(command, input=lines, stdout=subprocess.PIPE, text=True, encoding="utf-8", check=True)
    return said(json.loads(line) for line in ran.stdout.splitlines())


def check(engine, found, table):
    """Whether an engine's facts are those of the command."""
    wanted = expected(table)
    assert wanted and sorted(found) == wanted, f"{engine}: {len(found)} facts, of the command {len(wanted)}"
    print(f"{engine}: {len(found)} facts from {table.num_rows} documents, those of the command")
