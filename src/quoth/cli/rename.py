"""quoth rename: what an actor is called."""

from __future__ import annotations

import click

from quoth.cli import options
from quoth.cli.decided import author as by
from quoth.cli.decided import show
from quoth.run.deciding import rename as rename_entity
from quoth.run.who import one
from quoth.store import open_ledger


@click.command(short_help="Decide what an actor is called.")
@click.argument("name", metavar="NAME|ID")
@click.argument("new", metavar="NEW")
@options.ledger_file
@options.as_json
@options.decided
def rename(
    name: str, new: str, ledger_file: str, as_json: bool, author: str | None, reason: str | None
) -> int:
    """Decide what an actor of a ledger is called, in lists and records.

    The names that pages have stay as they are.  The decision can be undone.
    """
    with open_ledger(ledger_file, create=False) as ledger:
        made = rename_entity(ledger, one(ledger, name), new, by(author, reason))
    show(made, as_json)
    return 0
