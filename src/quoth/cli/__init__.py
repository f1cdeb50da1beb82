"""The command line: one file per verb.  A verb parses, calls and prints."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence

import click

from quoth import __version__
from quoth.cli.exits import Exit
from quoth.cli.group import Verbs

VERBS: dict[str, str] = {
    "read": "Print what pages say: who said what.",
    "article": "Print pages as articles: metadata and blocks.",
    "marks": "Print every mark of pages: statements, names, times, quantities, places.",
    "add": "Read pages into a ledger.",
    "statements": "List the statements of a ledger.",
    "timeline": "Print by day what was said and what is dated.",
    "show": "Show one statement inside its paragraph.",
    "chain": "Print through whom a statement reached the page.",
    "who": "Print one actor: names, offices, everything said.",
    "merge": "Decide that two actors are one.",
    "split": "Decide that one actor is two.",
    "rename": "Decide what an actor is called.",
    "wrong": "Decide that a statement is none.",
    "mend": "Decide which words of its page a statement has.",
    "redate": "Decide when a statement was made, or an article published.",
    "decisions": "List what was decided.",
    "undo": "Take a decision back.",
    "link": "Join actors across the articles of a ledger.",
    "serve": "Open the reading room of a ledger in a browser.",
    "user": "Keep the accounts of a reading room.",
    "export": "Write a ledger in an exchange format.",
    "doctor": "Check this installation and a ledger.",
}
"""Every verb with its line of help; verb `x` is the command `x` of the module `quoth.cli.x`."""


@click.group(cls=Verbs, table=VERBS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="quoth", message="%(prog)s %(version)s")
def verbs() -> None:
    """Quoth: who said what, when, where, and through whom it reached the page."""


def main(args: Sequence[str] | None = None) -> None:
    """Run the command line and end the process with one of `quoth.cli.exits`."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # a locale that cannot write a letter must not end a batch
            stream.reconfigure(errors="backslashreplace")
    sys.exit(_status(args))


def _status(args: Sequence[str] | None) -> int:
    try:
        return int(verbs.main(args, prog_name="quoth", standalone_mode=False) or 0)
    except click.Abort:
        click.echo("quoth: interrupted", err=True)
        return Exit.INTERRUPTED
    except click.ClickException as err:
        err.show()
        return err.exit_code
