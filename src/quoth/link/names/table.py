"""The words inside names, read from data/words.tsv."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from quoth.link.names.fold import fold_word

DATA = files("quoth.link.names") / "data"


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
