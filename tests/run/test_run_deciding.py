from collections.abc import Iterator
from pathlib import Path

import pytest
from joining_samples import Who, page

from quoth.errors import UsageError
from quoth.model import ActorKind, Reading
from quoth.run.deciding import Author, decisions, merge, rename, split, undo
from quoth.run.joining import Joiner
from quoth.run.relinking import link
from quoth.run.who import dossier, find, one
from quoth.store import Ledger, open_ledger
from quoth.store.views.actors import named

BY = Author("ada", "seen in the yearbook")
FIRST = page(Who("Ina Torvald", offices=("mayor",), country="NO"))
OTHER = page(Who("Ina Quist", offices=("mayor",), country="NO"), name="b")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "l") as opened:
        add(opened, FIRST, OTHER)
        yield opened


def add(ledger: Ledger, *readings: Reading) -> None:
    for reading in readings:
        ledger.add(reading.article.source.page, reading, "", Joiner())


def entity(ledger: Ledger, reading: Reading) -> str:
    with ledger.entities() as found:
        (member,) = found.of_article(reading.article.id)
    return member.entity


def together(ledger: Ledger) -> bool:
    return entity(ledger, FIRST) == entity(ledger, OTHER)


def merged(ledger: Ledger) -> None:
    merge(ledger, one(ledger, "Ina Torvald"), one(ledger, "Ina Quist"), BY)


def test_a_merge_joins_two_and_keeps_who_decided(ledger: Ledger) -> None:
    into = entity(ledger, FIRST)
    merged(ledger)
    assert entity(ledger, FIRST) == entity(ledger, OTHER) == into
    (decision,) = decisions(ledger)
    assert (decision.author, decision.reason) == ("ada", "seen in the yearbook")
    assert decision.at.endswith("+00:00")
    assert {n.name for n in one(ledger, "Ina Quist").profile.names} == {"Ina Torvald", "Ina Quist"}


def test_a_merge_survives_reading_anew_and_joining_anew(ledger: Ledger) -> None:
    merged(ledger)
    into = entity(ledger, FIRST)
    ledger.add("b.txt", page(Who("Ina Quist", offices=("the mayor",)), name="b"), "x", Joiner())
    assert together(ledger)
    link(ledger, again=True)
    assert entity(ledger, FIRST) == entity(ledger, OTHER) == into


def test_an_undone_merge_leaves_two_with_their_ids(ledger: Ledger) -> None:
    before = entity(ledger, FIRST), entity(ledger, OTHER)
    merged(ledger)
    later = page(Who("Ina Quist", offices=("mayor",), country="NO"), name="c")
    add(ledger, later)
    assert entity(ledger, later) == before[0]
    undo(ledger, 1, Author("bo", "they are cousins"))
    assert (entity(ledger, FIRST), entity(ledger, OTHER)) == before
    assert entity(ledger, later) == before[1]
    (decision,) = decisions(ledger)
    assert (decision.undone_by, decision.undone_reason) == ("bo", "they are cousins")
    assert decision.undone_at is not None
    link(ledger, again=True)
    assert not together(ledger)


def test_a_decision_is_undone_once(ledger: Ledger) -> None:
    merged(ledger)
    undo(ledger, 1, BY)
    with pytest.raises(UsageError) as error:
        undo(ledger, 1, BY)
    assert error.value.code == "undone-already"
    with pytest.raises(UsageError) as error:
        undo(ledger, 7, BY)
    assert error.value.code == "no-such-decision"


def test_a_split_takes_members_out_and_keeps_them_out(ledger: Ledger) -> None:
    same = page(Who("Ina Torvald", country="NO"), name="c")
    add(ledger, same)
    assert entity(ledger, same) == entity(ledger, FIRST)
    known = find(ledger, entity(ledger, FIRST))[0]
    split(ledger, known, lambda m: m.ref.article == same.article.id, BY)
    apart = entity(ledger, same)
    assert apart != entity(ledger, FIRST) == known.id
    link(ledger, again=True)
    assert (entity(ledger, same), entity(ledger, FIRST)) == (apart, known.id)
    undo(ledger, 1, BY)
    assert entity(ledger, same) == entity(ledger, FIRST) == known.id


def test_a_split_takes_some_and_leaves_some(ledger: Ledger) -> None:
    known = one(ledger, "Ina Torvald")
    for every in (True, False):
        with pytest.raises(UsageError) as error:
            split(ledger, known, lambda _, all_go=every: all_go, BY)
        assert error.value.code == "nothing-to-split"
    assert decisions(ledger) == ()


def test_a_new_name_stays_until_it_is_undone(ledger: Ledger) -> None:
    rename(ledger, one(ledger, "Ina Torvald"), "Ina Torvald the Younger", BY)
    add(ledger, page(Who("Ina Maria Torvald", country="NO"), name="c"))
    link(ledger, again=True)
    assert find(ledger, entity(ledger, FIRST))[0].name == "Ina Torvald the Younger"
    rename(ledger, find(ledger, entity(ledger, FIRST))[0], "Torvald the Second", BY)
    undo(ledger, 2, BY)
    assert find(ledger, entity(ledger, FIRST))[0].name == "Ina Torvald the Younger"
    undo(ledger, 1, BY)
    assert find(ledger, entity(ledger, FIRST))[0].name in ("Ina Torvald", "Ina Maria Torvald")


def test_unlike_kinds_and_one_entity_are_not_merged(ledger: Ledger) -> None:
    add(ledger, page(Who("Torvald Lines", ActorKind.ORGANISATION), name="c"))
    person, firm = one(ledger, "Ina Torvald"), one(ledger, "Torvald Lines")
    for into, other, code in ((person, firm, "other-kind"), (person, person, "same-entity")):
        with pytest.raises(UsageError) as error:
            merge(ledger, into, other, BY)
        assert error.value.code == code
    assert decisions(ledger) == ()


def test_who_is_found_by_parts_of_names_and_by_ids(ledger: Ledger) -> None:
    assert {k.name for k in find(ledger, "ina")} == {"Ina Torvald", "Ina Quist"}
    assert [k.name for k in find(ledger, "TORVALD")] == ["Ina Torvald"]
    assert [k.name for k in find(ledger, entity(ledger, OTHER)[:10])] == ["Ina Quist"]
    with pytest.raises(UsageError) as error:
        one(ledger, "ina")
    assert error.value.code == "ambiguous-entity"
    assert entity(ledger, FIRST) in error.value.message


def test_a_dossier_has_offices_with_their_days_and_all_that_was_said(ledger: Ledger) -> None:
    later = page(
        Who("Ina Torvald", offices=("Ministerin",), country="NO"),
        name="c",
        language="de",
        day="2032-01-02",
    )
    add(ledger, later)
    told = dossier(ledger, one(ledger, "Ina Torvald"))
    assert [(o.title, o.language, o.first) for o in told.offices] == [
        ("mayor", "en", "2031-05-04"),
        ("Ministerin", "de", "2032-01-02"),
    ]
    assert [(s.day, s.language) for s in told.said] == [("2031-05-04", "en"), ("2032-01-02", "de")]
    assert told.said[0].content == "the harbour a stays open."


def test_who_was_renamed_is_found_by_the_old_name_and_the_new_one(ledger: Ledger) -> None:
    rename(ledger, one(ledger, "Ina Torvald"), "Àda of the Lamps", BY)
    for called in ("ada of the lamps", "of the lamp", "Torvald"):
        assert [k.id for k in find(ledger, called)] == [entity(ledger, FIRST)]
        assert [a.id for a in ledger.ask(lambda c, called=called: named(c, called))] == [
            entity(ledger, FIRST)
        ]
    undo(ledger, 1, BY)
    assert find(ledger, "ada of the lamps") == ()
