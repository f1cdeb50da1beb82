"""The key under which a word is looked up: one spelling for what readers see as one word."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ARABIC_MARKS = re.compile("[\u0640\u064b-\u065f\u0670]")
_ARABIC = re.compile("[\u0600-\u06ff]")
_ALEF = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي"})
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "ʹ": "'"})
_TURKIC = frozenset({"tr", "az"})
_DOTTED = str.maketrans({"I": "ı", "İ": "i"})


@lru_cache(maxsize=65536)
def fold(word: str, language: str = "") -> str:
    """Lower-case, composed (NFC), apostrophes as `'`, Arabic without vowel signs and hamza seats.

    Args:
        word: a word as it stands in the text.
        language: BCP 47 code; Turkish and Azeri lower-case their dotted and dotless i.
    """
    if language in _TURKIC:
        word = word.translate(_DOTTED)
    if not word.isascii():
        word = unicodedata.normalize("NFC", word).translate(_APOSTROPHES)
        if _ARABIC.search(word):
            # a tatweel that stands alone stays: a key is never empty
            word = (_ARABIC_MARKS.sub("", word) or word).translate(_ALEF)
    return word.lower()
