"""Names of media in the words around a cue: “the news agency Sarn”, “Reuters”, “local media”."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from quoth.lang.actors import MEDIA
from quoth.lang.bodies import MEDIA_KINDS
from quoth.lang.lexicon import Hit
from quoth.link.chains.media import Medium, media, same
from quoth.link.chains.window import Window
from quoth.model import Entity, EntityType, Mark, Span
from quoth.model.row import Row

_SKIPPED = 4  # tokens between the words that bring a name and the name
_DESCRIBED = 3  # words before or behind a noun for a medium that belong to it
MOST = 200
"""Names of media that a page may teach, so that work stays linear."""
_QUOTES = frozenset("\"“”„«»‘’'‚‹›《》「」『』")
_NAMES = frozenset({EntityType.ORG, EntityType.MISC, EntityType.PER})


class Sure(IntEnum):
    """How a name was found to be that of a medium."""

    NAME = 0
    """It need not be one."""
    ORGANISATION = 1
    """It is an organisation or a thing with a name, no person."""
    MEDIUM = 2
    """It is in the table, or the page's own agency, or a noun says so."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name, the tokens that it takes up with its noun, and how sure it is.

    Attributes:
        kinds: what the noun says that it is (`quoth.lang.bodies.MEDIA_KINDS`).
        bare: whether there is a noun and no name: “the agency”, “local media”.
    """

    span: Span
    first: int
    stop: int
    sure: Sure
    kinds: frozenset[str] = frozenset()
    bare: bool = False

    @property
    def any(self) -> bool:
        """Whether it is a word for media at large: “the press”, “local media”."""
        return self.bare and "any" in self.kinds


class Names:
    """Finds names in windows of one page.

    Args:
        entities: the names that the reader found.
        known: names that the page itself has as its agencies and its outlet.
    """

    def __init__(self, entities: Iterable[Mark[Entity]], known: Iterable[str]) -> None:
        marks = [m for m in entities if m.value.type in _NAMES and len(m.span)]
        self._entities: Row[EntityType] = Row((m.span, m.value.type) for m in marks)
        self._starting: dict[int, tuple[Span, EntityType]] = {}
        for m in sorted(marks, key=lambda m: m.span):
            self._starting.setdefault(m.span.start, (m.span, m.value.type))
        self._known = dict.fromkeys(known)
        self._asked: dict[str, bool] = {}

    def learn(self, name: str) -> None:
        """From now on this name is that of a medium: the page said so once."""
        if name not in self._known and len(self._known) < MOST:
            self._known[name] = None
            self._asked.clear()

    def known(self, name: str) -> bool:
        """Whether the page has said that a name is that of a medium."""
        told = self._asked.get(name)
        if told is None:
            told = self._asked[name] = any(same(name, k) for k in self._known)
        return told

    def behind(self, window: Window, i: int) -> Named | None:
        """The name of a medium that begins within a few tokens from token i on."""
        for k in range(i, i + _SKIPPED):
            if window.gap(k) or (k > i and _parting(window, k)):
                return None
            found = self.at(window, k)
            if found is not None:
                return found
        return None

    def before(self, window: Window, i: int) -> Named | None:
        """The name of a medium that ends right before token i, or a particle before it."""
        for k in range(i - 1, max(i - 2 * _SKIPPED, 0) - 1, -1):
            if window.gap(k):
                return None
            found = self.at(window, k)
            if found is not None and found.stop >= i - 1:
                return found
        return None

    def at(self, window: Window, i: int) -> Named | None:
        """The name of a medium, with its noun, that begins at token i."""
        if window.gap(i):
            return None
        noun = window.actor(i, MEDIA)
        if noun is not None:
            return self._described(window, i, noun)
        found = self._proper(window, i)
        if found is not None and found.sure is not Sure.MEDIUM:
            behind = window.actor(found.stop, MEDIA) if not window.gap(found.stop) else None
            if behind is not None:  # Sarn ajansı
                stop, kinds = found.stop + behind.length, behind.word.features & MEDIA_KINDS
                return Named(found.span, i, stop, Sure.MEDIUM, kinds)
        return found

    def _described(self, window: Window, i: int, noun: Hit) -> Named:
        """The name behind a noun for a medium; without one, the noun and what describes it."""
        stop, kinds = i + noun.length, noun.word.features & MEDIA_KINDS
        for k in range(stop, stop + _DESCRIBED):
            if window.gap(k) or _parting(window, k):
                break
            more = window.actor(k, MEDIA)
            found = None if more else self._proper(window, k)
            if found is not None:
                return Named(found.span, i, found.stop, Sure.MEDIUM, kinds)
        return Named(window.span(i, stop), i, stop, Sure.MEDIUM, kinds, bare=True)

    def _proper(self, window: Window, i: int) -> Named | None:
        token = window.tokens[i]
        found = media().at(window.text, window.tokens, i)
        if found is not None and not self._common(window, i, found):
            stop = i + found[1]
            return Named(window.span(i, stop), i, stop, Sure.MEDIUM)
        here = self._starting.get(token.start)
        if here is None:
            return self._quoted(window, i)
        span, kind = here
        stop = _stop(window, i, span.end)
        sure = Sure.NAME if kind is EntityType.PER else Sure.ORGANISATION
        return Named(span, i, stop, self._page(span.of(window.text), sure))

    def _common(self, window: Window, i: int, found: tuple[Medium, int]) -> bool:
        """Whether the name of a paper may be a word of the language: Welt, Time, Tempo."""
        medium, length = found
        here = Span(window.tokens[i].start, window.tokens[i].end)
        return medium.kind == "paper" and length == 1 and not list(self._entities.meeting(here))

    def _quoted(self, window: Window, i: int) -> Named | None:
        """A name between quotation marks."""
        if window.keys[i] not in _QUOTES:
            return None
        for k in range(i + 2, i + 2 + 2 * _DESCRIBED):
            if window.gap(k):
                return None
            if window.keys[k] in _QUOTES:
                span = window.span(i + 1, k)
                return Named(span, i, k + 1, self._page(span.of(window.text), Sure.NAME))
        return None

    def _page(self, name: str, otherwise: Sure) -> Sure:
        return Sure.MEDIUM if self.known(name) else otherwise


def found_in(names: Names, window: Window, *, source: bool = False) -> Iterator[Named]:
    """Every name of a medium in a window; those of its source only if they are wanted."""
    i = 0
    while i < len(window.tokens):
        named = None if i in window.source and not source else names.at(window, i)
        if named is not None and named.sure is Sure.MEDIUM:
            yield named
        i = max(i + 1, named.stop if named else 0)


def _stop(window: Window, i: int, end: int) -> int:
    stop = i + 1
    while not window.gap(stop) and window.tokens[stop].end <= end:
        stop += 1
    return stop


def _parting(window: Window, k: int) -> bool:
    """Whether a punctuation mark that is no quotation mark stands at token k."""
    return not window.tokens[k].word and window.keys[k] not in _QUOTES
