"""What the marks of a reading say of one statement, found once for all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from quoth.model.actor import Actor
from quoth.model.chain import Chain
from quoth.model.group import Belonging
from quoth.model.mark import Mark
from quoth.model.reading import Reading
from quoth.model.setting import Setting
from quoth.model.span import Span, Spans, hull
from quoth.model.speaker import Speaker
from quoth.model.values import Language, Statement


def words(text: str, spans: Spans) -> str | None:
    """The characters of `spans`, fragments joined by one space; None where there are none."""
    if len(spans) == 1:
        return spans[0].of(text)
    return " ".join([s.of(text) for s in spans]) if spans else None


class Lookup:
    """The languages, the nesting, the settings and the speakers of one reading."""

    def __init__(self, reading: Reading) -> None:
        self._languages = sorted(reading.of(Language), key=lambda m: (m.span.start, -m.span.end))
        self._starts = [m.span.start for m in self._languages]
        # the furthest end so far tells where a search to the left may stop
        self._reach: list[int] = []
        for m in self._languages:
            self._reach.append(max(m.span.end, self._reach[-1] if self._reach else 0))
        self._contents: dict[Span, list[Mark[Statement]]] = {}
        for s in reading.of(Statement):
            self._contents.setdefault(hull(s.value.content), []).append(s)
        self._settings = {m.value.statement: m.value for m in reading.of(Setting)}
        self._speakers = {m.value.statement: m for m in reading.of(Speaker)}
        self._chains = {m.value.statement: m.value for m in reading.of(Chain)}
        self._actors = {m.id: m.value for m in reading.of(Actor)}
        self._entities = {m.value.actor: m.value for m in reading.of(Belonging)}

    def language(self, span: Span) -> str | None:
        """The language of most of `span`; of two marks the one that covers less besides."""
        last = bisect_left(self._starts, span.end)
        first = bisect_right(self._reach, span.start)
        found = [m for m in self._languages[first:last] if m.span.meets(span)]
        if len(found) > 1:
            found = [max(found, key=lambda m: _shared(m, span))]
        return found[0].value.code if found else None

    def outer(self, statement: Statement) -> str | None:
        """The id of the statement that this one is nested in, if the reading holds it."""
        if statement.inside is None:
            return None
        outer = self._contents.get(statement.inside, ())
        return next((m.id for m in outer if m.value != statement), None)

    def setting(self, statement: str) -> Setting | None:
        """The setting of the statement whose mark has this id, if the reading holds it."""
        return self._settings.get(statement)

    def speaker(self, statement: str) -> Mark[Speaker] | None:
        """Who made the statement whose mark has this id, if the reading holds it."""
        return self._speakers.get(statement)

    def chain(self, statement: str) -> Chain | None:
        """How the statement whose mark has this id reached the page, if the reading holds it."""
        return self._chains.get(statement)

    def entity(self, actor: str) -> Belonging | None:
        """The entity of the actor whose mark has this id, where the reading is of a ledger."""
        return self._entities.get(actor)

    def actor(self, number: str) -> Actor | None:
        """The actor whose mark has this id."""
        return self._actors.get(number)


def _shared(mark: Mark[Language], span: Span) -> tuple[int, int]:
    shared = min(mark.span.end, span.end) - max(mark.span.start, span.start)
    return shared, -len(mark.span)
