"""The annotators, in one table."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Protocol

from quoth.annotate import network
from quoth.annotate.language import LanguageAnnotator
from quoth.annotate.options import ReaderOptions
from quoth.annotate.places import PlaceAnnotator
from quoth.annotate.quantities import QuantityAnnotator
from quoth.annotate.sentences import SentenceAnnotator
from quoth.annotate.setting import SettingAnnotator
from quoth.annotate.statement import StatementAnnotator
from quoth.annotate.times import TimeAnnotator
from quoth.annotate.trained import TrainedAnnotator
from quoth.errors import UsageError, WeightsError
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


def _pack(options: ReaderOptions) -> Annotator:
    return StatementAnnotator(options.threshold)


def _trained(options: ReaderOptions) -> Annotator:
    if options.reader not in network.variants():
        message = (
            f"the weights of the reader {options.reader!r} are not here: build them with "
            "`make weights`, install Quoth again, or read with the reader 'pack'"
        )
        raise WeightsError(message)
    load = partial(network.network, options.reader, options.threads)
    return TrainedAnnotator(load, options.threshold)


PACK = "pack"
"""The reader that needs no weights."""

READERS: dict[str, Callable[[ReaderOptions], Annotator]] = {
    "quality": _trained,
    "fast": _trained,
    PACK: _pack,
}
"""The readers of statements by the name that `--reader` takes, the better ones first."""


def reader_name(wanted: str = "") -> str:
    """The reader of that name; if it is empty, the first of `READERS` that can read here.

    Raises:
        UsageError: if there is no reader of that name.
    """
    if not wanted:
        there = {*network.variants(), PACK}
        return next(name for name in READERS if name in there)
    if wanted not in READERS:
        raise UsageError(f"no reader {wanted!r}; there are: {', '.join(sorted(READERS))}")
    return wanted


def annotators(options: ReaderOptions | None = None) -> tuple[Annotator, ...]:
    """The annotators with the wanted statement reader.

    Raises:
        UsageError: if there is no reader of that name, or an option is out of its range.
        WeightsError: if its weights are missing.
    """
    chosen = options or ReaderOptions()
    if not 0 <= chosen.threshold <= 1 or chosen.threads < 1:
        raise UsageError("a threshold is 0 to 1, and threads are 1 or more")
    name = reader_name(chosen.reader)
    named = ReaderOptions(name, chosen.threshold, chosen.threads)
    return (
        LanguageAnnotator(),
        SentenceAnnotator(),
        TimeAnnotator(),
        QuantityAnnotator(),
        PlaceAnnotator(),
        READERS[name](named),
        SettingAnnotator(),
    )


ANNOTATORS: tuple[Annotator, ...] = annotators(ReaderOptions(PACK))
"""The annotators that need no weights."""
