"""quoth read: what pages say."""

from __future__ import annotations

from typing import Any

import click

from quoth.cli import options, rows
from quoth.cli.batch import Batch
from quoth.cli.console import write_json
from quoth.export.record import records
from quoth.model import Reading, Statement


@click.command(short_help="Print what pages say: who said what.")
@options.targets
@options.as_json
@options.reading
def read(targets: tuple[str, ...], as_json: bool, **chosen: Any) -> int:
    """Print what pages say: who said what.

    PATH is a page, a folder of pages or a file of JSON lines; - is standard input.
    """
    batch = Batch(targets, options.run_options(targets, chosen), as_json)
    for page, reading in batch:
        if as_json:
            for record in records(reading):
                write_json(record)
        else:
            _print(page, reading)
    return batch.exit()


def _print(page: str, reading: Reading) -> None:
    article = reading.article
    heading = (page, article.meta.headline or "", article.meta.published or "")
    rows.show(heading, [rows.of_mark(article.text, mark) for mark in reading.of(Statement)])
