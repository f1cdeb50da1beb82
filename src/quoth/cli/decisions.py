"""quoth decisions: what was decided."""

from __future__ import annotations

import click

from quoth.cli import options
from quoth.cli.decided import show
from quoth.run.deciding import decisions as all_decisions
from quoth.store import open_ledger


@click.command(short_help="List what was decided.")
@options.ledger_file
@options.as_json
def decisions(ledger_file: str, as_json: bool) -> int:
    """List what was decided about a ledger: who, when, why, and what was undone.

    These are merges, splits and names of actors, and corrections of statements.
    """
    with open_ledger(ledger_file, create=False) as ledger:
        for made in all_decisions(ledger):
            show(made, as_json)
    return 0
