#!/usr/bin/env python3
"""Read what the command writes with the readers of each field: python3 .ci/readers.py FAKTUM

What stands in the standard library is always used; lxml, spaCy and jsonschema where they are installed.
"""
import importlib.util
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

FAKTUM = sys.argv[1]
ARTICLES = sorted(Path("examples").glob("*.txt"))


def faktum(*arguments):
    return subprocess.run([FAKTUM, *arguments], check=True, stdout=subprocess.PIPE).stdout.decode()


def installed(name):
    there = importlib.util.find_spec(name) is not None
    if not there:
        print(f"{name} is not installed: skipped")
    return there


def extract(*arguments):
    return faktum("extract", "--quiet", *arguments, *map(str, ARTICLES))


def answers(*arguments):
    return [json.loads(line) for line in extract("-o", "ndjson", *arguments).splitlines()]


def check_timeml(parse):
    for path, answer in zip(ARTICLES, answers()):
        root = parse(faktum("extract", "-o", "timeml", str(path)).encode())
        text = root.find("TEXT")
        assert "".join(text.itertext()) == path.read_text(encoding="utf-8"), path
        times = [(time.get("tid"), time.get("type"), time.get("value"), time.text) for time in text.iter("TIMEX3")]
        assert times == [(time["id"], time["type"], time["value"], time["text"]) for time in answer["times"]], path


def check_brat():
    with tempfile.TemporaryDirectory() as folder:
        extract("-o", "brat", "-O", folder + "/")
        for path in ARTICLES:
            text = (Path(folder) / path.name).read_text(encoding="utf-8")
            assert text == path.read_text(encoding="utf-8")
            bound = {}
            for line in (Path(folder) / path.name).with_suffix(".ann").read_text(encoding="utf-8").splitlines():
                if match := re.fullmatch(r"(T\d+)\t(\w+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)", line):
                    spans = [tuple(map(int, span.split())) for span in match[3].split(";")]
                    assert " ".join(text[start:end] for start, end in spans) == match[4], line
                    bound[match[1]] = match[2]
                elif match := re.fullmatch(r"E\d+\tFACT:(T\d+)((?: \w+:T\d+)*)", line):
                    roles = dict(argument.split(":") for argument in match[2].split())
                    assert bound[match[1]] == "FACT" and all(bound[id] == role for role, id in roles.items()), line
                else:
                    assert re.fullmatch(r"A\d+\t\w+ E\d+( \w+)?|#\d+\tAnnotatorNotes [TE]\d+\t.+", line), line


def check_conll():
    names = answers("--offsets", "char")
    documents = [document for document in extract("-o", "conll").split("-DOCSTART- -X- O O\n\n") if document]
    assert len(documents) == len(names)
    for document, answer in zip(documents, names):
        begins = [line.split(" ")[3] for line in document.splitlines() if line and " B-" in line]
        assert begins == ["B-" + mention["type"] for mention in answer["mentions"]]


def check_spacy():
    import spacy
    from spacy.tokens import Doc, DocBin, Span

    tasks = [json.loads(line) for line in extract("-o", "prodigy").splitlines()]
    for task in tasks:
        nlp = spacy.blank(task["meta"]["lang"])
        words, spaces = [token["text"] for token in task["tokens"]], [token["ws"] for token in task["tokens"]]
        doc = Doc(nlp.vocab, words=words, spaces=spaces)
        doc.ents = [Span(doc, span["token_start"], span["token_end"] + 1, span["label"]) for span in task["spans"]]
        kept = next(iter(DocBin().from_bytes(DocBin(docs=[doc]).to_bytes()).get_docs(nlp.vocab)))
        assert [ent.label_ for ent in kept.ents] == [span["label"] for span in task["spans"]]
        # spaCy's own tokens find the spans at their characters.
        own = nlp.make_doc(task["text"])
        for span in task["spans"]:
            found = own.char_span(span["start"], span["end"], label=span["label"], alignment_mode="expand")
            assert task["text"][span["start"] : span["end"]] in found.text
    from spacy.training.converters import conll_ner_to_docs

    docs = list(conll_ner_to_docs(extract("-o", "conll"), no_print=True))
    assert sum(len(doc.ents) for doc in docs) == sum(len(task["spans"]) for task in tasks)


def check_schema():
    import jsonschema

    validator = jsonschema.Draft202012Validator(json.loads(faktum("schema")))
    for answer in answers("--tokens", "--triples", "--sentence-texts"):
        validator.validate(answer)


check_timeml(ElementTree.fromstring)
check_brat()
check_conll()
if installed("lxml"):
    from lxml import etree

    check_timeml(etree.fromstring)
if installed("spacy"):
    check_spacy()
if installed("jsonschema"):
    check_schema()
print("what is written can be read")
