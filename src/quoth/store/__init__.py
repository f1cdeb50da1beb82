"""The ledger: what pages said, in one file of SQLite.  See docs/ledger.md."""

from quoth.store.keys import page_key
from quoth.store.ledger import Counts, Ledger
from quoth.store.opening import open_ledger
from quoth.store.query import ArticleRow, StatementFilter, StatementRow
from quoth.store.revive import revive
from quoth.store.writing import Added

__all__ = [
    "Added",
    "ArticleRow",
    "Counts",
    "Ledger",
    "StatementFilter",
    "StatementRow",
    "open_ledger",
    "page_key",
    "revive",
]
