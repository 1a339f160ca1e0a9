"""What the tests share: python -m pytest, with the package installed; $FAKTUM names the command to compare with."""

import json
import os
import subprocess
from pathlib import Path

import pytest

import faktum

ARTICLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture(scope="session")
def extractor():
    return faktum.Extractor()


@pytest.fixture(scope="session")
def articles():
    """The bundled articles, as rows."""
    paths = sorted(ARTICLES.glob("*.txt"))
    return [
        {"id": path.stem, "lang": path.stem[-2:], "date": "2023-04-18", "text": path.read_text("utf-8")}
        for path in paths
    ]


@pytest.fixture(scope="session")
def command():
    """Runs the command over rows of NDJSON and gives its lines."""
    path = os.environ.get("FAKTUM")
    if not path:
        pytest.skip("$FAKTUM names no command")

    def run(rows, *arguments):
        lines = "".join(json.dumps(row) + "\n" for row in rows)
        words = [path, "extract", "-q", "-i", "ndjson", "-o", "ndjson", "--offsets", "char", *arguments]
        return subprocess.run(words, input=lines.encode(), stdout=subprocess.PIPE).stdout.decode().splitlines()

    run.version = subprocess.run([path, "--version"], stdout=subprocess.PIPE, text=True).stdout.split()[-1]
    return run
