"""quoth split: one actor is two."""

from __future__ import annotations

import click

from quoth.cli import options
from quoth.cli.decided import author as by
from quoth.cli.decided import show
from quoth.errors import UsageError
from quoth.run.choosing import Chosen
from quoth.run.deciding import split as split_entity
from quoth.run.who import one
from quoth.store import open_ledger


@click.command(short_help="Decide that one actor is two.")
@click.argument("name", metavar="NAME|ID")
@options.ledger_file
@click.option("--article", "articles", metavar="ID", multiple=True, help="Those of this article.")
@click.option("--called", metavar="NAME", help="Those that their article calls so.")
@click.option("--country", metavar="CODE", help="Those of this country (ISO 3166).")
@options.as_json
@options.decided
def split(
    name: str,
    ledger_file: str,
    articles: tuple[str, ...],
    as_json: bool,
    **chosen: str | None,
) -> int:
    """Decide that some of the mentions that one actor has across articles are another one's.

    They are chosen by article (several times, if need be), by the name that the article has, or by
    the country; those go that fit all that is given.  The decision can be undone.
    """
    goes = Chosen(articles, chosen["called"] or "", chosen["country"] or "")
    if goes.none:
        raise UsageError("say which go: --article, --called or --country", "nothing-to-split")

    with open_ledger(ledger_file, create=False) as ledger:
        known = one(ledger, name)
        made = split_entity(ledger, known, goes, by(chosen["author"], chosen["reason"]))
    show(made, as_json)
    return 0
