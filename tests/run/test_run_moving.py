from collections.abc import Iterable
from pathlib import Path

import pytest
from joining_samples import Who, page

from quoth.link.entities import blocking_keys
from quoth.run.joining import Joiner
from quoth.store import Ledger, open_ledger, schema
from quoth.store.decisions import anchor
from quoth.store.entities import Entities
from quoth.store.members import Joined, Member

TABLES = ("entity", "entity_name", "entity_fact", "entity_key", "membership")
OFFICES = ("mayor", "judge", "")


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    with open_ledger(tmp_path / "l") as opened:
        for number in range(9):
            names = ("Ina Torvald", "Ina Quist", "Ivo Marten")
            said = [Who(n, offices=tuple(filter(None, [OFFICES[number % 3]]))) for n in names]
            opened.add(f"page {number}", page(*said, name=str(number)), "", Joiner())
    return open_ledger(tmp_path / "l")


def _holding(entities: Entities, name: str) -> str:
    (known,) = entities.named(name, whole=True)
    return known.id


def _moved(ledger: Ledger, parts: Iterable[slice]) -> dict[str, list[str]]:
    """The rows of entities after members of one were put into another; nothing is kept."""
    rows: dict[str, list[str]] = {}
    try:
        with ledger.changing(blocking_keys) as entities:
            into, other = _holding(entities, "Ina Torvald"), _holding(entities, "Ina Quist")
            members = entities.members(other)
            for part in parts:
                entities.move(members[part], into, Joined(0.5, "told so", by="decision"))
            entities.finish()
            for name in TABLES:
                query = schema.metadata.tables[name].select()
                rows[name] = sorted(map(repr, entities._connection.execute(query)))
            raise _Undone
    except _Undone:
        return rows


class _Undone(Exception):
    pass


@pytest.mark.parametrize("count", [4, 9])
def test_many_members_move_as_one_after_the_other_does(ledger: Ledger, count: int) -> None:
    one_by_one = [slice(i, i + 1) for i in range(count)]
    assert _moved(ledger, [slice(0, count)]) == _moved(ledger, one_by_one)
    assert _moved(ledger, []) != _moved(ledger, one_by_one)


def test_members_who_are_there_already_stay_as_they_came(ledger: Ledger) -> None:
    with ledger.changing(blocking_keys) as entities:
        into = _holding(entities, "Ina Torvald")
        before = entities.members(into)
        entities.move(before, into, Joined(0.1, "moved"))
        assert entities.members(into) == before
    assert ledger.check() == ()


def test_anchors_find_their_members_again(ledger: Ledger) -> None:
    with ledger.entities() as entities:
        members = entities.members(_holding(entities, "Ivo Marten"))
        anchors = [anchor(m) for m in members]
        assert entities.found([*anchors, *anchors]) == list(members)
        assert [entities.member(a) for a in anchors] == list(members)
        assert entities.found([]) == []


def test_an_anchor_finds_who_has_its_kind_and_name_where_the_mark_is_gone(ledger: Ledger) -> None:
    with ledger.entities() as entities:
        members: tuple[Member, ...] = entities.members(_holding(entities, "Ivo Marten"))
        at = anchor(members[0])
        lost = type(at)(at.article, "0" * 16, at.kind, at.name)
        assert entities.found([lost]) == [members[0]]
        assert entities.member(type(at)(at.article, "0" * 16, at.kind, "Nobody")) is None
