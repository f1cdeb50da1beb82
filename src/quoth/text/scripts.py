"""Scripts: which one a character or a word is written in."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import lru_cache

NONE = "Zyyy"
"""The code of what has no letters, as in ISO 15924."""

# the first word of a letter's Unicode name, and the script's code in ISO 15924
_CODES = {
    "LATIN": "Latn",
    "FULLWIDTH": "Latn",
    "CYRILLIC": "Cyrl",
    "GREEK": "Grek",
    "ARABIC": "Arab",
    "HEBREW": "Hebr",
    "DEVANAGARI": "Deva",
    "BENGALI": "Beng",
    "GURMUKHI": "Guru",
    "GUJARATI": "Gujr",
    "ORIYA": "Orya",
    "TAMIL": "Taml",
    "TELUGU": "Telu",
    "KANNADA": "Knda",
    "MALAYALAM": "Mlym",
    "SINHALA": "Sinh",
    "THAI": "Thai",
    "LAO": "Laoo",
    "MYANMAR": "Mymr",
    "KHMER": "Khmr",
    "TIBETAN": "Tibt",
    "GEORGIAN": "Geor",
    "ARMENIAN": "Armn",
    "ETHIOPIC": "Ethi",
    "CJK": "Hani",
    "IDEOGRAPHIC": "Hani",
    "HIRAGANA": "Kana",
    "KATAKANA": "Kana",
    "KATAKANA-HIRAGANA": "Kana",
    "HALFWIDTH": "Kana",
    "HANGUL": "Hang",
}
_OTHER = "Zzzz"


@lru_cache(maxsize=8192)
def script(letter: str) -> str:
    """The ISO 15924 code of one character: Latn, Cyrl, Arab, Hani …; both kana are `Kana`.

    What is no letter (digits, signs, marks) has `Zyyy`, a letter of another script `Zzzz`.
    """
    if unicodedata.category(letter)[0] not in "LM" or unicodedata.combining(letter):
        return NONE
    name = unicodedata.name(letter, "").split(" ", 1)[0]
    return _CODES.get(name, _OTHER)


def main_script(text: str) -> str:
    """The script of most letters of a text; the earlier one of two as frequent; `Zyyy` if none.

    A text with any kana is Japanese: its Chinese characters count as `Kana` only where there are
    no others, so that “トヨタ自動車” is of the script that has more signs.
    """
    counts = Counter(code for code in map(script, text) if code != NONE)
    return counts.most_common(1)[0][0] if counts else NONE
