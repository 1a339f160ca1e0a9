"""Facts from German and English news: who is named, when, how many, and who says so.

>>> import faktum
>>> answer = faktum.Extractor().extract("The agency said it received 37 reports in March.", date="2015-04-20")
>>> answer.facts[0].gloss
'37 reports, Mar 2015 (The agency)'

Many texts at once are columns: :meth:`Extractor.extract_batch` takes and gives tables of any library with the Arrow
PyCapsule interface, such as pyarrow, Polars, DuckDB and pandas. None of them is needed for it.
"""

from ._native import VERSION as __version__
from ._native import Schema, Table
from .answer import (
    Answer,
    Change,
    Counted,
    Entity,
    Fact,
    FactTime,
    Figure,
    Mention,
    Period,
    Phrase,
    Predicate,
    Reference,
    Source,
    Span,
    Statement,
    Time,
    Triple,
)
from .extractor import Extractor, facts

__all__ = [
    "Answer",
    "Change",
    "Counted",
    "Entity",
    "Extractor",
    "Fact",
    "FactTime",
    "Figure",
    "Mention",
    "Period",
    "Phrase",
    "Predicate",
    "Reference",
    "Schema",
    "Source",
    "Span",
    "Statement",
    "Table",
    "Time",
    "Triple",
    "__version__",
    "facts",
]
