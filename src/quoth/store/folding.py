"""Text as it is searched and shown, apart from the text as it is."""

from __future__ import annotations

import re
import unicodedata

_UNSTORABLE = re.compile("[\ud800-\udfff\x00]")
# vowel signs, accents and cantillation; joiners, soft hyphens and directional marks; the tatweel
_UNHEARD = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
    "\u00ad\u061c\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)
_ALIKE = str.maketrans({"ı": "i", "ى": "ي"})


def clean(text: str) -> str:
    """`text` as a text column can hold it: lone surrogates and NULs become U+FFFD."""
    return _UNSTORABLE.sub("\ufffd", text)


def cleaned(text: str | None) -> str | None:
    """`clean` of what may be missing."""
    return None if text is None else clean(text)


def search_key(text: str) -> str:
    """`text` as it is searched: case, accents, vowel signs and invisible characters do not count.

    The same for every language, since who searches need not know the language of the page:
    Turkish dotted and dotless i are one letter, and so are Russian е and ё.
    """
    if text.isascii():
        return text.replace("\x00", " ").lower()
    # compatibility caseless matching, Unicode Standard, definition D146
    bare = unicodedata.normalize("NFKD", unicodedata.normalize("NFD", clean(text)).casefold())
    bare = unicodedata.normalize("NFKD", bare.casefold())
    return _UNHEARD.sub("", bare).translate(_ALIKE)
