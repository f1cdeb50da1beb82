"""Documents as windows with labels on units, and batches of them."""

from __future__ import annotations

import bisect
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from corpus import Attribution
from quoth.nets.links import layout
from quoth.nets.pieces import Vocabulary
from quoth.nets.tags import NAMES, TAGS
from quoth.nets.windows import LENGTH, Window, paragraphs_of, windows
from sources import Document

IGNORED = -100
NO_MISC = -1
"""Label of a unit that is no person, organisation or place, where other names are not annotated."""

Stretch = tuple[int, int]


@dataclass(slots=True)
class Example:
    """A window with labels by unit, and its links.

    `contents`, `cues` and `sources` are stretches of units, first to last inclusive; `cue_of[i]`
    is the number of content i's cue, `source_of[i]` that of cue i's source; -1 for none. `taught`:
    whether a teacher, where there is one, is asked for it.
    """

    window: Window
    outer: list[int]
    inner: list[int]
    names: list[int]
    contents: list[Stretch] = field(default_factory=list)
    cues: list[Stretch] = field(default_factory=list)
    sources: list[Stretch] = field(default_factory=list)
    cue_of: list[int] = field(default_factory=list)
    source_of: list[int] = field(default_factory=list)
    taught: bool = True


def nested(attributions: Sequence[Attribution]) -> list[bool]:
    """For each attribution whether it stands inside the content of another one."""
    found = []
    for a in attributions:
        parts = a.cue or a.content
        found.append(
            any(
                b is not a
                and b.content != a.content
                and all(any(s <= x and y <= e for s, e in b.content) for x, y in parts)
                for b in attributions
            )
        )
    return found


class _Units:
    """Characters to units of a window."""

    def __init__(self, window: Window) -> None:
        self.starts = [a for a, _ in window.spans]
        self.ends = [b for _, b in window.spans]

    def stretch(self, begin: int, end: int) -> Stretch | None:
        """The units that overlap these characters, first to last, or None."""
        first = bisect.bisect_right(self.ends, begin)
        last = bisect.bisect_left(self.starts, end) - 1
        return (first, last) if first <= last else None


def _put(labels: list[int], stretch: Stretch, tags: Sequence[str], kind: str, over: bool) -> None:
    first, last = stretch
    begin, inside = tags.index(f"B-{kind}"), tags.index(f"I-{kind}")
    if not over and any(labels[i] > 0 for i in range(first, last + 1)):
        return
    labels[first : last + 1] = [begin] + [inside] * (last - first)


def example(document: Document, window: Window) -> Example:
    """The window's labels."""
    count, units = len(window.spans), _Units(window)
    blank = IGNORED if document.attributions is None else 0
    inner = [blank] * count
    found = Example(window, [blank] * count, inner, _names(document, units, count))
    if document.attributions is not None:
        _attributions(found, document, units)
    return found


def _names(document: Document, units: _Units, count: int) -> list[int]:
    if document.entities is None:
        return [IGNORED] * count
    labels = [0 if document.misc else NO_MISC] * count
    for begin, end, kind in document.entities:
        if stretch := units.stretch(begin, end):
            _put(labels, stretch, NAMES, kind, over=True)
    return labels


def _attributions(found: Example, document: Document, units: _Units) -> None:
    attributions = document.attributions or ()
    inside = nested(attributions)
    source_at: dict[Stretch, int] = {}
    cue_at: dict[tuple[tuple[int, int], ...], int] = {}
    todo: list[tuple[Attribution, int]] = []
    for kind in ("content", "source", "cue"):  # a word that is both is the cue
        for a, deep in zip(attributions, inside, strict=True):
            labels = found.inner if deep else found.outer
            for fragment in getattr(a, kind):
                if (kind == "source" and a.implicit) or not (s := units.stretch(*fragment)):
                    continue
                _put(labels, s, TAGS, kind, over=kind != "content")
                if kind == "source":
                    source_at.setdefault(s, len(found.sources))
                    if source_at[s] == len(found.sources):
                        found.sources.append(s)
                elif kind == "cue":
                    cue_at.setdefault(a.cue, len(found.cues))
                    if cue_at[a.cue] == len(found.cues):
                        found.cues.append(s)
                        todo.append((a, len(found.cues) - 1))
    _link(found, attributions, units, source_at, cue_at, todo)
    if not document.nested:  # nothing is known of what stands inside a content
        content = {TAGS.index("B-content"), TAGS.index("I-content")}
        found.inner[:] = [IGNORED if tag in content else 0 for tag in found.outer]


def _link(found, attributions, units, source_at, cue_at, todo) -> None:
    for a, _ in todo:
        stretches = [units.stretch(*f) for f in a.source]
        numbers = [source_at[s] for s in stretches if s in source_at]
        found.source_of.append(numbers[0] if numbers else -1)
    of_source = {}
    for a in attributions:
        if a.source and a.cue in cue_at:
            of_source[a.source] = cue_at[a.cue]
        target = cue_at.get(a.cue, -1) if a.cue else of_source.get(a.source, -1)
        for fragment in a.content:
            if s := units.stretch(*fragment):
                found.contents.append(s)
                found.cue_of.append(target)


def examples(
    document: Document, vocabulary: Vocabulary, chance: random.Random | None = None
) -> Iterator[Example]:
    """The windows of a document with their labels; `chance` shifts where they are cut."""
    first = chance.randrange(48, LENGTH + 1) if chance else None
    for w in windows(
        document.text, paragraphs_of(document.text), vocabulary, length=LENGTH, first=first
    ):
        yield example(document, w)


def batches(found: Iterable[Example], tokens: int, chance: random.Random) -> list[list[Example]]:
    """Examples of like length together, `tokens` pieces in a batch with its padding at most."""
    pool = list(found)
    chance.shuffle(pool)
    pool.sort(key=lambda e: -(-len(e.window.pieces) // 32))  # stable: shuffled within a length
    result, batch = [], []
    for e in pool:
        size = -(-len(e.window.pieces) // 32) * 32
        if batch and size * (len(batch) + 1) > tokens:
            result.append(batch)
            batch = []
        batch.append(e)
    if batch:
        result.append(batch)
    chance.shuffle(result)
    return result


def padded(rows: Sequence[Sequence[int]], fill: int, multiple: int = 32) -> np.ndarray:
    """Rows of one length, a multiple of 32, so that shapes do not vary."""
    width = -(-max(1, *(len(r) for r in rows)) // multiple) * multiple
    found = np.full((len(rows), width), fill, np.int64)
    for i, row in enumerate(rows):
        found[i, : len(row)] = row
    return found


def pairs(e: Example, kind: int) -> tuple[list[Stretch], list[Stretch], list[int], np.ndarray]:
    """What is linked, to what, the right one for each (-1 none), and the table indices of pairs.

    The indices are (linked, candidates, 3): distance, paragraph and rank of `quoth.nets.links`.
    """
    linked, candidates, right = (
        (e.contents, e.cues, e.cue_of) if kind == 0 else (e.cues, e.sources, e.source_of)
    )
    paragraphs = e.window.paragraphs
    return linked, candidates, right, layout(linked, candidates, paragraphs)
