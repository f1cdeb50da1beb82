"""The media that a page has named so far, for words such as “the agency” and “the paper”."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable

from quoth.link.chains.names import Names, found_in
from quoth.link.chains.told import Passed
from quoth.link.chains.window import Window
from quoth.model import Link, Span

_NEAR = 300  # characters back to an organisation that “the paper” may mean
_AGENCY = frozenset({"agency"})
_Entry = tuple[Span, str, frozenset[str]]


class Memory:
    """Media by the places that name them.

    Args:
        relays: those of the page as a whole, which agencies are.
    """

    def __init__(self, text: str, relays: Iterable[Link]) -> None:
        self._text = text
        self._entries: list[_Entry] = []
        self._sources: list[tuple[Span, str]] = []
        for link in relays:
            if link.name is not None:
                self._entries.append((link.span or Span(0, 0), link.name, _AGENCY))
        self._entries.sort(key=lambda e: e[0])

    def learn(self, window: Window, names: Names) -> None:
        """Take up the media that a window names, and let `names` know them elsewhere too."""
        for named in found_in(names, window, source=True):
            if not named.bare:
                name = named.span.of(self._text)
                names.learn(name)
                insort(self._entries, (named.span, name, named.kinds), key=lambda e: e[0])

    def note(self, span: Span, name: str) -> None:
        """Take up an organisation that reported something: a medium if nothing else is meant."""
        insort(self._sources, (span, name), key=lambda e: e[0])

    def named(self, one: Passed) -> str | None:
        """The name of one who passed something on.

        Of words that point to a medium named before, that one's: the last of the same kind; an
        agency without a name is such a one even where the language has no article.  None where
        the words point to one and there is none.
        """
        words = one.span.of(self._text)
        if not one.again and not (one.bare and one.kinds == _AGENCY):
            return words
        at = one.span.start
        known = self._entries
        for k in range(bisect_left(known, at, key=lambda e: e[0].start) - 1, -1, -1):
            if not one.kinds or not known[k][2] or known[k][2] & one.kinds:
                return known[k][1]
        if not one.again:
            return words
        last = bisect_left(self._sources, at, key=lambda s: s[0].start) - 1
        near = last >= 0 and self._sources[last][0].start > at - _NEAR
        return self._sources[last][1] if near else None
