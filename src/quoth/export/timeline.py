"""What was said and what is dated by day, as records."""

from __future__ import annotations

from quoth.export.record import Record
from quoth.export.settings import time_record
from quoth.model import plain
from quoth.model.days import Entry


def entry_record(entry: Entry) -> Record:
    """The record of one entry, as `quoth timeline --json` prints it."""
    time = entry.time
    told = None
    if time is not None:
        where = {"span": plain(entry.time_span), "text": entry.time_text}
        told = {**time_record(time), **where}
    return {
        "kind": entry.kind,
        "first": entry.first,
        "last": entry.last,
        "certain": entry.dated and entry.first == entry.last,
        "assumed": entry.assumed,
        "page": entry.page,
        "article": entry.article,
        "id": entry.id,
        "who": entry.who,
        "text": entry.text,
        "span": plain(entry.span),
        "time": told,
    }
