"""Times, places and occasions in words, for people."""

from __future__ import annotations

from collections.abc import Iterator

from quoth.model import Article, Place, Said, Setting, Time

UNSURE = "~"
"""Stands behind a time that covers more than a day."""


def setting_facts(article: Article, setting: Setting | None) -> Iterator[tuple[str, str]]:
    """When, on what occasion and where a statement was made, each with its name."""
    if setting is None:
        return
    if setting.said is not None:
        yield "said", _said(article, setting.said)
    if setting.venue is not None:
        venue = setting.venue
        yield "venue", f"{venue.span.of(article.text)} ({venue.type})"
    if setting.place is not None:
        stands = setting.place
        yield "place", f"{place_words(stands.place)} ({stands.place.why})"
    for dated in setting.times:
        words, time = dated.span.of(article.text), dated.time
        yield "time", f"“{words}”: {days(time)} ({time.why})"


def days(time: Time) -> str:
    """The days that a time covers, `2031-05-26..2031-06-01 ~` if more than one; else its value."""
    first, last = time.earliest, time.latest
    if first is None and last is None:
        found = " or ".join(c.timex for c in time.candidates)
        return f"{found} {UNSURE}" if found else time.timex
    if first is not None and last is not None and first[:10] == last[:10]:
        return first if first == last else first[:10]
    return f"{(first or '')[:10]}..{(last or '')[:10]} {UNSURE}"


def place_words(place: Place) -> str:
    """A place with its country; how many it may be where none is clearly ahead."""
    if not place.name:
        return f"one of {len(place.candidates)} places"
    return f"{place.name}, {place.country}" if place.country else place.name


def _said(article: Article, said: Said) -> str:
    words = f"“{said.span.of(article.text)}”: " if said.span is not None else ""
    return f"{words}{days(said.time)} ({said.time.why})"
