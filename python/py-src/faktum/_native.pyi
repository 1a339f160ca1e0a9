"""The native half of the package; use :mod:`faktum`."""

from os import PathLike
from typing import Any, Protocol

VERSION: str

class ArrowStream(Protocol):
    """A table of any library: pyarrow, Polars, DuckDB, pandas, …"""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...

class ArrowArray(Protocol):
    """A record batch of any library."""

    def __arrow_c_array__(self, requested_schema: object | None = None) -> tuple[object, object]: ...

class Schema:
    """The names and types of columns. ``pyarrow.schema(schema)`` and ``polars.Schema(schema)`` take it."""

    @property
    def names(self) -> list[str]: ...
    @property
    def metadata(self) -> dict[str, str]: ...
    def __arrow_c_schema__(self) -> object: ...

class Table:
    """Rows in Arrow's memory layout. ``pyarrow.table(table)``, ``polars.DataFrame(table)`` and DuckDB take it without a copy."""

    @property
    def num_rows(self) -> int: ...
    @property
    def column_names(self) -> list[str]: ...
    @property
    def schema(self) -> Schema: ...
    def __len__(self) -> int: ...
    def __arrow_c_schema__(self) -> object: ...
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...

class Extractor:
    def __init__(
        self,
        *,
        languages: list[str] | None,
        layers: list[str] | None,
        dictionaries: list[str | PathLike[str] | tuple[str, str]],
        only_dict: bool,
        tolerant: bool,
        names: str,
        offsets: str,
        gloss: str,
        min_confidence: float | None,
        lang: str,
        date: str | None,
        sentence_texts: bool,
        tokens: bool,
        triples: bool,
        parts: bool,
        threads: int,
    ) -> None: ...
    def extract_json(self, text: str, date: str | None, lang: str | None, id: str | int | None) -> str: ...
    def extract_batch(
        self, data: Any, text: list[str], date: str | None, lang: str | None, id: str | None
    ) -> Table: ...
    def json_batch(self, data: Any, text: list[str], date: str | None, lang: str | None, id: str | None) -> Table: ...
    def schema(self) -> Schema: ...

def facts(answers: Any) -> Table: ...
