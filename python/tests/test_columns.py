"""Many texts: columns in, columns out, for whatever library."""

import json
import os
import pickle
import threading
import time
from datetime import date, datetime, timezone

import pyarrow as pa
import pytest

import faktum


def as_json(row):
    """A row as the contract has it."""

    def moment(value):
        return value if value is None else value.isoformat()[:10 if value.time() == datetime.min.time() else 16]

    def part(value):
        if isinstance(value, list):
            return [part(item) for item in value]
        if not isinstance(value, dict):
            return value
        made = {name: part(inner) for name, inner in value.items()}
        for name in "begin", "end":
            if isinstance(made.get(name), datetime):
                made[name] = moment(made[name])
        if "score" in made:
            score = made.pop("score")
            made["value"] = score if score is not None else made["value"]
        for name in "subtype", "variant", "role", "freq", "quant", "usage", "data":
            if made.get(name, 0) is None:
                del made[name]
        if "data" in made:
            made["data"] = dict(made["data"])
        if made.get("part") is False:
            del made["part"]
        if made.get("candidates") == []:
            del made["candidates"]
        if "confidence" in made:
            made["confidence"] = round(made["confidence"], 5)
        return made

    answer = part(row)
    answer["date"] = answer["date"] and answer["date"].isoformat()
    assert answer.pop("error") is None
    if answer["note"] is None:
        del answer["note"]
    return {"schema": "faktum/1", "offsets": "char"} | answer


def rounded(value):
    if isinstance(value, dict):
        return {name: round(inner, 5) if name == "confidence" else rounded(inner) for name, inner in value.items()}
    return [rounded(inner) for inner in value] if isinstance(value, list) else value


def answers(extractor, rows, **columns):
    table = rows if not isinstance(rows, list) else pa.Table.from_pylist(rows)
    return pa.table(extractor.extract_batch(table, **columns))


ALL = dict(date="date", lang="lang", id="id")


def test_rows_are_the_answers(articles):
    extractor = faktum.Extractor(sentence_texts=True, tokens=True, triples=True)
    more = [{"id": "n", "lang": None, "date": None, "text": "It was 2:1 at 18:30 on 3 May 2014. 20 per cent, 5 to 7 km."}]
    found = answers(extractor, articles + more, **ALL)
    assert found.num_rows == 5
    for row, given in zip(found.to_pylist(), articles + more, strict=True):
        assert as_json(row) == rounded(extractor.extract(**given).to_dict())


def test_years_that_engines_have_no_dates_for(extractor):
    [row] = answers(extractor, [{"text": "Caesar was killed in 44 BC."}]).to_pylist()
    assert [(time["value"], time["begin"], time["end"]) for time in row["times"]] == [("BC0044", None, None)]


def test_own_data_is_a_map():
    table = "name\ttype\tid\tdesk\nNordwerk\tcompany\torg/n\tnorth\n"
    extractor = faktum.Extractor(dictionaries=[("own.tsv", table)])
    [row] = answers(extractor, [{"text": "Nordwerk laid off 37 workers in Leeds."}]).to_pylist()
    assert [entity["data"] for entity in row["entities"] if entity["ref"] == "org/n"] == [[("desk", "north")]]
    plain = faktum.Extractor().schema().metadata["faktum.fingerprint"]
    assert extractor.schema().metadata["faktum.fingerprint"] not in ("", plain)


def test_json_is_that_of_the_command(articles, command):
    extractor = faktum.Extractor()
    rows = articles + [
        {"id": "bad", "lang": "German?!", "date": None, "text": "x"},
        {"id": "when", "lang": "de", "date": "soon", "text": "Gestern"},
        {"id": "fr", "lang": "fr", "date": None, "text": "Il pleut."},
    ]
    lines = pa.table(extractor.json_batch(pa.Table.from_pylist(rows), **ALL))["json"].to_pylist()
    assert lines[:4] + lines[5:] == (wanted := command(rows))[:4] + wanted[5:]
    bad, expected = json.loads(lines[4]), json.loads(wanted[4])
    assert bad["id"] == expected["id"] == "bad" and expected["error"].startswith(bad["error"])


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.string_view(), pa.dictionary(pa.int32(), pa.string()), pa.dictionary(pa.int8(), pa.large_string())])
def test_texts_of_any_type(extractor, articles, kind):
    texts = [articles[0]["text"], None, "Police arrested 37 people.", articles[0]["text"]]
    plain = pa.array(texts)
    column = plain.dictionary_encode().cast(kind) if pa.types.is_dictionary(kind) else plain.cast(kind)
    found = answers(extractor, pa.table({"text": column}))
    assert found.equals(answers(extractor, pa.table({"text": plain})))
    assert [row is None for row in found["facts"].to_pylist()] == [False, True, False, False]
    # A slice begins elsewhere in its buffers.
    assert answers(extractor, pa.table({"text": column}).slice(2, 1))["facts"].to_pylist() == found["facts"].to_pylist()[2:3]


def test_dates_of_any_type(extractor):
    days = [date(2015, 4, 20), None, date(1969, 12, 31)]
    noon = [day and datetime(day.year, day.month, day.day, 23, 30) for day in days]
    columns = [
        pa.array(days),
        pa.array(days, pa.date64()),
        pa.array(noon, pa.timestamp("s")),
        pa.array(noon, pa.timestamp("ns")),
        pa.array([str(day) if day else None for day in days]),
    ]
    for column in columns:
        found = answers(extractor, pa.table({"text": ["Yesterday it rained."] * 3, "day": column}), date="day")
        assert found["date"].to_pylist() == days, column.type
        assert found["times"].to_pylist()[0][0]["begin"] == datetime(2015, 4, 19)
    # Of a time zone, the day is that of the zone.
    late = datetime(2015, 4, 19, 23, 30, tzinfo=timezone.utc)
    zoned = pa.table({"text": ["It rained."], "day": pa.array([late], pa.timestamp("us", "Europe/Berlin"))})
    assert answers(extractor, zoned, date="day")["date"].to_pylist() == [date(2015, 4, 20)]
    since = pa.table({"text": ["It rained."], "day": pa.array([1429488000])})
    assert answers(extractor, since, date="day")["date"].to_pylist() == [date(2015, 4, 20)]


def test_a_bad_row_says_so_and_the_batch_goes_on(extractor):
    rows = [
        {"text": "Police arrested 37 people.", "date": "soon", "lang": "en", "id": 1},
        {"text": "Police arrested 37 people.", "date": "2015-04", "lang": "German?!", "id": 2},
        {"text": None, "date": None, "lang": None, "id": None},
        {"text": "Police arrested 37 people.", "date": None, "lang": "fr", "id": 2**40},
        {"text": "Police arrested 37 people.", "date": None, "lang": None, "id": -5},
    ]
    found = answers(extractor, rows, **ALL)
    assert found["id"].to_pylist() == ["1", "2", None, str(2**40), "-5"]
    assert [facts if facts is None else len(facts) for facts in found["facts"].to_pylist()] == [1, None, None, 0, 1]
    assert "soon" in found["note"][0].as_py() and "not read" not in found["note"][0].as_py()
    assert "German?!" in found["error"][1].as_py() and found["error"].null_count == 4
    assert found["note"][3].as_py()


def test_columns_that_are_not_there_or_hold_something_else(extractor):
    table = pa.table({"text": ["a"], "number": [1.5]})
    with pytest.raises(KeyError, match='"body"; there are: text, number'):
        extractor.extract_batch(table, text="body")
    for columns in dict(text="number"), dict(id="number"), dict(date="number"), dict(lang="number"):
        with pytest.raises(TypeError, match="number"):
            extractor.extract_batch(table, **columns)
    with pytest.raises((TypeError, ValueError)):
        extractor.extract_batch(["a"])


def test_several_columns_make_up_a_text(extractor, command):
    rows = [
        {"title": "Rain", "body": "Police arrested 37 people.", "id": "a"},
        {"title": "", "body": "It rained.", "id": "b"},
        {"title": "Storm", "body": None, "id": "c"},
        {"title": None, "body": "  ", "id": "d"},
    ]
    table = pa.Table.from_pylist(rows)
    lines = pa.table(extractor.json_batch(table, text=["title", "body"], id="id"))["json"].to_pylist()
    assert lines == command(rows, "--text-field", "title,body")


def test_the_schema_is_known_before(articles):
    for options in dict(), dict(layers=["times"]), dict(layers=["names", "figures"]), dict(tokens=True, triples=True):
        extractor = faktum.Extractor(**options)
        found = answers(extractor, articles, **ALL)
        assert found.schema.equals(pa.schema(extractor.schema()), check_metadata=True)
        assert found.column_names == extractor.schema().names
    assert answers(faktum.Extractor(layers=["times"]), articles).column_names == [
        *("id", "lang", "date", "note", "sentences", "times", "periods", "error")
    ]
    assert extractor.schema().metadata == {
        "faktum.schema": "faktum/1",
        "faktum.version": faktum.__version__,
        "faktum.offsets": "char",
        "faktum.fingerprint": faktum.Extractor(tokens=True, triples=True).schema().metadata["faktum.fingerprint"],
    }


def test_empty_tables(extractor):
    empty = pa.table({"text": pa.array([], pa.string())})
    assert answers(extractor, empty).num_rows == 0
    assert pa.table(faktum.facts(extractor.extract_batch(empty))).num_rows == 0
    nothing = pa.Table.from_batches([], schema=empty.schema)
    found = extractor.extract_batch(nothing)
    assert len(found) == 0 and pa.table(faktum.facts(found)).schema == pa.table(faktum.facts(extractor.extract_batch(pa.table({"text": ["A."]})))).schema
    assert answers(extractor, pa.table({"text": pa.nulls(2)}))["facts"].null_count == 2


def test_threads_give_the_same(articles):
    table = pa.Table.from_pylist(articles * 40)
    one, four = faktum.Extractor(), faktum.Extractor(threads=4)
    expected = answers(one, table, **ALL)
    assert answers(four, table, **ALL).equals(expected)
    # A forked process has none of its parent's threads.
    if hasattr(os, "fork"):
        child = os.fork()
        if child == 0:
            os._exit(0 if answers(four, table, **ALL).equals(expected) else 1)
        assert os.waitpid(child, 0)[1] == 0


def test_other_threads_run_meanwhile(extractor, articles):
    table = pa.Table.from_pylist(articles * 100)
    done, ticks = threading.Event(), []

    def work():
        extractor.extract_batch(table)
        done.set()

    worker = threading.Thread(target=work)
    worker.start()
    while not done.is_set():
        ticks.append(time.monotonic())
        time.sleep(0.001)
    worker.join()
    assert len(ticks) > 5


def test_facts_are_a_table(extractor, articles):
    rows = [*articles, {"id": None, "lang": None, "date": None, "text": None}]
    found = extractor.extract_batch(pa.Table.from_pylist(rows), **ALL)
    facts = pa.table(faktum.facts(found)).to_pylist()
    each = [(row, extractor.extract(**row)) for row in articles]
    assert len(facts) == sum(len(answer.facts) for _, answer in each)
    wanted = ((given, answer, fact) for given, answer in each for fact in answer.facts)
    names = 0
    for row, (given, answer, fact) in zip(facts, wanted, strict=True):
        assert (row["document"], row["lang"], row["date"]) == (given["id"], given["lang"], date(2023, 4, 18))
        assert (row["id"], row["gloss"], row["rules"]) == (fact.id, fact.gloss, fact.rules)
        assert row["subject"] == (fact.subject and fact.subject.text)
        figure = fact.figure and answer[fact.figure]
        assert row["figure"] == (figure.text if figure else None)
        assert row["value"] == (figure.value if figure and not isinstance(figure.value, str) else None)
        assert row["counted"] == (figure.of.text if figure and figure.of else None)
        source = fact.source and fact.source.entity
        assert row["source_name"] == (answer[source].name if source else None)
        names += source is not None
        assert given["text"][row["span_start"] : row["span_end"]] == fact.span.of(given["text"])
    assert names and any(row["from"] is not None for row in facts)


def test_facts_of_answers_that_went_through_a_file(extractor, articles, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    found = answers(extractor, articles, **ALL)
    parquet.write_table(found, tmp_path / "answers.parquet")
    again = parquet.read_table(tmp_path / "answers.parquet")
    assert pa.table(faktum.facts(again)).equals(pa.table(faktum.facts(found)))
    # Null rows may have room among the items, and slices begin elsewhere.
    assert pa.table(faktum.facts(found.slice(1, 2))).num_rows == sum(map(len, found["facts"].to_pylist()[1:3]))
    with pytest.raises(ValueError, match="no column"):
        faktum.facts(found.select(["id"]))


def test_an_extractor_works_in_another_process_and_table_reprs(extractor, articles):
    again = pickle.loads(pickle.dumps(extractor))
    assert answers(again, articles, **ALL).equals(answers(extractor, articles, **ALL))
    table = extractor.extract_batch(pa.table({"text": ["a", "b"]}))
    assert repr(table).startswith("<faktum.Table of 2 rows: id, lang, date, note, sentences, mentions,")
    assert table.num_rows == len(table) == 2 and table.schema.names == table.column_names


def test_batches_and_streams(extractor, articles):
    table = pa.Table.from_pylist(articles)
    expected = answers(extractor, table, **ALL)
    assert answers(extractor, table.to_batches()[0], **ALL).equals(expected)
    reader = pa.RecordBatchReader.from_batches(table.schema, iter(table.to_batches(max_chunksize=1)))
    assert pa.table(extractor.extract_batch(reader, **ALL)).equals(expected)


def test_pandas(extractor, articles):
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame(articles)
    assert answers(extractor, frame, **ALL).equals(answers(extractor, articles, **ALL))


def test_polars(extractor, articles):
    polars = pytest.importorskip("polars")
    frame = polars.DataFrame(articles)
    found = extractor.extract_batch(frame, **ALL)
    assert polars.DataFrame(found).schema == polars.Schema(extractor.schema())
    assert answers(extractor, frame, **ALL).equals(answers(extractor, articles, **ALL))
    assert polars.DataFrame(faktum.facts(polars.DataFrame(found))).height == pa.table(faktum.facts(found)).num_rows


def test_duckdb(extractor, articles):
    duckdb = pytest.importorskip("duckdb")
    documents = pa.Table.from_pylist(articles)
    found = extractor.extract_batch(duckdb.sql("FROM documents"), **ALL)
    assert duckdb.sql("SELECT sum(len(facts)) FROM found").fetchall() == [(pa.table(faktum.facts(found)).num_rows,)]
