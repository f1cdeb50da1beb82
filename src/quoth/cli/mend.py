"""quoth mend: the words of a statement."""

from __future__ import annotations

from typing import Any

import click

from quoth.cli import options
from quoth.cli.decided import author as by
from quoth.cli.decided import show
from quoth.run.correcting import mend as mend_statement
from quoth.run.correcting import wording
from quoth.store import open_ledger


@click.command(short_help="Decide which words of its page a statement has.")
@click.argument("ident", metavar="ID")
@options.ledger_file
@click.option("--content", metavar="WORDS", multiple=True, help="What was said.")
@click.option("--cue", metavar="WORDS", multiple=True, help="What brings it; '' for nothing.")
@click.option("--source", metavar="WORDS", multiple=True, help="Who says it; '' for nobody.")
@click.option("--speaker", metavar="NAME", help="Who speaks, by a name of the page.")
@options.as_json
@options.decided
def mend(
    ident: str, ledger_file: str, as_json: bool, author: str | None, reason: str | None, **new: Any
) -> int:
    """Decide which words of its page a statement of a ledger has.

    ID is the id of a statement or enough of its beginning.  Words are given as the page has them,
    several stretches with the option several times; what is not given stays.  The source tells
    who speaks, unless --speaker does.  The decision holds when the page is read again, and can be
    undone.
    """
    with open_ledger(ledger_file, create=False) as ledger:
        found = ledger.statement(ident)
        speaker = new.pop("speaker")
        told = {role: "\n".join(words) for role, words in new.items() if words}
        told |= {"speaker": speaker} if speaker is not None else {}
        words = wording(ledger, found.id, **told)
        made = mend_statement(ledger, found.id, words, by(author, reason))
    show(made, as_json)
    return 0
