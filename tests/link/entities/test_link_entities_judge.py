import pytest

from quoth.link.entities import blocking_keys, bridged, judge, weigh
from quoth.model import ActorKind
from quoth.model.group import Called, Known, Profile

PERSON, ORG, STATE = ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.STATE


def who(
    *names: str,
    kind: ActorKind = PERSON,
    offices: tuple[str, ...] = (),
    country: str = "",
    language: str = "en",
    day: str | None = "2031-05-04",
    body: bool = False,
    home: str = "",
) -> Profile:
    called = tuple(Called(n, language) for n in names)
    countries, homes = (country,) if country else (), (home,) if home else ()
    return Profile(kind, called, offices, countries, body, homes, day, day)


def known(of: Profile, ident: str = "a", members: int = 1) -> Known:
    return Known(ident, of.names[0].name, of, members)


def org(*names: str, country: str = "", language: str = "en") -> Profile:
    return who(*names, kind=ORG, country=country, language=language)


@pytest.mark.parametrize(("left", "right"), [
    (who("Ina Torvald"), who("Ina Torvald")),
    (who("Ina Torvald", offices=("mayor",)), who("I. Torvald", offices=("mayor",))),
    (who("Ivan Petrovich Sokolov"), who("Иван Соколов", language="ru")),
    (who("Ben Quist"), who("Ben Quist", language="it")),
    (who("Ina Torvald", offices=("minister",)), who("Ina Torvald", offices=("head-of-state",))),
    (who("Ina Torvald", offices=("general",)), who("Ina Torvald", offices=("minister",))),
    (who("Torvald", offices=("mayor",)), who("Ina Torvald", "Torvald", offices=("mayor",))),
    (org("Harbour Workers League"), org("Harbour Workers League", language="de")),
    (org("HAWOLE"), org("Harbour Workers League", "HAWOLE")),
    (org("SL"), org("SL", "Sarn Lines")),
    (org("Harbour Workers League of Norway", country="NO"), org("Harbour Workers League")),
    (org("Harbour Workers League of Norway"), org("Norway Harbour Workers League")),
    (who("Norway", kind=STATE, country="NO"), who("Норвегия", kind=STATE, country="NO")),
    (who("Kaldovia", kind=STATE), who("Kaldovia", kind=STATE)),
])  # fmt: skip
def test_these_are_one(left: Profile, right: Profile) -> None:
    assert judge(left, [known(right)]).entity == "a"
    assert judge(right, [known(left)]).entity == "a"


@pytest.mark.parametrize(("left", "right"), [
    (who("Ina Torvald"), who("Ina Quist")),
    (who("Ina Torvald", country="NO"), who("Ina Torvald", country="SE")),
    (who("Ina Torvald", offices=("judge",)), who("Ina Torvald", offices=("athlete",))),
    (who("Ina Torvald"), who("Ina Torvald", day="1931-05-04")),
    (who("Torvald"), who("Ina Torvald", "Torvald")),
    (who("Torvald"), who("Torvald")),
    (who("Ina Torvald", "Torvald"), who("Bo Torvald", "Torvald")),
    (org("Bank of Aarnes"), org("Bank of Tolme")),
    (org("SL"), org("SL", language="de")),
    (org("SL"), org("Sarn Lines")),
    (org("Harbour League of Norway", country="NO"), org("Harbour League", country="SE")),
    (org("Air Norway"), org("Air Sweden")),
    (org("HAWOLE", country="NO"), org("HAWOLE", country="SE")),
    (who("Norway", kind=STATE, country="NO"), who("Norway", kind=STATE, country="SE")),
    (who("Ina Torvald"), org("Ina Torvald")),
    (who("Ministry", kind=ORG, body=True), who("Ministry", kind=ORG, body=True)),
])  # fmt: skip
def test_these_are_two(left: Profile, right: Profile) -> None:
    assert judge(left, [known(right)]).entity is None
    assert weigh(left, right).score == weigh(right, left).score


def test_a_body_of_a_state_joins_on_its_own_site() -> None:
    left = who("Police", kind=ORG, body=True, home="sarn.example")
    assert weigh(left, left).why == "name (same words), site"
    assert weigh(left, who("Police", kind=ORG, body=True, home="aarnes.example")).score == 0


def test_who_agrees_more_is_preferred() -> None:
    silent, mayor = who("Ina Torvald"), who("Ina Torvald", offices=("mayor",))
    candidates = [known(silent, "silent", 4), known(mayor, "mayor")]
    assert judge(mayor, candidates).entity == "mayor"
    assert judge(mayor, candidates[::-1]).entity == "mayor"


def test_of_two_as_good_neither_is_taken_unless_one_is_far_better_known() -> None:
    silent = who("Ina Torvald")
    two = [known(silent, "a", 3), known(silent, "b", 2)]
    verdict = judge(silent, two)
    assert (verdict.entity, verdict.rivals) == (None, ("a", "b"))
    assert judge(silent, [known(silent, "a", 10), known(silent, "b", 2)]).entity == "a"


def test_what_speaks_against_it_is_told() -> None:
    verdict = judge(who("Ina Torvald", country="NO"), [known(who("Ina Torvald", country="SE"))])
    assert verdict.why == "not the one of that name: of another country"


def test_an_actor_with_both_names_joins_two_organisations_but_not_two_people() -> None:
    both = org("Harbour Workers League", "HAWOLE")
    assert bridged(org("Harbour Workers League"), org("HAWOLE"), both)
    assert not bridged(org("Harbour Workers League"), org("Sarn Lines"), both)
    assert not bridged(who("Ina Torvald"), who("Bo Quist"), who("Ina Torvald", "Bo Quist"))


@pytest.mark.parametrize(("left", "right"), [
    (who("Vladimir Torvald"), who("Владимир Торвальд")),
    (who("Ina Maria Torvald"), who("Ina Torvald")),
    (who("Torvald"), who("Ina Torvald", "Torvald")),
    (org("HAWOLE"), org("Harbour Workers League", "HAWOLE")),
    (who("Norway", kind=STATE, country="NO"), who("Норвегия", kind=STATE, country="NO")),
])  # fmt: skip
def test_who_may_be_one_shares_a_key(left: Profile, right: Profile) -> None:
    assert set(blocking_keys(left)) & set(blocking_keys(right))


def test_kinds_never_share_a_key_and_a_family_name_alone_is_none() -> None:
    person = set(blocking_keys(who("Ina Torvald")))
    assert not person & set(blocking_keys(org("Ina Torvald")))
    assert not person & set(blocking_keys(who("Bo Torvald")))
