#!/usr/bin/env python3
"""Measure spaCy's PhraseMatcher on the names that `cargo bench --bench dictionary` leaves, and on texts as NDJSON.

usage: pip install -r requirements.txt; phrase_matcher.py names-100000.tsv texts.ndjson [--lang de]

Prints how long it takes to build the matcher, to open it again from its pickled form, and to tokenise and match the texts, with
the memory that all took. It matches whole tokens exactly; faktum's numbers are those of the bench, which reads everything else
in the texts as well: compare the time that names add.
"""
import argparse
import csv
import json
import pickle
import resource
import time

import spacy
from spacy.matcher import PhraseMatcher


def timed(what, work):
    start = time.perf_counter()
    result = work()
    print(f"{what}: {time.perf_counter() - start:.2f} s")
    return result


def build(nlp, names):
    matcher = PhraseMatcher(nlp.vocab)
    for start in range(0, len(names), 10_000):
        matcher.add("NAME", list(nlp.tokenizer.pipe(names[start : start + 10_000])))
    return matcher


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names")
    parser.add_argument("texts")
    parser.add_argument("--lang", default="de")
    args = parser.parse_args()
    nlp = spacy.blank(args.lang)
    with open(args.names, encoding="utf-8") as file:
        names = [row["name"] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]
    with open(args.texts, encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in file]
    size = sum(len(text.encode()) for text in texts)
    matcher = timed(f"build with {len(names)} names", lambda: build(nlp, names))
    pickled = pickle.dumps(matcher)
    timed("open", lambda: pickle.loads(pickled))
    start = time.perf_counter()
    tokens = [nlp.make_doc(text) for text in texts]
    tokenised = time.perf_counter()
    found = sum(len(matcher(doc)) for doc in tokens)
    matched = time.perf_counter()
    print(f"tokenise: {size / (tokenised - start) / 1e6:.1f} MB/s, match: {size / (matched - tokenised) / 1e6:.1f} MB/s, {found} found")
    print(f"memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
