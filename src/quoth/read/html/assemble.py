"""Boxes and their kinds become the text of an article, its blocks and its origin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from quoth.model import Block, BlockKind, Origin, OriginKind, Run, Span
from quoth.read.dateline import body_start, dateline
from quoth.read.html.fold import Folded, join
from quoth.read.html.parts import byline_parts, date_parts
from quoth.read.html.teasers import INNER, continues, relabelled, teaser_parts
from quoth.read.html.walk import Box, TextNode
from quoth.read.html.words import PageWords

BREAK = "\n\n"
"""Between blocks; belongs to no place of the page."""


@dataclass(slots=True)
class _Group:
    """Boxes that make one block."""

    kind: BlockKind
    boxes: list[Box] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Assembled:
    """The text of a page, its blocks and where every character comes from."""

    text: str
    blocks: tuple[Block, ...]
    origin: Origin


def assemble(
    boxes: Sequence[Box], kinds: Sequence[BlockKind], nodes: Sequence[TextNode], words: PageWords
) -> Assembled:
    """Lay the boxes out, one block for each article box and one for each run of furniture."""
    groups = _groups(boxes, kinds)
    parts = [join([box.folded for box in group.boxes], INNER) for group in groups]
    whole = join(parts, BREAK)
    blocks: list[Block] = []
    at = 0
    for group, part in zip(groups, parts, strict=True):
        blocks += _blocks(group, whole.text, Span(at, at + len(part.text)), words)
        at += len(part.text) + len(BREAK)
    blocks = relabelled(whole.text, blocks)
    return Assembled(whole.text, tuple(blocks), _origin(whole, nodes))


def _groups(boxes: Sequence[Box], kinds: Sequence[BlockKind]) -> list[_Group]:
    groups: list[_Group] = []
    for box, kind in zip(boxes, kinds, strict=True):
        last = groups[-1] if groups else None
        if last is None or not _joins(last, box, kind):
            groups.append(_Group(kind))
        groups[-1].boxes.append(box)
    return groups


def _joins(group: _Group, box: Box, kind: BlockKind) -> bool:
    if kind is not group.kind:
        return False
    last = group.boxes[-1]
    if kind in {BlockKind.NAVIGATION, BlockKind.APPEAL}:
        return box.frame.zones == last.frame.zones
    return kind is BlockKind.TEASER and continues(group.boxes, box)


def _blocks(group: _Group, text: str, span: Span, words: PageWords) -> list[Block]:
    if group.kind is BlockKind.TEASER:
        return [Block(group.kind, span, teaser_parts(group.boxes, text, span, words))]
    if group.kind is BlockKind.DATE:
        return [Block(group.kind, span, date_parts(text, span, words))]
    if group.kind is BlockKind.BYLINE:
        parts = (*byline_parts(text, span, words), *date_parts(text, span, words))
        return [Block(group.kind, span, parts)]
    if group.kind in {BlockKind.PARAGRAPH, BlockKind.LEAD}:
        return _opened(group.kind, text, span)
    return [Block(group.kind, span)]


def _opened(kind: BlockKind, text: str, span: Span) -> list[Block]:
    """A paragraph, with its dateline as a block of its own."""
    head = dateline(text, span.start, span.end)
    if head is None:
        return [Block(kind, span)]
    start = body_start(text, head, span.end)
    return [head, Block(kind, Span(start, span.end))] if start < span.end else [head]


def _origin(whole: Folded, nodes: Sequence[TextNode]) -> Origin:
    """The origin with the nodes that are used alone, in the order of the text."""
    numbers: dict[int, int] = {}
    runs = []
    for run in whole.runs:
        number = numbers.setdefault(run.node, len(numbers))
        runs.append(Run(run.start, run.end, number, run.offset, run.length))
    return Origin(OriginKind.HTML, tuple(nodes[n].path for n in numbers), tuple(runs))
