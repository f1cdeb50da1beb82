"""Attributions on the sample pages, read from the page itself: furniture, encodings and all.

A gold attribution is found when a statement's content overlaps its content (intersection over
union of characters without white space) by at least `IOU`, and their sources share a character.
Hearsay asks for a statement without a source; an implicit speaker for one without a source, or with
the source that it runs on from.  Matching is one to one and maximum.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from quoth.annotate import annotate
from quoth.model import Article, Block, BlockKind, Capture, Spans, Statement
from quoth.read import ReadOptions, article, captures

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
IOU = 0.5
"""The overlap that PolNeAR's measure asks for, see eval/attribution.py."""

Places = frozenset[int]


@dataclass(frozen=True, slots=True)
class Told:
    """An attribution as the places of its characters in `Article.text`, white space left out.

    `implicit` holds, of the gold, the source of the statement that it runs on from, if it has none
    of its own; what is read gives that as its source.
    """

    source: Places
    content: Places
    form: str
    implicit: Places = frozenset()


@dataclass(frozen=True, slots=True)
class PageScore:
    """How many attributions of a page are gold, were read, and were found."""

    page: str
    gold: int
    read: int
    found: int
    content: int
    forms: tuple[tuple[str, bool], ...]


def expected(folder: Path = SAMPLES) -> Iterator[dict[str, Any]]:
    """The gold of every sample page, by file name."""
    for path in sorted((folder / "expected").glob("*.json")):
        yield json.loads(path.read_text(encoding="utf-8"))


@lru_cache(maxsize=64)
def page(name: str, folder: Path = SAMPLES) -> Article:
    """The article of one sample page, read as a user would read it."""
    options = ReadOptions()
    (capture,) = captures(str(folder / name), options)
    assert isinstance(capture, Capture), f"{name}: {capture}"
    return article(capture, options)


def squeeze(text: str) -> tuple[str, list[int]]:
    """`text` without white space, and the place of each character left."""
    kept = [i for i, char in enumerate(text) if not char.isspace()]
    return "".join(text[i] for i in kept), kept


def locate(gold: dict[str, Any], read: Article) -> list[list[int | None]]:
    """For each gold block, the place in the article's text of each of its characters.

    None stands for white space, and for every character of a block that the text lacks.
    """
    flat, places = squeeze(read.text)
    inside = [(b.span.start, b.span.end) for b in read.blocks if not b.furniture]
    out: list[list[int | None]] = []
    for block in gold["blocks"]:
        wanted, own = squeeze(block["text"])
        row: list[int | None] = [None] * len(block["text"])
        at = _best(flat, wanted, places, inside)
        if at is not None:
            for offset, index in enumerate(own):
                row[index] = places[at + offset]
        out.append(row)
    return out


def _best(flat: str, wanted: str, places: list[int], inside: list[tuple[int, int]]) -> int | None:
    """The first occurrence within the article's own blocks, else the first of all."""
    first: int | None = None
    at = flat.find(wanted)
    while at >= 0:
        first = at if first is None else first
        if any(start <= places[at] < end for start, end in inside):
            return at
        at = flat.find(wanted, at + 1)
    return first


def gold_attributions(gold: dict[str, Any], read: Article) -> list[Told]:
    """The gold attributions of a page as places in its text; lost characters count against it."""
    rows = locate(gold, read)
    out = []
    for told in gold["attributions"]:
        at = {role: _places(rows, pieces) for role, pieces in told["places"].items()}
        source, implicit = (at.get(role, frozenset()) for role in ("source", "implicit"))
        out.append(Told(source, at["content"], told["form"], implicit))
    return out


def _places(rows: list[list[int | None]], pieces: list[list[int]]) -> Places:
    found = (rows[block][i] for block, begin, end in pieces for i in range(begin, end))
    return frozenset(i for i in found if i is not None)


def read_attributions(read: Article, reader: str = "pack") -> list[Told]:
    """What the statement reader finds on a page."""
    values = [m.value for m in annotate(read, reader).of(Statement)]
    return [Told(_chars(read, v.source), _chars(read, v.content), v.form.value) for v in values]


def _chars(read: Article, spans: Spans) -> Places:
    return frozenset(i for s in spans for i in range(s.start, s.end) if not read.text[i].isspace())


def overlap(left: Places, right: Places) -> float:
    """Intersection over union, 0 to 1."""
    return len(left & right) / len(left | right) if left and right else 0.0


def same_source(gold: Told, read: Told) -> bool:
    """Whether what was read names the gold's source, or rightly none."""
    if gold.source:
        return bool(gold.source & read.source)
    return not read.source or bool(read.source & gold.implicit)


def pairs(gold: list[Told], read: list[Told], sources: bool = True) -> dict[int, int]:
    """A maximum matching of gold to read attributions: gold index → index of what was read."""
    near = [
        [
            j
            for j, r in enumerate(read)
            if overlap(g.content, r.content) >= IOU and (not sources or same_source(g, r))
        ]
        for g in gold
    ]
    owner: dict[int, int] = {}
    for i in range(len(gold)):
        _augment(i, near, owner, set())
    return {g: r for r, g in owner.items()}


def _augment(i: int, near: list[list[int]], owner: dict[int, int], seen: set[int]) -> bool:
    for j in near[i]:
        if j in seen:
            continue
        seen.add(j)
        if j not in owner or _augment(owner[j], near, owner, seen):
            owner[j] = i
            return True
    return False


def score_page(gold: dict[str, Any], reader: str = "pack", folder: Path = SAMPLES) -> PageScore:
    """The score of one page."""
    read = page(gold["page"], folder)
    truth, found = gold_attributions(gold, read), read_attributions(read, reader)
    hits = pairs(truth, found)
    forms = tuple((t.form, i in hits) for i, t in enumerate(truth))
    contents = len(pairs(truth, found, sources=False))
    return PageScore(gold["page"], len(truth), len(found), len(hits), contents, forms)


def block_kinds(gold: dict[str, Any], read: Article) -> list[tuple[str, Block | None]]:
    """Each gold block's kind beside the block that holds its first character."""
    out: list[tuple[str, Block | None]] = []
    for block, row in zip(gold["blocks"], locate(gold, read), strict=True):
        first = next((i for i in row if i is not None), None)
        holds = (b for b in read.blocks if first is not None and b.span.start <= first < b.span.end)
        out.append((block["kind"], next(holds, None)))
    return out


def teasers(gold: dict[str, Any], read: Article) -> tuple[int, int]:
    """How many of a dump's gold teasers are listed with the place label split off, and how many
    there are."""
    found = set()
    for block in read.of(BlockKind.TEASER):
        place = block.part("place")
        label = place.of(read.text) if place else None
        found.add((label, squeeze(block.span.of(read.text))[0]))
    wanted = [(t["place"], squeeze(t["text"])[0]) for t in gold["teasers"]]
    return sum(w in found for w in wanted), len(wanted)


def teaser_share() -> float:
    """The share of the dumps' teasers that are listed with their place, in percent."""
    counts = [teasers(g, page(g["page"])) for g in expected() if g["form"] == "dump"]
    return 100 * sum(found for found, _ in counts) / sum(wanted for _, wanted in counts)


def run(reader: str = "pack") -> dict[str, float]:
    """Shares in percent over all sample pages; a line for each page goes to standard error."""
    scores = [score_page(gold, reader) for gold in expected()]
    for s in scores:
        share = 100 * s.found / s.gold
        print(
            f"{s.page:50} gold {s.gold:3} read {s.read:3} found {s.found:3} {share:5.1f} %",
            file=sys.stderr,
        )
    gold, read = sum(s.gold for s in scores), sum(s.read for s in scores)
    found = sum(s.found for s in scores)
    out = {
        "samples attribution recall": 100 * found / gold,
        "samples attribution precision": 100 * found / max(read, 1),
        "samples content recall": 100 * sum(s.content for s in scores) / gold,
    }
    out["samples teasers split"] = teaser_share()
    flags = [flag for s in scores for flag in s.forms]
    for form in sorted({form for form, _ in flags}):
        hits = [hit for name, hit in flags if name == form]
        out[f"samples {form} recall"] = 100 * sum(hits) / len(hits)
    return out


if __name__ == "__main__":
    for name, value in run().items():
        print(f"{name:35} {value:5.1f}")
