"""quoth redate: when something was said."""

from __future__ import annotations

import click

from quoth.cli import options
from quoth.cli.decided import author as by
from quoth.cli.decided import show
from quoth.run.correcting import redate as redate_statement
from quoth.run.wording import when
from quoth.store import open_ledger


@click.command(short_help="Decide when a statement was made.")
@click.argument("ident", metavar="ID")
@click.argument("first", metavar="DAY")
@click.argument("last", metavar="[LAST]", default="")
@options.ledger_file
@options.as_json
@options.decided
def redate(
    ident: str,
    first: str,
    last: str,
    ledger_file: str,
    as_json: bool,
    **decided: str | None,
) -> int:
    """Decide when a statement of a ledger was made.

    ID is the id of a statement or enough of its beginning.  DAY is a year, a month, a day or a
    minute (2031-05-04T10:30); with LAST it was between the two.  The decision holds when the page
    is read again, and can be undone.
    """
    with open_ledger(ledger_file, create=False) as ledger:
        found = ledger.statement(ident)
        who = by(decided["author"], decided["reason"])
        made = redate_statement(ledger, (found.article, found.id), when(first, last), who)
    show(made, as_json)
    return 0
