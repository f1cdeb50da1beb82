"""The scores of one window into drafts of attributions, and names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from quoth.nets.links import CUE, SOURCE, Tables, chances
from quoth.nets.tags import CONTENT, NAMES, TAGS, Found, Labels, adjoined, stretches
from quoth.nets.windows import Window

Floats = NDArray[np.float32]
Ends = tuple[int, int]

SPLIT = 24
"""Units between the two parts of a cue at most: a German clause seldom has more before its verb."""

ASKED = 4.0
"""How much likelier than scored cues are held to be, as a logarithm, in the sentence of a content
that has none.  From the dev parts: it gives most of such contents their cue, and few others one."""

WHO = ("source", "cue")
"""What is one where it is labelled as begun twice; two contents may well follow one another."""

_TYPES = tuple(name[2:] for name in NAMES[1::2])
_STOPS = frozenset(".!?…。！？।؟")


@dataclass(frozen=True, slots=True)
class Scores:
    """What a network says of a window's units: label scores and link vectors."""

    tags: Floats
    names: Floats
    vectors: Floats


@dataclass(slots=True)
class Draft:
    """An attribution of one window, in code points of the text.

    `contents` are fragments with their scores; `first` and `last` tell whether the first one
    begins with the window and the last one ends with it; `score` is that of cue, source and links.
    """

    contents: list[tuple[Ends, float]]
    cues: list[Ends] = field(default_factory=list)
    sources: list[Ends] = field(default_factory=list)
    nested: bool = False
    score: float = 1.0
    first: bool = False
    last: bool = False


@dataclass(frozen=True, slots=True)
class _Parts:
    """Stretches of both sets of labels; `inner[kind][i]` tells which set the i-th is of."""

    found: dict[str, list[Found]]
    inner: dict[str, list[bool]]


def drafts(
    window: Window, scores: Scores, tables: Tables, text: str, lean: Floats | float = 0.0
) -> list[Draft]:
    """The attributions of a window, and contents that belong to no cue (drafts without cue).

    `lean` is that of `quoth.nets.tags.stretches`.
    """
    where = np.array(window.paragraphs)
    sentences = _sentences(window, where, text)
    parts = _parts(where, scores.tags, lean)
    to_cue = _linked(where, scores.vectors, parts, tables, CUE)
    asked = _asked(parts, to_cue, sentences)
    if asked.any():
        parts = _parts(where, scores.tags + asked, lean)
        to_cue = _linked(where, scores.vectors, parts, tables, CUE)
    to_source = _linked(where, scores.vectors, parts, tables, SOURCE)
    made: dict[int, Draft] = {}
    alone: list[Draft] = []
    for i, (content, (target, chance)) in enumerate(
        zip(parts.found["content"], to_cue, strict=True)
    ):
        deep = parts.inner["content"][i]
        if target < 0:
            draft = Draft([], nested=deep, score=chance)
            alone.append(draft)
        elif target in made:
            draft = made[target]
        else:
            made[target] = draft = _draft(window, parts, target, to_source[target])
        link = chance if target >= 0 else 1.0
        draft.contents.append((_ends(window, content), content.score * link))
        draft.first |= content.units[0] == 0
        draft.last |= content.units[1] == len(window.spans) - 1
    _split_cues(window, parts, made, to_source, sentences)
    return [*made.values(), *alone]


def _sentences(window: Window, where: Labels, text: str) -> Labels:
    """The number of the sentence of each unit; a paragraph's end and a stop end one."""
    stops = np.array([text[begin:end] in _STOPS for begin, end in window.spans], bool)
    ends = stops[:-1] | (where[1:] != where[:-1])
    return np.concatenate([[0], np.cumsum(ends)])[: len(stops)]


def _asked(parts: _Parts, to_cue: Sequence[tuple[int, float]], sentences: Labels) -> Floats:
    """What is added to the labels' scores: cues, where a content has none in its sentences."""
    added = np.zeros((len(sentences), 2 * len(TAGS)), np.float32)
    for found, deep, (target, _) in zip(
        parts.found["content"], parts.inner["content"], to_cue, strict=True
    ):
        if target < 0:
            first, last = (sentences[unit] for unit in found.units)
            at = TAGS.index("B-cue") + deep * len(TAGS)
            added[(first <= sentences) & (sentences <= last), at : at + 2] = ASKED
    return added


def _draft(window: Window, parts: _Parts, number: int, link: tuple[int, float]) -> Draft:
    """The draft of a cue, still without content."""
    cue, (target, chance) = parts.found["cue"][number], link
    draft = Draft([], [_ends(window, cue)], nested=parts.inner["cue"][number])
    draft.score = cue.score * chance
    if target >= 0:
        source = parts.found["source"][target]
        draft.sources.append(_ends(window, source))
        draft.score *= source.score
    return draft


def _ends(window: Window, found: Found) -> Ends:
    return window.spans[found.units[0]][0], window.spans[found.units[1]][1]


def _parts(where: Labels, tags: Floats, lean: Floats | float) -> _Parts:
    """What both sets of labels hold; what the inner one repeats of the outer one is left out."""
    width = len(TAGS)
    outer, inner = (
        adjoined(
            stretches(tags[:, at : at + width], TAGS, where, resumed=CONTENT, lean=lean), where, WHO
        )
        for at in (0, width)
    )
    taken = {u for f in outer if f.kind == "cue" for u in range(f.units[0], f.units[1] + 1)}
    parts = _Parts(
        {"source": [], "cue": [], "content": []}, {"source": [], "cue": [], "content": []}
    )
    for deep, row in ((False, outer), (True, inner)):
        for f in row:
            repeats = (
                deep and f.kind == "cue" and not taken.isdisjoint(range(f.units[0], f.units[1] + 1))
            )
            if not repeats:
                parts.found[f.kind].append(f)
                parts.inner[f.kind].append(deep)
    return parts


def _linked(
    where: Labels, vectors: Floats, parts: _Parts, tables: Tables, kind: int
) -> list[tuple[int, float]]:
    """For each content its cue, or for each cue its source, with the chance; -1 for none.

    What is inside a content is linked to what is inside one, and the rest to the rest.  A source
    in a later paragraph than its cue is none (3 of 7,600 in the corpus for training).
    """
    left, right = ("content", "cue") if kind == CUE else ("cue", "source")
    ends = [f.units for f in parts.found[left]], [f.units for f in parts.found[right]]
    table = chances(vectors, ends, where, tables, kind)
    sets = np.array(parts.inner[right], bool)
    there = where[[b for b, _ in ends[1]]] if ends[1] else where[:0]
    found = []
    for (first, _), row, deep in zip(ends[0], table, parts.inner[left], strict=True):
        row[1:][sets != deep] = 0.0
        if kind == SOURCE:
            row[1:][there > where[first]] = 0.0
        best = int(row.argmax())
        found.append((best - 1, float(row[best])))
    return found


def _split_cues(
    window: Window,
    parts: _Parts,
    made: dict[int, Draft],
    to_source: Sequence[tuple[int, float]],
    sentences: Labels,
) -> None:
    """Joins a cue without content to the one before it in its sentence, of the same source."""
    cues = parts.found["cue"]
    for i, cue in enumerate(cues):
        if i in made:
            continue
        near = [
            (abs(cues[j].units[0] - cue.units[0]), j)
            for j in made
            if parts.inner["cue"][j] == parts.inner["cue"][i]
            and to_source[i][0] in (-1, to_source[j][0])
            and sentences[cues[j].units[0]] == sentences[cue.units[0]]
        ]
        if near and min(near)[0] <= SPLIT:
            draft = made[min(near)[1]]
            draft.cues = sorted([*draft.cues, _ends(window, cue)])


def names(window: Window, scores: Floats) -> list[tuple[Ends, str, float]]:
    """The names of a window: ends in the text, type, raw score.

    Names of one type with nothing between them are one: two people or places are parted by a comma
    or a word, but a name of several words may be labelled as begun twice.
    """
    where = np.asarray(window.paragraphs)
    found = adjoined(stretches(scores, NAMES, where), where, _TYPES)
    return [(_ends(window, f), f.kind, f.score) for f in found]
