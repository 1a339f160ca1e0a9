"""Ray Data: actors that read batches. One that is killed is started again, and its batch read by another."""

import os
import signal
import tempfile
from pathlib import Path

import pyarrow as pa
import ray

import articles
import faktum


class Reader:
    def __init__(self, die_at=None):
        self.extractor = faktum.Extractor()
        self.die_at = die_at

    def __call__(self, batch):
        answers = pa.table(self.extractor.extract_batch(batch, date="date", lang="lang", id="id"))
        if self.die_at is not None:
            try:
                Path(self.die_at).touch(exist_ok=False)
                os.kill(os.getpid(), signal.SIGKILL)
            except FileExistsError:
                pass
        return answers


documents = articles.documents()
ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
ray.data.DataContext.get_current().enable_progress_bars = False
dataset = ray.data.from_arrow(documents).repartition(4)
options = {"batch_format": "pyarrow", "batch_size": 8, "num_cpus": 0.5, "compute": ray.data.ActorPoolStrategy(size=2)}

found = articles.said(dataset.map_batches(Reader, **options).iter_rows())
articles.check("Ray", found, documents)

died = Path(tempfile.mkdtemp()) / "died"
found = articles.said(dataset.map_batches(Reader, fn_constructor_args=[str(died)], **options).iter_rows())
assert died.exists()
articles.check("Ray, an actor killed", found, documents)
ray.shutdown()
