"""What the tests of times, quantities and places share."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

from annotate_support import one_block

from quoth.annotate import Annotator
from quoth.annotate.language import LanguageAnnotator
from quoth.annotate.places import PlaceAnnotator
from quoth.annotate.quantities import QuantityAnnotator
from quoth.annotate.times import TimeAnnotator
from quoth.model import Article, Mark, Place, Quantity, Reading, Span, Time, plain

KINDS = ("time", "quantity", "place")
LANGUAGE = LanguageAnnotator()
SCENE: tuple[Annotator, ...] = (TimeAnnotator(), QuantityAnnotator(), PlaceAnnotator())


def page(text: str, language: str | None = "en", published: str | None = "2031-06-04") -> Article:
    """A text in one block, published on a day or at a moment."""
    known = one_block(text, language)
    return replace(known, meta=replace(known.meta, published=published))


def prepared(at: Article) -> Reading:
    """An article with its language, which is all that these annotators need."""
    reading = Reading(at)
    return reading.plus(LANGUAGE(reading))


def marks(at: Article) -> Iterator[Mark[object]]:
    """The marks of every annotator of the scene."""
    reading = prepared(at)
    for annotator in SCENE:
        yield from annotator(reading)


def check(at: Article) -> list[Mark[object]]:
    """What must hold of every time, quantity and place."""
    found = list(marks(at))
    inside = Span(0, len(at.text))
    for mark in found:
        assert len(mark.span) > 0
        assert inside.covers(mark.span)
        assert mark.span.of(at.text).strip() == mark.span.of(at.text)
        assert 0 <= mark.score <= 1
        json.dumps(plain(mark.value), allow_nan=False)
        CHECKS[type(mark.value)](mark.value, inside)
    for kind in KINDS:
        spans = sorted(m.span for m in found if m.kind == kind)
        assert all(a.end <= b.start for a, b in pairwise(spans)), kind
    return found


def _time(value: Time, inside: Span) -> None:
    assert value.timex
    assert value.why
    assert ordered(value.earliest, value.latest)
    assert all(ordered(c.earliest, c.latest) for c in value.candidates)
    _weights([c.weight for c in value.candidates])


def ordered(earliest: str | None, latest: str | None) -> bool:
    """Whether a first moment is no later than a last one; where one is a day, days count."""
    if earliest is None or latest is None or earliest.startswith("-"):
        return True
    shorter = min(len(earliest), len(latest))
    return earliest[:shorter] <= latest[:shorter]


def _quantity(value: Quantity, inside: Span) -> None:
    assert value.low is not None or value.high is not None
    assert all(math.isfinite(n) for n in (value.low, value.high) if n is not None)
    if value.low is not None and value.high is not None:
        assert value.low <= value.high
    assert value.of is None or (inside.covers(value.of) and len(value.of) > 0)


def _place(value: Place, inside: Span) -> None:
    assert value.latitude is None or -90 <= value.latitude <= 90
    assert value.longitude is None or -180 <= value.longitude <= 180
    assert value.why
    assert len(value.country) in (0, 2)
    _weights([c.weight for c in value.candidates])


def _weights(weights: list[float]) -> None:
    assert all(0 <= w <= 1 for w in weights)
    assert not weights or abs(sum(weights) - 1) < 0.01  # they are rounded


CHECKS: dict[type, Callable[..., None]] = {Time: _time, Quantity: _quantity, Place: _place}
