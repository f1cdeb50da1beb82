"""Ranges as TIMEX3 has them: it knows no range, each of the two ends is an expression."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from quoth.annotate.times.expression import Expression
from quoth.annotate.times.shapes import Between


def apart(expressions: Iterable[Expression]) -> Iterator[Expression]:
    """The expressions in their order, a range as its two ends where it is known how far they go."""
    for one in expressions:
        if isinstance(one.shape, Between) and len(one.ends) == 2:
            for span, shape in zip(one.ends, (one.shape.start, one.shape.end), strict=True):
                yield replace(one, span=span, shape=shape, mod="", ends=())
        else:
            yield one
