"""Statements put together by their articles, for formats with one record an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quoth.model import Mark, Reading, Statement


def by_article(
    statements: Iterable[tuple[Reading, Mark[Statement]]],
) -> Iterator[tuple[Reading, list[Mark[Statement]]]]:
    """Each reading with its statements; those of one reading follow each other in the input."""
    reading: Reading | None = None
    marks: list[Mark[Statement]] = []
    for found, mark in statements:
        if found is not reading:
            if reading is not None:
                yield reading, marks
            reading, marks = found, []
        marks.append(mark)
    if reading is not None:
        yield reading, marks
