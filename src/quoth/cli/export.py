"""quoth export: a ledger in an exchange format."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from quoth.cli import options
from quoth.cli.console import write_line
from quoth.cli.filters import filters, statement_filter
from quoth.errors import QuothError
from quoth.export import EXPORTS
from quoth.store import open_ledger


@click.command(short_help="Write a ledger in an exchange format.")
@options.ledger_file
@click.option(
    "--format",
    "form_of_file",
    type=click.Choice(sorted(EXPORTS)),
    default="jsonl",
    show_default=True,
    help="jsonl: the records of `quoth read --json`; annotations: W3C Web Annotations; "
    "ftm: FollowTheMoney entities; gqg: lines of GDELT's Global Quotation Graph; "
    "schema.org: JSON-LD NewsArticle and Quotation.",
)
@click.option("--output", metavar="FILE", help="Where to write it.  [default: standard output]")
@filters
def export(ledger_file: str, form_of_file: str, output: str | None, **chosen: Any) -> int:
    """Write the statements of a ledger in an exchange format.

    FILE appears when it is complete: an interrupted export leaves what was there before.
    """
    wanted = statement_filter(chosen)
    with open_ledger(ledger_file, create=False) as ledger:
        lines = EXPORTS[form_of_file](ledger.found(wanted))
        if output is None:
            for line in lines:
                write_line(line)
        else:
            _write(lines, Path(output))
    return 0


def _write(lines: Iterable[str], path: Path) -> None:
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with unfinished.open("wb") as file:
            for line in lines:
                file.write(line.encode("utf-8", "backslashreplace") + b"\n")
        unfinished.replace(path)
    except OSError as err:
        raise QuothError(f"{path} cannot be written: {err.strerror}", "output") from err
    finally:
        unfinished.unlink(missing_ok=True)
