"""Quoth: who said what, when, where, and through whom it reached the page.

`read` gives the articles of a page, `annotate` marks who said what in them, `open_ledger` keeps
that.  docs/api.md has an example.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from quoth.errors import QuothError
from quoth.model import (
    Actor,
    ActorKind,
    Article,
    Block,
    BlockKind,
    Called,
    Capture,
    Chain,
    Dated,
    Entity,
    EntityType,
    Form,
    Grain,
    Group,
    Issue,
    Known,
    Language,
    Link,
    Maker,
    Mark,
    Mention,
    MentionType,
    Metadata,
    Origin,
    OriginKind,
    Part,
    Place,
    PlaceCandidate,
    PlaceType,
    Position,
    Profile,
    Quantity,
    QuantityType,
    Reading,
    Ref,
    Role,
    Run,
    Said,
    Sentence,
    Setting,
    Source,
    SourceType,
    Span,
    Speaker,
    Stands,
    Statement,
    Time,
    TimeCandidate,
    TimeType,
    Venue,
    VenueType,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from os import PathLike

    from quoth.read.options import ReadOptions
    from quoth.store import Ledger

__version__ = "0.1.0"

__all__ = [
    "Actor",
    "ActorKind",
    "Article",
    "Block",
    "BlockKind",
    "Called",
    "Capture",
    "Chain",
    "Dated",
    "Entity",
    "EntityType",
    "Form",
    "Grain",
    "Group",
    "Issue",
    "Known",
    "Language",
    "Link",
    "Maker",
    "Mark",
    "Mention",
    "MentionType",
    "Metadata",
    "Origin",
    "OriginKind",
    "Part",
    "Place",
    "PlaceCandidate",
    "PlaceType",
    "Position",
    "Profile",
    "Quantity",
    "QuantityType",
    "QuothError",
    "Reading",
    "Ref",
    "Role",
    "Run",
    "Said",
    "Sentence",
    "Setting",
    "Source",
    "SourceType",
    "Span",
    "Speaker",
    "Stands",
    "Statement",
    "Time",
    "TimeCandidate",
    "TimeType",
    "Venue",
    "VenueType",
    "__version__",
    "annotate",
    "open_ledger",
    "read",
]


def read(target: str, options: ReadOptions | None = None) -> Iterator[Article]:
    """The articles of a file, a folder, a URL or `-` (standard input), one at a time.

    Args:
        target: what to read.
        options: what the pages are taken for, and the limits of a page.

    Raises:
        InputError: for the first page that cannot be read; `quoth.run.readings` goes on instead.
    """
    found: Iterator[Article] = import_module("quoth.run.surface").articles(target, options)
    return found


def annotate(
    article: Article, reader: str = "", *, threshold: float = 0.25, threads: int = 1
) -> Reading:
    """An article with its marks: languages, statements, names, and who said what.

    Args:
        article: what `read` gave.
        reader: the statement reader: `quality`, `fast` or `pack`; if empty, the trained one
            whose weights are there (`quality` before `fast`), else `pack`, which marks no names.
        threshold: statements and names with a score below it are left out, 0 to 1.
        threads: of the trained reader; the marks do not depend on them.

    Raises:
        UsageError: if there is no such reader.
        WeightsError: if its weights are missing or damaged.
    """
    options = import_module("quoth.annotate").ReaderOptions(reader, threshold, threads)
    reading: Reading = import_module("quoth.run.surface").reading(article, options)
    return reading


def open_ledger(path: str | PathLike[str], *, create: bool = True) -> Ledger:
    """The ledger in a file, made if it is not there.

    Args:
        path: one file of SQLite.
        create: whether to make it if it is missing.

    Raises:
        LedgerError: if the file is no ledger, is damaged, or comes from a later version.
    """
    ledger: Ledger = import_module("quoth.store").open_ledger(path, create=create)
    return ledger


class _Surface(ModuleType):
    """This module, which keeps `read` and `annotate` as its functions.

    The import system binds a subpackage to a name in its parent as soon as it is loaded, and two
    subpackages have the names of public functions.  They stay importable as ever
    (`from quoth.read import pages`); only the binding of the name is declined.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if name in ("read", "annotate") and isinstance(value, ModuleType):
            return
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Surface
