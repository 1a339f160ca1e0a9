"""The extractor: from texts to answers, one by one or as columns."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date as Date
from os import PathLike, fspath
from typing import TYPE_CHECKING, Any, Literal

from . import _native
from .answer import Answer

if TYPE_CHECKING:
    from ._native import ArrowArray, ArrowStream, Schema, Table

    Rows = ArrowStream | ArrowArray
    Layer = Literal["facts", "names", "statements", "times", "figures"]


class Extractor:
    """Reads German and English news. Made once, it reads any number of texts, from several threads if need be.

    The options are those of the command ``faktum extract``:

    :param languages: the languages to read, such as ``["de"]``; all by default.
    :param layers: what is found: ``facts``, ``names``, ``statements``, ``times``, ``figures``, each with what it needs; all
        by default. Tables have columns for these.
    :param dictionaries: one's own dictionaries, each of which outranks those behind it and the built-in ones: a path, or a
        pair of a name and the table's text.
    :param only_dict: only names of these dictionaries, with the facts and statements that have to do with them.
    :param tolerant: takes other transliterations, names without diacritics and with the surname first for those of the
        dictionaries.
    :param names: how names are found: by ``"dictionaries"`` and rules alone, which is faster, or by the ``"model"`` as well.
    :param offsets: what offsets count: ``"char"`` as Python does, ``"byte"`` or ``"utf16"``.
    :param gloss: the language of the short descriptions of facts: ``"en"``, ``"de"`` or ``"source"``.
    :param min_confidence: leaves out facts and mentions that are less sure, from 0 to 1.
    :param lang: the language of documents that do not name theirs: ``"auto"`` tells it from the text, ``"auto:de"`` is German
        for short ones whose text does not tell.
    :param date: the date of documents that do not name theirs, which "yesterday" counts from; by default their date line.
    :param sentence_texts: answers hold the sentences' texts.
    :param tokens: answers list the tokens.
    :param triples: answers list subject, predicate and object of every clause.
    :param parts: answers have the names inside compounds too, such as the country in "US-backed".
    :param threads: how many threads share a table. One is right inside engines, which run one task for each processor.

    It pickles by its options: a dictionary that is a path is opened where it is unpickled.
    """

    __slots__ = ("_native", "_options")

    def __init__(
        self,
        *,
        languages: Iterable[str] | None = None,
        layers: Iterable[Layer] | None = None,
        dictionaries: Iterable[str | PathLike[str] | tuple[str, str]] = (),
        only_dict: bool = False,
        tolerant: bool = False,
        names: Literal["model", "dictionaries"] = "model",
        offsets: Literal["char", "byte", "utf16"] = "char",
        gloss: str = "en",
        min_confidence: float | None = None,
        lang: str = "auto",
        date: str | Date | None = None,
        sentence_texts: bool = False,
        tokens: bool = False,
        triples: bool = False,
        parts: bool = False,
        threads: int = 1,
    ) -> None:
        if isinstance(dictionaries, (str, PathLike)):
            raise TypeError("dictionaries: expected a list of them")
        if threads < 1:
            raise ValueError("threads: expected at least one")
        self._options: dict[str, Any] = {
            "languages": _list(languages),
            "layers": _list(layers),
            "dictionaries": [own if isinstance(own, tuple) else fspath(own) for own in dictionaries],
            "only_dict": only_dict,
            "tolerant": tolerant,
            "names": names,
            "offsets": offsets,
            "gloss": gloss,
            "min_confidence": min_confidence,
            "lang": lang,
            "date": _day(date),
            "sentence_texts": sentence_texts,
            "tokens": tokens,
            "triples": triples,
            "parts": parts,
            "threads": threads,
        }
        self._native = _native.Extractor(**self._options)

    def extract(
        self,
        text: str,
        date: str | Date | None = None,
        lang: str | None = None,
        id: str | int | None = None,
    ) -> Answer:
        """Reads one text.

        :param date: the day that "yesterday" counts from: ``2015-04-20``, ``20.04.2015``, ``Mon, 20 Apr 2015``, with or
            without a time. What cannot be read as one is said in the answer's note.
        :param lang: a code, a tag or a name of the text's language; else it is told from the text.
        :raises ValueError: for a language that is none.

        >>> from faktum import Extractor
        >>> text = "Im März stieg die Zahl der Fälle auf 37."
        >>> answer = Extractor().extract(text, date="2015-04-20")
        >>> answer.times[0].value, answer.times[0].span.of(text)
        ('2015-03', 'März')
        """
        return Answer._of(json.loads(self._native.extract_json(text, _day(date), lang, id)))

    def extract_batch(
        self,
        data: Rows,
        text: str | Sequence[str] = "text",
        date: str | None = None,
        lang: str | None = None,
        id: str | None = None,
    ) -> Table:
        """Reads the texts of a table or record batch of any library: one row in, one row out, in order.

        The answer's columns have the names and the nesting of the JSON contract, see :meth:`schema`. A text that is null has
        null layers; a document that cannot be read has them too, and says why in the column ``error``. The interpreter is
        free for other threads meanwhile.

        :param text: the column of the texts; several become paragraphs of one text.
        :param date: the column of the dates: dates, timestamps, or texts as :meth:`extract` takes them.
        :param lang: the column of the languages.
        :param id: the column of the ids, texts or whole numbers; in the answer they are texts.
        :raises KeyError: where there is no such column.
        :raises TypeError: where a column holds something else.

        >>> import pyarrow as pa
        >>> from faktum import Extractor
        >>> table = pa.table({"text": ["Police arrested 37 people.", None]})
        >>> pa.table(Extractor().extract_batch(table))["facts"].to_pylist()[0][0]["gloss"]
        'Police: 37 people arrested'
        """
        return self._native.extract_batch(data, _texts(text), date, lang, id)

    def json_batch(
        self,
        data: Rows,
        text: str | Sequence[str] = "text",
        date: str | None = None,
        lang: str | None = None,
        id: str | None = None,
    ) -> Table:
        """The same as one column ``json``, with a string for each row as the command's NDJSON has it."""
        return self._native.json_batch(data, _texts(text), date, lang, id)

    def schema(self) -> Schema:
        """The columns of :meth:`extract_batch`, for engines that want to know them before."""
        return self._native.schema()

    def __reduce__(self) -> tuple[Any, ...]:
        return _from_options, (self._options,)

    def __repr__(self) -> str:
        defaults = Extractor.__init__.__kwdefaults__ or {}
        chosen = (f"{name}={value!r}" for name, value in self._options.items() if value not in (defaults.get(name), []))
        return f"Extractor({', '.join(chosen)})"


def facts(answers: Rows) -> Table:
    """The facts of a table of answers as a table of their own: one row for each, with the document's id, language and date,
    the values of its figure and the names of what it refers to.

    It takes what :meth:`Extractor.extract_batch` gives, and that after it went through an engine or a file; ``id``, ``lang``,
    ``date``, ``facts``, ``figures`` and ``entities`` are needed of it.
    """
    return _native.facts(answers)


def _from_options(options: dict[str, Any]) -> Extractor:
    return Extractor(**options)


def _list(values: Iterable[str] | None) -> list[str] | None:
    if isinstance(values, str):
        raise TypeError(f"{values!r}: expected a list")
    return None if values is None else list(values)


def _texts(names: str | Sequence[str]) -> list[str]:
    return [names] if isinstance(names, str) else list(names)


def _day(date: str | Date | None) -> str | None:
    # A datetime is a date; the day is the one that stands there.
    return date.isoformat() if isinstance(date, Date) else date
