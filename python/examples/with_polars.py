"""Polars: a frame, and a lazy one."""

import polars as pl

import articles
import faktum

extractor = faktum.Extractor()
documents = articles.documents()
frame = pl.DataFrame(documents)


def read(frame):
    return pl.DataFrame(extractor.extract_batch(frame, date="date", lang="lang", id="id"))


def rows(answers):
    fact = pl.col("facts").struct
    facts = answers.select("id", "facts").explode("facts").drop_nulls("facts")
    return facts.select("id", fact.field("id").alias("fact"), fact.field("key"), fact.field("gloss")).rows()


articles.check("Polars, a frame", rows(read(frame)), documents)

lazy = frame.lazy().map_batches(read, schema=pl.Schema(extractor.schema()))
articles.check("Polars, a lazy frame", rows(lazy.select("id", "facts").collect()), documents)

facts = pl.DataFrame(faktum.facts(read(frame)))
print(facts.filter(pl.col("value") > 1000).select("subject", "predicate", "value", "unit", "concept", "time").head(5))
