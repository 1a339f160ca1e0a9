"""DuckDB: a function that reads texts, and a view of their facts."""

import duckdb
import pyarrow as pa

import articles
import faktum

extractor = faktum.Extractor()


def read(id, lang, date, text):
    """One struct for each row: DuckDB gives columns and takes a column."""
    table = pa.table([id, lang, date, text], ["id", "lang", "date", "text"])
    answers = pa.table(extractor.extract_batch(table, date="date", lang="lang", id="id"))
    return answers.to_struct_array()


connection = duckdb.connect()
documents = articles.documents()
answers = pa.schema(extractor.schema()).empty_table()
columns = connection.sql("FROM answers")
answer = duckdb.struct_type(dict(zip(columns.columns, columns.types)))
connection.create_function("faktum", read, ["VARCHAR"] * 4, answer, type="arrow", null_handling="special")

connection.sql("CREATE TABLE answers AS SELECT unnest(faktum(id, lang, date, text)) FROM documents")
connection.sql("CREATE VIEW facts AS SELECT id AS document, unnest(facts) AS fact FROM answers")
found = connection.sql("SELECT document, fact.id, fact.key, fact.gloss FROM facts").fetchall()
articles.check("DuckDB, a function and a view", found, documents)

# Without a function: the answers are a table like any other, and faktum.facts makes a row of each fact.
flat = pa.table(faktum.facts(extractor.extract_batch(documents, date="date", lang="lang", id="id")))
found = connection.sql("SELECT document, id, key, gloss FROM flat").fetchall()
articles.check("DuckDB, a table", found, documents)

print(connection.sql("SELECT subject, predicate, value, unit, concept, time FROM flat WHERE value > 1000 LIMIT 5"))
