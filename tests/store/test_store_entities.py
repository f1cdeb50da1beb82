import sqlite3
import sys
from pathlib import Path

import pytest
from store_samples import reading

from quoth.errors import UsageError
from quoth.link.entities import blocking_keys
from quoth.model import ActorKind, Ref
from quoth.model.group import Called, Profile
from quoth.run.joining import Joiner
from quoth.store import Ledger, open_ledger
from quoth.store.entities import Entities
from quoth.store.members import Joined

sys.path.append(str(Path(__file__).parents[1] / "run"))
from joining_samples import Who, page

MAYOR = Who("Ina Torvald", offices=("mayor",), country="NO")


def filled(path: Path) -> tuple[Ledger, str]:
    ledger = open_ledger(path)
    for name in ("a", "b"):
        ledger.add(name, page(MAYOR, name=name), "", Joiner())
    with ledger.entities() as entities:
        (known,) = entities.named("Ina Torvald", whole=True)
    return ledger, known.id


def test_an_entity_is_a_group_of_marks(tmp_path: Path) -> None:
    ledger, entity = filled(tmp_path / "l")
    with ledger:
        group = ledger.group(entity)
        assert (group.kind, group.name, len(group.members)) == ("entity", "Ina Torvald", 2)
        for ref in group.members:
            assert ref.mark in {m.id for m in ledger.reading(ref.article).marks}
        with pytest.raises(UsageError):
            ledger.group("none")


def test_names_and_facts_go_with_the_last_who_has_them(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "l") as ledger:
        first = reading()
        ledger.add("a", first)
        one = Profile(ActorKind.PERSON, (Called("Ina"),), ("mayor",))
        two = Profile(ActorKind.PERSON, (Called("Ina"), Called("Ina Quist")), ("mayor", "judge"))
        with ledger.changing(blocking_keys) as entities:
            made = entities.create("e", one)
            entities.join(Ref(first.article.id, "1"), made, one, Joined())
            entities.join(Ref(first.article.id, "2"), made, two, Joined())
        with ledger.changing(blocking_keys) as entities:
            (_, member) = entities.members(made)
            entities.leave(member)
        with ledger.entities() as entities:
            known = entities.known([made])[made]
            assert [n.name for n in known.profile.names] == ["Ina"]
            assert (known.profile.offices, known.members, known.name) == (("mayor",), 1, "Ina")
        with ledger.changing(blocking_keys) as entities:
            (member,) = entities.members(made)
            entities.leave(member)
        assert ledger.counts().entities == 0


def _break_off(entities: Entities, entity: str) -> None:
    entities.rename(entity, "other")
    entities.rename("nobody", "other")


def test_a_change_that_fails_changes_nothing(tmp_path: Path) -> None:
    ledger, entity = filled(tmp_path / "l")
    with ledger, ledger.entities() as before:
        known = before.known([entity])
        with pytest.raises(KeyError), ledger.changing(blocking_keys) as entities:
            _break_off(entities, entity)
    with open_ledger(tmp_path / "l") as ledger, ledger.entities() as after:
        assert after.known([entity]) == known


@pytest.mark.parametrize(("damage", "fault"), [
    ("UPDATE entity SET members = 7", "counts other members"),
    ("DELETE FROM entity_name", "has no name"),
    ("DELETE FROM mark WHERE kind = 'actor'", "is no mark of its article"),
    ("DELETE FROM entity", "names a missing entity"),
])  # fmt: skip
def test_a_check_finds_what_is_wrong_with_entities(tmp_path: Path, damage: str, fault: str) -> None:
    ledger, _ = filled(tmp_path / "l")
    with ledger:
        assert ledger.check() == ()
        raw = sqlite3.connect(tmp_path / "l")
        raw.execute(damage)
        raw.commit()
        raw.close()
        assert any(fault in told for told in ledger.check())


def test_a_hot_key_gives_few_candidates(tmp_path: Path) -> None:
    many = [Profile(ActorKind.PERSON, (Called(f"Torvald {i}"),)) for i in range(200)]
    with open_ledger(tmp_path / "l") as ledger:
        with ledger.changing(lambda _: ("key",)) as entities:
            for number, one in enumerate(many):
                entities.create(str(number), one)
                entities.learn(str(number), one)
        with ledger.entities(lambda _: ("key",)) as entities:
            (found,) = entities.candidates(many[:1])
    assert 0 < len(found) < 20
