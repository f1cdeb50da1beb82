"""quoth wrong: a statement is none."""

from __future__ import annotations

import click

from quoth.cli import options
from quoth.cli.decided import author as by
from quoth.cli.decided import show
from quoth.run.correcting import mark_wrong
from quoth.store import open_ledger


@click.command(short_help="Decide that a statement is none.")
@click.argument("ident", metavar="ID")
@options.ledger_file
@options.as_json
@options.decided
def wrong(
    ident: str, ledger_file: str, as_json: bool, author: str | None, reason: str | None
) -> int:
    """Decide that a statement of a ledger is none: it leaves all lists, records and exports.

    ID is the id of a statement or enough of its beginning.  The decision holds when the page is
    read again, and can be undone.
    """
    with open_ledger(ledger_file, create=False) as ledger:
        found = ledger.statement(ident)
        made = mark_wrong(ledger, found.id, by(author, reason))
    show(made, as_json)
    return 0
