"""Pages to readings: the one composer of reading and annotating."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice

from quoth.model import Capture, Issue, Source
from quoth.read import captures, pages
from quoth.run.options import RunOptions, cores
from quoth.run.outcome import Outcome, failed
from quoth.run.page import fault, outcome, plan
from quoth.run.pool import pooled

ENOUGH = 8
"""Pages from which on processes are started where the user does not say how many: loading what
they need takes each start about as long as reading some tens of short pages."""

Known = Callable[[Capture], bool]
"""Says of a capture whether it need not be read again."""


def readings(
    targets: Sequence[str], options: RunOptions, known: Known | None = None
) -> Generator[Outcome, None, None]:
    """Read and annotate the pages of `targets` (paths, folders, URLs, `-`), in their order.

    Pages are taken up as they are needed, so that any number of them runs in little memory.
    A page that fails becomes an outcome with issues and the rest goes on.  Close the iterator
    when you leave it early: that ends the workers.

    With more than one job the pages are read in processes of their own; a script that calls
    this must then guard its main part with `if __name__ == "__main__":`.

    Raises:
        UsageError: at once, if there is no such reader.
        WeightsError: at once if its weights are missing, and later if they are damaged.
        PackError: where a language pack is broken: no page can be read with it.
    """
    options = replace(options, reader=options.how.reader)
    plan(options.how)
    items: Iterator[Capture | Outcome] = _items(targets, options, known)
    jobs, enough = (options.jobs, 2) if options.jobs else (cores(), ENOUGH)
    if jobs > 1:
        first = tuple(islice(items, enough))
        items = chain(first, items)
        if len(first) == enough:
            return pooled(items, outcome, replace(options, jobs=jobs))
    alone = replace(options, jobs=1)
    return (i if isinstance(i, Outcome) else outcome(i, alone) for i in items)


def _items(
    targets: Sequence[str], options: RunOptions, known: Known | None
) -> Iterator[Capture | Outcome]:
    for page in pages(targets):
        if isinstance(page, Issue):
            yield failed(page)
            continue
        for found in _captures(page, options):
            if isinstance(found, Issue):
                yield failed(found)
            elif known is not None and known(found):
                yield Outcome(found.source, None, known=True)
            else:
                yield found


def _captures(page: str, options: RunOptions) -> Iterator[Capture | Issue]:
    try:
        yield from captures(page, options.read)
    except Exception as err:  # the captures of this page end here, those of the next one follow
        yield fault(err, "read", Source(page))
