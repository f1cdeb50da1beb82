from itertools import permutations
from pathlib import Path

import pytest
from joining_samples import Who, page

from quoth.export import records
from quoth.model import ActorKind, MentionType, Reading
from quoth.run.joining import Joiner
from quoth.run.relinking import link
from quoth.store import Ledger, StatementFilter, open_ledger

ORG, STATE = ActorKind.ORGANISATION, ActorKind.STATE
MAYOR = Who("Ina Torvald", offices=("mayor",), country="NO")
SINGER = Who("Ina Torvald", offices=("singer",), country="SE")


def add(ledger: Ledger, *readings: Reading) -> list[dict[str, str]]:
    """Add pages and give for each the entity of each name on it."""
    for reading in readings:
        ledger.add(reading.article.source.page, reading, "", Joiner())
    return [entities(ledger, reading) for reading in readings]


def entities(ledger: Ledger, reading: Reading) -> dict[str, str]:
    with ledger.entities() as found:
        return {m.name: m.entity for m in found.of_article(reading.article.id)}


def test_one_name_is_one_person_where_the_office_agrees_or_is_silent(ledger: Ledger) -> None:
    silent, full = Who("Ina Torvald"), Who("Ina Torvald", offices=("the mayor of Aarnes",))
    one, two, three = add(ledger, page(MAYOR), page(silent, name="b"), page(full, name="c"))
    assert one == two == three


def test_one_name_is_two_people_where_office_and_country_disagree(ledger: Ledger) -> None:
    one, two = add(ledger, page(MAYOR), page(SINGER, name="b"))
    assert one["Ina Torvald"] != two["Ina Torvald"]


@pytest.mark.parametrize("other", [
    Who("Ina Torvald", country="SE"),
    Who("Ina Torvald", offices=("singer",)),
])  # fmt: skip
def test_each_of_them_alone_is_enough(ledger: Ledger, other: Who) -> None:
    one, two = add(ledger, page(MAYOR), page(other, name="b"))
    assert one != two


def test_one_name_is_two_people_in_two_centuries(ledger: Ledger) -> None:
    who = Who("Ina Torvald")
    one, two = add(ledger, page(who), page(who, name="b", day="1931-05-04"))
    assert one != two


def test_who_may_be_two_is_neither_and_the_rivals_are_named(ledger: Ledger) -> None:
    silent = page(Who("Ina Torvald"), name="c")
    one, two, three = add(ledger, page(MAYOR), page(SINGER, name="b"), silent)
    assert three["Ina Torvald"] not in (one["Ina Torvald"], two["Ina Torvald"])
    with ledger.entities() as found:
        (member,) = found.of_article(silent.article.id)
    assert set(member.joined.rivals) == {one["Ina Torvald"], two["Ina Torvald"]}


def test_names_join_across_scripts(ledger: Ledger) -> None:
    latin, russian = Who("Ivan Sokolov", country="RU"), Who("Иван Соколов", country="RU")
    one, two = add(ledger, page(latin), page(russian, name="b", language="ru"))
    assert list(one.values()) == list(two.values())


def test_one_word_joins_only_with_the_office_or_the_country(ledger: Ledger) -> None:
    first = page(Who("Ina Torvald", offices=("mayor",), country="NO", names=("Torvald",)))
    alone, told = Who("Torvald"), Who("Torvald", offices=("mayor",), country="NO")
    one, two, three = add(ledger, first, page(alone, name="b"), page(told, name="c"))
    assert two["Torvald"] != one["Ina Torvald"]
    assert three["Torvald"] == one["Ina Torvald"]


def test_states_join_by_their_code_in_any_language(ledger: Ledger) -> None:
    german = page(Who("Norwegen", STATE, country="NO"), name="b", language="de")
    one, two = add(ledger, page(Who("Norway", STATE, country="NO")), german)
    assert list(one.values()) == list(two.values())


def test_a_ministry_joins_only_where_its_country_does(ledger: Ledger) -> None:
    told = Who("Ministry of Fisheries", ORG, country="NO")
    silent, other = Who("Ministry of Fisheries", ORG), Who("Ministry of Fisheries", ORG, (), "IS")
    pages = [page(told), page(told, name="b"), page(silent, name="c"), page(other, name="d")]
    one, two, three, four = (p["Ministry of Fisheries"] for p in add(ledger, *pages))
    assert one == two
    assert len({one, three, four}) == 3


def test_who_has_no_name_joins_nothing(ledger: Ledger) -> None:
    office = Who("the minister", type=MentionType.TITLE)
    several = Who("two officials", ActorKind.GROUP, type=MentionType.TITLE)
    report = Who("the report", ActorKind.DOCUMENT, type=MentionType.TITLE)
    assert add(ledger, page(office, several, report)) == [{}]
    assert ledger.counts().entities == 0


def test_an_article_with_both_names_joins_two_entities(ledger: Ledger) -> None:
    full, short = Who("Harbour Workers League", ORG), Who("HAWOLE", ORG)
    one, two = add(ledger, page(full), page(short, name="b"))
    assert list(one.values()) != list(two.values())
    both = page(Who("Harbour Workers League", ORG, names=("HAWOLE",)), name="c")
    (three,) = add(ledger, both)
    assert ledger.counts().entities == 1
    assert list(three.values()) == list(entities(ledger, page(short, name="b")).values())


def test_reading_a_page_anew_keeps_who_it_is_and_drops_who_is_gone(ledger: Ledger) -> None:
    before = page(MAYOR, Who("Bo Quist"))
    (one,) = add(ledger, before)
    now = page(Who("Ina Torvald", offices=("mayor of Aarnes",), country="NO"), Who("Bo Quist"))
    marks = [m for m in now.marks if "Quist" not in m.span.of(now.article.text)]
    ledger.add("a.txt", Reading(now.article, tuple(marks)), "later", Joiner())
    assert entities(ledger, now) == {"Ina Torvald": one["Ina Torvald"]}
    assert ledger.counts().entities == 1


def test_names_that_no_text_column_holds_are_joined_too(ledger: Ledger) -> None:
    odd = Who("Ina \ud83d\x00Torvald", names=("\ud83d", "", " "))
    one, two = add(ledger, page(odd, name="b"), page(odd, name="c"))
    assert list(one.values()) == list(two.values())
    assert ledger.check() == ()


def test_adding_a_page_twice_changes_nothing(ledger: Ledger) -> None:
    (one,) = add(ledger, page(MAYOR))
    with ledger.entities() as found:
        known = found.known(one.values())
    assert add(ledger, page(MAYOR)) == [one]
    with ledger.entities() as found:
        assert found.known(one.values()) == known


def test_the_order_of_pages_does_not_matter(tmp_path: Path) -> None:
    pages = [
        page(MAYOR),
        page(SINGER, name="b"),
        page(Who("I. Torvald", offices=("mayor",), country="NO"), name="c"),
        page(Who("Ina Torvald", names=("Torvald",), country="NO"), name="d", language="de"),
    ]
    found = set()
    for number, order in enumerate(permutations(range(4))):
        with open_ledger(tmp_path / str(number)) as ledger:
            add(ledger, *(pages[i] for i in order))
            ids = [next(iter(entities(ledger, p).values())) for p in pages]
            found.add(tuple(ids.index(i) for i in ids))
    assert found == {(0, 1, 0, 0)}


def test_records_of_a_ledger_name_the_entity(ledger: Ledger) -> None:
    german = page(Who("I. Torvald", offices=("Bürgermeisterin",), country="NO"), name="b")
    one, _ = add(ledger, page(MAYOR), german)
    wanted = StatementFilter(article=german.article.id)
    ((reading, _mark),) = ledger.found(wanted)
    (record,) = records(reading)
    assert isinstance(record["speaker"], dict)
    assert record["speaker"]["entity"] == one["Ina Torvald"]
    assert record["speaker"]["name"] == "Ina Torvald"
    (fresh,) = records(german)
    assert isinstance(fresh["speaker"], dict)
    assert fresh["speaker"]["name"] == "I. Torvald"


def test_what_was_not_joined_is_joined_later(ledger: Ledger) -> None:
    ledger.add("a.txt", page(MAYOR))
    assert entities(ledger, page(MAYOR)) == {}
    assert link(ledger).articles == 1
    assert list(entities(ledger, page(MAYOR))) == ["Ina Torvald"]
    assert link(ledger).articles == 0


def test_joining_all_anew_sorts_out_who_came_too_early(ledger: Ledger) -> None:
    silent = page(Who("Ina Torvald"), name="0", day="2031-01-01")
    pages = [silent, page(MAYOR), page(SINGER, name="b")]
    one, two, three = add(ledger, *pages)
    assert one == two
    link(ledger, again=True)
    after = [entities(ledger, p)["Ina Torvald"] for p in pages]
    assert after[1] == two["Ina Torvald"]
    assert after[2] == three["Ina Torvald"]
    assert len(set(after)) == 3
    link(ledger, again=True)
    assert [entities(ledger, p)["Ina Torvald"] for p in pages] == after
    assert ledger.check() == ()
