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
            for k, shape in enumerate((one.shape.start, one.shape.end)):
                end = replace(one, span=one.ends[k], shape=shape, mod="", ends=())
                yield replace(end, of=one.shape, closes=k == 1)
        else:
            yield one
