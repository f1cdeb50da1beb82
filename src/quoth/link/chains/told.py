"""What the words around a cue tell of the way that a statement came."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quoth.lang.actors import CITING, INTERVIEW, RELAY_BY, RELAY_TO
from quoth.link.chains.names import Named, Names, Sure, found_in
from quoth.link.chains.window import Window
from quoth.model import Span

_NEEDED = {RELAY_TO: Sure.MEDIUM, INTERVIEW: Sure.ORGANISATION, RELAY_BY: Sure.ORGANISATION}
_SCORES = {RELAY_TO: 0.85, INTERVIEW: 0.85, RELAY_BY: 0.8}
_BEHIND, _REPORTS = 0.7, 0.75
"""Scores of relays by how they were found (guesses, not measured)."""
_POST = "post"
_NEAR = 2  # tokens between a name and the word that says it reports
_AFTER_CUE = 5  # tokens behind a cue in which whom it was told is named
_CITED = 10  # tokens of a noun phrase that names who is cited


@dataclass(frozen=True, slots=True)
class Passed:
    """One who passed a statement on, by the words that name it.

    Attributes:
        kinds: what a noun says that it is.
        again: whether the words point to a medium that was named before: “the agency”.
        bare: whether they are a noun without a name.
    """

    span: Span
    score: float
    why: str
    kinds: frozenset[str] = frozenset()
    again: bool = False
    bare: bool = False


def relays(window: Window, names: Names) -> tuple[Passed, ...]:
    """Those who passed it on, in text order, each once."""
    found: dict[Span, Passed] = {}
    for one in (*_brought(window, names), *_reporting(window, names), *_addressed(window, names)):
        found.setdefault(one.span, one)
    return tuple(sorted(found.values(), key=lambda p: p.span))


def cited(window: Window) -> Span | None:
    """The words that name who is cited: “Sarn reported, citing the harbour master”."""
    for i in range(len(window.tokens)):
        hit = None if window.gap(i) else window.actor(i, CITING)
        if hit is None:
            continue
        if _POST in hit.word.features:
            return None
        stop = _phrase(window, i + hit.length)
        if stop > i + hit.length:
            return window.span(i + hit.length, stop)
    return None


def _brought(window: Window, names: Names) -> Iterator[Passed]:
    """“told Reuters”, “quoted by Sarn”, “in an interview with Le Figaro”."""
    for i in range(len(window.tokens)):
        if window.gap(i):
            continue
        for kind, needed in _NEEDED.items():
            hit = window.actor(i, kind)
            if hit is None:
                continue
            post = _POST in hit.word.features
            named = names.before(window, i) if post else names.behind(window, i + hit.length)
            if named is None or named.sure < needed or named.first in window.source:
                continue
            if kind == RELAY_BY or not named.any:  # whoever talks “to the press” tells nobody
                words = window.span(i, i + hit.length).of(window.text)
                yield _passed(window, named, _SCORES[kind], f"{kind}: {words}")


def _reporting(window: Window, names: Names) -> Iterator[Passed]:
    """“…, Reuters reported”: a medium beside a reporting word that is not this statement's cue."""
    for named in found_in(names, window):
        near = (*range(named.stop, named.stop + _NEAR), *range(named.first - _NEAR, named.first))
        for k in near:
            if not window.gap(k) and k not in window.cue and window.reports(k):
                yield _passed(window, named, _REPORTS, "a medium beside a reporting word")
                break


def _addressed(window: Window, names: Names) -> Iterator[Passed]:
    """“сказал он ТАСС”: a medium close behind the cue."""
    cue = max(window.cue, default=None)
    if cue is None:
        return
    for k in range(cue + 1, cue + 1 + _AFTER_CUE):
        if window.gap(k):
            return
        named = None if k in window.source else names.at(window, k)
        if named is not None:
            if named.sure is Sure.MEDIUM and not named.any and _free(window, cue + 1, k):
                yield _passed(window, named, _BEHIND, "a medium close behind the cue")
            return


def _passed(window: Window, named: Named, score: float, why: str) -> Passed:
    before = window.keys[named.first - 1] if named.first else ""
    pointed = named.bare and (
        window.words.actors.definite(before)
        or window.words.actors.definite(window.keys[named.first])
    )
    return Passed(named.span, score, why, named.kinds, pointed, named.bare)


def _free(window: Window, first: int, stop: int) -> bool:
    """Whether there are no punctuation marks in tokens[first:stop]."""
    return all(window.tokens[k].word for k in range(first, stop))


def _phrase(window: Window, i: int) -> int:
    """The token behind the noun phrase at token i: it ends at a mark, a gap or a verb."""
    stop = i
    while stop < i + _CITED and not window.gap(stop) and window.tokens[stop].word:
        if stop > i and (window.reports(stop) or stop in window.cue):
            break
        stop += 1
    return stop
