"""The key under which the name of a place is looked up."""

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
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ё": "е",
        "ґ": "г",
        "ة": "ه",
        "-": " ",
        "\u2010": " ",
        "\u2011": " ",
        "'": "",
        "`": "",
        ".": "",
    }
)
_CYRILLIC = frozenset("\u0306\u0308")  # й and ї are letters of their own


@lru_cache(maxsize=65536)
def place_key(name: str) -> str:
    """Lower case without accents on Latin letters, dots and apostrophes; hyphens as spaces.

    Writers leave accents out of foreign names (Cordoba, Sao Paulo), so that names which differ
    in them alone share a key; й and ї stay. Turkish I counts as i.
    """
    folded = fold(name)
    if not folded.isascii():
        parts = unicodedata.normalize("NFD", folded)
        kept = [c for i, c in enumerate(parts) if not _accent(parts, i)]
        folded = unicodedata.normalize("NFC", "".join(kept))
    return " ".join(folded.translate(_LETTERS).split())


def _accent(parts: str, i: int) -> bool:
    """Whether a sign is an accent that goes: any on a Latin letter, of Cyrillic ones the stress."""
    if not unicodedata.combining(parts[i]):
        return False
    return parts[i] not in _CYRILLIC or not "\u0400" <= parts[i - 1] <= "\u04ff"
