"""How like two words of names are: by their letters, by their sounds, as short or bent forms."""

from __future__ import annotations

import math
import re
from functools import lru_cache

from quoth.link.names.sounds import sounds, units
from quoth.link.names.table import bases, short_forms

LATIN = "Latn"

# Logistic in the evidence of the tables per nat of both words, and in its amount: a pair of short
# words that fit proves less. Fitted by train/sounds.py's half of the pairs, docs/names.md.
MIDDLE = 0.36
STEEP = 9.0

BENT = 0.97
"""What a likeness is multiplied by where a case ending was taken off."""

CLOSE = 0.97
"""The most that two spellings in one script may have."""

REMOTE = 0.02
"""Below this likeness, words are no forms of one even without their endings."""

SHORT_FORM = 0.9
"""The likeness of a name and its short form: Bill and William, Дима and Дмитрий."""

READING = 0.85
"""The likeness of Chinese words of the same reading: traditional and simplified, or others."""

LEAST = -1.0
"""The least share of the evidence that is told apart."""

_DOUBLED = re.compile(r"(.)\1+")
_KINDS = {"bpfv": 1, "dt": 2, "kq": 4, "sz": 8, "lr": 16, "mn": 32}
_SURELY = {letter: bit for letters, bit in _KINDS.items() for letter in letters}
_MAYBE = {**_SURELY, "w": 1, **dict.fromkeys("tdsz", 2 | 8), **dict.fromkeys("cgjhxk", 4 | 8)}

Word = tuple[str, str]
"""A folded word and the ISO 15924 code of its script."""


@lru_cache(maxsize=131072)
def word_likeness(left: Word, right: Word) -> float:
    """0 to 1; symmetrical; 1 only of the same letters."""
    if left == right:
        return 1.0
    if right < left:
        return word_likeness(right, left)
    if not left[0] or not right[0]:
        return 0.0
    plain = _same_script(left, right) if left[1] == right[1] else _two_scripts(left, right)
    return max(plain, short_likeness(left, right))


def short_likeness(left: Word, right: Word) -> float:
    """The likeness of a name and a short form of it, or of two usual spellings; 0 of others."""
    return SHORT_FORM if short_forms(left[0]) & short_forms(right[0]) else 0.0


def _same_script(left: Word, right: Word) -> float:
    if _plain(left[0]) == _plain(right[0]):
        return 0.99
    if left[1] == "Hani":
        return READING if units(*left) == units(*right) else 0.0
    if {left[0], *bases(*left)} & {right[0], *bases(*right)}:
        return BENT
    one, other = latin_of(left), latin_of(right)
    return _spelled(*sorted((one, other)))


def _plain(word: str) -> str:
    """A word with umlauts as those write who lack them: both Müller and Mueller as Muller."""
    return word.replace("ae", "a").replace("oe", "o").replace("ue", "u")


def _two_scripts(left: Word, right: Word) -> float:
    plain = _across(left, right)
    if not BENT > plain > REMOTE:
        return plain
    pairs = [(base, left[1]) for base in bases(*left)]
    bent = [_across(base, right) for base in pairs]
    bent += [_across(left, (base, right[1])) for base in bases(*right)]
    return max(plain, BENT * max(bent, default=0.0))


def _across(left: Word, right: Word) -> float:
    """Of two scripts, one of which may be Latin."""
    if LATIN in (left[1], right[1]):
        native, latin = (left, right) if right[1] == LATIN else (right, left)
        return _heard(native, latin[0])
    return (_heard(left, latin_of(right)) + _heard(right, latin_of(left))) / 2


@lru_cache(maxsize=65536)
def _spelled(one: str, other: str) -> float:
    """Of two spellings in Latin letters."""
    if squeezed(one) == squeezed(other):
        return CLOSE
    return min(CLOSE, _heard((one, LATIN), other))


@lru_cache(maxsize=65536)
def _heard(native: Word, latin: str) -> float:
    """How well a word fits Latin letters."""
    table = sounds(native[1])
    if table is None or not latin:
        return 0.0
    latin = squeezed(latin)
    if native[1] == LATIN:
        native = squeezed(native[0]), LATIN
    if _apart(consonants(latin_of(native)), consonants(latin)):
        return 0.0
    share = max(table.likelihood(units(*native), latin), LEAST)
    return 1 / (1 + math.exp(-STEEP * (share - MIDDLE)))


@lru_cache(maxsize=65536)
def squeezed(latin: str) -> str:
    """A word with each doubled letter once: no other script shows those of Latin spelling."""
    return _DOUBLED.sub(r"\1", latin)


def _apart(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two or more kinds of consonants of one word cannot be in the other: a quick look."""
    return (one[0] & ~other[1]).bit_count() + (other[0] & ~one[1]).bit_count() > 1


@lru_cache(maxsize=65536)
def consonants(latin: str) -> tuple[int, int]:
    """The kinds of consonants that a word has for certain, and those that it may have, as bits."""
    surely = maybe = 0
    for letter in latin:
        surely |= _SURELY.get(letter, 0)
        maybe |= _MAYBE.get(letter, 0)
    return surely, maybe


@lru_cache(maxsize=65536)
def latin_of(word: Word) -> str:
    """A folded word in Latin letters, as it is written most often; empty if no table has it."""
    if word[1] == LATIN:
        return word[0]
    table = sounds(word[1])
    return table.latins(units(*word))[0] if table else ""


def latins_of(word: Word) -> tuple[str, ...]:
    """A folded word in Latin letters in the ways that are often, the likeliest first."""
    if word[1] == LATIN:
        return (word[0],)
    table = sounds(word[1])
    return table.latins(units(*word)) if table else ()
