"""Teasers of other stories: where one ends, and its headline, place and text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from quoth.model import Block, BlockKind, Part, Span
from quoth.read.dump.glue import glued
from quoth.read.html.fold import Folded
from quoth.read.html.walk import Box
from quoth.read.html.words import PageWords

INNER = "\n"
"""Between the lines of one block of furniture."""

_OPENING = frozenset("\"'“‘«‹„‚¿¡([")
"""Signs that a headline may begin with."""
_LINKED = 0.75
_SEVERAL = 2
_LABEL = 40
"""Characters of the longest label of a teaser."""


def continues(boxes: Sequence[Box], box: Box) -> bool:
    """Whether a box belongs to the teaser that `boxes` have begun.

    One teaser tells of one story: it has one headline, maybe a label before it and text behind.
    """
    if boxes[0].frame.card != box.frame.card:
        return False
    headed = any(_heads(b) for b in boxes)
    if _heads(box):
        return not headed and len(boxes) == 1 and boxes[0].size <= _LABEL
    return headed


def teaser_parts(boxes: Sequence[Box], text: str, span: Span, words: PageWords) -> tuple[Part, ...]:
    """A label before the headline is its place; what follows the headline is its text."""
    spans: list[Span] = []
    at = span.start
    for box in boxes:
        spans.append(Span(at, at + len(box.text)))
        at += len(box.text) + len(INNER)
    head = next((i for i, box in enumerate(boxes) if _heads(box)), 0)
    parts = [Part("place", s) for s in spans[:head] if len(s) <= _LABEL][:1]
    title = _pointed_at(text, spans[head], words)
    label = _own_label(boxes[head].folded)
    if label and not parts and title == spans[head]:
        parts.append(Part("place", Span(title.start, title.start + label)))
        title = Span(title.start + label, title.end)
    parts.append(Part("headline", title))
    if spans[head + 1 :]:
        parts.append(Part("text", Span(spans[head + 1].start, spans[-1].end)))
    return tuple(parts)


def relabelled(text: str, blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with place labels split off that are glued to the first word of a teaser.

    Any capitalised word is taken for a label only where the page shows that it glues labels: one
    teaser has a known one, or several look alike.
    """
    bare = [b for b in blocks if b.kind is BlockKind.TEASER and b.part("place") is None]
    titles = [b.part("headline") or b.span for b in bare]
    loose = any(glued(text, t.start, t.end) for t in titles) or (
        sum(glued(text, t.start, t.end, loose=True) is not None for t in titles) >= _SEVERAL
    )
    return [_split(text, b, loose) if b in bare else b for b in blocks]


def _split(text: str, block: Block, loose: bool) -> Block:
    title = block.part("headline") or block.span
    cut = glued(text, title.start, title.end, loose=loose)
    if cut is None or cut.rest >= title.end:
        return block
    head = Part("headline", Span(cut.rest, title.end))
    label = () if cut.section else (Part("place", cut.label),)
    rest = tuple(p for p in block.parts if p.name != "headline")
    return replace(block, parts=(*label, head, *rest))


def _heads(box: Box) -> bool:
    return bool(box.frame.heading) or box.link_share >= _LINKED


def _own_label(folded: Folded) -> int:
    """The length of a label that another element holds, with no blank before what follows."""
    end = next((a.end for a, b in pairwise(folded.runs) if a.node != b.node), 0)
    text = folded.text
    if not 0 < end <= _LABEL or not (text[end - 1].isalnum() and text[end].isalnum()):
        return 0
    return 0 if text[end].islower() else end


def _pointed_at(text: str, span: Span, words: PageWords) -> Span:
    """The headline behind the words that point at it (Read also: …)."""
    start = span.start + words.opening("more", span.of(text))
    while start < span.end and not text[start].isalnum() and text[start] not in _OPENING:
        start += 1
    return Span(start, span.end) if start < span.end else span
