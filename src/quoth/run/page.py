"""One page, from bytes to marks.  The one place where errors become issues."""

from __future__ import annotations

import contextlib
import gc
import json
from collections.abc import Sequence
from functools import lru_cache
from time import process_time

from quoth.annotate import Annotator, ReaderOptions, annotators
from quoth.annotate.statement import StatementAnnotator
from quoth.errors import AtlasError, PackError, QuothError, WeightsError
from quoth.lang import available
from quoth.link.table import LINKERS
from quoth.model import SPOKEN, Article, Capture, Issue, Language, Reading, Source, issue
from quoth.read import article
from quoth.run.deadline import limited
from quoth.run.options import RunOptions
from quoth.run.order import order, wanted
from quoth.run.outcome import Outcome, failed

_MESSAGE = 300
"""Characters of an unexpected exception's text that are kept."""

_MOMENT = 0.001


def outcome(capture: Capture, options: RunOptions) -> Outcome:
    """Read and annotate one page.  Whatever goes wrong with it comes back as an issue.

    Raises:
        AtlasError, PackError, WeightsError: for a broken language pack, damaged weights or a
            damaged gazetteer, which is a fault of the installation.
    """
    warm(capture.source.media_type, options)
    stage, began = "read", process_time()
    seconds = options.read.max_seconds
    try:
        found = limited(lambda: article(capture, options.read), seconds)
        stage = "annotate"
        # at least a moment: no seconds at all would be no deadline
        left = max(seconds - (process_time() - began), _MOMENT)
        left += options.extra_seconds(_running(found))
        steps = plan(options.how, options.kinds)
        reading = limited(lambda: annotated(found, steps), left)
    except (AtlasError, PackError, WeightsError):
        raise
    except Exception as err:
        return failed(fault(err, stage, capture.source))
    return Outcome(capture.source, reading, reading.issues)


def _running(found: Article) -> int:
    """Characters of running text."""
    return sum(len(b.span) for b in found.blocks if b.kind in SPOKEN)


_PARAGRAPHS = (
    "AARNES, 3 May 2031 - The old bridge over the river has been closed since Monday morning.",
    "“It will stay closed until the water has gone,” said Ana Lund, the mayor of the town.",
    "The council said it would decide about the repair next week, when the costs are known.",
)
SAMPLES: dict[str, bytes] = {
    "text/html": (
        "<html><head><title>Bridge closes</title></head><body><article><h1>Bridge closes</h1>"
        f"<p>{'</p><p>'.join(_PARAGRAPHS)}</p></article></body></html>"
    ).encode(),
    "text/plain": "\n\n".join(("Bridge closes", *_PARAGRAPHS)).encode(),
    "application/x-ndjson": json.dumps({"id": "1", "text": "\n\n".join(_PARAGRAPHS)}).encode(),
}
"""A small page of each kind, to load what pages of that kind need."""

_WARM_SECONDS = 60.0


@lru_cache(maxsize=16)
def warm(media_type: str, options: RunOptions) -> None:
    """Load what pages of one kind need, once: packs, models, tables of dates.

    It takes a second or two, which would otherwise count against the deadline of the first page.
    """
    sample = Capture(Source("sample", media_type=media_type), SAMPLES.get(media_type, b""))
    # whatever is wrong here is wrong with the pages too, and is told there
    with contextlib.suppress(Exception):
        limited(lambda: _reading(sample, options), _WARM_SECONDS)
    # packs and models stay: the collector need not walk them again for every few pages
    gc.collect()
    gc.freeze()


def _reading(capture: Capture, options: RunOptions) -> Reading:
    return annotated(article(capture, options.read), plan(options.how, options.kinds))


@lru_cache(maxsize=8)
def plan(how: ReaderOptions, kinds: frozenset[str] | None = None) -> tuple[Annotator, ...]:
    """The annotators with the wanted statement reader, in the order that they run in.

    Args:
        kinds: the kinds of marks that are wanted; None for all.

    Raises:
        UsageError: if there is no such reader, or no such order.
        WeightsError: if its weights are missing.
    """
    ordered = order((*annotators(how), *LINKERS))
    return ordered if kinds is None else wanted(ordered, kinds)


def annotated(found: Article, steps: Sequence[Annotator]) -> Reading:
    """`found` with the marks of `steps`, which come in the order that they run in.

    One that fails leaves the marks of the others, and an issue; those that need what it makes
    are left out, each with an issue of its own.
    """
    reading = Reading(found)
    missing: set[str] = set()
    for annotator in steps:
        known = len(reading.issues)
        lacking = missing.intersection(annotator.needs)
        if lacking:
            reading = reading.failing([_skipped(annotator, lacking, found.source)])
        else:
            reading = _with(annotator, reading)
        if len(reading.issues) > known:
            missing.update(annotator.makes)
    # what a pack is missing for, only the pack reader leaves out
    packs = any(isinstance(a, StatementAnnotator) for a in steps)
    return reading.failing(_doubts(reading, packs))


def _doubts(reading: Reading, packs: bool) -> list[Issue]:
    """What a reader of the page should know though nothing went wrong, as warnings."""
    source = reading.article.source
    if not any(b.kind in SPOKEN for b in reading.article.blocks):
        message = "no article was found in the page, only its furniture"
        return [issue("no-article", "warning", "read", source, message)]
    told = {m.value.code for m in reading.of(Language)}
    unknown = sorted(told.difference(available())) if packs else []
    if unknown:
        names = ", ".join(unknown)
        message = f"no language pack for {names}: what is written in it was not read for statements"
        return [issue("no-pack", "warning", "annotate", source, message)]
    return []


def fault(err: Exception, stage: str, source: Source) -> Issue:
    """An exception as an issue: with its own code if it is ours, else as `internal`."""
    if isinstance(err, QuothError):
        return issue(err.code, "error", stage, source, err.message)
    text = f"{type(err).__name__}: {err}"
    return issue("internal", "error", stage, source, text[:_MESSAGE])


def _with(annotator: Annotator, reading: Reading) -> Reading:
    try:
        return reading.plus(annotator(reading))
    except (AtlasError, PackError, WeightsError):
        raise
    except Exception as err:
        return reading.failing([fault(err, "annotate", reading.article.source)])


def _skipped(annotator: Annotator, lacking: set[str], source: Source) -> Issue:
    message = f"{annotator.name} was left out: it needs {', '.join(sorted(lacking))}, which failed"
    return issue("annotator-skipped", "error", "annotate", source, message)
