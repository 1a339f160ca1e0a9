"""PySpark: mapInArrow, on two threads of one process and on a cluster of two workers. A task that is killed is run again."""

import os
import signal
import sys
import tempfile
from pathlib import Path

import pyarrow as pa
from pyspark.sql import SparkSession
from pyspark.sql.pandas.types import from_arrow_schema

import articles
import faktum

FOLDER = Path(tempfile.mkdtemp())


def read(batches):
    extractor = faktum.Extractor()
    for batch in batches:
        yield from pa.table(extractor.extract_batch(batch, date="date", lang="lang", id="id")).to_batches()


def read_and_die(batches):
    """Ends its process the first time that it has read something."""
    for answers in read(batches):
        try:
            (FOLDER / "died").touch(exist_ok=False)
            os.kill(os.getpid(), signal.SIGKILL)
        except FileExistsError:
            yield answers


documents = articles.documents()
schema = from_arrow_schema(pa.schema(faktum.Extractor().schema()))
os.environ["PYSPARK_PYTHON"] = sys.executable
for master in "local[2, 4]", "local-cluster[2,1,1024]":
    builder = SparkSession.builder.master(master).appName("faktum").config("spark.ui.enabled", False)
    builder = builder.config("spark.ui.showConsoleProgress", False)
    spark = builder.config("spark.log.level", "OFF").getOrCreate()
    frame = spark.createDataFrame(documents).repartition(4)
    found = articles.said(row.asDict(recursive=True) for row in frame.mapInArrow(read, schema).collect())
    articles.check(f"Spark, {master}", found, documents)
    found = articles.said(row.asDict(recursive=True) for row in frame.mapInArrow(read_and_die, schema).collect())
    assert (FOLDER / "died").exists()
    (FOLDER / "died").unlink()
    articles.check(f"Spark, {master}, a task killed", found, documents)
    spark.stop()
