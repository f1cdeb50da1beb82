"""Labels glued to the first word: `BerlinThe chancellor said`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quoth.model import Span
from quoth.read.dump.words import grammar, openers, phrases, words
from quoth.read.places import is_place, longest

_WORD = re.compile(r"[^\W\d_]+(?:[’'ʼ-][^\W\d_]+)*")
_SPEECH = frozenset("“”\"«„‘'(0123456789")
_SMALL = "de of la le am an der do da dos the del di el op aan sur sous upon on im in ob y e ten"
_PARTICLES = frozenset(_SMALL.split())
_SPACE = frozenset(" \t\u00a0.")
_ARABIC_END = frozenset("ةى")
_MOST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Glued:
    """A label and where the text behind it begins.

    Attributes:
        known: whether the label is a known place or section and not only looks like one.
        section: whether it is a section.
    """

    label: Span
    rest: int
    known: bool
    section: bool = False


def glued(text: str, start: int, end: int, *, loose: bool = False) -> Glued | None:
    """The label at the head of text[start:end] that runs into the next word without a space.

    Args:
        loose: whether any capitalised word may be a label, as where other lines of the page
            have known labels.
    """
    at, count = start, 0
    limit = min(end, start + longest() + 24)
    while count < _MOST_WORDS:
        word = _WORD.match(text, at, min(end, limit + 24))
        if word is None:
            return None
        cut = _cut(text, start, word, end, loose)
        if cut is not None:
            return cut
        small = word.group() in _PARTICLES and count
        if not small and not word.group()[0].isupper() and not _caseless(word.group()[0]):
            return None
        at, count = word.end(), count + 1
        while at < limit and text[at] in _SPACE:
            at += 1
        if at == word.end() or at >= limit:
            return None
    return None


def _cut(text: str, start: int, word: re.Match[str], end: int, loose: bool) -> Glued | None:
    begin, stop = word.span()
    for k in range(begin + 2, stop):
        if not _boundary(text, begin, k, stop):
            continue
        found = _label(text, start, k, end) or (_unknown(text, start, k, stop) if loose else None)
        if found is not None:
            return found
    if stop < end and text[stop] in _SPEECH and is_place(text[start:stop]):
        return Glued(Span(start, stop), stop, True)
    return None


def _boundary(text: str, begin: int, k: int, stop: int) -> bool:
    a, b = text[k - 1], text[k]
    if a.islower() and b.isupper():
        return True
    if a.isupper() and b.isupper() and k + 1 < stop and text[k + 1].islower():
        return text[begin:k].isupper() and k - begin > 2
    if a in ")]" and b.isupper():
        return True
    return _caseless(a) and _caseless(b) and (a in _ARABIC_END or is_place(text[begin:k]))


def _label(text: str, start: int, k: int, end: int) -> Glued | None:
    label = text[start:k]
    if _caseless(label[-1]):
        return _arabic(text, start, k, end)
    if is_place(label):
        return Glued(Span(start, k), k, True)
    if _is_section(label):
        return Glued(Span(start, k), k, True, section=True)
    first = _WORD.match(text, k, min(end, k + 40))
    if first is not None and k - start > 3 and first.group().lower() in openers():
        return Glued(Span(start, k), k, False)
    return None


def _unknown(text: str, start: int, k: int, stop: int) -> Glued | None:
    """Any name, but for words that are written with a capital inside (YouTube, McDonald)."""
    name = text[start:k]
    if _caseless(name[-1]):
        # not the ending of an adjective (Iran-ian), but a word of its own
        own = stop - k > 3 and text[k] != "ي" and len(name) > 4 and is_place(name)
        return Glued(Span(start, k), k, True) if own else None
    whole = _WORD.match(text, text.rfind(" ", start, k) + 1 if " " in name else start)
    inside = whole is not None and whole.group().lower() in _INNER_CAPITALS
    if len(name) < 4 or inside or not name[-1].islower():
        return None
    return Glued(Span(start, k), k, False)


_BRANDS = """
youtube facebook tiktok whatsapp linkedin paypal blackrock spacex openai astrazeneca biontech
fedex playstation mastercard exxonmobil softbank deepmind unicredit totalenergies easyjet airasia
harpercollins conocophillips dreamworks metlife thyssenkrupp glaxosmithkline fitzgerald
"""
_INNER_CAPITALS = frozenset(_BRANDS.split())


def _arabic(text: str, start: int, k: int, end: int) -> Glued | None:
    """Arabic has no capitals: a known place, and behind it an article or a reporting verb."""
    rest = _WORD.match(text, k, min(end, k + 40))
    if rest is None or not is_place(text[start:k]):
        return None
    word = rest.group()
    if word.startswith("ال") or word in grammar() or (text[k - 1] == "ة" and len(word) > 1):
        return Glued(Span(start, k), k, True)
    return None


def _is_section(label: str) -> bool:
    row = words(label, 0, len(label))
    return any(
        f.at == 0 and f.length == len(row.keys) for f in phrases(row, frozenset({"section"}))
    )


def _caseless(char: str) -> bool:
    return char.isalpha() and char.lower() == char.upper()
