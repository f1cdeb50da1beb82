"""The annotators, in one table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from quoth.annotate.language import LanguageAnnotator
from quoth.annotate.sentences import SentenceAnnotator
from quoth.annotate.statement import StatementAnnotator
from quoth.errors import UsageError
from quoth.model import Mark, Reading


class Annotator(Protocol):
    """Says something of an article.

    `needs` and `makes` are kinds of marks (see `quoth.model.VALUES`); calling it gives new marks
    and changes nothing.
    """

    @property
    def name(self) -> str:
        """Its name, for issues and makers."""

    @property
    def needs(self) -> frozenset[str]:
        """The kinds of marks that must be there before."""

    @property
    def makes(self) -> frozenset[str]:
        """The kinds of marks that it gives."""

    def __call__(self, reading: Reading) -> Iterable[Mark[object]]:
        """The new marks of a reading."""


READERS: dict[str, Annotator] = {"pack": StatementAnnotator()}
"""The readers of statements by the name that `--reader` takes."""


def annotators(reader: str = "pack") -> tuple[Annotator, ...]:
    """The annotators with the named statement reader.

    Raises:
        UsageError: if there is no reader of that name.
    """
    if reader not in READERS:
        raise UsageError(f"no reader {reader!r}; there are: {', '.join(sorted(READERS))}")
    return (LanguageAnnotator(), SentenceAnnotator(), READERS[reader])


ANNOTATORS: tuple[Annotator, ...] = annotators()
"""Every annotator of a reading by default."""
