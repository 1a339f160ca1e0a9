"""The standard library: a process for each processor, which reads batches."""

from multiprocessing import get_context

import pyarrow as pa

import articles
import faktum

extractor = faktum.Extractor()


def read(batch):
    return pa.table(extractor.extract_batch(batch, date="date", lang="lang", id="id"))


if __name__ == "__main__":
    documents = articles.documents()
    for start in "spawn", "fork":
        with get_context(start).Pool(2) as pool:
            answers = pa.concat_tables(pool.imap(read, documents.to_batches(max_chunksize=8)))
        articles.check(f"multiprocessing, {start}", articles.said(answers.to_pylist()), documents)
