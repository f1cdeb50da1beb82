"""Names that a reader marks weakly, or as something else than they are."""

from __future__ import annotations

from dataclasses import replace

import pytest
from mentions_support import reading

from quoth.link.mentions import MentionAnnotator
from quoth.link.mentions.given import given_gender
from quoth.model import Actor, ActorKind, Entity, EntityType, Mark

TOLD = (
    "A note reached the office of <ORG>{name}</ORG>. "
    "<s1><PER>{last}</PER></s1> <k1>said</k1> <c1>she had not read it</c1>."
)


def kinds(name: str, organisation: float, person: float) -> dict[str, ActorKind]:
    """The actors of an article whose names are scored, with their kinds."""
    found = reading(TOLD.format(name=name, last=name.split()[-1]), "en")
    scores = {EntityType.ORG: organisation, EntityType.PER: person}

    def scored(one: Mark[object]) -> Mark[object]:
        value = one.value
        return replace(one, score=scores[value.type]) if isinstance(value, Entity) else one

    found = replace(found, marks=tuple(map(scored, found.marks)))
    actors = (m.value for m in MentionAnnotator()(found))
    return {a.name: a.kind for a in actors if isinstance(a, Actor)}


def test_a_weak_organisation_is_the_person_of_its_last_word() -> None:
    assert kinds("Ilva Renholt", 0.4, 0.8) == {"Ilva Renholt": ActorKind.PERSON}


@pytest.mark.parametrize(
    ("name", "organisation", "person"),
    [
        ("Ilva Renholt", 0.9, 0.95),  # the reader is sure
        ("Ilva Renholt", 0.4, 0.3),  # of the person it is less sure
        ("Foundation Renholt", 0.4, 0.8),  # a noun says what it is
    ],
)
def test_other_organisations_stay_beside_the_person(
    name: str, organisation: float, person: float
) -> None:
    assert kinds(name, organisation, person) == {
        name: ActorKind.ORGANISATION,
        "Renholt": ActorKind.PERSON,
    }


def test_a_name_that_may_be_another_one_in_a_case_tells_no_gender() -> None:
    """“Карла” is Karla, or of Karl."""
    assert given_gender(("карл",)) == "m"
    assert given_gender(("карла",)) == ""
    assert given_gender(("ирина",)) == "f"
