"""Whether a given name is a man's or a woman's, from `link/data/given.tsv`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files

from quoth.errors import PackError
from quoth.lang.places import place_words
from quoth.text import fold

_FILE = files("quoth.link") / "data" / "given.tsv"
_GENDERS = frozenset("mf")
_LENGTHS = range(3, 8)
"""Letters of the ends of family names and patronymics in the table."""


def given_gender(words: Iterable[str]) -> str:
    """`m` or `f` where the first word of a name says so, the second one of a name of three, or an
    ending of a later one, as the table has them; empty where none does.

    Args:
        words: the look-up keys of a name's words.

    Raises:
        PackError: if the table breaks its format.
    """
    names, ends = _table()
    words = tuple(words)
    given = 2 if len(words) > 2 else 1  # “Jairo Enrique Berro”: the second may be known alone
    for number, word in enumerate(words):
        told = names.get(word.partition("-")[0]) if number < given else ""
        if told and names.get(word.removesuffix("а"), told) != told:
            return ""  # “Карла” is Karla, or of Karl
        told = told or next((e for n in _LENGTHS if (e := ends.get(word[-n:]))), "")
        if told:
            return told
    return ""


def base_form(word: str) -> bool:
    """Whether a word is a given name in its base form, and not another one's genitive (“Карла”)."""
    names, _ = _table()
    return word in names and not (word.endswith("а") and word[:-1] in names)


def oblique(word: str, language: str) -> bool:
    """Whether a word is a given name in another case than its base form (“Ивана”)."""
    names, _ = _table()
    if base_form(word):
        return False
    return any(
        f"{word.removesuffix(ending)}{stem}" in names
        for ending, stems in place_words(language).endings
        if ending and word.endswith(ending)
        for stem in stems
    )


@lru_cache(maxsize=1)
def _table() -> tuple[Mapping[str, str], Mapping[str, str]]:
    names: dict[str, str] = {}
    ends: dict[str, str] = {}
    for number, line in enumerate(_FILE.read_text("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        gender, tab, forms = line.partition("\t")
        if gender not in _GENDERS or not tab:
            raise PackError(f"given.tsv, line {number}: wants m or f, tab, names")
        for form in forms.split("|"):
            into = ends if form.startswith("-") else names
            into[fold(form.removeprefix("-"))] = gender
    return names, ends
