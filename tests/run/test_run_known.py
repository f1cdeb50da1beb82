from pathlib import Path

import pytest
from joining_samples import Who, page

from quoth.errors import UsageError
from quoth.model import ActorKind
from quoth.run.joining import Joiner
from quoth.run.known import know
from quoth.run.relinking import link
from quoth.run.who import one
from quoth.store import Ledger

TABLE = """id\tkind\tcountry\tnames
Q900001\tperson\tNO\tIna Torvald|Ина Торвальд@ru
# a comment
Q900002\torganisation\t\tHarbour Workers League|HAWOLE
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "known.tsv"
    path.write_text(TABLE, "utf-8")
    return path


def add(ledger: Ledger, who: Who, name: str = "a", language: str = "en") -> None:
    ledger.add(name, page(who, name=name, language=language), "", Joiner())


def test_a_known_actor_is_found_by_any_of_its_names(ledger: Ledger, table: Path) -> None:
    assert know(ledger, table).new == 2
    add(ledger, Who("Ина Торвальд"), language="ru")
    add(ledger, Who("HAWOLE", ActorKind.ORGANISATION), "b")
    person, league = one(ledger, "Ina Torvald"), one(ledger, "HAWOLE")
    assert (person.profile.wikidata, person.members) == ("Q900001", 1)
    assert (league.profile.wikidata, league.name) == ("Q900002", "Harbour Workers League")


def test_who_is_there_already_gets_the_id(ledger: Ledger, table: Path) -> None:
    add(ledger, Who("Ina Torvald", country="NO"))
    before = one(ledger, "Ina Torvald")
    assert know(ledger, table).known == 1
    after = one(ledger, "Ina Torvald")
    assert (after.id, after.profile.wikidata) == (before.id, "Q900001")


def test_the_same_table_again_changes_nothing(ledger: Ledger, table: Path) -> None:
    know(ledger, table)
    add(ledger, Who("Ina Torvald"))
    before = one(ledger, "Ina Torvald")
    assert know(ledger, table).known == 2
    assert one(ledger, "Ina Torvald") == before


def test_one_word_is_enough_where_the_table_has_it(ledger: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "short.tsv"
    path.write_text("Q900003\tperson\tNO\tIna Maria Torvald|Inamar\n", "utf-8")
    know(ledger, path)
    add(ledger, Who("Inamar"))
    assert one(ledger, "Ina Maria Torvald").members == 1


def test_joining_anew_keeps_what_a_table_gives(ledger: Ledger, table: Path) -> None:
    add(ledger, Who("Ina Torvald", country="NO"))
    know(ledger, table)
    before = one(ledger, "Ina Torvald")
    link(ledger, again=True)
    assert one(ledger, "Ina Torvald") == before
    assert one(ledger, "HAWOLE").members == 0
    assert ledger.check() == ()


def test_states_have_their_ids_without_a_table(ledger: Ledger) -> None:
    add(ledger, Who("Norwegen", ActorKind.STATE, country="NO"), language="de")
    assert one(ledger, "Norwegen").profile.wikidata == "Q20"


@pytest.mark.parametrize("line", [
    "900001\tperson\tNO\tIna Torvald",
    "Q1\tplace\tNO\tAarnes",
    "Q1\tperson\tNorway\tIna Torvald",
    "Q1\tperson\tNO\t",
    "Q1\tperson\tIna Torvald",
])  # fmt: skip
def test_a_wrong_line_is_named_and_nothing_is_kept(
    ledger: Ledger, tmp_path: Path, line: str
) -> None:
    path = tmp_path / "wrong.tsv"
    path.write_text(f"{TABLE}{line}\n", "utf-8")
    with pytest.raises(UsageError, match="line 5") as error:
        know(ledger, path)
    assert error.value.code == "known-table"
    assert ledger.counts().entities == 0
