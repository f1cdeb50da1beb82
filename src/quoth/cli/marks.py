"""quoth marks: every mark of pages."""

from __future__ import annotations

from typing import Any

import click

from quoth.annotate import PACK
from quoth.cli import options
from quoth.cli.batch import Batch
from quoth.cli.console import clean, write, write_json
from quoth.export.record import mark_record
from quoth.model import VALUES, Mark, Reading

_NO_NAMES = (
    "quoth: the reader 'pack' marks no entities; --reader quality and --reader fast do, "
    "where their weights are (see quoth doctor)"
)


def _kinds(_ctx: click.Context, param: click.Parameter, value: str | None) -> frozenset[str] | None:
    if value is None:
        return None
    kinds = frozenset(k.strip() for k in value.split(",") if k.strip())
    unknown = sorted(kinds - set(VALUES))
    if unknown or not kinds:
        raise click.BadParameter(
            f"no kind of mark is called {', '.join(unknown) or 'nothing'}; "
            f"there are: {', '.join(sorted(VALUES))}",
            param=param,
        )
    return kinds


@click.command(
    short_help="Print every mark of pages: statements, names, times, quantities, places."
)
@options.targets
@options.as_json
@click.option(
    "--kind",
    "kinds",
    metavar="K,...",
    callback=_kinds,
    help="Only marks of these kinds, with commas between them.",
)
@options.reading
def marks(
    targets: tuple[str, ...], as_json: bool, kinds: frozenset[str] | None, **chosen: Any
) -> int:
    """Print every mark of pages, one a line."""
    run = options.run_options(targets, chosen, kinds)
    if kinds and "entity" in kinds and run.how.reader == PACK:
        click.echo(_NO_NAMES, err=True)
    batch = Batch(targets, run, as_json)
    for page, reading in batch:
        for mark in reading.marks:
            if kinds is not None and mark.kind not in kinds:
                continue
            if as_json:
                write_json(mark_record(reading.article, mark))
            else:
                _print(page, reading, mark)
    return batch.exit()


def _print(page: str, reading: Reading, mark: Mark[object]) -> None:
    span = mark.span
    words = clean(span.of(reading.article.text))
    write(f"{clean(page)}\t{mark.kind}\t{span.start}-{span.end}\t{mark.score:.2f}\t{words}")
