"""The ways out: one file per format, listed in `EXPORTS`."""

from collections.abc import Callable, Iterable, Iterator

from quoth.export import annotations, ftm, gqg, jsonl, schema_org
from quoth.export.record import article_record, exported, line, mark_record, record, records
from quoth.model import Mark, Reading, Statement

Exporter = Callable[[Iterable[tuple[Reading, Mark[Statement]]]], Iterator[str]]
"""Statements with their readings, those of one reading in a row, to lines without their ends."""

EXPORTS: dict[str, Exporter] = {
    "annotations": annotations.export,
    "ftm": ftm.export,
    "gqg": gqg.export,
    "jsonl": jsonl.export,
    "schema.org": schema_org.export,
}
"""Every format by its name."""

__all__ = [
    "EXPORTS",
    "Exporter",
    "article_record",
    "exported",
    "line",
    "mark_record",
    "record",
    "records",
]
