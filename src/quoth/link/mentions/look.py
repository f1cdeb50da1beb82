"""Names by their look, where no reader has marked any: runs of words with a capital letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quoth.lang.actors import LEADER, MEDIA, OFFICE, ORG, TITLE
from quoth.link.mentions.scene import Line
from quoth.model import Entity, EntityType, Maker, Mark, Place, PlaceType, Span, mark

_BY = Maker("quoth.mentions", "1")
_SCORE = 0.6
_LONGEST = 5
"""Words of a name; a longer run is a heading."""


def names_by_look(
    article: str, lines: Sequence[Line], places: dict[Span, Mark[Place]]
) -> list[Mark[Entity]]:
    """The names of an article: of persons behind a title or of several words, of places by their
    marks, of organisations by a word for one."""
    found: dict[Span, EntityType] = {}
    known: set[str] = set()
    for line in lines:
        for first, stop in _runs(line):
            span = line.extent(first, stop)
            kind = _kind(line, first, stop, _place(places.get(span)))
            if kind is not None:
                found[span] = kind
                known.update(line.keys[first:stop])
    for line in lines:
        for first, stop in _runs(line):
            span = line.extent(first, stop)
            if stop - first == 1 and span not in found and line.keys[first] in known:
                found[span] = EntityType.PER
    return [mark(article, s, Entity(k), _BY, _SCORE) for s, k in sorted(found.items())]


def _place(found: Mark[Place] | None) -> bool:
    return found is not None and found.value.type is not PlaceType.DEMONYM


def _runs(line: Line) -> Iterator[tuple[int, int]]:
    """The runs of words with a capital that are no words of the pack."""
    first = -1
    for i, token in enumerate(line.tokens):
        name = token.word and token.capital and not (line.tags[i].keys() - {ORG, MEDIA})
        if name and first < 0:
            first = i
        elif not name and first >= 0:
            yield first, i
            first = -1
    if first >= 0:
        yield first, len(line.tokens)


def _kind(line: Line, first: int, stop: int, place: bool) -> EntityType | None:
    """What a run of words names; None where it may be no name."""
    if place:
        return EntityType.LOC
    tags = line.tags[first:stop]
    if stop - first > 1 and any(ORG in t or MEDIA in t for t in tags):
        return EntityType.ORG
    if any(ORG in t or MEDIA in t for t in tags) or stop - first > _LONGEST:
        return None
    titled = first > 0 and not line.tags[first - 1].keys().isdisjoint({OFFICE, TITLE, LEADER})
    if titled or (stop - first > 1 and not line.head):
        return EntityType.PER
    key = line.tokens[first]
    upper = key.end - key.start > 1 and line.keys[first].upper() == line.keys[first]
    return EntityType.ORG if upper else None
