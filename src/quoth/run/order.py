"""The order of annotators, from what each needs and makes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

from quoth.annotate import Annotator
from quoth.errors import UsageError


def order(annotators: Iterable[Annotator]) -> tuple[Annotator, ...]:
    """The annotators so that each comes after all makers of what it needs; else in table order.

    Raises:
        UsageError: `no-maker` if nothing makes a kind that is needed, `annotator-cycle` if
            annotators wait for each other.
    """
    waiting = list(annotators)
    _refuse_missing(waiting)
    out: list[Annotator] = []
    while waiting:
        ready = next((a for a in waiting if _ready(a, waiting)), None)
        if ready is None:
            names = ", ".join(a.name for a in waiting)
            raise UsageError(f"annotators that wait for each other: {names}", "annotator-cycle")
        waiting.remove(ready)
        out.append(ready)
    return tuple(out)


def wanted(ordered: Sequence[Annotator], kinds: Set[str]) -> tuple[Annotator, ...]:
    """Those of `ordered` (see `order`) that it takes to make `kinds`, in the same order."""
    out: list[Annotator] = []
    still = set(kinds)
    for annotator in reversed(ordered):
        if not still.isdisjoint(annotator.makes):
            out.append(annotator)
            still.update(annotator.needs)
    return tuple(reversed(out))


def _ready(annotator: Annotator, waiting: Sequence[Annotator]) -> bool:
    # one that refines its own kind of mark does not wait for itself
    others = {kind for a in waiting if a is not annotator for kind in a.makes}
    return others.isdisjoint(annotator.needs)


def _refuse_missing(annotators: Sequence[Annotator]) -> None:
    made = {kind for a in annotators for kind in a.makes}
    for annotator in annotators:
        missing = sorted(set(annotator.needs) - made)
        if missing:
            raise UsageError(
                f"the annotator {annotator.name!r} needs {', '.join(missing)}, "
                "which no annotator makes",
                "no-maker",
            )
