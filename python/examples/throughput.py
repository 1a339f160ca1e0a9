"""How fast engines read, beside the plain command on one core: python throughput.py NEWS.ndjson

Lines have `text` and perhaps `id`, `lang` and `date`. Each round runs the command on one core and then the engine, so that what
else the machine does touches both. Printed are medians over the rounds: MB/s, how many times as fast as the command an engine is
by the clock, and by the processor's time that all its processes took, which a busy machine changes less (there, two workers at
best are as good as one). Starting a session or an actor is not measured.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor

import pyarrow as pa

import faktum

COLUMNS = {"date": "date", "lang": "lang", "id": "id"}
ROWS = 256


def module(table, workers):
    """The module alone."""
    extractor = faktum.Extractor(threads=workers)
    return lambda: extractor.extract_batch(table, **COLUMNS)


def module_json(table, workers):
    """The module, with JSON as the command writes it."""
    extractor = faktum.Extractor(threads=workers)
    return lambda: extractor.json_batch(table, **COLUMNS)


def polars(table, workers):
    import polars as pl

    extractor, frame = faktum.Extractor(threads=workers), pl.DataFrame(table)
    lazy = frame.lazy().map_batches(
        lambda frame: pl.DataFrame(extractor.extract_batch(frame, **COLUMNS)), schema=pl.Schema(extractor.schema())
    )
    return lambda: lazy.select(pl.col("facts").list.len().sum()).collect().item()


def duckdb(table, workers):
    import duckdb as db

    extractor, connection = faktum.Extractor(threads=workers), db.connect()

    def read(id, lang, date, text):
        batch = pa.table([id, lang, date, text], ["id", "lang", "date", "text"])
        return pa.table(extractor.extract_batch(batch, **COLUMNS)).to_struct_array()

    empty = pa.schema(extractor.schema()).empty_table()
    relation = connection.sql("FROM empty")
    answer = db.struct_type(dict(zip(relation.columns, relation.types)))
    connection.create_function("faktum", read, ["VARCHAR"] * 4, answer, type="arrow", null_handling="special")
    rows = table
    connection.sql("CREATE TABLE documents AS FROM rows")
    query = "SELECT sum(len(faktum(id, lang, date, text).facts)) FROM documents"
    return lambda: connection.execute(query).fetchone()[0]


READER = None


def _start():
    global READER
    READER = faktum.Extractor()


def _read(batch):
    return pa.table(READER.extract_batch(batch, **COLUMNS))


def multiprocessing(table, workers):
    pool = ProcessPoolExecutor(workers, initializer=_start)
    batches = table.to_batches(max_chunksize=ROWS)
    return lambda: sum(answers.num_rows for answers in pool.map(_read, batches))


def spark(table, workers):
    os.environ["PYSPARK_PYTHON"] = sys.executable
    from pyspark.sql import SparkSession, functions
    from pyspark.sql.pandas.types import from_arrow_schema

    active = SparkSession.getActiveSession()
    if active:
        active.stop()
    builder = SparkSession.builder.master(f"local[{workers}]").config("spark.ui.showConsoleProgress", False)
    session = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", ROWS).getOrCreate()
    frame = session.createDataFrame(table).repartition(4 * workers).cache()
    frame.count()

    def read(batches):
        extractor = faktum.Extractor()
        for batch in batches:
            yield from pa.table(extractor.extract_batch(batch, **COLUMNS)).to_batches()

    answers = frame.mapInArrow(read, from_arrow_schema(pa.schema(faktum.Extractor().schema())))
    return lambda: answers.agg(functions.sum(functions.size("facts"))).collect()


class Actor:
    def __init__(self):
        self.extractor = faktum.Extractor()

    def __call__(self, batch):
        return pa.table(self.extractor.extract_batch(batch, **COLUMNS))


def ray(table, workers):
    import ray

    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, ignore_reinit_error=True)
    ray.data.DataContext.get_current().enable_progress_bars = False
    dataset = ray.data.from_arrow(table).repartition(8).materialize()
    pool = ray.data.ActorPoolStrategy(size=workers)
    answers = dataset.map_batches(Actor, batch_format="pyarrow", batch_size=ROWS, num_cpus=0.5, compute=pool)
    return lambda: answers.materialize().count()


ENGINES = [module, module_json, polars, duckdb, multiprocessing, spark, ray]


def processor_time():
    """Seconds of the processor that this process and all below it have taken. (Linux)"""
    ticks, below = {}, {}
    for process in filter(str.isdigit, os.listdir("/proc")):
        try:
            fields = open(f"/proc/{process}/stat").read().rsplit(")", 1)[1].split()
        except OSError:
            continue
        # Its own, and those of its children that have ended.
        ticks[process] = sum(map(int, fields[11:15]))
        below.setdefault(fields[1], []).append(process)
    waiting, total = [str(os.getpid())], 0
    while waiting:
        process = waiting.pop()
        total += ticks[process]
        waiting += below.get(process, [])
    return total / os.sysconf("SC_CLK_TCK")


def seconds(run):
    """By the clock, and of the processor."""
    start, processor = time.perf_counter(), processor_time()
    run()
    return time.perf_counter() - start, processor_time() - processor


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("file")
    parser.add_argument("--command", default=os.environ.get("FAKTUM", "faktum"))
    parser.add_argument("--repeat", type=int, default=4, help="how often the file is read in a run")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--workers", default="1,2")
    parser.add_argument("--engines", default=",".join(engine.__name__ for engine in ENGINES))
    arguments = parser.parse_args()

    lines = open(arguments.file, encoding="utf-8").read().splitlines() * arguments.repeat
    rows = [json.loads(line) for line in lines]
    rows = [{name: row.get(name) for name in ("id", "lang", "date", "text")} for row in rows]
    table = pa.Table.from_pylist(rows, pa.schema([(name, pa.string()) for name in rows[0]]))
    size = sum(len(row["text"].encode()) for row in rows) / 1e6

    with tempfile.NamedTemporaryFile("w", suffix=".ndjson", encoding="utf-8") as file:
        file.write("\n".join(map(json.dumps, rows)))
        file.flush()
        words = [arguments.command, "extract", "-q", "-o", "ndjson", "--offsets", "char", "-O", os.devnull, file.name]

        def command(workers):
            return lambda: subprocess.run([*words, "--threads", str(workers)], check=True)

        engines = {engine.__name__: engine for engine in ENGINES if engine.__name__ in arguments.engines.split(",")}
        print(f"{table.num_rows} documents, {size:.1f} MB of text, {arguments.rounds} rounds")
        print("engine           workers    MB/s  clock  processor")
        for name, engine in {"command": None, **engines}.items():
            for workers in map(int, arguments.workers.split(",")):
                try:
                    run = engine(table, workers) if engine else command(workers)
                except ImportError as error:
                    print(f"{name:16} {error}")
                    break
                run()
                pairs = [(seconds(command(1)), seconds(run)) for _ in range(arguments.rounds)]
                speed = size / statistics.median(own[0] for _, own in pairs)
                clock, processor = (statistics.median(plain[at] / own[at] for plain, own in pairs) for at in (0, 1))
                print(f"{name:16} {workers:7} {speed:7.1f} {clock:6.2f} {processor:10.2f}", flush=True)


if __name__ == "__main__":
    main()
