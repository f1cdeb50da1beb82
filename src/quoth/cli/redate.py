"""quoth redate: when something was said, or published."""

from __future__ import annotations

import click

from quoth.cli import options
from quoth.cli.decided import author as by
from quoth.cli.decided import show
from quoth.errors import UsageError
from quoth.run.correcting import redate as redate_statement
from quoth.run.correcting import republish
from quoth.run.wording import when
from quoth.store import Ledger, open_ledger


@click.command(short_help="Decide when a statement was made, or an article published.")
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
    """Decide when a statement of a ledger was made, or on which day an article was published.

    ID is the id of a statement or of an article, or enough of its beginning.  DAY is a year, a
    month, a day or a minute (2031-05-04T10:30); with LAST it was between the two.  An article
    is published on one day or in one minute; times in its text that were counted from the earlier
    day stay as they were read.  The decision holds when the page is read again, and can be undone.
    """
    with open_ledger(ledger_file, create=False) as ledger:
        article, statement = _found(ledger, ident)
        day, who = when(first, last), by(decided["author"], decided["reason"])
        if statement is None:
            made = republish(ledger, article, day, who)
        else:
            made = redate_statement(ledger, (article, statement), day, who)
    show(made, as_json)
    return 0


def _found(ledger: Ledger, ident: str) -> tuple[str, str | None]:
    """The article with an id, or the statement with its article.

    Raises:
        UsageError: if there is none, or more than one.
    """
    article: str | None = None
    try:
        article = ledger.article(ident).id
    except UsageError as error:
        if error.code != "no-such-article":
            raise
    try:
        found = ledger.statement(ident)
    except UsageError as error:
        if error.code != "no-such-statement" or article is None:
            raise
        return article, None
    if article == ident:
        return article, None
    if article is not None and found.id != ident:
        message = f"an article and a statement begin with {ident!r}: give more of the id"
        raise UsageError(message, "ambiguous-statement")
    return found.article, found.id
