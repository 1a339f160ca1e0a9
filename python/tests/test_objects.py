"""One text: objects, and what can be asked of them."""

import copy
import json
import pickle
from datetime import date, datetime

import pytest

import faktum

TEXT = "Die Müßiggänger-Agentur IWF sagte, sie habe zwischen Januar und April 37 Berichte 😀 erhalten."


def test_first_facts():
    answer = faktum.Extractor().extract("The agency said it received 37 reports in March.", date="2015-04-20")
    assert answer.facts[0].gloss == "37 reports, Mar 2015 (The agency)"
    assert answer["q0"].value == 37 and answer["q0"].of.concept == "report"
    assert answer.facts[0].time.from_ == "t0" and answer["t0"].begin == "2015-03-01"
    for unknown in "q99", "x0", "", "q-1", "q":
        with pytest.raises(KeyError):
            answer[unknown]


def test_offsets_slice_python_strings(extractor):
    answer = extractor.extract(TEXT, date="2015-04-20", lang="de")
    items = answer.mentions + answer.times + answer.periods + answer.figures
    assert len(items) > 3 and any(item.span.start > TEXT.index("😀") or item.span.end > 5 for item in items)
    for item in items:
        assert item.span.of(TEXT) == TEXT[slice(*item.span)] == item.text
    utf16 = faktum.Extractor(offsets="utf16").extract(TEXT + " Im März 2014.", lang="de").times[-1]
    assert utf16.text == "März 2014"
    assert (TEXT + " Im März 2014.").encode("utf-16-le")[2 * utf16.span.start : 2 * utf16.span.end].decode("utf-16-le") == utf16.text


def test_dictionaries_are_json(extractor, articles):
    for row in articles:
        raw = json.loads(extractor._native.extract_json(row["text"], row["date"], row["lang"], row["id"]))
        answer = extractor.extract(row["text"], date=row["date"], lang=row["lang"], id=row["id"])
        assert answer.to_dict() == raw
        assert len(answer.facts) > 5
        assert pickle.loads(pickle.dumps(answer)) == answer == copy.deepcopy(answer)


def test_equal_to_the_command(extractor, articles, command):
    rows = articles + [{"text": "", "id": 7}, {"text": "Hier", "date": "soon"}, {"text": "Rien", "lang": "fr"}]
    for row, line in zip(rows, command(rows), strict=True):
        assert extractor.extract(**row).to_dict() == json.loads(line)
    assert faktum.__version__ == command.version


def test_metadata_is_read_as_sources_write_it(extractor):
    day = extractor.extract("Yesterday it rained.", date=date(2015, 4, 20)).times[0].value
    assert day == "2015-04-19"
    for same in datetime(2015, 4, 20, 23, 59), "20.04.2015", "Mon, 20 Apr 2015 08:00:00 +0200", "2015-04-20T10:00":
        assert extractor.extract("Yesterday it rained.", date=same).times[0].value == day
    assert "soon" in extractor.extract("Yesterday it rained.", date="soon").note
    assert extractor.extract("Il pleut.", lang="fr").lang is None
    with pytest.raises(ValueError, match="German"):
        extractor.extract("", lang="German?!")


def test_reprs_are_short(extractor):
    answer = extractor.extract("Police arrested 37 people.", id="a", lang="en")
    assert repr(answer) == "<Answer id='a' lang='en': 1 sentences, 0 entities, 0 times, 1 figures, 0 statements, 1 facts>"
    assert repr(answer.figures[0].of).startswith("Counted(span=Span(start=19, end=25), text='people', lemma=")
    assert "None" not in repr(answer.facts[0])
    assert repr(faktum.Extractor(layers=["times"], threads=2)) == "Extractor(layers=['times'], threads=2)"


def test_options():
    text = "The company Nordwerk laid off 37 workers in March 2014. Angela Merkel left."
    table = "id\tsubtype\tany\ten\tde\norg/nordwerk\tcompany\tNordwerk\t\t\n"
    extract = lambda **options: faktum.Extractor(**options).extract(text)
    assert extract(dictionaries=[("own.tsv", table)]).entities[0].ref == "org/nordwerk"
    assert len(extract(dictionaries=[("own.tsv", table)], only_dict=True).entities) == 1
    assert not extract(layers=["times"]).figures and extract(layers=["times"]).times
    assert extract(gloss="de").facts[0].gloss != extract().facts[0].gloss
    assert extract(sentence_texts=True).sentence_texts[0] == text[:55]
    assert extract(tokens=True).tokens[1].of(text) == "company" and extract(triples=True).triples
    assert extract(min_confidence=1.0).facts == []
    assert extract(languages=["de"]).sentences == []
    assert faktum.Extractor(lang="auto:de").extract("Bern – Wien 3:2").lang == "de"
    assert faktum.Extractor(date=date(2015, 4, 20)).extract("Yesterday it rained.").times[0].value == "2015-04-19"


def test_bad_options_say_what_is_wrong(tmp_path):
    bad = [
        (dict(offsets="word"), "byte, char, utf16"),
        (dict(layers=["all"]), "facts, names"),
        (dict(languages=["fr"]), "de and en"),
        (dict(gloss="fr"), "de and en"),
        (dict(min_confidence=2), "0 to 1"),
        (dict(only_dict=True), "no dictionaries"),
        (dict(threads=0), "at least one"),
        (dict(dictionaries=[("own.tsv", "x")]), "own.tsv"),
    ]
    for options, message in bad:
        with pytest.raises(ValueError, match=message):
            faktum.Extractor(**options)
    with pytest.raises(OSError, match="absent.tsv"):
        faktum.Extractor(dictionaries=[tmp_path / "absent.tsv"])
    for options in dict(dictionaries="own.tsv"), dict(layers="facts"):
        with pytest.raises(TypeError):
            faktum.Extractor(**options)


def test_an_extractor_pickles_by_its_options(tmp_path):
    own = tmp_path / "own.tsv"
    own.write_text("id\tsubtype\tany\ten\tde\norg/nordwerk\tcompany\tNordwerk\t\t\n")
    extractor = faktum.Extractor(dictionaries=[own], offsets="byte", date="2015-04-20")
    again = pickle.loads(pickle.dumps(extractor))
    assert repr(again) == repr(extractor)
    text = "Yesterday Nordwerk laid off 37 workers."
    assert again.extract(text) == extractor.extract(text)
