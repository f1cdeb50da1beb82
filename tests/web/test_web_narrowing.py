"""What there is to narrow a search down by, each value with its address."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

import pytest

from quoth.store.views.filter import Filter
from quoth.store.views.search import Counted, Facet, Value
from quoth.web.narrowing import Narrower, narrowers

FORMS = Facet(
    "form",
    (Value("direct", 7, (("form", "direct"),)), Value("indirect", 2, (("form", "indirect"),))),
    3,
)
DAYS = Facet(
    "published",
    (
        Value("2031-05", 4, (("since", "2031-05-01"), ("until", "2031-05-31"))),
        Value("2031-06", 8, (("since", "2031-06-01"), ("until", "2031-06-30"))),
    ),
)
ONLY = Facet("language", (Value("de", 12, (("language", "de"),)),))


def found(facet: Facet, told: dict[str, str], address: str = "/search?") -> tuple[Narrower, ...]:
    return narrowers(Counted(12, False, (facet,)), Filter.of(told), address)


def query(href: str) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(href).query))


@pytest.mark.parametrize(
    "told", [{}, {"q": 'a "b & c"'}, {"outlet": "El País", "since": "2031-05-01"}]
)
@pytest.mark.parametrize("facet", [FORMS, DAYS])
def test_a_value_is_asked_for_beside_what_was_asked(facet: Facet, told: dict[str, str]) -> None:
    (field,) = found(facet, told, "/timeline?at=2031&")
    assert field.others == facet.others
    for choice, value in zip(field.choices, facet.values, strict=True):
        assert not choice.chosen
        assert (choice.name, choice.count) == (value.name, value.count)
        assert query(choice.href) == {"at": "2031", **told, **dict(value.filter)}


def test_what_is_chosen_is_dropped_and_another_value_takes_its_place() -> None:
    told = {"q": "ferry", "since": "2031-05-01", "until": "2031-05-31"}
    (field,) = found(DAYS, told)
    assert [choice.chosen for choice in field.choices] == [True, False]
    dropped, other = (query(choice.href) for choice in field.choices)
    assert dropped == {"q": "ferry"}
    assert other == {"q": "ferry", "since": "2031-06-01", "until": "2031-06-30"}


def test_a_field_of_one_value_is_there_only_to_be_dropped() -> None:
    assert found(ONLY, {}) == ()
    (field,) = found(ONLY, {"language": "de"})
    assert [choice.href for choice in field.choices] == ["/search?"]
