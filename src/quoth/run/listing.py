"""Listing for the reading room what an older Quoth stored."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from quoth.errors import UsageError
from quoth.store import Ledger


def list_rest(ledger: Ledger) -> Iterator[tuple[int, int]]:
    """List the articles that are not listed as they would be now, one transaction each.

    A call that is broken off is taken up by the next one.

    Returns:
        After each article how many are done, and of how many.
    """
    articles = ledger.not_listed()
    for done, article in enumerate(articles, 1):
        with suppress(UsageError):  # of no page: `quoth doctor` tells
            ledger.relist(article)
        yield done, len(articles)
