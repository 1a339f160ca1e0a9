"""What one document says, as objects. Their fields are those of the JSON contract ``faktum/1``.

Fields with a default stand in JSON only where they hold something else. ``from`` is ``from_`` here.
"""

from __future__ import annotations

from dataclasses import MISSING, dataclass, field, fields
from typing import Any, ClassVar, NamedTuple, TypeVar


class Span(NamedTuple):
    """A place in the text, from ``start`` up to ``end``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The text under it, where offsets count characters."""
        return text[self.start : self.end]


_Made = TypeVar("_Made", bound="_Item")


class _Item:
    """What all objects have in common."""

    __slots__ = ()
    #: What the fields' values become: another class, or one for each value of a list.
    _nested: ClassVar[dict[str, Any]] = {}

    @classmethod
    def _of(cls: type[_Made], values: dict[str, Any]) -> _Made:
        nested, made = cls._nested, {}
        for name, value in values.items():
            if name in nested and value is not None:
                value = nested[name](value)
            made["from_" if name == "from" else name] = value
        # A field that a later version of the contract adds is left out.
        return cls(**{name: made[name] for name in cls.__dataclass_fields__ if name in made})  # type: ignore[attr-defined]

    def to_dict(self) -> dict[str, Any]:
        """The same as a dictionary of JSON's types, as the contract has it."""
        values = {}
        for known in fields(self):  # type: ignore[arg-type]
            value = getattr(self, known.name)
            if value != _default(known):
                values["from" if known.name == "from_" else known.name] = _plain(value)
        return values

    def __repr__(self) -> str:
        shown = ((known.name, getattr(self, known.name)) for known in fields(self))  # type: ignore[arg-type]
        values = ", ".join(f"{name}={value!r}" for name, value in shown if value not in (None, []))
        return f"{type(self).__name__}({values})"


def _default(known: Any) -> Any:
    return known.default_factory() if known.default_factory is not MISSING else known.default


def _plain(value: Any) -> Any:
    if isinstance(value, _Item):
        return value.to_dict()
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value


def _all(made: Any) -> Any:
    return lambda values: [made(value) for value in values]


_span = Span._make
_item = dataclass(slots=True, kw_only=True, repr=False)


@_item
class Phrase(_Item):
    """Words of the text."""

    _nested = {"span": _span}
    span: Span
    text: str


@_item
class Reference(_Item):
    """Words that may refer to something named."""

    _nested = {"span": _span}
    span: Span
    text: str
    entity: str | None


@_item
class Predicate(_Item):
    """A verb with its parts."""

    _nested = {"spans": _all(_span)}
    spans: list[Span]
    text: str
    lemma: str
    concept: str | None


@_item
class Mention(_Item):
    """A place where something is named."""

    _nested = {"span": _span, "role": Phrase._of}
    id: str
    span: Span
    text: str
    #: ``PER``, ``ORG``, ``LOC`` or ``MISC``.
    type: str
    subtype: str | None = None
    entity: str
    confidence: float
    rule: str
    #: Whether the name is only a part of a word that names something else, such as the country in "US-backed".
    part: bool = False
    #: Why it was found although it does not stand so in the dictionary.
    variant: str | None = None
    #: The office or work of a person, where it stands beside the name.
    role: Phrase | None = None


@_item
class Entity(_Item):
    """A thing that is named."""

    id: str
    type: str
    name: str
    aliases: list[str]
    mentions: list[str]
    #: The dictionary's entry, such as ``org/europol``.
    ref: str | None
    candidates: list[str] = field(default_factory=list)
    data: dict[str, str] = field(default_factory=dict)


@_item
class Time(_Item):
    """A time, as TIMEX3 has it."""

    _nested = {"span": _span}
    id: str
    span: Span
    text: str
    #: ``DATE``, ``TIME``, ``DURATION`` or ``SET``.
    type: str
    value: str
    mod: str | None
    freq: str | None = None
    quant: str | None = None
    begin: str | None
    end: str | None
    rule: str


@_item
class Period(_Item):
    """What several times say together."""

    _nested = {"span": _span}
    id: str
    span: Span
    text: str
    times: list[str]
    value: str
    begin: str | None
    end: str | None
    rule: str


@_item
class Counted(_Item):
    """What a figure counts or measures."""

    _nested = {"span": _span}
    span: Span
    text: str
    lemma: str
    concept: str | None


@_item
class Figure(_Item):
    """A number that counts or measures."""

    _nested = {"span": _span, "of": Counted._of}
    id: str
    span: Span
    text: str
    kind: str
    #: A number, or a score such as ``"2:1"``; ``None`` for ranges and open amounts.
    value: int | float | str | None
    low: int | float | None
    high: int | float | None
    approx: str
    unit: str | None
    of: Counted | None
    #: ``frequency`` and ``attribute`` are no amounts.
    usage: str = "amount"
    rule: str


@_item
class Statement(_Item):
    """Who says what."""

    _nested = {"speaker": Reference._of, "medium": Phrase._of, "cue": Predicate._of, "content": _all(_span)}
    id: str
    #: ``direct``, ``indirect`` or ``mixed``.
    style: str
    speaker: Reference | None
    medium: Phrase | None
    cue: Predicate | None
    content: list[Span]
    rule: str


@_item
class FactTime(_Item):
    """The time of a fact, and the id of the time or period that it was taken from."""

    value: str
    begin: str | None
    end: str | None
    from_: str


@_item
class Source(_Item):
    """Who says so."""

    text: str
    entity: str | None
    statement: str


@_item
class Change(_Item):
    """How a quantity moved: ids of figures."""

    direction: str
    by: str | None
    from_: str | None
    to: str | None


@_item
class Fact(_Item):
    """A figure, a date or a named thing, put into its clause."""

    _nested = {
        "subject": Reference._of,
        "predicate": Predicate._of,
        "object": Phrase._of,
        "time": FactTime._of,
        "place": Reference._of,
        "source": Source._of,
        "change": Change._of,
        "span": _span,
    }
    id: str
    #: The same for the same fact, in whatever language and words.
    key: str
    kind: str
    gloss: str
    subject: Reference | None
    predicate: Predicate | None
    object: Phrase | None
    figure: str | None
    time: FactTime | None
    place: Reference | None
    source: Source | None
    change: Change | None
    negated: bool
    #: ``asserted``, ``reported``, ``possible``, ``planned`` or ``conditional``.
    modality: str
    sentence: int
    span: Span
    rules: list[str]
    confidence: float


@_item
class Triple(_Item):
    """Subject, predicate and object of a clause."""

    _nested = {"span": _span}
    subject: str
    predicate: str
    object: str
    fact: str | None
    span: Span


@_item
class Answer(_Item):
    """What one document says. ``answer["q0"]`` is the item of an id."""

    _nested = {
        "sentences": _all(_span),
        "tokens": _all(_span),
        "mentions": _all(Mention._of),
        "entities": _all(Entity._of),
        "times": _all(Time._of),
        "periods": _all(Period._of),
        "figures": _all(Figure._of),
        "statements": _all(Statement._of),
        "facts": _all(Fact._of),
        "triples": _all(Triple._of),
    }
    _lists: ClassVar[dict[str, str]] = {
        "m": "mentions",
        "e": "entities",
        "t": "times",
        "p": "periods",
        "q": "figures",
        "s": "statements",
        "f": "facts",
    }
    schema: str
    id: str | int | None
    #: The language of the whole or of most of it; ``None`` where it is neither German nor English.
    lang: str | None
    #: The date that relative dates were counted from.
    date: str | None
    offsets: str
    #: Why layers are empty, or what of the document could not be read.
    note: str | None = None
    sentences: list[Span]
    sentence_texts: list[str] | None = None
    tokens: list[Span] | None = None
    mentions: list[Mention]
    entities: list[Entity]
    times: list[Time]
    periods: list[Period]
    figures: list[Figure]
    statements: list[Statement]
    facts: list[Fact]
    triples: list[Triple] | None = None

    def __getitem__(self, id: str) -> Any:
        """The mention, entity, time, period, figure, statement or fact of an id."""
        try:
            place = int(id[1:])
            if place >= 0:
                return getattr(self, self._lists[id[:1]])[place]
        except (KeyError, ValueError, IndexError):
            pass
        raise KeyError(id)

    def __repr__(self) -> str:
        layers = ("sentences", "entities", "times", "figures", "statements", "facts")
        counts = ", ".join(f"{len(getattr(self, layer))} {layer}" for layer in layers)
        head = "".join(f" {name}={getattr(self, name)!r}" for name in ("id", "lang", "date", "note") if getattr(self, name) is not None)
        return f"<Answer{head}: {counts}>"
