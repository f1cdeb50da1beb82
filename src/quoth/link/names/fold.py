"""The form of a word in which names are compared within one script."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from quoth.text import fold

# letters that no decomposition takes apart, as those write who lack them
_LETTERS = str.maketrans(
    {
        "ı": "i",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ə": "a",
        "ё": "е",
        "ґ": "г",
        "ς": "σ",
        "ة": "ه",
        "ک": "ك",
        "ی": "ي",
        "گ": "غ",
    }
)
_CYRILLIC = frozenset("\u0306\u0308")  # й and ї are letters of their own
_KANA = frozenset("\u3099\u309a")  # voicing is no accent
_DROPPED = frozenset("'`’ʼ‘ʹʻ´\u200c\u200d.\u00ad")


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """Lower case without accents, apostrophes and dots; hiragana as katakana; its own script.

    Marks that make another letter (й, ї, voiced kana, vowel signs of Indian scripts) stay.
    """
    text = fold(unicodedata.normalize("NFKC", word))
    if text.isascii():
        return "".join(c for c in text if c not in _DROPPED)
    parts = unicodedata.normalize("NFD", text)
    kept = [c for i, c in enumerate(parts) if c not in _DROPPED and not _accent(parts, i)]
    text = unicodedata.normalize("NFC", "".join(kept)).translate(_LETTERS)
    return "".join(map(_katakana, text))


def _accent(parts: str, i: int) -> bool:
    """Whether a sign is an accent that goes: those on Latin, Greek, Hebrew letters and stress."""
    sign = parts[i]
    if not unicodedata.combining(sign) or sign in _KANA:
        return False
    if sign in _CYRILLIC and i and "\u0400" <= parts[i - 1] <= "\u04ff":
        return False
    return not "\u0900" <= sign <= "\u1fff" or sign >= "\u1ab0"  # vowel signs and viramas stay


def _katakana(sign: str) -> str:
    return chr(ord(sign) + 0x60) if "\u3041" <= sign <= "\u3096" else sign
