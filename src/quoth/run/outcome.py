"""What became of one page."""

from __future__ import annotations

from dataclasses import dataclass

from quoth.model import Issue, Reading, Source


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one page: a reading, or the issues that say why there is none.

    Attributes:
        source: where the page came from.
        reading: the article with its marks; None where nothing could be read.
        issues: what went wrong, also beside a reading.
        known: the page was passed over, since the ledger has it already.
    """

    source: Source
    reading: Reading | None
    issues: tuple[Issue, ...] = ()
    known: bool = False

    @property
    def page(self) -> str:
        """The page as the user named it; of a record, its id."""
        return self.source.page

    @property
    def page_key(self) -> str:
        """What tells the page from every other one, for the ledger."""
        # here and not above: a verb that needs no ledger is spared the database library
        from quoth.store import page_key

        return page_key(self.source)

    @property
    def failed(self) -> bool:
        """Whether something went wrong that is an error and no mere warning."""
        return any(i.level == "error" for i in self.issues)


def failed(problem: Issue) -> Outcome:
    """The outcome of a page that could not be read."""
    return Outcome(problem.source, None, (problem,))
