"""Actors with their mentions, and the speaker of each statement."""

from __future__ import annotations

from collections.abc import Iterable

from quoth.model import Maker, Mark, Reading, SourceType, Speaker, Statement, mark

_MAKER = Maker("quoth.mentions", "1")


class MentionAnnotator:
    """Says who speaks: one actor for all mentions, and one speaker for each statement."""

    name = "mentions"
    needs = frozenset({"statement", "place", "language", "sentence", "setting"})
    makes = frozenset({"actor", "speaker"})

    def __call__(self, reading: Reading) -> Iterable[Mark[object]]:
        """The actor and speaker marks of a reading."""
        for said in reading.of(Statement):
            if not said.value.source:
                value = Speaker(said.id, SourceType.NONE, None, None, why="the page names nobody")
                yield mark(reading.article.id, said.span, value, _MAKER, 1.0)
