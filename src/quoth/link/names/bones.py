"""The skeleton of a word: classes of its consonants, the same in all scripts as far as can be."""

from __future__ import annotations

import re
from functools import lru_cache

from quoth.link.names.words import Word, latin_of

MOST = 3
"""Skeletons of one word."""

LONGEST = 5
"""Classes of a skeleton; what follows is left off."""

# Latin letters with the classes that other scripts and languages hear in them, the longest first;
# `-` is none. More than one where spellings differ: “j” is S in English, none in German, K in
# Spanish.
_CLASSES = {
    "tsch": "S",
    "dsch": "S",
    "shch": "S",
    "sch": "S",
    "tch": "S",
    "sh": "S",
    "zh": "S",
    "ch": "SK",
    "ts": "S",
    "tz": "S",
    "cz": "S",
    "cs": "S",
    "sz": "S",
    "dz": "S",
    "dj": "S",
    "ck": "K",
    "kh": "K",
    "gh": "K-",
    "ph": "P",
    "th": "TS",
    "x": "K",
    "ng": "N",
    "ce": "S",
    "ci": "S",
    "cy": "S",
    "ge": "KS",
    "gi": "KS",
    "gy": "KS",
    "b": "P",
    "c": "K",
    "d": "T",
    "f": "P",
    "g": "K",
    "h": "-",
    "j": "S-",
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
    "w": "P-",
    "z": "S",
}
_PIECES = re.compile("|".join(_CLASSES))


@lru_cache(maxsize=65536)
def bones(word: Word) -> tuple[str, ...]:
    """One to three skeletons of a folded word; a word without consonants has its letters."""
    latin = latin_of(word)
    if not latin:
        return (word[0][:LONGEST],)
    found = [""]
    for match in _PIECES.finditer(latin):
        heard = _CLASSES[match.group()]
        found = [_added(bone, sound) for sound in heard for bone in found][:MOST]
    return tuple(dict.fromkeys(bone[:LONGEST] or latin[:2] for bone in found))


def _added(bone: str, sound: str) -> str:
    return bone if sound == "-" or bone.endswith(sound) else bone + sound


@lru_cache(maxsize=65536)
def first_sounds(word: Word) -> frozenset[str]:
    """The classes that the first letter may have: consonants', or `A`."""
    latin = latin_of(word)
    match = _PIECES.match(latin)
    heard = (_CLASSES[match.group()] if match else "-") + _CLASSES.get(latin[:1], "-")
    return frozenset(heard.replace("-", "A"))
