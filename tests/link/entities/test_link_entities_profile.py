from dataclasses import replace

import pytest

from quoth.lang.offices import offices
from quoth.link.entities import joins, profile
from quoth.link.entities.profile import classes, is_body
from quoth.link.entities.states import state_number
from quoth.link.entities.walks import _table, far, walks
from quoth.model import (
    Actor,
    ActorKind,
    Article,
    Mention,
    MentionType,
    Metadata,
    Source,
    Span,
    identity,
)


def article(url: str | None = None) -> Article:
    meta = Metadata(published="2031-05-04T10:00:00+02:00", url=url)
    return Article("a", Source("a"), "x" * 20, (), identity(20), meta)


def actor(
    name: str = "Ina Torvald",
    kind: ActorKind = ActorKind.PERSON,
    type_: MentionType = MentionType.NAME,
    offices: tuple[str, ...] = (),
    country: str | None = None,
) -> Actor:
    return Actor(name, kind, (Mention(Span(0, 5), type_),), (name, "Torvald"), offices, country)


def test_a_profile_has_names_offices_country_and_day() -> None:
    told = profile(actor(offices=("the mayor of Aarnes",), country="NO"), article(), "en")
    assert [n.name for n in told.names] == ["Ina Torvald", "Torvald"]
    assert {n.language for n in told.names} == {"en"}
    assert (told.offices, told.countries) == (("mayor",), ("NO",))
    assert (told.first, told.last) == ("2031-05-04", "2031-05-04")


@pytest.mark.parametrize("published", [None, "", "2031", "2031-05", "yesterday", "2031-99-99"])
def test_a_page_without_a_full_day_has_none(published: str | None) -> None:
    page = replace(article(), meta=Metadata(published=published))
    assert profile(actor(), page, "en").first is None


def test_offices_are_of_one_class_in_all_languages() -> None:
    told = {classes(["foreign minister"], "en"), classes(["ministro de Exteriores"], "es")}
    assert all(c & {"foreign-minister", "minister"} for c in told)


@pytest.mark.parametrize(("kind", "type_", "may"), [
    (ActorKind.PERSON, MentionType.NAME, True),
    (ActorKind.PERSON, MentionType.TITLE, False),
    (ActorKind.ORGANISATION, MentionType.SHORT, True),
    (ActorKind.STATE, MentionType.METONYM, True),
    (ActorKind.GROUP, MentionType.NAME, False),
    (ActorKind.DOCUMENT, MentionType.NAME, False),
])  # fmt: skip
def test_only_those_with_a_name_of_their_own_join(
    kind: ActorKind, type_: MentionType, may: bool
) -> None:
    assert joins(actor(kind=kind, type_=type_)) is may


@pytest.mark.parametrize(("name", "body"), [
    ("Ministry of Fisheries", True),
    ("Supreme Court", True),
    ("Council", True),
    ("Sarn Strait Council", False),
    ("Harbour Workers League", False),
])  # fmt: skip
def test_a_body_of_a_state_is_known_by_its_name(name: str, body: bool) -> None:
    assert is_body(name, "en") is body


def test_a_body_has_the_site_that_names_it() -> None:
    ministry = actor("Ministry of Fisheries", ActorKind.ORGANISATION)
    told = profile(ministry, article("https://www.sarn.example/a"), "en")
    assert (told.body, told.homes) == (True, ("sarn.example",))
    assert profile(actor(), article("https://www.sarn.example/a"), "en").homes == ()


def test_a_state_has_its_wikidata_id() -> None:
    state = actor("Norwegen", ActorKind.STATE, MentionType.METONYM, country="NO")
    assert profile(state, article(), "de").wikidata == "Q20" == state_number("NO")
    assert state_number("ZZ") is None


def test_the_walks_name_offices_that_there_are() -> None:
    table, near = _table()
    assert set(table) <= set(offices())
    assert {w for pair in near for w in pair} <= set(table.values())


def test_walks_are_far_only_where_both_are_told() -> None:
    general, singer, spokesman = walks(["general"]), walks(["musician"]), walks(["spokesperson"])
    assert far(general, singer)
    assert not far(general, walks(["minister"]))
    assert not far(general, spokesman)
