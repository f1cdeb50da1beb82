"""Names of languages, in the languages that name them."""

from __future__ import annotations

from functools import lru_cache

from quoth.text import fold
from quoth.text.cldr import locale_of

_VARIANTS = {"pt": ("pt_PT",), "es": ("es_MX",), "zh": ("zh_Hant",)}
"""Locales whose names of languages differ from those of the language as such."""
_OTHERS = {
    "es": "castellano castelhano castillan castigliano kastilisch",
    "zh": "mandarin mandarim mandarino",
    "nl": "flemish flamand flamenco flamengo flämisch vlaams",
    "fa": "farsi",
    "no": "bokmål nynorsk",
}
"""Other words for a language, whatever language they are of."""
_CODE = 2  # letters of the codes of languages that papers are written in
_STEM, _ENDING, _LONGEST = 4, 3, 5
"""Letters that must agree, those of a name that an inflected form may change, and add."""


@lru_cache(maxsize=64)
def _names(language: str) -> dict[str, str]:
    """The names of languages by their keys, as CLDR has them in `language`."""
    found: dict[str, str] = {}
    for name in (language, *_VARIANTS.get(language, ())):
        locale = locale_of(name)
        if locale is None:
            continue
        for code, own in sorted(locale.languages.items()):
            if len(code) == _CODE and " " not in own:
                found.setdefault(fold(own, language), code)
    for code, words in _OTHERS.items():
        found.update(dict.fromkeys((w for w in words.split() if w not in found), code))
    return found


def language_named(key: str, language: str) -> str | None:
    """The BCP 47 code of the language that a word names, inflected or not.

    Args:
        key: the look-up key of the word (“испанского”, “spanischen”).
        language: the one that the word is of.
    """
    names = _names(language)
    if key in names:
        return names[key]
    fitting = {(len(_shared(key, n)), c) for n, c in names.items() if _inflected(key, n)}
    best = sorted(fitting, reverse=True)[:2]
    if not best or (len(best) == 2 and best[0][0] == best[1][0]):
        return None
    return best[0][1]


def _shared(left: str, right: str) -> str:
    end = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), None)
    return left[:end] if end is not None else min(left, right, key=len)


def _inflected(key: str, name: str) -> bool:
    shared = len(_shared(key, name))
    return (
        shared >= max(_STEM, len(name) - _ENDING)
        and len(key) - shared <= _LONGEST
        and len(name) > _STEM
    )
