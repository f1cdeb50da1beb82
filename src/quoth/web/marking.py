"""A text cut into pieces, each with all that is marked there: marks nest, and they overlap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from quoth.model import Span

MOST = 24
"""Labels on one piece; of more, those that begin last are left out, so that work stays linear."""


@dataclass(frozen=True, slots=True)
class Label:
    """Something marked in a text.

    Attributes:
        kind: what it is, a word that may be a class of HTML.
        target: the id of the record that it opens; empty where there is none.
        anchor: an id for the place where it begins, if others point there.
    """

    span: Span
    kind: str
    target: str
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text all of which has the same labels.

    Attributes:
        labels: the narrowest first; of equal ones that which was given last.
        begins: those of `labels` that begin here.
    """

    span: Span
    text: str
    labels: tuple[Label, ...] = ()
    begins: tuple[Label, ...] = ()

    @property
    def kinds(self) -> str:
        """The kinds of its labels, each once, with spaces between them."""
        return " ".join(dict.fromkeys(label.kind for label in self.labels))

    @property
    def targets(self) -> str:
        """The ids of the records that it opens, each once, the narrowest first."""
        return " ".join(dict.fromkeys(x.target for x in self.labels if x.target))

    @property
    def opens(self) -> str:
        """The id of the narrowest record that it opens; empty where there is none."""
        return next((x.target for x in self.labels if x.target), "")

    @property
    def wordless(self) -> bool:
        """Whether it has neither letters nor digits: too little to be a link."""
        return not any(character.isalnum() for character in self.text)

    @property
    def depth(self) -> int:
        """How many contents of statements lie over each other here."""
        return sum(label.kind == CONTENT for label in self.labels)

    @property
    def again(self) -> bool:
        """Whether the narrowest of its labels that opens something began in an earlier piece."""
        narrowest = next((x for x in self.labels if x.target), None)
        return narrowest is not None and narrowest not in self.begins

    @property
    def anchors(self) -> tuple[str, ...]:
        """The ids of what begins here."""
        return tuple(label.anchor for label in self.begins if label.anchor is not None)


CONTENT = "content"
"""The kind of a label on what was said."""


def pieces(text: str, within: Span, labels: Iterable[Label]) -> list[Piece]:
    """The characters of `within` in pieces, in order; together they are all of them.

    Labels without a character inside `within` do not count.
    """
    return next(cut(text, [within], labels))


def cut(text: str, spans: Iterable[Span], labels: Iterable[Label]) -> Iterator[list[Piece]]:
    """The pieces of several stretches of a text that follow each other, in one pass over all."""
    stretches = list(spans)
    told = [_Placed(number, label) for number, label in enumerate(labels) if len(label.span)]
    starts: dict[int, list[_Placed]] = defaultdict(list)
    for each in told:
        starts[each.label.span.start].append(each)
    begun = {span.start for span in stretches if len(span)}
    ended = {span.end for span in stretches}
    edges = {e for each in told for e in (each.label.span.start, each.label.span.end)}
    found: list[list[Piece]] = []
    active: list[_Placed] = []
    shown: set[int] = set()
    inside = False
    for start, end in pairwise(sorted(edges | begun | ended)):
        active = [each for each in active if each.label.span.end > start]
        active += sorted(starts.get(start, ()), key=_widest)[: MOST - len(active)]
        inside = start in begun or (inside and start not in ended)
        if start in begun:
            found.append([])
        if inside:
            found[-1].append(_piece(text, Span(start, end), active, shown))
            shown.update(each.number for each in active)
    done = iter(found)
    yield from (next(done) if len(span) else [] for span in stretches)


@dataclass(frozen=True, slots=True)
class _Placed:
    number: int
    label: Label


def _widest(each: _Placed) -> int:
    return -len(each.label.span)


def _piece(text: str, span: Span, active: list[_Placed], shown: set[int]) -> Piece:
    # a label given later lies on top of one as long
    ordered = sorted(active, key=lambda each: (len(each.label.span), -each.number))
    labels = tuple(each.label for each in ordered)
    begins = tuple(each.label for each in ordered if each.number not in shown)
    return Piece(span, span.of(text), labels, begins)
