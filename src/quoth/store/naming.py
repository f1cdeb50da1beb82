"""Entities by the names that somebody gave them, which no page has."""

from __future__ import annotations

from sqlalchemy import Connection, select

from quoth.store import schema as t
from quoth.store.folding import search_key
from quoth.store.members import PERSON

_E = t.entity.c
_NAMED = select(_E.key, _E.name).where(_E.named_by == PERSON)


def given(connection: Connection, words: str, whole: bool = False) -> set[int]:
    """The keys of the entities that somebody named like `words`; case and accents do not count.

    Args:
        whole: the whole name; else a part of it.
    """
    wanted = search_key(words).strip()
    if not wanted:
        return set()
    # people name few: all of their names are looked at
    names = ((key, search_key(name)) for key, name in connection.execute(_NAMED))
    return {key for key, name in names if name == wanted or (not whole and wanted in name)}
