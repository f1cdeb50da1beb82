"""quoth link: actors across the articles of a ledger."""

from __future__ import annotations

import click

from quoth.cli import options
from quoth.cli.console import clean, write, write_json
from quoth.cli.listing import list_older
from quoth.run.known import know
from quoth.run.relinking import link as link_all
from quoth.store import open_ledger


@click.command(short_help="Join actors across the articles of a ledger.")
@options.ledger_file
@click.option("--again", is_flag=True, help="Join all of them anew; decisions stay.")
@options.known
@click.option("--json", "as_json", is_flag=True, help="The summary as a JSON object.")
def link(ledger_file: str, again: bool, known: str | None, as_json: bool) -> int:
    """Join actors across articles where `quoth add` has not done it: in ledgers of an older Quoth.

    With --again all are joined anew, those first of whom pages tell most, so that the order in
    which they were added no longer matters.  Ids stay where most members do.

    Articles that an older Quoth stored are listed for the reading room besides.
    """
    with open_ledger(ledger_file, create=False) as ledger:
        if known is not None:
            know(ledger, known)
        done, listed = link_all(ledger, again), list_older(ledger)
    counts = {"articles": done.articles, "entities": done.entities, "listed": listed}
    if as_json:
        write_json({"ledger": ledger_file, **counts})
    else:
        told = f"{done.articles} articles joined; {done.entities} entities; {listed} listed"
        write(f"{clean(ledger_file)}: {told}")
    return 0
