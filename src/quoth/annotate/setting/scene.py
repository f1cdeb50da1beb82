"""The marks of a reading, laid out so that those near a place are found without a search."""

from __future__ import annotations

from collections.abc import Iterator

from quoth.model import Mark, Place, Reading, Sentence, Span, Statement, Time
from quoth.model.lookup import Lookup
from quoth.model.row import Row

REACH = 300
"""Characters on each side of a cue or source that are looked at, so that work stays linear."""
_BACK = 2000  # characters before a window in which what reaches into it begins
_ANCHORS = 8  # pieces of a cue and source that are looked around


class Scene:
    """A reading as the setting of its statements is looked for.

    Attributes:
        statements: in text order.
        times, places: by their spans.
        contents, cues: pieces of all statements, with the statement's index.
    """

    def __init__(self, reading: Reading) -> None:
        self.article = reading.article
        self.text = reading.article.text
        self.statements = reading.of(Statement)
        self.times: Row[Mark[Time]] = Row((m.span, m) for m in reading.of(Time))
        self.places: Row[Mark[Place]] = Row((m.span, m) for m in reading.of(Place))
        numbered = list(enumerate(m.value for m in self.statements))
        self.contents = Row((s, n) for n, value in numbered for s in value.content)
        self.cues = Row((s, n) for n, value in numbered for s in value.cue)
        self._sentences = Row((m.span, None) for m in reading.of(Sentence))
        self.lookup = Lookup(reading)

    def windows(self, statement: Statement) -> list[Span]:
        """Where the clause of a statement is looked for: around its cue and its own source."""
        own = statement.cue + (() if statement.implicit else statement.source)
        spans = sorted(self._window(anchor, statement.inside) for anchor in own[:_ANCHORS])
        out: list[Span] = []
        for span in spans:
            if out and span.start <= out[-1].end:
                out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
            else:
                out.append(span)
        return out

    def others(self, number: int, window: Span) -> Iterator[Span]:
        """What other statements hold of a window, but not what this one stands in."""
        own = self.statements[number].value
        anchors = own.cue or own.source
        for span, other in self.contents.meeting(window, _BACK):
            if other != number and not any(span.meets(a) for a in anchors):
                yield span

    def _window(self, anchor: Span, inside: Span | None) -> Span:
        start, end = self._sentence(anchor)
        start, end = max(start, anchor.start - REACH), min(end, anchor.end + REACH)
        if inside is not None and inside.covers(anchor):
            start, end = max(start, inside.start), min(end, inside.end)
        return Span(start, max(start, end))

    def _sentence(self, anchor: Span) -> tuple[int, int]:
        start, end = self._around(anchor.start)
        if end < anchor.end:
            end = self._around(anchor.end - 1)[1]
        return start, max(end, anchor.end)

    def _around(self, position: int) -> tuple[int, int]:
        """The sentence at a position; where none is marked, its line."""
        found = self._sentences.before(position)
        if found is not None and found[0].end > position:
            return found[0].start, found[0].end
        low, high = max(0, position - REACH), min(len(self.text), position + REACH)
        start = self.text.rfind("\n", low, position) + 1 or low
        end = self.text.find("\n", position, high)
        return start, end if end >= 0 else high
