"""A table of actors that a user knows, into a ledger: their names and Wikidata ids."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quoth.errors import UsageError
from quoth.link.entities import blocking_keys, judge
from quoth.model import ActorKind
from quoth.model.group import Called, Profile
from quoth.store import Ledger
from quoth.store.entities import Entities
from quoth.store.members import entity_id

COLUMNS = ("id", "kind", "country", "names")
"""The columns of such a table, in this order, with tabs between; several names with `|`."""
_KINDS = {k.value: k for k in (ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.STATE)}
_NUMBER = re.compile(r"Q[1-9]\d*")
_COUNTRY = re.compile(r"[A-Z]{2}")
_LANGUAGE = re.compile(r"(?P<name>.*\S)\s*@(?P<code>[a-z]{2,3}(?:-\w+)*)")


@dataclass(frozen=True, slots=True)
class Told:
    """What a table brought: entities that were not there, and such that were."""

    new: int
    known: int


def know(ledger: Ledger, table: str | Path) -> Told:
    """Put the actors of a table into a ledger; twice the same table changes nothing.

    An actor that the ledger has already gets the id and the names; others become entities that no
    page names yet.

    Raises:
        UsageError: if the table cannot be read, or a line is wrong; nothing is changed then.
    """
    profiles = tuple(read_table(Path(table)))
    with ledger.changing(blocking_keys) as entities:
        known = sum(_known(entities, one) for one in profiles)
    return Told(len(profiles) - known, known)


def _known(entities: Entities, one: Profile) -> bool:
    (candidates,) = entities.candidates([one])
    entity = judge(one, candidates).entity
    if entity is None:
        entities.create(entity_id("wikidata", one.wikidata or ""), one, given=True)
    else:
        entities.learn(entity, one, given=True)
    return entity is not None


def read_table(path: Path) -> Iterator[Profile]:
    """The actors of a table: id, kind, country, names; a first line of these words is a heading.

    A name may end in the code of its language (`Внутренний порт@ru`).

    Raises:
        UsageError: naming the line that is wrong, or why the file cannot be read.
    """
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"{path} cannot be read as a table in UTF-8: {error}", "known-table"
        ) from error
    for number, line in enumerate(lines, 1):
        cells = [c.strip() for c in line.split("\t")]
        heading = number == 1 and cells == list(COLUMNS)
        if not line.strip() or line.startswith("#") or heading:
            continue
        try:
            yield _profile(cells)
        except ValueError as error:
            raise UsageError(f"{path}, line {number}: {error}", "known-table") from error


def _profile(cells: list[str]) -> Profile:
    if len(cells) != len(COLUMNS):
        raise ValueError(f"{len(cells)} columns, not {', '.join(COLUMNS)} with tabs between")
    number, kind, country, names = cells
    if not _NUMBER.fullmatch(number):
        raise ValueError(f"{number!r} is no Wikidata id (Q and digits)")
    if kind not in _KINDS:
        raise ValueError(f"{kind!r} is none of {', '.join(_KINDS)}")
    if country and not _COUNTRY.fullmatch(country):
        raise ValueError(f"{country!r} is no ISO 3166-1 code of two capitals")
    called = tuple(dict.fromkeys(_called(n) for n in names.split("|") if n.strip()))
    if not called:
        raise ValueError("no name")
    countries = (country,) if country else ()
    return Profile(_KINDS[kind], called, (), countries, wikidata=number)


def _called(text: str) -> Called:
    told = _LANGUAGE.fullmatch(text.strip())
    return Called(told["name"], told["code"]) if told else Called(text.strip())
