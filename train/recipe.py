"""What is trained on what, for how long: every number of the recipe in one place."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

import sources
from augment import Names, restyled
from encode import Example, examples
from loop import Schedule
from model import Shape
from quoth.nets.pieces import Vocabulary
from sources import Document

VERSION = "7"
"""Of the weights: raised whenever they are built anew to be shipped."""

FIRST = Shape(layers=tuple(range(12)), frozen=4, whole=8)
"""The shape of the first two stages."""

WIDE_QUALITY = Shape(layers=tuple(range(12)), frozen=4, whole=6)
"""All layers; the lowest four as they were, which keeps what they know of other languages and saves
a fifth of the time; the last six see one piece a unit."""

WIDE_FAST = Shape(layers=(0, 2, 4, 6, 9), frozen=1, whole=2)
"""Five layers of the quality reader, three of them on units."""

QUALITY = replace(WIDE_QUALITY, inner=1280)
"""What ships: a sixth of the wide part of each layer left out."""

FAST = replace(WIDE_FAST, inner=640, frozen=0)
"""What ships: more than half of the wide part of each layer left out."""

INFLECTED = frozenset({"pl", "ru", "uk"})
"""Languages whose names change with their case: another name would stand in the wrong one."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A pass over some texts.

    Attributes:
        times: how often each source is read, on average.
        dropout: share of what a layer gives that is left out; none of the layers that are kept.
        renamed: sources whose names are put in the place of one another.
        share: of the names of such a text, how many are.
        held: sources that a teacher is asked for; None for all of them.
        few: how much more often own articles are read of a language that has few of them.
    """

    name: str
    times: dict[str, float]
    schedule: Schedule
    seed: int
    dropout: float = 0.0
    renamed: tuple[str, ...] = ()
    share: float = 0.25
    held: tuple[str, ...] | None = None
    few: float = 1.0


BROAD = Stage(
    "broad",
    {"polnear": 1.25, "nerel-ru": 1.0, "idner": 1.0, "conll": 0.6},
    Schedule(end=0.5),
    seed=1,
)
DEEP = Stage(
    "deep",
    {"own corpus": 3.5, "polnear": 0.35, "nerel-ru": 0.12, "idner": 0.5, "conll": 0.07},
    Schedule(start=0.6, end=0.0, warm=0.03),
    seed=2,
)
LONG = Stage(
    "long",
    {"own corpus": 6.0, "polnear": 2.5, "nerel-ru": 1.2, "idner": 3.0, "conll": 1.2},
    Schedule(start=1.0, end=0.0, warm=0.03),
    seed=4,
)
WIDE = Stage(
    "wide",
    {"own corpus": 4.0, "polnear": 2.0, "nerel-ru": 1.5, "idner": 5.0, "conll": 2.0},
    Schedule(start=0.9, end=0.5, warm=0.03, part=0.405),
    seed=5,
)
LAST = Stage(
    "last",
    {"own corpus": 5.0, "polnear": 1.5, "nerel-ru": 0.6, "idner": 3.0, "conll": 1.0},
    Schedule(start=0.75, end=0.0, warm=0.03),
    seed=6,
)
NAMES = Stage(
    "names",
    {"own corpus": 1.0, "polnear": 0.5, "nerel-ru": 1.2, "idner": 3.0, "conll": 2.0},
    Schedule(start=0.8, end=0.0, warm=0.05),
    seed=7,
    dropout=0.1,
    renamed=("conll", "idner"),
)
"""Of the reader that teaches the fast one: it knows more names, and no more of attributions."""

AGAIN = Stage(
    "again",
    {"own corpus": 2.5, "polnear": 0.5, "nerel-ru": 0.15, "idner": 0.5, "conll": 0.1},
    Schedule(encoder=3e-4, end=0.0),
    seed=9,
)
"""Of the fast reader, which learns once more from what the quality reader has become."""

DISTIL = Stage(
    "distil",
    {"own corpus": 3.0, "polnear": 0.6, "nerel-ru": 0.2, "idner": 0.6, "conll": 0.12},
    Schedule(encoder=4e-4, end=0.0),
    seed=3,
)

MORE = Stage(
    "more",
    {"own corpus": 2.0, "polnear": 1.25, "nerel-ru": 0.3, "idner": 0.6, "conll": 0.4},
    Schedule(start=0.5, end=0.0, warm=0.03, part=0.56),
    seed=11,
)
FRESH = Stage(
    "fresh",
    {
        "own corpus": 1.75,
        "polnear": 0.35,
        "nerel-ru": 0.2,
        "idner": 2.0,
        "conll": 0.2,
        "germeval2014-de": 2.0,
    },
    Schedule(start=0.6, end=0.0, warm=0.05),
    seed=13,
    renamed=("own corpus", "conll", "idner"),
    share=0.4,
)
SMALL = Stage(
    "small",
    {"own corpus": 1.5, "polnear": 2.5, "nerel-ru": 0.15, "idner": 0.5, "conll": 0.1},
    Schedule(encoder=2e-4, end=0.0, part=0.536),
    seed=12,
)
YOUNG = Stage(
    "young",
    {
        "own corpus": 1.75,
        "polnear": 0.4,
        "nerel-ru": 0.1,
        "idner": 1.0,
        "conll": 0.07,
        "germeval2014-de": 1.0,
    },
    Schedule(encoder=3e-4, start=0.5, end=0.0, warm=0.05),
    seed=14,
    renamed=("own corpus", "conll", "idner"),
    share=0.4,
)
"""The four stages behind version 4 of the weights: two of the quality reader, two of the fast one.
The corpus grew by a third while they ran; the first of each had seen what was there before."""

FIFTH = {"quality": 0.5, "fast": 0.7}
"""Weight of what they ended with, beside that of version 4: on dev it keeps most of what was
learned of new articles and loses least on PolNeAR."""

WIDER = Stage(
    "wider",
    {
        "own corpus": 1.6,
        "polnear": 0.8,
        "nerel-ru": 0.25,
        "idner": 1.0,
        "conll": 0.4,
        "germeval2014-de": 1.0,
    },
    Schedule(start=0.8, end=0.45, warm=0.04),
    seed=21,
    renamed=("own corpus", "conll", "idner"),
    share=0.3,
    held=("polnear",),
)
LATE = Stage(
    "late",
    {
        "own corpus": 1.8,
        "polnear": 0.45,
        "nerel-ru": 0.2,
        "idner": 0.8,
        "conll": 0.25,
        "germeval2014-de": 0.8,
    },
    Schedule(start=0.75, end=0.0, warm=0.03),
    seed=24,
    renamed=("own corpus", "conll", "idner"),
    share=0.3,
    held=("polnear",),
)
BROADER = Stage(
    "broader",
    {
        "own corpus": 1.0,
        "polnear": 2.0,
        "nerel-ru": 0.1,
        "idner": 0.5,
        "conll": 0.1,
        "germeval2014-de": 0.5,
    },
    Schedule(encoder=2.5e-4, start=0.8, end=0.4, warm=0.04, part=0.273),
    seed=22,
    renamed=("own corpus", "conll", "idner"),
    share=0.3,
)
SLIM = Stage(
    "slim",
    {
        "own corpus": 1.5,
        "polnear": 1.5,
        "nerel-ru": 0.15,
        "idner": 0.7,
        "conll": 0.12,
        "germeval2014-de": 0.7,
    },
    Schedule(encoder=3e-4, start=1.0, end=0.6, warm=0.03, part=0.72),
    seed=23,
    renamed=("own corpus", "conll", "idner"),
    share=0.3,
)
SLIMMER = Stage(
    "slimmer",
    {
        "own corpus": 1.45,
        "polnear": 0.7,
        "nerel-ru": 0.08,
        "idner": 0.5,
        "conll": 0.07,
        "germeval2014-de": 0.5,
    },
    Schedule(encoder=3e-4, start=0.8, end=0.0, warm=0.03),
    seed=25,
    renamed=("own corpus", "conll", "idner"),
    share=0.3,
)
"""The stages behind version 5: wider and late of the quality reader, the others of the fast one.
Between them both are made narrower. The corpus grew by a sixth; those after that saw it."""

JOINT = Stage(
    "joint",
    {
        "own corpus": 0.8,
        "polnear": 0.3,
        "nerel-ru": 0.06,
        "idner": 0.3,
        "conll": 0.15,
        "germeval2014-de": 0.3,
    },
    Schedule(start=0.6, end=0.0, warm=0.03),
    seed=31,
    renamed=("own corpus", "conll", "idner"),
    share=0.3,
)
BRIEF = Stage(
    "brief",
    {
        "own corpus": 0.75,
        "polnear": 0.55,
        "nerel-ru": 0.05,
        "idner": 0.3,
        "conll": 0.06,
        "germeval2014-de": 0.3,
    },
    Schedule(encoder=3e-4, start=0.6, end=0.0, warm=0.03),
    seed=32,
    renamed=("own corpus", "conll", "idner"),
    share=0.3,
)
"""What both readers learn last, of three together: the quality reader as it was, the narrow one
and the narrow fast one."""

NEARER = replace(
    JOINT, name="nearer", schedule=replace(JOINT.schedule, start=0.6, end=0.4), seed=41
)
NEAREST = replace(
    JOINT,
    name="nearest",
    times={**JOINT.times, "own corpus": 0.8},
    schedule=replace(JOINT.schedule, start=0.4, end=0.0),
    seed=43,
    few=2.0,
)
BRIEFER = replace(
    BRIEF, name="briefer", schedule=replace(BRIEF.schedule, start=0.6, end=0.4), seed=42
)
BRIEFEST = replace(
    BRIEF,
    name="briefest",
    times={**BRIEF.times, "own corpus": 1.0},
    schedule=replace(BRIEF.schedule, start=0.4, end=0.0),
    seed=44,
    few=2.0,
)
"""The stages behind version 7: more of the same, taught by four readers together. The languages
that have few articles came between them."""

SEVENTH = {"quality": (NEARER, NEAREST), "fast": (BRIEFER, BRIEFEST)}
SEVENTH_LAST = {"quality": 0.5, "fast": 0.7}
"""Weight of what they end with, beside version 6."""

FEW = 30
"""Articles of a language in the training part of the corpus below which it has few."""

SIXTH = {"wider": 0.6, "late": 0.7, "last": 0.7}
"""Weight of what a stage ended with, beside what it began with."""

WATCHED = {"own corpus": 300, "other": 150}
"""How many texts show which units of a wide part vary least."""


def documents(*, conll: bool) -> list[Document]:
    """Every training document."""
    return [
        *sources.polnear("train"),
        *sources.entities("train", conll=conll),
        *sources.own("train"),
    ]


def watched(found: list[Document], vocabulary: Vocabulary) -> list[Example]:
    """Windows of some texts of all kinds."""
    chance, left, chosen = random.Random(3), dict(WATCHED), []
    for document in chance.sample(found, len(found)):
        kind = "own corpus" if document.source == "own corpus" else "other"
        if left[kind]:
            left[kind] -= 1
            chosen.append(document)
    return [e for d in chosen for e in examples(d, vocabulary, chance)]


def source(document: Document) -> str:
    """The name that a stage's `times` has for its source."""
    return "conll" if document.source.startswith("conll") else document.source


def drawn(stage: Stage, found: list[Document], vocabulary: Vocabulary) -> Iterator[Example]:
    """The windows of a stage: each document as often as its source asks, cut anew each time."""
    chance, names = random.Random(stage.seed), Names(found)
    count_of = Counter(d.lang for d in found if d.source == "own corpus")
    for document in found:
        times = stage.times.get(source(document), 0.0)
        if document.source == "own corpus" and count_of[document.lang] < FEW:
            times *= stage.few
        count = int(times) + (chance.random() < times % 1)
        for _ in range(count):
            shown = restyled(document, chance) if document.attributions else document
            if source(document) in stage.renamed and document.lang not in INFLECTED:
                shown = names.renamed(shown, chance, stage.share)
            for e in examples(shown, vocabulary, chance):
                e.taught = stage.held is None or source(document) in stage.held
                yield e
