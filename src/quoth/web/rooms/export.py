"""What was found, in the formats that other tools read."""

from __future__ import annotations

from collections.abc import Iterator
from threading import BoundedSemaphore
from weakref import finalize

from fastapi import APIRouter, HTTPException
from fastapi.responses import StreamingResponse

from quoth.errors import UsageError
from quoth.export import EXPORTS
from quoth.model import Mark, Reading, Statement
from quoth.store import Ledger
from quoth.store.views.filter import Filter
from quoth.store.views.lines import Line
from quoth.store.views.search import keys_found, lines_of
from quoth.web.visit import Visiting

router = APIRouter(include_in_schema=False)

MOST = 1_000
"""Statements of an export, the newest; `quoth export` writes all of a ledger."""
AT_ONCE = 2
"""Exports that are written at the same time; whoever comes then is asked to come again."""
_SOME = 100
"""Statements whose rows are read at a time."""
_TURNS = BoundedSemaphore(AT_ONCE)


@router.get("/export/{name}")
def export(visit: Visiting, name: str) -> StreamingResponse:
    """The newest statements that fit a filter, one record a line."""
    if name not in EXPORTS:
        raise HTTPException(404)
    try:
        wanted = Filter.of(dict(visit.request.query_params))
    except UsageError as error:
        raise HTTPException(400) from error
    keys = visit.ledger.ask(lambda c: keys_found(c, wanted, MOST))
    lines = EXPORTS[name](_with_readings(visit.ledger, keys))
    if not _TURNS.acquire(blocking=False):
        raise HTTPException(503, headers={"retry-after": "10"})
    written = _Written(lines)
    return StreamingResponse(
        written,
        media_type="application/x-ndjson",
        headers={
            "content-disposition": f'attachment; filename="quoth-{name}.jsonl"',
            "cache-control": "private, no-cache",
        },
    )


class _Written:
    """The lines of an export as bytes; its turn ends with the last line, or when it is left."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._end = finalize(self, _TURNS.release)

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        try:
            return next(self._lines).encode("utf-8", "backslashreplace") + b"\n"
        except BaseException:
            self._end()  # does so once, however often it is called
            raise


def _with_readings(ledger: Ledger, keys: list[int]) -> Iterator[tuple[Reading, Mark[Statement]]]:
    """The statements with their readings; those of one article follow each other."""
    reading: Reading | None = None
    marks: dict[str, Mark[Statement]] = {}
    for line in _lines(ledger, keys):
        if reading is None or reading.article.id != line.article:
            try:
                reading = ledger.linked(line.article)
            except UsageError:  # its page was taken away meanwhile
                continue
            marks = {m.id: m for m in reading.of(Statement)}
        if line.id in marks:  # gone if the reading was replaced meanwhile
            yield reading, marks[line.id]


def _lines(ledger: Ledger, keys: list[int]) -> Iterator[Line]:
    for first in range(0, len(keys), _SOME):
        some = keys[first : first + _SOME]
        yield from ledger.ask(lambda c, some=some: lines_of(c, some))  # type: ignore[misc]
