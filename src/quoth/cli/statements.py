"""quoth statements: what a ledger holds."""

from __future__ import annotations

from itertools import groupby
from typing import Any

import click

from quoth.cli import options, rows
from quoth.cli.console import write_json
from quoth.cli.filters import filters, statement_filter
from quoth.export.record import exported
from quoth.store import StatementRow, open_ledger


@click.command(short_help="List the statements of a ledger.")
@options.ledger_file
@options.as_json
@filters
def statements(ledger_file: str, as_json: bool, **chosen: Any) -> int:
    """List the statements of a ledger, by day of publication, article and place in the text.

    With --json each line is the record that `quoth read --json` prints.
    """
    wanted = statement_filter(chosen)
    with open_ledger(ledger_file, create=False) as ledger:
        if as_json:
            for record in exported(ledger.found(wanted)):
                write_json(record)
            return 0
        for _, group in groupby(ledger.statements(wanted), key=lambda r: r.article):
            _print(list(group))
    return 0


def _print(group: list[StatementRow]) -> None:
    first = group[0]
    heading = (first.page, first.headline or "", first.published or "")
    rows.show(heading, [rows.of_stored(r) for r in group], [r.id for r in group])
