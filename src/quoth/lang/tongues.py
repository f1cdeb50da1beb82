"""Names of languages, in the languages that name them."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale, UnknownLocaleError

from quoth.text import fold

_LANGUAGES = """
af ar az be bg bn bs ca cs da de el en es et eu fa fi fr ga gl he hi hr hu hy id is it ja
ka kk ko ku ky lt lv mk mn ms mt nl no pa pl ps pt ro ru sk sl so sq sr sv sw ta te tg th
tk tl tr uk ur uz vi yo zh zu
"""
_STEM, _ENDING, _LONGEST = 4, 3, 5
"""Letters that must agree, those of a name that an inflected form may change, and add."""


@lru_cache(maxsize=64)
def _names(language: str) -> dict[str, str]:
    """The names of languages by their keys, as CLDR has them in `language`."""
    try:
        locale = Locale.parse(language.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        return {}
    names = {c: locale.languages.get(c, "") for c in _LANGUAGES.split()}
    return {fold(n, language): c for c, n in names.items() if n and " " not in n}


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
