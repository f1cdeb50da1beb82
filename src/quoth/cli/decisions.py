"""quoth decisions: what was decided about actors."""

from __future__ import annotations

import click

from quoth.cli import options
from quoth.cli.decided import show
from quoth.run.deciding import decisions as all_decisions
from quoth.store import open_ledger


@click.command(short_help="List what was decided about actors.")
@options.ledger_file
@options.as_json
def decisions(ledger_file: str, as_json: bool) -> int:
    """List what was decided about the actors of a ledger: who, when, why, and what was undone."""
    with open_ledger(ledger_file, create=False) as ledger:
        for made in all_decisions(ledger):
            show(made, as_json)
    return 0
