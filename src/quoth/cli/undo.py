"""quoth undo: a decision holds no more."""

from __future__ import annotations

import click

from quoth.cli import options
from quoth.cli.decided import author as by
from quoth.cli.decided import show
from quoth.run.deciding import undo as undo_decision
from quoth.store import open_ledger


@click.command(short_help="Take a decision back.")
@click.argument("number", metavar="NUMBER", type=click.IntRange(min=1))
@options.ledger_file
@options.as_json
@options.decided
def undo(
    number: int, ledger_file: str, as_json: bool, author: str | None, reason: str | None
) -> int:
    """Take back a decision of `quoth decisions`, which keeps it with who undid it, when and why.

    Whoever was merged is what it was; who joined since is judged anew.
    """
    with open_ledger(ledger_file, create=False) as ledger:
        made = undo_decision(ledger, number, by(author, reason))
    show(made, as_json)
    return 0
