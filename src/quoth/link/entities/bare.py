"""Names of organisations without the country that they name."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from quoth.atlas.key import place_key
from quoth.atlas.territories import territory_names
from quoth.link.names.fold import fold_word
from quoth.link.names.parse import LONGEST
from quoth.link.names.table import words

_WORDS = 4
"""Words of a country's name, at most."""
_LEFT = 2
"""Words that are left of a name at least: “Air France” is no “Air” of France."""


class Bare(NamedTuple):
    """A name without its country: “National Bank” and the country's ISO 3166 code."""

    name: str
    country: str


@lru_cache(maxsize=65536)
def bare(name: str, language: str) -> Bare | None:
    """The name without the country that stands at its beginning or its end, if one does.

    Args:
        language: BCP 47 code of the language of the name.
    """
    told = name[:LONGEST].split()
    countries = territory_names(language) if language else {}
    for count in range(min(_WORDS, len(told) - _LEFT), 0, -1):
        for part, rest in ((told[-count:], told[:-count]), (told[:count], told[count:])):
            code = countries.get(place_key(" ".join(part)), "")
            left = _trimmed(rest)
            if len(code) == 2 and len(left) >= _LEFT:
                return Bare(" ".join(left), code)
    return None


def _trimmed(told: list[str]) -> list[str]:
    """Without the small words at either end: “Bank of” is “Bank”."""
    while told and fold_word(told[-1]) in words("minor"):
        told = told[:-1]
    while told and fold_word(told[0]) in words("minor"):
        told = told[1:]
    return told
