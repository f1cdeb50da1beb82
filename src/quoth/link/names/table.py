"""The words inside names, read from data/words.tsv."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from quoth.link.names.fold import fold_word
from quoth.text.scripts import main_script

_APART = re.compile(r"[\s'’\"«»“”„-]+")

DATA = files("quoth.link.names") / "data"

STEM = 3
"""Letters that are left at least when an ending is taken off."""


@lru_cache(maxsize=16)
def words(kind: str) -> frozenset[str]:
    """The folded forms of one class of words.tsv.

    Raises:
        KeyError: if there is no such class.
    """
    found = frozenset(
        fold_word(form) for name, forms in rows("words.tsv") if name == kind for form in forms
    )
    if not found:
        raise KeyError(kind)
    return found


def rows(file: str) -> Iterator[tuple[str, list[str]]]:
    """The lines of a table: the class, and the forms between `|`."""
    for line in (DATA / file).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, forms, *_ = line.split("\t")
            yield kind, forms.split("|")


@lru_cache(maxsize=1)
def _short() -> dict[str, frozenset[int]]:
    """The groups of short_forms.tsv that a folded given name belongs to."""
    found: dict[str, set[int]] = {}
    for number, (_, forms) in enumerate(rows("short_forms.tsv")):
        for form in forms:
            found.setdefault(fold_word(form), set()).add(number)
    return {form: frozenset(groups) for form, groups in found.items()}


def short_forms(word: str) -> frozenset[int]:
    """The groups of given names and their short forms that a folded word belongs to."""
    return _short().get(word, frozenset())


@lru_cache(maxsize=32)
def _endings(script: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The endings of endings.tsv for a script, the longest first, each with what replaces it."""
    found: dict[str, list[str]] = {}
    for kind, forms in rows("endings.tsv"):
        code, _, base = kind.partition(" ")
        for form in forms if code == script else ():
            found.setdefault(form, []).append(base)
    return tuple((e, tuple(found[e])) for e in sorted(found, key=lambda e: (-len(e), e)))


@lru_cache(maxsize=65536)
def bases(word: str, script: str) -> tuple[str, ...]:
    """What a folded word may be without its case ending; without the word itself."""
    out: list[str] = []
    for ending, replaced in _endings(script):
        stem = word.removesuffix(ending)
        if len(stem) >= STEM and stem != word:
            out += [stem + base for base in replaced if stem + base != word]
    return tuple(dict.fromkeys(out))


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    """A folded word without the longest ending of a case, of the base form or another."""
    script = main_script(word)
    for ending in _all_endings(script):
        if word.endswith(ending) and len(word) - len(ending) >= STEM:
            return word[: len(word) - len(ending)]
    return word


@lru_cache(maxsize=32)
def _all_endings(script: str) -> tuple[str, ...]:
    found = {ending for ending, _ in _endings(script)}
    found |= {base for _, replaced in _endings(script) for base in replaced if base}
    return tuple(sorted(found, key=lambda e: (-len(e), e)))


def _known_key(text: str) -> str:
    """The words of a name folded, without the article before and case endings."""
    folded = [fold_word(piece) for piece in _APART.split(text)]
    kept = [word for word in folded if word]
    if len(kept) > 1 and kept[0] in words("article before"):
        kept = kept[1:]
    return " ".join(word if len(word) <= STEM else _stem(word) for word in kept)


@lru_cache(maxsize=1)
def _known() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, (_, forms) in enumerate(rows("known.tsv")):
        for form in forms:
            found.setdefault(_known_key(form), set()).add(number)
    return {form: frozenset(groups) for form, groups in found.items()}


@lru_cache(maxsize=8192)
def known(text: str) -> frozenset[int]:
    """The groups of known.tsv that have a name, as it stands in a text; mostly none or one."""
    return _known().get(_known_key(text), frozenset())
