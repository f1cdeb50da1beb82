"""quoth merge: two actors are one."""

from __future__ import annotations

import click

from quoth.cli import options
from quoth.cli.decided import author as by
from quoth.cli.decided import show
from quoth.run.deciding import merge as merge_entities
from quoth.run.who import one
from quoth.store import open_ledger


@click.command(short_help="Decide that two actors are one.")
@click.argument("into", metavar="NAME|ID")
@click.argument("other", metavar="OTHER")
@options.ledger_file
@options.as_json
@options.decided
def merge(
    into: str, other: str, ledger_file: str, as_json: bool, author: str | None, reason: str | None
) -> int:
    """Decide that two actors of a ledger are one, which keeps the id of the first.

    The decision is kept with its author and time, holds when pages are read anew, and can be
    undone: see `quoth decisions`.
    """
    with open_ledger(ledger_file, create=False) as ledger:
        made = merge_entities(ledger, one(ledger, into), one(ledger, other), by(author, reason))
    show(made, as_json)
    return 0
