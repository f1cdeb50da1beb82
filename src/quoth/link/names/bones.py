"""The skeleton of a word: classes of its consonants, the same in all scripts as far as can be."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import zip_longest

from quoth.link.names.table import bases
from quoth.link.names.words import LATIN, Word, latin_of, latins_of

MOST = 5
"""Skeletons of one word."""

EMPTY = "A"
"""The skeleton of a word without consonants."""

LONGEST = 5
"""Classes of a skeleton; what follows is left off."""

# Latin letters with the classes that other scripts and languages hear in them, several between |
# where spellings differ: “j” is S in English, none in German. R stands for l and r, N l, r and m
# without a vowel behind are looked at twice: as they are, and left out or as n.
_CLASSES = {
    "tsch": "S",
    "dsch": "S",
    "shch": "S",
    "sch": "S|SK",
    "tch": "S",
    "sh": "S",
    "zh": "S",
    "ch": "S|K|",
    "ts": "S",
    "tz": "S",
    "cz": "S",
    "cs": "S",
    "sz": "S",
    "dz": "S",
    "dj": "S",
    "ck": "K",
    "kh": "K|",
    "gh": "K|",
    "gn": "N|KN",
    "ph": "P",
    "th": "T|S",
    "x": "KS",
    "ng": "N",
    "cc": "K|S",
    "ce": "S|K",
    "ci": "S|K",
    "cy": "S|K",
    "ge": "K|S",
    "gi": "K|S",
    "gy": "K|S",
    "b": "P",
    "c": "K",
    "d": "T",
    "f": "P",
    "g": "K",
    "h": "",
    "j": "S|",
    "k": "K",
    "l": "R",
    "m": "M",
    "n": "N",
    "p": "P",
    "q": "K",
    "r": "R",
    "s": "S",
    "t": "T",
    "v": "P",
    "w": "P|",
    "z": "S",
}
_HEARD = {letters: classes.split("|") for letters, classes in _CLASSES.items()}
_PIECES = re.compile("|".join(_CLASSES))
_VOWELS = frozenset("aeiouy")
_NO_CODA = frozenset({"Hani", "Hang", "Kana"})
"""Scripts in which l and r without a vowel behind them are mostly left out."""

_NO_VOWELS = frozenset({"Arab", "Hebr"})
"""Scripts in which is not seen whether a vowel follows."""

_SILENT = ("s", "t", "d", "z", "x", "es", "ts")
"""Ends of words in Latin letters that French and others do not sound."""


@lru_cache(maxsize=65536)
def bones(word: Word) -> tuple[str, ...]:
    """The skeletons of a folded word, mostly one to three; `A` where there are no consonants."""
    base = min(bases(*word), key=len, default="")
    spelled = latins_of(word) + (latins_of((base, word[1]))[:1] if base else ())
    if word[1] == LATIN:
        spelled += tuple(word[0].removesuffix(end) for end in _SILENT if word[0].endswith(end))
    codas = [coda for coda in (True, False) if word[1] not in (_NO_CODA if coda else _NO_VOWELS)]
    ways = [_skeletons(latin, coda) for latin in spelled for coda in codas]
    found = dict.fromkeys(bone for rank in zip_longest(*ways) for bone in rank if bone)
    return tuple(found)[:MOST] or (word[0][:LONGEST],)


def _skeletons(latin: str, coda: bool) -> list[str]:
    """The skeletons of a word in Latin letters, the likeliest first."""
    found = [""]
    for match in _PIECES.finditer(latin):
        piece = match.group()
        heard = _HEARD[piece]
        if not coda and piece[-1] in "lmr" and latin[match.end() : match.end() + 1] not in _VOWELS:
            heard = ["N" if piece == "m" else ""]
        found = [_added(bone, sound) for sound in heard for bone in found][:MOST]
    return [bone[:LONGEST] or EMPTY for bone in found if latin]


def _added(bone: str, sound: str) -> str:
    return bone if sound and bone.endswith(sound) else bone + sound


@lru_cache(maxsize=65536)
def first_sounds(word: Word) -> frozenset[str]:
    """The classes that the first letter may have: consonants', or `A`."""
    latin = latin_of(word)
    match = _PIECES.match(latin)
    heard = (_HEARD[match.group()] if match else [""]) + _HEARD.get(latin[:1], [""])
    return frozenset(sound[:1] or EMPTY for sound in heard)
